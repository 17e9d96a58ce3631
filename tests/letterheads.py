"""Letterheads of offices in thirty layouts, made for any unit of a register: who wrote is known, what is read judged.

`pages` makes them; those of a writer that the register does not know are made of the same layouts. Tried by hand over
the 249 bodies of the register of November 2026 of the kinds in `SUPERIORS`, without «Các …»: of 6,583 funds under
their letterheads 6,345 were put to the writer, 238 were asked about and none was put to another; all 6,585 of writers
that are not in the register were asked about.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from hoctap.contribute.naming.bodies import COMMITTEES
from hoctap.contribute.naming.kinds_of_places import KINDS
from hoctap.contribute.naming.unit_names import OLD, is_of_place, plain
from hoctap.contribute.tables.long import understand
from hoctap.contribute.tables.opening import Cell, Grid
from hoctap.contribute.tables.reading import first_and_last
from hoctap.model.catalog import Catalog
from hoctap.model.codes import AREA_UNIT, ASSOCIATION, PROVINCE
from hoctap.model.record import Unit

MOTTO = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
STRANGE = "Lâm Hạ Thượng"
FUND, CITIZENS = "fund-raised-vnd", "learning-citizens"
_IN_PLACE = re.compile(rf"^(.*?\S) ((?:{KINDS}) (?!ủy\b).+)$")
_SHORT = {
    "Hội Khuyến học": "HKH",
    "Sở Giáo dục và Đào tạo": "SỞ GD&ĐT",
    "Ủy ban nhân dân": "UBND",
    "Liên đoàn Lao động": "LĐLĐ",
    "Hội Liên hiệp Phụ nữ": "HỘI LHPN",
    "Hội Cựu chiến binh": "HỘI CCB",
    "Trung học phổ thông": "THPT",
    "Trung học cơ sở": "THCS",
}
SUPERIORS = {
    "hoi-khuyen-hoc": ("Hội Khuyến học", "Ủy ban nhân dân"),
    "so-nganh": ("Ủy ban nhân dân",),
    "truong-hoc": ("Sở Giáo dục và Đào tạo", "Ủy ban nhân dân"),
    "don-vi-su-nghiep": ("Ủy ban nhân dân", "Huyện ủy"),
    "cong-doan": ("Tổng Liên đoàn Lao động Việt Nam", "Liên đoàn Lao động"),
    "to-chuc-dang": ("Đảng bộ",),
    "doan-the": ("Hội Liên hiệp các tổ chức Việt Nam",),
}


@dataclass(frozen=True)
class Writer:
    """A body by its own name and the places it is in, the smallest first: «Hội Khuyến học», («huyện …», «tỉnh …»)."""

    own: str
    places: tuple[str, ...]
    kind: str

    @property
    def full(self) -> str:
        """The whole name, as the register writes it."""
        return ", ".join((f"{self.own} {self.places[0]}", *self.places[1:])) if self.places else self.own

    @property
    def here(self) -> str:
        """The name with the smallest place alone."""
        return f"{self.own} {self.places[0]}" if self.places else self.own

    @property
    def kind_of_place(self) -> str:
        """What kind of place the smallest one is."""
        found = re.match(KINDS, self.places[0]) if self.places else None
        return found[0] if found else ""

    def superior(self, rng: random.Random) -> str:
        """A body above this one: that of the same place for a department, that of the larger one for an association."""
        name = rng.choice(SUPERIORS.get(self.kind, ("Ủy ban nhân dân",)))
        if "Việt Nam" in name or not self.places:
            return name
        is_same = name in ("Ủy ban nhân dân", "Huyện ủy") or len(self.places) == 1
        place = self.places[0] if is_same else self.places[1]
        if place.startswith("tỉnh") and name == self.own:
            return f"{name} Việt Nam"
        return _leader(place) if name == "Huyện ủy" else f"{name} {place}"


def writer_of(unit: Unit) -> Writer:
    """Return a unit's name taken apart."""
    head, *places = [each.strip() for each in OLD.sub("", unit.name_vi).split(", ")]
    while places and not re.match(KINDS, places[0]):
        head += f", {places.pop(0)}"
    if found := _IN_PLACE.match(head):
        return Writer(found[1], (found[2].strip(), *places), unit.unit_kind)
    return Writer(head, tuple(places), unit.unit_kind)


@dataclass(frozen=True)
class Page:
    """What stands above a table: the two columns of the head, then titles; `place` is what a title says it is about."""

    left: Sequence[str]
    titles: Sequence[str]
    right: Sequence[str] = field(default_factory=lambda: list(MOTTO))

    def rows(self) -> list[list[str]]:
        """The lines as rows of a sheet, the head in two columns."""
        head = [
            [self.left[at] if at < len(self.left) else "", "", self.right[at] if at < len(self.right) else ""]
            for at in range(max(len(self.left), len(self.right)))
        ]
        return [*head, *([line] for line in self.titles)]

    def lines(self) -> tuple[str, ...]:
        """The lines as those of a Word file with its head in a table without borders."""
        return (*self.left, *self.right, *self.titles)


def _title(rng: random.Random, year: str) -> list[str]:
    return rng.choice(
        (
            ["BÁO CÁO", f"Kết quả công tác khuyến học, khuyến tài năm {year}"],
            [f"BIỂU TỔNG HỢP KẾT QUẢ CÔNG TÁC KHUYẾN HỌC NĂM {year}"],
            ["PHỤ LỤC", f"SỐ LIỆU KHUYẾN HỌC, KHUYẾN TÀI NĂM {year}", "(Kèm theo Báo cáo số …/BC ngày …/01)"],
            [f"Số liệu khuyến học, xây dựng xã hội học tập năm {year}"],
        )
    )


def _bare(place: str) -> str:
    return re.sub(rf"^(?:{KINDS}) ", "", place)


def _leader(place: str) -> str:
    """Return who leads a place for the party: «Huyện ủy Quỳnh Lưu»; of a commune its people's committee."""
    committee = next((name for name, kind in COMMITTEES.items() if place.startswith(f"{kind} ")), "")
    return f"{committee} {_bare(place)}" if committee else f"Ủy ban nhân dân {place}"


def _short(text: str) -> str:
    for whole, short in _SHORT.items():
        text = text.replace(whole, short)
    return re.sub(r"\bthành phố ", "TP ", text)


Layout = Callable[[Writer, random.Random, str], Page | None]
LAYOUTS: dict[str, Layout] = {}


def _layout(make: Layout) -> Layout:
    LAYOUTS[make.__name__.strip("_")] = make
    return make


def _upper(*lines: str) -> list[str]:
    return [line.upper() for line in lines if line]


@_layout
def _full_name(w: Writer, rng: random.Random, year: str) -> Page | None:
    return Page(_upper(w.full), _title(rng, year))


@_layout
def _under_superior(w: Writer, rng: random.Random, year: str) -> Page | None:
    return Page(_upper(w.superior(rng), w.here), _title(rng, year))


@_layout
def _place_of_superior(w: Writer, rng: random.Random, year: str) -> Page | None:
    if not w.places:
        return None
    above = _leader(w.places[0]) if w.kind == "don-vi-su-nghiep" else f"Ủy ban nhân dân {w.places[0]}"
    return Page(_upper(above, w.own), _title(rng, year))


@_layout
def _kind_alone(w: Writer, rng: random.Random, year: str) -> Page | None:
    if not w.places:
        return None
    return Page(_upper(f"Ủy ban nhân dân {w.places[0]}", f"{w.own} {w.kind_of_place}"), _title(rng, year))


@_layout
def _place_on_a_line(w: Writer, rng: random.Random, year: str) -> Page | None:
    return Page(_upper(w.superior(rng), w.own, w.places[0]), _title(rng, year)) if w.places else None


@_layout
def _place_below(w: Writer, rng: random.Random, year: str) -> Page | None:
    return Page(_upper(w.own, ", ".join(w.places)), _title(rng, year)) if w.places else None


@_layout
def _places_on_two_lines(w: Writer, rng: random.Random, year: str) -> Page | None:
    return Page(_upper(w.own, *w.places), _title(rng, year)) if len(w.places) > 1 else None


@_layout
def _executive(w: Writer, rng: random.Random, year: str) -> Page | None:
    return Page(_upper(w.here, "Ban Chấp hành"), _title(rng, year)) if _has_committee(w) else None


@_layout
def _standing(w: Writer, rng: random.Random, year: str) -> Page | None:
    return Page(_upper(w.full, "Ban Thường vụ"), _title(rng, year)) if _has_committee(w) else None


@_layout
def _executive_of_place(w: Writer, rng: random.Random, year: str) -> Page | None:
    if not _has_committee(w) or not w.places:
        return None
    return Page(_upper(f"{w.own} Việt Nam", f"Ban Chấp hành {w.places[0]}"), _title(rng, year))


@_layout
def _standing_under_superior(w: Writer, rng: random.Random, year: str) -> Page | None:
    return Page(_upper(w.superior(rng), w.here, "Ban Thường vụ"), _title(rng, year)) if _has_committee(w) else None


@_layout
def _executive_of_the_body(w: Writer, rng: random.Random, year: str) -> Page | None:
    return Page(_upper(w.superior(rng), f"BCH {w.here}"), _title(rng, year)) if _has_committee(w) else None


def _has_committee(w: Writer) -> bool:
    return w.kind in ("hoi-khuyen-hoc", "doan-the", "cong-doan") and "Chi hội" not in w.own


@_layout
def _abbreviated(w: Writer, rng: random.Random, year: str) -> Page | None:
    return Page(_upper(_short(w.superior(rng)), _short(w.here)), _title(rng, year))


@_layout
def _small_letters(w: Writer, rng: random.Random, year: str) -> Page | None:
    return Page([w.superior(rng), w.here], _title(rng, year))


@_layout
def _wrapped(w: Writer, rng: random.Random, year: str) -> Page | None:
    words = w.here.split()
    if len(words) < 6 or not w.places:
        return None
    at = rng.randint(3, len(words) - 2)
    return Page(_upper(w.superior(rng), " ".join(words[:at]), " ".join(words[at:])), _title(rng, year))


@_layout
def _named_by_title(w: Writer, rng: random.Random, year: str) -> Page | None:
    return Page(_upper(w.superior(rng), w.own), [f"KẾT QUẢ CÔNG TÁC NĂM {year} CỦA {w.full.upper()}"])


@_layout
def _named_by_sentence(w: Writer, _rng: random.Random, year: str) -> Page | None:
    if not w.places:
        return None
    sentence = f"{w.full} gửi số liệu năm {year} như sau:"
    return Page(_upper(_leader(w.places[0]), w.own), ["TỔNG HỢP KẾT QUẢ CÔNG TÁC", sentence])


@_layout
def _addressed(w: Writer, rng: random.Random, year: str) -> Page | None:
    to = rng.choice(
        (
            ["Kính gửi: Hội Khuyến học tỉnh Lâm Đông."],
            ["Kính gửi:", "- Ủy ban nhân dân huyện Lâm Đông;", "- Phòng Giáo dục và Đào tạo huyện."],
            [f"Kính gửi: Ủy ban nhân dân {w.places[-1] if w.places else 'tỉnh'}"],
            ["Kính gửi: Thường trực Huyện ủy, Hội Khuyến học xã Lâm Đông"],
        )
    )
    return Page(_upper(w.superior(rng), w.here), [*_title(rng, year)[:1], *to, *_title(rng, year)])


@_layout
def _long_report(w: Writer, rng: random.Random, year: str) -> Page | None:
    prose = [
        "Thực hiện Nghị quyết của Huyện ủy, Kế hoạch của Ủy ban nhân dân và sự chỉ đạo của cấp trên.",
        "I. ĐẶC ĐIỂM TÌNH HÌNH",
        "Được sự quan tâm của cấp ủy, chính quyền, phong trào tiếp tục phát triển rộng khắp.",
        "1. Thuận lợi",
        "Các cấp Hội hoạt động nền nếp; nhiều tập thể, cá nhân tích cực tham gia.",
        "2. Khó khăn",
        "Một số chi hội ở cơ quan, doanh nghiệp hoạt động chưa thường xuyên.",
        "II. KẾT QUẢ THỰC HIỆN",
        "Công tác tuyên truyền được đẩy mạnh, nhất là ở xã Lâm Đông và trường THCS Lâm Đông.",
        "Trong năm đã tổ chức nhiều hội nghị, hội thảo ở các xã, phường, thị trấn.",
        "III. TỒN TẠI, HẠN CHẾ",
        "Việc kiện toàn ban khuyến học trong trường học còn chậm.",
        "IV. PHƯƠNG HƯỚNG",
        "Tiếp tục củng cố tổ chức, phát triển hội viên.",
    ]
    return Page(_upper(w.superior(rng), w.here), [*_title(rng, year), *prose, "Bảng 1. Kết quả các chỉ tiêu chủ yếu"])


@_layout
def _dated(w: Writer, rng: random.Random, year: str) -> Page | None:
    seat = _bare(w.places[0]) if w.places else "Hà Nội"
    return Page(_upper(w.superior(rng), w.here), _title(rng, year), [*MOTTO, f"{seat}, ngày … tháng 01 năm …"])


@_layout
def _place_of_date(w: Writer, rng: random.Random, year: str) -> Page | None:
    if len(w.places) < 2:
        return None
    date = f"{_bare(w.places[0])}, ngày 15 tháng 01 năm {int(year) + 1}"
    above = f"{w.own if w.kind == ASSOCIATION else 'Ủy ban nhân dân'} {w.places[1]}"
    return Page(_upper(above, f"{w.own} {w.kind_of_place}"), _title(rng, year), [*MOTTO, date])


@_layout
def _numbered(w: Writer, rng: random.Random, year: str) -> Page | None:
    left = [*_upper(w.superior(rng), w.here), "Số:      /BC-VP", "V/v cung cấp số liệu công tác khuyến học"]
    return Page(left, _title(rng, year), [*MOTTO, "…, ngày … tháng … năm …"])


@_layout
def _in_area(w: Writer, rng: random.Random, year: str) -> Page | None:
    if not w.places:
        return None
    return Page(_upper(w.superior(rng), w.here), [f"SỐ LIỆU KHUYẾN HỌC TRÊN ĐỊA BÀN {w.places[0].upper()} NĂM {year}"])


@_layout
def _signed_before(w: Writer, rng: random.Random, year: str) -> Page | None:
    end = [
        "Nơi nhận:",
        "- Hội Khuyến học tỉnh Lâm Đông;",
        "- Huyện ủy, UBND huyện Lâm Đông;",
        "- Lưu: VT.",
        "TM. BAN THƯỜNG VỤ",
        "CHỦ TỊCH",
    ]
    return Page(_upper(w.superior(rng), w.here), [*_title(rng, year), *end, "PHỤ LỤC SỐ LIỆU"])


@_layout
def _with_report(w: Writer, _rng: random.Random, year: str) -> Page | None:
    return Page(_upper(w.here), [f"SỐ LIỆU NĂM {year}", f"(Kèm theo Báo cáo số 12/BC ngày 05/01 của {w.full})"])


@_layout
def _three_levels(w: Writer, rng: random.Random, year: str) -> Page | None:
    if w.kind != ASSOCIATION or len(w.places) < 2 or "Chi hội" in w.own:
        return None
    levels = [f"Hội Khuyến học {place}" for place in reversed(w.places)]
    return Page(_upper("Hội Khuyến học Việt Nam", *levels), _title(rng, year))


@_layout
def _ruled(w: Writer, rng: random.Random, year: str) -> Page | None:
    return Page([*_upper(w.superior(rng)), "*", *_upper(w.here), "---------"], _title(rng, year))


@_layout
def _motto_first(w: Writer, rng: random.Random, year: str) -> Page | None:
    return Page([], [*MOTTO, "-----", *_upper(w.superior(rng), w.here), *_title(rng, year)], [])


@_layout
def _form_number(w: Writer, rng: random.Random, year: str) -> Page | None:
    return Page(_upper(w.superior(rng), w.here), _title(rng, year), ["Biểu số 02/TH", "Ban hành theo Công văn số 12"])


@_layout
def _party(w: Writer, rng: random.Random, year: str) -> Page | None:
    seat = _bare(w.places[-1]) if w.places else "Hà Nội"
    return Page(
        _upper(w.superior(rng), w.here), _title(rng, year), ["ĐẢNG CỘNG SẢN VIỆT NAM", f"{seat}, ngày 05 tháng 01"]
    )


@_layout
def _title_alone(w: Writer, _rng: random.Random, year: str) -> Page | None:
    return Page([], [f"BÁO CÁO KẾT QUẢ CÔNG TÁC KHUYẾN HỌC NĂM {year} CỦA {w.here.upper()}", *w.places[1:]], [])


def strange(writer: Writer) -> Writer:
    """Return a writer like another that no register knows, in a place nobody knows."""
    if not writer.places:
        return Writer(f"{writer.own} {STRANGE}", (), writer.kind)
    kind = writer.kind_of_place
    if len(writer.places) == 1 and writer.kind != ASSOCIATION:  # of a province that is known
        return Writer(writer.own, ("tỉnh Điện Biên",), writer.kind)
    return Writer(writer.own, (f"{kind} {STRANGE}", *writer.places[1:]), writer.kind)


def pages(writer: Writer, seed: int, year: str) -> Iterator[tuple[str, Page]]:
    """Yield a page of every layout that a body can have, with the name of the layout."""
    for name, make in LAYOUTS.items():
        if page := make(writer, random.Random(f"{seed}{name}{writer.full}"), year):
            yield name, page


def grid_of(at: int, page: Page, year: str, *, in_word: bool) -> Grid:
    """Return a table of one unit's figures below a page: as a sheet, or as the table of a Word file."""
    rows = [] if in_word else [*page.rows(), []]
    rows += [
        ["TT", "Nội dung", "Đơn vị tính", f"Năm {year}"],
        ["1", "Số tiền vận động được cho quỹ khuyến học", "triệu đồng", "14"],
        ["2", "Công dân học tập", "người", "33"],
    ]
    cells = {
        (row, column): Cell("number" if text.isdigit() and column > 1 else "text", text)
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
        if text
    }
    lines = page.lines() if in_word else ()
    return Grid(f"{at}", cells, above=tuple(first_and_last(lines)), word_table=at if in_word else 0)


def read(catalog: Catalog, found: Sequence[Page], year: str) -> list[dict[str, str]]:
    """Return for each page to which unit each indicator was put, or «?» and the question; every second one in Word."""
    grids = [grid_of(at, page, year, in_word=bool(at % 2)) for at, page in enumerate(found, 1)]
    out: list[dict[str, str]] = [{} for _ in grids]
    for row in understand(catalog, grids, {}).rows:
        at = int(re.split(r"[!/]", row.cell)[0]) - 1
        out[at][row.indicator_id] = f"? {row.question}" if row.question else row.unit_id
    return out


def year_of(catalog: Catalog, unit: Unit) -> str:
    """Return a year in which the area of a unit was there."""
    area = catalog.areas.get(unit.area_id)
    return "2025" if area and area.valid_from else "2023"


def area_of(catalog: Catalog, unit: Unit) -> str:
    """Return the unit that is the area of another, empty where the register has none."""
    name = plain(", ".join(writer_of(unit).places))
    for each in catalog.units.values():
        is_called_so = each.unit_kind == AREA_UNIT and plain(OLD.sub("", each.name_vi)) == name
        if is_called_so and (each.level != PROVINCE or each.area_id == unit.area_id):
            return each.unit_id
    return ""


def judged(unit: Unit, place: str, layout: str, got: dict[str, str], *, known: bool) -> dict[str, str]:
    """Return right, asked or wrong for each figure; an office may have learning citizens of its own."""
    has_place = unit.unit_kind == AREA_UNIT or is_of_place(unit)
    citizens = place if has_place or layout == "in_area" else unit.unit_id
    fund = "" if layout == "in_area" and not has_place else unit.unit_id  # or of the association there: to be asked
    gold = {FUND: fund, CITIZENS: citizens} if known else {}
    return {
        indicator: "asked" if whose.startswith("?") else "right" if whose == gold.get(indicator) else "wrong"
        for indicator, whose in got.items()
    }
