"""Calendars to subscribe to: one for each campaign with milestones, one of everything. RFC 5545, no clock.

A milestone keeps its UID as long as its row keeps its key, so a moved day moves in the reader's calendar.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from uuid import UUID, uuid5

from icalendar import Calendar, Event

from hoctap.exports.edition import Edition
from hoctap.exports.kinds import CALENDARS
from hoctap.model.catalog import Catalog
from hoctap.views.milestones import Milestone, milestones

EVERYTHING = "tat-ca"
_OURS = UUID("6f0a2f5e-3f0c-5d4e-9a55-0d6c1c2b7a10")


def files(catalog: Catalog, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield `lich/tat-ca.ics` and `lich/<campaign>.ics`; a calendar without an event would be no calendar."""
    found = milestones(catalog)
    groups = {EVERYTHING: ("Sổ Học Tập: mọi mốc thời gian", found)}
    for key, campaign in sorted(catalog.campaigns.items()):
        groups[key] = (campaign.name_vi, [milestone for milestone in found if milestone.campaign_id == key])
    for name, (title, own) in groups.items():
        if own:
            yield f"{CALENDARS}/{name}.ics", _calendar(title, own, edition)


def _calendar(title: str, found: Iterable[Milestone], edition: Edition) -> bytes:
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", "-//So Hoc Tap//hoctap//VI")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("NAME", title)
    calendar.add("X-WR-CALNAME", title)
    for milestone in found:
        calendar.add_component(_event(milestone, edition))
    written: bytes = calendar.to_ical(sorted=False)
    return written


def _event(milestone: Milestone, edition: Edition) -> Event:
    event = Event()
    event.add("UID", str(uuid5(_OURS, milestone.key)))
    event.add("DTSTAMP", edition.moment)
    event.add("DTSTART", milestone.on)
    event.add("DTEND", milestone.on + timedelta(days=1))
    event.add("SUMMARY", milestone.name)
    event.add("DESCRIPTION", milestone.told)
    event.add("TRANSP", "TRANSPARENT")
    event.add("CLASS", "PUBLIC")
    if milestone.page:
        event.add("URL", f"{edition.base}{milestone.page}")
    return event
