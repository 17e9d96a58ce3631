// What is shown, handed over as a file: a picture with its title, sources, licence and address inside, CSV, .xlsx.

import { LIGHT, lines } from "./explorer-draw.js";
import { cautions } from "./explorer-rows.js";
import { library } from "./library.js";
import { csvText, save } from "./text.js";

const SVG = "http://www.w3.org/2000/svg";
export const WIDTH = 900; // of a saved picture
const MARGIN = 28;
const HEAD = ["Đơn vị", "Chỉ tiêu", "Giá trị", "Đơn vị tính", "Như nguồn nói", "Thời kỳ", "Lưu ý", "Nguồn", "Vị trí trong nguồn", "Không vẽ vì"];

/** Rows as a table: what a reader needs to check each figure; the last column says why one is not drawn. */
export function tableOf(rows, refused, shard) {
  const line = (row, reason) => [shard.units[row.unit].name, shard.name, row.value, shard.measure, row.words, row.period, cautions(row), row.source, row.locator, reason];
  return [HEAD, ...rows.map((row) => line(row, "")), ...refused.map(({ row, reason }) => line(row, reason))];
}

const text = (x, y, size, weight, words) => {
  const element = document.createElementNS(SVG, "text");
  for (const [name, value] of Object.entries({ x, y, "font-size": size, "font-weight": weight, fill: weight > 400 ? LIGHT.ink : LIGHT.faint })) element.setAttribute(name, value);
  element.textContent = words;
  return element;
};

/** The sources of a picture in one line each, the first few by name. */
export function sourcesOf(rows) {
  const names = [...new Set(rows.map(({ source }) => source))];
  return `Nguồn: ${names.slice(0, 3).join("; ")}${names.length > 3 ? `; và ${names.length - 3} nguồn khác, ghi trong bảng` : ""}`;
}

/** Put a drawing into a picture that stands alone. */
export function framed(drawing, { title, notes, rows }) {
  const picture = document.createElementNS(SVG, "svg");
  const inner = { width: Number(drawing.getAttribute("width")), height: Number(drawing.getAttribute("height")) };
  const width = Math.max(WIDTH, inner.width + 2 * MARGIN);
  let y = MARGIN + 12;
  const add = (words, size, weight, most) => {
    for (const line of lines(words, most)) {
      picture.append(text(MARGIN, y, size, weight, line));
      y += size * 1.4;
    }
  };
  add(title, 21, 600, 72);
  y += 4;
  drawing.setAttribute("x", MARGIN);
  drawing.setAttribute("y", y);
  picture.append(drawing);
  y += inner.height + 26;
  for (const words of [...notes, sourcesOf(rows), "Sổ Học Tập, giấy phép CC BY 4.0 (dùng tự do khi ghi nguồn)"]) add(words, 13, 400, 118);
  // An address is not cut at spaces: it has none.
  for (const part of location.href.match(/.{1,112}/gu)) { picture.append(text(MARGIN, y, 13, 400, part)); y += 18; }
  const height = y + MARGIN / 2;
  for (const [name, value] of Object.entries({ xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}`, "font-family": "IBM Plex Sans, DejaVu Sans, Arial, sans-serif" })) picture.setAttribute(name, value);
  const paper = document.createElementNS(SVG, "rect");
  for (const [name, value] of Object.entries({ width: "100%", height: "100%", fill: LIGHT.paper })) paper.setAttribute(name, value);
  picture.prepend(paper);
  return new XMLSerializer().serializeToString(picture);
}

/** The picture as a PNG, twice as fine as it is wide. */
export async function png(source) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: image.width * 2, height: image.height * 2 });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png"));
}

export function saveCsv(name, table) {
  const written = table.map((row, at) => row.map((cell) => (at && typeof cell === "number" ? String(cell).replace(".", ",") : cell)));
  save(`${name}.csv`, new Blob([csvText(written)], { type: "text/csv;charset=utf-8" }));
}

export async function saveWorkbook(name, table, description) {
  const { writeWorkbook } = await library("workbook");
  const head = (cells) => cells.map((value) => ({ value, fontWeight: "bold" }));
  const widths = [34, 34, 14, 14, 22, 14, 30, 44, 26, 30].map((width) => ({ width }));
  const sheets = [
    { data: [head(table[0]), ...table.slice(1)], sheet: "Số liệu", columns: widths, stickyRowsCount: 1 },
    { data: description, sheet: "Giới thiệu", columns: [{ width: 24 }, { width: 90 }] },
  ];
  save(`${name}.xlsx`, await writeWorkbook(sheets).toBlob());
}
