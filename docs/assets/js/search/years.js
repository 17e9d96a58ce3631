// The years that a query asks for, each alone or all from one to another, and how far a figure is from them.

import { fold } from "../text.js";

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g;
const FROM_TO = /(?<!\d)((?:19|20)\d\d)\s*(?:[-–—/]|den|toi)\s*(?:het\s+)?(?:nam\s+)?((?:19|20)\d\d(?!\d)|(?:bay )?(?:nay|gio)\b)/g;

/** The spans of years asked for, `[first, last]` each: «từ năm 2015 đến 2020» is one of six years, «2020» of itself. */
export function yearsIn(typed) {
  const text = fold(typed);
  const spans = [...text.matchAll(FROM_TO)].map(([, first, last]) => [Number(first), Number.isNaN(Number(last)) ? Infinity : Number(last)]);
  const alone = text.replace(FROM_TO, " ").match(YEAR) ?? [];
  return [...spans.map(([first, last]) => (first <= last ? [first, last] : [last, first])), ...alone.map((year) => [Number(year), Number(year)])];
}

const spanOf = (years) => {
  const [first, last = first] = years.split("-").map(Number);
  return [first, last];
};

/** How many years a figure of `years` is from those asked for; of none asked for, none. */
export function yearsFrom(years, asked) {
  const [first, last] = spanOf(years);
  return asked.length ? Math.min(...asked.map(([from, to]) => Math.max(0, first - to, from - last))) : 0;
}

const LONG = 8; // years: what is of all and so much older says less of today than what is of a part, `late`

/** Of figures, newest first, the nearest to what is asked for: of several in a span what is of all of it, else its end and its beginning. */
export function nearestOf(rows, asked) {
  const isOf = (isSo) => ({ years }) => asked.some(([from, to]) => isSo(from, to, ...spanOf(years)));
  const isOfAll = isOf((from, to, first, last) => first === from && last === to);
  const isNearer = (one, other) => yearsFrom(one.years, asked) - yearsFrom(other.years, asked) || Number(isOfAll(other)) - Number(isOfAll(one));
  const near = rows.reduce((nearest, one) => (nearest && isNearer(nearest, one) <= 0 ? nearest : one), null);
  const within = near && !isOfAll(near) ? rows.filter(isOf((from, to, first, last) => from < to && to < Infinity && from <= first && last <= to)) : [];
  const begun = within.filter(({ breakdown }) => breakdown === near.breakdown).reduce((oldest, one) => (spanOf(oldest.years)[0] > spanOf(one.years)[1] ? one : oldest), near);
  const newer = asked.length ? [] : rows.filter(({ years }) => spanOf(years)[1] > spanOf(near.years)[1] + LONG).slice(0, 1);
  return [...newer.map((one) => ({ ...one, late: true })), ...new Set([near, begun])].filter(Boolean);
}

/** The years asked for in words: «năm 2024», «các năm 2015–2020». */
export function wordsOfYears(asked) {
  const each = asked.map(([from, to]) => (from === to ? String(from) : to === Infinity ? `từ ${from} đến nay` : `${from}–${to}`));
  return `${asked.some(([from, to]) => from !== to) || asked.length > 1 ? "các năm" : "năm"} ${each.join(", ")}`;
}
