// The explorer: one indicator, units, years; line, bar, map, table. The choice stands in the address, so that what is
// seen can be sent (explorer-choice.js): ?chi-tieu=…&don-vi=a,b&tu=2019&den=2025&xem=cot&ranh-gioi=moi

import { LAST_YEAR, MOST_UNITS, VIEWS, associations, fromAddress, proposed, sharedBy, toAddress } from "./explorer-choice.js";
import { DARK, LIGHT, draw } from "./explorer-draw.js";
import { WIDTH, framed, png, saveCsv, saveWorkbook, sourcesOf, tableOf } from "./explorer-files.js";
import { keyOf, leftOut, noticesOf, notesOf, setUpTips, tableOfRows, titleOf } from "./explorer-parts.js";
import { chosenRows, viewRows } from "./explorer-rows.js";
import { Picker } from "./picker.js";
import { el, grouped, number, save } from "./text.js";
import { jsonAt } from "./unpack.js";

const BASE = new URL("../../", import.meta.url); // this file is <base>/assets/js/explorer.js
const DATA = new URL("kham-pha/", BASE);

const read = (path) => jsonAt(new URL(path, DATA));

class Explorer {
  constructor(root, index, tiles) {
    Object.assign(this, { root, index, tiles, shards: new Map() });
    this.units = new Map(index.units.map(([id, name, kind, place, rank, names, indicators]) =>
      [id, { id, name, place, detail: [kind, place].filter(Boolean).join(", "), rank, indicators, text: [name, place, ...names].join(" ") }]));
    const { state, unknown } = fromAddress(index, this.units);
    Object.assign(this, { state, unknown }); // what the register does not know is said once
    this.build();
    this.update();
  }

  async load(indicator) {
    if (!this.shards.has(indicator)) this.shards.set(indicator, await read(`chi-tieu/${indicator}.json`));
    return this.shards.get(indicator);
  }

  build() {
    this.indicator = el("select", { id: "kham-pha-chi-tieu" });
    this.indicator.addEventListener("change", () => this.set({ indicator: this.indicator.value, from: 0, to: LAST_YEAR, border: "" }));
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
    const description = () => [["Chỉ tiêu", this.shard.name], ["Địa chỉ", location.href], ["Giấy phép", "CC BY 4.0, dùng tự do khi ghi nguồn: Sổ Học Tập"], ["Nguồn", sourcesOf(this.visible)], ...notesOf(this).map((note) => ["Lưu ý", note])];
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
    toAddress(this.state);
    this.update();
  }

  async choose(units) {
    const next = units.slice(0, MOST_UNITS);
    const shared = sharedBy(this, next);
    const keeps = !next.length || (next.length < 2 && shared.some(({ id }) => id === this.state.indicator));
    const change = keeps ? {} : { indicator: await proposed(this, next), from: 0, to: LAST_YEAR, border: "" };
    const view = next.length && this.state.view === "ban-do" ? "cot" : this.state.view; // few places are no map
    this.set({ units: next, view, ...change });
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
    this.state.indicator ||= await proposed(this, this.state.units);
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
    const shared = units.length ? sharedBy(this, units) : [];
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

  async drawing(width, colours) {
    return draw(this.state.view, this.visible, this.shard, { width, colours, tiles: this.tiles, side: this.split.side === "cu" ? "cu" : "moi" });
  }

  async picture() {
    return framed(await this.drawing(WIDTH - 56, LIGHT), { title: titleOf(this), notes: notesOf(this), rows: this.visible });
  }

  async showPanel() {
    if (!this.visible) return; // asked for by a new width or colour scheme before the figures have come
    const { view } = this.state;
    this.tip.hidden = true;
    const drawn = view !== "bang" && (this.visible.length > 0 || view === "ban-do");
    for (const button of this.pictures) button.hidden = !drawn;
    if (view === "bang") return this.panel.replaceChildren(tableOfRows(this, BASE));
    if (!drawn) return this.panel.replaceChildren(el("p", {}, view === "duong" ? "Chưa đơn vị nào có từ ba kỳ so được để thành một đường." : "Chưa có con số nào cho lựa chọn này."));
    const dark = document.body.dataset.mdColorScheme === "slate" && !matchMedia("print").matches;
    const svg = await this.drawing(Math.min(this.panel.clientWidth || 700, 860), dark ? DARK : LIGHT);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", `${titleOf(this)}: ${this.visible.length} con số; bảng cùng số ở mục Bảng`);
    this.panel.replaceChildren(el("h2", { class: "sht-explorer__title" }, titleOf(this)), ...keyOf(this, dark ? DARK : LIGHT),
      ...(this.visible.length ? [] : [el("p", {}, "Chưa nơi nào có con số đặt chung được trên bản đồ này.")]), svg,
      el("p", { class: "sht-note" }, [...notesOf(this), this.visible.length ? sourcesOf(this.visible) : ""].join(" ")));
    setUpTips(this, svg);
  }

  showBelow() {
    const { asked } = this.split, isTable = this.state.view === "bang";
    this.status.textContent = `${number.format(isTable ? asked.length : this.visible.length)} trên ${number.format(asked.length)} con số đã chọn${isTable ? "" : " có trong hình"}.`;
    const kin = this.unitsWithout(this.shard.rows).length && this.state.units.length > 1 ? associations(this) : [];
    const instead = el("button", { type: "button", class: "sht-button" }, `Xem ${kin.map((id) => this.units.get(id).name).join(", ")}`);
    instead.addEventListener("click", () => this.choose(kin));
    this.below.replaceChildren(
      ...noticesOf(this).map((words) => el("p", { class: "sht-caveat" }, words)),
      ...(kin.length ? [el("p", { class: "no-print" }, "Hội Khuyến học của các nơi này có số liệu chung: ", instead)] : []),
      ...(isTable ? [] : leftOut(this)),
      el("p", { class: "no-print" }, el("a", { href: new URL(`chi-tieu/${this.shard.id}/`, BASE).href }, `Chỉ tiêu này nghĩa là gì, căn cứ vào đâu: ${this.shard.name}`)));
  }

  /** The chosen units of which no row is among `rows`. */
  unitsWithout(rows) {
    const known = new Set(rows.map(({ unit }) => this.shard.units[unit].id));
    return this.state.units.filter((id) => !known.has(id));
  }
}

const root = document.querySelector("[data-explorer]");
const explorer = Promise.all([read("index.json"), read("tiles.json")]).then(([index, tiles]) => new Explorer(root, index, tiles));
explorer.then((page) => {
  let width = innerWidth;
  addEventListener("resize", () => { if (innerWidth !== width) { width = innerWidth; page.showPanel(); } });
  new MutationObserver(() => page.showPanel()).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
}, (error) => root.prepend(el("p", { class: "sht-note" }, error.notice ?? "Chưa tải được danh sách chỉ tiêu.")));
