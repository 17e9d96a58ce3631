"""A half-year or year report of the site comes back: whose it is, what changed, what is new, what has to be mended."""

import csv
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from hoctap.cli import main
from hoctap.contribute.intake import FormOutcome, NoTableError, marked_copy, outcome_lines, read_form
from hoctap.contribute.placing import written
from hoctap.contribute.report_head import Head
from hoctap.load import load
from hoctap.model.carrier import CARRIER
from hoctap.model.catalog import Catalog
from hoctap.vietnamese.writing import lower_first
from hoctap.views.report_spans import span_called
from hoctap.views.report_words import HEAD, MARK, SUBJECT, SUBJECT_OF_OFFICES, VERSION

pytestmark = pytest.mark.usefixtures("read_here")

ASSOCIATION, AREA = "hoi-khuyen-hoc-tinh-dong-lau", "tinh-dong-lau"
SOURCE = f"{ASSOCIATION}-bao-cao-2025"
CITIZENS, RATE, FUND = "Công dân học tập được công nhận", "Tỷ lệ Công dân học tập", "Vận động trong kỳ"
TITLE, NAME, DAY = f"{SUBJECT} năm 2025", "Hội Khuyến học tỉnh Đông Lâu", "ngày 15 tháng 01 năm 2026"
Row = tuple[object, ...]
# What the page fills in of the register, and what it then carries.
GIVEN: list[Row] = [(1, CITIZENS, "người", 452300, 400000, 52300), (2, RATE, "%", 61.5, 60, 1.5)]
CARRIED = [
    [MARK, VERSION, ASSOCIATION, "2025"],
    ["learning-citizens", "Tỉnh Đông Lâu", "452.300"],
    ["learning-citizens-rate", "Tỉnh Đông Lâu", "61,5%"],
]
NOT_CARRIED: list[list[str]] = []


def report(
    path: Path, rows: Sequence[Row] = GIVEN, carried: Sequence[list[str]] = CARRIED, above: Sequence[str] = ()
) -> Path:
    """Write a report as the page does; `above` are other lines than its title, name and day."""
    book = Workbook()
    (sheet,) = book.worksheets
    sheet.title = "Số liệu"
    for line in [*((text,) for text in above or (TITLE, NAME, DAY)), tuple(HEAD.values()), *rows]:
        sheet.append(list(line))
    if carried:
        unseen = book.create_sheet(CARRIER)
        unseen.sheet_state = "veryHidden"
        for texts in carried:
            unseen.append(texts)
    book.save(path)
    return path


def new_rows(outcome: FormOutcome) -> set[str]:
    """Return the rows that are written with this report as their source, without it."""
    table = outcome.trial.after.tables["observations"]
    rows = (dict(zip(table.resource.header, row.cells, strict=True)) for row in table.rows)
    names = ("unit_id", "indicator_id", "period", "qualifier", "value")
    return {" ".join(row[name] for name in names) for row in rows if row["source_id"] == SOURCE}


@pytest.fixture
def catalog(repository: Path) -> Catalog:
    return load(repository, validate=False).catalog


@pytest.mark.parametrize("carried", [CARRIED, NOT_CARRIED], ids=["as made", "with nothing carried"])
def test_a_report_that_nobody_changed_does_nothing(
    catalog: Catalog, tmp_path: Path, carried: Sequence[list[str]]
) -> None:
    outcome = read_form(catalog, report(tmp_path / "a.xlsx", GIVEN, carried))
    assert (outcome.marks, outcome.trial.files, outcome.corrections) == ((), {}, ())


def test_a_number_of_the_register_that_changed_there_since_is_not_written_back(
    catalog: Catalog, tmp_path: Path
) -> None:
    was = [CARRIED[0], ["learning-citizens", "Tỉnh Đông Lâu", "450.000"]]
    outcome = read_form(catalog, report(tmp_path / "a.xlsx", [(1, CITIZENS, "người", "450.000")], was))
    assert (outcome.marks, outcome.trial.files) == ((), {})


def test_changed_and_new_numbers_are_rows_of_the_report_and_comparisons_are_none(
    catalog: Catalog, tmp_path: Path
) -> None:
    rows: list[Row] = [
        ("Mô hình học tập",),
        (1, CITIZENS, "người", "hơn 455.000", 400000, "55.000"),
        GIVEN[1],
        ("Quỹ khuyến học",),
        ("", FUND, "đồng", "1,9 tỷ", "1,8 tỷ", "100 triệu"),
    ]
    outcome = read_form(catalog, report(tmp_path / "a.xlsx", rows))
    assert outcome.marks == ()
    assert new_rows(outcome) == {
        f"{AREA} learning-citizens 2025-12-31 over 455000",
        f"{ASSOCIATION} fund-raised-vnd 2025 exact 1900000000",
    }
    assert len(outcome.additions) == 2
    (correction,) = outcome.corrections
    assert correction.startswith(f"khác trước: {CITIZENS} (báo cáo in sẵn 452.300) → hơn 455.000; số theo nguồn «")
    source = outcome.trial.after.sources[SOURCE]
    assert (source.title, source.published_on.text) == (
        f"Báo cáo {TITLE[0].lower()}{TITLE[1:]} của {NAME}",
        "2026-01-15",
    )


def test_without_what_it_carried_a_number_unlike_the_register_is_asked_about(catalog: Catalog, tmp_path: Path) -> None:
    file = report(tmp_path / "a.xlsx", [(1, CITIZENS, "người", 455000), (2, FUND, "đồng", "1,9 tỷ")], NOT_CARRIED)
    outcome = read_form(catalog, file)
    assert [(mark.spot, mark.answers) for mark in outcome.marks] == [("D5", ("đúng",))]
    marked_copy(file, tmp_path / "marked.xlsx", outcome.marks)
    book = load_workbook(tmp_path / "marked.xlsx")
    book["Lỗi cần sửa"]["I2"] = "đúng"
    book.save(tmp_path / "answered.xlsx")
    answered = read_form(catalog, tmp_path / "answered.xlsx")
    assert answered.marks == ()
    assert f"{AREA} learning-citizens 2025-12-31 exact 455000" in new_rows(answered)


@pytest.mark.apart
def test_a_report_sent_again_corrects_its_own_rows(catalog: Catalog, repository: Path, tmp_path: Path) -> None:
    first = read_form(catalog, report(tmp_path / "a.xlsx", [*GIVEN, (3, FUND, "đồng", 1_900_000_000)]))
    written(catalog, first.trial.files)
    now = load(repository, validate=False).catalog
    again = read_form(now, report(tmp_path / "b.xlsx", [*GIVEN, (3, FUND, "đồng", 1_900_000_000)]))
    assert (again.marks, again.trial.files) == ((), {})
    assert again.known == ("Số tiền vận động được cho quỹ khuyến học · 2025: 1.900.000.000",)
    carried = [*CARRIED, ["fund-raised-vnd", "", "1,9 tỷ đồng"]]
    corrected = read_form(now, report(tmp_path / "c.xlsx", [(1, FUND, "đồng", "2 tỷ"), *GIVEN], carried))
    assert corrected.marks == ()
    assert corrected.corrections == (
        "sửa: Số tiền vận động được cho quỹ khuyến học · 2025: Giá trị: 1.900.000.000 → 2.000.000.000",
    )
    stale = [*CARRIED, ["fund-raised-vnd", "", "1,8 tỷ đồng"]]
    conflict = read_form(now, report(tmp_path / "d.xlsx", [(1, FUND, "đồng", "2 tỷ"), *GIVEN], stale))
    assert [(mark.spot, mark.rule) for mark in conflict.marks] == [("D5", "newer-truth-is-kept")]


# What is odd in a report, and the cells that are marked for it.
ODD = {
    "a title of another period": (GIVEN, (f"{SUBJECT} năm 2024", NAME, DAY), {"A1"}),
    "a title of no period that is known": (GIVEN, (f"{SUBJECT} 9 tháng đầu năm 2025", NAME, DAY), {"A1"}),
    "the name of another unit": (GIVEN, (TITLE, "Sở Giáo dục và Đào tạo tỉnh Đông Lâu", DAY), {"A2"}),
    "a name that nobody bears": (GIVEN, (TITLE, "Hội Khuyến học xã Nào Đó", DAY), {"A2"}),
    "no day, and something new": (
        [(1, FUND, "đồng", "1,9 tỷ")],
        (TITLE, NAME, "ngày …… tháng …… năm ………"),
        {"A3"},
    ),
    "a day before the period, and something new": (
        [(1, FUND, "đồng", "1,9 tỷ")],
        (TITLE, NAME, "ngày 15 tháng 01 năm 2016"),
        {"A3"},
    ),
    "a title of a year that none reports of": (GIVEN, (f"{SUBJECT} năm 0001", NAME, DAY), {"A1"}),
    "no day, and nothing new": (GIVEN, (TITLE, NAME, "ngày …… tháng …… năm ………"), set()),
    "a line that no report has": ([*GIVEN, (3, "Số cây đa đầu làng", "cây", 12)], (), {"B7"}),
    "a number without a name": ([*GIVEN, (3, None, None, 12)], (), {"B7"}),
    "another measure": ([(1, CITIZENS, "tỷ đồng", 452300)], (), {"D5"}),
    "no number": ([(1, CITIZENS, "người", "nhiều")], (), {"D5"}),
    "a share that is none": ([(1, RATE, "%", "161,5")], (), {"D5"}),
    "a column of the sender": ([(*GIVEN[0], "", "", "chưa kể trường học")], (), {"I5"}),
    "a line twice": ([(1, FUND, "đồng", "1,9 tỷ"), (2, FUND, "đồng", "2 tỷ")], (), {"B6"}),
    "an indicator by its own name": ([(3, "Số tiền vận động được cho quỹ khuyến học", "đồng", "1,9 tỷ")], (), set()),
    "only comparisons": ([(1, FUND, "đồng", None, "1,8 tỷ", "tăng")], (), set()),
}  # fmt: skip


@pytest.mark.parametrize("case", ODD)
def test_what_is_odd_in_a_report_comes_back_marked(catalog: Catalog, tmp_path: Path, case: str) -> None:
    rows, above, spots = ODD[case]
    outcome = read_form(catalog, report(tmp_path / "a.xlsx", rows, CARRIED, above))
    assert {mark.spot for mark in outcome.marks} == spots, list(outcome_lines(outcome))


def test_a_period_that_no_report_is_of_is_asked_about_wherever_it_is_written(catalog: Catalog, tmp_path: Path) -> None:
    outcome = read_form(catalog, report(tmp_path / "a.xlsx", GIVEN, [[MARK, VERSION, ASSOCIATION, "0001"]]))
    assert {mark.rule for mark in outcome.marks} == {"period-is-known"}


def test_reports_of_a_long_name_and_of_two_periods_are_two_sources() -> None:
    spans = [span_called(code) for code in ("2025", "2025-h1")]
    codes = {Head(span, "", "Hội Khuyến học " * 12, SUBJECT, "").source["source_id"] for span in spans if span}
    assert len(codes) == len(spans)
    assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", code) for code in codes)


def test_the_subject_of_an_office_is_told_however_it_is_spaced(catalog: Catalog, tmp_path: Path) -> None:
    title = f"{SUBJECT_OF_OFFICES.replace(' ', '  ', 1)} năm 2025"
    file = report(tmp_path / "a.xlsx", [(1, FUND, "đồng", "1,9 tỷ")], above=(title, NAME, DAY))
    source = read_form(catalog, file).trial.after.sources[SOURCE]
    assert source.title.startswith(f"Báo cáo {lower_first(SUBJECT_OF_OFFICES)} năm 2025")


def test_a_table_with_the_same_heads_is_no_report_of_ours(catalog: Catalog, tmp_path: Path) -> None:
    rows: list[Row] = [(1, "Số cây đa đầu làng", "cây", 12), (2, CITIZENS, "người", 1)]
    with pytest.raises(NoTableError):
        read_form(catalog, report(tmp_path / "a.xlsx", rows, NOT_CARRIED))
    with pytest.raises(NoTableError):
        read_form(catalog, report(tmp_path / "b.xlsx", GIVEN, NOT_CARRIED, ("Báo cáo của xã", NAME, DAY)))


def test_the_long_table_of_a_report_has_every_figure_with_its_cell(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = report(tmp_path / "a.xlsx", [*GIVEN, (3, FUND, "đồng", "hơn 1,9 tỷ", "1,8 tỷ")])
    assert main(["intake", str(file), "--root", str(repository), "--long"]) == 0
    _, *lines = csv.reader(capsys.readouterr().out.splitlines())
    assert [(*line[:3], *line[4:6], line[7], line[8]) for line in lines] == [
        (AREA, "learning-citizens", "2025-12-31", "452300", "exact", "Số liệu!D5", ""),
        (AREA, "learning-citizens-rate", "2025-12-31", "61.5", "exact", "Số liệu!D6", ""),
        (ASSOCIATION, "fund-raised-vnd", "2025", "1900000000", "over", "Số liệu!D7", ""),
    ]
