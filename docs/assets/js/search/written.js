// The words of a query as they were written, with their marks and capitals, beside the folded ones.

import { fold } from "../text.js";

/** For each folded word, as it was `written` and whether a comma or stop `ends` it; one that was cut or undone, as it is. */
export function writtenOf(words, typed) {
  const text = typed.normalize("NFC");
  const found = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: written, index }) => ({ written, ends: /^\s*[,;.?!()]/.test(text.slice(index + written.length)) }));
  let from = 0;
  return words.map((word) => {
    const at = found.findIndex(({ written }, place) => place >= from && fold(written) === word);
    if (at < 0) return { written: word, ends: false };
    from = at + 1;
    return found[at];
  });
}
