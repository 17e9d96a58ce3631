"""A rule of review that names nobody is noticed by whoever builds the site."""

from pathlib import Path

import pytest

from hoctap.site.open_ends import PLACEHOLDER, lacks_owners


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
