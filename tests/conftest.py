"""Fixtures shared by all tests, and `--accept`, which takes today's output as the expected one."""

import json
import shutil
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from building import build
from hoctap.check.gate import Checked
from hoctap.contribute import sandbox
from hoctap.exports.manifest import write_manifest
from hoctap.exports.publishing import write_exports
from hoctap.load import load
from hoctap.model.catalog import Catalog
from miniature import EPOCH, PAGES, assembled, checked_miniature, site_pattern

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# A busy machine is no fault of the program; a loop without end is caught by the time limit of the whole run.
settings.register_profile("patient", deadline=None, max_examples=50)
settings.load_profile("patient")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what the program says today as the expected output")


# Files of ten seconds and more that neither build nor open a site.
LONG = {
    f"test_{name}"
    for name in (
        *(
            "agreement",
            "bad_inputs",
            "cause_first",
            "corpus",
            "examples",
            "figures",
            "formats_cells",
            "formats_manifest",
        ),
        *("hostile", "intake", "issue", "layers", "leaks", "metadata_judges", "strangers"),
        *("verdicts", "ways_in"),
    )
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files that take long first: one of them left for the end keeps a single worker busy alone."""
    slow = {item.path for item in items if item.get_closest_marker("build") or item.get_closest_marker("browser")}
    items.sort(key=lambda item: (item.path not in slow, item.path.stem not in LONG))


@pytest.fixture(scope="session")
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether expected output is to be written instead of compared."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture(scope="session")
def _pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return assembled(tmp_path_factory.mktemp("miniature") / "repository", *PAGES)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the miniature repository, in a folder with spaces and Vietnamese letters; only to look at."""
    out = tmp_path_factory.mktemp("xuất bản") / "Sổ Học Tập"
    done = build(site_pattern(), out)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture
def repository(_pattern: Path, tmp_path: Path) -> Path:
    """A miniature repository of one's own, enough to check: data and pages."""
    return _copy(_pattern, tmp_path)


@pytest.fixture
def packages(_pattern: Path, tmp_path: Path) -> Path:
    """A repository of one's own with data and no pages, whose check takes a third of the time."""
    root = tmp_path / "repository"
    shutil.copytree(_pattern / "datapackages", root / "datapackages", symlinks=True)
    return root


@pytest.fixture(scope="session")
def _loaded(_pattern: Path) -> Catalog:
    return load(_pattern, validate=False).catalog


@pytest.fixture
def data(_loaded: Catalog, repository: Path) -> Catalog:
    """The catalog of `repository` before a test changes it; it knows no answers yet, its tables are read once."""
    return replace(_loaded, root=repository)


@pytest.fixture
def site_repository(tmp_path: Path) -> Path:
    """A miniature repository of one's own, enough to build a site."""
    return _copy(site_pattern(), tmp_path)


def _copy(pattern: Path, folder: Path) -> Path:
    return Path(shutil.copytree(pattern, folder / "repository", symlinks=True))


@pytest.fixture(scope="session")
def checked() -> Checked:
    """The miniature repository, read and checked; for tests that only look."""
    return checked_miniature()


@pytest.fixture(scope="session")
def catalog(checked: Checked) -> Catalog:
    """The catalog of the miniature repository; for tests that only look."""
    return checked.catalog


@pytest.fixture
def read_here(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that strangers sent are opened by the same reader in this process: starting one takes longer than a test.

    For files of tests about what is read; those about how much a reader may take are marked `apart`.
    """
    if not request.node.get_closest_marker("apart"):
        monkeypatch.setattr(sandbox, "_apart", _read_here)


def _read_here(words: Sequence[str], given: object) -> dict[str, Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # as in a process of its own, which says them to nobody
        answer = sandbox._at_once(words, json.loads(json.dumps(given)))
    found: dict[str, Any] = json.loads(json.dumps(answer))
    return found


@pytest.fixture
def no_sockets(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Every attempt to open a socket or resolve a name raises and is remembered."""
    tried: list[str] = []

    def refused(*arguments: object, **_: object) -> None:
        tried.append(repr(arguments))
        raise AssertionError(f"a socket was opened: {arguments}")

    for name in ("socket.socket.connect", "socket.create_connection", "socket.getaddrinfo"):
        monkeypatch.setattr(name, refused)
    yield tried
    assert tried == []


@pytest.fixture(scope="session")
def published(catalog: Catalog, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything published of the miniature repository, as it lies under data/ of the site."""
    folder = tmp_path_factory.mktemp("published") / "data"
    write_exports(catalog, folder, EPOCH)
    write_manifest(folder)
    return folder


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The address at which the site of the miniature is served."""
    from browsing import served

    with served(site) as home:
        yield home


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """A Chromium; a module has its own, since its event loop stays open until it is closed."""
    from browsing import chromium

    with chromium() as launched:
        yield launched
