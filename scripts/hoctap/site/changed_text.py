"""What of a text is new beside one that was read before: all that differs, with enough around it to be understood.

Most files of a build that follows another differ from those before in a row or a sentence. Who has read the whole of
the text before needs to read no more than this.
"""

# Bytes around what differs: more than anything that is looked for is long.
AROUND = 4_096
# Bytes compared at once, until some differ, then fewer.
_AT_ONCE = (65_536, 4_096, 256, 16, 1)


def changed(text: bytes, before: bytes) -> bytes:
    """Return the part of a text in UTF-8 that differs from `before`, with what is around; empty if none does."""
    if text == before:
        return b""
    shorter = min(len(text), len(before))
    head = _same_bytes(text, before, shorter)
    tail = _same_bytes(text[::-1], before[::-1], shorter - head)
    start, end = max(0, head - AROUND), min(len(text), len(text) - tail + AROUND)
    while start > 0 and _is_inside_a_letter(text[start]):
        start -= 1
    while end < len(text) and _is_inside_a_letter(text[end]):
        end += 1
    return text[start:end]


def _same_bytes(one: bytes, other: bytes, most: int) -> int:
    """Return with how many equal bytes both begin, of `most`."""
    at = 0
    for step in _AT_ONCE:
        while at + step <= most and one[at : at + step] == other[at : at + step]:
            at += step
    return at


def _is_inside_a_letter(byte: int) -> bool:
    return byte & 0xC0 == 0x80
