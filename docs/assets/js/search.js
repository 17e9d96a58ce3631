// Search: one dialog for every page (button, / or Ctrl+K) and a box inside [data-search-box].

import { SearchBox } from "./searchbox.js";
import { el } from "./text.js";

let dialog, box;
function openDialog() {
  if (!dialog) {
    box = new SearchBox({ inline: false, id: "sht-search-dialog" });
    const close = el("button", { class: "sht-dialog__close", type: "button" }, "Đóng");
    close.addEventListener("click", () => dialog.close());
    const head = el("div", { class: "sht-dialog__head" }, el("span", { id: "sht-search-name" }, "Tìm kiếm"), close);
    dialog = el("dialog", { class: "sht-dialog", lang: "vi", "aria-labelledby": "sht-search-name" }, head, box.root);
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close()); // the backdrop
    dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault(); // or a search input would first only empty itself
      dialog.close();
    });
    document.body.append(dialog);
  }
  if (!dialog.open) dialog.showModal(); // the browser gives the focus back on close
  box.input.focus();
  box.input.select();
}

function isTyping({ target }) {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}

for (const button of document.querySelectorAll("[data-search-open]")) button.addEventListener("click", openDialog);

document.addEventListener("keydown", (event) => {
  const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event);
  const commandK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  if (slash || commandK) {
    event.preventDefault();
    openDialog();
  }
});

document.querySelectorAll("[data-search-box]").forEach((place, index) => {
  const inline = new SearchBox({ inline: true, id: `sht-search-${index}` });
  place.replaceChildren(inline.root);
  const asked = new URLSearchParams(location.search).get("q"); // /?q=khuyen+hoc, for links and browsers' search engines
  if (asked && index === 0) inline.ask(asked);
});
