"""Numbers, money, dates, folding and sorting as Vietnamese write, type and expect them."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoctap.model.period import parse_period
from hoctap.vietnamese.numerals import NUMERAL, value_of
from hoctap.vietnamese.writing import fold, moment, money, number, slug, sort_key, span

NUMBERS = st.decimals(-(10**12), 10**12, allow_nan=False, places=3)
TEXTS = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯ áàảãạếềộợứự0129 -", max_size=12)


@pytest.mark.parametrize(
    ("value", "words"),
    [("0", "0"), ("2763", "2.763"), ("32.83", "32,83"), ("1234567.5", "1.234.567,5"), ("-3", "−3"), ("10.50", "10,5")],
)
def test_numbers_are_written_with_points_and_a_comma(value: str, words: str) -> None:
    assert number(Decimal(value)) == words


@given(NUMBERS)
def test_a_written_number_reads_back_as_itself(value: Decimal) -> None:
    read = number(value).replace(".", "").replace(",", ".").replace("−", "-")
    assert Decimal(read) == value


@pytest.mark.parametrize(
    ("dong", "words"),
    [
        (12_000_000, "12 triệu đồng"),
        (71_500_000, "71,5 triệu đồng"),
        (2_000_000_000, "2 tỷ đồng"),
        (1_875_500_000, "1.875,5 triệu đồng"),
        (500, "500 đồng"),
        (1_234_567, "1.234.567 đồng"),
    ],
)
def test_money_is_said_in_the_scale_that_keeps_every_digit(dong: int, words: str) -> None:
    assert money(Decimal(dong)) in (words, words.replace("1.875,5 triệu", "1,8755 tỷ"))


@pytest.mark.parametrize(
    ("text", "in_a_sentence", "of_a_figure"),
    [
        ("2024", "năm 2024", "2024"),
        ("2024-06", "tháng 6/2024", "6/2024"),
        ("2025-02-21", "ngày 21/02/2025", "đến 21/02/2025"),
        ("2025-07-01", "ngày 01/7/2025", "đến 01/7/2025"),
        ("2025-11-09", "ngày 09/11/2025", "đến 09/11/2025"),
        ("2007/2009", "2007–2009", "2007–2009"),
        ("2025-01/2025-06", "1/2025–6/2025", "1/2025–6/2025"),
        ("2024-12-01/2025-06-30", "01/12/2024–30/6/2025", "01/12/2024–30/6/2025"),
        ("2024/2025-06", "2024–6/2025", "2024–6/2025"),
        ("2020-11/2021-12", "11/2020–12/2021", "11/2020–12/2021"),
    ],
)
def test_periods_are_said_as_people_say_them(text: str, in_a_sentence: str, of_a_figure: str) -> None:
    assert moment(parse_period(text)) == in_a_sentence
    assert span(parse_period(text)) == of_a_figure


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Khuyến học", "khuyen hoc"), ("Đắk Lắk", "dak lak"), ("THANH HOÁ", "thanh hoa"), ("TTHTCĐ", "tthtcd")],
)
def test_folding_drops_marks_and_crosses(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=20))
def test_folding_twice_is_folding_once_and_forms_do_not_matter(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(TEXTS)
def test_a_slug_is_an_identifier_and_stays_as_it_is(text: str) -> None:
    identifier = slug(text)
    assert slug(identifier) == identifier
    assert identifier.isascii()
    assert not identifier or identifier.replace("-", "").isalnum()


def test_text_sorts_in_dictionary_order() -> None:
    right = ["Am", "An", "Ăn", "Ân", "Ba", "Bà", "Bả", "Bã", "Bá", "Bạ", "Da", "Đa", "Quận 2", "Quận 10", "Ý"]
    shuffled = right[::-1]
    assert sorted(shuffled, key=sort_key) == right


@given(TEXTS, TEXTS)
def test_equal_keys_mean_equal_texts(one: str, other: str) -> None:
    assert (sort_key(one) == sort_key(other)) == (one == other)


@given(st.lists(TEXTS, max_size=8))
def test_any_texts_can_be_sorted(texts: list[str]) -> None:
    ordered = sorted(texts, key=sort_key)
    assert sorted(ordered, key=sort_key) == ordered


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_day_is_a_period_of_itself(day: date) -> None:
    period = parse_period(day.isoformat())
    assert (period.start, period.end, period.text) == (day, day, day.isoformat())


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_span_holds_both_ends_and_never_runs_backwards(one: date, other: date) -> None:
    first, last = sorted((one, other))
    period = parse_period(f"{first}/{last}")
    assert (period.start, period.end, period.is_interval) == (first, last, True)
    if first != last:
        with pytest.raises(ValueError, match="ends before"):
            parse_period(f"{last}/{first}")


@pytest.mark.parametrize(
    "text", ["", "24", "2024-13", "2024-02-30", "2024-6", "2024/", "/2024", "2024-06-01T00", "٢٠٢٤"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - datetime and we say it in several ways
        parse_period(text)


@pytest.mark.parametrize("text", ["Diện tích, m²", "Ghi chú ¹", "① hai", "९", "1" * 5000])
def test_any_digit_that_a_name_may_hold_is_sorted(text: str) -> None:
    assert sorted([text, "a"], key=sort_key)


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("hai", 2),
        ("mười", 10),
        ("mười lăm", 15),
        ("hai mươi mốt", 21),
        ("ba trăm năm mươi tư", 354),
        ("một trăm linh năm", 105),
        ("một nghìn hai trăm", 1200),
        ("mười hai nghìn", 12_000),
        ("một tỷ hai trăm triệu", 1_200_000_000),
        ("hai tỷ rưỡi", 2_500_000_000),
        ("một trăm rưỡi", 150),
        ("nửa triệu", 500_000),
    ],
)
def test_a_numeral_in_words_has_its_value(numeral: str, value: int) -> None:
    assert re.fullmatch(NUMERAL, numeral)
    assert value_of(numeral) == value


@pytest.mark.parametrize("words", ["mươi", "trăm", "lăm", "nửa lớp", "hai mươi mươi", "rưỡi"])
def test_words_that_are_no_numeral_are_none(words: str) -> None:
    assert re.fullmatch(NUMERAL, words) is None
