// A query read as words: what was typed and what may have been meant — keys of Telex and VNI left in, words run
// together, a slip of the finger, other right spellings. Knows the words of the index, nothing of pages.

import { fold, wordsOf } from "../text.js";
import { asksLeast, intentsOf, sayingOnly, WEAKNESS, withoutDropped } from "./intents.js";
import { measureIn } from "./numbers.js";
import { bordersIn, placesIn } from "./places.js";
import { sumOf } from "./sums.js";
import { fromTelex, fromVni, isSlip, spellings } from "./typing.js";
import { writtenOf } from "./written.js";

/** Words that ask, and words that join: they say little of what is looked for; of the first none is half of a name: «ở Bắc Kạn». */
export const ALWAYS_WEAK = new Set("o va cua voi cac nhung mot gi nao bao nhieu duoc the of and in on for how what which who is are a an by from with at".split(" "));
export const WEAK = new Set([...ALWAYS_WEAK, ...(
  "la ai lam sao de dau khi may co khong hay cho tai ve theo trong tu den nhu thi ma se da dang can phai vao xin toi muon biet xem tim nam so " +
  "to when where was were do does did have has had there their its many much number me my you your"
).split(" ")]);
const OF_UNKNOWN = 0.5; // a word that no page has, beside words that pages have
const OF_YEAR = 0.4; // a year says when, not what
const BY_NEIGHBOUR = 0.8;
const PART = 0.2; // of the names that have a weak word: so many have it beside its neighbour
const OF_FUND = /\bquy\b.* bao nhieu tien(?: [0-9]+)?$/;
const OF_RAISED = 0.6; // so much «tiền» still is of «Tiền vận động»
const NEVER_GLUED = 5;
const DAY = /(?:\bngay )?\b[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?=(19|20)[0-9]{2}\b)/g; // of a date the year says when
const MOST_WORDS = 40;
const SHORTEST_END = 3; // of an abbreviation: no word ends so

/** A word cut into words that names have side by side, the fewest and best known; null if it cannot be. */
function unglued(word, table) {
  const best = [{ cost: 0, words: [] }];
  for (let end = 1; end <= word.length; end += 1) {
    for (let start = Math.max(0, end - 8); start <= end - 2; start += 1) {
      const part = word.slice(start, end);
      if (!best[start] || !table.postings.get(part)?.[0].length) continue;
      const before = best[start].words.at(-1);
      const joined = before === undefined ? 1 : table.pairs.get(`${before} ${part}`) ?? 0;
      const cost = best[start].cost + 2 + table.rarity(part) / 4 + (joined ? 0 : 6);
      if (!best[end] || cost < best[end].cost) best[end] = { cost, words: [...best[start].words, part] };
    }
  }
  const found = best[word.length];
  return found && found.words.length > 1 && found.cost < found.words.length * 4 + 3 ? found.words : null;
}

/** The word as the index may have it: itself, other spellings, and how surely; read once as long as it is typed. */
function meaningsOf(word, table, isLast) {
  const key = isLast ? `${word}…` : word;
  let found = table.readings.get(key);
  if (!found) table.readings.set(key, (found = lookUp(word, table, isLast)));
  return found;
}

function lookUp(word, table, isLast) {
  const found = new Map();
  const add = (other, how) => { if (table.postings.has(other) && (found.get(other) ?? 0) < how) found.set(other, how); };
  add(word, 1);
  for (const other of spellings(word)) add(other, 0.92);
  if (/^[a-z]/.test(word) && !table.postings.has(word)) {
    const plain = fromTelex(word);
    add(plain, 0.95);
    if (plain !== word) for (const other of spellings(plain)) add(other, 0.9);
  }
  const known = found.size > 0;
  if (word.length > (isLast ? 1 : 3)) {
    for (const other of table.postings.keys()) if (other.length > word.length && other.startsWith(word)) add(other, known ? 0.5 : 0.72);
  }
  const near = [];
  if (word.length > 2 || (word.length > 1 && !known)) {
    const short = word.length <= 3; // of so few letters none may be missing
    const plain = known ? word : fromTelex(word);
    for (const other of table.postings.keys()) {
      if (short && other.length !== word.length) continue;
      if ((isSlip(word, other) || (plain !== word && isSlip(plain, other))) && /^[a-z]/.test(word) === /^[a-z]/.test(other)) near.push(other);
    }
  }
  if (word.length === 2) return { words: found, near: known ? [] : near }; // the neighbours tell
  if (!known) for (const other of near) add(other, other[0] === word[0] ? 0.7 : 0.5);
  return { words: found, near: known && /^[a-z]/.test(word) ? near.filter((other) => !found.has(other)) : [] };
}

/** What a word stands for that is no word: a known abbreviation, or the first letters of words in names. */
function phrases(word, written, means, near, table) {
  const known = table.short.get(written.toLowerCase()) ?? table.short.get(word);
  if (known) return known;
  const strange = /^[a-z]{3,8}$/.test(word) && ![...means.values()].some((how) => how > 0.9) && (word.length > 3 || !near.length);
  const named = strange ? table.namesBeginning(word) : [];
  return named.length ? named : endOf(word, table);
}

/** What the end of a longer abbreviation stands for, the longest known: of «ttgdtx» that of «gdtx». */
function endOf(word, table) {
  for (let at = 1; at <= word.length - SHORTEST_END; at += 1) if (table.short.has(word.slice(at))) return table.short.get(word.slice(at));
  return [];
}

/** Pieces of what was typed: words, with glued ones cut and Telex and VNI undone where that gives known words. */
function pieces(typed, table) {
  const split = [];
  const alone = !/\S\s+\S/.test(typed);
  for (const piece of fold(typed).replace(DAY, "").replace(/(?<=[0-9])[.,](?=[0-9])/g, "").match(/[a-z0-9]+/g) ?? []) {
    const place = table.placeOf(piece);
    if (place) { split.push(...place.split(" ")); continue; }
    const plain = fromVni(piece);
    if (plain && (table.postings.has(plain) || table.postings.has(fromTelex(plain)))) { split.push(plain); continue; }
    for (const word of wordsOf(piece)) {
      const known = table.postings.has(word) || (alone && table.glued.has(word)) || word.length < NEVER_GLUED - 1;
      const telex = !known && table.postings.has(fromTelex(word));
      const parts = known || telex || !/^[a-z]/.test(word) ? null : unglued(word, table);
      split.push(...(parts ?? [word]));
    }
  }
  return split;
}

/** What joins two things that are asked for at once. */
export const PARTED = /\s+(?:va|cung|and)\s+|[,;]\s+/;
const MOST_PARTS = 3;

const isYear = (word) => /^(19|20)[0-9]{2}$/.test(word);

/** Whether a word says little where it stands; «lam» of «Lâm Đồng», «dang» of «Đảng viên» say as much as their neighbour. */
function isWeak(words, at, table) {
  if (!WEAK.has(words[at])) return false;
  if (ALWAYS_WEAK.has(words[at])) return true;
  const least = PART * (table.postings.get(words[at])?.[0].length ?? 0);
  // Names have the two side by side, often or as a whole name.
  const arePair = (one, other) => (table.pairs.get(`${one} ${other}`) ?? 0) > least || table.glued.has(`${one}${other}`);
  const [before, here, after] = [words[at - 1], words[at], words[at + 1]];
  const isStrong = (other) => other !== undefined && !WEAK.has(other);
  return !(isStrong(after) && arePair(here, after)) && !(isStrong(before) && arePair(before, here));
}

/** A word that no name has beside its neighbour, where names have one like it there: «hiếu họ» is «hiếu học». */
function mendByNeighbours(terms, table) {
  for (let at = 1; at < terms.length; at += 1) {
    const [before, here] = [terms[at - 1], terms[at]];
    if (table.pairs.has(`${before.word} ${here.word}`)) continue;
    for (const other of [...here.near, ...here.means.keys()]) if (table.pairs.has(`${before.word} ${other}`)) raise(here, other);
    for (const other of [...before.near, ...before.means.keys()]) if (table.pairs.has(`${other} ${here.word}`)) raise(before, other);
  }
}

function raise({ word, means, weak, isRight }, other) {
  if (!weak && !isRight && other !== word && (means.get(other) ?? 0) < BY_NEIGHBOUR) means.set(other, BY_NEIGHBOUR);
}

/** Read a query: terms in order, each with what it may mean, its weight, and whether it says much. */
export function read(typed, table) {
  // How much money a fund has is asked for in any measure of it.
  const all = pieces(typed, table).slice(0, MOST_WORDS).join(" ").replace(/(?<=\bquy\b.* bao nhieu )(ti|ty|trieu|dong)$/, "tien").split(" ");
  const met = intentsOf(all.join(" "));
  const words = withoutDropped(all, met, (word) => WEAK.has(word));
  const written = writtenOf(words, typed);
  const asked = words.join(" ");
  const saying = sayingOnly(asked, met);
  const plain = words.map((word) => (table.postings.has(word) ? word : fromTelex(word)));
  const places = placesIn(plain, table, (word) => WEAK.has(word));
  const borders = bordersIn(words, places, typed);
  for (const at of borders.keys()) saying.set(at, WEAKNESS);
  const isPair = (at) => table.pairs.has(`${words[at]} ${words[at + 1]}`);
  const isRight = words.map((_, at) => places[at] !== undefined || isPair(at - 1) || isPair(at));
  const solid = words.some((word, at) => !WEAK.has(word) && !saying.has(at) && !isYear(word));
  const terms = words.map((word, at) => {
    const { words: found, near } = meaningsOf(word, table, at === words.length - 1 && !/\s$/.test(typed));
    const means = new Map(found);
    // How much money a fund has is all of it: «Tổng quỹ», not what was raised.
    if (word === "tien" && OF_FUND.test(words.slice(0, at + 2).join(" "))) means.set("hien", 1).set(word, OF_RAISED);
    const place = places[at];
    const counts = words.length > 1 && place === undefined ? Math.min(saying.get(at) ?? 1, isWeak(words, at, table) ? WEAKNESS : 1, solid && isYear(word) ? OF_YEAR : 1) : 1;
    const exact = table.postings.has(word) ? word : [...means.keys()].sort((a, b) => means.get(b) - means.get(a))[0] ?? word;
    const weak = counts <= WEAKNESS;
    if (weak) for (const [other, how] of means) if (how < 0.9) means.delete(other); // nobody means a slip of «nào»
    const weighted = means.size || near.length ? counts : counts * OF_UNKNOWN;
    return { word, ...written[at], means, near: weak ? [] : near, weak, place, isRight: isRight[at], isYear: isYear(word), long: phrases(word, written[at].written, means, near, table), weight: table.rarity(exact) * weighted };
  });
  mendByNeighbours(terms, table);
  const weights = sumOf(terms.map(({ weight }) => weight)) || 1;
  for (const term of terms) term.weight /= weights;
  const wanted = new Map();
  for (const { kinds = {} } of met) for (const [kind, how] of Object.entries(kinds)) wanted.set(kind, Math.max(how, wanted.get(kind) ?? 0));
  const named = new Set(places.filter((first) => first !== undefined).map((first) => plain.filter((_, at) => places[at] === first).join(" ")));
  const parts = Math.min(MOST_PARTS, fold(typed).split(PARTED).length);
  return {
    typed, terms, parts, measure: measureIn(typed), places: named, intents: new Set([...met.map(({ name }) => name), ...borders.values()].filter(Boolean)), least: asksLeast(asked), wanted,
    purpose: met.map(({ page }) => page), glued: wordsOf(typed).join(""),
  };
}
