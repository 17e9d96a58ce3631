"""After our findings are clean, frictionless judges the source packages and the package that would be published."""

from pathlib import Path

import pytest

from change import make
from hoctap.check.gate import Checked
from hoctap.cli import main
from hoctap.load import load
from hoctap.releases.second_opinion import second_opinion


def test_clean_packages_are_valid_for_frictionless_too(checked: Checked) -> None:
    assert list(second_opinion(checked.catalog)) == []


def test_what_our_checks_would_miss_frictionless_names(repository: Path) -> None:
    make(
        repository, {"file": "datapackages/reference/data/units.csv", "row": "tinh-dong-lau", "set": {"area_id": "x y"}}
    )
    faults = list(second_opinion(load(repository, validate=False).catalog))
    assert any("units" in fault and "area_id" in fault for fault in faults), faults


def test_the_command_asks_only_once_ours_are_clean(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # What it says of clean packages itself is asked above.
    asked: list[str] = []
    monkeypatch.setattr(
        "hoctap.releases.second_opinion.frictionless_faults", lambda path: asked.append(path.parent.name) or []
    )
    assert main(["check", "--frictionless", "--root", str(repository)]) == 0
    assert asked == [*sorted(path.name for path in (repository / "datapackages").iterdir()), "hoctap"]
    monkeypatch.setattr("hoctap.releases.second_opinion.frictionless_faults", lambda path: [f"{path.name}: no"])
    assert main(["check", "--frictionless", "--root", str(repository)]) == 1
    assert "frictionless: datapackage.json: no" in capsys.readouterr().err
    make(repository, {"file": "datapackages/reference/data/units.csv", "row": "tinh-dong-lau", "set": {"note": "=1"}})
    assert main(["check", "--frictionless", "--root", str(repository)]) == 1
    assert capsys.readouterr().err == ""
