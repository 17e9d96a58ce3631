// Of a quantity asked for without a place, the figure of the whole country.

import { wordsOf } from "../text.js";
import { answers, isNamedOwner, nameOf, openOf, shares } from "./answer.js";
import { read } from "./query.js";
import { rank } from "./score.js";
import { INDICATOR } from "./table.js";

const COUNTRY = ["ca", "nuoc"]; // what pages of the whole country are called, beside their titles
const NUMBER_OF = /^\s*(?:tổng\s+|tong\s+)?(?:số|so)\s/u; // no «sổ», «sở»
const IN_ENGLISH = /\b(?:how (?:many|much)|number of)\b/i; // the pages asked for have twins in English, what a figure says has none
const ALIKE = 0.3; // so far apart are the names of indicators that are asked for alike
const HAD = 0.4; // of a word that a name has
const OTHERWISE = "procedure recogniser validity when form scoring meaning ranking comparison merger former".split(" ");

/** The figures of the country where a quantity is asked for and no place or unit is named; none where it has none. */
export async function ofCountry(query, table, ranked, files) {
  if (!asksQuantity(query, ranked[0]) || query.places.size || ranked.some((one) => isNamedOwner(one, query))) return [];
  // No figure of a scope: of the nearest year there may be no other.
  const asked = { ...read(`${query.typed} ${COUNTRY.join(" ")}`, table), isOfWhole: true };
  const found = await answers(asked, table, rank(asked, table), files);
  // «Cộng đồng học tập» asks for no «trung tâm học tập cộng đồng», though the country has a figure of these.
  const fits = (indicator) => nameOf(indicator, query, table);
  const best = Math.max(...ranked.filter(({ page }) => page.label === INDICATOR).map(({ page }) => fits(page)));
  const isAsked = (indicator) => fits(indicator) >= best - ALIKE && hasAllAsked(indicator, query, table);
  return found.filter((one) => one.page && !isOfPart(one) && isOfCountry(one.page, query) && isAsked(table.byTarget.get(one.indicator)));
}

/** Whether a query asks for something else than a figure. */
export const isOtherwise = ({ intents }) => OTHERWISE.some((name) => intents.has(name));

/** Whether a number is asked for; of «27 bộ» it is a part of the country, of «sổ học tập» the name of a page. */
function asksQuantity(query, first) {
  const { typed, terms, intents } = query;
  if (!first?.name || IN_ENGLISH.test(typed) || isOtherwise(query) || terms.some(({ word, isYear }) => /^[0-9]/.test(word) && !isYear)) return false;
  const isTitle = first.page.label !== INDICATOR && first.name.each[0] > HAD;
  return intents.has("figure") || (NUMBER_OF.test(typed.normalize("NFC").toLowerCase()) && !isTitle);
}

/** Whether a name has every word that is asked for, a repeated one once: «hội phí» asks for no «kinh phí» of a «Hội». */
function hasAllAsked(indicator, query, table) {
  const open = openOf(query, shares(query, indicator, table));
  const had = new Set(query.terms.filter((_, order) => !open[order]).map(({ word }) => word));
  return query.terms.every(({ word }) => had.has(word));
}

/** Whether a figure is of a unit in the country, or told by its number alone. */
const isOfPart = ({ inside, number }) => inside || number;

/** Whether a page is that of the country; of «Công chức cả nước», a group of people, where the group is asked for. */
export function isOfCountry({ title, names }, { terms }) {
  const isCalledSo = (words) => words.slice(-COUNTRY.length).join(" ") === COUNTRY.join(" ");
  const own = wordsOf(title);
  if (!isCalledSo(own)) return names.some(isCalledSo);
  return own.slice(0, -COUNTRY.length).every((word) => terms.some(({ means }) => means.has(word)));
}
