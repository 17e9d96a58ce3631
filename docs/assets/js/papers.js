// A paper of an office as .docx, laid out as Nghị định 30/2020/NĐ-CP asks: A4, Times New Roman, the national heading
// beside the issuer, number, place and date, recipients beside the signature. What is unknown is a dotted line.

import { library } from "./library.js";

const GAP = "……";
export const DOTS = "……………………";
const MM = 56.7; // twentieths of a point in a millimetre
const WIDTH = Math.round((210 - 30 - 15) * MM);
const INDENT = Math.round(12.7 * MM);
const LINE = 300; // a quarter more than single
const ROWS_BY_THE_END = 2; // of a table that go to the next page with what follows it, so that no signature stands there alone

/** `text` with `{name}` replaced by what `values` holds; by dots where it holds nothing. Short dots stay with their word. */
export const filled = (text, values) => text.replace(/\{([a-z0-9_]+)\}/g, (_, name) => String(values[name] ?? "").trim() || DOTS).replace(/ (?=…{1,3}(?!…))/g, "\u00a0");

/**
 * The paper as a blob. `head` is {upper, issuer, number, place, date, title, subject, recipients, signer}, or
 * `signers` where two sign and nobody gets the paper (minutes); a letter has no `title`, its subject stands under its
 * number; an annex has no `number` and says with `annexOf` what it comes with. `blocks` are
 * {p, bold, italic, centre} (lines of `p` become paragraphs), {h}, or {table: {head, rows, widths}}. `customProperties`
 * ({name, value}) stand in the file unseen.
 */
export async function paper(head, blocks, customProperties = []) {
  const docx = await library("document");
  const { AlignmentType, Document, Header, Packer, PageNumber, Paragraph, TextRun } = docx;
  const pages = new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT], size: 26 })] });
  const paper = new Document({
    title: [head.title, head.subject].filter(Boolean).join(" "),
    creator: head.issuer || "",
    customProperties,
    styles: { default: { document: { run: { font: "Times New Roman", size: 28, language: { value: "vi-VN" } } } } },
    sections: [{
      properties: { titlePage: true, page: { size: { width: Math.round(210 * MM), height: Math.round(297 * MM) }, margin: { top: 20 * MM, bottom: 20 * MM, left: 30 * MM, right: 15 * MM, header: 10 * MM } } },
      headers: { default: new Header({ children: [pages] }), first: new Header({ children: [new Paragraph("")] }) },
      children: [letterhead(docx, head), ...heading(docx, head), ...blocks.flatMap((block, at) => written(docx, { ...block, last: at > blocks.length - 3 })), new Paragraph({ keepNext: true, spacing: { before: 120 } }), head.signers ? signed(docx, head.signers) : foot(docx, head)],
    }],
  });
  return Packer.toBlob(paper);
}

function line({ Paragraph, TextRun, AlignmentType }, text, { size = 28, bold, italic, centre = true, ...rest } = {}) {
  return new Paragraph({
    alignment: centre ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: { before: 0, after: 0 },
    children: [new TextRun({ text, size, bold, italics: italic })],
    ...rest,
  });
}

/** A short line under the paragraph before it, as wide as `part` of its cell. */
function rule({ Paragraph, BorderStyle }, width, part) {
  const side = Math.round((width * (1 - part)) / 2);
  return new Paragraph({ spacing: { before: 60, after: 0, line: 60, lineRule: "exact" }, indent: { left: side, right: side }, border: { top: { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 1 } } });
}

/** A table without lines: parts that stand side by side. */
function sideBySide(docx, cells, widths) {
  const { Table, TableRow, TableCell, TableLayoutType, WidthType, BorderStyle } = docx;
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const borders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA }, columnWidths: widths, layout: TableLayoutType.FIXED, borders,
    rows: [new TableRow({ cantSplit: true, children: cells.map((children, at) => new TableCell({ children, width: { size: widths[at], type: WidthType.DXA }, borders, margins: { left: 40, right: 40 } })) })],
  });
}

function letterhead(docx, { upper, issuer, number, place, date, title, subject }) {
  const widths = [Math.round(WIDTH * 0.4), WIDTH - Math.round(WIDTH * 0.4)]; // the national heading on one line
  const left = [
    ...(upper ? [line(docx, upper.toLocaleUpperCase("vi"), { size: 26 })] : []),
    line(docx, (issuer || DOTS).toLocaleUpperCase("vi"), { size: 26, bold: true }),
    rule(docx, widths[0], 0.4),
    ...(number ? [line(docx, `Số: ${number}`, { size: 26, spacing: { before: 80, after: 0 } })] : []),
    ...(title ? [] : [line(docx, `V/v ${subject}`, { size: 24 })]),
  ];
  const right = [
    line(docx, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { size: 24, bold: true }),
    line(docx, "Độc lập - Tự do - Hạnh phúc", { size: 27, bold: true }),
    rule(docx, widths[1], 0.58),
    line(docx, `${place || "………………"}, ${date}`, { size: 27, italic: true, spacing: { before: 80, after: 0 } }),
  ];
  return sideBySide(docx, [left, right], widths);
}

function heading(docx, { title, subject, annexOf }) {
  if (!title) return [line(docx, "", { size: 12 })];
  const spaced = { spacing: { before: 320, after: 0 } };
  const words = subject?.replace(/ năm (?=\d)/, " năm\u00a0");
  return [line(docx, title, { bold: true, ...spaced }), ...(words ? [line(docx, words, { bold: true })] : []), ...(annexOf ? [line(docx, `(Kèm theo ${annexOf})`, { italic: true })] : []), ...(words ? [rule(docx, WIDTH, 0.3)] : []), line(docx, "", { size: 12 })];
}

function written(docx, block) {
  const { AlignmentType, Paragraph, TextRun } = docx;
  if (block.table) return [grid(docx, block.table, block.last), new Paragraph({ keepNext: block.last, spacing: { before: 60, after: 0 } })];
  if (block.h) return [new Paragraph({ keepNext: true, spacing: { before: 120, after: 60, line: LINE }, indent: { firstLine: INDENT }, children: [new TextRun({ text: block.h, bold: true })] })];
  return String(block.p).split(/\n+/).map((text) => new Paragraph({
    // Dots to be written over are never pulled apart from their words.
    alignment: block.centre ? AlignmentType.CENTER : text.includes(GAP) ? AlignmentType.LEFT : AlignmentType.JUSTIFIED,
    keepNext: block.last,
    spacing: { before: 60, after: 60, line: LINE },
    indent: block.centre ? undefined : { firstLine: INDENT },
    children: [new TextRun({ text, bold: block.bold, italics: block.italic })],
  }));
}

function grid(docx, { head, rows, widths }, isLast) {
  const { AlignmentType, Table, TableRow, TableCell, TableLayoutType, Paragraph, TextRun, VerticalAlign, WidthType } = docx;
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const sizes = widths.map((width) => Math.round((WIDTH * width) / whole));
  const cell = (text, at, { bold, keepNext } = {}) => new TableCell({
    width: { size: sizes[at], type: WidthType.DXA }, verticalAlign: VerticalAlign.CENTER, margins: { left: 70, right: 70, top: 30, bottom: 30 },
    children: String(text ?? "").split("\n").map((words) => new Paragraph({
      keepNext,
      alignment: bold || at === 0 ? AlignmentType.CENTER : /^[\d.,%\s−-]+$/.test(words) ? AlignmentType.RIGHT : AlignmentType.LEFT,
      children: [new TextRun({ text: words, size: 24, bold })],
    })),
  });
  // A row of one text is a heading of the rows below it.
  const across = (text) => new TableRow({ cantSplit: true, children: [new TableCell({ columnSpan: sizes.length, margins: { left: 70, right: 70, top: 30, bottom: 30 }, children: [new Paragraph({ keepNext: true, children: [new TextRun({ text, size: 24, bold: true })] })] })] });
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA }, columnWidths: sizes, layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head.map((text, at) => cell(text, at, { bold: true, keepNext: true })) }),
      ...rows.map((row, nth) => (row.length === 1 ? across(row[0]) : new TableRow({ cantSplit: true, children: row.map((text, at) => cell(text, at, { keepNext: isLast && nth >= rows.length - ROWS_BY_THE_END })) }))),
    ],
  });
}

function foot(docx, { recipients, signer }) {
  const half = [Math.round(WIDTH * 0.5), WIDTH - Math.round(WIDTH * 0.5)];
  const to = String(recipients || "").split(/[\n;]+/).map((text) => text.trim().replace(/^-\s*/, "").replace(/[.;]$/, "")).filter(Boolean);
  const kept = to.filter((text) => /^lưu\b/iu.test(text)), others = to.filter((text) => !kept.includes(text));
  const places = [...(others.length ? others : [DOTS]).map((text) => `- ${text};`), `- ${kept.join(", ") || "Lưu: VT"}.`];
  const left = [line(docx, "Nơi nhận:", { size: 24, bold: true, italic: true, centre: false }), ...places.map((text) => line(docx, text, { size: 22, centre: false }))];
  const space = [0, 1, 2, 3].map(() => line(docx, ""));
  const right = [line(docx, (signer || DOTS).toLocaleUpperCase("vi"), { bold: true }), ...space, line(docx, DOTS, { bold: true })];
  return sideBySide(docx, [left, right], half);
}

/** Minutes: who wrote them, and who led the meeting. */
function signed(docx, signers) {
  const space = () => [0, 1, 2, 3].map(() => line(docx, ""));
  return sideBySide(docx, signers.map((text) => [line(docx, text, { bold: true }), ...space(), line(docx, DOTS, { bold: true })]), [Math.round(WIDTH / 2), WIDTH - Math.round(WIDTH / 2)]);
}

/** `ngày 05 tháng 7 năm 2026` of an ISO date; dots where there is none. */
export function dated(iso) {
  const [year, month, day] = (iso || "").split("-");
  if (!day) return "ngày …… tháng …… năm ………";
  return `ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}
