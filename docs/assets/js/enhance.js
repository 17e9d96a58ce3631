// Small helps on top of complete pages: filter a list, sort a table, copy a text, close the drawer.

const FOLDED = new WeakMap();
const number = new Intl.NumberFormat("vi-VN");
const collator = new Intl.Collator("vi", { numeric: true });

function fold(text) {
  return text.normalize("NFC").toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");
}

function foldedText(row) {
  if (!FOLDED.has(row)) FOLDED.set(row, fold(row.dataset.text ?? row.textContent).replace(/\s+/g, " "));
  return FOLDED.get(row);
}

// ── Filter: form.sht-filter[data-filter-for=ID] acts on the rows of #ID (tbody rows, or children) ──────────────
function setUpFilter(form) {
  const target = document.getElementById(form.dataset.filterFor);
  if (!target) return;
  const holder = target.matches("table") ? target.tBodies[0] : target;
  const rows = [...holder.children];
  const controls = [...form.elements].filter((control) => control.name && control.matches("input, select"));
  const count = form.querySelector(".sht-filter__count");
  const address = new URL(location.href);

  const apply = () => {
    const words = controls.filter((control) => !control.matches("select")).flatMap((control) => fold(control.value).split(/\s+/)).filter(Boolean);
    const chosen = controls.filter((control) => control.matches("select") && control.value);
    let shown = 0;
    for (const row of rows) {
      const text = words.length ? foldedText(row) : "";
      const hit = words.every((word) => text.includes(word)) &&
        chosen.every(({ name, value }) => (row.dataset[name] ?? "") === value);
      if (row.hidden === hit) row.hidden = !hit; // touch only rows that change
      if (hit) shown += 1;
    }
    if (count) count.textContent = shown ? `${number.format(shown)} trên ${number.format(rows.length)} mục` : "Không có mục nào khớp";
    for (const { name, value } of controls) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
  };

  for (const control of controls) control.value = address.searchParams.get(control.name) ?? control.value;
  let timer;
  form.addEventListener("input", () => {
    clearTimeout(timer); // laying out 2,000 rows takes longer than a key press: wait for a short pause
    timer = setTimeout(() => {
      apply();
      history.replaceState(null, "", address);
    }, 120);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => form.dispatchEvent(new Event("input"))));
  form.hidden = false;
  apply();
}

// ── Sort: table[data-sortable]; a cell's data-sort (a plain number or ISO date) wins over its text ─────────────
function sortKey(row, column) {
  const cell = row.cells[column];
  const text = cell?.dataset.sort ?? cell?.textContent.trim() ?? "";
  if (!cell?.matches(".num:not([data-sort])")) return text;
  return text.replace(/[^\d,−-]/g, "").replace("−", "-").replace(",", "."); // «2.763,5» in Vietnamese spelling
}

function compareKeys(a, b) {
  if (a === "" || b === "") return 0;
  const [x, y] = [Number(a), Number(b)];
  return Number.isNaN(x) || Number.isNaN(y) ? collator.compare(a, b) : x - y;
}

function setUpSorting(table) {
  const heads = [...table.tHead.rows[table.tHead.rows.length - 1].cells];
  for (const head of heads.filter((cell) => cell.textContent.trim() && !("nosort" in cell.dataset))) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sht-sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const keyed = [...table.tBodies[0].rows].map((row) => [sortKey(row, head.cellIndex), row]);
      // Rows without a value stay last whichever way the column is sorted.
      keyed.sort(([a], [b]) => (a === "") - (b === "") || (down ? -1 : 1) * compareKeys(a, b));
      table.tBodies[0].append(...keyed.map(([, row]) => row));
    });
  }
}

// ── Copy: button[data-copy="#id"], and a button on every code block ────────────────────────────────────────────
function setUpCopy(button, text) {
  const face = [...button.childNodes];
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    const done = await navigator.clipboard.writeText(text()).then(() => true, () => false);
    button.textContent = done ? "Đã sao chép" : "Không sao chép được";
    setTimeout(() => button.replaceChildren(...face), 2000);
  });
}

for (const form of document.querySelectorAll("form[data-filter-for]")) setUpFilter(form);
for (const table of document.querySelectorAll("table[data-sortable]")) setUpSorting(table);
for (const button of document.querySelectorAll("[data-copy]")) setUpCopy(button, () => document.querySelector(button.dataset.copy)?.innerText.trim() ?? "");
for (const code of document.querySelectorAll(".md-typeset pre > code")) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "sht-copy", textContent: "Sao chép" });
  code.parentElement.append(button);
  setUpCopy(button, () => code.innerText.trimEnd());
}

// ── A wide Markdown table or code block scrolls inside itself; the keyboard must be able to reach it ───────────
for (const box of document.querySelectorAll(".md-typeset table:not([class]), .md-typeset pre > code")) {
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
}

// ── Drawer: Escape closes it ───────────────────────────────────────────────────────────────────────────────────
const drawer = document.getElementById("sht-drawer");
document.addEventListener("keydown", ({ key }) => { if (key === "Escape" && drawer) drawer.checked = false; });
