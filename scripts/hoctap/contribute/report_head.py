"""What the head of a report says of all its figures: unit, period, source; or what is wrong there.

What a reader sees is held to what the file carries: a title of another period or the name of another unit is no
small change, for the figures below were filled in for the first ones.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from hoctap.contribute.marks import Mark
from hoctap.contribute.naming.called import called_unit
from hoctap.contribute.report import Place, Report, span_of_title
from hoctap.load.names import register_of
from hoctap.model.catalog import Catalog
from hoctap.model.codes import ASSOCIATION
from hoctap.model.record import Unit
from hoctap.vietnamese.writing import capitalize_first, day, lower_first, slug
from hoctap.views.report import Field, area_of
from hoctap.views.report_spans import Span

_OF_AREA = "Hội Khuyến học "
_LONGEST_NAME = 80
_ANEW = "làm báo cáo mới ở trang «Báo cáo»"


@dataclass(frozen=True, slots=True)
class Head:
    """Whose report of what period it is; `unit_id` is empty for a unit that the register does not know."""

    span: Span
    unit_id: str
    name: str
    subject: str
    published_on: str

    @property
    def source(self) -> dict[str, str]:
        """Return the report as a new source; its code is the same however often it is sent."""
        return {
            "source_id": f"{slug(slug(self.unit_id or self.name)[:_LONGEST_NAME])}-bao-cao-{self.span.code}",
            "title": f"Báo cáo {lower_first(self.subject)} {self.span.words} của {self.name}",
            "publisher": self.name,
            "published_on": self.published_on,
            "kind": "chinh-chu",
            "terms": "official",
        }

    def period(self, field: Field) -> str:
        """Return the period of a line; what is there at a moment was counted by the day of the report at the latest."""
        if not field.is_stock:
            return self.span.words
        end = self.span.end
        return day(min(end, type(end).fromisoformat(self.published_on)) if self.published_on else end)


def head_of(catalog: Catalog, report: Report) -> Head | tuple[Mark, ...]:
    """Return the head of a report, or what is wrong with it."""
    marks = [*_of_period(report), *_of_unit(catalog, report)]
    if marks or report.span is None:
        return tuple(marks)
    unit = _unit(catalog, report)
    name = unit.name_vi if unit else report.names[0].text.strip()
    return Head(report.span, unit.unit_id if unit else "", name, report.subject, report.published_on)


def unit_of_line(catalog: Catalog, report: Report, head: Head, field: Field | None) -> str:
    """Return whose figure a line is, as a form names it: what an association reports of its area is the area's."""
    own = catalog.units.get(head.unit_id)
    carried = report.carried.units.get(field.key, "") if report.carried and field else ""
    if field is None or not field.of_area or (report.carried and field.key in report.carried.given and not carried):
        return _bracketed(own) if own else head.name
    area = area_of(catalog, head.unit_id) if own else None
    if area and carried in ("", area.name_vi):
        return _bracketed(area)
    is_association = own.unit_kind == ASSOCIATION if own else head.name.startswith(_OF_AREA)
    of_name = capitalize_first(head.name.removeprefix(_OF_AREA)) if is_association else ""
    return carried or of_name or (_bracketed(own) if own else head.name)


def wrong_day(report: Report, span: Span) -> Mark | None:
    """Return the mark of a report that has no day, or one before its period: its figures need a source with one."""
    if span.start.isoformat() <= report.published_on:
        return None
    must = "báo cáo phải có ngày: số liệu trong sổ phải có nguồn, nguồn phải có ngày"
    cure = "ghi ở trên bảng một dòng như «ngày 05 tháng 7 năm 2026»"
    if report.published_on:
        must = f"ngày của báo cáo phải từ khi kỳ bắt đầu, tức {day(span.start)}"
        cure = f"xem lại ngày; số liệu của kỳ khác thì {_ANEW}"
    at = report.day or next(iter(report.titles), Place(report.sheet.name, report.header_row, 0, ""))
    return _mark(at, must, cure, "required-value-is-there")


def _bracketed(unit: Unit) -> str:
    return f"{unit.name_vi} [{unit.unit_id}]"


def _unit(catalog: Catalog, report: Report) -> Unit | None:
    if report.carried and report.carried.unit_id:
        return catalog.units.get(report.carried.unit_id)
    units = register_of(catalog, "units")
    codes = (called_unit(units, name.text).code for name in report.names)
    return catalog.units.get(next(filter(None, codes), ""))


def _of_period(report: Report) -> Iterator[Mark]:
    for title in report.titles:
        named = span_of_title(title.text)
        if report.span is None or named is None:
            yield _mark(
                title, "tiêu đề phải có kỳ báo cáo", "ghi như «… 6 tháng đầu năm 2026», «… năm 2025»", "period-is-known"
            )
        elif named != report.span:
            must = f"tiêu đề ghi {named.words}, mà báo cáo này làm cho {report.span.words}"
            yield _mark(title, must, f"ghi lại kỳ cũ; số liệu của kỳ khác thì {_ANEW}", "period-is-known")
    if report.span is None and not report.titles:
        must = "không rõ kỳ của báo cáo"
        yield Mark(report.sheet.name, report.header_row, 0, "", must, _ANEW, "period-is-known")


def _of_unit(catalog: Catalog, report: Report) -> Iterator[Mark]:
    own = _unit(catalog, report)
    carried = report.carried.unit_id if report.carried else ""
    if own is None and (carried or not report.names):
        must = "đơn vị của báo cáo phải có trong sổ"
        yield Mark(report.sheet.name, report.header_row, 0, carried, must, _ANEW, "reference-exists")
    elif own and carried and report.names:
        units = register_of(catalog, "units")
        if own.unit_id not in {called_unit(units, name.text).code for name in report.names}:
            must = f"báo cáo này chỉ của {own.name_vi}"
            yield _mark(report.names[0], must, f"ghi lại tên ấy; của đơn vị khác thì {_ANEW}", "form-is-of-its-unit")


def _mark(at: Place, must: str, cure: str, rule: str) -> Mark:
    return Mark(at.sheet, at.row, at.column, at.text, must, cure, rule)
