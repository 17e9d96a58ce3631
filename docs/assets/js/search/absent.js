// What is asked for and not known: the place or unit whose figure the register lacks.

import { COVERED, isNamed, openOf, unparted, WHOLE } from "./answer.js";
import { fitOf } from "./fit.js";
import { AREA, INDICATOR, SOURCE, UNIT } from "./table.js";

const MOSTLY = 0.5, CLEARLY = 0.6; // of an indicator's name is asked for, where no question word says that a figure is wanted
const ALIKE = 0.1; // so far apart are names that fit alike

/**
 * What is asked for and not known, `{page, indicator}`: whose figure, and of which indicator where one alone is asked
 * for or by its whole name; null where it is known or not clear.
 */
export function absent(query, table, ranked, figures) {
  const isCalledSo = ({ page, name }) => name?.asked > WHOLE && table.kinds[page.kind] !== SOURCE;
  if (!query.intents.has("figure") && ranked.some(isCalledSo)) return null;
  const owner = ranked.find(({ page, name }) => [AREA, UNIT].includes(table.kinds[page.kind]) && name && isNamed({ page, name }, query));
  const named = owner ? namedIn(query, owner, table) : [];
  const isKnown = ({ page }) => owner.page.indicators.includes(page.number) || figures.some((one) => one.indicator === page.target && !one.inside);
  if (!named.length || named.some(isKnown)) return null;
  const [first] = named;
  // Where no question word asks for a figure of this very name, one of another name is meant.
  if (!query.intents.has("figure") && first.precise < CLEARLY && figures.some(({ inside }) => !inside)) return null;
  return { page: owner.page, indicator: first.precise > WHOLE || named.length === 1 ? first.page : null };
}

/** The indicators whose name what is asked of an owner comes nearest to, the nearest first. */
function namedIn(query, owner, table) {
  const open = openOf(query, unparted(owner.name.each, query, table));
  const rest = { ...query, terms: query.terms.filter(({ place }, order) => open[order] > 0 && place === undefined) };
  const all = rest.terms.reduce((sum, { weight }) => sum + weight, 0);
  if (!all) return [];
  const indicators = table.pages.filter(({ kind }) => table.kinds[kind] === INDICATOR);
  const fitting = indicators.map((page) => ({ page, ...bestOf(rest, page, table) })).filter(({ asked }) => asked >= COVERED * all);
  const most = Math.max(0, ...fitting.map(({ precise }) => precise));
  if (most < MOSTLY && !query.intents.has("figure")) return [];
  return fitting.filter(({ precise }) => precise >= most - ALIKE).sort((one, other) => other.precise - one.precise);
}

const bestOf = (query, page, table) => page.names.map((name) => fitOf(query, name, table)).reduce((best, one) => (one.fit > best.fit ? one : best));
