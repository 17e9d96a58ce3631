"""The check of new names against the other names of what is there: short names, aliases, names without tone marks."""

from collections.abc import Iterator

from hoctap.check.definition import check
from hoctap.check.rules.doubles import called
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Place, Problem
from hoctap.model.record import Indicator, IndicatorAlias, Unit, UnitAlias
from hoctap.vietnamese.writing import fold

# A name with where its bearer stands, who bears it, and the row that says so.
Bearers = dict[tuple[str, str], tuple[str, Place]]


@check(
    must="Tên của đơn vị, chỉ tiêu chưa là tên khác của thứ đã có trong danh mục",
    cause="Thêm lại thứ đã có, gọi bằng tên tắt, tên khác hay viết không dấu.",
    cure="nếu là một thì dùng mã đã có, bỏ dòng thêm sau; nếu là hai thì để nguyên",
    bad="name_vi: HKH tỉnh Sơn La, trong khi đó là tên khác của hoi-khuyen-hoc-tinh-son-la",
    good="dùng mã hoi-khuyen-hoc-tinh-son-la",
    asks=True,
)
def name_is_nobodys_other_name(catalog: Catalog) -> Iterator[Problem]:
    """Ask about a unit or indicator whose name is the short name or alias of another one, or is it without marks."""
    known = _other_names_of_units(catalog)
    for unit in catalog.all_of(Unit):
        home = _home(unit)
        yield from _borne_by_another(known, (called(unit.name_vi), home), unit.unit_id, unit.name_vi, unit.place)
        if unit.name_vi.isascii():
            bare = (f"{fold(unit.name_vi)} ", home)
            yield from _borne_by_another(known, bare, unit.unit_id, unit.name_vi, unit.place)
    aliases = {
        (called(each.alias), ""): (each.indicator_id, each.place)
        for each in catalog.all_of(IndicatorAlias)
        if each.indicator_id in catalog.indicators
    }
    for indicator in catalog.all_of(Indicator):
        key = (called(indicator.name_vi), "")
        yield from _borne_by_another(aliases, key, indicator.indicator_id, indicator.name_vi, indicator.place)


def _home(unit: Unit) -> str:
    return unit.area_id or unit.parent_unit_id


def _other_names_of_units(catalog: Catalog) -> Bearers:
    known: Bearers = {}
    for alias in catalog.all_of(UnitAlias):
        if alias.unit_id in catalog.units:
            home = _home(catalog.units[alias.unit_id])
            known.setdefault((called(alias.alias), home), (alias.unit_id, alias.place))
    for unit in catalog.all_of(Unit):
        if unit.short_name:
            known.setdefault((called(unit.short_name), _home(unit)), (unit.unit_id, unit.place))
        if not unit.name_vi.isascii():
            # The blank at the end keeps what was typed without marks apart from names that have none.
            known.setdefault((f"{fold(unit.name_vi)} ", _home(unit)), (unit.unit_id, unit.place))
    return known


def _borne_by_another(
    known: Bearers, key: tuple[str, str], identifier: str, name: str, place: Place
) -> Iterator[Problem]:
    other, where = known.get(key, ("", place))
    if other and other != identifier:
        message = f"đã là tên của {other} ({where.path.rpartition('/')[2]}, dòng {where.line})"
        yield Problem(place, "name_vi", message, name)


CHECKS = (name_is_nobodys_other_name,)
