"""Checks of the names of places in words, by the time the words speak of."""

import re
from collections.abc import Iterator
from datetime import date

from hoctap.check.definition import check
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Problem
from hoctap.model.record import AreaSuccession
from hoctap.vietnamese.writing import day

_WORDS = ("breakdown", "note")


@check(
    must="Tên tỉnh trong lời ghi là tên còn dùng vào thời kỳ của số liệu",
    cause="Theo thói quen gọi tên tỉnh cũ cho số liệu sau ngày tỉnh ấy hợp nhất.",
    cure="ghi tên tỉnh mới, hoặc nói rõ «tỉnh cũ», hoặc sửa thời kỳ",
    bad="note: tỉnh Yên Bái, period: 2026",
    good="note: tỉnh Lào Cai, period: 2026",
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
    provinces = [area for area in catalog.areas.values() if area.level == "tinh"]
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


CHECKS = (place_name_is_of_its_time,)
