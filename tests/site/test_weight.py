"""What readers on a phone have to load: the budgets of the site, measured on the files that were built."""

from pathlib import Path

import pytest
from playwright.sync_api import Page
from reader import Scales, compressed
from visits import Visit

PAGE = 30_000
FIRST_LOAD = 70_000
WITH_FONTS = 130_000
FIRST_ANSWER = 100_000
EXPLORER_SCRIPTS = 150_000
# The one page that can be asked to draw anything: with it come all that can be chosen and the figures of one indicator.
EXPLORER, EXPLORER_WITH_FONTS = 80_000, 145_000
# Files of the theme that a build removes must not be missed by any page.
LOST = "404.html"


def test_every_page_stays_within_its_weight(visited: dict[str, Visit]) -> None:
    heavy = []
    for path, visit in visited.items():
        most, with_fonts = (EXPLORER, EXPLORER_WITH_FONTS) if path == "kham-pha/" else (FIRST_LOAD, WITH_FONTS)
        if visit.weight > most or visit.weight_with_fonts > with_fonts:
            heavy.append((path, visit.weight, visit.weight_with_fonts))
    assert heavy == []


def test_the_scripts_of_the_explorer_stay_within_their_weight(page: Page, site: Path, address: str) -> None:
    scales = Scales(page, site, address)
    page.goto(f"{address}kham-pha/?xem=cot", wait_until="networkidle")
    scripts = {path: size for path, size in scales.asked.items() if path.endswith(".js")}
    assert any(path.startswith("assets/npm/charts-") for path in scripts)
    assert sum(scripts.values()) <= EXPLORER_SCRIPTS, scripts


def test_no_page_has_what_the_theme_has_a_rule_for_and_our_style_sheet_has_not(visited: dict[str, Visit]) -> None:
    assert {path: visit.unstyled for path, visit in visited.items() if visit.unstyled} == {}


def test_no_page_asks_for_a_file_that_is_not_there(visited: dict[str, Visit]) -> None:
    assert {path: visit.missing for path, visit in visited.items() if visit.missing and path != LOST} == {}


def test_no_page_is_heavier_than_a_phone_should_wait_for(site: Path) -> None:
    heavy = {path: compressed(path) for path in site.rglob("index.html")}
    assert {str(path.parent.relative_to(site)): size for path, size in heavy.items() if size > PAGE} == {}


@pytest.mark.parametrize(
    "typed",
    [
        "hoc bong",
        "bao nhieu thac si van phong ubnd",
        "tinh nao co quy khuyen hoc cao nhat",
        "2.763",
        "TT24",
        "hocj taa",
    ],
)
def test_the_first_answer_of_search_stays_within_its_weight(page: Page, site: Path, address: str, typed: str) -> None:
    page.goto(address, wait_until="networkidle")
    scales = Scales(page, site, address)
    page.keyboard.press("/")
    page.locator("dialog input").wait_for()
    page.keyboard.insert_text(typed)
    page.locator(f'dialog [data-answer="{typed}"]').wait_for()
    page.wait_for_load_state("networkidle")  # sentences that matched come after
    assert sum(scales.asked.values()) <= FIRST_ANSWER, sorted(scales.asked.items(), key=lambda item: -item[1])[:9]
