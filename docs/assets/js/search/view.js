// An answer of the search as elements: figures that answer, results with what matched marked, filters, and where
// nothing was found something near and a way to ask. The same in the dialog, in a box and on the page of results.

import { el, fold, nameWithin, number, wordsOf } from "../text.js";
import { stands } from "./places.js";
import { BASE, store } from "./store.js";

const BEST = 3; // shown on top whatever their kind; the rest stands in groups
const IN_GROUP = 5;
const AT_ONCE = 10;
const LONGEST = 220; // letters of a sentence that matched
const WITH_SENTENCE = 4; // results whose sentence is fetched
const ASK = ["Hỏi hoặc gửi số liệu còn thiếu", "huong-dan/dong-gop/"];

/** Only addresses of this site are followed. */
function address(url) {
  const target = new URL(url, BASE);
  return target.origin === BASE.origin ? target.href : BASE.href;
}

function link(name, path) {
  return el("a", { href: new URL(path, BASE).href }, name);
}

const waysOn = (lists) => el("div", { class: "sht-search__links" }, ...lists.map(([name, path]) => link(name, path)));

/** The sections of the site as the page at hand lists them, for when the index cannot be had. */
const sections = () => [...document.querySelectorAll(".md-tabs__link")].map((tab) => [tab.textContent.trim(), tab.href]);

export function button(text, pressed, act) {
  const node = el("button", { type: "button", class: "sht-search__chip" }, text);
  if (pressed !== null) node.setAttribute("aria-pressed", String(pressed));
  node.addEventListener("click", act);
  return node;
}

const has = (terms, words) => words.length > 0 && words.every((word) => terms.some(({ means, weak, long }) => !weak && ((means.get(word) ?? 0) > 0.45 || long.some((phrase) => phrase.includes(word)))));

/** A text with the words that were asked for marked. */
function marked(text, { terms }) {
  return text.split(/([\p{L}\p{M}\d.,]+)/u).map((part, at) => (at % 2 && has(terms, wordsOf(part)) ? el("mark", {}, part) : part));
}

function resultItem({ page, by }, { query, table }, withKind) {
  const title = el("span", { class: "sht-search__title" }, ...marked(page.title, query));
  const node = el("a", { href: address(page.target) }, title);
  if (withKind) node.append(" ", el("span", { class: "sht-chip" }, page.label));
  const found = by >= 0 ? `Có số liệu: ${table.pages[by].title}. ` : "";
  node.append(el("span", { class: "sht-search__summary" }, ...marked(found + page.summary, query)));
  return el("li", {}, node);
}

function figureItem({ target, words, title, owner, more, source, missing }, { query }) {
  const value = el("strong", { class: "sht-search__value" }, words);
  const other = missing ? `sổ chưa có số của ${missing}, đây là số gần nhất: ` : "";
  const rest = el("span", { class: "sht-search__summary" }, `${other}${more} · nguồn: ${source}`);
  return el("li", {}, el("a", { href: address(target) }, value, " ", el("span", { class: "sht-search__title" }, ...marked(`${title} · ${owner}`, query)), rest));
}

/** The words of a query that a page has only in its text. */
function onlyInText(page, { query, table }) {
  const visible = new Set([...page.names.flat(), ...wordsOf(page.summary)]);
  return query.terms.filter(({ word, weak, means }) => !weak && ![...means.keys()].some((other) => visible.has(other)) && table.postings.get(word)?.[2].includes(page.number));
}

/** Of the sentences of a page the one that has most of the words of a query, some of which it has only in its text; none of another place than is asked for. */
export function sentenceIn(sentences, page, answer) {
  const { query, table } = answer, only = onlyInText(page, answer);
  if (!only.length) return "";
  // «Huyện Sa Thầy, Kon Tum, năm 2030» says what one unit aims at.
  const isOfOther = (words) => !page.province && [...table.provincial].some((place) => !query.places.has(place) && stands(place, words));
  const weigh = (text) => {
    const inOrder = wordsOf(text), words = new Set(inOrder);
    return query.terms.reduce((sum, { means, weight }) => sum + ([...means.keys()].some((word) => words.has(word)) ? weight : 0), 0)
      + (only.some(({ word }) => words.has(word)) ? 1 : 0) - text.length / 5000 - (isOfOther(inOrder) ? 2 : 0);
  };
  return sentences.reduce((best, text) => (weigh(text) > weigh(best) ? text : best), "");
}

function shortened(text, { terms }) {
  if (text.length <= LONGEST) return text;
  const first = terms.reduce((most, { word, weak }) => { const at = weak ? -1 : fold(text).search(new RegExp(`\\b${word}\\b`)); return at >= 0 && at < most ? at : most; }, text.length);
  const from = text.lastIndexOf(" ", Math.max(0, Math.min(first, text.length) - LONGEST / 3)) + 1;
  return `${from > 0 ? "… " : ""}${text.slice(from, from + LONGEST)}…`;
}

const quoted = (names) => names.map((name) => `«${name}»`).join(", ");

/** What an answer does not say, in sentences: what is not held, and which words it leaves out. */
export function limits({ query, absent, called, named, unheld, strange, apart }, hits) {
  const what = named ? `số liệu «${named.title}»` : "con số này";
  return [
    unheld.length ? `Sổ chưa có trang nào mang tên ${quoted(unheld)}.` : "",
    absent ? `Sổ chưa có ${what} của ${called ? quoted([called]) : nameWithin(absent.title)}.` : "",
    query.intents.has("contact") ? "Sổ chỉ ghi số liệu và nguồn, không ghi số điện thoại, địa chỉ, hộp thư, số tài khoản của đơn vị." : "",
    strange.length && hits ? `Không tìm thấy chữ ${quoted(strange)}: kết quả theo các chữ còn lại.` : "",
    apart ? `Không trang nào mang tên «${query.typed.trim()}»: các trang dưới đây có những chữ ấy, đứng rời nhau.` : "",
  ].filter(Boolean);
}

/** Where to go with what is not held; null where all is. */
function wayOn({ query, absent, unheld }) {
  if (query.intents.has("contact")) return ["Liên lạc với người làm sổ", "huong-dan/gioi-thieu/#lien-lac"];
  if (unheld.length) return ASK;
  return absent ? ["Gửi số liệu này", "gui-so-lieu/"] : null;
}

/** Elements of an answer; `ask(text)` asks anew, `changed()` is called when a filter was set. */
export class AnswerView {
  constructor({ ask, changed, filters }) {
    Object.assign(this, { ask, changed, filters });
    this.status = el("p", { class: "sht-search__status", role: "status" });
    this.chips = el("div", { class: "sht-search__chips" });
    this.list = el("div", { class: "sht-search__results" });
    this.hints = el("div");
    this.parts = [this.status, this.chips, this.list, this.hints];
  }

  clear(message) {
    for (const part of [this.chips, this.list, this.hints]) part.replaceChildren();
    this.status.textContent = message;
  }

  show(answer, typed) {
    const hits = answer.pages.length || answer.figures.length;
    const lacks = answer.unheld.length > 0;
    const found = hits ? `${number.format(hits)} kết quả${lacks ? " gần với câu hỏi" : ""}.` : `Không tìm thấy «${typed}».`;
    const sentences = limits(answer, hits);
    this.clear((lacks ? [...sentences, hits ? found : ""] : [found, ...sentences]).filter(Boolean).join(" "));
    if (hits) this.showFound(answer);
    else this.showNear(answer);
    this.showFilters(answer.counts);
  }

  showFound(answer) {
    const way = wayOn(answer);
    if (way) this.list.append(el("p", { class: "sht-search__status" }, link(...way)));
    if (answer.unheld.length) this.list.append(el("h2", { class: "sht-search__group" }, "Gần với câu hỏi"));
    if (answer.figures.length) {
      if (answer.absent) this.list.append(el("h2", { class: "sht-search__group" }, "Số liệu gần với câu hỏi"));
      this.list.append(el("ul", { class: "sht-search__list sht-search__answers" }, ...answer.figures.map((one) => figureItem(one, answer))));
    }
    if (this.filters.kind) {
      this.list.append(el("ul", { class: "sht-search__list" }));
      this.showMore(answer.pages, answer, false);
    } else {
      this.showGroup("", answer.pages.slice(0, BEST), answer);
      const others = answer.pages.slice(BEST);
      const name = ({ page }) => page.label;
      for (const kind of new Set(others.map(name))) this.showGroup(kind, others.filter((one) => name(one) === kind), answer);
    }
    this.showSentences(answer);
  }

  showGroup(kind, found, answer) {
    const visible = kind ? found.slice(0, IN_GROUP) : found;
    if (kind) this.list.append(el("h2", { class: "sht-search__group" }, kind));
    this.list.append(el("ul", { class: "sht-search__list" }, ...visible.map((one) => resultItem(one, answer, !kind))));
    const all = kind ? answer.counts.kinds[kind] : 0;
    if (found.length > visible.length) this.list.append(button(`Xem cả ${number.format(all)} kết quả`, null, () => this.choose("kind", kind)));
  }

  showMore(waiting, answer, moveFocus) {
    const items = waiting.slice(0, AT_ONCE).map((one) => resultItem(one, answer, false));
    [...this.list.querySelectorAll("ul")].at(-1).append(...items);
    if (moveFocus) items[0]?.querySelector("a").focus();
    const left = waiting.slice(AT_ONCE);
    this.list.querySelector(".sht-search__chip")?.remove();
    if (left.length) this.list.append(button("Xem thêm", null, () => this.showMore(left, answer, true)));
  }

  /** The sentence that matched takes the place of the summary, as soon as it is there. */
  showSentences(answer) {
    const byAddress = new Map([...this.list.querySelectorAll("a")].map((one) => [one.href, one.querySelector(".sht-search__summary")]));
    for (const { page } of answer.pages.slice(0, WITH_SENTENCE)) {
      const place = byAddress.get(address(page.target));
      if (!place || !onlyInText(page, answer).length) continue;
      store.under("texts", page.target).then((sentences) => sentenceIn(sentences ?? [], page, answer)).then((text) => text && place.replaceChildren(...marked(shortened(text, answer.query), answer.query)), () => {});
    }
  }

  choose(name, value) {
    if (value) this.filters[name] = value;
    else delete this.filters[name];
    this.changed();
  }

  /** Chips filter by kind, and a choice by province where there are several; counts are of what is found. */
  showFilters({ kinds, provinces }) {
    const present = Object.keys(kinds).sort((one, other) => kinds[other] - kinds[one]);
    if (present.length > 1) {
      this.chips.append(button("Tất cả", !this.filters.kind, () => this.choose("kind", "")));
      for (const kind of present) this.chips.append(button(`${kind} ${number.format(kinds[kind])}`, this.filters.kind === kind, () => this.choose("kind", kind)));
    }
    const places = Object.keys(provinces).sort((one, other) => one.localeCompare(other, "vi"));
    if (places.length < 2) return;
    const select = el("select", { "aria-label": "Tỉnh, thành phố hiện nay" }, el("option", { value: "" }, "Mọi nơi"));
    for (const place of places) select.append(el("option", { value: place }, `${place} (${number.format(provinces[place])})`));
    select.value = this.filters.province ?? "";
    select.addEventListener("change", () => this.choose("province", select.value));
    this.chips.append(select);
  }

  /** Nothing fits: what comes near, the lists, and a way to ask. */
  showNear(answer) {
    const { near, query, table } = answer;
    if (this.filters.kind || this.filters.province) {
      this.hints.append(button("Bỏ bộ lọc", null, () => { this.filters.kind = this.filters.province = ""; this.changed(); }));
    }
    if (near.length) {
      this.hints.append(el("p", { class: "sht-search__status" }, "Có phải bạn tìm:"));
      this.hints.append(el("ul", { class: "sht-search__list" }, ...near.map((one) => resultItem(one, { query, table }, true))));
    }
    this.hints.append(el("p", { class: "sht-search__status" }, "Hoặc mở một danh sách:"), waysOn(table.lists));
    this.hints.append(el("p", { class: "sht-search__status" }, link(...ASK)));
  }

  failed({ notice }) {
    this.clear(`${notice ?? "Chưa tải được bộ tìm kiếm."} Xin mở một mục:`);
    this.hints.append(waysOn(sections()));
  }
}
