"""The dress rehearsal of releasing: a first version, a correction, the next version, and the first one still cited."""

import csv
import io
import json
from pathlib import Path

import pytest
import yaml

from hoctap.cli import main
from hoctap.exports.publishing import write_exports
from hoctap.load import load
from miniature import EPOCH

OBSERVATIONS = "datapackages/unit-statistics/data/observations"


def corrected(root: Path) -> tuple[str, str]:
    """Change the first value that its source hedges with «hơn»; return what it was and what it is."""
    for path in sorted((root / OBSERVATIONS).glob("*.csv")):
        head, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
        at, hedge = head.index("value"), head.index("qualifier")
        for row in rows:
            if row[at].isdigit() and row[hedge] == "over":
                old, row[at] = row[at], str(int(row[at]) + 1)
                out = io.StringIO()
                csv.writer(out, lineterminator="\n").writerows([head, *rows])
                path.write_text(out.getvalue(), encoding="utf-8")
                return old, row[at]
    raise AssertionError("the example has no hedged value")


def released(root: Path, *words: str) -> int:
    return main(["release", "--root", str(root), *words])


def published_from(root: Path, out: Path) -> Path:
    write_exports(load(root, validate=False).catalog, out, EPOCH, "https://so.example/")
    return out


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_release_correct_release_and_cite_the_old_one(
    site_repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import feedparser
    from frictionless import Package

    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))
    assert released(site_repository, "--version", "1.0.0", "--summary", "Bản đầu.") == 0
    assert load(site_repository, validate=False).catalog.version == "1.0.0"
    first = published_from(site_repository, tmp_path / "first")
    old, new = corrected(site_repository)
    assert released(site_repository, "--summary", "Sửa một số.", "--reason", "nguồn đính chính") == 0
    second = published_from(site_repository, tmp_path / "second")

    # The first version stands where it stood, to the byte, and opens as the package it was.
    before = {path.name: path.read_bytes() for path in (first / "releases/1.0.0").iterdir()}
    assert {path.name: path.read_bytes() for path in (second / "releases/1.0.0").iterdir()} == before
    assert {"hoctap.zip", "datapackage.json", "observations.csv", "CITATION.cff", "README.md"} <= set(before)
    package = Package(str(second / "releases/1.0.0/datapackage.json"))
    assert package.validate().valid
    assert json.loads(before["datapackage.json"])["version"] == "1.0.0"
    cited = yaml.safe_load(before["CITATION.cff"])
    assert cited["version"] == "1.0.0"
    # Its value is the old one there, the new one now, and the correction says both and why.
    assert f",{old},over," in before["observations.csv"].decode()
    assert f",{new},over," in (second / "hoctap/observations.csv").read_text(encoding="utf-8")
    (entry,) = feedparser.parse(str(second / "feeds/dinh-chinh.atom")).entries
    assert f"{old} → {new}" in entry.content[0].value
    assert "nguồn đính chính" in entry.content[0].value
    titles = [one.title for one in feedparser.parse(str(second / "feeds/hoctap.atom")).entries]
    assert titles == ["Phiên bản 1.0.1", "Phiên bản 1.0.0"]
    versions = json.loads((second / "versions.json").read_bytes())
    assert versions["current"]["released"] is True
    assert [one["folder"] for one in versions["releases"]] == ["releases/1.0.1/", "releases/1.0.0/"]
