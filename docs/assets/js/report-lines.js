// What each line of a report comes to: its two values, the change or why none is said, the sentence. What the register
// says of a line is taken as it stands; what was typed is put into the words of the line.

import { amountOf, changed, formatAmount } from "./amounts.js";
import { capitalizeFirst, lowerFirst } from "./text.js";

const OF_AREA = /^Hội Khuyến học ((?:tỉnh|thành phố|xã|phường|thị trấn|đặc khu|huyện|quận|thị xã) .+)$/iu;

/** The two fields of a line, this period's and last year's; some lines have no second one. */
const fieldsOf = (row) => [row.querySelector("[data-nay]"), row.querySelector("[data-truoc]")];
const isFromRegister = (field) => field?.dataset.fromRegister !== undefined;

/** What the register holds of a line, if its field was filled from there. */
export function knownOf(report, row) {
  return isFromRegister(row.querySelector("[data-nay]")) ? report.unit?.figures[`${row.dataset.line}|${report.span.code}`] : null;
}

/** The unit that a line speaks of: what an association reports of its whole area is the area's. */
export function subjectOf(report, row) {
  const name = report.value("ten");
  if (report.value("loai") === "hoi" && row.hasAttribute("data-of-area")) {
    if (report.unit?.area) return report.unit.area;
    const area = name.match(OF_AREA)?.[1];
    if (area) return { name: capitalizeFirst(area), inside: area };
  }
  return { name, inside: report.unit?.inside || name || "đơn vị" };
}

/** Why two values of one line may not be compared: empty if they may. */
function against(report, row, now, before) {
  const { code, before: codeBefore, crossed } = report.span;
  const { line } = row.dataset;
  const judged = report.unit?.changes[`${line}|${code}`];
  const [ours, theirs] = fieldsOf(row).map(isFromRegister);
  if (ours && theirs && judged) return judged.refused ?? "";
  const known = [ours && report.unit.figures[`${line}|${code}`], theirs && report.unit.figures[`${line}|${codeBefore}`]];
  const doubts = known.filter((one) => one && !one.exact).map(({ doubt }) => doubt || "số nói chừng");
  if (doubts.length) return doubts.join("; ");
  if (ours !== theirs) return "một số lấy từ sổ, một số tự điền: chưa chắc cùng cách đếm";
  if (now.hedge || before.hedge) return "số nói chừng";
  const moved = crossed === "all" || (crossed === "flow" && !row.hasAttribute("data-stock"));
  return moved && (report.unit?.border || report.form.elements["ranh-gioi"].checked) ? "khác ranh giới" : "";
}

/** A line as it stands now: `wrong` says what is to be mended, `why` why no change is said. */
export function computed(report, row) {
  const { code } = report.span;
  // What is counted on the last day is there by then, not through the months: «đến hết 6 tháng đầu năm 2026».
  const by = row.hasAttribute("data-at-end") ? "hết " : "";
  const words = `${by && "đến "}${by}${report.span.words}`, beforeWords = `${by}${report.span.beforeWords}`;
  const { line, name, kind, measure } = row.dataset;
  const [field, old] = fieldsOf(row);
  const now = amountOf(field.value, kind, measure), before = old ? amountOf(old.value, kind, measure) : null;
  const wrong = now?.wrong ?? before?.wrong;
  const section = row.closest("fieldset").querySelector("legend").textContent.trim();
  const out = { row, line, name, kind, measure, section, now, before, wrong, cell: "", why: "", sentence: "" };
  if (wrong || !now) return out;
  const known = knownOf(report, row);
  const { inside } = subjectOf(report, row);
  const frame = (inside === report.unit?.inside && report.unit.frames?.[line]) || row.dataset.frame;
  const amount = formatAmount(now, kind, measure);
  const framed = frame ? frame.replace("{unit}", inside).replace("{value}", amount) : `${lowerFirst(name)} của ${inside} là ${amount}`;
  out.sentence = known ? known.sentence : `${capitalizeFirst(words)}, ${framed}.`;
  if (!before) return out;
  out.why = against(report, row, now, before);
  if (out.why) return out;
  const change = changed(now, before, kind, measure);
  out.cell = change.cell;
  out.difference = change.difference;
  const judged = known && isFromRegister(old) ? report.unit.changes[`${line}|${code}`]?.sentence : "";
  const since = `so với ${beforeWords} (${formatAmount(before, kind, measure)})`;
  out.sentence = judged || `${capitalizeFirst(words)}, ${framed}, ${change.words}${change.words.includes(", tức") ? "," : ""} ${since}.`;
  return out;
}
