"""The Excel file of one page, for an officer: title, the page's rows in words, what to know, sources, how to cite.

Of a campaign it holds a sheet of every table that speaks of it: guidelines, phases, targets, who takes part.

Only pages that have rows get one; whether a page has such a file says whether it has anything to download.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hoctap.exports.cells import ordered_rows
from hoctap.exports.edition import Edition
from hoctap.exports.sheets import Book
from hoctap.exports.slices import FIGURES, Slice, pointing_at, rows_with
from hoctap.exports.tables_in_words import MACHINE, in_words
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field
from hoctap.model.figure_row import FigureRow
from hoctap.vietnamese.writing import day
from hoctap.views.area import area_title
from hoctap.views.citation import citation
from hoctap.views.link import page_address
from hoctap.views.page_kinds import KINDS
from hoctap.views.statements.figure import published

FOLDER = "danh-sach"
_NOTES_NAME, _HEAD = "Nguồn và cách dẫn", 3
_NOTES = (
    "Ô trống nghĩa là chưa biết, không phải là số 0. Tiền tính bằng đồng, tỷ lệ tính bằng phần trăm.",
    "Đọc «Cách nói», «Thời kỳ», «Phạm vi», «Ranh giới» và «Lưu ý» trước khi dùng hay cộng các con số.",
    "Khi dùng một con số, hãy dẫn nguồn gốc của nó; bài báo và văn bản thuộc quyền của nơi đăng.",
)
_NOT_PRINTED = "Địa chỉ nguồn"
_COLUMNS_OF_SOURCES = ("Nguồn", "Nơi đăng", "Ngày đăng", "Địa chỉ", "Điều cần lưu ý về nguồn")
Files = Iterator[tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A further table of a page, in words."""

    name: str
    fields: Sequence[Field]
    cells: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Table:
    """What a workbook is of: `address` of its page, relative to the site's root."""

    path: str
    address: str
    title: str
    sheet: str
    fields: Sequence[Field]
    cells: Sequence[Sequence[str]]
    figures: Sequence[FigureRow] = ()
    more: Sequence[_Sheet] = ()


def files(catalog: Catalog, part: Slice, edition: Edition) -> Files:
    """Yield `<folder>/<key>.xlsx` of a page that has rows."""
    if part.cells:
        kind, sheet = part.kind, catalog.resource(part.kind.rows).title
        further = () if kind.rows == FIGURES else _further_tables(catalog, part)
        path, address = f"{kind.folder}/{part.key}.xlsx", page_address(kind.folder, part.key)
        rows = part.fields_in_words, part.cells_in_words, part.figures, further
        yield path, _workbook(catalog, edition, _Table(path, address, title_of(catalog, part), sheet, *rows))


def _further_tables(catalog: Catalog, part: Slice) -> list[_Sheet]:
    """Return the tables that point at the subject of a page, beside its main rows."""
    sheets = []
    for name, resource, column in pointing_at(catalog, catalog.resource(part.kind.owners)):
        rows = rows_with(catalog, resource, column, part.key) if name != part.kind.rows else ()
        if rows:
            sheets.append(_Sheet(resource.title, *in_words(catalog, resource, rows)))
    return sheets


def files_of_lists(catalog: Catalog, edition: Edition) -> Files:
    """Yield `danh-sach/<list>.xlsx` of every list page."""
    for kind in (kind for kind in KINDS if kind.table):
        resource = catalog.resource(kind.table)
        table = in_words(catalog, resource, ordered_rows(catalog, resource))
        path, list_page = f"{FOLDER}/{kind.folder}.xlsx", f"{kind.folder}/"
        yield path, _workbook(catalog, edition, _Table(path, list_page, resource.title, resource.title, *table))


def title_of(catalog: Catalog, part: Slice) -> str:
    """Return what the page of a slice is called."""
    if part.kind.owners == "areas":
        return area_title(catalog, catalog.areas[part.key])
    if part.kind.owners == "units":
        return catalog.units[part.key].name_vi
    if part.kind.owners == "indicators":
        return catalog.indicators[part.key].name_vi
    return catalog.campaigns[part.key].name_vi


def _workbook(catalog: Catalog, edition: Edition, table: _Table) -> bytes:
    book = Book(table.title, edition.epoch)
    sheet = book.sheet(table.sheet)
    book.text(sheet, 0, 0, table.title, "title")
    book.text(
        sheet, 1, 0, f"Sổ Học Tập, dữ liệu ngày {day(edition.day)}, giấy phép CC BY 4.0. Nguồn và cách dẫn ở tờ sau."
    )
    book.table(sheet, table.fields, table.cells, _HEAD, _printed(table.fields))
    for each in table.more:
        book.table(book.sheet(each.name), each.fields, each.cells, 0, _printed(each.fields))
    _notes_sheet(book, catalog, table, edition)
    return book.bytes_of()


def _printed(fields: Sequence[Field]) -> int:
    """Return how many columns are printed: neither what is for programs, nor addresses too long for paper."""
    titles = [field.title for field in fields]
    if _NOT_PRINTED in titles:
        return titles.index(_NOT_PRINTED)
    words = [at for at, title in enumerate(titles) if not title.endswith(MACHINE)]
    codes = [at for at, title in enumerate(titles) if title.endswith(MACHINE)]
    return min([*codes, words[-1] + 1])


def _notes_sheet(book: Book, catalog: Catalog, table: _Table, edition: Edition) -> None:
    sheet = book.sheet(_NOTES_NAME)
    sheet.widths = (60, 28, 18, 60, 60)
    book.text(sheet, 0, 0, "Lưu ý khi dùng", "title")
    after = book.lines(sheet, 1, [[note] for note in _NOTES])
    if table.figures:
        book.text(sheet, after + 1, 0, "Nguồn", "title")
        after = book.lines(sheet, after + 2, [_COLUMNS_OF_SOURCES], "head")
        after = book.lines(sheet, after, _sources(table.figures), "wrapped")
    book.text(sheet, after + 1, 0, "Cách dẫn", "title")
    key = table.path.partition(".")[0].replace("/", "-")
    address = edition.page(table.address)
    book.text(sheet, after + 2, 0, citation(table.title, address, key, catalog.version, edition.day).full)


def _sources(figures: Sequence[FigureRow]) -> Iterator[tuple[str, ...]]:
    for source in {row.source.source_id: row.source for row in figures if row.source}.values():
        yield source.title, source.publisher, published(source), source.url, source.caveat
