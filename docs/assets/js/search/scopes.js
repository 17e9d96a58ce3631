// Figures found by words that only their scope has: «học bổng Lương Định Của», «nâng bước em tới trường».

import { fold } from "../text.js";
import { COVERED, isElsewhere, isNamed, isOfPart, nameOf, OPEN, rowsOf, shares, solidOf, unparted } from "./answer.js";
import { isOtherwise } from "./country.js";
import { stands } from "./places.js";
import { shareOf } from "./sums.js";
import { AREA, DOCUMENT, SOURCE, UNIT } from "./table.js";

const MOST_PAGES = 3;
const LIKE = 0.9; // so much a word of a scope is what was typed
const CALLED = 0.9, CALLED_NEARLY = 0.8; // of the query is the name of a page, also by a slip
const PRECISE = 0.3; // of a scope is asked for
const OWN = 0.25; // of the query is said by the scope alone, or by the name of its owner

const readings = ({ word, means }) => [word, ...[...means.keys()].filter((other) => other !== word && means.get(other) >= LIKE)];

/** By the address of a page the terms that a scope of its figures has. */
async function pagesByScope({ terms }, solid, files) {
  const found = new Map();
  await Promise.all(terms.map(async (term, order) => {
    if (!solid[order]) return;
    for (const word of readings(term)) for (const target of await files.under("scopes", word) ?? []) found.set(target, (found.get(target) ?? new Set()).add(order));
  }));
  return found;
}

/** Where a scope has each term, -1 where it has not; of a place all syllables or none: «Yên Minh» is no «Hồ Chí Minh». */
function placesOf(words, { terms, places }) {
  const hasPlace = [...places].some((place) => stands(place, words));
  return terms.map((term) => (term.place === undefined || hasPlace ? words.findIndex((word) => readings(term).includes(word)) : -1));
}

/** Whether a scope has what is asked for beyond the names, words side by side as they were typed. */
function isAsked({ breakdown }, { query, page, own, named, isOfOther, isOwner, weigh }) {
  const written = breakdown.match(/[\p{L}\p{N}]+/gu) ?? [], words = written.map(fold);
  const at = placesOf(words, query);
  const isIn = (order) => at[order] >= 0;
  // Of nobody in particular they are a name: no province answers for «học sinh nghèo».
  const isOwn = (order) => isIn(order) && named[order] < LIKE && !isOfOther[order] && (isOwner || /^\p{Lu}\p{Ll}/u.test(written[at[order]]));
  const isNeighbour = (order, other) => isIn(other) && at[other] - at[order] === other - order;
  return at.some((_, order) => isOwn(order) && (isNeighbour(order, order - 1) || isNeighbour(order, order + 1)))
    && at.filter((place) => place >= 0).length >= PRECISE * words.length
    && weigh((order) => named[order] >= OPEN || isIn(order)) >= COVERED && weigh((order) => isIn(order) && named[order] < LIKE) >= OWN
    && !isElsewhere(page, own.map((how, order) => how || isIn(order)), query);
}

/** Whether another answer is meant: how, who or what, or a page that is called what was typed. */
function isForPages(query, ranked) {
  const isCalled = ({ page, name }) => page.label !== SOURCE && (name?.asked > CALLED || name?.fit > CALLED_NEARLY);
  return isOtherwise(query) || ranked.some(isCalled) || ranked[0]?.page.label === DOCUMENT;
}

/** The figures whose scope has what neither the name of their unit nor of their indicator has of a query. */
export async function ofScopes(query, table, ranked, files) {
  if (isForPages(query, ranked)) return [];
  const solid = solidOf(query);
  const weigh = (isSo) => shareOf(solid, solid.map((_, order) => isSo(order)));
  // What is called so whole is meant as a whole: «đơn vị» in a scope is no «đơn vị học tập».
  const called = ranked.filter((one) => ![AREA, UNIT, SOURCE].includes(one.page.label) && isNamed(one, query));
  const isOfOther = solid.map((_, order) => called.some(({ name }) => name.each[order] > 0));
  const pairs = [];
  for (const [target, terms] of await pagesByScope(query, solid, files)) {
    const page = table.byTarget.get(target);
    if (!page || weigh((order) => terms.has(order)) < OWN) continue;
    const own = unparted(shares(query, page, table), query, table);
    if (isElsewhere(page, own, query) && !query.terms.every(({ place }, order) => place === undefined || terms.has(order))) continue;
    const isOwner = query.places.size > 0 || weigh((order) => own[order] >= OPEN) >= OWN;
    for (const number of page.indicators) {
      const indicator = table.pages[number], its = shares(query, indicator, table);
      const named = own.map((how, order) => Math.max(how, its[order]));
      const cover = weigh((order) => named[order] >= OPEN || terms.has(order));
      if (cover < COVERED) continue;
      const value = cover + weigh((order) => its[order] >= OPEN) + nameOf(page, query, table) / 4 - isOfPart(page, query);
      pairs.push({ page, indicator, value, has: (row) => isAsked(row, { query, page, own, named, isOfOther, isOwner, weigh }) });
    }
  }
  pairs.sort((one, other) => other.value - one.value);
  const pages = [...new Set(pairs.map(({ page }) => page))].slice(0, MOST_PAGES);
  return rowsOf(pairs.filter(({ page }) => pages.includes(page)), query, files);
}
