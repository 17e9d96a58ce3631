"""Pieces of work that are done, and the note on which they are kept until the next time.

What a kept piece came to stays packed until somebody asks for it, and is written again as it was read: of thousands
few are asked for, and fewer change. A note may be lost or cut off at any time: then there is no past.
"""

import pickle
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from hoctap.system.folder_record import Files, replace_note

# What was read: its sort, and which one of the sort.
Read = tuple[str, str]
_LENGTH = 8  # bytes at the end of a note, which say how long the list of pieces before them is


class Outcome:
    """What a piece came to: a value, or one that is packed until it is asked for."""

    __slots__ = ("_is_open", "_packed", "_value")

    def __init__(self, value: object = None, packed: bytes | memoryview | None = None) -> None:
        """Hold `value`, or what is `packed`."""
        self._value, self._packed, self._is_open = value, packed, packed is None

    @property
    def value(self) -> Any:
        """The value, the same object each time."""
        if self._packed is not None and not self._is_open:
            self._value, self._is_open = pickle.loads(self._packed), True  # noqa: S301 - as `recall`
        return self._value

    def once(self) -> Any:
        """Return the value; one that is packed is opened for this time alone, as suits who looks at thousands."""
        return self._value if self._packed is None or self._is_open else pickle.loads(self._packed)  # noqa: S301 - as above

    @property
    def packed(self) -> bytes | memoryview:
        """The value packed, as it was read if it was."""
        return pickle.dumps(self._value) if self._packed is None else self._packed

    def pack(self) -> None:
        """Let the value go, which is packed until it is asked for again."""
        self._packed, self._value, self._is_open = self.packed, None, False

    def __reduce__(self) -> tuple[type["Outcome"], tuple[None, bytes]]:
        """Go packed from one process to another, which opens it only if need be."""
        return Outcome, (None, bytes(self.packed))


class Piece(NamedTuple):
    """One piece of work done; `files` are paths below the folder of the work.

    It and its reads, each once, are tuples: thousands are kept, and a set takes eight times as much memory.
    """

    given: str
    reads: tuple[Read, ...]
    files: tuple[str, ...]
    result: Outcome

    @property
    def outcome(self) -> Any:
        """What it came to."""
        return self.result.value


@dataclass(frozen=True, slots=True)
class Past:
    """What the last work left: pieces by name, what their reads stood for, how its files looked and their checksums."""

    inputs: str = ""
    pieces: Mapping[str, Piece] = field(default_factory=dict)
    prints: Mapping[Read, str] = field(default_factory=dict)
    files: Files = field(default_factory=dict)
    sums: Mapping[str, str] = field(default_factory=dict)


def recall(place: Path, inputs: str) -> Past:
    """Return what was remembered at `place` of work with these inputs; nothing where that is lost or of others."""
    try:
        past = _read(memoryview(place.read_bytes()))
    except Exception:  # noqa: BLE001 - a note may be cut off or of another version
        return Past()
    return past if past.inputs == inputs else Past()


def remember(place: Path, past: Past) -> None:
    """Keep for the next time; where nothing can be written, nothing is kept."""
    replace_note(place, _note(past))


def _note(past: Past) -> Iterator[bytes | memoryview]:
    """Yield what every piece came to, then the list of pieces and all else, then the length of the latter."""
    listed = []
    for name, piece in past.pieces.items():
        packed = piece.result.packed
        listed.append((name, piece.given, piece.reads, piece.files, len(packed)))
        yield packed
    all_else = pickle.dumps((past.inputs, listed, past.prints, past.files, past.sums))
    yield all_else
    yield len(all_else).to_bytes(_LENGTH, "big")


def _read(note: memoryview) -> Past:
    end = len(note) - _LENGTH
    start = end - int.from_bytes(note[end:], "big")
    inputs, listed, *others = pickle.loads(note[start:end])  # noqa: S301 - written by this program, beside itself
    pieces, at = {}, 0
    for name, given, reads, files, length in listed:
        pieces[name] = Piece(given, reads, files, Outcome(packed=note[at : at + length]))
        at += length
    return Past(inputs, pieces, *others)
