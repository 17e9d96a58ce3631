// The files of the index: the common part, read once, and parts read by what is typed. scripts/hoctap/site/search/index.py
// writes them and computes the same numbers of parts.

import { Table } from "./table.js";

const HASHED = 1000003;
const MOST_PARTS = 3;
const MOST_ARTICLES = 2;

/** The number of the part that holds a key. */
export function partOf(key, parts) {
  let value = 0;
  for (const char of key) value = (value * 31 + char.codePointAt(0)) % HASHED;
  return value % parts;
}

/** The index behind `read(path)`, which gives the content of one of its files. */
export class Files {
  constructor(read) {
    this.read = read;
    this.parts = new Map();
  }

  /** The table of pages, from the common part, `begun` if it is on its way. A failed load may be tried again. */
  async table(begun) {
    this.loading ??= (begun ?? this.read("common.json")).then((common) => {
      this.common = common;
      const table = new Table(common);
      table.add(common);
      table.settle(common);
      return table;
    });
    return this.loading.catch((error) => {
      this.loading = undefined;
      throw error;
    });
  }

  /** What a part holds under a key; undefined if it holds nothing. */
  async under(name, key) {
    const count = this.common.parts[name];
    if (!count) return undefined;
    const path = `${name}/${partOf(key, count)}.json${this.common.packed ? ".gz" : ""}`;
    if (!this.parts.has(path)) this.parts.set(path, this.read(path).catch((error) => { this.parts.delete(path); throw error; }));
    return (await this.parts.get(path))[key];
  }

  /** Add to the table the pages that the common part leaves out and these words ask for, the rarest words first. */
  async complete(table, words) {
    const counts = this.common.counts;
    const known = [...new Set(words)].filter((word) => counts[word]).sort((one, other) => counts[one] - counts[other]);
    return this.addParts(table, "words", known.slice(0, MOST_PARTS));
  }

  /** Add the articles that have the rarest of these words in their titles. */
  articles(table, words) {
    const rarest = [...new Set(words)].filter((word) => word.length > 1).sort((one, other) => table.rarity(other) - table.rarity(one));
    return this.addParts(table, "articles", rarest.slice(0, MOST_ARTICLES));
  }

  /** Add what parts hold under these words; whether there was anything new. */
  async addParts(table, name, words) {
    const before = table.pages.length;
    for (const part of await Promise.all(words.map((word) => this.under(name, word)))) if (part) table.add(part);
    return table.pages.length > before;
  }
}
