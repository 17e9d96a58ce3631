"""The Excel form: filled and sent back it loses nothing; damaged it comes back marked in the right cells."""

import os
import random
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from hoctap.check.gate import check
from hoctap.cli import main
from hoctap.contribute.form import format_cell
from hoctap.contribute.intake import FormOutcome, marked_copy, read_form
from hoctap.contribute.sandbox import RefusedError
from hoctap.contribute.template import template
from hoctap.contribute.workbook_limits import archive_refusal, refusal, words_in
from hoctap.load import load
from hoctap.model.catalog import Catalog
from miniature import REAL

pytestmark = pytest.mark.usefixtures("read_here")

UNIT = "so-giao-duc-tinh-dong-lau"
SHEET = "Số liệu"
SOURCE = "Báo cáo công tác khuyến học năm 2024 [dong-lau-2025-03-01]"
HEADERS = {
    "unit": "Đơn vị",
    "indicator": "Chỉ tiêu",
    "period": "Thời kỳ",
    "status": "Độ rõ của thời kỳ",
    "value": "Giá trị",
    "qualifier": "Cách nói",
    "breakdown": "Phạm vi",
    "source": "Nguồn",
    "locator": "Vị trí trong nguồn",
    "note": "Ghi chú",
}
NEW = {
    "indicator": "Tổng số cán bộ [staff-total]",
    "period": "2024",
    "value": 118,
    "source": SOURCE,
    "locator": "mục 4",
}
office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")


@pytest.fixture
def repository(packages: Path) -> Path:
    return packages


@pytest.fixture
def form(data: Catalog, tmp_path: Path) -> Path:
    path = tmp_path / "form.xlsx"
    path.write_bytes(template(data, UNIT))
    return path


def fill(path: Path, *rows: dict[str, object], change: Callable[[openpyxl.Workbook], None] | None = None) -> int:
    """Write rows below the figures that are there; return the first of them."""
    book = openpyxl.load_workbook(path)
    sheet = book[SHEET]
    first = next(n for n in range(2, 500) if sheet.cell(n, 2).value is None)
    for n, row in enumerate(rows, first):
        for name, value in row.items():
            sheet.cell(n, column_of(sheet, name)).value = value
    if change:
        change(book)
    book.save(path)
    return first


def column_of(sheet: Any, name: str) -> int:
    """Return where a column of the form stands: new columns may come in between."""
    heads = {str(cell.value).rstrip(" *"): cell.column for cell in sheet[1]}
    return int(heads[HEADERS[name]])


def rows_added(outcome: FormOutcome, before: Catalog) -> list[str]:
    text = "".join(outcome.trial.files.values())
    old = {",".join(row.cells) for row in before.tables["observations"].rows}
    return [row for row in text.splitlines()[1:] if row not in old]


WANTED = f"{UNIT},staff-total,2024,moment,stated,118,exact,,,dong-lau-2025-03-01,mục 4,"


@pytest.mark.apart
def test_a_form_nobody_changed_changes_nothing(data: Catalog, form: Path) -> None:
    outcome = read_form(data, form)
    assert outcome.marks == ()
    assert outcome.trial.files == {}


# How the number 452.300 may stand in a line of a form: as it is given out, as forms before had it, as a number.
SPELLED = ("452.300", "452300", 452300)


@pytest.mark.parametrize("spelled", SPELLED)
def test_a_form_shows_thousands_and_a_number_without_points_is_the_same(
    repository: Path, tmp_path: Path, spelled: object
) -> None:
    given = load(repository, validate=False).catalog
    path = tmp_path / "form.xlsx"
    path.write_bytes(template(given, "tinh-dong-lau"))
    book = openpyxl.load_workbook(path)
    at = column_of(book[SHEET], "value")
    cells = [cell for row in book[SHEET].iter_rows(min_col=at, max_col=at) for cell in row if cell.value is not None]
    (own,) = (cell for cell in cells if cell.value == SPELLED[0])
    assert {"61,5", "735.447", "500.000"} <= {cell.value for cell in cells}
    own.value = spelled
    book.save(path)
    for file in (repository / "datapackages").rglob("*.csv"):
        file.write_bytes(file.read_bytes().replace(b",452300,", b",452301,"))
    later = load(repository, validate=False).catalog
    outcome = read_form(later, path)
    assert (outcome.marks, outcome.trial.files) == ((), {})


@pytest.mark.parametrize(
    ("indicator", "value", "wanted"),
    [
        ("staff-total", "1180", "1.180"),
        ("fund-raised-vnd", "1875500000", "1.875.500.000"),
        ("grants-per-school", "1234", "1234"),
        ("grants-per-school", "1234.5", "1.234,5"),
        ("learning-citizens-rate", "61.5", "61,5"),
        ("unknown", "1180", "1180"),
    ],
)
def test_thousands_are_apart_only_where_the_number_is_read_back(
    data: Catalog, indicator: str, value: str, wanted: str
) -> None:
    column = data.resource("observations").field_named("value")
    assert format_cell(data, column, {"indicator_id": indicator, "value": value}, {}) == wanted


def test_the_same_data_give_the_same_form(data: Catalog) -> None:
    assert template(data, UNIT) == template(data, UNIT)


ACCEPTED: dict[str, tuple[dict[str, object], Callable[[openpyxl.Workbook], None] | None]] = {
    "as offered": (NEW, None),
    "code instead of the name": (NEW | {"indicator": "staff-total", "source": "dong-lau-2025-03-01"}, None),
    "name without marks": (NEW | {"indicator": "tong so can bo"}, None),
    "number as text": (NEW | {"value": "118"}, None),
    "period in words": (NEW | {"period": "năm 2024"}, None),
    "period as a number": (NEW | {"period": 2024}, None),
    "renamed sheet": (NEW, lambda book: setattr(book[SHEET], "title", "Sheet1")),
    "blank rows above": (NEW, lambda book: book[SHEET].insert_rows(1, 3)),
    "a merged title above": (
        NEW,
        lambda book: (book[SHEET].insert_rows(1), book[SHEET].merge_cells("A1:J1"), book[SHEET].cell(1, 1, "BÁO CÁO")),
    ),
    "merged header cells": (
        NEW,
        lambda book: (book[SHEET].insert_rows(2), [book[SHEET].merge_cells(f"{c}1:{c}2") for c in "ABCDEFGHIJ"]),
    ),
    "moved columns": (NEW, lambda book: book[SHEET].move_range("J1:J400", cols=4)),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_people_really_send_is_taken(data: Catalog, form: Path, name: str) -> None:
    row, change = ACCEPTED[name]
    fill(form, row, change=change)
    outcome = read_form(data, form)
    assert outcome.marks == ()
    assert rows_added(outcome, data) == [WANTED]


def test_thousands_hedges_and_dates_are_understood(data: Catalog, form: Path) -> None:
    fill(form, NEW | {"period": "31/12/2024", "value": "hơn 1.180"})
    assert rows_added(read_form(data, form), data) == [
        f"{UNIT},staff-total,2024-12-31,moment,stated,1180,over,,,dong-lau-2025-03-01,mục 4,"
    ]


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(";", "utf-8"), (";", "utf-8-sig"), (",", "utf-16"), ("\t", "utf-8"), (";", "utf-16-le"), ("\t", "utf-16-be")],
)
def test_csv_of_any_making_is_taken(data: Catalog, tmp_path: Path, mark: str, encoding: str) -> None:
    head = ["Đơn vị", "Chỉ tiêu", "Thời kỳ", "Giá trị", "Nguồn", "Vị trí trong nguồn"]
    row = [UNIT, "Tổng số cán bộ", "2024", "118", "dong-lau-2025-03-01", "mục 4"]
    path = tmp_path / "gửi.csv"
    path.write_bytes(f"{mark.join(head)}\r\n\r\n{mark.join(row)}\r\n".encode(encoding))
    outcome = read_form(data, path)
    assert outcome.marks == ()
    assert rows_added(outcome, data) == [WANTED]


def test_zeros_behind_a_csv_file_are_no_utf16(data: Catalog, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    head = b"unit_id;indicator_id;period;value;source_id;locator\r\n"
    path.write_bytes(head + f"{UNIT};staff-total;2024;118;dong-lau-2025-03-01;mục 4\r\n".encode() + bytes(4096))
    assert rows_added(read_form(data, path), data) == [WANTED]


def test_windows_1258_is_taken(data: Catalog, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    head = b"unit_id;indicator_id;period;value;source_id;locator\r\n"
    path.write_bytes(head + f"{UNIT};staff-total;2024;118;dong-lau-2025-03-01;".encode() + b"mu\xf2c 4\r\n")
    assert rows_added(read_form(data, path), data) == [WANTED]


DAMAGE: dict[str, tuple[dict[str, object], str]] = {
    "formula": ({"value": "=1+1"}, "value"),
    "error of a formula": ({"value": "#REF!"}, "value"),
    "words for a figure": ({"value": "nhiều"}, "value"),
    "below zero": ({"value": -5}, "value"),
    "half a person": ({"value": 118.5}, "value"),
    "no figure": ({"value": None}, "value"),
    "unknown indicator": ({"indicator": "Số người vui"}, "indicator"),
    "unknown source": ({"source": "báo nào đó"}, "source"),
    "period that is none": ({"period": "tháng mười ba"}, "period"),
    "month 13": ({"period": "2024-13"}, "period"),
    "period after its source": ({"period": "2026"}, "period"),
    "unknown qualifier": ({"qualifier": "rất nhiều"}, "qualifier"),
    "a code that meant «gần» before and means «dưới» now": ({"qualifier": "under"}, "qualifier"),
    "no place in the source": ({"locator": None}, "locator"),
    "phone number": ({"note": "gọi 0912345678"}, "note"),
    "old font": ({"note": "KhuyÕn häc ®Þa ph­¬ng"}, "note"),
    "row twice": ({"period": "2025-03-01", "value": 1}, "indicator"),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_is_marked_in_its_cell(data: Catalog, form: Path, tmp_path: Path, name: str) -> None:
    change, wrong = DAMAGE[name]
    row = fill(form, NEW | change)
    column = get_column_letter(column_of(openpyxl.load_workbook(form)[SHEET], wrong))
    outcome = read_form(data, form)
    spots = [mark.spot for mark in outcome.marks if mark.sheet == SHEET]
    assert f"{column}{row}" in spots, outcome.marks
    out = tmp_path / "marked.xlsx"
    marked_copy(form, out, outcome.marks)
    book = openpyxl.load_workbook(out)
    cell = book[SHEET][f"{column}{row}"]
    assert cell.fill.start_color.rgb.endswith("FFC7CE")
    assert cell.comment is not None
    assert "→" in cell.comment.text
    assert [each.value for each in book["Lỗi cần sửa"]["B"]][1:] == [mark.spot or None for mark in outcome.marks]


def test_a_marked_form_that_was_mended_is_taken(data: Catalog, form: Path, tmp_path: Path) -> None:
    row = fill(form, NEW | {"value": "nhiều"})
    out = tmp_path / "marked.xlsx"
    marked_copy(form, out, read_form(data, form).marks)
    book = openpyxl.load_workbook(out)
    book[SHEET].cell(row, column_of(book[SHEET], "value")).value = 118
    book.save(out)
    assert rows_added(read_form(data, out), data) == [WANTED]


@pytest.mark.apart
def test_intake_writes_rows_that_pass_the_check(
    repository: Path, form: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(form, NEW)
    assert main(["intake", str(form), "--root", str(repository), "--dry-run"]) == 0
    assert f"+{WANTED}" in capsys.readouterr().out
    assert main(["intake", str(form), "--root", str(repository)]) == 0
    assert check(repository).findings == ()


def _with_part(path: Path, name: str, data: bytes) -> None:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)


def _with_sheets_of_one_part(path: Path, count: int) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    book = parts["xl/workbook.xml"].decode()
    start, end = book.index("<sheets>"), book.index("</sheets>")
    sheets = "".join(f'<sheet name="S{n}" sheetId="{n + 1}" r:id="rId1"/>' for n in range(count))
    parts["xl/workbook.xml"] = (book[:start] + "<sheets>" + sheets + book[end:]).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


HOSTILE: dict[str, Callable[[Path], object]] = {
    "macro": lambda path: _with_part(path, "xl/vbaProject.bin", b"x"),
    "path out": lambda path: _with_part(path, "../x.xml", b"<a/>"),
    "bomb": lambda path: _with_part(path, "xl/media/a.xml", b" " * 200_000_000),
    "entities": lambda path: _with_part(path, "xl/a.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'),
    "far cell": lambda path: _with_part(path, "xl/worksheets/sheet9.xml", b'<row><c r="XFD1048576"><v>1</v></c></row>'),
    "far merge": lambda path: _with_part(path, "xl/worksheets/sheet9.xml", b'<mergeCell ref="A1:XFD1048576"/>'),
    "cells without end": lambda path: _with_part(path, "xl/worksheets/sheet9.xml", b"<c/>" * 500_000),
    "merges over merges": lambda path: _with_part(
        path, "xl/worksheets/sheet9.xml", b'<mergeCell ref="A1:GR20000"/>' * 3_000
    ),
    "link over a range": lambda path: _with_part(
        path, "xl/worksheets/sheet9.xml", b'<hyperlink ref="A1:GR20000" location="x"/>' * 3
    ),
    "far cell in single quotes": lambda path: _with_part(
        path, "xl/worksheets/sheet9.xml", b"<row><c\n r = 'xfd1048576'><v>1</v></c></row>"
    ),
    "merges in single quotes": lambda path: _with_part(
        path, "xl/worksheets/sheet9.xml", b"<mergeCell ref='a1:gr20000'/>" * 3_000
    ),
    "link over a range in single quotes": lambda path: _with_part(
        path, "xl/worksheets/sheet9.xml", b"<hyperlink ref='$A$1:$XFD$1048576' location='x'/>"
    ),
    "number format without end": lambda path: _with_part(
        path, "xl/a.xml", b'<numFmt formatCode="' + b"[" * 100_000 + b'"/>'
    ),
    "formula without end": lambda path: _with_part(
        path, "xl/worksheets/sheet9.xml", b"<f>" + b"A1+" * 20_000 + b"1</f>"
    ),
    "sheets of one part": lambda path: _with_sheets_of_one_part(path, 400),
    "not a zip": lambda path: path.write_bytes(b"xin chao"),
    "old Excel": lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600)),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:3000]),
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.apart
def test_a_hostile_file_is_refused(data: Catalog, form: Path, no_sockets: list[str], name: str) -> None:
    HOSTILE[name](form)
    with pytest.raises(RefusedError):
        read_form(data, form)
    assert no_sockets == []


@pytest.mark.parametrize("kind", ["xlsx", "ods", "docx"])
def test_whatever_byte_of_an_archive_is_damaged_it_is_judged_and_nothing_breaks(tmp_path: Path, kind: str) -> None:
    whole = next((REAL / "tests/examples/tables").glob(f"*/*.{kind}")).read_bytes()
    dice = random.Random(8)
    judge = refusal if kind == "xlsx" else archive_refusal
    for _ in range(150):
        damaged = bytearray(whole)
        for _ in range(dice.randrange(1, 8)):
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
        path = tmp_path / f"x.{kind}"
        path.write_bytes(damaged)
        why = judge(path)
        assert isinstance(why, str)
        if not why and kind == "xlsx":
            words_in(path)


def test_no_word_of_a_stranger_steers_the_terminal(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = repository.parent / "bang.csv"
    unit = "Trường \u202eTHPT \x1b[31mHồ Sen\x9b2J"
    file.write_text(f"Năm 2025\nTT;Đơn vị;Tổng số cán bộ\n1;{unit};45\n", encoding="utf-8")
    main(["intake", "--dry-run", str(file), "--root", str(repository)])
    out = capsys.readouterr().out
    assert "⟨U+001B⟩" in out
    assert all(char.isprintable() or char == "\n" for char in out)


@office
@pytest.mark.apart
def test_a_form_that_libreoffice_wrote_comes_back_without_loss(data: Catalog, form: Path, tmp_path: Path) -> None:
    fill(form, NEW, NEW | {"period": "2023", "value": 117.0, "qualifier": "khoảng", "note": "ghi chú: «có dấu»"})
    convert = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to"]
    command = [*convert, "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "office"), str(form)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    written = tmp_path / "office" / form.name
    outcome = read_form(data, written)
    assert outcome.marks == ()
    assert rows_added(outcome, data) == rows_added(read_form(data, form), data)
    assert len(rows_added(outcome, data)) == 2


# ── files that would take all time, all memory, or never come ────────────────────────────────────────────────────

ENDLESS = {
    "short rows": ("a.csv", b"a\n" * 2_400_000),
    "empty lines": ("a.csv", b"\n" * 4_800_000),
    "one row of commas": ("a.csv", b"," * 4_800_000),
    "one line": ("a.csv", b"x" * 4_900_000),
    "a quote that stays open": ("a.csv", b'"' + b"x" * 4_800_000),
    "too large": ("a.csv", b"a,b,c\n" * 900_000),
    "article of one paragraph": ("a.txt", b"x" * 100_000),
    "article of tags": ("a.html", b"<p>" * 1_000_000 + b"</p>"),
    "article of comments": ("a.html", b"<!--" * 1_000_000 + b"</p>"),
}


@pytest.mark.parametrize("name", ENDLESS)
@pytest.mark.apart
def test_a_file_without_end_is_refused_within_seconds_of_the_processor(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    file, data = ENDLESS[name]
    (tmp_path / file).write_bytes(data)
    command = "read" if name.startswith("article") else "intake"
    before = _processor_time()
    assert main([command, str(tmp_path / file), "--root", str(repository)]) == 1
    assert _processor_time() - before < 10
    # On a slow machine the time of a step stands before.
    assert any(line.startswith("hoctap: ") for line in capsys.readouterr().err.splitlines())


def _processor_time() -> float:
    return sum(os.times()[:4])


@pytest.mark.skipif(os.name != "posix", reason="pipes and devices with names")
@pytest.mark.parametrize("command", ["intake", "read"])
@pytest.mark.parametrize("ending", ["csv", "xlsx", "docx", "txt"])
def test_what_is_no_ordinary_file_is_refused_without_waiting(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, ending: str
) -> None:
    os.mkfifo(tmp_path / f"ong.{ending}")
    (tmp_path / f"thu-muc.{ending}").mkdir()
    os.symlink("/dev/zero", tmp_path / f"may.{ending}")
    for name in (f"ong.{ending}", f"thu-muc.{ending}", f"may.{ending}", f"khong-co.{ending}", "."):
        assert main([command, str(tmp_path / name), "--root", str(repository)]) == 1
        assert capsys.readouterr().err.startswith("hoctap: ")


@pytest.mark.parametrize("name", ["-x.csv", "a[1]*.csv", "a\nb.csv", "đơn vị.CSV", "a" * 200 + ".csv", "'.csv"])
def test_a_file_of_an_odd_name_is_read(data: Catalog, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("Đơn vị,Chỉ tiêu,Thời kỳ,Giá trị\nkhông có,không có,2024,1\n", encoding="utf-8")
    assert read_form(data, path).marks


@pytest.mark.apart
def test_where_limits_are_refused_a_file_is_still_read(
    data: Catalog, form: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import resource

    def refuse(*_: object) -> None:
        raise ValueError("current limit exceeds maximum limit")

    monkeypatch.setattr(resource, "setrlimit", refuse)
    assert read_form(data, form).marks == ()


@pytest.mark.parametrize("far", ["row='1048576'", 'row="1048576"', "row='30000'"])
def test_a_cell_that_stands_far_is_refused_however_it_is_written(data: Catalog, form: Path, far: str) -> None:
    at = far.split("=")[1]
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        f"<row r={at}><c><v>1</v></c></row></sheetData></worksheet>"
    )
    parts = zipfile.ZipFile(form)
    kept = {name: parts.read(name) for name in parts.namelist()}
    parts.close()
    with zipfile.ZipFile(form, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in kept.items():
            archive.writestr(name, sheet if name == "xl/worksheets/sheet1.xml" else body)
    with pytest.raises(RefusedError, match=r"20\.000 dòng, 200 cột, 400\.000 ô"):
        read_form(data, form)


@pytest.mark.parametrize("called", ["Hội nghị khuyến học Đông Lâu", "https://dien-tu.bao.example/dong-lau-khuyen-hoc"])
def test_a_source_is_known_by_its_other_title_and_its_other_address(data: Catalog, form: Path, called: str) -> None:
    fill(form, {**NEW, "source": called})
    outcome = read_form(data, form)
    assert outcome.marks == ()
    assert rows_added(outcome, data) == [WANTED.replace("dong-lau-2025-03-01", "dong-lau-2024-12-20")]
