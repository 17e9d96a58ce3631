"""Runs in the child process: the paragraphs and tables of a Word file, in the order of the page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hoctap.contribute.number_formats import raised
from hoctap.contribute.text_file import STRUCK, NotReadError
from hoctap.contribute.workbook_limits import MOST_CELLS

# The cells of a table as (row, column, kind, text, hidden, doubt), and its merged ranges.
Table = tuple[list[Any], list[Any]]
_STRUCK_RUNS = ".//w:r[w:t and (w:rPr/w:strike[not(@w:val='0' or @w:val='false')] or w:rPr/w:dstrike)]"


def blocks_of_word(path: Path) -> list[str | list[Table]]:
    """Return the text of each paragraph, and of each table itself and those inside its cells."""
    from docx import Document
    from docx.table import Table as WordTable

    return [
        [_cells(table) for table in _with_inner(block)] if isinstance(block, WordTable) else block.text
        for block in Document(str(path)).iter_inner_content()
    ]


def _with_inner(table: Any) -> Iterator[Any]:
    """Yield a table and those inside its cells, as in a frame drawn around one, in the order of the page."""
    from docx.table import Table as WordTable

    yield table
    for inner in table._tbl.xpath(".//w:tbl"):
        yield WordTable(inner, table)


def _text(cell: Any) -> str:
    """Return the text of a cell, its raised and lowered digits as such."""
    if not cell._tc.xpath(".//w:vertAlign"):
        return str(cell.text)
    return "\n".join(
        "".join(raised(part.text, _position(part)) for part in each.iter_inner_content()) for each in cell.paragraphs
    )


def _position(part: Any) -> str:
    font = getattr(part, "font", None)  # a link has none
    return "superscript" if font and font.superscript else "subscript" if font and font.subscript else ""


def _cells(table: Any) -> Table:
    spans: dict[Any, list[int]] = {}
    texts: dict[Any, str] = {}
    for row, line in enumerate(table.rows, 1):
        column = 1 + line.grid_cols_before
        for cell in line.cells:
            span = spans.setdefault(cell._tc, [row, column, row, column])
            span[2], span[3] = max(span[2], row), max(span[3], column)
            texts[cell._tc] = _text(cell)
            column += 1
        if len(spans) > MOST_CELLS:
            raise NotReadError(f"bảng phải có không quá {MOST_CELLS} ô")
    cells = [
        [span[0], span[1], "text", texts[tc], False, STRUCK if tc.xpath(_STRUCK_RUNS) else ""]
        for tc, span in spans.items()
        if texts[tc].strip()
    ]
    merged = [span for span in spans.values() if span[:2] != span[2:]]
    return cells, merged
