"""Every kind of page for everyone: no accessibility finding in light and dark, narrow and wide; text at 200 %."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from visits import NARROW, Visit, findings

# Texts of a drawing that cover one another, leave its frame (whose padding is 16 pixels) or have a line through them.
COVERED = """() => [...document.querySelectorAll(".sht-chart svg")].flatMap((drawing) => {
  const frame = drawing.getBoundingClientRect()
  const texts = [...drawing.querySelectorAll("text")].map((text) => [text.textContent, text.getBoundingClientRect()])
  const out = texts.filter(([, box]) => box.left < frame.left - 16 || box.right > frame.right + 16)
  const covered = texts.filter(([, a], at) => texts.slice(at + 1).some(([, b]) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4))
  const crossed = [...drawing.querySelectorAll("line, path, polyline")].flatMap((line) => {
    const place = line.getScreenCTM()
    const steps = Array.from({ length: Math.floor(line.getTotalLength() / 2) }, (_, at) => 2 * at)
    const points = steps.map((at) => line.getPointAtLength(at).matrixTransform(place))
    return texts.filter(([, box]) => points.some(({ x, y }) =>
      box.left + 2 < x && x < box.right - 2 && box.top + 4 < y && y < box.bottom - 4))
  })
  return [...out, ...covered, ...crossed].map(([text]) => text)
})"""
# Pages with drawings: 49 where rows allow one today; compositions of two parts are said in a sentence.
FEWEST_DRAWN = 40


def test_no_page_has_an_accessibility_finding(visited: dict[str, Visit]) -> None:
    assert {path: visit.findings for path, visit in visited.items() if visit.findings} == {}


@pytest.mark.parametrize("look", ["320", "1280", "200 %", "spaced"])
def test_no_page_scrolls_sideways(visited: dict[str, Visit], look: str) -> None:
    assert [path for path, visit in visited.items() if look in visit.sideways] == []


@pytest.mark.parametrize("width", [NARROW["width"], 390])
def test_no_text_of_a_drawing_is_cut_covered_or_crossed_on_a_phone(
    browser: Browser, site: Path, address: str, width: int
) -> None:
    page = browser.new_page(viewport={**NARROW, "width": width})
    found = {}
    for path in sorted(site.rglob("index.html")):
        if "sht-chart" in path.read_text(encoding="utf-8"):
            name = path.parent.relative_to(site).as_posix()
            page.goto(f"{address}{name}/".replace("/./", "/"), wait_until="load")
            found[name] = page.evaluate(COVERED)
    page.close()
    assert len(found) > FEWEST_DRAWN
    assert {name: texts for name, texts in found.items() if texts} == {}


def test_what_a_mark_stands_for_is_read_by_keyboard(page: Page, site: Path, address: str) -> None:
    charts = (path for path in sorted(site.glob("chi-tieu/*/index.html")) if "sht-chart" in path.read_text("utf-8"))
    page.goto(f"{address}chi-tieu/{next(charts).parent.name}/", wait_until="load")
    first = page.locator(".sht-chart svg .mark[tabindex='0']").first
    first.focus()
    tip = page.locator(".sht-chart .sht-tip:visible").first
    tip.wait_for()
    text = tip.inner_text()
    assert "; nguồn: " in text
    page.keyboard.press("ArrowRight")
    assert "; nguồn: " in tip.inner_text()
    assert tip.inner_text() != text


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
