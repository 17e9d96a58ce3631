// The page «Gửi số liệu»: choose a unit, get its form, drop the filled file, see what to mend, send. What is right and
// wrong is said by the program of the repository (desk-python.js); here it is only shown.

import { Python } from "./desk-python.js";
import { deskGrid } from "./desk-grid.js";
import { button, field, table } from "./desk-parts.js";
import { sending } from "./desk-send.js";
import { Picker } from "./picker.js";
import { HANDED_OVER } from "./report-send.js";
import { el, memory, number, save } from "./text.js";

const BASE = new URL("../../", import.meta.url);
const PAGE = new URL("gui-so-lieu/", BASE);
const EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const MEGABYTE = 1_000_000;
const REMEMBERED = "hoctap-gui-so-lieu-don-vi";

class DeskPage {
  constructor(root, units) {
    this.units = new Map(units.map(([id, name, kind, place, rank, ...names]) => [id, { id, name, detail: [kind, place].filter(Boolean).join(", "), text: [name, ...names].join(" "), rank }]));
    this.python = new Python((progress) => this.showProgress(progress));
    this.unit = null;
    this.newUnit = null;
    this.bytes = 0;
    this.status = el("div", { role: "status", class: "sht-desk__status" });
    this.chosen = el("div");
    this.work = el("div");
    this.result = el("section", { class: "sht-desk__result", tabindex: "-1", "aria-label": "Kết quả kiểm tra" });
    this.picker = new Picker({ id: "gui-don-vi", label: "Đơn vị của bạn", options: [...this.units.values()], skip: () => false, chosen: (id) => this.choose(id) });
    const missing = button("Đơn vị của tôi chưa có trong sổ", () => this.showNewUnit());
    root.replaceChildren(
      el("h2", { id: "chon-don-vi" }, "1. Chọn đơn vị"), this.picker.root, el("p", {}, missing), this.chosen,
      el("h2", { id: "kiem-tra" }, "2. Kiểm tra tệp đã điền"), this.dropZone(), this.status, this.work, this.result,
    );
    const address = new URLSearchParams(location.search);
    this.wanted = address.get("chi-tieu") ?? "";
    const asked = address.get("don-vi") ?? memory.read(REMEMBERED, "");
    this.given = address.get("tu") === "bao-cao" ? memory.read(HANDED_OVER, null) : null;
    if (this.given) this.receive();
    else if (address.has("ten") && !address.has("don-vi")) this.offerNew({ name_vi: address.get("ten"), unit_kind: address.get("loai"), level: address.get("cap"), area_id: address.get("noi") });
    else if (this.units.has(asked)) this.choose(asked);
  }

  /** What a report came to is checked at once; a unit the register does not know is chosen or made first. */
  receive() {
    if (this.units.has(this.given.unit)) { this.choose(this.given.unit); return; }
    this.picker.input.value = this.given.name;
    this.chosen.replaceChildren(el("p", { class: "sht-caveat" }, `Đã nhận ${number.format(this.given.rows.length)} số từ báo cáo của ${this.given.name}. Hãy chọn đơn vị ấy trong sổ ở ô trên, hoặc thêm nếu chưa có; số liệu được kiểm ngay sau đó.`));
  }

  /** A place that lacks figures may lack the unit that would give them: it is added under the name it has there. */
  offerNew(cells) {
    this.chosen.replaceChildren(
      el("p", { class: "sht-caveat" }, `${cells.name_vi} chưa có trong sổ. Thêm đơn vị ấy rồi nhập con số; hoặc chọn đơn vị khác ở ô trên.`),
      el("p", {}, button(`Thêm ${cells.name_vi}`, () => this.showNewUnit(cells), true)));
  }

  choose(id) {
    this.unit = this.units.get(id);
    this.newUnit = null;
    memory.write(REMEMBERED, id);
    this.showUnit();
  }

  showUnit() {
    const { name, detail } = this.unit;
    this.work.replaceChildren();
    this.chosen.replaceChildren(
      el("p", { class: "sht-desk__unit" }, el("strong", {}, name), detail ? ` (${detail})` : ""),
      el("p", { class: "sht-desk__tools" },
        button("Tải mẫu Excel của đơn vị", () => this.form(), !this.wanted),
        button(this.wanted ? "Nhập con số đang thiếu ngay tại đây" : "Nhập vài con số ngay tại đây", () => this.grid(), Boolean(this.wanted))),
      el("p", { class: "sht-note" }, "Mẫu có sẵn số liệu đang ghi trong sổ để sửa, và dòng trắng để thêm. Lần đầu trang tải bộ kiểm tra về máy, khoảng 7 MB; các lần sau dùng lại, không cần mạng."),
    );
    if (this.given) this.grid();
  }

  /** Run a request of the program; what goes wrong is said where people look, and is given back as null. */
  async ask(request, file = null) {
    try {
      return await this.python.ask(request, file);
    } catch (error) {
      this.showFailure(error.message);
      return null;
    }
  }

  async form() {
    const answer = await this.ask({ do: "form", unit: this.unit.id, out: "/sent/mau.xlsx" });
    if (!answer) return;
    save(answer.name, new Blob([answer.bytes], { type: EXCEL }));
    this.say(`Đã làm xong mẫu ${answer.name}. Điền, lưu dạng .xlsx, rồi thả vào ô «Kiểm tra tệp đã điền».`);
  }

  async grid() {
    const asked = await this.ask({ do: "ask" });
    if (!asked) return;
    this.say("");
    this.result.replaceChildren();
    this.work.replaceChildren(deskGrid(asked, async (rows, source, show) => {
      const answer = await this.ask({ do: "grid", unit: this.unit.id, rows, sources: source.isNew ? [source.cells] : [], out: "/sent/nhap.xlsx" });
      if (!answer) return;
      show(answer.marks ?? []);
      this.showAnswer(answer, new File([answer.bytes], answer.name, { type: EXCEL }), true);
    }, this.given ?? this.begun(asked)));
    if (this.given) this.work.querySelector("form").requestSubmit();
    else this.work.querySelector("input")?.focus();
    this.given = null;
  }

  /** The first row of a figure that a list of gaps asks for; null where none is asked for. */
  begun({ observations }) {
    const [, name] = observations.find((question) => question.name === "indicator_id").offered.find(([code]) => code === this.wanted) ?? [];
    return name ? { rows: [{ indicator_id: name }, {}], source: {} } : null;
  }

  async showNewUnit(given = {}) {
    const asked = await this.ask({ do: "ask" });
    if (!asked) return;
    this.say("");
    const fields = asked.units.map((question) => [question.name, field(question, "moi")]);
    for (const [at, [name, { input }]] of fields.entries()) {
      const [, label] = asked.units[at].offered.find(([code]) => code === given[name]) ?? [];
      if (given[name]) input.value = input.tagName === "SELECT" ? given[name] : label ?? given[name];
    }
    const status = el("div", { role: "status" });
    const form = el("form", { class: "sht-desk__form" }, ...fields.map(([, control]) => control.label), status, el("p", {}, el("button", { class: "sht-button sht-button--main" }, "Dùng đơn vị này")));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const cells = Object.fromEntries(fields.map(([name, { input }]) => [name, input.value.trim()]).filter(([, text]) => text));
      const answer = await this.ask({ do: "unit", cells });
      if (!answer) return;
      if (answer.findings.length) {
        const titles = Object.fromEntries(asked.units.map(({ name, title }) => [name, title]));
        status.replaceChildren(el("ul", {}, ...answer.findings.map((each) => el("li", {}, el("strong", {}, titles[each.field] ?? each.field), `: ${each.must}. `, each.cure))));
        return;
      }
      this.unit = { id: answer.unit, name: cells.name_vi, detail: "chưa có trong sổ" };
      this.newUnit = { options: answer.options, lines: asked.units.filter(({ name }) => cells[name]).map(({ name, title }) => `${title}: ${cells[name]}`) };
      this.showUnit();
    });
    this.chosen.replaceChildren(form);
    form.querySelector("input").focus();
  }

  dropZone() {
    const input = el("input", { type: "file", accept: ".xlsx,.csv", id: "gui-tep", class: "visually-hidden" });
    const zone = el("label", { class: "sht-desk__drop", for: "gui-tep" }, el("strong", {}, "Thả tệp vào đây"), " hoặc bấm để chọn tệp .xlsx đã điền", input);
    input.addEventListener("change", () => { if (input.files[0]) this.check(input.files[0]); input.value = ""; });
    for (const name of ["dragover", "dragleave", "drop"]) {
      zone.addEventListener(name, (event) => {
        event.preventDefault();
        zone.classList.toggle("is-over", name === "dragover");
        if (name === "drop" && event.dataTransfer.files[0]) this.check(event.dataTransfer.files[0]);
      });
    }
    return zone;
  }

  async check(file) {
    this.result.replaceChildren();
    this.say(`Đang đọc ${file.name} …`);
    const path = `/sent/${file.name.replaceAll(/[/\\]/g, "-")}`;
    const answer = await this.ask({ do: "read", file: path }, new Uint8Array(await file.arrayBuffer()));
    if (!answer) return;
    this.say("");
    this.showAnswer(answer, file, false, path);
  }

  showAnswer(answer, file, isGrid, path = "") {
    let parts;
    if (answer.is_table) parts = [el("p", { class: "sht-caveat" }, `${file.name} không phải mẫu của sổ, nên chưa kiểm được ngay tại đây. Biểu của chính đơn vị vẫn gửi được nguyên như thế tới `, el("a", { href: "#hop-thu" }, "nơi nhận"), "; ban quản trị đọc và hỏi lại chỗ chưa rõ.")];
    else if (answer.refused) parts = [el("p", { class: "sht-caveat" }, `Không đọc được ${file.name}: ${answer.refused}.`)];
    else if (answer.marks.length) parts = this.wrong(answer, file, isGrid, path);
    else if (!answer.rows.length && !answer.corrections.length) parts = [el("p", { class: "sht-caveat" }, `${file.name} không có gì khác với số liệu trong sổ, nên không có gì để gửi${answer.known ? `: ${answer.known}` : ""}.`)];
    else parts = [...right(answer), sending({ answer, file, unit: this.unit, newUnit: this.newUnit })];
    this.result.replaceChildren(...parts);
    this.result.focus();
  }

  wrong({ marks }, file, isGrid, path) {
    const caption = `${number.format(marks.length)} chỗ phải sửa trong ${isGrid ? "bảng vừa nhập" : file.name}`;
    const rows = marks.map((mark) => el("tr", {},
      el("th", { scope: "row" }, isGrid ? inGrid(mark) : mark.spot || "cả trang", isGrid ? "" : el("span", { class: "sht-note" }, ` ${mark.sheet}`)),
      el("td", { "data-label": "Đang ghi" }, mark.value || "(trống)"),
      el("td", { "data-label": "Phải thế nào" }, mark.must, mark.now || mark.given ? el("span", { class: "sht-note" }, ` Lúc phát mẫu: ${mark.given || "không rõ"}. Nay trong sổ: ${mark.now || "không có"}.`) : ""),
      el("td", { "data-label": "Cách sửa" }, mark.cure)));
    const marked = async () => {
      const answer = await this.ask({ do: "marked", file: path, out: "/sent/danh-dau.xlsx" });
      if (answer) save(answer.name, new Blob([answer.bytes], { type: EXCEL }));
    };
    return [
      table("cho-phai-sua", caption, ["Ô", "Đang ghi", "Phải thế nào", "Cách sửa"], rows),
      isGrid ? el("p", {}, "Sửa ngay trong bảng ở trên rồi bấm «Kiểm tra» lần nữa.")
        : el("p", { class: "sht-desk__tools" }, button("Tải bản có đánh dấu", marked, true), el("span", { class: "sht-note" }, "Ô sai được tô màu, kèm lời chỉ cách sửa. Sửa trong đó rồi thả lại vào đây.")),
    ];
  }

  showProgress({ step, bytes, of, error, names }) {
    if (step === "failed") { this.showFailure(error); return; }
    this.bytes = bytes ?? this.bytes;
    if (names) { this.status.replaceChildren(); return; }
    if (step === "open") this.opening = true;
    const words = this.opening ? "Đang mở bộ kiểm tra …" : `Đang tải bộ kiểm tra về máy: ${number.format(Math.round(this.bytes / MEGABYTE * 10) / 10)} MB …`;
    if (!this.bar) {
      this.bar = el("progress", { max: of ?? 1, "aria-label": "Tải bộ kiểm tra" });
      this.words = el("p", {}, "");
      this.status.replaceChildren(this.words, this.bar);
    }
    this.words.textContent = words;
    if (of) this.bar.max = of;
    this.bar.value = this.bytes;
  }

  showFailure(message) {
    this.status.replaceChildren(el("div", { class: "sht-caveat" },
      el("p", {}, el("strong", {}, "Không chạy được bộ kiểm tra trên máy này."), " Bạn vẫn gửi được: tải ", el("a", { href: new URL("mau-so-lieu.xlsx", PAGE).href, download: true }, "mẫu Excel chung"), ", điền rồi gửi tới ", el("a", { href: "#hop-thu" }, "nơi nhận"), "; người duyệt kiểm và trả lại chỗ phải sửa."),
      el("p", { class: "sht-note" }, `Lý do máy báo: ${message}`)));
  }

  say(text) {
    this.status.replaceChildren(text ? el("p", {}, text) : "");
  }
}

/** Where a mark stands in what was typed in the page: the field, and the row of a figure. */
const inGrid = ({ sheet, row, title }) => sheet === "Số liệu" ? `${title || "Cả dòng"}, dòng ${row - 1}` : `${title || "Cả nguồn"} (nguồn mới)`;

/** What the rows say, as they will be read on the pages. */
function right({ rows, corrections, sources, questions, known }) {
  const lines = rows.map((row) => el("tr", {},
    el("th", { scope: "row" }, row.indicator, row.breakdown ? el("span", { class: "sht-note" }, ` ${row.breakdown}`) : ""),
    el("td", { "data-label": "Đơn vị" }, row.unit),
    el("td", { "data-label": "Giá trị" }, row.value),
    el("td", { "data-label": "Thời kỳ" }, row.period, row.doubt ? ` (${row.doubt})` : ""),
    el("td", { "data-label": "Nguồn" }, `${row.source}, ${row.locator}`)));
  return [
    el("p", { class: "sht-desk__clean" }, el("span", { class: "sht-status sht-status--ok" }, "Mọi ô đều đúng"), ` ${number.format(rows.length)} con số mới hoặc được sửa${sources.length ? `, ${number.format(sources.length)} nguồn mới` : ""}.`),
    rows.length ? table("se-hien", "Các con số sẽ hiện trên trang như sau", ["Chỉ tiêu", "Đơn vị", "Giá trị", "Thời kỳ", "Nguồn"], lines) : "",
    known ? el("p", { class: "sht-note" }, `Ngoài ra, ${known}.`) : "",
    questions.length ? el("div", { class: "sht-caveat" }, el("p", {}, "Xin xem lại những chỗ sau; nếu đúng thì cứ gửi:"), el("ul", {}, ...questions.map((mark) => el("li", {}, `${mark.spot ? `Ô ${mark.spot}: ` : ""}${mark.must}. ${mark.cure}`)))) : "",
    corrections.length ? el("details", { open: true }, el("summary", {}, `Sửa hoặc bỏ ${number.format(corrections.length)} số đã có`), el("ul", {}, ...corrections.map((line) => el("li", {}, line)))) : "",
  ];
}

const root = document.querySelector("[data-desk]");
if (Python.canRun()) {
  fetch(new URL("units.json", PAGE)).then((answer) => answer.json()).then((units) => new DeskPage(root, units));
} else {
  root.querySelector("p").textContent = "Trình duyệt này không chạy được bộ kiểm tra (thiếu WebAssembly). Bạn vẫn gửi được như sau:";
}
