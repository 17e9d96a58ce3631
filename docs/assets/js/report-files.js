// A report as what an office hands in: the paper (.docx), the table (.xlsx), the text for a message. Paper and table may
// be filled in further and sent back: they carry, unseen, whose they are and what the register gave for each line
// (scripts/hoctap/contribute/report.py reads them; views/report_words.py has the words of both).

import { formatAmount } from "./amounts.js";
import { library } from "./library.js";
import { dated, paper } from "./papers.js";
import { subjectOf } from "./report-lines.js";
import { capitalizeFirst, lowerFirst } from "./text.js";

const TITLES = { hoi: "BC-HKH", ban: "BC-BKH", "co-quan": "BC" };
const OPENING = /chỉ đạo|phối hợp/i; // what stands before the results; the rest after them
const NUMERALS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
const DOTS = "……………………………………………………";

/** The lines that have a number. */
const filledIn = (report) => report.computed().filter(({ now, wrong }) => now && !wrong);
const sentencesOf = (report) => report.computed().map(({ sentence }) => sentence).filter(Boolean);

/** The heads of the table's columns, in their order. */
const headsOf = ({ words: { head } }) => [head.number, head.name, head.measure, head.now, head.before, head.change];

/** What a file was made from, as lines of texts: whose report of which period; of each line whose it is and what the register gave. */
function carried(report) {
  const { mark, version } = report.words.carried;
  const lines = filledIn(report).map(({ row, line }) => {
    const { name } = subjectOf(report, row);
    return [line, name === report.value("ten") ? "" : name, row.querySelector("[data-nay]").dataset.fromRegister ?? ""];
  });
  return [[mark, version, report.value("ma"), report.span.code], ...lines];
}

/** What was written under the headings of the report that are shown. */
function textsOf({ form }) {
  return [...form.querySelectorAll("[data-text]")].filter((part) => !part.hidden).map((part) => ({ name: capitalizeFirst(part.dataset.text), text: part.querySelector("textarea").value.trim() }));
}

/** A number where it is exact, the words where it is hedged. */
export const cellOf = ({ value, hedge }) => (hedge ? `${hedge} ${value.toLocaleString("vi-VN")}` : value);

function tableOf(report) {
  const rows = [];
  let section = "", at = 0;
  for (const one of filledIn(report)) {
    if (one.section !== section) { section = one.section; rows.push([section]); }
    at += 1;
    const cell = (amount) => (amount ? formatAmount(amount, one.kind, one.measure) : "");
    rows.push([String(at), capitalizeFirst(one.name), one.measure, cell(one.now), cell(one.before), one.cell || (one.why ? "không so" : "")]);
  }
  return { head: headsOf(report), rows, widths: [6, 34, 14, 17, 17, 12] };
}

function blocksOf(report) {
  const part = ({ name, text }) => [name, [{ p: text || DOTS }]];
  const texts = textsOf(report), sentences = sentencesOf(report);
  const results = sentences.length ? [...sentences.map((p) => ({ p })), { p: "Số liệu cụ thể:", italic: true }, { table: tableOf(report) }] : [{ p: DOTS }];
  const parts = [...texts.filter(({ name }) => OPENING.test(name)).map(part), ["Kết quả thực hiện", results], ...texts.filter(({ name }) => !OPENING.test(name)).map(part)];
  const basis = report.value("can-cu");
  const opening = `${basis ? `Thực hiện ${lowerFirst(basis)}, ` : ""}${report.value("ten") || "……………………"} báo cáo ${lowerFirst(report.subjectLine)} như sau:`;
  return [{ p: capitalizeFirst(opening) }, ...parts.flatMap(([name, blocks], at) => [{ h: `${NUMERALS[at]}. ${name.toLocaleUpperCase("vi")}` }, ...blocks])];
}

function headOf(report) {
  return {
    upper: report.value("cap-tren"), issuer: report.value("ten"), number: `${report.value("so") || "………"}/${TITLES[report.value("loai")]}`,
    place: report.value("noi"), date: dated(report.value("ngay")), title: "BÁO CÁO", subject: report.subjectLine, recipients: report.value("noi-nhan"), signer: report.value("chuc-vu"),
  };
}

/** The report as a .docx, in the form that decree 30 asks for. */
export function paperOf(report) {
  const { name } = report.words.carried;
  return paper(headOf(report), blocksOf(report), carried(report).map((texts, at) => ({ name: `${name}${at}`, value: JSON.stringify(texts) })));
}

/** Its table as a .xlsx: numbers as numbers, the reason where there is no change. */
export async function workbookOf(report) {
  const { writeWorkbook } = await library("workbook");
  const bold = (cells) => cells.map((value) => ({ value, fontWeight: "bold" }));
  const rows = filledIn(report).map((one, at) => [at + 1, capitalizeFirst(one.name), one.measure, cellOf(one.now), one.before ? cellOf(one.before) : null, one.difference ?? one.why, one.section]);
  const data = [bold([report.subjectLine]), [report.value("ten")], [dated(report.value("ngay"))], bold([...headsOf(report), report.words.head.section]), ...rows];
  const { name } = report.words.carried;
  const table = { data, sheet: "Số liệu", columns: [6, 46, 16, 18, 18, 22, 28].map((width) => ({ width })), stickyRowsCount: data.length - rows.length };
  return writeWorkbook([table, { data: carried(report), sheet: name }], { features: [unseen(name)] }).toBlob();
}

/** Makes a sheet one that programs do not show. */
const unseen = (name) => ({ files: { transform: { "xl/workbook.xml": { transformElementAttributes: (tag, given) => (tag === "sheet" && given.name === name ? { ...given, state: "veryHidden" } : given) } } } });

/** The report as lines of a message. */
export function messageOf(report) {
  const texts = textsOf(report).filter(({ text }) => text).map(({ name, text }) => `${name}: ${text}`);
  return [`${report.value("ten") || "Đơn vị"}: ${lowerFirst(report.subjectLine)}`, ...sentencesOf(report).map((line) => `- ${line}`), ...texts].join("\n");
}
