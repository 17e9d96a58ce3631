// List pages: filter, sort, show fifty rows at a time, download the rows that fit as Excel or CSV. What was chosen stands in the
// address, so a list can be sent to someone. Without this script the page is the whole table.

import { library } from "./library.js";
import { setUpSorting, slug } from "./sort.js";
import { beginnings, collator, csvRows, csvText, download, number, plain, save } from "./text.js";

const STEP = 50;
const WAIT_MS = 120; // laying out 2,000 rows takes longer than a key press: wait for a short pause
const ORDER = "xep";

/** What a row shows but for what is to be known of its last figure: nobody looks for a place by the words of a caveat. */
const visibleText = (row) => [...row.cells].map((cell, at, { length }) => at + 1 < length ? plain(cell) : plain(cell).replace(/\(.*\)$/, "")).join(" ");

const folded = new WeakMap();

/** Whether letters without a vowel are first letters of words of a row's name: «hkh» of «Hội Khuyến học tỉnh». */
function isShortFor(word, row) {
  return word.length > 1 && !/[aeiouy0-9]/.test(word) && beginnings(plain(row.cells[0])).map(([letter]) => letter).join("").includes(word);
}

/** What a row has of a filter: a column of the table, the year of a date there, an attribute, or what most rows have. */
function valueOf(row, { name, dataset }) {
  if (dataset.column) return plain(row.cells[dataset.column]);
  if (dataset.yearColumn) return plain(row.cells[dataset.yearColumn]).match(/\d{4}$/)?.[0] ?? "chưa rõ";
  return row.getAttribute(`data-${name}`) ?? dataset.usual ?? "";
}

/** What a filter says besides its value of what a row has of it: other names of a province, and what it is today. */
function choiceOf(row, control) {
  const value = valueOf(row, control);
  return [...control.options].find((option) => option.value === value)?.dataset ?? {};
}

/** The unit whose figures a row stands for: that of its page, unless the row names another one, or none. */
function unitOf(row) {
  return row.dataset.of ?? row.querySelector("a").pathname.split("/").at(-2);
}

/** Where a row leads: what tells it from all others. */
function addressOf(row) {
  return row.querySelector("a").href;
}

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
    if (this.address.search) this.addRest();
  }

  get rows() {
    return [...this.table.tBodies[0].rows];
  }

  readAddress() {
    const asked = this.address.searchParams;
    for (const control of this.controls) control.value = asked.get(control.name) ?? "";
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
    this.excel.addEventListener("click", () => this.saveExcel());
    this.csv.addEventListener("click", () => this.saveCsv());
    this.figures?.addEventListener("click", () => this.saveFigures());
    for (const button of this.more.querySelectorAll("button")) {
      button.addEventListener("click", () => this.showMore("all" in button.dataset ? Infinity : STEP));
    }
  }

  remember(name, value) {
    if (value) this.address.searchParams.set(name, value);
    else this.address.searchParams.delete(name);
    history.replaceState(null, "", this.address);
  }

  /** Folded once, on the first typed letter: what the row shows and its other names, a space before each word. */
  textOf(row) {
    if (!folded.has(row)) {
      const places = this.selects.map((control) => Object.values(choiceOf(row, control)).join(" "));
      folded.set(row, ` ${beginnings([visibleText(row), ...Object.values(row.dataset), ...places].join(" ")).join(" ")}`);
    }
    return folded.get(row);
  }

  /** Whether a row has what a filter asks for; a province of today includes those it was made of. */
  has(row, control) {
    return valueOf(row, control) === control.value || choiceOf(row, control).today === control.value;
  }

  fitting() {
    const typed = this.controls.filter((control) => control.matches("input"));
    const words = typed.flatMap(({ value }) => beginnings(value));
    const chosen = this.selects.filter(({ value }) => value);
    return this.rows.filter((row) => words.every((word) => this.textOf(row).includes(` ${word}`) || isShortFor(word, row)) && chosen.every((control) => this.has(row, control)));
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
      this.figures.textContent = `Tải số liệu của ${number.format(units)} đơn vị này`;
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

  /** The rows of the table of figures that are of the units shown, with its own columns. */
  async saveFigures() {
    if (!await this.addRest()) return;
    const face = this.figures.textContent;
    this.figures.disabled = true;
    try {
      const answer = await fetch(this.figures.dataset.figures);
      if (!answer.ok) throw new Error(String(answer.status));
      const [head, ...rows] = csvRows(await answer.text());
      const at = head.indexOf("Mã đơn vị");
      const wanted = new Set(this.hits.map(unitOf).filter(Boolean));
      download(`so-lieu-${wanted.size}-don-vi.csv`, csvText([head, ...rows.filter((row) => wanted.has(row[at]))]));
      this.figures.textContent = face;
    } catch {
      this.figures.textContent = "Chưa tải được, xin thử lại";
    }
    this.figures.disabled = false;
  }

  /** The name of the list and exactly the rows that fit, in the order shown, with the facets that are no column. */
  fittingTable() {
    const heads = [...this.table.tHead.rows[0].cells];
    const facets = this.controls.filter((control) => control.matches("select:not([data-column])"));
    const head = [...heads.map(plain), ...facets.map(({ labels }) => plain(labels[0].firstChild)), "Trang"];
    const rows = this.hits.map((row) => [
      ...[...row.cells].map((cell) => ({ text: plain(cell), number: cell.matches(".num") ? numberOf(cell) : null })),
      ...facets.map((control) => ({ text: valueOf(row, control) })),
      { text: row.querySelector("a").href },
    ]);
    const title = document.querySelector("h1").firstChild.textContent.trim();
    return { title, head, rows };
  }

  async saveCsv() {
    if (!await this.addRest()) return;
    const { title, head, rows } = this.fittingTable();
    download(`${slug(title)}.csv`, csvText([head, ...rows.map((row) => row.map(({ text }) => text))]));
  }

  /** Numbers as numbers, under the title and the address at which the same list opens again. */
  async saveExcel() {
    if (!await this.addRest()) return;
    const { title, head, rows } = this.fittingTable();
    try {
      const { writeWorkbook } = await library("workbook");
      const bold = (value) => ({ value, fontWeight: "bold" });
      const data = [[bold(title)], [this.address.href], head.map(bold), ...rows.map((row) => row.map((cell) => (cell.number ?? cell.text) || (cell.number === 0 ? 0 : null)))];
      const columns = head.map((name, at) => ({ width: Math.min(60, Math.max(name.length, ...rows.slice(0, STEP).map((row) => row[at].text.length)) + 2) }));
      save(`${slug(title)}.xlsx`, await writeWorkbook([{ data, sheet: "Danh sách", columns, stickyRowsCount: 3 }]).toBlob());
    } catch {
      this.count.textContent = "Chưa tải được phần làm tệp Excel; xin thử lại, hoặc tải CSV.";
    }
  }
}

/** The number that a cell shows; null where it shows none. */
function numberOf(cell) {
  const text = plain(cell).replace(/\./g, "").replace(",", ".");
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : null;
}

for (const form of document.querySelectorAll("form[data-filter-for]")) new List(form);
