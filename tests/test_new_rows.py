"""A new row, source or form beside what the data have: what is told is of the row that was sent, and what to do."""

import re
from pathlib import Path

import openpyxl
import pytest

from hoctap.cli import main
from hoctap.contribute.intake import read_form
from hoctap.contribute.template import template
from hoctap.load.names import register_of
from hoctap.model.catalog import Catalog

pytestmark = pytest.mark.usefixtures("read_here")

UNIT = "so-giao-duc-tinh-dong-lau"
KNOWN = "dong-lau-2025-03-01"
FIGURE = {"unit_id": UNIT, "indicator_id": "staff-total", "source_id": KNOWN, "locator": "mục 4"}


@pytest.fixture
def repository(packages: Path) -> Path:
    return packages


def output_of(repository: Path, capsys: pytest.CaptureFixture[str], kind: str, **cells: str) -> str:
    answers = [word for name, text in cells.items() for word in ("--set", f"{name}={text}")]
    main(["new", kind, "--no-input", "--dry-run", "--root", str(repository), *answers])
    return capsys.readouterr().out


def of_known(data: Catalog) -> tuple[str, str]:
    source = next(each for each in data.sources.values() if each.url and "?" not in each.url)
    return source.source_id, source.url


@pytest.mark.parametrize(
    "written",
    [
        lambda url: url.replace("https:", "http:"),
        lambda url: f"{url}?utm_source=zalo&fbclid=x",
        lambda url: f"{url}#cuoi-bai",
        lambda url: url.replace("//", "//www."),
        lambda url: f"{url}/",
        lambda url: f"{url}/amp",
        lambda url: f"{url}?amp=1",
        lambda url: f"{url}/index.html",
        lambda url: re.sub("(//[^/]+)/", r"\1:443//", url),
    ],
)
def test_a_source_at_a_known_address_is_told_its_code_whatever_the_new_one_is_called(
    repository: Path, data: Catalog, capsys: pytest.CaptureFixture[str], written: object
) -> None:
    code, url = of_known(data)
    assert callable(written)
    for publisher in ("A", "Ý"):  # the new row sorts before the known one, then behind it
        out = output_of(repository, capsys, "source", title="Bài thử", publisher=publisher, url=written(url))
        assert f"[{code}]" in out
        assert f"dùng mã nguồn đã có: {code}" in out


def test_an_address_on_two_lines_is_asked_for_again_and_one_with_a_blank_is_written(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken, whole = (
        output_of(repository, capsys, "source", title="Bài thử", publisher="A", url=f"https://khac.example/a{mark}b")
        for mark in ("\n", " ")
    )
    assert "address-is-on-the-web" in broken
    assert "%20" not in broken
    assert "https://khac.example/a%20b" in whole


def test_an_address_names_its_source_without_what_says_who_passed_it_on(data: Catalog) -> None:
    code, url = of_known(data)
    sources = register_of(data, "sources")
    assert sources.find(f"{url}?utm_source=zalo").code == code
    assert sources.find(code.upper()).code == code
    unknown = sources.find("https://khong.vn/bai-la")
    assert (unknown.code, unknown.near) == ("", ())


def test_a_row_of_the_data_that_a_new_one_makes_doubtful_is_told_as_such(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = output_of(
        repository, capsys, "observation", **(FIGURE | {"indicator_id": "staff-bachelor"}), period="2024", value="9000"
    )
    row = f"{UNIT} · staff-bachelor · 2025-03-01 · {KNOWN}"
    assert f"dòng đã có trong sổ, {row}: phải cùng cỡ với kỳ kề bên của đơn vị (kỳ 2024 là 9.000)" in out


def test_a_source_with_the_title_of_another_is_not_told_a_line_that_is_not_there_yet(
    repository: Path, data: Catalog, capsys: pytest.CaptureFixture[str]
) -> None:
    known = data.sources["dong-lau-2024-12-20"]
    cells = {"title": known.title, "publisher": known.publisher, "published_on": "2024-12-20"}
    out = output_of(repository, capsys, "source", **cells, url="https://khac.example/a", source_id="a-2024")
    assert f"dòng đã có trong sổ, {known.source_id}: cùng tên, nơi đăng và ngày với dòng đang thêm" in out


def test_a_row_that_takes_the_place_of_another_shows_what_was_there(
    repository: Path, data: Catalog, capsys: pytest.CaptureFixture[str]
) -> None:
    row = next(row for row in data.observations if row.unit_id == UNIT and row.source_id == KNOWN and row.value)
    cells = {"unit_id": UNIT, "indicator_id": row.indicator_id, "period": row.period.text, "locator": row.locator}
    cells |= {"source_id": KNOWN, "breakdown": row.breakdown}
    out = output_of(repository, capsys, "observation", **cells, value=f"{int(row.value or 0) + 1}")
    assert "hỏi lại, sổ đã có dòng này: " in out
    assert "Giá trị: " in out
    same = output_of(repository, capsys, "observation", **cells, value=f"{row.value}", period_status=row.period_status)
    assert "sổ đã có dòng này" not in same


def test_of_a_period_that_is_not_read_nobody_is_asked_the_kind(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = output_of(repository, capsys, "observation", **FIGURE, period="hôm nay", value="118")
    assert "period-is-known" in out
    assert "period_kind" not in out


def test_a_stop_while_the_row_is_tried_gives_back_what_was_answered(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("hoctap.contribute.new_row.dry_run", stopped)
    answers = [f"--set={name}={text}" for name, text in {**FIGURE, "period": "2024", "value": "118"}.items()]
    assert main(["new", "observation", "--no-input", "--root", str(repository), *answers]) == 130
    out = capsys.readouterr().out
    assert "Chưa ghi gì. Làm tiếp: hoctap new observation" in out
    assert "--set value=118" in out


def form_with(data: Catalog, path: Path, *sources: dict[str, str]) -> Path:
    """Return a form of the unit with new sources, by the titles of their columns."""
    path.write_bytes(template(data, UNIT))
    book = openpyxl.load_workbook(path)
    sheet = book["Nguồn mới"]
    heads = {str(cell.value).rstrip(" *"): cell.column for cell in sheet[1]}
    for row, cells in enumerate(sources, 2):
        for title, text in cells.items():
            sheet.cell(row, heads[title], text)
    book.save(path)
    return path


NEW = {"Tựa đề": "Bài một", "Nơi đăng": "Báo Đông Lâu", "Ngày đăng": "12/2025", "Loại nguồn": "Báo chí"}


@pytest.mark.parametrize(("typed", "code"), [("", "bao-dong-lau-2025-12"), ("Báo Đông Lâu 25", "bao-dong-lau-25")])
def test_a_new_source_without_a_right_code_is_told_the_code_to_write(
    data: Catalog, tmp_path: Path, typed: str, code: str
) -> None:
    outcome = read_form(data, form_with(data, tmp_path / "a.xlsx", {**NEW, "Mã nguồn": typed}))
    assert [(mark.spot, mark.cure) for mark in outcome.marks] == [("A2", f"ghi {code}")]


def test_a_new_source_at_a_known_address_is_told_the_code_that_the_data_have(data: Catalog, tmp_path: Path) -> None:
    code, url = of_known(data)
    sent = {**NEW, "Mã nguồn": "a-2025", "Địa chỉ": f"{url}?utm_source=x"}
    marks = read_form(data, form_with(data, tmp_path / "a.xlsx", sent)).marks
    assert [mark.rule for mark in marks] == ["source-address-is-unique"]
    assert f"dùng mã nguồn đã có: {code}" in marks[0].cure


def test_an_address_in_a_form_is_read_from_a_link_and_never_glued(data: Catalog, tmp_path: Path) -> None:
    sent = {**NEW, "Mã nguồn": "a-2025", "Địa chỉ": '=HYPERLINK("https://bao.example/bai", "Bài báo")'}
    path = form_with(data, tmp_path / "a.xlsx", sent)
    assert "https://bao.example/bai" in "".join(read_form(data, path).trial.files.values())
    marks = read_form(data, form_with(data, tmp_path / "b.xlsx", {**sent, "Địa chỉ": "https://bao.vn/a\nb"})).marks
    assert [(mark.spot, mark.rule) for mark in marks] == [("E2", "address-is-on-the-web")]


def test_a_new_source_under_the_code_of_another_does_not_take_its_place(data: Catalog, tmp_path: Path) -> None:
    sent = {**NEW, "Mã nguồn": KNOWN}
    marks = read_form(data, form_with(data, tmp_path / "a.xlsx", sent)).marks
    assert [(mark.spot, mark.rule) for mark in marks] == [("A2", "key-is-unique")]
    assert data.sources[KNOWN].title in marks[0].must
    assert "như bao-dong-lau-2025-12" in marks[0].cure


def test_two_new_sources_of_one_title_are_told_by_their_lines_in_the_file(data: Catalog, tmp_path: Path) -> None:
    one = {**NEW, "Mã nguồn": "a-2025", "Địa chỉ": "https://bao.example/a"}
    path = form_with(data, tmp_path / "a.xlsx", one, {**one, "Mã nguồn": "b-2025"})
    outcome = read_form(data, path)
    messages = [mark.must for mark in (*outcome.marks, *outcome.questions)]
    assert any("dòng 2 của trang Nguồn mới" in must for must in messages)
    assert not any("của sổ" in must for must in messages)


def test_a_form_whose_headers_are_gone_is_told_so_and_no_row_is_called_removed(data: Catalog, tmp_path: Path) -> None:
    path = form_with(data, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(path)
    book["Số liệu"].delete_rows(1)
    book.save(path)
    marks = read_form(data, path).marks
    assert [(mark.sheet, mark.rule) for mark in marks] == [("Số liệu", "column-is-known")]
    assert "Giá trị" in marks[0].cure


def test_the_code_of_a_row_is_no_column_that_is_not_understood(data: Catalog, tmp_path: Path) -> None:
    path = form_with(data, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(path)
    head = next(cell for cell in book["Số liệu"][1] if str(cell.value).startswith("Giá trị"))
    head.value = "Thực hiện"
    book.save(path)
    (mark,) = read_form(data, path).marks
    assert "«Thực hiện»" in mark.cure
    assert "Mã dòng" not in mark.cure
