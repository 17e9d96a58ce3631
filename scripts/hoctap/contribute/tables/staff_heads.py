"""Headers that leave to the title that they are about a staff: «Tổng số», «Số người có mặt», «Người DTTS»."""

import re
from collections.abc import Sequence

from hoctap.contribute.tables.labels import Label
from hoctap.contribute.tables.named import named
from hoctap.contribute.tables.setting import Setting
from hoctap.contribute.tables.topics import counts_staff
from hoctap.model.record import Indicator

_ALL = "tổng số cán bộ"
_PRESENT = re.compile(r"(?:số )?(?:hiện có|có mặt)")


def as_all_of_staff(setting: Setting, words: Sequence[str], *, total: bool) -> list[str]:
    """Return the words of a header with a bare total of a table about a staff as all of that; any other as it is."""
    is_bare = total if not words else len(words) == 1 and _names_all(setting, words[0])
    return [_ALL] if is_bare and counts_staff(setting) else list(words)


def _names_all(setting: Setting, words: str) -> bool:
    """Return whether words name people who are there and nothing of them: «Số người», «Số người có mặt», «Hiện có»."""
    own = setting.indicators.concepts(words)
    return ("person" in own or _PRESENT.fullmatch(words) is not None) and own <= {"person", "on-hand", "total"}


def minority_of_staff(setting: Setting, path: Sequence[str], parsed: Label) -> tuple[Indicator, ...]:
    """Return what «Người DTTS» in a column of its own counts of a staff; nothing for a part of another column."""
    if len(path) != 1 or parsed.part or parsed.text or not parsed.breakdown or not counts_staff(setting):
        return ()
    found, scope = named(setting, f"cán bộ {parsed.breakdown}", parsed.measure)
    return found if not scope and all(each.parent_indicator_id for each in found) else ()
