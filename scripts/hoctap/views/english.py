"""What English pages tell: figures in English form, code lists, and the words of Vietnamese pages with their meaning.

A name without an English form stays Vietnamese; templates mark it as such.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hoctap.model.catalog import Catalog
from hoctap.model.period import Period
from hoctap.model.record import Code, Indicator
from hoctap.vietnamese.writing import BILLION, MILLION
from hoctap.views import home
from hoctap.views.campaign import InTime
from hoctap.views.figure import Figure
from hoctap.views.link import Link
from hoctap.views.statements.verdict import Outcome

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_BORDERS = {"before": "borders before 1 July 2025", "unknown": "source unclear whether before or after 1 July 2025"}
# Words that pages say and no code list holds: where they stand, then Vietnamese and English.
PAGE_WORDS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Verdict on a target",
        (
            (Outcome.MET, "met: every value the source may mean meets it"),
            (Outcome.MISSED, "not met: no value the source may mean meets it"),
            (Outcome.UNDECIDED, "not decided: hedged, doubtful, or sources differ"),
            (Outcome.PLAN, "a plan of things to do, not judged"),
            (Outcome.ABSENT, "no figure of the year of the target"),
            (Outcome.NOT_MEASURED, "no indicator measures it, or its level was not read"),
        ),
    ),
    (
        "Where a campaign or phase stands today",
        (
            (InTime.FUTURE, "to come"),
            (InTime.NOW, "under way"),
            (InTime.PAST, "over"),
            (InTime.UNKNOWN, "not known"),
        ),
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
class EnglishFigure:
    """A figure in English; `is_named` tells whether the unit has an English name.

    `limits` are what changes what the number counts; `scope` and `remarks` are the Vietnamese words of the data.
    """

    figure: Figure
    unit: Link
    is_named: bool
    indicator: str
    value_with_qualifier: str
    period: str
    doubt: str
    limits: Sequence[str] = ()
    source_language: str = "vi"

    @property
    def scope(self) -> str:
        """Return the part of the unit the figure is about, in Vietnamese; empty for the whole."""
        return self.figure.breakdown

    @property
    def remarks(self) -> str:
        """Return what is to know of how the source says it, in Vietnamese."""
        return self.figure.remarks


@dataclass(frozen=True, slots=True)
class Labels:
    """Everything the page of labels shows: code lists by heading, words of pages, indicators, terms."""

    lists: Sequence[tuple[str, Sequence[Code]]]
    words: Sequence[tuple[str, Sequence[tuple[str, str]]]]
    indicators: Sequence[tuple[Indicator, str]]


def number(value: Decimal | int) -> str:
    """Return `value` as English writes it, every digit kept: `2,763`, `32.83`."""
    text = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def span(period: Period) -> str:
    """Return a period: `2024`, `June 2024`, `as of 21 February 2025`, `2007–2009`."""
    parts = [_format_part(part) for part in period.text.split("/")]
    return "as of " + parts[0] if period.text.count("-") == 2 and len(parts) == 1 else "–".join(parts)


def english_day(day: date) -> str:
    """Return a day: `30 June 2025`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _format_part(part: str) -> str:
    year, *rest = part.split("-")
    month = [_MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) == 2 else []
    return " ".join([*day, *month, year])


def _meaning(catalog: Catalog, code_list: str, code: str) -> str:
    known = catalog.codes.get((code_list, code))
    return known.title_en if known else code


def _measured(catalog: Catalog, indicator: Indicator | None, value: Decimal) -> str:
    measure = indicator.unit_measure if indicator else ""
    if measure == "phan-tram":
        return f"{number(value)}%"
    if measure != "dong":
        return f"{number(value)} {_meaning(catalog, 'unit_measure', measure)}".strip()
    for scale, word in ((BILLION, "billion"), (MILLION, "million")):
        if abs(value) >= scale and value / scale == round(value / scale, 3):
            return f"{number(value / scale)} {word} dong"
    return f"{number(value)} dong"


def english_figure(catalog: Catalog, figure: Figure) -> EnglishFigure:
    """Return a figure as an English page tells it."""
    row = figure.observation
    unit, indicator = catalog.units.get(row.unit_id), catalog.indicators.get(row.indicator_id)
    hedge = "" if row.qualifier == "exact" else _meaning(catalog, "qualifier", row.qualifier) + " "
    value = _measured(catalog, indicator, row.value) if row.value is not None else "no number given"
    name = unit.name_en if unit else ""
    return EnglishFigure(
        figure=figure,
        unit=Link(figure.unit.href, name or figure.unit.text),
        is_named=bool(name),
        indicator=indicator.name_en if indicator else row.indicator_id,
        value_with_qualifier=hedge + value,
        period=span(row.period),
        limits=_limits(catalog, figure),
        source_language=_language(catalog, row.source_id),
        doubt="" if row.period_status == "stated" else _meaning(catalog, "period_status", row.period_status),
    )


def _language(catalog: Catalog, source_id: str) -> str:
    source = catalog.sources.get(source_id)
    return source.language if source and source.language else "vi"


def _limits(catalog: Catalog, figure: Figure) -> list[str]:
    row = catalog.row_of(figure.observation)
    known = {caveat.code for caveat in figure.caveats}
    found = ["cumulative"] if "cumulative" in known else []
    return found + ([_BORDERS.get(row.border, "")] if "border" in known else [])


def headline_figures(catalog: Catalog, today: date) -> list[EnglishFigure]:
    """Return the figures of the front page."""
    return [english_figure(catalog, figure) for figure in home.headline_figures(catalog, today)]


def labels(catalog: Catalog) -> Labels:
    """Return every label of the data pages with its meaning."""
    lists = catalog.grouped(Code, "list")
    indicators = sorted(catalog.indicators.values(), key=lambda indicator: indicator.name_en)
    return Labels(
        lists=[(name.replace("_", " ").capitalize(), sorted(rows, key=_order)) for name, rows in sorted(lists.items())],
        words=PAGE_WORDS,
        indicators=[(row, _meaning(catalog, "unit_measure", row.unit_measure)) for row in indicators],
    )


def _order(code: Code) -> int:
    return code.order
