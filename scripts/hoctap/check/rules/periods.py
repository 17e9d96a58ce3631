"""Checks of what a figure says about its time and its border, and of what an indicator is."""

import re
from collections.abc import Iterator

from hoctap.check.definition import check
from hoctap.model.catalog import Catalog
from hoctap.model.codes import AREA_UNIT, ASSOCIATION
from hoctap.model.figure_row import NEW_BORDERS, has_territory
from hoctap.model.finding import Problem
from hoctap.model.period_kinds import MOMENT, YEAR, kinds_of
from hoctap.model.record import Area, Code, Indicator, LocalTarget, Observation, Recognition, Target, Unit
from hoctap.vietnamese.writing import day

_TIME = re.compile(
    r"\btháng\b(?! Khuyến)|\bquý (?:[1-4]|I|II|III|IV)\b|\bnăm học\b|\bhọc kỳ\b|\bnhiệm kỳ\b|\blũy kế\b"
    r"|\b(?:đầu|cuối|mỗi|hằng|hàng|trong) năm\b|\bnăm [12][0-9]{3}\b|\b[0-9]{1,2}/[0-9]{1,2}\b"
)


@check(
    must="Cột phạm vi không ghi thời gian",
    cause="Ghi «6 tháng đầu năm», «lũy kế», «học kỳ 1» ở phạm vi: máy tưởng là một nhóm người khác.",
    cure="ghi thời gian ở cột thời kỳ và loại thời kỳ, chữ giải thích thêm thì ghi ở ghi chú",
    bad="breakdown: học sinh, 6 tháng đầu năm",
    good="breakdown: học sinh, period: 2024-01/2024-06",
    judges=("breakdown",),
)
def scope_names_no_time(catalog: Catalog) -> Iterator[Problem]:
    """Ensure the scope of a figure holds no words of time: they belong to its period."""
    for row in catalog.observations:
        found = _TIME.search(row.breakdown)
        if found:
            yield Problem(row.place, "breakdown", f"phải không có chữ chỉ thời gian «{found[0]}»", row.breakdown)


@check(
    must="Loại thời kỳ hợp với cách ghi thời kỳ và với chỉ tiêu",
    cause="Ghi cả năm cho một khoảng nhiều năm, nửa năm cho ba tháng, hoặc một thời điểm cho tiền vận động cả năm.",
    cure="sửa thời kỳ hoặc loại thời kỳ; số bình quân mỗi năm của nhiều năm thì ghi chú «bình quân mỗi năm»",
    bad="period: 2020/2025, period_kind: calendar-year",
    good="period: 2020/2025, period_kind: cumulative",
    judges=("period", "period_kind", "indicator_id", "note"),
)
def period_kind_fits_its_period(catalog: Catalog) -> Iterator[Problem]:
    """Ensure the kind can be that of the period as written, and no flow of a year is called a moment."""
    known = {code.code for code in catalog.all_of(Code) if code.list == "period_kind"}
    for row in catalog.observations:
        mean = row.period_kind == YEAR and "mỗi năm" in row.note
        if row.period_kind not in known:
            continue  # another rule tells of a code that is none
        if row.period_kind not in kinds_of(row.period) and not mean:
            fitting = ", ".join(sorted(known & kinds_of(row.period)))
            message = f"phải hợp với thời kỳ {row.period.text}: {fitting}"
            yield Problem(row.place, "period_kind", message, row.period_kind)
        elif row.period_kind == MOMENT and _is_flow(catalog, row) and not _may_be_a_day(row):
            message = f"phải là một kỳ: chỉ tiêu {row.indicator_id} đếm việc trong kỳ"
            yield Problem(row.place, "period_kind", message, row.period_kind)


def _may_be_a_day(row: Observation) -> bool:
    return not row.period.is_interval and len(row.period.text) > len("2024")


def _is_flow(catalog: Catalog, row: Observation) -> bool:
    indicator = catalog.indicators.get(row.indicator_id)
    return indicator is not None and indicator.stock_flow == "flow"


@check(
    must="Ranh giới chỉ ghi khi thời kỳ chưa cho biết, và không trái với thời kỳ",
    cause="Ghi «trước» cho số liệu năm 2024, hoặc «từ 01/7/2025» cho số liệu tháng 3/2025.",
    cure="để trống khi địa bàn không đổi ranh giới hoặc cả thời kỳ nằm ở một bên ngày 01/7/2025; "
    "nguồn đăng sau ngày ấy mà không nói rõ thì ghi unknown",
    bad="period: 2024, border: before",
    good="period: 2024, border: (trống)",
    judges=("period", "border", "source_id"),
)
def border_is_said_where_the_period_does_not_say(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a border is given only for periods that lie on both sides of 2025-07-01, or that a later source tells.

    No border is given of who has none, and of a place whose borders never changed.
    """
    known = {code.code for code in catalog.all_of(Code) if code.list == "border"}
    for figure in catalog.figure_rows:
        row = figure.observation
        if row.border not in known:
            continue  # empty, or another rule tells of a code that is none
        decided = row.period.end < NEW_BORDERS or row.period.start >= NEW_BORDERS
        if not has_territory(figure.unit):
            yield Problem(row.place, "border", "phải để trống với đơn vị chỉ tính người của mình", row.border)
        elif figure.stands_on_lasting_borders:
            yield Problem(row.place, "border", "phải để trống với địa bàn không đổi ranh giới", row.border)
        elif decided and not (row.border == "unknown" and _is_published_after(catalog, row)):
            yield Problem(row.place, "border", f"phải để trống với thời kỳ {row.period.text}", row.border)


def _is_published_after(catalog: Catalog, row: Observation) -> bool:
    source = catalog.sources.get(row.source_id)
    return source is None or source.published_on is None or source.published_on.end >= NEW_BORDERS


@check(
    must="Chỉ tiêu «đúng bằng» là việc định làm trong kế hoạch",
    cause="Ghi = cho mức phấn đấu, thì vượt mức lại thành chưa đạt.",
    cure="mức phải tới thì ghi >=; số lớp, số người, số tiền định làm thì ghi mode là ke-hoach",
    bad="operator: =, mode: phan-dau",
    good="operator: >=, mode: phan-dau",
)
def exact_target_is_a_plan(catalog: Catalog) -> Iterator[Problem]:
    """Ensure `=` is used for things to do only: nobody fails a target by doing more."""
    targets: tuple[Target | LocalTarget, ...] = (*catalog.all_of(Target), *catalog.all_of(LocalTarget))
    for target in targets:
        if target.operator == "=" and target.mode != "ke-hoach":
            yield Problem(target.place, "mode", "phải là ke-hoach khi phép so là =", target.mode)


@check(
    must="Ngày hết hạn của danh hiệu nói rõ do nguồn nêu hay tính ra",
    cause="Tính ngày hết hạn mà không ghi là tính ra, hoặc ghi mà không có ngày.",
    cure="điền stated hoặc computed khi có ngày; để trống khi không có",
    bad="valid_until: 2027-12-31, valid_until_status: (trống)",
    good="valid_until: 2027-12-31, valid_until_status: computed",
)
def expiry_says_where_it_is_from(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a last day of validity says whether it was read or computed, and only a last day does."""
    for row in catalog.all_of(Recognition):
        if bool(row.valid_until) != bool(row.valid_until_status):
            message = "phải có khi có ngày hết hạn" if row.valid_until else "phải để trống khi không có ngày hết hạn"
            yield Problem(row.place, "valid_until_status", message, row.valid_until_status)


@check(
    must="Tỷ lệ và bình quân không cộng được qua các đơn vị",
    cause="Chọn cộng được cho một tỷ lệ: 40% và 60% không thành 100%.",
    cure="ghi summable là no",
    bad="stock_flow: ratio-of-stock, summable: yes",
    good="stock_flow: ratio-of-stock, summable: no",
)
def ratio_is_not_summable(catalog: Catalog) -> Iterator[Problem]:
    """Ensure only stocks and flows may be added over units."""
    for indicator in catalog.all_of(Indicator):
        if indicator.summable == "yes" and indicator.stock_flow not in ("stock", "flow"):
            yield Problem(indicator.place, "summable", "phải là no với tỷ lệ và bình quân", indicator.summable)


_PLACES = re.compile(r"\{[^{}]*\}|[{}]")


@check(
    must="Khung câu có một chỗ cho đơn vị và một chỗ cho con số",
    cause="Thiếu {unit} hoặc {value}, viết hai lần, hoặc gõ sai chữ trong ngoặc.",
    cure="viết như «{unit} có {value} hội viên»",
    bad="phrase_vi: có {value} hội viên",
    good="phrase_vi: {unit} có {value} hội viên",
)
def frame_has_unit_and_value(catalog: Catalog) -> Iterator[Problem]:
    """Ensure the sentence frame of an indicator names its two places once each, and no others."""
    for indicator in catalog.all_of(Indicator):
        if sorted(_PLACES.findall(indicator.phrase_vi)) != ["{unit}", "{value}"]:
            message = "phải có đúng một {unit} và một {value}"
            yield Problem(indicator.place, "phrase_vi", message, indicator.phrase_vi)


# An association ends with its place, though one may be older than the borders; another unit may live on.
_END_WITH_THEIR_AREA = (AREA_UNIT, ASSOCIATION)


@check(
    must="Địa phương của đơn vị có trong thời kỳ của số liệu",
    cause="Ghi số liệu trước 01/7/2025 cho tỉnh mới, hoặc số liệu sau ngày ấy cho tỉnh, huyện đã kết thúc.",
    cure="dùng đơn vị của địa phương có vào thời ấy",
    bad="unit_id: yen-bai, period: 2026",
    good="unit_id: lao-cai, period: 2026",
)
def area_exists_in_the_period(catalog: Catalog) -> Iterator[Problem]:
    """Ensure an area existed at some day of the figure's period, and an association's had not ended (2025-07-01).

    An association is older than its area unless other ones became it.
    """
    before: dict[str, list[str]] = {}
    for each in catalog.all_of(Unit):
        if each.successor_unit_id:
            before.setdefault(each.successor_unit_id, []).append(each.unit_id)
    for row in catalog.observations:
        unit, area = _unit_and_area(catalog, row)
        if area is None or unit is None or unit.unit_kind not in _END_WITH_THEIR_AREA:
            continue
        if area.valid_until and row.period.start > area.valid_until:
            hint = f"{unit.successor_unit_id} nay thay đơn vị này" if unit.successor_unit_id else ""
            yield Problem(row.place, "period", _ended(area), row.period.text, hint)
        earlier = before.get(unit.unit_id, [])
        if area.valid_from and row.period.end < area.valid_from and (unit.unit_kind == AREA_UNIT or earlier):
            message = f"{area.name_vi} với ranh giới này chỉ có từ ngày {day(area.valid_from)}"
            hint = f"trước ngày ấy là: {', '.join(earlier)}" if earlier else ""
            yield Problem(row.place, "period", message, row.period.text, hint)


@check(
    must="Địa phương ghi cho cơ quan, trường, đoàn thể chưa kết thúc trước thời kỳ của số liệu, nếu rồi thì xem lại",
    cause="Chọn đơn vị trước 01/7/2025 cho số liệu sau ngày ấy; hoặc đơn vị vẫn còn mà chưa đổi địa phương.",
    cure="chọn đơn vị của địa phương mới, hoặc sửa area_id của đơn vị nếu đơn vị vẫn còn",
    bad="sở của một tỉnh đã sáp nhập từ 01/7/2025, period: 2026",
    good="sở của tỉnh mới, period: 2026",
    asks=True,
)
def unit_outlives_no_area(catalog: Catalog) -> Iterator[Problem]:
    """Ask about figures of other units that begin after their area ended: a school lives on, an office does not."""
    for row in catalog.observations:
        unit, area = _unit_and_area(catalog, row)
        if area is None or unit is None or unit.unit_kind in _END_WITH_THEIR_AREA:
            continue
        if area.valid_until and row.period.start > area.valid_until:
            yield Problem(row.place, "period", _ended(area), row.period.text)


def _unit_and_area(catalog: Catalog, row: Observation) -> tuple[Unit | None, Area | None]:
    unit = catalog.units.get(row.unit_id)
    return unit, catalog.areas.get(unit.area_id) if unit and unit.area_id else None


def _ended(area: Area) -> str:
    return f"{area.name_vi} chỉ có đến hết ngày {day(area.valid_until)}" if area.valid_until else ""


CHECKS = (
    scope_names_no_time,
    period_kind_fits_its_period,
    border_is_said_where_the_period_does_not_say,
    exact_target_is_a_plan,
    expiry_says_where_it_is_from,
    ratio_is_not_summable,
    frame_has_unit_and_value,
    area_exists_in_the_period,
    unit_outlives_no_area,
)
