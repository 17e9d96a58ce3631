// What stands around a drawing of the explorer: its title, key, notes and the words of its marks, the table of the same
// rows, what is missing, what was left out and why.

import { STEPS, shadesOf } from "./explorer-draw.js";
import { cautions } from "./explorer-rows.js";
import { inScale, mapScale, measureOf, signWords } from "./explorer-scale.js";
import { capitalizeFirst, el, grouped, nameWithin, number } from "./text.js";

const MOST_ROWS = 100; // of the table, until asked for more
const MOST_LEFT_OUT = 60; // named under one reason; the table has all
const TABLE_HEAD = ["Đơn vị", "Giá trị", "Thời kỳ", "Nguồn", "Lưu ý"];

/** The different words that rows have under one name. */
const different = (rows, word) => [...new Set(rows.map(word).filter(Boolean))];

export function titleOf({ shard, state, visible }) {
  const years = different(visible, ({ year }) => year).sort();
  const span = years.length > 1 ? `${years[0]}–${years.at(-1)}` : years[0] ?? "";
  const measure = state.view === "ban-do" && visible.length ? measureOf(visible, mapScale(visible, shard), shard) : "";
  return `${shard.name}${span ? `, ${span}` : ""}${measure && ` (${measure})`}`;
}

/** What must stand under a picture: what its signs mean, what to beware of. */
export function notesOf({ index, shard, split, state, visible }) {
  const found = [];
  if (visible.some(({ hedge, doubt }) => hedge || doubt)) found.push(state.view === "ban-do" ? "Ô viền đứt có số là số nói chừng hoặc chưa chắc thời kỳ." : "Hình rỗng là số nói chừng hoặc chưa chắc thời kỳ; mũi tên chỉ về phía có con số thật.");
  const signs = state.view === "ban-do" ? signWords(visible) : "";
  if (signs) found.push(signs);
  const doubts = different(visible, ({ doubt }) => doubt);
  if (doubts.length) found.push(`* ${doubts.join("; ")}.`);
  const scopes = different(visible, ({ scope }) => scope);
  if (scopes.length) found.push(`Phạm vi: ${scopes.join("; ")}.`);
  if (split.side && split.sides.length) found.push(`Trên ${index.borders[split.side]}.`);
  if (state.view === "ban-do" && shard.alone) found.push(`${capitalizeFirst(shard.alone)}; các ô không tô đậm nhạt.`);
  if (shard.caution) found.push(shard.caution);
  return found;
}

/** What the colours stand for: units of lines, steps of a map. */
export function keyOf({ shard, state, visible }, { series }) {
  const key = (items) => [el("ul", { class: "sht-key" }, ...items.map(([colour, words, ink]) => el("li", {}, el("span", { class: "sht-key__mark", style: `background:${colour};color:${ink ?? "inherit"}`, "aria-hidden": "true" }), words)))];
  if (state.view === "duong") return key([...new Set(visible.map(({ unit }) => unit))].map((unit, at) => [series[at], shard.units[unit].name]));
  if (state.view !== "ban-do") return [];
  const steps = shadesOf(shard, visible), scale = mapScale(visible, shard), sign = shard.share ? "%" : "";
  return key(steps.map(([least, most], at) => [STEPS[steps.length === 1 ? 2 : at][0], [...new Set([inScale(least, scale), inScale(most, scale)])].join("–") + sign]));
}

/** The words of a mark, shown for the pointer and, by the arrow keys, for the keyboard. */
export function setUpTips({ panel, tip }, svg) {
  const show = (mark, words) => {
    svg.querySelector(".is-marked")?.classList.remove("is-marked");
    mark.classList.add("is-marked");
    tip.textContent = words;
    tip.hidden = false;
  };
  const marks = [...svg.querySelectorAll("title")].map((title) => {
    const mark = title.parentElement;
    const words = title.textContent;
    title.remove(); // or the browser shows it a second time
    mark.addEventListener("pointerenter", () => show(mark, words));
    return [mark, words];
  });
  let at = -1;
  panel.onkeydown = (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step || !marks.length || event.target !== panel) return;
    event.preventDefault();
    at = (at + step + marks.length) % marks.length;
    show(...marks[at]);
  };
}

/** All that was chosen as a table, what the drawing leaves out with its reason. */
export function tableOfRows(explorer, base) {
  const { refused, shard, visible } = explorer;
  const cell = (label, ...content) => el("td", { "data-label": label }, ...content);
  const all = [...visible.map((row) => [row, ""]), ...refused.map(({ row, reason }) => [row, reason])];
  const rows = all.map(([row, reason]) =>
    el("tr", {}, el("th", { scope: "row" }, el("a", { href: new URL(`don-vi/${shard.units[row.unit].id}/`, base).href }, shard.units[row.unit].name)),
      el("td", { class: "num", "data-label": "Giá trị" }, row.words), cell("Thời kỳ", row.period, row.doubt ? el("span", { class: "sht-doubt" }, ` (${row.doubt})`) : ""),
      cell("Nguồn", el("a", { href: new URL(row.href, base).href }, row.source), row.locator ? `, ${row.locator}` : ""),
      cell("Lưu ý", [cautions({ ...row, doubt: "" }), reason && `không so được với phần trên: ${reason}`].filter(Boolean).join("; ") || "–")));
  const head = TABLE_HEAD.map((name) => el("th", { scope: "col", class: name === "Giá trị" ? "num" : "" }, name));
  const table = el("table", { class: "sht-table sht-table--stack" }, el("caption", { id: "kham-pha-ten" }, titleOf(explorer)), el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...rows));
  const wrapped = el("div", { class: "sht-table-wrap", role: "region", tabindex: "0", "aria-labelledby": "kham-pha-ten" }, table);
  rows.slice(MOST_ROWS).forEach((row) => { row.hidden = true; });
  if (rows.length <= MOST_ROWS) return wrapped;
  const more = el("button", { type: "button", class: "sht-button" }, `Xem ${number.format(rows.length - MOST_ROWS)} dòng nữa`);
  more.addEventListener("click", () => { rows.forEach((row) => { row.hidden = false; }); more.remove(); });
  return el("div", {}, wrapped, more);
}

/** What was asked for and is not here: unknown names, units without this figure, or without it in these years. */
export function noticesOf(explorer) {
  const names = (ids) => ids.map((id) => nameWithin(explorer.units.get(id).name)).join("; ");
  const missing = explorer.unitsWithout(explorer.shard.rows);
  const other = explorer.unitsWithout(explorer.split.asked).filter((id) => !missing.includes(id));
  return [
    ...(explorer.unknown.length ? [`Không có trong sổ: ${explorer.unknown.join("; ")}.`] : []),
    ...(missing.length ? [`Chưa có số liệu này của ${names(missing)}.`] : []),
    ...(other.length ? [`Trong những năm đã chọn, chưa có số liệu này của ${names(other)}.`] : []),
  ];
}

/** What the drawing leaves out: one heading for each first reason; what else stands against a figure is said beside it. */
export function leftOut({ refused, shard }) {
  const first = (reason) => reason.split(/[;:] /, 1)[0];
  const rest = (reason, row) => { const words = reason.slice(first(reason).length + 2); return words && !row.period.includes(words) ? ` (${words})` : ""; };
  const item = ({ row, reason }) => el("li", {}, `${shard.units[row.unit].name}: ${row.words}, ${row.period}${rest(reason, row)}`);
  const groups = [...grouped(refused, ({ reason }) => first(reason))].map(([reason, list]) => {
    const more = list.length > MOST_LEFT_OUT ? [el("li", {}, `và ${list.length - MOST_LEFT_OUT} con số nữa, xem ở mục Bảng`)] : [];
    return el("details", {}, el("summary", {}, `${capitalizeFirst(reason)}: ${number.format(list.length)} con số`), el("ul", {}, ...list.slice(0, MOST_LEFT_OUT).map(item), ...more));
  });
  return groups.length ? [el("h2", {}, "Không nằm trong hình, và vì sao"), ...groups] : [];
}
