"""What readers on a phone have to load: the budgets of the site, measured on the files that were built."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from reader import Scales, pages_of_every_kind

FIRST_LOAD = 100_000
WITH_FONTS = 250_000
FIRST_ANSWER = 100_000
# The one page that loads a chart library, and with it what can be chosen and the figures of one indicator.
EXPLORER, EXPLORER_WITH_FONTS = 210_000, 275_000
# Files of the theme that a build removes must not be missed by any page.
LOST = "404.html"


def test_every_page_stays_within_its_weight(browser: Browser, site: Path, address: str) -> None:
    heavy, missing = [], []
    for path in pages_of_every_kind(site):
        context = browser.new_context(viewport={"width": 360, "height": 800})
        page = context.new_page()
        scales = Scales(page, site, address)
        page.on("response", lambda answer, at=path: missing.append((at, answer.url)) if answer.status >= 400 else None)
        page.goto(address + path, wait_until="networkidle")
        explorer = path == "kham-pha/"
        most, most_with_fonts = (EXPLORER, EXPLORER_WITH_FONTS) if explorer else (FIRST_LOAD, WITH_FONTS)
        if scales.weight() > most or scales.weight(fonts=True) > most_with_fonts:
            heavy.append((path, scales.weight(), scales.weight(fonts=True)))
        context.close()
    assert heavy == []
    assert [found for found in missing if found[0] != LOST] == []


@pytest.mark.parametrize(
    "typed", ["hoc bong", "bao nhieu thac si van phong ubnd", "tinh nao co quy khuyen hoc cao nhat", "2.763"]
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
