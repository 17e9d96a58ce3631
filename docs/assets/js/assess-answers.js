// What was answered to each criterion of a sheet, and what all answers come to, as parts of the page: passes or points.

import { el, number } from "./text.js";

export const NOT_APPLICABLE = "-khong";
const BY_ADDED = "theo các chỉ tiêu bạn khai thêm";

/** What was answered to one criterion: {state: "dat" | "chua" | "khong" | "", points, text}. */
export function answerOf(row, form) {
  const id = row.dataset.criterion;
  if (row.hasAttribute("data-own")) return addedAnswer(row, form);
  const text = row.querySelector("p").firstChild.textContent.trim();
  const control = form.elements[id];
  if (form.elements[id + NOT_APPLICABLE]?.checked) return { id, text, state: "khong", value: "khong" };
  const value = control.value.trim();
  if (control.type !== "number") return { id, text, state: value, value };
  const points = value === "" ? null : Number(value.replace(",", "."));
  if (form.dataset.scoring === "points") return { id, text, state: value === "" ? "" : "dat", points, value, most: Number(control.max || Infinity) };
  return { id, text, state: value === "" ? "" : points >= Number(control.dataset.threshold) ? "dat" : "chua", value };
}

/** What was answered to a criterion that the officer added. */
function addedAnswer(row, { elements, dataset }) {
  const id = row.dataset.criterion;
  const text = elements[`${id}-loi`].value.trim(), asked = elements[`${id}-nguong`].value.trim(), value = elements[id].value.trim();
  const out = { id, text: text || "chỉ tiêu khai thêm chưa có lời", asked, own: true, value };
  if (dataset.scoring !== "points") return { ...out, state: text ? value : "" };
  return { ...out, state: text && value ? "dat" : "", points: value === "" ? null : Number(value.replace(",", ".")), most: Infinity };
}

const list = (answers) => el("ul", {}, ...answers.map(({ text, more }) => el("li", {}, more ? `${text} (${more})` : text)));
const open = (answers) => answers.filter(({ state }) => state === "");

/** Pass or fail: every criterion that applies must be met. */
export function byPasses(answers, gaps, own) {
  const failed = answers.filter(({ state }) => state === "chua");
  const left = open(answers);
  const met = answers.filter(({ state }) => state === "dat").length;
  const asked = answers.filter(({ state }) => state !== "khong").length;
  const parts = [el("p", {}, el("strong", {}, `Đạt ${met} trên ${asked} tiêu chí phải xét.`))];
  if (failed.length) parts.push(el("p", {}, `Chưa đạt mức này${failed.every((one) => one.own) ? `, ${BY_ADDED}` : ""}, vì còn:`), list(failed));
  if (left.length) parts.push(el("p", {}, `Chưa trả lời ${left.length} tiêu chí:`), list(left));
  if (!failed.length && !left.length) parts.push(el("p", {}, gaps ? `Đạt mọi tiêu chí đã đọc được; chưa thể kết luận vì còn ${gaps} chỗ thiếu. Có văn bản thì khai thêm ở chỗ ấy.` : `Đạt mọi tiêu chí của mức này${own ? `, ${BY_ADDED}` : ""}.`));
  return parts;
}

/** Points: a total, the least for each, a rank. */
export function byPoints(answers, { pass, total, floor }, ranks, gaps, own) {
  const sum = answers.reduce((all, { points }) => all + (points ?? 0), 0);
  const over = answers.filter(({ points, most }) => points !== null && points > most);
  const low = floor ? answers.filter(({ points }) => points !== null && points < floor) : [];
  const left = open(answers);
  const parts = [el("p", {}, el("strong", {}, `Tổng ${number.format(sum)}${total ? ` trên ${number.format(total)}` : ""} điểm.`))];
  if (over.length) parts.push(el("p", {}, "Vượt điểm tối đa, cần sửa:"), list(over.map((answer) => ({ ...answer, more: `tối đa ${number.format(answer.most)}` }))));
  else if (total && sum > total) parts.push(el("p", {}, `Tổng vượt ${number.format(total)} điểm, cần xem lại.`));
  if (low.length) parts.push(el("p", {}, `Dưới ${number.format(floor)} điểm nên chưa đạt:`), list(low.map((answer) => ({ ...answer, more: `${number.format(answer.points)} điểm` }))));
  if (left.length) parts.push(el("p", {}, `Chưa chấm ${left.length} tiêu chí:`), list(left));
  if (pass && sum < pass) parts.push(el("p", {}, `Còn thiếu ${number.format(pass - sum)} điểm để đạt.`));
  const reached = pass && sum >= pass && !low.length && !over.length && !left.length && !(total && sum > total);
  const rank = ranks.filter(({ from }) => sum >= from).pop();
  const next = ranks.find(({ from }) => sum < from);
  if (reached && gaps) parts.push(el("p", {}, "Đủ điểm ở phần đã đọc được; chưa thể kết luận vì bộ tiêu chí trong sổ còn thiếu."));
  else if (reached) parts.push(el("p", {}, `Đạt${rank ? `, ${rank.name}` : ""}${own ? `, ${BY_ADDED}` : ""}.`));
  if (reached && next) parts.push(el("p", {}, `Thêm ${number.format(next.from - sum)} điểm thì được ${next.name}.`));
  return parts;
}
