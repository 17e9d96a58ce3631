// The self-assessment form: says what is missing, keeps a draft on this device, saves and loads a CSV; what the answers
// come to is computed in assess-answers.js. Criteria that do not bind the kind of body disappear; where the register could
// not read one, who holds the document adds it, and the sheet concludes by what was added. Nothing is sent anywhere.
// Without this script the form is a sheet to print and fill by hand.

import { NOT_APPLICABLE, answerOf, byPasses, byPoints } from "./assess-answers.js";
import { csvRows, csvText, download, el, memory, number } from "./text.js";

const ADDED = /^them-(.+)-(\d+)-loi$/;
const DIARY = /^nk-(.+)-(\d+)-viec$/;
const PROOF = "-minh-chung";
const HEAD = ["Mã", "Tiêu chí", "Trả lời", "Minh chứng", "Ngưỡng khai thêm"];
const ANSWERS = { dat: "đạt", chua: "chưa đạt", khong: "không áp dụng" };

class Assessment {
  constructor(form) {
    this.form = form;
    this.key = `sht-assess:${form.dataset.assess}`;
    this.count = form.querySelector("[data-count]");
    for (const gap of form.querySelectorAll("[data-gap]")) gap.querySelector("[data-add]").addEventListener("click", () => { this.add(gap).querySelector("input").focus(); this.changed(); });
    for (const row of form.querySelectorAll("[data-criterion]")) this.diaryOf(row);
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
    form.querySelector("[data-diary]").addEventListener("click", () => this.saveDiary());
    const dossier = form.querySelector("[data-dossier]");
    dossier?.addEventListener("toggle", () => import("./dossier.js").then(({ offer }) => offer(this)), { once: true });
    form.querySelector("[data-clear]").addEventListener("click", () => this.clear());
    this.compute();
  }

  /** The criteria that bind this kind of body, those added among them. */
  get rows() { return [...this.form.querySelectorAll("[data-criterion]")].filter((row) => !row.closest("[hidden]")); }

  /** Places where a criterion is missing and nobody has confirmed that all of it was added. */
  openGaps() {
    return [...this.form.querySelectorAll("[data-gap]:not([hidden])")].filter((gap) => {
      const full = this.form.elements[`du-${gap.dataset.gap}`].checked;
      const answered = [...gap.querySelectorAll("[data-own]")].some((row) => this.form.elements[`${row.dataset.criterion}-loi`].value.trim());
      return !full || (!answered && !gap.hasAttribute("data-confirm"));
    });
  }

  /** Hide what binds other kinds of body; words we could not place bind everyone. */
  choose() {
    const kind = this.form.elements.loai?.value;
    for (const row of this.form.querySelectorAll("[data-bound]")) row.hidden = Boolean(kind) && !row.dataset.bound.split(" ").includes(kind);
  }

  /** A criterion of the officer's own, in the place where one is missing. */
  add(gap, at = gap.querySelectorAll("[data-own]").length + 1) {
    const id = `them-${gap.dataset.gap}-${at}`;
    const field = (words, name) => el("label", {}, `${words} `, el("input", { type: "text", name, autocomplete: "off" }));
    const choice = el("select", { name: id }, el("option", { value: "" }, "chưa trả lời"), el("option", { value: "dat" }, "đạt"), el("option", { value: "chua" }, "chưa đạt"));
    const answer = this.form.dataset.scoring === "points" ? el("input", { type: "number", name: id, min: "0", step: "0.5" }) : choice;
    const row = el("div", { "data-criterion": id, "data-own": true, class: "sht-assess__answer" },
      field("Chỉ tiêu theo văn bản", `${id}-loi`), field("Ngưỡng", `${id}-nguong`), el("label", {}, "Kết quả ", answer), field("Minh chứng", `${id}${PROOF}`));
    gap.querySelector("[data-added]").append(row);
    return row;
  }

  /** The diary of a criterion: a line for each proof, the year through. */
  diaryOf(row) {
    const lines = el("div"), button = el("button", { class: "sht-button", type: "button" }, "Thêm dòng");
    button.addEventListener("click", () => { this.entry(row, lines).querySelector("input").focus(); });
    row.append(el("details", { class: "no-print" }, el("summary", {}, "Nhật ký minh chứng"), lines, button));
  }

  entry(row, lines, at = lines.children.length + 1) {
    const id = `nk-${row.dataset.criterion}-${at}`;
    const field = (words, name, type = "text") => el("label", {}, `${words} `, el("input", { type, name: `${id}-${name}`, autocomplete: "off" }));
    const line = el("p", { class: "sht-assess__answer", "data-entry": id }, field("Ngày", "ngay", "date"), field("Việc, giấy tờ", "viec"), field("Nơi để", "noi"));
    lines.append(line);
    return line;
  }

  /** Every line of the diary: criterion, day, what, where. */
  diary() {
    return [...this.form.querySelectorAll("[data-entry]")].map((line) => {
      const value = (name) => this.form.elements[`${line.dataset.entry}-${name}`].value.trim();
      const row = line.closest("[data-criterion]");
      return { id: row.dataset.criterion, text: answerOf(row, this.form).text, day: value("ngay"), what: value("viec"), where: value("noi") };
    }).filter(({ what }) => what);
  }

  saveDiary() {
    const lines = this.diary();
    if (!lines.length) { this.note.textContent = "Nhật ký còn trống: mở «Nhật ký minh chứng» dưới mỗi tiêu chí để ghi."; return; }
    download("nhat-ky-minh-chung.csv", csvText([["Mã", "Tiêu chí", "Ngày", "Việc, giấy tờ", "Nơi để"], ...lines.map(({ id, text, day, what, where }) => [id, text, day, what, where])]));
  }

  /** Make the rows that kept values belong to. */
  restore(values) {
    for (const name of Object.keys(values).sort(new Intl.Collator("en", { numeric: true }).compare)) {
      const [, gap, at] = name.match(ADDED) ?? [];
      const place = gap && this.form.querySelector(`[data-gap="${CSS.escape(gap)}"]`);
      if (place && !this.form.elements[name]) this.add(place, at);
      const [, key, line] = name.match(DIARY) ?? [];
      const row = key && this.form.querySelector(`[data-criterion="${CSS.escape(key)}"] > details > div`);
      if (row && !this.form.elements[name]) this.entry(row.closest("[data-criterion]"), row, line);
    }
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
    const { scoring, pass, total, floor } = this.form.dataset;
    this.choose();
    const answers = this.answers();
    const gaps = this.openGaps().length;
    const own = answers.some((one) => one.own) || this.form.querySelectorAll("[data-gap]:not([hidden])").length > 0;
    const numbers = { pass: Number(pass ?? 0), total: Number(total ?? 0), floor: Number(floor ?? 0) };
    const started = answers.some(({ state }) => state);
    const parts = scoring === "points" ? byPoints(answers, numbers, this.ranks, gaps, own) : byPasses(answers, gaps, own);
    const asked = answers.filter(({ state }) => state !== "khong");
    const met = asked.filter(({ state }) => state === "dat").length;
    const sum = answers.reduce((all, { points }) => all + (points ?? 0), 0);
    this.count.textContent = (scoring === "points" ? `${number.format(sum)}${total ? `/${number.format(total)}` : ""} điểm` : `Đạt ${met}/${asked.length}`) + (gaps ? `; còn ${gaps} chỗ thiếu` : "");
    this.form.querySelector("[data-result]").replaceChildren(...(started ? parts : [el("p", {}, "Trả lời từng tiêu chí; kết quả hiện ở đây.")]));
  }

  /** Put values back into the form; names it does not have are passed over. */
  fill(values) {
    this.restore(values);
    for (const control of this.form.elements) {
      if (!control.name) continue;
      const value = values[control.name] ?? "";
      if (control.matches("[type=radio], [type=checkbox]")) control.checked = control.value === value;
      else control.value = value;
    }
  }

  save() {
    const { elements } = this.form;
    const rows = this.answers().map(({ id, text, value, asked }) => [id, text, ANSWERS[value] ?? value.replace(".", ","), elements[id + PROOF].value, asked ?? ""]);
    download(`${this.form.dataset.assess}.csv`, csvText([HEAD, ["ten", "Tên", elements.ten.value, ""], ["nam", "Năm", elements.nam.value, ""], ...rows]));
  }

  async load(input) {
    const [file] = input.files;
    if (!file) return;
    const words = Object.fromEntries(Object.entries(ANSWERS).map(([code, word]) => [word, code]));
    const read = csvRows(await file.text());
    const values = {};
    for (const [id, text = "", , , asked = ""] of read) if (id.startsWith("them-")) Object.assign(values, { [`${id}-loi`]: text, [`${id}-nguong`]: asked });
    this.restore(values);
    const known = new Set(["ten", "nam", ...[...this.form.querySelectorAll("[data-criterion]")].map(({ dataset }) => dataset.criterion)]);
    const rows = read.filter(([id]) => known.has(id));
    input.value = "";
    if (!rows.length) {
      this.note.textContent = "Tệp này không phải của phiếu này: không có mã tiêu chí nào khớp.";
      return;
    }
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
    for (const added of this.form.querySelectorAll("[data-own], [data-entry]")) added.remove();
    memory.forget(this.key);
    this.note.textContent = "Đã xóa.";
    this.compute();
  }
}

for (const form of document.querySelectorAll("form[data-assess]")) new Assessment(form);
