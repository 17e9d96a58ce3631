"""Sheets typed as lines of text, and the miniature catalog with what tests of tables need beside its own."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hoctap.contribute.tables.opening import Cell, Grid
from hoctap.model.catalog import Catalog
from hoctap.model.record import Indicator, Unit


def sheet(rows: Iterable[str], name: str = "S") -> Grid:
    """Return a sheet whose cells are parted by strokes.

    «12» and «1.5» are numbers, «'1.5» is typed as text, «2025-10-31» is a day; «>» is merged with what stands left.
    """
    cells, owner = dict[tuple[int, int], Cell](), dict[tuple[int, int], tuple[int, int]]()
    for at, row in enumerate(rows, 1):
        for column, text in enumerate(map(str.strip, row.split("|")), 1):
            if text == ">":
                owner[at, column] = owner.get((at, column - 1), (at, column - 1))
            elif text:
                cells[at, column] = Cell(_kind(text), text.removeprefix("'"))
    merged = tuple((*first, *last) for last, first in owner.items() if (last[0], last[1] + 1) not in owner)
    return Grid(name, cells, merged, owner=owner)


def _kind(text: str) -> str:
    is_day = len(text) == len("2025-10-31") and text[4] == text[7] == "-"
    return "date" if is_day else "number" if text.replace(".", "").isdigit() else "text"


def with_indicators(
    catalog: Catalog, fields: str, rows: Iterable[Sequence[str]], like: str = "staff-total", **others: str
) -> Catalog:
    """Return the catalog with an indicator of each row, which gives `fields`; any unit may have it.

    It is like the one that the row gives for «like», or like `like`.
    """
    found = dict(catalog.indicators)
    for row in rows:
        given = others | dict(zip(fields.split(), row, strict=True))
        model = catalog.indicators[given.pop("like", like)]
        own = {"subject_rule": "any", "parent_indicator_id": "", "definition_vi": f"{given['name_vi']}."} | given
        found[given["indicator_id"]] = replace(model, **own)
    return catalog.with_rows(Indicator, tuple(found.values()))


def with_units(catalog: Catalog, fields: str, rows: Iterable[Sequence[str]], **others: str) -> Catalog:
    """Return the catalog with a unit of each row, which gives `fields`; else it is like an office of Đông Lâu."""
    model, found = catalog.units["so-giao-duc-tinh-dong-lau"], dict(catalog.units)
    for row in rows:
        given = others | dict(zip(fields.split(), row, strict=True))
        found[given["unit_id"]] = replace(model, short_name="", **given)
    return catalog.with_rows(Unit, tuple(found.values()))
