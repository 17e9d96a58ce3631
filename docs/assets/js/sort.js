// Sorting of table[data-sortable]: each head becomes a button. A cell's data-sort (a plain number or ISO date) wins
// over its text. `order` is "" or the head's key, with "-" before it for the largest first.

import { collator, el, fold, plain } from "./text.js";

const DAY = /^(?:(?:ngày )?(?:(\d+)\/)|tháng |năm )?(?:(\d+)\/)?(\d{4})$/; // «ngày 09/02/2026», «tháng 7/2024», «2020»

/** A date in Vietnamese spelling as an ISO date; any other text as it is. */
function dated(text) {
  const [, day, month, year] = text.match(DAY) ?? [];
  return year ? [year, month ?? day, month && day].filter(Boolean).map((part) => part.padStart(2, "0")).join("-") : text;
}

function sortKey(row, column) {
  const cell = row.cells[column];
  const text = cell?.dataset.sort ?? (cell ? dated(plain(cell)) : "");
  if (!cell?.matches(".num:not([data-sort])")) return text;
  return text.replace(/[^\d,−-]/g, "").replace("−", "-").replace(",", "."); // «2.763,5» in Vietnamese spelling
}

function compareKeys(a, b) {
  if (a === "" || b === "") return 0;
  const [x, y] = [Number(a), Number(b)];
  return Number.isNaN(x) || Number.isNaN(y) ? collator.compare(a, b) : x - y;
}

function sortRows(rows, column, down) {
  const keyed = rows.map((row) => [sortKey(row, column), row]);
  // Rows without a value stay last whichever way the column is sorted.
  keyed.sort(([a], [b]) => (a === "") - (b === "") || (down ? -1 : 1) * compareKeys(a, b));
  return keyed.map(([, row]) => row);
}

/** The name of a column in an address: «Tỉnh, thành phố» gives tinh-thanh-pho. */
export function slug(text) {
  return fold(text).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

/** Make a table sortable; `changed(order)` is called after each click. Returns a function that sorts by an order. */
export function setUpSorting(table, changed = () => {}) {
  const heads = [...table.tHead.rows[table.tHead.rows.length - 1].cells];
  const sortBy = (order) => {
    const down = order.startsWith("-");
    const head = heads.find((cell) => slug(plain(cell)) === order.replace(/^-/, ""));
    if (!head) return;
    for (const other of heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    table.tBodies[0].append(...sortRows([...table.tBodies[0].rows], head.cellIndex, down));
  };
  for (const head of heads.filter((cell) => plain(cell) && !("nosort" in cell.dataset))) {
    const button = el("button", { type: "button", class: "sht-sort" }, ...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const order = (head.getAttribute("aria-sort") === "ascending" ? "-" : "") + slug(plain(head));
      sortBy(order);
      changed(order);
    });
  }
  return sortBy;
}
