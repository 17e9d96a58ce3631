"""What a build takes from the last site is what it would make anew: after any edits it is the site of a full build."""

import csv
import os
import shutil
from datetime import date
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest

from building import empty_folders, tree
from change import make
from edits import change_a_style, change_a_value, edited
from hoctap.cli import main
from hoctap.model import large_site
from hoctap.site.build import Outcome, build
from hoctap.views import list_page
from miniature import EPOCH, REAL, SITE, TODAY, assembled

pytestmark = pytest.mark.build

# Chains of edits, a build after each, a full one at the end. `make test-slow` makes 500 edits, 25 of each seed.
FEW, AREAS = 3, "datapackages/reference/data/areas.csv"
UNITS = "datapackages/reference/data/units.csv"
FIGURES = "datapackages/unit-statistics/data/observations/chua-ro-tinh.csv"
CORRECTED = "datapackages/unit-statistics/data/observations/binh-ho.csv"
SEEDS, CHAINS, EDITS = (range(20), 5, 5) if "EVERY" in os.environ else ((19,), 1, 3)


def _built(root: Path, out: Path, *, anew: bool = False) -> Outcome:
    with pytest.MonkeyPatch.context() as later:
        if anew:  # no byte of a site may depend on the clock, only on the day that its pages speak of
            later.setattr("hoctap.system.clock.today", lambda: date(2031, 1, 1))
        return build(root, out, today=date.fromisoformat(TODAY), anew=anew)


@pytest.fixture
def grounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))
    monkeypatch.setattr("hoctap.site.making.PIECES", tmp_path / "pieces")
    monkeypatch.setattr("hoctap.site.build.VERDICTS", tmp_path / "verdicts")
    for module in ("making", "build"):
        monkeypatch.setattr(f"hoctap.site.{module}.SPARES", tmp_path / "spares")
    assembled(tmp_path / "repository", *SITE)
    return tmp_path


@pytest.mark.parametrize("seed", SEEDS)
def test_after_any_edits_the_site_is_that_of_a_full_build(grounds: Path, seed: int) -> None:
    root, out, full = grounds / "repository", grounds / "site", grounds / "full"
    random = Random(seed)
    _built(root, out)
    for chain in range(CHAINS):
        edits = []
        for _ in range(EDITS):
            edits.append(edited(root, random))
            assert _built(root, out).findings == (), edits
        _built(root, full, anew=True)
        ours, theirs = tree(out), tree(full)
        assert sorted(ours) == sorted(theirs), (chain, edits)
        assert [path for path in ours if ours[path] != theirs[path]] == [], (chain, edits)
        assert [*empty_folders(out), *empty_folders(full)] == []


def test_pages_of_very_many_units_stay_where_they_are_when_a_province_is_called_otherwise(
    grounds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large_site, "MOST_UNITS", FEW)
    monkeypatch.setattr(list_page, "MOST_ROWS", FEW)
    root, out, full = grounds / "repository", grounds / "site", grounds / "full"
    _built(root, out)
    parts = {path for path in tree(out) if "/theo-" in path}
    assert "don-vi/theo-tinh-thanh-pho-dong-lau/index.html" in parts
    make(root, {"file": AREAS, "row": "dong-lau,71", "set": {"name_vi": "Đông Lâu Mới"}})
    for edit in (change_a_value, change_a_style):
        edit(root, Random(2))
        assert _built(root, out).findings == ()
    _built(root, full, anew=True)
    assert tree(out) == tree(full)
    assert {path for path in tree(out) if "/theo-" in path} == parts


def test_one_unit_more_and_the_site_is_a_large_one_and_back(grounds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, out, full = grounds / "repository", grounds / "site", grounds / "full"
    before = {path: (root / path).read_bytes() for path in (UNITS, FIGURES)}
    monkeypatch.setattr(large_site, "MOST_UNITS", len(before[UNITS].splitlines()) - 1)
    _built(root, out)
    small = tree(out)
    unit = {"unit_id": "truong-thpt-moi", "name_vi": "Trường Mới", "unit_kind": "truong-hoc", "level": "khac"}
    make(root, {"file": UNITS, "add": {**unit, "status": "active"}})
    head, line = before[FIGURES].decode().splitlines()[:2]
    row = {**next(csv.DictReader([head, line])), "unit_id": unit["unit_id"]}
    make(root, {"file": FIGURES, "add": row})
    assert _built(root, out).findings == ()
    _built(root, full, anew=True)
    assert tree(out) == tree(full)
    assert not [name for name in tree(out) if name.startswith(("data/don-vi/", "en/don-vi/truong-thpt-moi"))]
    for path, data in before.items():
        (root / path).write_bytes(data)
    _built(root, out)
    assert tree(out) == small


def test_after_a_release_licence_record_and_news_are_those_of_today(grounds: Path) -> None:
    root, out, full = grounds / "repository", grounds / "site", grounds / "full"
    shutil.copyfile(REAL / "LICENSE-DATA", root / "LICENSE-DATA")
    assert main(["release", "--root", str(root), "--version", "1.0.0", "--summary", "Bản đầu."]) == 0
    _built(root, out)
    assert "Số đã sửa" not in (out / "tin/index.html").read_text(encoding="utf-8")
    (root / "LICENSE-DATA").write_text("Giấy phép mới.\n", encoding="utf-8")
    _built(root, out)
    with ZipFile(out / "data/hoctap.zip") as archive:
        assert archive.read("LICENSE-DATA").decode() == "Giấy phép mới.\n"
    record = root / "releases.json"
    record.write_text(record.read_text(encoding="utf-8").replace("Bản đầu.", "Bản thứ nhất."), encoding="utf-8")
    _built(root, out)
    assert "Bản thứ nhất." in (out / "du-lieu/index.html").read_text(encoding="utf-8")
    # The news are made of the last archive and of the figures of today.
    make(root, {"file": CORRECTED, "row": "truong-thpt-ho-sen,staff-total", "set": {"value": "65"}})
    assert _built(root, out).findings == ()
    assert "Số đã sửa" in (out / "tin/index.html").read_text(encoding="utf-8")
    _built(root, full, anew=True)
    assert tree(out) == tree(full)


def test_only_what_depends_on_a_change_is_made_again_and_nothing_of_others_is_taken(grounds: Path) -> None:
    root, out = grounds / "repository", grounds / "site"
    _built(root, out)
    _a_cell(root, out)
    _a_page_that_somebody_changed(root, out)
    _a_note_that_is_cut_off(root, out, grounds / "pieces")


def _a_cell(root: Path, out: Path) -> None:
    before = {path: path.stat().st_ino for path in out.rglob("*.html")}
    change_a_value(root, Random(2))
    _built(root, out)
    rewritten = [path for path in out.rglob("*.html") if path.stat().st_ino != before[path]]
    assert 0 < len(rewritten) < len(before) / 2
    # Lists count figures and say from when they are, not how many people that is.
    assert not {out / folder / "index.html" for folder in ("nguon", "chi-tieu", "en/nguon", "en/don-vi")} & {*rewritten}


def _a_page_that_somebody_changed(root: Path, out: Path) -> None:
    before = tree(out)
    page = next(out.rglob("don-vi/*/index.html"))
    page.write_text("của người khác", encoding="utf-8")
    change_a_style(root, Random(1))
    _built(root, out)
    name = page.relative_to(out).as_posix()
    assert tree(out)[name] == before[name]


def _a_note_that_is_cut_off(root: Path, out: Path, notes: Path) -> None:
    before = tree(out)
    for note in notes.iterdir():
        note.write_bytes(note.read_bytes()[:1000])
    _built(root, out)
    assert tree(out) == before
