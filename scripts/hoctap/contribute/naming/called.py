"""What a name means to a register, with the abbreviations of offices written out where the name itself is not there."""

import re
from difflib import SequenceMatcher

from hoctap.contribute.naming.unit_names import PlaceName, kinds_written_out, parse_place
from hoctap.contribute.naming.words import written_out
from hoctap.load.names import Found, Named, Register
from hoctap.vietnamese.writing import fold

# What may be left out within a name: «Sở Giáo dục (và Đào tạo tỉnh) Đông Lâu»; never a word of its own name.
_LEFT_OUT = r" (?:va (?:\w+ )+?)?(?:(?:tinh|thanh pho) )?"
# «Hội Khuyến học Việt Nam tỉnh Đông Lâu» is that of the province.
_OF_A_PLACE = re.compile(
    r"(?<=khuyến học) việt nam(?= (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)\b)", re.IGNORECASE
)
_LIKE = 0.8  # of the letters of two names of places: «Nge An», «Nghệ An»
_MOST_NEAR = 8


def called(known: Register, text: str) -> Found:
    """Return what the text calls; else what it calls written out («TP Hà Nội»), else the nearest of either."""
    found = known.find(text)
    longer = _written(text)
    if found.code or found.is_tie or fold(longer) == fold(text):
        return found
    again = known.find(longer)
    return again if again.code or again.is_tie or again.near else found


def called_unit(units: Register, text: str) -> Found:
    """Return the unit that the text calls; else those that may be meant, of the places that it names."""
    found = called(units, text)
    return found if found.code or found.is_tie else Found(near=_near(units, found, text)[:_MOST_NEAR])


def called_by_words(units: Register, text: str) -> Found:
    """Return what the text calls, or the one unit whose name it says but for where that is; never a tie."""
    found = called(units, text)
    if found.code or found.is_tie or not text.strip():
        return found
    holding = units.holding(_written(text))
    if len(holding) == 1 and _is_whole_name(holding[0], text):
        return Found(holding[0].code)
    return Found(near=(holding or _near(units, found, text))[:_MOST_NEAR])


def _is_whole_name(thing: Named, text: str) -> bool:
    """Return whether nothing but such words is left out: «Đại học Vinh» is not «Đại học Trà Vinh»."""
    form = re.compile(_LEFT_OUT.join(map(re.escape, _plain(_written(text)).replace(",", "").split())) + r"(?:,.*)?")
    return any(form.fullmatch(_plain(_written(name))) for name in (thing.name, *thing.also))


def _near(units: Register, found: Found, text: str) -> tuple[Named, ...]:
    """Return the nearest of a name; of a place those of its own name, and those of its kind that are spelled alike.

    Its kind is no name: «xã Nam Đàn» is not near to «Công an cấp xã». What stands in another place than the text names
    is not near either: an education department of Nghệ An is not that of An Giang.
    """
    asked = parse_place(text)
    near = _of_that_name(units, asked) if asked.kind else ()
    return near or _in_the_place_named(units, text) or (() if asked.kind else found.near)


def _of_that_name(units: Register, asked: PlaceName) -> tuple[Named, ...]:
    core = fold(asked.core)
    namesakes = [thing for thing in units.holding(core) if _holds(_plain(thing.name), core)]
    alike: list[tuple[float, Named]] = []
    for thing in units.things.values():
        own = parse_place(thing.name)
        if (own.association, own.kind) == (asked.association, asked.kind):
            alike.append((SequenceMatcher(None, core, fold(own.core)).ratio(), thing))
    best = [thing for like, thing in sorted(alike, key=lambda each: -each[0]) if like >= _LIKE]
    of_kind = {thing.code for _, thing in alike}
    return tuple(dict.fromkeys((*sorted(namesakes, key=lambda thing: thing.code not in of_kind), *best)))


def _in_the_place_named(units: Register, text: str) -> tuple[Named, ...]:
    """Return the units in the place that the text names, those first whose names share most words with it."""
    words_typed = _plain(_written(text))
    places = (parse_place(thing.name) for thing in units.things.values())
    cores = {core for place in places if place.kind and " " in (core := fold(place.core)) and _holds(words_typed, core)}
    if not cores:
        return ()
    core = max(sorted(cores), key=len)
    there = [thing for thing in units.holding(core) if _holds(_plain(thing.name), core)]
    words = set(words_typed.replace(",", "").split())
    return tuple(sorted(there, key=lambda thing: -len(words & set(_plain(thing.name).replace(",", "").split()))))


def _written(text: str) -> str:
    return _OF_A_PLACE.sub("", written_out(kinds_written_out(text)))


def _holds(text: str, words: str) -> bool:
    return f" {words} " in f" {text.replace(',', ' ,')} "


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[^\w,]+", " ", fold(name)).split())
