"""Search: text is read alike by the build and by the browser, and every page can be reached."""

import json
import random
import re
import shutil
import unicodedata
from datetime import date, timedelta
from pathlib import Path

import pytest

from hoctap.model.catalog import Catalog
from hoctap.model.record import AreaAlias, Indicator, Unit
from hoctap.site.libraries import joined
from hoctap.site.search import index
from hoctap.site.search.entry import Entry, FigureEntry
from hoctap.site.search.figures import ends_of_rankings, entries_of_units, in_order
from hoctap.site.search.index import part_of, write_index
from hoctap.site.search.script import FOLDER, OUTSIDE, OWN, join_search_box
from hoctap.system.reuse import anew
from hoctap.vietnamese.writing import day, fold, words_of
from hoctap.views.figure import figure_of
from hoctap.views.names import names_of_unit
from hoctap.views.page_kinds import BY_NAME
from hoctap.views.statements.figure import figure_statement
from searching import SCRIPTS, run_in_node
from small_catalog import catalog_of, make, observation

_READ = """
import { fold, wordsOf } from "JS/text.js";
import { partOf } from "JS/search/files.js";
import { readFileSync } from "node:fs";
const texts = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(texts.map((text) => [fold(text), wordsOf(text), partOf(text, 17)])));
"""
_DAYS = """
import { dayOf } from "JS/text.js";
import { readFileSync } from "node:fs";
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(dayOf)));
"""
_FIND = """
import { Files } from "JS/search/files.js";
import { find } from "JS/search/find.js";
import { readFileSync } from "node:fs";
const { folder, queries } = JSON.parse(readFileSync(0, "utf8"));
const files = new Files(async (path) => JSON.parse(readFileSync(`${folder}/${path}`)));
const found = [];
for (const query of queries) {
  const { figures, pages } = await find(query, {}, files);
  found.push([...figures.map(({ words, target }) => `${words} ${target}`), ...pages.map(({ page }) => page.target)]);
}
console.log(JSON.stringify(found));
"""
_LETTERS = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵÐðƉɖfjwz"
_SIGNS = " 0123456789.,/-%&()«»\u0300\u0301\u0323\u0306\u031b\u00a0İß’"


def _texts(count: int) -> list[str]:
    chance = random.Random(15)
    letters = _LETTERS + _LETTERS.upper() + _SIGNS
    texts = ["".join(chance.choices(letters, k=chance.randint(1, 40))) for _ in range(count)]
    return [unicodedata.normalize(chance.choice(("NFC", "NFD")), text) for text in texts]


def test_python_and_javascript_read_ten_thousand_texts_alike(tmp_path: Path) -> None:
    texts = _texts(10_000)
    read = run_in_node(_READ, texts, tmp_path)
    expected = [[fold(text), words_of(text), part_of(text, 17)] for text in texts]
    assert [text for text, one, other in zip(texts, read, expected, strict=True) if one != other] == []


def test_python_and_javascript_write_every_day_of_a_year_alike(tmp_path: Path) -> None:
    days = [date(2024, 1, 1) + timedelta(at) for at in range(366)]
    assert run_in_node(_DAYS, [each.isoformat() for each in days], tmp_path) == [day(each) for each in days]
    assert run_in_node(_DAYS, ["2024", ""], tmp_path) == ["2024", ""]


def _unit(name: str, number: int) -> Entry:
    return Entry(f"don-vi/{number}/", name, "Đơn vị", "Một đơn vị có số liệu.", [name])


def test_a_page_outside_the_common_part_is_found_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "COMMON", 20_000)
    count = 1_000
    names = [f"Hội Khuyến học xã {_LETTERS[n % 20]}{_LETTERS[n // 20 % 20]}n số {n}" for n in range(count)]
    write_index([_unit(name, n) for n, name in enumerate(names)], [], ["Đơn vị"], [], anew(tmp_path / "search").put)
    asked = [*names[:: count // 50], names[-1]]
    found = run_in_node(_FIND, {"folder": str(tmp_path / "search"), "queries": asked}, tmp_path)
    assert [targets[0] for targets in found] == [f"don-vi/{names.index(name)}/" for name in asked]


def test_who_is_called_what_was_asked_comes_before_the_many_who_have_the_words(tmp_path: Path) -> None:
    units = [_unit(f"Hội Khuyến học huyện số {n}", n) for n in range(300)]
    term = Entry("thuat-ngu/", "hội khuyến học", "Thuật ngữ", "Tổ chức lo việc khuyến học.", [], anchor="hoi")
    write_index([*units, term], [], ["Đơn vị", "Thuật ngữ"], [], anew(tmp_path / "search").put)
    (found,) = run_in_node(_FIND, {"folder": str(tmp_path / "search"), "queries": ["hội khuyến học là gì"]}, tmp_path)
    assert found[0] == "thuat-ngu/#hoi"
    assert len(found) == 301


KINDS = ["Danh hiệu", "Địa phương", "Trang", "Phong trào", "Chỉ tiêu", "Văn bản", "Đơn vị", "Nguồn"]


def _place(key: str, kind: str, name: str) -> Entry:
    title = f"{kind} {name}"
    return Entry(f"don-vi/{key}/", title, "Đơn vị", kind, [], names=[name], indicators=["chi-tieu/gia-dinh/"])


CONCLUSION = (
    "Về tiếp tục thực hiện Chỉ thị số 11-CT/TW của Bộ Chính trị khóa X về tăng cường sự lãnh đạo của Đảng "
    "đối với công tác khuyến học, khuyến tài, xây dựng xã hội học tập"
)
PAGES = [
    Entry("chi-tieu/quy/", "Tổng quỹ khuyến học hiện có", "Chỉ tiêu", "Số tiền quỹ hiện có.", []),
    Entry("chi-tieu/hoc-bong/", "Suất học bổng đã trao", "Chỉ tiêu", "Số suất đã trao.", []),
    Entry("don-vi/hong-duc/", "Trường Đại học Hồng Đức", "Đơn vị", "Trường.", [], indicators=["chi-tieu/hoc-bong/"]),
    Entry("don-vi/ha-tinh/", "Hội Khuyến học tỉnh Hà Tĩnh", "Đơn vị", "Hội.", [], indicators=["chi-tieu/quy/"]),
    Entry("don-vi/quy-hoc-bong/", "Quỹ học bổng Tô Hiệu tỉnh Sơn La", "Đơn vị", "Quỹ.", []),
    Entry("chi-tieu/gia-dinh/", "Gia đình học tập", "Chỉ tiêu", "Số gia đình.", []),
    _place("binh-dinh", "Tỉnh", "Bình Định"),
    _place("gia-binh", "Huyện", "Gia Bình"),
    Entry(
        "don-vi/lao-cai/",
        "Hội Khuyến học tỉnh Lào Cai",
        "Đơn vị",
        "Hội.",
        [],
        indicators=["chi-tieu/quy/", "chi-tieu/hoi-vien/"],
    ),
    Entry(
        "don-vi/thanh-hoa/",
        "Hội Khuyến học tỉnh Thanh Hóa",
        "Đơn vị",
        "Hội.",
        [],
        indicators=["chi-tieu/van-dong/", "chi-tieu/quy/"],
    ),
    Entry("chi-tieu/van-dong/", "Quỹ khuyến học vận động được", "Chỉ tiêu", "Số tiền.", []),
    Entry("chi-tieu/hoi-vien/", "Hội viên khuyến học", "Chỉ tiêu", "Số hội viên.", []),
    Entry("chi-tieu/cap-nhat/", "Số lần cập nhật tin mỗi ngày", "Chỉ tiêu", "Số lần.", []),
    Entry(
        "danh-hieu/cong-dong/",
        "Cộng đồng học tập",
        "Danh hiệu",
        "Danh hiệu.",
        ["Do cấp xã công nhận."],
        names=["Thủ tục 1.005097", "CĐHT"],
    ),
    Entry("danh-hieu/cong-dan/", "Công dân học tập", "Danh hiệu", "Danh hiệu.", [], names=["CDHT"]),
    Entry(
        "van-ban/tt-25/",
        "Thông tư 25/2023",
        "Văn bản",
        "Quy định.",
        [],
        names=["Đánh giá, công nhận Cộng đồng học tập cấp xã"],
    ),
    Entry("van-ban/ct-11/", "Chỉ thị 11-CT/TW", "Văn bản", "Về khuyến học.", [], names=["Chỉ thị 11"]),
    Entry(
        "van-ban/kl-49/",
        "Kết luận 49-KL/TW",
        "Văn bản",
        "Kết luận.",
        [],
        names=[CONCLUSION],
    ),
    Entry(
        "dia-phuong/lam-dong/",
        "Tỉnh Lâm Đồng",
        "Địa phương",
        "Tỉnh.",
        [],
        names=["Lâm Đồng"],
        indicators=["chi-tieu/nguoi/"],
    ),
    Entry(
        "dia-phuong/lam-dong-cu/",
        "Tỉnh Lâm Đồng (trước 01/7/2025)",
        "Địa phương",
        "Tỉnh.",
        [],
        names=["Lâm Đồng"],
        former=True,
        indicators=["chi-tieu/nguoi/"],
    ),
    Entry("dia-phuong/quang-ninh/", "Tỉnh Quảng Ninh", "Địa phương", "Tỉnh.", [], indicators=["chi-tieu/dong-ho/"]),
    Entry("dia-phuong/thanh-hoa/", "Tỉnh Thanh Hóa", "Địa phương", "Tỉnh.", []),
    Entry("dia-phuong/ha-tinh/", "Tỉnh Hà Tĩnh", "Địa phương", "Tỉnh.", []),
    Entry("dia-phuong/nam-dinh/", "Tỉnh Nam Định", "Địa phương", "Tỉnh.", [], indicators=["chi-tieu/nguoi/"]),
    Entry("dia-phuong/hue/", "Thành phố Huế", "Địa phương", "Thành phố.", [], indicators=["chi-tieu/gia-dinh/"]),
    Entry(
        "dia-phuong/viet-nam/",
        "Việt Nam",
        "Địa phương",
        "Cả nước.",
        [],
        names=["cả nước"],
        indicators=["chi-tieu/dong-ho/", "chi-tieu/hoc-bong/"],
    ),
    Entry("chi-tieu/nguoi/", "Học viên xóa mù chữ", "Chỉ tiêu", "Số người.", []),
    Entry("chi-tieu/dong-ho/", "Dòng họ hiếu học", "Chỉ tiêu", "Số dòng họ.", []),
    Entry("chi-tieu/can-bo/", "Tổng số cán bộ, công chức, viên chức", "Chỉ tiêu", "Số người.", []),
    Entry("don-vi/cong-chuc/", "Công chức cả nước", "Đơn vị", "Nhóm người.", [], indicators=["chi-tieu/can-bo/"]),
    Entry("tin/", "Có gì mới", "Trang", "Tin.", [], names=["tin mới"]),
    Entry("bao-cao/", "Báo cáo", "Trang", "Mẫu kế hoạch và báo cáo.", [], names=["mẫu báo cáo"]),
    Entry("nguon/bai/", "Nhiều dòng họ góp sức nuôi heo đất", "Nguồn", "Bài báo.", []),
]


def _figure(
    page: str, anchor: str, words: str, end: int = 0, indicator: str = "chi-tieu/quy/", part: str = ""
) -> FigureEntry:
    return FigureEntry(page, anchor, "Hội", indicator, words, "năm 2020", "Báo", part, "2020", (), end)


FIGURES = [
    _figure("don-vi/ha-tinh/", "so-a", "7 tỷ đồng"),
    _figure("don-vi/binh-dinh/", "so-b", "253.600 gia đình", indicator="chi-tieu/gia-dinh/"),
    _figure("don-vi/gia-binh/", "so-c", "30.971 gia đình", indicator="chi-tieu/gia-dinh/"),
    _figure("don-vi/lao-cai/", "so-d", "3 tỷ đồng"),
    _figure("don-vi/lao-cai/", "so-e", "209.000 người", indicator="chi-tieu/hoi-vien/"),
    _figure("don-vi/thanh-hoa/", "so-g", "2,2 tỷ đồng", indicator="chi-tieu/van-dong/", part="Tết Khuyến học"),
    _figure("don-vi/thanh-hoa/", "so-h", "420 tỷ đồng"),
    _figure("dia-phuong/quang-ninh/", "so-i", "1.010 dòng họ", indicator="chi-tieu/dong-ho/"),
    _figure("dia-phuong/viet-nam/", "so-m", "gần 40.000 dòng họ", indicator="chi-tieu/dong-ho/"),
    _figure("dia-phuong/viet-nam/", "so-n", "200 suất", indicator="chi-tieu/hoc-bong/", part="học sinh Lai Châu"),
    _figure("don-vi/cong-chuc/", "so-o", "233.219 người", indicator="chi-tieu/can-bo/"),
    _figure("dia-phuong/nam-dinh/", "so-k", "100 người", indicator="chi-tieu/nguoi/"),
    _figure("dia-phuong/hue/", "so-l", "9.000 gia đình", indicator="chi-tieu/gia-dinh/"),
    _figure("dia-phuong/lam-dong-cu/", "so-p", "70 người", indicator="chi-tieu/nguoi/"),
    _figure("dia-phuong/lam-dong/", "so-q", "50 người", indicator="chi-tieu/nguoi/"),
    _figure("chi-tieu/quy/", "so-sanh", "90 tỷ đồng", end=1),
    _figure("chi-tieu/quy/", "so-sanh", "7 tỷ đồng", end=-1),
]


TYPED = [
    ("tỉnh nào có quỹ khuyến học cao nhất", "90 tỷ đồng chi-tieu/quy/#so-sanh"),
    # Of two of one name the one of today, unless the other is asked for.
    ("bao nhiêu học viên xóa mù chữ lâm đồng", "50 người dia-phuong/lam-dong/#so-q"),
    ("học viên xóa mù chữ lâm đồng", "50 người dia-phuong/lam-dong/#so-q"),
    ("học viên xóa mù chữ lâm đồng cũ", "70 người dia-phuong/lam-dong-cu/#so-p"),
    ("noi nao co it quy khuyen hoc nhat", "7 tỷ đồng chi-tieu/quy/#so-sanh"),
    ("quỹ khuyến học hà tĩnh", "7 tỷ đồng don-vi/ha-tinh/#so-a"),
    # A syllable said twice: «gia … bình» is no «Gia Bình».
    ("gia đình học tập bình định", "253.600 gia đình don-vi/binh-dinh/#so-b"),
    ("gia dinh hoc tap gia binh", "30.971 gia đình don-vi/gia-binh/#so-c"),
    ("đhhđ", "don-vi/hong-duc/"),
    ("hkhtht", "don-vi/ha-tinh/"),
    ("hoc bong", "chi-tieu/hoc-bong/"),
    ("hoocj boongr", "chi-tieu/hoc-bong/"),
    ("ho5c bo6ng3", "chi-tieu/hoc-bong/"),
    ("hoikhuyenhoc hatinh", "don-vi/ha-tinh/"),
    ("gop suc nuoi heo dat", "nguon/bai/"),
    # A word that only joins is half of a name.
    ("lam dong", "dia-phuong/lam-dong/"),
    ("tỉnh Lâm Đồng cũ", "dia-phuong/lam-dong-cu/"),
    ("lâm đồng mới gồm những tỉnh nào", "dia-phuong/lam-dong/"),
    ("ai công nhận cộng đồng học tập cấp xã", "danh-hieu/cong-dong/"),
    ("thủ tục 1.005097", "danh-hieu/cong-dong/"),
    ("tin mới nhất", "tin/"),
    # A letter struck twice; a «đ» that is typed, or is not where another is.
    ("dong ho hieu hoc quang ninhh", "1.010 dòng họ dia-phuong/quang-ninh/#so-i"),
    ("lam dongg", "dia-phuong/lam-dong/"),
    ("cđht", "danh-hieu/cong-dong/"),
    ("điểm cdht", "danh-hieu/cong-dan/"),
    # A document by its number, and no other that speaks of it.
    ("chi thi 11 bo chinh tri ve khuyen hoc", "van-ban/ct-11/"),
    ("nam dinh bay gio thuoc dau", "dia-phuong/nam-dinh/"),
    # A slip that made another word, and one in a word typed in Telex.
    ("cộng đồng hoc tạp", "danh-hieu/cong-dong/"),
    ("cộng đồng học tấm", "danh-hieu/cong-dong/"),
    ("coongj ddoongf hocj taaqpj", "danh-hieu/cong-dong/"),
    # The year says when: the figure of another year is shown, and that it is not of this one.
    ("quỹ khuyến học hà tĩnh 2024", "7 tỷ đồng don-vi/ha-tinh/#so-a"),
    ("mẫu kế hoạch", "bao-cao/"),
    # Where two indicators answer alike, what counts a part comes after the whole; not where one is asked for.
    ("quy khuyen hoc thanh hoa bao nhieu", "420 tỷ đồng don-vi/thanh-hoa/#so-h"),
    ("thanh hoa van dong duoc quy bao nhieu", "2,2 tỷ đồng don-vi/thanh-hoa/#so-g"),
    # The syllables of a place belong together: «Nam» is no year, «tĩnh» no «tỉnh», nor is a place of one syllable lost.
    ("nam dinh hoc vien xoa mu chu 2025", "100 người dia-phuong/nam-dinh/#so-k"),
    ("dong ho hieu hoc quang ninh", "1.010 dòng họ dia-phuong/quang-ninh/#so-i"),
    ("dong ho hieu hoc ha tinh", "dia-phuong/ha-tinh/"),
    ("hue gia dinh hoc tap", "9.000 gia đình dia-phuong/hue/#so-l"),
    # A number that is no answer does not keep the answer away; nor is «hội viên» a slip of «học viên».
    ("hue gia dinh hoc tap 40%", "9.000 gia đình dia-phuong/hue/#so-l"),
    ("nam dinh hoi vien khuyen hoc", "dia-phuong/nam-dinh/"),
    # A quantity of no place is that of the country; what has none of it, and a question of how, is not.
    ("bao nhieu dong ho hieu hoc", "gần 40.000 dòng họ dia-phuong/viet-nam/#so-m"),
    ("số dòng họ hiếu học", "gần 40.000 dòng họ dia-phuong/viet-nam/#so-m"),
    ("bao nhieu gia dinh hoc tap", "chi-tieu/gia-dinh/"),
    # Who was counted is not the country, nor is one group of people in it, where another is asked for.
    ("bao nhieu suat hoc bong", "chi-tieu/hoc-bong/"),
    ("bao nhieu vien chuc", "chi-tieu/can-bo/"),
    ("so can bo cong chuc", "233.219 người don-vi/cong-chuc/#so-o"),
    ("dieu kien cong nhan dong ho hieu hoc", "chi-tieu/dong-ho/"),
    ("dong ho hieu hoc cong nhan may nam", "chi-tieu/dong-ho/"),
    # «Làm dòng họ» is no Lâm Đồng.
    ("cach lam dong ho hieu hoc", "chi-tieu/dong-ho/"),
]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What is found for each of TYPED; asked all at once, since starting Node takes longer than to answer."""
    folder = tmp_path_factory.mktemp("typed")
    write_index(PAGES, FIGURES, KINDS, [], anew(folder / "search").put, "Nguồn")
    queries = [typed for typed, _ in TYPED]
    answers = run_in_node(_FIND, {"folder": str(folder / "search"), "queries": queries}, folder)
    return dict(zip(queries, answers, strict=True))


@pytest.mark.parametrize(("typed", "first"), TYPED)
def test_what_is_typed_is_answered(found: dict[str, list[str]], typed: str, first: str) -> None:
    assert found[typed][0] == first


_SAY = """
import { Files } from "JS/search/files.js";
import { find } from "JS/search/find.js";
import { readFileSync } from "node:fs";
const { folder, query } = JSON.parse(readFileSync(0, "utf8"));
const files = new Files(async (path) => JSON.parse(readFileSync(`${folder}/${path}`)));
const { figures, absent, named } = await find(query, {}, files);
const told = figures.map(({ words, missing }) => [words, missing]);
console.log(JSON.stringify(absent ? [["", absent.target], ...(named ? [[named.title, told]] : [])] : told));
"""


@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        ("quỹ khuyến học hà tĩnh 2020", [["7 tỷ đồng", ""]]),
        ("quỹ khuyến học hà tĩnh 2024", [["7 tỷ đồng", "năm 2024"]]),
        ("hội khuyến học tỉnh hà tĩnh có bao nhiêu hội viên", [["", "don-vi/ha-tinh/"], ["Hội viên khuyến học", []]]),
        ("dòng họ hiếu học hà tĩnh", [["", "dia-phuong/ha-tinh/"], ["Dòng họ hiếu học", []]]),
        ("hội viên và quỹ của hội khuyến học tỉnh lào cai", [["209.000 người", ""], ["3 tỷ đồng", ""]]),
    ],
)
def test_each_thing_that_is_asked_is_answered_and_what_is_of_another_year_or_not_held_says_so(
    tmp_path: Path, typed: str, answers: list[list[str]]
) -> None:
    write_index(PAGES, FIGURES, KINDS, [], anew(tmp_path / "search").put, "Nguồn")
    assert run_in_node(_SAY, {"folder": str(tmp_path / "search"), "query": typed}, tmp_path) == answers


STAFF = [
    make(Indicator, indicator_id="can-bo", name_vi="Tổng số cán bộ, công chức, viên chức"),
    make(Indicator, indicator_id="tien-si", name_vi="Cán bộ có trình độ tiến sĩ"),
]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("đại học hồng hà có bao nhiêu cán bộ", "704 người"),
        ("dai hoc hong ha so vien chuc", "704 người"),
        ("dai hoc hong ha bao nhieu can bo tien si", "194 người"),
    ],
)
def test_how_many_there_are_is_asked_of_all_and_not_of_a_part(tmp_path: Path, typed: str, answer: str) -> None:
    names_of, known = BY_NAME["indicator"].other_names, catalog_of([], STAFF)
    addresses = [f"chi-tieu/{each.indicator_id}/" for each in STAFF]
    pages = [
        Entry(address, each.name_vi, "Chỉ tiêu", "", [], names=names_of(known, each.indicator_id))
        for address, each in zip(addresses, STAFF, strict=True)
    ]
    unit = Entry("don-vi/hong-ha/", "Trường Đại học Hồng Hà", "Đơn vị", "", [], indicators=addresses)
    figures = [
        FigureEntry(unit.target, anchor, "ĐH Hồng Hà", address, words, "2025", "Báo", "", "2025", ())
        for anchor, address, words in zip("ab", addresses, ("704 người", "194 người"), strict=True)
    ]
    pages.append(unit)
    write_index(pages, figures, KINDS, [], anew(tmp_path / "search").put, "Nguồn")
    assert run_in_node(_SAY, {"folder": str(tmp_path / "search"), "query": typed}, tmp_path) == [[answer, ""]]


MEMBERS, OF_PEOPLE = "chi-tieu/hoi-vien/", "chi-tieu/ty-le-hoi-vien/"
HOUSEHOLDS, HELP, LODGING = "chi-tieu/ho/", "chi-tieu/ho-tro/", "chi-tieu/ban-tru/"
LITERATE = "chi-tieu/biet-chu-15-60/"
OF_A_PROVINCE = [
    Entry(HOUSEHOLDS, "Tổng số hộ", "Chỉ tiêu", "", [], names=["hộ"]),
    Entry(HELP, "Tổng giá trị hỗ trợ", "Chỉ tiêu", "", []),
    Entry(LODGING, "Kinh phí hỗ trợ trường bán trú, học sinh vùng khó khăn", "Chỉ tiêu", "", []),
    Entry("dia-phuong/hong-ha/", "Tỉnh Hồng Hà", "Địa phương", "", [], names=["Hồng Hà"], indicators=[LITERATE]),
    Entry("chi-tieu/dang-vien/", "Đảng viên", "Chỉ tiêu", "", []),
    Entry("chi-tieu/biet-chu/", "Tỷ lệ biết chữ (nhóm tuổi khác)", "Chỉ tiêu", "", []),
    Entry(LITERATE, "Tỷ lệ biết chữ 15-60 tuổi", "Chỉ tiêu", "", []),
    Entry(MEMBERS, "Hội viên khuyến học", "Chỉ tiêu", "", []),
    *(
        Entry(f"chi-tieu/{at}/", f"{kind} đăng ký", "Chỉ tiêu", "", [])
        for at, kind in enumerate(("Gia đình", "Dòng họ", "Cộng đồng", "Đơn vị", "Công dân", "Số hộ"))
    ),
    Entry("don-vi/hong-ha/", "Hội Khuyến học tỉnh Hồng Hà", "Đơn vị", "", [], indicators=[HELP, MEMBERS]),
]


@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        # The name of «Tổng số hộ» is asked for whole: no figure of another indicator stands beside that it is missing.
        ("hồng hà có bao nhiêu hộ", [["", "dia-phuong/hong-ha/"], ["Tổng số hộ", []]]),
        # Half a name is none: «trường học» asks for no money of boarding schools, and nothing is said to be missing.
        ("hồng hà có bao nhiêu trường học", []),
        ("hội khuyến học tỉnh hồng hà hỗ trợ bao nhiêu", [["58,3 tỷ đồng", ""]]),
        # What is called nearly so is told beside it.
        (
            "tỷ lệ biết chữ hồng hà",
            [["", "dia-phuong/hong-ha/"], ["Tỷ lệ biết chữ (nhóm tuổi khác)", [["97,85%", ""]]]],
        ),
        # «dang» joins words, but not the two of a name: members of the party are not those of the association.
        ("hong ha bao nhieu dang vien", [["", "dia-phuong/hong-ha/"], ["Đảng viên", []]]),
        ("hoi khuyen hoc tinh hong ha dang co bao nhieu hoi vien", [["9.000 người", ""]]),
    ],
)
def test_what_is_said_to_be_missing_was_asked_for(tmp_path: Path, typed: str, answers: list[list[object]]) -> None:
    unit, place = "don-vi/hong-ha/", "dia-phuong/hong-ha/"
    figures = [
        FigureEntry(page, at, "Hồng Hà", of, value, "2025", "Báo", "", "2025", ())
        for page, at, of, value in (
            (unit, "a", HELP, "58,3 tỷ đồng"),
            (unit, "b", MEMBERS, "9.000 người"),
            (place, "c", LITERATE, "97,85%"),
        )
    ]
    write_index(OF_A_PROVINCE, figures, KINDS, [], anew(tmp_path / "search").put, "Nguồn")
    assert run_in_node(_SAY, {"folder": str(tmp_path / "search"), "query": typed}, tmp_path) == answers


CENTRES, LESSONS = "chi-tieu/trung-tam/", "chi-tieu/lop/"


def _area(key: str, name: str, *indicators: str, others: tuple[str, ...] = ()) -> Entry:
    return Entry(
        f"dia-phuong/{key}/", f"Tỉnh {name}", "Địa phương", "Tỉnh.", [], names=[name, *others], indicators=indicators
    )


NEIGHBOURS = [
    Entry(CENTRES, "Trung tâm học tập cộng đồng", "Chỉ tiêu", "Số trung tâm.", []),
    Entry(LESSONS, "Lớp, chuyên đề tại trung tâm học tập cộng đồng", "Chỉ tiêu", "Số lớp.", []),
    Entry(MEMBERS, "Hội viên khuyến học", "Chỉ tiêu", "Số hội viên.", []),
    Entry(OF_PEOPLE, "Tỷ lệ hội viên trên dân số", "Chỉ tiêu", "Tỷ lệ.", []),
    _area("lao-cai", "Lào Cai", LESSONS),
    _area("ha-nam", "Hà Nam"),
    _area("ha-tinh", "Hà Tĩnh", MEMBERS, CENTRES),
    _area("nam-dinh", "Nam Định", OF_PEOPLE),
    _area("ninh-binh", "Ninh Bình", CENTRES, others=("Hà Nam", "Nam Định")),
    Entry("dia-phuong/ha-tay/", "Tỉnh Hà Tây", "Địa phương", "Tỉnh.", [], names=["Hà Tây"], former=True),
    Entry("don-vi/ha-tay/", "Hội tỉnh Hà Tây", "Đơn vị", "Hội.", [], former=True, indicators=[MEMBERS]),
    Entry("don-vi/xoa-mu/", "Trường Tiểu học Lai Châu", "Đơn vị", "Trường.", [], indicators=[MEMBERS]),
]
NEIGHBOURING_FIGURES = [
    _figure("dia-phuong/lao-cai/", "so-a", "1.015 lớp", indicator=LESSONS),
    _figure("dia-phuong/ha-tinh/", "so-b", "392.000 người", indicator=MEMBERS),
    _figure("dia-phuong/ha-tinh/", "so-c", "262 trung tâm", indicator=CENTRES),
    _figure("dia-phuong/nam-dinh/", "so-d", "24,3%", indicator=OF_PEOPLE),
    _figure("don-vi/ha-tay/", "so-g", "90.000 người", indicator=MEMBERS),
    _figure("dia-phuong/ninh-binh/", "so-e", "145 trung tâm", indicator=CENTRES),
]


@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        ("ha tinh bao nhieu hoi vien", [["392.000 người", ""]]),
        ("hà tĩnh có bao nhiêu trung tâm học tập cộng đồng", [["262 trung tâm", ""]]),
        # «Hà Nam» is neither Hà Tĩnh nor the Ninh Bình that holds it today.
        ("ha nam bao nhieu hoi vien", [["", "dia-phuong/ha-nam/"], ["Hội viên khuyến học", []]]),
        (
            "ha nam bao nhieu trung tam hoc tap cong dong",
            [["", "dia-phuong/ha-nam/"], ["Trung tâm học tập cộng đồng", []]],
        ),
        # What only comes near says so, and what is not held is said first.
        (
            "lao cai bao nhieu trung tam hoc tap cong dong",
            [["", "dia-phuong/lao-cai/"], ["Trung tâm học tập cộng đồng", [["1.015 lớp", ""]]]],
        ),
        ("nam dinh bao nhieu hoi vien", [["", "dia-phuong/nam-dinh/"], ["Hội viên khuyến học", [["24,3%", ""]]]]),
        ("nam dinh ty le hoi vien", [["24,3%", ""]]),
        # That it is asked for as of now is what a question about a figure means anyway.
        ("ha tinh gio bao nhieu hoi vien", [["392.000 người", ""]]),
        ("ha tinh hien co bao nhieu hoi vien", [["392.000 người", ""]]),
        ("bây giờ hà tĩnh có bao nhiêu hội viên", [["392.000 người", ""]]),
        ("hoi vien ha tinh hien tai bao nhieu", [["392.000 người", ""]]),
        ("ha tinh hien nay co may trung tam hoc tap cong dong", [["262 trung tâm", ""]]),
        # Nor are the borders of today meant by it.
        ("ha tay co bao nhieu hoi vien hien nay", [["90.000 người", ""]]),
    ],
)
def test_a_place_is_answered_for_by_itself_and_what_comes_near_says_what_is_not_held(
    tmp_path: Path, typed: str, answers: list[list[str]]
) -> None:
    write_index(NEIGHBOURS, NEIGHBOURING_FIGURES, KINDS, [], anew(tmp_path / "search").put, "Nguồn")
    assert run_in_node(_SAY, {"folder": str(tmp_path / "search"), "query": typed}, tmp_path) == answers


_OF_PART = """
import { isOfPart } from "JS/search/answer.js";
import { wordsOf } from "JS/text.js";
import { readFileSync } from "node:fs";
const { title, typed } = JSON.parse(readFileSync(0, "utf8"));
const terms = wordsOf(typed).map((word) => ({ means: new Map([[word, 1]]) }));
console.log(JSON.stringify(isOfPart({ title }, { typed, terms })));
"""


@pytest.mark.parametrize(
    ("title", "typed", "is_of_part"),
    [
        ("Hội Khuyến học huyện Gia Lộc, tỉnh Hải Dương", "hội viên hải dương", True),
        ("Hội Khuyến học huyện Gia Lộc, tỉnh Hải Dương", "hoi vien gia loc hai duong", False),
        ("Hội Khuyến học Phường 7, quận Gò Vấp, Thành phố Hồ Chí Minh", "hội viên hồ chí minh", True),
        ("Hội Khuyến học thành phố Bạc Liêu, tỉnh Bạc Liêu", "thanh pho bac lieu bao nhieu hoi vien", False),
        ("Hội Khuyến học thành phố Mỹ Tho, tỉnh Tiền Giang", "hội viên tiền giang", True),
        ("Hội Khuyến học Thành phố Cần Thơ", "hội viên", False),
        ("Hội Khuyến học đặc khu Phú Quốc, tỉnh An Giang", "hội viên an giang", True),
        ("Khối các cơ quan tỉnh Yên Bái", "đảng viên yên bái", False),
        ("Bộ Chỉ huy Quân sự tỉnh Thanh Hóa", "đào tạo thanh hóa", False),
        ("Khối quản lý hành chính, sự nghiệp tỉnh Khánh Hòa (trước 01/7/2025)", "thu khánh hòa", False),
        ("Sở Lao động - Thương binh và Xã hội tỉnh Bình Định", "học bổng bình định", False),
        ("Công ty TNHH Sân golf Phượng Hoàng", "ủng hộ", False),
        ("Hợp tác xã Thanh Long tỉnh Bình Thuận", "lớp học bình thuận", False),
    ],
)
def test_a_unit_lies_in_a_part_of_a_place_where_its_name_has_one_that_was_not_typed(
    tmp_path: Path, title: str, typed: str, is_of_part: bool
) -> None:
    assert run_in_node(_OF_PART, {"title": title, "typed": typed}, tmp_path) is is_of_part


_BORDERS = """
import { bordersIn } from "JS/search/places.js";
import { wordsOf } from "JS/text.js";
import { readFileSync } from "node:fs";
const asked = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(asked.map((typed) => [...bordersIn(wordsOf(typed), [0, 0], typed).values()].join())));
"""


def test_which_borders_are_meant_is_no_newest_figure_and_no_other_word(tmp_path: Path) -> None:
    asked = {
        "hà nam cũ bao nhiêu hội viên": "former",
        "ha nam moi bao nhieu hoi vien": "today",
        "hà nam mới nhất bao nhiêu hội viên": "",
        "hà nam mỗi năm bao nhiêu hội viên": "",
        "hà nam cử bao nhiêu người": "",
        "hà nam mọi năm": "",
        "ha nam moi nam bao nhieu hoi vien": "",
        "ha nam moi nguoi bao nhieu dong": "",
        "ha nam moi suat bao nhieu tien": "",
        "ha nam moi nam 2025": "today",
        # Only the word behind the place is asked.
        "hà nam cũ mỗi năm bao nhiêu hội viên": "former",
        "hà nam mới cử bao nhiêu người": "today",
    }
    assert run_in_node(_BORDERS, [*asked], tmp_path) == [*asked.values()]


# Bytes of the box, which a telephone reads before it can search: more is a reason to say the same in fewer words.
MOST_SENT = 51_000


def test_the_box_is_sent_as_one_script_that_still_gives_the_box_and_the_store(tmp_path: Path) -> None:
    shutil.copytree(SCRIPTS, tmp_path / "assets" / "js")
    join_search_box(tmp_path)
    folder = tmp_path / "assets" / "js" / "search"
    assert [path.name for path in folder.iterdir()] == ["box.js"]
    script = (folder / "box.js").read_text(encoding="utf-8")
    assert 10_000 < len(script.encode()) < MOST_SENT
    assert {name.split(" as ")[-1] for name in script.rpartition("export{")[2].partition("}")[0].split(",")} == {
        "SearchBox",
        "resultsAddress",
        "store",
    }
    assert set(re.findall(r'from"([^"]+)"', script)) == {"../text.js"}


_JOINED = """
import { Files, find } from "./joined.js";
import { readFileSync } from "node:fs";
const folder = JSON.parse(readFileSync(0, "utf8"));
const files = new Files(async (path) => JSON.parse(readFileSync(`${folder}/${path}`)));
const { figures, pages } = await find("bao nhieu chi hoi o lao cai", {}, files);
console.log(JSON.stringify([figures.map(({ target }) => target), JSON.stringify(pages[0])]));
"""


def test_shorter_names_are_of_the_modules_alone_and_change_no_answer(tmp_path: Path) -> None:
    write_index(PAGES, FIGURES, KINDS, [], anew(tmp_path / "search").put)
    common = json.loads((tmp_path / "search" / "common.json").read_text(encoding="utf-8"))
    fields = re.search(r'FIELDS = "([a-z ]+)"', (SCRIPTS / "search" / "answer.js").read_text(encoding="utf-8"))
    assert fields
    assert {*OWN} & {*common, *common["parts"], *fields[1].split()} == set()
    # What the page reads of the box, and what it gives to it.
    known = re.findall(r"(?<=\.)\w+|\b\w+(?=:)", (SCRIPTS / "search.js").read_text(encoding="utf-8"))
    assert {"ask", "entered"} <= {*known}
    assert {*OWN} & {*known} == set()
    modules = tmp_path / "modules"
    shutil.copytree(SCRIPTS / FOLDER.name, modules)
    (modules / "entry.js").write_text('export * from "./files.js"; export * from "./find.js";', encoding="utf-8")
    (tmp_path / "js").mkdir()
    (tmp_path / "text.js").write_text((SCRIPTS / "text.js").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "joined.js").write_bytes(
        joined([*modules.glob("*.js")], "entry.js", OUTSIDE, OWN).replace(b"../text.js", b"./text.js")
    )
    targets, page = run_in_node(_JOINED, str(tmp_path / "search"), tmp_path)
    (plain,) = run_in_node(
        _FIND, {"folder": str(tmp_path / "search"), "queries": ["bao nhieu chi hoi o lao cai"]}, tmp_path
    )
    assert plain[: len(targets)] == [one for one in plain if "#" in one]
    assert [one.split(" ")[-1] for one in plain[: len(targets)]] == targets
    assert plain[len(targets)] in page


def _figure_entries(catalog: Catalog) -> list[FigureEntry]:
    """Return one entry for each observation, newest first, what is of all before a part of it, then rankings."""
    return list(in_order([entries_of_units(catalog, catalog.observations_by_unit)], ends_of_rankings(catalog)))


def test_an_answer_says_every_caveat_of_the_statement_of_its_figure(catalog: Catalog) -> None:
    answers = {(entry.page, entry.anchor): entry for entry in _figure_entries(catalog) if not entry.end}
    count = 0
    for row in catalog.observations:
        figure, statement = figure_of(catalog, row), figure_statement(catalog, catalog.row_of(row))
        answer = answers[figure.unit.href, figure.anchor]
        words = f"{answer.words} {answer.more}"
        # «nguồn không nêu số cụ thể» is the value itself.
        assert [caveat.words for caveat in statement.caveats if caveat.words.removeprefix("nguồn ") not in words] == []
        count += len(statement.caveats)
    assert count > len(answers)


def test_a_newer_figure_that_says_it_is_of_all_stands_before_an_older_one_and_a_part_behind_both() -> None:
    rows = [
        observation(value="640", period="2010"),
        observation(value="12", period="2025", breakdown="hội viên là học sinh toàn tỉnh Bình Hồ"),
        observation(value="4742", period="2024", breakdown="hội khuyến học cả nước"),
        observation(value="4743", period="2023", breakdown="toàn thành phố"),
        observation(value="31", period="2024", breakdown="hội viên nữ cả nước"),
    ]
    found = {entry.words: entry.breakdown for entry in _figure_entries(catalog_of(rows))}
    assert list(found) == ["4.742 người", "4.743 người", "640 người", "12 người", "31 người"]
    assert [*found.values()] == ["", "", "", "hội viên là học sinh toàn tỉnh Bình Hồ", "hội viên nữ cả nước"]


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Hội Khuyến học Việt Nam", ["Hội Khuyến học VN", "Hội Khuyến học cả nước"]),
        ("Hội Khuyến học Tập đoàn Cao su Việt Nam", ["Hội Khuyến học Tập đoàn Cao su VN"]),
        ("27 bộ, cơ quan ngang bộ và cơ quan thuộc Chính phủ", ["27 bộ"]),
        ("Phòng 27, Sở Y tế", []),
    ],
)
def test_the_country_is_called_otherwise_in_names_but_in_that_of_an_enterprise_is_no_whole_country(
    name: str, others: list[str]
) -> None:
    unit = make(Unit, unit_id="hoi", name_vi=name, short_name=name, area_id="viet-nam")
    aliases = [make(AreaAlias, area_id="viet-nam", alias=alias) for alias in ("VN", "cả nước")]
    found = names_of_unit(catalog_of([], [unit], aliases), "hoi")
    assert [each for each in found if each not in ("", name)] == others


def test_of_districts_beside_provinces_no_largest_answers_which_province_it_is() -> None:
    districts = [
        make(
            Unit, unit_id=f"huyen-{one}", name_vi=f"Huyện {one}", unit_kind="dia-ban", level="huyen", area_id="binh-ho"
        )
        for one in ("a", "b", "c")
    ]
    lower = [observation(unit.unit_id, value=value) for unit, value in zip(districts, "987", strict=True)]
    assert [entry.words for entry in _figure_entries(catalog_of(lower, districts)) if entry.end] == [
        "9 người",
        "7 người",
    ]
    upper = [observation(unit, value=value) for unit, value in (("tp-binh-ho", "90"), ("tinh-dong-lau-cu", "50"))]
    upper.append(observation("tinh-suoi-bac", value="80", qualifier="over"))
    words = [entry.words for entry in _figure_entries(catalog_of([*lower, *upper], districts)) if entry.end]
    assert words == ["50 người"], "which province has the most is open"


def test_a_figure_that_may_not_be_of_its_time_stands_behind_older_ones() -> None:
    rows = [
        observation(value="59", period="2025-12", period_status="uncertain"),
        observation(value="68", period="2024"),
    ]
    assert [entry.words for entry in _figure_entries(catalog_of(rows))] == ["68 người", "59 người"]


def test_the_largest_and_the_smallest_say_every_caveat_of_their_figures() -> None:
    given = (("tp-binh-ho", "90", "số sơ bộ"), ("tinh-dong-lau-cu", "50", ""), ("tinh-suoi-bac", "30", "chép từ ảnh"))
    rows = [observation(unit, value=value, note=note) for unit, value, note in given]
    most, least = (entry for entry in _figure_entries(catalog_of(rows)) if entry.end)
    assert (most.words, least.words) == ("90 người", "30 người")
    assert "Lớn nhất trong 3 địa bàn cấp tỉnh so được với nhau" in most.more
    assert "số sơ bộ" in most.more
    for words in ("chép từ ảnh", "ranh giới trước 01/7/2025"):
        assert words in least.more
    assert "số sơ bộ" not in least.more
