// Numbers as Vietnamese officers type and write them: 2.763; 32,83; 12,5 triệu; hơn 8.000.



const HEDGES = /^(hơn|trên|gần|khoảng|dưới|ít nhất|chưa đến|tối thiểu)\s+/iu;
const SCALES = [[/\s*(tỷ|tỉ)(\s*đồng)?$/iu, 1e9], [/\s*triệu(\s*đồng)?$/iu, 1e6], [/\s*(nghìn|ngàn)(\s*đồng)?$/iu, 1e3], [/\s*(đồng|đ)$/iu, 1], [/\s*%$/u, 1]];

/** {value, hedge} of a typed text, null of an empty one, {wrong} that says what to mend. */
export function amountOf(text, kind) {
  let rest = text.normalize("NFC").replace(/\u00a0/g, " ").trim();
  if (!rest) return null;
  const hedge = rest.match(HEDGES)?.[1].toLowerCase() ?? "";
  rest = rest.replace(HEDGES, "").replace(/\s*\(.*\)$/u, "");
  const [ending, scale] = SCALES.find(([words]) => words.test(rest)) ?? [/$/u, 1];
  rest = rest.replace(ending, "").trim();
  if (!/^(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(rest)) return { wrong: "viết nhóm nghìn bằng dấu chấm, phần lẻ bằng dấu phẩy, ví dụ 2.763 hoặc 32,5" };
  // Rounded, or 71,5 million would not be a whole number of đồng.
  const value = Math.round(Number(rest.replaceAll(".", "").replace(",", ".")) * scale * 1e6) / 1e6;
  if (kind === "count" && !Number.isInteger(value)) return { wrong: "số đếm phải là số nguyên" };
  if (kind === "share" && value > 100) return { wrong: "tỷ lệ không quá 100%" };
  return { value, hedge };
}

const round = (value) => Math.round(value * 1e6) / 1e6;

/** An amount of đồng as it is said; the same as `money` of scripts/hoctap/vietnamese/writing.py. */
export function money(value) {
  for (const [scale, word] of [[1e9, "tỷ đồng"], [1e6, "triệu đồng"]]) {
    const scaled = round(value / scale);
    if (value >= scale && scaled === Math.round(scaled * 1000) / 1000) return `${written(scaled)} ${word}`;
  }
  return `${written(value)} đồng`;
}

/** Every digit kept. */
export const written = (value) => value.toLocaleString("vi-VN", { maximumFractionDigits: 6 });

/** A value as a frame takes it. */
export function said({ value, hedge }, kind, measure) {
  const words = kind === "amount" && measure === "đồng" ? money(value) : kind === "share" ? `${written(value)}%` : kind === "count" ? written(value) : `${written(value)} ${measure}`.trim();
  return `${hedge} ${words}`.trim();
}

/** How much more or less, of two values without hedges: {words, cell}. */
export function changed(now, before, kind, measure) {
  const difference = round(now.value - before.value);
  if (!difference) return { words: "không đổi", cell: "0" };
  const verb = difference > 0 ? "tăng" : "giảm";
  const size = Math.abs(difference);
  const sign = difference > 0 ? "" : "−";
  if (kind === "share") return { words: `${verb} ${written(size)} điểm phần trăm`, cell: `${sign}${written(size)}` };
  const percent = before.value ? Math.round((size / before.value) * 1000) / 10 : 0;
  const noun = kind === "amount" && measure === "đồng" ? money(size) : `${written(size)} ${measure.split("/")[0]}`.trim();
  // Of very small beginnings a percentage says nothing.
  const share = percent > 0 && percent <= 200 ? `, tức ${written(percent)}%` : "";
  return { words: `${verb} ${noun}${share}`, cell: `${sign}${written(size)}` };
}
