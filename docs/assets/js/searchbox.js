// The search box and its answers, the same in the dialog and on a page. What people read of a result comes from the
// meta fields title, kind and summary; Pagefind's own excerpts are of folded text and are never shown.

import { BASE, KINDS, find, pagefind, suggestions } from "./finder.js";
import { el, memory, number } from "./text.js";

const WAIT_MS = 120;
const BEST = 3; // shown on top whatever their kind; the rest stands in groups
const IN_GROUP = 5;
const PAGE_SIZE = 10;
const RECENT = "sht-recent";
const MOST_RECENT = 6;
const LISTS = [
  ["Đơn vị", "don-vi/"], ["Địa phương", "dia-phuong/"], ["Chỉ tiêu", "chi-tieu/"], ["Phong trào", "phong-trao/"],
  ["Văn bản", "van-ban/"], ["Danh hiệu", "danh-hieu/"], ["Nguồn", "nguon/"], ["Thuật ngữ", "thuat-ngu/"],
];

/** Only addresses of this site are followed. */
function address(url) {
  const target = new URL(url, BASE);
  return target.origin === BASE.origin ? target.href : BASE.href;
}

function resultItem({ target, title, kind, summary }) {
  const link = el("a", { href: address(target) }, el("span", { class: "sht-search__title" }, title));
  if (kind) link.append(" ", el("span", { class: "sht-chip" }, kind));
  if (summary) link.append(el("span", { class: "sht-search__summary" }, summary));
  return el("li", {}, link);
}

function listLinks() {
  const links = LISTS.map(([name, path]) => el("a", { href: new URL(path, BASE).href }, name));
  return el("div", { class: "sht-search__links" }, ...links);
}

function button(text, pressed, act) {
  const made = el("button", { type: "button", class: "sht-search__chip" }, text);
  if (pressed !== null) made.setAttribute("aria-pressed", String(pressed));
  made.addEventListener("click", act);
  return made;
}

export class SearchBox {
  constructor({ inline, id }) {
    this.inline = inline;
    this.id = id;
    this.turn = 0; // answers to older questions are dropped
    this.filters = {};
    this.input = el("input", {
      class: "sht-search__input", type: "search", id, autocomplete: "off", autocapitalize: "none", spellcheck: "false",
      enterkeyhint: "search", placeholder: "khuyen hoc, Lạng Sơn, 1373…", "aria-describedby": `${id}-help`,
    });
    this.status = el("p", { class: "sht-search__status", role: "status" });
    this.chips = el("div", { class: "sht-search__chips" });
    this.list = el("div", { class: "sht-search__results" });
    this.hints = el("div");
    this.panel = el("div", { class: "sht-search__panel", hidden: inline }, this.status, this.chips, this.list, this.hints);
    this.root = el(
      "div", { class: `sht-search${inline ? " sht-search--inline" : ""}`, role: "search" },
      el("label", { for: id, class: "visually-hidden" }, "Tìm trong Sổ Học Tập"),
      el("span", { id: `${id}-help`, class: "visually-hidden" }, "Gõ có dấu hay không dấu đều được; phím mũi tên để chọn kết quả."),
      this.input, this.panel,
    );
    this.listen();
  }

  listen() {
    this.input.addEventListener("focus", () => {
      pagefind().catch(() => {});
      if (this.input.value.trim()) this.panel.hidden = false;
      else this.showRecent();
    });
    this.input.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.filters = {};
      this.timer = setTimeout(() => this.search(), WAIT_MS);
    });
    this.list.addEventListener("click", ({ target }) => target.closest("a") && this.keepRecent());
    this.root.addEventListener("keydown", (event) => this.onKey(event));
    if (this.inline) {
      this.root.addEventListener("focusout", ({ relatedTarget }) => {
        if (relatedTarget && !this.root.contains(relatedTarget)) this.panel.hidden = true;
      });
      document.addEventListener("pointerdown", ({ target }) => {
        if (!this.root.contains(target)) this.panel.hidden = true;
      });
    }
  }

  onKey(event) {
    const stops = [this.input, ...this.panel.querySelectorAll("a, button")];
    const here = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && here === 0) {
      event.preventDefault();
      if (step > 0) (this.list.querySelector("a") ?? stops[1])?.focus(); // past the chips, to the first result
    } else if (step && here > 0) {
      event.preventDefault();
      const links = [this.input, ...this.panel.querySelectorAll(".sht-search__results :is(a, button), .sht-search__links a")];
      const at = links.indexOf(document.activeElement);
      links[at < 0 ? 0 : Math.min(at + step, links.length - 1)].focus();
    } else if (event.key === "Enter" && here === 0) {
      event.preventDefault();
      this.openFirst();
    } else if (event.key === "Escape" && this.inline && !this.panel.hidden) {
      event.preventDefault();
      this.input.focus();
      this.panel.hidden = true;
    }
  }

  /** Enter in the input: wait for the answer to what is typed now, then open its first result. */
  async openFirst() {
    clearTimeout(this.timer);
    await this.search();
    this.list.querySelector("a")?.click();
  }

  async search() {
    const typed = this.input.value.trim();
    const turn = ++this.turn;
    if (typed === "") return this.showRecent();
    this.panel.hidden = false;
    try {
      const answer = await find(typed, this.filters);
      const hints = answer.total ? null : await suggestions(typed);
      if (turn !== this.turn) return;
      this.clear(answer.total ? `${number.format(answer.total)} kết quả` : `Không tìm thấy «${typed}».`);
      this.panel.dataset.answer = typed; // whoever watches from outside knows which question this answers
      if (answer.total) this.showResults(answer);
      else this.showHints(hints);
      const counts = await answer.counts();
      if (turn === this.turn) this.showCounts(counts);
    } catch {
      if (turn !== this.turn) return;
      this.clear("Chưa tải được bộ tìm kiếm. Xin mở một danh sách:");
      this.hints.append(listLinks());
    }
  }

  clear(message) {
    for (const part of [this.chips, this.list, this.hints]) part.replaceChildren();
    this.status.textContent = message;
  }

  /** Groups say how many more there are; chips filter by kind, and a choice by province where there are several. */
  showCounts({ kinds, provinces }) {
    for (const head of this.list.querySelectorAll("[data-kind]")) {
      const { kind } = head.dataset;
      if ((kinds[kind] ?? 0) <= head.nextSibling.children.length) continue;
      head.textContent = `${kind} (${number.format(kinds[kind])})`;
      head.nextSibling.after(button(`Xem cả ${number.format(kinds[kind])} kết quả`, null, () => {
        this.filters.kind = kind;
        this.search();
        this.input.focus();
      }));
    }
    const choose = (name, value) => {
      if (value) this.filters[name] = value;
      else delete this.filters[name];
      this.search();
      this.input.focus();
    };
    const held = KINDS.filter((kind) => kinds[kind]);
    if (held.length > 1) {
      this.chips.append(button("Tất cả", !this.filters.kind, () => choose("kind", "")));
      for (const kind of held) this.chips.append(button(`${kind} ${number.format(kinds[kind])}`, this.filters.kind === kind, () => choose("kind", kind)));
    }
    const places = Object.keys(provinces).filter((place) => provinces[place]);
    if (places.length < 2) return;
    const select = el("select", { "aria-label": "Tỉnh, thành phố hiện nay" }, el("option", { value: "" }, "Mọi nơi"));
    for (const place of places) select.append(el("option", { value: place }, `${place} (${number.format(provinces[place])})`));
    select.value = this.filters.province ?? "";
    select.addEventListener("change", () => choose("province", select.value));
    this.chips.append(select);
  }

  showResults({ pages, rest }) {
    if (this.filters.kind) {
      this.list.append(el("ul", { class: "sht-search__list" }));
      return this.showMore([...pages.map((page) => ({ data: () => page })), ...rest], false);
    }
    this.showGroup("", pages.slice(0, BEST));
    const others = pages.slice(BEST);
    const order = [...new Set(others.map(({ meta }) => meta.kind))];
    for (const kind of order) this.showGroup(kind, others.filter(({ meta }) => meta.kind === kind).slice(0, IN_GROUP));
  }

  showGroup(kind, pages) {
    if (kind) this.list.append(el("h3", { class: "sht-search__group", "data-kind": kind }, kind));
    this.list.append(el("ul", { class: "sht-search__list" }, ...pages.map(({ meta }) => resultItem(kind ? { ...meta, kind: "" } : meta))));
  }

  async showMore(waiting, moveFocus) {
    const turn = this.turn;
    const pages = await Promise.all(waiting.slice(0, PAGE_SIZE).map((result) => result.data()));
    if (turn !== this.turn) return;
    const items = pages.map(({ meta }) => resultItem(meta));
    this.list.querySelector("ul").append(...items);
    if (moveFocus) items[0]?.querySelector("a").focus();
    const left = waiting.slice(PAGE_SIZE);
    this.list.querySelector(".sht-search__chip")?.remove();
    if (left.length) this.list.append(button("Xem thêm", null, () => this.showMore(left, true)));
  }

  ask(text) {
    this.input.value = text;
    this.filters = {};
    this.input.focus();
    return this.search();
  }

  showHints({ queries, pages }) {
    if (this.filters.kind || this.filters.province) this.hints.append(button("Bỏ bộ lọc", null, () => this.ask(this.input.value)));
    if (queries.length) this.hints.append(el("p", { class: "sht-search__status" }, "Thử ít từ hơn: "), ...queries.map((text) => button(text, null, () => this.ask(text))));
    if (pages.length) {
      this.hints.append(el("p", { class: "sht-search__status" }, "Có phải bạn tìm:"));
      this.list.append(el("ul", { class: "sht-search__list" }, ...pages.map(resultItem)));
      this.hints.append(this.list.lastChild);
    }
    this.hints.append(el("p", { class: "sht-search__status" }, "Hoặc mở một danh sách:"), listLinks());
  }

  keepRecent() {
    const typed = this.input.value.trim();
    const others = memory.read(RECENT, []).filter((text) => text !== typed);
    if (typed) memory.write(RECENT, [typed, ...others].slice(0, MOST_RECENT));
  }

  /** With nothing typed: what was looked for before, on this device only. */
  showRecent() {
    const texts = memory.read(RECENT, []);
    this.clear(texts.length ? "Tìm gần đây, chỉ giữ trên máy này:" : "");
    this.panel.hidden = this.inline && texts.length === 0;
    for (const text of texts) this.hints.append(button(text, null, () => this.ask(text)));
    if (!texts.length) return;
    this.hints.append(button("Xóa", null, () => {
      memory.forget(RECENT);
      this.input.focus();
      this.showRecent();
    }));
  }
}
