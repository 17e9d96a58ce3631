"""Checks of figures: kinds of value, parts and wholes, periods, borders."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from hoctap.check.definition import check
from hoctap.load.values import ANY, measures_in, plain, read_plain, read_value
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Problem
from hoctap.model.record import Composition, Indicator, Observation
from hoctap.vietnamese.writing import day, number

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
    table = catalog.tables.get("observations")
    for row, (indicator_id, cell) in table.keys(("indicator_id", "value")) if table else ():
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


_OF_A_PLAN = re.compile(r"kế hoạch|chỉ tiêu (?:được )?giao|nghị quyết|so với|tăng|giảm|vượt", re.IGNORECASE)


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
    must="Các phần khớp với tổng theo quy tắc cơ cấu",
    cause="Gõ sai một phần hoặc tổng; hoặc nguồn tự mâu thuẫn.",
    cure="đối chiếu lại nguồn; nếu nguồn in sai thì ghi vào bảng ngoại lệ kèm lý do",
    bad="97 + 121 + 17 + 25 + 140 = 410",
    good="97 + 121 + 17 + 25 + 140 = 400",
)
def parts_match_their_whole(catalog: Catalog) -> Iterator[Problem]:
    """Ensure declared parts agree with their whole, for one unit, period, breakdown and source."""
    for parts in catalog.compositions.values():
        for group in _groups(catalog, parts).values():
            yield from _mismatch(parts, group)


Group = dict[str, Observation]


def _groups(catalog: Catalog, parts: list[Composition]) -> dict[tuple[str, str, str, str], Group]:
    wanted = {part.indicator_id for part in parts} | {parts[0].total_indicator_id} - {""}
    groups: dict[tuple[str, str, str, str], Group] = defaultdict(dict)
    for indicator_id in wanted:
        for row in catalog.observations_by_indicator.get(indicator_id, ()):
            if row.value is not None:
                groups[row.unit_id, row.period.text, row.breakdown, row.source_id][indicator_id] = row
    return groups


def _mismatch(parts: list[Composition], group: Group) -> Iterator[Problem]:
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
                yield Problem(row.place, "value", f"phải không quá tổng là {number(whole)}", str(row.value))


@check(
    must="Thời kỳ của số liệu không nằm sau ngày đăng của nguồn",
    cause="Gõ nhầm năm, hoặc lấy nhầm chỉ tiêu tương lai làm số liệu.",
    cure="xem lại thời kỳ và ngày đăng; mục tiêu tương lai ghi ở bảng chỉ tiêu",
    bad="period: 2025, nguồn đăng 2024-03-29",
    good="period: 2023, nguồn đăng 2024-03-29",
)
def period_not_after_its_source(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no figure speaks of days after its source was published."""
    for row in catalog.observations:
        source = catalog.sources.get(row.source_id)
        if source and source.published_on and row.period.start > source.published_on.end:
            published = source.published_on.text
            yield Problem(row.place, "period", f"phải không sau ngày đăng của nguồn ({published})", row.period.text)


@check(
    must="Địa phương của đơn vị có trong thời kỳ của số liệu",
    cause="Ghi số liệu trước 01/7/2025 cho tỉnh mới, hoặc số liệu sau ngày ấy cho tỉnh, huyện đã kết thúc.",
    cure="dùng đơn vị của địa phương có vào thời ấy",
    bad="unit_id: yen-bai, period: 2026",
    good="unit_id: lao-cai, period: 2026",
)
def area_exists_in_the_period(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a unit's area existed at some day of the figure's period (borders changed on 2025-07-01)."""
    for row in catalog.observations:
        unit = catalog.units.get(row.unit_id)
        area = catalog.areas.get(unit.area_id) if unit and unit.area_id and unit.unit_kind == "dia-ban" else None
        if area is None:
            continue
        if area.valid_until and row.period.start > area.valid_until:
            message = f"{area.name_vi} chỉ có đến hết ngày {day(area.valid_until)}"
            yield Problem(row.place, "period", message, row.period.text)
        if area.valid_from and row.period.end < area.valid_from:
            message = f"{area.name_vi} với ranh giới này chỉ có từ ngày {day(area.valid_from)}"
            yield Problem(row.place, "period", message, row.period.text)


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


_SUBJECTS = {"area": ("dia-ban",), "association": ("hoi-khuyen-hoc",)}
_NO_ORGANISATIONS = ("dia-ban", "hoi-khuyen-hoc")


@check(
    must="Số liệu thuộc loại đơn vị mà chỉ tiêu nói tới",
    cause="Ghi số gia đình học tập cho hội thay vì cho địa bàn, hoặc số hội viên cho địa bàn thay vì cho hội.",
    cure="chọn đơn vị đúng loại: địa bàn, hội khuyến học, hoặc cơ quan",
    bad="learning-families: hoi-khuyen-hoc-tinh-a",
    good="learning-families: tinh-a",
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


# «Lớn hơn 570» compares with the figure; it does not hedge it.
_HEDGED = re.compile(
    r"(?<!lớn )(?<!nhiều )(?<!cao )(?<!thấp )(?<!nhỏ )(?<!ít )"
    r"\b(?P<hedge>hơn|gần|khoảng|xấp xỉ|ước|ước tính|ít nhất|tối thiểu|không dưới|trên dưới)\s+(?:là\s+)?"
    r"(?P<figure>\d[\d.,]*(?:\s(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ))?)",
    re.IGNORECASE,
)
_SOURCE_HEDGES = re.compile(
    r"(?:nguồn|bài|báo)\s+(?:chỉ\s+)?(?:ghi|viết|nói|nêu)\s+(?:là\s+)?"
    r"[«“\"]?(?P<hedge>hơn|gần|khoảng|xấp xỉ|ước)[»”\"]?\s*(?:[;,.)]|$)",
    re.IGNORECASE,
)


@check(
    must="Ghi chú nói «hơn», «gần», «khoảng» chính con số ấy thì cột mức chắc không ghi là đúng",
    cause="Chép con số mà bỏ chữ «hơn», «gần» đứng trước.",
    cure="ghi qualifier: over (hơn), under (gần), about (khoảng), at_least (ít nhất)",
    bad="value: 400, qualifier: exact, note: nguồn ghi hơn 400",
    good="value: 400, qualifier: over, note: nguồn ghi hơn 400",
)
def hedge_of_the_note_is_kept(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no figure called exact has a note that hedges this very figure."""
    table = catalog.tables.get("observations")
    notes = table.distinct("note") if table else frozenset[str]()
    hedged = {note for note in notes if note and (_HEDGED.search(note) or _SOURCE_HEDGES.search(note))}
    for row in catalog.observations if hedged else ():
        if row.note in hedged and row.qualifier == "exact" and (said := _hedge_of(row)):
            yield Problem(row.place, "qualifier", f"phải hợp với ghi chú «{said}»", row.qualifier)


def _hedge_of(row: Observation) -> str:
    """Return the words of the note that hedge the figure itself; empty if they speak of another one."""
    alone = _SOURCE_HEDGES.search(row.note)
    same = (found[0] for found in _HEDGED.finditer(row.note) if _is_of(row, found["figure"].rstrip(".,")))
    return next(same, alone["hedge"] if alone else "")


def _is_of(row: Observation, figure: str) -> bool:
    reading = read_value(figure, ANY)
    return row.value is not None and plain(row.value) in (reading.value, *reading.readings)


CHECKS = (
    figure_is_of_its_subject,
    hedge_of_the_note_is_kept,
    count_not_negative,
    count_is_whole,
    share_lies_within_100,
    share_of_a_plan_is_seen_again,
    empty_value_has_a_note,
    parts_match_their_whole,
    period_not_after_its_source,
    area_exists_in_the_period,
    measure_fits_the_value_type,
)
