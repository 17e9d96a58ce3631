"""The page of reports reads numbers with a script: never another value than the one reader of the program has."""

import random
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

from hoctap.load.hedge_words import HEDGES
from hoctap.load.measures import Measure
from hoctap.load.values import read_value
from hoctap.vietnamese.writing import money, number
from hoctap.views.statements.figure import field_text
from searching import run_in_node
from small_catalog import INDICATORS, catalog_of, observation

MEASURES = {
    "count": Measure("count", "nguoi", "người", "Hội viên"),
    "amount": Measure("amount", "dong", "đồng", "Quỹ khuyến học"),
    "share": Measure("share", "phan-tram", "%", "Tỷ lệ hội viên"),
    "ratio": Measure("ratio", "lan-ngay", "lần/ngày", "Số lần"),
    "dong": Measure("ratio", "dong", "đồng", "Quỹ bình quân đầu người"),
}
WHAT = """
import { readFileSync } from "node:fs";
import { amountOf, money, written } from "JS/amounts.js";
const { texts, sums } = JSON.parse(readFileSync(0, "utf8"));
const read = texts.map(([text, kind, measure]) => amountOf(text, kind, measure));
console.log(JSON.stringify({ read, said: sums.map((one) => [money(one), written(one)]) }));
"""
# What officers write every day: taken by both.
PLAIN = {
    "count": {
        "2.763": 2763,
        "0": 0,
        "hơn 8.000": 8000,
        "12 nghìn": 12000,
        "1,5 triệu": 1500000,
        "31 người": 31,
        "05 người": 5,
        "08": 8,
    },
    "amount": {
        "12,5 triệu": 12500000,
        "71,5 triệu đồng": 71500000,
        "5.435.618.000 đồng": 5435618000,
        "2 tỷ": 2 * 10**9,
        "gần 3 tỉ đồng": 3 * 10**9,
        "350.000đ": 350000,
        "12.345,678 tỷ": 12345678000000,
        "0,1 triệu": 100000,
    },
    "share": {"32,83": 32.83, "100%": 100, "khoảng 75 %": 75, "0,5": 0.5},
    "ratio": {"2": 2, "2,5": 2.5, "1,234": 1.234, "3 lần/ngày": 3},
    # Of dong each head has, nobody writes thousandths.
    "dong": {"110.641 đồng": 110641, "hơn 59.000": 59000, "25 nghìn": 25000, "32,5": 32.5},
}
# What must be asked about, or is another measure, or no number: taken by neither.
WRONG = {
    "count": [
        "12,5",
        "12%",
        "5 triệu đồng",
        "12 (em)",
        "007",
        "1.23",
        "1,234.5",
        "1.2345",
        "-3",
        "-0",
        "1 234.567 8",
        "5k",
    ],
    "amount": ["1.000,5 đồng", "2 tỷ rưỡi", "12 người", "0,0001 nghìn", "một tỷ", "5-6 triệu"],
    "share": ["101", "5 nghìn", "12 người", "1.234", "1/2"],
    "ratio": ["1.234", "5%", "2 lần", ""],
}


def _both(texts: list[tuple[str, str]], folder: Path) -> list[tuple[str, str, Any, Any]]:
    """Return for each text and kind what the page's script and the program's reader have of it, None if refused."""
    given = [(text, MEASURES[kind].value_type, MEASURES[kind].title) for text, kind in texts]
    read = run_in_node(WHAT, {"texts": given, "sums": []}, folder)["read"]
    return [(text, kind, _of_page(one), _of_program(text, kind)) for (text, kind), one in zip(texts, read, strict=True)]


def _of_page(read: dict[str, Any] | None) -> tuple[Decimal, str] | None:
    if read is None or "wrong" in read:
        return None
    return Decimal(str(read["value"])), HEDGES.get(read["hedge"], "")


def _of_program(text: str, kind: str) -> tuple[Decimal, str] | None:
    reading = read_value(text, MEASURES[kind])
    return (Decimal(reading.value), reading.qualifier) if reading.value else None


def _typed(seed: int, count: int) -> list[tuple[str, str]]:
    """Return texts as hands make them, right and wrong: pieces of numbers, hedges, scales, measures and slips."""
    chance = random.Random(seed)
    digits = ["2.763", "12", "12,5", "1.234", "1,234", "1.234.567", "1.234.567,89", "0", "007", "1.23", "5,",
              "1 234", "99999999999999999999", "0,1234567", "71,5", "350.000", "3", "100", "100,1", "12.5",
              "1,234,567"]  # fmt: skip
    before = ["", "", "", "hơn ", "HƠN ", "gần", "trên ", "khoảng  ", "ít nhất ", "dưới ", "chưa đến ", "không quá ",
              "-", "~", "hơn hơn ", "tối thiểu ", "từ "]  # fmt: skip
    scales = ["", "", "", " triệu", "triệu", " tỷ", " tỉ", " nghìn", " ngàn", "tr", " TRIỆU", " tỷ rưỡi", " trăm", "k"]
    after = ["", "", "", " đồng", "đ", " người", "%", " %", " lần/ngày", " (em)", " đồng/năm", ".", "*", " vnđ", "\n"]
    texts = []
    for _ in range(count):
        text = "".join(map(chance.choice, (before, digits, scales, after)))
        if chance.random() < 0.1:
            at = chance.randrange(len(text) + 1)
            text = text[:at] + chance.choice("\u00a0 ,.0\u200b-x") + text[at:]
        texts.append((text, chance.choice(list(MEASURES))))
    return texts


def test_the_page_takes_no_number_that_the_program_refuses_and_no_other_value(tmp_path: Path) -> None:
    found = _both(_typed(17, 6000), tmp_path)
    assert [one for one in found if one[2] is not None and one[2] != one[3]] == []
    accepted = [one for one in found if one[2] is not None]
    assert len(accepted) > 250
    assert len({kind for _, kind, *_ in accepted}) == len(MEASURES)


def test_what_officers_write_every_day_is_taken_by_both(tmp_path: Path) -> None:
    texts = [(text, kind) for kind, known in PLAIN.items() for text in known]
    wanted = [Decimal(str(value)) for known in PLAIN.values() for value in known.values()]
    found = _both(texts, tmp_path)
    assert [(one[2][0], one[3][0]) for one in found] == [(value, value) for value in wanted]


def test_what_has_no_single_meaning_is_taken_by_neither(tmp_path: Path) -> None:
    texts = [(text, kind) for kind, wrong in WRONG.items() for text in wrong]
    found = _both(texts, tmp_path)
    assert [one for one in found if one[2] is not None] == []
    # The program knows more words for people, and what is below zero or above a hundred is for the gate to refuse.
    assert {one[:2] for one in found if one[3]} == {
        *(("101", "share"), ("-3", "count"), ("12 (em)", "count"), ("2 lần", "ratio")),
    }


def test_the_page_says_amounts_and_numbers_as_the_program_does(tmp_path: Path) -> None:
    chance = random.Random(5)
    sums = [0, 1, 999, 10**6, 71500000, 5435618000, 2125000000, 1999999999]
    sums += [chance.randrange(10**12) for _ in range(300)]
    sums += [chance.randrange(10**7) * 10**6 for _ in range(300)]
    printed = run_in_node(WHAT, {"texts": [], "sums": sums}, tmp_path)["said"]
    assert printed == [[money(Decimal(one)), number(one)] for one in sums]


def test_a_field_filled_from_the_register_is_read_back_whole(tmp_path: Path) -> None:
    texts, wanted = [], []
    for indicator, qualifier in product(INDICATORS, ("exact", "over", "nearly", "about", "under", "at_least")):
        whole = indicator.value_type in ("count", "amount")
        for value in ("0", "12", "1234", "71500000", "5435618123") if whole else ("61.5", "0.25", "100"):
            row = observation(indicator_id=indicator.indicator_id, value=value, qualifier=qualifier)
            (figure,) = (catalog := catalog_of([row])).figure_rows
            texts.append((field_text(catalog, figure), indicator.value_type))
            wanted.append((Decimal(value), "" if qualifier == "exact" else qualifier))
    assert [one[2] for one in _both(texts, tmp_path)] == wanted
