"""What is missing, as invitations: figures of the last two years that a province could give, and criteria not read.

Wanted of every province of today are the indicators that its sisters usually report and those that national targets
under way are measured by. A figure fills a gap only if it is of the whole province, and not on borders that are gone.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from hoctap.model.catalog import Catalog
from hoctap.model.codes import AREA_UNIT, ASSOCIATION
from hoctap.model.figure_row import FigureRow
from hoctap.model.once import once_for_each
from hoctap.model.record import Area, CriterionSet, LocalTarget, Target, Unit
from hoctap.vietnamese.writing import moment, sort_key
from hoctap.views.area import area_title
from hoctap.views.criteria import set_name
from hoctap.views.freshness import first_fresh_day, is_fresh, newest_of
from hoctap.views.gap import Gap, Gaps, PlaceGaps, TargetGap, Unread
from hoctap.views.link import Link, area_link, document_link, indicator_link, title_link, unit_link
from hoctap.views.reporters import (
    association_name,
    is_of_the_whole,
    on_borders_of,
    provinces_today,
    reporter_of,
    rows_of_provinces,
    usual_indicators,
)
from hoctap.views.statements.demand import demand_of
from hoctap.views.statements.targets import is_national, verdict_of_local
from hoctap.views.statements.verdict import Outcome


@once_for_each
def gaps_of(catalog: Catalog, today: date) -> Gaps:
    """Return everything that is missing as of `today`, provinces by name."""
    places = sorted(gaps_by_place(catalog, today).values(), key=lambda one: sort_key(one.place.text))
    counts = Counter(gap.indicator for place in places for gap in place.gaps)
    aims = {gap.indicator: gap.aims for place in places for gap in place.gaps}
    by_indicator = sorted(counts.items(), key=lambda one: (-one[1], sort_key(one[0].text)))
    listed = {(gap.unit_id, gap.indicator_id) for place in places for gap in place.gaps}
    return Gaps(
        places=places,
        by_indicator=[(link, count, aims[link]) for link, count in by_indicator],
        targets=[one for one in _of_targets(catalog, today) if (one.unit_id, one.target.indicator_id) not in listed],
        unread=unread_criteria(catalog),
        since=first_fresh_day(today),
    )


@once_for_each
def gaps_by_place(catalog: Catalog, today: date) -> dict[str, PlaceGaps]:
    """Return the gaps of every province of today by its identifier, those of places without a gap too."""
    known, provinces = rows_of_provinces(catalog), provinces_today(catalog)
    aims = _national_aims(catalog, today)
    usual = usual_indicators(known.values(), len(provinces), fewest=1)
    wanted = [*usual, *(key for key in aims if key not in usual)]
    kinds = {key: _usual_reporter(known.values(), key) for key in wanted}
    return {
        area.area_id: _of_place(catalog, area, known.get(area.area_id, []), kinds, aims, today) for area in provinces
    }


def _of_place(
    catalog: Catalog,
    area: Area,
    rows: Sequence[FigureRow],
    wanted: Mapping[str, str],
    aims: Mapping[str, Sequence[str]],
    today: date,
) -> PlaceGaps:
    units = {kind: reporter_of(catalog, area.area_id, kind) for kind in (ASSOCIATION, AREA_UNIT)}
    names = {ASSOCIATION: association_name(catalog, area), AREA_UNIT: area_title(catalog, area)}
    gaps = []
    for indicator_id, kind in wanted.items():
        mine = [row for row in rows if row.observation.indicator_id == indicator_id]
        if any(is_fresh(row, today) and is_of_the_whole(row) and on_borders_of(row, area.area_id) for row in mine):
            continue
        unit, indicator = units[kind], indicator_link(catalog, indicator_id)
        reporter = unit.name_vi if unit else names[kind]
        gaps.append(
            Gap(
                place=area_link(catalog, area.area_id),
                area_id=area.area_id,
                indicator=indicator,
                indicator_id=indicator_id,
                reporter=reporter,
                unit_kind=kind,
                unit_id=unit.unit_id if unit else "",
                newest=newest_of(catalog, mine, today),
                search=f'"{reporter}" {indicator.text.lower()} {today.year}',
                aims=aims.get(indicator_id, ()),
            )
        )
    place = area_link(catalog, area.area_id)
    return PlaceGaps(place, area.area_id, area_title(catalog, area), gaps, len(wanted), _own_pages(rows))


def _usual_reporter(rows_by_place: Iterable[Sequence[FigureRow]], indicator_id: str) -> str:
    """Return which kind of unit reports an indicator in most provinces; the province itself where none has."""
    counts = Counter(
        kind
        for rows in rows_by_place
        for kind in {row.unit.unit_kind for row in rows if row.unit and row.observation.indicator_id == indicator_id}
    )
    return min(counts, key=lambda kind: (-counts[kind], kind), default=AREA_UNIT)


def _own_pages(rows: Sequence[FigureRow]) -> list[tuple[Link, str]]:
    """Return the newest web page of bodies of the place itself that figures were taken from, one a publisher."""
    found: dict[str, FigureRow] = {}
    for row in sorted(
        rows, key=lambda row: row.source.published_on.text if row.source and row.source.published_on else ""
    ):
        if row.source and row.source.kind == "chinh-chu" and row.source.url and row.source.publisher:
            found[row.source.publisher] = row
    return [(Link(row.source.url, name), row.observation.source_id) for name, row in found.items() if row.source]


def _national_aims(catalog: Catalog, today: date) -> dict[str, list[str]]:
    """Return the indicators by which national targets under way are measured, each with the targets in words."""
    found: dict[str, list[str]] = {}
    for target in catalog.all_of(Target):
        is_counted = target.indicator_id and target.value is not None and target.operator != "="
        if is_counted and target.due and target.due.end >= first_fresh_day(today) and is_national(catalog, target):
            basis = document_link(catalog, target.document_id).text if target.document_id else "phong trào"
            words = f"{moment(target.due)}: {demand_of(catalog, target).words} ({basis})"
            found.setdefault(target.indicator_id, []).append(words)
    return found


def _of_targets(catalog: Catalog, today: date) -> list[TargetGap]:
    """Return the targets of units due within the last two years, or yet to come, of which no figure is held."""
    found = []
    for target in catalog.all_of(LocalTarget):
        unit = catalog.units.get(target.unit_id)
        if unit is None or target.due.end < first_fresh_day(today) or _ended_before(catalog, unit, target.due.end):
            continue
        verdict = verdict_of_local(catalog, target)
        rows = [
            r for r in catalog.rows_by_unit.get(target.unit_id, ()) if r.observation.indicator_id == target.indicator_id
        ]
        is_waiting = target.due.start > today and any(is_fresh(row, today) for row in rows)
        if verdict.outcome is Outcome.ABSENT and not is_waiting:
            found.append(TargetGap(unit_link(catalog, unit.unit_id), unit.unit_id, target, verdict.statement))
    return sorted(found, key=lambda one: (sort_key(one.unit.text), one.target.due, one.target.indicator_id))


def _ended_before(catalog: Catalog, unit: Unit, day: date) -> bool:
    area = catalog.areas.get(unit.area_id)
    return bool(area and area.valid_until and area.valid_until < day)


def unread_criteria(catalog: Catalog) -> list[Unread]:
    """Return the sets of criteria of which something is missing, in the order of titles."""
    found = [
        Unread(
            title_link(catalog, row.title_id),
            set_name(catalog, row.tier, row.level),
            document_link(catalog, row.document_id),
            row.missing_vi,
            row.url,
        )
        for row in catalog.all_of(CriterionSet)
        if row.missing_vi
    ]
    return sorted(found, key=lambda one: (sort_key(one.title.text), one.name))
