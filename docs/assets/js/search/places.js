// Places named in a query. The syllables of a place belong together: «Nam Định» is no year, «Hà Tĩnh» no province of
// another name, and a name has the place only where it has its syllables side by side.

import { fold } from "../text.js";

/** What stands before the name of a place in the title of its page. */
const LEVEL = /^(?:tinh|thanh pho|huyen|thi xa|quan|xa|phuong) (?=.)/;
const LONGEST = 4;
// Right after the name of a place these say which borders are meant, wherever in a question: «Phú Thọ cũ bao nhiêu …».
const BORDERS = { cu: "former", moi: "today" };

/** The name of a place in the words of its title, without its level: «tỉnh Nam Định» is «Nam Định». */
export const placeIn = (words) => words.join(" ").replace(LEVEL, "").split(" ");

/** Whether a text of words stands whole among others. */
export const stands = (text, words) => ` ${words.join(" ")} `.includes(` ${text} `);

/** For each word, the number of the place it is a syllable of; undefined of others. The longer name goes first. */
export function placesIn(words, table, isWeak) {
  const found = [];
  for (let first = 0; first < words.length; first += 1) {
    for (let length = Math.min(LONGEST, words.length - first); length > 0; length -= 1) {
      const run = words.slice(first, first + length);
      if (!table.places.has(run.join(" ")) || (!BORDERS[words[first + length]] && isOfNext(run, words[first + length], table, isWeak))) continue;
      run.forEach((_, step) => { found[first + step] = first; });
      first += length - 1;
      break;
    }
  }
  return found;
}

/** Whether the last syllable begins another name and the others are words that join: «làm dòng họ» is not Lâm Đồng. */
const isOfNext = (run, next, table, isWeak) => run.length > 1 && run.slice(0, -1).every(isWeak) && table.pairs.has(`${run.at(-1)} ${next}`);

const AS_WRITTEN = /^(?:c[uũ]|moi|mới|mơi)$/u; // no «cử», «cư», «mỗi», «mọi», «môi»
const OTHER_AFTER = /^moi (?:nhat|nguoi|ngay|thang|suat|em|truong|nam(?! \d))\b/; // «mới nhất», «mỗi suất», but «mới năm 2025»

/** Which borders a question asks for, by the place of the word behind a place; none where it is another word. */
export function bordersIn(words, places, typed) {
  const written = typed.normalize("NFC").toLowerCase().match(/\p{L}+/gu) ?? [];
  const asTyped = (word, at) => written.filter((one) => fold(one) === word)[words.slice(0, at).filter((one) => one === word).length] ?? word;
  const isBehind = (word, at) => BORDERS[word] && places[at - 1] !== undefined && places[at] === undefined;
  const asked = (word, at) => (AS_WRITTEN.test(asTyped(word, at)) && !OTHER_AFTER.test(words.slice(at).join(" ")) ? BORDERS[word] : "");
  return new Map(words.flatMap((word, at) => (isBehind(word, at) ? [[at, asked(word, at)]] : [])));
}
