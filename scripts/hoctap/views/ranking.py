"""Units side by side on one indicator: only figures of one year and one kind of unit share an axis."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.views.figure import Figure

FEWEST = 2


@dataclass(frozen=True, slots=True)
class Ranking:
    """Figures of units of one kind and level in one year, largest first; `doubt` says what to beware of."""

    year: int
    kind: str
    figures: Sequence[Figure]
    doubt: str


def rankings(catalog: Catalog, figures: Sequence[Figure]) -> list[Ranking]:
    """Return, for each kind and level of unit, the newest year in which at least two units have a whole figure."""
    groups: dict[tuple[str, str], dict[int, dict[str, Figure]]] = defaultdict(lambda: defaultdict(dict))
    for figure in figures:
        unit = catalog.units.get(figure.observation.unit_id)
        if unit and figure.value is not None and not figure.breakdown and not _wide(figure):
            year = figure.observation.period.end.year
            groups[unit.unit_kind, unit.level][year].setdefault(unit.unit_id, figure)
    found = []
    for (kind, level), years in groups.items():
        newest = max((year for year, held in years.items() if len(held) >= FEWEST), default=None)
        if newest is not None:
            held = sorted(years[newest].values(), key=lambda figure: -(figure.value or 0))
            name = f"{catalog.code_title('unit_kind', kind)}, cấp {catalog.code_title('unit_level', level).lower()}"
            found.append(Ranking(newest, name, held, _doubt(catalog, held)))
    return sorted(found, key=lambda ranking: (-len(ranking.figures), ranking.kind))


def _wide(figure: Figure) -> bool:
    # A figure known only to lie somewhere in several years belongs to no single one.
    return figure.observation.period_status == "uncertain" and figure.observation.period.is_interval


def _doubt(catalog: Catalog, figures: Sequence[Figure]) -> str:
    ended = {_has_ended(catalog, figure) for figure in figures}
    doubts = ["có nơi trên ranh giới trước 01/7/2025, có nơi trên ranh giới hiện nay"] if len(ended) > 1 else []
    if any(figure.hedge for figure in figures):
        doubts.append("có số nói chừng")
    return "; ".join(doubts)


def _has_ended(catalog: Catalog, figure: Figure) -> bool:
    unit = catalog.units[figure.observation.unit_id]
    area = catalog.areas.get(unit.area_id)
    return bool(area and area.valid_until)
