// What a query names and the register has not: a place below the provinces, as «xã Nam Đàn», an association, a document.

import { fold, wordsOf } from "../text.js";
import { stands } from "./places.js";
import { ALWAYS_WEAK, WEAK } from "./query.js";
import { AREA, DOCUMENT, SOURCE, UNIT } from "./table.js";

const OWNER = "hội khuyến học"; // what is behind it is its name too, with no level before it
/** The levels of such places: as written, as typed, and as names have them; «quan» alone is «quản» or «quân» as well. */
const LEVELS = `thị trấn,thị xã,đặc khu,thành phố,tp,tx,xã,phường,huyện,quận,${OWNER}`.split(",").map((written) => {
  const words = fold(written).split(" ");
  return { written, words, inNames: { tp: ["thanh", "pho"], tx: ["thi", "xa"], [OWNER]: [] }[written] ?? words, isOther: written === "quận", isOwner: written === OWNER };
});
// Behind these it is no place with a name: «cấp xã», «các xã», «hợp tác xã», «địa phương», «đào tạo từ xa».
const COUNTED = new Set("cap cac so may nhieu nhung moi tung toan luong sach le hai ba dia tac tu thi".split(" "));
// And before these it is a name no more: «huyện ủy», «xã đoàn», «xã mới», «UBND xã cấp».
const NO_NAME = new Set("uy doan doi moi cap thuoc".split(" "));
// What such places are or do; all else that pages are called is in the index.
const DESCRIBED = new Set((
  "vung cao, vung sau, vung xa, vung kho, bien gioi, mien nui, hai dao, ven bien, dac biet, kho khan, nong thon, do thi, dan toc, trong diem, " +
  "thi diem, kieu mau, van minh, van hoa, an toan, anh hung, tien tien, dat chuan, chua dat, hoan thanh, thuc hien, to chuc, dang ky, tham gia"
).split(", "));
const LONGEST = 4; // syllables of a name
const LIKE = 0.7; // so much a word of a name is what was typed

const isOfPlaces = (kind) => kind === AREA || kind === UNIT;
const isAlike = ({ word, means }, other) => word === other || (means.get(other) ?? 0) >= LIKE;

/** Whether some page of these kinds has words side by side in a name, as they are or as they may have been meant. */
function isInName(terms, table, isKind, isWord = ({ word }, other) => word === other) {
  // «Thị xã Bắc Kạn» is no «xã».
  const isWhole = (name, from) => terms[0].word !== "xa" || name[from - 1] !== "thi";
  const hasThere = (name, from) => isWhole(name, from) && terms.every((term, step) => isWord(term, name[from + step]));
  return table.pages.some((page) => isKind(page.label) && page.names.some((name) => name.some((_, from) => hasThere(name, from))));
}

/** Whether two words are what the register speaks of elsewhere too: «hội khuyến», «xã hội», «đạt chuẩn». */
function isCommon(one, other, table) {
  const pair = `${one} ${other}`;
  return DESCRIBED.has(pair) || (table.pairs.has(pair) && isInName([{ word: one }, { word: other }], table, (kind) => !isOfPlaces(kind) && kind !== SOURCE));
}

/** The level that begins at a word and has a name behind it; null if there is none. */
function levelAt({ terms }, at, table) {
  const level = LEVELS.find(({ words }) => words.every((word, step) => terms[at + step]?.word === word));
  const before = terms[at - 1]?.word, next = level && terms[at + level.words.length];
  if (!next || NO_NAME.has(next.word) || COUNTED.has(before) || LEVELS.some(({ words, isOwner }) => !isOwner && words.at(-1) === before)) return null;
  const hasMarks = terms.some(({ written }) => fold(written) !== written.toLowerCase());
  const isAsWritten = level.written === level.words.map((_, step) => terms[at + step].written.toLowerCase()).join(" ");
  if (!isAsWritten && (hasMarks || (level.isOther && at > 0 && !isNumber(next)))) return null;
  return isCommon(level.words.at(-1), next.word, table) ? null : level;
}

const isNumber = ({ word, isYear }) => /^[0-9]/.test(word) && !isYear;
const isCapital = ({ written }) => /^\p{Lu}\p{Ll}/u.test(written);

/** Where the name that begins there ends: of a place, a number, or syllables that say nothing else. */
function endOfName({ terms }, first, table) {
  if (isNumber(terms[first])) return first + 1;
  const { place } = terms[first];
  if (place !== undefined) return first + terms.filter((term) => term.place === place).length;
  const isNam = (at) => terms[at].written.toLowerCase() === "nam" && /^[a-z]/.test(terms[at + 1]?.word ?? "a"); // no «năm»
  // «Hội khuyến học huyện Cần Giờ»: two words behind the level of an association are its name.
  const isLast = terms.length === first + 2 && !WEAK.has(terms[first + 1].word) && terms.slice(0, first).some(({ word }) => word === "khuyen");
  // «An» of «xã An Phú» is no article.
  const saysLittle = (at) => terms[at].word !== "an" && (ALWAYS_WEAK.has(terms[at].word) || (WEAK.has(terms[at].word) && !isNam(at) && !isCapital(terms[at]) && !(isLast && at === first)));
  const beginsOther = (at) => terms[at + 1] !== undefined && isCommon(terms[at].word, terms[at + 1].word, table);
  const isLevel = (at) => LEVELS.some(({ words, isOther, isOwner }) => !isOther && !isOwner && words.every((word, step) => terms[at + step]?.word === word));
  const isSyllable = (at) => /^[a-z]/.test(terms[at].word) && terms[at].place === undefined && !saysLittle(at) && !beginsOther(at) && !isLevel(at);
  let end = first;
  while (end < Math.min(terms.length, first + LONGEST) && isSyllable(end) && !(end > first && terms[end - 1].ends)) end += 1;
  return end - first > 1 || (end > first && isCapital(terms[first])) ? end : first;
}

/** Whether a unit has it in its name, or a place is called so in its title: «Tỉnh Thái Bình» is no «thành phố Thái Bình». */
function isKnown(whole, table) {
  const isUnit = (kind) => kind === UNIT;
  const isPlace = ({ label, names: [title] }) => label === AREA && whole.every((term, at) => title[at] !== undefined && isAlike(term, title[at]));
  return isInName(whole, table, isUnit, isAlike) || table.pages.some(isPlace) || isInParts(whole, table);
}

const FURTHER = / (?:huyen|quan|thi xa|thanh pho|tinh)(?= )/g;

/** Whether a unit is called so but for the levels between its parts: «xã Quang Thuận Bạch Thông». */
function isInParts(whole, { pages }) {
  const text = whole.map(({ word }) => word).join(" ");
  return whole.length > 3 && pages.some(({ label, names }) => label === UNIT && stands(text, [names[0].join(" ").replace(FURTHER, "")]));
}

/** The place in which the register knows it to be, by a name of that: «thành phố Vinh» of Nghệ An. */
const placeAround = (whole, table) => table.pages.find(({ label, names }) => label === AREA && names.some((name) => name.join(" ") === whole.map(({ word }) => word).join(" ")))?.place;

const NUMBERED = /\b((?:nghi dinh|thong tu|quyet dinh|chi thi|nghi quyet|ket luan|cong van|nd|tt|qd|ct|nq|kl|cv) (?:so )?\d{1,4}(?!\d))((?:\/| nam | )(?:19|20)\d{2}\b)?/;

/** A document asked for by kind and number that the register has not: beside «nghị định 30/2020» stands no other of 2020. */
function unheldDocument(typed, { pages }) {
  const [name, cited, year = ""] = typed.match(NUMBERED) ?? [];
  const isListed = (words) => pages.some(({ label, names }) => label === DOCUMENT && wordsOf(words.replace(/ (?:so|nam) /g, " ")).every((word) => names.flat().includes(word)));
  // Of another year it may be meant: «24/2032» is 24/2023.
  return name && !isListed(cited + year) ? { name, rest: typed.replace(name, isListed(cited) ? cited : "").trim(), isDocument: true } : null;
}

/** An association named by its place, where none of the register is called so: «Hội khuyến học Cà Mau», «HKH Lai Châu». */
function unheldAssociation({ terms, places }, { pages }) {
  const [before, whole] = terms.map(({ word }) => word).join(" ").match(/^(.*? |)((?:hoi khuyen hoc|hkh) (?:(?:tinh|thanh pho|tp|huyen|xa|quan|phuong) )?)/)?.slice(1).map((text) => text.split(" ").length - 1) ?? [];
  const first = before + whole, size = terms.filter(({ place }) => place === first).length;
  const place = size && [...places].find((one) => one.split(" ").length === size && isAlike(terms[first], one.split(" ")[0]));
  const called = new RegExp(`(?:hoi khuyen hoc|hkh) (?:[a-z]+ ){0,2}${place}$`);
  if (!place || pages.some(({ label, names }) => label === UNIT && names.some((name) => called.test(name.join(" "))))) return null;
  return { name: typedIn(terms, [before, first + size]), rest: typedIn(terms, [0, before], [first]) };
}

/**
 * The first place that a query names with its level and that no page is called after, or a document (`isDocument`): its
 * `name` as typed, and the `rest` of the query, with what is around it or is called alike: Nghệ An for «thành phố Vinh», «huyện Thoại Sơn» for «xã Thoại Sơn».
 */
export function unheld(query, table) {
  const { terms } = query;
  const other = unheldDocument(fold(query.typed), table) ?? unheldAssociation(query, table);
  if (other) return other;
  for (const at of terms.keys()) {
    const level = levelAt(query, at, table);
    if (!level) continue;
    const first = at + level.words.length;
    const wholeTo = (end) => [...level.inNames.map(plain), ...terms.slice(first, end)];
    const end = placeAround(wholeTo(first + 1), table) ? first + 1 : endOfName(query, first, table);
    const name = terms.slice(first, end);
    // Behind «hội khuyến học» any words may stand: a name is what ends there and that no page has, however it is spelt.
    const isOther = level.isOwner && (end < terms.length || end - first > 2 || isInName(name, table, () => true, ({ word }, other) => other?.startsWith(word)) || isInName(name, table, isOfPlaces, ({ means }, other) => means.has(other)));
    if (end === first || isOther || isKnown(wholeTo(end), table)) continue;
    const isOfOther = !isNumber(name[0]) && isInName(name, table, isOfPlaces);
    const instead = placeAround(wholeTo(end), table) ?? (isOfOther ? typedIn(terms, [first, end]) : "");
    return { name: typedIn(terms, [at, end]), rest: [typedIn(terms, [0, level.isOwner ? first : at]), instead, typedIn(terms, [end])].filter(Boolean).join(" ") };
  }
  return null;
}

/** The words of these spans of a query, as they were typed. */
const typedIn = (terms, ...spans) => spans.flatMap((span) => terms.slice(...span)).map(({ written }) => written).join(" ");

const plain = (word) => ({ word, means: new Map() });
