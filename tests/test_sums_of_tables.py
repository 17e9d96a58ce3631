"""Rows and columns that add up to a total beside them: parts of what one unit counts; nothing else is taken for one."""

from time import process_time

import pytest

from hoctap.check.gate import Checked
from hoctap.contribute.tables.long import understand
from hoctap.contribute.tables.rows import Understood
from hoctap.model.catalog import Catalog
from miniature import with_indicators
from typed_sheets import sheet

FIELDS = "indicator_id name_vi like value_type unit_measure stock_flow"
INDICATORS = (
    ("scholarships-awarded", "Suất học bổng đã trao", "staff-total", "count", "suat", "flow"),
    ("scholarship-value-vnd", "Số tiền học bổng", "fund-raised-vnd", "amount", "dong", "flow"),
    ("scholarship-unit-value-vnd", "Giá trị một suất học bổng", "fund-raised-vnd", "ratio", "dong", "flow"),
    ("training-courses", "Lớp đào tạo, bồi dưỡng", "staff-total", "count", "lop", "flow"),
    ("trainees", "Người được đào tạo, bồi dưỡng", "staff-total", "count", "nguoi", "flow"),
    ("gifts-awarded", "Suất quà đã trao", "staff-total", "count", "suat", "flow"),
)
OFFICE = "SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH ĐÔNG LÂU"


@pytest.fixture(scope="module")
def catalog(checked: Checked) -> Catalog:
    return with_indicators(checked.catalog, FIELDS, INDICATORS)


def read(catalog: Catalog, rows: str) -> Understood:
    """Return what is understood of a sheet of the office."""
    return understand(catalog, [sheet((OFFICE, "KẾT QUẢ NĂM 2024", *rows.strip().splitlines()))], {})


def parts(found: Understood, indicator: str) -> dict[str, str]:
    """Return what is placed of an indicator: the value of each part."""
    placed = (row for row in found.rows if row.indicator_id == indicator and not row.question)
    return {row.breakdown: row.value for row in placed}


HEADS = ("Đối tượng", "Nhóm đối tượng nhận học bổng", "Loại học bổng", "Hình thức trao", "Thành phần", "Cấp học")
TOTALS = ("Cộng", "Tổng cộng", "Tổng số", "Tổng số suất đã trao")


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("total", TOTALS)
@pytest.mark.parametrize("is_first", [True, False], ids=["above", "below"])
def test_kinds_that_add_up_to_a_total_are_parts_of_it(
    head: str, total: str, *, is_first: bool, catalog: Catalog
) -> None:
    kinds = ["1|Con gia đình chính sách|40|20000000", "2|Trẻ mồ côi, khuyết tật|60|24000000"]
    rows = [f"|{total}|100|44000000", *kinds] if is_first else [*kinds, f"|{total}|100|44000000"]
    found = read(catalog, "\n".join([f"TT|{head}|Số suất học bổng|Số tiền học bổng (đồng)", *rows]))
    assert parts(found, "scholarships-awarded") == {
        "con gia đình chính sách": "40", "trẻ mồ côi, khuyết tật": "60", "": "100",
    }  # fmt: skip
    assert len(parts(found, "scholarship-value-vnd")) == 3


BROKEN = (
    ("a total that is another", "Đối tượng", ["Con gia đình chính sách|40", "Trẻ mồ côi|60", "Cộng|110"]),
    ("names of places", "Nhóm", ["An Phú|40", "An Bình|60", "Cộng|100"]),
    ("a place by its kind", "Đối tượng", ["Huyện Bình Hồ|40", "Trẻ mồ côi|60", "Cộng|100"]),
    ("places above a sum in words", "Lớp", ["An Phú|40", "An Bình|60", "Cộng các lớp|100"]),
    ("one name twice", "Đối tượng", ["Trẻ mồ côi|40", "Trẻ mồ côi|60", "Cộng|100"]),
    ("a head that names no kinds", "Họ và tên người nhận", ["Con gia đình chính sách|40", "Trẻ mồ côi|60", "Cộng|100"]),
    ("no total", "Đối tượng", ["Con gia đình chính sách|40", "Trẻ mồ côi|60"]),
    ("one row", "Đối tượng", ["Con gia đình chính sách|100", "Cộng|100"]),
)


@pytest.mark.parametrize(("head", "rows"), [each[1:] for each in BROKEN], ids=[each[0] for each in BROKEN])
def test_what_may_be_no_part_is_asked_about(head: str, rows: list[str], catalog: Catalog) -> None:
    lines = [f"TT|{head}|Số suất học bổng", *(f"{at}|{row}" for at, row in enumerate(rows, 1))]
    assert parts(read(catalog, "\n".join(lines)), "scholarships-awarded") == {}


@pytest.mark.parametrize("heads", ["Đối tượng|Số suất học bổng", "Chỉ tiêu|Số lượng"])
def test_a_long_list_under_a_total_that_it_does_not_add_up_to_is_read_in_no_time(heads: str, catalog: Catalog) -> None:
    rows = [f"|Nhóm số {at}|{at * 7 % 90 + 1}" for at in range(400)]
    begun = process_time()
    found = read(catalog, "\n".join([f"TT|{heads}", "1|Tổng số suất học bổng đã trao|98765", *rows]))
    assert process_time() - begun < 10  # 40 such rows once took 0.4 seconds, 80 took 5
    assert set(parts(found, "scholarships-awarded")) <= {""}


def test_several_indicators_of_several_years_have_the_same_parts(catalog: Catalog) -> None:
    found = read(
        catalog,
        """TT|Loại lớp|Năm 2022|>|Năm 2023|>
        ||Số lớp bồi dưỡng|Số người được bồi dưỡng|Số lớp bồi dưỡng|Số người được bồi dưỡng
        1|Nghiệp vụ thư viện|2|80|3|120
        2|Kế toán trường học|-|-|1|45
        |Tổng|2|80|4|165""",
    )
    placed = {(row.indicator_id, row.period, row.breakdown): row.value for row in found.rows if not row.question}
    assert placed == {
        **{("training-courses", "2022", each): "2" for each in ("nghiệp vụ thư viện", "")},
        **{("trainees", "2022", each): "80" for each in ("nghiệp vụ thư viện", "")},
        ("training-courses", "2023", "nghiệp vụ thư viện"): "3",
        ("training-courses", "2023", "kế toán trường học"): "1",
        ("training-courses", "2023", ""): "4",
        ("trainees", "2023", "nghiệp vụ thư viện"): "120",
        ("trainees", "2023", "kế toán trường học"): "45",
        ("trainees", "2023", ""): "165",
    }


ACROSS = (
    # heads over the columns, their two rows of figures, the parts that are taken
    ("Năm 2023|>|>\n||Tổng số|Vùng ven biển|Vùng nội đồng", "100|60|40", ("vùng ven biển", "vùng nội đồng")),
    ("Toàn ngành|Chia theo tuyến|>\n||Tổng số|Tuyến tỉnh|Trạm ở xã", "100|60|40", ("tuyến tỉnh", "trạm ở xã")),
    ("Tổng số|Phân theo khối|>\n|||Giảng dạy|Phục vụ", "100|60|40", ("giảng dạy", "phục vụ")),
    ("Tổng số|Trong đó|>\n|||Trao tại lễ|Trao tại nhà", "100|60|40", ("trao tại lễ", "trao tại nhà")),
    ("Tổng số|Chia ra|>\n|||Đợt lễ khai giảng|Đợt giáp Tết", "100|60|40", ("đợt lễ khai giảng", "đợt giáp Tết")),
    ("Tổng số|Chia theo khối|>\n|||Giảng dạy|Phục vụ", "100|60|30", ()),
    ("Tổng số|Chia theo huyện|>\n|||An Phú|An Bình", "100|60|40", ()),
    ("Tổng số|Chia ra|>\n|||Trao thêm|Kế hoạch", "100|60|40", ()),
    ("Tổng số|Ghi thêm|>\n|||Giảng dạy|Phục vụ", "100|60|40", ()),
)


@pytest.mark.parametrize(("heads", "figures", "wanted"), ACROSS)
def test_columns_that_add_up_to_the_total_before_them_are_its_parts(
    heads: str, figures: str, wanted: tuple[str, ...], catalog: Catalog
) -> None:
    rows = f"TT|Chỉ tiêu|{heads}\n1|Suất học bổng đã trao|{figures}\n2|Suất quà đã trao|{figures}"
    for indicator in ("scholarships-awarded", "gifts-awarded"):
        assert set(parts(read(catalog, rows), indicator)) - {""} == set(wanted)


def test_sources_of_the_money_of_a_fund_are_for_a_person_to_name(catalog: Catalog) -> None:
    rows = "TT|Đơn vị|Số tiền vận động quỹ khuyến học (đồng)|>|>\n||Tổng số|Hội viên góp|Nhà hảo tâm\n"
    rows += "1|Trường THPT Hồ Sen|9000000|4000000|5000000\n2|Sở GD&ĐT Đông Lâu|8000000|2000000|6000000"
    assert set(parts(read(catalog, rows), "fund-raised-vnd")) == {""}
    rows = "TT|Chỉ tiêu|Tổng số|Chia ra|>\n|||Hội viên góp|Nhà hảo tâm\n"
    rows += "1|Số tiền vận động quỹ khuyến học (đồng)|9000000|4000000|5000000\n2|Suất quà đã trao|9|4|5"
    assert set(parts(read(catalog, rows), "fund-raised-vnd")) == {""}
    assert set(parts(read(catalog, rows), "gifts-awarded")) == {"", "hội viên góp", "nhà hảo tâm"}
