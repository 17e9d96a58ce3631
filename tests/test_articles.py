"""What single sentences of articles say: an aim or a result, which day, which of two years, whose figure it is."""

import pytest

from hoctap.contribute.articles.dated import article_date
from hoctap.contribute.articles.goals import is_goal
from hoctap.contribute.articles.numbers import grows_to, numbers
from hoctap.contribute.articles.outline import is_heading, outline
from hoctap.contribute.articles.proposals import proposals
from hoctap.model.catalog import Catalog
from miniature import with_indicators


@pytest.mark.parametrize(
    ("sentence", "goal"),
    [
        ("Đại hội đề ra các chỉ tiêu: hội viên chiếm 31%", True),
        ("Hội nghị xác định một số chỉ tiêu chính: thu 4 tỷ đồng", True),
        ("Hội đã vượt các chỉ tiêu, hội viên chiếm 31%", False),
        ("Năm học tới, đơn vị đăng ký đỡ đầu 9 em", True),
        ("Có 214 gia đình đăng ký danh hiệu, 190", False),
        ("Huyện đặt chỉ tiêu 2 tỷ đồng, kết quả thu 2,4 tỷ đồng", False),
        ("Huyện phấn đấu nâng kết quả thu quỹ lên 2,4 tỷ đồng", True),
        ("Kế hoạch 2026: vận động 2 tỷ đồng", True),
        ("Quỹ hứa giúp đồn 20", True),
    ],
)
def test_words_of_an_aim_make_a_goal_until_a_result_is_told(sentence: str, goal: bool) -> None:
    assert is_goal(sentence, sentence[-24:], (), "", "2025-03-01") is goal


@pytest.mark.parametrize(
    ("question", "aim"),
    [
        ("PV: Mục tiêu sắp tới của hội, thưa bà?", True),
        ("PV: Chỉ tiêu năm 2024 có khó không, thưa bà?", None),
        ("PV: Kết quả nào đáng nói nhất?", False),
        ("PV: Bà vui nhất điều gì?", None),
    ],
)
def test_a_question_holds_for_its_answer_alone(question: str, aim: bool | None) -> None:
    of_answer, of_next = list(outline(["Trò chuyện", question, "- Thu 2 tỷ đồng.", "- Có 12 chi hội."]))[2:]
    assert (of_answer.aim, of_answer.earlier) == (aim, question)
    assert (of_next.aim, of_next.heads) == (None, ())


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Ngày 3/2/2001, hội ra đời. Hai mươi năm sau, ngày 4/2/2021, lễ kỷ niệm được tổ chức.", "2021-02-04"),
        ("Ngày 3/2/2001, hội ra đời. 15 năm sau, đúng sáng 5/3/2016, hội trường lại đông vui.", "2016-03-05"),
        ("Ngày 3/2/2021, hội tổng kết. Nhiều năm sau này, hội vẫn giữ nếp ấy.", "2021-02-03"),
        ("Ngày 3/2/2021, hội tổng kết; năm sau sẽ họp sớm hơn.", "2021-02-03"),
    ],
)
def test_an_article_that_looks_back_speaks_on_the_later_day(line: str, day: str) -> None:
    assert article_date(["Chặng đường của một hội khuyến học", line]) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Ngày 14/3, Chủ tịch UBND tỉnh ban hành Quyết định số 587 công nhận đơn vị.", "2025-03"),
        ("Sáng 14/3, Sở ký ban hành Kế hoạch số 12.", "2025-03"),
        ("Sáng 14/3, Sở ký kết chương trình phối hợp.", "2025-03-14"),
        ("Năm nay, lễ được tổ chức vào ngày 14/3 (tức rằm tháng Hai) tại nhà thờ họ.", "2025-03-14"),
        ("Hội nghị diễn ra sáng 14/3 tại thành phố.", "2025-03-14"),
        ("Hướng tới ngày truyền thống, ngày 14/3, tại Hà Nội, hội trao học bổng.", "2025-03-14"),
        ("Ban Chấp hành hội tỉnh, nhiệm kỳ 2021-2026, họp sáng 14/3 để tổng kết.", "2025-03-14"),
        ("Hội nhắc lại, ngày 14/3, trường đã nhận quà.", "2025-03"),
        ("Trời mưa. Sáng nay, trường nhận quà.", "2025-03-17"),
        ("Bà kể: “Đến sáng nay, quà đã có.”", "2025-03"),
    ],
)
def test_an_article_speaks_on_the_day_of_its_event_not_of_a_document(line: str, day: str) -> None:
    assert article_date(["Hội khuyến học tổng kết", "Đăng ngày 17/3/2025", line]) == day


def test_the_day_of_an_event_may_stand_far_below_right_before_the_day_of_the_page() -> None:
    lines = ["Hội khuyến học tổng kết", "17/3/2025", *["Phong trào lan rộng."] * 4]
    assert article_date([*lines, "Số liệu được đưa ra tại hội nghị tổng kết sáng 14.3."]) == "2025-03-14"
    assert article_date([*lines, "Số liệu được đưa ra tại hội nghị tổng kết sáng 1.2."]) == "2025-03"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Sáng 14/3, sở tổng kết Quyết định số 89/QĐ-TTg ngày 9-1-2013 của Thủ tướng.", ""),
        ("Hội nghị tổng kết Kế hoạch 12/KH-UBND ký ngày 9/1/2013.", ""),
        ("Hội nghị tổng kết kế hoạch diễn ra ngày 9/1/2013.", "2013-01-09"),
        ("Huyện vừa có Đại hội đại biểu lần thứ IV, nhiệm kỳ 2019-2024, vào ngày 14-3.", "2019-03-14"),
        ("Sáng 14/3, hội tổ chức Đại hội đại biểu lần thứ IV, nhiệm kỳ 2019-2024.", "2019-03-14"),
        ("Sáng 14/3, hội sơ kết nửa nhiệm kỳ 2019-2024.", ""),
    ],
)
def test_an_article_that_names_no_year_has_that_of_its_congress_not_of_a_document(line: str, day: str) -> None:
    assert article_date(["Hội khuyến học tổng kết", line]) == day


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["date 2022-10 Hội tổng kết", "Sáng 10-10, hội họp."], "2022-10-10"),
        (["date 2022-10-12 Hội tổng kết", "Sáng 10-10, hội họp."], "2022-10-10"),
        (["2022-10-12", "Hội tổng kết"], "2022-10"),
        (["Hội tổng kết", "Trong ngày 6 và 7/12, hội trao học bổng A 2022-2023."], "2022-12"),
        (["Hội tổng kết", "Ngày 6/3, hội trao học bổng A 2022-2023."], "2023-03-06"),
        (["Hội tổng kết", "Trong 2 ngày (6 và 7-12), hội họp Đại hội, nhiệm kỳ 2019-2024."], "2019-12"),
        (
            ["Hội tổng kết", "Sáng 27/4, hội biểu dương giai đoạn 2014-2019.", "Hội thành lập ngày 8/10/1999."],
            "2019-04-27",
        ),
        (["Hội tổng kết", "Sáng 27/4, hội trao học bổng “Vì tương lai 2023”."], "2023-04-27"),
        (["Hội tổng kết", "Ngày 6/3, hội họp, nhiệm kỳ 2022-2023."], ""),
        (["Hội tổng kết", "Ngày 6/3, hội họp về giai đoạn 2021-2022, 2022-2023."], ""),
    ],
)
def test_an_article_has_the_day_of_its_page_or_the_year_of_school_of_what_is_given(lines: list[str], day: str) -> None:
    assert article_date(lines) == day


@pytest.mark.parametrize(
    ("top", "day"),
    [
        ("Thứ bảy, 3/2/2016, 22h13", "2016-01-30"),
        ("Thứ bảy, 30/4/2016", "2015-01-30"),
        ("Trang chủ", "2015-01-30"),
    ],
)
def test_a_day_above_the_headline_gives_its_year_only_to_what_was_right_before(top: str, day: str) -> None:
    assert article_date(["Hội họp", "Sáng 30-1, hội bàn việc năm 2015."], [top]) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Ngày 18/1, hội tổng kết công tác năm 2017, bàn chương trình năm 2018.", "2018-01-18"),
        ("Ngày 18/1, hội tổng kết công tác năm 2017.", "2018-01-18"),
        ("Ngày 29.12, hội tổng kết năm 2021 và bàn nhiệm vụ năm 2022.", "2021-12-29"),
        ("Ngày 18/6, hội tổng kết năm 2021 và bàn nhiệm vụ năm 2022.", ""),
    ],
)
def test_a_year_is_reviewed_at_its_end_or_right_after_it(line: str, day: str) -> None:
    assert article_date(["Hội họp", line]) == day


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Dòng họ Dương ở xã An Lộc phát thưởng cho con cháu năm học 2020-2021", False),
        ("Phát triển hội viên năm 2023", True),
        ("Kết quả năm 2023", True),
    ],
)
def test_what_a_picture_shows_is_no_heading(line: str, heading: bool) -> None:
    assert is_heading(line) is heading


@pytest.mark.parametrize(
    ("lead", "below", "day"),
    [
        ("Sáng 15-4, hội trao học bổng giải A năm 2024.", "Trước đó, ngày 23-12-2024, hội họp.", "2025-04-15"),
        ("Sáng 15-4, hội trao học bổng giải A năm 2024.", "Trước đó, ngày 23-2-2024, hội họp.", "2024-04-15"),
        ("Sáng 11/9, hội thưởng kỳ thi năm học 2023-2024.", "Tháng 6/2024, quỹ đã trao thưởng.", "2024-09-11"),
        (
            "Ngày 21/6/2021, hội mở đề án giúp các em học sinh nghèo của tỉnh đến trường.",
            "Tính đến hết tháng 7/2023, quỹ lớn.",
            "2023-07",
        ),
        (
            "Ngày 21/6/2021, hội mở đề án để giúp các em học sinh nghèo của tỉnh đến trường.",
            "Từ tháng 7/2023, quỹ lớn.",
            "2021-06-21",
        ),
    ],
)
def test_an_article_speaks_after_all_that_it_tells_as_past(lead: str, below: str, day: str) -> None:
    assert article_date(["Hội khuyến học trao học bổng", lead, below]) == day


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("Tính đến hết ngày 30/6", "2024-06-30"),
        ("Tính đến 31/12", "2023-12-31"),
        ("Tính đến ngày 31/4", "2024-07-12"),
        ("Đến nay, sau buổi họp ngày 30/6", "2024-07-12"),
        ("Tới cuối tháng 6", "2024-06"),
    ],
)
def test_a_day_without_its_year_is_the_last_one_before_the_article(words: str, period: str, catalog: Catalog) -> None:
    found = proposals(catalog, ["Sở Giáo dục tỉnh Đông Lâu", f"{words}, sở có 120 cán bộ."], "2024-07-12")
    assert [each.period for each in found] == [period]


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("tỷ lệ từ 71,2% lên 74,6%", ["exact", "exact"]),
        ("từ 812 hội viên (năm 2022) lên 905", ["exact", "exact"]),
        ("hội viên chiếm từ 20% dân số", ["at_least"]),
        ("số dư không dưới 300 triệu đồng", ["at_least"]),
        ("số dư dưới 300 triệu đồng", ["under"]),
        ("có 18.400 đoàn viên, 12 đoàn đến dự", ["exact"]),
    ],
)
def test_what_grew_is_no_least_and_no_less_than_is_no_most(text: str, qualifiers: list[str]) -> None:
    assert [each.qualifier for each in numbers(text)] == qualifiers


@pytest.mark.parametrize(
    ("between", "grows"),
    [
        (" lên ", True),
        (" người (năm 2022) lên ", True),
        (" xuống còn ", True),
        (" người, lên ", False),
        (" và ", False),
        (" người được đưa lên phòng hội nghị ", False),
    ],
)
def test_one_number_grows_to_the_next_where_nothing_else_stands_between(between: str, grows: bool) -> None:
    assert grows_to(between) is grows


@pytest.mark.parametrize(
    ("line", "periods"),
    [
        ("Số cán bộ tăng từ 201 người (năm 2022) lên 214 người (năm 2023).", ["2022", "2023"]),
        ("So với năm 2022, số cán bộ năm 2023 tăng từ 201 lên 214.", ["2022", "2023"]),
        ("Năm 2023, số cán bộ tăng từ 201 lên 214.", ["", "2023"]),
        ("Số cán bộ tăng từ 201 lên 214.", ["", "2024-01-12"]),
        ("So với năm 2022, số cán bộ năm 2023 tăng từ 1,2 nghìn người lên 1,5 nghìn người.", ["2022", "2023"]),
    ],
)
def test_what_has_grown_is_of_the_year_before_only_where_that_is_named(
    line: str, periods: list[str], catalog: Catalog
) -> None:
    found = proposals(catalog, ["Sở Giáo dục và Đào tạo tỉnh Đông Lâu", line], "2024-01-12")
    assert [each.period for each in found if each.indicator_id == "staff-total"] == periods


HOUSE, PLACE = "so-giao-duc-tinh-dong-lau", "hoi-khuyen-hoc-tinh-dong-lau"
CLAN = "Dòng họ Trần, xã Bình An"


@pytest.mark.parametrize(
    ("lines", "whose"),
    [
        (["Hội Khuyến học tỉnh Đông Lâu tổng kết", "Sở Giáo dục và Đào tạo có 120 cán bộ."], {HOUSE}),
        (
            ["Hội Khuyến học tỉnh Đông Lâu tổng kết", "Riêng Sở Giáo dục và Đào tạo vận động quỹ được 30 triệu đồng."],
            {HOUSE},
        ),
        (
            [
                "Hội Khuyến học tỉnh Đông Lâu tổng kết",
                "Hội phối hợp với Sở Giáo dục và Đào tạo vận động quỹ được 30 triệu đồng.",
            ],
            {PLACE},
        ),
        (["Ngành giáo dục vào năm học", "Sở Giáo dục và Đào tạo (GDĐT) tỉnh Đông Lâu hiện có 120 cán bộ."], {HOUSE}),
    ],
)
def test_an_office_named_without_its_province_acts_itself(lines: list[str], whose: set[str], catalog: Catalog) -> None:
    assert {each.unit_id for each in proposals(catalog, lines, "2024-01-12")} == whose


@pytest.mark.parametrize(
    ("line", "whose"),
    [
        ("Hội Khuyến học xã vận động quỹ được 30 triệu đồng.", {"Hội Khuyến học xã Bình An"}),
        ("Nhà nhà chăm học. Năm 2023, xã có 120 cán bộ.", {"Xã Bình An"}),
        ("Cùng cả xã hội, quỹ vận động được 30 triệu đồng.", {CLAN}),
        ("Hội cấp xã đến mừng, quỹ vận động được 30 triệu đồng.", {CLAN}),
    ],
)
def test_the_commune_of_a_clan_has_figures_of_its_own(line: str, whose: set[str], catalog: Catalog) -> None:
    lines = [f"{CLAN} giữ nếp học", "Quỹ của họ do các cụ trông coi.", line]
    assert {each.unit_id for each in proposals(catalog, lines, "2024-01-12")} == whose


@pytest.mark.parametrize("bullet", ["-", "•", "●", "■", "❖", "✔", "→", "—", "✅", "\uf0b7", "o"])
def test_a_list_under_an_aim_is_of_aims_whatever_its_bullets_are(bullet: str) -> None:
    lines = [
        "Hội họp",
        "Phấn đấu năm 2025:",
        f"{bullet} Thu 2 tỷ đồng",
        f"{bullet} Có 900 hội viên",
        "Hội có 20 chi hội.",
    ]
    assert [each.aim for each in outline(lines)] == [None, None, True, True, None]


@pytest.mark.parametrize("line", ["“Có 900 hội viên”, bà nói.", "900 người là hội viên.", "(Ảnh: hội có 900 hội viên)"])
def test_a_paragraph_that_opens_with_a_quote_a_bracket_or_a_number_is_no_bullet(line: str) -> None:
    assert [each.aim for each in outline(["Hội họp", "Phấn đấu năm 2025:", "- Thu 2 tỷ đồng", line])][-1] is None


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("6 tháng đầu năm", "2024-01/2024-06"),
        ("6 tháng đầu năm nay", "2024-01/2024-06"),
        ("6 tháng đầu năm ngoái", "2023-01/2023-06"),
        ("6 tháng cuối năm trước", "2023-07/2023-12"),
        ("9 tháng năm ngoái", "2023-01/2023-09"),
        ("Quý II năm ngoái", "2023-04/2023-06"),
        ("Quý II năm nay", "2024-04/2024-06"),
        ("Năm ngoái", "2023"),
        ("Từ đầu năm ngoái đến nay", ""),
        ("Năm 2022, tăng 12% so với đợt 1 năm ngoái", "2022"),
    ],
)
def test_a_part_of_the_year_before_is_neither_that_year_nor_this_one(words: str, period: str, catalog: Catalog) -> None:
    lines = ["Hội Khuyến học tỉnh Đông Lâu họp", f"{words}, hội vận động quỹ được 200 triệu đồng."]
    assert [(each.period, each.kind) for each in proposals(catalog, lines, "2024-07-12")] == [(period, "observation")]


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("cùng kỳ", "2023-01/2023-06"),
        ("cùng kỳ năm trước đạt", "2023-01/2023-06"),
        ("cùng kỳ năm 2021 là", "2021-01/2021-06"),
    ],
)
def test_the_same_time_of_a_year_is_of_the_year_that_is_named(words: str, period: str, catalog: Catalog) -> None:
    line = f"6 tháng đầu năm, hội vận động quỹ được 200 triệu đồng ({words} 150 triệu đồng)."
    found = proposals(catalog, ["Hội Khuyến học tỉnh Đông Lâu họp", line], "2024-07-12")
    assert [each.period for each in found] == ["2024-01/2024-06", period]


def test_what_is_aimed_at_until_the_end_of_the_year_is_of_the_months_left(catalog: Catalog) -> None:
    line = "Từ nay đến cuối năm, hội phấn đấu vận động quỹ được 200 triệu đồng."
    found = proposals(catalog, ["Hội Khuyến học tỉnh Đông Lâu họp", line], "2024-07-12")
    assert [(each.period, each.kind) for each in found] == [("2024-07/2024-12", "target")]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Hằng năm, sau hơn 3.000 buổi, toàn tỉnh có 780 Công dân học tập.", []),
        ("Năm 2023, sau hơn 3.000 buổi, toàn tỉnh có 780 Công dân học tập.", ["780"]),
        ("Năm 2023, toàn tỉnh có 780 người đăng ký Công dân học tập.", ["780"]),
        ("Năm 2023, toàn tỉnh có 780 lượt hộ đăng ký Công dân học tập.", []),
    ],
)
def test_what_happens_every_year_and_turns_of_families_are_no_figures(
    sentence: str, values: list[str], catalog: Catalog
) -> None:
    found = proposals(catalog, ["Hội Khuyến học tỉnh Đông Lâu tổng kết công tác", sentence], "2024-01-12")
    assert [each.value for each in found] == values


OTHERS = [
    ("scholarships-awarded", "Suất học bổng đã trao", "staff-total"),
    ("branches", "Chi hội khuyến học", "staff-total"),
    ("scholarship-value-vnd", "Tổng giá trị học bổng", "fund-raised-vnd"),
    ("fund-spent-vnd", "Chi từ quỹ khuyến học", "fund-raised-vnd"),
    ("support-value-vnd", "Tổng giá trị hỗ trợ", "fund-raised-vnd"),
    ("people-supported", "Người được hỗ trợ", "staff-total"),
    ("people-rewarded", "Người được khen thưởng", "staff-total"),
]


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("Hội trao 30 suất học bổng cho học sinh, 20 suất cho sinh viên cao đẳng.", ["scholarships-awarded"] * 2),
        ("Mỗi suất học bổng 1 triệu đồng, cộng lại là 30 triệu đồng.", ["scholarship-value-vnd"]),
        ("Tới nay 15 xóm đã có chi hội khuyến học.", ["branches"]),
        ("Hội gây quỹ được 30 triệu đồng.", ["fund-raised-vnd"]),
        ("Các nhà hảo tâm đã ủng hộ 30 triệu đồng.", ["fund-raised-vnd"]),
        ("Hội chi 30 triệu đồng khen thưởng học sinh giỏi và giúp các em nghèo.", ["fund-spent-vnd"]),
        ("Hội chi 30 triệu đồng cấp học bổng, khen thưởng học sinh giỏi.", ["fund-spent-vnd"]),
        ("Từ quỹ này, hội đã trích 30 triệu đồng để khen thưởng và trao học bổng.", ["fund-spent-vnd"]),
        ("Hội đã chi 30 triệu đồng hỗ trợ các em.", ["support-value-vnd"]),
        ("Hội trao 30 suất học bổng, phần thưởng cho học sinh, tổng trị giá 30 triệu đồng.", []),
        ("Hội cấp 30 triệu đồng học bổng: đại học 900.000 đồng, cao đẳng 500.000 đồng.", ["scholarship-value-vnd"]),
        ("Hội trao học bổng cho 30 học sinh vượt khó.", ["people-supported"]),
        ("Hội trao học bổng cho 30 học sinh.", ["scholarships-awarded"]),
        ("Hội trao học bổng cho 30 học sinh (12 em diện hộ nghèo).", []),
        ("Hội biểu dương 30 học sinh, được chọn từ 400 em.", ["people-rewarded"]),
        ("Có 30 Công dân học tập; cứ mười người thì hơn chín người đạt Công dân học tập.", ["learning-citizens"]),
        ("12 cán bộ của hội trực tiếp đứng lớp.", []),
        ("Hội vận động quỹ được 30 triệu đồng, nhiều nhất là chi 2 với 14 triệu đồng.", ["fund-raised-vnd"] * 2),
    ],
)
def test_what_a_sum_or_a_number_of_a_list_is_the_words_around_it_say(
    line: str, kinds: list[str], catalog: Catalog
) -> None:
    known = with_indicators(catalog, "indicator_id name_vi like", OTHERS)
    found = proposals(known, ["Hội Khuyến học tỉnh Đông Lâu họp", line], "2024-01-12")
    assert [each.indicator_id for each in found] == kinds


@pytest.mark.parametrize(
    ("lines", "whose"),
    [
        (
            [
                "Đông Lâu: Cán bộ đi học",
                "Theo báo cáo của Sở Giáo dục và Đào tạo tỉnh Đông Lâu, toàn tỉnh có 120 cán bộ.",
            ],
            {"tinh-dong-lau"},
        ),
        (["Đông Lâu: Cán bộ đi học", "Theo Sở Giáo dục và Đào tạo tỉnh Đông Lâu, sở có 120 cán bộ."], {HOUSE}),
        (["Thanh niên tỉnh Đông Lâu trao học bổng", "Dịp này, 30 suất học bổng được trao cho học sinh."], {""}),
        (["Hội Khuyến học tỉnh Đông Lâu trao học bổng", "Dịp này, 30 suất học bổng được trao cho học sinh."], {PLACE}),
    ],
)
def test_who_only_reports_and_an_association_that_nobody_names_have_no_figure(
    lines: list[str], whose: set[str], catalog: Catalog
) -> None:
    known = with_indicators(catalog, "indicator_id name_vi like", OTHERS, subject_rule="association")
    assert {each.unit_id for each in proposals(known, lines, "2024-01-12")} == whose


# A sentence, and what of it is a result and what an aim.
AIMS_IN_BRACKETS = (
    (
        "Hội vận động được 30 triệu đồng (mục tiêu 25 triệu đồng), có 50 Công dân học tập",
        "observation target observation",
    ),
    (
        "Hội vận động được 30 triệu đồng (kế hoạch 25 triệu đồng), có 50 Công dân học tập",
        "observation target observation",
    ),
    ("Hội vận động được 30 triệu đồng (mục tiêu đề ra là có quỹ), có 50 Công dân học tập", "observation target"),
    ("Hội phấn đấu (mục tiêu 25 triệu đồng năm 2026) có 50 Công dân học tập", "target"),
)


@pytest.mark.parametrize(("sentence", "kinds"), AIMS_IN_BRACKETS)
def test_an_aim_in_brackets_is_of_the_figure_before_them_alone(sentence: str, kinds: str, catalog: Catalog) -> None:
    found = proposals(catalog, ["Hội Khuyến học tỉnh Đông Lâu họp", sentence], "2025-07-12")
    assert " ".join(each.kind for each in found) == kinds


# A sentence of an article about the association of a province, and what each of its figures is.
BALANCES = (
    (
        "Quỹ: tồn cuối năm 2023 chuyển sang 12 triệu đồng; thu trong năm 30 triệu đồng; còn lại 24 triệu đồng",
        "du thu du",
    ),
    ("Quỹ khuyến học xã: thu được 30 triệu đồng, còn lại 24 triệu đồng", "thu du"),
    ("Lớp học: thu trong năm 30 triệu đồng", ""),
    ("Hội viên toàn tỉnh 271.480 người, tăng 3.120 người so với cuối năm 2022", "members"),
    ("Hội viên của cả huyện 27.480 người", "members"),
    ("Từ nguồn quỹ, các cấp hội dành 6,4 tỷ đồng khen thưởng học sinh", ""),
    ("Đến nay, nguồn quỹ có 6,4 tỷ đồng", "du"),
)


@pytest.mark.parametrize(("sentence", "stated"), BALANCES)
def test_what_came_in_what_is_left_and_who_are_members(sentence: str, stated: str, catalog: Catalog) -> None:
    left = ("du", "Số dư quỹ khuyến học", "fund-raised-vnd")
    known = with_indicators(catalog, "indicator_id name_vi like", [left, ("members", "Số hội viên", "staff-total")])
    found = proposals(known, ["Hội Khuyến học tỉnh Đông Lâu họp", sentence], "2024-07-12")
    assert " ".join(each.indicator_id.replace("fund-raised-vnd", "thu") for each in found) == stated
