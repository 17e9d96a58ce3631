"""Of very many things little stands in memory at a time: what is written and kept so is what it would be otherwise."""

import json
import pickle
from array import array
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoctap.exports import many_cells
from hoctap.exports.json_text import lined
from hoctap.exports.many_cells import share_of
from hoctap.model import utf8
from hoctap.model.kept import kept
from hoctap.model.utf8 import in_utf8
from hoctap.system import processes
from hoctap.system.piece import Past
from hoctap.system.processes import parallel_map
from hoctap.system.reuse import Work

ROWS = [{"a": "số"}, {"a": None}]
# For each figure its cells, for programs and in words, and what they were made from.
CELLS = [
    ((("u1", "3"), ("Hội", "3")), frozenset({("unit", "u1")})),
    ((("u2", "3"), ("Hội", "")), frozenset({("unit", "u1"), ("codes", "x")})),
    ((("u1", ""), ("Quỹ", "3")), frozenset({("unit", "u1")})),
]


@pytest.mark.parametrize("at_once", [1, 2, 1000])
@given(texts=st.lists(st.text(max_size=4), max_size=7))
def test_texts_encoded_some_at_a_time_are_all_of_them_encoded(at_once: int, texts: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(utf8, "_AT_ONCE", at_once)
        assert in_utf8(texts) == "".join(texts).encode()


@pytest.mark.parametrize("rows", [[], ROWS[:1], ROWS])
def test_json_of_rows_made_one_at_a_time_is_that_of_a_list(rows: list[dict[str, str | None]]) -> None:
    written = lined({"name": "x", "rows": iter(rows), "end": 1})
    assert written == lined({"name": "x", "rows": rows, "end": 1})
    assert json.loads(written) == {"name": "x", "rows": rows, "end": 1}


@pytest.mark.parametrize(("most_small", "size"), [(1 << 16, "H"), (2, "I")])
def test_cells_are_told_as_they_were_found(most_small: int, size: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many_cells, "_MOST_SMALL", most_small)
    share = pickle.loads(pickle.dumps(share_of(CELLS)))
    assert share.cells.typecode == size
    assert len(share.texts) == len(set(share.texts)) == 6
    assert share.reads_of_each == array("I", [0, 1, 0])
    assert [(both, frozenset(reads)) for both, reads in map(share.at, range(len(CELLS)))] == CELLS


@pytest.mark.skipif(not processes._CAN_FORK, reason="one process does it all here")
def test_of_very_many_items_neighbours_are_taken_together_and_few_of_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_SHARES", 10)
    assert parallel_map(str, range(1000)) == list(map(str, range(1000)))
    turns, left = list[int](), 1000
    while left > 0:
        turns.append(processes._some_of(left))
        left -= turns[-1]
    assert (turns[0], turns[-1], sum(turns)) == (100, 1, 1000)
    assert turns == sorted(turns, reverse=True)


def test_what_many_pieces_read_is_one_object_and_what_much_work_came_to_is_packed(tmp_path: Path) -> None:
    def reading() -> nullcontext[Sequence[tuple[str, str]]]:
        return nullcontext([(sort, "u1") for sort in ["unit"]])

    work = Work(Past(), tmp_path, tmp_path, reading, lambda _: "", is_much=True)
    assert work.pieces([(name, "", lambda name=name: ((), [name])) for name in "ab"]) == [["a"], ["b"]]
    (one,), (other,) = (work.done[name].reads for name in "ab")
    assert one is other
    assert work.outcomes([("c", "", lambda: ((), [1]))])[0].packed == pickle.dumps([1])


def test_what_is_kept_in_a_slot_is_found_once_and_told_by_no_comparison() -> None:
    asked = list[int]()

    @dataclass(frozen=True, slots=True)
    class Number:
        value: int
        _twice: int = field(init=False, repr=False, compare=False)

        @kept
        def twice(self) -> int:
            asked.append(self.value)
            return 2 * self.value

    number = Number(4)
    assert [number.twice, number.twice] == [8, 8]
    assert asked == [4]
    assert number == Number(4)
    assert repr(number).endswith("Number(value=4)")
