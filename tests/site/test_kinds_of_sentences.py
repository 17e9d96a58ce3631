"""Kinds of sentences that articles are written in, a few of each: just what they state is proposed, with its part.

Every line is read alone, in an article of 12 July 2024 about the association of a district of the real register.
"""

import pytest

from hoctap.contribute.articles.proposals import proposals
from hoctap.load import load
from hoctap.model.catalog import Catalog
from miniature import REAL

HEADLINE = "Hội Khuyến học huyện Gia Lộc tổng kết"
Stated = list[tuple[str, str]]


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(REAL, validate=False).catalog


def _read(catalog: Catalog, *lines: str) -> Stated:
    return [(each.indicator_id, each.value) for each in proposals(catalog, [HEADLINE, *lines], "2024-07-12")]


FAMILIES, CLANS, RAISED, AWARDS = "learning-families", "learning-clans", "fund-raised-vnd", "scholarships-awarded"


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        # a plan in brackets is of what its own clause names
        (
            "Năm 2023, 90% gia đình đạt danh hiệu; tỷ lệ hội viên trên dân số vượt kế hoạch (25%).",
            [(f"{FAMILIES}-rate", "90"), ("member-population-rate", "25")],
        ),
        (
            "Có 104/121 xã đạt “Cộng đồng học tập”. Tỷ lệ gia đình học tập vượt 0,6 điểm phần trăm (kế hoạch 81,5%).",
            [
                ("learning-communities-commune", "104"),
                ("communes-total", "121"),
                (f"{FAMILIES}-rate", "81.5"),
            ],
        ),
        (
            "Năm 2023 trao 300 suất học bổng; tỷ lệ trẻ đến trường vượt kế hoạch (95%).",
            [(AWARDS, "300")],
        ),
        # a share is of the level that the number before it is of
        (
            "Ở cấp xã, 14/18 xã được công nhận “Cộng đồng học tập”, bằng 77,8%.",
            [
                ("learning-communities-commune", "14"),
                ("communes-total", "18"),
                ("learning-communities-commune-rate", "77.8"),
            ],
        ),
        # the next deed belongs to the next number
        (
            "Hội khen thưởng 12 tập thể, 30 cá nhân và trao học bổng cho 20 em.",
            [("collectives-rewarded", "12"), ("people-rewarded", "30"), ("scholarships-awarded", "20")],
        ),
        (
            "Hội tặng bằng khen cho 6 tập thể, 11 cá nhân và trao kỷ niệm chương cho 9 người.",
            [("collectives-rewarded", "6"), ("people-rewarded", "11"), ("commemorative-medals", "9")],
        ),
        # beside growth, what it grew from is a level
        (
            "Hiện có 340 chi hội, tăng 18 chi hội so với năm 2022 (322 chi hội).",
            [("branches", "340"), ("branches-increase", "18"), ("branches", "322")],
        ),
        (
            "Năm 2023 tăng 180 hội viên so với năm 2022 (năm 2022 tăng 150 hội viên).",
            [("members-increase", "180"), ("members-increase", "150")],
        ),
        # what «tỷ lệ» is of may hold a comma, and a part of it leaves out the whole
        (
            "Tỷ lệ lao động qua đào tạo đạt 63,5%, trong đó có bằng cấp, chứng chỉ 27,1%.",
            [("labour-trained-rate", "63.5"), ("labour-certified-rate", "27.1")],
        ),
        ("Tỷ lệ lao động có bằng cấp, chứng chỉ của huyện là 29,8%.", [("labour-certified-rate", "29.8")]),
        ("Tỷ lệ gia đình học tập đạt 63,5%, trong đó vùng cao 27,1%.", [(f"{FAMILIES}-rate", "63.5")]),
        # what is praised by any word for it
        (
            "Hội trao 60 suất học bổng và tôn vinh 12 tập thể, 30 cá nhân.",
            [(AWARDS, "60"), ("collectives-rewarded", "12"), ("people-rewarded", "30")],
        ),
        # of those who registered, or registering
        (
            "Năm 2025, phấn đấu 100% gia đình đăng ký được công nhận Gia đình học tập.",
            [(f"{FAMILIES}-of-registered-rate", "100")],
        ),
        ("Năm 2023, 98% hộ đăng ký đạt Gia đình học tập.", [(f"{FAMILIES}-registered-rate", "98")]),
        (
            "Năm 2023, có 680 gia đình đăng ký, 666 gia đình được công nhận “Gia đình học tập”.",
            [(f"{FAMILIES}-registered", "680"), (FAMILIES, "666")],
        ),
        (
            "Năm 2023, có 680 gia đình đăng ký hiến đất, 666 gia đình được công nhận “Gia đình học tập”.",
            [(FAMILIES, "666")],
        ),
        # people who are nobody's staff
        ("Huyện có 4 tiến sĩ, 27 thạc sĩ.", []),
        ("Chi bộ kết nạp 4 người.", []),
        ("Các cấp hội kết nạp mới 420 người, chủ yếu là giáo viên trẻ.", [("new-members", "420")]),
        ("Phấn đấu có thêm ít nhất 1.500 hội viên mới.", [("new-members", "1500")]),
        ("Phấn đấu mỗi năm kết nạp thêm khoảng 300 hội viên.", []),
        ("Hội giúp 146 học sinh khuyết tật học hòa nhập.", [("people-supported", "146")]),
        # a place that nobody names, bodies that do something
        ("Nơi cao nhất đạt 78,2%, nơi thấp nhất mới 39,6% số hộ đạt Gia đình học tập.", []),
        ("Huyện có 41 ban khuyến học dòng họ hoạt động đều.", []),
        ("Huyện có 647 ban khuyến học dòng họ, cơ quan và chùa.", [("study-committees", "647")]),
        # words that name one thing together; a total of clans; what courses are about
        ("Có 690 ấp, khóm đăng ký “Cộng đồng học tập”.", [("learning-communities-registered", "690")]),
        (
            "Toàn huyện hiện có 58 dòng họ, trong đó 46 dòng họ được công nhận “Dòng họ học tập”.",
            [("clans-total", "58"), (CLANS, "46")],
        ),
        ("Năm 2023, mở 20 lớp, chuyên đề tại các trung tâm học tập cộng đồng về kỹ năng số.", [("clc-courses", "20")]),
        (
            "Các cô đứng lớp xóa mù chữ; năm 2023 mở 37 lớp với 892 người học.",
            [("literacy-classes", "37"), ("literacy-learners", "892")],
        ),
        (
            "Năm 2023, quỹ thu 92 triệu đồng, trong đó 17 triệu đồng từ heo đất.",
            [
                (RAISED, "92000000"),
                ("piggy-bank-fund-vnd", "17000000"),
            ],
        ),
    ],
)
def test_of_a_sentence_just_what_it_states_is_proposed(line: str, stated: Stated, catalog: Catalog) -> None:
    assert _read(catalog, line) == stated


@pytest.mark.parametrize(
    ("question", "answer", "stated"),
    [
        (
            "PV: Năm 2023 quỹ vận động được 25 tỷ đồng, đúng không?",
            "Chưa chính xác. Năm 2023 vận động 18 tỷ đồng.",
            [(RAISED, "18000000000")],
        ),
        ("PV: Năm 2023 quỹ vận động được 25 tỷ đồng?", "Ông A: Số ấy không đúng, thưa anh.", []),
        ("PV: Năm 2023 quỹ vận động được 25 tỷ đồng?", "Ông A: Đúng vậy.", [(RAISED, "25000000000")]),
        (
            "PV: Còn “Công dân học tập” thì sao?",
            "Năm 2023 có 345 người đăng ký, 289 người được công nhận.",
            [("learning-citizens-registered", "345"), ("learning-citizens", "289")],
        ),
        (
            "PV: Các danh hiệu học tập triển khai thế nào?",
            "Đến năm 2025 phải đạt 70% gia đình, 50% dòng họ.",
            [(f"{FAMILIES}-rate", "70"), (f"{CLANS}-rate", "50")],
        ),
        ("PV: Việc trồng rừng thế nào?", "Đến năm 2025 phải đạt 70% gia đình, 50% dòng họ.", []),
    ],
)
def test_a_question_says_what_its_answer_is_about_and_states_nothing_that_is_denied(
    question: str, answer: str, stated: Stated, catalog: Catalog
) -> None:
    assert _read(catalog, question, answer) == stated


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (
            "Hội vận động 10 tỷ đồng; trong đó cấp huyện 4 tỷ đồng, cấp xã 5 tỷ đồng, dòng họ 1 tỷ đồng.",
            ["", "cấp huyện", "cấp xã", "dòng họ"],
        ),
        (
            "Hội trao 300 suất học bổng, gồm 100 suất cho sinh viên và 200 suất cho các đối tượng khác.",
            ["", "sinh viên", "đối tượng khác"],
        ),
        (
            "Hội trao 300 suất học bổng, trong đó 100 suất cho sinh viên, 50 suất cho học sinh mồ côi.",
            ["", "sinh viên", "học sinh mồ côi"],
        ),
        ("Hội vận động 10 tỷ đồng; trong đó cấp huyện 4 tỷ đồng, cấp xã 5 tỷ đồng.", [""]),
        (
            "Hội kết nạp mới 410 người, trong đó hơn 190 là đồng bào dân tộc thiểu số.",
            ["", "người dân tộc thiểu số"],
        ),
    ],
)
def test_a_part_of_a_total_says_which_part_it_is(line: str, parts: list[str], catalog: Catalog) -> None:
    found = proposals(catalog, [HEADLINE, line], "2024-07-12")
    assert [each.breakdown for each in found] == parts
    assert len({each.indicator_id for each in found}) == 1


@pytest.mark.parametrize(
    ("line", "times"),
    [
        ("Tỷ lệ gia đình học tập năm 2023 đạt 82,1% (năm 2022 là 80,4%).", ["2023", "2022"]),
        ("Năm 2023, có 900 gia đình học tập (82,1%; năm 2022 là 80,4%).", ["2023", "2023", "2022"]),
        (
            "Trong 6 tháng, vận động được 2 tỷ đồng, tăng so với cùng kỳ năm 2023 (1,8 tỷ đồng).",
            ["2024-01/2024-06", "2023-01/2023-06"],
        ),
        (
            "Trong 6 tháng, vận động được 2 tỷ đồng, đạt 60% chỉ tiêu cả năm, trao 300 suất học bổng.",
            ["2024-01/2024-06", "2024-01/2024-06"],
        ),
        (
            "Năm 2023, vận động 10 tỷ đồng. Còn 6 tháng đầu năm nay là 9,48 tỷ đồng.",
            ["2023", "2024-01/2024-06"],
        ),
        ("6 tháng đầu năm 2024, có 680 hộ đăng ký Gia đình học tập.", ["2024"]),
        ("Năm 2004, hội lập quỹ. Sau 20 năm, hội đã trao 900 suất học bổng.", ["2004/2024"]),
    ],
)
def test_a_figure_holds_in_the_time_that_is_its_own(line: str, times: list[str], catalog: Catalog) -> None:
    assert [each.period for each in proposals(catalog, [HEADLINE, line], "2024-07-12")] == times


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Đợt này diễn ra từ ngày 10/7 đến ngày 15/8, trao 120 suất học bổng.", "target"),
        ("Đợt này diễn ra từ ngày 10/5 đến ngày 15/6, đã trao 120 suất học bổng.", "observation"),
    ],
)
def test_what_a_time_that_goes_on_holds_is_still_to_be_done(line: str, kind: str, catalog: Catalog) -> None:
    assert [each.kind for each in proposals(catalog, [HEADLINE, line], "2024-07-12")] == [kind]


@pytest.mark.parametrize(
    ("line", "whose"),
    [
        ("Hội vận động 10 tỷ đồng. Hội Khuyến học xã Yết Kiêu dẫn đầu với 2,3 tỷ đồng.", "Hội Khuyến học xã Yết Kiêu"),
        ("Có thể kể xã Yết Kiêu. Ở đó, năm 2023 có 763 gia đình học tập.", "Xã Yết Kiêu"),
        ("Có thể kể xã Yết Kiêu. Xã này có 763 gia đình học tập.", "Xã Yết Kiêu"),
        ("Dịp này, Công ty Xổ số kiến thiết Hải Dương ủng hộ 200 triệu đồng.", "Công ty Xổ số kiến thiết Hải Dương"),
    ],
)
def test_a_figure_is_of_whom_the_words_before_it_name(line: str, whose: str, catalog: Catalog) -> None:
    assert proposals(catalog, [HEADLINE, line], "2024-07-12")[-1].unit_id.startswith(whose)


@pytest.mark.parametrize(
    ("title", "line", "whose"),
    [
        ("xã Nam Đàn, tỉnh Nghệ An", "Toàn tỉnh có 4.120 chi hội, 812.000 hội viên.", "hoi-khuyen-hoc-tinh-nghe-an"),
        (
            "xã Nam Đàn, tỉnh Nghệ An",
            "Quỹ toàn tỉnh đạt 120 tỷ, trao 15.000 suất học bổng.",
            "hoi-khuyen-hoc-tinh-nghe-an",
        ),
        ("xã Nam Đàn", "Năm 2024, toàn tỉnh có 21 huyện hội, 4.120 chi hội.", ""),
        ("xã Nam Đàn", "Toàn huyện hiện có 120 chi hội.", ""),
        (
            "xã Yết Kiêu (huyện Gia Lộc, tỉnh Hải Dương)",
            "Cả huyện đã kết nạp thêm hội viên, hiện có 12.000 hội viên.",
            "hoi-khuyen-hoc-huyen-gia-loc-tinh-hai-duong",
        ),
        (
            "xã Yết Kiêu (huyện Gia Lộc, tỉnh Hải Dương)",
            "Toàn huyện có 41 chi hội, riêng Hội có 900 hội viên.",
            "Hội Khuyến học xã Yết Kiêu, huyện Gia Lộc, tỉnh Hải Dương",
        ),
        (
            "xã Yết Kiêu (huyện Gia Lộc, tỉnh Hải Dương)",
            "Dẫn đầu toàn huyện với 900 hội viên.",
            "Hội Khuyến học xã Yết Kiêu, huyện Gia Lộc, tỉnh Hải Dương",
        ),
    ],
)
def test_what_a_whole_province_has_is_not_of_the_commune_that_an_article_is_about(
    title: str, line: str, whose: str, catalog: Catalog
) -> None:
    lines = [f"Hội Khuyến học {title} tổng kết công tác năm 2024", line]
    assert proposals(catalog, lines, "2025-01-12")[-1].unit_id == whose


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        # each share to the title in its place; one thing of several places
        (
            "Năm 2023, 900 gia đình, 30 dòng họ được công nhận danh hiệu học tập; tỷ lệ lần lượt đạt 61,7% và 55,3%.",
            [(FAMILIES, "900"), (CLANS, "30"), (f"{FAMILIES}-rate", "61.7"), (f"{CLANS}-rate", "55.3")],
        ),
        (
            "Năm 2023, có 900 gia đình, 30 dòng họ đạt danh hiệu học tập; tỷ lệ lần lượt là 61,7%, 55,3% và 40%.",
            [(FAMILIES, "900"), (CLANS, "30")],
        ),
        # what there is now, what there is after growth, a name in front of its number
        ("Năm 2020, hội có 38.140 hội viên; nay là 45.266.", [("members", "38140"), ("members", "45266")]),
        ("Đến năm 2015, số hội viên tăng lên 61.450 người.", [("members", "61450")]),
        ("Hội viên có 137.900 người.", [("members", "137900")]),
        ("Chi hội có 120 người.", []),
        # the highest and the lowest award are no sums of all
        (
            "Năm 2023, học bổng có 2.415 suất, từ 500 ngàn đến 3 triệu đồng.",
            [(AWARDS, "2415"), ("scholarship-unit-value-vnd", "500000"), ("scholarship-unit-value-vnd", "3000000")],
        ),
        (
            "Năm 2023, trao 514 suất học bổng, tổng trị giá 4 tỷ đồng, suất cao nhất 15 triệu đồng.",
            [
                (AWARDS, "514"),
                ("scholarship-value-vnd", "4000000000"),
                ("scholarship-unit-value-vnd", "15000000"),
            ],
        ),
        # a list shares its predicate
        (
            "Có 2.914 dòng họ, 1.702 thôn, tổ dân phố và 1.118 cơ quan, trường học đăng ký các danh hiệu.",
            [
                (f"{CLANS}-registered", "2914"),
                ("learning-communities-registered", "1702"),
                ("learning-units-registered", "1118"),
            ],
        ),
        (
            "Năm 2025, phấn đấu 77% gia đình và 45% người lớn đạt danh hiệu học tập.",
            [(f"{FAMILIES}-rate", "77"), ("learning-citizens-rate", "45")],
        ),
        (
            "Phấn đấu 85% cán bộ, hội viên, 80% tổ chức hội hoặc ban khuyến học xếp loại từ khá trở lên.",
            [("members-rated-fair-rate", "85"), ("association-orgs-rated-fair-rate", "80")],
        ),
        (
            "Có 9 tập thể, 24 cá nhân tiêu biểu được biểu dương.",
            [
                ("collectives-rewarded", "9"),
                ("people-rewarded", "24"),
            ],
        ),
        ("Hội khen thưởng theo quy định cho 74 lượt hội viên và con của hội viên.", [("reward-turns", "74")]),
        # a sentence begins behind a quotation, with a figure
        (
            'Năm 2023, 55% đạt danh hiệu "Công dân học tập". 100% đơn vị trực thuộc ngành có quỹ khuyến học.',
            [("learning-citizens-rate", "55"), ("subordinate-units-with-fund-rate", "100")],
        ),
    ],
)
def test_a_number_takes_its_meaning_from_its_place_among_others(line: str, stated: Stated, catalog: Catalog) -> None:
    assert _read(catalog, line) == stated


@pytest.mark.parametrize(
    ("lines", "kinds"),
    [
        (
            ["Các đơn vị phấn đấu thu 2 tỷ đồng.", "100% thôn có chi hội, 90% gia đình đạt Gia đình học tập."],
            ["target"],
        ),
        (["Các đơn vị phấn đấu học tập tốt.", "Có 90% gia đình đạt Gia đình học tập."], ["observation"]),
        (["Các đơn vị phấn đấu học tập tốt.", "90% gia đình đã đạt Gia đình học tập."], ["observation"]),
        (["Các đơn vị đã phấn đấu học tập tốt.", "90% gia đình đạt Gia đình học tập."], ["observation"]),
    ],
)
def test_a_line_that_begins_with_a_share_goes_on_with_the_aims_of_the_line_before(
    lines: list[str], kinds: list[str], catalog: Catalog
) -> None:
    found = proposals(catalog, [HEADLINE, *lines], "2024-07-12")
    assert [each.kind for each in found if each.indicator_id == f"{FAMILIES}-rate"] == kinds


@pytest.mark.parametrize(
    ("headline", "line", "due"),
    [
        ("Hội Khuyến học huyện Gia Lộc triển khai nhiệm vụ năm 2025", "Phấn đấu vận động quỹ 2 tỷ đồng.", "2025"),
        (
            "Hội Khuyến học huyện Gia Lộc triển khai nhiệm vụ năm 2025",
            "Trong tháng, phấn đấu vận động quỹ 2 tỷ đồng.",
            "",
        ),
        ("Hội Khuyến học huyện Gia Lộc tổng kết năm 2023", "Phấn đấu vận động quỹ 2 tỷ đồng.", ""),
    ],
)
def test_an_aim_is_of_the_year_whose_tasks_the_headline_sets(
    headline: str, line: str, due: str, catalog: Catalog
) -> None:
    assert [each.period for each in proposals(catalog, [headline, line], "2024-12-12")] == [due]


@pytest.mark.parametrize(
    ("headline", "stated"),
    [
        ("Gia Lộc: Gần 50 tỷ đồng chăm lo sự học", ["50000000000", "49768000000"]),
        ("Gia Lộc: Hơn 50 tỷ đồng chăm lo sự học", ["49768000000"]),
        ("Gia Lộc: Gần 60 tỷ đồng chăm lo sự học", ["49768000000"]),
        ("Gia Lộc: Lớp học 0 đồng của những thầy giáo già", ["49768000000"]),
    ],
)
def test_a_headline_rounds_the_one_figure_that_it_can_mean(headline: str, stated: list[str], catalog: Catalog) -> None:
    line = "Hội Khuyến học huyện Gia Lộc, tỉnh Hải Dương năm 2023 vận động quỹ được 49 tỷ 768 triệu đồng."
    assert [each.value for each in proposals(catalog, [headline, line], "2024-07-12")] == stated


@pytest.mark.parametrize(
    ("line", "whose"),
    [
        ("Năm 2023, hội vận động 900 tỷ đồng; dẫn đầu là Nghệ An 112 tỷ đồng.", "hoi-khuyen-hoc-tinh-nghe-an"),
        ("Số hội viên của Sơn La, Điện Biên lần lượt là 228.300 và 131.470 người.", "hoi-khuyen-hoc-tinh-dien-bien"),
        (
            "Có 11/11 chi hội thuộc Hội Khuyến học Sở Y tế Thanh Hóa đã góp quỹ.",
            "hoi-khuyen-hoc-so-y-te-tinh-thanh-hoa",
        ),
    ],
)
def test_a_figure_is_of_whom_its_place_in_a_list_or_the_words_behind_it_name(
    line: str, whose: str, catalog: Catalog
) -> None:
    lines = ["Hội Khuyến học Việt Nam tổng kết", "Ở Thanh Hóa, phong trào mạnh.", line]
    assert proposals(catalog, lines, "2024-07-12")[-1].unit_id == whose


@pytest.mark.parametrize(
    ("line", "whose"),
    [
        (
            "Hội Khuyến học xã Yết Kiêu cùng 12 tập thể, 5 cá nhân nhận bằng khen của Hội Khuyến học Việt Nam.",
            ["hoi-khuyen-hoc-viet-nam", "hoi-khuyen-hoc-viet-nam"],
        ),
        (
            "Có 12 tập thể được khen thưởng, 5 cá nhân được Hội Khuyến học tỉnh Hải Dương tặng giấy khen.",
            ["hoi-khuyen-hoc-huyen-gia-loc-tinh-hai-duong", "hoi-khuyen-hoc-tinh-hai-duong"],
        ),
        (
            "Hội khen thưởng 12 tập thể và có 5 cá nhân được Hội Khuyến học Việt Nam tặng bằng khen.",
            ["hoi-khuyen-hoc-huyen-gia-loc-tinh-hai-duong", "hoi-khuyen-hoc-viet-nam"],
        ),
        ("Có 5 cá nhân được Hội Khuyến học huyện tặng giấy khen.", ["hoi-khuyen-hoc-huyen-gia-loc-tinh-hai-duong"]),
    ],
)
def test_a_reward_is_of_the_association_that_gave_it(line: str, whose: list[str], catalog: Catalog) -> None:
    assert [each.unit_id for each in proposals(catalog, [HEADLINE, line], "2024-07-12")] == whose


OF_FRIENDS = "Hội đồng hương Gia Lộc tại Thành phố Hồ Chí Minh ủng hộ các em trong huyện."


@pytest.mark.parametrize(
    ("lines", "province"),
    [
        (["Hội Khuyến học huyện Gia Lộc tổ chức họp mặt.", "Các em đến từ sớm, đông và vui.", OF_FRIENDS], "hai-duong"),
        (["Hội Khuyến học huyện Gia Lộc tổ chức họp mặt.", OF_FRIENDS], "hai-duong"),
    ],
)
def test_a_province_named_after_the_lead_is_not_that_of_a_place_the_register_knows(
    lines: list[str], province: str, catalog: Catalog
) -> None:
    found = proposals(catalog, [HEADLINE, *lines, "Năm 2023, hội trao 40 suất học bổng."], "2024-07-12")
    assert found[-1].unit_id.endswith(province)


def test_an_office_is_gone_on_about_by_a_line_that_names_nobody(catalog: Catalog) -> None:
    lines = [
        "Hội Khuyến học tỉnh Thanh Hóa tổng kết",
        "Sở Tư pháp Thanh Hóa tổ chức Tháng khuyến học cho con em cán bộ.",
        "Qua đó, đơn vị đã trao 130 suất quà tặng con cán bộ của sở.",
        "Các đơn vị đã trao 150 suất quà.",
    ]
    whose = [each.unit_id for each in proposals(catalog, lines, "2024-07-12")]
    assert whose == ["so-tu-phap-tinh-thanh-hoa", "hoi-khuyen-hoc-tinh-thanh-hoa"]


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        # of a place that nobody names, of several, of what is done every year
        ("Các huyện Lâm Thao, Phù Ninh có tỷ lệ gia đình học tập trên 85%.", []),
        ("Có 3 xã đạt trên 30% dân số là hội viên.", []),
        ("Hằng năm, hội trao khoảng 200 suất học bổng.", []),
        ("Năm 2023, huyện công nhận thêm 1.500 gia đình học tập.", []),
        # of those who registered, of the year before, of what is left
        (
            "Trong số 3.400 hộ đăng ký, có 3.120 hộ được công nhận Gia đình học tập.",
            [(f"{FAMILIES}-registered", "3400"), (FAMILIES, "3120")],
        ),
        (
            "Năm 2023 số gia đình học tập là 3.124 hộ (năm 2022: 3.051 hộ).",
            [(FAMILIES, "3124"), (FAMILIES, "3051")],
        ),
        (
            "Năm 2023, hội vận động quỹ đạt 52 tỷ đồng; chi 47 tỷ đồng, còn dư 31 tỷ đồng.",
            [(RAISED, "52000000000"), ("fund-spent-vnd", "47000000000"), ("fund-balance-vnd", "31000000000")],
        ),
        # a number is where it stands, not where its digits are first: «15» holds a 5
        (
            "Hội tặng bằng khen cho 15 tập thể; UBND tỉnh tặng bằng khen cho 5 tập thể.",
            [("collectives-rewarded", "15")],
        ),
        # sums of other levels, what one gift is made of, a title of communes
        (
            "Quỹ khuyến học huyện hiện có 12 tỷ đồng, xã 61 tỷ đồng.",
            [("fund-balance-vnd", "12000000000")],
        ),
        (
            "Hội trao 50 suất quà, mỗi suất 1 triệu đồng gồm 700.000 đồng tiền mặt và quà trị giá 300.000 đồng.",
            [("gifts-awarded", "50")],
        ),
        (
            "Có 98 đơn vị được công nhận “Cộng đồng học tập” cấp xã.",
            [("learning-communities-commune", "98")],
        ),
        # a part that nobody names would contradict the whole
        (
            "Có 310 lượt người học tại trung tâm học tập cộng đồng, trong đó có 78 lượt người.",
            [("clc-learners", "310")],
        ),
    ],
)
def test_a_number_that_states_less_is_not_taken_for_more(line: str, stated: Stated, catalog: Catalog) -> None:
    assert _read(catalog, line) == stated


@pytest.mark.parametrize(
    ("headline", "line", "whose"),
    [
        (HEADLINE, "Công ty Giấy Bãi Bằng trao 120 suất học bổng.", "Công ty Giấy Bãi Bằng"),
        (HEADLINE, "Đồn Biên phòng Bắc Sơn nhận đỡ đầu 19 em.", "Đồn Biên phòng Bắc Sơn, tỉnh Hải Dương"),
        (HEADLINE, "Các trường trao 1.250 suất quà.", ""),
        (HEADLINE, "Các trường trao 1.250 suất quà, tổng trị giá 375 triệu đồng.", ""),
        (HEADLINE, "Các trường trao 1.250 suất quà, tặng 40 xe đạp.", ""),
        (
            HEADLINE,
            "Các trường trao 1.250 suất quà, hội trao 60 suất học bổng.",
            "hoi-khuyen-hoc-huyen-gia-loc-tinh-hai-duong",
        ),
        (HEADLINE, "Tại xã Yết Kiêu, các trường trao 1.250 suất quà.", ""),
        (HEADLINE, "Các cấp hội người cao tuổi đã vận động quỹ được 27 tỷ đồng, trao 300 suất quà.", ""),
        (HEADLINE, "Hội Phụ nữ huyện trao 5 suất quà; 80% gia đình đạt danh hiệu.", "huyen-gia-loc-tinh-hai-duong"),
        (
            HEADLINE,
            "Hội phối hợp với Hội Cựu chiến binh huyện trao 40 suất học bổng.",
            "hoi-khuyen-hoc-huyen-gia-loc-tinh-hai-duong",
        ),
        (HEADLINE, "Hội trao 9 suất quà, huyện đoàn trao 40 suất học bổng.", ""),
        (HEADLINE, "Năm 2023, Công đoàn ngành Giáo dục vận động quỹ được 1,2 tỷ đồng.", ""),
        (HEADLINE, "Quỹ “Thắp sáng ước mơ” đã giúp 15 em.", "Quỹ Thắp sáng ước mơ"),
        ("Công an tỉnh Hà Giang học tập", "Công an tỉnh hiện có 1.250 cán bộ, chiến sĩ.", "Công an tỉnh Hà Giang"),
        (
            "Trường THCS Lê Lợi tổng kết",
            "Chi hội khuyến học có 980 hội viên.",
            "Chi hội Khuyến học Trường Trung học cơ sở Lê Lợi",
        ),
        (
            "Cụm thi đua số 1 có 1,1 triệu hội viên",
            "Cụm thi đua số 1 của Hội Khuyến học Việt Nam tổng kết. Toàn cụm có 1.127.400 hội viên.",
            "hoi-khuyen-hoc-viet-nam-cum-thi-dua-so-1-tay-bac",
        ),
        (
            "Cụm thi đua số 1 có 1,1 triệu hội viên",
            "Năm 2023, tỷ lệ gia đình học tập đạt 66%.",
            "cac-tinh-cum-thi-dua-so-1-tay-bac",
        ),
        (
            "Cụm thi đua số 99 tổng kết công tác khuyến học",
            "Toàn cụm có 1.127.400 hội viên.",
            "Hội Khuyến học Việt Nam, cụm thi đua số 99",
        ),
    ],
)
def test_a_figure_of_a_body_that_acts_is_its_own(headline: str, line: str, whose: str, catalog: Catalog) -> None:
    assert proposals(catalog, [headline, line], "2024-07-12")[-1].unit_id == whose


@pytest.mark.parametrize(
    ("line", "qualifier"),
    [
        ("Từ 12 chi hội năm 1998, đến nay hội có 210 chi hội.", "exact"),
        ("Phấn đấu hội viên chiếm từ 20% dân số.", "at_least"),
    ],
)
def test_where_something_began_is_no_least(line: str, qualifier: str, catalog: Catalog) -> None:
    assert proposals(catalog, [HEADLINE, line], "2024-07-12")[0].qualifier == qualifier


MASTER, THEORY = "staff-sent-master", "staff-llct-intermediate"


@pytest.mark.parametrize(
    ("words", "stated"),
    [
        ("đã chi cho đào tạo, bồi dưỡng là 128 triệu đồng", ["training-cost-vnd"]),
        ("chi cho công tác đào tạo 128 triệu đồng", ["training-cost-vnd"]),
        ("cử 5 người đi học thạc sĩ; 3 người học trung cấp lý luận chính trị", [MASTER, "staff-sent-llct"]),
        ("cử 5 người đi học thạc sĩ; 3 người có trình độ trung cấp lý luận chính trị", [MASTER, THEORY]),
        ("có 4 người đang học trung cấp lý luận chính trị, 5 người có trình độ trung cấp lý luận chính trị", [THEORY]),
        ("phấn đấu có thêm 2 người đi học thạc sĩ", [MASTER]),
    ],
)
def test_who_studies_holds_no_degree_and_what_training_costs_is_no_fund(
    words: str, stated: list[str], catalog: Catalog
) -> None:
    lines = ["Sở Giáo dục và Đào tạo tỉnh Hải Dương học tập", f"Năm 2023, sở {words}."]
    assert [each.indicator_id for each in proposals(catalog, lines, "2024-01-12")] == stated
