"""The whole data as one Excel workbook: introduction, every table under Vietnamese headers, dictionary.

Cells are typed: numbers as numbers, days as days, all else as text (so zeros in front stay). Nothing is a formula
or a link. Dates inside the file are those of the data, never the clock.
"""

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import chain
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from hoctap.exports.cells import ordered_rows, value_of
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field, Resource
from hoctap.model.figures import figures_table
from hoctap.model.record import Code
from hoctap.vietnamese.writing import day

MOST_ROWS = 1_048_576
# Excel counts days from 1900 and believes in 29 February 1900; earlier days stay text.
FIRST_DAY = date(1900, 3, 1)
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_NARROWEST, _WIDEST, _SAMPLE = 8, 48, 100


def files(catalog: Catalog, epoch: int) -> Iterator[tuple[str, bytes]]:
    """Yield `hoctap.xlsx`."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, _OPTIONS)
    moment = datetime.fromtimestamp(epoch, UTC).replace(tzinfo=None)
    book.set_properties({"title": "Sổ Học Tập", "author": "Sổ Học Tập", "created": moment, "comments": "CC BY 4.0"})
    formats = _formats(book)
    _introduction(book.add_worksheet("Giới thiệu"), catalog, moment.date(), formats)
    names: set[str] = set()
    for resource in catalog.resources():
        _table(book.add_worksheet(_sheet_name(resource, names)), catalog, resource, formats)
    _dictionary(book.add_worksheet("Từ điển"), catalog, formats)
    book.close()
    yield "hoctap.xlsx", out.getvalue()


def _formats(book: Any) -> dict[str, Any]:
    return {
        "head": book.add_format({"bold": True, "bg_color": "#E3EEF0", "bottom": 1, "text_wrap": True, "valign": "top"}),
        "title": book.add_format({"bold": True, "font_size": 14}),
        "text": book.add_format({"num_format": "@"}),
        "wrapped": book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}),
        "day": book.add_format({"num_format": "dd/mm/yyyy"}),
        "whole": book.add_format({"num_format": "0"}),
    }


def _sheet_name(resource: Resource, taken: set[str]) -> str:
    name = "".join(" " if char in "[]:*?/\\" else char for char in resource.title)[:31]
    if name.lower() in taken or name in ("Giới thiệu", "Từ điển"):
        name = resource.name[:31]
    taken.add(name.lower())
    return name


def _introduction(sheet: Worksheet, catalog: Catalog, on: date, formats: dict[str, Any]) -> None:
    lines = (
        "Số liệu có nguồn và hướng dẫn phong trào về xã hội học tập, khuyến học, khuyến tài ở Việt Nam.",
        f"Phiên bản {catalog.version}, dữ liệu ngày {day(on)}. Giấy phép CC BY 4.0: dùng tự do khi ghi công.",
        "Mỗi tờ là một bảng, mỗi dòng là một sự việc. Ô trống nghĩa là chưa biết, không phải là số 0.",
        "Tiền tính bằng đồng, tỷ lệ tính bằng phần trăm. Nghĩa của từng cột và từng mã ở tờ Từ điển.",
    )
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 12)
    sheet.set_column(2, 2, 90)
    _write_text(sheet, 0, 0, "Sổ Học Tập", formats["title"])
    for at, line in enumerate(lines, 1):
        _write_text(sheet, at, 0, line, formats["text"])
    first = len(lines) + 2
    for at, name in enumerate(("Bảng", "Số dòng", "Có gì")):
        _write_text(sheet, first, at, name, formats["head"])
    for at, resource in enumerate(catalog.resources(), first + 1):
        _write_text(sheet, at, 0, resource.title, formats["wrapped"])
        sheet.write_number(at, 1, len(catalog.tables[resource.name].rows), formats["whole"])
        _write_text(sheet, at, 2, resource.description, formats["wrapped"])


def _table(sheet: Worksheet, catalog: Catalog, resource: Resource, formats: dict[str, Any]) -> None:
    rows = ordered_rows(catalog, resource)
    if len(rows) >= MOST_ROWS:
        raise ValueError(f"{resource.name}: Excel holds {MOST_ROWS} rows at most")
    _head(sheet, resource.fields, rows, formats)
    for at, cells in enumerate(rows, 1):
        for column, (field, cell) in enumerate(zip(resource.fields, cells, strict=True)):
            _write(sheet, at, column, field, cell, formats)
    sheet.autofilter(0, 0, max(len(rows), 1), len(resource.fields) - 1)


def _head(sheet: Worksheet, fields: Sequence[Field], rows: Sequence[Sequence[str]], formats: dict[str, Any]) -> None:
    sheet.freeze_panes(1, 0)
    for at, field in enumerate(fields):
        longest = max(chain([len(field.title)], (len(cells[at]) for cells in rows[:_SAMPLE])))
        sheet.set_column(at, at, min(max(longest + 2, _NARROWEST), _WIDEST))
    for at, field in enumerate(fields):
        _write_text(sheet, 0, at, field.title, formats["head"])


def _write(sheet: Worksheet, row: int, at: int, field: Field, cell: str, formats: dict[str, Any]) -> None:
    value = value_of(field, cell)
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, at, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, at, value, formats["whole"] if field.type == "year" else None)
    elif isinstance(value, date) and value >= FIRST_DAY:
        sheet.write_datetime(row, at, value, formats["day"])
    else:
        _write_text(sheet, row, at, cell, formats["text"])


def _write_text(sheet: Worksheet, row: int, at: int, text: str, form: Any) -> None:
    # xlsxwriter reports what it cut off by a number and goes on; silence would lose text.
    if sheet.write_string(row, at, text, form):
        raise ValueError(f"Excel cannot hold the text of row {row}, column {at}: {text[:40]}…")


def _dictionary(sheet: Worksheet, catalog: Catalog, formats: dict[str, Any]) -> None:
    sheet.freeze_panes(1, 0)
    names = ("Bảng", "Cột trong tệp CSV", "Tên cột", "Tên tiếng Anh", "Nghĩa", "Meaning", "Ví dụ", "Mã", "Nghĩa của mã")
    for at, (name, width) in enumerate(zip(names, (26, 20, 24, 24, 60, 60, 24, 20, 40), strict=True)):
        sheet.set_column(at, at, width)
        _write_text(sheet, 0, at, name, formats["head"])
    last = 0
    for last, line in enumerate(_entries(catalog), 1):
        for at, text in enumerate(line):
            _write_text(sheet, last, at, text, formats["wrapped"])
    sheet.autofilter(0, 0, last, len(names) - 1)


def _entries(catalog: Catalog) -> Iterator[tuple[str, ...]]:
    codes = catalog.grouped(Code, "list")
    for resource in (*catalog.resources(), figures_table()):
        for field in resource.fields:
            told = (resource.title, field.name, field.title, field.title_en, field.description, field.description_en)
            yield (*told, field.example, "", "")
            for code in sorted(codes.get(field.code_list, ()), key=lambda code: code.order):
                yield (*told[:4], "", "", "", code.code, f"{code.title_vi}. {code.description}".strip())
