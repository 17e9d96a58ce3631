"""The words of Vietnamese pages with their meaning: code lists, verdicts, columns, sections, indicators."""

from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.model.record import Code, Indicator
from hoctap.views.campaign import InTime
from hoctap.views.english import meaning
from hoctap.views.english_times import STANDINGS
from hoctap.views.statements.verdict import Outcome

# Words that pages say and no code list holds: where they stand, then Vietnamese and English.
PAGE_WORDS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Verdict on a target",
        (
            (Outcome.MET, "met: every value the source may mean meets it"),
            (Outcome.MISSED, "not met: no value the source may mean meets it"),
            (Outcome.UNDECIDED, "not decided: hedged, doubtful, or sources differ"),
            (Outcome.PLAN, "a plan of things to do, not judged"),
            (Outcome.ABSENT, "no figure of the year of the target, or that year has not come or is not over"),
            (Outcome.NOT_MEASURED, "no indicator measures it, or its level was not read"),
        ),
    ),
    (
        "Where a campaign or phase stands today",
        tuple((standing, STANDINGS[standing]) for standing in InTime if standing.is_known),
    ),
    (
        "Validity of a recognition",
        (("còn hiệu lực đến …", "valid until …"), ("đã hết hạn sau ngày …", "expired after …")),
    ),
    (
        "Columns of a table of figures",
        (
            ("Đơn vị", "Unit: the body or area the figure is about"),
            ("Chỉ tiêu", "Indicator: what is counted or measured"),
            ("Giá trị", "Value, with the source’s hedge before it"),
            ("Thời kỳ", "Period the figure is true of"),
            ("Phạm vi", "Scope: the part of the unit the figure is about"),
            ("Nguồn", "Source, and the place in it; «đoạn 3» is the third paragraph"),
            ("Báo sai", "Report an error"),
        ),
    ),
    (
        "Sections of a page",
        (
            ("Số liệu, Mọi số liệu", "Figures, all figures"),
            ("So sánh", "Comparison, of units of one kind in one year"),
            ("Nguồn nói khác nhau", "Where sources differ"),
            ("Cơ cấu", "Composition"),
            ("Qua thời gian", "Over time"),
            ("Từng đơn vị", "Unit by unit: the newest figure of each"),
            ("Danh hiệu được công nhận", "Titles recognised"),
            ("Chỉ tiêu riêng", "The unit’s own targets"),
            ("Câu viết sẵn cho báo cáo", "Ready sentences for a report"),
            ("Tải về, trích dẫn", "Download, cite"),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Labels:
    """Everything the page of labels shows: code lists by heading, words of pages, indicators, terms."""

    lists: Sequence[tuple[str, Sequence[Code]]]
    words: Sequence[tuple[str, Sequence[tuple[str, str]]]]
    indicators: Sequence[tuple[Indicator, str]]


def labels(catalog: Catalog) -> Labels:
    """Return every label of the data pages with its meaning."""
    lists = catalog.grouped(Code, "list")
    indicators = sorted(catalog.indicators.values(), key=lambda indicator: indicator.name_en)
    return Labels(
        lists=[(name.replace("_", " ").capitalize(), sorted(rows, key=_order)) for name, rows in sorted(lists.items())],
        words=PAGE_WORDS,
        indicators=[(row, meaning(catalog, "unit_measure", row.unit_measure)) for row in indicators],
    )


def _order(code: Code) -> int:
    return code.order
