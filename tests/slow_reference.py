"""What may be said of figures, once more and slowly: written apart from the program, from the design alone.

Nothing here is imported from `hoctap.views`; it reads plain observations and says yes or no.
"""

import re
from datetime import timedelta
from decimal import Decimal

from hoctap.model.catalog import Catalog
from hoctap.model.record import Observation

# The least step: «hơn 80» is more than 80 by so much at least.
LEAST = Decimal("1e-9")
STOCKS = ("stock", "ratio-of-stock")
SOURCE_KINDS = ["chinh-chu", "bao-chi", "khac", "dang-lai"]
HEDGES = {"over": "hơn", "nearly": "gần", "under": "dưới", "about": "khoảng", "at_least": "ít nhất"}


def is_stock(catalog: Catalog, row: Observation) -> bool:
    return catalog.indicators[row.indicator_id].stock_flow in STOCKS


def kind_of_period(row: Observation) -> str:
    return row.period_kind


def low_and_high(row: Observation) -> tuple[Decimal, Decimal]:
    """The range of a value, an open end as a number beyond all others."""
    value = row.value
    if value is None:
        return Decimal("-Infinity"), Decimal("Infinity")
    return {
        "exact": (value, value),
        "over": (value + LEAST, Decimal("Infinity")),
        "at_least": (value, Decimal("Infinity")),
        "under": (Decimal(0), value - LEAST),
        "nearly": (value * Decimal("0.9"), value - LEAST),
        "about": (value * Decimal("0.95"), value * Decimal("1.05")),
    }[row.qualifier]


def border(catalog: Catalog, row: Observation) -> str:
    unit = catalog.units[row.unit_id]
    area = catalog.areas.get(unit.area_id)
    if unit.level == "khac" and unit.unit_kind != "dia-ban":
        return ""
    if row.border:
        return row.border
    if area is None or not (area.valid_from or area.valid_until):
        return ""
    if area.valid_until or row.period.end.isoformat() < "2025-07-01":
        return "before"
    if row.period.start.isoformat() >= "2025-07-01":
        return "after"
    return "after" if unit.unit_kind == "dia-ban" else "unknown"


def followed(catalog: Catalog, row: Observation, rows: list[Observation]) -> bool:
    """Whether no other figure of the same thing comes before this one."""
    return all(other is row or order(catalog, row) < order(catalog, other) for other in rows if same_thing(row, other))


def same_thing(one: Observation, other: Observation) -> bool:
    return (one.unit_id, one.indicator_id, one.period.text, one.breakdown) == (
        other.unit_id,
        other.indicator_id,
        other.period.text,
        other.breakdown,
    ) and one.border == other.border


def order(catalog: Catalog, row: Observation) -> tuple[object, ...]:
    source = catalog.sources[row.source_id]
    day = source.published_on.end.toordinal() if source.published_on else 0
    return (row.value is None, SOURCE_KINDS.index(source.kind), row.qualifier != "exact", -day, row.source_id)


def may_compare_in_time(catalog: Catalog, one: Observation, other: Observation, rows: list[Observation]) -> bool:
    """Whether tăng or giảm, or a line, could be said of two rows at all."""
    return (
        one.unit_id == other.unit_id
        and fits_alone(catalog, one, rows)
        and fits_alone(catalog, other, rows)
        and one.indicator_id == other.indicator_id
        and one.breakdown == other.breakdown
        and {border(catalog, one), border(catalog, other)} != {"before", "after"}
        and (is_stock(catalog, one) or kind_of_period(one) == kind_of_period(other))
        and (is_stock(catalog, one) or length(one) == length(other))
        and (one.period.end < other.period.start or other.period.end < one.period.start)
        and one_definition(catalog, one, other)
    )


def may_share_an_axis(catalog: Catalog, one: Observation, other: Observation, rows: list[Observation]) -> bool:
    """Whether two units could share an axis."""
    first, second = catalog.units[one.unit_id], catalog.units[other.unit_id]
    return (
        one.unit_id != other.unit_id
        and fits_alone(catalog, one, rows)
        and fits_alone(catalog, other, rows)
        and one.indicator_id == other.indicator_id
        and catalog.indicators[one.indicator_id].comparison != "none"
        and one.breakdown == other.breakdown
        and (first.unit_kind, first.level) == (second.unit_kind, second.level)
        and "" not in (first.area_id, second.area_id)
        and {border(catalog, one), border(catalog, other)} != {"before", "after"}
        and one.period.end == other.period.end
        and (is_stock(catalog, one) or length(one) == length(other))
        and (is_stock(catalog, one) or kind_of_period(one) == kind_of_period(other))
    )


def counted_alike(one: Observation, other: Observation) -> bool:
    """Whether the notes say nothing of how was counted, or the same."""
    remarks = ["chỉ tính" in row.note and row.note for row in (one, other)]
    return remarks[0] == remarks[1]


def fits_alone(catalog: Catalog, row: Observation, rows: list[Observation]) -> bool:
    if (
        row.value is None
        or row.period_status != "stated"
        or (kind_of_period(row) == "cumulative" and not is_stock(catalog, row))
    ):
        return False
    if re.search("dự kiến|kế hoạch", row.note) or "lũy kế" in row.note:
        return False
    if border(catalog, row) == "unknown" or not followed(catalog, row, rows) or unfinished(catalog, row):
        return False
    if is_stock(catalog, row):
        return row.period.end.year - row.period.start.year <= 1
    return kind_of_period(row) != "moment"


def unfinished(catalog: Catalog, row: Observation) -> bool:
    """Whether a source told what happened in a time before that time was over."""
    day = catalog.sources[row.source_id].published_on
    happens = kind_of_period(row) == "cumulative" or (not is_stock(catalog, row) and kind_of_period(row) != "moment")
    end, kind = row.period.end, kind_of_period(row)
    if kind in ("school-year", "term") and len(row.period.text) == 9:
        end = end.replace(month=5) if kind == "school-year" else end.replace(month=1, day=1)
    return happens and day is not None and day.end < end - timedelta(days=min(31, (end - row.period.start).days // 12))


def length(row: Observation) -> int:
    start, end = row.period.start, row.period.end
    return (end.year - start.year) * 12 + end.month - start.month


def one_definition(catalog: Catalog, one: Observation, other: Observation) -> bool:
    first, second = catalog.sources[one.source_id], catalog.sources[other.source_id]
    own = first.kind == second.kind == "chinh-chu" and first.publisher == second.publisher != ""
    return first is second or own


def words_wanted(catalog: Catalog, row: Observation) -> list[str]:
    """Every text that a sentence about a row must have in it."""
    source = catalog.sources[row.source_id]
    wanted = [source.title, row.locator, row.breakdown, row.note]
    if row.value is not None and row.qualifier != "exact":
        wanted.append(HEDGES[row.qualifier])
    if row.value is None:
        wanted.append("nguồn không nêu số cụ thể")
    wanted.append({"stated": "", "inferred": "suy ra từ bài", "uncertain": "thời kỳ chưa chắc"}[row.period_status])
    area = catalog.areas.get(catalog.units[row.unit_id].area_id)
    if area and area.level == "tinh":
        wanted.append({"before": "ranh giới trước 01/7/2025", "unknown": "không rõ"}.get(border(catalog, row), ""))
    wanted.append("lũy kế" if kind_of_period(row) == "cumulative" and not is_stock(catalog, row) else "")
    wanted.append("nguồn đăng khi" if unfinished(catalog, row) else "")
    return [text for text in wanted if text]


def outcome(catalog: Catalog, row: Observation, operator: str, demanded: Decimal) -> str:
    """What the range of a figure decides of the year in which it ends, trying both ends."""
    if operator == "=":
        return "theo kế hoạch"
    months, ends = length(row) + 1, low_and_high(row)
    flow = not is_stock(catalog, row)
    if border(catalog, row) == "unknown" or (flow and row.period.start.isoformat() < "2024-01-01"):
        return "chưa kết luận được"
    if row.period_status != "stated" or months > 24 or (months > 12 and not is_stock(catalog, row)):
        return "chưa kết luận được"
    if not is_stock(catalog, row) and (months < 12 or kind_of_period(row) == "moment" or unfinished(catalog, row)):
        ends = (ends[0], Decimal("Infinity"))
    answers = {value >= demanded if operator == ">=" else value <= demanded for value in ends}
    if len(answers) > 1:
        return "chưa kết luận được"
    return "đạt" if answers.pop() else "chưa đạt"
