// The papers of a dossier as .docx, from the answers of a sheet: templates in dossier-papers.js say what stands
// in each; what is unknown is left as a dotted line.

import templates from "./dossier-papers.js";
import { DOTS, dated, filled, paper } from "./papers.js";
import { el, save } from "./text.js";

const STATES = { dat: "Đạt", chua: "Chưa đạt", khong: "Không áp dụng" };

/** Put a button for each paper into the sheet. */
export function offer(sheet) {
  const buttons = templates.map((template) => {
    const button = el("button", { class: "sht-button", type: "button" }, template.name);
    button.addEventListener("click", () => made(sheet, template).then((blob) => save(`${template.id}.docx`, blob), () => { sheet.note.textContent = "Không làm được tệp; hãy tải lại trang rồi thử lại."; }));
    return button;
  });
  sheet.form.querySelector("[data-papers]").replaceChildren(...buttons);
}

function made(sheet, template) {
  const values = valuesOf(sheet);
  const fill = (text) => filled(text, values);
  const blocks = template.blocks.map((block) => (block.table ? { table: tables[block.table](sheet) } : block.h ? { h: fill(block.h) } : { ...block, p: fill(block.p) }));
  return paper({
    upper: values.cap_tren, issuer: values.ten, number: `………/${template.code}-………`, place: values.noi, date: dated(values.ngay),
    title: template.title, about: fill(template.about), recipients: values.noi_nhan || values.noi_gui, signer: values.chuc_vu,
  }, blocks);
}

function valuesOf(sheet) {
  const { form } = sheet;
  const values = {};
  for (const { name, value } of form.elements) if (name?.startsWith("hs-")) values[name.slice(3)] = value;
  const answers = sheet.answers();
  const asked = answers.filter(({ state }) => state !== "khong");
  const conclusion = [...form.querySelectorAll("[data-result] > p")].map((part) => part.textContent.trim()).filter((text) => text.startsWith("Đạt mọi") || text.startsWith("Chưa đạt")).map((text) => text.replace(/, vì còn:$/, "."));
  return {
    ...values, ten: form.elements.ten.value, nam: form.elements.nam.value, danh_hieu: form.dataset.titleName, bo: form.dataset.name, van_ban: form.dataset.document,
    so_dat: answers.length ? String(asked.filter(({ state }) => state === "dat").length) : "", so_xet: String(asked.length),
    ket_luan: conclusion[0] ?? "", chuc_vu_hoa: (values.chuc_vu ?? "").toLocaleUpperCase("vi"),
  };
}

/** Criteria in their groups: number, text, what is asked, result. */
function rowsOf(sheet, more) {
  const { form } = sheet;
  const rows = [];
  let group = "", at = 0;
  for (const one of sheet.answers()) {
    const row = form.querySelector(`[data-criterion="${CSS.escape(one.id)}"]`);
    const legend = row.closest("fieldset").querySelector("legend").textContent.trim();
    if (legend !== group) { group = legend; rows.push([`Tiêu chí ${legend}`]); }
    at += 1;
    const percent = one.state && form.elements[one.id].type === "number" && one.value ? `${one.value.replace(".", ",")}%, ` : "";
    const state = STATES[one.state] ?? "";
    rows.push([String(at), one.text, one.asked || row.dataset.asked || "", (percent ? percent + state.toLowerCase() : state) || DOTS.slice(0, 6), ...more(one)]);
  }
  return rows;
}

const tables = {
  criteria: (sheet) => ({ head: ["TT", "Chỉ tiêu", "Mức phải đạt", "Kết quả"], rows: rowsOf(sheet, () => []), widths: [7, 53, 22, 18] }),
  evidence: (sheet) => ({
    head: ["TT", "Chỉ tiêu", "Mức phải đạt", "Kết quả", "Minh chứng"], widths: [7, 36, 17, 14, 26],
    rows: rowsOf(sheet, ({ id }) => {
      const lines = sheet.diary().filter((line) => line.id === id).map(({ day, what, where }) => [what, day.split("-").reverse().join("/"), where].filter(Boolean).join(", "));
      return [[sheet.form.elements[`${id}-minh-chung`].value.trim(), ...lines].filter(Boolean).join("\n")];
    }),
  }),
};
