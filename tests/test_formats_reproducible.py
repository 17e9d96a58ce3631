"""The same data give the same bytes: in another folder, time zone, hash seed, umask and language."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from miniature import EPOCH, REAL

ONE = {"TZ": "UTC", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"}
OTHER = {"TZ": "Asia/Ho_Chi_Minh", "PYTHONHASHSEED": "4242", "LC_ALL": "C"}


def _build(repository: Path, out: Path, settings: dict[str, str], umask: int) -> None:
    env = os.environ | settings | {"SOURCE_DATE_EPOCH": str(EPOCH), "PYTHONPATH": str(REAL / "scripts")}
    words = [sys.executable, "-m", "hoctap", "build", "--root", str(repository), "--out", str(out)]
    done = subprocess.run(words, env=env, umask=umask, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.build
def test_two_builds_have_no_differing_byte(site_repository: Path, tmp_path: Path) -> None:
    elsewhere = Path(shutil.copytree(site_repository, tmp_path / "nơi khác" / "kho"))
    one, other = tmp_path / "one", tmp_path / "other place" / "site"
    _build(site_repository, one, ONE, 0o022)
    _build(elsewhere, other, OTHER, 0o077)
    paths = {path.relative_to(one) for path in one.rglob("*") if path.is_file()}
    assert paths == {path.relative_to(other) for path in other.rglob("*") if path.is_file()}
    assert [str(path) for path in sorted(paths) if (one / path).read_bytes() != (other / path).read_bytes()] == []
    assert any(path.suffix == ".xlsx" for path in paths)
