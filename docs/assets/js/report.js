// The half-year and year report: fields filled from the register or typed, the same period of last year beside them,
// change only where both may be compared, out as .docx, .xlsx and text. Everything stays on this device.

import { amountOf, changed, formatAmount } from "./amounts.js";
import { library } from "./library.js";
import { dated, paper } from "./papers.js";
import { Picker } from "./picker.js";
import { HANDED_OVER, handOver, sheets, typedHere } from "./report-send.js";
import { el, memory, save } from "./text.js";
import { unitFile } from "./unit-file.js";

const KEY = "sht-report";
const DOCX = ".docx", DONE = "Đã làm tệp";
const TITLES = { hoi: "BC-HKH", ban: "BC-BKH", "co-quan": "BC" };

const OPENING = /chỉ đạo|phối hợp/i; // what stands before the results; the rest after them

const OF_AREA = /^Hội Khuyến học ((?:tỉnh|thành phố|xã|phường|thị trấn|đặc khu|huyện|quận|thị xã) .+)$/iu;

const small = (text) => text.slice(0, 1).toLowerCase() + text.slice(1);
const big = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

class Report {
  constructor(form) {
    this.form = form;
    this.note = form.querySelector("[data-memory]");
    this.result = form.querySelector("[data-result]");
    this.unit = null;
    const draft = memory.read(KEY, null);
    if (draft) this.fill(draft);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", ({ target }) => this.changed(target));
    for (const [part, act] of [["docx", () => this.docx()], ["xlsx", () => this.xlsx()], ["copy-text", () => this.copy()], ["send", () => this.send()], ["send-file", () => this.sendFile()], ["export", () => this.exported()], ["clear", () => this.clear()]]) {
      form.querySelector(`[data-${part}]`).addEventListener("click", () => act().catch(() => this.tell("Không làm được tệp; hãy tải lại trang rồi thử lại.")));
    }
    form.querySelector("[data-import]").addEventListener("change", ({ target }) => this.imported(target));
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
      const units = await fetch("units.json").then((answer) => answer.json());
      const options = units.map(([id, name, kind, where, names], rank) => ({ id, name, detail: [kind, where].filter(Boolean).join(", "), text: `${name} ${names} ${where}`, rank: rank / 1e6 }));
      const picker = new Picker({ id: "don-vi-bao-cao", label: "Tìm đơn vị", options, chosen: (id) => this.load(id, true), skip: () => false });
      place.replaceChildren(picker.root, place.querySelector("p[data-from-register]"));
      picker.input.focus();
    });
  }

  async load(id, asked) {
    const unit = await unitFile(new URL("don-vi/", location.href), id).catch(() => null);
    if (!unit) return this.tell("Chưa mở được số liệu của đơn vị này.");
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

  /** The unit that a line speaks of: what an association reports of its whole area is the area's. */
  subject(row) {
    const name = this.value("ten");
    if (this.value("loai") === "hoi" && row.hasAttribute("data-of-area")) {
      if (this.unit?.area) return this.unit.area;
      const area = name.match(OF_AREA)?.[1];
      if (area) return { name: big(area), inside: area };
    }
    return { name, inside: this.unit?.inside || name || "đơn vị" };
  }

  values() { return Object.fromEntries([...new FormData(this.form)].filter(([, value]) => typeof value === "string" && value)); }

  fill(values) {
    for (const control of this.form.elements) if (control.name && control.type !== "file") control.value = values[control.name] ?? (control.tagName === "SELECT" ? control.options[0].value : "");
  }

  /** Why two values of one line may not be compared: empty if they may. */
  against(row, now, before) {
    const { code, crossed } = this.span;
    const judged = this.unit?.changes[`${row.dataset.line}|${code}`];
    const fromRegister = ["nay", "truoc"].map((which) => row.querySelector(`[data-${which}]`)?.dataset.fromRegister !== undefined);
    if (fromRegister[0] && fromRegister[1] && judged) return judged.refused ?? "";
    const doubts = ["nay", "truoc"].map((which, at) => fromRegister[at] && this.unit.figures[`${row.dataset.line}|${at ? this.span.before : code}`]).filter((one) => one && !one.exact).map(({ doubt }) => doubt || "số nói chừng");
    if (doubts.length) return doubts.join("; ");
    if (fromRegister[0] !== fromRegister[1]) return "một số lấy từ sổ, một số tự điền: chưa chắc cùng cách đếm";
    if (now.hedge || before.hedge) return "số nói chừng";
    const moved = crossed === "all" || (crossed === "flow" && !row.hasAttribute("data-stock"));
    return moved && (this.unit?.border || this.form.elements["ranh-gioi"].checked) ? "khác ranh giới" : "";
  }

  /** What each line comes to: typed values, change or why there is none, the sentence. */
  computed() {
    const { words, code } = this.span;
    return this.lines.map((row) => {
      const { line, name, kind, measure, frame } = row.dataset;
      const field = row.querySelector("[data-nay]"), old = row.querySelector("[data-truoc]");
      const now = amountOf(field.value, kind, measure), before = old ? amountOf(old.value, kind, measure) : null;
      const wrong = now?.wrong ?? before?.wrong;
      this.mark(row, field, old, now, before);
      const out = { line, name, kind, measure, section: row.closest("fieldset").querySelector("legend").textContent.trim(), now, before, wrong, cell: "", why: "", sentence: "" };
      if (wrong || !now) return out;
      const known = field.dataset.fromRegister !== undefined ? this.unit?.figures[`${line}|${code}`] : null;
      const inside = this.subject(row).inside;
      const framed = frame ? frame.replace("{unit}", inside).replace("{value}", formatAmount(now, kind, measure)) : `${small(name)} của ${inside} là ${formatAmount(now, kind, measure)}`;
      out.sentence = known ? known.sentence : `${big(words)}, ${framed}.`;
      if (!before) return out;
      out.why = this.against(row, now, before);
      if (out.why) return out;
      const change = changed(now, before, kind, measure);
      out.cell = change.cell;
      out.difference = change.difference;
      const judged = known && old.dataset.fromRegister !== undefined ? this.unit.changes[`${line}|${code}`]?.sentence : "";
      const since = `so với ${this.span.beforeWords} (${formatAmount(before, kind, measure)})`;
      out.sentence = judged || `${big(words)}, ${framed}, ${change.words}${change.words.includes(", tức") ? "," : ""} ${since}.`;
      return out;
    });
  }

  mark(row, field, old, now, before) {
    const note = row.querySelector("[data-source-note]");
    field.setAttribute("aria-invalid", String(Boolean(now?.wrong)));
    old?.setAttribute("aria-invalid", String(Boolean(before?.wrong)));
    const known = field.dataset.fromRegister !== undefined ? this.unit?.figures[`${row.dataset.line}|${this.span.code}`] : null;
    note.textContent = now?.wrong ?? before?.wrong ?? (known ? `Từ sổ: ${known.source}, ${known.locator}${known.doubt ? `; lưu ý: ${known.doubt}` : ""}` : "");
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
    const filledIn = lines.filter(({ now }) => now && !now.wrong);
    const refused = lines.filter(({ why }) => why);
    const wrong = lines.filter((one) => one.wrong);
    this.result.replaceChildren(
      el("p", {}, el("strong", {}, `Đã có ${filledIn.length} số.`), wrong.length ? ` Còn ${wrong.length} ô phải sửa.` : ""),
      ...(filledIn.length ? [el("ul", {}, ...filledIn.map(({ sentence }) => el("li", {}, sentence)))] : []),
      ...(refused.length ? [el("p", { class: "sht-note" }, `Không nói tăng, giảm: ${refused.map(({ name, why }) => `${small(name)} (${why})`).join("; ")}.`)] : []),
    );
  }

  get subjectLine() { return `${this.value("loai") === "co-quan" ? "Kết quả học tập suốt đời, xây dựng đơn vị học tập" : "Kết quả công tác khuyến học, khuyến tài, xây dựng xã hội học tập"} ${this.span.words}`; }

  table(lines) {
    const rows = [];
    let section = "", at = 0;
    for (const one of lines.filter(({ now, wrong }) => now && !wrong)) {
      if (one.section !== section) { section = one.section; rows.push([section]); }
      at += 1;
      const cell = (amount) => (amount ? formatAmount(amount, one.kind, one.measure) : "");
      rows.push([String(at), big(one.name), one.measure, cell(one.now), cell(one.before), one.cell || (one.why ? "không so" : "")]);
    }
    return { head: ["TT", "Nội dung", "Đơn vị tính", "Kỳ này", "Cùng kỳ năm trước", "Tăng, giảm"], rows, widths: [6, 34, 14, 17, 17, 12] };
  }

  blocks() {
    const lines = this.computed();
    const texts = [...this.form.querySelectorAll("[data-text]")].filter((part) => !part.hidden).map((part) => ({ name: big(part.dataset.text), text: part.querySelector("textarea").value.trim() }));
    const sentences = lines.map(({ sentence }) => sentence).filter(Boolean);
    const basis = this.value("can-cu");
    const parts = [
      ...texts.filter(({ name }) => OPENING.test(name)).map(({ name, text }) => [name, [{ p: text || "……………………………………………………" }]]),
      ["Kết quả thực hiện", [...sentences.map((p) => ({ p })), ...(sentences.length ? [{ p: "Số liệu cụ thể:", italic: true }, { table: this.table(lines) }] : [{ p: "……………………………………………………" }])]],
      ...texts.filter(({ name }) => !OPENING.test(name)).map(({ name, text }) => [name, [{ p: text || "……………………………………………………" }]]),
    ];
    const number = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    const opening = `${basis ? `Thực hiện ${small(basis)}, ` : ""}${this.value("ten") || "……………………"} báo cáo ${small(this.subjectLine)} như sau:`;
    return [{ p: big(opening) }, ...parts.flatMap(([name, blocks], at) => [{ h: `${number[at]}. ${name.toLocaleUpperCase("vi")}` }, ...blocks])];
  }

  get head() {
    const number = this.value("so");
    return {
      upper: this.value("cap-tren"), issuer: this.value("ten"), number: number ? `${number}/${TITLES[this.value("loai")]}` : `………/${TITLES[this.value("loai")]}`,
      place: this.value("noi"), date: dated(this.value("ngay")), title: "BÁO CÁO", subject: this.subjectLine, recipients: this.value("noi-nhan"), signer: this.value("chuc-vu"),
    };
  }

  get file() { return `bao-cao-${this.span.code}`; }

  async docx() {
    save(`${this.file}${DOCX}`, await paper(this.head, this.blocks()));
    this.tell(`${DONE} Word.`);
  }

  async xlsx() {
    const { writeWorkbook } = await library("workbook");
    const bold = (cells) => cells.map((value) => ({ value, fontWeight: "bold" }));
    const { head } = this.table([]);
    const rows = this.computed().filter(({ now, wrong }) => now && !wrong).map((one, at) => [at + 1, big(one.name), one.measure, this.cell(one.now), one.before ? this.cell(one.before) : null, one.difference ?? one.why, one.section]);
    const data = [bold([this.subjectLine]), [`${this.value("ten")}`], bold([...head, "Mục"]), ...rows];
    save(`${this.file}.xlsx`, await writeWorkbook([{ data, sheet: "Số liệu", columns: [6, 46, 16, 18, 18, 22, 28].map((width) => ({ width })), stickyRowsCount: 3 }]).toBlob());
    this.tell(`${DONE} Excel.`);
  }

  /** A number where it is exact, the words where it is hedged. */
  cell({ value, hedge }) { return hedge ? `${hedge} ${value.toLocaleString("vi-VN")}` : value; }

  text() {
    const lines = this.computed().map(({ sentence }) => sentence).filter(Boolean);
    const texts = [...this.form.querySelectorAll("[data-text]")].filter((part) => !part.hidden).map((part) => [big(part.dataset.text), part.querySelector("textarea").value.trim()]).filter(([, text]) => text);
    return [`${this.value("ten") || "Đơn vị"}: ${small(this.subjectLine)}`, ...lines.map((line) => `- ${line}`), ...texts.map(([name, text]) => `${name}: ${text}`)].join("\n");
  }

  async copy() {
    const done = await navigator.clipboard.writeText(this.text()).then(() => true, () => false);
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

  async exported() {
    save("ban-nhap-bao-cao.json", new Blob([JSON.stringify(this.values(), null, 1)], { type: "application/json" }));
    this.tell("Đã tải bản nháp.");
  }

  async imported(input) {
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
