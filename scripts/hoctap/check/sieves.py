"""What is plainly right in a large table of figures, by each rule that looks at several rows or at numbers.

Each sieve returns which figures its rule has to look at. It may let through more than it must; what it holds back
must be of no account to the rule: whole series, whole groups of peers, whole settings go through or stay.
Imported only where numpy is there.
"""

from collections.abc import Callable, Mapping

import numpy as np

from hoctap.check.figures_in_columns import Figures, Mask
from hoctap.check.neighbours import beyond_peers, parts_beyond, steps_far, steps_near
from hoctap.check.rules.hedges import is_hedging
from hoctap.check.rules.repeated import TELLING, doubtful_scopes
from hoctap.check.rules.scale import LEAST_MONEY, PEOPLE_IN_ONE, most_people
from hoctap.model.catalog import Catalog
from hoctap.model.record import Composition, LocalTarget, Ratio


def _is_negative(figures: Figures) -> Mask:
    return np.asarray(figures.value < 0)


def _has_point(figures: Figures) -> Mask:
    return figures.has_point


def _beyond_a_share(figures: Figures) -> Mask:
    return ((figures.value < 0) | (figures.value > 100)) & figures.of("share")


def _is_empty(figures: Figures) -> Mask:
    return figures.table.column_named("value").matching("^$") & figures.each("note", lambda cell: not cell)


def _is_hedged(figures: Figures) -> Mask:
    return figures.each("note", is_hedging)


def _is_part_or_whole(figures: Figures) -> Mask:
    rows = figures.catalog.all_of(Composition)
    return figures.with_indicators({key for row in rows for key in (row.indicator_id, row.total_indicator_id) if key})


def _is_registered_or_recognised(figures: Figures) -> Mask:
    known = figures.catalog.indicators
    pairs = [(key, key.removesuffix("-registered")) for key in known]
    return figures.with_indicators({key for pair in pairs if pair[0] != pair[1] and pair[1] in known for key in pair})


def _is_of_a_ratio(figures: Figures) -> Mask:
    rows = figures.catalog.all_of(Ratio)
    return figures.with_indicators(
        {key for row in rows for key in (row.share_indicator_id, row.part_indicator_id, row.whole_indicator_id)}
    )


def _has_unit_and_source_of_a_target(figures: Figures) -> Mask:
    rows = figures.catalog.all_of(LocalTarget)
    units, sources = {row.unit_id for row in rows}, {row.source_id for row in rows}
    return figures.each("unit_id", units.__contains__) & figures.each("source_id", sources.__contains__)


def _lies_outside_its_area(figures: Figures) -> Mask:
    until = figures.each("unit_id", lambda cell: _bounds(figures.catalog, cell)[1], np.int32)
    since = figures.each("unit_id", lambda cell: _bounds(figures.catalog, cell)[0], np.int32)
    return np.asarray((figures.start > until) | (figures.end < since))


_NO_END = (1 << 31) - 1


def _bounds(catalog: Catalog, unit_id: str) -> tuple[int, int]:
    unit = catalog.units.get(unit_id)
    area = catalog.areas.get(unit.area_id) if unit else None
    since, until = (area.valid_from, area.valid_until) if area else (None, None)
    return since.toordinal() if since else 0, until.toordinal() if until else _NO_END


def _exceeds_its_place(figures: Figures) -> Mask:
    catalog = figures.catalog
    most = figures.each("unit_id", lambda cell: most_people(catalog, cell), np.float64)
    known = catalog.indicators
    counted = figures.each("indicator_id", lambda cell: cell in known and known[cell].unit_measure in PEOPLE_IN_ONE)
    return np.asarray(counted & (figures.value > most // 2))


def _is_little_money(figures: Figures) -> Mask:
    known = figures.catalog.indicators
    money = figures.each("indicator_id", lambda cell: cell in known and known[cell].unit_measure == "dong")
    return np.asarray(money & (figures.value > 0) & (figures.value < LEAST_MONEY))


def _is_near_a_small_share(figures: Figures) -> Mask:
    small = figures.of("share") & (figures.value > 0) & (figures.value <= 1)
    return figures.whole_groups(small, "indicator_id")


def _has_a_doubtful_scope(figures: Figures) -> Mask:
    return figures.each("breakdown", doubtful_scopes(figures.table.distinct("breakdown")).__contains__)


def _stands_twice(figures: Figures) -> Mask:
    kept = np.flatnonzero((figures.value >= TELLING) & figures.of("count", "amount"))
    if not len(kept):
        return np.zeros(len(figures.table), bool)
    ordered = np.sort(figures.value[kept])
    kept = kept[np.isin(figures.value[kept], ordered[1:][ordered[1:] == ordered[:-1]])]
    mask = np.zeros(len(figures.table), bool)
    if len(kept):
        setting = np.unique(figures.table.group(("source_id", "period"))[kept], return_inverse=True)[1]
        values = np.unique(figures.value[kept], return_inverse=True)[1].astype(np.int64)
        _, key, counts = np.unique(setting * (values.max() + 1) + values, return_inverse=True, return_counts=True)
        mask[kept[counts[key] > 1]] = True
    return mask


def _meets_another(figures: Figures) -> Mask:
    return figures.once(_exact_ones_that_meet)


def _exact_ones_that_meet(figures: Figures) -> Mask:
    return _of_spans_that_meet(figures, figures.each("qualifier", lambda cell: cell == "exact"))


def _meets_another_and_one_is_hedged(figures: Figures) -> Mask:
    hedged = figures.each("qualifier", lambda cell: cell != "exact")
    group = figures.table.group(("unit_id", "indicator_id", "breakdown", "source_id"))
    return _of_spans_that_meet(figures, np.isin(group, group[hedged]))


def _of_spans_that_meet(figures: Figures, among: Mask) -> Mask:
    """Return the figures with a value of one unit, indicator, scope and source of which two spans share a day."""
    kept = np.flatnonzero(among & ~np.isnan(figures.value))
    group = figures.table.group(("unit_id", "indicator_id", "breakdown", "source_id"))[kept]
    order = np.lexsort((figures.start[kept], group))
    group, start, end = group[order], figures.start[kept][order], figures.end[kept][order]
    # Spans sorted by their first day share one if and only if two neighbours do.
    meets = (group[1:] == group[:-1]) & (start[1:] <= end[:-1])
    mask = np.zeros(len(figures.table), bool)
    mask[kept[order[np.isin(group, group[1:][meets])]]] = True
    return mask


Sieve = Callable[[Figures], Mask]
SIEVES: Mapping[str, Sieve] = {
    "area-exists-in-the-period": _lies_outside_its_area,
    "count-is-whole": _has_point,
    "count-not-negative": _is_negative,
    "empty-value-has-a-note": _is_empty,
    "figure-is-within-reach-of-its-peers": beyond_peers,
    "figure-stands-once": _stands_twice,
    "hedge-of-the-note-is-kept": _is_hedged,
    "hedged-figures-of-a-source-agree": _meets_another_and_one_is_hedged,
    "money-is-in-dong": _is_little_money,
    "part-lies-near-its-whole": parts_beyond,
    "parts-match-their-whole": _is_part_or_whole,
    "people-fit-into-the-place": _exceeds_its_place,
    "periods-of-a-source-agree": _meets_another,
    "periods-of-a-source-do-not-cross": _meets_another,
    "registered-not-below-recognised": _is_registered_or_recognised,
    "scope-is-written-one-way": _has_a_doubtful_scope,
    "share-fits-its-counts": _is_of_a_ratio,
    "share-is-in-percent": _is_near_a_small_share,
    "share-lies-within-100": _beyond_a_share,
    "share-of-a-plan-is-seen-again": _beyond_a_share,
    "target-is-of-the-place-of-its-source": _has_unit_and_source_of_a_target,
    "unit-outlives-no-area": _lies_outside_its_area,
    "value-near-its-neighbours": steps_near,
    "value-not-a-thousandfold-slip": steps_far,
}
