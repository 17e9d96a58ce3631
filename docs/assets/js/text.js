// What the other scripts share: Vietnamese text folded, elements made, rows written and read as CSV.

export const number = new Intl.NumberFormat("vi-VN");
export const collator = new Intl.Collator("vi", { numeric: true });

/** Lower case without marks, đ as d: what people type. `fold` of scripts/hoctap/vietnamese/writing.py does the same. */
export function fold(text) {
  return text.normalize("NFC").toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[đðɖ]/g, "d");
}

/** The folded words and numbers of a text: `TT05, 2.763` gives tt, 5, 2763. */
export function wordsOf(text) {
  return fold(text).replace(/(?<=[0-9])[.,](?=[0-9])/g, "").match(/[a-z]+|0(?![0-9])|[1-9][0-9]*/g) ?? [];
}

/** What a filter compares: beginnings of folded words, so that «yen» finds Yên Bái and not Nguyên; numbers stay whole. */
export const beginnings = (text) => fold(text).split(/[^a-z0-9.,]+/).filter(Boolean);

/** An ISO date as offices write it: 01/7/2025, 21/02/2025. `day` of scripts/hoctap/vietnamese/writing.py does the same. */
export function dayOf(iso) {
  const [year, month, day] = iso.split("-");
  return day ? `${day}/${Number(month) < 3 ? month : Number(month)}/${year}` : iso;
}

/** A text as a sentence begins, and as it stands within one. */
export const capitalizeFirst = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
export const lowerFirst = (text) => text.slice(0, 1).toLowerCase() + text.slice(1);

/** The name of a place or unit as it stands within a sentence: «tỉnh Nghệ An». `name_within` of views/statements/words.py knows more. */
export const nameWithin = (name) => name.replace(/^(?:Tỉnh|Thành phố|Huyện|Quận|Thị xã|Xã|Phường)(?= )/u, lowerFirst);

/** Create an element; text goes in as text, never as markup. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(name, "");
    else if (value !== false) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

/** The text of a cell or label as people read it, without what only screen readers or paper get. */
export function plain(node) {
  return node.textContent.replace(/\s+/g, " ").trim();
}

/** Rows as a CSV that a Vietnamese Excel opens by double-click: BOM, semicolons, CRLF. */
export function csvText(rows) {
  const cell = (value) => (/[";\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return `\uFEFF${rows.map((row) => row.map((value) => cell(String(value ?? ""))).join(";")).join("\r\n")}\r\n`;
}

/** The rows of such a CSV; a comma is taken as the separator where the first line has no semicolon. */
export function csvRows(text) {
  const body = text.replace(/^\uFEFF/, "");
  const separator = body.split(/\r?\n/, 1)[0].includes(";") ? ";" : ",";
  const rows = [[""]];
  let quoted = false;
  for (let at = 0; at < body.length; at += 1) {
    const char = body[at];
    const row = rows[rows.length - 1];
    if (quoted && char === '"' && body[at + 1] === '"') { row[row.length - 1] += '"'; at += 1; }
    else if (char === '"') quoted = !quoted;
    else if (!quoted && char === separator) row.push("");
    else if (!quoted && char === "\n") rows.push([""]);
    else if (quoted || char !== "\r") row[row.length - 1] += char;
  }
  return rows.filter((row) => row.some(Boolean));
}

/** What `key` gives for each of `items`, with the items that share it, in order of appearance. */
export function grouped(items, key) {
  const groups = new Map();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

/** Hand a text over as a file, made in the browser. */
export const download = (name, text) => save(name, new Blob([text], { type: "text/csv;charset=utf-8" }));

/** Hand a blob over as a file. */
export function save(name, blob) {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(link); // Firefox follows only links that are in the page
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** Local storage that may be off or full: reading then gives the default, writing nothing. */
export const memory = {
  read(key, otherwise) {
    try { return JSON.parse(localStorage.getItem(key)) ?? otherwise; } catch { return otherwise; }
  },
  write(key, value) {
    try { localStorage.setItem(key, JSON.stringify(value)); return true; } catch { return false; }
  },
  forget(key) {
    try { localStorage.removeItem(key); } catch { /* storage is off: there is nothing to forget */ }
  },
};
