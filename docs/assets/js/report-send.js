// What was typed into a report, as rows of the register with the report as their source: a file of the form's columns,
// or handed over to the page «Gửi số liệu», where the program of the repository reads it.

import { cellOf } from "./report-files.js";
import { subjectOf } from "./report-lines.js";
import { slug } from "./sort.js";
import { dayOf, memory, lowerFirst } from "./text.js";

export const HANDED_OVER = "hoctap-tu-bao-cao";
const WIDTHS = [36, 46, 24, 18, 16, 60, 36];

/** The lines whose number was typed here; the register has the others. */
export function typedHere(report) {
  const table = report.computed().filter(({ now, wrong }) => now && !wrong).map((one, at) => ({ ...one, at: at + 1 }));
  return table.filter(({ row }) => row.querySelector("[data-nay]").dataset.fromRegister === undefined).map((one) => ({
    unit: subjectOf(report, one.row).name, indicator: one.row.dataset.indicator, typed: one.row.querySelector("[data-nay]").value.trim(), now: one.now, measure: one.measure,
    period: one.row.hasAttribute("data-stock") ? lastDay(report) : report.span.words, locator: `bảng số liệu, dòng ${one.at}`,
  }));
}

/** What was counted at the end of a period that is not over was counted when the report was made. */
function lastDay(report) {
  return dayOf([report.span.end, report.value("ngay")].sort()[0]);
}

/** The report as a new source; its code is the same however often it is sent. */
function source(report) {
  return {
    source_id: `${slug(slug(report.value("ma") || report.value("ten")).slice(0, 80))}-bao-cao-${report.span.code}`,
    title: `Báo cáo ${lowerFirst(report.subjectLine)} của ${report.value("ten")}`,
    publisher: report.value("ten"), published_on: report.value("ngay"), kind: "chinh-chu", terms: "official",
  };
}

/** The sheets of a file that is read like a filled form; titles of columns and words for codes stand in the page. */
export function sheets(report, typed) {
  const { titles, codes } = report.words;
  const head = (names) => names.map((name) => ({ value: titles[name] ?? name, fontWeight: "bold" }));
  const own = source(report);
  const rows = typed.map((one) => [one.unit, one.indicator, one.period, cellOf(one.now), one.measure, own.source_id, one.locator]);
  return [
    { data: [head(["unit_id", "indicator_id", "period", "value", "Đơn vị tính", "source_id", "locator"]), ...rows], sheet: "Số liệu", columns: WIDTHS.map((width) => ({ width })), stickyRowsCount: 1 },
    { data: [head(Object.keys(own).map((name) => (name === "source_id" ? "own_id" : name))), Object.values(own).map((value) => codes[value] ?? value)], sheet: "Nguồn mới", columns: [36, 60, 36, 14, 24, 24].map((width) => ({ width })), stickyRowsCount: 1 },
  ];
}

/** Go to the page where figures are checked and sent, with these in its grid. */
export function handOver(report, typed) {
  const { source_id: _, ...own } = source(report);
  const rows = typed.map((one) => ({ unit_id: one.unit === report.value("ten") ? "" : one.unit, indicator_id: one.indicator, period: one.period, value: one.typed, locator: one.locator }));
  memory.write(HANDED_OVER, { unit: report.value("ma"), name: report.value("ten"), rows, source: own });
  location.assign(new URL("../../gui-so-lieu/?tu=bao-cao", import.meta.url));
}
