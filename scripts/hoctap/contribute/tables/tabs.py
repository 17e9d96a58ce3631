"""Whose a sheet is by its name, in a workbook that has one for each place: «Tứ Kỳ», «Tu Ky», «2. TuKy (2)»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.contribute.naming.kinds_of_places import KINDS
from hoctap.contribute.naming.unit_names import PlaceName, kinds_written_out, parse_place
from hoctap.contribute.naming.units import Units
from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.lines import lines_of
from hoctap.contribute.tables.opening import Grid
from hoctap.contribute.tables.times import times_in
from hoctap.model.codes import COMMUNE, DISTRICT, PROVINCE
from hoctap.vietnamese.writing import fold

_LEVELS = (PROVINCE, DISTRICT, COMMUNE)
_FEWEST = 2  # sheets that are called as a place: one alone may be called so by chance
# The number of a sheet, that of its copy, its year: «01_TuKy», «Tứ Kỳ (2)», «Tu Ky 2024».
_AROUND = re.compile(r"^\d{1,2}[.)_ -]+(?=\D)|[ _-]*\(\d+\)$|[ _-]+(?:19|20)\d\d$")
_JOINED = re.compile(r"(?<=[^\W\d_A-ZĐ])(?=[A-ZĐ])")
_NUMBERED = re.compile(r"(?:(?:sheet|trang tính|trang|biểu|mẫu|bảng|phụ lục|pl|bm)(?: số)?[ ._-]*)?\d{1,4}[a-d]?")


def is_no_name(sheet: str) -> bool:
    """Return whether a sheet is called by no name of anybody: «Sheet2», «Biểu 01», «2023»."""
    return _NUMBERED.fullmatch(spelled(sheet)) is not None or bool(times_in(sheet))


def bare(sheet: str) -> str:
    """Return the name of a sheet without its number and year, its words apart."""
    text = _AROUND.sub("", _AROUND.sub("", sheet.strip())).replace("_", " ")
    return text if " " in text else _JOINED.sub(" ", text)


@dataclass(frozen=True, slots=True)
class Tabs:
    """The names of the sheets of a file; `are_places` is whether they say of which place each sheet is."""

    units: Units
    are_places: bool = False

    def place(self, sheet: str, provinces: Sequence[str]) -> PlaceName | None:
        """Return the place of the register that a sheet is called by: with its kind, or where others are so called."""
        name = parse_place(bare(sheet))
        known = (self.units.place(name, association=each, provinces=provinces) for each in (True, False))
        return name if (name.kind or self.are_places) and any(known) else None

    def is_within(self, place: PlaceName, other: PlaceName | None, unknown: str) -> bool:
        """Return whether a place may be one within another, which is a province or larger than it; or within any."""
        if other is None:
            return not unknown
        return other.kind == "tỉnh" or self._level(other) < self._level(place)

    def _level(self, name: PlaceName) -> int:
        units = [unit for each in (True, False) for unit in self.units.place(name, association=each, provinces=())]
        return min((_LEVELS.index(unit.level) for unit in units if unit.level in _LEVELS), default=len(_LEVELS))

    def differs(self, sheet: str, owner: str) -> bool:
        """Return whether a sheet is called otherwise than its lines, where those of the file are called by places."""
        named = fold(parse_place(bare(sheet)).core)
        initials = "".join(word[0] for word in fold(owner).split())
        is_so = named == initials or _stands_in(named, fold(owner)) or _stands_in(fold(owner), named)
        return self.are_places and not is_no_name(sheet) and not is_so


def tabs_of(units: Units, grids: Sequence[Grid]) -> Tabs:
    """Return what the names of the sheets of a file are, by those that are shown."""
    every = Tabs(units, are_places=True)
    named = [grid for grid in grids if grid.visible and not grid.word_table and not is_no_name(grid.name)]
    found = sum(every.place(grid.name, ()) is not None or _is_called_so(grid) for grid in named)
    return Tabs(units, are_places=found >= _FEWEST)


def _is_called_so(grid: Grid) -> bool:
    """Return whether a line of a sheet names the place that the sheet is called by, which nobody may know."""
    named = fold(parse_place(bare(grid.name)).core)
    form = re.compile(rf"(?<!\w)(?:hoi khuyen hoc|{fold(KINDS)}) {re.escape(named)}(?!\w)")
    return bool(named) and any(form.search(fold(kinds_written_out(line))) for line in lines_of(grid))


def _stands_in(named: str, text: str) -> bool:
    return bool(named) and re.search(rf"(?<!\w){re.escape(named)}(?!\w)", text) is not None
