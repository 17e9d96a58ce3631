"""Checks of spans of time of one source that meet: one value for one span, no part beyond its whole."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice, takewhile

from hoctap.check.definition import check
from hoctap.check.rules.dates import NAMED_AHEAD
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Problem
from hoctap.model.record import Indicator, Observation
from hoctap.model.value_range import range_of
from hoctap.vietnamese.writing import number


@check(
    must="Hai khoảng thời gian trùng nhau của một nguồn không nói hai số trái nhau",
    cause="Một kỳ ghi hai cách (2024 và 2024-01/2024-12) với hai số, hoặc số của một phần lớn hơn số cả kỳ.",
    cure="đối chiếu nguồn, giữ số đúng; nếu là hai nhóm khác nhau thì ghi phạm vi",
    bad="cả năm 2024: 120 lớp; 6 tháng đầu năm 2024: 150 lớp",
    good="cả năm 2024: 120 lớp; 6 tháng đầu năm 2024: 50 lớp",
)
def periods_of_a_source_agree(catalog: Catalog) -> Iterator[Problem]:
    """Ensure one source gives one value for one span, and no part of a flow more than the whole."""
    for row, other, is_flow in _meeting(catalog):
        if _covers(row, other) and _covers(other, row):
            yield _clash(row, other, "phải bằng số của cùng khoảng thời gian")
        elif is_flow and _covers(other, row) and (row.value or 0) > (other.value or 0):
            yield _clash(row, other, "phải không quá số của cả khoảng")
        elif is_flow and _covers(row, other) and (row.value or 0) < (other.value or 0):
            yield _clash(other, row, "phải không quá số của cả khoảng")


@check(
    must="Số nói chừng không trái với số khác của một nguồn cho cùng khoảng thời gian, nếu trái thì xem lại",
    cause="Một kỳ ghi hai cách (2023 và 2023-01/2023-12), dòng này «hơn», dòng kia số khác; hoặc nguồn tự trái.",
    cure="đối chiếu nguồn, giữ số đúng; hai nhóm khác nhau thì ghi phạm vi; nguồn nói đúng như vậy thì để nguyên",
    bad="cả năm 2023: hơn 1,5 tỷ đồng; 2023-01/2023-12: 1,3 tỷ đồng",
    good="cả năm 2023: hơn 1,5 tỷ đồng; 2023-01/2023-12: 1,53 tỷ đồng",
    asks=True,
)
def hedged_figures_of_a_source_agree(catalog: Catalog) -> Iterator[Problem]:
    """Ask about hedged figures: where no number fits two of one span, or a part exceeds its whole."""
    for row, other, is_flow in _meeting(catalog, with_hedged=True):
        if row.qualifier == other.qualifier == "exact":
            continue
        one, two = (range_of(each.value, each.qualifier) for each in (row, other))
        if _covers(row, other) and _covers(other, row):
            if not one.overlaps(two):
                yield _clash(row, other, "trái với số của cùng khoảng thời gian", _hedge(catalog, other))
        elif is_flow and _covers(other, row) and one.is_beyond(two):
            yield _clash(row, other, "nhiều hơn số của cả khoảng", _hedge(catalog, other))
        elif is_flow and _covers(row, other) and two.is_beyond(one):
            yield _clash(other, row, "nhiều hơn số của cả khoảng", _hedge(catalog, row))


def _covers(whole: Observation, part: Observation) -> bool:
    return whole.period.start <= part.period.start and part.period.end <= whole.period.end


def _hedge(catalog: Catalog, row: Observation) -> str:
    return "" if row.qualifier == "exact" else f"{catalog.code_title('qualifier', row.qualifier)} "


def _clash(row: Observation, other: Observation, must: str, hedge: str = "") -> Problem:
    message = f"{must} ở dòng {other.place.line} ({other.period.text}: {hedge}{number(other.value or 0)})"
    return Problem(row.place, "value", message, str(row.value))


@check(
    must="Hai khoảng thời gian của một nguồn chồng lên nhau một phần thì xem lại",
    cause="Gõ nhầm đầu hoặc cuối khoảng: 2020/2023 và 2022/2025.",
    cure="xem lại đầu và cuối từng khoảng theo nguồn; nếu đúng thì để nguyên",
    bad="2020/2023: 40 lớp; 2022/2025: 60 lớp",
    good="2020/2022: 40 lớp; 2023/2025: 60 lớp",
    asks=True,
)
def periods_of_a_source_do_not_cross(catalog: Catalog) -> Iterator[Problem]:
    """Ask about spans of one source of which neither holds the other; school years and terms share their borders."""
    for row, other, _ in _meeting(catalog):
        named = row.period_kind in NAMED_AHEAD or other.period_kind in NAMED_AHEAD
        if not named and not _covers(row, other) and not _covers(other, row):
            yield Problem(
                row.place,
                "period",
                f"chồng một phần lên {other.period.text} ở dòng {other.place.line}",
                row.period.text,
            )


def _meeting(catalog: Catalog, *, with_hedged: bool = False) -> Iterator[tuple[Observation, Observation, bool]]:
    """Yield each two figures of one unit, indicator, scope and source whose spans meet and that say different things.

    Exact ones alone, but for a rule that knows what a hedge leaves open: to it «hơn 40» and «gần 40» differ.
    """
    flows = {each.indicator_id for each in catalog.all_of(Indicator) if each.stock_flow == "flow"}
    groups: dict[tuple[str, ...], list[Observation]] = defaultdict(list)
    for row in catalog.observations:
        if row.value is not None and (with_hedged or row.qualifier == "exact"):
            groups[row.unit_id, row.indicator_id, row.breakdown, row.source_id].append(row)
    for group in groups.values():
        for one, other in _overlapping(group) if len(group) > 1 else ():
            if (one.value, one.qualifier) != (other.value, other.qualifier):
                is_first = one.place.line < other.place.line
                yield (other, one, one.indicator_id in flows) if is_first else (one, other, one.indicator_id in flows)


def _overlapping(group: list[Observation]) -> Iterator[tuple[Observation, Observation]]:
    """Yield each two figures whose spans share a day."""
    ordered = sorted(group, key=lambda row: (row.period.start, row.place.line))
    for at, one in enumerate(ordered):
        later = takewhile(lambda other, end=one.period.end: other.period.start <= end, islice(ordered, at + 1, None))  # type: ignore[misc]
        yield from ((one, other) for other in later)


CHECKS = (periods_of_a_source_agree, hedged_figures_of_a_source_agree, periods_of_a_source_do_not_cross)
