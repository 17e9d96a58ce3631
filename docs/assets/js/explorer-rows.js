// Which rows of an indicator are shown, and why the others are not. What may stand together was judged when the site
// was built: rows carry a group, and each pair of groups its reason. Nothing here compares two figures.

import { grouped } from "./text.js";

const FEWEST = 3; // points of a line
const MOST_BARS = 40;
const MOST_LINES = 8;

/** How many units a list of rows is of. */
const unitsOf = (rows) => new Set(rows.map(({ unit }) => unit));

/** The values of `key` among rows, the one most units have first; of equals the later one. */
function byUnits(rows, key) {
  const groups = grouped(rows, key);
  return [...groups].sort(([a, one], [b, other]) => unitsOf(other).size - unitsOf(one).size || other.length - one.length || (a < b ? 1 : -1)).map(([value]) => value);
}

/** The group to draw: the one of most units; as columns, of most units in one year, of equals the latest year. */
function groupOf(view, rows, shard) {
  if (view === "cot") return byUnits(rows, ({ group, year }) => [year, group].join())[0]?.split(",").map(Number)[1];
  return byUnits(fitting(view, rows, shard), (row) => row.group)[0];
}

/** The rows that decide which group is drawn: those the view has a place for, or all if it has none for any. */
function fitting(view, rows, shard) {
  const points = grouped(rows, ({ unit, group }) => `${unit}|${group}`);
  const found = rows.filter((row) => (view === "ban-do" ? shard.units[row.unit].area : view !== "duong" || points.get(`${row.unit}|${row.group}`).length >= FEWEST));
  return found.length ? found : rows;
}

/** Why two groups may not share a chart: their own reason where they have a unit in common, else that of their sorts. */
function against({ reasons, sorts, pairs, own }, one, other) {
  const [high, low] = one > other ? [one, other] : [other, one];
  const [upper, lower] = [sorts[one], sorts[other]].sort((a, b) => b - a);
  return reasons[own[high]?.[low] ?? pairs[upper][lower]];
}

/** Split the rows of `shard` into those drawn and those refused, each with its reason in words. */
export function chosenRows(shard, state, words) {
  const refused = [];
  const keep = (rows, holds, reason) => {
    refused.push(...rows.filter((row) => !holds(row)).map((row) => ({ row, reason: typeof reason === "function" ? reason(row) : reason })));
    return rows.filter(holds);
  };
  const wanted = state.units.length ? new Set(state.units) : null;
  let rows = shard.rows.filter((row) => (!wanted || wanted.has(shard.units[row.unit].id)) && row.year >= state.from && row.year <= state.to);
  const asked = rows;
  const sides = byUnits(rows.filter(({ border }) => border), ({ border }) => border);
  const side = sides.includes(state.border) ? state.border : sides[0] ?? "";
  rows = keep(rows, ({ border }) => ["", side].includes(border), ({ border }) => `khác ranh giới: ${words[border]}`);
  rows = keep(rows, (row) => !row.repeated, "cùng thời kỳ có nguồn khác được ưu tiên");
  // On a map each place has a tile of its own: there the figures of places that are not compared stand unshaded.
  if (shard.alone && state.view !== "ban-do" && unitsOf(rows).size > 1) {
    const first = wanted ? [...wanted].map((id) => shard.units.findIndex((unit) => unit.id === id)).find((at) => rows.some(({ unit }) => unit === at)) : [...grouped(rows, ({ unit }) => unit)].sort(([, one], [, other]) => other.length - one.length)[0][0];
    rows = keep(rows, ({ unit }) => unit === first, shard.alone);
  }
  const group = groupOf(state.view, rows, shard);
  rows = keep(rows, (row) => row.group === group, (row) => against(shard, row.group, group));
  return { asked, rows, refused, side, sides };
}

/** The rows of one view of what was chosen; `refused` grows by what this view cannot show. */
export function viewRows(view, { rows, refused, side }, shard, tiles) {
  const more = [];
  let visible = rows;
  const keep = (holds, reason) => {
    more.push(...visible.filter((row) => !holds(row)).map((row) => ({ row, reason: typeof reason === "function" ? reason(row) : reason })));
    visible = visible.filter(holds);
  };
  if (view === "duong") {
    const points = grouped(visible, ({ unit }) => unit);
    keep(({ unit }) => points.get(unit).length >= FEWEST, `chưa đủ ${FEWEST} kỳ để thành một đường`);
    const longest = [...unitsOf(visible)].sort((one, other) => points.get(other).length - points.get(one).length).slice(0, MOST_LINES);
    keep(({ unit }) => longest.includes(unit), `chỉ vẽ ${MOST_LINES} đường dài nhất; chọn đơn vị để vẽ riêng`);
  } else if (view === "cot") {
    const [year] = byUnits(visible, (row) => row.year);
    keep((row) => row.year === year, (row) => `khác năm: ${row.year}`);
    const newest = newestOf(visible, ({ unit }) => unit);
    keep((row) => newest.get(row.unit) === row, "cùng năm đã có kỳ muộn hơn");
    visible.sort((one, other) => other.value - one.value);
    const first = new Set(visible.slice(0, MOST_BARS));
    keep((row) => first.has(row), `chỉ vẽ ${MOST_BARS} cột dài nhất`);
  } else if (view === "ban-do") {
    const places = new Set(tiles[side === "cu" ? "cu" : "moi"].map(([area]) => area));
    keep((row) => shard.units[row.unit].area, "không phải số của cả một tỉnh, thành phố");
    keep((row) => places.has(shard.units[row.unit].area), "đơn vị ngày nay, số trên ranh giới cũ: không có ô trên bản đồ này");
    const newest = newestOf(visible, (row) => shard.units[row.unit].area);
    keep((row) => newest.get(shard.units[row.unit].area) === row, "bản đồ lấy kỳ mới nhất của mỗi nơi");
  }
  return { visible, refused: [...refused, ...more] };
}

function newestOf(rows, key) {
  const newest = new Map();
  for (const row of rows) {
    const known = newest.get(key(row));
    if (!known || row.at > known.at) newest.set(key(row), row);
  }
  return newest;
}

/** What must be said beside a value: doubt about the period, scope, border, note, what to know of the source. */
export const cautions = (row) => [row.doubt, row.scope && `phạm vi: ${row.scope}`, row.note].filter(Boolean).join("; ");
