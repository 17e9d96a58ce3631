"""Pages made from what was just saved are those of a whole build, byte for byte."""

import os
from datetime import date
from pathlib import Path
from random import Random

import pytest

from building import tree
from edits import USUAL, change_a_template, edited
from hoctap.check.gate import check, check_pages
from hoctap.site.build import build
from hoctap.site.preview import INDEX, Preview, covers, past_of
from miniature import EPOCH, SITE, TODAY, assembled

pytestmark = pytest.mark.build

CHAINS = 20 if "EVERY" in os.environ else 1
DAY = date.fromisoformat(TODAY)
# They tell of all files together, so they wait for the whole site.
LATER = ("du-lieu/", "du-lieu/ma-kiem/", "en/du-lieu/")


@pytest.fixture
def grounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))
    monkeypatch.setattr("hoctap.site.making.PIECES", tmp_path / "pieces")
    monkeypatch.setattr("hoctap.site.preview.PIECES", tmp_path / "pieces")
    assembled(tmp_path / "repository", *SITE)
    build(tmp_path / "repository", tmp_path / "site", today=DAY)
    return tmp_path


def test_after_any_edits_of_data_and_pages_each_page_is_that_of_a_whole_build(grounds: Path) -> None:
    root, site, random = grounds / "repository", grounds / "site", Random(7)
    for chain in range(CHAINS):
        edits = [edited(root, random, USUAL) for _ in range(3)]
        preview = Preview(root, site, DAY, past_of(root, site, DAY), check(root).catalog)
        build(root, grounds / "whole", today=DAY, anew=True)
        for path in tree(grounds / "whole"):
            if path.endswith((INDEX, ".css")) and path.removesuffix(INDEX) not in LATER:
                mine = preview.file(path) or site / path
                assert mine.read_bytes() == (grounds / "whole" / path).read_bytes(), (chain, edits, path)
        preview.close()
        build(root, site, today=DAY)


def test_pages_that_hold_are_not_made_again(grounds: Path) -> None:
    root, site = grounds / "repository", grounds / "site"
    before = tree(site)
    preview = Preview(root, site, DAY, past_of(root, site, DAY), check(root).catalog)
    asked = [path for path in before if path.endswith(INDEX)]
    assert len(asked) > 100
    assert [path for path in asked if preview.file(path)] == []  # those of the site are as good
    preview.close()
    assert tree(site) == before


def test_only_tables_and_pages_can_do_without_a_whole_build(grounds: Path) -> None:
    root = grounds / "repository"
    assert covers(["datapackages/reference/data/units.csv", "docs/nguon/index.md", "docs/assets/css/hoctap.css"])
    assert not covers(["datapackages/reference/datapackage.json"])
    assert not covers(["docs/index.md", f"overrides/hoctap/{change_a_template(root, Random(1))}"])
    assert past_of(root, grounds / "site", DAY).pieces == {}


def test_what_is_wrong_with_a_page_is_found_without_reading_the_data_again(site_repository: Path) -> None:
    root = site_repository
    catalog = check(root).catalog
    assert check_pages(catalog) == ()
    page = root / "docs" / "huong-dan" / "index.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n<script>alert(1)</script>\n", encoding="utf-8")
    assert {each.path for each in check_pages(catalog)} == {"docs/huong-dan/index.md"}
