"""Hosts are told to keep what never changes under its name, and nothing of what does."""

import pytest

from hoctap.site.headers import headers

KEPT = ("assets/css/main.618322db.min.css", "assets/py/program-0f1c22aa93b0.zip", "search/a-9c3b7d1e.json")
ASKED = (
    "index.html",
    "don-vi/tinh-a-b/index.html",
    "assets/js/desk.js",
    "data/hoctap.xlsx",
    "data/van-ban-deadbeef.csv",
)


@pytest.mark.parametrize("path", KEPT)
def test_a_file_named_after_its_content_is_kept_for_a_year(path: str) -> None:
    assert f"/{path}\n  Cache-Control: public, max-age=31536000, immutable\n" in _rules()


@pytest.mark.parametrize("path", ASKED)
def test_a_file_that_may_change_is_asked_for_each_time(path: str) -> None:
    assert f"/{path}\n" not in _rules()


def test_a_published_version_is_kept_by_one_rule() -> None:
    rules = _rules()
    assert rules.count("/data/releases/") == rules.count("/data/releases/*\n") == 1


def _rules() -> str:
    return headers((*KEPT, *ASKED, "data/releases/1.2.0/hoctap-0123456789.zip"))
