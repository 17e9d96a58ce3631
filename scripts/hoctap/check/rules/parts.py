"""A check of a figure of part of a unit's work beside that of the whole."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from hoctap.check.definition import check
from hoctap.check.rules.by_indicator import by_indicator, has_size
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Problem
from hoctap.model.record import Observation
from hoctap.vietnamese.writing import number

# A whole that lacks three zeros lies so many times below any part of it that is a twentieth or more.
FAR_BEYOND = 50
# In so many years a movement may well grow that much.
_LONG = 10


@check(
    must="Số của một phần (có phạm vi) không gấp hàng chục lần số của cả đơn vị (không ghi phạm vi)",
    cause="Một trong hai số sai đơn vị tính (triệu, tỷ); hoặc số không ghi phạm vi thật ra chỉ là một phần.",
    cure="đối chiếu đơn vị tính của cả hai số, ghi rõ phạm vi của mỗi số; nếu đúng thì để nguyên",
    bad="quỹ: 31300000 · quỹ, toàn tỉnh: 31300000000",
    good="quỹ: 31300000000 · quỹ, cấp xã: 20100000000",
    asks=True,
)
def part_lies_near_its_whole(catalog: Catalog) -> Iterator[Problem]:
    """Ask about counts and amounts of a scope that are 50 times the nearest figure of the unit without any."""
    for indicator, rows in by_indicator(catalog):
        if indicator.value_type in ("count", "amount"):
            for part, whole in _parts_beyond([row for row in rows if has_size(row)]):
                times, size = round((part.value or 0) / (whole.value or 1)), number(whole.value or 0)
                message = f"gấp {number(times)} lần số của cả đơn vị (kỳ {whole.period.text} là {size})"
                yield Problem(part.place, "value", message, str(part.value))


def _parts_beyond(rows: Sequence[Observation]) -> Iterator[tuple[Observation, Observation]]:
    """Yield each figure of a part that lies far beyond the nearest one of its whole, with that one."""
    wholes: dict[str, list[Observation]] = defaultdict(list)
    for row in rows:
        if not row.breakdown:
            wholes[row.unit_id].append(row)
    for of_unit in wholes.values():
        of_unit.sort(key=_end)
    for row in rows if wholes else ():
        if row.breakdown and (others := wholes.get(row.unit_id)):
            at = bisect_left(others, row.period.end, key=_end)
            near = min(others[max(at - 1, 0) : at + 1], key=partial(_years, row))
            if (row.value or 0) >= FAR_BEYOND * (near.value or 0) > 0 and _years(row, near) < _LONG:
                yield row, near


def _end(row: Observation) -> date:
    return row.period.end


def _years(one: Observation, other: Observation) -> float:
    return abs((one.period.end - other.period.end).days) / 365


CHECKS = (part_lies_near_its_whole,)
