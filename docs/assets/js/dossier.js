// The papers of a dossier as .docx, from the answers of a sheet: templates in dossier-papers.js say what stands
// in each; what is unknown is left as a dotted line.

import templates from "./dossier-papers.js";
import { DOTS, dated, filled, paper } from "./papers.js";
import { dayOf, el, grouped, save } from "./text.js";

const SHORT = DOTS.slice(0, 6);
const STATES = { dat: "Đạt", chua: "Chưa đạt", khong: "Không áp dụng" };

/** Put a button for each paper into the sheet. */
export function offer(sheet) {
  const title = sheet.form.dataset.assess;
  const isOf = ({ of }) => !of || title.startsWith(of);
  const buttons = templates.filter(isOf).map((whole) => {
    const template = { ...whole, blocks: whole.blocks.filter(isOf) };
    const button = el("button", { class: "sht-button", type: "button" }, template.name);
    button.addEventListener("click", () => paperOf(sheet, template).then((blob) => save(`${template.id}.docx`, blob), () => { sheet.note.textContent = "Không làm được tệp; hãy tải lại trang rồi thử lại."; }));
    return button;
  });
  sheet.form.querySelector("[data-papers]").replaceChildren(...buttons);
}

function paperOf(sheet, template) {
  const values = valuesOf(sheet);
  const fill = (text) => filled(text, values);
  const blocks = template.blocks.map((block) => (block.table ? { table: tables[block.table](sheet) } : block.h ? { h: fill(block.h) } : { ...block, p: fill(block.p) }));
  return paper({
    upper: values.cap_tren, issuer: values.ten, number: template.code ? `………/${template.code}-………` : "", place: values.noi, date: dated(values.ngay),
    title: template.title, subject: fill(template.subject), annexOf: template.annexOf && fill(template.annexOf), recipients: [template.to, values.noi_nhan || (template.to ? "" : values.noi_gui)].filter(Boolean).join(";"),
    signer: values.chuc_vu, signers: template.signers,
  }, blocks);
}

function valuesOf(sheet) {
  const { form } = sheet;
  const values = {};
  for (const { name, value } of form.elements) if (name?.startsWith("hs-")) values[name.slice(3)] = value;
  const answers = sheet.answers();
  const asked = answers.filter(({ state }) => state !== "khong");
  // What the sheet says to its reader («khai thêm ở chỗ ấy») is nothing for a paper: only a conclusion is taken over.
  const conclusion = [...form.querySelectorAll("[data-result] > p")].map((part) => part.textContent.trim())
    .filter((text) => text.startsWith("Đạt mọi tiêu chí của mức này") || text.startsWith("Chưa đạt"))
    .map((text) => text.replace(/, theo các chỉ tiêu bạn khai thêm/, "").replace(/, vì còn:$/, "."));
  return {
    ...values, dots: DOTS.repeat(2), ten: form.elements.ten.value, nam: form.elements.nam.value || "………", danh_hieu: form.dataset.titleName, bo: form.dataset.name, van_ban: form.dataset.document, ngay_chu: dated(values.ngay),
    so_dat: answers.length ? String(asked.filter(({ state }) => state === "dat").length) : "", so_xet: sheet.openGaps().length ? SHORT : String(asked.length),
    ket_luan: conclusion[0] ?? "", chuc_vu_hoa: (values.chuc_vu ?? "").toLocaleUpperCase("vi"),
  };
}

const legendOf = (row) => row.closest("fieldset")?.querySelector("legend").textContent.trim() ?? "";

/** Criteria in their groups: number, text, what is asked, what was reached and whether that is enough (in two if apart).
    What the document asks besides, and the sheet could not read, is a dotted row, not left out. */
function rowsOf(sheet, { apart = false, more = () => [] } = {}) {
  const { form } = sheet;
  const rows = [], gaps = grouped(sheet.openGaps(), legendOf);
  const dotted = (legend) => { if (gaps.delete(legend)) rows.push(["", `Chỉ tiêu khác theo văn bản: ${DOTS}`, ...Array(apart ? 4 : 2).fill(apart ? DOTS.slice(0, 2) : SHORT)]); };
  let group = null, at = 0;
  for (const one of sheet.answers()) {
    const row = form.querySelector(`[data-criterion="${CSS.escape(one.id)}"]`);
    const legend = legendOf(row);
    if (legend !== group) { dotted(group); group = legend; rows.push([`Tiêu chí ${legend}`]); }
    at += 1;
    const percent = one.state && form.elements[one.id].type === "number" && one.value ? `${one.value.replace(".", ",")}%` : "";
    const state = STATES[one.state] ?? "";
    const result = apart ? [percent || DOTS.slice(0, 2), state || DOTS.slice(0, 2)] : [[percent, percent ? state.toLowerCase() : state].filter(Boolean).join(", ") || SHORT];
    rows.push([String(at), one.text, one.asked || row.dataset.asked || "", ...result, ...more(one)]);
  }
  for (const legend of [group, ...gaps.keys()]) dotted(legend);
  return rows;
}

const tables = {
  criteria: (sheet) => ({ head: ["TT", "Chỉ tiêu", "Mức phải đạt", "Kết quả"], rows: rowsOf(sheet), widths: [7, 53, 22, 18] }),
  evidence: (sheet) => ({
    head: ["TT", "Chỉ tiêu", "Mức phải đạt", "Kết quả của đơn vị", "Đạt, chưa đạt", "Minh chứng"], widths: [6, 31, 15, 12, 12, 24],
    rows: rowsOf(sheet, { apart: true, more: ({ id }) => {
      const lines = sheet.diary().filter((line) => line.id === id).map(({ day, what, where }) => [what, dayOf(day), where].filter(Boolean).join(", "));
      return [[sheet.form.elements[`${id}-minh-chung`].value.trim(), ...lines].filter(Boolean).join("\n")];
    } }),
  }),
};
