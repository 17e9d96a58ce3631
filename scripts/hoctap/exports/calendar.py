"""Calendars to subscribe to: one for each campaign with milestones, one of everything. RFC 5545, no clock.

A milestone keeps its UID as long as its row keeps its key, so a moved day moves in the reader's calendar.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from uuid import UUID, uuid5

from hoctap.exports.edition import Edition
from hoctap.exports.kinds import CALENDARS
from hoctap.model.catalog import Catalog
from hoctap.views.milestones import Milestone, milestones

EVERYTHING = "tat-ca"
_OURS = UUID("6f0a2f5e-3f0c-5d4e-9a55-0d6c1c2b7a10")
_MOST_OCTETS = 75


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
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//So Hoc Tap//hoctap//VI", "CALSCALE:GREGORIAN"]
    lines += [f"NAME:{_escaped(title)}", f"X-WR-CALNAME:{_escaped(title)}"]
    for milestone in found:
        lines += _event(milestone, edition)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(milestone: Milestone, edition: Edition) -> list[str]:
    lines = [
        "BEGIN:VEVENT",
        f"UID:{uuid5(_OURS, milestone.key)}",
        f"DTSTAMP:{edition.moment:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{milestone.on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{milestone.on + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(milestone.name)}",
        f"DESCRIPTION:{_escaped(milestone.told)}",
        "TRANSP:TRANSPARENT",
        "CLASS:PUBLIC",
    ]
    if milestone.page:
        lines.append(f"URL:{edition.base}{milestone.page}")
    return [*lines, "END:VEVENT"]


def _escaped(text: str) -> str:
    for char in ("\\", ";", ","):
        text = text.replace(char, f"\\{char}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return the line in pieces of 75 octets at most, none cutting a letter in two."""
    pieces, piece, size = [], "", 0
    for char in line:
        width = len(char.encode())
        if size + width > _MOST_OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + char, size + width
    return "\r\n".join([*pieces, piece])
