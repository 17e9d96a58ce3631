"""Figures of provinces for a map: on today's borders and on those before 01/7/2025, the newest figure of each place."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Sized
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from hoctap.model.catalog import Catalog
from hoctap.model.codes import AREA_UNIT, ASSOCIATION, PROVINCE
from hoctap.model.figure_row import FigureRow
from hoctap.model.record import Area
from hoctap.vietnamese.writing import capitalize_first, sort_key
from hoctap.views.chart_groups import chart_groups, not_compared
from hoctap.views.figure import Figure, figure_of, format_value
from hoctap.views.link import Link, indicator_link
from hoctap.views.statements.alike import Pairs
from hoctap.views.statements.comparable import unfit

FEWEST = 3
STEPS = 5
_YEAR = 12
TODAY, FORMER = "moi", "cu"
NAMES = {TODAY: "34 tỉnh, thành phố hiện nay", FORMER: "63 tỉnh, thành phố trước 01/7/2025"}
_NONE_SHADED = "Chưa đủ ba nơi có số so được với nhau; các ô không tô đậm nhạt."
_OLDER = "Nơi nào có số so được thì ô ghi số ấy, dù có số mới hơn."
_UNSHADED = "Ô có số mà không tô: số không so được với các ô có tô."
# Whose figures are those of a whole province: the province's own before its association's.
_OF_A_PROVINCE = (AREA_UNIT, ASSOCIATION)


@dataclass(frozen=True, slots=True)
class Layer:
    """One indicator on one map: a figure for each province that has one, its class from 1, and what each class is.

    Shaded are the figures that may share one chart, by the judge of charts; the others stand on their tiles without a
    class. Of an indicator whose units are not compared none is shaded. `note` says so.
    """

    indicator: Link
    figures: Mapping[str, Figure]
    steps: Mapping[str, int]
    key: Sequence[str]
    note: str

    @property
    def words(self) -> str:
        """Return what a map painted with the layer shows."""
        return f"{len(self.figures)} nơi có số; mỗi ô là một số, các nơi có thể khác năm. {self.note}".rstrip()

    @property
    def unshaded(self) -> str:
        """Return what a tile without a class is."""
        return "không tô" if len(self.steps) < len(self.figures) else "chưa có số"


@dataclass(frozen=True, slots=True)
class Side:
    """Provinces on one side of the change of borders, and the indicators at least three report, the widest first."""

    name: str
    provinces: Sequence[Area]
    layers: Sequence[Layer]


def area_map(catalog: Catalog) -> dict[str, Side]:
    """Return both maps by their code, today's first; a province that did not change stands on both."""
    found = [area for area in catalog.areas.values() if area.level == PROVINCE]
    provinces = sorted(found, key=lambda area: sort_key(area.name_vi))
    today = [area for area in provinces if area.valid_until is None]
    former = [area for area in provinces if area.valid_until is not None or area.valid_from is None]
    rows = [row for row in catalog.figure_rows if _of_one_province_and_year(row)]
    return {
        TODAY: _side(catalog, TODAY, today, [row for row in rows if row.border in ("", "after")]),
        FORMER: _side(catalog, FORMER, former, [row for row in rows if row.border in ("", "before")]),
    }


def _of_one_province_and_year(row: FigureRow) -> bool:
    """Return whether a tile, which has room for a value and a year, says all that matters of a figure."""
    observation = row.observation
    whole = row.unit is not None and row.unit.level == PROVINCE and row.unit.unit_kind in _OF_A_PROVINCE
    short = row.months is not None and row.months <= _YEAR
    return whole and short and not observation.breakdown and not unfit(row)


def _side(catalog: Catalog, code: str, provinces: Sequence[Area], rows: Sequence[FigureRow]) -> Side:
    found: dict[str, list[FigureRow]] = defaultdict(list)
    visible = {area.area_id for area in provinces}
    for row in sorted(rows, key=_weight):
        if row.area and row.area.area_id in visible:
            found[row.observation.indicator_id].append(row)
    layers = [_layer(catalog, key, of_one) for key, of_one in found.items()]
    known = [layer for layer in layers if len(layer.figures) >= FEWEST]
    known.sort(key=lambda layer: (-len(layer.steps), -len(layer.figures), sort_key(layer.indicator.text)))
    return Side(NAMES[code], provinces, known)


def _weight(row: FigureRow) -> tuple[int, int]:
    kind = row.unit.unit_kind if row.unit else ""
    return _OF_A_PROVINCE.index(kind), -row.observation.period.end.toordinal()


def _layer(catalog: Catalog, indicator_id: str, rows: Sequence[FigureRow]) -> Layer:
    """Return the layer of an indicator: `rows` are those of its figures that a tile says whole, the first go first."""
    indicator = catalog.indicators[indicator_id]
    reason = not_compared(catalog, indicator)
    groups = [] if reason else [_first_of_each(group.rows) for group in chart_groups(rows, Pairs())]
    widest = max(groups, key=len, default={})
    shaded = widest if len(widest) >= FEWEST else {}
    newest = _first_of_each(rows)
    figures = {key: figure_of(catalog, row.observation) for key, row in {**newest, **shaded}.items()}
    parts = classes(figures[key].value or Decimal(0) for key in shaded)
    steps = {
        key: next(at for at, (_, most) in enumerate(parts, 1) if (figures[key].value or 0) <= most) for key in shaded
    }
    words = [_words(*(format_value(catalog, indicator, end) for end in part)) for part in parts]
    older = any(newest[key] is not row for key, row in shaded.items())
    note = f"{capitalize_first(reason)}; các ô không tô đậm nhạt." if reason else _note(shaded, figures, older=older)
    return Layer(indicator_link(catalog, indicator_id), figures, steps, words, note)


def _note(shaded: Sized, figures: Sized, *, older: bool) -> str:
    """Return what is to be known of the shades: none, some lack, a figure shown is `older` than the newest."""
    if not shaded:
        return _NONE_SHADED
    return " ".join((*((_UNSHADED,) if len(shaded) < len(figures) else ()), *((_OLDER,) if older else ())))


def _first_of_each(rows: Iterable[FigureRow]) -> dict[str, FigureRow]:
    """Return the first row of each place."""
    found: dict[str, FigureRow] = {}
    for row in rows:
        if row.area:
            found.setdefault(row.area.area_id, row)
    return found


def _words(least: str, most: str) -> str:
    return least if least == most else f"{least} đến {most}"


def classes(values: Iterable[Decimal]) -> list[tuple[Decimal, Decimal]]:
    """Return up to five classes as (least, most), about equally many places in each, equal values together."""
    known = sorted(set(values))
    count = min(STEPS, len(known))
    ends = [round(at * len(known) / count) for at in range(count + 1)] if count else []
    return [(known[start], known[end - 1]) for start, end in pairwise(ends)]
