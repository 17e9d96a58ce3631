"""What scripts of the explorer decide: the measure of a map, the year of a chart, who is meant by what is typed."""

from pathlib import Path
from typing import Any

import pytest

from searching import run_in_node

_DRAW = """
import { mapScale, measureOf, signWords, tileWords } from "JS/explorer-scale.js";
import { readFileSync } from "node:fs";
const { rows, shard } = JSON.parse(readFileSync(0, "utf8"));
const Formats = Intl.NumberFormat; // as in browsers that know no `roundingMode`
Intl.NumberFormat = function (language, { roundingMode, ...known } = {}) { return new Formats(language, known); };
const scale = mapScale(rows, shard);
const tiles = rows.map((row) => tileWords(row, scale));
console.log(JSON.stringify([tiles, measureOf(rows, scale, shard), signWords(rows)]));
"""
_CHOOSE = """
import { chosenRows, viewRows } from "JS/explorer-rows.js";
import { readFileSync } from "node:fs";
const { shard, view } = JSON.parse(readFileSync(0, "utf8"));
const split = chosenRows(shard, { units: [], from: 0, to: 9999, border: "", view }, {});
console.log(JSON.stringify(viewRows(view, split, shard, { cu: [], moi: [] }).visible.map(({ year }) => year)));
"""


def _rows(values: list[float | tuple[str, float]]) -> list[dict[str, Any]]:
    pairs = [value if isinstance(value, tuple) else ("", value) for value in values]
    return [{"hedge": hedge, "value": value} for hedge, value in pairs]


@pytest.mark.parametrize(
    ("values", "measure", "tiles", "title"),
    [
        ([267409, 415000], "người", ["267.409", "415.000"], "người"),
        ([267409, ("over", 415000)], "người", ["267", ">415"], "nghìn người, làm tròn"),
        ([("over", 415600), ("nearly", 267400)], "người", [">415", "<268"], "nghìn người, làm tròn"),
        ([("at_least", 99960), ("about", 415600)], "người", ["≥99,9", "≈416"], "nghìn người, làm tròn"),
        ([572, 3900], "cộng đồng", ["572", "3.900"], "cộng đồng"),
        ([1953233, 36516, 267409], "người", ["1.953", "36,5", "267"], "nghìn người, làm tròn"),
        ([51e9, ("about", 886e9), 90e6], "đồng", ["51", "≈886", "0,09"], "tỷ đồng"),
        ([51e9, ("about", 885.5e9), 90e6], "đồng", ["51", "≈886", "0,09"], "tỷ đồng, làm tròn"),
        ([24e6, 1.2e6], "đồng", ["24.000", "1.200"], "nghìn đồng"),
    ],
)
def test_tiles_of_a_map_have_one_measure(
    values: list[float | tuple[str, float]], measure: str, tiles: list[str], title: str, tmp_path: Path
) -> None:
    given = {"rows": _rows(values), "shard": {"share": False, "measure": measure}}
    assert run_in_node(_DRAW, given, tmp_path)[:2] == [tiles, title]


def test_shares_stay_as_they_are_and_signs_are_explained(tmp_path: Path) -> None:
    given = {"rows": _rows([63.73, ("nearly", 80), ("over", 52)]), "shard": {"share": True, "measure": "%"}}
    tiles, measure, signs = run_in_node(_DRAW, given, tmp_path)
    assert (tiles, measure) == (["63,73", "<80", ">52"], "")
    assert signs == "Dấu < là gần hoặc dưới, > là hơn."


def test_columns_of_one_unit_begin_with_its_latest_year(tmp_path: Path) -> None:
    """Groups are numbered in the order of the data: their number says nothing of their age."""
    rows = [
        {"unit": 0, "group": group, "year": year, "at": f"{year}-12-31", "border": "", "value": 1, "words": "1"}
        for group, year in ((9, 1996), (12, 2025), (3, 2021))
    ]
    shard = {
        "rows": rows,
        "units": [{"id": "a"}],
        "alone": "không xếp hạng",
        "sorts": [0] * 13,
        "pairs": [[0]],
        "own": {},
        "reasons": ["khác"],
    }
    assert run_in_node(_CHOOSE, {"shard": shard, "view": "cot"}, tmp_path) == [2025]


_PICK = """
import { Picker } from "JS/picker.js";
import { readFileSync } from "node:fs";
const { names, typed } = JSON.parse(readFileSync(0, "utf8"));
const options = names.map((name) => ({ id: name, name, text: name, rank: 0 }));
const picker = { options, folded: names, input: { value: typed }, skip: () => false };
console.log(JSON.stringify(Picker.prototype.fitting.call(picker).map(({ name }) => name)));
"""
_PLACES = ["tinh khanh hoa", "tinh ha nam", "tinh ha tinh", "benh vien tinh ha tinh", "tinh nghe an"]


@pytest.mark.parametrize(
    ("typed", "first", "others"),
    [
        ("ha tinh", "tinh ha tinh", {"benh vien tinh ha tinh", "tinh ha nam"}),
        ("nghe", "tinh nghe an", set()),
        ("hanh ho", "tinh khanh hoa", set()),
    ],
)
def test_who_is_typed_comes_first(typed: str, first: str, others: set[str], tmp_path: Path) -> None:
    """Letters inside a syllable are another syllable, unless no name begins so: «ha» is not in «Khánh»."""
    found = run_in_node(_PICK, {"names": _PLACES, "typed": typed}, tmp_path)
    assert (found[0], set(found[1:])) == (first, others)


_KIN = """
import { associationsOf } from "JS/kin.js";
import { readFileSync } from "node:fs";
const { units, ids } = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(associationsOf(ids, new Map(units.map(([id, place, rank]) => [id, { id, place, rank }])))));
"""
_UNITS = [
    ("tinh-a", "A", 0),
    ("tinh-b", "B", 0),
    ("tinh-c", "C", 1),
    ("hoi-a", "A", 2),
    ("hoi-b", "B", 2),
    ("hoi-c", "C", 3),
    ("vien-a", "A", 9),
]


@pytest.mark.parametrize(
    ("ids", "kin"),
    [
        (["tinh-b", "tinh-a"], ["hoi-b", "hoi-a"]),
        (["tinh-a", "tinh-c"], ["hoi-a", "hoi-c"]),
        (["tinh-a", "vien-a"], []),
    ],
)
def test_the_associations_of_provinces_are_found(ids: list[str], kin: list[str], tmp_path: Path) -> None:
    assert run_in_node(_KIN, {"units": _UNITS, "ids": ids}, tmp_path) == kin


_SEND = """
import { fromAddress, toAddress } from "JS/explorer-choice.js";
import { readFileSync } from "node:fs";
const { alone, view, units } = JSON.parse(readFileSync(0, "utf8"));
globalThis.location = new URL("https://so.example/kham-pha/");
globalThis.history = { replaceState: (_, __, address) => { globalThis.location = new URL(address); } };
toAddress({ indicator: "members", units, from: 0, to: 9999, view, border: "" });
const { state } = fromAddress({ indicators: [{ id: "members", alone }] }, new Map([["a", {}]]));
console.log(JSON.stringify([state.view, state.units]));
"""


@pytest.mark.parametrize("alone", ["", "không xếp hạng"])
@pytest.mark.parametrize("view", ["duong", "cot", "ban-do", "bang"])
@pytest.mark.parametrize("units", [[], ["a"]])
def test_who_opens_the_address_of_a_choice_sees_the_same(
    alone: str, view: str, units: list[str], tmp_path: Path
) -> None:
    assert run_in_node(_SEND, {"alone": alone, "view": view, "units": units}, tmp_path) == [view, units]
