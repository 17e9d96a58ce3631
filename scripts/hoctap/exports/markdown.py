"""Pages as Markdown, for programs that read text: every figure as its sentence, with hedge, period, scope and source.

The sentences are those of `views/statements`, whole: of every figure, then what else may be said of the unit or the
indicator. Only pages that have rows get such a file.
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
from hoctap.views.figure import figure_of_row, indicator_of
from hoctap.views.link import INDICATOR, UNIT, page_address
from hoctap.views.statements.by_subject import statements_of_indicator, statements_of_unit
from hoctap.views.statements.figure import figure_statement
from hoctap.views.statements.statement import KIND_WORDS, Kind, Statement

_MARKS = re.compile(r"([\\`*_<>\[\]|#])")
_RULE = (
    "Mỗi câu dưới đây là một con số trong một nguồn, hoặc điều nói được từ những con số ấy. "
    "Khi dẫn, giữ nguyên thời kỳ, chữ nói chừng (hơn, gần, khoảng), "
    "phạm vi và phần trong ngoặc; không cộng hay so các con số khác thời kỳ, khác phạm vi, khác ranh giới."
)


def files(catalog: Catalog, part: Slice, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield `<folder>/<key>.md` of a page that has rows."""
    if part.cells:
        body = _figures(catalog, part) if part.figures else _table(part)
        page = imprint(edition, page_address(part.kind.folder, part.key))
        head = f"# {plain(title_of(catalog, part))}\n\n{page}\n"
        yield f"{part.kind.folder}/{part.key}.md", f"{head}\n{body}".encode()


def imprint(edition: Edition, address: str) -> str:
    """Return the line under the title: whose words these are, of which day, of which page."""
    return f"Sổ Học Tập, dữ liệu ngày {day(edition.day)}, CC BY 4.0. Trang: {edition.public_base}{address}"


def plain(text: str) -> str:
    """Return a text of one line in which nothing is a mark of Markdown."""
    return escaped(" ".join(text.split()))


def escaped(text: str) -> str:
    """Return a text of any length in which nothing is a mark of Markdown, its spaces as they are."""
    return _MARKS.sub(r"\\\1", text)


def _figures(catalog: Catalog, part: Slice) -> str:
    lines = [*_meaning(catalog, part), _RULE]
    for _, rows in groupby(part.figures, key=lambda row: row.observation.indicator_id):
        own = [*rows]
        # Only what is of one unit is named as it is said of that; of many the name is that of the register.
        unit = own[0].unit if part.kind.folder == UNIT else None
        lines.append(f"\n## {plain(indicator_of(catalog, own[0].observation.indicator_id, unit).text)}\n")
        lines += [f"- {_with_rival(catalog, row)}{_address(row)}" for row in own]
    others = [each for each in _statements(catalog, part) if each.kind not in (Kind.FIGURE, Kind.ABSENCE)]
    for kind in Kind:
        if alike := [f"- {plain(each.text)}" for each in others if each.kind is kind]:
            lines += [f"\n## {KIND_WORDS[kind]}\n", *alike]
    return "\n".join(lines) + "\n"


def _meaning(catalog: Catalog, part: Slice) -> list[str]:
    """Return what an indicator counts and how it may be compared, a paragraph each."""
    if part.kind.folder != INDICATOR:
        return []
    indicator = catalog.indicators[part.key]
    return [f"{plain(text)}\n" for text in (indicator.definition_vi, indicator.comparison_note) if text]


def _statements(catalog: Catalog, part: Slice) -> Sequence[Statement]:
    of_page = {UNIT: statements_of_unit, INDICATOR: statements_of_indicator}.get(part.kind.folder)
    return of_page(catalog, part.key).sentences if of_page else ()


def _with_rival(catalog: Catalog, row: FigureRow) -> str:
    rival = figure_of_row(catalog, row).rival
    return plain(figure_statement(catalog, row).text + (f" ({rival})" if rival else ""))


def _address(row: FigureRow) -> str:
    return f" <{row.source.url}>" if row.source and row.source.url else ""


def _table(part: Slice) -> str:
    visible = [at for at, field in enumerate(part.fields_in_words) if not field.title.endswith(MACHINE)]
    rows = [[field.title for field in part.fields_in_words], ["---"] * len(part.fields_in_words), *part.cells_in_words]
    written = [[row[at] if n == 1 else plain(row[at]) for at in visible] for n, row in enumerate(rows)]
    return "".join(f"| {' | '.join(row)} |\n" for row in written)
