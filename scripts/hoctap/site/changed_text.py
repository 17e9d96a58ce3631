"""What of a text is new beside one that was read before: all that differs, with enough around it to be understood.

Most files of a build that follows another differ from those before in some rows or sentences. Who has read the whole
of the text before needs to read no more than these. Whatever stands between them stood together in the text before.
"""

from collections.abc import Iterator

# Bytes around what differs: more than anything that is looked for is long.
AROUND = 4_096
# Bytes compared at once, until some differ, then fewer.
_AT_ONCE = (65_536, 4_096, 256, 16, 1)
# So many bytes that are alike are where both texts go on together; looked for first near, then ever further on.
_ALIKE, _FURTHER = 64, 4
# What is left out of the text before is no longer than this, and no more places than these are told apart.
_LEFT_OUT, _MOST = 65_536, 500


def changed(text: bytes, before: bytes) -> bytes:
    """Return the parts of a text in UTF-8 that differ from `before`, with what is around; empty if none does."""
    parts: list[tuple[int, int]] = []
    for first, last in _differing(text, before):
        start, end = max(0, first - AROUND), min(len(text), last + AROUND)
        while start > 0 and _is_inside_a_letter(text[start]):
            start -= 1
        while end < len(text) and _is_inside_a_letter(text[end]):
            end += 1
        if parts and start <= parts[-1][1]:
            start = parts.pop()[0]
        parts.append((start, end))
    return b"\n".join(text[start:end] for start, end in parts)


def _differing(text: bytes, before: bytes) -> Iterator[tuple[int, int]]:
    """Yield where each difference begins and ends in `text`, in order; at one place if something was left out there."""
    at = there = _same_bytes(text, 0, before, 0)
    tail = _same_bytes(text[at:][::-1], 0, before[there:][::-1], 0)
    text, before = text[: len(text) - tail], before[: len(before) - tail]
    for _ in range(_MOST):
        if at == len(text) and there == len(before):
            return
        start = at
        at, there = _next_alike(text, at, before, there)
        yield start, at
        same = _same_bytes(text, at, before, there)
        at, there = at + same, there + same
    yield at, len(text)


def _next_alike(text: bytes, at: int, before: bytes, there: int) -> tuple[int, int]:
    """Return from where both texts go on alike after a difference: their ends if that is not found."""
    further = 0
    while len(alike := text[at + further : at + further + _ALIKE]) == _ALIKE:
        # Most differences are as long as what they replace.
        found = there + further
        if not before.startswith(alike, found):
            found = before.find(alike, there, found + _LEFT_OUT)
        if found >= 0:
            back = _same_bytes(text[at : at + further][::-1], 0, before[there:found][::-1], 0)
            return at + further - back, found - back
        further = further * _FURTHER or _ALIKE
    return len(text), len(before)


def _same_bytes(one: bytes, at: int, other: bytes, there: int) -> int:
    """Return how many bytes are equal from these places on."""
    same, most = 0, min(len(one) - at, len(other) - there)
    for step in _AT_ONCE:
        while same + step <= most and one[at + same : at + same + step] == other[there + same : there + same + step]:
            same += step
    return same


def _is_inside_a_letter(byte: int) -> bool:
    return byte & 0xC0 == 0x80
