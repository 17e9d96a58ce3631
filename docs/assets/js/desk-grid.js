// A few figures typed in the page: one source, a row for each figure. What they mean is read by the same program as a form.

import { field } from "./desk-parts.js";
import { el } from "./text.js";

const FIRST_ROWS = 2;

/**
 * The grid; `check(rows, source, show)` is called with what was typed, `show(marks)` puts marks beside their cells.
 * `given` is {rows, source} to begin with, such as what a report came to; its rows may be of other units than the chosen.
 */
export function deskGrid({ observations, sources }, check, given = null) {
  const others = given?.rows.some((line) => line.unit_id);
  const columns = observations.filter(({ name }) => name !== "source_id" && (others || name !== "unit_id"));
  const known = field({ ...observations.find(({ name }) => name === "source_id"), required: false, title: "Nguồn đã có trong sổ: gõ vài chữ rồi chọn" }, "luoi");
  const controls = sources.map((question) => [question.name, field({ ...question, required: false, title: question.required ? `${question.title} *` : question.title }, "nguon")]);
  const rows = el("tbody");
  const form = el("form", { class: "sht-desk__form", novalidate: true },
    el("fieldset", {}, el("legend", {}, "Nguồn của các con số"), known.label,
      el("details", { open: Boolean(given) }, el("summary", {}, "Nguồn chưa có trong sổ"), ...controls.map(([, { label }]) => label))),
    el("div", { class: "sht-table-wrap", role: "region", tabindex: "0", "aria-label": "Các con số" },
      el("table", { class: "sht-table sht-table--stack sht-desk__grid" },
        el("thead", {}, el("tr", {}, ...columns.map(({ title, required }) => el("th", { scope: "col" }, required || title === "Giá trị" ? `${title} *` : title)))), rows)),
    el("p", { class: "sht-desk__tools" }, more(rows, columns), el("button", { class: "sht-button sht-button--main" }, "Kiểm tra")));
  for (let n = 0; n < (given?.rows.length ?? FIRST_ROWS); n += 1) rows.append(row(columns, n));
  if (given) begin(given, rows, controls);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const cells = Object.fromEntries(controls.map(([name, { input }]) => [name, input.value.trim()]).filter(([, text]) => text));
    const isNew = Boolean(cells.title);
    const filled = [...rows.rows].filter((line) => inputs(line).some(({ value }) => value.trim()));
    const typed = filled.map((line) => ({ ...Object.fromEntries(inputs(line).map(({ name, value }) => [name, value.trim()])), source_id: isNew ? "+1" : known.input.value.trim() }));
    check(typed, { isNew, cells }, (marks) => show(marks, filled, { source_id: known.input, ...Object.fromEntries(controls.map(([name, { input }]) => [name, input])) }));
  });
  return form;
}

const inputs = (line) => [...line.querySelectorAll("input")];

/** Fill in what was handed over. */
function begin({ rows: lines, source }, rows, controls) {
  for (const [name, { input }] of controls) input.value = source[name] ?? "";
  lines.forEach((line, at) => { for (const input of inputs(rows.rows[at])) input.value = line[input.name] ?? ""; });
}

function row(columns, at) {
  return el("tr", {}, ...columns.map((question) => {
    const { input, label } = field({ ...question, required: false }, `luoi-${at}`);
    input.setAttribute("aria-label", `${question.title}, dòng ${at + 1}`);
    return el("td", { "data-label": question.title }, input, ...label.querySelectorAll("datalist"));
  }));
}

function more(rows, columns) {
  const button = el("button", { type: "button", class: "sht-button" }, "Thêm dòng");
  button.addEventListener("click", () => {
    rows.append(row(columns, rows.rows.length));
    rows.lastElementChild.querySelector("input").focus();
  });
  return button;
}

/** Put each mark on the field it is about; the source's own on the fields of the source. */
function show(marks, filled, others) {
  for (const each of document.querySelectorAll(".sht-desk__form [aria-invalid]")) {
    each.removeAttribute("aria-invalid");
    each.setCustomValidity("");
  }
  for (const { sheet, row: line, field: name, must, cure } of marks) {
    const at = sheet === "Số liệu" ? inputs(filled[line - 2] ?? document.createElement("tr")).find((input) => input.name === name) ?? others[name] : others[name];
    at?.setAttribute("aria-invalid", "true");
    at?.setCustomValidity(`${must}; ${cure}`);
  }
}
