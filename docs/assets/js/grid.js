// A long grid of one unit, indicator by year: rows filtered by what is typed, ordered by topic, name or newest figure.
// Without this script the grid is whole, by topic.

import { beginnings, collator, number, plain } from "./text.js";

const TOPIC = ".sht-years__topic";
const nameOf = (row) => plain(row.cells[0].querySelector("a"));
/** The last year that has a figure; columns are years, the newest last. */
const newest = (row) => Number([...row.cells].slice(1).findLast((cell) => cell.childElementCount)?.dataset.label ?? 0);
const ORDERS = {
  ten: (a, b) => collator.compare(nameOf(a), nameOf(b)),
  moi: (a, b) => newest(b) - newest(a) || collator.compare(nameOf(a), nameOf(b)),
};

class Grid {
  constructor(form, table) {
    this.groups = [...table.tBodies];
    this.rows = [...table.querySelectorAll(`tbody tr:not(${TOPIC})`)];
    this.homes = this.rows.map((row) => row.parentElement);
    this.texts = this.rows.map((row, at) => this.textOf(row, this.homes[at]));
    [this.typed, this.order, this.count] = form.elements;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => this.apply());
    if (this.typed.value || this.order.value) this.apply(); // what the browser kept when it came back to the page
  }

  /** What a row is found by: its indicator, its scope, its topic. */
  textOf(row, home) {
    const parts = [nameOf(row), row.cells[0].querySelector(".sht-note")?.textContent, home.querySelector(TOPIC)?.textContent];
    return ` ${beginnings(parts.join(" ")).join(" ")}`;
  }

  apply() {
    const words = beginnings(this.typed.value), by = ORDERS[this.order.value];
    this.rows.forEach((row, at) => { row.hidden = !words.every((word) => this.texts[at].includes(` ${word}`)); });
    if (by) this.groups[0].append(...this.rows.toSorted(by));
    else this.rows.forEach((row, at) => this.homes[at].append(row));
    for (const topic of this.groups.map((group) => group.querySelector(TOPIC)).filter(Boolean)) {
      topic.hidden = Boolean(by) || !this.rows.some((row) => !row.hidden && row.parentElement === topic.parentElement);
    }
    const left = this.rows.filter((row) => !row.hidden).length;
    this.count.textContent = left ? `${number.format(left)} trên ${number.format(this.rows.length)} dòng` : "Không có chỉ tiêu nào khớp. Thử bớt chữ.";
  }
}

for (const form of document.querySelectorAll("form[data-grid-filter]")) new Grid(form, document.getElementById(form.dataset.gridFilter));
