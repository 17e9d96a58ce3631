"""Lines of the data that a finding names, where rows of a sent file would stand: they are called as in that file."""

import re
from collections.abc import Iterable

from hoctap.contribute.reading import Line
from hoctap.model.catalog import Catalog


def in_the_file(after: Catalog, lines: Iterable[Line | None], path: str, text: str) -> str:
    """Return a text whose «dòng 330» is «dòng 2 của trang Nguồn mới», if that line of `path` is a sent row."""
    sent = [line for line in lines if line]

    def named(found: re.Match[str]) -> str:
        line = _line_at(after, sent, path, int(found[1]))
        return f"dòng {line.row} của trang {line.table.sheet.name}" if line else found[0]

    return re.sub(r"\bdòng (\d+)\b(?! của)", named, text)


def _line_at(after: Catalog, sent: Iterable[Line], path: str, number: int) -> Line | None:
    """Return the sent row that stands at a line of the data as they would be."""
    for name in {line.table.table for line in sent}:
        table = after.tables[name]
        for row, key in table.keys(table.resource.primary_key):
            if (row.path, row.line) == (path, number):
                own = (line for line in sent if line.table.table == name)
                names = table.resource.primary_key
                return next((line for line in own if tuple(line.cells.get(n, "") for n in names) == key), None)
    return None
