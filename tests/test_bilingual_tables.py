"""Tables in two languages: read as if the English beside the Vietnamese were not there; names are no English."""

import pytest

from hoctap.contribute.tables.bilingual import without_translation
from hoctap.contribute.tables.labels import label
from hoctap.contribute.tables.long import understand
from hoctap.contribute.tables.opening import Grid
from hoctap.model.catalog import Catalog
from typed_sheets import sheet

NAME = "Sở Giáo dục và Đào tạo tỉnh Đông Lâu"
PLAIN = """BÁO CÁO NĂM 2025
TT|Đơn vị|Tổng số cán bộ|Trình độ thạc sĩ|Trình độ đại học
1|Sở Giáo dục và Đào tạo tỉnh Đông Lâu|120|30|80
2|Trường THPT Hồ Sen|45|12|30
|Cộng|165|42|110"""
IN_LINES = """BÁO CÁO NĂM 2025; Report of the year
TT; No.|Đơn vị; By|Tổng số cán bộ; Total staff|Trình độ thạc sĩ; Master's degree|Trình độ đại học; Bachelor's degree
1|Sở Giáo dục và Đào tạo tỉnh Đông Lâu; Department of Education|120|30|80
2|Trường THPT Hồ Sen; Ho Sen High School|45|12|30
|Cộng; Total|165|42|110"""
ROW = """BÁO CÁO NĂM 2025
TT|Đơn vị|Tổng số cán bộ|Trình độ thạc sĩ|Trình độ đại học
No.|Unit|Total staff|Master's degree|Bachelor's degree
1|Sở Giáo dục và Đào tạo tỉnh Đông Lâu|120|30|80
2|Trường THPT Hồ Sen|45|12|30
|Cộng|165|42|110"""
COLUMN = """BÁO CÁO NĂM 2025
Đơn vị|Units|Tổng số cán bộ|Trình độ thạc sĩ|Trình độ đại học
Sở Giáo dục và Đào tạo tỉnh Đông Lâu|Department of Education|120|30|80
Trường THPT Hồ Sen|Ho Sen High School|45|12|30
Cộng|Total|165|42|110"""

FIRST = "\n".join(
    "|".join(" / ".join(reversed(each.split("; "))) for each in line.split("|")) for line in IN_LINES.splitlines()
)
LAST = "\n".join(
    "|".join((*line.split("|")[:1], *line.split("|")[2:], *line.split("|")[1:2])) for line in COLUMN.splitlines()
)


def in_two(text: str) -> Grid:
    """Return a sheet typed as one text; «; » parts the lines in a cell."""
    return sheet(row.replace("; ", "\n") for row in text.splitlines())


def figures(catalog: Catalog, grid: Grid) -> list[tuple[str, str, str, str]]:
    """Return the figures that need no question."""
    found = understand(catalog, [grid], {}).rows
    return [(row.unit_id, row.indicator_id, row.period, row.value) for row in found if not row.question]


@pytest.mark.parametrize(
    "text",
    [
        IN_LINES,
        IN_LINES.replace("; ", " / "),
        IN_LINES.replace("; ", " – "),
        IN_LINES.replace("; No.", "").replace("; By", " (Unit)").replace("; Total staff", " (Total staff)"),
        ROW,
        COLUMN,
        LAST,
        FIRST,
    ],
    ids=["lines", "strokes", "dashes", "brackets", "row", "column", "last column", "English first"],
)
def test_a_table_in_two_languages_is_read_as_in_one(text: str, catalog: Catalog) -> None:
    assert figures(catalog, in_two(text)) == figures(catalog, in_two(PLAIN)) != []


NAMES = "TT|Đơn vị|Học bổng; Vallet|Quà; Honda|Hộp thư; Email|Tài trợ; Samsung\n1|Ngân hàng; Agribank|1|2|3|4"


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        NAMES,
        "TT|Đơn vị|Hội viên / KH|Xe đạp / CLB|Quà / TTHTCĐ|TH / KH\n1|Sở A|1|2|3|4",
        "TT|Don vi|Hoi vien; Nu|Chi hoi; Moi|Quy; Thu|Quy; Chi\n1|So A|1|2|3|4",
        "TT|Đơn vị|Hộp thư; Email of staff\n1|Sở A|4",
    ],
)
def test_names_abbreviations_and_texts_without_marks_are_no_translation(text: str, catalog: Catalog) -> None:
    assert without_translation(catalog, [in_two(text)])[0].cells == in_two(text).cells


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Số suất học bổng đã trao; Scholarships awarded", "Số suất học bổng đã trao"),
        ("Quy đổi (USD); Equivalent (USD)", "Quy đổi (USD)"),
        ("Đơn vị thực hiện; By", "Đơn vị thực hiện"),
        ("2025 (dự kiến / planned)", "2025 (dự kiến / planned)"),
        ("2025; planned", "2025\nplanned"),
        ("Cộng 2019-2024; Total", "Cộng 2019-2024"),
        ("Ngân hàng Agribank / Vietcombank", "Ngân hàng Agribank / Vietcombank"),
        ("Bảng 1 / Table 1. Kết quả của Quỹ / Results of the Fund", "Bảng 1 / Table 1. Kết quả của Quỹ"),
    ],
)
def test_of_a_text_in_two_languages_the_vietnamese_is_left(text: str, left: str, catalog: Catalog) -> None:
    grid = in_two(f"{text}\n{IN_LINES}")
    assert without_translation(catalog, [grid])[0].cells[1, 1].text == left


@pytest.mark.parametrize("text", ["2025 (planned)", "2025 planned", "Target 2025", "Số hội viên (estimated)"])
def test_what_is_planned_in_english_is_no_result(text: str) -> None:
    assert label(text).plan
