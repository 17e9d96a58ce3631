"""Every cell of every table has the same value in every format, read by programs that did not write it."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from hoctap.exports.cells import number_of, plain_value, value_of
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field
from readers import compare, plain_csv, readers, tables_of


def test_all_cells_are_the_same_in_every_format(
    published: Path, record_property: Callable[[str, object], None]
) -> None:
    counts, differences = compare(published)
    record_property("cells", sum(counts.values()))
    assert differences == []
    one = sum(len(row) for table in tables_of(published) for row in plain_csv(published, table))
    assert set(counts.values()) == {one}
    assert len(counts) >= 6


@pytest.mark.parametrize(
    "name", ["Excel CSV, csv", "XLSX, openpyxl", "Parquet, DuckDB", "SQLite, sqlite3", "JSON, json"]
)
def test_a_single_wrong_cell_is_seen(published: Path, tmp_path: Path, name: str) -> None:
    spoilt = Path(shutil.copytree(published, tmp_path / "data"))
    path = spoilt / "hoctap/areas.csv"
    head, first, *rest = path.read_text(encoding="utf-8").split("\n")
    cells = first.split(",")
    cells[2] = "khác"
    path.write_text("\n".join([head, ",".join(cells), *rest]), encoding="utf-8")
    _, differences = compare(spoilt, {name: readers()[name]})
    assert len(differences) == 1


def test_no_cell_of_the_workbook_is_a_formula_or_a_link(published: Path) -> None:
    import openpyxl

    book = openpyxl.load_workbook(published / "hoctap.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink] == []


def test_every_sheet_of_a_table_has_a_frozen_head_and_filters(published: Path, catalog: Catalog) -> None:
    import openpyxl

    book = openpyxl.load_workbook(published / "hoctap.xlsx")
    assert book.sheetnames[:2] == ["Số liệu", "Giới thiệu"]
    assert book.sheetnames[-1] == "Từ điển"
    tables = [sheet for sheet in book if sheet.title not in ("Giới thiệu", "Từ điển")]
    assert len(tables) == len(list(catalog.resources()))
    for sheet in tables:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref is not None
        heads = [cell.value for cell in sheet[1]]
        assert len(heads) == len(set(heads))


def test_codes_keep_their_zeros_in_front(published: Path) -> None:
    import openpyxl

    book = openpyxl.load_workbook(published / "hoctap.xlsx")
    (codes,) = (
        [cell.value for cell in column[1:]] for column in book["Địa phương"].columns if column[0].value == "Mã số"
    )
    assert any(isinstance(code, str) and code.startswith("0") for code in codes)


@pytest.mark.parametrize(
    "text",
    [
        *("0", "12.50", "-3.07", "1234567890123", "0.000001"),
        *("123456789012345", "-123456789012345", "1234567890.12345", "12345678901234500000"),
    ],
)
def test_numbers_are_exact(text: str) -> None:
    from decimal import Decimal

    assert Decimal(repr(number_of(text))) == Decimal(text)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        *(("1.0", 1), ("2763.00", 2763), ("-3.0", -3), ("0.0", 0), ("0", 0), ("-7", -7), ("1000000.000", 1000000)),
        *(("1.5", 1.5), ("-0.5", -0.5), ("0.50", 0.5), ("10.05", 10.05)),
    ],
)
def test_a_whole_number_is_an_integer_however_it_is_written(cell: str, number: float) -> None:
    assert (number_of(cell), type(number_of(cell))) == (number, type(number))


@pytest.mark.parametrize("cell", ["1234567890.1234567", "1234567890123456", "-1234567890.123456", "1000000000000000.1"])
def test_a_number_that_would_be_cut_off_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match=f"more than fifteen digits: {cell}$"):
        number_of(cell)


@pytest.mark.parametrize(
    ("kind", "cell", "value", "plain"),
    [
        ("integer", "7", 7, 7),
        ("integer", "007", 7, 7),
        ("year", "2024", 2024, 2024),
        ("number", "7.50", 7.5, 7.5),
        ("number", "7.0", 7, 7),
        ("date", "2024-02-29", date(2024, 2, 29), "2024-02-29"),
        ("boolean", "true", True, True),
        ("boolean", "false", False, False),
        ("string", "true", "true", "true"),
        ("string", "007", "007", "007"),
        *((kind, "", None, None) for kind in ("integer", "year", "number", "date", "boolean", "string")),
    ],
)
def test_a_cell_has_the_type_of_its_column(kind: str, cell: str, value: object, plain: object) -> None:
    column = Field("x", kind, title="", title_en="", description="", description_en="", example="")
    assert (value_of(column, cell), plain_value(column, cell)) == (value, plain)
    assert type(plain_value(column, cell)) is type(plain)
