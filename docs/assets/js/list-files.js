// The rows of a list that fit, as files: CSV, a workbook, the figures of the units they stand for.

import { library } from "./library.js";
import { numberOf, unitOf, valueOf } from "./list-rows.js";
import { slug } from "./sort.js";
import { csvRows, csvText, download, plain, save } from "./text.js";

const ROWS_MEASURED = 50; // for the width of a column
const WIDEST = 60; // letters

/** The name of the list and exactly the rows that fit, in the order shown, with the facets that are no column. */
function fittingTable({ table, controls, hits }) {
  const heads = [...table.tHead.rows[0].cells];
  const facets = controls.filter((control) => control.matches("select:not([data-column])"));
  const head = [...heads.map(plain), ...facets.map(({ labels }) => plain(labels[0].firstChild)), "Trang"];
  const rows = hits.map((row) => [
    ...[...row.cells].map((cell) => ({ text: plain(cell), number: cell.matches(".num") ? numberOf(cell) : null })),
    ...facets.map((control) => ({ text: valueOf(row, control) })),
    { text: row.querySelector("a").href },
  ]);
  const title = document.querySelector("h1").firstChild.textContent.trim();
  return { title, head, rows };
}

export function saveCsv(list) {
  const { title, head, rows } = fittingTable(list);
  download(`${slug(title)}.csv`, csvText([head, ...rows.map((row) => row.map(({ text }) => text))]));
}

/** Numbers as numbers, under the title and the address at which the same list opens again. */
export async function saveExcel(list) {
  const { title, head, rows } = fittingTable(list);
  try {
    const { writeWorkbook } = await library("workbook");
    const bold = (value) => ({ value, fontWeight: "bold" });
    const data = [[bold(title)], [list.address.href], head.map(bold), ...rows.map((row) => row.map((cell) => (cell.number ?? cell.text) || (cell.number === 0 ? 0 : null)))];
    const columns = head.map((name, at) => ({ width: Math.min(WIDEST, Math.max(name.length, ...rows.slice(0, ROWS_MEASURED).map((row) => row[at].text.length)) + 2) }));
    save(`${slug(title)}.xlsx`, await writeWorkbook([{ data, sheet: "Danh sách", columns, stickyRowsCount: 3 }]).toBlob());
  } catch {
    list.count.textContent = "Chưa tải được phần làm tệp Excel; xin thử lại, hoặc tải CSV.";
  }
}

/** The rows of the table of figures that are of the units shown, with its own columns. */
export async function saveFigures({ figures, hits }) {
  const words = figures.textContent;
  figures.disabled = true;
  try {
    const answer = await fetch(figures.dataset.figures);
    if (!answer.ok) throw new Error(String(answer.status));
    const [head, ...rows] = csvRows(await answer.text());
    const at = head.indexOf("Mã đơn vị");
    const wanted = new Set(hits.map(unitOf).filter(Boolean));
    download(`so-lieu-${wanted.size}-don-vi.csv`, csvText([head, ...rows.filter((row) => wanted.has(row[at]))]));
    figures.textContent = words;
  } catch {
    figures.textContent = "Chưa tải được, xin thử lại";
  }
  figures.disabled = false;
}
