"""What people type in LibreOffice under a Vietnamese and an American locale arrives as they typed it."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from hoctap.contribute.intake import read_form
from hoctap.contribute.template import template
from hoctap.load import load
from office import needs_office, typed

SHEET = "Số liệu"
HEADERS = ("Chỉ tiêu", "Thời kỳ", "Giá trị", "Nguồn", "Vị trí trong nguồn")
LOCALES = ("vi-VN", "en-US")


def rows_typed(path: Path, unit_rows: list[tuple[str, ...]]) -> dict[str, str]:
    """Return the cells to type into: the first blank lines of the form."""
    sheet: Any = openpyxl.load_workbook(path)[SHEET]
    heads = {str(cell.value).rstrip(" *"): cell.column for cell in sheet[1]}
    first = next(n for n in range(2, 300) if sheet.cell(n, heads["Chỉ tiêu"]).value is None)
    letters = [get_column_letter(heads[name]) for name in HEADERS]
    return {
        f"{letter}{n}": word
        for n, row in enumerate(unit_rows, first)
        for letter, word in zip(letters, row, strict=True)
    }


@needs_office
@pytest.mark.parametrize("locale", LOCALES)
def test_no_locale_bends_what_is_typed_into_the_form(repository: Path, tmp_path: Path, locale: str) -> None:
    data = load(repository, validate=False).catalog
    form = tmp_path / "form.xlsx"
    form.write_bytes(template(data, "tinh-dong-lau"))
    source = "binh-ho-2026-05"
    rows = [
        ("learning-citizens-rate", "31/3/2026", "85,5%", source, "đoạn 1"),
        ("learners-rural-rate", "31/3/2026", "100%", source, "1/5"),
        ("learning-citizens", "31/3/2026", "hơn 452.300", source, "đoạn 6"),
        ("adults-total", "31/3/2026", "735.447", source, "đoạn 6"),
        ("learners-urban-rate", "31/3/2026", "1/5", source, "đoạn 6"),
        ("learning-citizens-registered", "lũy kế đến 31/3/2026", "85%", source, "đoạn 6"),
    ]
    cells = rows_typed(form, rows)
    outcome = read_form(data, typed(form, SHEET, cells, locale, tmp_path))
    written = "".join(outcome.trial.files.values())
    assert ",85.5,exact," in written
    assert ",100,exact,,binh-ho-2026-05,1/5," in written.replace(",,,", ",,")
    assert ",452300,over," in written
    assert ",735447,exact," in written
    spots = {spot for spot, word in cells.items() if word in ("1/5", "85%") and spot.startswith(value_letter(form))}
    assert {mark.spot for mark in outcome.marks} == spots
    assert outcome.corrections == ()


def value_letter(form: Path) -> str:
    sheet: Any = openpyxl.load_workbook(form)[SHEET]
    return next(get_column_letter(cell.column) for cell in sheet[1] if str(cell.value).rstrip(" *") == "Giá trị")


# What a locale makes of a cell without our format, and what is then read of it; empty for a cell that is asked about.
ELSEWHERE = {
    ("vi-VN", "learning-citizens-rate", "85,5%"): "85.5",
    ("en-US", "learning-citizens-rate", "85,5%"): "85.5",
    ("vi-VN", "learning-citizens-rate", "100%"): "100",
    ("en-US", "learning-citizens-rate", "100%"): "100",
    ("vi-VN", "adults-total", "341.250"): "341250",
    ("en-US", "adults-total", "341.250"): "",
    ("vi-VN", "adults-total", "1/5"): "",
    ("en-US", "adults-total", "1/5"): "",
    ("vi-VN", "adults-total", "85%"): "",
    ("en-US", "adults-total", "85%"): "",
}


@needs_office
@pytest.mark.parametrize("locale", LOCALES)
def test_what_a_locale_bends_elsewhere_is_read_or_asked(repository: Path, tmp_path: Path, locale: str) -> None:
    data = load(repository, validate=False).catalog
    book = openpyxl.Workbook()
    book.worksheets[0].title = SHEET
    book.worksheets[0].append(["Đơn vị", *HEADERS])
    book.save(tmp_path / "a.xlsx")
    cases = [(indicator, word, read) for (where, indicator, word), read in ELSEWHERE.items() if where == locale]
    cells = {}
    for n, (indicator, word, _) in enumerate(cases, 2):
        row = ("tinh-dong-lau", indicator, "31/3/2026", word, "binh-ho-2026-05", "đoạn 6")
        cells |= {f"{letter}{n}": text for letter, text in zip("ABCDEF", row, strict=True)}
        cells[f"F{n}"] = f"đoạn {n}"
    outcome = read_form(data, typed(tmp_path / "a.xlsx", SHEET, cells, locale, tmp_path))
    marked = {mark.spot for mark in outcome.marks if mark.column == 4}
    assert {f"D{n}" for n, (_, _, read) in enumerate(cases, 2) if not read} == marked


@needs_office
@pytest.mark.parametrize("locale", LOCALES)
def test_periods_and_round_thousands_stay_as_typed(repository: Path, tmp_path: Path, locale: str) -> None:
    data = load(repository, validate=False).catalog
    form = tmp_path / "form.xlsx"
    form.write_bytes(template(data, "hoi-khuyen-hoc-tinh-dong-lau"))
    source = "dong-lau-2024-12-20"
    rows = [
        ("fund-raised-vnd", "Quý I/2021", "350.000.000", source, "1/5"),
        ("fund-raised-vnd", "6 tháng đầu năm 2021", "700.000.000", source, "4.000"),
        ("fund-raised-vnd", "2020", "1.350.000 nghìn", source, "31/12/2024"),
    ]
    outcome = read_form(data, typed(form, SHEET, rows_typed(form, rows), locale, tmp_path))
    written = "".join(outcome.trial.files.values())
    assert outcome.marks == ()
    assert ",2021-01/2021-03,quarter,stated,350000000,exact,,,dong-lau-2024-12-20,1/5," in written
    assert ",2021-01/2021-06,half-year,stated,700000000,exact,,,dong-lau-2024-12-20,4.000," in written
    assert ",2020,calendar-year,stated,1350000000,exact,,,dong-lau-2024-12-20,31/12/2024," in written
