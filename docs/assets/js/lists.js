// List pages: filter, sort, show fifty rows at a time, download the rows that fit as Excel or CSV. What was chosen stands in the
// address, so a list can be sent to someone. Without this script the page is the whole table. list-rows.js reads a row,
// list-files.js makes the files.

import { saveCsv, saveExcel, saveFigures } from "./list-files.js";
import { addressOf, fits, unitOf } from "./list-rows.js";
import { setUpSorting } from "./sort.js";
import { beginnings, collator, number } from "./text.js";

const STEP = 50;
const WAIT_MS = 120; // laying out 2,000 rows takes longer than a key press: wait for a short pause
const ORDER = "xep";

/** Pages of the same list with what they were fetched from, and the pages to which they leave rows of theirs. */
async function pagesAt(addresses, base) {
  const found = await Promise.all(addresses.split(" ").map(async (address) => {
    const home = new URL(address, base);
    const answer = await fetch(home);
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const further = page.querySelector(".sht-table--list")?.dataset.rest;
    return [{ page, home }, ...(further ? await pagesAt(further, home) : [])];
  }));
  return found.flat();
}

class List {
  constructor(form) {
    this.form = form;
    this.table = document.getElementById(form.dataset.filterFor);
    this.count = form.querySelector(".sht-filter__count");
    this.more = document.querySelector(`[data-more-for="${this.table.id}"]`);
    this.excel = form.querySelector("[data-excel]");
    this.csv = form.querySelector("[data-csv]");
    this.figures = form.querySelector("[data-figures]");
    this.controls = [...form.elements].filter((control) => control.matches("input[name], select[name]"));
    this.selects = this.controls.filter((control) => control.matches("select"));
    this.address = new URL(location.href);
    this.limit = STEP;
    this.readAddress();
    this.listen();
    this.apply();
    // Whoever was quicker than this script has typed already.
    for (const { name, value } of this.controls) if (value) this.remember(name, value);
    if (this.address.search || this.form.contains(document.activeElement)) this.addRest();
  }

  get rows() {
    return [...this.table.tBodies[0].rows];
  }

  readAddress() {
    const asked = this.address.searchParams;
    for (const control of this.controls) {
      control.value = asked.get(control.name) ?? (control === document.activeElement ? control.value : "");
    }
    const chosen = this.selects.some(({ value }) => value);
    if (chosen) this.form.querySelector("details").open = true;
    this.sortBy = setUpSorting(this.table, (order) => {
      this.remember(ORDER, order);
      this.apply();
    });
    this.sortBy(asked.get(ORDER) ?? "");
  }

  /** The rows that stand on another page, as soon as someone looks further than what is shown; whether all are here. */
  addRest() {
    this.rest ??= this.fetchRest().then(() => true, () => {
      this.rest = undefined; // the page links to them too
      this.count.textContent = "Chưa tải được những dòng ở trang khác; xin thử lại.";
      return false;
    });
    return this.rest;
  }

  async fetchRest() {
    const { rest } = this.table.dataset;
    if (!rest) return;
    const pages = await pagesAt(rest, location.href);
    const known = new Set(this.rows.map(addressOf));
    for (const { page, home } of pages) {
      const rows = [...page.querySelectorAll(".sht-table--list tbody tr")];
      for (const row of rows) row.querySelector("a").href = new URL(row.querySelector("a").getAttribute("href"), home).href;
      const others = rows.filter((row) => !known.has(addressOf(row)));
      for (const other of page.querySelectorAll(".sht-filter select")) this.join(other, others);
      for (const row of others) known.add(addressOf(row));
      this.table.tBodies[0].append(...others);
    }
    delete this.table.dataset.total;
    delete this.table.dataset.figuresAtRest;
    for (const select of this.selects) select.value = this.address.searchParams.get(select.name) ?? select.value;
    this.sortBy(this.address.searchParams.get(ORDER) ?? "");
    this.apply();
  }

  /** Take over what a filter of the other page offers, and say in its rows what most of them have. */
  join({ name, options, dataset }, rows) {
    const own = this.selects.find((select) => select.name === name);
    if (!own) return;
    for (const row of dataset.usual ? rows : []) if (!row.hasAttribute(`data-${name}`)) row.setAttribute(`data-${name}`, dataset.usual);
    const ours = [...own.options], [all, ...others] = [...ours, ...[...options].filter(({ value }) => !ours.some((option) => option.value === value))];
    const { value } = own;
    own.replaceChildren(all, ...others.sort((one, other) => collator.compare(one.value, other.value)));
    own.value = value;
  }

  listen() {
    let timer;
    this.form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        this.limit = STEP;
        for (const { name, value } of this.controls) this.remember(name, value);
        this.apply();
      }, WAIT_MS);
    });
    for (const place of [this.form, this.table.tHead, this.more]) {
      place.addEventListener("pointerdown", () => this.addRest());
      place.addEventListener("focusin", () => this.addRest());
    }
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("reset", () => setTimeout(() => this.form.dispatchEvent(new Event("input"))));
    for (const [button, save] of [[this.excel, saveExcel], [this.csv, saveCsv], [this.figures, saveFigures]]) {
      button?.addEventListener("click", async () => { if (await this.addRest()) await save(this); });
    }
    for (const button of this.more.querySelectorAll("button")) {
      button.addEventListener("click", () => this.showMore("all" in button.dataset ? Infinity : STEP));
    }
  }

  remember(name, value) {
    if (value) this.address.searchParams.set(name, value);
    else this.address.searchParams.delete(name);
    history.replaceState(null, "", this.address);
  }

  fitting() {
    const typed = this.controls.filter((control) => control.matches("input"));
    const words = typed.flatMap(({ value }) => beginnings(value));
    const chosen = this.selects.filter(({ value }) => value);
    return this.rows.filter((row) => fits(row, { words, chosen, selects: this.selects }));
  }

  apply() {
    const all = this.rows;
    this.hits = this.fitting();
    const visible = new Set(this.hits.slice(0, this.limit));
    for (const row of all) {
      if (row.hidden === visible.has(row)) row.hidden = !visible.has(row); // touch only rows that change
    }
    const waiting = Number(this.table.dataset.total ?? all.length) - all.length; // on another page
    const total = this.hits.length + (this.hits.length === all.length ? waiting : 0);
    this.count.textContent = total ? `${number.format(total)} trên ${number.format(all.length + waiting)} mục` : "Không có mục nào khớp. Thử bớt chữ hoặc bỏ bộ lọc.";
    this.excel.textContent = `Tải Excel ${number.format(total)} dòng này`;
    if (this.figures) {
      const atRest = this.hits.length === all.length ? Number(this.table.dataset.figuresAtRest ?? 0) : 0;
      const units = this.hits.filter(unitOf).length + atRest;
      this.figures.querySelector("[data-count]").textContent = number.format(units);
      this.figures.hidden = units === 0;
    }
    for (const button of [this.excel, this.csv]) button.hidden = total === 0;
    this.more.hidden = total <= this.limit;
    this.more.querySelector("[data-left]").textContent = `Đang hiện ${number.format(visible.size)} trên ${number.format(total)} dòng.`;
  }

  showMore(step) {
    const first = this.hits[this.limit];
    this.limit += step;
    this.apply();
    first?.querySelector("a")?.focus(); // or the keyboard would be left at a button that moved away
  }
}

for (const form of document.querySelectorAll("form[data-filter-for]")) new List(form);
