"""Every kind of page for everyone: no accessibility finding in light and dark, narrow and wide; text at 200 %."""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from reader import pages_of_every_kind

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SPACED = "* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important }"
# Texts of a drawing that cover one another or leave its frame, whose padding is 16 pixels.
COVERED = """() => [...document.querySelectorAll(".sht-chart svg")].flatMap((drawing) => {
  const frame = drawing.getBoundingClientRect()
  const texts = [...drawing.querySelectorAll("text")].map((text) => [text.textContent, text.getBoundingClientRect()])
  const out = texts.filter(([, box]) => box.left < frame.left - 16 || box.right > frame.right + 16)
  const covered = texts.filter(([, a], at) => texts.slice(at + 1).some(([, b]) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4))
  return [...out, ...covered].map(([text]) => text)
})"""
RULES = {"runOnly": {"type": "tag", "values": TAGS}}
# Pages with drawings: 35 where rows allow one today; compositions of two parts are said in a sentence.
FEWEST_DRAWN = 30
NARROW, WIDE = {"width": 320, "height": 800}, {"width": 1280, "height": 900}


def _scrolls_sideways(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


def _findings(page: Page) -> list[str]:
    response: dict[str, Any] = Axe().run(page, options=RULES).response
    return [f"{found['id']}: {found['nodes'][0]['html'][:160]}" for found in response["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["320", "1280"])
def test_no_page_has_an_accessibility_finding(
    browser: Browser, site: Path, address: str, scheme: Any, size: Any
) -> None:
    context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    found = {}
    for path in pages_of_every_kind(site):
        page.goto(address + path, wait_until="networkidle")
        findings = _findings(page)
        if _scrolls_sideways(page):
            findings.append("scrolls sideways")
        if findings:
            found[path] = findings
    context.close()
    assert found == {}


def test_text_at_200_percent_loses_nothing(browser: Browser, site: Path, address: str) -> None:
    """Half the width with the same letters is what a browser at 200 % gives a page."""
    context = browser.new_context(viewport={"width": 640, "height": 450}, device_scale_factor=2)
    page = context.new_page()
    wide = []
    for path in pages_of_every_kind(site):
        page.goto(address + path, wait_until="networkidle")
        if _scrolls_sideways(page):
            wide.append(path)
    context.close()
    assert wide == []


def test_a_reader_s_own_spacing_loses_nothing(browser: Browser, site: Path, address: str) -> None:
    """WCAG 2.2, 1.4.12, on the narrowest phone; letters of a font that we did not choose may be as wide."""
    context = browser.new_context(viewport=NARROW, bypass_csp=True)
    page = context.new_page()
    wide = []
    for path in pages_of_every_kind(site):
        page.goto(address + path)
        page.add_style_tag(content=SPACED)
        if _scrolls_sideways(page):
            wide.append(path)
    context.close()
    assert wide == []


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
        assert _findings(page) == []


def test_the_page_of_results_has_no_finding_and_shows_every_caveat_of_an_answer(page: Page, address: str) -> None:
    page.goto(f"{address}tim/?q=bao nhieu thac si van phong ubnd")
    page.locator("[data-search-results] [data-answer]").wait_for()
    page.locator("[data-search-results] .sht-search__list a:focus").wait_for()
    assert _findings(page) == []
    caveats = page.locator(".sht-search__answers .sht-search__summary").first
    assert "suy ra từ bài" in caveats.inner_text()
    assert caveats.evaluate("(element) => element.scrollHeight <= element.clientHeight + 1")
