"""Every kind of page, opened once in light and once in dark: what tests of reach and of weight ask of each."""

from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from reader import Scales, pages_of_every_kind

NARROW, HALF, WIDE = {"width": 320, "height": 800}, {"width": 640, "height": 450}, {"width": 1280, "height": 900}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# WCAG 2.2, 1.4.12: letters of a font that we did not choose may be as wide.
SPACED = "* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important }"
# Colours are all that a scheme changes, and the slowest to look at: in light when narrow, in dark when wide.
COLOURS = ["color-contrast", "link-in-text-block"]
EVERYTHING = {"runOnly": {"type": "tag", "values": TAGS}}
ALL_BUT_COLOURS = {**EVERYTHING, "rules": {rule: {"enabled": False} for rule in COLOURS}}
COLOURS_ALONE = {"runOnly": {"type": "rule", "values": COLOURS}}


# Rules of the theme that something on the page would have and that the site's style sheet has lost.
LOST_RULES = """async ([theme, own]) => {
  const draws = (rule) => [...rule.style].some((name) => !name.startsWith("--"))
  const parts = (text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    const split = (rule) => draws(rule) ? rule.selectorText.split(/,(?![^(]*\\))/).map((part) => part.trim()) : []
    const all = (rules) => [...rules].flatMap((rule) => rule.selectorText ? split(rule) : all(rule.cssRules ?? []))
    return all(sheet.cssRules)
  }
  const kept = new Set(parts(own))
  const states = "before|after|marker|placeholder|hover|focus(?:-within|-visible)?|active|target|checked|first-letter"
  const state = new RegExp("::?(?:-[-a-z]+|" + states + ")", "g")
  const has = (selector) => {
    try { return document.querySelector(selector.replace(state, "") || "*") } catch { return null }
  }
  return [...new Set(parts(theme))].filter((part) => !kept.has(part) && has(part))
}"""


@dataclass
class Visit:
    """What one page came to: findings by width and scheme, at which looks it scrolls sideways, and what it weighs.

    `unstyled` are rules of the theme that the page would need and does not get.
    """

    findings: list[str] = field(default_factory=list)
    sideways: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    unstyled: list[str] = field(default_factory=list)
    weight: int = 0
    weight_with_fonts: int = 0


def findings(page: Page, rules: dict[str, Any] = EVERYTHING) -> list[str]:
    """Return what axe finds on a page, a line each."""
    violations = Axe().run(page, options=rules).response["violations"]
    return [f"{found['id']}: {found['nodes'][0]['html'][:160]}" for found in violations]


def visits(browser: Browser, site: Path, address: str) -> dict[str, Visit]:
    """Open every kind of page of `site` in both schemes; return what each came to, by path."""
    by_page = {path: Visit() for path in pages_of_every_kind(site)}
    sheets = [_theme(), (site / "assets/css/hoctap.css").read_text(encoding="utf-8")]
    # Letters are spaced by a style of ours, which the policy of a page would refuse.
    context = browser.new_context(viewport=NARROW, color_scheme="light", reduced_motion="reduce", bypass_csp=True)
    for path, visit in by_page.items():
        page = context.new_page()
        _weigh(page, visit, site, address, path)
        visit.unstyled = page.evaluate(LOST_RULES, sheets)
        _look(page, visit)
        page.close()
    context.close()
    context = browser.new_context(viewport=WIDE, color_scheme="dark", reduced_motion="reduce")
    for path, visit in by_page.items():
        page = context.new_page()
        page.goto(address + path, wait_until="load")
        visit.findings += [f"dark: {found}" for found in findings(page, COLOURS_ALONE)]
        page.close()
    context.close()
    return by_page


def _theme() -> str:
    found = find_spec("material")
    assert found is not None
    assert found.origin is not None
    folder = Path(found.origin).parent / "templates" / "assets" / "stylesheets"
    return "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.min.css")))


def _weigh(page: Page, visit: Visit, site: Path, address: str, path: str) -> None:
    scales = Scales(page, site, address)
    page.on("response", lambda answer: visit.missing.append(answer.url) if answer.status >= 400 else None)
    page.goto(address + path, wait_until="networkidle")
    visit.weight, visit.weight_with_fonts = scales.weight(), scales.weight(fonts=True)


def _look(page: Page, visit: Visit) -> None:
    visit.findings += [f"320: {found}" for found in findings(page)]
    _measure(page, visit, "320")
    # Half the width with the same letters is what a browser at 200 % gives a page.
    page.set_viewport_size(HALF)
    _measure(page, visit, "200 %")
    page.set_viewport_size(WIDE)
    visit.findings += [f"1280: {found}" for found in findings(page, ALL_BUT_COLOURS)]
    _measure(page, visit, "1280")
    page.set_viewport_size(NARROW)
    page.add_style_tag(content=SPACED)
    _measure(page, visit, "spaced")


def _measure(page: Page, visit: Visit, look: str) -> None:
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        visit.sideways.append(look)
