"""The check of new names against the other names of what is there: short, other, without marks, with abbreviations."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import islice

from hoctap.check.definition import check
from hoctap.check.rules.doubles import called, home_of
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Place, Problem
from hoctap.model.record import Area, AreaAlias, Indicator, IndicatorAlias, Unit, UnitAlias
from hoctap.vietnamese.abbreviations import in_full
from hoctap.vietnamese.writing import fold

# A name with where its bearer stands, who bears it, and the row that says so.
Bearers = dict[tuple[str, str], tuple[str, Place]]
_SHORT = re.compile("[A-ZĐ]{2}")


@check(
    must="Tên của đơn vị, chỉ tiêu chưa là tên khác của thứ đã có trong danh mục",
    cause="Thêm lại thứ đã có, gọi bằng tên tắt, tên khác hay viết không dấu.",
    cure="nếu là một thì dùng mã đã có, bỏ dòng thêm sau; nếu là hai thì để nguyên",
    bad="name_vi: HKH tỉnh Sơn La, trong khi đó là tên khác của hoi-khuyen-hoc-tinh-son-la",
    good="dùng mã hoi-khuyen-hoc-tinh-son-la",
    asks=True,
)
def name_is_nobodys_other_name(catalog: Catalog) -> Iterator[Problem]:
    """Ask about a unit or indicator whose name is another name of another one, or is its name without marks or cut."""
    known = _other_names_of_units(catalog)
    # Units of one name are told as such by other rules.
    namesakes = defaultdict[str, set[str]](set)
    for unit in catalog.all_of(Unit):
        namesakes[called(unit.name_vi)].add(unit.unit_id)
    for unit in catalog.all_of(Unit):
        ways = [called(unit.name_vi)]
        if unit.name_vi.isascii():
            ways.append(_unmarked(unit))
        if _SHORT.search(unit.name_vi):
            ways.append(_in_full(unit))
        # Whose own place is not said may be of any.
        keys = [(way, home) for way in ways for home in dict.fromkeys((home_of(unit), unit.area_id))]
        yield from _borne_by_another(known, keys, namesakes[called(unit.name_vi)], unit.name_vi, unit.place)
    aliases = {
        (called(each.alias), ""): (each.indicator_id, each.place)
        for each in catalog.all_of(IndicatorAlias)
        if each.indicator_id in catalog.indicators
    }
    for indicator in catalog.all_of(Indicator):
        keys = [(called(indicator.name_vi), "")]
        yield from _borne_by_another(aliases, keys, {indicator.indicator_id}, indicator.name_vi, indicator.place)


def _other_names_of_units(catalog: Catalog) -> Bearers:
    known: Bearers = {}
    for alias in catalog.all_of(UnitAlias):
        if alias.unit_id in catalog.units:
            home = home_of(catalog.units[alias.unit_id])
            _know(known, called(alias.alias), home, (alias.unit_id, alias.place))
    # Names written in full come first: who has a name cut short is asked about them.
    for unit in sorted(catalog.all_of(Unit), key=lambda each: _SHORT.search(each.name_vi) is not None):
        ways = [called(unit.short_name)] if unit.short_name else []
        ways += [_in_full(unit)] if unit.name_vi.isascii() else [_in_full(unit), _unmarked(unit)]
        for way in ways:
            _know(known, way, home_of(unit), (unit.unit_id, unit.place))
    return known


def _know(known: Bearers, name: str, home: str, bearer: tuple[str, Place]) -> None:
    known.setdefault((name, home), bearer)
    known.setdefault((name, ""), bearer)


# The blanks keep what was typed without marks, and what is written out, apart from names that are so by themselves.
def _unmarked(unit: Unit) -> str:
    return f"{fold(unit.name_vi)} "


def _in_full(unit: Unit) -> str:
    return f" {called(in_full(unit.name_vi) if _SHORT.search(unit.name_vi) else unit.name_vi)}"


def _borne_by_another(
    known: Bearers, keys: Iterable[tuple[str, str]], own: Container[str], name: str, place: Place
) -> Iterator[Problem]:
    others = (known[key] for key in keys if key in known and known[key][0] not in own)
    for other, where in islice(others, 1):
        message = f"đã là tên của {other} ({where.path.rpartition('/')[2]}, dòng {where.line})"
        yield Problem(place, "name_vi", message, name)


@check(
    must="Tên khác của một đơn vị, một địa phương không phải là tên chính của nơi khác",
    cause="Ghi nhầm mã ở dòng tên khác: số liệu gọi bằng tên ấy sẽ không rõ là của ai.",
    cure="sửa mã của dòng, hoặc bỏ dòng; nếu cả hai cùng mang tên ấy thì để nguyên",
    bad="unit_id: hoi-khuyen-hoc-tinh-son-la, alias: Hội Khuyến học tỉnh Hòa Bình",
    good="unit_id: hoi-khuyen-hoc-tinh-hoa-binh, alias: Hội KH Hòa Bình",
    asks=True,
)
def other_name_is_nobodys_name(catalog: Catalog) -> Iterator[Problem]:
    """Ask about an alias that is the very name of a unit elsewhere, or of another area."""
    units, areas = defaultdict[str, list[Unit]](list), defaultdict[str, list[str]](list)
    for unit in catalog.all_of(Unit):
        units[called(unit.name_vi)].append(unit)
    for area in catalog.all_of(Area):
        areas[called(area.name_vi)].append(area.area_id)
    for alias in catalog.all_of(UnitAlias):
        owner, bearers = catalog.units.get(alias.unit_id), units.get(called(alias.alias), [])
        if owner and owner not in bearers:
            # Of one place both are asked about by the name of the bearer.
            others = [unit.unit_id for unit in bearers if home_of(owner) not in (home_of(unit), unit.area_id)]
            yield from _named_elsewhere(alias.place, alias.alias, others)
    for other in catalog.all_of(AreaAlias):
        bearing = areas.get(called(other.alias), [])
        if other.area_id not in bearing:
            yield from _named_elsewhere(other.place, other.alias, bearing)


def _named_elsewhere(place: Place, alias: str, codes: Sequence[str]) -> Iterator[Problem]:
    if codes:
        yield Problem(place, "alias", f"là tên chính của {', '.join(codes)}", alias)


CHECKS = (name_is_nobodys_other_name, other_name_is_nobodys_name)
