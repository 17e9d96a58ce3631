"""Every kind of page for everyone: no accessibility finding in light and dark, narrow and wide; text at 200 %."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from visits import NARROW, Visit, findings

# Texts of a drawing that cover one another or leave its frame, whose padding is 16 pixels.
COVERED = """() => [...document.querySelectorAll(".sht-chart svg")].flatMap((drawing) => {
  const frame = drawing.getBoundingClientRect()
  const texts = [...drawing.querySelectorAll("text")].map((text) => [text.textContent, text.getBoundingClientRect()])
  const out = texts.filter(([, box]) => box.left < frame.left - 16 || box.right > frame.right + 16)
  const covered = texts.filter(([, a], at) => texts.slice(at + 1).some(([, b]) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4))
  return [...out, ...covered].map(([text]) => text)
})"""
# Pages with drawings: 35 where rows allow one today; compositions of two parts are said in a sentence.
FEWEST_DRAWN = 30


def test_no_page_has_an_accessibility_finding(visited: dict[str, Visit]) -> None:
    assert {path: visit.findings for path, visit in visited.items() if visit.findings} == {}


@pytest.mark.parametrize("look", ["320", "1280", "200 %", "spaced"])
def test_no_page_scrolls_sideways(visited: dict[str, Visit], look: str) -> None:
    assert [path for path, visit in visited.items() if look in visit.sideways] == []


def test_no_text_of_a_drawing_is_cut_or_covered_on_the_narrowest_phone(
    browser: Browser, site: Path, address: str
) -> None:
    page = browser.new_page(viewport=NARROW)
    found = {}
    for path in sorted(site.glob("*/*/index.html")):
        if "sht-chart" in path.read_text(encoding="utf-8"):
            page.goto(address + path.parent.relative_to(site).as_posix() + "/", wait_until="load")
            found[path.parent.name] = page.evaluate(COVERED)
    page.close()
    assert len(found) > FEWEST_DRAWN
    assert {name: texts for name, texts in found.items() if texts} == {}


def test_search_dialog_and_its_answers_have_no_finding(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    for text in ("hoc bong", "khuyen hok lang son"):
        page.locator("dialog input[type=search]").fill(text)
        page.locator(f'dialog [data-answer="{text}"]').wait_for()
        assert findings(page) == []


def test_the_page_of_results_has_no_finding_and_shows_every_caveat_of_an_answer(page: Page, address: str) -> None:
    page.goto(f"{address}tim/?q=bao nhieu thac si van phong ubnd")
    page.locator("[data-search-results] [data-answer]").wait_for()
    page.locator("[data-search-results] .sht-search__list a:focus").wait_for()
    assert findings(page) == []
    caveats = page.locator(".sht-search__answers .sht-search__summary").first
    assert "suy ra từ bài" in caveats.inner_text()
    assert caveats.evaluate("(element) => element.scrollHeight <= element.clientHeight + 1")
