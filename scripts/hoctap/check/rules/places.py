"""Checks of the names of places in words, by the time the words speak of."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from hoctap.check.definition import check
from hoctap.model.catalog import Catalog
from hoctap.model.codes import PROVINCE
from hoctap.model.finding import Problem
from hoctap.model.record import AreaSuccession, LocalTarget, Observation
from hoctap.vietnamese.writing import day, fold

_WORDS = ("breakdown", "note")


@check(
    must="Tên tỉnh trong lời ghi là tên còn dùng vào thời kỳ của số liệu",
    cause="Theo thói quen gọi tên tỉnh cũ cho số liệu sau ngày tỉnh ấy hợp nhất.",
    cure="ghi tên tỉnh mới, hoặc nói rõ «tỉnh cũ», hoặc sửa thời kỳ",
    bad="note: tỉnh Yên Bái, period: 2026",
    good="note: tỉnh Lào Cai, period: 2026",
    judges=("breakdown", "note", "period"),
)
def place_name_is_of_its_time(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no figure of a period after a province ended speaks of that province as if it were still there."""
    ended = _ended(catalog)
    if not ended:
        return
    named = re.compile(rf"(?:tỉnh|thành phố)\s+({'|'.join(map(re.escape, ended))})\b(?!\s*(?:cũ|trước))", re.IGNORECASE)
    for row in catalog.observations:
        for field in _WORDS:
            found = named.search(getattr(row, field)) if getattr(row, field) else None
            if found and row.period.start > ended[found[1].title()][0]:
                until, successor = ended[found[1].title()]
                hint = f"có phải là {successor}?" if successor else ""
                yield Problem(row.place, field, f"tên này chỉ dùng đến hết ngày {day(until)}", found[0], hint)


def _ended(catalog: Catalog) -> dict[str, tuple[date, str]]:
    """Return the provinces whose name no province of today bears: their last day and what they became."""
    provinces = [area for area in catalog.areas.values() if area.level == PROVINCE]
    today = {area.name_vi for area in provinces if area.valid_until is None}
    became = {row.from_area_id: row.to_area_id for row in catalog.all_of(AreaSuccession)}
    return {
        area.name_vi.title(): (area.valid_until, _name(catalog, became.get(area.area_id, "")))
        for area in provinces
        if area.valid_until and area.name_vi not in today
    }


def _name(catalog: Catalog, area_id: str) -> str:
    area = catalog.areas.get(area_id)
    return area.name_vi if area else ""


# «Cần Thơ» in «cần thơ ca» is no place, so a province must stand behind its kind or begin the title.
_OF_MANY = re.compile(r"\b(?:các tỉnh|nhiều tỉnh|cả nước|toàn quốc|khu vực|nationwide|provinces)\b", re.IGNORECASE)
_REPRINT = "dang-lai"  # of what was written elsewhere, so who published it tells no place
# Who publishes for all, whatever place is in the name.
_OF_ALL = re.compile(r"(?:trường )?(?:đại học|học viện|nhà xuất bản|nxb)\b", re.IGNORECASE)
# A person after whom a place is called, and what begins like a place, where no word says that the place is meant.
_NO_PLACE = r"(?!(?:Hồ Chí Minh|Ho Chi Minh(?! City)|Thái Bình Dương|Điện Biên Phủ)\b)"
_KINDS = r"(?i:\b(?:(?:tỉnh|thành phố|tp\.?|khuyến học|báo)\s+|tp\.))"


@check(
    must="Số liệu của một đơn vị lấy từ bài nói về nơi ấy; bài nói về tỉnh khác thì xem lại",
    cause="Chọn nhầm nguồn, hoặc chọn nhầm đơn vị cùng tên ở tỉnh khác.",
    cure="xem lại source_id và unit_id; nếu bài nói về nhiều tỉnh thì để nguyên",
    bad="đơn vị ở tỉnh Lào Cai, nguồn «Tỉnh Sơn La tổng kết khuyến học»",
    good="đơn vị ở tỉnh Lào Cai, nguồn «Tỉnh Lào Cai tổng kết khuyến học»",
    asks=True,
    judges=("unit_id", "source_id"),
)
def source_speaks_of_the_place(catalog: Catalog) -> Iterator[Problem]:
    """Ask about figures whose source names provinces, in its title or who published it, none related to the unit's."""
    yield from _of_another_place(catalog, catalog.observations)


@check(
    must="Chỉ tiêu đặt ra của một đơn vị lấy từ bài nói về nơi ấy; bài nói về tỉnh khác thì xem lại",
    cause="Chọn nhầm nguồn, hoặc chọn nhầm đơn vị cùng tên ở tỉnh khác.",
    cure="xem lại source_id và unit_id; nếu bài nói về nhiều tỉnh thì để nguyên",
    bad="chỉ tiêu của tỉnh Lào Cai, nguồn «Tỉnh Sơn La tổng kết khuyến học»",
    good="chỉ tiêu của tỉnh Lào Cai, nguồn «Tỉnh Lào Cai tổng kết khuyến học»",
    asks=True,
)
def target_is_of_the_place_of_its_source(catalog: Catalog) -> Iterator[Problem]:
    """Ask about targets of units whose source names provinces, none related to the unit's, unless its figures ask."""
    figures = {(row.unit_id, row.source_id) for row in catalog.observations}
    targets = (row for row in catalog.all_of(LocalTarget) if (row.unit_id, row.source_id) not in figures)
    yield from _of_another_place(catalog, targets)


def _of_another_place(catalog: Catalog, rows: Iterable[Observation | LocalTarget]) -> Iterator[Problem]:
    named = _provinces_named(catalog)
    related = related_provinces(catalog)
    asked: set[tuple[str, str]] = set()
    for row in rows:
        others = named.get(row.source_id)
        if not others or (row.unit_id, row.source_id) in asked:
            continue
        asked.add((row.unit_id, row.source_id))
        unit = catalog.units.get(row.unit_id)
        province = catalog.province_of(unit.area_id) if unit else ""
        own = related.get(province)
        if own and not own & others:
            words = catalog.sources[row.source_id].title
            yield Problem(row.place, "source_id", f"bài nói về nơi khác: «{words}»", row.source_id)


def _provinces_named(catalog: Catalog) -> dict[str, set[str]]:
    """Return the provinces that each source speaks of, where that can be told.

    A title tells by a province behind its kind or at the beginning; else all names in it and in the publisher count.
    """
    by_name: dict[str, set[str]] = {}
    for area in catalog.areas.values():
        if area.level == PROVINCE:
            by_name.setdefault(area.name_vi, set()).add(area.area_id)
            by_name.setdefault(fold(area.name_vi).title(), set()).add(area.area_id)
    if not by_name:
        return {}
    names = "|".join(map(re.escape, sorted(by_name, key=len, reverse=True)))
    in_title = re.compile(rf"(?:{_KINDS}|^{_NO_PLACE})({names})\b")
    anywhere = re.compile(rf"\b{_NO_PLACE}({names})\b")
    provinces: dict[str, set[str]] = {}
    for source in catalog.sources.values():
        found = in_title.findall(source.title)
        if not found and not _OF_MANY.search(source.title):
            is_of_place = source.kind != _REPRINT and not _OF_ALL.match(source.publisher)
            words = f"{source.title} · {source.publisher}" if is_of_place else source.title
            found = anywhere.findall(words)
        if found:
            provinces[source.source_id] = set().union(*(by_name[name] for name in found))
    return provinces


def related_provinces(catalog: Catalog) -> dict[str, set[str]]:
    """Return each province with those it was made of or became part of, and those that share such a one."""
    near: dict[str, set[str]] = {
        area.area_id: {area.area_id} for area in catalog.areas.values() if area.level == PROVINCE
    }
    for row in catalog.all_of(AreaSuccession):
        for one, other in ((row.from_area_id, row.to_area_id), (row.to_area_id, row.from_area_id)):
            near.setdefault(one, {one}).add(other)
    return {area: set().union(*(near.get(each, {each}) for each in own)) for area, own in near.items()}


@check(
    must="Một nơi thành nơi khác vào đúng hôm sau ngày cuối của nó, và nơi mới đã có hôm ấy",
    cause="Gõ nhầm năm ở một trong hai bảng, hoặc chọn nhầm nơi vẫn còn.",
    cure="sửa effective_on, hoặc valid_until, valid_from ở bảng areas, theo văn bản",
    bad="valid_until: 2025-06-30, effective_on: 2020-07-01",
    good="valid_until: 2025-06-30, effective_on: 2025-07-01",
)
def succession_follows_the_end(catalog: Catalog) -> Iterator[Problem]:
    """Ensure the day on which one area became another agrees with the days from and until which the two were there."""
    for row in catalog.all_of(AreaSuccession):
        before, after = catalog.areas.get(row.from_area_id), catalog.areas.get(row.to_area_id)
        if before and not before.valid_until:
            must = f"phải là nơi đã kết thúc; {before.name_vi} chưa có ngày cuối ở bảng areas"
            yield Problem(row.place, "from_area_id", must, row.from_area_id)
        elif before and before.valid_until and (row.effective_on - before.valid_until).days != 1:
            must = f"phải là hôm sau ngày cuối của {before.name_vi} ({day(before.valid_until)})"
            yield Problem(row.place, "effective_on", must, row.effective_on.isoformat())
        elif after and after.valid_from and after.valid_from > row.effective_on:
            must = f"phải không trước ngày bắt đầu của {after.name_vi} ({day(after.valid_from)})"
            yield Problem(row.place, "effective_on", must, row.effective_on.isoformat())


@check(
    must="Nơi đã kết thúc thì có nơi kế tiếp, nếu chưa có thì xem lại",
    cause="Xóa nhầm dòng của bảng area_successions, hoặc quên ghi nơi mới.",
    cure="thêm dòng nơi ấy thành nơi nào ở bảng area_successions",
    bad="areas: suoi-bac có valid_until, không dòng nào ở area_successions",
    good="area_successions: suoi-bac,dong-lau",
    asks=True,
    counts_absence=True,
)
def ended_area_has_a_successor(catalog: Catalog) -> Iterator[Problem]:
    """Ask about areas that ended and became nothing: figures of before and after cannot be told of one place then."""
    became = {row.from_area_id for row in catalog.all_of(AreaSuccession)}
    for area in catalog.areas.values():
        if area.valid_until and area.area_id not in became:
            message = "chưa rõ thành nơi nào ở bảng area_successions"
            yield Problem(area.place, "valid_until", message, area.valid_until.isoformat())


CHECKS = (
    succession_follows_the_end,
    ended_area_has_a_successor,
    source_speaks_of_the_place,
    target_is_of_the_place_of_its_source,
    place_name_is_of_its_time,
)
