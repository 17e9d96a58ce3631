// The explorer: one indicator, units, years; line, bar, map, table. The choice stands in the address, so that what is
// seen can be sent: ?chi-tieu=…&don-vi=a,b&tu=2019&den=2025&xem=cot&ranh-gioi=moi

import { DARK, LIGHT, STEPS, axisNumber, classes, draw } from "./explorer-draw.js";
import { WIDTH, framed, png, saveCsv, saveWorkbook, sourcesOf, tableOf } from "./explorer-files.js";
import { cautions, chosenRows, viewRows } from "./explorer-rows.js";
import { Picker } from "./picker.js";
import { el, grouped, number, save } from "./text.js";

const BASE = new URL("../../", import.meta.url); // this file is <base>/assets/js/explorer.js
const DATA = new URL("kham-pha/", BASE);
const MOST_UNITS = 8;
const MOST_TRIED = 12; // files fetched to find what chosen units can be compared on
const MOST_ROWS = 100; // of the table, until asked for more
const VIEWS = [["duong", "Đường"], ["cot", "Cột"], ["ban-do", "Bản đồ"], ["bang", "Bảng"]];

const read = async (path) => {
  const answer = await fetch(new URL(path, DATA));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
};

class Explorer {
  constructor(root, index, tiles) {
    Object.assign(this, { root, index, tiles, shards: new Map() });
    this.units = new Map(index.units.map(([id, name, kind, place, rank, names, indicators]) =>
      [id, { id, name, place, detail: [kind, place].filter(Boolean).join(", "), rank, indicators, text: [name, place, ...names].join(" ") }]));
    this.state = this.fromAddress();
    this.build();
    this.update();
  }

  fromAddress() {
    const asked = new URLSearchParams(location.search);
    const known = (id) => this.index.indicators.some((one) => one.id === id);
    const named = (asked.get("don-vi") ?? "").split(",").filter(Boolean);
    const units = named.filter((id) => this.units.has(id)).slice(0, MOST_UNITS);
    const indicator = known(asked.get("chi-tieu")) ? asked.get("chi-tieu") : "";
    const years = [Number(asked.get("tu")) || 0, Number(asked.get("den")) || 9999].sort((one, other) => one - other);
    // What an address asks for and the register does not know, to be said once.
    this.unknown = [...named.filter((id) => !this.units.has(id)), ...(asked.get("chi-tieu") && !indicator ? [asked.get("chi-tieu")] : [])];
    return {
      indicator, units: [...new Set(units)], from: years[0], to: years[1],
      view: VIEWS.some(([view]) => view === asked.get("xem")) ? asked.get("xem") : "cot", border: asked.get("ranh-gioi") ?? "",
    };
  }

  toAddress() {
    const { indicator, units, from, to, view, border } = this.state;
    const words = { "chi-tieu": indicator, "don-vi": units.join(","), tu: from || "", den: to === 9999 ? "" : to, xem: view === "cot" ? "" : view, "ranh-gioi": border };
    const address = new URL(location.href);
    for (const [name, value] of Object.entries(words)) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    history.replaceState(null, "", address.href.replaceAll("%2C", ","));
  }

  /** Indicators that all of `units` have figures of; those that may be compared first, then those of which one chart shows most units. */
  sharedBy(units) {
    return this.index.indicators
      .filter((_, at) => units.every((id) => this.units.get(id).indicators.includes(at)))
      .sort((one, other) => one.alone - other.alone || other.together - one.together || other.units - one.units);
  }

  /** The indicator to begin with: the first on which all chosen units can be drawn together. */
  async proposed(units) {
    const shared = this.sharedBy(units);
    for (const { id } of shared.slice(0, MOST_TRIED)) {
      const shard = await this.load(id);
      const state = { units, from: 0, to: 9999, border: "", view: "cot" };
      const { visible } = viewRows("cot", chosenRows(shard, state, this.index.borders), shard, this.tiles);
      if (new Set(visible.map(({ unit }) => unit)).size >= units.length) return id;
    }
    return (shared[0] ?? this.sharedBy(units.slice(0, 1))[0] ?? this.sharedBy([])[0]).id;
  }

  /** The associations of the provinces chosen, if all are provinces and their associations share an indicator. */
  associations() {
    const provinces = this.state.units.map((id) => this.units.get(id));
    if (provinces.some(({ rank }) => rank > 1)) return [];
    const known = [...this.units.values()].filter(({ rank }) => rank === 2 || rank === 3);
    const kin = provinces.map(({ place, rank }) => known.find((one) => one.place === place && one.rank === rank + 2)?.id);
    return kin.every(Boolean) && this.sharedBy(kin).length ? kin : [];
  }

  async load(indicator) {
    if (!this.shards.has(indicator)) this.shards.set(indicator, await read(`chi-tieu/${indicator}.json`));
    return this.shards.get(indicator);
  }

  build() {
    this.indicator = el("select", { id: "kham-pha-chi-tieu" });
    this.indicator.addEventListener("change", () => this.set({ indicator: this.indicator.value, from: 0, to: 9999, border: "" }));
    this.picker = new Picker({
      id: "kham-pha-don-vi", label: "Thêm đơn vị hoặc tỉnh, thành phố (để trống là mọi nơi)", options: [...this.units.values()],
      skip: (id) => this.state.units.includes(id), chosen: (id) => this.choose([...this.state.units, id]),
    });
    this.chosen = el("ul", { class: "sht-picker__chosen", "aria-label": "Đơn vị đã chọn" });
    this.from = el("select", { id: "kham-pha-tu" });
    this.to = el("select", { id: "kham-pha-den" });
    // A year beyond the other end takes that end with it.
    this.from.addEventListener("change", () => this.set({ from: Number(this.from.value), to: Math.max(this.state.to, this.from.value) }));
    this.to.addEventListener("change", () => this.set({ to: Number(this.to.value), from: Math.min(this.state.from, this.to.value) }));
    this.border = el("select", { id: "kham-pha-ranh-gioi" });
    this.border.addEventListener("change", () => this.set({ border: this.border.value }));
    this.borderField = el("p", {}, el("label", { for: this.border.id }, "Ranh giới"), this.border);
    this.twins = el("span");
    const field = (label, control) => el("p", {}, el("label", { for: control.id }, label), control);
    this.tabs = VIEWS.map(([view, name]) => {
      const tab = el("button", { type: "button", role: "tab", id: `kham-pha-${view}`, "aria-controls": "kham-pha-hinh", "data-view": view }, name);
      tab.addEventListener("click", () => this.set({ view }));
      return tab;
    });
    const bar = el("div", { role: "tablist", class: "sht-tabs", "aria-label": "Cách xem" }, ...this.tabs);
    bar.addEventListener("keydown", (event) => this.onTabKey(event));
    this.panel = el("div", { role: "tabpanel", id: "kham-pha-hinh", tabindex: "0" });
    this.status = el("p", { role: "status", class: "sht-note" });
    this.tip = el("output", { class: "sht-tip", hidden: true });
    this.below = el("div");
    this.root.replaceChildren(
      el("div", { class: "sht-explorer__choice" }, field("Chỉ tiêu", this.indicator), this.picker.root, this.chosen,
        el("div", { class: "sht-explorer__row" }, field("Từ năm", this.from), field("Đến năm", this.to), this.borderField, this.twins)),
      bar, this.panel, this.tip, this.status, this.tools(), this.below);
  }

  tools() {
    const button = (name, act) => {
      const control = el("button", { type: "button", class: "sht-button" }, name);
      control.addEventListener("click", () => act().then(() => {}, () => { this.status.textContent = "Trình duyệt không làm được việc này."; }));
      return control;
    };
    this.pictures = [
      button("Tải PNG", async () => save(`${this.name()}.png`, await png(await this.picture()))),
      button("Tải SVG", async () => save(`${this.name()}.svg`, new Blob([await this.picture()], { type: "image/svg+xml" }))),
      button("Chép ảnh", async () => {
        await navigator.clipboard.write([new ClipboardItem({ "image/png": this.picture().then(png) })]);
        this.status.textContent = "Đã chép ảnh; dán vào Word, Zalo hay thư.";
      }),
    ];
    const description = () => [["Chỉ tiêu", this.shard.name], ["Địa chỉ", location.href], ["Giấy phép", "CC BY 4.0, dùng tự do khi ghi nguồn: Sổ Học Tập"], ["Nguồn", sourcesOf(this.visible)], ...this.notes().map((note) => ["Lưu ý", note])];
    return el("p", { class: "sht-explorer__tools no-print" }, ...this.pictures,
      button("Tải CSV", async () => saveCsv(this.name(), this.table())),
      button("Tải Excel", () => saveWorkbook(this.name(), this.table(), description())));
  }

  name() {
    return ["kham-pha", this.state.indicator, ...this.state.units].join("-").slice(0, 100);
  }

  table() {
    return tableOf(this.visible, this.state.view === "bang" ? this.refused : [], this.shard);
  }

  set(change) {
    Object.assign(this.state, change);
    this.unknown = [];
    this.toAddress();
    this.update();
  }

  async choose(units) {
    const next = units.slice(0, MOST_UNITS);
    const shared = this.sharedBy(next);
    const keeps = !next.length || (next.length < 2 && shared.some(({ id }) => id === this.state.indicator));
    const change = keeps ? {} : { indicator: await this.proposed(next), from: 0, to: 9999, border: "" };
    this.set({ units: next, ...change });
    this.picker.input.focus();
  }

  onTabKey(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = (VIEWS.findIndex(([view]) => view === this.state.view) + step + VIEWS.length) % VIEWS.length;
    this.set({ view: VIEWS[at][0] });
    this.tabs[at].focus();
  }

  async update() {
    this.state.indicator ||= await this.proposed(this.state.units);
    const { indicator } = this.state;
    const shard = await this.load(indicator);
    if (indicator !== this.state.indicator) return; // a later choice was faster
    this.shard = shard;
    this.split = chosenRows(this.shard, this.state, this.index.borders);
    const view = viewRows(this.state.view, this.split, this.shard, this.tiles);
    this.visible = view.visible;
    this.refused = view.refused;
    this.showChoice();
    await this.showPanel();
    this.showBelow();
  }

  showChoice() {
    const { units, indicator, view, from, to } = this.state;
    const option = ({ id, name, units: count }) => el("option", { value: id, selected: id === indicator }, `${name} (${count})`);
    const shared = units.length ? this.sharedBy(units) : [];
    const groups = [[units.length > 1 ? "Các đơn vị đã chọn cùng có" : "Đơn vị đã chọn có", shared], ...grouped(this.index.indicators.filter((one) => !shared.includes(one)), ({ topic }) => topic)];
    this.indicator.replaceChildren(...groups.filter(([, list]) => list.length).map(([label, list]) => el("optgroup", { label }, ...list.map(option))));
    this.chosen.replaceChildren(...units.map((id) => {
      const drop = el("button", { type: "button", class: "sht-button" }, "Bỏ", el("span", { class: "visually-hidden" }, ` ${this.units.get(id).name}`));
      drop.addEventListener("click", () => this.choose(units.filter((other) => other !== id)));
      return el("li", {}, el("a", { href: new URL(`don-vi/${id}/`, BASE).href }, this.units.get(id).name), drop);
    }));
    this.picker.root.hidden = units.length >= MOST_UNITS;
    const years = [...new Set(this.shard.rows.map(({ year }) => year))].sort();
    const list = (select, chosen) => select.replaceChildren(...years.map((year) => el("option", { value: year, selected: year === chosen }, String(year))));
    list(this.from, Math.max(from, years[0]));
    list(this.to, Math.min(to, years.at(-1)));
    this.borderField.hidden = this.split.sides.length < 2;
    this.border.replaceChildren(...this.split.sides.map((side) => el("option", { value: side, selected: side === this.split.side }, this.index.borders[side])));
    this.twins.replaceChildren(...this.shard.twins.map(([id, name]) => {
      const control = el("button", { type: "button", class: "sht-button" }, `${this.shard.share ? "Xem số" : "Xem tỷ lệ"}: ${name}`);
      control.addEventListener("click", () => this.set({ indicator: id }));
      return control;
    }));
    this.tabs.forEach((tab) => {
      tab.setAttribute("aria-selected", String(tab.dataset.view === view));
      tab.tabIndex = tab.dataset.view === view ? 0 : -1;
    });
    this.panel.setAttribute("aria-labelledby", `kham-pha-${view}`);
  }

  title() {
    const years = [...new Set(this.visible.map(({ year }) => year))].sort();
    const span = years.length > 1 ? `${years[0]}–${years.at(-1)}` : years[0] ?? "";
    return `${this.shard.name}${span ? `, ${span}` : ""}`;
  }

  /** What must stand under a picture: what its signs mean, what to beware of. */
  notes() {
    const found = [];
    if (this.visible.some(({ hedge, doubt }) => hedge || doubt)) found.push("Hình rỗng là số nói chừng hoặc chưa chắc thời kỳ; mũi tên chỉ về phía có con số thật.");
    const doubts = [...new Set(this.visible.map(({ doubt }) => doubt).filter(Boolean))];
    if (doubts.length) found.push(`* ${doubts.join("; ")}.`);
    const scopes = [...new Set(this.visible.map(({ scope }) => scope).filter(Boolean))];
    if (scopes.length) found.push(`Phạm vi: ${scopes.join("; ")}.`);
    if (this.split.side && this.split.sides.length) found.push(`Trên ${this.index.borders[this.split.side]}.`);
    if (this.shard.caution) found.push(this.shard.caution);
    return found;
  }

  async drawing(width, colours) {
    return draw(this.state.view, this.visible, this.shard, { width, colours, tiles: this.tiles, side: this.split.side === "cu" ? "cu" : "moi" });
  }

  async picture() {
    return framed(await this.drawing(WIDTH - 56, LIGHT), { title: this.title(), notes: this.notes(), rows: this.visible });
  }

  async showPanel() {
    if (!this.visible) return; // asked for by a new width or colour scheme before the figures have come
    const { view } = this.state;
    this.tip.hidden = true;
    const drawn = view !== "bang" && (this.visible.length > 0 || view === "ban-do");
    for (const button of this.pictures) button.hidden = !drawn;
    if (view === "bang") return this.panel.replaceChildren(this.htmlTable());
    if (!drawn) return this.panel.replaceChildren(el("p", {}, view === "duong" ? "Chưa đơn vị nào có từ ba kỳ so được để thành một đường." : "Chưa có con số nào cho lựa chọn này."));
    const dark = document.body.dataset.mdColorScheme === "slate" && !matchMedia("print").matches;
    const svg = await this.drawing(Math.min(this.panel.clientWidth || 700, 860), dark ? DARK : LIGHT);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", `${this.title()}: ${this.visible.length} con số; bảng cùng số ở mục Bảng`);
    this.panel.replaceChildren(el("h2", { class: "sht-explorer__title" }, this.title()), ...this.legend(dark ? DARK : LIGHT),
      ...(this.visible.length ? [] : [el("p", {}, "Chưa nơi nào có con số đặt chung được trên bản đồ này.")]), svg,
      el("p", { class: "sht-note" }, [...this.notes(), this.visible.length ? sourcesOf(this.visible) : ""].join(" ")));
    this.setUpTips(svg);
  }

  legend({ series }) {
    const key = (items) => [el("ul", { class: "sht-key" }, ...items.map(([colour, words, ink]) => el("li", {}, el("span", { class: "sht-key__mark", style: `background:${colour};color:${ink ?? "inherit"}`, "aria-hidden": "true" }), words)))];
    if (this.state.view === "duong") return key([...new Set(this.visible.map(({ unit }) => unit))].map((unit, at) => [series[at], this.shard.units[unit].name]));
    const steps = classes(this.visible.map(({ value }) => value));
    return this.state.view === "ban-do" ? key(steps.map(([least, most], at) => [STEPS[steps.length === 1 ? 2 : at][0], least === most ? axisNumber(least) : `${axisNumber(least)}–${axisNumber(most)}`])) : [];
  }

  /** The words of a mark, shown for the pointer and, by the arrow keys, for the keyboard. */
  setUpTips(svg) {
    const marks = [...svg.querySelectorAll("title")].map((title) => {
      const mark = title.parentElement;
      const words = title.textContent;
      title.remove(); // or the browser shows it a second time
      mark.addEventListener("pointerenter", () => this.showTip(mark, words, svg));
      return [mark, words];
    });
    let at = -1;
    this.panel.onkeydown = (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!step || !marks.length || event.target !== this.panel) return;
      event.preventDefault();
      at = (at + step + marks.length) % marks.length;
      this.showTip(...marks[at], svg);
    };
  }

  showTip(mark, words, svg) {
    svg.querySelector(".is-marked")?.classList.remove("is-marked");
    mark.classList.add("is-marked");
    this.tip.textContent = words;
    this.tip.hidden = false;
  }

  htmlTable() {
    const cell = (label, ...content) => el("td", { "data-label": label }, ...content);
    const all = [...this.visible.map((row) => [row, ""]), ...this.refused.map(({ row, reason }) => [row, reason])];
    const rows = all.map(([row, reason]) =>
      el("tr", {}, el("th", { scope: "row" }, el("a", { href: new URL(`don-vi/${this.shard.units[row.unit].id}/`, BASE).href }, this.shard.units[row.unit].name)),
        el("td", { class: "num", "data-label": "Giá trị" }, row.words), cell("Thời kỳ", row.period, row.doubt ? el("span", { class: "sht-doubt" }, ` (${row.doubt})`) : ""),
        cell("Nguồn", el("a", { href: new URL(row.href, BASE).href }, row.source), row.locator ? `, ${row.locator}` : ""),
        cell("Lưu ý", [cautions({ ...row, doubt: "" }), reason && `không so được với phần trên: ${reason}`].filter(Boolean).join("; ") || "–")));
    const head = ["Đơn vị", "Giá trị", "Thời kỳ", "Nguồn", "Lưu ý"].map((name) => el("th", { scope: "col", class: name === "Giá trị" ? "num" : "" }, name));
    const table = el("table", { class: "sht-table sht-table--stack" }, el("caption", { id: "kham-pha-ten" }, this.title()), el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...rows));
    const wrapped = el("div", { class: "sht-table-wrap", role: "region", tabindex: "0", "aria-labelledby": "kham-pha-ten" }, table);
    rows.slice(MOST_ROWS).forEach((row) => { row.hidden = true; });
    if (rows.length <= MOST_ROWS) return wrapped;
    const more = el("button", { type: "button", class: "sht-button" }, `Xem ${number.format(rows.length - MOST_ROWS)} dòng nữa`);
    more.addEventListener("click", () => { rows.forEach((row) => { row.hidden = false; }); more.remove(); });
    return el("div", {}, wrapped, more);
  }

  showBelow() {
    const { asked } = this.split;
    this.status.textContent = `${number.format(this.state.view === "bang" ? asked.length : this.visible.length)} trên ${number.format(asked.length)} con số đã chọn${this.state.view === "bang" ? "" : " có trong hình"}.`;
    const has = (rows, id) => rows.some((row) => this.shard.units[row.unit].id === id);
    const names = (ids) => ids.map((id) => this.units.get(id).name).join("; ");
    const missing = this.state.units.filter((id) => !has(this.shard.rows, id));
    const other = this.state.units.filter((id) => !has(asked, id) && !missing.includes(id));
    const notices = [
      ...(this.unknown.length ? [`Không có trong sổ: ${this.unknown.join("; ")}.`] : []),
      ...(missing.length ? [`Chưa có số liệu này của ${names(missing)}.`] : []),
      ...(other.length ? [`Trong những năm đã chọn, chưa có số liệu này của ${names(other)}.`] : []),
    ];
    // One heading for each first reason; what else stands against a figure is said beside it.
    const first = (reason) => reason.split(/[;:] /, 1)[0];
    const byReason = [...grouped(this.state.view === "bang" ? [] : this.refused, ({ reason }) => first(reason))];
    const rest = (reason, row) => { const words = reason.slice(first(reason).length + 2); return words && !row.period.includes(words) ? ` (${words})` : ""; };
    const item = ({ row, reason }) => el("li", {}, `${this.shard.units[row.unit].name}: ${row.words}, ${row.period}${rest(reason, row)}`);
    const kin = missing.length && this.state.units.length > 1 ? this.associations() : [];
    const instead = el("button", { type: "button", class: "sht-button" }, `Xem ${kin.map((id) => this.units.get(id).name).join(", ")}`);
    instead.addEventListener("click", () => this.choose(kin));
    this.below.replaceChildren(
      ...notices.map((words) => el("p", { class: "sht-caveat" }, words)),
      ...(kin.length ? [el("p", { class: "no-print" }, "Hội Khuyến học của các nơi này có số liệu chung: ", instead)] : []),
      ...(byReason.length ? [el("h2", {}, "Không nằm trong hình, và vì sao"), ...byReason.map(([reason, list]) =>
        el("details", {}, el("summary", {}, `${reason[0].toUpperCase()}${reason.slice(1)}: ${number.format(list.length)} con số`), el("ul", {}, ...list.slice(0, 60).map(item), ...(list.length > 60 ? [el("li", {}, `và ${list.length - 60} con số nữa, xem ở mục Bảng`)] : []))))] : []),
      el("p", { class: "no-print" }, el("a", { href: new URL(`chi-tieu/${this.shard.id}/`, BASE).href }, `Chỉ tiêu này nghĩa là gì, căn cứ vào đâu: ${this.shard.name}`)));
  }
}

const root = document.querySelector("[data-explorer]");
const explorer = Promise.all([read("index.json"), read("tiles.json")]).then(([index, tiles]) => new Explorer(root, index, tiles));
explorer.then((page) => {
  let width = innerWidth;
  addEventListener("resize", () => { if (innerWidth !== width) { width = innerWidth; page.showPanel(); } });
  new MutationObserver(() => page.showPanel()).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
}, () => root.prepend(el("p", { class: "sht-note" }, "Chưa tải được danh sách chỉ tiêu.")));
