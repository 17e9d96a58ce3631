// The figures that answer a query: those of a unit and an indicator that it names, and those of a number in it.

import { fold, wordsOf } from "../text.js";
import { fitsOf } from "./fit.js";
import { isOfNumber, numbersIn } from "./numbers.js";
import { placeIn, stands } from "./places.js";
import { PARTED, read } from "./query.js";
import { ofScopes } from "./scopes.js";
import { rank } from "./score.js";
import { shareOf, sumOf } from "./sums.js";
import { AREA, INDICATOR, UNIT } from "./table.js";
import { nearestOf, wordsOfYears, yearsFrom, yearsIn } from "./years.js";

const MOST = 3;
export const COVERED = 0.8; // of the query, by unit and indicator together
const BEHIND = 5; // the best page, in score
export const WHOLE = 0.95;
const PART_OF = 0.25, PLACE_OF = 0.15; // of a name typed whole, and how much of the query it then is, at least of a place
const NAMED = 0.45; // of the name of a unit must be asked for beside a place
const NAMED_ALONE = 0.5; // and without one: «quỹ khuyến học» is nobody's in particular
const JOINED = 0.5; // of what of it is asked for stands together
const OF_EACH = 0.12; // and at least so much by each alone

const LOOKED_AT = 8; // pages whose figures may answer
const INSIDE = 40; // units of a place whose figures are looked at
const OF_WHOLE = 0.3;
const ALIKE = 0.9; // so much of what the best answers must another answer
const OTHER_BORDERS = 1000; // years: none is so far away
const EQUAL = 0.5; // so far apart do two answer alike: one of a part of a unit stands behind that of the whole in the same measure
const PART = 0.1; // and so far behind another
const OWNERS = 2; // pages named whole whose figures are looked for, where several are asked for
export const OPEN = 0.4; // what a name has less of a word is still open
const COVERING = 0.9; // as much as the best page covers
// The part of a place, in the name of a unit as it is written: «cơ quan», «Quân sự», «xã hội», «Phượng Hoàng» are none.
const LOWER = /(?<!\p{L})(?:[Hh]uyện|[Tt]hị xã|[Tt]hị trấn|[Qq]uận|[Pp]hường|(?<![Tt]ác )[Xx]ã|[Đđ]ặc khu|[Tt]hành phố(?=.* tỉnh )) ([\p{Lu}\d].*?)(?=,| \(| (?:thuộc|tỉnh|thành phố) |$)/u;
const IN_ORDER = 1.5; // «cộng đồng học tập» is no «dòng họ học tập được công nhận»
const RANKED = 0.6; // of the query by the indicator whose ranking answers

const FIELDS = "target owner indicator words more source breakdown years end".split(" ");
const figure = (row) => Object.fromEntries(FIELDS.map((name, at) => [name, row[at]]));

/** What of the query the words of a page's name cover, term by term. */
export function shares(query, page, table) {
  // «hội viên» is a name as it is typed: no slip of «học viên».
  const terms = query.terms.map((term) => (term.isRight ? { ...term, near: [] } : term));
  const fits = fitsOf({ ...query, terms }, page, table);
  return query.terms.map((_, order) => Math.max(0, ...fits.map((fit) => fit.each[order])));
}

/** How much each term counts for what is asked: what only says how, when, or a number of the answer, does not. */
export function solidOf(query) {
  const numbers = numbersIn(query.typed).length > 0;
  return query.terms.map(({ word, weak, isYear, weight }) => (weak || isYear || (numbers && isOfNumber(word)) ? 0 : weight));
}

/** How much each term counts that a name leaves open, of which it has `each` so much. */
export const openOf = (query, each) => solidOf(query).map((weight, order) => (each[order] > OPEN ? 0 : weight));

/** Whether the name of a page stands whole in a query: no «Nam Định» in «gia đình … năm», nor the Ninh Bình that holds Hà Nam today. */
export function isNamed({ page, name }, { places }) {
  if (places.size && page.place !== undefined) return places.has(page.place);
  return name?.precise > WHOLE && name.asked > (page.place === undefined ? PART_OF : PLACE_OF) && name.words.length > 1 && name.joined() >= JOINED;
}

export const isNamedOwner = (one, query) => [AREA, UNIT].includes(one.page.label) && one.name && isNamed(one, query);

/** Whether a query names places and a page is none of them, is not called after one, and lies in none. */
export function isElsewhere({ place, province }, each, { terms, places }) {
  if (!places.size) return false;
  if (place !== undefined) return !places.has(place);
  return !places.has(placeIn(wordsOf(province ?? "")).join(" ")) && terms.every((term, order) => term.place === undefined || !each[order]);
}

/** Whether a unit lies in a part of a place that the query does not name: «Huyện Gia Lộc, tỉnh Hải Dương» of «Hải Dương». */
export function isOfPart({ title }, { typed, terms }) {
  const [whole, part] = title.normalize("NFC").match(LOWER) ?? [];
  if (part === undefined || stands(wordsOf(whole).join(" "), wordsOf(typed))) return false;
  return !wordsOf(part).every((word) => terms.some(({ means, place }) => means.has(word) && place === undefined));
}

/** Shares without the terms that a name takes from what they are typed beside: no «Hội» from «hội viên». */
export function unparted(own, { terms }, table) {
  const neighboursOf = (order) => [order - 1, order + 1].filter((other) => {
    const [one, two] = [Math.min(order, other), Math.max(order, other)];
    return terms[one] && terms[two] && terms[one].place === terms[two].place && table.pairs.has(`${terms[one].word} ${terms[two].word}`);
  });
  return own.map((how, order) => {
    const neighbours = neighboursOf(order);
    return neighbours.length && neighbours.every((other) => own[other] < OPEN) ? 0 : how;
  });
}

/** The pairs of a page and an indicator of it that cover the query together, best first. */
function pairs(query, table, ranked) {
  const solid = solidOf(query);
  const sum = (list) => shareOf(solid, list);
  const found = [];
  const first = ranked[0];
  // A page that is called what was typed is the answer; its figures stand on it.
  const isCalled = ({ page, name }, least) => name?.asked > least && !query.intents.has("figure") && !isElsewhere(page, name.each, query);
  if (!first || isCalled(first, 0.9)) return found;
  if (solid.filter(Boolean).length > 1 && ranked.some((one) => isCalled(one, 0.95) && one.name.order > 0.95)) return found;
  // A place or unit named whole may stand behind pages that have more of the words.
  const least = query.places.size ? NAMED : NAMED_ALONE;
  const near = ranked.filter((one) => one.page.indicators.length && (one.score >= first.score - BEHIND || one.cover >= first.cover * COVERING || isNamed(one, query)));
  for (const { page } of [...near.filter((one) => query.places.has(one.page.place)), ...near.slice(0, LOOKED_AT)]) {
    const own = unparted(shares(query, page, table), query, table);
    const fits = fitsOf(query, page, table).filter(({ precise, joined }) => precise >= least && joined() >= JOINED);
    if (!fits.length || isElsewhere(page, own, query)) continue;
    // A place is meant by its whole name: «Thủ Đức» is no Phú Thọ.
    if (page.place !== undefined && !query.places.has(page.place) && !fits.some(({ all }) => all)) continue;
    // What the unit's name leaves open is the question: «hội viên cả nước» asks for no «viên chức».
    const open = openOf(query, own);
    for (const number of page.indicators) {
      const indicator = table.pages[number];
      const its = shares(query, indicator, table);
      const both = sum(own.map((how, order) => Math.max(how, its[order])));
      const alone = sum(own.map((how, order) => (how > its[order] ? how : 0)));
      const gained = sum(its.map((how, order) => (how > 0.4 && own[order] < how ? how : 0)));
      if (shareOf(open, its) < COVERED) continue;
      // «Bộ» of «27 bộ» may be that of «cán bộ» too.
      if (both < COVERED || (alone < OF_EACH && !/^[0-9]/.test(page.title)) || sum(its) < OF_EACH || gained < OF_EACH / 2) continue;
      const name = nameOf(indicator, query, table);
      // Of two units the one is meant of whose name less is left out: the province, not its town; and that of today.
      const whole = Math.max(...fits.map(({ precise }) => precise));
      found.push({ page, indicator, value: both * 4 + name + sum(own) + OF_WHOLE * whole - page.former / 9, asked: sum(its) });
    }
  }
  return found.sort((one, other) => other.value - one.value);
}

/** How well an indicator's name fits: what of it is asked for, in the order in which it is asked. */
export const nameOf = (page, query, table) => Math.max(...fitsOf(query, page, table).map(({ precise, order }) => precise + IN_ORDER * order));

async function ofPairs(query, table, ranked, files) {
  const [best, ...others] = pairs(query, table, ranked);
  if (!best) return [];
  const pages = namesakes(best.page, table);
  // What has less of the question answers another one: beside «Chi hội», «Tổng chi học bổng» of a «Hội».
  const alike = [best, ...others].filter(({ page, asked }) => pages.includes(page) && asked >= best.asked * ALIKE);
  const byIndicator = [...new Map(alike.reverse().map((pair) => [pair.indicator, pair])).values()].reverse();
  const equal = byIndicator.filter(({ value }) => value >= best.value - EQUAL).slice(0, MOST);
  const { measure } = query;
  const isAnswer = (row) => measureOf(row) === measure || equal.some(({ indicator }) => indicator.target === row.indicator);
  const found = (await Promise.all(pages.map((page) => rowsOf(ofPage(page, measure ? byIndicator : equal), query, files)))).map((rows) => rows.filter(isAnswer));
  // Of two of one name what is of the borders and the years asked for: what neither has is not held.
  const away = ([row]) => (row ? row.away + (query.intents.has(row.page.former ? "today" : "former") ? OTHER_BORDERS : 0) : Infinity);
  return found.reduce((nearest, rows) => (away(rows) < away(nearest) ? rows : nearest));
}

/** A page, and those of its kind that are called as it is, whatever their borders and level. */
export function namesakes(page, { pages }) {
  const nameOf = ({ title }) => title.replace(/ \([^()]*\)$/, "").replace(/(?:tỉnh|thành phố) /giu, "");
  return [page, ...pages.filter((one) => one !== page && one.kind === page.kind && nameOf(one) === nameOf(page))];
}

const ofPage = (page, pairs) => pairs.filter(({ indicator }) => page.indicators.includes(indicator.number)).map((pair) => ({ ...pair, page }));

/** Of a place that has no such figure itself, those of units in it: «học bổng Yên Bái». */
async function ofUnitsInside(query, table, ranked, files) {
  const place = ranked.find(({ page, name }) => page.label === AREA && name && isNamed({ page, name }, query));
  if (!place || ranked[0].name.asked > 0.9) return [];
  const open = openOf(query, place.name.each);
  if (!sumOf(open)) return [];
  // A unit of the whole country is none in it: who is called so is one where it is asked for.
  const isOfAll = place.page.names.some((words) => words.join(" ") === "ca nuoc");
  const inside = ranked.filter(({ page, name }) => (!isOfAll || name?.precise >= NAMED_ALONE) && page.label === UNIT && stands(place.page.place, page.names[0]));
  const found = [];
  for (const { page } of inside.slice(0, INSIDE)) {
    // «HKH Cà Mau» asks for no figure of a «Hội Khuyến học» in Cà Mau.
    if (openOf(query, shares(query, page, table)).every((weight) => weight === 0)) continue;
    for (const number of page.indicators) {
      // «Khuyến học» is asked for whole: no «học» of «trình độ sau đại học».
      const its = unparted(shares(query, table.pages[number], table), query, table);
      if (shareOf(open, its) < COVERED) continue;
      found.push({ page, indicator: table.pages[number], value: nameOf(table.pages[number], query, table) });
    }
  }
  found.sort((one, other) => other.value - one.value);
  const ofEach = [...new Map(found.filter(({ value }) => value > found[0].value - 0.1).reverse().map((one) => [one.page, one])).values()].reverse();
  const rows = await rowsOf(ofEach.slice(0, MOST), query, files);
  return rows.map((row) => ({ ...row, inside: true }));
}

/** The figures of pairs, best first: of two that answer alike the whole of a unit before a part of it. */
export async function rowsOf(pairs, query, files) {
  const found = await Promise.all(pairs.map((pair) => rowsOfPair(pair, query, files)));
  const measures = found.flat().filter(({ breakdown }) => !breakdown).map(measureOf);
  const rows = pairs.flatMap(({ value }, at) => found[at].map((row) => ({ row, value: value - behind(row, measures) })));
  return rows.sort((one, other) => other.value - one.value).map(({ row }) => row);
}

const measureOf = ({ words }) => fold(words).match(/[a-z]+|%/g).at(-1);
const behind = (row, measures = []) => (row.breakdown && !row.late ? (measures.includes(measureOf(row)) ? EQUAL : PART) : 0);

/** The figures of a page and an indicator of the years asked for, else the nearest, and that it is not of them. */
async function rowsOfPair({ page, indicator, has = () => true }, query, files) {
  const asked = yearsIn(query.typed);
  const rows = (await files.under("figures", page.target) ?? []).map(figure);
  const near = nearestOf(rows.filter((one) => one.indicator === indicator.target && !one.end && has(one) && !(query.isOfWhole && one.breakdown)), asked);
  return near.map((row) => {
    const away = yearsFrom(row.years, asked);
    return { ...row, title: indicator.title, page, inside: isOfPart(page, query) || (page.former && query.intents.has("today")), away, missing: away > 0 ? wordsOfYears(asked) : "" };
  });
}

/** Of several things asked for at once, the figure of each: «hội viên và chi hội của Lào Cai». */
async function ofParts(query, table, ranked, files) {
  if (query.parts < 2) return [];
  const named = ranked.filter(({ page, name }) => page.indicators.length && name?.precise > WHOLE && name.asked > PART_OF / 2);
  const found = [];
  for (const { name } of named.sort((one, other) => other.name.asked - one.name.asked).slice(0, OWNERS)) {
    found.push(await ofEachPart(query, name.words, table, files));
  }
  return found.reduce((most, one) => (one.length > most.length ? one : most), []);
}

async function ofEachPart(query, owner, table, files) {
  const listed = [];
  for (const part of fold(query.typed).split(PARTED)) {
    const words = wordsOf(part);
    const asked = read(owner.every((word) => words.includes(word)) ? part : `${part} ${owner.join(" ")}`, table);
    const [first] = await ofPairs({ ...asked, typed: query.typed, measure: query.measure }, table, rank(asked, table), files);
    if (first) listed.push(first);
  }
  return listed;
}

/** Figures of the numbers typed, unless they belong to a page's name: «chỉ thị 11», «mức độ 2». */
async function ofNumbers(query, table, ranked, files) {
  if ((ranked[0]?.name?.asked ?? 0) > 0.9 && ranked[0].name.order > 0.3) return [];
  const numbers = numbersIn(query.typed).filter(({ isYear }, _, list) => !isYear || (list.length === 1 && query.terms.length === 1));
  const others = query.terms.filter(({ word, weak }) => !weak && !isOfNumber(word));
  const listed = [];
  for (const { keys, measure } of numbers) {
    for (const [order, key] of keys.entries()) {
      for (const row of (await files.under("numbers", key) ?? []).map(figure)) {
        const page = table.byTarget.get(row.target.split("#")[0]);
        const indicator = table.byTarget.get(row.indicator);
        const owned = new Set([wordsOf(row.owner), ...[page, indicator].flatMap((one) => one?.names ?? [])].flat());
        const kept = others.map(({ means, long }) => [...means.keys()].some((word) => owned.has(word)) || long.some((phrase) => phrase.every((word) => owned.has(word))));
        const right = row.words.includes(measure) ? 1 : 0;
        const covered = others.length ? shareOf(others.map(({ weight }) => weight), kept) : 1;
        listed.push({ ...row, title: indicator?.title ?? "", page, value: covered * 2 + right - order - behind(row), covered, number: true });
      }
    }
  }
  return listed.filter(({ covered }) => covered >= 0.5).sort((one, other) => other.value - one.value);
}

/** The most or the least of the rankings of the indicator that is asked for, where a ranking is. */
async function ofRankings(query, table, ranked, files) {
  if (!query.intents.has("ranking")) return [];
  const first = ranked.find(({ page }) => page.label === INDICATOR);
  if (!first || first.cover < RANKED) return [];
  const rows = (await files.under("figures", first.page.target) ?? []).map(figure);
  const end = query.least ? -1 : 1;
  return rows.filter((row) => row.end === end).map((row) => ({ ...row, title: first.page.title, page: first.page }));
}

/** The figures that answer a query, best first, each once; none where the query asks for something else. */
export async function answers(query, table, ranked, files) {
  if (query.intents.has("comparison")) return []; // a page sets figures beside one another
  const ends = await ofRankings(query, table, ranked, files);
  if (ends.length) return ends;
  const parts = await ofParts(query, table, ranked, files);
  const found = [...await ofNumbers(query, table, ranked, files), ...(parts.length ? parts : await ofPairs(query, table, ranked, files))];
  if (!found.length && !query.isOfWhole) found.push(...await ofScopes(query, table, ranked, files));
  if (!found.length) found.push(...await ofUnitsInside(query, table, ranked, files));
  // What is in the measure that was asked for stands first: «bao nhiêu con», «bao nhiêu tiền».
  const isOther = (one) => measureOf(one) !== query.measure;
  return [...new Map(found.sort((one, other) => isOther(one) - isOther(other)).map((one) => [one.target, one])).values()];
}
