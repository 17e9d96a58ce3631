"""What single lines of articles state, with the indicators of the real register: counted, whose, when; all invented."""

from collections.abc import Sequence

import pytest

from hoctap.contribute.articles.capitals import as_written_below
from hoctap.contribute.articles.page import headline_at, paragraphs
from hoctap.contribute.articles.proposals import proposals
from hoctap.load import load
from hoctap.model.catalog import Catalog
from miniature import REAL

DAY = "2024-12-20"
TOWN, CENTRE = "Hội Khuyến học huyện Gia Lộc tổng kết", "Trung tâm học tập cộng đồng xã Đồng Quang mở lớp"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(REAL, validate=False).catalog


def _counted(catalog: Catalog, *lines: str, day: str = DAY) -> Sequence[tuple[str, str]]:
    return [(each.indicator_id, each.value) for each in proposals(catalog, lines, day)]


@pytest.mark.parametrize(
    ("headline", "line", "counted"),
    [
        (
            CENTRE,
            "Trung tâm mở 58 lớp, chuyên đề với 4.270 lượt người học, trong đó có 17 chuyên đề chuyển đổi số.",
            [("clc-courses", "58"), ("clc-learners", "4270"), ("clc-courses", "17")],
        ),
        (CENTRE, "Trung tâm có 4 người; xã mở 12 lớp với 300 người.", []),
        (CENTRE, "Trung tâm chính trị huyện mở 12 lớp.", []),
        (
            CENTRE,
            "Trung tâm mở 2 lớp xóa mù chữ cho 37 người Dao.",
            [("literacy-classes", "2"), ("literacy-learners", "37")],
        ),
        (
            TOWN,
            "Hội chăm lo xóa mù chữ. Năm 2024, hội mở 3 lớp với 74 học viên.",
            [("literacy-classes", "3"), ("literacy-learners", "74")],
        ),
        (TOWN, "Hội chăm lo xóa mù chữ và bồi dưỡng cán bộ. Năm 2024, hội mở 3 lớp.", []),
        (TOWN, "Năm 2024, hội mở 3 lớp với 74 học viên.", []),
        (
            "Dòng họ Bùi Đức họp mặt đầu xuân",
            "Hiện có 231 cháu đang đi học từ lớp 1 đến đại học.",
            [("students-total", "231")],
        ),
        (TOWN, "Hiện có 231 cháu đang đi học từ lớp 1 đến đại học.", []),
    ],
)
def test_bare_courses_and_pupils_are_of_the_one_thing_that_their_paragraph_speaks_of(
    headline: str, line: str, counted: list[tuple[str, str]], catalog: Catalog
) -> None:
    assert _counted(catalog, headline, line) == counted


@pytest.mark.parametrize(
    ("line", "counted"),
    [
        (
            "Số hội viên tăng từ 1.200 người lên 1.300 người, tỷ lệ trên dân số từ 26,7% lên 27,6%.",
            [
                ("members", "1200"),
                ("members", "1300"),
                ("member-population-rate", "26.7"),
                ("member-population-rate", "27.6"),
            ],
        ),
        (
            "Công dân học tập có bước nhảy đáng kể, từ 29,5% lên 41,2%.",
            [("learning-citizens-rate", "29.5"), ("learning-citizens-rate", "41.2")],
        ),
        ("Kết quả có bước nhảy đáng kể, từ 29,5% lên 41,2%.", []),
        ("Hội có 396.215 hội viên, tức là thêm 14.575 người.", [("members", "396215"), ("members-increase", "14575")]),
        ("Gia đình bác trưởng thôn ủng hộ 20 triệu đồng.", []),
        ("Công ty Hoa Sen ủng hộ 20 triệu đồng.", [("fund-donated-vnd", "20000000")]),
        ("Hội nhận được nhiều đóng góp với tổng số 145 triệu đồng.", [("fund-raised-vnd", "145000000")]),
        ("Học xong, 15 hộ ở thôn Suối Lau đã ghép lại vườn.", []),
        ("Huyện có 15.214 hộ ở 18 xã.", [("households-total", "15214")]),
        (
            "18/18 xã, thị trấn có hội khuyến học.",
            [("association-orgs-commune", "18"), ("communes-total", "18")],
        ),
        ("18/18 hội cấp xã hoạt động tốt.", []),
        (
            "Hội trao học bổng 1,9 tỷ đồng cho 2.105 em.",
            [("scholarship-value-vnd", "1900000000"), ("scholarships-awarded", "2105")],
        ),
        ("Hội trao học bổng, khen thưởng, hỗ trợ cho 9.200 lượt người.", []),
        (
            "Mỗi suất học bổng từ 1,5 đến 3 triệu đồng.",
            [("scholarship-unit-value-vnd", "1500000"), ("scholarship-unit-value-vnd", "3000000")],
        ),
        ("Tổng quỹ khuyến học 9 tháng đạt 11,8 tỷ đồng.", [("fund-raised-vnd", "11800000000")]),
        ("Tổng quỹ khuyến học hiện có 11,8 tỷ đồng.", [("fund-balance-vnd", "11800000000")]),
        ("Hội có 32.150 hội viên, hội viên nào cũng vui.", [("members", "32150")]),
        (
            "Học bổng 18 tỷ đồng, khen thưởng 34,5 tỷ đồng. Xã Gia Lương dẫn đầu toàn huyện với 2 tỷ đồng.",
            [("scholarship-value-vnd", "18000000000"), ("reward-value-vnd", "34500000000")],
        ),
        (
            "Hội vận động 18 tỷ đồng. Xã Gia Lương dẫn đầu toàn huyện với 2 tỷ đồng.",
            [("fund-raised-vnd", "18000000000"), ("fund-raised-vnd", "2000000000")],
        ),
    ],
)
def test_what_grew_was_given_or_lives_somewhere_is_counted_as_what_it_is(
    line: str, counted: list[tuple[str, str]], catalog: Catalog
) -> None:
    assert _counted(catalog, TOWN, line) == counted


def test_courses_of_which_an_article_has_one_kind_alone_are_that_kind_from_then_on(catalog: Catalog) -> None:
    lines = ["Hội mở 118 lớp bồi dưỡng với 6.000 lượt người.", "Năm 2025, hội dự kiến mở 130 lớp cho 7.500 lượt người."]
    kinds = [("training-courses", "118"), ("training-attendances", "6000")]
    later = [("training-courses", "130"), ("training-attendances", "7500")]
    assert _counted(catalog, TOWN, *lines) == [*kinds, *later]
    assert _counted(catalog, TOWN, lines[0], "Nhà trường có 18 lớp.") == kinds
    two = "Trung tâm học tập cộng đồng xã mở 12 lớp."
    assert _counted(catalog, TOWN, lines[0], two, lines[1])[3:] == []


MONTH = ("Huyện Gia Lộc tổng kết Tháng Khuyến học", "Tháng Khuyến học diễn ra từ ngày 02/9 đến ngày 02/10/2024.")


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("Các cấp hội vận động được 2 tỷ đồng.", "2024-09/2024-10"),
        ("Tháng Khuyến học năm 2023, các cấp hội vận động được 2 tỷ đồng.", "2023-09/2023-10"),
        ("Tháng Khuyến học năm 2025, hội đặt chỉ tiêu vận động 2 tỷ đồng.", "2025-09/2025-10"),
        ("Năm 2023, các cấp hội vận động được 2 tỷ đồng.", "2023"),
        ("Huyện hiện có 2.000 hội viên.", "2024-10-08"),
    ],
)
def test_what_was_done_in_a_campaign_is_of_its_months(line: str, period: str, catalog: Catalog) -> None:
    assert [each.period for each in proposals(catalog, [*MONTH, line], "2024-10-08")] == [period]


@pytest.mark.parametrize(
    ("lines", "periods"),
    [
        (["Năm 2006, các cụ lập quỹ khuyến học. Lúc đầu, quỹ chỉ có 6 triệu đồng."], ["2006"]),
        (["Lúc đầu, quỹ chỉ có 6 triệu đồng."], [""]),
        (["Trước đó, ngày 5/9, hội đã trao 120 suất học bổng."], ["2024-09-05"]),
        (["Từ tháng 7 đến nay, hội vận động được 465 triệu đồng."], ["2024-07/2024-12"]),
        (["Năm 2022, hội vận động 12 tỷ đồng, gấp 1,4 lần năm 2021. Tặng 214 xe đạp."], ["2022", "2022"]),
        (["Sau 5 tháng hoạt động, hội vận động 612 triệu đồng."], [""]),
        (["Tính chung 6 tháng, hội vận động 612 triệu đồng."], ["2024-12-20"]),
        (["Từ đầu năm học đến nay, hội trao 120 suất học bổng."], ["2024/2025"]),
        (["Từ 3.200 hội viên, 22 chi hội, đến nay huyện có 96.310 hội viên."], ["", "", "2024-12-20"]),
        (["Năm 2024, hội có 164 chi hội, trong khi năm trước đó là 139."], ["2024", "2023"]),
        (
            ["10 tháng năm 2024, hội trao 118 suất học bổng. Cùng kỳ năm 2023, hội trao 102 suất học bổng."],
            ["2024-01/2024-10", "2023-01/2023-10"],
        ),
        (["Năm 2024, gia đình học tập đạt 86%; tỷ lệ này năm 2020 là 71%. Dòng họ học tập đạt 78%."], None),
        (
            [
                "Trong 9 tháng, hội vận động 465 triệu đồng.",
                "Học sinh nhận quà. Ảnh: Trung tâm cung cấp",
                "Cũng trong thời gian này, hội trao 120 suất học bổng.",
            ],
            ["2024-01/2024-09", "2024-01/2024-09"],
        ),
    ],
)
def test_a_figure_is_of_the_time_that_its_words_lead_to(
    lines: list[str], periods: list[str] | None, catalog: Catalog
) -> None:
    found = [each.period for each in proposals(catalog, [TOWN, *lines], DAY)]
    assert found == (["2024", "2020", "2024"] if periods is None else periods)


@pytest.mark.parametrize(
    ("headline", "line", "whose"),
    [
        ("Bộ Công Thương: Thi đua học tập", "Năm 2024, 92% đơn vị đạt “Đơn vị học tập”.", "Bộ Công Thương"),
        (
            "Đồn Biên phòng Sen Bụt giúp học sinh tỉnh Lạng Sơn",
            "Năm 2024, đồn trao 25 suất học bổng.",
            "Đồn Biên phòng Sen Bụt, tỉnh Lạng Sơn",
        ),
        (
            "Ngân hàng Chính sách xã hội tỉnh Cà Mau trao học bổng",
            "Năm 2024, ngân hàng trao 25 suất học bổng.",
            "Ngân hàng Chính sách xã hội tỉnh Cà Mau",
        ),
        (
            "Công ty TNHH Một thành viên Xổ số kiến thiết Sóc Trăng trao học bổng",
            "Năm 2024, công ty trao 25 suất học bổng.",
            "Công ty TNHH Một thành viên Xổ số kiến thiết Sóc Trăng",
        ),
        (
            "Ngân hàng Chính sách xã hội trao học bổng",
            "Năm 2024, ngân hàng trao 25 suất học bổng.",
            "Ngân hàng Chính sách xã hội",
        ),
        (
            "Tập đoàn Viettel đồng hành cùng học sinh",
            "Năm 2024, tập đoàn trao 25 suất học bổng.",
            "Tập đoàn Viettel",
        ),
        (
            "Tập đoàn Viettel tiếp sức học sinh tỉnh Hà Giang",
            "Năm 2024, tập đoàn trao 25 suất học bổng.",
            "Tập đoàn Viettel",
        ),
        ("Quảng Bình: Thi đua học tập", "Năm 2024, hội trao 25 suất học bổng.", "Hội Khuyến học tỉnh Quảng Bình"),
        (
            "HỌ BÙI ĐỨC THÔN ĐÔNG HƯNG: NGÀY HỘI KHUYẾN HỌC",
            "Con cháu họ Bùi Đức thôn Đông Hưng, xã Hồng Đức, huyện Ninh Giang trao 25 suất học bổng.",
            "Dòng họ Bùi Đức, thôn Đông Hưng, xã Hồng Đức, huyện Ninh Giang",
        ),
        (
            "Sen Bụt: Nhà máy giúp học sinh nghèo đến trường",
            "Năm 2024, Công ty Thép A trao 12 suất quà, Công ty Thép Bắc Hải trao 85 suất quà.",
            "Công ty Thép A · Công ty Thép Bắc Hải",
        ),
        (
            "Quỹ Khuyến học Lê Văn Thới: 10 năm một chặng đường",
            "Năm 2024, quỹ trao 310 suất học bổng.",
            "Quỹ Khuyến học Lê Văn Thới",
        ),
        ("Huyện Gia Lộc: Nuôi heo đất khuyến học", "Năm 2024, chi hội tặng 12 suất quà.", ""),
        (
            "Huyện Gia Lộc: Kỷ niệm Ngày Khuyến học Việt Nam",
            "Năm 2024, hội kỷ niệm Ngày thành lập Hội Khuyến học Việt Nam, trao 60 suất học bổng.",
            "hoi-khuyen-hoc-huyen-gia-loc-tinh-hai-duong",
        ),
        (
            "Huyện Gia Lộc: Tiếp sức học sinh đến trường",
            "Ngày 20/12, UBND huyện trao học bổng cho học sinh. Chương trình trao 25 suất học bổng.",
            "",
        ),
        (
            "Huyện Gia Lộc: Tiếp sức học sinh đến trường",
            "Hội Khuyến học huyện trao 12 suất học bổng; Hội Phật giáo huyện trao 50 suất học bổng.",
            "hoi-khuyen-hoc-huyen-gia-loc-tinh-hai-duong · ",
        ),
        (
            "Huyện Gia Lộc: Tiếp sức học sinh đến trường",
            "Riêng năm 2024, Quỹ học bổng “Vì tương lai” đã trao 335 suất học bổng.",
            "Quỹ học bổng Vì tương lai",
        ),
        (
            "Huyện Gia Lộc: Tiếp sức học sinh đến trường",
            "Dịp này, ban tổ chức và các nhà tài trợ đã trao 25 suất học bổng.",
            "",
        ),
        (
            "Huyện Gia Lộc: Tiếp sức học sinh đến trường",
            "Ngày 20/12, UBND huyện trao học bổng cho học sinh. Hội Khuyến học huyện trao 25 suất học bổng.",
            "hoi-khuyen-hoc-huyen-gia-loc-tinh-hai-duong",
        ),
        (
            "Vận động quỹ trong 6 tháng",
            "Cổng thông tin điện tử huyện Kỳ Khê - Thứ Sáu, 12/07/2024. Hội trao 25 suất học bổng.",
            "Hội Khuyến học huyện Kỳ Khê",
        ),
    ],
)
def test_a_figure_is_of_whom_the_headline_names(headline: str, line: str, whose: str, catalog: Catalog) -> None:
    assert [each.unit_id for each in proposals(catalog, [headline, line], DAY)] == whose.split(" · ")


SOURCE = "Trang tin Hội Khuyến học tỉnh Thái Bình"


def test_a_bare_name_of_a_headline_is_the_place_that_the_lines_below_name_not_that_of_the_paper(
    catalog: Catalog,
) -> None:
    lines = [
        "Khuyến học Thái Thụy qua những con số",
        SOURCE,
        "Hội Khuyến học huyện Thái Thụy họp.",
        "Trao 310 suất quà.",
    ]
    assert [each.unit_id for each in proposals(catalog, lines, DAY)] == [
        "Hội Khuyến học huyện Thái Thụy, tỉnh Thái Bình"
    ]


OF_SCHOOL = ("Huyện Gia Lộc: Chuyện học ở các trường", "Trường THCS Gia Lương có 38 cán bộ; 100% giáo viên đạt chuẩn.")


def test_pupils_and_staff_of_all_clauses_are_of_the_school_that_a_sentence_opens_with(catalog: Catalog) -> None:
    found = proposals(catalog, OF_SCHOOL, DAY)
    assert {each.indicator_id for each in found} == {"staff-total", "staff-qualified-rate"}
    assert {each.unit_id.partition(",")[0] for each in found} == {"Trường Trung học cơ sở Gia Lương"}


@pytest.mark.parametrize(
    ("line", "counted"),
    [
        ("Từ năm 2001 đến nay, cô đã vận động 186 em bỏ học trở lại lớp.", []),
        ("Từ năm 2001 đến nay, hội đã vận động 186 em bỏ học trở lại lớp.", [("dropouts-returned", "186")]),
        ("Hội Cựu giáo chức huyện hiện có 9.412 hội viên.", []),
        ("Hội Khuyến học huyện hiện có 9.412 hội viên.", [("members", "9412")]),
        ("Tỉnh hội có 132/166 hội cấp xã.", [("association-orgs-commune", "132")]),
        (
            "Tỉnh có 132/166 xã có hội khuyến học.",
            [("association-orgs-commune", "132"), ("communes-total", "166")],
        ),
        (
            "Hội chi 2,5 tỷ đồng, trong đó 1,2 tỷ đồng học bổng, 900 triệu đồng mua sách.",
            [("fund-spent-vnd", "2500000000"), ("scholarship-value-vnd", "1200000000")],
        ),
    ],
)
def test_what_a_person_or_another_association_did_or_has_is_not_of_this_one(
    line: str, counted: list[tuple[str, str]], catalog: Catalog
) -> None:
    assert _counted(catalog, TOWN, line) == counted


@pytest.mark.parametrize(
    ("answer", "counted"),
    [
        ("Bà Lê Thị H.: Năm 2023, huyện có 2.000 hội viên.", [("members", "2000")]),
        ("Bà Lê Thị H. nuôi 3 con heo đất.", []),
    ],
)
def test_who_answers_in_an_interview_speaks_for_her_body(
    answer: str, counted: list[tuple[str, str]], catalog: Catalog
) -> None:
    assert _counted(catalog, TOWN, "PV: Thưa bà, kết quả ra sao?", answer) == counted


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("PV: Mục tiêu của năm 2024 là gì?", "target"),
        ("PV: Mục tiêu của năm 2023 là gì?", "observation"),
        ("PV: Năm nay bà muốn đạt gì?", "target"),
        ("PV: Kết quả ra sao?", "observation"),
    ],
)
def test_a_question_about_the_aims_of_a_year_that_is_not_over_is_answered_by_aims(
    question: str, kind: str, catalog: Catalog
) -> None:
    found = proposals(catalog, [TOWN, question, "Chúng tôi giữ mức 87% gia đình học tập."], "2024-03-21")
    assert [each.kind for each in found] == [kind]


def test_a_headline_in_capitals_is_read_as_its_words_are_written_below_and_shown_as_printed(catalog: Catalog) -> None:
    lines = ["HỌ BÙI ĐỨC TRAO 12 SUẤT HỌC BỔNG", "Dòng họ Bùi Đức có nếp học. Bùi Đức là họ lớn, có suất học bổng."]
    assert as_written_below(lines)[0] == "Họ Bùi Đức trao 12 suất học bổng"
    assert as_written_below(["UBND - HKH", *lines[1:]])[0] == "UBND - HKH"
    assert [(each.exact, each.words) for each in proposals(catalog, lines, DAY)] == [("12", lines[0])]


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("Thứ Bảy, 12/07/2024", 1),
        ("Chủ nhật, ngày 14 tháng 7 năm 2024 14:20", 1),
        ("Chủ nhật Xanh 2024: trao 120 suất học bổng", 0),
        ("Thứ Bảy học tập: 120 em được tặng quà", 0),
    ],
)
def test_a_day_of_the_week_is_above_the_headline_where_its_date_follows(line: str, at: int) -> None:
    assert headline_at([line, TOWN]) == at


def test_menus_above_the_headline_are_passed_over_and_paragraphs_still_counted(catalog: Catalog) -> None:
    page = ["Trang chủ | Tin tức | Văn bản", "Chủ nhật, 28/12/2025 10:02 | Gia Lộc: 27°C", TOWN, "Có 2.000 hội viên."]
    assert headline_at(page) == 2
    assert headline_at(["Hà Nội | Tin", "Có 2.000 hội viên."]) == 0
    assert [(each.paragraph, each.value) for each in proposals(catalog, page, DAY)] == [("4", "2000")]


def test_titles_of_other_articles_are_not_read_behind_the_buttons_of_a_page(catalog: Catalog) -> None:
    line = "[Về trang trước] [In bài viết] Các tin khác: Phù Cát trao 200 suất học bổng (03/10)"
    assert _counted(catalog, TOWN, line) == []


TABLE = (
    "Nội dung | Năm 2023 | Năm 2024",
    "Hội viên (người) | 2.000 | 2.100",
    "Tiền vận động quỹ khuyến học (triệu đồng) | 61 | 66",
)


def test_rows_of_a_table_in_an_article_are_read_as_those_of_a_table(catalog: Catalog) -> None:
    found = proposals(catalog, [TOWN, "Số liệu hai năm:", *TABLE, "Hội có 30 chi hội."], DAY)
    assert [(each.indicator_id, each.value, each.period, each.paragraph, each.exact) for each in found] == [
        ("members", "2000", "2023", "4", "2.000"),
        ("members", "2100", "2024", "4", "2.100"),
        ("fund-raised-vnd", "61000000", "2023", "5", "61"),
        ("fund-raised-vnd", "66000000", "2024", "5", "66"),
        ("branches", "30", DAY, "6", "30"),
    ]


@pytest.mark.parametrize(
    ("above", "years", "kinds"),
    [
        ("Kết quả thực hiện kế hoạch năm 2024:", "Năm 2024", ["observation"]),
        ("Kế hoạch năm 2024:", "Năm 2024", ["target"]),
        ("III. Phương hướng, nhiệm vụ", "Năm 2024", ["target"]),
        ("Các con số:", "Năm 2024 | Năm 2025", ["observation", "target"]),
    ],
)
def test_a_table_below_an_aim_or_of_a_time_to_come_is_of_aims(
    above: str, years: str, kinds: list[str], catalog: Catalog
) -> None:
    of_members, of_branches = (" | ".join(row[: len(kinds)]) for row in (("12.000", "12.400"), ("120", "125")))
    lines = [
        "Hội Khuyến học tỉnh Lạng Sơn tổng kết",
        above,
        f"Chỉ tiêu | {years}",
        f"Số hội viên | {of_members}",
        f"Số chi hội | {of_branches}",
    ]
    assert [each.kind for each in proposals(catalog, lines, DAY)] == kinds * 2


def test_a_row_of_a_table_of_a_saved_page_is_one_line() -> None:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split(' | '))}</tr>" for row in TABLE)
    assert paragraphs(f"<html><body><p>Hội</p><table>{cells}</table></body></html>") == ("Hội", *TABLE)
    assert paragraphs("<table><tr><td><p>Hội</p></td></tr></table>") == ("Hội",)


ONE, SUM, FUND = "scholarship-unit-value-vnd", "scholarship-value-vnd", "fund-balance-vnd"


@pytest.mark.parametrize(
    ("line", "counted"),
    [
        (
            "Năm 2024, huyện tuyên dương 150 gia đình, dòng họ, cộng đồng học tập.",
            [("learning-models-commended", "150")],
        ),
        ("Năm 2024, huyện có 30 gia đình và dòng họ học tập được tuyên dương.", [("learning-models-commended", "30")]),
        ("Năm 2024, huyện khen thưởng 30 dòng họ, gia đình học tập.", []),
        (
            "Năm 2024, huyện tuyên dương 120 gia đình, 30 dòng họ học tập.",
            [("families-commended", "120"), ("clans-commended", "30")],
        ),
        ("Năm 2024, 3 dòng họ được tỉnh tuyên dương “Dòng họ học tập”.", [("clans-commended", "3")]),
        ("Năm 2024, huyện tuyên dương 40 tập thể, gia đình, dòng họ hiếu học tiêu biểu.", []),
        ("Năm 2024, huyện tuyên dương 40 gia đình và cá nhân học tập tiêu biểu.", []),
        ("Mỗi xã trong huyện có từ 50 đến 200 triệu đồng quỹ khuyến học.", []),
        ("Năm 2024, các xã vận động được hơn 100 triệu đồng mỗi xã.", []),
        ("Trong huyện có 7 xã có số dư quỹ trên 100 triệu đồng.", []),
        ("Năm 2024, hội trao từ 50 đến 60 suất học bổng.", []),
        ("Hội có từ 812 đến 905 hội viên.", []),
        ("Số hội viên tăng từ 812 đến 905 người.", [("members", "812"), ("members", "905")]),
        ("Năm 2024, hội trao 120 suất quà, từ 300.000 đồng đến 500.000 đồng/suất.", [("gifts-awarded", "120")]),
        (
            "Năm 2024, hội trao 120 suất học bổng, mức thấp nhất 1 triệu đồng, cao nhất 5 triệu đồng.",
            [("scholarships-awarded", "120"), (ONE, "1000000"), (ONE, "5000000")],
        ),
        ("Số dư quỹ khuyến học của các xã từ 50 triệu đồng đến 1 tỷ đồng.", []),
        ("Số dư quỹ khuyến học của huyện là 1 tỷ đồng.", [(FUND, "1000000000")]),
        ("Năm 2024, hội trao học bổng từ 1 tới 2 triệu đồng cho học sinh.", []),
        (
            "Năm 2024, hội trao 120 suất học bổng, mỗi suất có giá trị từ 1 – 1,5 triệu đồng.",
            [("scholarships-awarded", "120"), (ONE, "1000000"), (ONE, "1500000")],
        ),
        (
            "Năm 2024, hội trao 120 suất học bổng, mức 1 triệu – 1,5 triệu đồng/suất, tổng trị giá 150 triệu đồng.",
            [("scholarships-awarded", "120"), (ONE, "1000000"), (ONE, "1500000"), (SUM, "150000000")],
        ),
        (
            "Năm 2020, huyện có 20 dòng họ học tập, đến năm 2024 đã tăng lên 83 dòng họ học tập.",
            [
                ("learning-clans", "20"),
                ("learning-clans", "83"),
            ],
        ),
        ("Năm 2024, hội tặng tiền, sách vở, xe đạp cho gần 300 học sinh nghèo.", [("people-supported", "300")]),
        ("Năm 2024, hội tặng xe đạp cho 300 học sinh.", [("bicycles-donated", "300")]),
        (
            "Năm 2024, hội cấp học bổng, khen thưởng cho học sinh với 820 suất quà, tổng giá trị 3,2 tỷ đồng.",
            [("gifts-awarded", "820"), ("fund-spent-vnd", "3200000000")],
        ),
    ],
)
def test_one_number_for_several_things_or_places_is_none_of_one(
    line: str, counted: list[tuple[str, str]], catalog: Catalog
) -> None:
    assert [(each.indicator_id, each.value) for each in proposals(catalog, [TOWN, line], DAY)] == counted


@pytest.mark.parametrize(
    ("line", "day", "kind"),
    [
        ("Năm 2024, hội tiếp tục tăng cường củng cố. Hội viên đạt 14% dân số.", "2024-01-11", "target"),
        ("Năm 2024, hội thực hiện các nhiệm vụ sau. Hội viên đạt 14% dân số.", "2024-01-11", "target"),
        ("Nhiệm kỳ 2024 - 2029, hội có ba nhiệm vụ. Hội viên đạt 14% dân số.", "2024-02-11", "target"),
        ("Nhiệm kỳ 2019 - 2024, hội có ba nhiệm vụ. Hội viên đạt 14% dân số.", "2024-02-11", "observation"),
        ("Năm 2024, hội tiếp tục tăng cường củng cố. Đến nay, hội viên đạt 14% dân số.", "2024-01-11", "observation"),
        ("Năm 2024, hội tiếp tục củng cố. Dịp này, hội khen thưởng 14 tập thể.", "2024-01-11", "observation"),
        ("Năm 2024, hội được củng cố. Hội viên đạt 14% dân số.", "2024-01-11", "observation"),
        ("Năm 2024, hội tiếp tục củng cố. Hội viên đạt 14% dân số.", "2024-11-11", "observation"),
        ("Huyện vừa khai giảng lớp xóa mù chữ năm 2024, với 232 học viên.", "2024-01-18", "observation"),
    ],
)
def test_a_sentence_goes_on_with_the_aims_of_a_year_that_has_hardly_begun(
    line: str, day: str, kind: str, catalog: Catalog
) -> None:
    assert [each.kind for each in proposals(catalog, [TOWN, line], day)] == [kind]


NONE: list[tuple[str, str]] = []
# What lines of real papers say, and what of it is counted.
OF_PAPERS = (
    (
        "Có 1 dòng họ hiếu học và 7 cộng đồng khuyến học được biểu dương.",
        [("clans-commended", "1")],
    ),
    (
        "Đã có 92 gia đình hiếu học và 17 dòng họ hiếu học được tuyên dương.",
        [("families-commended", "92"), ("clans-commended", "17")],
    ),
    (
        "Đã có 92 gia đình hiếu học, 17 dòng họ hiếu học và 4 cộng đồng học tập được tuyên dương.",
        [("families-commended", "92"), ("clans-commended", "17")],
    ),
    (
        "Đã có 92 gia đình hiếu học, 17 dòng họ hiếu học được công nhận và 4 cộng đồng học tập được tuyên dương.",
        [("studious-families", "92"), ("studious-clans", "17")],
    ),
    (
        "Đã có 92 gia đình đạt danh hiệu gia đình hiếu học và 17 dòng họ hiếu học được tuyên dương.",
        [("studious-families", "92"), ("clans-commended", "17")],
    ),
    ("Trao cho 90 học sinh, trong đó có 10 học sinh lớp 7 lần đầu tiên được nhận học bổng.", NONE),
    ("Có 90 học sinh được nhận học bổng.", [("scholarships-awarded", "90")]),
    (
        "Hội trao thưởng cho 130.000 lượt học sinh, cấp học bổng trị giá 1 tỷ đồng cho 2.500 lượt học sinh.",
        [("reward-turns", "130000"), ("scholarship-value-vnd", "1000000000")],
    ),
    ("Sau 3 năm phát triển trung tâm học tập cộng đồng, 160.000 người được huy động ra các lớp.", NONE),
    ("Trung tâm học tập cộng đồng xã đã mở 35 lớp học, tập huấn.", [("clc-courses", "35")]),
    ("Hội đã mở 35 lớp tập huấn.", [("training-courses", "35")]),
    (
        "Có 2.460 người đăng ký “Công dân học tập”, trong đó 43,4% số người đạt.",
        [("learning-citizens-registered", "2460"), ("learning-citizens-of-registered-rate", "43.4")],
    ),
    ("Gần 100% hộ gia đình, dòng họ, thôn xóm đăng ký xây dựng đơn vị học tập.", NONE),
    ("Gần 90% cơ quan đăng ký xây dựng đơn vị học tập.", [("learning-units-registered-rate", "90")]),
    ("Tỷ lệ công dân học tập nhóm nông dân gần 70%, nhóm công nhân và lao động khác hơn 83%.", NONE),
    ("Số quỹ các xã thu được gần 35 triệu đồng.", [("fund-raised-vnd", "35000000")]),
    (
        "Công tác vận động quỹ được quan tâm, đến nay tổng nguồn quỹ trên 4 tỷ đồng.",
        [("fund-balance-vnd", "4000000000")],
    ),
    ("Hội vận động được hơn 1 tỷ đồng để xây dựng cơ sở vật chất.", NONE),
    ("Hội vận động được hơn 1 tỷ đồng để trao học bổng.", [("fund-raised-vnd", "1000000000")]),
    ("Hội vận động được 94 triệu đồng khen thưởng cho học sinh giỏi.", [("fund-raised-vnd", "94000000")]),
    ("Hơn 50 suất quà (trị giá 60 triệu đồng) được hội gửi đến các hộ gia đình khó khăn.", NONE),
    ("Hội trao hơn 50 suất quà cho học sinh là con hộ nghèo.", [("gifts-awarded", "50")]),
    ("Một số tỉnh có tỷ lệ biết chữ mức độ 1 trong độ tuổi 15-60 rất thấp, tới dưới 90%.", NONE),
    ("Bản Tà Cóm có 113 hộ.", NONE),
    ("Đến nay, có 1.660 lượt dòng họ được công nhận dòng họ học tập.", NONE),
    ("Có 29 tập thể và cá nhân được hội khen thưởng.", NONE),
    ("Hội trao 20 xe đạp cho 20 em học sinh nghèo.", [("bicycles-donated", "20")]),
    ("Hội trao 20 suất học bổng cho 21 em.", [("scholarships-awarded", "20")]),
    ("UBND huyện tặng giấy khen cho 41 em; tặng giấy khen cho 10 tập thể.", NONE),
    (
        "Hội tặng giấy khen cho 41 em; tặng giấy khen cho 10 tập thể.",
        [("people-rewarded", "41"), ("collectives-rewarded", "10")],
    ),
    ("Huyện có 114 cộng đồng học tập, có 75 cộng đồng được công nhận.", [("learning-communities", "75")]),
    (
        "Huyện có 114 gia đình học tập, trong đó có 75 gia đình học tập tiêu biểu được công nhận.",
        [("learning-families", "114")],
    ),
    ("Có 6 giáo viên và 21 em có hoàn cảnh khó khăn, học tốt đã được nhận quà.", NONE),
    (
        "Có 85 suất học bổng trị giá 600.000 đồng và 1.000.000 đồng/suất.",
        [
            ("scholarships-awarded", "85"),
            ("scholarship-unit-value-vnd", "600000"),
            ("scholarship-unit-value-vnd", "1000000"),
        ],
    ),
    (
        "Hội trao 35 suất học bổng, mỗi suất học bổng được trao trị giá 3 triệu đồng.",
        [("scholarships-awarded", "35"), ("scholarship-unit-value-vnd", "3000000")],
    ),
    (
        "Huyện có 5.203 gia đình hiếu học (tăng 67% so với năm 2012) và 171 dòng họ hiếu học.",
        [("studious-families", "5203"), ("studious-clans", "171")],
    ),
    ("Học bổng theo chương trình “học bổng 1&1” cho mỗi sinh viên.", NONE),
    ("Kinh phí trích từ nguồn hỗ trợ 100 triệu đồng của tỉnh.", NONE),
    (
        "Có 105 học sinh được nhận học bổng là 500 ngàn đồng.",
        [("scholarships-awarded", "105"), ("scholarship-unit-value-vnd", "500000")],
    ),
    ("Họ Đào ở xã Gia Lương có 56 hộ.", NONE),
)


def test_what_papers_say_of_parts_of_groups_and_of_other_things_is_not_counted_as_all(catalog: Catalog) -> None:
    assert [(line, _counted(catalog, TOWN, line)) for line, _ in OF_PAPERS] == list(OF_PAPERS)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Sẽ có 176 đại biểu đại diện cho trên 55.000 gia đình hiếu học.", "observation"),
        ("Huyện sẽ có trên 55.000 gia đình hiếu học.", "target"),
        ("27 suất học bổng còn lại, hội sẽ trao tại các trường.", "target"),
        ("27 suất học bổng đã trao, các em sẽ cố gắng.", "observation"),
    ],
)
def test_those_that_are_spoken_for_are_there_and_what_is_left_to_give_is_not_given(
    line: str, kind: str, catalog: Catalog
) -> None:
    assert [each.kind for each in proposals(catalog, [TOWN, line], DAY)] == [kind]


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("Có 102 sinh viên đạt thành tích năm học 2022 - 2023 được trao học bổng.", DAY),
        ("Hội khen thưởng 64 học sinh có thành tích tốt trong năm học 2023 - 2024.", DAY),
        ("Năm học 2023 - 2024, hội khen thưởng 64 học sinh.", "2023/2024"),
    ],
)
def test_a_reward_is_of_when_it_is_given_not_of_when_pupils_were_good(line: str, period: str, catalog: Catalog) -> None:
    assert [each.period for each in proposals(catalog, [TOWN, line], DAY)] == [period]


def test_a_headline_that_rounds_figures_of_several_times_is_of_none(catalog: Catalog) -> None:
    below = "Năm học 2022 - 2023, heo đất mang về 497 triệu đồng; năm học 2023 - 2024, heo đất mang về 502 triệu đồng."
    found = proposals(catalog, ["Huyện Gia Lộc: Heo đất mang về nửa tỷ đồng", below], "")
    assert [each.period for each in found] == ["", "2022/2023", "2023/2024"]


def test_who_publishes_a_paper_is_no_word_of_its_lead() -> None:
    assert paragraphs("(Dân trí) - Họ Đào họp.\n(1) - Hội họp.\n(LĐ online) – Hội họp.\n(TPO) - Hội họp.") == (
        "Họ Đào họp.",
        "(1) - Hội họp.",
        "Hội họp.",
        "Hội họp.",
    )


@pytest.mark.parametrize(
    "line", ["(Bến Tre) - Hội họp.", "(Huế) – Hội họp.", "(TP HCM) - Hội họp.", "(Ý Yên) - Hội họp."]
)
def test_where_a_lead_is_written_from_is_no_publisher(line: str) -> None:
    assert paragraphs(line) == (line,)


PROVINCE = "Tây Ninh: Giúp học sinh nghèo đến trường"


@pytest.mark.parametrize(
    ("line", "whose"),
    [
        ("Trước đó, Công ty Xổ số Lâm Đồng cũng đã trao tặng 140 suất học bổng.", ["Công ty Xổ số Lâm Đồng"]),
        ("Trước đó, hội đã trao tặng 140 suất học bổng.", ["hoi-khuyen-hoc-tinh-tay-ninh-truoc-2025"]),
        ("Ban Thường vụ Hội trao 40 suất học bổng.", ["hoi-khuyen-hoc-tinh-tay-ninh-truoc-2025"]),
        ("Hội còn tặng 40 suất học bổng.", ["hoi-khuyen-hoc-tinh-tay-ninh-truoc-2025"]),
        ("Quỹ dành 12 tỷ đồng cho học bổng.", [""]),
        (
            "Sở Y tế tặng 20 suất học bổng; Hội Khuyến học tỉnh trao 40 suất học bổng.",
            ["", "hoi-khuyen-hoc-tinh-tay-ninh-truoc-2025"],
        ),
        (
            "Nhờ Công ty Fico Tây Ninh, huyện Tân Châu đã trao 168 suất học bổng, mỗi suất từ 600.000 đồng.",
            ["hoi-khuyen-hoc-huyen-tan-chau-tinh-tay-ninh"] * 2,
        ),
        (
            "Năm 2019, hội đã trao 168 suất học bổng, mỗi suất 600.000 đồng.",
            ["hoi-khuyen-hoc-tinh-tay-ninh-truoc-2025"] * 2,
        ),
    ],
)
def test_grants_and_what_each_is_worth_are_of_who_gives_them(line: str, whose: list[str], catalog: Catalog) -> None:
    assert [each.unit_id for each in proposals(catalog, [PROVINCE, line], "2019-08-27")] == whose


def test_what_stands_under_a_picture_says_not_whom_an_article_is_about(catalog: Catalog) -> None:
    lines = [
        "Họp mặt họ Thân ấp Lo Co, xã An Trường A, huyện Càng Long. Ảnh: H.Như",
        "Theo Hội Khuyến học tỉnh Trà Vinh, toàn tỉnh có 224.571 hộ đăng ký “Gia đình học tập”; công nhận 197.284 hộ.",
    ]
    assert {each.unit_id for each in proposals(catalog, lines, "2019-10-08")} == {"tinh-tra-vinh"}


def test_an_article_on_an_anniversary_is_of_its_last_day(catalog: Catalog) -> None:
    lines = [
        "Hội Khuyến học huyện Gia Lộc kỷ niệm ngày thành lập",
        "Sáng 5-10, hội kỷ niệm 20 năm ngày thành lập (10-10-1997 - 10-10-2017).",
        "Hiện nay, hội có 2.000 hội viên.",
    ]
    assert [each.period for each in proposals(catalog, lines)] == ["2017-10-05"]
