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
    must="Ý hướng dẫn có nguồn hoặc địa chỉ trang đã đọc",
    cause="Quên điền source_id và url.",
    cure="điền mã nguồn kèm vị trí, hoặc địa chỉ trang đã đọc",
)
def guideline_has_a_source(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a guideline says where it was read: a source with the place in it, or an address."""
    for guideline in catalog.all_of("guidelines"):
        if not guideline.source_id and not guideline.url:
            yield Problem(guideline.place, "source_id", "phải có mã nguồn hoặc địa chỉ trang đã đọc")
        elif guideline.source_id and not guideline.locator:
            yield Problem(guideline.place, "locator", "phải có vị trí trong nguồn")


@check(
    must="Mã mục tiêu bắt đầu bằng mã văn bản hoặc mã phong trào đặt ra nó",
    cause="Gắn mục tiêu vào văn bản khác, ví dụ đổi chỗ Quyết định 387 và 677.",
    cure="sửa document_id, campaign_id cho đúng nơi đặt mục tiêu",
)
def target_id_begins_with_its_owner(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a target does not wander from the document or campaign its identifier names."""
    for target in catalog.all_of("targets"):
        owner = target.document_id or target.campaign_id
        if owner and not target.target_id.startswith(f"{owner}-"):
            yield Problem(target.place, "target_id", f"phải bắt đầu bằng {owner}-", target.target_id)


@check(
    must="Mục tiêu gắn với danh hiệu thì nhắc tên danh hiệu ấy",
    cause="Chọn nhầm danh hiệu.",
    cure="sửa title_id, hoặc viết tên danh hiệu trong subject_vi",
)
def target_names_its_title(catalog: Catalog) -> Iterator[Problem]:
    """Ensure the words of a target hold the name of the title it is about."""
    for target in catalog.all_of("targets"):
        title = catalog.titles.get(target.title_id)
        if title and title.name_vi not in target.subject_vi:
            yield Problem(target.place, "subject_vi", f"phải có tên danh hiệu {title.name_vi}", target.subject_vi)


@check(
    must="Mục tiêu chưa đọc được mức phải đạt thì có ghi chú và độ chắc thấp",
    cause="Quên điền giá trị, hoặc cố ý để trống mà không nói vì sao.",
    cure="điền giá trị; nếu chưa đọc được thì ghi chú như vậy và đặt confidence là low",
)
def target_without_value_says_why(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a gap among the targets is kept on purpose and shown as one."""
    for target in catalog.all_of("targets"):
        if target.value is None and (not target.note or target.confidence != "low"):
            yield Problem(target.place, "value", "phải có giá trị, hoặc có ghi chú và độ chắc thấp")


@check(
    must="Hạn của mục tiêu không trước ngày ban hành văn bản đặt ra nó",
    cause="Gõ nhầm năm, hoặc gắn mục tiêu cũ vào văn bản mới.",
    cure="sửa hạn của mục tiêu, hoặc document_id",
)
def target_not_due_before_its_document(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no target was overdue when its document was issued."""
    for target in catalog.all_of("targets"):
        document = catalog.documents.get(target.document_id)
        if document and document.issued_on and target.due and target.due.end < document.issued_on.start:
            message = f"phải không trước ngày ban hành ({document.issued_on.text})"
            yield Problem(target.place, "due", message, target.due.text)


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


@check(
    must="Thời hạn của danh hiệu giống thời hạn trong quy định công nhận của văn bản ấy",
    cause="Sửa thời hạn ở một bảng mà quên bảng kia.",
    cure="sửa validity_months cho giống nhau",
)
def title_validity_agrees_with_its_rules(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a title and the rules of its document give one validity."""
    for rule in catalog.all_of("title_rules"):
        title = catalog.titles.get(rule.title_id)
        if title and title.document_id == rule.document_id and title.validity_months != rule.validity_months:
            message = f"phải là {title.validity_months or 'ô trống'} như ở bảng titles"
            yield Problem(rule.place, "validity_months", message, str(rule.validity_months or ""))


@check(
    must="Mốc hằng năm là ngày có thật, mốc đầu không sau mốc cuối, và nói rõ cách hiểu mốc cuối",
    cause="Gõ ngày trước tháng, hoặc điền mốc mà quên end_rule.",
    cure="viết tháng-ngày như 01-15; chưa đọc được thì để trống cả hai mốc và end_rule",
)
def deadline_is_a_span_of_days(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a yearly date has both ends and their reading, or says by empty cells that none was read."""
    for row in catalog.all_of("deadlines"):
        cells = (row.from_month_day, row.to_month_day, row.end_rule)
        if any(cells) and not all(cells):
            yield Problem(row.place, "to_month_day", "phải có đủ hai mốc và end_rule, hoặc để trống cả ba")
        for column in ("from_month_day", "to_month_day"):
            text = getattr(row, column)
            if text and not _is_month_day(text):
                yield Problem(row.place, column, "phải là ngày có thật", text)
        if all(cells) and row.from_month_day > row.to_month_day:
            yield Problem(row.place, "from_month_day", f"phải không sau {row.to_month_day}", row.from_month_day)
        if not any(cells) and not row.note:
            yield Problem(row.place, "note", "phải ghi vì sao để trống mốc")


def _is_month_day(text: str) -> bool:
    try:
        date.fromisoformat(f"2024-{text}")
    except ValueError:
        return False
    return True


@check(
    must="Văn bản ghi là đã được thay thế thì có văn bản thay nó",
    cause="Đổi hiệu lực mà quên ghi quan hệ, hoặc ghi quan hệ ngược chiều.",
    cure="thêm dòng replaces từ văn bản sau tới văn bản này",
)
def replaced_document_has_a_successor(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a document of status replaced is pointed at by a relation that replaces it."""
    replaced = {row.to_document_id for row in catalog.all_of("document_relations") if row.kind == "replaces"}
    for document in catalog.all_of("documents"):
        if document.status == "replaced" and document.document_id not in replaced:
            yield Problem(document.place, "status", "phải có văn bản thay thế ở bảng document_relations")


@check(
    must="Văn bản đứng sau không ban hành trước văn bản mà nó thực hiện, thay thế, sửa đổi hay dẫn tới",
    cause="Ghi quan hệ ngược chiều, hoặc gõ nhầm ngày ban hành.",
    cure="đổi chiều quan hệ, hoặc sửa ngày ban hành",
)
def document_follows_what_it_rests_on(catalog: Catalog) -> Iterator[Problem]:
    """Ensure relations point back in time."""
    for row in catalog.all_of("document_relations"):
        later, earlier = catalog.documents.get(row.from_document_id), catalog.documents.get(row.to_document_id)
        if later is None or earlier is None or later.issued_on is None or earlier.issued_on is None:
            continue
        if later.issued_on.end < earlier.issued_on.start:
            message = f"phải ban hành trước {row.from_document_id} ({later.issued_on.text})"
            yield Problem(row.place, "to_document_id", message, earlier.issued_on.text)


CHECKS = (
    phase_lies_within_its_campaign,
    phases_follow_one_another,
    target_has_an_owner,
    target_is_due_within_its_campaign,
    target_measures_what_it_says,
    guideline_has_a_source,
    target_id_begins_with_its_owner,
    target_names_its_title,
    target_without_value_says_why,
    target_not_due_before_its_document,
    recognition_ends_as_its_title_rules,
    title_validity_agrees_with_its_rules,
    deadline_is_a_span_of_days,
    replaced_document_has_a_successor,
    document_follows_what_it_rests_on,
)
