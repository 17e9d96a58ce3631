"""Pieces of work that need not be done again: nothing they were made from has changed since the last time.

A piece has a name, writes files below one folder and comes to an outcome. What it was `given` and what it read of
shared data, kept in a record while it worked, decide whether it still holds. Its files then stay those of the folder
that the last work left, unless somebody touched them. Must not know what pieces make, nor what they read.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, cast

from hoctap.system.checksums import Sums
from hoctap.system.folder_record import Files, looks, seen_in
from hoctap.system.new_file import write_new
from hoctap.system.piece import Outcome, Past, Piece, Read
from hoctap.system.processes import FEWEST, Seen, apart, parallel_map, unseen

Value = TypeVar("Value")
Make = Callable[[], tuple[Iterable[str], object]]
# A text, or what finds it: of thousands of pieces that is work too, to be shared among the processors.
Given = str | Callable[[], str]
Task = tuple[str, Given, Make]
# Sees to it that a file of this name and these bytes is there; returns their sha256.
Put = Callable[[str, bytes], str]


# A read of what another piece came to, by its name: it stands for that, whatever it was made from.
PIECE = "piece"
# So few pieces of work find by themselves what they have in common. They are done by one process if all others are
# kept: of much that is known each process has to copy what it touches, which takes as long as they do.
_LITTLE = 100
# So many pieces of a site of very many units are done apart. For each process the machine copies what it touches, and
# it has to look up again what processes before it knew: for fewer pieces that is not worth the memory.
_MUCH = 200


@dataclass(frozen=True)
class Work:
    """Does pieces of work, or keeps what holds of the `past`, whose folder is `old`.

    `reading()` is a block in which reads are recorded; `print_of` tells what a read stands for now. Pieces write below
    `new`, which is `at` in the whole; files of `old` that are kept are told by `kept`, with their number (inode).
    Processes forked from this one each have their own.
    """

    past: Past
    old: Path
    new: Path
    reading: Callable[[], AbstractContextManager[Iterable[Read]]]
    print_of: Callable[[Read], str]
    at: str = ""
    done: dict[str, Piece] = field(default_factory=dict)
    kept: dict[str, int] = field(default_factory=dict)
    is_much: bool = False
    _same: dict[Read, bool] = field(default_factory=dict)
    _seen: dict[str, tuple[tuple[int, int], int]] = field(default_factory=dict)
    _process: int = field(default_factory=os.getpid)
    # The same object for the same read: of very many pieces they would take most of the memory.
    _one: dict[Read, Read] = field(default_factory=dict)

    @property
    def is_little(self) -> bool:
        """Whether so few pieces are not those of the past that another process is not worth its beginning."""
        return sum(not self._is_old(*each) for each in self.done.items()) <= _LITTLE

    def within(self, at: str, new: Path) -> "Work":
        """Return the same work for pieces that write below `new`, which will be `at` in the whole."""
        return replace(self, at=at, new=new)

    def piece(self, name: str, given: Given, make: Make) -> Piece:
        """Return a piece as it was, its files kept; or made now by `make`, which returns files and outcome."""
        return self._kept(name, given) or self._done_now(given, make)

    def holds(self, name: str, given: Given) -> bool:
        """Return whether a piece is as it was."""
        return self._kept(name, given) is not None

    def _kept(self, name: str, given: Given) -> Piece | None:
        before = self.past.pieces.get(name)
        if not before or before.given != _text_of(given):
            return None
        return before if all(map(self._is_same, before.reads)) and self._keep(before.files) else None

    def _done_now(self, given: Given, make: Make) -> Piece:
        text = _text_of(given)
        with self.reading() as reads:
            files, value = make()
        outcome = Outcome(value)
        if self.is_much:  # packed it takes a fifth of the memory
            outcome.pack()
        return _sharing(self._one, Piece(text, tuple(sorted(reads)), tuple(files), outcome))

    def value(self, name: str, make: Callable[[], Value]) -> Value:
        """Return what a piece without files came to, given nothing."""
        self.done[name] = self.piece(name, "", lambda: ((), make()))
        return cast("Value", self.done[name].outcome)

    def pieces(
        self, tasks: Sequence[Task], seen: Seen = unseen, prepare: Callable[[], object] = dict, fewest: int = FEWEST
    ) -> list[Any]:
        """Return what pieces came to: `outcomes`, opened."""
        return [outcome.value for outcome in self.outcomes(tasks, seen, prepare, fewest)]

    def outcomes(
        self, tasks: Sequence[Task], seen: Seen = unseen, prepare: Callable[[], object] = dict, fewest: int = FEWEST
    ) -> list[Outcome]:
        """Return what pieces came to, each a name, what it is given and what makes it; done by all processors.

        `seen` is told how many have been taken, of how many. `prepare` is called before much work is shared, so that
        all processes find what it came to. `fewest` pieces are worth a process. ValueError for a name that another
        piece of this work has.
        """
        clashing = self.done.keys() & {name for name, _, _ in tasks}
        if clashing or len({name for name, _, _ in tasks}) < len(tasks):
            raise ValueError(f"two pieces of one name, one of {sorted(clashing)[:3]}")
        kept = {name: piece for name, given, _ in tasks if (piece := self._kept(name, given))}
        wanting = [task for task in tasks if task[0] not in kept]

        def do(seen: Seen) -> list[Piece]:
            if len(wanting) > _LITTLE:
                prepare()
            worth = max(fewest, _LITTLE // 2) if self.past.pieces else fewest
            done = parallel_map(lambda task: self._done_now(*task[1:]), wanting, seen, worth)
            return [_sharing(self._one, piece) for piece in done]

        fresh = apart(do, seen) if self.is_much and len(wanting) > _MUCH else do(seen)
        self.done.update(kept)
        self.done.update((name, piece) for (name, _, _), piece in zip(wanting, fresh, strict=True))
        return [self.done[name].result for name, _, _ in tasks]

    def aside(self, do: Callable[[], object]) -> None:
        """Do `do()`, which does pieces of this work; if it is much, in a process whose memory ends with it."""
        if not self.is_much or self.is_little:
            do()
            return

        def done(_seen: Seen) -> tuple[dict[str, Piece | None], dict[str, int]]:
            before = set(self.done)
            do()
            came = {name: piece for name, piece in self.done.items() if name not in before}
            # One of the past is there: it stays the same object.
            return {name: None if self._is_old(name, piece) else piece for name, piece in came.items()}, self.kept

        pieces, kept = apart(done)
        for name, piece in pieces.items():
            self.done[name] = _sharing(self._one, piece) if piece else self.past.pieces[name]
        self.kept.update(kept)

    @cached_property
    def sums(self) -> Sums:
        """The checksums of the files of the whole."""
        return Sums(dict(self.past.files), dict(self.past.sums))

    def pack(self) -> None:
        """Let go what pieces came to, which is packed until somebody asks for it."""
        for piece in self.done.values():
            piece.result.pack()

    def as_past(self, inputs: str, files: Files) -> Past:
        """Return what the next work may use; `files` are those of the whole."""
        # The same object for the same read, whichever process it comes from: a note is then a tenth as long.
        one = {read: read for read in self.past.prints}
        pieces = {name: each if self._is_old(name, each) else _sharing(one, each) for name, each in self.done.items()}
        read = frozenset[Read]().union(*(each.reads for each in pieces.values()))
        return Past(
            inputs,
            pieces,
            {each: self._stands_for(each) for each in one.values() if each in read},
            files,
            {name: self.sums.known[name] for name in files if name in self.sums.known},
        )

    def _is_old(self, name: str, piece: Piece) -> bool:
        return piece is self.past.pieces.get(name)

    def _is_same(self, read: Read) -> bool:
        if read not in self._same:
            self._same[read] = self.past.prints.get(read) == self._stands_for(read)
        return self._same[read]

    def _stands_for(self, read: Read) -> str:
        if read[0] != PIECE:
            return self.print_of(read)
        piece = self.done.get(read[1]) or self._kept(read[1], "")
        if not piece:
            return ""
        before = self.past.prints.get(read) if self._is_old(read[1], piece) else None
        return before or hashlib.sha256(piece.result.packed).hexdigest()

    def put(self, name: str, data: bytes) -> str:
        """Write a file of a piece that is made, or keep that of `old` which has the same bytes; return their sha256.

        Of a piece made again, such as the tables of a package, most files are what they were.
        """
        found = hashlib.sha256(data).hexdigest()
        same = self.past.sums.get(f"{self.at}{name}") == found
        # Nobody would know of what another process keeps.
        if not (same and os.getpid() == self._process and self._keep([name])):
            write_new(self.new, name, data)
        return found

    def file(self, name: str) -> Path:
        """Return where a file of a piece is now: below `new`, or where it was if it is kept."""
        return Path(self.old, self.at, name) if f"{self.at}{name}" in self.kept else self.new / name

    def _keep(self, files: Iterable[str]) -> bool:
        """Keep the files of a piece, all or none; return whether they could be: nobody touched them."""
        found: dict[str, int] = {}
        for name in (f"{self.at}{file}" for file in files):
            looked, number = self._there.get(name, (None, 0))
            if not looked or self.past.files.get(name) != looked:
                return False
            found[name] = number
        self.kept.update(found)
        return True

    @property
    def _there(self) -> Mapping[str, tuple[tuple[int, int], int]]:
        """How each file of the old folder looks, and its number; found once, which costs less than to ask for each."""
        if not self._seen and self.past.files:
            self._seen.update((name, (looks(seen), seen.st_ino)) for name, seen in seen_in(self.old))
        return self._seen


def _text_of(given: Given) -> str:
    return given if isinstance(given, str) else given()


def _sharing(one: dict[Read, Read], piece: Piece) -> Piece:
    """Return a piece whose reads are the objects that stand for them in `one`, to which new ones are added."""
    return piece._replace(reads=tuple([one.setdefault(read, read) for read in piece.reads]))


def anew(folder: Path) -> Work:
    """Return work that does every piece, below `folder`, and remembers none."""
    return Work(Past(), folder, folder, lambda: nullcontext(()), lambda _: "")


def digest(*parts: str) -> str:
    """Return one short text for several of any length."""
    found = hashlib.sha256()
    for part in parts:
        data = part.encode()
        found.update(len(data).to_bytes(8, "big") + data)
    return found.hexdigest()
