// The pages that search knows, as tables that are quick to score: what words each page has, and in what place.

import { fold, wordsOf } from "../text.js";
import { placeIn } from "./places.js";

export const NAME = 0, SUMMARY = 1, TEXT = 2;
const HALF = 1 / 2;
const MOST_PHRASES = 12;
// Kinds of pages that search asks for, by the labels that views/page_kinds.py gives them.
export const AREA = "Địa phương", DOCUMENT = "Văn bản", INDICATOR = "Chỉ tiêu", SOURCE = "Nguồn", TERM = "Thuật ngữ", UNIT = "Đơn vị";
export const JOINING = new Set(["va", "cua"]); // nobody takes their first letters

/** The address that follows from the title of a page, as address_from_title in scripts/hoctap/site/search/columns.py. */
function addressFromTitle(folder, words) {
  return `${folder}/${words.join("-").replace(/-truoc-1-7-2025$/, "-truoc-2025")}/`;
}

/** Words of many texts at once: folding one long text is several times quicker than folding each. */
function wordsOfEach(texts) {
  return fold(texts.join("\n")).split("\n").map((text) => wordsOf(text));
}

/** The first letters of a title, each «đ» as it is: «cộng đồng» is «cđ», «công dân» is «cd». */
export const initialsOf = (title) => (title.normalize("NFC").toLowerCase().match(/\p{L}+/gu) ?? []).map(([first]) => (first === "đ" ? first : fold(first))).join("");

export class Table {
  constructor({ kinds, lists, provinces, shared, folders }) {
    this.kinds = kinds;
    this.lists = lists; // [name, address] of the list pages
    this.provinces = provinces;
    this.folders = folders; // of most pages of each kind
    this.shared = shared.map((words) => (words ? words.split("|") : [])); // of the texts of each kind
    this.pages = [];
    this.byTarget = new Map();
    this.postings = new Map(); // word → [[pages by name], [by summary], [by text]]
    this.pairs = new Map(); // two words side by side in a name → how many names have them
    this.glued = new Map(); // a name written in one word → pages
    this.readings = new Map(); // a word as typed → what it may mean, as long as no pages are added
    this.short = new Map(); // abbreviation, folded or with its «đ» → what it stands for
    this.places = new Set(); // names of places, without their level
    this.provincial = new Set(); // those of provinces and cities
    this.aliases = new Map(); // letters that a place is called by, «hn» → the place
  }

  /** Add the pages of a part of the index; those already there stay as they are. */
  add(part) {
    const titles = wordsOfEach(part.title);
    const targets = part.target.map((target, at) => target || addressFromTitle(this.folders[part.kind[at]], titles[at]));
    const fresh = targets.map((_, at) => at).filter((at) => !this.byTarget.has(targets[at]));
    const summaries = wordsOfEach(fresh.map((at) => part.summary[at]));
    this.readings.clear();
    fresh.forEach((at, order) => {
      const others = part.names[at] ? part.names[at].split("|").map((name) => name.split(" ")) : [];
      const page = {
        number: this.pages.length, target: targets[at], title: part.title[at], kind: part.kind[at], label: this.kinds[part.kind[at]],
        summary: part.summary[at], province: (part.provinces ?? this.provinces)[part.province[at]],
        former: (part.flags[at] & 1) > 0, last: (part.flags[at] & 2) > 0, indicators: part.indicators[at],
        names: [titles[at], ...others],
      };
      this.addNames(page, (part.flags[at] & 4) > 0);
      this.pages.push(page);
      this.byTarget.set(page.target, page);
      this.hold(page, SUMMARY, summaries[order]);
      if (part.words[at]) this.hold(page, TEXT, part.words[at].split("|"));
      this.hold(page, TEXT, this.shared[page.kind]);
    });
  }

  addNames(page, isShort) {
    // What tells two pages of one name apart is not part of the name: «Tỷ lệ biết chữ (nhóm tuổi khác)».
    const bare = wordsOf(page.title.replace(/ \([^()]*\)$/, ""));
    if (bare.length && bare.length < page.names[0].length) page.names.push(bare);
    if (page.label === AREA) this.addPlace(page, placeIn(bare));
    for (const name of page.names) {
      this.hold(page, NAME, name);
      for (let at = 1; at < name.length; at += 1) {
        const pair = `${name[at - 1]} ${name[at]}`;
        this.pairs.set(pair, (this.pairs.get(pair) ?? 0) + 1);
      }
      const glued = name.join("");
      if (!this.glued.has(glued)) this.glued.set(glued, []);
      this.glued.get(glued).push(page.number);
    }
    if (page.label === TERM && isShort) {
      for (const key of new Set([page.names[1][0], initialsOf(page.title)])) this.short.set(key, [...(this.short.get(key) ?? []), page.names[0]]);
    }
  }

  addPlace(page, words) {
    page.place = words.join(" ");
    this.places.add(page.place);
    if (/^(Tỉnh|Thành phố) /.test(page.title.normalize("NFC"))) this.provincial.add(page.place);
    if (!page.names.some((name) => name.join(" ") === page.place)) page.names.push(words);
    for (const [name, ...others] of page.names) if (!others.length && !/[aeiouy]/.test(name)) this.aliases.set(name, page.place);
  }

  /** The place that letters stand for, if they stand for nothing else: «ct» is a directive as well. */
  placeOf(letters) {
    return this.postings.get(letters)?.[NAME].every((at) => [AREA, UNIT].includes(this.pages[at].label)) ? this.aliases.get(letters) : undefined;
  }

  hold(page, place, words) {
    for (const word of words) {
      let places = this.postings.get(word);
      if (!places) this.postings.set(word, (places = [[], [], []]));
      const list = places[place];
      if (list[list.length - 1] !== page.number) list.push(page.number);
    }
  }

  /** Words in names whose first letters are these, side by side: dhqn is «Đại học Quy Nhơn». */
  namesBeginning(letters) {
    if (this.initialsOf !== this.pages.length) {
      this.initialsOf = this.pages.length;
      this.initials = this.pages.flatMap(({ names }) => names).map((name) => {
        const words = name.filter((word) => !JOINING.has(word));
        return [words.map((word) => word[0]).join(""), words];
      });
    }
    const found = new Map();
    for (const [initials, words] of this.initials) {
      const at = initials.indexOf(letters);
      if (at < 0) continue;
      const phrase = words.slice(at, at + letters.length);
      if (phrase.every((word) => /^[a-z]/.test(word))) found.set(phrase.join(" "), phrase);
    }
    return [...found.values()].slice(0, MOST_PHRASES);
  }

  /** Take how often words are in the common part and beyond it as how often they are, whatever is read later. */
  settle({ pages, counts }) {
    this.all = pages;
    this.rare = new Map();
    this.often = new Map(Object.entries(counts));
    for (const [word, places] of this.postings) {
      this.often.set(word, (this.often.get(word) ?? 0) + places[NAME].length + HALF * (places[SUMMARY].length + places[TEXT].length));
    }
  }

  /** How rare a word is: more for one that few pages have. */
  rarity(word) {
    let rare = this.rare.get(word);
    if (rare === undefined) this.rare.set(word, (rare = Math.log(1 + this.all / (1 + (this.often.get(word) ?? 0)))));
    return rare;
  }
}
