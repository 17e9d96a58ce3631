"""Checks of figures against each other: recognised and registered, shares and counts, slips of scale."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from hoctap.check.definition import check
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Problem
from hoctap.model.record import Observation, Ratio
from hoctap.vietnamese.writing import number

Setting = tuple[str, str, str, str]


def _by_setting(catalog: Catalog, *indicator_ids: str) -> Mapping[Setting, dict[str, Observation]]:
    """Return figures of the indicators that share unit, period, breakdown and source."""
    settings: dict[Setting, dict[str, Observation]] = defaultdict(dict)
    for indicator_id in indicator_ids:
        for row in catalog.observations_by_indicator.get(indicator_id, ()):
            if row.value is not None:
                settings[row.unit_id, row.period.text, row.breakdown, row.source_id][indicator_id] = row
    return settings


@check(
    must="Số được công nhận không nhiều hơn số đăng ký",
    cause="Đổi chỗ hai con số, hoặc hai con số nói về hai kỳ khác nhau.",
    cure="đối chiếu lại nguồn; nếu nguồn in như vậy thì ghi vào bảng ngoại lệ kèm lý do",
    bad="đăng ký 400, công nhận 410",
    good="đăng ký 410, công nhận 400",
)
def registered_not_below_recognised(catalog: Catalog) -> Iterator[Problem]:
    """Ensure `x-registered` is at least `x`, for one unit, period, breakdown and source."""
    for registered in catalog.indicators:
        recognised = registered.removesuffix("-registered")
        if recognised == registered or recognised not in catalog.indicators:
            continue
        for rows in _by_setting(catalog, recognised, registered).values():
            if len(rows) == 2 and _exceeds(rows[recognised], rows[registered]):
                message = f"phải không quá số đăng ký là {number(rows[registered].value or 0)}"
                yield Problem(rows[recognised].place, "value", message, str(rows[recognised].value))


def _exceeds(part: Observation, whole: Observation) -> bool:
    # A hedged whole («hơn 400») is a lower bound and cannot refute its part.
    return whole.qualifier in ("exact", "under") and (part.value or 0) > (whole.value or 0)


@check(
    must="Tỷ lệ khớp với hai số đếm làm nên nó",
    cause="Gõ sai tỷ lệ hoặc một số đếm; hoặc nguồn tính trên mẫu số khác.",
    cure="tính lại từ hai số đếm; nếu nguồn in như vậy thì ghi vào bảng ngoại lệ kèm lý do",
    bad="33 % khi có 97 trên 400",
    good="24.25 % khi có 97 trên 400",
)
def share_fits_its_counts(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a share equals part over whole as table `ratios` declares (members over population and so on)."""
    for ratio in catalog.all_of(Ratio):
        ids = (ratio.share_indicator_id, ratio.part_indicator_id, ratio.whole_indicator_id)
        for rows in _by_setting(catalog, *ids).values():
            if len(rows) < len(ids) or any(row.qualifier != "exact" for row in rows.values()):
                continue
            share, part, whole = (rows[key].value or Decimal(0) for key in ids)
            if whole and abs(share - part * 100 / whole) > ratio.tolerance:
                right = round(part * 100 / whole, 2)
                message = f"phải gần {number(right)} ({number(part)} trên {number(whole)})"
                yield Problem(rows[ids[0]].place, "value", message, str(share))


# A slip of three digits moves a value by a factor of 1,000; neighbours rarely differ by half of that.
_SLIP = 500
_FEWEST_OWN, _FEWEST_PEERS = 2, 5


@check(
    must="Giá trị không lệch nghìn lần so với các kỳ khác của chính đơn vị hay với các đơn vị cùng loại",
    cause="Thừa hoặc thiếu ba số 0; nhầm triệu đồng với đồng, hoặc triệu với tỷ.",
    cure="đối chiếu đơn vị tính trong nguồn; nếu đúng như vậy thì ghi vào bảng ngoại lệ kèm lý do",
    bad="12 · 13 · 14000",
    good="12 · 13 · 14",
)
def value_not_a_thousandfold_slip(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no count or amount lies 500 times off its own series, or beyond all its peers by that much."""
    for indicator_id, rows in catalog.observations_by_indicator.items():
        indicator = catalog.indicators.get(indicator_id)
        if indicator and indicator.value_type in ("count", "amount"):
            whole = [row for row in rows if row.value and not row.breakdown]
            yield from _own_slips(whole)
            yield from _peer_slips(catalog, whole)


def _own_slips(rows: Sequence[Observation]) -> Iterator[Problem]:
    for series in _grouped(rows, lambda row: (row.unit_id,)).values():
        ordered = sorted(float(row.value or 0) for row in series)
        if len(series) <= _FEWEST_OWN or not _far(ordered[-1], ordered[0]):
            continue
        for row in series:
            middle = _middle_without(ordered, float(row.value or 0))
            if _far(float(row.value or 0), middle):
                message = f"phải cùng cỡ với các kỳ khác của đơn vị (giữa dãy là {number(Decimal(middle), 0)})"
                yield Problem(row.place, "value", message, str(row.value))


def _middle_without(ordered: Sequence[float], value: float) -> float:
    """Return the median of the sorted numbers but one."""
    left_out, others = bisect_left(ordered, value), len(ordered) - 1
    low, high = ((n if n < left_out else n + 1) for n in ((others - 1) // 2, others // 2))
    return (ordered[low] + ordered[high]) / 2


def _peer_slips(catalog: Catalog, rows: Sequence[Observation]) -> Iterator[Problem]:
    def kind(row: Observation) -> tuple[str, ...]:
        unit = catalog.units.get(row.unit_id)
        return (unit.unit_kind, unit.level) if unit else ()

    for peers in _grouped(rows, kind).values():
        if len(peers) <= _FEWEST_PEERS:
            continue
        ordered = sorted(peers, key=lambda row: row.value or 0)
        for row, neighbour in ((ordered[0], ordered[1]), (ordered[-1], ordered[-2])):
            value, near = float(row.value or 0), float(neighbour.value or 0)
            if row.unit_id != neighbour.unit_id and _far(value, near):
                message = f"phải cùng cỡ với các đơn vị cùng loại (gần nhất là {number(neighbour.value or 0)})"
                yield Problem(row.place, "value", message, str(row.value))


def _far(value: float, near: float) -> bool:
    return value > near * _SLIP or value * _SLIP < near


def _grouped(
    rows: Sequence[Observation], key: Callable[[Observation], tuple[str, ...]]
) -> dict[tuple[str, ...], list[Observation]]:
    groups: dict[tuple[str, ...], list[Observation]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups


CHECKS = (registered_not_below_recognised, share_fits_its_counts, value_not_a_thousandfold_slip)
