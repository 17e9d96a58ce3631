"""Checks of dates against each other, against today and against what their source could know."""

from collections.abc import Iterator
from datetime import date, timedelta

from hoctap.check.definition import check
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import SOURCE, TODAY
from hoctap.model.finding import Problem
from hoctap.model.period import Period, parse_period
from hoctap.model.period_kinds import SCHOOL_YEAR, TERM
from hoctap.model.table import Table

# In Việt Nam a day begins seven hours before it does at Greenwich.
_ZONE = timedelta(days=1)


def _span(cell: str) -> Period | None:
    try:
        return parse_period(cell)
    except ValueError:  # no date: another rule tells
        return None


@check(
    must="Ngày sau không đứng trước ngày trước: kết thúc sau bắt đầu, có hiệu lực sau ban hành",
    cause="Gõ nhầm năm, hoặc đổi chỗ hai ngày.",
    cure="sửa một trong hai ngày",
    bad="started_on: 2030, ends_on: 2026",
    good="started_on: 2026, ends_on: 2030",
)
def dates_are_in_order(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a date whose descriptor says `not_before` another column does not end before that one starts."""
    for table in catalog.tables.values():
        for column in table.resource.fields:
            if column.not_before:
                yield from _before(table, column.name, column.not_before)


def _before(table: Table, late: str, early: str) -> Iterator[Problem]:
    for row, (last, first) in table.keys((late, early)):
        later, earlier = (_span(last), _span(first)) if last and first else (None, None)
        if later and earlier and later.end < earlier.start:
            title = table.resource.field_named(early).title
            yield Problem(row.place, late, f"phải không trước {first} («{title}»)", last)


@check(
    must="Ngày của việc đã xảy ra không sau hôm nay và không sau ngày đăng của nguồn",
    cause="Gõ nhầm năm (2062 thay cho 2026), hoặc ghi việc sắp làm như việc đã xong.",
    cure="xem lại năm; việc sắp tới ghi ở bảng chỉ tiêu, mục tiêu",
    bad="published_on: 2062-05-01",
    good="published_on: 2026-05-01",
)
def past_is_not_in_the_future(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a date whose descriptor says `not_after` today or its source was already there then."""
    for table in catalog.tables.values():
        for column in table.resource.fields:
            if TODAY in column.not_after:
                yield from _after_today(table, column.name, catalog.today)
            if SOURCE in column.not_after:
                yield from _after_source(catalog, table, column.name)


def last_day_of(today: date) -> date:
    """Return the last day that may be today somewhere."""
    return today + _ZONE if today < date.max else today


def _after_today(table: Table, name: str, today: date) -> Iterator[Problem]:
    last = last_day_of(today)
    late = {cell for cell in table.distinct(name) if cell and (span := _span(cell)) and span.start > last}
    for row, cell in table.holding(name, late) if late else ():
        yield Problem(row.place, name, "phải không sau hôm nay", cell)


def _after_source(catalog: Catalog, table: Table, name: str) -> Iterator[Problem]:
    for row, (cell, source_id) in table.keys((name, SOURCE)):
        source, span = catalog.sources.get(source_id), _span(cell) if cell else None
        if source and source.published_on and span and span.start > source.published_on.end:
            yield Problem(row.place, name, f"phải không sau ngày đăng của nguồn ({source.published_on.text})", cell)


FIRST_YEAR, _LAST_YEAR = 1945, 2100
# Places are older than the movement; what has not happened yet may be planned for.
_OF_OUR_TIME = {
    "observations": ("period",),
    "recognitions": ("year",),
    "sources": ("published_on",),
    "targets": ("due",),
    "local_targets": ("due",),
    "documents": ("issued_on", "effective_on"),
    "campaigns": ("started_on", "ends_on"),
    "phases": ("start", "end", "review_due"),
    "title_rules": ("valid_from", "valid_until"),
    "procedures": ("valid_from", "valid_until"),
    "areas": ("valid_until",),
    "area_successions": ("effective_on",),
}


@check(
    must="Thời gian của số liệu, danh hiệu, chỉ tiêu, văn bản, phong trào nằm từ năm 1945 đến năm 2100",
    cause="Gõ nhầm năm: 1204 thay cho 2024, 0224.",
    cure="sửa lại năm theo nguồn",
    bad="period: 1204",
    good="period: 2024",
)
def period_is_of_our_time(catalog: Catalog) -> Iterator[Problem]:
    """Ensure nothing is older than the movement can be, and nothing is planned for another century."""
    for name, columns in _OF_OUR_TIME.items():
        for column in columns if name in catalog.tables else ():
            table = catalog.tables[name]
            spans = {cell: span for cell in table.distinct(column) if cell and (span := _span(cell))}
            old = {cell for cell, span in spans.items() if span.start.year < FIRST_YEAR}
            far = {cell for cell, span in spans.items() if span.end.year > _LAST_YEAR}
            for row, cell in table.holding(column, old | far) if old or far else ():
                must = f"phải từ năm {FIRST_YEAR}" if cell in old else f"phải không sau năm {_LAST_YEAR}"
                yield Problem(row.place, column, must, cell)


# School years and terms are named after years that have not ended; a source tells of them while they run.
NAMED_AHEAD = (SCHOOL_YEAR, TERM)


@check(
    must="Khoảng thời gian của số liệu kết thúc không sau ngày đăng của nguồn, nếu sau thì xem lại",
    cause="Lấy số của kế hoạch, hoặc ghi cả nhiệm kỳ cho số mới đếm một phần.",
    cure="ghi khoảng mà nguồn đã đếm; số kế hoạch ghi ở bảng chỉ tiêu; nếu đúng thì để nguyên",
    bad="period: 2020/2025, nguồn đăng 2022-06-01",
    good="period: 2020/2022, nguồn đăng 2022-06-01",
    asks=True,
    judges=("period", "period_kind", "source_id"),
)
def span_ends_by_its_source(catalog: Catalog) -> Iterator[Problem]:
    """Ask about intervals whose last year or month begins after their source was published."""
    for row in catalog.observations:
        source = catalog.sources.get(row.source_id) if row.period.is_interval else None
        if source and source.published_on and row.period_kind not in NAMED_AHEAD:
            last = parse_period(row.period.text.partition("/")[2])
            if row.period.start <= source.published_on.end < last.start:
                published = source.published_on.text
                yield Problem(row.place, "period", f"kết thúc sau ngày đăng của nguồn ({published})", row.period.text)


CHECKS = (
    dates_are_in_order,
    past_is_not_in_the_future,
    period_is_of_our_time,
    span_ends_by_its_source,
)
