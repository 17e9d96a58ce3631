"""Regular expressions that may never end, told before they are run."""

import re
from collections.abc import Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT)
_MOST_OPEN_REPEATS = 4
Piece = tuple[Any, Any]


def is_endless(pattern: str) -> bool:
    """Return whether matching may take for ever: `(a+)+`, `(a|a)*`, `(.*x?)*`, `a*a*a*a*a*`.

    A repetition inside one is harmless where each turn begins with a letter of its own, as in `[a-z]+(-[a-z]+)*`.
    """
    pieces = list(_walk(parser.parse(pattern, re.UNICODE)))
    return sum(map(_is_open, pieces)) > _MOST_OPEN_REPEATS or any(map(_is_risky, pieces))


def _walk(pieces: Any) -> Iterator[Piece]:
    for operation, value in pieces:
        yield operation, value
        for inner in _inside(operation, value):
            yield from _walk(inner)


def _inside(operation: Any, value: Any) -> list[Any]:
    if operation in _REPEATS:
        return [value[2]]
    if operation is codes.SUBPATTERN:
        return [value[3]]
    return list(value[1]) if operation is codes.BRANCH else []


def _is_open(piece: Piece) -> bool:
    return piece[0] in _REPEATS and piece[1][1] is codes.MAXREPEAT


def _is_risky(piece: Piece) -> bool:
    if not _is_open(piece):
        return False
    inner = list(_walk(piece[1][2]))
    if any(operation is codes.BRANCH for operation, _ in inner):
        return True
    return any(map(_is_open, inner)) and not _starts_alone(inner)


def _starts_alone(inner: list[Piece]) -> bool:
    pieces = [piece for piece in inner if piece[0] is not codes.SUBPATTERN]
    operation, first = pieces[0]
    others = [piece for piece in pieces[1:] if piece[0] not in _REPEATS]
    return operation is codes.LITERAL and not any(_may_be(other, first) for other in others)


def _may_be(atom: Piece, char: int) -> bool:
    operation, value = atom
    if operation is codes.LITERAL:
        return bool(value == char)
    if operation is codes.RANGE:
        return bool(value[0] <= char <= value[1])
    return any(_may_be(item, char) for item in value) if operation is codes.IN else True
