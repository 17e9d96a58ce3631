// Numbers in a query, read as Vietnamese write them: 2.763, 32,83%, 71,5 triệu đồng, 2 tỷ.

import { fold } from "../text.js";

const SCALES = { nghin: 1e3, ngan: 1e3, trieu: 1e6, tr: 1e6, ty: 1e9, ti: 1e9 };
/** Whether a word is a number or part of how one is said: «11,673 tỷ đồng». */
export const isOfNumber = (word) => /^[0-9]/.test(word) || word in SCALES || word === "dong";

// After these a number is a name: Thông tư 24, mức độ 2, bậc 3.
const NAMED = /\b(so|thong tu|quyet dinh|chi thi|nghi quyet|nghi dinh|ket luan|cong van|ke hoach|luat|de an|chuong trinh|muc do|muc|bac|cap|dieu|khoan|lop|khoa|thang|ngay|quan|phuong|cum|tt|qd|ct|nq|nd|kl|cv|kh)\s*$/;
// A number beside a slash, a hyphen or a letter is part of a date or of a document's number.
const NUMBER = /(?<![\w/.,-])(\d+(?:[.,]\d+)*)(?:\s*(%)|\s+(nghin|ngan|trieu|tr|ty|ti)(?![a-z])|(?![\w/-]))/g;
const THOUSANDS = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/;

const plain = (value) => String(Math.round(value * 1e6) / 1e6);

/** The values that a number as typed may have, the likelier first. */
function values(digits) {
  const whole = Number(digits.replace(/[.,]/g, ""));
  const decimal = Number(digits.replace(",", "."));
  if (!/[.,]/.test(digits)) return [whole];
  if (!THOUSANDS.test(digits)) return Number.isNaN(decimal) ? [] : [decimal];
  return digits.includes(".") ? [whole] : [decimal, whole];
}

/** Every number of a query: its `keys` in the index, and the `measure` typed with it: %, money or none. */
export function numbersIn(typed) {
  const found = [];
  const text = fold(typed);
  for (const { index, 1: digits, 2: percent, 3: scale } of text.matchAll(NUMBER)) {
    if (!percent && !scale && !/[.,]/.test(digits) && NAMED.test(text.slice(0, index))) continue;
    const measure = percent ? "%" : scale ? "đồng" : "";
    const isYear = !measure && /^(19|20)\d\d$/.test(digits);
    found.push({ keys: values(digits).map((value) => plain(value * (SCALES[scale] ?? 1))), measure, isYear, typed: digits });
  }
  return found;
}

const ASKED = /\b(?:bao nhieu|may) (con|heo|suat|nguoi|em|chau|ti|ty|trieu|tien|dong|phan tram)\b/;
const MEASURES = { heo: "con", em: "nguoi", chau: "nguoi", ti: "dong", ty: "dong", trieu: "dong", tien: "dong", "phan tram": "%" };

/** The measure in which a figure is asked for, as figures have it: «bao nhiêu con», «bao nhiêu tiền». */
export function measureIn(typed) {
  const [, asked] = fold(typed).match(ASKED) ?? [];
  return MEASURES[asked] ?? asked;
}
