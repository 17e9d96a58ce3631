"""Calendars to subscribe to: one for each campaign, one for each kind of reader, one of all to come. RFC 5545.

A milestone keeps its UID as long as its row keeps its key, so a moved day moves in the reader's calendar.
Dates of the year return by a rule; past days stand only in the calendar of their campaign.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from hoctap.exports.edition import Edition
from hoctap.exports.kinds import CALENDARS
from hoctap.model.catalog import Catalog
from hoctap.model.record import Deadline
from hoctap.vietnamese.writing import capitalize_first
from hoctap.views.due import AUDIENCES, EVERYONE, audiences_of, occurrence_of
from hoctap.views.milestones import Milestone, milestones
from hoctap.views.title import when

if TYPE_CHECKING:
    from icalendar import Event

EVERYTHING, YEARLY = "tat-ca", "viec"
_OURS = UUID("6f0a2f5e-3f0c-5d4e-9a55-0d6c1c2b7a10")


def files(catalog: Catalog, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield `lich/tat-ca.ics`, `lich/viec-<audience>.ics` and `lich/<campaign>.ics`; none without an event."""
    found = milestones(catalog)
    yearly = [(row, event) for row in catalog.all_of(Deadline) for event in _yearly(row, edition)]
    to_come = [_event(milestone, edition) for milestone in found if milestone.on >= edition.day]
    groups: dict[str, tuple[str, list[Event]]] = {
        EVERYTHING: ("Sổ Học Tập: mọi mốc sắp tới", [*to_come, *(event for _, event in yearly)])
    }
    for audience in (*AUDIENCES, EVERYONE):
        own = [event for row, event in yearly if audience in audiences_of(row)]
        groups[f"{YEARLY}-{audience.key}"] = (f"Sổ Học Tập: việc hằng năm, {audience.name}", own)
    for key, campaign in sorted(catalog.campaigns.items()):
        own = [_event(milestone, edition) for milestone in found if milestone.campaign_id == key]
        groups[key] = (campaign.name_vi, own)
    for name, (title, events) in groups.items():
        if events:
            yield f"{CALENDARS}/{name}.ics", _calendar(title, events)


def _calendar(title: str, events: "Iterable[Event]") -> bytes:
    from icalendar import Calendar  # noqa: PLC0415 - long to load, and most builds make no calendar anew

    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", "-//So Hoc Tap//hoctap//VI")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("NAME", title)
    calendar.add("X-WR-CALNAME", title)
    for event in events:
        calendar.add_component(event)
    written: bytes = calendar.to_ical(sorted=False)
    return written


def _event(milestone: Milestone, edition: Edition) -> "Event":
    from icalendar import Event  # noqa: PLC0415 - as above

    event = Event()
    event.add("UID", str(uuid5(_OURS, milestone.key)))
    event.add("DTSTAMP", edition.moment)
    event.add("DTSTART", milestone.on)
    event.add("DTEND", milestone.on + timedelta(days=1))
    event.add("SUMMARY", milestone.name)
    event.add("DESCRIPTION", milestone.description)
    event.add("TRANSP", "TRANSPARENT")
    event.add("CLASS", "PUBLIC")
    if milestone.page and edition.public_base:
        event.add("URL", edition.page(milestone.page))
    return event


def _yearly(row: Deadline, edition: Edition) -> "Iterator[Event]":
    """Yield the event of a date that returns every year, from its next return on; none if it returns no more."""
    date_range = occurrence_of(row, edition.day)
    if date_range is None:
        return
    from icalendar import Event  # noqa: PLC0415 - as above

    event = Event()
    event.add("UID", str(uuid5(_OURS, f"deadlines|{row.deadline_id}")))
    event.add("DTSTAMP", edition.moment)
    event.add("DTSTART", date_range.end)
    event.add("DTEND", date_range.end + timedelta(days=1))
    rule: dict[str, Any] = {"FREQ": "YEARLY", **({"UNTIL": row.valid_until} if row.valid_until else {})}
    event.add("RRULE", rule)
    event.add("SUMMARY", row.name_vi)
    named = (("Ai làm: ", row.responsible), ("Gửi: ", row.submitted_to))
    words = [when(row), *(f"{name}{text}" for name, text in named if text)]
    words += ["Chưa đối chiếu bản gốc"] if row.confidence != "high" else []
    words += [row.note] if row.note else []
    event.add("DESCRIPTION", " ".join(f"{capitalize_first(text)}." for text in words))
    event.add("TRANSP", "TRANSPARENT")
    event.add("CLASS", "PUBLIC")
    if edition.public_base:
        event.add("URL", edition.page("thang-nay/"))
    yield event
