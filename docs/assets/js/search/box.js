// The search box: what is typed, when it is asked, keys, and what was looked for before on this device.

import { el, memory } from "../text.js";
import { find } from "./find.js";
import { BASE, store } from "./store.js";
import { AnswerView, button } from "./view.js";

export { store };

const WAIT_MS = 60;
const RECENT = "sht-recent";
const MOST_RECENT = 6;

export class SearchBox {
  /** `inline`: the answer lies over the page; `entered(text)`: Enter was pressed, else the page of results is opened. */
  constructor({ inline = false, id, entered }) {
    Object.assign(this, { inline, id, entered });
    this.turn = 0; // answers to older questions are dropped
    this.filters = {};
    this.view = new AnswerView({ ask: (text) => this.ask(text), changed: () => { this.search(); this.input.focus(); }, filters: this.filters });
    this.input = el("input", {
      class: "sht-search__input", type: "search", name: "q", id, autocomplete: "off", autocapitalize: "none", spellcheck: "false",
      enterkeyhint: "search", placeholder: "Lạng Sơn, khuyen hoc, TT24", "aria-describedby": `${id}-help`,
    });
    this.panel = el("div", { class: "sht-search__panel", hidden: inline }, ...this.view.parts);
    this.root = el(
      "div", { class: `sht-search${inline ? " sht-search--inline" : ""}`, role: "search" },
      el("label", { for: id, class: "visually-hidden" }, "Tìm trong Sổ Học Tập"),
      el("span", { id: `${id}-help`, class: "visually-hidden" }, "Gõ có dấu hay không dấu đều được; phím mũi tên để chọn kết quả, Enter để xem mọi kết quả."),
      this.input, this.panel,
    );
    this.listen();
  }

  listen() {
    // The page of results has the focus from the beginning: there the index waits for a hand.
    this.input.addEventListener(this.entered ? "pointerdown" : "focus", () => store.table().catch(() => {}));
    this.input.addEventListener("focus", () => {
      if (this.input.value.trim()) this.panel.hidden = false;
      else this.showRecent();
    });
    this.input.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.filters.kind = this.filters.province = "";
      this.timer = setTimeout(() => this.search(), WAIT_MS);
    });
    this.panel.addEventListener("click", ({ target }) => target.closest("a") && this.keepRecent());
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
      if (step > 0) (this.panel.querySelector("a") ?? stops[1])?.focus(); // past the chips, to the first result
    } else if (step && here > 0) {
      event.preventDefault();
      const links = [this.input, ...this.panel.querySelectorAll(".sht-search__results :is(a, button), .sht-search__list a, .sht-search__links a")];
      const at = links.indexOf(document.activeElement);
      links[at < 0 ? 0 : Math.min(at + step, links.length - 1)].focus();
    } else if (event.key === "Enter" && here === 0 && this.input.value.trim()) {
      event.preventDefault();
      this.keepRecent();
      if (this.entered) this.entered(this.input.value.trim());
      else location.assign(resultsAddress(this.input.value.trim()));
    } else if (event.key === "Escape" && this.inline && !this.panel.hidden) {
      event.preventDefault();
      this.input.focus();
      this.panel.hidden = true;
    }
  }

  async search() {
    clearTimeout(this.timer);
    const typed = this.input.value.trim();
    const turn = ++this.turn;
    if (typed === "") return this.showRecent();
    this.panel.hidden = false;
    try {
      const answer = await find(this.input.value.trimStart(), this.filters, store);
      if (turn !== this.turn) return;
      this.view.show(answer, typed);
      this.panel.dataset.answer = typed; // whoever watches from outside knows which question this answers
    } catch (error) {
      if (turn === this.turn) this.view.failed(error);
    }
  }

  ask(text) {
    this.input.value = text;
    this.filters.kind = this.filters.province = "";
    return this.search();
  }

  keepRecent() {
    const typed = this.input.value.trim();
    const others = memory.read(RECENT, []).filter((text) => text !== typed);
    if (typed) memory.write(RECENT, [typed, ...others].slice(0, MOST_RECENT));
  }

  /** With nothing typed: what was looked for before, on this device only. */
  showRecent() {
    const texts = memory.read(RECENT, []);
    this.view.clear(texts.length ? "Tìm gần đây, chỉ giữ trên máy này:" : "");
    this.panel.hidden = this.inline && texts.length === 0;
    for (const text of texts) this.view.hints.append(button(text, null, () => { this.input.focus(); this.ask(text); }));
    if (!texts.length) return;
    this.view.hints.append(button("Xóa", null, () => {
      memory.forget(RECENT);
      this.input.focus();
      this.showRecent();
    }));
  }
}

/** The address of the page of results, which can be sent. */
export function resultsAddress(text) {
  const address = new URL("tim/", BASE);
  address.searchParams.set("q", text);
  return address.href;
}
