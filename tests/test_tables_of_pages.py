"""Web pages called .xls, as many systems give out tables: in any encoding, with spans, hidden rows and inner tables."""

from pathlib import Path

import pytest

from hoctap.contribute.sandbox import RefusedError
from hoctap.contribute.tables.opening import Grid, grids

pytestmark = pytest.mark.usefixtures("read_here")

PAGE = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {border: 1px}</style></head><body>
<h3>HỘI KHUYẾN HỌC TỈNH HẢI DƯƠNG</h3><p>KẾT QUẢ<br>NĂM 2023</p>
<table border="1">
<thead><tr><th rowspan="2">TT</th><th rowspan="2">Huyện</th><th colspan="2">Hội</th></tr>
<tr><th>Hội<br>viên</th><th>Chi hội</th></tr></thead>
<tr><td>1<td>Thanh
  Miện<td>38.120<td>215<!-- năm trước 210 --></tr>
<tr style="Display: none"><td>2</td><td>Gia Lộc</td><td>40015</td><td>198</td></tr>
</table></body></html>"""
WORKBOOK = '<?xml version="1.0"?><Workbook><Worksheet><Table><Row/></Table></Worksheet></Workbook>'


def _opened(tmp_path: Path, data: bytes) -> tuple[Grid, ...]:
    path = tmp_path / "bieu.xls"
    path.write_bytes(data)
    return grids(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_page_called_xls_is_read_in_any_encoding(encoding: str, tmp_path: Path) -> None:
    (grid,) = _opened(tmp_path, PAGE.encode(encoding))
    assert grid.above == ("HỘI KHUYẾN HỌC TỈNH HẢI DƯƠNG", "KẾT QUẢ", "NĂM 2023")
    assert {grid.address(spot): cell.text for spot, cell in grid.cells.items() if spot[0] < 4} == {
        "bảng 1!A1": "TT",
        "bảng 1!B1": "Huyện",
        "bảng 1!C1": "Hội",
        "bảng 1!C2": "Hội\nviên",
        "bảng 1!D2": "Chi hội",
        "bảng 1!A3": "1",
        "bảng 1!B3": "Thanh Miện",
        "bảng 1!C3": "38.120",
        "bảng 1!D3": "215",
    }
    assert grid.text((2, 1)) == "TT"
    assert {spot for spot, cell in grid.cells.items() if cell.hidden} == {(4, 1), (4, 2), (4, 3), (4, 4)}


def test_a_table_inside_a_cell_is_one_of_its_own(tmp_path: Path) -> None:
    page = "<table><tr><td>Ngoài<table><tr><td>Trong</td></tr></table></td></tr></table>"
    assert [[cell.text for cell in grid.cells.values()] for grid in _opened(tmp_path, page.encode())] == [
        ["Ngoài"],
        ["Trong"],
    ]


def test_a_page_that_is_cut_off_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    (grid,) = _opened(tmp_path, b"<table><tr><td>12<td>Thanh Mi")
    assert [cell.text for cell in grid.cells.values()] == ["12", "Thanh Mi"]


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("<table><tr><td rowspan=90000 colspan=90000>1</td></tr></table>", "không quá"),
        (f"<table>{'<tr><td>1</td></tr>' * 120_000}</table>", "không quá"),
        (WORKBOOK, "thực ra là trang web hoặc văn bản"),
        ("<html><p>Không có bảng nào</p></html>", "thực ra là trang web hoặc văn bản"),
    ],
    ids=["wide-span", "many-rows", "xml-workbook", "no-table"],
)
def test_a_page_that_is_too_much_or_holds_no_table_is_refused(page: str, why: str, tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=why):
        _opened(tmp_path, page.encode())
