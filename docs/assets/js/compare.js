// Two to four units side by side on the indicators they share. The choice stands in the address, ?don-vi=a,b.
// Every figure keeps its words, period and source; where figures cannot fairly be compared, that is said beside them.

import { associationsOf } from "./kin.js";
import { Picker } from "./picker.js";
import { csvText, download, el } from "./text.js";
import { unitFile } from "./unit-file.js";
import { jsonAt } from "./unpack.js";

const BASE = new URL("../../", import.meta.url); // this file is <base>/assets/js/compare.js
const DATA = new URL("so-sanh/", BASE);
const MOST = 4;

const read = (path) => jsonAt(new URL(path, DATA));

/** What speaks against setting two figures of different units side by side: judged when the site was built. */
function against(judged, scope, one, other) {
  const [high, low] = one.class > other.class ? [one.class, other.class] : [other.class, one.class];
  return judged.reasons[judged.indicators[one.indicator].pairs[scope][high][low]];
}

/** One figure of each unit: as many as can be compared with one of them, the newest of equals; else the nearest year. */
function sideBySide(lists, fits) {
  const rows = lists.flatMap((list, at) => list.map((figure) => lists.map((others, of) => of === at ? figure : others.find((other) => fits(figure, other)) ?? null)));
  const count = (row) => row.filter(Boolean).length;
  const newest = (row) => Math.max(...row.filter(Boolean).map(({ year }) => year));
  const best = rows.sort((one, other) => count(other) - count(one) || newest(other) - newest(one))[0];
  const near = newest(best);
  const distance = ({ year }) => Math.abs(year - near);
  return best.map((figure, at) => figure ?? [...lists[at]].sort((one, other) => distance(one) - distance(other) || other.year - one.year)[0] ?? null);
}

/** One row for each indicator and scope that at least two units have, in the order of topics. */
function sharedRows(units, judged) {
  const groups = new Map();
  units.forEach(({ figures }, at) => {
    for (const figure of figures) {
      const key = `${figure.indicator}|${figure.scope}`;
      if (!groups.has(key)) groups.set(key, { id: figure.indicator, scope: figure.scope, lists: units.map(() => []) });
      groups.get(key).lists[at].push(figure);
    }
  });
  const order = Object.keys(judged.indicators);
  return [...groups.values()]
    .filter(({ lists }) => lists.filter((list) => list.length).length > 1)
    .map((row) => ({ ...row, indicator: judged.indicators[row.id], figures: sideBySide(row.lists, (one, other) => !against(judged, row.scope, one, other).length) }))
    .map((row) => ({ ...row, doubts: doubts(row, judged) }))
    .sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id) || one.scope.localeCompare(other.scope, "vi"));
}

/** What stands in the way of comparing the figures of a row, in words. */
function doubts({ indicator, scope, figures }, judged) {
  const present = figures.filter(Boolean);
  const found = present.flatMap((one, at) => present.slice(at + 1).flatMap((other) => against(judged, scope, one, other)));
  return [...new Set(indicator.note ? [...found, indicator.note] : found)];
}

/** What is to be known of units before their figures are read. */
const warnings = (units) => units.filter(({ ended }) => ended).map(({ name, ended }) => `${name}: số trên địa bàn cũ, đến hết ${ended}.`);

class Comparison {
  constructor(root, known) {
    Object.assign(this, { root, known, loaded: new Map() });
    const asked = (new URLSearchParams(location.search).get("don-vi") ?? "").split(",");
    this.ids = [...new Set(asked)].filter((id) => known.has(id)).slice(0, MOST);
    this.picker = new Picker({
      id: "so-sanh-them",
      label: "Thêm đơn vị để so sánh",
      options: [...known.values()],
      skip: (id) => this.ids.includes(id),
      chosen: (id) => this.choose([...this.ids, id]),
    });
    this.chosen = el("ul", { class: "sht-picker__chosen", "aria-label": "Đơn vị đang so sánh" });
    this.status = el("p", { role: "status", class: "sht-note" });
    this.result = el("div");
    root.replaceChildren(this.chosen, this.picker.root, this.status, this.result);
    this.show();
  }

  choose(ids) {
    this.ids = ids.slice(0, MOST);
    const address = new URL(location.href);
    if (this.ids.length) address.searchParams.set("don-vi", this.ids.join(","));
    else address.searchParams.delete("don-vi");
    history.replaceState(null, "", address.href.replaceAll("%2C", ","));
    this.show();
    this.picker.input.focus();
  }

  async load(id) {
    if (!this.loaded.has(id)) this.loaded.set(id, await unitFile(new URL("don-vi/", DATA), id));
    return this.loaded.get(id);
  }

  /** Judgements of all pairs are heavy, so they are asked for once there is something to compare. */
  async judgements() {
    this.judged ??= await read("indicators.json");
    return this.judged;
  }

  async show() {
    const ids = this.ids;
    this.chosen.replaceChildren(...ids.map((id) => {
      const drop = el("button", { type: "button", class: "sht-button" }, "Bỏ", el("span", { class: "visually-hidden" }, ` ${this.known.get(id).name}`));
      drop.addEventListener("click", () => this.choose(this.ids.filter((other) => other !== id)));
      return el("li", {}, el("a", { href: new URL(`don-vi/${id}/`, BASE).href }, this.known.get(id).name), drop);
    }));
    this.picker.root.hidden = ids.length >= MOST;
    this.result.replaceChildren();
    if (ids.length < 2) {
      this.status.textContent = ids.length ? "Chọn thêm ít nhất một đơn vị." : "Chọn từ hai đến bốn đơn vị.";
      return;
    }
    try {
      const [judged, ...units] = await Promise.all([this.judgements(), ...ids.map((id) => this.load(id))]);
      if (ids === this.ids) this.showTable(units, judged);
    } catch (error) {
      this.status.textContent = error.notice ?? "Chưa tải được số liệu để so sánh. Xin thử lại.";
    }
  }

  showTable(units, judged) {
    const rows = sharedRows(units, judged);
    this.status.textContent = rows.length ? `${rows.length} chỉ tiêu có ở ít nhất hai đơn vị. Địa chỉ của trang này giữ lựa chọn, có thể gửi cho người khác.` : "Các đơn vị này chưa có chỉ tiêu nào chung.";
    const notes = warnings(units).map((text) => el("p", {}, text));
    if (notes.length) this.result.append(el("div", { class: "sht-caveat" }, el("p", {}, el("strong", {}, "Cẩn thận khi so.")), ...notes));
    if (!rows.length) return this.showKin();
    const save = el("button", { type: "button", class: "sht-button" }, `Tải CSV các dòng này`);
    save.addEventListener("click", () => this.saveCsv(units, rows));
    this.result.append(this.table(units, rows), el("p", {}, save));
  }

  /** Provinces that share nothing: their associations may. */
  showKin() {
    const kin = associationsOf(this.ids, this.known);
    if (!kin.length) return;
    const instead = el("button", { type: "button", class: "sht-button" }, `Xem ${kin.map((id) => this.known.get(id).name).join(", ")}`);
    instead.addEventListener("click", () => this.choose(kin));
    this.result.append(el("p", {}, "Hội Khuyến học của các nơi này có thể có số liệu chung: ", instead));
  }

  table(units, rows) {
    const caption = el("caption", { id: "so-sanh-ten" }, "Cùng chỉ tiêu, cùng phạm vi; chỗ chưa so thẳng được có lưu ý");
    const head = el("tr", {}, el("th", { scope: "col" }, "Chỉ tiêu"), ...units.map(({ name }) => el("th", { scope: "col" }, name)));
    const body = rows.map((row) => el("tr", {}, this.rowHead(row), ...row.figures.map((figure, at) => this.cell(figure, units[at].name))));
    const table = el("table", { class: "sht-table sht-table--stack" }, caption, el("thead", {}, head), el("tbody", {}, ...body));
    return el("div", { class: "sht-table-wrap", role: "region", tabindex: "0", "aria-labelledby": "so-sanh-ten" }, table);
  }

  rowHead(row) {
    const link = el("a", { href: new URL(`chi-tieu/${row.id}/`, BASE).href }, row.indicator.name);
    const notes = row.doubts;
    const drawn = el("a", { class: "sht-note", href: new URL(`kham-pha/?chi-tieu=${row.id}&don-vi=${this.ids.join(",")}`, BASE).href }, "Vẽ biểu đồ");
    const head = el("th", { scope: "row" }, link, " ", drawn);
    if (row.scope) head.append(el("span", { class: "sht-note" }, `Phạm vi: ${row.scope}`));
    if (notes.length) head.append(el("span", { class: "sht-note sht-doubt" }, `Lưu ý: ${notes.join("; ")}`));
    return head;
  }

  cell(figure, name) {
    if (!figure) return el("td", { "data-label": name }, "chưa có");
    const source = el("a", { href: new URL(figure.address, BASE).href }, figure.source);
    const period = figure.doubt ? `${figure.period} (${figure.doubt})` : figure.period;
    return el("td", { "data-label": name }, el("strong", {}, figure.words), el("span", { class: "sht-note" }, `${period}${figure.caveats ? ` · ${figure.caveats}` : ""} · `, source, figure.locator ? `, ${figure.locator}` : ""));
  }

  /** One line for each figure shown: what a spreadsheet needs to check it. */
  saveCsv(units, rows) {
    const head = ["Chỉ tiêu", "Phạm vi", "Đơn vị", "Giá trị", "Như nguồn nói", "Thời kỳ", "Nguồn", "Vị trí trong nguồn", "Lưu ý"];
    const lines = rows.flatMap((row) => row.figures.flatMap((figure, at) => figure
      ? [[row.indicator.name, row.scope, units[at].name, figure.value.replace(".", ","), figure.words, figure.period, figure.source, figure.locator, row.doubts.join("; ")]]
      : []));
    download(`so-sanh-${this.ids.join("-")}.csv`.slice(0, 120), csvText([head, ...lines]));
  }
}

const root = document.querySelector("[data-compare]");
read("units.json").then((units) => {
  const known = new Map(units.map(([id, name, kind, place, rank, ...names]) =>
    [id, { id, name, rank, place, detail: [kind, place].filter(Boolean).join(", "), text: [name, place, ...names].join(" ") }]));
  new Comparison(root, known);
}, (error) => root.prepend(el("p", { class: "sht-note" }, error.notice ?? "Chưa tải được danh sách đơn vị.")));
