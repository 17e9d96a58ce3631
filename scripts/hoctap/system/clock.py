"""What day it is for a build. The only module that reads the clock, the environment's epoch or git's log."""

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path


def epoch_of(root: Path) -> int:
    """Return SOURCE_DATE_EPOCH, else the second of the last commit under datapackages/, else now."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdigit():
        return int(given)
    log = ["git", "-C", str(root), "log", "-1", "--format=%ct", "--", "datapackages"]
    try:
        last = subprocess.run(log, capture_output=True, text=True, check=True, timeout=10).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        last = ""
    return int(last) if last.isdigit() else int(datetime.now(UTC).timestamp())


def today_of(root: Path) -> date:
    """Return the day pages speak of: that of SOURCE_DATE_EPOCH if it is set, else the day of the clock."""
    if os.environ.get("SOURCE_DATE_EPOCH", "").isdigit():
        return datetime.fromtimestamp(epoch_of(root), UTC).date()
    return datetime.now(UTC).date()
