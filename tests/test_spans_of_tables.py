"""Times of several columns or rows: terms, and what is counted from the start of the year on, month after month."""

import pytest

from hoctap.check.gate import Checked
from hoctap.contribute.tables.long import understand
from hoctap.contribute.tables.times_over import timed
from hoctap.model.catalog import Catalog
from miniature import with_indicators
from typed_sheets import sheet

WHEN = "số vào lúc nào của nhiệm kỳ?"
WHICH = "cột này là gì?"
FIELDS = "indicator_id name_vi like stock_flow definition_vi"
INDICATORS = (
    ("members", "Hội viên khuyến học", "staff-total", "stock", "Số hội viên."),
    ("party-committee-members", "Cấp ủy viên", "staff-total", "stock", "Số cấp ủy viên trong nhiệm kỳ."),
    ("scholarships-awarded", "Suất học bổng đã trao", "trained-total", "flow", "Số suất đã trao trong kỳ."),
)


@pytest.fixture(scope="module")
def catalog(checked: Checked) -> Catalog:
    return with_indicators(checked.catalog, FIELDS, INDICATORS)


def read(catalog: Catalog, rows: str) -> dict[str, str]:
    """Return the period, or the question, of each figure of a sheet."""
    found = understand(catalog, [sheet(rows.strip().splitlines())], {}).rows
    return {row.cell.removeprefix("S!"): row.question or row.period for row in found}


OFFICE = "SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH ĐÔNG LÂU"
TERMS = (
    # heads over the columns, name of the row, what the two figures are of
    ("|Nhiệm kỳ|>\n|2010 - 2015|2015 - 2020", "Suất học bổng đã trao", ("2010/2015", "2015/2020")),
    ("|Các nhiệm kỳ|>\n|2008-2013|2013-2018", "Suất học bổng đã trao trong nhiệm kỳ", ("2008/2013", "2013/2018")),
    ("|NK 2013-2018|NK 2018-2023", "Suất học bổng đã trao", ("2013/2018", "2018/2023")),
    ("|Nhiệm kỳ III (2008-2013)|Nhiệm kỳ IV (2013-2018)", "Suất học bổng đã trao", ("2008/2013", "2013/2018")),
    ("|Nhiệm kỳ|>\n|2015-2020|2020-2025", "Cấp ủy viên", ("2015/2020", "2020/2025")),
    ("|Nhiệm kỳ|>\n|2015-2020|2020-2025", "Hội viên khuyến học", (WHEN, WHEN)),
    ("|NK 2013-2018|NK 2018-2023", "Suất học bổng đã trao cuối nhiệm kỳ", ("chưa có", "chưa có")),
    ("|Giai đoạn|>\n|2008 - 2013|2013 - 2018", "Suất học bổng đã trao", (WHICH, WHICH)),
    ("|2008 - 2013|2013 - 2018", "Suất học bổng đã trao", (WHICH, WHICH)),  # terms or stages?
)


@pytest.mark.parametrize(("heads", "name", "wanted"), TERMS)
def test_two_years_under_the_word_are_a_term(heads: str, name: str, wanted: tuple[str, str], catalog: Catalog) -> None:
    found = read(catalog, f"{OFFICE}\nBIỂU SO SÁNH\nNội dung{heads}\n{name}|40|50\nCấp ủy viên khác|1|2")
    last = f"{3 + heads.count(chr(10)) + 1}"
    assert [wanted[at] in found[f"{column}{last}"] for at, column in enumerate("BC")] == [True, True]


def test_rows_of_terms_and_a_title_that_names_them_say_what_two_years_are(catalog: Catalog) -> None:
    rows = f"{OFFICE}\nNhiệm kỳ|Suất học bổng đã trao|Hội viên khuyến học\n2008 - 2013|500|90\n2013 - 2018|600|95"
    assert read(catalog, rows) == {"B3": "2008/2013", "C3": WHEN, "B4": "2013/2018", "C4": WHEN}
    title = "KẾT QUẢ HAI NHIỆM KỲ 2013 - 2018 VÀ 2018 - 2023"
    rows = f"{OFFICE}\n{title}\nTT|Nội dung|2013 - 2018|2018 - 2023\n1|Suất học bổng đã trao|500|600"
    assert read(catalog, rows) == {"C4": "2013/2018", "D4": "2018/2023"}


HALF, NINE = "2024-01/2024-06", "2024-01/2024-09"
SINCE = (
    ("Thực hiện (lũy kế từ đầu năm)|>|>", "6 tháng|9 tháng|Cả năm", (HALF, NINE, "2024")),
    ("Thực hiện lũy kế|>|>", "6T|9T|12T", (HALF, NINE, "2024")),
    ("Kết quả cộng dồn|>|>", "6 tháng đầu năm|9 tháng đầu năm|12 tháng", (HALF, NINE, "2024")),
    ("Lũy kế thực hiện từ đầu năm đến|>|>", "Quý II|Quý III|Quý IV", (HALF, NINE, "2024")),
    ("Cộng dồn từ 01/01|>|>", "Tháng 6|Tháng 9|Tháng 12", (HALF, NINE, "2024")),
    ("Cộng dồn từ đầu năm đến|>|>", "Quý I|Hết quý II|Hết quý III", ("2024-01/2024-03", HALF, NINE)),
    ("Kết quả (lũy kế)|>|>", "Quý II|Quý III|Quý IV", (WHICH, WHICH, WHICH)),  # since when?
    ("Lũy kế năm 2023|>|>", "6 tháng|9 tháng|Cả năm", ("2023-01/2023-06", "2023-01/2023-09", "2023")),
    ("Năm 2023|>|>", "6 tháng|9 tháng|12 tháng", ("2023-01/2023-06", "2023-01/2023-09", "2023")),
    ("Thực hiện|>|>", "Quý II|Quý III|Quý IV", ("2024-04/2024-06", "2024-07/2024-09", "2024-10/2024-12")),
)


@pytest.mark.parametrize(("over", "heads", "wanted"), SINCE)
def test_what_is_counted_from_the_start_of_the_year_is_of_all_of_it_until_then(
    over: str, heads: str, wanted: tuple[str, str, str], catalog: Catalog
) -> None:
    title = "KẾT QUẢ CÁC NĂM" if "2023" in over else "THEO DÕI NĂM 2024"
    rows = f"{OFFICE}\n{title}\nTT|Chỉ tiêu|{over}\n||{heads}\n1|Suất học bổng đã trao|10|20|30"
    found = read(catalog, rows)
    assert [each in found[cell] for each, cell in zip(wanted, ("C5", "D5", "E5"), strict=True)] == [True] * 3


def test_rows_of_months_are_of_the_year_in_the_title(catalog: Catalog) -> None:
    for head in ("Thời gian (lũy kế)", "Thời gian"):
        rows = f"{OFFICE}\nNĂM 2024\n{head}|Suất học bổng đã trao\n3 tháng|10\n6 tháng|20\n9 tháng|30"
        assert read(catalog, rows) == {"B4": "2024-01/2024-03", "B5": HALF, "B6": NINE}
    rows = f"{OFFICE}\nNĂM 2024\nQuý (lũy kế từ đầu năm)|Suất học bổng đã trao\nQuý II|10\nQuý III|20"
    assert read(catalog, rows) == {"B4": HALF, "B5": NINE}


def test_a_head_keeps_what_it_says_besides_the_time() -> None:
    assert timed(("Học bổng (lũy kế từ đầu năm)", "Quý II", "Số suất")) == ("Học bổng", "6 tháng đầu năm", "Số suất")
    assert timed(("Lũy kế vốn", "Quý II")) == ("Lũy kế vốn", "Quý II")


@pytest.mark.parametrize(
    "name",
    [
        "Lũy kế suất học bổng đã trao 2021-2023",
        "Suất học bổng đã trao lũy kế giai đoạn 2021-2023",
        "Suất học bổng đã trao, lũy kế 3 năm 2021-2023",
        "Luỹ kế suất học bổng đã trao từ 2021 đến 2023",
        "Suất học bổng đã trao (cộng dồn 2021 – 2023)",
    ],
)
def test_what_is_added_up_over_years_is_of_all_of_them(name: str, catalog: Catalog) -> None:
    found = read(catalog, f"{OFFICE}\nKẾT QUẢ NĂM 2023\nTT|Nội dung|Số liệu\n1|{name}|40\n2|Suất học bổng đã trao|9")
    assert found == {"C4": "2021/2023", "C5": "2023"}
    stock = read(catalog, f"{OFFICE}\nNội dung|Số liệu\nHội viên khuyến học lũy kế 2021-2023|40\nCấp ủy viên|9")
    assert "cả giai đoạn" in stock["B3"]


@pytest.mark.parametrize("words", ["cả nhiệm kỳ", "trong cả nhiệm kỳ", "(toàn nhiệm kỳ)"])
def test_what_a_head_says_is_of_all_the_term_is_of_that_of_the_title(words: str, catalog: Catalog) -> None:
    rows = f"TT|Đơn vị|Suất học bổng đã trao {words}\n1|{OFFICE}|40\n"
    assert read(catalog, f"{OFFICE}\nKẾT QUẢ NHIỆM KỲ 2018-2023\n{rows}") == {"C4": "2018/2023"}
