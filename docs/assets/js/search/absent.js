// What is asked for and not known: the place or unit whose figure the register lacks.

import { COVERED, isNamedOwner, nameOf, namesakes, openOf, unparted, WHOLE } from "./answer.js";
import { fitsOf } from "./fit.js";
import { sumOf } from "./sums.js";
import { AREA, INDICATOR, SOURCE } from "./table.js";

const BARELY = 0.4; // of an indicator's name is asked for, or it is not meant
const MOSTLY = 0.5, CLEARLY = 0.6; // of it, where no question word says that a figure is wanted
const AMID = 0.7; // and where a word amid what is asked is not, something else is called so
const ALIKE = 0.1; // so far apart are names that fit alike

/**
 * What is asked for and not known, `{page, called, indicator, similar}`: whose figure, by what name where that is none
 * of its title, and of which indicator where one alone is asked for or by its whole name; null where it is known or not clear. Beside one asked for by its whole name figures
 * of the indicators `similar` may be told, which are called nearly so: beside «bao nhiêu hộ» stands no «hỗ trợ».
 */
export function absent(query, table, ranked, figures) {
  const isCalledSo = ({ page, name }) => name?.asked > WHOLE && page.label !== SOURCE;
  if (!query.intents.has("figure") && ranked.some(isCalledSo)) return null;
  // A unit called by its whole name is meant, not the place it is called after.
  const owner = ranked.filter((one) => isNamedOwner(one, query))
    .reduce((most, one) => (most && (one.page.label === most.page.label || one.name.asked <= most.name.asked) ? most : one), undefined);
  if (!owner) return null;
  const lacking = (indicator, similar) => ({ page: owner.page, called: otherName(owner, query), indicator, similar });
  const fitting = fittingIn(query, owner, table);
  const named = fitting.filter(({ precise }) => precise >= fitting[0].precise - ALIKE);
  const called = namesakes(owner.page, table);
  const isKnown = ({ page }) => owner.page.indicators.includes(page.number) || figures.some((one) => one.indicator === page.target && !one.inside && (owner.page.label === AREA || called.includes(one.page)));
  // Figures of parts alone are none of the place, however little of an indicator's name is asked for; nor is what is called otherwise: who learns to read is not who cannot.
  const isOther = ({ inside, indicator }) => (inside && !named.length) || named.some(({ page, precise, parted }) => page.target === indicator && precise < AMID && parted());
  if (figures.length && figures.every(isOther)) return lacking(null, null);
  if (!named.length || named.some(isKnown)) return null;
  const [first] = named;
  // What the owner's own name has may be asked for as well: «học bổng» of a «Quỹ Học bổng».
  const isAnswer = ({ page, indicator, inside }) => page === owner.page && !inside && nameOf(table.byTarget.get(indicator), query, table) > nameOf(first.page, query, table);
  if (figures.some(isAnswer)) return null;
  // Where no question word asks for a figure of this very name, one of another name is meant.
  if (!query.intents.has("figure") && first.precise < CLEARLY && figures.some(({ inside }) => !inside)) return null;
  const isWhole = first.precise > WHOLE;
  return lacking(isWhole || named.length === 1 ? first.page : null, isWhole ? fitting.filter(({ precise }) => precise >= BARELY).map(({ page }) => page.target) : null);
}

/** What a place is called in a query that names it otherwise than its title: «Nha Trang» is a part of Khánh Hòa. */
function otherName({ page, name }, { terms, places }) {
  if (page.place === undefined || places.has(page.place)) return "";
  return terms.filter((_, order) => name.each[order] > 0).map(({ written }) => written).join(" ");
}

/** The indicators whose names have what is asked of an owner, the nearest first; none where little of each is asked for. */
function fittingIn(query, owner, table) {
  const open = openOf(query, unparted(owner.name.each, query, table));
  const rest = { ...query, terms: query.terms.filter(({ place }, order) => open[order] > 0 && place === undefined) };
  const all = sumOf(rest.terms.map(({ weight }) => weight));
  if (!all) return [];
  const indicators = table.pages.filter(({ label }) => label === INDICATOR);
  const fitting = indicators.map((page) => ({ page, ...bestOf(rest, page, table) })).filter(({ asked }) => asked >= COVERED * all);
  const least = query.intents.has("figure") ? BARELY : MOSTLY; // «bao nhiêu trường học» asks for no money of such schools
  return fitting.some(({ precise }) => precise >= least) ? fitting.sort((one, other) => other.precise - one.precise) : [];
}

const bestOf = (query, page, table) => fitsOf(query, page, table).reduce((best, one) => (one.fit > best.fit ? one : best));
