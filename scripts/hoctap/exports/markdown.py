"""Pages as Markdown, for programs that read text: every figure as its sentence, with hedge, period, scope and source.

The sentences are those of `views/statements`, whole. Only pages that have rows get such a file.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from hoctap.exports.edition import Edition
from hoctap.exports.page_workbook import title_of
from hoctap.exports.slices import Slice
from hoctap.exports.tables_in_words import MACHINE
from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.vietnamese.writing import day
from hoctap.views.link import page_address
from hoctap.views.statements.figure import figure_statement

_MARKS = re.compile(r"([\\`*_<>\[\]|#])")
_RULE = (
    "Mỗi câu dưới đây là một con số trong một nguồn. Khi dẫn, giữ nguyên thời kỳ, chữ nói chừng (hơn, gần, khoảng), "
    "phạm vi và phần trong ngoặc; không cộng hay so các con số khác thời kỳ, khác phạm vi, khác ranh giới."
)


def files(catalog: Catalog, part: Slice, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield `<folder>/<key>.md` of a page that has rows."""
    if part.cells:
        body = _figures(catalog, part.figures) if part.figures else _table(part)
        imprint = f"Sổ Học Tập, dữ liệu ngày {day(edition.day)}, CC BY 4.0."
        address = f"{edition.public_base}{page_address(part.kind.folder, part.key)}"
        head = f"# {plain(title_of(catalog, part))}\n\n{imprint} Trang: {address}\n"
        yield f"{part.kind.folder}/{part.key}.md", f"{head}\n{body}".encode()


def plain(text: str) -> str:
    """Return a text of one line in which nothing is a mark of Markdown."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def _figures(catalog: Catalog, rows: Sequence[FigureRow]) -> str:
    lines = [_RULE]
    for name, own in groupby(rows, key=lambda row: row.indicator.name_vi if row.indicator else ""):
        lines.append(f"\n## {plain(name)}\n")
        lines += [f"- {plain(figure_statement(catalog, row).text)}{_address(row)}" for row in own]
    return "\n".join(lines) + "\n"


def _address(row: FigureRow) -> str:
    return f" <{row.source.url}>" if row.source and row.source.url else ""


def _table(part: Slice) -> str:
    visible = [at for at, field in enumerate(part.fields_in_words) if not field.title.endswith(MACHINE)]
    rows = [[field.title for field in part.fields_in_words], ["---"] * len(part.fields_in_words), *part.cells_in_words]
    written = [[row[at] if n == 1 else plain(row[at]) for at in visible] for n, row in enumerate(rows)]
    return "".join(f"| {' | '.join(row)} |\n" for row in written)
