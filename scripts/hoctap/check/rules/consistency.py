"""Checks of figures against each other: recognised and registered, shares and counts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
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


CHECKS = (registered_not_below_recognised, share_fits_its_counts)
