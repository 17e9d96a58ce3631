"""Pieces of work: what holds is put in again, what does not is made, and never through a link into the old folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hoctap.system.kept import files_of
from hoctap.system.reuse import Past, Read, Work, anew, recall, remember

DATA = {"a": "1", "b": "2"}


class Desk:
    """A work in a folder over data that changes; `made` are the names of pieces that were made."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.data, self.made = folder, dict(DATA), list[str]()
        self._reads: set[Read] = set()
        self._past, self._old = Past(), folder / "0"

    @contextmanager
    def _reading(self) -> Iterator[set[Read]]:
        self._reads = set()
        yield self._reads

    def run(self, given: str = "") -> Path:
        """Make a piece for each letter anew or not, in a folder of this run; return the folder."""
        new = self.folder / str(int(self._old.name) + 1)
        new.mkdir(parents=True)
        work = Work(self._past, self._old, new, self._reading, lambda read: self.data.get(read[1], ""))
        self.made.clear()
        for name in DATA:
            piece = work.piece(name, given, lambda name=name: self._make(new, name))  # type: ignore[misc]
            work.done[name] = piece
            assert piece.outcome == self.data.get(name, "")
        self._past, self._old = work.as_past("in", files_of(new)), new
        return new

    def _make(self, new: Path, name: str) -> tuple[list[str], str]:
        self.made.append(name)
        self._reads.add(("letter", name))
        (new / name).write_text(self.data.get(name, ""))
        return [name], self.data.get(name, "")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.run()
    assert desk.made == ["a", "b"]
    return desk


def test_what_holds_is_put_in_again(desk: Desk) -> None:
    new = desk.run()
    assert desk.made == []
    assert files_of(new) == files_of(desk.folder / "1")


def test_what_read_something_else_is_made_again(desk: Desk) -> None:
    desk.data["b"] = "3"
    new = desk.run()
    assert desk.made == ["b"]
    assert (new / "b").read_text() == "3"
    assert (desk.folder / "1" / "b").read_text() == "2"


def test_what_is_given_something_else_is_made_again(desk: Desk) -> None:
    desk.run("other")
    assert desk.made == ["a", "b"]


@pytest.mark.parametrize("spoil", ["changed", "gone"])
def test_a_file_that_somebody_touched_is_made_again(desk: Desk, spoil: str) -> None:
    old = desk.folder / "1" / "a"
    old.write_text("x") if spoil == "changed" else old.unlink()
    new = desk.run()
    assert desk.made == ["a"]
    assert (new / "a").read_text() == "1"
    assert spoil == "gone" or old.read_text() == "x"


def test_two_pieces_of_one_name_are_refused(tmp_path: Path) -> None:
    work = anew(tmp_path)
    work.pieces([("a", "", lambda: ((), 1))])
    with pytest.raises(ValueError, match="'a'"):
        work.pieces([("a", "", lambda: ((), 2))])
    with pytest.raises(ValueError, match="two pieces"):
        work.pieces([("b", "", lambda: ((), 1)), ("b", "", lambda: ((), 2))])


def test_a_note_of_other_inputs_or_cut_off_is_no_past(tmp_path: Path) -> None:
    remember(tmp_path / "note", Past("in"))
    assert recall(tmp_path / "note", "in") == Past("in")
    assert recall(tmp_path / "note", "others") == Past()
    (tmp_path / "note").write_bytes((tmp_path / "note").read_bytes()[:-5])
    assert recall(tmp_path / "note", "in") == Past()
    assert recall(tmp_path / "nothing", "in") == Past()
