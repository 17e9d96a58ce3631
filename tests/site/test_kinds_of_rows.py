"""Rows of indicators that lean on the row or the heading above them, in tables as offices send them, each with what a
careful reader takes from it; a figure that is not named must be asked about."""

from collections.abc import Sequence

import pytest

from hoctap.contribute.tables.long import understand
from hoctap.contribute.tables.opening import Cell, Grid
from hoctap.load import load
from hoctap.model.catalog import Catalog
from miniature import REAL


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(REAL, validate=False).catalog


def _grid(lines: Sequence[str], *, wide: Sequence[int] = ()) -> Grid:
    """Return the sheet whose rows are written with «|» between cells; `wide` rows are merged over all columns."""
    rows = [[text.strip() for text in line.split("|")] for line in lines]
    kind = {True: "number", False: "text"}
    cells = {
        (row, column): Cell(kind[text.replace(".", "").isdecimal() and column > 1], text)
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
        if text
    }
    last = max(map(len, rows))
    merged = tuple((row, 2, row, last) for row in wide)
    owner = {(row, column): (row, 2) for row in wide for column in range(2, last + 1)}
    return Grid("B", cells, merged, owner=owner)


def _placed(catalog: Catalog, grid: Grid) -> dict[str, tuple[str, str, str]]:
    rows = understand(catalog, (grid,), {}).rows
    return {row.cell: (row.indicator_id, row.period, row.breakdown) for row in rows if not row.question}


SCHOOL = ("UBND TỈNH PHÚ THỌ", "TRƯỜNG ĐẠI HỌC HÙNG VƯƠNG", "SỐ LIỆU NĂM 2023", "")
HEAD = "TT | Nội dung | ĐVT | Năm 2023"
STUDENTS = "1 | Tổng số sinh viên | người | 900"
FIRST, SECOND = "B!D7", "B!D8"


def _of(indicator: str, breakdown: str = "") -> tuple[str, str, str]:
    return indicator, "2023", breakdown


@pytest.mark.parametrize(
    ("rows", "placed"),
    [
        # a part that its kind tells
        (
            [STUDENTS, "| - Đại học, cao đẳng | người | 700", "| - Sau đại học | người | 100"],
            {FIRST: "đại học, cao đẳng", SECOND: "sau đại học"},
        ),
        (
            [STUDENTS, "| Đại học vừa làm vừa học | người | 700", "| Sau đại học | người | 200"],
            {SECOND: "sau đại học"},
        ),
        # what its name does not tell is asked about, whatever it adds up to
        (
            [STUDENTS, "| Chính quy | người | 700", "| Vừa làm vừa học | người | 150", "| Văn bằng hai | người | 50"],
            {},
        ),
        ([STUDENTS, "| Chính quy | người | 700", "| Vừa làm vừa học | người | 150"], {}),
        ([STUDENTS, "| Được cấp thẻ | người | 700", "2 | Thi đạt | người | 200"], {}),
    ],
)
def test_rows_below_students_are_parts_of_them_and_no_staff(
    rows: list[str], placed: dict[str, str], catalog: Catalog
) -> None:
    others = ["3 | Tổng số cán bộ | người | 90", "4 | Đảng viên | người | 30", "5 | Số lớp tập huấn | lớp | 9"]
    found = _placed(catalog, _grid([*SCHOOL, HEAD, *rows, *others]))
    wanted = {cell: _of("students-total", part) for cell, part in placed.items()}
    below = [f"B!D{6 + at}" for at in range(1, len(rows))]
    assert {cell: found[cell] for cell in below if cell in found} == wanted


@pytest.mark.parametrize(
    ("whole", "indicator", "scope"),
    [
        ("Học sinh, sinh viên được khen thưởng", "people-rewarded", "học sinh, sinh viên"),
        ("Học sinh được hỗ trợ", "people-supported", "học sinh"),
    ],
)
def test_parts_of_a_row_that_is_itself_of_some_are_of_these(
    whole: str, indicator: str, scope: str, catalog: Catalog
) -> None:
    rows = [f"2 | {whole} | người | 900", "| - Tiểu học | người | 600", "| - Đại học, cao đẳng | người | 300"]
    found = _placed(catalog, _grid([*SCHOOL, HEAD, "1 | Số tiền học bổng | triệu đồng | 20", *rows]))
    assert {cell: of for cell, of in found.items() if cell > "B!D6"} == {
        "B!D7": _of(indicator, scope),
        "B!D8": _of(indicator, f"{scope}; tiểu học"),
        "B!D9": _of(indicator, f"{scope}; đại học, cao đẳng"),
    }


@pytest.mark.parametrize("numbers", [("1", "1.1", "1.2"), ("B02", "B02.1", "B02.2"), ("1", "2", "3")])
def test_subjects_below_those_who_were_taught_are_asked_about(numbers: Sequence[str], catalog: Catalog) -> None:
    names = ("Số người được đào tạo, bồi dưỡng", "Vận hành thiết bị", "Thi nâng bậc đạt")
    rows = [f"{number} | {name} | người | 90" for number, name in zip(numbers, names, strict=True)]
    found = _placed(catalog, _grid([*SCHOOL, HEAD, *rows]))
    assert found == {"B!D6": _of("trainees")}


@pytest.mark.parametrize(
    ("heading", "periods"),
    [
        ("LAO ĐỘNG CÓ MẶT ĐẾN 31/12/2024 (cột TH 2023: đến 31/12/2023)", ("2024-12-31", "2023-12-31")),
        ("LAO ĐỘNG (đến 31/12 các năm: 31/12/2023, 31/12/2024)", ("2024-12-31", "2023-12-31")),
        ("LAO ĐỘNG", ("2024", "2023")),
    ],
)
@pytest.mark.parametrize("is_wide", [True, False])
def test_the_days_of_a_heading_are_each_of_the_column_of_its_year(
    heading: str, periods: Sequence[str], is_wide: bool, catalog: Catalog
) -> None:
    head = "TT | Chỉ tiêu | ĐVT | KH 2024 | TH 2024 | TH/KH (%) | TH 2023 | KH 2025"
    rows = [f"A | {heading}", "1 | Tổng số lao động | người | 320 | 318 | 99 | 309 | 310"]
    lines = ["TRƯỜNG ĐẠI HỌC HÙNG VƯƠNG", "BÁO CÁO NĂM 2024, KẾ HOẠCH NĂM 2025", "", head, *rows]
    found = _placed(catalog, _grid(lines, wide=(5,) if is_wide else ()))
    assert found == {"B!E6": ("staff-total", periods[0], ""), "B!G6": ("staff-total", periods[1], "")}


@pytest.mark.parametrize("words", ["(toàn trường)", "(của toàn trường)", "(Toàn đơn vị)", ""])
def test_a_degree_under_a_heading_of_the_whole_school_is_no_school(words: str, catalog: Catalog) -> None:
    head = [f"TT | Năm | Trình độ chuyên môn {words} |", " | | Thạc sĩ | Đại học"]
    grid = _grid([*SCHOOL[:2], "ĐỘI NGŨ CÁN BỘ QUA CÁC NĂM", "", *head, "1 | 2022 | 20 | 30", "2 | 2023 | 21 | 31"])
    found = _placed(catalog, grid)
    assert {of[0] for cell, of in found.items() if cell[2] == "D"} == {"staff-bachelor"}


CLAN = ("DÒNG HỌ NGUYỄN - XÃ CƯ AN, HUYỆN ĐAK PƠ, TỈNH GIA LAI", "SỔ THEO DÕI NĂM 2023", "")
PARTY_BODY = ("ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH YÊN BÁI", "KẾT QUẢ NĂM 2023", "")


@pytest.mark.parametrize(
    ("titles", "head", "indicator"),
    [
        (CLAN, "Được họ khen thưởng (cháu)", "people-rewarded"),
        (CLAN, "Cháu khó khăn được dòng họ giúp đỡ", "people-supported"),
        (SCHOOL, "Số học sinh được trường khen thưởng", "people-rewarded"),
        (PARTY_BODY, "Số lớp bồi dưỡng chính trị Đảng ủy Khối mở", "political-training-classes"),
        (PARTY_BODY, "Chi bộ, đảng bộ cơ sở trực thuộc Đảng ủy", "grassroots-party-orgs"),
        (PARTY_BODY, "Cơ quan được công nhận Đơn vị học tập", ""),
    ],
)
def test_who_does_it_may_be_the_body_of_the_table_itself(
    titles: tuple[str, ...], head: str, indicator: str, catalog: Catalog
) -> None:
    rows = [f"1 | {head} | | 9", "2 | Số lớp tập huấn | lớp | 3", "3 | Đảng viên | người | 60"]
    found = _placed(catalog, _grid([*titles, HEAD, *rows]))
    first = found.get(f"B!D{len(titles) + 2}", ("", "", ""))
    assert first[0] == indicator


@pytest.mark.parametrize(
    ("heads", "placed"),
    [
        ("Học sinh nhận đỡ đầu | Trong đó HS nước bạn", ("people-supported", "học sinh nước bạn")),
        ("Hội viên | Trong đó: cán bộ hưu trí", None),
        ("Hội viên | Trong đó: nữ", ("members", "nữ")),
        # of money, or of another deed, a part may be a figure of its own
        ("Thu quỹ trong năm (triệu đồng) | Trong đó con cháu xa quê gửi về", None),
        ("Học sinh nhận đỡ đầu | Trong đó đã tốt nghiệp", None),
        ("Hội viên | Trong đó: đảng viên", None),
    ],
)
def test_a_part_of_the_column_before_it_is_of_the_same_people(
    heads: str, placed: tuple[str, str] | None, catalog: Catalog
) -> None:
    titles = ("HỘI KHUYẾN HỌC HUYỆN PHÚ GIÁO, TỈNH BÌNH DƯƠNG", "KẾT QUẢ CÁC NĂM", "")
    found = _placed(catalog, _grid([*titles, f"TT | Năm | {heads}", "1 | 2022 | 30 | 12", "2 | 2023 | 9 | 4"]))
    part = found.get("B!D5")
    assert (part and (part[0], part[2])) == placed


@pytest.mark.parametrize(
    ("amounts", "is_money"),
    [(("5.150.000đ", "6,1 triệu"), True), (("5.150.000đ", "800.000đ"), True), (("12 lớp", "3 lớp"), False)],
)
def test_cells_that_carry_money_say_so_of_their_column(
    amounts: Sequence[str], is_money: bool, catalog: Catalog
) -> None:
    rows = [f"{2022 + at} | 30 | {amount}" for at, amount in enumerate(amounts)]
    found = _placed(catalog, _grid([*CLAN, "Năm | Con cháu đang đi học | Chi quỹ trong năm", *rows]))
    assert [found.get(f"B!C{row}", ("",))[0] for row in (5, 6)] == ["fund-spent-vnd" if is_money else ""] * 2


@pytest.mark.parametrize(
    ("second", "has_measure"),
    [
        ("TT | Đơn vị | Hội viên | Vận động quỹ", True),
        ("TT | Đơn vị | Hội viên | Vận động quỹ | Chi hội", True),
        ("TT | Đơn vị | Chi hội | Vận động quỹ", False),
    ],
)
def test_the_measure_of_the_first_year_holds_for_the_next_ones_with_the_same_heads(
    second: str, has_measure: bool, catalog: Catalog
) -> None:
    titles = ["HỘI KHUYẾN HỌC TỈNH BÌNH DƯƠNG", "SỐ LIỆU CÁC HUYỆN NĂM 2022, 2023", "Tiền: triệu đồng", ""]
    first = ["I. NĂM 2022", "TT | Đơn vị | Hội viên | Vận động quỹ", "1 | Huyện Phú Giáo | 19840 | 1926.4"]
    later = ["", "II. NĂM 2023", second, "1 | Huyện Phú Giáo | 20252 | 2080.5"]
    found = _placed(catalog, _grid([*titles, *first, *later]))
    assert found["B!D7"] == ("fund-raised-vnd", "2022", "")
    assert ("B!D11" in found) == has_measure


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Trong đó: Kho bạc Nhà nước", "kho-bac-nha-nuoc"),
        ("- Trong đó: Kho bạc Nhà nước", "kho-bac-nha-nuoc"),
        ("Trong đó: nữ", ""),
        ("Trong đó: Cục Quản lý công sản", ""),
    ],
)
def test_a_unit_within_another_is_itself_where_the_register_has_it(name: str, unit: str, catalog: Catalog) -> None:
    rows = ["1 | Bộ Tài chính | 14 | 210", f" | {name} | 2 | 41", "2 | Bộ Tư pháp | 9 | 62"]
    lines = ["BIỂU 2. ĐÀO TẠO CÁN BỘ CÁC BỘ NĂM 2023", "", "TT | Đơn vị | Cử đi học tiến sĩ | Cử đi học thạc sĩ", *rows]
    rows_of = understand(catalog, (_grid(lines),), {}).rows
    assert {row.unit_id for row in rows_of if row.cell.endswith("5") and not row.question} == ({unit} - {""})


@pytest.mark.parametrize(
    ("title", "heads", "is_staff"),
    [
        ("SỐ SINH VIÊN THEO TRÌNH ĐỘ ĐÀO TẠO", "Đại học | Sau đại học", False),
        ("SỐ HỌC VIÊN QUA CÁC NĂM", "Đại học | Sau đại học", False),
        ("QUY MÔ ĐÀO TẠO", "Sinh viên | Sau đại học", False),
        ("ĐỘI NGŨ QUA CÁC NĂM", "Đại học | Sau đại học", True),
        ("SỐ LIỆU QUA CÁC NĂM", "Sinh viên | Cán bộ có trình độ sau đại học", True),
        ("SỐ LIỆU QUA CÁC NĂM", "Đại học | Sau đại học", True),
    ],
)
def test_a_degree_in_a_table_of_learners_alone_is_asked_about(
    title: str, heads: str, is_staff: bool, catalog: Catalog
) -> None:
    lines = [*SCHOOL[:2], title, "", f"TT | Năm | {heads}", "1 | 2022 | 300 | 20", "2 | 2023 | 310 | 22"]
    found = _placed(catalog, _grid(lines))
    assert found.get("B!D6", ("",))[0] == ("staff-postgraduate" if is_staff else "")


@pytest.mark.parametrize("names", [("An Bình", "Phước Hòa"), ("Xã An Bình", "Xã Phước Hòa")])
def test_places_that_add_up_to_a_row_are_units_of_their_own_and_no_parts(
    names: Sequence[str], catalog: Catalog
) -> None:
    titles = ("HỘI KHUYẾN HỌC HUYỆN PHÚ GIÁO, TỈNH BÌNH DƯƠNG", "KẾT QUẢ NĂM 2023", "")
    rows = ["1 | Hội viên | người | 900", f"| {names[0]} | người | 500", f"| {names[1]} | người | 400"]
    found = _placed(catalog, _grid([*titles, HEAD, *rows, "2 | Chi hội | chi hội | 30"]))
    assert set(found) == {"B!D5", "B!D8"}


@pytest.mark.parametrize(
    ("heads", "is_whole"),
    [
        ("Giảng viên | Nhân viên", False),
        ("Cán bộ quản lý | Viên chức", False),
        ("Giáo viên | Tổng số cán bộ, viên chức", True),
        ("Đảng viên | Viên chức", True),
    ],
)
def test_some_of_a_staff_beside_its_teachers_are_not_all_of_it(heads: str, is_whole: bool, catalog: Catalog) -> None:
    lines = [*SCHOOL[:2], "ĐỘI NGŨ QUA CÁC NĂM", "", f"TT | Năm | {heads}", "1 | 2022 | 90 | 40", "2 | 2023 | 91 | 41"]
    found = _placed(catalog, _grid(lines))
    assert found.get("B!D6", ("",))[0] == ("staff-total" if is_whole else "")
