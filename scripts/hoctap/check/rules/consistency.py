"""Checks of figures against each other: parts and wholes, recognised and registered, shares and counts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from hoctap.check.definition import check
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Problem
from hoctap.model.record import Composition, Observation, Ratio
from hoctap.vietnamese.writing import number

_HUNDRED = Decimal(100)
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
    # A whole of «hơn 400» is a lower bound and cannot refute its part.
    return whole.qualifier in ("exact", "nearly", "under") and (part.value or 0) > (whole.value or 0)


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
        named = catalog.indicators.get(ratio.share_indicator_id)
        if named and named.value_type != "share":
            message = f"phải là chỉ tiêu tỷ lệ; kiểu giá trị của nó là {named.value_type}"
            cure = "xem lại thứ tự các chỉ tiêu của dòng này"
            yield Problem(ratio.place, "share_indicator_id", message, ratio.share_indicator_id, cure)
            continue
        ids = (ratio.share_indicator_id, ratio.part_indicator_id, ratio.whole_indicator_id)
        for rows in _by_setting(catalog, *ids).values():
            if len(rows) < len(ids) or any(row.qualifier != "exact" for row in rows.values()):
                continue
            share, part, whole = (rows[key].value or Decimal(0) for key in ids)
            if whole and abs(share - part * 100 / whole) > ratio.tolerance:
                right = round(part * 100 / whole, 2)
                message = f"phải gần {number(right)} ({number(part)} trên {number(whole)})"
                yield Problem(rows[ids[0]].place, "value", message, str(share))


@check(
    must="Các phần khớp với tổng theo quy tắc cơ cấu",
    cause="Gõ sai một phần hoặc tổng; hoặc nguồn tự mâu thuẫn.",
    cure="đối chiếu lại nguồn; nếu nguồn in sai thì ghi vào bảng ngoại lệ kèm lý do",
    bad="97 + 121 + 17 + 25 + 140 = 410",
    good="97 + 121 + 17 + 25 + 140 = 400",
)
def parts_match_their_whole(catalog: Catalog) -> Iterator[Problem]:
    """Ensure declared parts agree with their whole, for one unit, period, breakdown and source."""
    for parts in catalog.compositions.values():
        for group in _by_setting(catalog, *_members(parts)).values():
            yield from _mismatch(catalog, parts, group)


def _members(parts: list[Composition]) -> set[str]:
    return {part.indicator_id for part in parts} | {parts[0].total_indicator_id} - {""}


def _mismatch(catalog: Catalog, parts: list[Composition], group: Mapping[str, Observation]) -> Iterator[Problem]:
    rule, tolerance, total_id = parts[0].rule, parts[0].tolerance, parts[0].total_indicator_id
    present = [group[part.indicator_id] for part in parts if part.indicator_id in group]
    whole_row = group.get(total_id)
    if not present or (total_id and whole_row is None):
        return
    whole = whole_row.value if whole_row else _HUNDRED
    assert whole is not None
    # A hedged whole («hơn 4.400») is a lower bound: parts may exceed it, so it cannot refute them.
    if whole_row and whole_row.qualifier != "exact":
        return
    values = [row.value for row in present if row.value is not None]
    total = sum(values, Decimal(0))
    at = whole_row or present[0]
    complete = len(present) == len(parts)
    if rule == "sum-equals" and complete and abs(total - whole) > tolerance:
        message = f"các phần phải cộng lại bằng {number(whole)}, đang bằng {number(total)}"
        yield Problem(at.place, "value", message, str(at.value))
    elif rule == "sum-at-most" and total > whole + tolerance:
        message = f"các phần phải cộng lại không quá {number(whole)}, đang bằng {number(total)}"
        yield Problem(at.place, "value", message, str(at.value))
    elif rule == "each-at-most":
        for row in present:
            if row.value is not None and row.value > whole + tolerance:
                of_what = f"«{catalog.indicators[total_id].name_vi}»" if total_id else "tổng"
                yield Problem(row.place, "value", f"phải không quá {of_what} là {number(whole)}", str(row.value))


CHECKS = (parts_match_their_whole, registered_not_below_recognised, share_fits_its_counts)
