"""Titles of strangers' tables: one of a unit's own name is of it; of a twin, a longer name, a stranger, asked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from hoctap.contribute.naming.kinds_of_places import KINDS_OF
from hoctap.contribute.naming.unit_names import parse_place
from hoctap.contribute.naming.units import Units
from hoctap.contribute.tables.long import understand
from hoctap.contribute.tables.opening import Cell, Grid
from hoctap.contribute.tables.titles import subject_of_titles
from hoctap.load import load
from hoctap.model.catalog import Catalog
from hoctap.model.codes import ASSOCIATION, COMMUNE
from hoctap.model.record import Unit

WORK = "KẾT QUẢ HOẠT ĐỘNG"
# Names of units as the register writes them, with the kind of each.
NAMES = (
    ("Hội Khuyến học xã Thanh Giang, huyện Khê Đá, tỉnh Suối Bạc", ASSOCIATION),
    ("Hội Khuyến học thành phố Suối Bạc, tỉnh Suối Bạc", ASSOCIATION),
    ("Hội Khuyến học thành phố Hội Lau, tỉnh Suối Bạc", ASSOCIATION),
    ("Hội Khuyến học phường Kỳ Sen, thành phố Hội Lau, tỉnh Suối Bạc", ASSOCIATION),
    ("Chi hội Khuyến học Quân sự phường 7, thành phố Hội Lau, tỉnh Suối Bạc", ASSOCIATION),
    ("Đồn Biên phòng Hải An, tỉnh Suối Bạc", "luc-luong-vu-trang"),
    ("Câu lạc bộ Vòng tay nhân ái, tỉnh Suối Bạc", "khac"),
    ("Quỹ Từ thiện Trí Tuệ, tỉnh Suối Bạc", "quy"),
    ("Quỹ khuyến học, khuyến tài Lam Sơn, tỉnh Suối Bạc", "quy"),
    ("Dòng họ Nguyễn Tử, thôn Thư Điền, xã Thanh Giang, tỉnh Suối Bạc", "khac"),
)
TWIN = {
    "thôn": "thôn Đông",
    "xã": "xã Đồng Hạ",
    "huyện": "huyện Sông Lam",
    "thành phố": "thành phố Sông Lam",
    "tỉnh": "tỉnh Đông Lâu",
}


@pytest.fixture
def catalog(repository: Path) -> Catalog:
    found = load(repository, validate=False).catalog
    model = found.units["hoi-khuyen-hoc-tinh-dong-lau"]
    for at, (name, kind) in enumerate(NAMES):
        unit_id = f"unit-{at}"
        found.units[unit_id] = replace(
            model, unit_id=unit_id, name_vi=name, short_name="", unit_kind=kind, level="khac", area_id="suoi-bac"
        )
    return found


def _units_of(catalog: Catalog, titles: Sequence[str]) -> set[str]:
    """Return whose money a table under the titles is; figures that are asked about are no one's."""
    year = 2025 if "ĐÔNG LÂU" in " ".join(titles) else 2023  # a province of July 2025
    rows = [[each] for each in titles] + [[], ["TT", "Nội dung", "ĐVT", f"Năm {year}"]]
    rows += [["1", "Số tiền vận động được cho quỹ khuyến học", "triệu đồng", "14"]]
    rows += [["2", "Lượt học lớp cơ bản", "lượt", "12"], ["3", "Lượt học lớp nâng cao", "lượt", "33"]]
    cells = {
        (at, column): Cell("number" if text.isdigit() and column > 1 else "text", text)
        for at, row in enumerate(rows, 1)
        for column, text in enumerate(row, 1)
    }
    found = understand(catalog, [Grid("Sheet1", cells)], {}).rows
    return {row.unit_id for row in found if row.indicator_id == "fund-raised-vnd" and not row.question}


def _parts(name: str) -> tuple[str, str]:
    head, *places = name.replace("học, khuyến", "học& khuyến").split(", ")
    return head.replace("&", ","), ", ".join(places)


def _titles(unit: Unit) -> Iterator[tuple[bool, tuple[str, ...]]]:
    """Yield title lines with whether they are of the unit."""
    head, where = _parts(unit.name_vi)
    kind = next(each for each in TWIN if where.startswith(each) or each == "tỉnh")
    other = ", ".join((TWIN[kind], *where.split(", ")[1:]))
    for name, place, is_own in ((head, where, True), (head, other, False), (f"{head} Hương Sơn", where, False)):
        yield is_own, (f"{name}, {place}".upper(), WORK)
        yield is_own, (name.upper(), place, WORK)
        yield is_own, (f"{name}, {place}", WORK.capitalize())


@pytest.mark.parametrize("at", range(len(NAMES)), ids=[name for name, _ in NAMES])
def test_a_title_is_of_the_unit_it_names_and_of_no_other(at: int, catalog: Catalog) -> None:
    unit = catalog.units[f"unit-{at}"]
    wrong = []
    for is_own, lines in _titles(unit):
        office, place, unknown = subject_of_titles(units := Units(catalog), lines, _provinces(units, lines))
        found = [office] if office else units.place(place, association=True, provinces=()) if place else []
        if [each.unit_id for each in found] != ([unit.unit_id] if is_own else []) or (not is_own and not unknown):
            wrong.append((lines, [each.name_vi for each in found], unknown))
    assert wrong == []


def _provinces(units: Units, lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(area for line in lines for area in units.places(line)))


@pytest.mark.parametrize(
    ("titles", "units"),
    [
        (("HỘI KHUYẾN HỌC TỈNH ĐÔNG LÂU", WORK), {"hoi-khuyen-hoc-tinh-dong-lau"}),
        (("HỘI KHUYẾN HỌC XÃ THANH GIANG, HUYỆN KHÊ ĐÁ", WORK), {"unit-0"}),
        (("HỘI KHUYẾN HỌC XÃ THANH GIANG, HUYỆN SÔNG LAM", WORK), set()),
        (("HỘI KHUYẾN HỌC HUYỆN KỲ SƠN, TỈNH ĐÔNG LÂU", WORK), set()),
        (("HỘI KHUYẾN HỌC HUYỆN NĂM CĂN", "TỈNH ĐÔNG LÂU", WORK), set()),
        (("CÂU LẠC BỘ BẠN HỮU, TỈNH ĐÔNG LÂU", WORK), set()),
        (("HỘI KHUYẾN HỌC DÒNG HỌ LÊ, TỈNH ĐÔNG LÂU", WORK), set()),
        (("KẾT QUẢ NĂM 2024 CỦA CÂU LẠC BỘ BẠN HỮU, TỈNH ĐÔNG LÂU", WORK), set()),
        (("BÁO CÁO CỦA ĐỒN BIÊN PHÒNG MŨI CÁT, TỈNH ĐÔNG LÂU", WORK), set()),
        (("KẾT QUẢ CỦA CÁC TRƯỜNG, TỈNH ĐÔNG LÂU", WORK), {"hoi-khuyen-hoc-tinh-dong-lau"}),
        (("KẾT QUẢ CỦA TRƯỜNG HỌC TRÊN ĐỊA BÀN TỈNH ĐÔNG LÂU", WORK), {"hoi-khuyen-hoc-tinh-dong-lau"}),
        (("KẾT QUẢ CỦA CLB BẠN HỮU, TỈNH ĐÔNG LÂU", WORK), set()),
        (("HỘI KHUYẾN HỌC TỈNH ĐÔNG LÂU", "HOẠT ĐỘNG CỦA CLB NĂM 2025"), {"hoi-khuyen-hoc-tinh-dong-lau"}),
        (("HỘI KHUYẾN HỌC TỈNH ĐÔNG LÂU", "HOẠT ĐỘNG CỦA TTHTCĐ NĂM 2025"), {"hoi-khuyen-hoc-tinh-dong-lau"}),
        (
            ("HỘI KHUYẾN HỌC TỈNH ĐÔNG LÂU", "TÌNH HÌNH QUỸ CỦA DÒNG HỌ TỪ NĂM 2018", WORK),
            {"hoi-khuyen-hoc-tinh-dong-lau"},
        ),
        (("HỘI KHUYẾN HỌC ĐẶC KHU HÒN XA, TỈNH ĐÔNG LÂU", WORK), set()),
        (("QUỸ KHUYẾN HỌC LÊ LỢI", "TỈNH ĐÔNG LÂU", WORK), set()),
        (("QUỸ KHUYẾN HỌC TỈNH ĐÔNG LÂU", WORK), set()),
        (("QUỸ KHUYẾN HỌC, KHUYẾN TÀI", "TỈNH ĐÔNG LÂU", WORK), set()),
        (("KẾT QUẢ NĂM 2025 CỦA QUỸ KHUYẾN HỌC TỈNH ĐÔNG LÂU", WORK), set()),
        (("UBND TỈNH ĐÔNG LÂU", WORK), set()),
        (("UBND TỈNH ĐÔNG LÂU", "BAN CHỈ ĐẠO XÂY DỰNG XÃ HỘI HỌC TẬP", WORK), set()),
        (("UBND TỈNH ĐÔNG LÂU", WORK, "Hội Khuyến học tỉnh Đông Lâu"), {"hoi-khuyen-hoc-tinh-dong-lau"}),
        (("BÁO CÁO KẾT QUẢ KHUYẾN HỌC NĂM 2025 CỦA ỦY BAN NHÂN DÂN TỈNH ĐÔNG LÂU",), set()),
        (("SỐ LIỆU DO BAN CHỈ ĐẠO XÂY DỰNG XÃ HỘI HỌC TẬP TỈNH ĐÔNG LÂU TỔNG HỢP",), set()),
        (("SỐ LIỆU KHUYẾN HỌC NĂM 2025", "(Kèm theo Báo cáo của UBND tỉnh ĐÔNG LÂU)"), set()),
        (("SỐ LIỆU KHUYẾN HỌC TỈNH ĐÔNG LÂU", "(Theo Kế hoạch của UBND tỉnh)"), {"hoi-khuyen-hoc-tinh-dong-lau"}),
        (("HỘI KHUYẾN HỌC TỈNH", "(Theo Kế hoạch của UBND TỈNH ĐÔNG LÂU)"), {"hoi-khuyen-hoc-tinh-dong-lau"}),
        (("GIẢI THƯỞNG LÊ LỢI, TỈNH ĐÔNG LÂU", WORK), set()),
        (("CÁC SỞ, TỈNH ĐÔNG LÂU", WORK), set()),
        (("QUỸ KHUYẾN HỌC, KHUYẾN TÀI NĂM 2023", "TỈNH ĐÔNG LÂU"), {"hoi-khuyen-hoc-tinh-dong-lau"}),
        (("Tỉnh: Đông Lâu", "Huyện: Năm Căn", "Xã: …", WORK), set()),
        (("KẾT QUẢ CỦA CÁC TRƯỜNG, TỈNH ĐÔNG LÂU, ĐẾN HAI NHIỆM KỲ", WORK), {"hoi-khuyen-hoc-tinh-dong-lau"}),
    ],
)
def test_figures_under_a_title_are_of_the_unit_named_or_asked_about(
    titles: tuple[str, ...], units: set[str], catalog: Catalog
) -> None:
    assert _units_of(catalog, titles) == units


def test_the_question_says_which_units_come_near(catalog: Catalog) -> None:
    assert [each.unit_id for each in Units(catalog).near("xã thanh giang hương sơn")] == ["unit-0"]


def test_a_name_begun_finds_each_unit_that_goes_on_from_whole_words_of_it(catalog: Catalog) -> None:
    units = Units(catalog)
    assert [each.unit_id for each in units.beginning("Dòng họ Nguyễn Tử")] == ["unit-9"]
    assert [each.unit_id for each in units.beginning(f"{NAMES[9][0]}")] == ["unit-9"]
    assert units.beginning("Dòng họ Nguyễn T") == []
    assert {each.unit_id for each in units.beginning("Hội Khuyến học thành phố")} == {"unit-1", "unit-2"}


@pytest.mark.parametrize(
    ("line", "units"),
    [
        ("QUỸ HỌC BỔNG TRÍ TUỆ - TÂM ĐỨC", ["unit-7"]),
        ("QUỸ HỌC BỔNG TRÍ TUỆ - KẾT QUẢ NĂM 2023", ["unit-7"]),
        ("QUỸ HỌC BỔNG TRÍ TUỆ - TÂM ĐỨC HƯƠNG SƠN", []),
    ],
)
def test_a_name_that_goes_on_is_not_the_shorter_one_that_it_begins_with(
    line: str, units: list[str], catalog: Catalog
) -> None:
    names = {"name_vi": "Quỹ Học bổng Trí Tuệ - Tâm Đức", "short_name": "Quỹ Học bổng Trí Tuệ"}
    catalog.units["unit-7"] = replace(catalog.units["unit-7"], **names)
    assert [each.unit_id for each in Units(catalog).named_in(line)] == units


@pytest.mark.parametrize("kind", KINDS_OF[COMMUNE])
def test_each_kind_of_commune_is_one_and_may_say_where_a_school_is(kind: str, catalog: Catalog) -> None:
    school = replace(
        catalog.units["truong-thpt-ho-sen"], unit_id="school", name_vi=f"Trường Tiểu học Hải Đông, {kind} Cát Bà"
    )
    catalog.units["school"] = replace(school, short_name="")
    assert [each.unit_id for each in Units(catalog).office("Trường Tiểu học Hải Đông", ())] == ["school"]
    assert parse_place(f"{kind.title()} Cát Bà").kind == kind
