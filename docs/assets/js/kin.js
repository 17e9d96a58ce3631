// The associations of provinces: they hold most of the figures that provinces themselves have not.

const [PROVINCE, FORMER, ASSOCIATION] = [0, 1, 2]; // ranks of units that can be chosen; an association stands two behind its province

/** The associations of the provinces `ids`, in their order; none if one is no province or has none. */
export function associationsOf(ids, known) {
  const provinces = ids.map((id) => known.get(id));
  if (!provinces.every(({ rank }) => rank === PROVINCE || rank === FORMER)) return [];
  const kin = provinces.map(({ place, rank }) => [...known.values()].find((one) => one.place === place && one.rank === rank + ASSOCIATION)?.id);
  return kin.every(Boolean) ? kin : [];
}
