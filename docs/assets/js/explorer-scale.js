// One measure for a whole drawing: its numbers as they are, or all of them in thousands, millions or billions.

import { number } from "./text.js";

const SCALES = [[1, ""], [1e3, "nghìn"], [1e6, "triệu"], [1e9, "tỷ"]];
const ROOM = 7; // letters in a tile on a phone
const SIGNS = { over: ">", at_least: "≥", nearly: "<", under: "<", "about": "≈" };
const ROUNDED = { over: Math.floor, at_least: Math.floor, nearly: Math.ceil, under: Math.ceil };
const rounded = new Intl.NumberFormat("vi-VN", { maximumSignificantDigits: 15 });
const SIGN_WORDS = { ">": "hơn", "≥": "ít nhất", "<": "gần hoặc dưới", "≈": "khoảng" };

/** How the numbers of an axis are written: the largest decides for all. */
export function axisWords(most) {
  const [factor, word] = SCALES.findLast(([least]) => least !== 1e3 && most >= least) ?? SCALES[0];
  return (value) => `${number.format(value / factor)}${word && value ? ` ${word}` : ""}`;
}

/** A number in a scale, with as many digits as say something; not by `roundingMode`, which older browsers pass over. */
export function inScale(value, [factor], round = Math.round) {
  if (factor === 1 || !value) return number.format(value);
  const part = value / factor;
  const size = Math.floor(Math.log10(Math.abs(part))); // 415: 2, 36: 1, 0,09: -2
  const digits = size < 0 ? 1 - size : Math.max(0, 2 - size);
  const power = 10 ** digits;
  return rounded.format(round(Number((part * power).toPrecision(15))) / power);
}

/** What a tile says of a figure: rounded to the side on which it stays true, «> 415,6 nghìn» is not «> 416 nghìn». */
export const tileWords = (row, scale) => signOf(row) + inScale(row.value, scale, ROUNDED[row.hedge]);

/** The scale of a map: the first in which every figure has room in its tile. */
export function mapScale(rows, { share }) {
  const fits = (scale) => rows.every((row) => tileWords(row, scale).length <= ROOM);
  return share ? SCALES[0] : SCALES.find(fits) ?? SCALES.at(-1);
}

const signOf = ({ hedge }) => SIGNS[hedge] ?? "";

/** What the tiles of a map are counted in, and that some are rounded; empty where every figure says so itself. */
export function measureOf(rows, scale, { share, measure }) {
  if (share) return "";
  const isRounded = ({ value }) => inScale(value, scale, Math.floor) !== inScale(value, scale, Math.ceil);
  return `${scale[1]} ${measure}${rows.some(isRounded) ? ", làm tròn" : ""}`.trim();
}

/** What the signs before numbers mean; empty if none has one. */
export function signWords(rows) {
  const signs = [...new Set(rows.map(signOf).filter(Boolean))];
  return signs.length ? `Dấu ${signs.map((sign) => `${sign} là ${SIGN_WORDS[sign]}`).join(", ")}.` : "";
}
