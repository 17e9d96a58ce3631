"""Tests of the finished site of the real data: `make test-site`. What they say is about the site, not the program.

They read the folder that `make site` built (`--site`, by default `site`) and open it in a browser without network.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from visits import Visit, visits

from browsing import chromium, served


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--site", default="site", help="the folder of the built site")


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest) -> Path:
    """The folder of the built site; `make site` first."""
    folder = Path(request.config.getoption("--site")).absolute()
    if not (folder / "search").is_dir():
        pytest.exit(f"no site in {folder}: run `make site` first", returncode=2)
    return folder


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address at which the site is served, ending with `/`."""
    with served(site) as home:
        yield home


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests."""
    with chromium() as launched:
        yield launched


@pytest.fixture(scope="session")
def visited(browser: Browser, site: Path, address: str) -> dict[str, Visit]:
    """Every kind of page, opened once for all tests that ask of each."""
    return visits(browser, site, address)


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A fresh browser of a phone reader; a request to any other host fails the test."""
    opened_context = browser.new_context(
        viewport={"width": 360, "height": 800}, reduced_motion="reduce", accept_downloads=True
    )
    foreign: list[str] = []
    opened_context.on(
        "request",
        lambda request: None if request.url.startswith((address, "data:", "blob:")) else foreign.append(request.url),
    )
    yield opened_context
    opened_context.close()
    assert foreign == []


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page of which every complaint of the browser fails the test."""
    new_page = context.new_page()
    complaints: list[str] = []
    new_page.on("pageerror", lambda error: complaints.append(str(error)))
    new_page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    yield new_page
    assert complaints == []
