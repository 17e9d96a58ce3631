"""The figures as search knows them, found by unit and indicator or by their number; and both ends of rankings."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from hoctap.load.values import plain
from hoctap.model.catalog import Catalog
from hoctap.model.codes import COMMUNE, DISTRICT, PROVINCE
from hoctap.model.once import once_for_each
from hoctap.site.search.entry import FigureEntry
from hoctap.vietnamese.writing import lower_first
from hoctap.views.figure import Figure, figure_of
from hoctap.views.statements.by_subject import statements_of_indicator
from hoctap.views.statements.ranking import Ranking

# So many units that share the first place are named; more are counted.
_NAMED = 3
# What a source adds to say that a figure is of all of a country or province, not of the office alone.
# «Hội viên nữ cả nước» are a part.
_OF_ALL = re.compile(r"(?:(?:hội|quỹ) khuyến học(?:, khuyến tài)? )?(?:cả nước|toàn quốc|toàn (?:tỉnh|thành phố))")

_BELOW = (PROVINCE, DISTRICT, COMMUNE)

# What a figure is sorted by.
Place = tuple[bool, int, str, bool, int, str]


def entries_of_units(catalog: Catalog, units: Iterable[str]) -> list[tuple[Place, FigureEntry]]:
    """Return the entries of the figures of some units, each with what it is sorted by among all."""
    return [each for unit_id in units for each in entries_of_unit(catalog, unit_id)]


def ends_of_rankings(catalog: Catalog) -> list[FigureEntry]:
    """Return both ends of the rankings of all indicators."""
    return [entry for key in catalog.indicators for entry in ends_of_indicator(catalog, key)]


def in_order(
    parts: Iterable[Sequence[tuple[Place, FigureEntry]]], ends: Sequence[FigureEntry]
) -> Iterator[FigureEntry]:
    """Yield the entries of figures in their order among all, then those of rankings."""
    figures = [each for part in parts for each in part]
    figures.sort(key=lambda each: each[0])
    figures.reverse()
    while figures:  # each is let go: of very many figures they are much
        yield figures.pop()[1]
    yield from ends


@once_for_each
def entries_of_unit(catalog: Catalog, unit_id: str) -> list[tuple[Place, FigureEntry]]:
    """Return the entries of the figures of a unit, each with what it is sorted by among all."""
    figures = (figure_of(catalog, row) for row in catalog.observations_by_unit[unit_id])
    return [(_order(figure), _entry(figure)) for figure in figures]


@once_for_each
def ends_of_indicator(catalog: Catalog, indicator_id: str) -> list[FigureEntry]:
    """Return both ends of the rankings of an indicator; not of districts where provinces are ranked too.

    «Tỉnh nào … nhất» asks for no district, even where hedges leave open which province it is.
    """
    ranked = [(_level(catalog, one), one) for one in statements_of_indicator(catalog, indicator_id).rankings]
    highest = min((level for level, _ in ranked), default=0)
    return [entry for level, ranking in ranked if level == highest for entry in _ends(ranking)]


def _level(catalog: Catalog, ranking: Ranking) -> int:
    """Return how far below provinces the units of a ranking are; who is of no level stands with provinces."""
    unit = catalog.units.get(ranking.figures[0].observation.unit_id)
    return _BELOW.index(unit.level) if unit and unit.level in _BELOW else 0


def _order(figure: Figure) -> Place:
    row = figure.observation
    # Of two units with one figure the one with the shorter name is meant more often.
    name = figure.unit.text
    # What may not be of its time is not the newest.
    when = row.period_status == "uncertain", -row.period.end.toordinal()
    return _is_of_part(figure.breakdown), len(name), figure.unit.href, *when, row.indicator_id


def _is_of_part(scope: str) -> bool:
    """Return whether a scope is less than all: «quỹ khuyến học cả nước», «toàn tỉnh» are not."""
    return bool(scope) and not _OF_ALL.fullmatch(scope)


def _entry(figure: Figure) -> FigureEntry:
    period, scope = figure.observation.period, figure.breakdown
    return FigureEntry(
        page=figure.unit.href,
        anchor=figure.anchor,
        owner=figure.unit.text,
        indicator=figure.indicator.href,
        words=figure.value_with_qualifier,
        more=" · ".join([figure.period, *figure.cautions]),
        source=figure.source.text,
        breakdown=scope if _is_of_part(scope) else "",
        years="-".join(sorted({str(period.start.year), str(period.end.year)})),
        numbers=list(numbers(figure.value)),
    )


def _ends(ranking: Ranking) -> Iterable[FigureEntry]:
    """Yield the most and the least of a ranking, each with what it is the most of; not where hedges leave it open."""
    for end, equal, word in ((1, ranking.largest, "Lớn nhất"), (-1, ranking.smallest, "Nhỏ nhất")):
        if not equal:
            continue
        place = equal[0]
        among = f"{word} trong {len(ranking.figures)} {lower_first(ranking.kind)} so được với nhau"
        caveats = [text for figure in equal[:_NAMED] for text in figure.cautions]
        yield FigureEntry(
            page=place.indicator.href,
            anchor="so-sanh",
            owner=_names(equal),
            indicator=place.indicator.href,
            words=place.value_with_qualifier,
            more=" · ".join(dict.fromkeys([among, ranking.period, *caveats])),
            source="; ".join(dict.fromkeys(figure.source.text for figure in equal[:_NAMED])),
            breakdown=place.breakdown,
            years=str(place.observation.period.end.year),
            numbers=(),
            end=end,
        )


def _names(figures: Sequence[Figure]) -> str:
    named = ", ".join(figure.unit.text for figure in figures[:_NAMED])
    return named if len(figures) <= _NAMED else f"{named} và {len(figures) - _NAMED} đơn vị nữa"


def numbers(value: Decimal | None) -> Iterable[str]:
    """Yield the value as a query is read: plain digits, a point before decimals, no zeros at the end."""
    if value is not None:
        yield plain(value)
