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
from hoctap.model.figure_row import NEW_BORDERS, FigureRow
from hoctap.model.record import Indicator, ReportField, Unit
from hoctap.vietnamese.writing import fold, slug
from hoctap.views.comparison import choices
from hoctap.views.place import whole_unit
from hoctap.views.reporters import reports_for
from hoctap.views.statements.change import change
from hoctap.views.statements.comparable import unfit
from hoctap.views.statements.figure import field_text, figure_statement
from hoctap.views.statements.statement import Statement
from hoctap.views.statements.words import unit_name

# What a body reports of itself or of its area is nothing an office has.
_OF_BODIES = ("association", "area")
# What an association reports of its whole area stands in the register under the area.
_TOPICS_OF_AREAS = ("mo-hinh-hoc-tap", "hoc-tap-cong-dong")
# What is sent of a report: the columns of its figures and of the report as their source.
_SENT = ("unit_id", "indicator_id", "period", "value", "source_id", "locator")
_SENT_OF_SOURCE = ("title", "publisher", "published_on", "kind", "terms")
_TEXT, _HEAD, _YEARLY = "chữ", "Phần đầu", "báo cáo năm"
_ORDER = ("Tổ chức hội", "Mô hình học tập", "Quỹ khuyến học", "Khen thưởng, học bổng", "Trung tâm học tập cộng đồng")
_OF_OFFICES = "Đơn vị, cơ quan"
_YEARS_BACK = 2


@dataclass(frozen=True, slots=True)
class Span:
    """A period that a report can be of; `before` is the code of the same period a year earlier."""

    code: str
    words: str
    start: date
    end: date
    before: str

    @property
    def months(self) -> int:
        """Return its length."""
        return self.end.month - self.start.month + 1

    @property
    def before_words(self) -> str:
        """Return the same period of the year before in words."""
        return self.words.replace(str(self.start.year), str(self.start.year - 1))

    @property
    def crossed_by(self) -> str:
        """Return which figures changed borders since the year before: none, `flow` or `all` (stocks too)."""
        last, first = self.end.replace(year=self.end.year - 1), self.start.replace(year=self.start.year - 1)
        if last < NEW_BORDERS <= self.end:
            return "all"
        return "flow" if first < NEW_BORDERS <= self.end else ""


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
    columns: Mapping[str, Mapping[str, str]]


def spans_of(today: date) -> list[Span]:
    """Return the periods a report can be of, the newest begun first."""
    found = []
    for year in range(today.year, today.year - _YEARS_BACK - 1, -1):
        found += [
            Span(f"{year}", f"năm {year}", date(year, 1, 1), date(year, 12, 31), f"{year - 1}"),
            Span(f"{year}-h1", f"6 tháng đầu năm {year}", date(year, 1, 1), date(year, 6, 30), f"{year - 1}-h1"),
        ]
    return [span for span in found if span.start <= today]


def report_form(catalog: Catalog, today: date) -> ReportForm:
    """Return the form by the fields the data names."""
    sections: dict[str, list[Field]] = {name: [] for name in _ORDER}
    texts = []
    for row in catalog.all_of(ReportField):
        indicator = catalog.indicators.get(row.indicator_id)
        if row.paper.startswith("hồ sơ Đơn vị học tập") and indicator:
            sections.setdefault(_OF_OFFICES, []).append(_field(catalog, row, indicator, "office"))
        elif row.paper.startswith("báo cáo") and row.section != _HEAD:
            if indicator:
                whom = "body" if indicator.subject_rule in _OF_BODIES else "any"
                sections.setdefault(row.section, []).append(_field(catalog, row, indicator, whom))
            elif row.measured_vi == _TEXT:
                texts.append((f"{slug(row.section)}-{row.order}", row.field_vi, row.note == _YEARLY))
    asked = {field.key for name, rows in sections.items() if name != _OF_OFFICES for field in rows}
    sections[_OF_OFFICES] = [field for field in sections.pop(_OF_OFFICES, []) if field.key not in asked]
    filled = [(name, rows) for name, rows in sections.items() if rows]
    return ReportForm(spans_of(today), filled, texts, _columns(catalog))


def _columns(catalog: Catalog) -> dict[str, dict[str, str]]:
    """Return the titles of the columns of figures and sources, and the words for the codes of a unit's own report."""
    sources, figures = (catalog.resource(name) for name in ("sources", "observations"))
    titles = {name: figures.field_named(name).title for name in _SENT}
    titles |= {name: sources.field_named(name).title for name in _SENT_OF_SOURCE}
    titles["own_id"] = sources.field_named("source_id").title
    codes = (("source_kind", "chinh-chu"), ("source_terms", "official"))
    return {"titles": titles, "words": {code: catalog.code_title(listed, code) for listed, code in codes}}


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
    spans += [_year_before(span) for span in spans if span.before not in {one.code for one in spans}]
    unit, area = catalog.units[unit_id], _area_of(catalog, unit_id)
    rows = [*catalog.rows_by_unit.get(unit_id, ()), *_rows_of_area(catalog, area)]
    known: dict[tuple[str, str], FigureRow] = {}
    for span in spans:
        for row in rows:
            if row.observation.value is not None and _answers(row, span):
                known.setdefault((row.observation.indicator_id, span.code), row)
    return {
        "id": unit_id,
        "name": unit.name_vi,
        "inside": unit_name(unit, unit_id),
        "area": {"name": area.name_vi, "inside": unit_name(area, area.unit_id)} if area else None,
        "border": any(row.borders_changed for row in rows),
        "figures": {f"{key}|{code}": _answer(catalog, row) for (key, code), row in known.items()},
        "changes": {f"{key}|{code}": words for key, code, words in _changes(catalog, known, spans)},
    }


def _is_of_area(indicator: Indicator) -> bool:
    rule = indicator.subject_rule
    return rule == "area" or (rule == "any" and indicator.topic in _TOPICS_OF_AREAS)


def _area_of(catalog: Catalog, unit_id: str) -> Unit | None:
    """Return the area that a unit is the association of; None for every other unit."""
    unit = catalog.units[unit_id]
    area, whole = catalog.areas.get(unit.area_id), whole_unit(catalog, unit.area_id)
    if unit.unit_kind != ASSOCIATION or not area or not whole:
        return None
    is_its_own = reports_for(unit, area) or fold(unit.name_vi) == fold(f"Hội Khuyến học {whole.name_vi}")
    return whole if is_its_own else None


def _rows_of_area(catalog: Catalog, area: Unit | None) -> list[FigureRow]:
    rows = catalog.rows_by_unit.get(area.unit_id, ()) if area else ()
    return [row for row in rows if _is_of_area(catalog.indicators[row.observation.indicator_id])]


def _year_before(span: Span) -> Span:
    year = span.start.year - 1
    return Span(span.before, span.before_words, span.start.replace(year=year), span.end.replace(year=year), "")


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
