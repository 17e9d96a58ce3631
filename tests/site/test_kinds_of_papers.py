"""Sentences as papers write them: whose, what, when and how sure each figure is, all at once.

Every line is read alone, in an article of 12 July 2024 about the association of a district of the real register.
"""

import pytest

from hoctap.contribute.articles.proposals import proposals
from hoctap.load import load
from hoctap.model.catalog import Catalog
from miniature import REAL

HEADLINE = "Hội Khuyến học huyện Gia Lộc tổng kết"
OWN, PLACE, NOW = "hoi-khuyen-hoc-huyen-gia-loc-tinh-hai-duong", "huyen-gia-loc-tinh-hai-duong", "2024-07-12"
PROVINCE, POST = "hoi-khuyen-hoc-tinh-hai-duong", "Đồn Biên phòng Bắc Sơn, tỉnh Hải Dương"
COMMUNE = "Hội Khuyến học xã Tân Tiến, huyện Gia Lộc, tỉnh Hải Dương"
HALF = "2024-01/2024-06"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(REAL, validate=False).catalog


def _read(catalog: Catalog, *lines: str) -> list[str]:
    found = proposals(catalog, lines, NOW)
    return [
        f"{each.kind} {each.unit_id} {each.indicator_id} {each.period} {each.qualifier} {each.value}" for each in found
    ]


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        (
            "Số hội viên từ 28.460 người năm 2020 nay đã là 34.910 người, chiếm 30,7% dân số.",
            [
                f"observation {OWN} members 2020 exact 28460",
                f"observation {OWN} members {NOW} exact 34910",
                f"observation {OWN} member-population-rate {NOW} exact 30.7",
            ],
        ),
        (
            "Số hội viên toàn huyện từ 28.460 người (năm 2020) tăng lên 34.910 người.",
            [f"observation {OWN} members 2020 exact 28460", f"observation {OWN} members {NOW} exact 34910"],
        ),
        (
            "Hết năm 2024, toàn huyện có 29% dân số là hội viên; 84% gia đình đạt danh hiệu học tập.",
            [
                f"target {OWN} member-population-rate 2024 exact 29",
                f"target {PLACE} learning-families-rate 2024 exact 84",
            ],
        ),
        (
            "Hết năm 2023, toàn huyện đã có 29% dân số là hội viên.",
            [f"observation {OWN} member-population-rate 2023 exact 29"],
        ),
        (
            "6 tháng đầu năm, hội chi 2,8 tỷ đồng, trong đó hơn 1,1 tỷ đồng trao 1.893 suất học bổng.",
            [
                f"observation {OWN} fund-spent-vnd {HALF} exact 2800000000",
                f"observation {OWN} scholarship-value-vnd {HALF} over 1100000000",
                f"observation {OWN} scholarships-awarded {HALF} exact 1893",
            ],
        ),
        (
            "Từ tiền heo đất, 6 tháng đầu năm hội đã hỗ trợ 487 học sinh với tổng giá trị 295 triệu đồng.",
            [
                f"observation {OWN} people-supported {HALF} exact 487",
                f"observation {OWN} support-value-vnd {HALF} exact 295000000",
            ],
        ),
        (
            "Năm 2023, hội nuôi heo đất thu 450 triệu đồng, vận động quỹ khuyến học 2,6 tỷ đồng.",
            [
                f"observation {OWN} piggy-bank-fund-vnd 2023 exact 450000000",
                f"observation {OWN} fund-raised-vnd 2023 exact 2600000000",
            ],
        ),
        (
            "Năm 2023, 12 đơn vị do xã quản lý được công nhận “Đơn vị học tập”.",
            [f"observation {PLACE} learning-units-commune 2023 exact 12"],
        ),
        (
            "Năm 2023, thành lập thêm 5 chi hội, nâng tổng số lên 12.450 hội viên.",
            [f"observation {OWN} branches-increase 2023 exact 5", f"observation {OWN} members 2023 exact 12450"],
        ),
        ("Đến nay, 3.916 hội viên đã được nhập dữ liệu vào phần mềm.", []),
        (
            "Năm 2023, Đồn Biên phòng Bắc Sơn nhận đỡ đầu 19 em.",
            [f"observation {POST} people-supported 2023 exact 19"],
        ),
        (
            "Năm 2023, Hội Khuyến học Tỉnh Hải Dương vận động được 31 tỷ đồng.",
            [f"observation {PROVINCE} fund-raised-vnd 2023 exact 31000000000"],
        ),
        (
            "Xã Tân Tiến, huyện Gia Lộc hiện có 1.214 hộ.",
            [f"observation Xã Tân Tiến, huyện Gia Lộc, tỉnh Hải Dương households-total {NOW} exact 1214"],
        ),
        (
            "Năm 2023, hội mở 42 lớp tập huấn kỹ năng số cho 3.165 cán bộ hội cơ sở.",
            [f"observation {OWN} training-courses 2023 exact 42", f"observation {OWN} trainees 2023 exact 3165"],
        ),
        (
            "Năm 2023, hội mở 4 lớp bồi dưỡng chính trị.",
            [f"observation {OWN} political-training-classes 2023 exact 4"],
        ),
        (
            "Năm 2023, Hội Khuyến học xã Tân Tiến thu 70 triệu đồng từ 398 con heo đất.",
            [
                f"observation {COMMUNE} piggy-bank-fund-vnd 2023 exact 70000000",
                f"observation {COMMUNE} piggy-banks 2023 exact 398",
            ],
        ),
        (
            "Tỷ lệ lao động qua đào tạo của huyện năm 2023 đạt 62,4%, của cả nước là bao nhiêu chưa rõ.",
            [f"observation {PLACE} labour-trained-rate 2023 exact 62.4"],
        ),
        (
            "Năm 2023, tỷ lệ hội viên trên dân số là 28%, tỷ lệ này của Hội Khuyến học tỉnh Hải Dương là 31,5%.",
            [
                f"observation {OWN} member-population-rate 2023 exact 28",
                f"observation {PROVINCE} member-population-rate 2023 exact 31.5",
            ],
        ),
        (
            "Năm 2023, tỷ lệ hội viên trên dân số là 28%, 40% nhà có tủ sách; tỷ lệ này của tỉnh là 31,5%.",
            [f"observation {OWN} member-population-rate 2023 exact 28"],
        ),
        (
            "Toàn huyện có 18 trung tâm học tập cộng đồng, phủ kín 100% xã, thị trấn.",
            [
                f"observation {PLACE} community-learning-centres {NOW} exact 18",
                f"observation {PLACE} clc-coverage-rate {NOW} exact 100",
            ],
        ),
        (
            "Xã Tân Tiến hiện có 14 thôn, 3.912 hộ, 48 dòng họ.",
            [
                f"observation Xã Tân Tiến, huyện Gia Lộc, tỉnh Hải Dương households-total {NOW} exact 3912",
                f"observation Xã Tân Tiến, huyện Gia Lộc, tỉnh Hải Dương clans-total {NOW} exact 48",
            ],
        ),
        (
            "Năm 2023, trung tâm mở hai lớp xóa mù chữ cho hai mươi lăm người.",
            [
                f"observation {PLACE} literacy-classes 2023 exact 2",
                f"observation {PLACE} literacy-learners 2023 exact 25",
            ],
        ),
        (
            "Năm 2023, hội vận động quỹ được gần nửa tỷ đồng.",
            [f"observation {OWN} fund-raised-vnd 2023 nearly 500000000"],
        ),
        (
            "Năm 2023, hội vận động quỹ được 2 tỷ rưỡi, trao một trăm suất học bổng, mỗi suất một triệu đồng.",
            [
                f"observation {OWN} fund-raised-vnd 2023 exact 2500000000",
                f"observation {OWN} scholarships-awarded 2023 exact 100",
                f"observation {OWN} scholarship-unit-value-vnd 2023 exact 1000000",
            ],
        ),
        ("Hai mươi năm qua, một lớp người đã lớn lên; lớp ba nay đông, hai người con đã đi xa.", []),
        (
            "Năm 2023, Hội Khuyến học tỉnh tặng giấy khen cho 12 tập thể, 15 cá nhân.",
            [
                f"observation {PROVINCE} collectives-rewarded 2023 exact 12",
                f"observation {PROVINCE} people-rewarded 2023 exact 15",
            ],
        ),
        (
            "Năm 2020, huyện mới có 52% gia đình học tập; đến năm 2023 con số này là 74,8%.",
            [
                f"observation {PLACE} learning-families-rate 2020 exact 52",
                f"observation {PLACE} learning-families-rate 2023 exact 74.8",
            ],
        ),
        (
            "Giai đoạn 2026 - 2030, hội phấn đấu hội viên đạt 25% dân số.",
            [f"target {OWN} member-population-rate 2030 exact 25"],
        ),
        (
            "Mô hình “Nuôi heo đất” được 1.240 hội viên tham gia, thu 312 triệu đồng trong năm 2023.",
            [f"observation {OWN} piggy-bank-fund-vnd 2023 exact 312000000"],
        ),
        (
            "Năm 2023, Hội Khuyến học xã Tân Tiến vận động được 215 triệu đồng, Gia Khánh 180 triệu đồng.",
            [
                f"observation {COMMUNE} fund-raised-vnd 2023 exact 215000000",
                f"observation {COMMUNE.replace('Tân Tiến', 'Gia Khánh')} fund-raised-vnd 2023 exact 180000000",
            ],
        ),
        (
            "Năm 2023, toàn huyện có 45 giáo viên, 312 học sinh được khen thưởng.",
            [
                f"observation {OWN} people-rewarded 2023 exact 45",
                f"observation {OWN} people-rewarded 2023 exact 312",
            ],
        ),
        (
            "Ước tính năm 2023, số người học tại 18 trung tâm học tập cộng đồng đạt 31.000 lượt.",
            [f"observation {PLACE} clc-learners 2023 about 31000"],
        ),
    ],
)
def test_of_a_sentence_of_a_paper_all_is_read_as_it_says(line: str, stated: list[str], catalog: Catalog) -> None:
    assert _read(catalog, HEADLINE, line) == stated


CENTRE = "Trung tâm học tập cộng đồng xã Tân Tiến"


@pytest.mark.parametrize(
    ("line", "whose"),
    [
        ("Năm 2023, trung tâm mở 35 lớp, chuyên đề.", [f"{CENTRE}, huyện Gia Lộc, tỉnh Hải Dương"]),
        ("Năm 2023, đơn vị mở 35 lớp, chuyên đề.", [f"{CENTRE}, huyện Gia Lộc, tỉnh Hải Dương"]),
        ("Huyện Gia Lộc rộng. Năm 2023, các trung tâm toàn huyện mở 436 lớp, chuyên đề.", [PLACE]),
        ("Huyện Gia Lộc rộng. Tỷ lệ gia đình học tập của huyện năm 2023 là 74,8%.", [PLACE]),
    ],
)
def test_what_a_learning_centre_does_is_its_own_and_of_the_district_what_all_do(
    line: str, whose: list[str], catalog: Catalog
) -> None:
    lines = [f"{CENTRE}: Dân cần gì, mở lớp nấy", "Tối nay, xã Tân Tiến, huyện Gia Lộc (Hải Dương) đông vui.", line]
    assert [each.unit_id for each in proposals(catalog, lines, NOW)] == whose


def test_a_province_before_the_colon_of_a_headline_is_not_its_town(catalog: Catalog) -> None:
    lines = [
        "Bạc Liêu: Khui heo đất thu gần 3,5 tỷ đồng",
        "Năm 2023, Hội Khuyến học tỉnh Bạc Liêu khui heo đất thu 3,472 tỷ đồng.",
    ]
    assert {each.unit_id for each in proposals(catalog, lines, NOW)} == {"hoi-khuyen-hoc-tinh-bac-lieu"}


SCHOOL, COLLEGE = "Trường Cao đẳng Y tế Lạng Sơn học suốt đời", "truong-cao-dang-y-te-lang-son"


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        (
            "Năm 2023, trường cử 17 người học thạc sĩ, 3 người học tiến sĩ và 64 người học cao cấp lý luận chính trị.",
            ["staff-sent-master 17", "staff-sent-phd 3", "staff-sent-llct 64"],
        ),
        (
            "Về lý luận chính trị, 3 người có trình độ cao cấp, 21 người có trình độ trung cấp.",
            ["staff-llct-advanced 3", "staff-llct-intermediate 21"],
        ),
        (
            "Có 63 viên chức là người dân tộc thiểu số, chiếm 64,3%.",
            ["staff-ethnic-minority 63", "staff-ethnic-minority-rate 64.3"],
        ),
        (
            "Năm 2023, trường mở 9 lớp bồi dưỡng ngắn hạn cho 412 lượt người; kinh phí đào tạo, bồi dưỡng 1,7 tỷ đồng.",
            ["training-courses 9", "training-attendances 412", "training-cost-vnd 1700000000"],
        ),
    ],
)
def test_what_an_office_says_of_its_staff_is_of_them(line: str, stated: list[str], catalog: Catalog) -> None:
    found = proposals(catalog, [SCHOOL, line], NOW)
    assert [f"{each.indicator_id} {each.value}" for each in found if each.unit_id == COLLEGE] == stated
    assert len(found) == len(stated)


@pytest.mark.parametrize(
    ("line", "whose"),
    [
        ("Công an huyện trao 10 suất quà.", [""]),
        ("Huyện đoàn trao 15 suất học bổng.", [""]),
        ("Cùng năm, huyện Thanh Miện có 94 dòng họ học tập, chiếm 71,8%.", ["huyen-thanh-mien-tinh-hai-duong"] * 2),
        ("Năm 2023, huyện Thanh Miện có 94 dòng họ học tập, chiếm 71,8%.", ["huyen-thanh-mien-tinh-hai-duong"] * 2),
    ],
)
def test_what_others_give_or_have_is_not_of_whom_the_article_is_about(
    line: str, whose: list[str], catalog: Catalog
) -> None:
    assert [each.unit_id for each in proposals(catalog, [HEADLINE, line], NOW)] == whose


def test_a_part_of_what_a_sentence_opens_with_says_whose_it_is(catalog: Catalog) -> None:
    line = "Trong tổng số 2,6 tỷ đồng vận động được năm 2023 có 1,1 tỷ đồng của các doanh nghiệp."
    found = proposals(catalog, [HEADLINE, line], NOW)
    assert [(each.value, each.breakdown) for each in found] == [("2600000000", ""), ("1100000000", "doanh nghiệp")]


@pytest.mark.parametrize(
    ("line", "whose"),
    [
        ("Công đoàn Sở Y tế tỉnh Hải Dương trao 20 suất học bổng.", ["Công đoàn Sở Y tế tỉnh Hải Dương"]),
        ("Quỹ khuyến học do Công đoàn Bộ Tư pháp quản lý hiện có 356 triệu đồng.", ["Công đoàn Bộ Tư pháp"]),
        (
            "9 chi hội thuộc Hội Khuyến học Kho bạc Nhà nước tỉnh Hải Dương đã kết nạp 30 hội viên.",
            ["Hội Khuyến học Kho bạc Nhà nước tỉnh Hải Dương"] * 2,
        ),
        (
            "Hội Khuyến học Ngành Giáo dục Gia Lộc trao 60 suất học bổng, Hội Khuyến học huyện trao 20 suất quà.",
            ["Hội Khuyến học Ngành Giáo dục Gia Lộc", OWN],
        ),
        ("Bộ đội Biên phòng cả nước hiện đỡ đầu gần 3.000 học sinh.", ["bo-doi-bien-phong"]),
        (
            "Toàn Ngân hàng Chính sách xã hội Việt Nam hiện có hơn 9.000 cán bộ, người lao động.",
            ["Ngân hàng Chính sách xã hội Việt Nam"],
        ),
        ("Cả nước có 16 triệu hội viên.", ["hoi-khuyen-hoc-viet-nam"]),
        (
            "Tỷ lệ chung của tỉnh Nam Định là 86,3% gia đình học tập và 90,4% dòng họ học tập.",
            ["tinh-nam-dinh", "tinh-nam-dinh"],
        ),
        ("Tại hội trường Trường Chính trị tỉnh, hội họp. Dự họp có đại biểu của 9.800 hội viên.", [OWN]),
    ],
)
def test_a_body_within_another_name_and_a_room_to_meet_in_are_told_apart(
    line: str, whose: list[str], catalog: Catalog
) -> None:
    assert [each.unit_id for each in proposals(catalog, [HEADLINE, line], NOW)] == whose
