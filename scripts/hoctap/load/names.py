"""Finds things by what people call them: names, short names, aliases, with or without marks. Never settles a tie.

A name typed with its marks is that name and no other («Xã Thạnh Phú» is not «Xã Thanh Phú»); one typed without any
mark may be several, and all of them come back.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import Any

from hoctap.load.web_address import address_without_noise, looks_like_address
from hoctap.model.catalog import Catalog
from hoctap.model.record import RECORD_OF, UnitAlias
from hoctap.vietnamese.writing import fold

_BEFORE = re.compile(r"\s*\(trước [^)]*\)$")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# The column that names a row of each table, and those that also do.
_NAMING = {"sources": "title", "terms": "term", "documents": "title_vi"}
_ALSO = {"units": ("short_name", "name_en"), "indicators": ("name_en",), "sources": ("url",), "areas": ("name_en",)}

# What people put before the name of a place; the data names it without.
_KINDS_OF_AREA = {"tinh": ("tỉnh",), "thanh-pho-tw": ("thành phố", "TP")}


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with its identifier, its name and what else it is called."""

    code: str
    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The identifier that was meant; or, where it is empty, the things that could have been, best first.

    `is_tie` tells that several carry the very name; otherwise they only look like it.
    """

    code: str = ""
    near: tuple[Named, ...] = ()
    is_tie: bool = False


class Register:
    """Things that can be asked for by name."""

    def __init__(self, things: Iterable[Named]) -> None:
        self.things = {thing.code: thing for thing in things}
        self._by: tuple[dict[str, set[str]], ...] = (defaultdict(set), defaultdict(set), defaultdict(set))
        for thing in self.things.values():
            for name in (thing.name, *thing.also):
                for index, key in zip(self._by, _keys(name), strict=True):
                    index[key].add(thing.code)

    def find(self, query: str) -> Found:
        """Return what is called so: an identifier, a name letter by letter, tones as typed, or all without marks."""
        text = " ".join(query.split())
        bracketed = re.fullmatch(r".*\[([a-z0-9-]+)\]", text)
        code = bracketed[1] if bracketed else text
        if (own := code if code in self.things else code.lower()) in self.things:
            return Found(own)
        if not text or bracketed:
            return Found(near=self.nearest(text))
        if self._by_address and looks_like_address(text):  # what only says who passed an address on is no part of it
            return Found(self._by_address.get(address_without_noise(text), ""))
        # Without any mark all spellings are meant; with some, the tones must be those.
        ways = 3 if text.isascii() else 2
        for index, key in list(zip(self._by, _keys(text), strict=True))[:ways]:
            codes = index.get(key, set())
            if len(codes) == 1:
                return Found(next(iter(codes)))
            if codes:
                return Found(near=tuple(self.things[code] for code in sorted(codes)), is_tie=True)
        return Found(near=self.nearest(text))

    def holding(self, query: str) -> tuple[Named, ...]:
        """Return the things one of whose names holds every word of what was said, the shortest name first."""
        words = _words(query)
        found = [thing for thing in self.things.values() if any(words <= _words(n) for n in _names(thing))]
        return tuple(sorted(found, key=lambda thing: (len(thing.name), thing.name)))

    def nearest(self, query: str, most: int = 5) -> tuple[Named, ...]:
        """Return the things whose names share most words with what was said; those that hold all of them first."""
        words = _words(query)
        shared = Counter(chain.from_iterable(self._by_word.get(word, ()) for word in words))
        spelled, own = self._spelled, len(words)
        scored: dict[str, float] = {}
        for at, count in shared.items():
            code, size = spelled[at]
            score = count * 2 / (own + size) + (count == own)
            if score > scored.get(code, 0):
                scored[code] = score
        # A common word is in hundreds of names: only those that can be among the best are put in order.
        least = min(sorted(scored.values(), reverse=True)[:most], default=0)
        among = [code for code, score in scored.items() if score >= least]
        best = sorted(among, key=lambda code: (-scored[code], len(self.things[code].name), self._order[code]))
        return tuple(self.things[code] for code in best[:most])

    @cached_property
    def _by_address(self) -> dict[str, str]:
        named = ((name, thing.code) for thing in self.things.values() for name in thing.also)
        return {address_without_noise(name): code for name, code in named if looks_like_address(name)}

    @cached_property
    def _spelled(self) -> list[tuple[str, int]]:
        """Every name as the thing that bears it and how many words it has."""
        return [(thing.code, len(_words(name))) for thing in self.things.values() for name in _names(thing)]

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        """Which names hold a word, by their place in `_spelled`."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        names = (name for thing in self.things.values() for name in _names(thing))
        for at, name in enumerate(names):
            for word in _words(name):
                found[word].append(at)
        return found

    @cached_property
    def _order(self) -> dict[str, int]:
        return {code: at for at, code in enumerate(self.things)}


def _names(thing: Named) -> Iterator[str]:
    yield thing.name
    yield thing.code.replace("-", " ")
    yield from thing.also


def _keys(name: str) -> tuple[str, str, str]:
    text = " ".join(re.sub(r"[,.]", " ", unicodedata.normalize("NFC", name).lower()).split())
    return text, " ".join(map(_toned, text.split())), fold(text)


@lru_cache(maxsize=65536)
def _toned(word: str) -> str:
    """Return a syllable with its tone at the end: hoà and hòa are the same, hoa is not."""
    marks = unicodedata.normalize("NFD", word)
    return "".join(mark for mark in marks if mark not in _TONES) + "".join(mark for mark in marks if mark in _TONES)


@lru_cache(maxsize=65536)
def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.split(r"\W+", fold(text)) if word)


def register_of(catalog: Catalog, table: str) -> Register:
    """Return the rows of a table of things by all their names."""
    also = _aliases(catalog, table)
    return Register(
        Named(code, name, (*others, *also.get(code, ()))) for code, name, others in _rows(catalog, table) if code
    )


def _rows(catalog: Catalog, table: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    record = RECORD_OF.get(table)
    resource = catalog.tables[table].resource
    key, name = resource.primary_key[0], _NAMING.get(table, "name_vi")
    rows: tuple[Any, ...] = catalog.all_of(record) if record else ()
    # A province that became a city is still asked for as «tỉnh»: all of one name have the kinds of each.
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows if table == "areas" else ():
        kinds[row.name_vi].update(_KINDS_OF_AREA.get(row.kind, ()))
    for row in rows:
        others = tuple(text for column in _ALSO.get(table, ()) if (text := getattr(row, column)))
        if table == "areas":
            others += tuple(f"{word} {row.name_vi}" for word in sorted(kinds[row.name_vi]))
        yield getattr(row, key), getattr(row, name), others


def _aliases(catalog: Catalog, table: str) -> Mapping[str, list[str]]:
    """Return the other names of each row: the rows of `unit_aliases`, `source_aliases` and their like."""
    names: dict[str, list[str]] = defaultdict(list)
    aliases = catalog.tables.get(f"{table[:-1]}_aliases")
    if aliases and {"alias", f"{table[:-1]}_id"} <= set(aliases.resource.header):
        for _, (code, alias) in aliases.keys((f"{table[:-1]}_id", "alias")):
            names[code].append(alias)
    return _shared(catalog, names) if table == "units" else names


def _shared(catalog: Catalog, aliases: Mapping[str, list[str]]) -> Mapping[str, list[str]]:
    """Return the aliases of units, those of «A (trước …)» also for A: which of the two it is, only a person knows."""
    by_name = {unit.name_vi: unit.unit_id for unit in catalog.units.values()}
    shared = {code: list(names) for code, names in aliases.items()}
    for code, names in aliases.items():
        unit = catalog.units.get(code)
        today = by_name.get(_BEFORE.sub("", unit.name_vi)) if unit else None
        if today and today != code:
            shared.setdefault(today, []).extend(name for name in names if name not in shared.get(today, ()))
    return shared


def has_names(catalog: Catalog, table: str) -> bool:
    """Return whether rows of the table are things with one identifier and a name."""
    if table not in catalog.tables or table not in RECORD_OF or RECORD_OF[table] is UnitAlias:
        return False
    resource = catalog.tables[table].resource
    return len(resource.primary_key) == 1 and _NAMING.get(table, "name_vi") in resource.header
