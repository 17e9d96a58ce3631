"""Heads of tables in every shape: times over and under what is counted, merged, left blank or said once."""

import itertools
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoctap.contribute.naming.named_places import confirms, contradicts
from hoctap.contribute.tables.blocks import blocks
from hoctap.contribute.tables.opening import Cell, Grid
from hoctap.vietnamese.encodings import decoded, decoder_of
from typed_sheets import sheet

TIMES = (
    ("Năm học", ("2020-2021", "2021-2022")),
    ("Năm học", ("2020 – 2021", "2021 – 2022")),
    ("Năm học", ("2020/2021", "2021/2022")),
    ("Năm", ("2022", "2023")),
    ("Kết quả các năm", ("Năm 2022", "Năm 2023")),
    ("Kỳ báo cáo", ("6 tháng đầu năm 2022", "6 tháng đầu năm 2023")),
)
COMPARED = (
    "",
    "6T 2024/ 6T 2023 (%)",
    "9T so cùng kỳ (%)",
    "2023/2022 (%)",
    "2023 so với 2022",
    "So sánh (%)",
    "Tăng, giảm",
)
NUMBERS = ((), ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"), ("1", "2", "3", "4", "5", "6"))


@dataclass(frozen=True)
class Head:
    """One head: `stub` are the columns before the times, `over` the word or thing over these, if there is one."""

    stub: tuple[str, ...]
    over: str
    times: tuple[str, ...]
    compared: str
    numbers: tuple[str, ...]
    is_merged: bool

    @property
    def under(self) -> tuple[str, ...]:
        """All columns that stand under one text."""
        return (*self.times, *filter(None, [self.compared]))

    @property
    def grid(self) -> Grid:
        """The head with two rows of figures below it."""
        left = len(self.stub)
        names = [["Hội viên", "Chi hội"][at][:20] for at in (0, 1)]
        figures = [
            [*map(str, [at + 1, name, "người"][:left]), *["120"] * len(self.under)] for at, name in enumerate(names)
        ]
        numbers = [list(self.numbers[: left + len(self.under)])] if self.numbers else []
        rows = [[*self.stub, self.over], [*[""] * left, *self.under], *numbers, *figures]
        kind = dict.fromkeys(("120", "1", "2"), "number")
        cells = {
            (row, column): Cell(kind.get(text, "text"), text)
            for row, texts in enumerate(rows, 1)
            for column, text in enumerate(texts, 1)
            if text
        }
        merged = [(1, at, 2, at) for at in range(1, left + 1)] + [(1, left + 1, 1, left + len(self.under))]
        return _grid(cells, tuple(merged) if self.is_merged else ())


def _grid(cells: dict[tuple[int, int], Cell], merged: tuple[tuple[int, int, int, int], ...]) -> Grid:
    owner = {
        (row, column): (top, left)
        for top, left, bottom, right in merged
        for row, column in itertools.product(range(top, bottom + 1), range(left, right + 1))
    }
    return Grid("Sheet1", cells, merged, owner=owner)


heads = st.builds(
    lambda over_times, stub, thing, compared, numbers, is_merged: Head(
        stub, thing or over_times[0], over_times[1], compared, numbers, is_merged
    ),
    st.sampled_from(TIMES),
    st.sampled_from([("TT", "Chỉ tiêu", "ĐVT"), ("STT", "Đơn vị")]),
    st.sampled_from(["", "Hội viên", "Quỹ vận động (triệu đồng)"]),
    st.sampled_from(COMPARED),
    st.sampled_from(NUMBERS),
    st.booleans(),
)


@settings(max_examples=120, deadline=None)
@given(heads)
def test_a_row_of_times_below_a_head_is_part_of_it(head: Head) -> None:
    block = next(iter(blocks(head.grid)))
    assert block.header == ((1, 2, 3) if head.numbers else (1, 2))
    assert len(block.body) == 2
    for at, text in enumerate(head.under, len(head.stub) + 1):
        assert " ".join(block.header_path(at)) == f"{head.over} {text}"


def test_a_word_of_time_and_the_time_under_it_are_one_text() -> None:
    head = Head(("TT", "Chỉ tiêu", "ĐVT"), "Năm học", ("2020-2021", "2021-2022"), "", (), is_merged=True)
    assert next(iter(blocks(head.grid))).header_path(4) == ("Năm học 2020-2021",)


def test_a_head_that_says_again_what_stands_above_is_one_head() -> None:
    head = "TT|Đơn vị|Hội viên|Hội viên", "TT|Đơn vị|Năm 2022|Năm 2023"
    block = next(iter(blocks(sheet((*head, "1|Hồ Sen|120|130", "2|Đông Lâu|140|150")))))
    assert (block.header, block.header_path(2), block.header_path(4)) == ((1, 2), ("Đơn vị",), ("Hội viên", "Năm 2023"))


@pytest.mark.parametrize(
    ("heads", "done"),
    [
        ("Chỉ tiêu|Năm 2022 KH|Năm 2022 TH", ("Năm 2022",)),
        ("Chỉ tiêu|Hội viên 2022 KH (người)|Hội viên 2022 TH (người)", ("Hội viên 2022 (người)",)),
        ("Chỉ tiêu|KH 2022|TH 2022", ("Thực hiện 2022",)),
        ("Chỉ tiêu|Trường THCS|Trường TH", ("Trường TH",)),
    ],
)
def test_what_was_done_beside_a_plan_is_told_by_the_plan(heads: str, done: tuple[str, ...]) -> None:
    block = next(iter(blocks(sheet((heads, "Hội viên|120|130", "Chi hội|14|15")))))
    assert block.header_path(3) == done


@pytest.mark.parametrize(
    ("heads", "text"),
    [
        ("TT|Đơn vị|TS|Nữ", "Tổng số"),
        ("TT|Đơn vị|TS|ThS", "TS"),
        ("TT|Đơn vị|TS|Trình độ khác", "TS"),
        ("TT|Đơn vị|TS khoa học|Nữ", "TS khoa học"),
    ],
)
def test_an_abbreviation_of_the_total_is_told_from_that_of_a_degree_by_the_other_columns(heads: str, text: str) -> None:
    block = next(iter(blocks(sheet((heads, "1|Hồ Sen|120|130", "2|Đông Lâu|14|15")))))
    assert block.header_path(3) == (text,)


CLAN = "Dòng họ Nguyễn, xã Cư An, huyện Đak Pơ, tỉnh Gia Lai"


@pytest.mark.parametrize(
    ("lines", "elsewhere", "here"),
    [
        ("Thôn Thuận Hóa, xã Lộc Bổn, huyện Phú Lộc", True, False),
        ("XÃ CƯ AN, HUYỆN ĐAK PƠ", False, True),
        ("xã Cư An huyện Phú Lộc", True, True),
        ("các xã, phường; xã hội học tập; trong huyện năm 2023", False, False),
        ("phường Cư An", False, True),  # the kind may have changed, the name has not
        ("TỈNH GIA LAI", False, False),
    ],
)
def test_the_places_of_a_unit_are_held_against_those_that_lines_say(lines: str, *, elsewhere: bool, here: bool) -> None:
    assert contradicts(CLAN, lines) is elsewhere
    assert confirms(CLAN, lines) is here


# What fonts of before Unicode show of «Huyện», «Hội viên», «Thị xã», «Tổng số».
OLD_FONTS = (
    ("HuyÖn|Héi viªn|ThÞ x· Phó Thä|Tæng sè", "Huyện|Hội viên|Thị xã Phú Thọ|Tổng số"),
    ("Huyeän|Hoäi vieân|Thò xaõ Phuù Thoï|Toång soá", "Huyện|Hội viên|Thị xã Phú Thọ|Tổng số"),
)


@pytest.mark.parametrize(("before", "after"), OLD_FONTS)
def test_texts_of_an_old_font_are_read_as_they_were_meant(before: str, after: str) -> None:
    texts = before.split("|")
    assert [*map(decoder_of(texts), texts)] == after.split("|")
    assert decoder_of(texts)("Nhãn dán: số") == "Nhãn dán: số"  # pasted in Unicode among them


@pytest.mark.parametrize("texts", [OLD_FONTS[0][1], "Sở|và|Nam Hà|Hải Hà|Ý Yên", "Hà|HuyÖn", "Café|Genève|São Paulo"])
def test_texts_that_need_no_other_reading_stay_as_they_are(texts: str) -> None:
    assert [*map(decoder_of(texts.split("|")), texts.split("|"))] == texts.split("|")


@pytest.mark.parametrize("short", ["GDĐT", "TTHTCĐ", "HĐND", "QĐ-UBND"])
def test_an_abbreviation_with_a_letter_of_its_own_hides_no_encoding(short: str) -> None:
    text = f"Phòng {short} huyện, số liệu năm 2023"
    data = "".join({"ò": "o\u0300", "ệ": "ê\u0323", "ố": "ô\u0301", "ă": "ă"}.get(each, each) for each in text)
    assert decoded(data.encode("cp1258")) == ("Windows-1258", text)
