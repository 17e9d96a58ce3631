// The self-assessment form: computes points or passes, says what is missing, keeps a draft on this device, saves
// and loads a CSV. Nothing is sent anywhere. Without this script the form is a sheet to print and fill by hand.

import { csvRows, csvText, download, el, memory, number } from "./text.js";

const PROOF = "-minh-chung";
const NOT_APPLICABLE = "-khong";
const HEAD = ["Mã", "Tiêu chí", "Trả lời", "Minh chứng"];
const ANSWERS = { dat: "đạt", chua: "chưa đạt", khong: "không áp dụng" };

/** What was answered to one criterion: {state: "dat" | "chua" | "khong" | "", points, text}. */
function answerOf(row, form) {
  const id = row.dataset.criterion;
  const text = row.querySelector("p").firstChild.textContent.trim();
  const control = form.elements[id];
  if (form.elements[id + NOT_APPLICABLE]?.checked) return { id, text, state: "khong", value: "khong" };
  const value = control.value.trim();
  if (control.type !== "number") return { id, text, state: value, value };
  const points = value === "" ? null : Number(value.replace(",", "."));
  if (form.dataset.scoring === "points") return { id, text, state: value === "" ? "" : "dat", points, value, most: Number(control.max || Infinity) };
  return { id, text, state: value === "" ? "" : points >= Number(control.dataset.threshold) ? "dat" : "chua", value };
}

const list = (answers) => el("ul", {}, ...answers.map(({ text, more }) => el("li", {}, more ? `${text} (${more})` : text)));
const open = (answers) => answers.filter(({ state }) => state === "");

/** Pass or fail: every criterion that applies must be met. */
function byPasses(answers, gaps) {
  const failed = answers.filter(({ state }) => state === "chua");
  const left = open(answers);
  const met = answers.filter(({ state }) => state === "dat").length;
  const asked = answers.filter(({ state }) => state !== "khong").length;
  const parts = [el("p", {}, el("strong", {}, `Đạt ${met} trên ${asked} tiêu chí phải xét.`))];
  if (failed.length) parts.push(el("p", {}, "Chưa đạt mức này, vì còn:"), list(failed));
  if (left.length) parts.push(el("p", {}, `Chưa trả lời ${left.length} tiêu chí:`), list(left));
  if (!failed.length && !left.length) parts.push(el("p", {}, gaps ? "Đạt mọi tiêu chí đã đọc được; chưa thể kết luận vì bộ tiêu chí trong sổ còn thiếu." : "Đạt mọi tiêu chí của mức này."));
  return parts;
}

/** Points: a total, the least for each, a rank. */
function byPoints(answers, { pass, total, floor }, ranks, gaps) {
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
  else if (reached) parts.push(el("p", {}, rank ? `Đạt, ${rank.name}.` : "Đạt."));
  if (reached && next) parts.push(el("p", {}, `Thêm ${number.format(next.from - sum)} điểm thì được ${next.name}.`));
  return parts;
}

class Assessment {
  constructor(form) {
    this.form = form;
    this.key = `sht-assess:${form.dataset.assess}`;
    this.rows = [...form.querySelectorAll("[data-criterion]")];
    this.note = form.querySelector("[data-memory]");
    this.ranks = [...form.querySelectorAll("[data-rank]")].map(({ dataset }) => ({ name: dataset.rank, from: Number(dataset.from) }));
    const draft = memory.read(this.key, null);
    if (draft) {
      this.fill(draft);
      this.note.textContent = "Đã mở lại bản nháp để trên máy này.";
    }
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", ({ target }) => target.type !== "file" && this.changed());
    form.querySelector("[data-save]").addEventListener("click", () => this.save());
    form.querySelector("[data-load]").addEventListener("change", ({ target }) => this.load(target));
    form.querySelector("[data-clear]").addEventListener("click", () => this.clear());
    this.compute();
  }

  changed() {
    const kept = memory.write(this.key, Object.fromEntries(new FormData(this.form)));
    this.note.textContent = kept ? "Đã giữ bản nháp trên máy này." : "Trình duyệt không cho giữ bản nháp; hãy tải CSV.";
    this.compute();
  }

  answers() {
    return this.rows.map((row) => answerOf(row, this.form));
  }

  compute() {
    const { scoring, gaps, pass, total, floor } = this.form.dataset;
    const answers = this.answers();
    const numbers = { pass: Number(pass ?? 0), total: Number(total ?? 0), floor: Number(floor ?? 0) };
    const started = answers.some(({ state }) => state);
    const parts = scoring === "points" ? byPoints(answers, numbers, this.ranks, Number(gaps)) : byPasses(answers, Number(gaps));
    this.form.querySelector("[data-result]").replaceChildren(...(started ? parts : [el("p", {}, "Trả lời từng tiêu chí; kết quả hiện ở đây.")]));
  }

  /** Put values back into the form; names it does not have are passed over. */
  fill(values) {
    for (const control of this.form.elements) {
      if (!control.name) continue;
      const value = values[control.name] ?? "";
      if (control.matches("[type=radio], [type=checkbox]")) control.checked = control.value === value;
      else control.value = value;
    }
  }

  save() {
    const { elements } = this.form;
    const rows = this.answers().map(({ id, text, value }) => [id, text, ANSWERS[value] ?? value.replace(".", ","), elements[id + PROOF].value]);
    download(`${this.form.dataset.assess}.csv`, csvText([HEAD, ["ten", "Tên", elements.ten.value, ""], ["nam", "Năm", elements.nam.value, ""], ...rows]));
  }

  async load(input) {
    const [file] = input.files;
    if (!file) return;
    const words = Object.fromEntries(Object.entries(ANSWERS).map(([code, word]) => [word, code]));
    const known = new Set(["ten", "nam", ...this.rows.map(({ dataset }) => dataset.criterion)]);
    const rows = csvRows(await file.text()).filter(([id]) => known.has(id));
    input.value = "";
    if (!rows.length) {
      this.note.textContent = "Tệp này không phải của phiếu này: không có mã tiêu chí nào khớp.";
      return;
    }
    const values = {};
    for (const [id, , answer = "", proof = ""] of rows) {
      const code = words[answer] ?? answer;
      if (code === "khong" && this.form.elements[id + NOT_APPLICABLE]) values[id + NOT_APPLICABLE] = "x";
      else values[id] = this.form.elements[id].type === "number" ? code.replace(",", ".") : code;
      values[id + PROOF] = proof;
    }
    this.fill(values);
    this.changed();
    this.note.textContent = `Đã nạp ${rows.length} dòng từ tệp.`;
  }

  clear() {
    if (!window.confirm("Xóa mọi điều đã điền và bản nháp trên máy này?")) return;
    this.form.reset();
    memory.forget(this.key);
    this.note.textContent = "Đã xóa.";
    this.compute();
  }
}

for (const form of document.querySelectorAll("form[data-assess]")) new Assessment(form);
