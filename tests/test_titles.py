"""What documents ask stands by the newest document first, one of unknown date last; documents are found by number."""

from datetime import date

import pytest

from hoctap.model.period import parse_period
from hoctap.model.record import Criterion, CriterionSet, Deadline, Document, Procedure, Target, Title, TitleRule
from hoctap.views.assessment import assessment_keys, assessment_page, assessments
from hoctap.views.campaign import InTime, standing_of
from hoctap.views.due import due_soon
from hoctap.views.duties import duties
from hoctap.views.page_kinds import BY_NAME
from hoctap.views.title import dates_of, rules_of
from hoctap.views.title_results import results_of
from small_catalog import catalog_of, make, observation

TODAY = date(2026, 11, 26)
ISSUED = {"cu": "2014", "khong-ngay": None, "moi": "2022-05-09"}
DOCUMENTS = [make(Document, document_id=key, number=key, issued_on=day) for key, day in ISSUED.items()]
TITLES = [make(Title, title_id="t", name_vi="Danh hiệu T")]


def test_targets_of_a_title_stand_by_the_newest_document_first() -> None:
    asked = {"title_id": "t", "subject_vi": "Gia đình", "operator": ">=", "value": "50", "due": "2030"}
    targets = [make(Target, target_id=key, document_id=key, **asked) for key in ISSUED]
    lines = results_of(catalog_of([], DOCUMENTS, TITLES, targets), "t", TODAY).lines
    assert [line.basis.href for line in lines] == ["van-ban/moi/", "van-ban/cu/", "van-ban/khong-ngay/"]


def test_forms_of_a_title_stand_by_the_newest_document_first() -> None:
    sets = [make(CriterionSet, document_id=key, title_id="t", scoring="points") for key in ISSUED]
    criteria = [
        make(Criterion, criterion_id=key, document_id=key, title_id="t", order=1, text_vi="Có tủ sách")
        for key in ISSUED
    ]
    sheets = assessments(catalog_of([], DOCUMENTS, TITLES, sets, criteria), TODAY)
    assert [sheet.criteria.record.document_id for sheet in sheets] == ["moi", "cu", "khong-ngay"]
    assert {sheet.standing for sheet in sheets} == {"chưa thấy văn bản nào thay thế"}


def _shared_remarks(*notes: str) -> list[str]:
    sets = [make(CriterionSet, document_id="moi", title_id="t", scoring="points")]
    criteria = [
        make(Criterion, criterion_id=str(at), document_id="moi", title_id="t", order=at, text_vi="Có sách", note=note)
        for at, note in enumerate(notes, 1)
    ]
    (sheet,) = assessments(catalog_of([], DOCUMENTS, TITLES, sets, criteria), TODAY)
    return sheet.criteria.shared_remarks


def test_a_remark_is_that_of_the_set_only_where_all_criteria_have_it() -> None:
    assert "tự chấm" in _shared_remarks("tự chấm", "tự chấm", "tự chấm")
    assert _shared_remarks("tự chấm", "tự chấm") == []
    assert not {"tự chấm", "do xã chấm"} & {*_shared_remarks("tự chấm", "tự chấm", "do xã chấm")}


@pytest.mark.parametrize(("applies_to", "asked"), [("cơ quan nhà nước", True), ("", False)])
def test_a_form_asks_for_the_kind_of_body_only_where_some_criterion_binds_not_everyone(
    applies_to: str, asked: bool
) -> None:
    sets = [make(CriterionSet, document_id="moi", title_id="t", scoring="points")]
    given = {"document_id": "moi", "title_id": "t", "order": 1, "text_vi": "Có tủ sách", "applies_to": applies_to}
    catalog = catalog_of([], DOCUMENTS, TITLES, sets, [make(Criterion, criterion_id="a", **given)])
    (key,) = assessment_keys(catalog)
    assert bool(assessment_page(catalog, key, TODAY).kinds) is asked


def test_an_english_page_without_figures_says_so() -> None:
    kind, catalog = BY_NAME["indicator"], catalog_of([])
    assert kind.english is not None
    page = kind.english(catalog, "members", kind.view(catalog, "members", TODAY))
    assert page.summary.endswith(": no figures yet.")
    assert page.groups == []


def test_documents_that_a_place_issued_stand_newest_first() -> None:
    issued = {"a": "2019", "b": "2024-01", "c": "2023-05-01"}
    documents = [
        make(Document, document_id=key, number=key, issuer="UBND tỉnh Suối Bạc", issued_on=day)
        for key, day in issued.items()
    ]
    page = BY_NAME["area"].view(catalog_of([], documents), "suoi-bac", TODAY)
    assert [link.href for link, _ in page.documents] == ["van-ban/b/", "van-ban/c/", "van-ban/a/"]


def test_a_law_is_not_called_by_one_letter() -> None:
    rows = [
        make(Document, document_id=key, number="43/2019/QH14", doc_kind=key, issued_on="2019-06-14")
        for key in ("luat", "nghi-quyet")
    ]
    names = {row.document_id: BY_NAME["document"].other_names(catalog_of([], rows), row.document_id) for row in rows}
    assert "NQ 43/2019" in names["nghi-quyet"]
    assert "Luật 43" in names["luat"]
    assert "L 43" not in names["luat"]


def test_a_title_whose_indicator_has_no_figure_names_no_places() -> None:
    targets = [make(Target, target_id="a", title_id="t", indicator_id="members", operator=">=", value="5")]
    found = results_of(catalog_of([], TITLES, targets), "t", TODAY)
    assert [link.href for link in found.indicators] == ["chi-tieu/members/"]
    assert (found.places, found.country, found.ranking, found.dues) == ([], [], None, ["không nêu hạn"])


def test_the_newest_figures_of_places_as_a_whole_are_named_the_newest_first() -> None:
    targets = [make(Target, target_id="a", title_id="t", indicator_id="members", operator=">=", value="5")]
    given = [
        observation("tp-binh-ho", period="2023", value="1"),
        observation("tp-binh-ho", period="2024", value="2"),
        observation("tinh-suoi-bac", period="2025", value="3"),
        observation("tinh-dong-lau", period="2025", value="4", breakdown="nữ"),
        observation("ca-nuoc", value="5"),
    ]
    found = results_of(catalog_of(given, TITLES, targets), "t", TODAY)
    assert [figure.value for figure in found.places] == [3, 2]


LAST = date(2025, 12, 31)


@pytest.mark.parametrize(
    ("today", "is_past"),
    [(date(2025, 12, 30), False), (LAST, False), (date(2026, 1, 1), True), (date(2027, 1, 1), True)],
)
def test_what_holds_until_a_day_holds_on_it_and_no_longer(today: date, is_past: bool) -> None:
    known = {"title_id": "t", "tier": "xa", "valid_until": LAST}
    rules = [make(TitleRule, document_id="moi", **known)]
    asked = [make(Procedure, procedure_id="p", code="1", name_vi="Thủ tục", **known)]
    dates = [make(Deadline, deadline_id=key, name_vi="Hạn", to_month_day=day, **known) for key, day in DAYS.items()]
    catalog = catalog_of([], DOCUMENTS, TITLES, rules, asked, dates)
    (rule,) = rules_of(catalog, "t", today)
    assert (rule.past, rule.standing) == (is_past, "đã thôi áp dụng" if is_past else "chưa thấy văn bản nào thay thế")
    assert [duty.past for duty in duties(catalog, today)] == ["đến hết 31/12/2025" if is_past else ""]
    assert [one.past for one in dates_of(catalog, "t", today)] == [is_past] * 2
    due = due_soon(catalog, today)
    assert [one.record.deadline_id for one in due.undated] == ([] if is_past else ["khong-ngay"])
    assert [one.record.deadline_id for one in (*due.due, *due.later)] == ([] if is_past else ["cuoi-nam"])


DAYS = {"khong-ngay": "", "cuoi-nam": "12-31"}


@pytest.mark.parametrize(
    ("start", "end", "today", "standing"),
    [
        ("2023", "2025", date(2022, 12, 31), InTime.FUTURE),
        ("2023", "2025", date(2023, 1, 1), InTime.NOW),
        ("2023", "2025", date(2025, 12, 31), InTime.NOW),
        ("2023", "2025", date(2026, 1, 1), InTime.PAST),
        ("2023-05-06", "2025-07", date(2023, 5, 5), InTime.FUTURE),
        ("2023-05-06", "2025-07", date(2025, 7, 31), InTime.NOW),
        ("2023-05-06", "2025-07", date(2025, 8, 1), InTime.PAST),
        ("", "2025", date(2025, 12, 31), InTime.UNKNOWN),
        ("", "2025", date(2026, 1, 1), InTime.PAST),
        ("2023", "", date(2022, 12, 31), InTime.FUTURE),
        ("2023", "", date(2026, 1, 1), InTime.UNKNOWN),
        ("", "", date(2026, 1, 1), InTime.UNKNOWN),
    ],
)
def test_a_campaign_is_to_come_under_way_or_over_by_its_first_and_last_day(
    start: str, end: str, today: date, standing: InTime
) -> None:
    assert standing_of(*(parse_period(text) if text else None for text in (start, end)), today) is standing
