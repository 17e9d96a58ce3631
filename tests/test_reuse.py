"""Pieces of work: what holds is kept, what does not is made, and never through a link into the old folder."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from hoctap.system.folder_record import files_of
from hoctap.system.piece import Outcome, Past, Piece, Read, recall, remember
from hoctap.system.processes import run_in_background
from hoctap.system.reuse import PIECE, Given, Work, anew
from hoctap.system.spare import bring_up_to_date, put_aside, take_spare

DATA = {"a": "1", "b": "2"}


class Desk:
    """A work in a folder over data that changes; `produced` are the names of pieces that were made."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.data, self.produced = folder, dict(DATA), list[str]()
        self.spare = folder / "spare"
        self._reads: set[Read] = set()
        self._past, self._old = Past(), folder / "0"

    @contextmanager
    def _reading(self) -> Iterator[set[Read]]:
        self._reads = set()
        yield self._reads

    def run(self, given: Given = "") -> Path:
        """Make a piece for each letter anew or not, in a folder of this run; return the folder."""
        new, whole = self.folder / "fresh", self.folder / str(int(self._old.name) + 1)
        new.mkdir(parents=True)
        work = Work(self._past, self._old, new, self._reading, lambda read: self.data.get(read[1], ""))
        self.produced.clear()
        for name in DATA:
            piece = work.piece(name, given, lambda name=name: self._make(new, name))  # type: ignore[misc]
            work.done[name] = piece
            assert piece.outcome == self.data.get(name, "")
        take_spare(self.spare, whole)
        bring_up_to_date(whole, new, self._old, work.kept)
        shutil.rmtree(new)
        self._past, self._old = work.as_past("in", files_of(whole)), whole
        return whole

    def _make(self, new: Path, name: str) -> tuple[list[str], str]:
        self.produced.append(name)
        self._reads.add(("letter", name))
        (new / name).write_text(self.data.get(name, ""))
        return [name], self.data.get(name, "")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.run()
    assert desk.produced == ["a", "b"]
    return desk


def test_what_holds_is_kept(desk: Desk) -> None:
    new = desk.run()
    assert desk.produced == []
    assert files_of(new) == files_of(desk.folder / "1")


def test_what_read_something_else_is_made_again(desk: Desk) -> None:
    desk.data["b"] = "3"
    new = desk.run()
    assert desk.produced == ["b"]
    assert (new / "b").read_text() == "3"
    assert (desk.folder / "1" / "b").read_text() == "2"


@pytest.mark.parametrize(("number", "produced"), [("8", ["less than ten"]), ("12", ["less than ten", "words"])])
def test_what_read_what_another_came_to_is_made_again_only_if_that_is_something_else(
    tmp_path: Path, number: str, produced: list[str]
) -> None:
    data, done, reads = {"number": "3"}, list[str](), set[Read]()

    def come_to(name: str, read: Read, value: object) -> object:
        done.append(name)
        reads.clear()
        reads.add(read)
        return value

    def run(past: Past) -> Past:
        done.clear()
        work = Work(past, tmp_path, tmp_path, lambda: nullcontext(reads), lambda read: data[read[1]])
        is_few = int(data["number"]) < 10
        few = work.value("less than ten", lambda: come_to("less than ten", ("data", "number"), is_few))
        words = work.value("words", lambda: come_to("words", (PIECE, "less than ten"), "few" if few else "many"))
        assert words == ("few" if is_few else "many")
        return work.as_past("", {})

    past = run(Past())
    data["number"] = number
    past = run(past)
    assert done == produced
    run(past)
    assert done == []


def test_what_is_given_something_else_is_made_again(desk: Desk) -> None:
    desk.run("other")
    assert desk.produced == ["a", "b"]


def test_what_is_given_may_be_found_by_whoever_does_the_piece(desk: Desk) -> None:
    desk.run(lambda: "other")
    assert desk.produced == ["a", "b"]
    desk.run("other")
    assert desk.produced == []


@pytest.mark.parametrize(
    ("text", "touched", "elsewhere", "written"),
    [("1", "", False, False), ("2", "", False, True), ("1", "9", False, True), ("1", "", True, True)],
    ids=["the same", "another text", "one that somebody touched", "made by another process"],
)
def test_of_a_piece_made_again_a_file_of_the_same_bytes_is_kept(
    tmp_path: Path, text: str, touched: str, *, elsewhere: bool, written: bool
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    first = anew(old)
    total = first.put("a/b", b"1")
    past = Past("", {}, {}, files_of(old), {"a/b": total})
    if touched:
        (old / "a/b").write_text(touched)
    work = Work(past, old, new, nullcontext, lambda _: "")
    put = partial(work.within("a/", new / "a").put, "b", text.encode())
    assert (run_in_background(put)() if elsewhere else put()) == sha256(text.encode()).hexdigest()
    assert (new / "a/b").exists() is written
    assert ("a/b" in work.kept) is not written
    assert not written or (new / "a/b").read_text() == text


@pytest.mark.parametrize(("is_much", "is_another"), [(False, False), (True, True)])
def test_much_work_done_aside_is_this_work_and_its_memory_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_much: bool, is_another: bool
) -> None:
    monkeypatch.setattr("hoctap.system.reuse._LITTLE", -1)  # no work is little
    old, processes = tmp_path / "old", list[int]()
    first = anew(old)
    first.put("kept", b"1")
    kept = Piece("", (), ("kept",), Outcome(1))
    work = Work(
        Past("", {"kept": kept}, {}, files_of(old)),
        old,
        tmp_path,
        lambda: nullcontext(()),
        lambda _: "",
        is_much=is_much,
    )

    def pieces() -> None:
        work.pieces([("kept", "", lambda: ((), 2)), ("new", "", lambda: ((), os.getpid()))])
        processes.append(os.getpid())

    work.aside(pieces)
    assert work.done["kept"] is kept
    assert "kept" in work.kept
    assert (work.done["new"].outcome != os.getpid()) is is_another
    assert (not processes) is is_another


@pytest.mark.parametrize("spoil", ["changed", "gone"])
def test_a_file_that_somebody_touched_is_made_again(desk: Desk, spoil: str) -> None:
    old = desk.folder / "1" / "a"
    old.write_text("x") if spoil == "changed" else old.unlink()
    new = desk.run()
    assert desk.produced == ["a"]
    assert (new / "a").read_text() == "1"
    assert spoil == "gone" or old.read_text() == "x"


SPOILT = {
    "lost": shutil.rmtree,
    "another file in a place": lambda spare: ((spare / "a").unlink(), (spare / "a").write_text("1")),
    "a file more": lambda spare: (spare / "more").write_text("x"),
    "a folder in a place": lambda spare: ((spare / "b").unlink(), (spare / "b").mkdir(), (spare / "b" / "c").touch()),
    "a link elsewhere": lambda spare: ((spare / "a").unlink(), (spare / "a").symlink_to("/etc/hostname")),
    "a link to a folder": lambda spare: (spare / "c").symlink_to(spare.parent / "2"),
    "a link in its place": lambda spare: (shutil.rmtree(spare), spare.symlink_to(spare.parent / "2")),
    "a file in its place": lambda spare: (shutil.rmtree(spare), spare.touch()),
    "one file gone": lambda spare: (spare / "a").unlink(),
}


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_spare_is_brought_up_to_date_whatever_it_holds(desk: Desk, spoil: str) -> None:
    desk.data["b"] = "3"
    desk.run()
    put_aside(desk.folder / "1", desk.spare)
    SPOILT[spoil](desk.spare)
    desk.data["b"] = "4"
    new = desk.run()
    assert desk.produced == ["b"]
    assert {path.name: path.read_text() for path in new.iterdir()} == {"a": "1", "b": "4"}
    assert (desk.folder / "2" / "b").read_text() == "3"
    assert new.joinpath("a").samefile(desk.folder / "2" / "a")


def test_only_the_spares_of_the_last_places_are_kept(tmp_path: Path) -> None:
    for name in ("1", "2", "3"):
        folder = tmp_path / f"site {name}"
        folder.mkdir()
        put_aside(folder, tmp_path / "spares" / name)
    assert sorted(path.name for path in (tmp_path / "spares").iterdir()) == ["2", "3"]


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


def test_what_pieces_came_to_is_read_from_the_note_and_written_again_unopened(tmp_path: Path) -> None:
    note, reads = tmp_path / "note", frozenset([("letter", "a")])
    pieces = {"a": Piece("x", reads, ("a",), Outcome({"b": [1]})), "b": Piece("", reads, (), Outcome(None))}
    remember(note, Past("in", pieces))
    for _ in range(2):
        past = recall(note, "in")
        remember(note, past)
        assert [piece[:3] for piece in past.pieces.values()] == [piece[:3] for piece in pieces.values()]
    assert [piece.outcome for piece in past.pieces.values()] == [{"b": [1]}, None]
    assert past.pieces["a"].outcome is past.pieces["a"].outcome
