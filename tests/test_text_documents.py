"""Tables of an .odt file are read as those of a Word file: lines around them, merged and struck cells, inner tables."""

from pathlib import Path

import pytest

from hoctap.contribute.tables.opening import Grid, grids
from opendocument import ods_row, odt

pytestmark = pytest.mark.usefixtures("read_here")

STRUCK = '<style:style style:name="T1"><style:text-properties style:text-line-through-style="solid"/></style:style>'


def cell(text: str, more: str = "") -> str:
    return f"<table:table-cell{more}>{text}</table:table-cell>"


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def table(*rows: str) -> str:
    return f"<table:table>{''.join(rows)}</table:table>"


def texts(grid: Grid) -> dict[tuple[int, int], str]:
    return {spot: each.text for spot, each in grid.cells.items()}


def test_lines_stand_around_the_tables_of_a_text(tmp_path: Path) -> None:
    rows = ods_row(cell(p("Xã")), cell(p("Số"))), ods_row(cell(p("Hồ Sen")), cell(p("1.234")))
    body = (
        p("BÁO CÁO") + "<text:h>Kết quả<text:s/>năm 2025</text:h>"
        f"<text:list><text:list-item>{p('một dòng')}</text:list-item></text:list>"
        f"<text:section>{table(*rows)}</text:section>" + p("Ghi chú: số ước")
    )
    (grid,) = grids(odt(tmp_path / "a.odt", body))
    assert (grid.above, grid.below) == (("BÁO CÁO", "Kết quả năm 2025", "một dòng"), ("Ghi chú: số ước",))
    assert texts(grid) == {(1, 1): "Xã", (1, 2): "Số", (2, 1): "Hồ Sen", (2, 2): "1.234"}
    assert grid.address((2, 2)) == "1/2/2"


def test_cells_stand_where_they_are_seen_whatever_is_merged_or_repeated(tmp_path: Path) -> None:
    wide, tall = ' table:number-columns-spanned="2"', ' table:number-rows-spanned="2"'
    covered = "<table:covered-table-cell/>"
    head = ods_row(cell(p("TT"), tall), cell(p("Kết quả"), wide), covered)
    body = table(
        f"<table:table-header-rows>{head}</table:table-header-rows>",
        ods_row(covered, cell(p("2024")), cell(p("2025"))),
        ods_row('<table:table-cell table:number-columns-repeated="2"/>', cell(p("12") + p("15"))),
        ods_row(cell(p("")), more=' table:number-rows-repeated="3"'),
        ods_row(cell(p("Tổng"))),
    )
    (grid,) = grids(odt(tmp_path / "a.odt", body))
    assert texts(grid) == {
        (1, 1): "TT", (1, 2): "Kết quả", (2, 2): "2024", (2, 3): "2025", (3, 3): "12\n15", (7, 1): "Tổng",
    }  # fmt: skip
    assert grid.merged == ((1, 1, 2, 1), (1, 2, 1, 3))


def test_struck_words_and_remarks_are_doubted_and_notes_are_no_part_of_a_number(tmp_path: Path) -> None:
    remark = "<office:annotation><text:p>xem lại</text:p></office:annotation>"
    note = (
        f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('ước')}</text:note-body></text:note>"
    )
    inner = table(ods_row(cell(p("trong khung"))))
    body = table(
        ods_row(
            cell('<text:p><text:span text:style-name="T1">341</text:span></text:p>'),
            cell(p(f"342{remark}")),
            cell(p(f"343{note}")),
            cell(p("344") + inner),
        )
    )
    outer, framed = grids(odt(tmp_path / "a.odt", body, STRUCK))
    assert texts(outer) == {(1, 1): "341", (1, 2): "342", (1, 3): "343", (1, 4): "344"}
    assert texts(framed) == {(1, 1): "trong khung"}
    assert [bool(outer.cells[1, at].doubt) for at in (1, 2, 3, 4)] == [True, True, False, False]
    assert "xem lại" in outer.cells[1, 2].doubt
