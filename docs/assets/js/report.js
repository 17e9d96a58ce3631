// The half-year and year report: fields filled from the register or typed, the same period of last year beside them,
// a draft kept. report-lines.js computes a line, report-files.js makes paper, workbook and text, report-send.js hands
// over what was typed. Everything stays on this device.

import { library } from "./library.js";
import { Picker } from "./picker.js";
import { messageOf, paperOf, workbookOf } from "./report-files.js";
import { computed, knownOf } from "./report-lines.js";
import { HANDED_OVER, handOver, sheets, typedHere } from "./report-send.js";
import { el, memory, save, lowerFirst } from "./text.js";
import { unitFile } from "./unit-file.js";
import { jsonAt } from "./unpack.js";

const KEY = "sht-report";

class Report {
  constructor(form) {
    this.form = form;
    this.words = JSON.parse(form.querySelector("[data-file-words]").textContent);
    this.note = form.querySelector("[data-memory]");
    this.result = form.querySelector("[data-result]");
    this.unit = null;
    const draft = memory.read(KEY, null);
    if (draft) this.fill(draft);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", ({ target }) => this.changed(target));
    for (const [part, act] of [["docx", () => this.saveAs("docx", "Word", paperOf)], ["xlsx", () => this.saveAs("xlsx", "Excel", workbookOf)], ["copy-text", () => this.copy()], ["send", () => this.send()], ["send-file", () => this.sendFile()], ["export", () => this.saveDraft()], ["clear", () => this.clear()]]) {
      form.querySelector(`[data-${part}]`).addEventListener("click", () => act().catch(() => this.tell("Không làm được tệp; hãy tải lại trang rồi thử lại.")));
    }
    form.querySelector("[data-import]").addEventListener("change", ({ target }) => this.openDraft(target));
    this.pickerWhenWanted();
    this.show();
    if (draft) this.tell("Đã mở lại bản nháp để trên máy này.");
    if (this.value("ma")) this.load(this.value("ma"), false);
  }

  value(name) { return this.form.elements[name]?.value.trim() ?? ""; }
  tell(words) { this.note.textContent = words; }
  get span() { return this.form.elements.ky.selectedOptions[0].dataset; }
  get lines() { return [...this.form.querySelectorAll("[data-line]")].filter((row) => !row.hidden && !row.closest("fieldset").hidden); }

  /** The list of units is fetched when someone wants it. */
  pickerWhenWanted() {
    const place = this.form.querySelector("[data-unit]");
    const button = place.querySelector("button");
    button.addEventListener("click", async () => {
      const units = await jsonAt(new URL("units.json", location.href)).catch((error) => this.tell(error.notice ?? "Chưa tải được danh sách đơn vị; xin thử lại."));
      if (!units) return;
      const options = units.map(([id, name, kind, where, names], rank) => ({ id, name, detail: [kind, where].filter(Boolean).join(", "), text: `${name} ${names} ${where}`, rank: rank / 1e6 }));
      const picker = new Picker({ id: "don-vi-bao-cao", label: "Tìm đơn vị", options, chosen: (id) => this.load(id, true), skip: () => false });
      place.replaceChildren(picker.root, place.querySelector("p[data-from-register]"));
      picker.input.focus();
    });
  }

  async load(id, asked) {
    const unit = await unitFile(new URL("don-vi/", location.href), id).catch((error) => this.tell(error.notice ?? "Chưa mở được số liệu của đơn vị này."));
    if (!unit) return;
    this.unit = unit;
    this.form.elements.ma.value = id;
    if (asked) {
      this.form.elements.ten.value = this.unit.name;
      this.fromRegister();
    }
    else this.adopt();
    this.form.querySelector("p[data-from-register]").textContent = `Đang dùng số liệu trong sổ của: ${this.unit.name}.`;
    this.changed(null);
  }

  /** Know again, in an opened draft, what came from the register. */
  adopt() {
    for (const row of this.form.querySelectorAll("[data-line]")) {
      for (const [which, period] of [["nay", this.span.code], ["truoc", this.span.before]]) {
        const field = row.querySelector(`[data-${which}]`), known = this.unit.figures[`${row.dataset.line}|${period}`];
        if (field && known && field.value === known.text) field.dataset.fromRegister = known.text;
      }
    }
  }

  /** Put what the register holds into fields that are empty or were filled by it. */
  fromRegister() {
    const { code, before } = this.span;
    for (const row of this.form.querySelectorAll("[data-line]")) {
      for (const [which, period] of [["nay", code], ["truoc", before]]) {
        const field = row.querySelector(`[data-${which}]`);
        if (!field || (field.value && field.dataset.fromRegister === undefined)) continue;
        const known = this.unit?.figures[`${row.dataset.line}|${period}`];
        field.value = known ? known.text : "";
        if (known) field.dataset.fromRegister = known.text;
        else delete field.dataset.fromRegister;
      }
    }
  }

  changed(target) {
    if (target?.name === "ma" || target?.type === "file") return;
    if (target?.name === "ten" && this.unit && this.unit.name !== target.value.trim()) this.leave();
    if (target?.name === "ky" && this.unit) this.fromRegister();
    if (target?.dataset?.fromRegister !== undefined) delete target.dataset.fromRegister;
    this.show();
    const kept = memory.write(KEY, this.values());
    this.tell(kept ? "Đã giữ bản nháp trên máy này." : "Trình duyệt không cho giữ bản nháp; hãy tải bản nháp về.");
  }

  /** Another name was typed: figures of the register are of another unit, so they go. */
  leave() {
    for (const field of this.form.querySelectorAll("[data-from-register]:not(p)")) { field.value = ""; delete field.dataset.fromRegister; }
    this.unit = null;
    this.form.elements.ma.value = "";
    this.form.querySelector("p[data-from-register]").textContent = "Tên đã đổi, nên số lấy từ sổ được bỏ ra.";
  }

  values() { return Object.fromEntries([...new FormData(this.form)].filter(([, value]) => typeof value === "string" && value)); }

  fill(values) {
    for (const control of this.form.elements) if (control.name && control.type !== "file") control.value = values[control.name] ?? (control.tagName === "SELECT" ? control.options[0].value : "");
  }

  computed() { return this.lines.map((row) => computed(this, row)); }

  /** Say beside a line what is to be mended, or where its number comes from. */
  mark({ row, now, before, wrong }) {
    row.querySelector("[data-nay]").setAttribute("aria-invalid", String(Boolean(now?.wrong)));
    row.querySelector("[data-truoc]")?.setAttribute("aria-invalid", String(Boolean(before?.wrong)));
    const known = knownOf(this, row);
    row.querySelector("[data-source-note]").textContent = wrong ?? (known ? `Từ sổ: ${known.source}, ${known.locator}${known.doubt ? `; lưu ý: ${known.doubt}` : ""}` : "");
  }

  show() {
    const kind = this.value("loai");
    const yearly = this.span.code.length === 4;
    for (const row of this.form.querySelectorAll("[data-line]")) {
      const { whom } = row.dataset;
      row.hidden = (row.hasAttribute("data-yearly") && !yearly) || (kind === "co-quan" ? whom === "body" : whom === "office");
    }
    for (const part of this.form.querySelectorAll("fieldset[data-section]")) part.hidden = ![...part.querySelectorAll("[data-line]")].some((row) => !row.hidden);
    for (const part of this.form.querySelectorAll("[data-text][data-yearly]")) part.hidden = !yearly;
    this.form.querySelector("p[data-crossed]").hidden = !this.span.crossed;
    const lines = this.computed();
    for (const line of lines) this.mark(line);
    const filledIn = lines.filter(({ sentence }) => sentence);
    const refused = lines.filter(({ why }) => why);
    const wrong = lines.filter((one) => one.wrong);
    this.result.replaceChildren(
      el("p", {}, el("strong", {}, `Đã có ${filledIn.length} số.`), wrong.length ? ` Còn ${wrong.length} ô phải sửa.` : ""),
      ...(filledIn.length ? [el("ul", {}, ...filledIn.map(({ sentence }) => el("li", {}, sentence)))] : []),
      ...(refused.length ? [el("p", { class: "sht-note" }, `Không nói tăng, giảm: ${refused.map(({ name, why }) => `${lowerFirst(name)} (${why})`).join("; ")}.`)] : []),
    );
  }

  get subjectLine() { return `${this.words.subjects[this.value("loai") === "co-quan" ? "office" : "body"]} ${this.span.words}`; }

  get file() { return `bao-cao-${this.span.code}`; }

  async saveAs(ending, program, make) {
    save(`${this.file}.${ending}`, await make(this));
    this.tell(`Đã làm tệp ${program}.`);
  }

  async copy() {
    const done = await navigator.clipboard.writeText(messageOf(this)).then(() => true, () => false);
    this.tell(done ? "Đã chép; mở Zalo rồi dán." : "Không chép được; hãy bôi đen phần kết quả để chép.");
  }

  /** What was typed here, for the register: none of it if something is missing, and then it is said what. */
  toSend() {
    const typed = typedHere(this);
    if (!typed.length) this.tell("Chưa có số nào tự điền để gửi; số lấy từ sổ thì sổ đã có.");
    else if (!this.value("ten") || !this.value("ngay")) this.tell("Hãy ghi tên đơn vị và ngày của báo cáo: số liệu trong sổ phải có nguồn, nguồn phải có ngày.");
    else return typed;
    return null;
  }

  async send() {
    const typed = this.toSend();
    if (typed) handOver(this, typed);
  }

  async sendFile() {
    const typed = this.toSend();
    if (!typed) return;
    const { writeWorkbook } = await library("workbook");
    save(`gui-so-lieu-${this.span.code}.xlsx`, await writeWorkbook(sheets(this, typed)).toBlob());
    this.tell(`Đã làm tệp có ${typed.length} số; kiểm ở trang «Gửi số liệu» rồi gửi.`);
  }

  async saveDraft() {
    save("ban-nhap-bao-cao.json", new Blob([JSON.stringify(this.values(), null, 1)], { type: "application/json" }));
    this.tell("Đã tải bản nháp.");
  }

  async openDraft(input) {
    const [file] = input.files;
    if (!file) return;
    const values = await file.text().then(JSON.parse).catch(() => null);
    input.value = "";
    if (!values || typeof values !== "object" || !("ky" in values)) return this.tell("Tệp này không phải bản nháp báo cáo.");
    this.unit = null;
    this.fill(values);
    if (values.ma) await this.load(String(values.ma), false);
    this.changed(null);
    this.tell("Đã mở bản nháp từ tệp.");
  }

  async clear() {
    if (!window.confirm("Xóa mọi điều đã điền và bản nháp trên máy này?")) return;
    this.form.reset();
    for (const field of this.form.querySelectorAll("input[data-from-register]")) delete field.dataset.fromRegister;
    this.unit = null;
    this.form.elements.ma.value = "";
    this.form.querySelector("p[data-from-register]").textContent = "";
    memory.forget(KEY);
    memory.forget(HANDED_OVER);
    this.show();
    this.tell("Đã xóa.");
  }
}

for (const form of document.querySelectorAll("form[data-report-form]")) new Report(form);
