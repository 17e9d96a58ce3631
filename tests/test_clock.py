"""What moment files carry: that of the data's last commit by its day, or the one that is given."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from building import environ
from hoctap.system.clock import BadEpochError, epoch_of, today_of

NOON, EVENING, NEXT = 1_795_348_800, 1_795_374_000, 1_795_435_200
MIDNIGHT = 1_795_305_600  # 2026-11-22 00:00 UTC


def _committed(root: Path, name: str, second: int) -> None:
    path = root / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(str(second))
    moment = {"GIT_AUTHOR_DATE": f"@{second} +0700", "GIT_COMMITTER_DATE": f"@{second} +0700"}
    person = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for words in (("add", "."), (*person, "commit", "-q", "-m", "x")):
        subprocess.run(["git", "-C", str(root), *words], check=True, env=environ(**moment))


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    _committed(tmp_path, "datapackages/a.csv", NOON)
    return tmp_path


def test_commits_of_one_day_leave_the_moment_of_files_as_it_is(root: Path) -> None:
    assert epoch_of(root) == MIDNIGHT
    _committed(root, "datapackages/b.csv", EVENING)
    assert epoch_of(root) == MIDNIGHT
    _committed(root, "docs.md", NEXT)
    assert epoch_of(root) == MIDNIGHT
    _committed(root, "datapackages/a.csv", NEXT)
    assert epoch_of(root) == MIDNIGHT + 86_400


def test_without_a_commit_it_is_the_day_of_the_clock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert datetime.fromtimestamp(epoch_of(tmp_path), UTC).date() == today_of(tmp_path)
    assert epoch_of(tmp_path) % 86_400 == 0


@pytest.mark.parametrize(("given", "expected"), [(str(NOON), NOON), (" 1795348800 ", NOON)])
def test_a_given_moment_is_taken_as_it_is(
    root: Path, monkeypatch: pytest.MonkeyPatch, given: str, expected: int
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    assert epoch_of(root) == expected


@pytest.mark.parametrize("given", ["x", "-1", "0", "99999999999", "1e9"])
def test_what_is_no_moment_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    with pytest.raises(BadEpochError):
        epoch_of(root)
