"""Search says what it has not: places below the provinces, years, words, contacts; no figure stands in for them."""

from pathlib import Path
from typing import Any

import pytest

from hoctap.site.search.entry import Entry, FigureEntry
from hoctap.site.search.index import write_index
from hoctap.system.reuse import anew
from searching import run_in_node

KINDS = ["Danh hiệu", "Địa phương", "Trang", "Chỉ tiêu", "Văn bản", "Thuật ngữ", "Đơn vị", "Nguồn"]
MEMBERS, GRANTS, RAISED = "chi-tieu/hoi-vien/", "chi-tieu/hoc-bong/", "chi-tieu/van-dong/"
BALANCE, GIFTS, VALUE = "chi-tieu/quy/", "chi-tieu/qua/", "chi-tieu/gia-tri/"
LITERATE, LITERATE_15_60 = "chi-tieu/biet-chu/", "chi-tieu/biet-chu-15-60/"
LEARNERS, DEGREES = "chi-tieu/xoa-mu-chu/", "chi-tieu/sau-dai-hoc/"
PIGS, PIG_MONEY = "chi-tieu/heo/", "chi-tieu/tien-heo-vnd/"


def _area(key: str, title: str, *names: str, has: tuple[str, ...] = (), former: bool = False) -> Entry:
    return Entry(f"dia-phuong/{key}/", title, "Địa phương", "Nơi.", [], names=names, former=former, indicators=has)


def _unit(key: str, title: str, *names: str, has: tuple[str, ...] = (MEMBERS,), former: bool = False) -> Entry:
    return Entry(f"don-vi/{key}/", title, "Đơn vị", "Đơn vị.", [], names=names, former=former, indicators=has)


PAGES = [
    Entry(MEMBERS, "Hội viên khuyến học", "Chỉ tiêu", "Số hội viên.", []),
    Entry(GRANTS, "Suất học bổng đã trao", "Chỉ tiêu", "Số suất.", []),
    Entry("chi-tieu/kinh-phi/", "Kinh phí vận động được", "Chỉ tiêu", "Số tiền.", []),
    Entry(RAISED, "Tiền vận động quỹ khuyến học của các cấp hội trong năm", "Chỉ tiêu", "Số tiền.", []),
    Entry(BALANCE, "Tổng quỹ khuyến học hiện có", "Chỉ tiêu", "Số tiền.", []),
    Entry(GIFTS, "Suất quà khuyến học", "Chỉ tiêu", "Số suất.", [], names=["suất đã trao"]),
    Entry("chi-tieu/hoi-xa/", "Hội khuyến học cấp xã", "Chỉ tiêu", "Số tổ chức.", []),
    Entry("chi-tieu/dat/", "Tỷ lệ xã đạt chuẩn phổ cập", "Chỉ tiêu", "Tỷ lệ.", []),
    Entry("danh-hieu/xa-hoi/", "Xã hội học tập", "Danh hiệu", "Danh hiệu.", []),
    Entry("danh-hieu/thanh-pho/", "Thành phố học tập", "Danh hiệu", "Danh hiệu.", []),
    Entry("gioi-thieu/", "Giới thiệu", "Trang", "Ai làm sổ.", [], names=["liên hệ"]),
    Entry("doi-moi/", "Đổi mới đất nước", "Trang", "Bài.", ["Người Việt khuyến khích tài năng."]),
    _area("nghe-an", "Tỉnh Nghệ An", "Nghệ An", "Thành phố Vinh", "Vinh"),
    _area(
        "thai-binh", "Tỉnh Thái Bình (trước 01/7/2025)", "Thái Bình", "TP Thái Bình", "Thành phố Thái Bình", former=True
    ),
    _area("hue", "Thành phố Huế", "Huế", "TP Huế"),
    _area("khanh-hoa", "Tỉnh Khánh Hòa", "Khánh Hòa", "Nha Trang"),
    Entry("chi-tieu/dong-ho/", "Dòng họ hiếu học", "Chỉ tiêu", "Số dòng họ.", []),
    _area("lam-dong", "Tỉnh Lâm Đồng", "Lâm Đồng"),
    _area("hoa-binh", "Tỉnh Hòa Bình", "Hòa Bình"),
    _unit("hoa-binh", "Hội Khuyến học tỉnh Hòa Bình"),
    _area("bac-ninh", "Thành phố Bắc Ninh", "Bắc Ninh"),
    _area("bac-ninh-cu", "Tỉnh Bắc Ninh (trước 01/7/2025)", "Bắc Ninh", former=True),
    _unit("bac-ninh", "Hội Khuyến học tỉnh Bắc Ninh (trước 01/7/2025)", former=True),
    _area("an-giang", "Tỉnh An Giang", "An Giang"),
    _area("viet-nam", "Việt Nam", "cả nước"),
    _unit("ca-nuoc", "Hội Khuyến học Việt Nam", "Hội Khuyến học cả nước", has=(MEMBERS, GRANTS, "chi-tieu/kinh-phi/")),
    _unit("nghe-an", "Hội Khuyến học tỉnh Nghệ An", has=(MEMBERS, GRANTS)),
    _unit("khanh-hoa", "Hội Khuyến học tỉnh Khánh Hòa"),
    _unit("thai-binh", "Hội Khuyến học tỉnh Thái Bình"),
    _unit("thoai-son", "Hội Khuyến học huyện Thoại Sơn, tỉnh An Giang", "HKH Thoại Sơn", has=(MEMBERS, RAISED)),
    _unit("binh-thanh", "Hội Khuyến học xã Bình Thành, huyện Thoại Sơn, tỉnh An Giang"),
    _unit("bac-kan", "Hội Khuyến học thị xã Bắc Kạn, tỉnh Bắc Kạn"),
    _unit("dien-bien", "Hội Khuyến học tỉnh Điện Biên", "Hội Khuyến học Điện Biên"),
    _area("gia-lai", "Tỉnh Gia Lai", "Gia Lai"),
    _area("gia-lai-cu", "Tỉnh Gia Lai (trước 01/7/2025)", "Gia Lai", former=True),
    _unit("gia-lai", "Hội Khuyến học tỉnh Gia Lai", has=(MEMBERS, GRANTS, VALUE)),
    _unit(
        "gia-lai-cu",
        "Hội Khuyến học tỉnh Gia Lai (trước 01/7/2025)",
        "Hội KH Gia Lai cũ",
        has=(MEMBERS, VALUE),
        former=True,
    ),
    _unit("to-hieu", "Quỹ Học bổng Tô Hiệu", has=(GRANTS,)),
    Entry(LITERATE, "Tỷ lệ biết chữ (nhóm tuổi khác)", "Chỉ tiêu", "Tỷ lệ.", []),
    Entry(LITERATE_15_60, "Tỷ lệ biết chữ mức độ 2, 15-60 tuổi", "Chỉ tiêu", "Tỷ lệ.", [], names=["Tỷ lệ biết chữ 60"]),
    Entry(VALUE, "Tổng giá trị học bổng", "Chỉ tiêu", "Số tiền.", [], names=["tiền suất học bổng đã trao"]),
    _area("son-la", "Tỉnh Sơn La", "Sơn La", has=(LITERATE, LITERATE_15_60)),
    _unit("quang-ninh", "Hội Khuyến học tỉnh Quảng Ninh", has=(GRANTS, VALUE)),
    _area("quang-ninh", "Tỉnh Quảng Ninh", "Quảng Ninh"),
    _unit("cao-su", "Hội Khuyến học Tập đoàn Cao su Việt Nam", "Hội Khuyến học Tập đoàn Cao su cả nước", has=(RAISED,)),
    _area("thanh-hoa", "Tỉnh Thanh Hóa", "Thanh Hóa"),
    Entry(PIGS, "Heo nhựa khuyến học", "Chỉ tiêu", "Số heo.", []),
    Entry(PIG_MONEY, "Tiền thu từ heo nhựa khuyến học", "Chỉ tiêu", "Số tiền.", [], names=["tiền heo nhựa"]),
    Entry("van-ban/nd-84-2020/", "Nghị định 84/2020/NĐ-CP", "Văn bản", "Luật Giáo dục.", [], names=["NĐ 84/2020"]),
    _area("lang-son", "Tỉnh Lạng Sơn", "Lạng Sơn", "LS"),
    _unit("lang-son", "Hội Khuyến học tỉnh Lạng Sơn", has=(GRANTS, PIGS, PIG_MONEY)),
    _unit("yen-minh", "Hội Khuyến học huyện Yên Minh, tỉnh Hà Giang", has=(GRANTS,)),
    _area("dien-bien", "Tỉnh Điện Biên", "Điện Biên"),
    _unit("tinh-doan", "Tỉnh đoàn Điện Biên", "Khuyến học Tỉnh đoàn Điện Biên", has=(GRANTS,)),
    _unit("thanh-hoa", "Hội Khuyến học tỉnh Thanh Hóa", has=(RAISED, BALANCE)),
    Entry(LEARNERS, "Người học xóa mù chữ", "Chỉ tiêu", "Số người.", []),
    Entry(DEGREES, "Cán bộ có trình độ sau đại học", "Chỉ tiêu", "Số người.", []),
    _area("ha-giang", "Tỉnh Hà Giang", "Hà Giang", has=(LEARNERS,)),
    _unit("dai-hoc", "Các trường đại học tỉnh Lâm Đồng", has=(DEGREES,)),
    Entry("nguon/bai/", "Tặng xuồng cho trường", "Nguồn", "Bài báo.", []),
]


def _figure(page: str, anchor: str, words: str, years: str, indicator: str = MEMBERS, part: str = "") -> FigureEntry:
    return FigureEntry(page, anchor, "Hội", indicator, words, f"năm {years}", "Báo", part, years, ())


FIGURES = [
    _figure("don-vi/ca-nuoc/", "so-a", "27 triệu người", "2025"),
    _figure("don-vi/ca-nuoc/", "so-b", "200 suất", "2024", GRANTS, "học sinh Lai Châu"),
    _figure("don-vi/ca-nuoc/", "so-c", "2 triệu suất", "2021", GRANTS),
    _figure("don-vi/ca-nuoc/", "so-m", "9 tỷ đồng", "2023", "chi-tieu/kinh-phi/"),
    _figure("don-vi/nghe-an/", "so-d", "775.276 người", "2022"),
    _figure("don-vi/nghe-an/", "so-e", "700.000 người", "2017"),
    _figure("don-vi/nghe-an/", "so-g", "900 suất", "2018", GRANTS),
    _figure("don-vi/nghe-an/", "so-h", "5.790 suất", "2014-2019", GRANTS),
    _figure("don-vi/khanh-hoa/", "so-i", "196.000 người", "2021"),
    _figure("don-vi/thai-binh/", "so-k", "601.058 người", "2020"),
    _figure("don-vi/hoa-binh/", "so-ai", "20 người", "1998"),
    _figure("don-vi/hoa-binh/", "so-ak", "8.200 người", "2017", MEMBERS, "thôn, bản"),
    _figure("don-vi/bac-ninh/", "so-o", "542.467 người", "2024"),
    _figure("dia-phuong/son-la/", "so-u", "99,1%", "2025", LITERATE, "15-25 tuổi"),
    _figure("dia-phuong/son-la/", "so-v", "96%", "2025", LITERATE_15_60),
    _figure("don-vi/quang-ninh/", "so-x", "15 suất", "2024", GRANTS, "người lớn"),
    _figure("don-vi/quang-ninh/", "so-y", "2,3 tỷ đồng", "2024", VALUE),
    _figure("don-vi/cao-su/", "so-z", "22,6 tỷ đồng", "2012-2019", RAISED),
    _figure("don-vi/gia-lai-cu/", "so-p", "262.590 người", "2023"),
    _figure("don-vi/gia-lai/", "so-q", "666.430 người", "2025"),
    _figure("don-vi/gia-lai/", "so-aa", "61.379 suất", "2025", GRANTS),
    _figure("don-vi/gia-lai/", "so-ab", "9,8 tỷ đồng", "2025", VALUE),
    _figure("don-vi/gia-lai-cu/", "so-ac", "1 tỷ đồng", "2023", VALUE),
    _figure("don-vi/lang-son/", "so-ad", "278 suất", "2025", GRANTS, "học bổng Lương Định Của cho sinh viên"),
    _figure("don-vi/lang-son/", "so-ae", "99 con", "2021", PIGS),
    _figure("don-vi/lang-son/", "so-af", "30 tỷ đồng", "2021", PIG_MONEY),
    _figure("don-vi/yen-minh/", "so-ag", "40 suất", "2024", GRANTS, "học sinh nghèo vượt khó xã Bạch Đích"),
    _figure("don-vi/tinh-doan/", "so-ah", "60 suất", "2020", GRANTS),
    _figure("dia-phuong/ha-giang/", "so-al", "8.600 người", "2016", LEARNERS),
    _figure("don-vi/dai-hoc/", "so-am", "84 người", "2021", DEGREES),
    _figure("don-vi/to-hieu/", "so-r", "6.154 suất", "2019-2026", GRANTS),
    _figure("don-vi/thanh-hoa/", "so-s", "2,2 tỷ đồng", "2025", RAISED, "Tết Khuyến học"),
    _figure("don-vi/thanh-hoa/", "so-t", "420 tỷ đồng", "2025", BALANCE),
    _figure("don-vi/thoai-son/", "so-n", "13 tỷ đồng", "2019", RAISED),
    _figure("don-vi/thoai-son/", "so-l", "42.000 người", "2020"),
]
_SAY = """
import { limits } from "JS/search/view.js";
import { readFileSync } from "node:fs";
console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(({ typed = "", intents = [], ...answer }) => limits(
  { query: { typed, intents: new Set(intents) }, unheld: [], strange: [], ...answer }, 1,
))));
"""
_ASK = """
import { Files } from "JS/search/files.js";
import { find } from "JS/search/find.js";
import { readFileSync } from "node:fs";
const { folder, queries } = JSON.parse(readFileSync(0, "utf8"));
const files = new Files(async (path) => JSON.parse(readFileSync(`${folder}/${path}`)));
const all = {};
for (const query of queries) {
  const { figures, pages, unheld, strange, apart, absent, called, query: { intents } } = await find(query, {}, files);
  all[query] = {
    figures: figures.map(({ words, missing }) => [words, missing]), first: pages[0]?.page.target ?? "",
    unheld, strange, apart,
    absent: absent?.target ?? "", called, contact: intents.has("contact"),
  };
}
console.log(JSON.stringify(all));
"""
# What is typed, the place that is not held, the figures and the first page of what is near it.
MISSING = [
    ("xa nam dan hoi khuyen hoc", "xa nam dan", [], "chi-tieu/hoi-xa/"),
    ("phuong ben thuy", "phuong ben thuy", [], ""),
    ("Hội Khuyến học xã Kim Liên", "xã Kim Liên", [], "chi-tieu/hoi-xa/"),
    ("phường 12", "phường 12", [], ""),
    # The figure of the country is none of a commune; that of the province it names comes near.
    ("xã kim liên có bao nhiêu hội viên", "xã kim liên", [], "don-vi/ca-nuoc/"),
    ("xã kim liên, nghệ an có bao nhiêu hội viên", "xã kim liên", ["775.276 người"], "don-vi/nghe-an/"),
    # A place is known to lie in another, or one of another level is called alike.
    ("tp vinh bao nhieu hoi vien", "tp vinh", ["775.276 người"], "don-vi/nghe-an/"),
    ("thành phố thái bình bao nhiêu hội viên", "thành phố thái bình", ["601.058 người"], "don-vi/thai-binh/"),
    ("phuong thai binh bao nhieu hoi vien", "phuong thai binh", ["601.058 người"], "don-vi/thai-binh/"),
    ("xa thoai son bao nhieu hoi vien", "xa thoai son", ["42.000 người"], "don-vi/thoai-son/"),
    ("xã Bắc Kạn", "xã Bắc Kạn", [], "don-vi/bac-kan/"),
    ("xa an phu", "xa an phu", [], "chi-tieu/dat/"),
    # «Cần» begins a name behind an association, and a name may stand there without its level.
    ("hoi khuyen hoc huyen can gio", "huyen can gio", [], "chi-tieu/hoi-xa/"),
    ("hội khuyến học thủ đức", "hội khuyến học thủ đức", [], "chi-tieu/hoi-xa/"),
    # Without marks it may be no place at all.
    ("xa nuoc doi", "xa nuoc doi", [], "doi-moi/"),
    # Associations that are not held are told by the place they are called after, whatever their level.
    ("hội khuyến học an giang bao nhiêu hội viên", "hội khuyến học an giang", ["42.000 người"], "dia-phuong/an-giang/"),
    ("hkh tinh an giang", "hkh tinh an giang", [], "dia-phuong/an-giang/"),
    ("hkh phuong an giang", "hkh phuong an giang", [], "dia-phuong/an-giang/"),
    # «Quan» begins a question that has the name of a district behind it.
    ("quan cau giay", "quan cau giay", [], ""),
    # A document is another one by its number; of another year the number may be meant.
    ("nghi dinh 30/2020", "nghi dinh 30/2020", [], ""),
    ("hội viên theo Nghị định số 30 năm 2020", "nghi dinh so 30 nam 2020", [], "chi-tieu/hoi-vien/"),
    ("nghi dinh 84/2002", "nghi dinh 84/2002", [], "van-ban/nd-84-2020/"),
    # Nor is a figure of something else what it says.
    ("hội viên Nghệ An theo Nghị định 30/2020", "nghi dinh 30/2020", [], "don-vi/nghe-an/"),
]
KNOWN = [
    "xa binh thanh thoai son", "hội khuyến học xã bình thành thoại sơn an giang",
    "xã Bình Thành", "xa binh thanh", "hội viên xã bình thành huyện thoại sơn", "huyen thoai son bao nhieu hoi vien",
    "thị xã Bắc Kạn", "thanh pho hue", "tp hue", "xã hội học tập", "xã hội hóa giáo dục", "thành phố học tập",
    "xã đạt chuẩn phổ cập",
    "hội khuyến học cấp xã nghệ an", "các xã nghệ an", "đào tạo từ xa", "địa phương nghệ an", "huyện ủy nam đàn",
    "xã phường thị trấn", "xã nào có nhiều hội viên nhất", "quan ly hoi vien", "phương pháp tính", "xã năm 2024",
    "xã miền núi", "hoi vien nghe an", "hoi khuyen hoc nghe am", "hoi khuyen hoc thanh ho", "hội khuyến học xã cần gì",
    "hội khuyến học đất nước", "hoi khuyen hoc", "hội khuyến học góp nuôi heo",
    "hoi khuyen hoc tinh nghe an", "hkh thai binh", "hoi khuyen hoc thi xa bac kan", "hkh gia lai cu",
    "hoc bong quan cau giay",
    "nghi dinh 84", "nđ 84/2020", "nghị định số 84 năm 2020", "nghị định số 84/2020/NĐ-CP", "nghị định về giáo dục",
]  # fmt: skip
YEARS = [
    ("hoi vien nghe an tu nam 2015 den 2020", [["700.000 người", ""]]),
    ("hội viên nghệ an giai đoạn 2015–2020", [["700.000 người", ""]]),
    ("hội viên nghệ an 2018 đến nay", [["775.276 người", ""]]),
    ("hội viên nghệ an 2010-2012", [["700.000 người", "các năm 2010–2012"]]),
    ("hội viên nghệ an 2023", [["775.276 người", "năm 2023"]]),
    ("hội viên nghệ an 2030 đến nay", [["775.276 người", "các năm từ 2030 đến nay"]]),
    ("hội viên nghệ an 2010, 2012", [["700.000 người", "các năm 2010, 2012"]]),
    # Of figures within these years the one that is of all of them.
    ("suất học bổng nghệ an 2014-2019", [["5.790 suất", ""]]),
    ("suất học bổng nghệ an 2014-2018", [["900 suất", ""]]),
    # Where none is of all of them, the end and the beginning.
    ("hội viên nghệ an 2017 đến 2022", [["775.276 người", ""], ["700.000 người", ""]]),
    # Of two borders under one name those that have the year, unless one is asked for.
    ("hoi vien gia lai 2025", [["666.430 người", ""]]),
    ("hoi vien gia lai 2023", [["262.590 người", ""]]),
    ("hoi vien gia lai cu 2025", [["262.590 người", "năm 2025"]]),
    ("hoi vien gia lai moi", [["666.430 người", ""]]),
    ("hoi vien gia lai sau khi sap nhap", [["666.430 người", ""]]),
    # Of what is asked for each thing that the one in question has, not what both borders have.
    ("hoc bong gia lai 2025", [["61.379 suất", ""], ["9,8 tỷ đồng", ""]]),
    # What is of all, and much older than what is of a part, stands behind it; not where its year is asked for.
    ("hoi vien hoa binh", [["8.200 người", ""], ["20 người", ""]]),
    ("hoi vien hoa binh 1998", [["20 người", ""]]),
    # Of a date the year.
    ("hội viên nghệ an đến 30/6/2022", [["775.276 người", ""]]),
    ("hội viên nghệ an ngày 01/7/2017", [["700.000 người", ""]]),
    # Of the country the nearest year is that of all, not of a part.
    ("bao nhieu suat hoc bong 2024", [["2 triệu suất", "năm 2024"]]),
]
OTHERS = [
    # «Phí» of «kinh phí» and a «Hội» are no «hội phí».
    ("hội phí bao nhiêu", {"figures": []}),
    ("kinh phí vận động được bao nhiêu", {"figures": [["9 tỷ đồng", ""]]}),
    # «Học bổng» of a «Quỹ Học bổng» is asked for too: it is no «suất quà»; and how much money a fund has is all of it.
    ("quy to hieu da trao bao nhieu suat hoc bong", {"absent": "", "figures": [["6.154 suất", ""]]}),
    ("quy khuyen hoc thanh hoa bao nhieu tien", {"absent": "", "figures": [["420 tỷ đồng", ""]]}),
    ("thanh hoa van dong duoc bao nhieu tien", {"figures": [["2,2 tỷ đồng", ""]]}),
    # What is of all stands before what is of a part in the same measure; not where another measure is asked for.
    ("ty le biet chu son la", {"figures": [["96%", ""], ["99,1%", ""]]}),
    ("quang ninh trao bao nhieu suat hoc bong", {"figures": [["15 suất", ""], ["2,3 tỷ đồng", ""]]}),
    # What is named in a scope alone: by its name, or of whom or where it is; no others answer for «học sinh nghèo».
    ("hoc bong luong dinh cua", {"figures": [["278 suất", ""]], "first": "don-vi/lang-son/"}),
    ("hoc bong luong dinh cua", {"apart": False, "strange": []}),
    ("hoc bong cho sinh vien lang son", {"figures": [["278 suất", ""]], "absent": ""}),
    ("hoc bong cho sinh vien", {"figures": []}),
    ("hoc sinh ngheo vuot kho", {"figures": []}),
    ("yen minh hoc sinh ngheo vuot kho", {"figures": [["40 suất", ""]]}),
    ("hoc bong cho dinh luong", {"figures": []}),
    # The measure that is asked for, of indicators that have the same words.
    ("heo nhua lang son bao nhieu con", {"figures": [["99 con", ""], ["30 tỷ đồng", ""]]}),
    ("heo nhua lang son bao nhieu tien", {"figures": [["30 tỷ đồng", ""]]}),
    ("heo nhua lang son bao nhieu ty", {"figures": [["30 tỷ đồng", ""], ["99 con", ""]]}),
    ("lang son nuoi bao nhieu heo nhua", {"figures": [["99 con", ""], ["30 tỷ đồng", ""]]}),
    # Of nobody in particular the page of that measure.
    ("nuoi heo nhua bao nhieu con", {"first": PIGS}),
    ("nuoi heo nhua bao nhieu tien", {"first": PIG_MONEY}),
    # Who asks when asks for no figure, though a scope has the words; «tặng bao nhiêu suất» is no «tăng».
    ("tet khuyen hoc thanh hoa la thang may", {"figures": [], "absent": ""}),
    ("quang ninh tang bao nhieu suat hoc bong", {"figures": [["15 suất", ""], ["2,3 tỷ đồng", ""]]}),
    # Letters that stand for a place alone.
    ("heo nhua ls bao nhieu con", {"figures": [["99 con", ""], ["30 tỷ đồng", ""]]}),
    # A unit called by its name is meant: another one of its province does not answer for it.
    (
        "hoi khuyen hoc dien bien trao bao nhieu suat hoc bong",
        {"absent": "don-vi/dien-bien/", "figures": [["60 suất", ""]]},
    ),
    ("tinh doan dien bien trao bao nhieu suat hoc bong", {"absent": "", "figures": [["60 suất", ""]]}),
    # A corporation that has the country in its name is no part of it that answers for it.
    ("quỹ khuyến học cả nước 2019", {"figures": []}),
    # A town is not the province by whose page it is called.
    ("nha trang bao nhiêu hội viên", {"absent": "dia-phuong/khanh-hoa/", "called": "nha trang"}),
    ("khánh hòa bao nhiêu hội viên", {"absent": "", "called": "", "figures": [["196.000 người", ""]]}),
    # A figure of a district is none of the province, however it is found.
    ("an giang quy khuyen hoc", {"absent": "dia-phuong/an-giang/", "figures": [["13 tỷ đồng", ""]]}),
    # Nor do its universities answer for officers of another kind: «khuyến học» is asked for whole.
    ("can bo khuyen hoc lam dong", {"figures": []}),
    ("cán bộ khuyến học Lâm Đồng", {"figures": []}),
    ("can bo sau dai hoc lam dong", {"absent": "dia-phuong/lam-dong/", "figures": [["84 người", ""]]}),
    # Who learns to read comes near who cannot, and no more; who asks for learners has them.
    ("bao nhiêu người mù chữ hà giang", {"absent": "dia-phuong/ha-giang/", "figures": [["8.600 người", ""]]}),
    ("ha giang co bao nhieu nguoi mu chu", {"absent": "dia-phuong/ha-giang/", "figures": [["8.600 người", ""]]}),
    ("nguoi mu chu ha giang", {"absent": "dia-phuong/ha-giang/", "figures": [["8.600 người", ""]]}),
    ("bao nhiêu người học xóa mù chữ hà giang", {"absent": "", "figures": [["8.600 người", ""]]}),
    ("nguoi xoa mu chu ha giang", {"absent": "", "figures": [["8.600 người", ""]]}),
    # Nor is one of former borders that of today.
    ("bắc ninh mới bao nhiêu hội viên", {"absent": "dia-phuong/bac-ninh/"}),
    ("bắc ninh cũ bao nhiêu hội viên", {"absent": "", "figures": [["542.467 người", ""]]}),
    ("số điện thoại hội khuyến học", {"contact": True, "figures": [], "first": "chi-tieu/hoi-xa/"}),
    ("số tài khoản hội khuyến học tỉnh nghệ an", {"contact": True, "figures": [], "first": "don-vi/nghe-an/"}),
    ("gửi số liệu không cần tài khoản", {"contact": False}),
    ("website nay cua co quan nao", {"contact": False}),
    ("website hội khuyến học nghệ an", {"contact": True}),
    ("email hội khuyến học tỉnh nghệ an", {"contact": True, "figures": [], "first": "don-vi/nghe-an/"}),
    ("số điện thoại quỹ khuyến học huyện thoại sơn", {"contact": True, "figures": []}),
    ("quỹ khuyến học huyện thoại sơn", {"contact": False, "figures": [["13 tỷ đồng", ""]]}),
    ("liên hệ", {"contact": True, "first": "gioi-thieu/"}),
    ("bao nhieu hoi vien nghe an co dien thoai", {"contact": False}),
    ("internet hội viên", {"strange": ["internet"], "first": "chi-tieu/hoi-vien/"}),
    ("Wifi hội viên", {"strange": ["Wifi"]}),
    # A word of an article's title alone is known, and so is a name typed in one word.
    ("bao nhiêu xuồng hội viên", {"strange": []}),
    ("hoivienkhuyenhoc", {"strange": []}),
    # A letter struck twice, in a word so short that no slip is looked for.
    ("hoi vien nghe ann", {"figures": [["775.276 người", ""]]}),
    ("khuyen tai dat viet", {"apart": True, "first": "doi-moi/"}),
    ("doi moi dat viet", {"apart": False}),
    ("hoi vien nghe an", {"apart": False, "strange": [], "contact": False}),
]  # fmt: skip


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What is answered to each query of this file, asked all at once."""
    folder = tmp_path_factory.mktemp("limits")
    write_index(PAGES, FIGURES, KINDS, [], anew(folder / "search").put, "Nguồn")
    queries = [*(row[0] for row in MISSING), *KNOWN, *(row[0] for row in YEARS), *(row[0] for row in OTHERS)]
    found: dict[str, dict[str, Any]] = run_in_node(_ASK, {"folder": str(folder / "search"), "queries": queries}, folder)
    return found


@pytest.mark.parametrize(("typed", "place", "figures", "first"), MISSING)
def test_a_place_that_is_not_held_is_named_and_only_what_is_near_it_stands_beside(
    answers: dict[str, dict[str, Any]], typed: str, place: str, figures: list[str], first: str
) -> None:
    answer = answers[typed]
    assert answer["unheld"] == [place]
    assert [words for words, _ in answer["figures"]] == figures
    assert answer["first"] == first
    assert answer["absent"] == ""


@pytest.mark.parametrize("typed", KNOWN)
def test_a_place_that_is_held_and_a_level_without_a_name_are_not_said_to_be_missing(
    answers: dict[str, dict[str, Any]], typed: str
) -> None:
    assert answers[typed]["unheld"] == []


@pytest.mark.parametrize(("typed", "figures"), YEARS)
def test_years_from_one_to_another_are_all_asked_for_and_what_is_of_none_says_so(
    answers: dict[str, dict[str, Any]], typed: str, figures: list[list[str]]
) -> None:
    assert answers[typed]["figures"] == figures


@pytest.mark.parametrize(("typed", "wanted"), OTHERS)
def test_what_the_register_has_not_is_said(
    answers: dict[str, dict[str, Any]], typed: str, wanted: dict[str, object]
) -> None:
    assert {name: answers[typed][name] for name in wanted} == wanted


PLACE, ASSOCIATION = {"title": "Tỉnh Hồng Hà"}, {"title": "Hội Khuyến học tỉnh Hồng Hà"}
LIMITS: list[tuple[dict[str, object], list[str]]] = [
    ({}, []),
    ({"unheld": ["xã A", "huyện B"]}, ["Sổ chưa có trang nào mang tên «xã A», «huyện B»."]),
    ({"absent": PLACE}, ["Sổ chưa có con số này của tỉnh Hồng Hà."]),
    ({"absent": PLACE, "called": "hong bang"}, ["Sổ chưa có con số này của «hong bang»."]),
    (
        {"absent": ASSOCIATION, "named": {"title": "Chi hội"}},
        ["Sổ chưa có số liệu «Chi hội» của Hội Khuyến học tỉnh Hồng Hà."],
    ),
    (
        {"intents": ["contact"]},
        ["Sổ chỉ ghi số liệu và nguồn, không ghi số điện thoại, địa chỉ, hộp thư, số tài khoản của đơn vị."],
    ),
    ({"strange": ["wifi"]}, ["Không tìm thấy chữ «wifi»: kết quả theo các chữ còn lại."]),
    (
        {"apart": True, "typed": "khuyến tài Đất Việt "},
        ["Không trang nào mang tên «khuyến tài Đất Việt»: các trang dưới đây có những chữ ấy, đứng rời nhau."],
    ),
]


def test_what_the_register_has_not_is_said_in_words(tmp_path: Path) -> None:
    assert run_in_node(_SAY, [answer for answer, _ in LIMITS], tmp_path) == [words for _, words in LIMITS]


_SENTENCE = """
import { Files } from "JS/search/files.js";
import { read } from "JS/search/query.js";
import { sentenceIn } from "JS/search/view.js";
import { readFileSync } from "node:fs";
const { folder, asked, sentences } = JSON.parse(readFileSync(0, "utf8"));
const files = new Files(async (path) => JSON.parse(readFileSync(`${folder}/${path}`)));
const table = await files.table();
const page = table.byTarget.get("danh-hieu/xa-hoi/");
console.log(JSON.stringify(asked.map((typed) => sentenceIn(sentences, page, { query: read(typed, table), table }))));
"""


def test_a_sentence_about_another_place_answers_no_question_that_names_none(tmp_path: Path) -> None:
    sentences = ["Cả nước, đến cuối kỳ: mục tiêu từ 80% trở lên", "Tỉnh Nghệ An: mục tiêu phấn đấu từ 60% trở lên"]
    page = Entry("danh-hieu/xa-hoi/", "Xã hội học tập", "Danh hiệu", "Danh hiệu.", sentences)
    write_index(
        [page, *(one for one in PAGES if one.target != page.target)], FIGURES, KINDS, [], anew(tmp_path / "search").put
    )
    asked = ["mục tiêu phấn đấu xã hội học tập", "mục tiêu phấn đấu xã hội học tập nghệ an"]
    given = {"folder": str(tmp_path / "search"), "asked": asked, "sentences": sentences}
    assert run_in_node(_SENTENCE, given, tmp_path) == sentences


_FIT = """
import { Files } from "JS/search/files.js";
import { shares, unparted } from "JS/search/answer.js";
import { read } from "JS/search/query.js";
import { wordsOf } from "JS/text.js";
import { readFileSync } from "node:fs";
const { folder, asked } = JSON.parse(readFileSync(0, "utf8"));
const files = new Files(async (path) => JSON.parse(readFileSync(`${folder}/${path}`)));
const table = await files.table();
console.log(JSON.stringify(asked.map(([typed, name]) => {
  const query = read(typed, table);
  const own = unparted(shares(query, { names: [wordsOf(name)] }, table), query, table);
  return query.terms.filter((_, order) => own[order] > 0).map(({ word }) => word).join(" ");
})));
"""
# What of a query a name has.
HAS = [
    ("nghệ an hội viên", "Hội Khuyến học tỉnh Nghệ An", "nghe an"),  # «hội» of «hội viên» is no «Hội»
    ("nghệ an hội khuyến học", "Hội Khuyến học tỉnh Nghệ An", "nghe an hoi khuyen hoc"),
    ("nghệ an hội viên", "Hội làng Nghệ, huyện An Dương", ""),  # a place is there whole or not at all
    ("hội viên nghệ an", "Học viên xóa mù chữ", ""),  # «hội viên» is no slip of «học viên»
    ("hội viên nghệ an", "Hội viên khuyến học", "hoi vien"),
    ("cách làm dòng họ", "Dòng họ hiếu học", "dong ho"),  # «làm dòng họ» is no Lâm Đồng
]


def test_a_name_has_what_was_asked_and_no_syllable_of_another_word(tmp_path: Path) -> None:
    write_index(PAGES, FIGURES, KINDS, [], anew(tmp_path / "search").put, "Nguồn")
    asked = [(typed, name) for typed, name, _ in HAS]
    assert run_in_node(_FIT, {"folder": str(tmp_path / "search"), "asked": asked}, tmp_path) == [row[2] for row in HAS]
