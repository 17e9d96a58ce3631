"""Checks of the targets that campaigns and documents set."""

from collections.abc import Iterator
from decimal import Decimal

from hoctap.check.definition import check
from hoctap.check.rules.statistics import may_exceed, speaks_of_a_plan
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Problem
from hoctap.model.record import Indicator, LocalTarget, Target
from hoctap.vietnamese.writing import number

_HUNDRED = Decimal(100)
_TO_REACH = (">=", ">", "=")


@check(
    must="Mục tiêu thuộc một phong trào hoặc một văn bản",
    cause="Quên điền campaign_id và document_id.",
    cure="điền mã phong trào hoặc mã văn bản đặt ra mục tiêu",
    bad="campaign_id: (trống), document_id: (trống)",
    good="document_id: qd-387-2022-ttg",
)
def target_has_an_owner(catalog: Catalog) -> Iterator[Problem]:
    """Ensure every target says who set it."""
    for target in catalog.all_of(Target):
        if not target.campaign_id and not target.document_id:
            yield Problem(target.place, "campaign_id", "phải có mã phong trào hoặc mã văn bản")


@check(
    must="Hạn của mục tiêu nằm trong thời gian của phong trào",
    cause="Gõ nhầm năm.",
    cure="sửa hạn của mục tiêu, hoặc thời gian của phong trào",
    bad="due: 2035, phong trào đến 2030",
    good="due: 2030, phong trào đến 2030",
)
def target_is_due_within_its_campaign(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a target falls due while its campaign runs."""
    targets: tuple[Target | LocalTarget, ...] = (*catalog.all_of(Target), *catalog.all_of(LocalTarget))
    for target in targets:
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
    bad="unit_measure: nguoi, chỉ tiêu tính phan-tram",
    good="unit_measure: phan-tram",
)
def target_measures_what_it_says(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a target and its indicator share their unit of measure."""
    for target in catalog.all_of(Target):
        indicator = catalog.indicators.get(target.indicator_id)
        if indicator and indicator.unit_measure != target.unit_measure:
            message = f"phải là {indicator.unit_measure} như chỉ tiêu {indicator.indicator_id}"
            yield Problem(target.place, "unit_measure", message, target.unit_measure)


@check(
    must="Mã mục tiêu bắt đầu bằng mã văn bản hoặc mã phong trào đặt ra nó",
    cause="Gắn mục tiêu vào văn bản khác, ví dụ đổi chỗ Quyết định 387 và 677.",
    cure="sửa document_id, campaign_id cho đúng nơi đặt mục tiêu",
    bad="target_id: muc-tieu-1",
    good="target_id: qd-387-2022-ttg-1",
)
def target_id_begins_with_its_owner(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a target does not wander from the document or campaign its identifier names."""
    for target in catalog.all_of(Target):
        owner = target.document_id or target.campaign_id
        if owner and not target.target_id.startswith(f"{owner}-"):
            yield Problem(target.place, "target_id", f"phải bắt đầu bằng {owner}-", target.target_id)


@check(
    must="Mục tiêu gắn với danh hiệu thì nhắc tên danh hiệu ấy",
    cause="Chọn nhầm danh hiệu.",
    cure="sửa title_id, hoặc viết tên danh hiệu trong subject_vi",
    bad="title_id: don-vi-hoc-tap, lời không nhắc danh hiệu",
    good="lời có «Đơn vị học tập»",
)
def target_names_its_title(catalog: Catalog) -> Iterator[Problem]:
    """Ensure the words of a target hold the name of the title it is about."""
    for target in catalog.all_of(Target):
        title = catalog.titles.get(target.title_id)
        if title and title.name_vi not in target.subject_vi:
            yield Problem(target.place, "subject_vi", f"phải có tên danh hiệu {title.name_vi}", target.subject_vi)


@check(
    must="Mục tiêu chưa đọc được mức phải đạt thì có ghi chú và độ chắc thấp",
    cause="Quên điền giá trị, hoặc cố ý để trống mà không nói vì sao.",
    cure="điền giá trị; nếu chưa đọc được thì ghi chú như vậy và đặt confidence là low",
    bad="value: (trống), note: (trống)",
    good="value: (trống), note: chưa đọc được phụ lục",
)
def target_without_value_says_why(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a gap among the targets is kept on purpose and shown as one."""
    for target in catalog.all_of(Target):
        if target.value is None and (not target.note or target.confidence != "low"):
            yield Problem(target.place, "value", "phải có giá trị, hoặc có ghi chú và độ chắc thấp")


@check(
    must="Hạn của mục tiêu không trước ngày ban hành văn bản đặt ra nó",
    cause="Gõ nhầm năm, hoặc gắn mục tiêu cũ vào văn bản mới.",
    cure="sửa hạn của mục tiêu, hoặc document_id",
    bad="due: 2020, văn bản ban hành 2022",
    good="due: 2025, văn bản ban hành 2022",
)
def target_not_due_before_its_document(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no target was overdue when its document was issued."""
    for target in catalog.all_of(Target):
        document = catalog.documents.get(target.document_id)
        if document and document.issued_on and target.due and target.due.end < document.issued_on.start:
            message = f"phải không trước ngày ban hành ({document.issued_on.text})"
            yield Problem(target.place, "due", message, target.due.text)


# A source tells of the plan that has just ended, of a term at most.
_YEARS_OF_A_TERM = 5


@check(
    must="Hạn của mục tiêu không trước ngày đăng của nguồn quá một nhiệm kỳ, nếu trước thì xem lại",
    cause="Gõ nhầm năm: 2003 thay cho 2030.",
    cure="đối chiếu nguồn; nếu nguồn nhắc lại một mục tiêu cũ như vậy thì để nguyên",
    bad="due: 2003, nguồn đăng 2024",
    good="due: 2030, nguồn đăng 2024",
    asks=True,
)
def target_is_due_near_its_source(catalog: Catalog) -> Iterator[Problem]:
    """Ask about targets that fell due more than a term before their source was published."""
    targets: tuple[Target | LocalTarget, ...] = (*catalog.all_of(Target), *catalog.all_of(LocalTarget))
    for target in targets:
        source = catalog.sources.get(target.source_id)
        published = source.published_on if source else None
        if published and target.due and target.due.end.year + _YEARS_OF_A_TERM < published.start.year:
            message = f"trước ngày đăng của nguồn ({published.text}) hơn {_YEARS_OF_A_TERM} năm"
            yield Problem(target.place, "due", message, target.due.text)


@check(
    must="Mức của chỉ tiêu là mức có thể đạt: tỷ lệ từ 0 đến 100, số đếm và số tiền từ 0 trở lên",
    cause="Quên dấu thập phân (170 thay cho 17.0), gõ nhầm dấu trừ.",
    cure="sửa mức; vượt kế hoạch hay giảm so với năm trước thì nói rõ ở scope hoặc note",
    bad="value: 170, unit_measure: phan-tram",
    good="value: 70, unit_measure: phan-tram",
)
def target_can_be_reached(catalog: Catalog) -> Iterator[Problem]:
    """Ensure targets in percent lie within 0 and 100 and no other is below zero."""
    for target, measure in _measured(catalog):
        if target.value is None or _speaks_of_a_plan(target, catalog.indicators.get(target.indicator_id)):
            continue
        if target.value < 0:
            yield Problem(target.place, "value", "phải từ 0 trở lên", str(target.value))
        elif measure == "phan-tram" and target.value > _HUNDRED:
            yield Problem(target.place, "value", "phải từ 0 đến 100", str(target.value))


@check(
    must="Mức phải đạt không quá 1 % thì xem lại",
    cause="Ô bảng tính dạng phần trăm: 70 % bị chép thành 0.7.",
    cure="viết bằng phần trăm (70, không phải 0.7); nếu văn bản nói đúng như vậy thì để nguyên",
    bad="operator: >=, value: 0.7, unit_measure: phan-tram",
    good="operator: >=, value: 70, unit_measure: phan-tram",
    asks=True,
)
def target_is_in_percent(catalog: Catalog) -> Iterator[Problem]:
    """Ask about shares up to 1 that shall be reached; one not to be passed, or of growth, is often so small."""
    for target, measure in _measured(catalog):
        is_small = measure == "phan-tram" and target.value is not None and 0 < target.value <= 1
        indicator = catalog.indicators.get(target.indicator_id)
        if is_small and target.operator in _TO_REACH and not _speaks_of_a_plan(target, indicator):
            hundredfold = number((target.value or Decimal(0)) * _HUNDRED)
            yield Problem(target.place, "value", f"có phải là {hundredfold} %?", str(target.value))


def _measured(catalog: Catalog) -> Iterator[tuple[Target | LocalTarget, str]]:
    """Yield each target with what it is measured in; a local one says so by its indicator."""
    yield from ((target, target.unit_measure) for target in catalog.all_of(Target))
    for target in catalog.all_of(LocalTarget):
        indicator = catalog.indicators.get(target.indicator_id)
        yield target, indicator.unit_measure if indicator else ""


def _speaks_of_a_plan(target: Target | LocalTarget, indicator: Indicator | None) -> bool:
    words = (target.scope, target.note, target.subject_vi if isinstance(target, Target) else "")
    return speaks_of_a_plan(*words) or (indicator is not None and may_exceed(indicator))


@check(
    must="Mức không được vượt chỉ đặt cho chỉ tiêu không phải càng cao càng tốt, nếu khác thì xem lại",
    cause="Chọn nhầm phép so: <= thay cho >=.",
    cure="ghi >= nếu phải đạt từ mức ấy trở lên; nếu văn bản đặt mức trần thật thì để nguyên",
    bad="tỷ lệ gia đình học tập, operator: <=",
    good="tỷ lệ gia đình học tập, operator: >=",
    asks=True,
)
def target_lies_ahead(catalog: Catalog) -> Iterator[Problem]:
    """Ask about ceilings set for what is the better the more there is of it."""
    for target, _ in _measured(catalog):
        indicator = catalog.indicators.get(target.indicator_id)
        if indicator and indicator.direction == "up" and target.operator.startswith("<"):
            message = f"chỉ tiêu {indicator.indicator_id} càng cao càng tốt, mà đây là mức không được vượt"
            yield Problem(target.place, "operator", message, target.operator)


CHECKS = (
    target_lies_ahead,
    target_can_be_reached,
    target_is_in_percent,
    target_has_an_owner,
    target_is_due_within_its_campaign,
    target_measures_what_it_says,
    target_id_begins_with_its_owner,
    target_names_its_title,
    target_without_value_says_why,
    target_not_due_before_its_document,
    target_is_due_near_its_source,
)
