"""Headers that leave to the title that they are about a staff: «Tổng số», «Số người có mặt», «Người DTTS»."""

import re
from collections.abc import Sequence

from hoctap.contribute.tables.setting import Setting
from hoctap.contribute.tables.topics import counts_staff

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
