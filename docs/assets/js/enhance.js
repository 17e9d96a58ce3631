// Small helps on top of complete pages: copy a text, close the drawer, reach wide tables by keyboard. Bigger helps
// are modules of their own, fetched only by pages that have something for them.

const PARTS = [
  ["form[data-filter-for]", "./lists.js"],
  ["form[data-grid-filter]", "./grid.js"],
  ["[data-not-found]", "./moved-file.js"],
  ["[data-area-map]", "./map.js"],
  ["[data-compare]", "./compare.js"],
  ["[data-explorer]", "./explorer.js"],
  [".sht-chart .mark", "./chart-tips.js"],
  [".sht-sentences", "./picture.js"],
  ["form[data-assess]", "./assess.js"],
  ["[data-desk]", "./desk.js"],
  ["form[data-report-form]", "./report.js"],
];
for (const [place, file] of PARTS) {
  if (document.querySelector(place)) import(file);
}

const sortable = [...document.querySelectorAll("table[data-sortable]")];
if (sortable.length) import("./sort.js").then(({ setUpSorting }) => sortable.forEach((table) => setUpSorting(table)));

// ── Copy: button[data-copy="#id"], and a button on every code block ────────────────────────────────────────────
const COPY = document.documentElement.lang === "en" ? ["Copy", "Copied", "Could not copy"] : ["Sao chép", "Đã sao chép", "Không sao chép được"];

function setUpCopy(button, text) {
  const face = [...button.childNodes];
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    const done = await navigator.clipboard.writeText(text()).then(() => true, () => false);
    button.textContent = done ? COPY[1] : COPY[2];
    setTimeout(() => button.replaceChildren(...face), 2000);
  });
}

/** The text of an element; what is folded has no innerText. */
function copied(node) {
  return node ? (node.innerText.trim() || node.textContent.replace(/\s+/g, " ").trim()) : "";
}

for (const button of document.querySelectorAll("[data-copy]")) setUpCopy(button, () => copied(document.querySelector(button.dataset.copy)));
for (const code of document.querySelectorAll(".md-typeset pre > code")) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "sht-copy", textContent: COPY[0] });
  code.parentElement.append(button);
  setUpCopy(button, () => code.innerText.trimEnd());
}

// ── A wide Markdown table or code block scrolls inside itself; the keyboard must be able to reach it ───────────
for (const box of document.querySelectorAll(".md-typeset table:not([class]), .md-typeset pre > code")) {
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
}

// ── The Excel file of one unit among many: button[data-own-figures] ────────────────────────────────────────────
const own = document.querySelector("[data-own-figures]");
if (own) import("./own-figures.js").then(({ offerOwnFigures }) => offerOwnFigures(own));

// ── The sentences of one unit among many: button[data-sentences] ───────────────────────────────────────────────
const asked = document.querySelector("[data-sentences]");
if (asked) import("./sentences.js").then(({ offerSentences }) => offerSentences(asked, setUpCopy));

// ── Print: button[data-print] ──────────────────────────────────────────────────────────────────────────────────
for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => window.print());

// ── Drawer: Escape closes it ───────────────────────────────────────────────────────────────────────────────────
const drawer = document.getElementById("sht-drawer");
document.addEventListener("keydown", ({ key }) => { if (key === "Escape" && drawer) drawer.checked = false; });
