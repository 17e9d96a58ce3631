r"""The patterns that a descriptor may hold: a small language in which matching never takes longer than reading.

Letters, digits and signs, `\.` for a sign with a meaning of its own, `[a-z0-9]`, groups, `|`, `?`, `*`, `+`, `{2}`
and `{2,5}`; no `.`, `\d`, `[^a]`, look-around or back-reference. After every optional or repeated part, and between
alternatives, one character decides how to go on, so no text makes the machine try twice.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LONGEST = 200
WIDEST = 1000
_MEANINGFUL = frozenset(".^$*+?{}[]\\|()")
_COUNT = re.compile(r"\{(\d{1,3})(?:,(\d{1,3}))?\}")
Characters = frozenset[str]


class UnsafePatternError(ValueError):
    """The pattern is outside the language; the text says what of it is, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class _Sequence:
    parts: "Sequence[_Part]"


@dataclass(frozen=True, slots=True)
class _Choice:
    ways: Sequence[_Sequence]


@dataclass(frozen=True, slots=True)
class _Repeat:
    part: "_Part"
    least: int
    most: int | None


_Part = Characters | _Sequence | _Choice | _Repeat


def refuse_unsafe(pattern: str) -> None:
    """Return if `pattern` is in the language; UnsafePatternError otherwise. Takes time in proportion to its length."""
    if len(pattern) > LONGEST:
        raise UnsafePatternError(f"phải dài không quá {LONGEST} ký tự")
    reader = _Reader(pattern)
    whole = reader.choice()
    if reader.rest:
        raise UnsafePatternError(f"«{reader.rest[0]}» không có chỗ mở")
    _refuse_unclear(whole, frozenset())


class _Reader:
    def __init__(self, pattern: str) -> None:
        self.rest = pattern

    def _take(self, count: int = 1) -> str:
        head, self.rest = self.rest[:count], self.rest[count:]
        return head

    def choice(self) -> _Choice:
        ways = [_Sequence(tuple(self._parts()))]
        while self.rest.startswith("|"):
            self._take()
            ways.append(_Sequence(tuple(self._parts())))
        return _Choice(tuple(ways))

    def _parts(self) -> Iterator[_Part]:
        while self.rest and self.rest[0] not in "|)":
            part = self._one()
            least, most = self._count()
            yield part if (least, most) == (1, 1) else _Repeat(part, least, most)

    def _one(self) -> _Part:
        if self.rest.startswith("("):
            self._take(3 if self.rest.startswith("(?:") else 1)
            inner = self.choice()
            if self._take() != ")":
                raise UnsafePatternError("«(» không có chỗ đóng")
            return inner
        return self._class() if self.rest.startswith("[") else frozenset(self._character())

    def _count(self) -> tuple[int, int | None]:
        signs: dict[str, tuple[int, int | None]] = {"?": (0, 1), "*": (0, None), "+": (1, None)}
        if self.rest[:1] in signs:
            return signs[self._take()]
        found = _COUNT.match(self.rest)
        if not found:
            return 1, 1
        self._take(found.end())
        return int(found[1]), int(found[2] or found[1])

    def _character(self) -> str:
        char = self._take()
        if char == "\\":
            char = self._take()
            if char.isalnum() or not char:
                raise UnsafePatternError(f"không dùng được «\\{char}»; viết [0-9], [a-z] cho rõ")
        elif char in _MEANINGFUL:
            raise UnsafePatternError(f"không dùng được «{char}» ở đây; muốn chính dấu ấy thì viết «\\{char}»")
        return char

    def _class(self) -> Characters:
        self._take()
        found: set[str] = set()
        while self.rest and not self.rest.startswith("]"):
            first = self._character()
            last = first
            if re.match(r"-[^]]", self.rest):
                self._take()
                last = self._character()
            if ord(last) - ord(first) > WIDEST:
                raise UnsafePatternError(f"khoảng «{first}-{last}» quá rộng")
            found.update(map(chr, range(ord(first), ord(last) + 1)))
        if self._take() != "]" or not found:
            raise UnsafePatternError("«[» phải có ký tự và chỗ đóng")
        return frozenset(found)


def _starts(part: _Part) -> tuple[Characters, bool]:
    """Return the characters a part may begin with, and whether it may be empty."""
    if isinstance(part, frozenset):
        return part, False
    if isinstance(part, _Repeat):
        first, empty = _starts(part.part)
        return first, empty or part.least == 0
    if isinstance(part, _Choice):
        each = [_starts(way) for way in part.ways]
        return frozenset().union(*(first for first, _ in each)), any(empty for _, empty in each)
    found: Characters = frozenset()
    for inner in part.parts:
        first, empty = _starts(inner)
        found |= first
        if not empty:
            return found, False
    return found, True


def _refuse_unclear(part: _Part, after: Characters) -> None:
    """UnsafePatternError unless one character decides everywhere in `part`; one of `after`, or the end, follows it."""
    if isinstance(part, _Choice):
        seen: Characters = frozenset()
        for way in part.ways:
            first, empty = _starts(way)
            if first & seen or (empty and len(part.ways) > 1):
                raise UnsafePatternError("các lựa chọn quanh «|» phải bắt đầu bằng những ký tự khác nhau")
            seen |= first
            _refuse_unclear(way, after)
    elif isinstance(part, _Sequence):
        for inner in reversed(part.parts):
            _refuse_unclear(inner, after)
            first, empty = _starts(inner)
            after = first | after if empty else first
    elif isinstance(part, _Repeat):
        first, empty = _starts(part.part)
        if empty or (part.least != part.most and first & after):
            raise UnsafePatternError("phần lặp lại hoặc có thể vắng phải khác hẳn chữ đứng ngay sau nó")
        _refuse_unclear(part.part, first | after if part.most != 1 else after)
