"""What a name means to a register, with the abbreviations of offices written out where the name itself is not there."""

import re
from difflib import SequenceMatcher

from hoctap.contribute.naming.unit_names import parse_place
from hoctap.contribute.naming.words import written_out
from hoctap.load.names import Found, Named, Register
from hoctap.vietnamese.writing import fold

# What may be left out within a name: «Sở Giáo dục (và Đào tạo tỉnh) Đông Lâu»; never a word of its own name.
_LEFT_OUT = r" (?:va (?:\w+ )+?)?(?:(?:tinh|thanh pho) )?"
_LIKE = 0.8  # of the letters of two names of places: «Nge An», «Nghệ An»
_MOST_NEAR = 8


def called(known: Register, text: str) -> Found:
    """Return what the text calls; else what it calls written out («TP Hà Nội»), else the nearest of either."""
    found = known.find(text)
    longer = written_out(text)
    if found.code or found.is_tie or fold(longer) == fold(text):
        return found
    again = known.find(longer)
    return again if again.code or again.is_tie or again.near else found


def called_by_words(known: Register, text: str) -> Found:
    """Return what the text calls, or the one thing whose name it says but for where that is; never a tie."""
    found = called(known, text)
    if found.code or found.is_tie or not text.strip():
        return found
    holding = known.holding(written_out(text))
    if len(holding) == 1 and _is_whole_name(holding[0], text):
        return Found(holding[0].code)
    return Found(near=(holding or _near(known, found, text))[:_MOST_NEAR])


def _is_whole_name(thing: Named, text: str) -> bool:
    """Return whether nothing but such words is left out: «Đại học Vinh» is not «Đại học Trà Vinh»."""
    form = re.compile(_LEFT_OUT.join(map(re.escape, _plain(written_out(text)).replace(",", "").split())) + r"(?:,.*)?")
    return any(form.fullmatch(_plain(written_out(name))) for name in (thing.name, *thing.also))


def _near(known: Register, found: Found, text: str) -> tuple[Named, ...]:
    """Return the nearest of a name; of a place those of its own name, and those of its kind that are spelled alike.

    Its kind is no name: «xã Nam Đàn» is not near to «Công an cấp xã».
    """
    asked = parse_place(text)
    if not asked.kind:
        return found.near
    core = fold(asked.core)
    namesakes = [thing for thing in known.holding(core) if f" {core} " in f" {_plain(thing.name).replace(',', ' ,')} "]
    alike: list[tuple[float, Named]] = []
    for thing in known.things.values():
        own = parse_place(thing.name)
        if (own.association, own.kind) == (asked.association, asked.kind):
            alike.append((SequenceMatcher(None, core, fold(own.core)).ratio(), thing))
    best = [thing for like, thing in sorted(alike, key=lambda each: -each[0]) if like >= _LIKE]
    return tuple(dict.fromkeys((*namesakes, *best)))


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[^\w,]+", " ", fold(name)).split())
