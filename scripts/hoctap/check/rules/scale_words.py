"""Checks of units of measure that stand beside a figure, in its scope, its note or its place in the source."""

import re
from collections.abc import Container, Iterator
from decimal import Decimal

from hoctap.check.definition import check
from hoctap.load.amounts import SCALES, parse_amount
from hoctap.load.column_units import with_unit
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Problem
from hoctap.model.record import Code

_STATED = re.compile(
    r"(?:\bđvt\b|\bđơn vị(?: tính|:))\s*:?\s*(?P<measure>(?:1[.,]000(?:[.,]000)?)?[^;,.()»”]+)", re.IGNORECASE
)
_WORDS_OF_SCALE = "|".join(sorted(map(re.escape, SCALES), key=len, reverse=True))
_SCALED = re.compile(rf"(?:{_WORDS_OF_SCALE})(?P<thing>(?: .+)?)")
_ONE = parse_amount("1")
# A figure that is so many times its unit of measure was written out in full.
_IN_FULL = 1000


@check(
    must="Phạm vi không phải là đơn vị tính",
    cause="Ghi «nghìn người», «triệu đồng» ở phạm vi: con số thành nhỏ đi nghìn lần, triệu lần.",
    cure="viết đủ con số ở cột giá trị (371 nghìn là 371000), bỏ đơn vị tính ở phạm vi",
    bad="value: 371, breakdown: nghìn người",
    good="value: 371000, breakdown: (trống)",
    judges=("breakdown",),
)
def scope_is_no_measure(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no scope is a unit of measure with a scale, or says one."""
    table = catalog.tables.get("observations")
    scopes = table.distinct("breakdown") if table else frozenset[str]()
    things = {code.title_vi.lower() for code in catalog.all_of(Code) if code.list == "unit_measure"} | {"đ", ""}
    wrong = {scope for scope in scopes if scope and (_stated_scale(scope) or _is_scaled(scope, things))}
    for row in catalog.observations if wrong else ():
        if row.breakdown in wrong:
            yield Problem(row.place, "breakdown", "phải không là đơn vị tính", row.breakdown)


@check(
    must="Đơn vị tính nêu ở ghi chú hay vị trí đã được nhân vào con số",
    cause="Chép số của bảng «ĐVT: triệu đồng» mà quên nhân, chỉ ghi chú.",
    cure="viết đủ con số ở cột giá trị; nếu đã viết đủ thì bỏ lời ấy, hoặc để nguyên",
    bad="value: 150, note: đvt triệu đồng",
    good="value: 150000000, locator: bảng 2",
    asks=True,
)
def measure_beside_is_in_the_value(catalog: Catalog) -> Iterator[Problem]:
    """Ask about figures whose note or locator names a unit of measure that the value may lack."""
    if (table := catalog.tables.get("observations")) is None:
        return
    for field in ("note", "locator"):
        stated = {text: scale for text in table.distinct(field) if text and (scale := _stated_scale(text))}
        for row in catalog.observations if stated else ():
            scale = stated.get(getattr(row, field))
            if scale and row.value and row.value < scale * _IN_FULL:
                message = f"có nêu đơn vị tính; con số đã viết đủ chưa ({row.value} hay {row.value * scale})?"
                yield Problem(row.place, field, message, getattr(row, field))


def _is_scaled(scope: str, things: Container[str]) -> bool:
    """Return whether a scope is a word of scale («nghìn»), alone or with what an indicator counts («nghìn người»)."""
    found = _SCALED.fullmatch(scope.strip().lower())
    return found is not None and found["thing"].strip() in things


def _stated_scale(text: str) -> Decimal | None:
    """Return the factor of the unit of measure that a text says («ĐVT: triệu đồng»); None if it says none."""
    found = _STATED.search(text)
    read = with_unit(_ONE, found["measure"].strip()) if found else _ONE
    return None if read.fault or read.scale == 1 else read.scale


CHECKS = (scope_is_no_measure, measure_beside_is_in_the_value)
