// Finding: Pagefind asked twice (for the words, and for the query written in one word, which is how titles and other
// names stand in the index too), the first answers ranked anew by title, and suggestions where nothing was found.
// Knows nothing of the page it is shown on.

import { fold as withoutMarks } from "./text.js";

export const BASE = new URL("../../", import.meta.url); // this file is <base>/assets/js/finder.js
const FROM_NAMES = 6;
const FROM_WORDS = 12;
const FURTHER = 60;
const LONGEST_NAME = 40; // as in scripts/hoctap/site/search.py
/** Of two pages with equally fitting titles, the kind named first is what people mean more often. */
export const KINDS = ["Danh hiệu", "Địa phương", "Phong trào", "Chỉ tiêu", "Đơn vị", "Thuật ngữ", "Văn bản", "Trang", "Tự đánh giá", "Nguồn", "English"];

/** As the index has it: figures without points and commas. */
const fold = (text) => withoutMarks(text).replace(/(\d)[.,](?=\d)/g, "$1");

let loading;
/** Load Pagefind once, on first use. A failed load may be tried again. */
export function pagefind() {
  loading ??= import(new URL("pagefind/pagefind.js", BASE).href)
    .then(async (engine) => {
      // One index this small needs no worker, and the worker is another 12 kB to load.
      // A page with many figures is no less about its subject than one with few: length says nothing here.
      await engine.options({ baseUrl: BASE.pathname, noWorker: true, ranking: { pageLength: 0 } });
      await engine.init();
      return engine;
    })
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

const words = (text) => text.split(/[^a-z0-9]+/).filter(Boolean);
const inOneWord = (text) => words(text).join("").slice(0, LONGEST_NAME);

/** How well a page's title or another of its names fits: 0 is the name itself, 5 only a mention in the text. */
function fit(query, asked, { title, names }) {
  const all = [fold(title), ...names.split("|")].filter(Boolean).map((name) => words(name).join(" "));
  if (all.includes(query)) return 0;
  if (all.some((name) => name.startsWith(`${query} `))) return 1;
  if (all.some((name) => name.startsWith(query))) return 2;
  const found = (name) => asked.filter((word) => words(name).some((held) => held === word || (word.length > 2 && held.startsWith(word))));
  if (all.some((name) => found(name).length === asked.length)) return 3;
  if (all.some((name) => words(name).length > 1 && ` ${query} `.includes(` ${name} `))) return 4; // «tải dữ liệu», the page «Dữ liệu»
  return found(all.join(" ")).length === asked.length ? 4 : 5;
}

const isNamed = (query, page) => page !== undefined && fit(words(query).join(" "), words(query), page.meta) === 0;

const without = (results, others) => {
  const ids = new Set(others.map(({ id }) => id));
  return results.filter(({ id }) => !ids.has(id));
};

/** Whether a page really holds every word: Pagefind falls back to shorter beginnings of words it does not know. */
function holds(asked, { content }) {
  const held = words(fold(content));
  return asked.every((word) => held.some((other) => other.startsWith(word)));
}

/** The pages in the order people expect; pages whose title says nothing of the query keep Pagefind's order. */
function ranked(query, pages) {
  const asked = words(query);
  const keyed = pages.filter((page) => holds(asked, page)).map((page, at) => {
    const how = fit(asked.join(" "), asked, page.meta);
    const kind = KINDS.indexOf(page.meta.kind);
    return { page, key: how < 5 ? [how, Number(page.meta.former), kind, page.meta.title.length, at] : [how, at] };
  });
  keyed.sort((one, other) => {
    const at = one.key.findIndex((value, index) => value !== other.key[index]);
    return at < 0 ? 0 : one.key[at] - other.key[at];
  });
  return keyed.map(({ page }) => page);
}

/**
 * Answer a query: `pages` are the first, loaded and ranked; `rest` are further results, to be loaded by `.data()`;
 * `counts()` gives how many results each kind and province has, without any filter. Counting needs files of its
 * own, so the first answer does not wait for it.
 */
export async function find(typed, filters = {}) {
  const query = fold(typed);
  const engine = await pagefind();
  const load = async (results) => ranked(query, await Promise.all(results.map((result) => result.data())));
  const byWords = await engine.search(query, { filters });
  let named = [];
  let pages = await load(byWords.results.slice(0, FROM_WORDS));
  // Names in one word are in another part of the index: 20 kB that a query of a full name can do without.
  const name = inOneWord(query);
  if (name && name !== query && !isNamed(query, pages[0])) {
    named = (await engine.search(name, { filters })).results.slice(0, FROM_NAMES);
    pages = await load([...named, ...without(byWords.results.slice(0, FROM_WORDS), named)]);
  }
  const others = without(byWords.results, named);
  // Loose matches may stand before the true ones; look further before saying that there is nothing.
  if (!pages.length) pages = await load(others.slice(FROM_WORDS, FURTHER));
  if (!pages.length) return { pages, rest: [], total: 0, counts: async () => ({ kinds: {}, provinces: {} }) };
  const rest = others.slice(FROM_WORDS);
  const counts = async () => {
    await engine.filters();
    const { kind = {}, province = {} } = (await engine.search(query)).totalFilters ?? {};
    return { kinds: kind, provinces: province };
  };
  return { pages, rest, total: pages.length + rest.length, counts };
}

const trigrams = (text) => {
  const padded = `  ${text} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
};

function likeness(one, other) {
  let shared = 0;
  for (const part of one) if (other.has(part)) shared += 1;
  return (2 * shared) / (one.size + other.size);
}

let titles;
/** Titles that look like the query, for slips of the finger. The list of titles is fetched only then. */
async function nearest(query) {
  titles ??= fetch(new URL("pagefind/titles.json", BASE)).then((answer) => answer.json());
  const asked = trigrams(query);
  return (await titles)
    .map(([title, target, kind]) => ({ title, target, kind, how: likeness(asked, trigrams(fold(title))) }))
    .filter(({ how }) => how > 0.3)
    .sort((one, other) => other.how - one.how)
    .slice(0, 5);
}

/** Where nothing was found: the query without one of its words, if that finds something; and titles like it. */
export async function suggestions(typed) {
  const engine = await pagefind();
  const parts = typed.trim().split(/\s+/);
  const shorter = parts.length > 1 ? parts.map((_, at) => parts.filter((__, other) => other !== at).join(" ")) : [];
  const found = await Promise.all(shorter.slice(0, 8).map(async (text) => {
    const { results } = await engine.search(fold(text));
    return results.length > 0 && holds(words(fold(text)), await results[0].data());
  }));
  const queries = shorter.filter((_, at) => found[at]).slice(0, 3);
  return { queries: [...new Set(queries)], pages: await nearest(fold(typed)).catch(() => []) };
}
