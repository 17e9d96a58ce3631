"""Figures that lie far from those beside them: the last and next of a series, or others of like units.

Each function returns whole series or whole groups of peers, so that a rule that looks at them misses no neighbour.
Imported only where numpy is there.
"""

import numpy as np

from hoctap.check.figures_in_columns import Figures, Mask, Numbers
from hoctap.check.rules.parts import FAR_BEYOND
from hoctap.check.rules.peers import LEAST_REACH
from hoctap.check.rules.scale import FEWEST_PEERS, ODD, PEER_SLIP, SLIP

# What floating numbers may be off by; all figures have at most fifteen digits.
_NEARLY = 1 - 1e-9


def _series_with_a_step(figures: Figures, among: Mask, times: float) -> Mask:
    """Return the figures of each series in which one lies so many times off the one beside it."""
    kept = np.flatnonzero(among)
    group = figures.table.group(("indicator_id", "unit_id", "breakdown"))[kept]
    order = np.lexsort((figures.end[kept], figures.start[kept], group))
    group, size = group[order], np.abs(figures.value[kept][order])
    least = times * _NEARLY
    far = (group[1:] == group[:-1]) & ((size[1:] >= size[:-1] * least) | (size[:-1] >= size[1:] * least))
    mask = np.zeros(len(figures.table), bool)
    mask[kept[order[np.isin(group, group[1:][far])]]] = True
    return mask


def _sized(figures: Figures) -> Mask:
    return np.asarray(figures.has_size & figures.of("count", "amount"))


def steps_near(figures: Figures) -> Mask:
    """Return the figures of each series in which one is oddly many times another, or nothing: a person is asked."""
    is_nothing = (figures.value == 0) & figures.of("count", "amount")
    shares = figures.of("share") & (figures.value > 0)
    steps = _series_with_a_step(figures, _sized(figures) | shares, ODD)
    return steps | figures.whole_groups(is_nothing, "indicator_id", "unit_id", "breakdown")


def steps_far(figures: Figures) -> Mask:
    """Return the figures of each series or group of peers in which one looks like a slip by some zeros."""
    mask = _series_with_a_step(figures, _sized(figures), SLIP) | _peers_with_a_stranger(figures)
    if not mask.any():
        return mask
    # Peers are judged among all their like, so who has one of them has all.
    peers = _peers(figures)
    alike = np.isin(peers, np.unique(peers[mask & (peers >= 0)])) & (peers >= 0)
    return figures.whole_groups(mask | alike, "indicator_id", "unit_id", "breakdown")


def parts_beyond(figures: Figures) -> Mask:
    """Return the figures of each unit and indicator in which some part lies far beyond some whole."""
    kept = np.flatnonzero((figures.value > 0) & figures.of("count", "amount"))
    group = np.unique(figures.table.group(("indicator_id", "unit_id"))[kept], return_inverse=True)[1]
    is_whole = figures.each("breakdown", lambda cell: not cell)[kept]
    least, most = np.full(len(kept), np.inf), np.zeros(len(kept))
    np.minimum.at(least, group[is_whole], figures.value[kept][is_whole])
    np.maximum.at(most, group[~is_whole], figures.value[kept][~is_whole])
    mask = np.zeros(len(figures.table), bool)
    mask[kept[(most >= least * FAR_BEYOND * _NEARLY)[group]]] = True
    return mask


def _peers(figures: Figures) -> Numbers:
    """Return a number for each figure that is compared with others of its kind, the same for all these; else -1."""
    units = figures.catalog.units
    kinds: dict[tuple[str, ...], int] = {}

    def kind(cell: str) -> int:
        unit = units.get(cell)
        return kinds.setdefault((unit.unit_kind, unit.level) if unit else (), len(kinds))

    known = figures.each("unit_id", kind, np.int32)
    whole = figures.has_size & figures.of("count", "amount") & figures.each("breakdown", lambda cell: not cell)
    return np.where(whole, figures.table.column_named("indicator_id").codes * len(kinds) + known, -1)


def _peers_with_a_stranger(figures: Figures) -> Mask:
    peers = _peers(figures)
    kept = np.flatnonzero(peers >= 0)
    order = kept[np.lexsort((figures.value[kept], peers[kept]))]
    group, size = peers[order], figures.value[order]
    starts = np.concatenate(([0], np.flatnonzero(group[1:] != group[:-1]) + 1, [len(group)]))
    many = np.diff(starts) > FEWEST_PEERS
    first, last = starts[:-1][many], (starts[1:] - 1)[many]
    strange = [group[at] for one, other in ((first, first + 1), (last - 1, last)) for at in _far(size, one, other)]
    return np.isin(peers, strange) if strange else np.zeros(len(peers), bool)


def _far(size: Numbers, low: Numbers, high: Numbers) -> Numbers:
    return low[size[high] >= size[low] * PEER_SLIP * _NEARLY]


def beyond_peers(figures: Figures) -> Mask:
    """Return the figures of each group of peers in which the greatest of one unit lies far beyond all others."""
    peers = _peers(figures)
    kept = np.flatnonzero(peers >= 0)
    unit = figures.table.column_named("unit_id").codes[kept].astype(np.int64)
    units = int(unit.max(initial=0)) + 1
    # As one number for both: pairs take ten times as long.
    pairs, pair = np.unique(peers[kept] * units + unit, return_inverse=True)
    most = np.zeros(len(pairs))
    np.maximum.at(most, pair, figures.value[kept])
    order = np.lexsort((most, pairs // units))
    group, size = pairs[order] // units, most[order]
    far = (group[1:] == group[:-1]) & (size[1:] >= size[:-1] * LEAST_REACH * _NEARLY)
    return np.isin(peers, group[1:][far])
