"""Figures as people read them: names, period, hedge, borders and caveats in words first, codes in the last columns.

The words are those of `views/statements` and of the code lists; none is made here. Values stay numbers.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal

from hoctap.exports.tables_in_words import MACHINE
from hoctap.load.values import plain
from hoctap.model.canonical import sortable
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field, Resource
from hoctap.model.figure_row import FigureRow
from hoctap.model.record import Observation
from hoctap.views.figure import rival_of
from hoctap.views.link import area_link
from hoctap.views.statements.caveats import caveats_of
from hoctap.views.statements.figure import published
from hoctap.views.statements.periods import period_words

NAME, TITLE = "so-lieu", "Số liệu"
Get = Callable[[Catalog, FigureRow], str]
# Caveats that have a column of their own.
_APART = ("hedge", "scope", "border")


def _coded(code_list: str, get: Callable[[FigureRow], str]) -> Get:
    return lambda catalog, row: catalog.code_title(code_list, get(row)) if get(row) else ""


def _number(value: Decimal | None) -> str:
    return "" if value is None else plain(value)


def _measure(catalog: Catalog, row: FigureRow) -> str:
    return catalog.code_title("unit_measure", row.indicator.unit_measure) if row.indicator else ""


def _caveats(catalog: Catalog, row: FigureRow) -> str:
    words = "; ".join(caveat.words for caveat in caveats_of(catalog, row) if caveat.code not in _APART)
    return "; ".join(filter(None, (words, rival_of(row))))


# Title, machine name, type, how it is got. What has no words of its own comes last, under the names of the data.
_COLUMNS: tuple[tuple[str, str, str, Get], ...] = (
    ("Đơn vị", "unit_name", "string", lambda _, row: row.unit.name_vi if row.unit else row.observation.unit_id),
    (
        "Địa phương",
        "area",
        "string",
        lambda catalog, row: area_link(catalog, row.area.area_id).text if row.area else "",
    ),
    (
        "Chỉ tiêu",
        "indicator_name",
        "string",
        lambda _, row: row.indicator.name_vi if row.indicator else row.observation.indicator_id,
    ),
    ("Giá trị", "value", "number", lambda _, row: _number(row.observation.value)),
    ("Đơn vị tính", "measure", "string", _measure),
    ("Cách nói", "hedge", "string", _coded("qualifier", lambda row: row.observation.qualifier)),
    ("Thời kỳ", "period_words", "string", lambda _, row: period_words(row)),
    ("Phạm vi", "breakdown", "string", lambda _, row: row.observation.breakdown),
    ("Ranh giới", "border_words", "string", _coded("border", lambda row: row.border)),
    ("Lưu ý", "caveats", "string", _caveats),
    ("Nguồn", "source_title", "string", lambda _, row: row.source.title if row.source else ""),
    ("Nơi đăng", "source_publisher", "string", lambda _, row: row.source.publisher if row.source else ""),
    ("Ngày đăng nguồn", "source_published", "string", lambda _, row: published(row.source)),
    ("Địa chỉ nguồn", "source_url", "string", lambda _, row: row.source.url if row.source else ""),
    ("Chỗ trong nguồn", "locator", "string", lambda _, row: row.observation.locator),
    (f"Đơn vị{MACHINE}", "unit_id", "string", lambda _, row: row.observation.unit_id),
    (f"Chỉ tiêu{MACHINE}", "indicator_id", "string", lambda _, row: row.observation.indicator_id),
    (f"Thời kỳ{MACHINE}", "period", "string", lambda _, row: row.observation.period.text),
    (f"Loại thời kỳ{MACHINE}", "period_kind", "string", lambda _, row: row.observation.period_kind),
    (f"Độ rõ của thời kỳ{MACHINE}", "period_status", "string", lambda _, row: row.observation.period_status),
    (f"Cách nói{MACHINE}", "qualifier", "string", lambda _, row: row.observation.qualifier),
    (f"Ranh giới{MACHINE}", "border", "string", lambda _, row: row.observation.border),
    (f"Nguồn{MACHINE}", "source_id", "string", lambda _, row: row.observation.source_id),
    ("Ghi chú", "note", "string", lambda _, row: row.observation.note),
)


def figures_in_words() -> Resource:
    """Return the description of the table, its titles in Vietnamese, its names those of the data where they are."""
    fields = tuple(Field(name, kind, title, "", "", "", "") for title, name, kind, _ in _COLUMNS)
    return Resource("hoctap", NAME, TITLE, "Figures", "", "", (), (), 0, fields, ("unit_id",), ())


def in_order(rows: Iterable[FigureRow]) -> list[FigureRow]:
    """Return rows as the table of figures is published: by its key."""
    return sorted(rows, key=lambda row: _key(row.observation))


def _key(seen: Observation) -> list[tuple[int, int, str]]:
    key = (seen.unit_id, seen.indicator_id, seen.period.text, seen.breakdown, seen.source_id)
    return [sortable(cell) for cell in key]


def cells_in_words(catalog: Catalog, rows: Iterable[FigureRow]) -> list[list[str]]:
    """Return rows as cells of that table."""
    return [[get(catalog, row) for _, _, _, get in _COLUMNS] for row in rows]
