// How one word may be typed: in Telex or VNI, with a slip, or spelled in another way.

const TONES_AFTER_VOWEL = /(?<=[aeiouy][a-z]*)[sfrxjzw]/g;

/** What a word typed in Telex is without its keys, and without a letter struck twice: hocj → hoc, ddown → don, ann → an. */
export function fromTelex(word) {
  return word.replace(TONES_AFTER_VOWEL, "").replace(/w/g, "u").replace(/([acdeghmnopt])\1+/g, "$1");
}

/** What a word typed in VNI is without its keys: d9on → don, ta65p → tap; empty where the digits are no such keys. */
export function fromVni(typed) {
  if (!/[aeiouy]/.test(typed) || !/^[a-z]+[0-9]/.test(typed)) return "";
  const marks = typed.replace(/[^0-9]/g, "");
  const tones = marks.replace(/[6-9]/g, "").length;
  return tones > 1 || marks.length > 3 || /0/.test(marks) ? "" : typed.replace(/[0-9]/g, "");
}

/** Whether one slip makes one word of the other: a letter more, less or another one, or two that changed places. */
export function isSlip(one, other) {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const rest = one.slice(at), left = other.slice(at);
  return rest.slice(1) === left.slice(1) || rest.slice(1) === left || rest === left.slice(1)
    || (rest.length > 1 && rest[0] === left[1] && rest[1] === left[0] && rest.slice(2) === left.slice(2));
}

const SPELLINGS = [
  [/(?<=[^aou]|^)y$/, "i"], [/(?<=[^aou])i$/, "y"], [/c$/, "k"], [/k$/, "c"], [/^c(?=[aou])/, "k"], [/^k(?=[aou])/, "c"], [/(?<=^n?)g(?=[ei])/, "gh"], [/(?<=^n?)gh/, "g"],
];

/** Other right ways to write a syllable, and usual wrong ones: sĩ and sỹ, Đắc and Đắk, Cạn and Kạn, Nge and Nghe. */
export const spellings = (word) => SPELLINGS.filter(([written]) => written.test(word)).map(([written, other]) => word.replace(written, other));
