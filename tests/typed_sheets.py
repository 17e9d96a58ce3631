"""Sheets typed as lines of text, for tests of what is read in tables."""

from collections.abc import Iterable

from hoctap.contribute.tables.opening import Cell, Grid


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
