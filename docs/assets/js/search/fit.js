// How well what was typed fits one name: which word of the query is which word of the name, and what that comes to.

import { WEAK } from "./query.js";
import { sumOf } from "./sums.js";
import { JOINING } from "./table.js";

export const NEAR = 0.55; // a slip that made another known word
const OF_PHRASE = 0.9; // an abbreviation or first letters
const RECALL = 2; // what was typed counts more than what of a long name was left out

/** Where a phrase stands in a name, word after word, joining words passed over; null if it does not. */
function placesOf(phrase, name) {
  for (let first = name.indexOf(phrase[0]); first >= 0; first = name.indexOf(phrase[0], first + 1)) {
    const places = [first];
    for (let place = first + 1; places.length < phrase.length && place < name.length; place += 1) {
      if (name[place] === phrase[places.length]) places.push(place);
      else if (!JOINING.has(name[place])) break;
    }
    if (places.length === phrase.length) return places;
  }
  return null;
}

/** The words of a name that the terms of a query are: `at` by term, `matched` by word. A syllable may be said twice. */
class Words {
  constructor({ terms }, name) {
    Object.assign(this, { terms, name, at: [], matched: Array.from({ length: name.length }, () => 0) });
    for (const order of terms.keys()) this.take(order);
    for (const order of terms.keys()) this.takeSlip(order);
    for (const order of terms.keys()) this.takePhrase(order);
    for (const [order, { place }] of terms.entries()) if (place === order) this.keepWhole(order);
  }

  /** A name has a place whole, syllable after syllable, or not at all. */
  keepWhole(first) {
    const orders = [...this.terms.keys()].filter((order) => this.terms[order].place === first);
    if (orders.every((order, step) => this.at[order].best >= 0 && this.at[order].best === this.at[first].best + step)) return;
    for (const order of orders) {
      if (this.at[order].best >= 0) this.matched[this.at[order].best] = 0;
      this.at[order] = { best: -1, how: 0 };
    }
  }

  means(order, place) {
    return this.terms[order].means.get(this.name[place]) ?? 0;
  }

  take(order) {
    let best = -1, how = 0;
    for (const place of this.name.keys()) {
      const value = this.means(order, place);
      if (value > how && !this.matched[place]) { best = place; how = value; }
    }
    // It belongs beside its neighbour: «gia đình bình định».
    const next = this.at[order - 1]?.best >= 0 ? this.at[order - 1].best + 1 : this.name.length;
    const value = this.means(order, next);
    if (value > 0 && value >= how && best !== next) {
      this.move(next, best, how);
      best = next;
      how = value;
    }
    if (best > 0) this.takeBefore(order - 1, best - 1);
    if (best >= 0) this.matched[best] = how;
    this.at.push({ best, how });
  }

  /** Give the term that had `place` another one, or none. */
  move(place, other, how) {
    const former = this.at.findIndex(({ best }) => best === place);
    if (former < 0) return;
    this.at[former] = other >= 0 ? { best: other, how } : { best: -1, how: 0 };
    if (other >= 0) this.matched[other] = how;
  }

  /** The neighbour before may have been said earlier too: «gia đình gia bình». */
  takeBefore(order, place) {
    if (order < 0 || this.at[order].best >= 0) return;
    const how = this.means(order, place);
    if (how <= 0 || !this.at.some((one) => one.best === place && one.how <= how)) return;
    this.move(place, -1, 0);
    this.at[order] = { best: place, how };
    this.matched[place] = how;
  }

  takeSlip(order) {
    const { near } = this.terms[order];
    if (this.at[order].best >= 0 || !near.length) return;
    for (const [place, word] of this.name.entries()) {
      if (this.matched[place] || !near.includes(word)) continue;
      const before = this.at[order - 1]?.best ?? -1, after = this.at[order + 1]?.best;
      if ((before >= 0 && before === place - 1) || after === place + 1) {
        this.at[order] = { best: place, how: NEAR };
        this.matched[place] = NEAR;
      }
    }
  }

  takePhrase(order) {
    if (this.at[order].best >= 0) return;
    for (const phrase of this.terms[order].long) {
      const places = placesOf(phrase, this.name);
      if (!places) continue;
      for (const place of places) this.matched[place] = Math.max(this.matched[place], OF_PHRASE);
      this.at[order] = { best: places[0], how: OF_PHRASE, end: places.at(-1) };
      return;
    }
  }

  /** The share of neighbours in the query that are neighbours in the name, by weight; null where there are none. */
  order() {
    let pairs = 0, kept = 0;
    for (let order = 1; order < this.terms.length; order += 1) {
      const weight = Math.min(this.terms[order].weight, this.terms[order - 1].weight);
      const before = this.at[order - 1], here = this.at[order];
      pairs += weight;
      if (before.best >= 0 && here.best === (before.end ?? before.best) + 1) kept += weight * Math.min(here.how, before.how);
    }
    return pairs ? kept / pairs : null;
  }

  /** Whether a word that is not asked for stands between two of the name that follow one another in the query. */
  parted() {
    const places = this.at.map(({ best }) => best).filter((best) => best >= 0);
    const isOther = (word, place) => !this.matched[place] && !WEAK.has(word);
    return places.some((place, at) => at > 0 && this.name.some((word, between) => between > places[at - 1] && between < place && isOther(word, between)));
  }

  /** The share of neighbours in the name that were asked for and stand side by side in the query too: not picked apart. */
  joined() {
    const orderOf = new Map(this.at.map(({ best }, order) => [best, order]));
    const both = [...this.name.keys()].filter((place) => place > 0 && orderOf.has(place) && orderOf.has(place - 1));
    return both.length ? both.filter((place) => orderOf.get(place) - orderOf.get(place - 1) === 1).length / both.length : 1;
  }
}

/** How well each name of a page fits. */
export const fitsOf = (query, { names }, table) => names.map((name) => fitOf(query, name, table));

/** How well one name fits: the share of the query it has, of itself that is asked for, and of neighbours kept. */
export function fitOf(query, name, table) {
  const words = new Words(query, name);
  const each = words.at.map(({ how }) => how);
  const asked = sumOf(query.terms.map(({ weight }, order) => weight * each[order]));
  let whole = 0, rare = 0;
  for (const [place, word] of name.entries()) {
    whole += table.rarity(word);
    rare += table.rarity(word) * words.matched[place];
  }
  const precise = whole ? rare / whole : 0;
  return {
    asked, precise, rare, joined: () => words.joined(), parted: () => words.parted(), each, all: words.matched.every(Boolean), begins: words.at[0]?.best === 0,
    fit: asked + precise ? ((1 + RECALL) * asked * precise) / (asked + RECALL * precise) : 0, order: words.order() ?? asked,
  };
}
