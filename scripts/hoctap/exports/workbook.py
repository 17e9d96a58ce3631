"""The whole data as one Excel workbook: figures first, introduction, every table in words, dictionary.

Cells are typed: numbers as numbers, days as days, all else as text (so zeros in front stay). Nothing is a formula
or a link. Dates inside the file are those of the data, never the clock.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from hoctap.exports.cells import ordered_rows
from hoctap.exports.figures_in_words import TITLE, figures_in_words, in_order
from hoctap.exports.sheets import Book, Sheet
from hoctap.exports.slices import FIGURES, cells_of_figure
from hoctap.exports.tables_in_words import in_words
from hoctap.model.catalog import Catalog
from hoctap.model.figures import figures_table
from hoctap.model.once import once_for_each
from hoctap.model.record import Code
from hoctap.vietnamese.writing import day

INTRODUCTION, DICTIONARY = "Giới thiệu", "Từ điển"
_DICTIONARY = {
    "Bảng": 26,
    "Cột trong tệp CSV": 20,
    "Tên cột": 24,
    "Tên tiếng Anh": 24,
    "Nghĩa": 60,
    "Meaning": 60,
    "Ví dụ": 24,
    "Mã": 20,
    "Nghĩa của mã": 40,
}


def files(catalog: Catalog, epoch: int) -> Iterator[tuple[str, bytes]]:
    """Yield `hoctap.xlsx`."""
    book = all_but_figures(catalog, epoch).copy()
    figures, introduction, *_ = book.sheets
    rows = (cells_of_figure(catalog, row)[1] for row in in_order(catalog.figure_rows))
    book.table(figures, figures_in_words().fields, rows)
    _introduce(book, introduction, catalog, datetime.fromtimestamp(epoch, UTC).date())
    yield "hoctap.xlsx", book.bytes_of()


@once_for_each
def all_but_figures(catalog: Catalog, epoch: int) -> Book:
    """Return the workbook before its first two sheets are filled, which figures change: most changes are of those."""
    book = Book("Sổ Học Tập", epoch)
    for title in (TITLE, INTRODUCTION):
        book.sheet(title)
    for resource in catalog.resources():
        if resource.name != FIGURES:
            fields, cells = in_words(catalog, resource, ordered_rows(catalog, resource))
            book.table(book.sheet(resource.title), fields, cells)
    _dictionary(book, catalog)
    return book


def _introduce(book: Book, sheet: Sheet, catalog: Catalog, on: date) -> None:
    lines = (
        "Số liệu có nguồn và hướng dẫn phong trào về xã hội học tập, khuyến học, khuyến tài ở Việt Nam.",
        f"Phiên bản {catalog.version}, dữ liệu ngày {day(on)}. Giấy phép CC BY 4.0: dùng tự do khi ghi công.",
        "Mỗi tờ là một bảng, mỗi dòng là một sự việc. Ô trống nghĩa là chưa biết, không phải là số 0.",
        "Tiền tính bằng đồng, tỷ lệ tính bằng phần trăm. Mã cho máy đọc ở các cột cuối; nghĩa ở tờ Từ điển.",
    )
    sheet.widths = (34, 12, 90)
    book.text(sheet, 0, 0, "Sổ Học Tập", "title")
    after = book.lines(sheet, 1, [[line] for line in lines])
    after = book.lines(sheet, after + 1, [["Bảng", "Số dòng", "Có gì"]], "head")
    for at, resource in enumerate(catalog.resources(), after):
        book.text(sheet, at, 0, resource.title, "wrapped")
        book.whole(sheet, at, 1, len(catalog.tables[resource.name].rows))
        book.text(sheet, at, 2, resource.description, "wrapped")


def _dictionary(book: Book, catalog: Catalog) -> None:
    sheet = book.sheet(DICTIONARY)
    sheet.head, sheet.widths = 0, tuple(_DICTIONARY.values())
    book.lines(sheet, 0, [list(_DICTIONARY)], "head")
    last = book.lines(sheet, 1, _entries(catalog), "wrapped")
    sheet.filtered = last - 1


def _entries(catalog: Catalog) -> Iterator[tuple[str, ...]]:
    codes = catalog.grouped(Code, "list")
    for resource in (*catalog.resources(), figures_table()):
        for field in resource.fields:
            texts = (resource.title, field.name, field.title, field.title_en, field.description, field.description_en)
            yield (*texts, field.example, "", "")
            for code in sorted(codes.get(field.code_list, ()), key=lambda code: code.order):
                yield (*texts[:4], "", "", "", code.code, f"{code.title_vi}. {code.description}".strip())
