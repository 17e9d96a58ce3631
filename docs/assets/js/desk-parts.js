// Parts of the page «Gửi số liệu»: buttons, fields, tables.

import { el } from "./text.js";

export const button = (text, work, main = false) => {
  const control = el("button", { type: "button", class: `sht-button${main ? " sht-button--main" : ""}` }, text);
  control.addEventListener("click", work);
  return control;
};

/** A table of the site's look; on phones each row becomes a card. */
export function table(id, caption, heads, rows) {
  return el("div", { class: "sht-table-wrap", role: "region", tabindex: "0", "aria-labelledby": `${id}-ten` },
    el("table", { class: "sht-table sht-table--stack", id },
      el("caption", { id: `${id}-ten` }, caption),
      el("thead", {}, el("tr", {}, ...heads.map((text) => el("th", { scope: "col" }, text)))),
      el("tbody", {}, ...rows)));
}

/** A question as a labelled field: a list of codes to choose from, names to type, or free text. */
export function field({ name, title, description, example, required, list, offered }, place) {
  const id = `${place}-${name}`;
  const shared = { id, name, title: description, ...(required ? { required: true } : {}) };
  let input;
  if (list) input = el("select", shared, el("option", { value: "" }, "chọn"), ...offered.map(([code, label]) => el("option", { value: code }, label)));
  else input = el("input", { ...shared, type: "text", autocomplete: "off", placeholder: offered.length ? "gõ vài chữ rồi chọn" : example ?? "", ...(offered.length ? { list: `ds-${name}` } : {}) });
  const options = offered.length && !list && !document.getElementById(`ds-${name}`) ? el("datalist", { id: `ds-${name}` }, ...offered.map(([, label]) => el("option", { value: label }))) : "";
  return { input, label: el("label", { for: id }, required ? `${title} *` : title, input, options) };
}
