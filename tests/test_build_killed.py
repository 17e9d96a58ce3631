"""A build killed at any moment leaves the complete old site or the complete new one, and the next one clears up."""

import os
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from building import build, command, environ, tree
from change import make
from miniature import SITE, assembled

pytestmark = pytest.mark.build

# `make test-slow` kills more often.
MOMENTS = 12 if "EVERY" in os.environ else 5


@dataclass(frozen=True)
class Ground:
    """A repository, the sites before and after its last change, and how long a build takes."""

    root: Path
    out: Path
    old: dict[str, str]
    new: dict[str, str]
    seconds: float


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    folder = tmp_path_factory.mktemp("killed")
    root, out = assembled(folder / "repository", *SITE), folder / "site"
    assert build(root, out).returncode == 0
    old = tree(out)
    row = {"file": "datapackages/reference/data/units.csv", "row": "tinh-dong-lau", "set": {"note": "đã đổi"}}
    make(root, row)
    started = time.monotonic()
    assert build(root, folder / "later" / "site").returncode == 0
    return Ground(root, out, old, tree(folder / "later" / "site"), time.monotonic() - started)


@pytest.mark.parametrize("moment", range(1, MOMENTS + 1))
def test_a_killed_build_leaves_a_whole_site(ground: Ground, moment: int) -> None:
    # Every other time it takes from the old site what has not changed.
    process = _started(ground, anew=moment % 2 == 0)
    time.sleep(ground.seconds * moment / (MOMENTS + 1))
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert tree(ground.out) in (ground.old, ground.new)


def _started(ground: Ground, *, anew: bool = True) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    words = command(ground.root, ground.out, anew=anew)
    return subprocess.Popen(words, env=environ(), stdout=quiet, stderr=quiet, start_new_session=True)


def test_a_build_killed_while_the_folders_are_switched_leaves_a_whole_site(ground: Ground) -> None:
    seen = ground.out.stat().st_ino
    process = _started(ground)
    while process.poll() is None and ground.out.stat().st_ino == seen:
        time.sleep(0.001)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert tree(ground.out) == ground.new


def test_the_next_build_clears_what_the_killed_ones_left(ground: Ground) -> None:
    process = _started(ground)
    while process.poll() is None and not _working(ground):
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert _working(ground)
    assert build(ground.root, ground.out).returncode == 0
    assert _working(ground) == []
    assert tree(ground.out) == ground.new


def _working(ground: Ground) -> list[Path]:
    return [path for path in ground.out.parent.iterdir() if path.name.startswith(".site.")]
