// Search: one dialog for every page (button, / or Ctrl+K), a box inside [data-search-box], and the page of results.

import { el } from "./text.js";

// Most readers of a page do not search: the box is fetched when it is wanted. A build makes one script of its modules.
const load = () => import("./search/box.js");

let asked = false;
/** Fetch the index beside the script, not after it; a failure is told when something is asked. */
function ahead() {
  if (asked) return;
  asked = true;
  const common = fetch(new URL("../../search/common.json", import.meta.url)).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer)));
  common.catch(() => {}); // the store asks anew
  load().then(({ store }) => store.table(common)).catch(() => { asked = false; });
}

let dialog, box;
async function openDialog() {
  ahead();
  const { SearchBox } = await load();
  if (!dialog) {
    box = new SearchBox({ id: "sht-search-dialog" });
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

for (const button of document.querySelectorAll("[data-search-open]")) {
  button.addEventListener("pointerdown", ahead, { once: true });
  button.addEventListener("click", openDialog);
}

document.addEventListener("keydown", (event) => {
  const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event);
  const commandK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  if (slash || commandK) {
    event.preventDefault();
    openDialog();
  }
});

const askedFor = () => new URLSearchParams(location.search).get("q") ?? "";

const boxes = document.querySelectorAll("[data-search-box]");
if (boxes.length) load().then(({ SearchBox }) => boxes.forEach((place, index) => {
  const inline = new SearchBox({ inline: true, id: `sht-search-${index}` });
  place.replaceChildren(inline.root);
  if (askedFor() && index === 0) inline.ask(askedFor()); // addresses of the former page of results
}));

// The page of results: its address says what was asked, so it can be sent, and Back leads to what was asked before.
function showResults(place, { resultsAddress, SearchBox }) {
  const page = new SearchBox({ id: "sht-search-page", entered: show });
  place.replaceChildren(page.root);
  const name = document.title;
  const ask = () => (askedFor() ? page.ask(askedFor()) : page.showRecent());
  async function show(text) {
    if (text !== askedFor()) history.pushState(null, "", resultsAddress(text));
    document.title = `${text} – ${name}`;
    await ask();
    (page.panel.querySelector(".sht-search__list a") ?? page.input).focus(); // one more Enter opens it
  }
  window.addEventListener("popstate", () => {
    document.title = askedFor() ? `${askedFor()} – ${name}` : name;
    ask();
  });
  if (askedFor()) show(askedFor());
  else page.input.focus();
}

const results = document.querySelector("[data-search-results]");
if (results && askedFor()) ahead();
if (results) load().then((parts) => showResults(results, parts));
