"""Which unit a name means: an association, a place, an office; by its words, its kind, its province and the day."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from hoctap.contribute.naming.kinds_of_places import KINDS, KINDS_OF, VILLAGES, one_of
from hoctap.contribute.naming.named_places import contradicts
from hoctap.contribute.naming.places_of_units import PlacesOfUnits
from hoctap.contribute.naming.unit_names import OLD, PlaceName, ends_there, parse_place, plain
from hoctap.model.catalog import Catalog
from hoctap.model.codes import AREA_UNIT, ASSOCIATION, CENTRAL, DISTRICT, PROVINCE
from hoctap.model.record import Unit, UnitAlias
from hoctap.vietnamese.writing import fold

# Where an office or school is, at the end of its name.
_WHERE = re.compile(rf"(?:,\s*(?:{KINDS}|{one_of(VILLAGES)})\s[^,]+)+$", re.IGNORECASE)
# «Trường ĐH Hùng Vương (Phú Thọ)», «TP Cam Ranh - Khánh Hòa»: where it is, behind a name.
_BEHIND = re.compile(r"^(.+?)(?:\s*\(([^()]+)\)|\s+[-–]\s+([^-–]+)|,\s*([^,]+))$")
# The full name of a company may stand once in the whole country, wherever it gives.
_LEGAL_FORM = re.compile(r"^(?:tổng )?công ty\b.*\b(?:tnhh|trách nhiệm hữu hạn|cổ phần|cp)\b")
# «Trường Chính trị tỉnh»: of which province the lines above or a column beside must say.
_PLACE_LEFT_OUT = re.compile(rf"\b(?:{KINDS})$")
_MOST_NEAR = 5


def _text_behind(hit: re.Match[str] | None) -> str:
    return (hit[2] or hit[3] or hit[4]).strip() if hit else ""


class Units(PlacesOfUnits):
    """Every unit under every name: `place`, `office` and `named_in` find the ones a text may mean."""

    def __init__(self, catalog: Catalog) -> None:
        super().__init__(catalog)
        self._by_core: dict[tuple[bool, str], list[tuple[str, Unit]]] = {}
        self._by_name: dict[str, list[Unit]] = {}
        # What was asked before: a table asks of each name as often as it has columns.
        self._places: dict[tuple[PlaceName, bool, tuple[str, ...], str], list[Unit]] = {}
        self._offices: dict[tuple[str, tuple[str, ...]], list[Unit]] = {}
        self._without_marks: dict[tuple[bool, str], set[str]] = {}
        aliases: dict[str, list[str]] = {}
        for each in catalog.all_of(UnitAlias):
            aliases.setdefault(each.unit_id, []).append(each.alias)
        for unit in catalog.units.values():
            self._add(unit, [unit.name_vi, unit.short_name, *aliases.get(unit.unit_id, ())])
        # Names of three words and more by their first three, with how many they have.
        self._long_names: dict[tuple[str, ...], list[tuple[str, int]]] = {}
        for name in self._by_name:
            words = name.split()
            if len(words) >= 3:
                self._long_names.setdefault(tuple(words[:3]), []).append((name, len(words)))
        self._in_order = sorted(f"{name} " for name in self._by_name)

    def _add(self, unit: Unit, names: Iterable[str]) -> None:
        for name in dict.fromkeys(filter(None, names)):
            self._by_name.setdefault(plain(OLD.sub("", name)), []).append(unit)
            if unit.unit_kind not in (ASSOCIATION, AREA_UNIT) and (bare := _WHERE.sub("", name)) != name:
                self._by_name.setdefault(plain(bare), []).append(unit)
            if unit.unit_kind in (ASSOCIATION, AREA_UNIT):
                apart, own = parse_place(name), parse_place(unit.name_vi)
                # Of a place that was called otherwise nobody knows what kind it was then: «tỉnh Thừa Thiên Huế».
                kind = apart.kind or (own.kind if apart.core == own.core else "")
                known = self._by_core.setdefault((unit.unit_kind == ASSOCIATION, apart.core), [])
                self._without_marks.setdefault((unit.unit_kind == ASSOCIATION, fold(apart.core)), set()).add(apart.core)
                if (kind, unit) not in known:
                    known.append((kind, unit))

    def place(self, name: PlaceName, *, association: bool, provinces: Sequence[str], level: str = "") -> list[Unit]:
        """Return the associations or the areas of that name, of that kind, within the provinces if any are known."""
        key = (name, association, tuple(provinces), level)
        if key not in self._places:
            self._places[key] = self._find_place(name, association=association, provinces=provinces, level=level)
        return self._places[key]

    def _find_place(
        self, name: PlaceName, *, association: bool, provinces: Sequence[str], level: str = ""
    ) -> list[Unit]:
        if name.core.isascii() and (association, name.core) not in self._by_core:
            cores = self._without_marks.get((association, name.core), set())
            if len(cores) == 1:  # typed without tone marks, and only one name reads so
                name = replace(name, core=next(iter(cores)))
        found = []
        for kind, unit in self._by_core.get((association, name.core), ()):
            if name.kind and name.kind not in ((kind,) if kind else KINDS_OF.get(unit.level, ())):
                continue
            if not name.kind and level and unit.level != level:
                continue
            if (
                provinces
                and unit.level not in (PROVINCE, CENTRAL)
                and self._catalog.province_of(unit.area_id) not in provinces
            ):
                continue
            if unit not in found:
                found.append(unit)
        if name.rest:
            found = [unit for unit in found if not contradicts(unit.name_vi, name.rest)]
            within = set(self.places(name.rest))
            found = [unit for unit in found if self._catalog.province_of(unit.area_id) in within] if within else found
        return found

    def office(self, text: str, provinces: Sequence[str]) -> list[Unit]:
        """Return the offices, schools or bodies of that very name, or of that name in one of the provinces."""
        key = (text, tuple(provinces))
        if key not in self._offices:
            self._offices[key] = self._find_office(text, provinces)
        return self._offices[key]

    def with_place(self, text: str) -> str:
        """Return a name with its province or district behind a comma, where it stands in brackets or behind a dash."""
        hit = _BEHIND.match(text.strip())
        behind = _text_behind(hit)
        return f"{hit[1]}, {behind}" if hit and (self.is_province(behind) or self._is_district(behind)) else text

    def _province_behind(self, text: str) -> tuple[str, str]:
        """Return a name and the province written behind it; the text and nothing where there is none."""
        hit = _BEHIND.match(text.strip())
        behind = _text_behind(hit)
        return (hit[1], behind) if hit and self.is_province(behind) else (text, "")

    def _is_district(self, text: str) -> bool:
        core = parse_place(text).core if text else ""
        return any(unit.level == DISTRICT for of in (True, False) for _, unit in self._by_core.get((of, core), ()))

    def _find_office(self, text: str, provinces: Sequence[str]) -> list[Unit]:
        name, behind = self._province_behind(text)
        if behind and plain(text) not in self._by_name:
            within = self.places(behind)
            return [unit for unit in self.office(name, within) if self._catalog.province_of(unit.area_id) in within]
        bare_text = plain(text)
        found = [unit for unit in self._by_name.get(bare_text, ()) if unit.unit_kind != AREA_UNIT]
        if not provinces and _PLACE_LEFT_OUT.search(bare_text):
            return []
        if provinces:
            is_of_one = _LEGAL_FORM.search(bare_text)
            found = [unit for unit in found if is_of_one or self._catalog.province_of(unit.area_id) in provinces]
            for area_id in provinces:
                name = plain(self._catalog.areas[area_id].name_vi)
                whole = f"{bare_text} {name}", f"{bare_text} tỉnh {name}", f"{bare_text} thành phố {name}"
                for words in (*whole, *_province_written(bare_text, name)):
                    found += [
                        unit
                        for unit in self._by_name.get(words, ())
                        if unit.unit_kind != AREA_UNIT and unit not in found
                    ]
        return list(dict.fromkeys(found))

    def beginning(self, text: str) -> list[Unit]:
        """Return the units of a name that goes on from a text with where they are: «Dòng họ Nguyễn Tử, thôn …»."""
        bare = plain(text)
        start, end = (bisect_left(self._in_order, f"{bare}{after}") for after in " !")  # «!» comes next after a space
        named = self._in_order[start:end]
        return list({unit.unit_id: unit for name in named for unit in self._by_name[name[:-1]]}.values())

    def near(self, text: str) -> list[Unit]:
        """Return the few units whose names begin as a name that is not known does; none where many do."""
        words = plain(text).split()
        for size in range(len(words), len(words) // 2, -1):
            bare = " ".join(words[:size])
            if found := self.beginning(bare) or self.beginning(f"hội khuyến học {bare}"):
                return found if len(found) <= _MOST_NEAR and size > 1 else []
        return []

    def named_in(self, text: str) -> list[Unit]:
        """Return the offices and schools whose whole name (not a bare place) stands in a line of a title.

        Where a name stands that goes on to that of another, those within it do not count.
        """
        bare_text = plain(text).split()
        found: dict[str, int] = {}
        within = 0
        for at in range(len(bare_text) - 2):
            named = self._long_names.get(tuple(bare_text[at : at + 3]), ())
            here = [name for name, size in named if " ".join(bare_text[at : at + size]) == name]
            if at < within or not here:
                continue
            if not ends_there(longest_here := max(here, key=len), text):
                within = at + len(longest_here.split())
                continue
            for name in filter(lambda each: ends_there(each, text), here):
                for unit in self._by_name[name]:
                    if unit.unit_kind not in (AREA_UNIT, ASSOCIATION) or self._is_of_no_place(unit):
                        found[unit.unit_id] = max(found.get(unit.unit_id, 0), len(name))
        longest = max(found.values(), default=0)
        return [self._catalog.units[unit_id] for unit_id, size in found.items() if size == longest]

    def _is_of_no_place(self, unit: Unit) -> bool:
        """Return whether an association is that of a body in all the country, not of the country or of a place."""
        name = parse_place(unit.name_vi)
        return unit.level == CENTRAL and name.core != plain(self.name_of(unit.area_id))


def _province_written(text: str, province: str) -> tuple[str, ...]:
    """Return a name with the initials of its province at the end written out: «nước sạch HD» in Hải Dương."""
    initials = f" {''.join(word[0] for word in province.split())}"
    return (f"{text.removesuffix(initials)} {province}",) if text.endswith(initials) and len(initials) > 2 else ()
