// Numbers as officers type them into a report: 2.763; 32,83; 12,5 triệu; hơn 8.000. What is sent is read again by the
// program of the repository (load/values.py): tests/test_amounts.py holds that what is taken here is taken there as the
// same value and hedge. Whatever is not plainly one number is refused, with what to write.

const HEDGES = /^(hơn|trên|gần|khoảng|dưới|ít nhất|chưa đến|tối thiểu) +(?=\d)/iu;
const WRITTEN = /^(\d[\d.,]*)(?: *(tỷ|tỉ|triệu|nghìn|ngàn)(?!\p{L}))? *(.*)$/iu;
const NUMBER = /^(0|[1-9]\d*|[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/;
const GROUPED_ONCE = /^\d{1,3}\.\d{3}$/;
const ZEROS = { tỷ: 9, tỉ: 9, triệu: 6, nghìn: 3, ngàn: 3 };
const WHOLE = ["count", "amount"];
const refused = (wrong) => ({ wrong });
const EXAMPLE = "viết nhóm nghìn bằng dấu chấm, phần lẻ bằng dấu phẩy, ví dụ 2.763 hoặc 32,5";

/** {value, hedge} of a typed text, null of an empty one, {wrong} that says what to mend. */
export function amountOf(text, kind, measure) {
  const plain = text.normalize("NFC").replaceAll("\u00a0", " ").replace(/^ +| +$/g, "");
  if (!plain) return null;
  const hedge = plain.match(HEDGES)?.[1].toLowerCase() ?? "";
  const [, digits, scale = "", unit] = plain.replace(HEDGES, "").match(WRITTEN) ?? [];
  // «05 lớp» is how offices write a number below ten.
  const [, whole, part = ""] = digits?.replace(/^0(?=[1-9]$)/, "").match(NUMBER) ?? [];
  if (!whole) return refused(EXAMPLE);
  if (unit && !isMeasure(unit, measure)) return refused(`chỉ tiêu này tính bằng «${measure}», không phải «${unit}»`);
  if (scale && kind === "share") return refused("viết tỷ lệ phần trăm, ví dụ 32,5");
  // «12.345 tỷ»: twelve of them, as Excel in English writes, or twelve thousand? Of đồng nobody writes thousandths.
  const divides = ZEROS[scale.toLowerCase()] === 9 || (!scale && !WHOLE.includes(kind) && measure !== "đồng");
  if (divides && GROUPED_ONCE.test(digits)) return refused(`đọc được hai cách: viết ${[digits.replace(".", ""), digits.replace(".", ",")].map((one) => `${one} ${scale}`.trim()).join(" hoặc ")}`);
  if (measure === "đồng" && !scale && part.length === 3 && !WHOLE.includes(kind)) return refused(`đọc được hai cách: viết ${digits.replace(/[.,]/g, "")} nếu dấu phẩy ngăn hàng nghìn, ${digits.replace(/0+$/, "")} nếu là phần lẻ`);
  return valued(whole.replaceAll(".", ""), part, ZEROS[scale.toLowerCase()] ?? 0, kind, hedge);
}

/** Whether words after a number name what is counted: «đồng» and «đ» of money, «%» of shares, else the measure itself. */
function isMeasure(unit, measure) {
  const words = unit.toLowerCase();
  return words === measure.toLowerCase() || (measure === "đồng" && words === "đ");
}

/** The point moved in the text, not by multiplying: 71,5 million is a whole number of đồng. */
function valued(whole, part, zeros, kind, hedge) {
  const left = part.slice(zeros).replace(/0+$/, "");
  const value = Number(`${whole}${part.slice(0, zeros).padEnd(zeros, "0")}.${left}`);
  if (left && WHOLE.includes(kind)) return refused("phải là số nguyên");
  if (value > Number.MAX_SAFE_INTEGER || left.length > 6 || (left && value >= 1e9)) return refused("con số dài quá, xin xem lại");
  if (kind === "share" && value > 100) return refused("tỷ lệ không quá 100%");
  return { value, hedge };
}

const round = (value) => Math.round(value * 1e6) / 1e6;

/** An amount of đồng as it is written; the same as `money` of scripts/hoctap/vietnamese/writing.py. */
export function money(value) {
  for (const [scale, word] of [[1e9, "tỷ đồng"], [1e6, "triệu đồng"]]) {
    if (value >= scale && value % (scale / 1000) === 0) return `${written(value / scale)} ${word}`;
  }
  return `${written(value)} đồng`;
}

/** Every digit kept. */
export const written = (value) => value.toLocaleString("vi-VN", { maximumFractionDigits: 6 });

/** A value as a frame takes it. */
export function formatAmount({ value, hedge }, kind, measure) {
  const words = kind === "amount" && measure === "đồng" ? money(value) : kind === "share" ? `${written(value)}%` : kind === "count" ? written(value) : `${written(value)} ${measure}`.trim();
  return `${hedge} ${words}`.trim();
}

/** How much more or less, of two values without hedges: {words, cell, difference}. */
export function changed(now, before, kind, measure) {
  const difference = round(now.value - before.value);
  if (!difference) return { words: "không đổi", cell: "0", difference };
  const verb = difference > 0 ? "tăng" : "giảm";
  const size = Math.abs(difference);
  const sign = difference > 0 ? "" : "−";
  if (kind === "share") return { words: `${verb} ${written(size)} điểm phần trăm`, cell: `${sign}${written(size)}`, difference };
  const percent = before.value ? Math.round((size / before.value) * 1000) / 10 : 0;
  const noun = kind === "amount" && measure === "đồng" ? money(size) : `${written(size)} ${measure.split("/")[0]}`.trim();
  // Of very small beginnings a percentage says nothing.
  const share = percent > 0 && percent <= 200 ? `, tức ${written(percent)}%` : "";
  return { words: `${verb} ${noun}${share}`, cell: `${sign}${kind === "amount" ? noun : written(size)}`, difference };
}
