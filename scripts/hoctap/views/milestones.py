"""Days worth a place in a calendar: beginnings, ends and reviews of campaigns, due targets, expiring titles.

Found through the descriptors: every day or period in a table of campaigns or one that points at them, and the last
day of validity in tables about units. A new table of that shape appears by itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field, Resource
from hoctap.model.finding import Place
from hoctap.model.once import once
from hoctap.model.period import parse_period
from hoctap.model.record import LocalTarget, Target
from hoctap.vietnamese.writing import moment
from hoctap.views.link import CAMPAIGN, UNIT, campaign_link, indicator_link, page_address, title_link, unit_link
from hoctap.views.statements.demand import Demand, demand_of, former_border
from hoctap.views.statements.words import small

CAMPAIGN_KEY, UNIT_KEY, LAST_DAY = "campaign_id", "unit_id", "valid_until"
# Columns whose title («Hạn», «Từ», «Có giá trị đến») is no event by itself; any other column's title is.
_EVENTS = {"due": "đến hạn chỉ tiêu", "start": "bắt đầu", "end": "kết thúc", LAST_DAY: "ngày cuối còn giá trị"}
_NAMES = ("name_vi", "subject_vi", "title_vi", "text_vi")
_UNSURE = ("low", "medium")
_PERIOD = re.compile(r"\[0-9\]\{4\}\(-\[0-9\]\{2\}")


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day; `key` names the cell it stands in and never changes, `description` is how exactly the data knows it."""

    key: str
    campaign_id: str
    on: date
    name: str
    description: str
    page: str


def milestones(catalog: Catalog) -> list[Milestone]:
    """Return all milestones by day, then name."""
    found = [milestone for resource in catalog.resources() for milestone in _of_table(catalog, resource)]
    return sorted(found, key=lambda milestone: (milestone.on, milestone.name, milestone.key))


def _of_table(catalog: Catalog, resource: Resource) -> Iterator[Milestone]:
    campaign = CAMPAIGN_KEY in resource.header
    for field in resource.fields:
        of_campaign = campaign and (field.type == "date" or _is_period(field))
        of_unit = UNIT_KEY in resource.header and field.name == LAST_DAY
        if of_campaign or of_unit:
            for row in catalog.tables[resource.name].rows:
                cells = dict(zip(resource.header, row.cells, strict=True))
                if cells[field.name]:
                    yield _milestone(catalog, resource, field, cells, row.place)


def _is_period(field: Field) -> bool:
    return bool(_PERIOD.match(str(field.constraints.get("pattern", ""))))


@once
def _levels(catalog: Catalog) -> dict[Place, tuple[str, str]]:
    """Return how much each target asks and what is to know of that, in words, by the place of its row."""
    targets: list[Target | LocalTarget] = [*catalog.all_of(Target), *catalog.all_of(LocalTarget)]
    return {target.place: _level(demand_of(catalog, target), catalog) for target in targets}


def _level(demand: Demand, catalog: Catalog) -> tuple[str, str]:
    # Of a level that was not read the words say so, and its note no more.
    note = "" if demand.value is None else demand.note
    return demand.words, "; ".join(filter(None, (note, former_border(catalog, demand.unit))))


def _milestone(catalog: Catalog, resource: Resource, field: Field, cells: dict[str, str], place: Place) -> Milestone:
    period = parse_period(cells[field.name])
    level, caution = _levels(catalog).get(place, ("", ""))
    key = "|".join((resource.name, *(cells[name] for name in resource.primary_key), field.name))
    description = f"Nguồn ghi: {'; '.join(filter(None, (moment(period), level)))}."
    description += f" Lưu ý: {caution}." if caution else ""
    if cells.get("confidence") in _UNSURE:
        description += " Chưa đối chiếu bản gốc."
    event = _EVENTS.get(field.name, field.title.lower())
    return Milestone(
        key=key,
        campaign_id=cells.get(CAMPAIGN_KEY, ""),
        on=period.start if field.name.startswith("start") else period.end,
        name=f"{_subject(catalog, resource, cells)}: {event}",
        description=description,
        page=_page(cells),
    )


def _subject(catalog: Catalog, resource: Resource, cells: dict[str, str]) -> str:
    own = next((cells[name] for name in _NAMES if cells.get(name)), "")
    # Two targets of one unit and indicator differ by their scope alone.
    scope = f" ({cells['scope']})" if cells.get("scope") else ""
    named = [f"{own}{scope}"] if own else []
    if cells.get(UNIT_KEY):
        named.append(unit_link(catalog, cells[UNIT_KEY]).text)
    if cells.get("indicator_id") and not own:
        name = indicator_link(catalog, cells["indicator_id"]).text
        named.append(f"{small(name) if named else name}{scope}")
    if cells.get("title_id") and not own:
        named.append(title_link(catalog, cells["title_id"]).text)
    if cells.get(CAMPAIGN_KEY) and resource.name != "campaigns":
        named.append(campaign_link(catalog, cells[CAMPAIGN_KEY]).text)
    return ", ".join(named) or resource.title


def _page(cells: dict[str, str]) -> str:
    if cells.get(CAMPAIGN_KEY):
        return page_address(CAMPAIGN, cells[CAMPAIGN_KEY])
    return page_address(UNIT, cells[UNIT_KEY]) if cells.get(UNIT_KEY) else ""
