// The files of the index: the common part, read once, and parts read by what is typed. scripts/hoctap/site/search/index.py
// writes them and computes the same numbers of parts.

import { Table } from "./table.js";

const HASHED = 1000003;
const MOST_PARTS = 4;

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

  /** The table of pages, from the common part. A failed load may be tried again. */
  async table() {
    this.loading ??= this.read("common.json").then((common) => {
      this.common = common;
      const table = new Table(common);
      table.add(common);
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
    const path = `${name}/${partOf(key.split(" ")[0], count)}.json`;
    if (!this.parts.has(path)) this.parts.set(path, this.read(path).catch((error) => { this.parts.delete(path); throw error; }));
    return (await this.parts.get(path))[key];
  }

  /** Add to the table what the common part leaves out and these words ask for: the rarest words first. */
  async complete(table, words) {
    const counts = this.common.counts;
    const known = words.filter((word) => counts[word]);
    const pairs = words.slice(1).map((word, at) => [words[at], word]).filter((pair) => pair.every((word) => counts[word]));
    const keys = [
      ...pairs.map(([one, other]) => ({ key: `${one} ${other}`, count: Math.min(counts[one], counts[other]) / 2 })),
      ...known.map((word) => ({ key: word, count: counts[word] })),
    ].sort((one, other) => one.count - other.count).slice(0, MOST_PARTS);
    for (const part of await Promise.all(keys.map(({ key }) => this.under("words", key)))) if (part) table.add(part);
  }
}
