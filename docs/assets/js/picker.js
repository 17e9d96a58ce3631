// A box to choose one of many by typing part of a name, with or without marks: the combobox pattern of ARIA.

import { el, fold } from "./text.js";

const MOST = 8;

export class Picker {
  /** `options` are {id, name, detail, text, rank}; `chosen(id)` is called with what was picked; `skip(id)` hides some. */
  constructor({ id, label, options, chosen, skip }) {
    Object.assign(this, { id, options, chosen, skip, active: -1 });
    this.folded = options.map(({ text }) => fold(text));
    this.input = el("input", {
      id, type: "text", role: "combobox", autocomplete: "off", spellcheck: "false", "aria-expanded": "false", "aria-controls": `${id}-list`,
      "aria-autocomplete": "list", placeholder: "gõ tên, ví dụ: khuyen hoc nghe an",
    });
    this.list = el("ul", { id: `${id}-list`, role: "listbox", class: "sht-picker__list", "aria-label": label, hidden: true });
    this.root = el("div", { class: "sht-picker" }, el("label", { for: id }, label), this.input, this.list);
    this.input.addEventListener("input", () => this.show());
    this.input.addEventListener("focus", () => this.show());
    this.input.addEventListener("blur", () => this.hide());
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.list.addEventListener("pointerdown", (event) => {
      event.preventDefault(); // or the input would lose the focus, and the list with it, before the click
      const item = event.target.closest("[role=option]");
      if (item) this.pick(item.dataset.id);
    });
  }

  /**
   * Those with words that begin with every word typed («ha tinh» is no «Khánh Hòa»), if none has, those that hold them:
   * the very name first, then what was typed side by side, then by rank (a province before a hospital of its name).
   */
  fitting() {
    const typed = fold(this.input.value.trim());
    const words = typed.split(/\s+/).filter(Boolean);
    const open = this.options.map((option, at) => ({ option, text: ` ${this.folded[at]} ` })).filter(({ option }) => !this.skip(option.id));
    const having = (before) => open.filter(({ text }) => words.every((word) => text.includes(before + word)));
    const found = having(" ").length ? having(" ") : having("");
    const isTogether = ({ text }) => Number(text.includes(` ${typed} `));
    const isIt = ({ option }) => Number(fold(option.name) === typed);
    found.sort((one, other) => isIt(other) - isIt(one) || isTogether(other) - isTogether(one) || (one.option.rank ?? 0) - (other.option.rank ?? 0) || Number(other.text.startsWith(` ${typed}`)) - Number(one.text.startsWith(` ${typed}`)));
    return found.slice(0, MOST).map(({ option }) => option);
  }

  show() {
    this.active = -1;
    const items = this.fitting().map(({ id, name, detail }, at) =>
      el("li", { role: "option", id: `${this.id}-${at}`, "data-id": id, "aria-selected": "false" }, name, " ", el("span", { class: "sht-note" }, detail)));
    if (!items.length) items.push(el("li", { class: "sht-note" }, "Không có tên nào khớp."));
    this.list.replaceChildren(...items);
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.input.removeAttribute("aria-activedescendant");
  }

  hide() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  onKey(event) {
    const items = [...this.list.querySelectorAll("[role=option]")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && items.length) {
      event.preventDefault();
      if (this.list.hidden) return this.show();
      this.active = (this.active + step + items.length + (this.active < 0 && step < 0 ? 1 : 0)) % items.length;
      items.forEach((item, at) => item.setAttribute("aria-selected", String(at === this.active)));
      this.input.setAttribute("aria-activedescendant", items[this.active].id);
      items[this.active].scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && !this.list.hidden && items.length) {
      event.preventDefault();
      this.pick(items[Math.max(this.active, 0)].dataset.id);
    } else if (event.key === "Escape" && !this.list.hidden) {
      event.preventDefault();
      this.hide();
    }
  }

  pick(id) {
    this.input.value = "";
    this.hide();
    this.chosen(id);
  }
}
