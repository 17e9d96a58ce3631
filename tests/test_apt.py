"""Debian packages are installed although another program holds the lock of apt for a while; apt itself is invented."""

import os
import subprocess
from pathlib import Path

import pytest

from miniature import REAL

LOCKED = "E: Could not get lock /var/lib/apt/lists/lock. It is held by process 1 (apt)"
# Says the next line of the file `answers` as its complaint; an empty line is success.
FAKE = """#!/bin/sh
echo "$1" >>"{folder}/calls"
said=$(head -n 1 "{folder}/answers"); sed -i 1d "{folder}/answers"
[ -z "$said" ] || {{ echo "$said" >&2; exit 100; }}
"""


@pytest.mark.parametrize(
    ("answers", "calls", "code"),
    [
        ([""], ["install"], 0),
        ([LOCKED, LOCKED, ""], ["install"] * 3, 0),
        (["E: Unable to locate package x", LOCKED, "", ""], ["install", "update", "update", "install"], 0),
        (["E: no", "", "E: Unable to locate package x"], ["install", "update", "install"], 100),
    ],
    ids=["free", "held for a while", "held while lists are fetched", "no such package"],
)
def test_it_waits_for_a_lock_and_only_for_that(tmp_path: Path, answers: list[str], calls: list[str], code: int) -> None:
    (tmp_path / "answers").write_text("".join(f"{line}\n" for line in answers), encoding="utf-8")
    for name, text in (("apt-get", FAKE.format(folder=tmp_path)), ("id", "#!/bin/sh\necho 0\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    env = os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}", "APT_PAUSE": "0"}
    done = subprocess.run([REAL / ".ci/apt", "x"], env=env, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == code
    assert (tmp_path / "calls").read_text(encoding="utf-8").split() == calls
    assert ("Unable to locate" in done.stderr) == bool(code)
