"""Workbooks with a sheet for each unit or time: whose a sheet is, what adds up the others, what is left of a copy."""

import pytest

from hoctap.check.gate import Checked
from hoctap.contribute.tables.long import understand
from hoctap.model.catalog import Catalog
from hoctap.model.codes import ASSOCIATION
from miniature import with_indicators, with_units
from typed_sheets import sheet

FIELDS = "indicator_id name_vi value_type unit_measure stock_flow"
OF_ASSOCIATIONS = (
    ("members", "Hội viên khuyến học", "count", "nguoi", "stock"),
    ("branches", "Chi hội khuyến học", "count", "to-chuc", "stock"),
    ("new-members", "Hội viên mới kết nạp", "count", "nguoi", "flow"),
    ("scholarships-awarded", "Suất học bổng đã trao", "count", "suat", "flow"),
)
PROVINCE, KHE_DA, NUI_LO, GO_CAO = "hoi-khuyen-hoc-tinh-dong-lau", "hoi-khe-da", "hoi-nui-lo", "hoi-go-cao"
ASSOCIATIONS = (
    (KHE_DA, "Hội Khuyến học huyện Khê Đá, tỉnh Đông Lâu"),
    (NUI_LO, "Hội Khuyến học huyện Núi Lở, tỉnh Đông Lâu"),
    (GO_CAO, "Hội Khuyến học huyện Gò Cao, tỉnh Đông Lâu"),
)
LETTERHEAD = "HỘI KHUYẾN HỌC TỈNH ĐÔNG LÂU"
Sheet = tuple[str, str, str]  # its name, the lines over its table, its figures


@pytest.fixture(scope="module")
def catalog(checked: Checked) -> Catalog:
    known = with_indicators(checked.catalog, FIELDS, OF_ASSOCIATIONS, subject_rule="association")
    return with_units(known, "unit_id name_vi", ASSOCIATIONS, unit_kind=ASSOCIATION, level="huyen")


def form(lines: str, figures: str) -> list[str]:
    """Return a sheet with the figures of members, branches, new members and scholarships."""
    names = ("Tổng số hội viên", "Chi hội khuyến học", "Hội viên mới kết nạp", "Suất học bổng đã trao")
    rows = (f"{at}|{name}|{figure}" for at, (name, figure) in enumerate(zip(names, figures.split(), strict=True), 1))
    return [*lines.split("\n"), "", "TT|Nội dung|Kết quả", *rows]


def read(catalog: Catalog, sheets: list[Sheet]) -> dict[str, set[str]]:
    """Return the units and times of the figures of each sheet, or «?» and «-» for those asked about and left out."""
    found = understand(catalog, [sheet(form(lines, figures), name) for name, lines, figures in sheets], {})
    read: dict[str, set[str]] = {name: set() for name, _, _ in sheets}
    for row in found.rows:
        read[row.cell.partition("!")[0]].add("?" if row.question else f"{row.unit_id} {row.period}")
    for cell, _ in found.left_out:
        read[cell.partition("!")[0]].add("-")
    return read


def of(place: str, year: str = "2026") -> str:
    return f"{LETTERHEAD}\nĐơn vị: Hội Khuyến học huyện {place}\nMẪU 02. SỐ LIỆU NĂM {year}"


ONE, TWO, THREE = "120 9 14 31", "95 7 12 28", "143 11 17 36"
SUM = "358 27 43 95"
TITLE = f"{LETTERHEAD}\nSỐ LIỆU NĂM 2026"


@pytest.mark.parametrize(
    ("tabs", "lines"),
    [
        (("Khê Đá", "Núi Lở", "Gò Cao"), (of("Khê Đá"), of("Núi Lở"), of("Gò Cao"))),
        (("Khe Da", "Nui Lo", "Go Cao"), (of("Khê Đá"), of("Núi Lở"), of("Gò Cao"))),
        (("Sheet1", "Sheet2", "Sheet3"), (of("Khê Đá"), of("Núi Lở"), of("Gò Cao"))),
        (("Khê Đá", "Núi Lở", "Gò Cao"), (TITLE, TITLE, TITLE)),
        (("1. KheDa", "2. NuiLo", "3. GoCao"), (TITLE, TITLE, TITLE)),
        (("H. Khê Đá", "H. Núi Lở", "H. Gò Cao (2)"), (TITLE, TITLE, TITLE)),
        (("KD", "NL", "GC"), (of("Khê Đá"), of("Núi Lở"), of("Gò Cao"))),
    ],
)
def test_a_sheet_is_of_the_place_that_its_lines_or_its_name_say(
    tabs: tuple[str, ...], lines: tuple[str, ...], catalog: Catalog
) -> None:
    figures = (ONE, TWO, THREE)
    found = read(catalog, [(tab, over, some) for tab, over, some in zip(tabs, lines, figures, strict=True)])
    assert list(found.values()) == [{f"{unit} 2026"} for unit in (KHE_DA, NUI_LO, GO_CAO)]


@pytest.mark.parametrize(
    ("tab", "lines"),
    [
        ("Gò Cao", of("Khê Đá")),  # the line was left as it was in the copy
        ("Go Cao", of("Khê Đá")),
        ("Bãi Sậy", of("Khê Đá")),  # nobody knows it, but it is not Khê Đá
        ("Bãi Sậy", TITLE),  # nor is it the province
        ("VP", TITLE),
    ],
)
def test_a_sheet_that_its_name_and_its_lines_call_differently_is_asked_about(
    tab: str, lines: str, catalog: Catalog
) -> None:
    found = read(catalog, [("Khê Đá", of("Khê Đá"), ONE), ("Núi Lở", of("Núi Lở"), TWO), (tab, lines, THREE)])
    assert found == {"Khê Đá": {f"{KHE_DA} 2026"}, "Núi Lở": {f"{NUI_LO} 2026"}, tab: {"?"}}


def test_two_sheets_of_one_unit_that_say_no_more_are_both_asked_about(catalog: Catalog) -> None:
    found = read(catalog, [("Sheet1", of("Khê Đá"), ONE), ("Sheet2", of("Khê Đá"), TWO)])
    assert found == {"Sheet1": {"?"}, "Sheet2": {"?"}}


@pytest.mark.parametrize("other", [of("Núi Lở"), of("Khê Đá", "2025")])
def test_sheets_with_all_figures_alike_are_asked_about(other: str, catalog: Catalog) -> None:
    found = read(catalog, [("Sheet1", of("Khê Đá"), ONE), ("Sheet2", other, ONE), ("Sheet3", of("Gò Cao"), TWO)])
    assert found == {"Sheet1": {"?"}, "Sheet2": {"?"}, "Sheet3": {f"{GO_CAO} 2026"}}


@pytest.mark.parametrize("tab", ["TONG HOP", "Sheet4", "Tổng cộng", "Đông Lâu", "Toàn tỉnh"])
@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize("tabs", [("Khê Đá", "Núi Lở", "Gò Cao"), ("Sheet1", "Sheet2", "Sheet3")])
def test_a_sheet_that_adds_up_the_others_is_left_out(
    tabs: tuple[str, str, str], *, is_first: bool, tab: str, catalog: Catalog
) -> None:
    parts = [(tabs[0], of("Khê Đá"), ONE), (tabs[1], of("Núi Lở"), TWO), (tabs[2], of("Gò Cao"), THREE)]
    whole = (tab, f"{LETTERHEAD}\nTỔNG HỢP NĂM 2026", SUM)
    found = read(catalog, [whole, *parts] if is_first else [*parts, whole])
    assert found[tab] == {"-"}
    assert found[tabs[2]] == {f"{GO_CAO} 2026"}


def summary(*figures: str, year: str = "2026") -> list[str]:
    """Return a sheet with a column for each of three associations."""
    names = ("Tổng số hội viên", "Chi hội khuyến học")
    rows = (f"{name}|{figure}" for name, figure in zip(names, figures, strict=True))
    return [f"{LETTERHEAD}", f"TỔNG HỢP NĂM {year}", "", "Nội dung|Khê Đá|Núi Lở|Gò Cao|Cộng", *rows]


@pytest.mark.parametrize(
    ("year", "members", "repeated", "asked"),
    [
        ("2026", "120|95|143|358", {"S!B5", "S!C5", "S!D5", "S!B6", "S!C6", "S!D6"}, set()),
        ("2026", "120|96|143|359", {"S!B5", "S!D5", "S!B6", "S!C6", "S!D6"}, {"S!C5", "Núi Lở!C6"}),
        ("2025", "120|95|143|358", set(), set()),
    ],
)
def test_what_a_summary_repeats_is_of_the_sheet_of_its_unit_and_what_differs_is_asked(
    year: str, members: str, repeated: set[str], asked: set[str], catalog: Catalog
) -> None:
    forms = ((name, of(name), some) for name, some in (("Khê Đá", ONE), ("Núi Lở", TWO), ("Gò Cao", THREE)))
    sheets = [sheet(form(lines, some), name) for name, lines, some in forms]
    found = understand(catalog, [sheet(summary(members, "9|7|11|27", year=year), "S"), *sheets], {})
    left = {cell for cell, why in found.left_out if why.endswith("đã có số này")}
    assert (left, {row.cell for row in found.rows if row.question}) == (repeated, asked)


def test_a_sheet_of_the_province_that_adds_up_nothing_is_its_own(catalog: Catalog) -> None:
    found = read(catalog, [("Sheet1", TITLE, "9000 700 600 500"), ("Sheet2", of("Khê Đá"), ONE)])
    assert found == {"Sheet1": {f"{PROVINCE} 2026"}, "Sheet2": {f"{KHE_DA} 2026"}}


@pytest.mark.parametrize("tab", ["2025", "Năm 2025"])
def test_a_sheet_of_another_year_than_its_lines_is_asked_about(tab: str, catalog: Catalog) -> None:
    found = read(catalog, [("2026", of("Khê Đá"), ONE), (tab, of("Khê Đá"), TWO)])
    assert found == {"2026": {f"{KHE_DA} 2026"}, tab: {"?"}}


def test_sheets_of_parts_of_a_year_are_of_those(catalog: Catalog) -> None:
    names = ("Quý I", "Quý II", "Quý III")
    found = read(catalog, [(name, of("Khê Đá"), some) for name, some in zip(names, (ONE, TWO, THREE), strict=True)])
    assert found["Quý II"] == {f"{KHE_DA} 2026-04/2026-06"}


def test_what_there_was_at_several_times_has_no_sum(catalog: Catalog) -> None:
    quarters = (("Sheet1", "I", ONE), ("Sheet2", "II", TWO), ("Sheet3", "III", THREE))
    lines = f"{LETTERHEAD}\nHội Khuyến học huyện Khê Đá\nKẾT QUẢ {{}}NĂM 2026"
    sheets = [(name, lines.format(f"QUÝ {quarter} "), some) for name, quarter, some in quarters]
    found = understand(
        catalog, [sheet(form(*rest), name) for name, *rest in (*sheets, ("S", lines.format(""), SUM))], {}
    )
    asked = {row.indicator_id: bool(row.question) for row in found.rows if row.cell.startswith("S!")}
    assert asked == {"members": True, "branches": True, "new-members": False, "scholarships-awarded": False}
