"""Tables that are not our form, and articles: read by rule, asked where no rule reaches, never bent in silence."""

import csv
import time
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from hoctap.check.gate import check
from hoctap.cli import main
from hoctap.contribute.articles.chosen import entry_of, numbered
from hoctap.contribute.articles.goals import is_goal
from hoctap.contribute.articles.numbers import numbers
from hoctap.contribute.articles.outline import outline
from hoctap.contribute.articles.page import paragraphs
from hoctap.contribute.articles.proposals import proposals
from hoctap.contribute.naming.contradiction import contradicts
from hoctap.contribute.naming.figures import read_figure
from hoctap.contribute.naming.indicator_names import name_of
from hoctap.contribute.naming.periods import periods_in
from hoctap.contribute.naming.unit_names import parse_place
from hoctap.contribute.naming.words import concepts, written_out
from hoctap.contribute.placing import dry_run
from hoctap.contribute.sandbox import RefusedError
from hoctap.contribute.tables.labels import bare_name
from hoctap.contribute.tables.long import understand
from hoctap.contribute.tables.opening import Cell, Grid, grids
from hoctap.contribute.tables.rows import CELL, SKIP, Understood
from hoctap.load import load
from hoctap.model.catalog import Catalog
from hoctap.model.record import Indicator
from opendocument import ods, ods_cell, ods_row
from small_catalog import make

pytestmark = pytest.mark.usefixtures("read_here")

SOURCE = "dong-lau-2025-03-01"
TABLE = [
    ["Biểu 2. SỐ LIỆU CÁN BỘ"],
    ["tính đến ngày 31/12/2024"],
    ["STT", "Đơn vị", "Tổng số cán bộ", "Trình độ thạc sĩ", "Trình độ đại học", "Ghi chú"],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
    [1, "Sở GD&ĐT Đông Lâu", 120, 30, 80, ""],
    [2, "Trường THPT Hồ Sen", 45, 12, "gần 30", "mới"],
    [3, "Sở Thủy lợi", 60, 10, 40, ""],
    ["", "Cộng", 225, 53, 150, ""],
    ["NGƯỜI LẬP BIỂU", "", "", "", "GIÁM ĐỐC"],
]


@pytest.fixture
def repository(packages: Path) -> Path:
    return packages


def workbook(path: Path, rows: list[list[object]], title: str = "Biểu") -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def understood(data: Catalog, path: Path) -> Understood:
    return understand(data, grids(path), {})


def clear(found: Understood) -> dict[str, tuple[str, str, str, str, str]]:
    return {
        row.cell: (row.unit_id, row.indicator_id, row.period, row.value, row.qualifier)
        for row in found.rows
        if not row.question
    }


def test_a_table_of_units_and_indicators_is_read_with_the_cell_of_each_figure(data: Catalog, tmp_path: Path) -> None:
    found = understood(data, workbook(tmp_path / "bieu.xlsx", TABLE))
    assert clear(found) == {
        "Biểu!C5": ("so-giao-duc-tinh-dong-lau", "staff-total", "2024-12-31", "120", "exact"),
        "Biểu!D5": ("so-giao-duc-tinh-dong-lau", "staff-master", "2024-12-31", "30", "exact"),
        "Biểu!E5": ("so-giao-duc-tinh-dong-lau", "staff-bachelor", "2024-12-31", "80", "exact"),
        "Biểu!C6": ("truong-thpt-ho-sen", "staff-total", "2024-12-31", "45", "exact"),
        "Biểu!D6": ("truong-thpt-ho-sen", "staff-master", "2024-12-31", "12", "exact"),
        "Biểu!E6": ("truong-thpt-ho-sen", "staff-bachelor", "2024-12-31", "30", "nearly"),
    }


def test_a_unit_that_is_not_known_is_asked_and_the_total_is_checked_but_not_taken(
    data: Catalog, tmp_path: Path
) -> None:
    found = understood(data, workbook(tmp_path / "bieu.xlsx", TABLE))
    assert [row.cell for row in found.rows if row.question] == ["Biểu!C7", "Biểu!D7", "Biểu!E7"]
    assert {cell for cell, why in found.left_out if "tổng" in why} == {"Biểu!C8", "Biểu!D8", "Biểu!E8"}
    assert found.remarks == ["Biểu!D8: dòng tổng ghi 53, các dòng cộng lại là 52"]


def test_each_figure_of_a_table_that_is_not_understood_is_asked_about(data: Catalog, tmp_path: Path) -> None:
    rows: list[list[object]] = [["SỔ TRỰC"], ["TT", "Việc", "Số lần"], [1, "Trực cổng", 12], [2, "Chép sổ", 14]]
    found = understood(data, workbook(tmp_path / "so-truc.xlsx", rows))
    assert [(row.cell, bool(row.question)) for row in found.rows] == [("Biểu!C3", True), ("Biểu!C4", True)]
    skipped = understand(data, grids(tmp_path / "so-truc.xlsx"), {(CELL, "Biểu!C3"): SKIP})
    assert [row.cell for row in skipped.rows] == ["Biểu!C4"]


@pytest.mark.apart
def test_a_table_in_word_has_its_place_as_table_row_and_column(data: Catalog, tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_paragraph("Trường THPT Hồ Sen, năm 2025")
    rows = [["Chỉ tiêu", "ĐVT", "Thực hiện"], ["Tổng số cán bộ", "người", "1.045"], ["Trình độ thạc sĩ", "người", "x"]]
    table = document.add_table(3, 3)
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    document.save(str(tmp_path / "bieu.docx"))
    found = understood(data, tmp_path / "bieu.docx")
    assert clear(found) == {"1/2/3": ("truong-thpt-ho-sen", "staff-total", "2025", "1045", "exact")}


_RUN = "<w:r><w:t>{}</w:t></w:r>"
_BY = 'w:id="1" w:author="a" w:date="2026-01-01T00:00:00Z"'


@pytest.mark.parametrize(
    ("inside", "read"),
    [
        (
            f"<w:del {_BY}><w:r><w:delText>950</w:delText></w:r></w:del><w:ins {_BY}>{_RUN.format('1.045')}</w:ins>",
            "1045",
        ),
        (f"{_RUN.format('1')}<w:ins {_BY}>{_RUN.format('.045')}</w:ins>", "1045"),
        (
            f"<w:moveFrom {_BY}>{_RUN.format('950')}</w:moveFrom><w:moveTo {_BY}>{_RUN.format('1.045')}</w:moveTo>",
            "1045",
        ),
        (f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{_RUN.format('1.045')}</w:sdtContent></w:sdt>", "1045"),
        (f'<w:fldSimple w:instr=" =SUM(ABOVE) ">{_RUN.format("1.045")}</w:fldSimple>', "1045"),
        (f'<w:smartTag w:uri="u" w:element="e">{_RUN.format("1.")}</w:smartTag>{_RUN.format("045")}', "1045"),
        (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{_RUN.format('99')}</w:sdtContent></w:sdt>", ""),
    ],
)
def test_a_cell_of_word_says_what_its_page_shows_with_changes_accepted(
    data: Catalog, tmp_path: Path, inside: str, read: str
) -> None:
    from docx import Document
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = Document()
    document.add_paragraph("Trường THPT Hồ Sen, năm 2025")
    table = document.add_table(2, 3)
    for row, texts in enumerate((["Chỉ tiêu", "ĐVT", "Thực hiện"], ["Tổng số cán bộ", "người", ""])):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    paragraph = parse_xml(f"<w:p {nsdecls('w')}>{inside}</w:p>")
    table.cell(1, 2)._tc.replace(table.cell(1, 2).paragraphs[0]._p, paragraph)
    document.save(str(tmp_path / "bieu.docx"))
    assert [figure[3] for figure in clear(understood(data, tmp_path / "bieu.docx")).values()] == [read] * bool(read)


def test_a_row_of_word_that_is_to_go_is_asked_about(data: Catalog, tmp_path: Path) -> None:
    from docx import Document
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = Document()
    document.add_paragraph("Trường THPT Hồ Sen, năm 2025")
    table = document.add_table(2, 3)
    for row, texts in enumerate((["Chỉ tiêu", "ĐVT", "Thực hiện"], ["Tổng số cán bộ", "người", "1.045"])):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.rows[1]._tr.insert(0, parse_xml(f"<w:trPr {nsdecls('w')}><w:del {_BY}/></w:trPr>"))
    document.save(str(tmp_path / "bieu.docx"))
    assert [bool(row.question) for row in understood(data, tmp_path / "bieu.docx").rows] == [True]


@pytest.mark.parametrize(
    ("head", "value", "question"),
    [
        ("Số tiền vận động", 35, "Bảng không ghi đơn vị tính"),
        ("Số tiền vận động (triệu đồng)", "12 15", "một"),
        ("Số vở tặng", 35, "chưa có chỉ tiêu nào như vậy"),
        ("Kế hoạch vận động quỹ (triệu đồng)", 35, "không phải kết quả"),
        ("Tỷ lệ đạt Công dân học tập", 105, "lớn hơn 100%"),
        ("Tỷ lệ đạt Công dân học tập", 0.85, "0.85% hay 85"),
        ("Công dân học tập", 12.5, "số nguyên"),
    ],
)
def test_what_may_be_read_two_ways_is_asked(
    head: str, value: object, question: str, data: Catalog, tmp_path: Path
) -> None:
    rows: list[list[object]] = [["Năm 2025"], ["TT", "Đơn vị", head], [1, "Tỉnh Đông Lâu", value]]
    found = understood(data, workbook(tmp_path / "bieu.xlsx", rows))
    assert clear(found) == {}
    assert len(found.rows) == 1
    assert question in found.rows[0].question


def test_without_a_period_in_the_file_every_figure_is_asked_and_one_answer_settles_all(
    data: Catalog, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "bieu.xlsx", [["TT", "Đơn vị", "Công dân học tập"], [1, "Tỉnh Đông Lâu", 900]])
    assert clear(understood(data, path)) == {}
    answered = understand(data, grids(path), {("thời kỳ", ""): "2025"})
    assert clear(answered) == {"Biểu!C2": ("tinh-dong-lau", "learning-citizens", "2025", "900", "exact")}


def test_a_unit_whose_area_had_ended_is_asked_about_with_the_day(data: Catalog, tmp_path: Path) -> None:
    rows = [["NĂM 2026"], ["TT", "Đơn vị", "Tỷ lệ đạt Công dân học tập (%)"], [1, "Huyện Khê Đá", 12.5]]
    (row,) = understood(data, workbook(tmp_path / "bieu.xlsx", rows)).rows
    assert row.question.endswith("Huyện Khê Đá, tỉnh Suối Bạc chỉ có đến hết ngày 30/6/2025")


@pytest.mark.apart
def test_intake_shows_asks_keeps_the_answers_and_then_writes(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = workbook(tmp_path / "bieu.xlsx", TABLE)
    words = ["intake", str(file), "--root", str(repository), "--source", SOURCE]
    assert main(words) == 1
    printed = capsys.readouterr().out
    assert "6 số đã rõ, 3 số phải hỏi bằng 1 câu." in printed
    assert "Câu hỏi 1, đơn vị «Sở Thủy lợi», 3 ô: Biểu!C7, Biểu!D7, Biểu!E7\n" in printed
    kept = tmp_path / "bieu.anh-xa.csv"
    asked = list(csv.reader(kept.read_text(encoding="utf-8-sig").splitlines()))
    hint = "chưa có thì thêm: hoctap new unit --set name_vi='Sở Thủy lợi'"
    assert asked == [["loại", "ghi trong tệp", "là", "gợi ý"], ["đơn vị", "Sở Thủy lợi", "", hint]]
    kept.write_text(kept.read_text(encoding="utf-8").replace("Sở Thủy lợi,,", "Sở Thủy lợi,bỏ qua,"), encoding="utf-8")
    assert main(words) == 0, capsys.readouterr().out
    written = (repository / "datapackages/unit-statistics/data/observations/dong-lau.csv").read_text(encoding="utf-8")
    assert f"{SOURCE},Biểu!C5," in written
    assert check(repository).findings == ()


@pytest.mark.parametrize(
    ("typed", "answer", "code", "printed", "in_data"),
    [
        ("452.300", "", 0, "sổ đã có đúng số này của nguồn này: Biểu!C2", "452300,exact,,,binh-ho-2026-05,đoạn 6,"),
        ("452.301", "", 1, "Giá trị: 452.300 → 452.301", "452300,exact,,,binh-ho-2026-05,đoạn 6,"),
        ("hơn 452.300", "", 1, "Cách nói: đúng → hơn", "452300,exact,,,binh-ho-2026-05,đoạn 6,"),
        ("452.301", "bỏ qua", 1, "Bỏ qua 1 ô", "452300,exact,,,binh-ho-2026-05,đoạn 6,"),
        ("452.301", "452301", 0, "", "452301,exact,,,binh-ho-2026-05,Biểu!C2,"),
    ],
)
def test_a_figure_that_the_data_have_of_the_source_stays_and_another_number_is_asked(
    repository: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    typed: str,
    answer: str,
    code: int,
    printed: str,
    in_data: str,
) -> None:
    file = workbook(tmp_path / "bieu.xlsx", [["TT", "Đơn vị", "Công dân học tập"], [1, "Tỉnh Đông Lâu", typed]])
    kept = f"loại,ghi trong tệp,là\nô,Biểu!C2,{answer}\nthời kỳ,,2025\n"
    (tmp_path / "bieu.anh-xa.csv").write_text(kept, encoding="utf-8")
    assert main(["intake", str(file), "--root", str(repository), "--source", "binh-ho-2026-05"]) == code
    assert printed in capsys.readouterr().out
    data = (repository / "datapackages/unit-statistics/data/observations/dong-lau.csv").read_text(encoding="utf-8")
    assert f"learning-citizens,2025,moment,stated,{in_data}" in data


def test_an_unknown_source_is_told_before_a_table_is_asked_about(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = workbook(tmp_path / "bieu.xlsx", TABLE)
    assert main(["intake", str(file), "--root", str(repository), "--dry-run", "--source", "bao-khong-co"]) == 2
    printed = capsys.readouterr()
    assert "sổ không có nguồn «bao-khong-co»" in printed.err
    assert not printed.out


def test_an_answer_that_is_no_code_is_refused_with_its_line(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = workbook(tmp_path / "bieu.xlsx", TABLE)
    (tmp_path / "tra-loi.csv").write_text("loại,ghi trong tệp,là\nđơn vị,Sở Thủy lợi,so-thuy-loi\n", encoding="utf-8")
    assert main(["intake", str(file), "--root", str(repository), "--map", str(tmp_path / "tra-loi.csv")]) == 1
    assert "tra-loi.csv, dòng 2: cột «là» phải là mã đơn vị" in capsys.readouterr().err


def test_the_long_table_is_printed_as_csv(repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = workbook(tmp_path / "bieu.xlsx", TABLE)
    assert main(["intake", str(file), "--root", str(repository), "--long", "--format", "csv"]) == 0
    lines = list(csv.DictReader(capsys.readouterr().out.splitlines()))
    assert len(lines) == 9
    assert lines[0]["cell"] == "Biểu!C5"
    assert not (tmp_path / "bieu.anh-xa.csv").exists()


@pytest.mark.parametrize("name", ["bieu.xls", "bieu.ods", "bieu.docx", "bieu.pdf"])
def test_a_file_that_is_not_what_its_name_says_is_refused_in_one_line(
    name: str, repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(b"\x00\x01 not a table \xff" * 50)
    assert main(["intake", str(tmp_path / name), "--root", str(repository), "--long"]) == 1
    assert capsys.readouterr().err.startswith("hoctap: ")


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("1.234.567", "1234567", "exact"), ("95,4 tỷ", "95400000000", "exact"),
        ("hơn 88 tỷ đồng", "88000000000", "over"),
        ("24.018,7 tr.đ", "24018700000", "exact"), ("12.000tr", "12000000000", "exact"), ("6 500", "6500", "exact"),
        ("≈ 26%", "26", "about"), ("251.306*", "251306", "exact"), ("15 tỷ 250 triệu đồng", "15250000000", "exact"),
    ],
)  # fmt: skip
def test_a_figure_typed_as_text_is_read(text: str, value: str, qualifier: str) -> None:
    figure = read_figure(text) if "." not in text.rstrip("*") or "tr" in text else None
    from hoctap.load.measures import Measure

    figure = figure or read_figure(text, Measure("count", "nguoi", "người", "Hội viên"))
    assert (figure.value, figure.qualifier, figure.why) == (Decimal(value), qualifier, "")


@pytest.mark.parametrize(
    ("note", "staff", "raised", "in_title"),
    [
        ("tính đến 31/12 hằng năm", "2026-12-31", "2026", "2026"),
        ("Số liệu đến ngày 31 tháng 12 hàng năm", "2026-12-31", "2026", "2026"),
        ("tính tới 30/6 hằng năm", "2026-06-30", "", ""),
        ("lũy kế đến 31/12 hằng năm", "2026-12-31", "", "2026"),  # a title of one year says since when
        ("tính đến 31/11 hằng năm", "2026", "2026", "2026"),
        ("báo cáo hằng năm", "2026", "2026", "2026"),
    ],
)
@pytest.mark.parametrize("is_in_title", [False, True])
def test_a_day_of_each_year_dates_what_there_is_and_asks_of_what_was_done(
    note: str, staff: str, raised: str, in_title: str, is_in_title: bool, data: Catalog, tmp_path: Path
) -> None:
    head = ["Đơn vị", "Năm", "Tổng số cán bộ", "Quỹ vận động được (triệu đồng)"]
    title = f"CÁN BỘ VÀ QUỸ{' NĂM 2026' if is_in_title else ''}"
    ours: list[list[object]] = [["Trường THPT Hồ Sen", 2026, 120, ""], ["HKH tỉnh Đông Lâu", 2026, "", 41200]]
    rows: list[list[object]] = [[title], [f"({note})"], [*head], *ours]
    if is_in_title:
        rows = [row[:1] + row[2:] for row in rows]
    found = understood(data, workbook(tmp_path / "bieu.xlsx", rows))
    periods = {row.indicator_id: row.period for row in found.rows if not row.question}
    raised = in_title if is_in_title else raised
    assert periods == {"staff-total": staff} | ({"fund-raised-vnd": raised} if raised else {})


@pytest.mark.parametrize("text", ["-", "…", "x", "chưa báo cáo", "không có", ""])
def test_a_mark_is_no_figure_and_no_zero(text: str) -> None:
    figure = read_figure(text)
    assert (figure.value, figure.why) == (None, "")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("6 tháng đầu năm 2025", "2025-01/2025-06"), ("tính đến hết ngày 31/12/2024", "2024-12-31"),
        ("9 tháng năm 2025", "2025-01/2025-09"), ("Năm học 2024-2025", "2024/2025"),
        ("quý III/2023", "2023-07/2023-09"),
        ("cuối năm 2022", "2022-12-31"), ("năm 2024", "2024"), ("2023", "2023"), ("tháng 6/2025", "2025-06"),
        ("6 tháng cuối năm 2025", "2025-07/2025-12"),
    ],
)  # fmt: skip
def test_a_period_is_found_in_a_title(text: str, period: str) -> None:
    assert [period_found.period for period_found in periods_in(f"KẾT QUẢ {text}" if text != "2023" else text)] == [
        period
    ]


def test_abbreviations_that_differ_by_a_mark_are_different_things() -> None:
    assert concepts(written_out("CĐHT")) == {"learning-community"}
    assert concepts(written_out("CDHT")) == {"learning-citizen"}
    assert concepts(written_out("Tổng số hộ")) != concepts(written_out("Tổng số dòng họ"))


def test_the_name_of_a_unit_is_parsed() -> None:
    name = parse_place("HKH huyện Đam Rông, tỉnh Lâm Đồng")
    assert (name.association, name.kind, name.core, name.rest) == (True, "huyện", "đam rông", "tỉnh lâm đồng")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("vận động được 127 tỷ 640 triệu đồng", [("127 tỷ 640 triệu đồng", "127640000000")]),
        ("có hơn 61 nghìn hội viên", [("61 nghìn", "61000")]),
        ("mức từ 300 đến 500 nghìn đồng", [("300", "300000"), ("500 nghìn đồng", "500000")]),
        ("đạt 3.190/3.797 xóm (84%)", [("3.190/3.797", "3190"), ("84%", "84")]),
        ("Ngày 22/4/2025, lúc 19h, tại tầng 3, số 27 ngõ 14, ĐT 0238.0000.000", []),
        ("nhiệm kỳ 2025 - 2030, độ tuổi 15-60, lớp 9A1, mức độ 2, 58 tuổi, 12-15 km", []),
        ("Quyết định số 677/QĐ-TTg và Thông tư số 22/2020/TT-BGDĐT", []),
        ("có 118 đồng chí là đảng viên", [("118", "118")]),
        ("chi 1.102.000.000 đồng", [("1.102.000.000 đồng", "1102000000")]),
        ("ĐT 0235.0000.000 hoặc 0227 000 0000", []),
    ],
)
def test_only_numbers_that_may_be_figures_are_found_in_a_sentence(text: str, found: list[tuple[str, str]]) -> None:
    assert [(each.exact, f"{each.value:f}") for each in numbers(text)] == found


ARTICLE = """Đông Lâu: kết quả xây dựng xã hội học tập năm 2025
Sở Giáo dục và Đào tạo tỉnh Đông Lâu có 118 cán bộ, công chức, viên chức, người lao động; trong đó có 30 thạc sĩ.
Năm 2025, toàn tỉnh có 9.020 người được công nhận “Công dân học tập”, đạt 61,5%, vượt 1,5% so với kế hoạch.
Hội nghị có 186 đại biểu, trao 27 giấy khen. Điện thoại 0238.0000.000.
Năm 2026, phấn đấu 65% người lớn đạt danh hiệu “Công dân học tập”.
"""


def test_an_article_gives_what_it_says_with_its_place_and_nothing_else(data: Catalog) -> None:
    proposed = proposals(data, paragraphs(ARTICLE), "2025-12-20")
    assert [(p.paragraph, p.exact, p.indicator_id, p.value, p.kind) for p in proposed] == [
        ("2", "118", "staff-total", "118", "observation"),
        ("2", "30", "staff-master", "30", "observation"),
        ("3", "9.020", "learning-citizens", "9020", "observation"),
        ("3", "61,5%", "learning-citizens-rate", "61.5", "observation"),
        ("5", "65%", "learning-citizens-rate", "65", "target"),
    ]
    assert [p.period for p in proposed[2:]] == ["2025", "2025", "2026"]
    assert all(p.exact in p.words for p in proposed)


@pytest.mark.parametrize(
    "line",
    [
        "Hội Khuyến học xã An Hội Khuyến học xã Bình đã có 1.200 người đạt danh hiệu “Công dân học tập”.",
        "Năm 2025, toàn tỉnh có 1.200 người đạt danh hiệu “Công dân học tập” " + "a" * 20_000,
    ],
    ids=["one association within the words of another", "a word without end"],
)
def test_an_odd_sentence_neither_stops_the_reader_nor_keeps_it_long(data: Catalog, line: str) -> None:
    started = time.process_time()
    assert [each.value for each in proposals(data, ["Hội Khuyến học tỉnh Đông Lau", line], "2025-12-20")] == ["1200"]
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    ("speaker", "values"),
    [
        ("Chị Hoa khoe", []),
        ("Bác Nguyễn Văn Bình, Chủ tịch Hội Khuyến học tỉnh, cho biết", ["1200"]),
        ("Theo báo cáo, kể từ đầu năm", ["1200"]),
    ],
)
def test_who_leads_an_association_speaks_of_it_and_others_of_their_own(
    data: Catalog, speaker: str, values: list[str]
) -> None:
    line = f"{speaker}: “Năm 2025, toàn tỉnh có 1.200 người đạt danh hiệu Công dân học tập”."
    found = proposals(data, ["Hội Khuyến học tỉnh Đông Lau", line], "2025-12-20")
    assert [each.value for each in found] == values


def test_the_last_half_of_a_year_that_is_nearly_over_hides_no_later_year() -> None:
    sentence = "6 tháng cuối năm, mở 12 lớp"
    assert is_goal(sentence, "", (), "", "2024-07-01")
    assert not is_goal(sentence, "", (), "", "2024-10-01")
    assert is_goal(sentence, "", (), "Kế hoạch năm 2025: ", "2024-10-01")


@pytest.mark.parametrize(
    ("lines", "aim"),
    [
        (["Báo cáo", "I. KẾT QUẢ", "II. MỤC TIÊU", "1. Đến năm 2027", "a) 75% gia đình học tập."], True),
        (["Kế hoạch", "1. Hiện trạng năm 2023", "- Gia đình học tập: 71%.", "2. Mục tiêu", "- 75%."], True),
        (["Kế hoạch", "1. Mục tiêu", "- 75%.", "2. Hiện trạng năm 2023", "- Gia đình học tập: 71%."], False),
        (["Tin", "Đại hội đề ra các chỉ tiêu:", "- 70% gia đình học tập.", "Đại hội bầu 37 ủy viên."], None),
        (["Tin", "Huyện phấn đấu thu 1 tỷ đồng.", "* TRẢNG BOM - Hội vận động 2,37 tỷ đồng."], None),
        (["Tin", "Kết quả năm 2023, phương hướng năm 2024", "1. Tổ chức", "- 12 chi hội."], None),
    ],
)
def test_the_nearest_heading_says_whether_a_line_is_of_aims(lines: list[str], aim: bool | None) -> None:
    assert list(outline(lines))[-1].aim is aim


@pytest.mark.parametrize("text", ["2023-13/2024-99", "2024-02/2023-01", "2024-00/2024-05"])
def test_months_that_are_none_are_no_period(text: str) -> None:
    assert periods_in(text) == ()


@pytest.mark.parametrize(
    ("name", "bare"), [("Trong đó: Đắk Mil", "Đắk Mil"), ("Trong đóng góp", "Trong đóng góp"), ("Gồm", "Gồm")]
)
def test_a_name_of_a_part_loses_only_whole_words(name: str, bare: str) -> None:
    assert bare_name(name) == bare


def test_a_sheet_of_marks_in_brackets_is_read_once_for_its_notes() -> None:
    cells = {(row, 1): Cell("text", f"{row} (1)") for row in range(1, 50)}
    assert Grid("csv", cells).notes == frozenset()
    assert Grid("csv", {**cells, (60, 1): Cell("text", "(1) Số ước tính"), (61, 1): Cell("text", "(2)")}).notes == {
        "(1)"
    }


def test_a_note_below_a_table_explains_the_mark_behind_a_figure(data: Catalog, tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_paragraph("Trường THPT Hồ Sen, năm 2025")
    table = document.add_table(2, 3)
    for row, texts in enumerate((["Chỉ tiêu", "ĐVT", "Thực hiện"], ["Tổng số cán bộ", "người", "1.045 (2)"])):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    document.save(str(tmp_path / "bieu.docx"))
    assert clear(understood(data, tmp_path / "bieu.docx")) == {}
    document.add_paragraph("Ghi chú: (1) Số ước tính; (2) Đã trừ người nghỉ hưu.")
    document.save(str(tmp_path / "bieu.docx"))
    assert clear(understood(data, tmp_path / "bieu.docx")) == {
        "1/2/3": ("truong-thpt-ho-sen", "staff-total", "2025", "1045", "exact")
    }


@pytest.mark.parametrize(("frames", "address"), [(1, "2/2/3"), (2, "3/2/3")])
def test_a_table_inside_a_cell_of_another_is_read(data: Catalog, tmp_path: Path, frames: int, address: str) -> None:
    from docx import Document

    document = Document()
    document.add_paragraph("Trường THPT Hồ Sen, năm 2025")
    cell = document.add_table(1, 1).cell(0, 0)
    for _ in range(1, frames):
        cell = cell.add_table(1, 1).cell(0, 0)
    table = cell.add_table(2, 3)
    for row, texts in enumerate((["Chỉ tiêu", "ĐVT", "Thực hiện"], ["Tổng số cán bộ", "người", "1.045"])):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    document.save(str(tmp_path / "bieu.docx"))
    assert clear(understood(data, tmp_path / "bieu.docx")) == {
        address: ("truong-thpt-ho-sen", "staff-total", "2025", "1045", "exact")
    }


@pytest.mark.parametrize(
    ("text", "value"),
    [("1 tỷ 120 triệu", 1120000000), ("2 triệu 500 nghìn", 2500000), ("3 tỷ 75 triệu đồng", 3075000000), ("85", 0)],
)
def test_a_sum_that_says_its_own_measure_is_not_multiplied_by_that_of_the_table(text: str, value: int) -> None:
    assert read_figure(text).scaled is (value > 0)
    assert not value or read_figure(text).value == value


def test_a_saved_page_reads_as_its_text() -> None:
    page = "<!doctype html><html><head><title>x</title><style>p{}</style></head><body><nav>Trang chủ 12</nav>"
    page += "<h1>Tin&nbsp;<b>mới</b></h1><p>Có 12 hội viên.<br>Hết.</p><script>var n = 5</script></body></html>"
    assert paragraphs(page) == ("Tin mới", "Có 12 hội viên.", "Hết.")


def test_of_a_saved_page_menus_and_links_to_other_articles_propose_nothing(data: Catalog) -> None:
    title, *body = ARTICLE.strip().splitlines()
    other = "Sở Giáo dục và Đào tạo Đông Lâu có 999 cán bộ"
    page = f'<!doctype html><html><body><ul class="menu"><li><a href="/">Trang chủ</a></li><li><a>{other}</a></li></ul>'
    page += f'<h1><a href="#">{title}</a></h1>' + "".join(f"<p>{line}</p>" for line in body)
    page += f"<div><a>{other}</a> | <a>{other}</a></div><p>Tin liên quan</p><p>{other}</p></body></html>"
    assert [each.exact for each in proposals(data, paragraphs(page), "2025-12-20")] == [
        each.exact for each in proposals(data, paragraphs(ARTICLE), "2025-12-20")
    ]


@pytest.mark.parametrize(
    "line", ["Xem thêm: Sở có 999 cán bộ", "Tin cùng chuyên mục: Sở có 999 cán bộ", "Từ khóa: 999 cán bộ"]
)
def test_what_stands_below_an_article_is_not_part_of_it(data: Catalog, line: str) -> None:
    lines = ("Sở Giáo dục và Đào tạo tỉnh Đông Lâu xây dựng đơn vị học tập", line)
    assert proposals(data, lines, "2025-12-20") == ()


@pytest.mark.parametrize(
    ("words", "operator", "mode"),
    [
        ("Năm 2027, trường phấn đấu có 70% cán bộ đạt Công dân học tập.", ">=", "phan-dau"),
        ("Năm 2027, trường phấn đấu có trên 70% cán bộ đạt Công dân học tập.", ">=", "phan-dau"),
        ("Năm 2027, trường phấn đấu có ít nhất 70% cán bộ đạt Công dân học tập.", ">=", "phan-dau"),
        ("Chỉ tiêu đặt ra năm 2027: 70% cán bộ đạt Công dân học tập.", ">=", "phan-dau"),
        ("Kế hoạch năm 2027: 70% cán bộ đạt Công dân học tập.", ">=", "ke-hoach"),
    ],
)
def test_a_goal_keeps_the_sign_and_the_mode_of_its_words(words: str, operator: str, mode: str, data: Catalog) -> None:
    lines = ("Trường THPT Hồ Sen xây dựng đơn vị học tập", "Đăng ngày 20/11/2025", words)
    [goal] = [each for each in proposals(data, lines) if each.kind == "target"]
    cells = entry_of(data, goal, SOURCE).cells
    assert (cells["operator"], cells["mode"], cells["value"]) == (operator, mode, "70")
    assert ("nguồn ghi «trên 70%»" in cells["note"]) is ("trên" in words)
    assert dry_run(data, [entry_of(data, goal, SOURCE)]).findings == ()  # the checks take what is proposed


@pytest.mark.parametrize(("head", "is_all"), [("Số dòng họ", True), ("Dòng họ được công nhận", False)])
def test_those_that_were_recognised_are_not_all_there_are(head: str, *, is_all: bool) -> None:
    clans = make(Indicator, indicator_id="clans-total", name_vi="Tổng số dòng họ", value_type="count")
    found = concepts(written_out(head))
    name = name_of(clans, clans.name_vi, "dòng họ")
    assert name.core <= found
    assert contradicts(name, found) is not is_all


def test_read_shows_names_hedges_and_thousands_as_an_office_writes_them(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bai.txt"
    file.write_text(
        "Năm 2025, tỉnh Đông Lâu có hơn 9.020 người được công nhận “Công dân học tập”.\n"
        "Tỉnh Đông Lâu phấn đấu năm 2026 có 65,5% người lớn đạt danh hiệu “Công dân học tập”.\n",
        encoding="utf-8",
    )
    assert main(["read", str(file), "--root", str(repository)]) == 0
    printed = [line for line in capsys.readouterr().out.splitlines() if line[0].isdigit() and "[" in line]
    place = "Tỉnh Đông Lâu [tinh-dong-lau]"
    assert printed[:2] == [
        f"1. [số liệu, đoạn 1, chắc] {place} · Công dân học tập · 2025: hơn 9.020",
        f"2. [mục tiêu, đoạn 2, chắc] {place} · Tỷ lệ người lớn đạt Công dân học tập · 2026: 65,5",
    ]


def test_read_writes_nothing_until_proposals_are_accepted_by_number(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bai.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    path = repository / "datapackages/unit-statistics/data/observations/dong-lau.csv"
    before = path.read_bytes()
    words = ["read", str(file), "--root", str(repository)]
    assert main(words) == 0
    printed = capsys.readouterr().out
    assert "5 đề xuất" in printed
    assert path.read_bytes() == before
    assert main([*words, "--source", SOURCE, "--accept", "3"]) == 0
    assert "learning-citizens,2025,moment,stated,9020" in path.read_text(encoding="utf-8")  # of a stock, as in a form
    assert "đoạn 3" in path.read_text(encoding="utf-8")


def test_a_proposal_that_the_data_have_already_says_so(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bai.txt"
    path = repository / "datapackages/unit-statistics/data/observations/dong-lau.csv"
    before = path.read_bytes()
    words = ["read", str(file), "--root", str(repository), "--source", "binh-ho-2026-05", "--accept", "1"]
    text = "Tỉnh Đông Lâu\n\nNăm 2025, tỉnh Đông Lâu có {} công dân học tập.\n"
    file.write_text(text.format("452.300"), encoding="utf-8")
    assert main(words) == 0
    assert "1 số sổ đã có đúng như thế, giữ nguyên." in capsys.readouterr().out
    assert path.read_bytes() == before
    file.write_text(text.format("452.301"), encoding="utf-8")
    assert main([*words, "--dry-run"]) == 0
    assert "đoạn 2: hỏi lại, sổ đã có dòng này: Giá trị: 452.300 → 452.301" in capsys.readouterr().out


def test_a_source_is_named_by_its_title_and_an_address_too(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bai.txt").write_text(ARTICLE, encoding="utf-8")
    words = ["read", str(tmp_path / "bai.txt"), "--root", str(repository), "--accept", "3", "--dry-run", "--source"]
    known = load(repository, validate=False).catalog.sources[SOURCE]
    for name in (known.title, known.title.upper(), f"{known.url}?utm_source=zalo"):
        assert main([*words, name]) == 0
        assert f",{SOURCE}," in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"PK\x03\x04\xba\xff", "đọc được chữ"),
        (b"a,b\n1,2\n", "dòng đầu phải là: loại, ghi trong tệp, là, gợi ý"),
        (None, "không có tệp"),
    ],
)
def test_answers_that_are_none_are_told_by_the_file_they_were_looked_for_in(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, why: str
) -> None:
    file, kept = tmp_path / "bieu.csv", tmp_path / "tra-loi.csv"
    file.write_text(
        "Kết quả năm 2024\nĐơn vị,Cán bộ học trực tuyến\nSở Giáo dục và Đào tạo tỉnh Đông Lâu,99\n", "utf-8"
    )
    if content is not None:
        kept.write_bytes(content)
    assert main(["intake", str(file), "--root", str(repository), "--map", str(kept)]) == 1
    error = capsys.readouterr().err
    assert why in error
    assert "tra-loi.csv" in error


@pytest.mark.parametrize(
    ("source", "answer"),
    [((), "thiếu --source"), (("--source", "bao-khong-co"), "sổ không có nguồn «bao-khong-co»")],
)
def test_nothing_is_accepted_without_a_source_that_the_data_have(
    source: tuple[str, ...], answer: str, repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bai.txt").write_text(ARTICLE, encoding="utf-8")
    words = ["read", str(tmp_path / "bai.txt"), "--root", str(repository), "--accept", "3", *source]
    assert main(words) == 2
    error = capsys.readouterr().err
    assert answer in error
    assert "hoctap new source" in error


def test_proposals_come_as_a_sheet_that_intake_reads(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bai.txt").write_text(ARTICLE, encoding="utf-8")
    sheet = tmp_path / "de-xuat.xlsx"
    words = ["read", str(tmp_path / "bai.txt"), "--root", str(repository), "--source", SOURCE, "--form", str(sheet)]
    assert main(words) == 0
    main(["intake", str(sheet), "--root", str(repository), "--dry-run"])
    out = capsys.readouterr().out
    assert "learning-citizens,2025" in out or "Số liệu!" in out


def test_a_file_without_any_table_is_told_what_a_table_is(repository: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Đơn vị:Chỉ tiêu:Giá trị\nSở:Tổng số:12\n", encoding="utf-8")
    assert main(["intake", str(path), "--root", str(repository)]) == 1


@pytest.mark.parametrize("text", ["0", "9", "1-99", "một", "3-1", ""])
def test_a_number_that_is_no_proposal_is_refused(text: str) -> None:
    with pytest.raises(RefusedError, match="--accept phải là"):
        numbered(text, 5)
    assert numbered("1,3-5", 5) == (1, 3, 4, 5)


def test_what_an_ods_hides_strikes_or_notes_is_not_taken_in_silence(data: Catalog, tmp_path: Path) -> None:
    empty = "<table:covered-table-cell/>"
    rows = (
        ods_row(ods_cell("Năm 2025"))
        + ods_row(ods_cell("TT"), ods_cell("Đơn vị"), ods_cell("Cán bộ", ' table:number-columns-spanned="2"'), empty)
        + ods_row("<table:table-cell/>", "<table:table-cell/>", ods_cell("Tổng số"), ods_cell("Trình độ thạc sĩ"))
        + ods_row(ods_cell(1), ods_cell("Trường THPT Hồ Sen"), ods_cell(45), ods_cell(12))
        + ods_row(ods_cell(2), ods_cell("Sở GD&ĐT Đông Lâu"), ods_cell(120, ' table:style-name="gach"'), ods_cell(30))
        + ods_row(
            ods_cell(3), ods_cell("Trường THPT Hồ Sen"), ods_cell(9), ods_cell(9), more=' table:visibility="collapse"'
        )
    ).replace("&Đ", "&amp;Đ")
    struck = (
        '<style:style style:name="gach" style:family="table-cell">'
        '<style:text-properties style:text-line-through-style="solid"/></style:style>'
    )
    found = understood(data, ods(tmp_path / "bieu.ods", rows, struck))
    assert clear(found) == {
        "Biểu!C4": ("truong-thpt-ho-sen", "staff-total", "2025", "45", "exact"),
        "Biểu!D4": ("truong-thpt-ho-sen", "staff-master", "2025", "12", "exact"),
        "Biểu!D5": ("so-giao-duc-tinh-dong-lau", "staff-master", "2025", "30", "exact"),
    }
    assert [row.cell for row in found.rows if row.question] == ["Biểu!C5", "Biểu!C6", "Biểu!D6"]
    assert {row.cell for row in found.rows if "đang ẩn" in row.question} == {"Biểu!C6", "Biểu!D6"}


@pytest.mark.parametrize(
    ("value", "display", "read"),
    [
        (150, "150 triệu đồng", "150000000"),
        (150000000, "150 triệu đồng", "150000000"),
        (150000000, "150.000.000 ₫", "150000000"),
        (150, "150 hộ", ""),
    ],
)
def test_what_the_format_of_an_ods_shows_beside_a_number_counts(
    value: int, display: str, read: str, data: Catalog, tmp_path: Path
) -> None:
    rows = ods_row(ods_cell("Năm 2025")) + ods_row(
        ods_cell("TT"), ods_cell("Đơn vị"), ods_cell("Số tiền vận động (đồng)")
    )
    rows += ods_row(ods_cell(1), ods_cell("Hội Khuyến học tỉnh Đông Lâu"), ods_cell(value, display=display))
    found = understood(data, ods(tmp_path / "bieu.ods", rows))
    assert [row.value for row in found.rows if not row.question] == ([read] if read else [])


@pytest.mark.parametrize(
    ("rows", "question"),
    [
        ([["Năm 2025"], ["TT", "Đơn vị", "Tổng số cán bộ"], [1, "Trường THPT Hồ Sen", 45],
          [2, "", 46]], "dòng không ghi tên đơn vị"),
        ([["Năm 2025"], ["Chỉ tiêu", "ĐVT", "Trường THPT Hồ Sen"], ["Tổng số cán bộ", "người", 45], ["", "", 12]],
         "dòng không ghi tên chỉ tiêu"),
        ([["Năm 2025"], ["TT", "Đơn vị", "Tổng số cán bộ", "Cán bộ, tổng số"], [1, "Trường THPT Hồ Sen", 45, 46]],
         "cùng chỉ tiêu, cùng thời kỳ mà khác số"),
        ([["Năm 2024"], ["TT", "Đơn vị", "Công dân học tập"],
          [1, "Tỉnh Đông Lâu", 88.1], [2, "Huyện Khê Đá", 91]],
         "cùng cột có số lẻ"),
    ],
)  # fmt: skip
def test_what_one_figure_says_of_another_is_asked(
    rows: list[list[object]], question: str, data: Catalog, tmp_path: Path
) -> None:
    found = understood(data, workbook(tmp_path / "bieu.xlsx", rows))
    assert any(question in row.question for row in found.rows)


def test_an_xlsx_file_that_is_called_xls_is_read_as_what_it_is(data: Catalog, tmp_path: Path) -> None:
    book = workbook(tmp_path / "bieu.xlsx", TABLE)
    assert clear(understood(data, book.rename(tmp_path / "bieu.xls"))) != {}


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 90_000, "quá nhiều phần tử"),
        ("<w:tbl><w:tr><w:tc>" * 3000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 3000, "không đọc được"),
    ],
    ids=["many elements", "deep"],
)
def test_a_word_file_that_would_take_too_much_is_refused(part: str, words: str, tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_table(2, 2)
    document.save(str(tmp_path / "a.docx"))
    with (
        zipfile.ZipFile(tmp_path / "a.docx") as source,
        zipfile.ZipFile(tmp_path / "b.docx", "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for each in source.infolist():
            text = source.read(each)
            body = text.replace(b"</w:tbl>", b"</w:tbl>" + part.encode(), 1)
            archive.writestr(each.filename, body if each.filename == "word/document.xml" else text)
    with pytest.raises(RefusedError, match=words):
        grids(tmp_path / "b.docx")


ANSWERED: list[
    tuple[str, list[list[object]], dict[tuple[str, str], str], dict[str, tuple[str, str, str, str, str]]]
] = [
    (
        "a header nobody has met",
        [["Năm 2025"], ["TT", "Đơn vị", "Số người khỏi mù"], [1, "Tỉnh Đông Lâu", 900]],
        {("chỉ tiêu", "Số người khỏi mù"): "learning-citizens"},
        {"Biểu!C3": ("tinh-dong-lau", "learning-citizens", "2025", "900", "exact")},
    ),
    (
        "a name that is not in the register",
        [["Năm 2025"], ["TT", "Đơn vị", "Công dân học tập"], [1, "Xứ Đông", 900]],
        {("đơn vị", "Xứ Đông (địa bàn, cơ quan)"): "tinh-dong-lau"},
        {"Biểu!C3": ("tinh-dong-lau", "learning-citizens", "2025", "900", "exact")},
    ),
    (
        "a cell with two numbers",
        [["Năm 2025"], ["TT", "Đơn vị", "Công dân học tập"], [1, "Tỉnh Đông Lâu", "12 15"]],
        {("ô", "Biểu!C3"): "15"},
        {"Biểu!C3": ("tinh-dong-lau", "learning-citizens", "2025", "15", "exact")},
    ),
    (
        "a column across that is a time",
        [["Trường THPT Hồ Sen năm 2025"], ["Nội dung", "Đợt một"], ["Tổng số cán bộ", 45]],
        {("cột", "Đợt một"): "2025-01/2025-06"},
        {"Biểu!B3": ("truong-thpt-ho-sen", "staff-total", "2025-01/2025-06", "45", "exact")},
    ),
]


@pytest.mark.parametrize(("what", "rows", "answers", "wanted"), ANSWERED, ids=[each[0] for each in ANSWERED])
def test_one_answer_settles_all_that_was_asked_about_one_thing(
    what: str,
    rows: list[list[object]],
    answers: dict[tuple[str, str], str],
    wanted: dict[str, tuple[str, str, str, str, str]],
    data: Catalog,
    tmp_path: Path,
) -> None:
    path = workbook(tmp_path / "bieu.xlsx", rows)
    asked = understood(data, path)
    assert clear(asked) == {}, what
    assert set(answers) <= set(asked.open_names)
    assert clear(understand(data, grids(path), answers)) == wanted
