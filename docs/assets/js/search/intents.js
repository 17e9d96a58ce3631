// What a question is after, told by the words that only say so: a title, a date, the most, a telephone number.

const HOW = "lam sao|lam the nao|dieu kien|cong nhan|thoi han|han nop|ho so|thu tuc|trinh tu|nop cho ai|ai cap|ai trao|cap nao";

/**
 * What a question is after: how it is recognised, the kinds of pages that answer it, and the words that only say so:
 * pages need not have them. `page` is the address of the one made for it. `of` is how much these words still count, and
 * where it `drops` them they are not looked for beside others; `unless` tells a question after something else.
 */
const INTENTS = [
  {
    name: "procedure", of: 0.5, kinds: { "Danh hiệu": 1.5, "Tự đánh giá": 0.3 },
    pattern: new RegExp(`\\b(${HOW}|tieu chi|bao nhieu diem|muc do|cach dang ky|dang ky .*(o dau|the nao|khi nao|lam sao|voi ai))\\b`),
    unless: /\b((bao nhieu|so luong|ty le|how many)(?! (diem|tieu chi|nam|thang|ngay|muc))|so lieu|du lieu|con so|excel|csv)\b/,
    only: new RegExp(`\\b(${HOW})\\b`, "g"),
  },
  { name: "recogniser", pattern: /\b(ai|co quan nao|cap nao|noi nao) (duoc |se )?(cong nhan|cap|xet|danh gia|tham dinh|trao)\b/, kinds: { "Danh hiệu": 2.5 } },
  { name: "validity", pattern: /\b(ai (ky|ban hanh)|(con|het|co) hieu luc|thay the|bai bo|ban hanh (ngay|nam|khi) nao)\b/, kinds: { "Văn bản": 1 }, of: 0.5 },
  { name: "when", pattern: /\b((ngay|thang|nam|luc|hom) (nao|may)|khi nao|bao gio)\b/, unless: /\b(bao nhieu|nhat)\b/ },
  { name: "device", pattern: /\b(tren|bang|qua) (dien thoai|may tinh|mang|web)\b/ },
  { name: "form", of: 1, pattern: /(?<!ca )\b(mau|bieu mau|template)\b/, kinds: { "Trang": 1.5, "Danh hiệu": 1.5, "Tự đánh giá": 1 } },
  { name: "scoring", pattern: /\b(cham diem|tu cham|tu danh gia|phieu)\b/, kinds: { "Tự đánh giá": 1, "Trang": 0.5 } },
  { name: "meaning", pattern: /\b(la gi|la ai|nghia la|khai niem|the nao la|viet tat|la nhu the nao)\b/, kinds: { "Thuật ngữ": 0.8, "Danh hiệu": 0.9 } },
  {
    name: "ranking", kinds: { "Chỉ tiêu": 1.6 },
    pattern: /\b((nhieu|it)( [a-z]+){0,6} nhat|(cao|thap|lon|nho) nhat|dung dau|xep hang|(?<!(moi|gan) )nhat$|(tinh|noi|don vi|dia phuong|huyen|truong) nao (co )?(nhieu|it|cao|lon)|highest|lowest|largest|(the|has|have|with) most)\b/,
    only: /\b((tinh|noi|don vi|dia phuong|thanh pho|huyen|xa|truong) nao( co)?|nhieu|it|(cao|thap|lon|nho)(?= nhat)|nhat|dung dau|xep hang|o dau|which provinces?|highest|lowest|largest|most|has|have)\b/g,
  },
  { name: "merger", pattern: /\b(((sau|truoc) (khi )?)?(sap nhap|hop nhat|nhap vao|tach ra|doi ten)( vao| voi| thanh)?( tinh)?( dau| nao| gi)?|gom (nhung|cac|may) (tinh|dia phuong|huyen|noi)( nao| cu)?|(tu|thuoc|nay la) (nhung |cac )?tinh nao|(bay gio|gio|nay|hien) (la|o|thuoc) (dau|tinh nao))\b/, kinds: { "Địa phương": 1.5 } },
  { name: "newest", pattern: /(?<=\b(moi|gan) )nhat\b/ },
  {
    name: "today", of: 1, pattern: /(?<= )(moi|hien nay|ngay nay|sau (khi )?sap nhap)( gom\b.*)?$/,
    unless: /\b(bao nhieu|may|so luong)\b.* (hien|ngay) nay$/,
  },
  {
    name: "now", // «hiện có bao nhiêu» asks for the newest figure, which is what is said anyway
    pattern: /\b(bay gio|ngay nay|hien (nay|gio|tai|dang|co)|(?<!bao )gio(?= (co |con |dang |la )?(bao nhieu|may)\b)|^gio(?! (hoc|day)\b))\b/,
    unless: /^(?!.*\b(bao nhieu|may|so luong)\b)/,
  },
  { name: "years", pattern: /\bgiai doan(?= (tu )?(nam )?(19|20)[0-9]{2}\b)|(?<=\b(19|20)[0-9]{2} )(den|toi) (nay|gio|bay gio)\b/ },
  { name: "former", of: 1, pattern: /(?<= )(cu|truoc day|truoc (khi )?sap nhap)$/ },
  { name: "comparison", of: 1, pattern: /\b(so sanh|doi chieu|compare)\b/, kinds: { "Trang": 1.5 }, page: "so-sanh/" },
  {
    name: "contact", drops: true, // «điện» of «điện thoại» is no «Điện Biên»
    pattern: /\b((so )?(dien thoai|dt)|so tai khoan|stk|chuyen khoan|sdt|hotline|duong day nong|(so )?fax|e ?mail|gmail|(hop|hom) thu|thu dien tu|zalo|facebook|fanpage|website|trang web|tru so|dia chi|lien he|lien lac|phone|contact)\b/,
    unless: /\b(bao nhieu|may|so luong|ty le|(qua|bang|tren) (dien thoai|e ?mail|hop thu|thu|zalo|facebook|website|trang web)|(website|web) nay)\b/,
  },
  { name: "campaign", of: 1, pattern: /^(phong trao|chuong trinh|de an|cuoc van dong)\b/, kinds: { "Phong trào": 1.5 } },
  { name: "target", of: 1, pattern: /\b(chi tieu|muc tieu|phan dau)\b.* 20[0-9]{2}\b|\btheo (de an|chuong trinh)\b/, kinds: { "Phong trào": 1.5 } },
  // Behind «bao nhiêu» a measure only says so: the figures in it stand first. «Tặng bao nhiêu suất» is no «tăng», «nuôi bao nhiêu heo» no money.
  { name: "figure", pattern: /\b(co |nuoi (duoc )?(?=bao nhieu)|tang (?=bao nhieu (suat|xe|phan) ))?(bao nhieu(?! diem)( (con|em|chau|ti|ty(?! le)|trieu|dong(?! ho)))?|(?<!(ngay|thang|nam|luc|hom) )may|so luong|how many|how much|number of)\b/ },
];
// What people say when they want the other end of a ranking.
const LEAST = /\b(it( [a-z]+){0,6} nhat|thap nhat|nho nhat|lowest)\b/;
export const WEAKNESS = 0.12; // so much counts a word that says little of what is looked for

/** What a question is after, each as INTENTS has it. */
export const intentsOf = (asked) => INTENTS.filter(({ pattern, unless }) => pattern.test(asked) && !unless?.test(asked));

/** The words without those that are not looked for, unless nothing else is typed. */
export function withoutDropped(words, met, isWeak) {
  const left = met.reduce((asked, { pattern, drops }) => (drops ? asked.replace(new RegExp(pattern, "g"), " ") : asked), words.join(" ")).split(" ").filter(Boolean);
  return left.some((word) => !isWeak(word)) ? left : words;
}

/** How much each word counts that only says what a question is after, by its place among the words. */
export function sayingOnly(asked, met) {
  const found = new Map();
  for (const { pattern, only = new RegExp(pattern, "g"), of = WEAKNESS } of met) {
    if (of === 1) continue;
    for (const { index, 0: words } of asked.matchAll(only)) {
      const first = asked.slice(0, index).split(" ").length - 1;
      words.split(" ").forEach((_, step) => found.set(first + step, Math.min(of, found.get(first + step) ?? 1)));
    }
  }
  return found;
}

/** Whether the other end of a ranking is asked for. */
export const asksLeast = (asked) => LEAST.test(asked);
