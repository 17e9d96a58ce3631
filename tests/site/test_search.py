"""Sixty things people look for, typed into the real search box: the page they mean comes first."""

import tomllib
from pathlib import Path

from playwright.sync_api import Page

QUERIES = Path(__file__).with_name("search_queries.toml")
MAY_MISS = 2
FIRST = 3


def _queries() -> dict[str, str]:
    groups = tomllib.loads(QUERIES.read_text(encoding="utf-8"))
    return {text: page for group in groups.values() for text, page in group.items()}


def _answers(page: Page, text: str, address: str) -> list[str]:
    page.locator("dialog input[type=search]").fill(text)
    page.locator(f'dialog [data-answer="{text}"]').wait_for()
    links = page.eval_on_selector_all("dialog .sht-search__results a", "links => links.map((link) => link.href)")
    return [link.removeprefix(address) for link in links]


def _told(text: str, wanted: str, held: list[str]) -> str:
    return f"{text}: {wanted} not among {held[:FIRST]}"


def test_the_page_people_mean_comes_first(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    places = {text: (wanted, _answers(page, text, address)) for text, wanted in _queries().items()}
    assert len(places) == 60
    not_first = [_told(text, *place) for text, place in places.items() if place[1][:1] != [place[0]]]
    too_far = [_told(text, *place) for text, place in places.items() if place[0] not in place[1][:FIRST]]
    assert too_far == [], "\n".join(not_first)
    assert len(not_first) <= MAY_MISS, "\n".join(not_first)


def test_what_nobody_wrote_is_not_found_and_something_near_is_offered(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Control+k")
    page.keyboard.type("khuyen hok lang son")
    status = page.locator("dialog [role=status]")
    status.filter(has_text="Không tìm thấy").wait_for()
    page.get_by_role("button", name="khuyen lang son").click()
    status.filter(has_text="kết quả").wait_for()


def test_results_are_filtered_by_kind_and_province_and_looked_up_again(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("hoc bong")
    page.get_by_role("button", name="Đơn vị", exact=False).first.click()
    page.get_by_role("button", name="Đơn vị", pressed=True).wait_for()
    kinds = page.locator("dialog .sht-search__list .sht-chip").all_inner_texts()
    assert set(kinds) == {"Đơn vị"}
    page.locator("dialog select").select_option("Thanh Hóa")
    page.keyboard.press("ArrowDown")
    page.locator("dialog .sht-search__list a").first.click()
    page.wait_for_url(f"{address}don-vi/**")
    page.keyboard.press("/")
    page.get_by_role("button", name="hoc bong").click()
    page.locator("dialog [role=status]").filter(has_text="kết quả").wait_for()
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
