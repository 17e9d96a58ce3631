// On sites of very many units: the Excel file of one unit, made from the file of its province.

import { library } from "./library.js";
import { csvRows, plain, save } from "./text.js";
import { unzipped } from "./unpack.js";

const UNIT = "Đơn vị (mã)", VALUE = "Giá trị";

export function offerOwnFigures(button) {
  const face = button.textContent;
  button.addEventListener("click", async () => {
    button.disabled = true;
    button.textContent = await saveFigures(button.dataset).then(() => face, (error) => error.notice ?? "Chưa tải được, xin thử lại");
    button.disabled = false;
  });
}

async function saveFigures({ ownFigures, unit }) {
  const answer = await fetch(ownFigures);
  if (!answer.ok) throw new Error(String(answer.status));
  const [{ writeWorkbook }, text] = await Promise.all([library("workbook"), answer.arrayBuffer().then(unzipped)]);
  const [head, ...rows] = csvRows(text);
  const at = head.indexOf(UNIT), value = head.indexOf(VALUE);
  const typed = (cell, column) => (column === value && cell !== "" ? Number(cell.replace(",", ".")) : cell || null);
  const own = rows.filter((row) => row[at] === unit).map((row) => row.map(typed));
  const bold = (words) => ({ value: words, fontWeight: "bold" });
  const data = [[bold(plain(document.querySelector("h1")))], [location.href], head.map(bold), ...own];
  save(`${unit}.xlsx`, await writeWorkbook([{ data, sheet: "Số liệu", stickyRowsCount: 3 }]).toBlob());
}
