"""Several figures together: in which order they stand, and the few that say the most of a unit.

What one figure is and says is `views/figure`.
"""

from collections.abc import Iterable, Mapping, Sequence

from hoctap.model.catalog import Catalog
from hoctap.model.once import once
from hoctap.model.record import Code, Observation
from hoctap.views.figure import Figure, figure_of


@once
def topic_order(catalog: Catalog) -> Mapping[str, int]:
    """Return at which place each topic stands among them."""
    return {code.code: code.order for code in catalog.all_of(Code) if code.list == "topic"}


def figures_of(catalog: Catalog, rows: Iterable[Observation]) -> list[Figure]:
    """Return the figures by topic, indicator, breakdown, then newest period first, the preferred source first."""
    order = topic_order(catalog)
    figures = [figure_of(catalog, row) for row in rows]
    figures.sort(key=lambda figure: (-figure.observation.period.end.toordinal(), bool(figure.rival)))
    figures.sort(key=lambda figure: (order.get(figure.topic, 99), figure.indicator.text, figure.breakdown))
    return figures


def headline(catalog: Catalog, figures: Sequence[Figure], most: int = 4) -> list[Figure]:
    """Return up to `most` figures that say the most of a unit: followed totals, newest, one an indicator.

    What may not be of its time is not called the newest: figures of an uncertain period stand behind the others. Where
    every figure is of a part of what it counts, these parts, whose scope stands beside them.
    """
    with_value = [figure for figure in figures if figure.value is not None]
    followed = [figure for figure in with_value if catalog.row_of(figure.observation).preference.is_preferred]
    wholes = [figure for figure in followed if not figure.breakdown]
    chosen: dict[str, Figure] = {}
    for figure in sorted(wholes or followed, key=lambda figure: _weight(catalog, figure)):
        chosen.setdefault(figure.indicator.href, figure)
    return list(chosen.values())[:most]


def _weight(catalog: Catalog, figure: Figure) -> tuple[bool, bool, int, bool, int]:
    indicator = catalog.indicators.get(figure.observation.indicator_id)
    is_part = bool(indicator and indicator.parent_indicator_id)
    kinds = ("count", "amount", "share", "ratio")
    kind = kinds.index(indicator.value_type) if indicator and indicator.value_type in kinds else len(kinds)
    newest, is_uncertain = -figure.observation.period.end.toordinal(), figure.observation.period_status == "uncertain"
    return is_part, is_uncertain, newest, bool(figure.period_doubt), kind
