// What a row of a list says: the words it is found by, what it has of a filter, where it leads, the unit it stands for.

import { beginnings, plain } from "./text.js";

/** What a row shows but for what is to be known of its last figure: nobody looks for a place by the words of a caveat. */
const visibleText = (row) => [...row.cells].map((cell, at, { length }) => at + 1 < length ? plain(cell) : plain(cell).replace(/\(.*\)$/, "")).join(" ");

/** Whether letters without a vowel are first letters of words of a row's name: «hkh» of «Hội Khuyến học tỉnh». */
function isShortFor(word, row) {
  return word.length > 1 && !/[aeiouy0-9]/.test(word) && beginnings(plain(row.cells[0])).map(([letter]) => letter).join("").includes(word);
}

/** What a row has of a filter: a column of the table, the year of a date there, an attribute, or what most rows have. */
export function valueOf(row, { name, dataset }) {
  if (dataset.column) return plain(row.cells[dataset.column]);
  if (dataset.yearColumn) return plain(row.cells[dataset.yearColumn]).match(/\d{4}$/)?.[0] ?? "chưa rõ";
  return row.getAttribute(`data-${name}`) ?? dataset.usual ?? "";
}

/** What a filter says besides its value of what a row has of it: other names of a province, and what it is today. */
function choiceOf(row, control) {
  const value = valueOf(row, control);
  return [...control.options].find((option) => option.value === value)?.dataset ?? {};
}

const folded = new WeakMap();

/** Folded once, on the first typed letter: what the row shows and its other names, a space before each word. */
function textOf(row, selects) {
  if (!folded.has(row)) {
    const places = selects.map((control) => Object.values(choiceOf(row, control)).join(" "));
    folded.set(row, ` ${beginnings([visibleText(row), ...Object.values(row.dataset), ...places].join(" ")).join(" ")}`);
  }
  return folded.get(row);
}

/** Whether a row has what a filter asks for; a province of today includes those it was made of. */
function has(row, control) {
  return valueOf(row, control) === control.value || choiceOf(row, control).today === control.value;
}

/** Whether a row has all words that were typed and all that was chosen; `selects` are the filters, chosen or not. */
export function fits(row, { words, chosen, selects }) {
  return words.every((word) => textOf(row, selects).includes(` ${word}`) || isShortFor(word, row)) && chosen.every((control) => has(row, control));
}

/** The unit whose figures a row stands for: that of its page, unless the row names another one, or none. */
export function unitOf(row) {
  return row.dataset.of ?? row.querySelector("a").pathname.split("/").at(-2);
}

/** Where a row leads: what tells it from all others. */
export function addressOf(row) {
  return row.querySelector("a").href;
}

/** The number that a cell shows; null where it shows none. */
export function numberOf(cell) {
  const text = plain(cell).replace(/\./g, "").replace(",", ".");
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : null;
}
