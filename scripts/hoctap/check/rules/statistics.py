"""Checks of a figure by itself: kind of value, measure, subject, and whether its area existed in its period."""

import re
from collections.abc import Iterator
from decimal import Decimal

from hoctap.check.definition import check
from hoctap.check.rules.dates import FIRST_YEAR, last_day_of
from hoctap.load.measures import ANY, measures_in
from hoctap.load.values import read_plain
from hoctap.model.catalog import Catalog
from hoctap.model.codes import AREA_UNIT, ASSOCIATION
from hoctap.model.finding import Problem
from hoctap.model.record import Indicator, Observation

_HUNDRED = Decimal(100)


def _valued(catalog: Catalog, *value_types: str) -> Iterator[tuple[Observation, Decimal]]:
    for row in catalog.observations:
        indicator = catalog.indicators.get(row.indicator_id)
        if indicator and indicator.value_type in value_types and row.value is not None:
            yield row, row.value


@check(
    must="Số đếm và số tiền từ 0 trở lên",
    cause="Gõ nhầm dấu trừ, hoặc dùng dấu gạch cho ô trống.",
    cure="sửa ô này; nếu nguồn không nêu số liệu thì bỏ cả dòng",
    bad="value: -3",
    good="value: 3",
)
def count_not_negative(catalog: Catalog) -> Iterator[Problem]:
    """Ensure counts, amounts and ratios are not below zero."""
    for row, value in _valued(catalog, "count", "amount", "ratio"):
        if value < 0:
            yield Problem(row.place, "value", "phải là số từ 0 trở lên", str(value))


@check(
    must="Số đếm và số tiền là số nguyên",
    cause="Viết 1.234 với dấu chấm ngăn nghìn: máy đọc thành một phẩy hai ba tư.",
    cure="viết liền các chữ số, không dấu chấm ngăn nghìn",
    bad="value: 1.234",
    good="value: 1234",
)
def count_is_whole(catalog: Catalog) -> Iterator[Problem]:
    """Ensure counts and amounts in đồng are written with digits only: `350.000` has two readings, and says neither."""
    measures = measures_in(catalog.tables)
    columns = ("indicator_id", "value")
    for table in catalog.tables.values():
        for row, (indicator_id, cell) in table.keys(columns) if set(columns) <= set(table.resource.header) else ():
            if "." in cell and (reading := read_plain(cell, measures.get(indicator_id, ANY))).must:
                yield Problem(row.place, "value", reading.must, cell, reading.cure)


@check(
    must="Tỷ lệ phần trăm nằm từ 0 đến 100",
    cause="Quên dấu thập phân (3283 thay cho 32.83), hoặc lấy nhầm số đếm.",
    cure="viết tỷ lệ bằng phần trăm, dấu chấm ngăn phần lẻ",
    bad="value: 3283",
    good="value: 32.83",
)
def share_lies_within_100(catalog: Catalog) -> Iterator[Problem]:
    """Ensure shares of a whole are percentages from 0 to 100; a plan may be exceeded and a change be a decline."""
    for row, value in _valued(catalog, "share"):
        if not 0 <= value <= _HUNDRED and not may_exceed(catalog.indicators[row.indicator_id], row.breakdown, row.note):
            yield Problem(row.place, "value", "phải từ 0 đến 100", str(value))


# «So với dân số, so với tổng số» names what a share is of: no share of a whole exceeds it.
_OF_A_PLAN = re.compile(
    r"kế hoạch|chỉ tiêu (?:được )?giao|nghị quyết|so với (?!dân số|tổng|số)|tăng|giảm|vượt", re.IGNORECASE
)


def may_exceed(indicator: Indicator, *words: str) -> bool:
    """Return whether a share is of something that can be exceeded or lost: a plan, another year."""
    return speaks_of_a_plan(indicator.name_vi, indicator.definition_vi, *words)


def speaks_of_a_plan(*words: str) -> bool:
    """Return whether words compare with a plan or with another time."""
    return any(_OF_A_PLAN.search(text) for text in words)


@check(
    must="Tỷ lệ so với kế hoạch hay so với kỳ trước mà ngoài khoảng 0 đến 100 thì xem lại",
    cause="Thiếu dấu thập phân, hoặc vượt kế hoạch, giảm so với kỳ trước thật.",
    cure="đối chiếu nguồn; nếu đúng thì để nguyên",
    bad="value: 1050, note: so với kế hoạch",
    good="value: 98.5, note: so với kế hoạch",
    asks=True,
)
def share_of_a_plan_is_seen_again(catalog: Catalog) -> Iterator[Problem]:
    """Ask about shares of a plan or of change that lie outside 0 to 100."""
    for row, value in _valued(catalog, "share"):
        if not 0 <= value <= _HUNDRED and may_exceed(catalog.indicators[row.indicator_id], row.breakdown, row.note):
            yield Problem(row.place, "value", "nằm ngoài khoảng 0 đến 100", str(value))


@check(
    must="Dòng không có con số phải có ghi chú vì sao",
    cause="Nguồn chỉ nói chung (nhiều tỷ đồng), hoặc quên điền.",
    cure="điền con số, hoặc ghi chú nguồn nói gì, hoặc bỏ cả dòng",
    bad="value: (trống), note: (trống)",
    good="value: (trống), note: nguồn chỉ nói «nhiều tỷ đồng»",
)
def empty_value_has_a_note(catalog: Catalog) -> Iterator[Problem]:
    """Ensure an observation without a value says why it is kept."""
    for row in catalog.observations:
        if row.value is None and not row.note:
            yield Problem(row.place, "value", "phải có giá trị hoặc ghi chú")


@check(
    must="Thời kỳ của số liệu không nằm sau ngày đăng của nguồn, không nằm sau hôm nay",
    cause="Gõ nhầm năm, hoặc lấy nhầm chỉ tiêu tương lai làm số liệu.",
    cure="xem lại thời kỳ và ngày đăng; mục tiêu tương lai ghi ở bảng chỉ tiêu",
    bad="period: 2025, nguồn đăng 2024-03-29",
    good="period: 2023, nguồn đăng 2024-03-29",
    judges=("period", "source_id"),
)
def period_not_after_its_source(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no figure speaks of days after its source was published, of which maybe the year alone is known."""
    today = last_day_of(catalog.today)
    for row in catalog.observations:
        source = catalog.sources.get(row.source_id)
        published = source.published_on if source else None
        if published and published.end.year < FIRST_YEAR:
            continue  # the day of the source is what is wrong: another rule tells
        if published and row.period.start > published.end:
            message = f"phải không sau ngày đăng của nguồn ({published.text})"
            yield Problem(row.place, "period", message, row.period.text)
        elif row.period.start > today:
            yield Problem(row.place, "period", "phải không sau hôm nay", row.period.text)


_MEASURES = {"share": ("phan-tram",), "amount": ("dong",)}


@check(
    must="Đơn vị tính hợp với kiểu giá trị của chỉ tiêu",
    cause="Chỉ tiêu tỷ lệ mà đơn vị tính là người, chỉ tiêu tiền mà không tính bằng đồng.",
    cure="sửa unit_measure hoặc value_type của chỉ tiêu",
    bad="value_type: share, unit_measure: nguoi",
    good="value_type: share, unit_measure: phan-tram",
)
def measure_fits_the_value_type(catalog: Catalog) -> Iterator[Problem]:
    """Ensure shares are in percent and amounts in đồng, and only they."""
    for indicator in catalog.all_of(Indicator):
        allowed = _MEASURES.get(indicator.value_type)
        wrong = allowed and indicator.unit_measure not in allowed
        if wrong or (indicator.value_type == "count" and indicator.unit_measure in ("phan-tram", "dong")):
            message = f"phải hợp với kiểu giá trị {indicator.value_type}"
            yield Problem(indicator.place, "unit_measure", message, indicator.unit_measure)


_SUBJECTS = {"area": (AREA_UNIT,), "association": (ASSOCIATION,)}
_NO_ORGANISATIONS = (AREA_UNIT, ASSOCIATION)


@check(
    must="Số liệu thuộc loại đơn vị mà chỉ tiêu nói tới",
    cause="Ghi số gia đình học tập cho hội thay vì cho địa bàn, hoặc số hội viên cho địa bàn thay vì cho hội.",
    cure="chọn đơn vị đúng loại: địa bàn, hội khuyến học, hoặc cơ quan",
    bad="learning-families: hoi-khuyen-hoc-tinh-a",
    good="learning-families: tinh-a",
    judges=("unit_id", "indicator_id"),
)
def figure_is_of_its_subject(catalog: Catalog) -> Iterator[Problem]:
    """Ensure figures of areas stand under areas, those of associations under associations, of staff under offices."""
    for row in catalog.observations:
        unit, indicator = catalog.units.get(row.unit_id), catalog.indicators.get(row.indicator_id)
        if unit is None or indicator is None:
            continue
        wanted = _SUBJECTS.get(indicator.subject_rule)
        wrong = wanted is not None and unit.unit_kind not in wanted
        if wrong or (indicator.subject_rule == "organisation" and unit.unit_kind in _NO_ORGANISATIONS):
            rule = catalog.code_title("subject_rule", indicator.subject_rule)
            yield Problem(row.place, "unit_id", f"phải là {rule}, như chỉ tiêu {row.indicator_id} nói", row.unit_id)


CHECKS = (
    figure_is_of_its_subject,
    count_not_negative,
    count_is_whole,
    share_lies_within_100,
    share_of_a_plan_is_seen_again,
    empty_value_has_a_note,
    period_not_after_its_source,
    measure_fits_the_value_type,
)
