// Every page scored for a query: how much of the query it covers, the rarer words counting more, and how well one of
// its names fits. Nothing is required. Knows nothing of files and of the page it is shown on.

import { fitOf, NEAR } from "./fit.js";
import { AREA, DOCUMENT, INDICATOR, initialsOf, NAME, SOURCE, SUMMARY, TEXT, UNIT } from "./table.js";

const IN = { [NAME]: 1, [SUMMARY]: 0.6, [TEXT]: 0.42 };
const OF_INDICATOR = 0.5; // a word that only an indicator of the unit has
const OF_ASKED = 0.9; // the same where a figure is asked for
const OF_NAME = 0.5, MOST_OF = 0.6;
const CALLED = 0.95; // of the query is the name of a page
const WHOLE = 0.9, PART_OF = 0.25; // of a name typed whole, and how much of the query it then is
const AS_EXACT = 24; // a whole name typed in one word
const LOOKED_AT = 120; // pages whose names are looked at closely; the others stand after them
const ANYWHERE = 0.4; // of a syllable, in the name or the text of a page
const CLOSE = 0.5; // and they cover so much of what the best covers
// What each thing is worth, beside one another.
const WORTH_COVER = 13, WORTH_FIT = 7, WORTH_ORDER = 2.5, WORTH_EXACT = 4, WORTH_WHOLE = 1.4, WORTH_BEGINS = 1,
  WORTH_VERBATIM = 1.2, WORTH_MARKS = 0.6, WORTH_INTENT = 3, WORTH_KIND = 0.35, WORTH_FORMER = 0.35, WORTH_LAST = 5,
  WORTH_SOURCE = 5, WORTH_VERBATIM_SOURCE = 3, WORTH_SCATTERED = 2, WORTH_OTHER = 1, WORTH_BORDERS = 3,
  WORTH_PLACE = 2.5, WORTH_NUMBERED = 5, WORTH_YEAR = 1.5, WORTH_PURPOSE = 16, WORTH_HOLDS = 9, WORTH_MEASURE = 6, WORTH_AREA = 1.5;

/** For each term, how well each page has it anywhere. */
function coverOf(query, table) {
  const count = table.pages.length;
  return query.terms.map((term) => {
    const best = new Float32Array(count);
    const raise = (word, how, places = [NAME, SUMMARY, TEXT]) => {
      const postings = table.postings.get(word);
      if (postings) for (const place of places) for (const page of postings[place]) best[page] = Math.max(best[page], how * IN[place]);
    };
    for (const [word, how] of term.means) raise(word, how);
    for (const word of term.near) raise(word, NEAR, [NAME]);
    for (const phrase of term.long) {
      const each = phrase.map((word) => new Set(table.postings.get(word)?.[NAME] ?? []));
      for (const page of each[0]) if (each.every((pages) => pages.has(page))) best[page] = Math.max(best[page], 0.8);
    }
    return best;
  });
}

function bestName(query, page, table) {
  let best = null, value = -1;
  const solid = query.terms.filter(({ weak }) => !weak).length;
  for (const name of page.names) {
    const fit = fitOf(query, name, table);
    const exact = fit.asked > 0.999 && fit.precise > 0.999 && (fit.order > 0.999 || query.terms.length === 1);
    const one = WORTH_FIT * fit.fit + WORTH_ORDER * fit.order + (exact ? WORTH_EXACT : 0)
      + (fit.precise > 0.95 ? WORTH_WHOLE * Math.min(1, fit.rare / 8) : 0)
      + (fit.asked > 0.9 && fit.begins ? WORTH_BEGINS : 0) + (fit.asked > 0.95 && fit.order > 0.95 ? WORTH_VERBATIM * Math.min(3, Math.max(1, solid - 1)) : 0);
    if (one > value) { value = one; best = { ...fit, exact, value: one, words: name }; }
  }
  return best;
}

/** Whether several provinces are typed and nothing else: then the one is meant that holds them all today. */
function namesProvincesOnly({ places, terms }, { provincial }) {
  return places.size > 1 && [...places].every((place) => provincial.has(place)) && terms.every(({ weak, place }) => weak || place !== undefined);
}

const isWhole = ({ precise, asked, words }) => precise > WHOLE && asked > PART_OF && words.length > 1;

/** The pages in the order people expect, best first; each with its score and how it came about. */
export function rank(query, table, wanted = () => true) {
  if (!query.terms.length) return [];
  const covers = coverOf(query, table);
  const sure = new Float32Array(table.pages.length);
  covers.forEach((best, order) => best.forEach((how, page) => { sure[page] += query.terms[order].weight * how; }));
  // A unit is also found by what it has figures of.
  const ofIndicator = query.intents.has("figure") ? OF_ASKED : OF_INDICATOR;
  const had = new Float32Array(query.terms.length); // how well a page and what it has figures of have each term
  const ofUnits = (page) => {
    let most = sure[page.number], by = -1;
    covers.forEach((best, order) => { had[order] = best[page.number]; });
    // Of two things asked for, «hội viên và chi hội», each may be a figure of it.
    for (let more = query.parts; more > 0; more -= 1) {
      let next = -1;
      for (const one of page.indicators) {
        let sum = 0;
        covers.forEach((best, order) => { sum += query.terms[order].weight * Math.max(had[order], ofIndicator * best[one]); });
        if (sum > most) { most = sum; next = one; }
      }
      if (next < 0) break;
      if (by < 0) by = next;
      covers.forEach((best, order) => { had[order] = Math.max(had[order], ofIndicator * best[next]); });
    }
    return { cover: most, by };
  };
  const found = [];
  const words = query.terms.map(({ word }) => word), text = ` ${words.join(" ")} `;
  const isTyped = (name) => name.length > 2 && words.includes(name[0]) && text.includes(` ${name.join(" ")} `);
  const called = new Set(table.glued.get(query.terms.filter(({ weak }) => !weak).map(({ word }) => word).join("")));
  for (const page of table.pages) {
    if (!wanted(page)) continue;
    const { cover, by } = page.indicators.length ? ofUnits(page) : { cover: sure[page.number], by: -1 };
    const glued = table.glued.get(query.glued)?.includes(page.number) ?? false;
    if (cover > 0.02 || glued) found.push({ page, cover, by, glued, first: Number(glued || page.names.some(isTyped) || called.has(page.number) || query.places.has(page.place) || query.purpose.includes(page.target)) });
  }
  found.sort((one, other) => other.first - one.first || other.cover - one.cover || one.page.number - other.page.number);
  const enough = CLOSE * found.reduce((most, { cover }) => Math.max(most, cover), 0);
  const covering = found.filter(({ cover, glued, first }) => first || glued || cover >= enough);
  const close = covering.slice(0, LOOKED_AT);
  const typed = query.typed.normalize("NFC").toLowerCase();
  const solid = query.terms.filter(({ weak }) => !weak).length;
  for (const one of close) one.name = bestName(query, one.page, table);
  const isOf = ({ page }, ...kinds) => kinds.includes(page.label);
  // Where a page is called what was typed, the place in it is no more than part of that name.
  const isCalled = close.some((one) => one.name.asked > CALLED && !isOf(one, SOURCE));
  // Who types a «đ» somewhere means a «d» where none is typed.
  const short = typed.includes("đ") ? query.terms.map(({ written }) => written.toLowerCase()).filter((written) => written.length > 2) : [];
  const isShortOf = ({ title }) => short.some((written) => initialsOf(title).includes(written));
  // An article that has all words in order is meant, unless another page stands whole among them; so is one that has most of them, where no other page has.
  const likely = close.filter((one) => !isOf(one, SOURCE) && one.name.asked > OF_NAME);
  const isAmong = likely.some(({ name }) => name.precise > WHOLE && name.words.length > 2);
  const isAskedFor = ({ asked, order }) => (order > CALLED ? !isAmong : !likely.length && asked > MOST_OF && order > OF_NAME);
  const isOfProvinces = namesProvincesOnly(query, table);
  // «Bao nhiêu con» asks for no money; the addresses of indicators end in their measure.
  const isMoney = ({ page }) => page.target.endsWith("-vnd/");
  const isOtherMeasure = (one) => query.measure && isOf(one, INDICATOR) && isMoney(one) !== (query.measure === "dong");
  const holdsAll = ({ number }) => query.terms.every(({ place }, order) => place === undefined || covers[order][number] >= ANYWHERE);
  for (const one of close) {
    const { page, name } = one;
    const fits = one.glued && !name.exact ? AS_EXACT : WORTH_COVER * one.cover + name.value;
    const isPlace = !isCalled && isOf(one, AREA, UNIT) && isWhole(name);
    one.score = fits - WORTH_KIND * page.kind - (page.former ? WORTH_FORMER : 0) - (page.last ? WORTH_LAST : 0)
      + (page.title.toLowerCase().includes(typed) || isShortOf(page) ? WORTH_MARKS : 0)
      // An article: its title has many words, and few people mean it.
      - (isOf(one, SOURCE) && (name.fit < 0.85 || name.precise < OF_NAME) ? (isAskedFor(name) ? WORTH_VERBATIM_SOURCE : WORTH_SOURCE) * query.parts : 0)
      // Words that stand apart in a name are other words: «kiểm định chất lượng» of «Lương Định Của».
      - (solid > 1 && name.order === 0 ? WORTH_SCATTERED : 0)
      // «Chỉ thị 11» is itself, and no conclusion about it.
      + (isPlace ? WORTH_PLACE + (query.places.has(page.place) ? WORTH_AREA : 0) : 0) + (isOf(one, DOCUMENT) && isWhole(name) && name.words.some((word) => /[0-9]/.test(word)) ? WORTH_NUMBERED : 0)
      + (query.terms.some(({ isYear }, order) => isYear && name.each[order] > 0.9) ? WORTH_YEAR : 0)
      + (isOf(one, AREA) && query.intents.has(page.former ? "former" : "today") ? WORTH_BORDERS : 0)
      // Whoever means a unit says what it alone is called.
      - (isOf(one, UNIT) && name.precise < OF_NAME && !one.glued ? WORTH_OTHER : 0)
      + (isOfProvinces && isOf(one, AREA) && !page.former && holdsAll(page) ? WORTH_HOLDS : 0)
      + (query.purpose.includes(page.target) ? WORTH_PURPOSE : 0) - (isOtherMeasure(one) ? WORTH_MEASURE : 0)
      + WORTH_INTENT * (query.wanted.get(page.label) ?? 0) * Math.min(1, name.asked * 2);
  }
  close.sort((one, other) => other.score - one.score || one.page.number - other.page.number);
  return [...close, ...covering.slice(LOOKED_AT)];
}
