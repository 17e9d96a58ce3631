// What may be chosen in the explorer: the choice as it stands in the address, the indicators that units share, the one to
// begin with.

import { chosenRows, viewRows } from "./explorer-rows.js";
import { associationsOf } from "./kin.js";

export const MOST_UNITS = 8;
export const LAST_YEAR = 9999; // no upper end chosen
export const VIEWS = [["duong", "Đường"], ["cot", "Cột"], ["ban-do", "Bản đồ"], ["bang", "Bảng"]];
const USUAL_VIEW = "cot";
const FIRST_VIEW = "ban-do"; // of who asked for nothing yet, drawn without the chart library, and of places not to be ranked
const MOST_TRIED = 12; // files fetched to find what chosen units can be compared on

/** The choice in the address of the page, and what it names that the register does not know. */
export function fromAddress(index, units) {
  const asked = new URLSearchParams(location.search);
  const named = (asked.get("don-vi") ?? "").split(",").filter(Boolean);
  const chosen = named.filter((id) => units.has(id)).slice(0, MOST_UNITS);
  const wanted = asked.get("chi-tieu") ?? "";
  const known = index.indicators.find(({ id }) => id === wanted);
  const indicator = known?.id ?? "";
  const [from, to] = [Number(asked.get("tu")) || 0, Number(asked.get("den")) || LAST_YEAR].sort((one, other) => one - other);
  const usual = named.length || (wanted && !known?.alone) ? USUAL_VIEW : FIRST_VIEW;
  const view = VIEWS.some(([name]) => name === asked.get("xem")) ? asked.get("xem") : usual;
  return {
    state: { indicator, units: [...new Set(chosen)], from, to, view, border: asked.get("ranh-gioi") ?? "" },
    unknown: [...named.filter((id) => !units.has(id)), ...(wanted && !indicator ? [wanted] : [])],
  };
}

/** Write a choice into the address, so that what is seen can be sent; without units the view is named, for it is not always the same. */
export function toAddress({ indicator, units, from, to, view, border }) {
  const words = { "chi-tieu": indicator, "don-vi": units.join(","), tu: from || "", den: to === LAST_YEAR ? "" : to, xem: units.length && view === USUAL_VIEW ? "" : view, "ranh-gioi": border };
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(words)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.replaceState(null, "", address.href.replaceAll("%2C", ","));
}

/** Indicators that all of `ids` have figures of; those that may be compared first, then those of which one chart shows most units. */
export function sharedBy({ index, units }, ids) {
  return index.indicators
    .filter((_, at) => ids.every((id) => units.get(id).indicators.includes(at)))
    .sort((one, other) => one.alone - other.alone || other.together - one.together || other.units - one.units);
}

/** The indicator to begin with: the first on which all chosen units can be drawn together. */
export async function proposed(explorer, ids) {
  const shared = sharedBy(explorer, ids);
  for (const { id } of shared.slice(0, MOST_TRIED)) {
    const shard = await explorer.load(id);
    const state = { units: ids, from: 0, to: LAST_YEAR, border: "", view: USUAL_VIEW };
    const { visible } = viewRows(USUAL_VIEW, chosenRows(shard, state, explorer.index.borders), shard, explorer.tiles);
    if (new Set(visible.map(({ unit }) => unit)).size >= ids.length) return id;
  }
  return (shared[0] ?? sharedBy(explorer, ids.slice(0, 1))[0] ?? sharedBy(explorer, [])[0]).id;
}

/** The associations of the provinces chosen, if all are provinces and their associations share an indicator. */
export function associations(explorer) {
  const kin = associationsOf(explorer.state.units, explorer.units);
  return kin.length && sharedBy(explorer, kin).length ? kin : [];
}
