"""The check of the official codes of areas."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from hoctap.check.definition import check
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Problem
from hoctap.model.record import Area


@check(
    must="Một mã hành chính vào một ngày chỉ là của một nơi",
    cause="Gõ nhầm mã, hoặc chép dòng của nơi khác.",
    cure="sửa code theo danh mục hành chính; mã được dùng lại thì ghi ngày cuối của nơi cũ",
    bad="binh-ho: code 71, dong-lau: code 71, cả hai đang còn",
    good="suoi-bac: code 71 đến 30/6/2025, dong-lau: code 71 từ 01/7/2025",
)
def official_code_is_of_one_area(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no two areas of one level have the same official code on the same day."""
    bearers = defaultdict[tuple[str, str], list[Area]](list)
    for area in catalog.areas.values():
        known = bearers[(area.level, area.code)] if area.code else []
        if other := next((each for each in known if _share_a_day(each, area)), None):
            yield Problem(area.place, "code", f"mã này đã là của {other.name_vi} ({other.area_id})", area.code)
        known.append(area)


def _share_a_day(one: Area, other: Area) -> bool:
    return _since(one) <= (other.valid_until or date.max) and _since(other) <= (one.valid_until or date.max)


def _since(area: Area) -> date:
    return area.valid_from or date.min


CHECKS = (official_code_is_of_one_area,)
