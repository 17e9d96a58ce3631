"""What the half-year and year report of a unit asks, and what the register answers of it.

Whether a figure may fill a field and whether two may be compared is judged here, by the judge of statements; the
page only lays out what it gets, and computes with what its reader types.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hoctap.model.catalog import Catalog
from hoctap.model.codes import ASSOCIATION
from hoctap.model.figure_row import FigureRow
from hoctap.model.record import Indicator, ReportField, Unit
from hoctap.vietnamese.writing import fold, slug
from hoctap.views.comparison import choices
from hoctap.views.place import whole_unit
from hoctap.views.report_spans import Span, spans_of, year_before
from hoctap.views.report_words import words_of_page
from hoctap.views.reporters import reports_for
from hoctap.views.statements.change import change
from hoctap.views.statements.comparable import unfit
from hoctap.views.statements.figure import field_text, figure_statement
from hoctap.views.statements.statement import Statement
from hoctap.views.statements.words import frame, unit_name

# What a body reports of itself or of its area is nothing an office has.
_OF_BODIES = ("association", "area")
# What an association reports of its whole area stands in the register under the area.
_TOPICS_OF_AREAS = ("mo-hinh-hoc-tap", "hoc-tap-cong-dong")
_TEXT, _HEAD, _YEARLY = "chữ", "Phần đầu", "báo cáo năm"
_ORDER = ("Tổ chức hội", "Mô hình học tập", "Quỹ khuyến học", "Khen thưởng, học bổng", "Trung tâm học tập cộng đồng")
_OF_OFFICES = "Đơn vị, cơ quan"


@dataclass(frozen=True, slots=True)
class Field:
    """One line of the form; `kind` is count, amount, share or ratio, `whom` who is asked it."""

    key: str
    name: str
    measure: str
    measured: str
    kind: str
    frame: str
    indicator: str
    is_stock: bool
    of_area: bool
    with_previous: bool
    yearly: bool
    whom: str


@dataclass(frozen=True, slots=True)
class ReportForm:
    """The empty form: periods, lines in sections, and what is written in free words."""

    spans: Sequence[Span]
    sections: Sequence[tuple[str, Sequence[Field]]]
    texts: Sequence[tuple[str, str, bool]]
    words: Mapping[str, Mapping[str, str]]


def report_form(catalog: Catalog, today: date) -> ReportForm:
    """Return the form by the fields the data names."""
    return ReportForm(spans_of(today), sections_of(catalog), _texts(catalog), words_of_page(catalog))


def sections_of(catalog: Catalog) -> list[tuple[str, Sequence[Field]]]:
    """Return the lines of the form that ask for a number, in their sections."""
    sections: dict[str, list[Field]] = {name: [] for name in _ORDER}
    for row in catalog.all_of(ReportField):
        indicator = catalog.indicators.get(row.indicator_id)
        if indicator and row.paper.startswith("hồ sơ Đơn vị học tập"):
            sections.setdefault(_OF_OFFICES, []).append(_field(catalog, row, indicator, "office"))
        elif indicator and _is_of_report(row):
            whom = "body" if indicator.subject_rule in _OF_BODIES else "any"
            sections.setdefault(row.section, []).append(_field(catalog, row, indicator, whom))
    asked = {field.key for name, rows in sections.items() if name != _OF_OFFICES for field in rows}
    sections[_OF_OFFICES] = [field for field in sections.pop(_OF_OFFICES, []) if field.key not in asked]
    return [(name, rows) for name, rows in sections.items() if rows]


def _texts(catalog: Catalog) -> list[tuple[str, str, bool]]:
    """Return what is written in free words: its key, its name, whether only the report of a year asks for it."""
    return [
        (f"{slug(row.section)}-{row.order}", row.field_vi, row.note == _YEARLY)
        for row in catalog.all_of(ReportField)
        if _is_of_report(row) and row.indicator_id not in catalog.indicators and row.measured_vi == _TEXT
    ]


def _is_of_report(row: ReportField) -> bool:
    return row.paper.startswith("báo cáo") and row.section != _HEAD


def _field(catalog: Catalog, row: ReportField, indicator: Indicator, whom: str) -> Field:
    return Field(
        key=row.indicator_id,
        name=row.field_vi,
        measure=catalog.code_title("unit_measure", indicator.unit_measure),
        measured=row.measured_vi,
        kind=indicator.value_type,
        frame=indicator.phrase_vi,
        indicator=indicator.name_vi,
        is_stock=indicator.stock_flow in ("stock", "ratio-of-stock"),
        of_area=_is_of_area(indicator),
        with_previous=row.with_previous == "yes",
        yearly=row.note == _YEARLY,
        whom=whom,
    )


def reporting_units(catalog: Catalog) -> list[list[str]]:
    """Return the units that have figures: identifier, name, kind, place and other names in one text."""
    return [[one.unit.unit_id, one.unit.name_vi, one.kind, one.place, " ".join(one.names)] for one in choices(catalog)]


def answers_of(catalog: Catalog, unit_id: str, today: date) -> dict[str, Any]:
    """Return what the register answers of a unit's report: a figure for each indicator and period, and changes."""
    spans = spans_of(today)
    spans += [year_before(span) for span in spans if span.before not in {one.code for one in spans}]
    unit, area = catalog.units[unit_id], area_of(catalog, unit_id)
    rows = _rows_of(catalog, unit_id)
    known = {(key, span.code): row for span in spans for key, row in _known(rows, span).items()}
    return {
        "id": unit_id,
        "name": unit.name_vi,
        "inside": unit_name(unit, unit_id),
        "area": {"name": area.name_vi, "inside": unit_name(area, area.unit_id)} if area else None,
        "border": any(row.borders_changed for row in rows),
        "frames": _frames_of(catalog, unit),
        "figures": {f"{key}|{code}": _answer(catalog, row) for (key, code), row in known.items()},
        "changes": {f"{key}|{code}": words for key, code, words in _changes(catalog, known, spans)},
    }


def _frames_of(catalog: Catalog, unit: Unit) -> dict[str, str]:
    """Return the frames that are other ones of this unit: a fund has no fund, people have no staff."""
    asked = {row.indicator_id: catalog.indicators.get(row.indicator_id) for row in catalog.all_of(ReportField)}
    framed = {key: (_framed(row, unit), row.phrase_vi) for key, row in asked.items() if row and row.phrase_vi}
    return {key: own for key, (own, common) in framed.items() if own != common}


def _framed(indicator: Indicator, unit: Unit) -> str:
    before, between, after = frame(indicator.phrase_vi, unit, indicator)
    return f"{before}{{unit}}{between}{{value}}{after}"


def known_of(catalog: Catalog, unit_id: str, span: Span) -> dict[str, FigureRow]:
    """Return the figure of each indicator that fills the report of a unit for a period."""
    return _known(_rows_of(catalog, unit_id), span)


def _known(rows: Sequence[FigureRow], span: Span) -> dict[str, FigureRow]:
    known: dict[str, FigureRow] = {}
    for row in rows:
        if row.observation.value is not None and _answers(row, span):
            known.setdefault(row.observation.indicator_id, row)
    return known


def _is_of_area(indicator: Indicator) -> bool:
    rule = indicator.subject_rule
    return rule == "area" or (rule == "any" and indicator.topic in _TOPICS_OF_AREAS)


def area_of(catalog: Catalog, unit_id: str) -> Unit | None:
    """Return the area that a unit is the association of; None for every other unit."""
    unit = catalog.units[unit_id]
    area, whole = catalog.areas.get(unit.area_id), whole_unit(catalog, unit.area_id)
    if unit.unit_kind != ASSOCIATION or not area or not whole:
        return None
    is_its_own = reports_for(unit, area) or fold(unit.name_vi) == fold(f"Hội Khuyến học {whole.name_vi}")
    return whole if is_its_own else None


def _rows_of(catalog: Catalog, unit_id: str) -> list[FigureRow]:
    area = area_of(catalog, unit_id)
    rows = catalog.rows_by_unit.get(area.unit_id, ()) if area else ()
    of_area = [row for row in rows if _is_of_area(catalog.indicators[row.observation.indicator_id])]
    return [*catalog.rows_by_unit.get(unit_id, ()), *of_area]


def _answers(row: FigureRow, span: Span) -> bool:
    """Return whether a figure is of exactly this period: of its last day, or of its whole length."""
    seen = row.observation
    if seen.breakdown or not row.preference.is_preferred or seen.period_status != "stated":
        return False
    if row.is_stock:
        return seen.period.end == span.end
    return (seen.period.start, seen.period.end, row.months) == (span.start, span.end, span.months)


def _answer(catalog: Catalog, row: FigureRow) -> dict[str, Any]:
    seen = row.observation
    reasons = [reason.words for reason in unfit(row)]
    return {
        "text": field_text(catalog, row),
        "value": float(seen.value or 0),
        "exact": seen.qualifier == "exact" and not reasons,
        "doubt": "; ".join([*reasons, seen.note] if seen.note else reasons),
        "source": row.source.title if row.source else seen.source_id,
        "locator": seen.locator,
        "sentence": figure_statement(catalog, row).text,
    }


def _changes(
    catalog: Catalog, known: dict[tuple[str, str], FigureRow], spans: Sequence[Span]
) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield, for each indicator and period with a figure of the year before, the change as a sentence or why not."""
    for span in spans:
        for (key, code), now in known.items():
            before = known.get((key, span.before))
            if code == span.code and before:
                result = change(catalog, now, before)
                if isinstance(result, Statement):
                    yield key, code, {"sentence": result.text}
                else:
                    yield key, code, {"refused": "; ".join(reason.words for reason in result.reasons)}
