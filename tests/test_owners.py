"""A rule of review that names nobody is noticed by whoever builds the site."""

import shutil
import subprocess
from pathlib import Path

import pytest

from hoctap.site.missing_settings import PLACEHOLDER, lacks_owners
from miniature import REAL


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        (f"/scripts/ {PLACEHOLDER}\n", True),
        (f"/scripts/ @someone\n/tests/  @someone {PLACEHOLDER} # too\n", True),
        ("/scripts/ @someone\n", False),
        (f"# {PLACEHOLDER} is a placeholder\n/scripts/ @someone\n", False),
        (None, False),
    ],
)
def test_owners_that_are_a_placeholder_are_noticed(text: str | None, lacks: bool, tmp_path: Path) -> None:
    if text is not None:
        (tmp_path / ".github").mkdir()
        (tmp_path / ".github" / "CODEOWNERS").write_text(text, encoding="utf-8")
    assert lacks_owners(tmp_path) is lacks


def _owner(name: str, root: Path) -> int:
    words = [REAL / ".ci" / "owner", name, root / ".github" / "CODEOWNERS"]
    return subprocess.run(words, capture_output=True, check=False).returncode


def test_one_command_names_the_owner_and_a_change_from_outside_fails_until_then(tmp_path: Path) -> None:
    (tmp_path / ".github").mkdir()
    path = tmp_path / ".github" / "CODEOWNERS"
    shutil.copyfile(REAL / ".github" / "CODEOWNERS", path)
    finding = lacks_owners(tmp_path)
    assert _owner("", tmp_path) == (1 if finding else 0)
    for odd in ("someone", "@", "@a b", "@a;b", "@a/b/c", "@$(id)", "@a,b", "-n", "@-a", "@a-"):
        assert _owner(odd, tmp_path) == 2
    assert _owner("@a-team/of-people", tmp_path) == 0
    assert not lacks_owners(tmp_path)
    assert _owner("", tmp_path) == 0
    assert "NOT YET IN FORCE" not in path.read_text(encoding="utf-8")
