"""Checks of campaigns, who leads them, their phases and guidelines, of titles and recognitions."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise

from hoctap.check.definition import check
from hoctap.check.rules.dates import FIRST_YEAR
from hoctap.model.catalog import Catalog
from hoctap.model.codes import AREA_UNIT
from hoctap.model.finding import Problem
from hoctap.model.record import Deadline, Guideline, Participant, Phase, Recognition, Title, TitleRule
from hoctap.vietnamese.writing import day


@check(
    must="Giai đoạn nằm trong thời gian của phong trào",
    cause="Gõ nhầm năm của giai đoạn hoặc của phong trào.",
    cure="sửa thời gian giai đoạn, hoặc thời gian phong trào",
    bad="start: 2020, phong trào từ 2021",
    good="start: 2021, phong trào từ 2021",
)
def phase_lies_within_its_campaign(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a phase neither starts in a year before its campaign nor ends after it."""
    for phase in catalog.all_of(Phase):
        campaign = catalog.campaigns.get(phase.campaign_id)
        if campaign is None:
            continue
        if phase.start and campaign.started_on and phase.start.end < campaign.started_on.start:
            yield Problem(phase.place, "start", "không được trước khi phong trào bắt đầu", phase.start.text)
        if phase.end and campaign.ends_on and phase.end.start > campaign.ends_on.end:
            yield Problem(phase.place, "end", "không được sau khi phong trào kết thúc", phase.end.text)


@check(
    must="Các giai đoạn nối tiếp nhau, không chồng lên nhau",
    cause="Gõ nhầm năm, hoặc đánh số giai đoạn sai thứ tự.",
    cure="sửa thời gian hoặc số thứ tự giai đoạn",
    bad="2021–2025 rồi 2025–2030",
    good="2021–2025 rồi 2026–2030",
    counts_absence=True,
)
def phases_follow_one_another(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a phase starts after the one before it has ended."""
    for phases in catalog.grouped(Phase, "campaign_id").values():
        ordered = sorted(phases, key=lambda phase: phase.phase_no)
        for before, after in pairwise(ordered):
            if before.end and after.start and after.start.start <= before.end.start:
                message = f"phải bắt đầu sau khi {before.name_vi} kết thúc ({before.end.text})"
                yield Problem(after.place, "start", message, after.start.text)


_LEADS = "chu-tri"


@check(
    must="Đơn vị chủ trì ghi ở bảng tham gia là đơn vị chủ trì của phong trào, nếu khác thì xem lại",
    cause="Chọn nhầm vai trò, hoặc sửa đơn vị chủ trì ở một bảng mà quên bảng kia.",
    cure="sửa role, hoặc lead_unit_id của phong trào; nếu hai đơn vị cùng chủ trì thì để nguyên",
    bad="role: chu-tri, lead_unit_id của phong trào là đơn vị khác",
    good="role: phoi-hop",
    asks=True,
)
def leader_is_that_of_its_campaign(catalog: Catalog) -> Iterator[Problem]:
    """Ask about participants who lead a campaign that names another leader."""
    for row in catalog.all_of(Participant):
        campaign = catalog.campaigns.get(row.campaign_id)
        if campaign and campaign.lead_unit_id and row.role == _LEADS and row.unit_id != campaign.lead_unit_id:
            yield Problem(row.place, "role", f"phong trào ghi đơn vị chủ trì là {campaign.lead_unit_id}", row.role)


@check(
    must="Ý hướng dẫn có nguồn hoặc địa chỉ trang đã đọc",
    cause="Quên điền source_id và url.",
    cure="điền mã nguồn kèm vị trí, hoặc địa chỉ trang đã đọc",
    bad="source_id: (trống), url: (trống)",
    good="source_id: lang-son-2022-09-28",
)
def guideline_has_a_source(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a guideline says where it was read: a source with the place in it, or an address."""
    for guideline in catalog.all_of(Guideline):
        if not guideline.source_id and not guideline.url:
            yield Problem(guideline.place, "source_id", "phải có mã nguồn hoặc địa chỉ trang đã đọc")
        elif guideline.source_id and not guideline.locator:
            yield Problem(guideline.place, "locator", "phải có vị trí trong nguồn")


@check(
    must="Ngày hết hạn công nhận khớp với thời hạn của danh hiệu",
    cause="Tính nhầm số năm, hoặc tính từ ngày ký thay vì từ hết năm được công nhận.",
    cure="sửa ngày hết hạn theo ngày được chỉ ra",
    bad="year: 2024, valid_until: 2026-12-31",
    good="year: 2024, valid_until: 2027-12-31",
)
def recognition_ends_as_its_title_rules(catalog: Catalog) -> Iterator[Problem]:
    """Ensure valid_until is validity_months after the recognition year (Circular 24/2023: 36 months)."""
    unsettled = {each.title_id for each in catalog.all_of(TitleRule) if _disagrees(each, catalog.titles)}
    for row in catalog.all_of(Recognition):
        title = catalog.titles.get(row.title_id)
        if row.title_id in unsettled:
            continue  # how long the title lasts has to be settled first
        if title is None or not title.validity_months or row.valid_until is None or row.year < FIRST_YEAR:
            continue  # a year that is none is told by another rule
        right = months_after_year(row.year, title.validity_months)
        if row.valid_until != right:
            message = f"phải là ngày {day(right)} ({title.validity_months} tháng sau hết năm {row.year})"
            hint = f"viết là {right.isoformat()}"
            yield Problem(row.place, "valid_until", message, row.valid_until.isoformat(), hint)


# Who a title is for, as the register of titles says it.
_FOR_PLACES = re.compile(r"\b(?:xã|phường|đặc khu|huyện|tỉnh|thôn|tập thể)\b", re.IGNORECASE)
_FOR_BODIES = re.compile(r"\b(?:cơ quan|đơn vị|tổ chức|tập thể)\b", re.IGNORECASE)


@check(
    must="Danh hiệu thuộc loại đơn vị mà nó được trao cho",
    cause="Ghi «Đơn vị học tập» cho cả một tỉnh, hoặc «Cộng đồng học tập» cho một cơ quan.",
    cure="chọn đúng đơn vị hoặc đúng danh hiệu; nếu nguồn nói đúng như thế thì để nguyên",
    bad="don-vi-hoc-tap: tinh-a",
    good="don-vi-hoc-tap: so-giao-duc-tinh-a",
    asks=True,
)
def title_is_for_such_a_unit(catalog: Catalog) -> Iterator[Problem]:
    """Ask about a title of bodies that a place has, one of places that a body has, one of people that a unit has."""
    for row in catalog.all_of(Recognition):
        title, unit = catalog.titles.get(row.title_id), catalog.units.get(row.unit_id)
        if title is None or unit is None:
            continue
        fits = _FOR_PLACES if unit.unit_kind == AREA_UNIT else _FOR_BODIES
        if not fits.search(title.granted_to):
            kind = catalog.code_title("unit_kind", unit.unit_kind)
            message = f"«{title.name_vi}» trao cho {title.granted_to}; đơn vị này là {kind.lower()}"
            yield Problem(row.place, "unit_id", message, row.unit_id)


def _disagrees(rule: TitleRule, titles: Mapping[str, Title]) -> bool:
    """Return whether a rule of the document that a title rests on gives it another validity."""
    title = titles.get(rule.title_id)
    return bool(title and title.document_id == rule.document_id and title.validity_months != rule.validity_months)


def months_after_year(year: int, months: int) -> date:
    """Return the last day of the `months` months that follow the end of `year`."""
    years, rest = divmod(months, 12)
    return date(year + 1 + years, 1 + rest, 1) - timedelta(days=1)


@check(
    must="Thời hạn của danh hiệu giống thời hạn trong quy định công nhận của văn bản ấy",
    cause="Sửa thời hạn ở một bảng mà quên bảng kia.",
    cure="sửa validity_months cho giống nhau",
    bad="validity_months: 24, quy định 36 tháng",
    good="validity_months: 36",
)
def title_validity_agrees_with_its_rules(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a title and the rules of its document give one validity."""
    for rule in catalog.all_of(TitleRule):
        if _disagrees(rule, catalog.titles):
            months = catalog.titles[rule.title_id].validity_months
            message = f"phải là {months or 'ô trống'} như ở bảng titles"
            yield Problem(rule.place, "validity_months", message, str(rule.validity_months or ""))


@check(
    must="Mốc hằng năm là ngày có thật, mốc đầu không sau mốc cuối, và nói rõ cách hiểu mốc cuối",
    cause="Gõ ngày trước tháng, hoặc điền mốc mà quên end_rule.",
    cure="viết tháng-ngày như 01-15; chưa đọc được thì để trống cả hai mốc và end_rule",
    bad="mốc 02-30",
    good="mốc 02-28",
)
def deadline_is_a_span_of_days(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a yearly date has both ends and their reading, or says by empty cells that none was read."""
    for row in catalog.all_of(Deadline):
        cells = (row.from_month_day, row.to_month_day, row.end_rule)
        if any(cells) and not all(cells):
            yield Problem(row.place, "to_month_day", "phải có đủ hai mốc và end_rule, hoặc để trống cả ba")
        for column in ("from_month_day", "to_month_day"):
            text = getattr(row, column)
            if _MONTH_DAY.fullmatch(text) and not _is_month_day(text):
                yield Problem(row.place, column, "phải là ngày có thật", text)
        if all(cells) and row.from_month_day > row.to_month_day:
            yield Problem(row.place, "from_month_day", f"phải không sau {row.to_month_day}", row.from_month_day)
        if not any(cells) and not row.note:
            yield Problem(row.place, "note", "phải ghi vì sao để trống mốc")


_MONTH_DAY = re.compile(r"\d\d-\d\d")  # of another form the schema tells


def _is_month_day(text: str) -> bool:
    try:
        date.fromisoformat(f"2024-{text}")
    except ValueError:
        return False
    return True


CHECKS = (
    phase_lies_within_its_campaign,
    phases_follow_one_another,
    leader_is_that_of_its_campaign,
    guideline_has_a_source,
    recognition_ends_as_its_title_rules,
    title_is_for_such_a_unit,
    title_validity_agrees_with_its_rules,
    deadline_is_a_span_of_days,
)
