// Drawings of the explorer as SVG: lines and bars by Observable Plot, the tile map by hand. Colours are given, not
// taken from the style sheet, so that a saved picture looks the same. A hedged or doubtful figure is hollow; a figure
// that is «hơn» or «dưới» has an arrow to the side where the true one lies.

import { cautions } from "./explorer-rows.js";
import { axisWords, mapScale, tileWords } from "./explorer-scale.js";
import { library } from "./library.js";

const SVG = "http://www.w3.org/2000/svg";
export const LIGHT = {
  paper: "#ffffff", ink: "#1c2b31", faint: "#4b5a60", rule: "#d5cfc2",
  series: ["#1f7286", "#c4561f", "#5a4a9c", "#4a7a1e", "#a3286a", "#7a5c00", "#2f5fb3", "#555555"],
};
export const DARK = {
  paper: "#12191c", ink: "#e6eaea", faint: "#acb9bd", rule: "#2f3d43",
  series: ["#5fb3c6", "#e88a4e", "#b0a2f0", "#9ccb66", "#ef8fc0", "#d8b64a", "#8fb4f5", "#bbbbbb"],
};
// Five steps, pale to deep, each with its ink: the same on paper, by day and by night.
export const STEPS = [["#e3f0f2", "#1c2b31"], ["#b9dbe1", "#1c2b31"], ["#86bfca", "#1c2b31"], ["#1a6070", "#ffffff"], ["#0c3f4c", "#ffffff"]];
const ARROWS = { over: "→", at_least: "→", nearly: "←", under: "←" };

const caption = (row, name) => `${name}: ${row.words}, ${row.period}${cautions(row) && ` (${cautions(row)})`}. Nguồn: ${row.source}${row.locator ? `, ${row.locator}` : ""}`;
const hollow = (row) => Boolean(row.hedge || row.doubt);

/** Cut a text into lines of at most `most` letters, at spaces. */
export function lines(text, most) {
  const wrapped = [""];
  for (const word of text.split(" ")) {
    if (wrapped.at(-1) && wrapped.at(-1).length + word.length >= most) wrapped.push(word);
    else wrapped[wrapped.length - 1] += `${wrapped.at(-1) && " "}${word}`;
  }
  return wrapped;
}

/** Draw `rows` as `view`; gives an <svg> that is not in the page yet. */
export async function draw(view, rows, shard, { width, colours, tiles, side }) {
  if (view === "ban-do") return map(rows, shard, tiles, side, width, colours);
  const plots = await library("charts");
  const svg = (view === "duong" ? linePlot : barPlot)(plots, rows, shard, width, colours);
  for (const style of svg.querySelectorAll("style")) style.remove(); // the content policy allows none; ours is in hoctap.css
  for (const part of svg.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label"); // in English, and the picture is named as a whole
  svg.setAttribute("fill", colours.ink);
  svg.setAttribute("font-family", "IBM Plex Sans, system-ui, sans-serif");
  return svg;
}

/** The days that stand at least `gap` before the next one kept, the last always: labels of years must not touch. */
function apart(days, gap) {
  const kept = [];
  for (const day of days.toReversed()) if (!kept.length || kept.at(-1) - day >= gap) kept.push(day);
  return kept;
}

function linePlot({ plot, lineY, dot, text, gridY, axisX, axisY }, rows, shard, width, colours) {
  const units = [...new Set(rows.map(({ unit }) => unit))];
  const colour = (row) => colours.series[units.indexOf(row.unit)];
  const sorted = rows.toSorted((one, other) => one.at.localeCompare(other.at));
  const x = (row) => new Date(row.at);
  const days = [...new Set(sorted.map(({ year }) => year))].map((year) => new Date(Date.UTC(year, 11, 31)));
  const last = units.map((unit) => sorted.findLast((row) => row.unit === unit));
  return plot({
    width, height: 360, marginLeft: 64, marginRight: 24, marginTop: 24, marginBottom: 34,
    x: { type: "utc" }, y: { zero: true, nice: true },
    marks: [
      gridY({ stroke: colours.rule, strokeOpacity: 1 }),
      axisY({ label: null, tickFormat: axisWords(Math.max(...rows.map(({ value }) => value))), color: colours.faint, fontSize: 12 }),
      axisX({ label: null, ticks: apart(days, (days.at(-1) - days[0]) * 44 / width), tickFormat: (day) => String(day.getUTCFullYear()), color: colours.faint, fontSize: 12 }),
      lineY(sorted, { x, y: "value", z: "unit", stroke: colour, strokeWidth: 2 }),
      dot(sorted, { x, y: "value", r: 5, stroke: colour, strokeWidth: 2, fill: (row) => (hollow(row) ? colours.paper : colour(row)), title: (row) => caption(row, shard.units[row.unit].name) }),
      text(last, { x, y: "value", text: "words", dy: -14, fill: colour, stroke: colours.paper, strokeWidth: 4, fontSize: 12, textAnchor: "end" }),
    ],
  });
}

function barPlot({ plot, barX, text, gridX, axisX, ruleX }, rows, shard, width, colours) {
  // A bar below its name: names are long and phones narrow.
  const key = (_, at) => at;
  const step = 46;
  const room = Math.min(170, width * 0.4);
  const most = Math.max(...rows.map(({ value }) => value), 1e-9);
  const written = axisWords(most);
  const ticks = Math.max(1, Math.min(4, Math.floor((width - room) / (written(Math.round(most)).length * 7 + 24))));
  return plot({
    width, height: rows.length * step + 40, marginLeft: 4, marginRight: room, marginTop: 12, marginBottom: 28,
    x: { domain: [0, most], nice: false }, y: { axis: null, type: "band", domain: rows.map(key), padding: 0.62, paddingOuter: 0.3 },
    marks: [
      gridX({ stroke: colours.rule, strokeOpacity: 1, ticks }),
      axisX({ label: null, ticks, tickFormat: written, color: colours.faint, fontSize: 12 }),
      barX(rows, {
        x: "value", y: key, insetTop: 8, insetBottom: -8, rx: 2, fill: (row) => (hollow(row) ? colours.paper : colours.series[0]), stroke: colours.series[0], strokeWidth: 1.5,
        title: (row) => caption(row, shard.units[row.unit].name),
      }),
      text(rows, { x: 0, y: key, text: (row) => shard.units[row.unit].name, textAnchor: "start", dx: 2, dy: -11, fill: colours.ink, fontSize: 13 }),
      text(rows, { x: "value", y: key, text: (row) => `${ARROWS[row.hedge] ?? ""} ${row.words}${row.doubt ? " *" : ""}`.trim(), textAnchor: "start", dx: 6, dy: 8, fill: colours.ink, fontSize: 12, fontWeight: 600 }),
      ruleX([0], { stroke: colours.faint }),
    ],
  });
}

const node = (tag, attributes, text) => {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text !== undefined) element.textContent = text;
  return element;
};

/** The borders of the classes of a map: up to five, about equally many places in each, equal values together. */
export function classes(values) {
  const sorted = [...new Set(values)].sort((one, other) => one - other);
  const count = Math.min(STEPS.length, sorted.length);
  return Array.from({ length: count }, (_, at) => sorted.slice(Math.round((at * sorted.length) / count), Math.round(((at + 1) * sorted.length) / count))).map((part) => [part[0], part.at(-1)]);
}

/** The classes that shade a map: none for an indicator whose places are not compared. */
export const shadesOf = (shard, rows) => (shard.alone ? [] : classes(rows.map(({ value }) => value)));

function map(rows, shard, tiles, side, width, colours) {
  const size = Math.min(width, 700) / 7;
  const high = Math.max(56, size * 0.66);
  const places = tiles[side];
  const foot = Math.max(...places.map(([, , , line]) => line), ...tiles.sea[side].map(([, , line]) => line)) * high;
  const svg = node("svg", { width: size * 7, height: foot, viewBox: `0 0 ${size * 7} ${foot}`, "font-family": "IBM Plex Sans, system-ui, sans-serif" });
  const steps = shadesOf(shard, rows);
  const found = new Map(rows.map((row) => [shard.units[row.unit].area, row]));
  const letters = Math.max(6, Math.floor(size / 7.2));
  const scale = mapScale(rows, shard);
  for (const [area, name, column, line] of places) {
    const row = found.get(area);
    const at = row ? steps.findIndex(([, most]) => row.value <= most) : -1;
    const [fill, ink] = at < 0 ? ["none", colours.ink] : STEPS[steps.length === 1 ? 2 : at];
    const tile = node("g", { transform: `translate(${(column - 1) * size},${(line - 1) * high})`, "data-mark": "" });
    tile.append(node("title", {}, row ? caption(row, name) : `${name}: chưa có số so được`));
    tile.append(node("rect", { x: 1.5, y: 1.5, width: size - 3, height: high - 3, rx: 4, fill, ...outline(row, at >= 0, ink, colours) }));
    const value = row && `${tileWords(row, scale)}${shard.share ? "%" : ""}`;
    const parts = [...lines(name, Math.max(7, letters)).map((text) => [text, 10.5, 400]), ...(row ? [[value, value.length > letters ? 9.5 : 10.5, 600], [`${row.year}${row.doubt ? " *" : ""}`, 9.5, 400]] : [])];
    const pitch = Math.min(12.5, (high - 6) / parts.length); // a long name and its figure are five lines
    parts.forEach(([text, letter, weight], n) => tile.append(node("text", { x: size / 2, y: high / 2 + (n - (parts.length - 1) / 2) * pitch + 4, "text-anchor": "middle", "font-size": Math.min(letter, pitch), "font-weight": weight, fill: ink }, text)));
    svg.append(tile);
  }
  for (const [name, column, line] of tiles.sea[side]) {
    const words = lines(name, 9);
    words.forEach((text, n) => svg.append(node("text", { x: (column - 0.5) * size, y: (line - 0.5) * high + (n - (words.length - 1) / 2) * 12.5 + 4, "text-anchor": "middle", "font-size": 10.5, fill: colours.ink, "font-style": "italic" }, text)));
  }
  return svg;
}

/** The outline of a tile: broken where the figure is hedged or there is none. */
function outline(row, shaded, ink, { faint, rule }) {
  if (!row || hollow(row)) return { stroke: row ? ink : rule, "stroke-dasharray": "3 2" };
  return { stroke: shaded ? "none" : faint };
}
