"""What day it is for a build. The only module that reads the clock, the environment or git's log."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

# Zip archives know no day before 1980, and no day of ours is after 2100.
_FIRST, _LAST = 315_532_800, 4_102_444_800
_DAY = 86_400


class BadEpochError(OSError):
    """SOURCE_DATE_EPOCH is no second that a site can be dated with."""


def _given_epoch() -> int | None:
    """Return SOURCE_DATE_EPOCH if it is set; BadEpochError if it is no second between 1980 and 2100."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not given:
        return None
    if not (given.isascii() and given.isdigit() and len(given) <= 10 and _FIRST <= int(given) <= _LAST):
        shortened = given if len(given) <= 20 else f"{given[:20]}…"
        raise BadEpochError(f"SOURCE_DATE_EPOCH phải là số giây trong các năm 1980–2100, đang là {shortened!r}")
    return int(given)


def unset_empty_epoch() -> None:
    """Take an empty SOURCE_DATE_EPOCH, which counts as none, out of the environment."""
    if not os.environ.get("SOURCE_DATE_EPOCH", "").strip():
        os.environ.pop("SOURCE_DATE_EPOCH", None)


def setting(name: str) -> str | None:
    """Return a setting of the environment, None where it is not set."""
    return os.environ.get(name)


def epoch_of(root: Path) -> int:
    """Return SOURCE_DATE_EPOCH, else the begin of the day (UTC) of the last commit under datapackages/, else of today.

    Files carry this moment. Were it that of the commit itself, each commit would change every one of them.
    """
    given = _given_epoch()
    if given is not None:
        return given
    import subprocess  # noqa: PLC0415 - the page's Python reads the clock too, and has no processes

    log = ["git", "-C", str(root), "log", "-1", "--format=%ct", "--", "datapackages"]
    try:
        last = subprocess.run(log, capture_output=True, text=True, check=True, timeout=10).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        last = ""
    second = int(last) if last.isdecimal() else int(datetime.now(UTC).timestamp())
    return second - second % _DAY


def today_of(root: Path) -> date:
    """Return the day pages speak of: that of SOURCE_DATE_EPOCH if it is set, else the day of the clock."""
    if _given_epoch() is not None:
        return datetime.fromtimestamp(epoch_of(root), UTC).date()
    return datetime.now(UTC).date()


def today() -> date:
    """Return the day of the clock, whatever SOURCE_DATE_EPOCH says: an old epoch makes no date one of the future."""
    return datetime.now(UTC).date()
