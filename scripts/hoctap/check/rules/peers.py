"""The check of a figure against those of all units like its own, for a unit that has no other figure to compare."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from hoctap.check.definition import check
from hoctap.check.rules.by_indicator import by_indicator, has_size
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Problem
from hoctap.model.record import Observation
from hoctap.vietnamese.writing import number

# The more units there are, the less likely is one far beyond all others: with more than so many, so many times.
REACH = ((40, 2), (25, 3), (9, 5))
LEAST_REACH = min(times for _, times in REACH)


@check(
    must="Giá trị không gấp nhiều lần số lớn nhất mà các đơn vị cùng loại có",
    cause="Thừa một số 0, hoặc lấy số của cả nước, cả vùng cho một đơn vị.",
    cure="đối chiếu nguồn; nếu đúng thì để nguyên, hoặc ghi vào bảng ngoại lệ kèm lý do để không hỏi nữa",
    bad="hội viên của tỉnh đông nhất trong 60 tỉnh: 1300000; của tỉnh này: 4500000",
    good="hội viên của tỉnh đông nhất trong 60 tỉnh: 1300000; của tỉnh này: 450000",
    asks=True,
)
def figure_is_within_reach_of_its_peers(catalog: Catalog) -> Iterator[Problem]:
    """Ask about the one figure of a unit that lies far beyond the greatest of many units of its kind and level."""
    for indicator, rows in by_indicator(catalog):
        if indicator.value_type in ("count", "amount"):
            for units in _alike(catalog, rows):
                yield from _far_beyond(sorted(units, key=_most, reverse=True))


def _alike(catalog: Catalog, rows: Sequence[Observation]) -> Iterator[list[list[Observation]]]:
    """Yield for each kind and level of units the figures of each unit, as far as they tell of the whole."""
    kinds = defaultdict[tuple[str, str], dict[str, list[Observation]]](dict)
    for row in rows:
        unit = catalog.units.get(row.unit_id)
        if unit and has_size(row) and not row.breakdown:
            kinds[(unit.unit_kind, unit.level)].setdefault(row.unit_id, []).append(row)
    yield from (list(units.values()) for units in kinds.values())


def _far_beyond(units: Sequence[list[Observation]]) -> Iterator[Problem]:
    """Yield the strange figure of the unit with the greatest one; two that bear each other out are none."""
    reach = next((times for least, times in REACH if len(units) > least), 0)
    most = _most(units[1]) if reach else 0
    beyond = [row for row in units[0] if (row.value or 0) > most * reach] if reach else []
    if len(beyond) == 1:
        row, near = beyond[0], max(units[1], key=lambda each: each.value or 0)
        message = f"lớn hơn nhiều so với các đơn vị cùng loại (nhiều nhất là {number(near.value or 0)})"
        yield Problem(row.place, "value", message, str(row.value))


def _most(rows: Sequence[Observation]) -> float:
    return max(float(row.value or 0) for row in rows)


CHECKS = (figure_is_within_reach_of_its_peers,)
