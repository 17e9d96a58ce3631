"""Whose a figure of an article is: schools and colleges named beside whom it is about, clans, offices named later."""

from dataclasses import replace

import pytest

from hoctap.contribute.articles.first_places import first_places
from hoctap.contribute.articles.funds import funds_named
from hoctap.contribute.articles.headline_offices import body_of_province, offices_named
from hoctap.contribute.articles.implied_places import is_of_smaller
from hoctap.contribute.articles.organisers import acts_in_clause, given_by_another, giver_in, gives_again
from hoctap.contribute.articles.outline import outline
from hoctap.contribute.articles.place_names import places_named
from hoctap.contribute.articles.proposals import proposals
from hoctap.contribute.articles.schools import SCHOOL
from hoctap.contribute.articles.subject import subject_of
from hoctap.contribute.naming.units import Units
from hoctap.model.catalog import Catalog
from hoctap.model.codes import ASSOCIATION, CENTRAL
from miniature import with_indicators, with_units

HOUSE, PLACE = "so-giao-duc-tinh-dong-lau", "hoi-khuyen-hoc-tinh-dong-lau"
FUND = "quỹ vận động được 30 triệu đồng."


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Trường THCS số 2 Tân Lập có 38 giáo viên", "Trường THCS số 2 Tân Lập"),
        ("Trường PTDTBT Tiểu học Nậm Lành trao quà", "Trường PTDTBT Tiểu học Nậm Lành"),
        (
            "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Nậm Lành năm học này",
            "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Nậm Lành",
        ),
        ("Trường Đại học Kiến trúc Hà Nội hiện có 486 giảng viên", "Trường Đại học Kiến trúc Hà Nội"),
        ("Trường Cao đẳng Y tế Lạng Sơn, 12 lớp", "Trường Cao đẳng Y tế Lạng Sơn"),
        ("Học viện Cán bộ quản lý xây dựng và đô thị là đơn vị lớn", "Học viện Cán bộ quản lý xây dựng và đô thị"),
        ("Trung tâm GDNN-GDTX huyện Hồ Sen có 38 giáo viên", "Trung tâm GDNN-GDTX huyện Hồ Sen"),
        ("Trung tâm giáo dục thường xuyên mở 12 lớp", ""),
        ("Trường có 38 giáo viên", ""),
        ("Học viện mở 12 lớp", ""),
    ],
)
def test_a_school_is_named_up_to_what_it_does_or_has(words: str, name: str) -> None:
    hit = SCHOOL.match(words)
    assert (hit[0].strip() if hit else "") == name


COLLEGE, ACADEMY = "Trường Đại học Xây lắp Hồ Sen", "Học viện Quản lý Hồ Sen"


@pytest.mark.parametrize(
    ("line", "whose"),
    [
        (f"Tại {COLLEGE}, hiện có 486 cán bộ.", [COLLEGE]),
        (f"{COLLEGE} là trường lớn. Hiện nay, nhà trường có 486 cán bộ.", [COLLEGE]),
        (f"{ACADEMY} là đơn vị lớn. Năm qua, Học viện có 486 cán bộ.", [ACADEMY]),
        (f"{ACADEMY} và {COLLEGE} đều lớn. Nhà trường có 486 cán bộ; Học viện có 20 cán bộ.", [COLLEGE, ACADEMY]),
        (f"{COLLEGE} và {ACADEMY} có 486 cán bộ.", [f"{COLLEGE} và {ACADEMY}"]),
        ("Trung tâm Giáo dục thường xuyên Hồ Sen có 486 cán bộ.", ["Trung tâm Giáo dục thường xuyên Hồ Sen"]),
        (f"{COLLEGE} có 486 cán bộ, {ACADEMY} có 20 cán bộ.", [COLLEGE, ACADEMY]),
        (f"{COLLEGE} có 486 cán bộ, còn Hội Khuyến học tỉnh Đông Lâu có 20 cán bộ.", [COLLEGE, "tinh-dong-lau"]),
        (f"{COLLEGE} là trường lớn. Sở phối hợp với nhà trường, hiện sở có 486 cán bộ.", [HOUSE]),
        ("Trường Mầm non Hoa Sen và Trường Mầm non Hoa Mai đều vui. Nhà trường có 486 cán bộ.", []),
    ],
)
def test_the_school_is_the_one_that_the_paragraph_has_named(line: str, whose: list[str], catalog: Catalog) -> None:
    lines = ["Sở Giáo dục và Đào tạo tỉnh Đông Lâu tổng kết năm học", line]
    assert [each.unit_id for each in proposals(catalog, lines, "2024-01-12")] == whose


@pytest.mark.parametrize(
    ("headline", "whose"),
    [
        ("Về dự ngày hội khuyến học của họ Trần", "Dòng họ Trần"),
        ("Họ Trần giữ nếp học ở Bình An", "Dòng họ Trần, xã Bình An"),
        ("Nếp học trăm năm ở dòng họ Trần", "Dòng họ Trần"),
        ("Hội Khuyến học tỉnh Đông Lâu khen họ Trần", PLACE),
        ("Người dân tin rằng họ sẽ học mãi ở Đông Lâu", PLACE),
    ],
)
def test_a_headline_is_about_the_clan_that_it_names_where_it_names_nobody_else(
    headline: str, whose: str, catalog: Catalog
) -> None:
    lines = [headline, "Sáng 12/1, con cháu gần xa về họp mặt ở xã Bình An.", f"Năm 2023, {FUND}"]
    assert [each.unit_id for each in proposals(catalog, lines, "2024-01-12")] == [whose]


@pytest.mark.parametrize(
    ("second", "third", "whose"),
    [
        ("Chiều muộn, sương giăng kín lối vào bản.", "Sở Giáo dục và Đào tạo tỉnh Đông Lâu mở lớp.", HOUSE),
        ("Chiều muộn, Hội Khuyến học tỉnh Đông Lâu họp.", "Sở Giáo dục và Đào tạo tỉnh Đông Lâu đến dự.", PLACE),
        ("Chiều muộn ở tỉnh Đông Lâu, sương giăng kín.", "Sở Giáo dục và Đào tạo tỉnh Đông Lâu mở lớp.", PLACE),
    ],
)
def test_a_story_is_about_the_office_that_it_names_before_any_place(
    second: str, third: str, whose: str, catalog: Catalog
) -> None:
    lines = ["Con chữ nơi phên giậu xa xôi", "Đường lên bản còn lắm gian nan.", second, third, f"Năm 2023, {FUND}"]
    assert [each.unit_id for each in proposals(catalog, lines, "2024-01-12")] == [whose]


@pytest.mark.parametrize(
    ("heading", "aim"),
    [
        ("Nâng bước em tới trường", None),
        ("Đưa con chữ tới bản xa", None),
        ("Nhiều giải pháp hay", None),
        ("Hoàn thành tốt nhiệm vụ", False),
        ("Giải pháp thời gian tới", True),
        ("Nhiệm vụ năm học tới", True),
    ],
)
def test_a_heading_is_of_aims_by_the_time_to_come_not_by_a_way_to_a_place(heading: str, aim: bool | None) -> None:
    assert [each.aim for each in outline(["Hội họp", heading, "Hội trao 30 suất."])][-1] is aim


TOWN, COMMUNE, SCHOOL_OF_TOWN = (
    "Huyện Hồ Sen, tỉnh Đông Lâu",
    "Xã Bình Thạnh, huyện Hồ Sen, tỉnh Đông Lâu",
    "THPT Hoa Sen",
)
OF_TOWN, OF_COMMUNE = (f"Hội Khuyến học {name[:1].lower()}{name[1:]}" for name in (TOWN, COMMUNE))
OF_SCHOOL = f"Trường {SCHOOL_OF_TOWN}, huyện Hồ Sen, tỉnh Đông Lâu"
OF_CLAN = "Dòng họ Trần Hữu ở xã Bình Thạnh, huyện Hồ Sen, tỉnh Đông Lâu"


@pytest.mark.parametrize(
    ("who", "words", "whose"),
    [
        (OF_TOWN, "Khắp tỉnh có", "tinh-dong-lau"),
        (OF_TOWN, "Tỉnh hiện có", "tinh-dong-lau"),
        (OF_TOWN, "Trên địa bàn tỉnh hiện có", "tinh-dong-lau"),
        (OF_TOWN, "Trên toàn huyện có", TOWN),
        (OF_TOWN, "Huyện hiện có", TOWN),
        (OF_TOWN, "Toàn thành phố có", ""),
        (OF_TOWN, "Hồ Sen là huyện đầu tiên của toàn tỉnh có", TOWN),
        ("Hội Khuyến học quận Hồ Sen, thành phố Bình Hồ", "Toàn thành phố có", "Thành phố Bình Hồ"),
        (OF_COMMUNE, "Huyện hiện có", TOWN),
        (OF_COMMUNE, "Khắp huyện có", TOWN),
        (OF_COMMUNE, "Hội Khuyến học huyện hiện có", TOWN),
        (OF_COMMUNE, "Xã được Hội Khuyến học huyện công nhận có", COMMUNE),
        (OF_COMMUNE, "Xã phối hợp với Hội Khuyến học huyện xây dựng", COMMUNE),
        (OF_COMMUNE, "Huyện đạt kết quả cao, xã có", COMMUNE),
        (OF_TOWN, "Toàn tỉnh đạt kết quả cao, huyện có", TOWN),
        (OF_COMMUNE, "Toàn xã hiện có", COMMUNE),
        (OF_SCHOOL, "Toàn tỉnh có", "tinh-dong-lau"),
        (OF_SCHOOL, "Toàn huyện có", ""),
        (OF_SCHOOL, "Toàn xã có", ""),
        (OF_SCHOOL, "Nhà trường có", "Trường Trung học phổ thông Hoa Sen, huyện Hồ Sen, tỉnh Đông Lâu"),
        (OF_CLAN, "Toàn xã có", COMMUNE),
        (OF_CLAN, "Toàn huyện có", TOWN),
    ],
)
def test_what_a_larger_place_has_is_not_of_the_smaller_one_that_an_article_is_about(
    who: str, words: str, whose: str, catalog: Catalog
) -> None:
    lines = [f"{who} tổng kết công tác khuyến học", f"{words} 2.050 Công dân học tập."]
    assert [each.unit_id for each in proposals(catalog, lines, "2024-01-12")] == [whose]


@pytest.mark.parametrize(
    ("headline", "below", "whose"),
    [
        ("Toàn tỉnh có 2.050 Công dân học tập", "Dự họp có Hội Khuyến học Việt Nam.", ""),
        ("Toàn tỉnh có 2.050 Công dân học tập", "Hội Khuyến học Việt Nam tặng cờ cho tỉnh Đông Lâu.", "tinh-dong-lau"),
        ("Toàn tỉnh có 2.050 Công dân học tập", "Hội Khuyến học Việt Nam đã đến tỉnh Đông Lâu, tỉnh Suối Bạc.", ""),
        ("Tỉnh ta có 2.050 Công dân học tập", "Hội Khuyến học Việt Nam tặng cờ cho tỉnh Đông Lâu.", "tinh-dong-lau"),
        ("Cả nước có 2.050 Công dân học tập", "Toàn tỉnh vui mừng, tỉnh Đông Lâu được tặng cờ.", "Việt Nam"),
        ("Hội Khuyến học Việt Nam: 2.050 Công dân học tập", "Hội Khuyến học tỉnh tham dự.", "Việt Nam"),
    ],
)
def test_a_province_that_is_not_named_is_not_the_country(
    headline: str, below: str, whose: str, catalog: Catalog
) -> None:
    lead = "Sáng 12/1, Hội Khuyến học Việt Nam dự hội nghị của tỉnh."
    found = proposals(catalog, [headline, lead, *["Nhiều đại biểu đã tới dự hội nghị."] * 4, below], "2024-01-12")
    assert [each.unit_id for each in found] == [whose]


@pytest.mark.parametrize(
    ("where", "whose"),
    [
        (" ở xã Bình Thạnh, tỉnh Đông Lâu", "Dòng họ Mạc Văn, xã Bình Thạnh, tỉnh Đông Lâu"),
        (" ở tỉnh Suối Bạc", "Dòng họ Mạc Văn, tỉnh Suối Bạc"),
        (", xã Bình Thạnh", "Dòng họ Mạc Văn, xã Bình Thạnh"),
        (" ở xã Bình An, tỉnh Đông Lâu", "ho-mac"),
        ("", "ho-mac"),
    ],
)
def test_a_clan_of_another_place_is_not_that_of_its_name_in_the_register(
    where: str, whose: str, catalog: Catalog
) -> None:
    clan = ("ho-mac", "Dòng họ Mạc Văn, xã Bình An, tỉnh Đông Lâu")
    known = with_units(catalog, "unit_id name_vi", [clan], unit_kind="dong-ho", level="khac")
    found = proposals(known, [f"Dòng họ Mạc Văn{where} làm khuyến học", f"Năm 2023, {FUND}"], "2024-01-12")
    assert [each.unit_id for each in found] == [whose]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Hội hỗ trợ bồi dưỡng 120 lượt cán bộ đến hết năm 2026.", "observation"),
        ("Hội phấn đấu hỗ trợ bồi dưỡng 120 lượt cán bộ đến năm 2030.", "target"),
        ("Các cấp hội vận động 30 triệu đồng đến năm 2030.", "target"),
        ("Nâng quỹ giúp đỡ học sinh lên mức vận động 30 triệu đồng đến năm 2030.", "target"),
        ("Nâng số Công dân học tập lên 2.050 người vào năm 2030.", "target"),
    ],
)
def test_a_year_to_come_makes_an_aim_unless_help_only_lasts_until_then(
    sentence: str, kind: str, catalog: Catalog
) -> None:
    lines = [f"{OF_TOWN} tổng kết công tác khuyến học", sentence]
    assert [each.kind for each in proposals(catalog, lines, "2024-01-12")] == [kind]


@pytest.mark.parametrize(
    ("lead", "period"),
    [
        ("Sáng 12/1, hội nghị đánh giá kết quả công tác khuyến học năm 2023.", "2023"),
        ("Sáng 12/1, hội công bố kết quả bình xét danh hiệu Gia đình học tập năm 2023.", "2023"),
        ("Sáng 12/1, hội tuyên dương học sinh có thành tích năm 2023.", "2024-01-12"),
        ("Sáng 12/1, hội tuyên dương học sinh có kết quả học tập tốt năm 2023.", "2024-01-12"),
    ],
)
def test_a_lead_dates_figures_by_what_it_reviews_not_by_what_pupils_achieved(
    lead: str, period: str, catalog: Catalog
) -> None:
    found = proposals(catalog, [f"{OF_TOWN} họp", lead, "Hội vận động được 30 triệu đồng."], "2024-01-12")
    assert [each.period for each in found] == [period]


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("Tính đến 30/9, sở hiện có", "2023-09-30"),
        ("Tính đến ngày 30/9, sở hiện có", "2023-09-30"),
        ("Tính đến hết tháng 9, sở hiện có", "2023-09"),
        ("Tính đến ngày 30/9/2023, sở hiện có", "2023-09-30"),
        ("Đến nay, sở hiện có", "2024-01-12"),
    ],
)
def test_a_day_that_is_counted_up_to_is_when_there_is_what_is_there_now(
    words: str, period: str, catalog: Catalog
) -> None:
    lines = ["Sở Giáo dục và Đào tạo tỉnh Đông Lâu tổng kết năm học", f"{words} 486 cán bộ."]
    assert [each.period for each in proposals(catalog, lines, "2024-01-12")] == [period]


# A line of an article of 2024 about a town, and whose its figures are.
OF_TWO = (
    ("Trường THCS A Tre có 38 cán bộ và Trường THCS B Tre có 45 cán bộ.", (" A Tre", " B Tre")),
    ("Xã A Tre có 12 công dân học tập và xã B Tre có 15 công dân học tập.", (" A Tre", " B Tre")),
    (
        "Hội Khuyến học xã A Tre vận động được 12 triệu đồng còn Hội Khuyến học xã B Tre vận động được 15 triệu đồng.",
        (" A Tre", " B Tre"),
    ),
)


def test_two_that_have_the_same_thing_in_one_clause_keep_their_own(catalog: Catalog) -> None:
    for line, whose in OF_TWO:
        found = proposals(catalog, [f"{OF_TOWN} tổng kết công tác khuyến học", line], "2024-01-12")
        assert len(found) == len(whose), line
        assert all(own in each.unit_id for each, own in zip(found, whose, strict=True)), line


# A headline and a line, and the name of who has figures that the register lacks.
PLACED = (
    ("Trường THCS Nậm Lành, xã Nậm Lành, huyện Hồ Sen, tỉnh Đông Lâu khai giảng", "Trường có 486 cán bộ."),
    ("Dòng họ Trần Hữu ở xã Nậm Lành, huyện Hồ Sen, tỉnh Đông Lâu họp", f"Năm 2023, {FUND}"),
)


def test_a_school_or_a_clan_is_named_with_the_place_that_it_is_in(catalog: Catalog) -> None:
    for headline, line in PLACED:
        (found,) = proposals(catalog, [headline, line], "2024-01-12")
        assert found.unit_id.endswith(", xã Nậm Lành, huyện Hồ Sen, tỉnh Đông Lâu"), headline
    lines = ["Trường Cao đẳng Đông Lâu đặt mục tiêu mới", "Trường có 486 cán bộ."]
    assert {each.unit_id for each in proposals(catalog, lines, "2024-01-12")} == {"Trường Cao đẳng Đông Lâu"}


# A headline, the line below it, and whose «Năm 2023, quỹ vận động được 30 triệu đồng.» is.
LEADS = (
    ("Quỹ Khuyến học Hồ Sen tăng nhanh", "Hội họp ở huyện Hồ Sen, tỉnh Đông Lâu.", OF_TOWN),
    ("Quỹ Khuyến học Hoa Mai tăng nhanh", "Hội họp ở huyện Hồ Sen, tỉnh Đông Lâu.", "Quỹ Khuyến học Hoa Mai"),
    ("Nhiều em đã đến trường", "Sở Giáo dục và Đào tạo họp với Hội Khuyến học xã An.", "Hội Khuyến học xã An"),
    ("Nhiều em đã đến trường", "Sở Giáo dục và Đào tạo tỉnh Đông Lâu họp ở xã An.", HOUSE),
    (
        "Đông Lâu: Xã nuôi heo đất",
        "Xã An, huyện Hồ Sen dẫn đầu.",
        "Hội Khuyến học xã An, huyện Hồ Sen, tỉnh Đông Lâu",
    ),
    ("Đông Lâu: Cả tỉnh nuôi heo đất", "Xã An, huyện Hồ Sen dẫn đầu.", PLACE),
    ("Phong trào nuôi heo đất lan rộng", "Hội Khuyến học tỉnh họp, nhất là huyện Hồ Sen.", ""),
    ("Phong trào nuôi heo đất lan rộng", "Hội Khuyến học huyện Hồ Sen họp với Hội Khuyến học tỉnh.", "huyện Hồ Sen"),
    ("Phong trào nuôi heo đất lan rộng", "Trung tâm A (Hội Khuyến học Việt Nam) họp ở tỉnh Đông Lâu.", PLACE),
    ("Phong trào nuôi heo đất lan rộng", "Hội Khuyến học Việt Nam Phạm Văn An.", "Hội Khuyến học Việt Nam"),
    ("Phong trào nuôi heo đất lan rộng", "Chủ tịch Hội Khuyến học tỉnh Đông Lâu Lê Văn An đã đến.", PLACE),
)


def test_a_lead_says_whom_an_article_is_about_and_who_else_is_in_it(catalog: Catalog) -> None:
    for headline, below, whose in LEADS:
        (found,) = proposals(catalog, [headline, below, f"Năm 2023, {FUND}"], "2024-01-12")
        assert found.unit_id == whose or (whose and whose in found.unit_id.removeprefix("Hội")), (headline, below)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Phó Chủ tịch Hội Khuyến học Việt Nam Phạm Tất An đến dự.", "việt nam"),
        ("Bí thư Tỉnh ủy tỉnh Quảng Nam Nguyễn Đức An đến dự.", "quảng nam"),
        ("Chủ tịch Hội Khuyến học tỉnh Hải Dương Nguyễn Hữu An nói.", "hải dương"),
        ("Chủ tịch UBND xã Tam Quan Nam Lê Văn An nói.", "tam quan nam"),
        ("Học sinh xã Nguyễn Văn Linh đi học.", "nguyễn văn linh"),
        ("Chủ tịch UBND xã Nguyễn Văn Linh nói.", "nguyễn văn linh"),
        ("Hội Khuyến học thành phố Hồ Chí Minh họp.", "hồ chí minh"),
        ("Hội Khuyến học TP.Hội An họp.", "hội an"),
        ("H.Long Thành có 98 cộng đồng.", "long thành"),
        ("Hội Khuyến học TP.HCM họp.", "hồ chí minh"),
        ("Hội Khuyến học TX.Hồng Ngự họp.", "hồng ngự"),
        ("Hội Khuyến học - Cựu giáo chức huyện Hồ Sen họp.", "hồ sen"),
    ],
)
def test_a_place_ends_before_the_name_of_who_leads_it(line: str, name: str) -> None:
    assert {place.core for _, place in places_named(line)} == {name}


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Sáng 12/1/2023, Công an huyện Hồ Sen (Đông Lâu) tổ chức lễ trao 50 suất", "Công an huyện Hồ Sen"),
        ("Ủy ban MTTQ Việt Nam huyện Hồ Sen trao 50 suất", "Ủy ban MTTQ Việt Nam huyện Hồ Sen"),
        ("Hội LHPN huyện Hồ Sen đã trao 50 suất", "Hội LHPN huyện Hồ Sen"),
        ("Hội đồng hương Hồ Sen tại TP.HCM trao 50 suất", "Hội đồng hương Hồ Sen"),
        ("Báo Ban Mai phối hợp Tỉnh đoàn Đông Lâu trao 50 suất", "Báo Ban Mai"),
        ("Ngân hàng An Lộc tặng 50 suất, Huyện đoàn Hồ Sen tặng 20 suất", "Huyện đoàn Hồ Sen"),
        ("Công an huyện Hồ Sen phối hợp với Hội Khuyến học huyện trao 50 suất", ""),
        ("Công an huyện Hồ Sen được trao 50 suất", ""),
        ("Hội Khuyến học huyện Hồ Sen trao 50 suất", ""),
    ],
)
def test_a_body_gives_that_a_sentence_begins_with(line: str, body: str) -> None:
    assert giver_in(line) == body


def test_a_body_that_gives_is_named_with_its_place(catalog: Catalog) -> None:
    headline = "Trao học bổng cho học sinh nghèo huyện Hồ Sen, tỉnh Đông Lâu"
    lines = [headline, "Công an huyện Hồ Sen trao 20 suất học bổng, tổng trị giá 30 triệu đồng."]
    awards = ("scholarships-awarded", "Suất học bổng đã trao", "staff-total")
    value = ("scholarship-value-vnd", "Tổng giá trị học bổng", "fund-raised-vnd")
    known = with_indicators(catalog, "indicator_id name_vi like", [awards, value])
    assert {each.unit_id for each in proposals(known, lines, "2024-01-12")} == {"Công an huyện Hồ Sen, tỉnh Đông Lâu"}


@pytest.mark.parametrize(
    ("headline", "lead", "whose"),
    [
        ("Tỉnh Đông Lâu: Tổng kết công tác khuyến học", "Tỉnh Đông Lâu họp.", PLACE),
        ("Hội Khuyến học Việt Nam tổng kết", "Hội Khuyến học Việt Nam họp.", "hoi-viet-nam"),
        ("Về dự ngày hội khuyến học của họ Trần", "Họ Trần ở xã Bình An khen con cháu.", "Dòng họ Trần, xã Bình An"),
        ("Về dự ngày hội khuyến học của họ Trần", "Họ Trần ở xã Hồ Sen khen con cháu.", "ho-tran"),
    ],
)
def test_a_unit_of_the_register_is_known_by_its_whole_name_and_its_place(
    headline: str, lead: str, whose: str, catalog: Catalog
) -> None:
    country = {"unit_kind": ASSOCIATION, "level": CENTRAL, "area_id": "viet-nam"}
    names = [("hoi-viet-nam", "Hội Khuyến học Việt Nam"), ("cum-1", "Hội Khuyến học Việt Nam, cụm thi đua số 1")]
    clan = {"unit_kind": "khac", "level": "khac", "area_id": "dong-lau"}
    known = with_units(with_units(catalog, "unit_id name_vi", names, **country), "unit_id name_vi", [
        ("ho-tran", "Dòng họ Trần, xã Hồ Sen, tỉnh Đông Lâu")
    ], **clan)  # fmt: skip
    found = proposals(known, [headline, lead, f"Năm qua, {FUND}"], "2024-01-12")
    assert {each.unit_id for each in found} == {whose}


def test_a_body_spoken_of_by_its_kind_gives_again() -> None:
    assert gives_again("Dịp này, ngân hàng còn tặng 20 xe đạp")
    assert gives_again("Công ty đã trao 20 suất quà")
    assert not gives_again("Dịp này, hội còn tặng 20 xe đạp")


@pytest.mark.parametrize(
    ("line", "within"),
    [
        ("Xã An Lộc (huyện Hồ Sen) họp.", "huyện hồ sen"),
        ("Xã An Lộc (huyện Hồ Sen, Đông Lâu) họp.", "huyện hồ sen tỉnh đông lâu"),
        ("Xã An Lộc, huyện Hồ Sen, tỉnh Đông Lâu họp.", "huyện hồ sen tỉnh đông lâu"),
        ("Xã An Lộc (Đô Lương) họp.", "huyện đô lương"),
        ("Xã An Lộc (Nguyễn Văn An) họp.", ""),
        ("Xã An Lộc, Đô Lương họp.", ""),
        ("Huyện Hồ Sen (Đông Lâu) họp.", "tỉnh đông lâu"),
        ("Huyện Hồ Sen, tỉnh Đông Lâu họp.", "tỉnh đông lâu"),
    ],
)
def test_a_place_is_named_with_what_stands_behind_it_that_it_lies_in(line: str, within: str) -> None:
    assert places_named(line)[0][1].rest == within


def test_an_association_that_two_have_become_keeps_its_name(catalog: Catalog) -> None:
    lines = ["Hồ Sen tổng kết", "Hội Khuyến học - Cựu giáo chức huyện Hồ Sen tổng kết công tác.", f"Năm qua, {FUND}"]
    (found,) = proposals(catalog, lines, "2024-01-12")
    assert found.unit_id == "Hội Khuyến học - Cựu giáo chức huyện Hồ Sen"


def test_an_office_written_small_is_any_of_its_kind(catalog: Catalog) -> None:
    own = {"unit_kind": "co-quan", "level": CENTRAL, "area_id": "viet-nam"}
    known = with_units(catalog, "unit_id name_vi", [("bien-phong", "Bộ đội Biên phòng")], **own)
    units = Units(known)
    assert [unit.unit_id for unit in offices_named(units, "Cán bộ Bộ đội Biên phòng đã đến.")] == ["bien-phong"]
    assert offices_named(units, "Nơi ấy, bộ đội biên phòng sửa lớp học.") == []


# The lead of an article, and whether a body gives at its event that is no association.
EVENTS_OF_OTHERS = (
    ("Ngày 28-12, Ủy ban MTTQ Việt Nam xã A trao học bổng cho học sinh nghèo.", True),
    ("(TUAG)- Sáng 20/3, Ngân hàng A phối hợp với UBND huyện trao học bổng cho Quỹ Khuyến học.", True),
    ("Chiều 14.9, tại xã Tam Quan Nam, Sở A tổ chức chương trình trao học bổng.", True),
    ("Ngày 31-8, Hội Đồng hương làng A tổ chức lễ tuyên dương 64 học sinh.", True),
    ("Ban Chấp hành Hội Phụ nữ xã A trao học bổng.", True),
    ("Sáng qua (22-8), tại hội trường khối huyện A, Hội Bảo trợ B phối hợp với C tặng xe đạp.", True),
    ("Sáng 8-1, tại TP. Hồ Sen, Sở A phối hợp với Nhóm bạn B tổ chức Lễ trao Học bổng.", True),
    ("Hội Liên hiệp Phụ nữ TP.HCM đã trao tặng học bổng cho học sinh.", True),
    ("Hội phụ nữ Quận 1 trao học bổng.", True),
    ("Ban Chấp hành Hội đã trao học bổng.", False),
    ("Tại buổi lễ, Ban tổ chức đã trao 20 suất học bổng.", False),
    ("Đoàn công tác của hội tặng quà cho học sinh.", False),
    ("Đây là năm thứ 8, Công ty A trao học bổng.", False),
    ("Sáng 20/3, Ngân hàng A phối hợp với Hội Khuyến học huyện trao học bổng.", False),
    ("Sáng 20/3, Hội Khuyến học huyện phối hợp với Ngân hàng A trao học bổng.", False),
    ("Sáng 20/3, Ngân hàng A được huyện tặng bằng khen vì trao học bổng.", False),
    ("Sáng 20/3, UBND huyện tổ chức hội nghị tổng kết công tác khuyến học.", False),
)


@pytest.mark.parametrize(
    "line",
    [
        "Hội Khuyến học TP đã họp.",
        "Tỉnh Đoàn và Tỉnh Hội đã họp.",
        "Hội Khuyến học Thành phố đã họp.",
        "Chủ tịch Hội Khuyến học tỉnh Lê Văn An cho biết.",
        "Bà X.Phú, nhà thơ H. N., cùng PGS.TS. Lê Văn An đến.",
    ],
)
def test_a_kind_of_place_or_initials_are_no_name_of_one(line: str) -> None:
    assert places_named(line) == []


def test_a_lead_may_say_that_another_body_gives() -> None:
    assert [(line, given_by_another([line])) for line, _ in EVENTS_OF_OTHERS] == list(EVENTS_OF_OTHERS)


@pytest.mark.parametrize(
    ("headline", "unit"),
    [
        ("Huyện Khê Đá xây dựng xã hội học tập", "Huyện Khê Đá"),
        ("Huyện Khê Đá, tỉnh Suối Bạc xây dựng xã hội học tập", "huyen-khe-da-tinh-suoi-bac"),
    ],
)
def test_a_district_is_nobodys_where_the_association_of_its_name_is_of_another_province(
    headline: str, unit: str, catalog: Catalog
) -> None:
    name = "Hội Khuyến học huyện Khê Đá, tỉnh Bình Hồ"
    own = {"unit_kind": ASSOCIATION, "level": "huyen", "area_id": "binh-ho"}
    known = with_units(catalog, "unit_id name_vi", [("hoi-khe-da", name)], **own)
    found = proposals(known, [headline, "Đến nay, toàn huyện có 1.234 công dân đạt danh hiệu Công dân học tập."])
    assert [each.unit_id for each in found] == [unit]


# The beginning of a sentence of an article about Hồ Sen, and whether a stranger gives in it.
CLAUSES_OF_OTHERS = (
    ("Viettel sẽ tiếp tục trao tặng ", True),
    ("Tính đến nay, Đội Sinh viên tình nguyện SV07 đã trao tặng ", True),
    ("Năm 2024, Công ty An Lộc hỗ trợ ", True),
    ("Năm 2024, Viettel cùng Hội Khuyến học huyện trao ", False),
    ("Năm 2024, Hồ Sen trao ", False),
    ("Huyện Hồ Sen đã trao ", False),
    ("Tại buổi lễ, Ban tổ chức đã trao ", False),
    ("Từ Quỹ Khuyến học, hội trao ", False),
    ("Nhân dịp Tết Trung Thu hội trao ", False),
)


def test_who_gives_in_a_clause_may_be_a_stranger() -> None:
    assert [(clause, acts_in_clause(clause, "hồ sen")) for clause, _ in CLAUSES_OF_OTHERS] == list(CLAUSES_OF_OTHERS)


@pytest.mark.parametrize(
    ("lines", "unit"),
    [
        (["Hồ Sen trao học bổng Đông Lâu", "Hội Khuyến học huyện Hồ Sen (Đông Lâu) họp."], "huyện Hồ Sen"),
        (["Hội Khuyến học tỉnh trao quà", "Hội Khuyến học Việt Nam tỉnh Đông Lâu họp."], PLACE),
    ],
)
def test_a_bare_name_is_that_of_the_place_below_and_a_province_is_no_country(
    lines: list[str], unit: str, catalog: Catalog
) -> None:
    (found,) = proposals(catalog, [*lines, "Hội vận động được 30 triệu đồng."], "2024-01-12")
    assert unit in found.unit_id


def test_a_school_that_a_sentence_turns_to_has_its_own_figures(catalog: Catalog) -> None:
    line = "Phong trào lan rộng. Tương tự, tại Trường Tiểu học An Lộc, quỹ vận động được 30 triệu đồng."
    (found,) = proposals(catalog, ["Hội Khuyến học tỉnh Đông Lâu tổng kết năm 2023", line], "2024-01-12")
    assert found.unit_id == "Trường Tiểu học An Lộc, tỉnh Đông Lâu"


def test_a_short_headline_names_whom_the_article_is_about(catalog: Catalog) -> None:
    (found,) = proposals(
        catalog, ["Dòng họ Hà hiếu học", "Xã Bình An có nhiều dòng họ.", f"Dòng họ có {FUND}"], "2024-01-12"
    )
    assert found.unit_id.startswith("Dòng họ Hà")


# A text, and the funds of their own name that it names.
FUNDS = (
    ("Từ năm 2013, Quỹ học bổng “Vì tương lai” với sự tài trợ của A đã trao", ["Quỹ học bổng Vì tương lai"]),
    ("Quỹ học bổng Thắp sáng ước mơ đã trao", ["Quỹ học bổng Thắp sáng ước mơ"]),
    ("Quỹ Khuyến học, khuyến tài Nguyễn Du phối hợp", ["Quỹ Khuyến học, khuyến tài Nguyễn Du"]),
    ("Quỹ Khuyến học Việt Nam, Quỹ Bảo trợ trẻ em và quỹ khuyến học tỉnh đã trao", []),
)


def test_a_fund_is_named_up_to_what_it_does() -> None:
    assert [(text, [name for _, name in funds_named(text)]) for text, _ in FUNDS] == list(FUNDS)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Hội họp tại trường A, phường Gia Sàng (TPTN), hội Khuyến học T.P Hồ Sen.", "hồ sen"),
        ("Hội họp tại hội nghị, phường Gia Sàng có quỹ lớn, T.P Hồ Sen.", "gia sàng"),
    ],
)
def test_where_one_meets_comes_after_what_is_spoken_of(line: str, place: str, catalog: Catalog) -> None:
    assert first_places(Units(catalog), ["Hội Khuyến học họp", line])[0].core == place


def test_a_name_ends_where_a_deed_in_capitals_begins() -> None:
    named = places_named("Hội Khuyến học huyện Kim Động Tổng kết công tác; tỉnh Nghệ An Thực hiện chương trình")
    assert {name.core for _, name in named} == {"kim động", "nghệ an"}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Liên hiệp Văn hóa tỉnh Đông Lâu trao quà", "Liên hiệp Văn hóa tỉnh Đông Lâu"),
        ("Liên hiệp Văn hóa TP. Đông Lâu trao quà", "Liên hiệp Văn hóa TP. Đông Lâu"),
        ("Liên hiệp Văn hóa thành phố Đông Lâu trao quà", "Liên hiệp Văn hóa thành phố Đông Lâu"),
        ("Liên hiệp Văn hóa tỉnh trao quà", ""),
        ("Liên hiệp Văn hóa trao quà", ""),
    ],
)
def test_the_body_of_a_province_is_not_that_of_the_country(text: str, body: str, catalog: Catalog) -> None:
    of_country = ("lien-hiep", "Liên hiệp Văn hóa")
    units = Units(with_units(catalog, "unit_id name_vi", [of_country], level=CENTRAL, area_id=""))
    named = [unit.unit_id for unit in offices_named(units, text)]
    assert (named, body_of_province(units, text)) == (
        ["lien-hiep"] if text == "Liên hiệp Văn hóa trao quà" else [],
        body,
    )


@pytest.mark.parametrize("kind", ["Làng", "Khóm", "Xóm", "Buôn", "Tổ dân phố"])
def test_an_article_about_a_village_of_any_kind_gives_it_what_the_village_has(kind: str, catalog: Catalog) -> None:
    headline = f"{kind} Thanh Khê, xã Bình An nuôi heo đất khuyến học"
    subject = replace(subject_of(catalog, Units(catalog), [headline]), words=f"{kind} Thanh Khê")
    assert not is_of_smaller(subject, catalog.indicators["staff-total"], f"Cả {kind.lower()} có ", f"{kind} Thanh Khê")


# A line of an article about the district Hồ Sen, and whose its one figure is; nothing where no commune is named.
COMMUNES_SPOKEN_OF = (
    ("Hội Khuyến học xã Bình An dẫn đầu. Hội Khuyến học xã vận động được 30 triệu đồng.", "xã Bình An"),
    ("Dẫn đầu là xã Bình An. Quỹ khuyến học của xã vận động được 30 triệu đồng.", "xã Bình An"),
    ("Phong trào lan rộng. Hội Khuyến học xã vận động được 30 triệu đồng.", ""),
    ("Phong trào lan rộng. Hội Khuyến học xã, phường vận động được 30 triệu đồng.", "huyện Hồ Sen"),
    ("Hội Khuyến học huyện vận động được 30 triệu đồng.", "huyện Hồ Sen"),
)


def test_the_association_of_a_commune_in_an_article_about_a_district_has_its_own(catalog: Catalog) -> None:
    for line, place in COMMUNES_SPOKEN_OF:
        found = proposals(catalog, [f"{OF_TOWN} tổng kết", line], "2024-01-12")
        assert [place in each.unit_id and bool(each.unit_id) is bool(place) for each in found] == [True], line


def test_a_heading_turns_to_whom_the_lines_below_it_are_about(catalog: Catalog) -> None:
    lines = [
        f"{OF_TOWN} trao học bổng",
        f"{OF_TOWN} họp với Hội Khuyến học tỉnh Đông Lâu.",
        f"Năm 2023, {FUND}",
        "VỀ HỘI KHUYẾN HỌC TỈNH ĐÔNG LÂU",
        f"Năm 2023, {FUND}",
        "VỀ KẾT QUẢ CÔNG TÁC NĂM 2023",
        f"Năm 2023, {FUND}",
    ]
    units = [each.unit_id for each in proposals(catalog, lines, "2024-01-12")]
    assert ["Hồ Sen" in units[0], units[1] == units[2] != units[0]] == [True, True]


def test_a_clan_is_in_the_village_that_stands_before_its_commune(catalog: Catalog) -> None:
    lines = ["Họ Phạm Đình làng Đông Mạc hiếu học", "Họ Phạm Đình ở thôn Đông Mạc, xã Bình An họp.", f"Năm qua, {FUND}"]
    (found,) = proposals(catalog, lines, "2024-01-12")
    assert found.unit_id.startswith("Dòng họ Phạm Đình, thôn Đông Mạc, xã Bình An")


def test_a_part_that_is_called_a_province_is_of_that_one(catalog: Catalog) -> None:
    own = {"unit_kind": ASSOCIATION, "level": "tinh"}
    former = ("hoi-cu", "Hội Khuyến học tỉnh Đông Lâu (trước 01/7/2025)")
    known = with_units(catalog, "unit_id name_vi", [former], **own, area_id="dong-lau-truoc-2025")
    joined = ("hoi-suoi-bac", "Hội Khuyến học tỉnh Suối Bạc")
    known = with_units(known, "unit_id name_vi", [joined], **own, area_id="suoi-bac")
    line = f"Năm 2024, {FUND[:-1]}, trong đó Đông Lâu (cũ) 20 triệu đồng, Suối Bạc 10 triệu đồng."
    found = proposals(known, ["Hội Khuyến học tỉnh Đông Lâu đại hội", line], "2025-11-14")
    assert [each.unit_id for each in found[1:]] == ["hoi-cu", "hoi-suoi-bac"]


def test_the_association_spoken_of_by_its_title_acts_not_the_one_before_it(catalog: Catalog) -> None:
    line = f"Hội Khuyến học tỉnh Suối Bạc đã họp; huyện hội có {FUND}"
    (found,) = proposals(catalog, [f"{OF_TOWN} tổng kết", line], "2024-01-12")
    assert OF_TOWN in found.unit_id


# What is said before a place, a little adverb or a topic, leaves the clause about that place.
@pytest.mark.parametrize(
    ("words", "whose"),
    [
        ("Về các danh hiệu, huyện Khe Đá có 50 gia đình, 40 Công dân học tập.", "Huyện Khe Đá"),
        ("Cũng năm ấy, huyện Khe Đá có 40 Công dân học tập.", "Huyện Khe Đá"),
        ("Nhìn chung, cùng kỳ huyện Khe Đá có 50 lớp học, 40 Công dân học tập.", "Huyện Khe Đá"),
        ("Theo Sở Nội vụ, cả tỉnh có 40 Công dân học tập.", "tinh-dong-lau"),
        ("Cùng huyện Khe Đá, tỉnh có 40 Công dân học tập.", "tinh-dong-lau"),
    ],
)
def test_a_clause_is_about_the_place_behind_its_first_words(words: str, whose: str, catalog: Catalog) -> None:
    (found,) = proposals(catalog, ["Hội Khuyến học tỉnh Đông Lâu họp", words], "2024-01-12")
    assert found.unit_id.startswith(whose)


UNION = "Hội Liên hiệp Phụ nữ tỉnh Đông Lâu"


@pytest.mark.parametrize(
    ("words", "whose"),
    [
        ("Các cấp Hội Phụ nữ trong tỉnh vận động được 30 triệu đồng.", "lhpn"),
        ("Hội Liên hiệp Phụ nữ tặng xe đạp, vận động được 30 triệu đồng.", "lhpn"),
        ("Các cấp hội nông dân vận động được 30 triệu đồng.", ""),
        ("Tỷ lệ biết chữ trong độ tuổi 15 - 60 đạt 95%.", "tinh-dong-lau"),
    ],
)
def test_a_union_does_what_its_tiers_do_and_has_no_people_of_its_own(words: str, whose: str, catalog: Catalog) -> None:
    literacy = ("literacy-rate-15-60", "Tỷ lệ biết chữ trong độ tuổi 15-60", "area", "learning-citizens-rate")
    known = with_units(catalog, "unit_id name_vi", [("lhpn", UNION)], unit_kind="doan-the", level="tinh")
    known = with_indicators(known, "indicator_id name_vi subject_rule like", [literacy])
    assert [each.unit_id for each in proposals(known, [f"{UNION} tổng kết", words], "2024-01-12")] == [whose]


@pytest.mark.parametrize(
    ("words", "whose"),
    [
        ("Công ty ủng hộ Hội Khuyến học tỉnh Đông Lâu 20 triệu đồng và trao 5 xe đạp.", ["cong-ty", "cong-ty"]),
        ("Công ty trao 5 xe đạp, ủng hộ 20 triệu đồng.", ["cong-ty", "cong-ty"]),
        ("Hội Khuyến học tỉnh Đông Lâu trao 5 xe đạp.", [PLACE]),
        ("Công ty tặng Hội Khuyến học tỉnh Đông Lâu 5 xe đạp.", ["cong-ty"]),
    ],
)
def test_who_is_given_to_gives_nothing(words: str, whose: list[str], catalog: Catalog) -> None:
    bicycles = ("bicycles-donated", "Số xe đạp trao tặng", "staff-total")
    donated = ("fund-donated-vnd", "Số tiền ủng hộ", "fund-raised-vnd")
    known = with_units(catalog, "unit_id name_vi", [("cong-ty", "Công ty Than Hồ Sen")], unit_kind="doanh-nghiep")
    known = with_indicators(known, "indicator_id name_vi like", [bicycles, donated], topic="hoc-bong-khen-thuong")
    assert [each.unit_id for each in proposals(known, ["Công ty Than Hồ Sen họp", words], "2024-01-12")] == whose


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("Trường có 38 nhân viên; còn lại 6 cán bộ đang học nâng chuẩn.", ["38"]),
        ("Trường có 38 cán bộ, còn lại 6 nhân viên nghỉ hưu.", ["38"]),
        ("Trường nay còn 38 cán bộ.", ["38"]),
    ],
)
def test_those_who_are_left_are_not_all(words: str, values: list[str], catalog: Catalog) -> None:
    found = proposals(catalog, ["Trường Tiểu học Hồ Sen tổng kết", words], "2024-01-12")
    assert [each.value for each in found] == values
