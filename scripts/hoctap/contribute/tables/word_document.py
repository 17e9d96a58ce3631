"""Runs in the child process: the paragraphs and tables of a Word file, in the order of the page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hoctap.contribute.number_formats import raised
from hoctap.contribute.text_file import STRUCK, NotReadError
from hoctap.contribute.workbook_limits import MOST_CELLS, TOO_LARGE

# The cells of a table as (row, column, kind, text, hidden, doubt), and its merged ranges.
Table = tuple[list[Any], list[Any]]
_STRUCK_RUNS = ".//w:r[w:t and (w:rPr/w:strike[not(@w:val='0' or @w:val='false')] or w:rPr/w:dstrike)]"
# A row that is to go, as whoever tracks changes sees it.
_ROW_TO_GO = "boolean(ancestor::w:tr[1]/w:trPr/w:del)"
# What is on the page without being a run, a paragraph or a row itself: tracked additions, controls, fields.
_AROUND = ".//w:ins[*] | .//w:moveTo | .//w:smartTag | .//w:fldSimple | .//w:customXml | .//w:sdt | .//w:sdtContent"
# What a tracked change has taken away, what a control shows before anything is chosen, and what only describes.
_GONE = (
    ".//w:del[*] | .//w:moveFrom | .//w:sdt[w:sdtPr/w:showingPlcHdr]//w:r"
    " | .//w:sdtPr | .//w:sdtEndPr | .//w:smartTagPr | .//w:customXmlPr"
)


def blocks_of_word(path: Path) -> list[str | list[Table]]:
    """Return the text of each paragraph, and of each table itself and those inside its cells."""
    from docx import Document
    from docx.table import Table as WordTable

    document = Document(str(path))
    _take_off_wrapping(document.element.body)
    return [
        [_cells(table) for table in _with_inner(block)] if isinstance(block, WordTable) else _words(block)
        for block in document.iter_inner_content()
    ]


def _words(paragraph: Any) -> str:
    """Return the text of a paragraph without what is struck through in it, which nobody says any more."""
    for run in paragraph._p.xpath(_STRUCK_RUNS):
        run.getparent().remove(run)
    return str(paragraph.text)


def _take_off_wrapping(body: Any) -> None:
    """Leave in the tree what the page shows once tracked changes are accepted; python-docx sees nothing wrapped."""
    for gone in body.xpath(_GONE):
        gone.getparent().remove(gone)
    for around in body.xpath(_AROUND):
        parent, at = around.getparent(), around.getparent().index(around)
        parent[at : at + 1] = list(around)


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
            raise NotReadError(TOO_LARGE)
    cells = [
        [span[0], span[1], "text", texts[tc], False, STRUCK if tc.xpath(_STRUCK_RUNS) or tc.xpath(_ROW_TO_GO) else ""]
        for tc, span in spans.items()
        if texts[tc].strip()
    ]
    merged = [span for span in spans.values() if span[:2] != span[2:]]
    return cells, merged
