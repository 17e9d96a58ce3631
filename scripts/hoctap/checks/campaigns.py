"""Checks of campaigns, their phases and targets, and of titles and recognitions."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from hoctap.checks.check import check
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Problem
from hoctap.vietnamese import day


@check(
    must="Giai đoạn nằm trong thời gian của phong trào",
    cause="Gõ nhầm năm của giai đoạn hoặc của phong trào.",
    cure="sửa thời gian giai đoạn, hoặc thời gian phong trào",
)
def phase_lies_within_its_campaign(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a phase neither starts in a year before its campaign nor ends after it."""
    for phase in catalog.all_of("phases"):
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
)
def phases_follow_one_another(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a phase starts after the one before it has ended."""
    for phases in catalog.grouped("phases", "campaign_id").values():
        ordered = sorted(phases, key=lambda phase: phase.phase_no)
        for before, after in pairwise(ordered):
            if before.end and after.start and after.start.start <= before.end.start:
                message = f"phải bắt đầu sau khi {before.name_vi} kết thúc ({before.end.text})"
                yield Problem(after.place, "start", message, after.start.text)


@check(
    must="Mục tiêu thuộc một phong trào hoặc một văn bản",
    cause="Quên điền campaign_id và document_id.",
    cure="điền mã phong trào hoặc mã văn bản đặt ra mục tiêu",
)
def target_has_an_owner(catalog: Catalog) -> Iterator[Problem]:
    """Ensure every target says who set it."""
    for target in catalog.all_of("targets"):
        if not target.campaign_id and not target.document_id:
            yield Problem(target.place, "campaign_id", "phải có mã phong trào hoặc mã văn bản")


@check(
    must="Hạn của mục tiêu nằm trong thời gian của phong trào",
    cause="Gõ nhầm năm.",
    cure="sửa hạn của mục tiêu, hoặc thời gian của phong trào",
)
def target_is_due_within_its_campaign(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a target falls due while its campaign runs."""
    for target in (*catalog.all_of("targets"), *catalog.all_of("local_targets")):
        campaign = catalog.campaigns.get(target.campaign_id)
        if campaign is None or target.due is None:
            continue
        late = campaign.ends_on and target.due.start > campaign.ends_on.end
        early = campaign.started_on and target.due.end < campaign.started_on.start
        if late or early:
            yield Problem(target.place, "due", "phải nằm trong thời gian của phong trào", target.due.text)


@check(
    must="Đơn vị tính của mục tiêu giống đơn vị tính của chỉ tiêu đo nó",
    cause="Gắn mục tiêu tỷ lệ với chỉ tiêu số đếm, hoặc ngược lại.",
    cure="chọn chỉ tiêu đo đúng điều mục tiêu nói",
)
def target_measures_what_it_says(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a target and its indicator share their unit of measure."""
    for target in catalog.all_of("targets"):
        indicator = catalog.indicators.get(target.indicator_id)
        if indicator and indicator.unit_measure != target.unit_measure:
            message = f"phải là {indicator.unit_measure} như chỉ tiêu {indicator.indicator_id}"
            yield Problem(target.place, "unit_measure", message, target.unit_measure)


@check(
    must="Ngày hết hạn công nhận khớp với thời hạn của danh hiệu",
    cause="Tính nhầm số năm, hoặc tính từ ngày ký thay vì từ hết năm được công nhận.",
    cure="sửa ngày hết hạn theo ngày được chỉ ra",
)
def recognition_ends_as_its_title_rules(catalog: Catalog) -> Iterator[Problem]:
    """Ensure valid_until is validity_months after the recognition year (Circular 24/2023: 36 months)."""
    for row in catalog.all_of("recognitions"):
        title = catalog.titles.get(row.title_id)
        if title is None or not title.validity_months or row.valid_until is None:
            continue
        right = months_after_year(row.year, title.validity_months)
        if row.valid_until != right:
            message = f"phải là ngày {day(right)} ({title.validity_months} tháng sau hết năm {row.year})"
            hint = f"viết là {right.isoformat()}"
            yield Problem(row.place, "valid_until", message, row.valid_until.isoformat(), hint)


def months_after_year(year: int, months: int) -> date:
    """Return the last day of the `months` months that follow the end of `year`."""
    years, rest = divmod(months, 12)
    return date(year + 1 + years, 1 + rest, 1) - timedelta(days=1)


CHECKS = (
    phase_lies_within_its_campaign,
    phases_follow_one_another,
    target_has_an_owner,
    target_is_due_within_its_campaign,
    target_measures_what_it_says,
    recognition_ends_as_its_title_rules,
)
