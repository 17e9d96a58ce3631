"""The menu of narrow screens, on every template: it opens by a tap and by keyboard, and leads everywhere."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browsing import page_at
from hoctap.check.gate import Checked
from hoctap.views.page_kinds import KINDS

pytestmark = [pytest.mark.build, pytest.mark.browser]

MENU = ".sht-nav a:visible"
# Phone, tablet, and a desktop of 1,280 px at 200 % zoom, which is laid out as 640 px.
WIDTHS = ((390, 1), (720, 1), (640, 2))
# Pages of prose have one template: all are opened on phones, one of so many on the other widths.
EACH = 4


@pytest.fixture(scope="module")
def templates(site: Path, checked: Checked) -> list[str]:
    """One page of each kind of data page and its twin in English, the front page, the page for lost readers."""
    data = [f"{kind.folder}/{next(iter(kind.keys(checked.catalog)))}/" for kind in KINDS]
    return ["404.html", "", *data, *(f"en/{path}" for path in data if (site / "en" / path).is_dir())]


@pytest.fixture(scope="module")
def prose(site: Path) -> list[str]:
    """Every page of prose."""
    data = {f"{home}{kind.folder}" for kind in KINDS for home in ("", "en/")}
    pages = [path.parent.relative_to(site) for path in sorted(site.rglob("index.html"))]
    return [f"{path}/" for path in pages if str(path.parent) not in data and path.name]


@pytest.mark.parametrize(("width", "scale"), WIDTHS)
def test_a_tap_on_the_menu_shows_every_section_and_the_other_language(
    browser: Browser, address: str, templates: list[str], prose: list[str], width: int, scale: int
) -> None:
    asked = [*templates, *(prose if width == WIDTHS[0][0] else prose[::EACH])]
    assert len(asked) > 20
    options = {"viewport": {"width": width, "height": 800}, "device_scale_factor": scale, "has_touch": True}
    with page_at(browser, address, **options) as page:
        poor = {path: found for path in asked if (found := _what_is_missing(page, address + path))}
    assert poor == {}


def _what_is_missing(page: Page, url: str) -> str:
    page.goto(url, wait_until="domcontentloaded")
    if page.locator(MENU).count():
        return "the menu is open before anyone asked"
    page.locator("label.sht-drawer-button").tap()
    other = page.locator(f"{MENU}[hreflang]")
    if other.count() != 1:
        return "no link to the other language"
    other.scroll_into_view_if_needed()
    box = other.bounding_box()
    if box is None or box["x"] < 0 or not 0 <= box["y"] < 800:
        return f"the link to the other language is out of sight: {box}"
    least = 4 if page.locator("html").get_attribute("lang") == "en" else 12
    return "" if page.locator(MENU).count() > least else "sections are missing"


def test_the_menu_opens_by_keyboard_and_a_link_in_it_leads_away(browser: Browser, address: str) -> None:
    with page_at(browser, address, viewport={"width": 390, "height": 800}) as page:
        page.goto(address)
        page.locator("#sht-drawer").focus()
        page.keyboard.press("Space")
        page.locator(f"{MENU}[hreflang=en]").click()
        page.wait_for_url(f"{address}en/")


def test_escape_closes_the_menu(browser: Browser, address: str) -> None:
    with page_at(browser, address, viewport={"width": 390, "height": 800}) as page:
        page.goto(address)
        page.locator("label.sht-drawer-button").click()
        page.locator(MENU).first.wait_for()
        page.keyboard.press("Escape")
        page.locator(MENU).first.wait_for(state="hidden")


def test_the_menu_takes_no_room_on_a_wide_screen(
    browser: Browser, address: str, templates: list[str], prose: list[str]
) -> None:
    with page_at(browser, address, viewport={"width": 1280, "height": 800}) as page:
        for path in (*templates, *prose[::EACH]):
            page.goto(address + path, wait_until="domcontentloaded")
            drawer = page.locator(".md-sidebar--primary.sht-drawer-only")
            assert drawer.count() == 0 or not drawer.is_visible(), path
