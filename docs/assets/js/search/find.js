// Finding, from what is typed to an ordered answer: pages, and the figures that answer. Knows nothing of the page it
// is shown on; `files` is where the index is read from.

import { wordsOf } from "../text.js";
import { absent } from "./absent.js";
import { answers } from "./answer.js";
import { isOfCountry, ofCountry } from "./country.js";
import { isOfNumber } from "./numbers.js";
import { read } from "./query.js";
import { rank } from "./score.js";
import { unheld } from "./unheld.js";

const LOOSE = 0.5; // of the query must be covered, or nothing was found
const WHOLE = 0.95; // of a name is asked for
const NEAR_BEST = 0.6; // of what the best covers: the rest is no answer
const MOST_FIGURES = 3;
const NAMED = 0.95; // of the query is the name of a page
const A_NAME = 3; // words
const LONG = 7; // words: a title or a sentence

/**
 * Answer a query: `figures` that answer it, `pages` in the order people expect, `near` pages where nothing fits well.
 * `absent` the page whose figure is asked for and not known, `called` its name as asked if that is not its title, `named` the indicator of it where it is asked for by its
 * name. `strange` the words that no page has, `apart` whether no name has two of them together, `unheld` the places it names that are not in the register: then all else answers the rest of it. Counts are of
 * all that is found, whatever the filters.
 */
export async function find(typed, filters, files) {
  const answer = await answerTo(typed, filters, files);
  const lacking = unheld(answer.query, answer.table);
  return lacking ? besides(lacking, filters, files, answer) : { ...answer, unheld: [] };
}

/** The answer to the rest of a query of what is not held: of a place the figure of the country is none, of a document none at all; of nothing else the pages that have its words, where it may be no place: «xa» is no «xã». */
async function besides({ name, rest, isDocument }, filters, files, whole) {
  const isSure = /[^a-z0-9\s]/.test(name);
  const answer = rest || isSure ? await find(rest, filters, files) : { ...whole, figures: [], unheld: [], apart: false };
  const figures = answer.figures.filter(({ page }) => page && !isDocument && !isOfCountry(page, answer.query));
  return { ...answer, figures, absent: null, called: "", named: null, unheld: [name, ...answer.unheld] };
}

async function answerTo(typed, filters, files) {
  const table = await files.table();
  let query = read(typed, table);
  if (await files.complete(table, wordsIn(query))) query = read(typed, table);
  let ranked = rank(query, table);
  // An article is looked for only where no page is called what was typed.
  if (wantsArticles(query, ranked) && await files.articles(table, wordsIn(query))) {
    query = read(typed, table);
    ranked = rank(query, table);
  }
  const isOfFigures = !query.intents.has("contact") && !query.intents.has("when");
  let found = isOfFigures ? await answers(query, table, ranked, files) : [];
  if (!found.length && isOfFigures) found = await ofCountry(query, table, ranked, files);
  const unknown = isOfFigures ? absent(query, table, ranked, found) : null;
  const figures = unknown?.similar ? found.filter(({ indicator }) => unknown.similar.includes(indicator)) : found;
  const good = withAnswers(ranked, query, figures, unknown?.page);
  // The page of a figure may lie outside the parts that were read; then no filter speaks of it.
  const fits = ({ page }) => (!filters.kind || page?.label === filters.kind) && (!filters.province || page?.province === filters.province);
  return {
    query, table, strange: await strangeTo(table, query, found, files), apart: standApart(query, good), figures: figures.filter(fits).slice(0, MOST_FIGURES), pages: good.filter(fits),
    near: good.length ? [] : ranked.slice(0, 5), counts: counted(good), absent: unknown?.page ?? null, called: unknown?.called ?? "", named: unknown?.indicator ?? null,
  };
}

/** The words of a query that say something, as typed and as the index may have them. */
function wordsIn({ terms }) {
  return terms.filter(({ weak }) => !weak).flatMap(({ word, means }) => (means.has(word) || !means.size ? [word] : [word, best(means)]));
}

const best = (means) => [...means.keys()].sort((one, other) => means.get(other) - means.get(one))[0];

/** The words of a query that no page and no scope of a figure found has, as they were written; articles are asked only for these. */
async function strangeTo(table, { terms, glued }, figures, files) {
  if (table.glued.has(glued)) return [];
  const scopes = figures.flatMap(({ breakdown }) => wordsOf(breakdown));
  const strange = terms.filter(({ word, weak, means, near, long }) => /^[a-z]{2,}$/.test(word) && !weak && !means.size && !near.length && !long.length && !scopes.includes(word));
  if (strange.length) await files.articles(table, strange.map(({ word }) => word));
  return strange.filter(({ word }) => !table.postings.has(word)).map(({ written }) => written);
}

/** Whether a name is looked for, all of known words, of which no page found has two side by side: «khuyến tài Đất Việt». */
function standApart({ terms, intents }, found) {
  const solid = terms.filter(({ weak }) => !weak);
  const isKnown = ({ word, means }) => /^[a-z]/.test(word) && means.get(word) === 1;
  return solid.length >= A_NAME && !intents.size && found.length > 0 && solid.every(isKnown) && found.every(({ name, glued }) => !glued && !(name?.order > 0));
}

/** Whoever asks for a figure, a number or a ranking wants no article; nor whoever typed what a page is called. */
function wantsArticles({ terms, intents }, ranked) {
  if (intents.has("figure") || intents.has("ranking") || terms.every(({ word, weak }) => weak || isOfNumber(word))) return false;
  return terms.length >= LONG || !ranked.some(({ name }) => name?.asked > NAMED && name.order > 0);
}

/** What is found: pages that cover enough of the query, those of the answering figures first, or whose figure is not known. */
function withAnswers(ranked, { purpose }, figures, unknown) {
  const best = ranked.reduce((most, { cover, glued }) => Math.max(most, glued ? 1 : cover), 0);
  // Who is named whole is found, though what is asked of it is not known.
  const isNamed = ({ name }) => name?.precise > WHOLE && name.asked >= LOOSE / 2 && name.words.length > 1;
  const good = ranked.filter((one) => one.glued || isNamed(one) || purpose.includes(one.page.target) || (one.cover >= LOOSE && one.cover >= best * NEAR_BEST));
  const isOfParts = figures.every(({ inside }) => inside); // the place itself stands before its parts
  const pages = [...new Set([...(isOfParts ? [unknown] : []), ...figures.map(({ page }) => page)])].filter(Boolean);
  const byNumber = figures.some(({ number }) => number);
  if (!byNumber && !pages.length) return good;
  const known = new Map(ranked.map((one) => [one.page, one]));
  return [...pages.map((page) => known.get(page) ?? { page, cover: 1, score: 0, by: -1 }), ...good.filter(({ page }) => !pages.includes(page))];
}

function counted(found) {
  const kinds = {}, provinces = {};
  for (const { page } of found) {
    kinds[page.label] = (kinds[page.label] ?? 0) + 1;
    if (page.province) provinces[page.province] = (provinces[page.province] ?? 0) + 1;
  }
  return { kinds, provinces };
}
