"""`hoctap serve`: what is saved is soon on the open page, and what is wrong stands there instead."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from threading import Thread
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from browsing import chromium, page_at
from building import environ, tree
from change import make
from hoctap.site.live import Live, serving
from miniature import TODAY

pytestmark = pytest.mark.build

UNITS = "datapackages/reference/data/units.csv"
PAGE = "don-vi/hoi-khuyen-hoc-tinh-dong-lau/"
_LONGEST = 240.0


@dataclass
class Served:
    """A repository being served: its folder, the address, the lines of the console so far."""

    root: Path
    address: str
    lines: "Queue[str]"

    def line(self, words: str) -> str:
        """Wait for a line of the console with these words."""
        while words not in (line := self.lines.get(timeout=_LONGEST)):
            pass
        return line

    def page(self, path: str) -> tuple[int, str]:
        try:
            with urlopen(self.address + path, timeout=30) as came:
                return came.status, came.read().decode()
        except HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def event_after(self, number: int) -> str:
        """Wait until open pages that have seen change `number` are told of another."""
        with urlopen(f"{self.address}hoctap-live?{number}", timeout=_LONGEST) as came:
            while (line := came.readline().decode()) and not line.startswith("event"):
                pass
        return line


@pytest.fixture
def served(site_repository: Path, tmp_path: Path) -> Iterator[Served]:
    words = [sys.executable, "-m", "hoctap", "serve", "--root", str(site_repository), "--today", TODAY]
    words += ["--port", "0", "--out", str(tmp_path / "site")]
    env = {**environ(), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(words, stdout=subprocess.PIPE, encoding="utf-8", env=env, bufsize=1)
    lines: Queue[str] = Queue()
    assert process.stdout
    reader = Thread(target=lambda out: [lines.put(line) for line in out], args=(process.stdout,), daemon=True)
    reader.start()
    server = Served(site_repository, "", lines)
    server.address = server.line("http://").split()[0]
    yield server
    process.terminate()
    process.wait()
    reader.join()
    process.stdout.close()


def _number(page: str) -> int:
    return int(page.rpartition("hoctap-live.js?")[2].partition('"')[0])


def test_what_is_saved_is_shown_and_what_is_wrong_stands_in_its_place(served: Served, tmp_path: Path) -> None:
    status, page = served.page("nguon/")
    assert status == 200
    number = _number(page)
    old = tree(tmp_path / "site")
    _edit(served.root, "đã đổi một lần")
    assert served.event_after(number) == "event: changed\n"
    # The page has it before the site is built anew.
    assert "ã đổi một lần" in served.page(PAGE)[1]
    assert tree(tmp_path / "site") == old
    assert "units.csv" in served.line("mở trang là thấy")
    served.line(" trang, ")
    whole = tree(tmp_path / "site")
    assert whole["data/hoctap.xlsx"] != old["data/hoctap.xlsx"]
    number = _number(served.page("nguon/")[1])

    _edit(served.root, "=1+1")
    served.event_after(number)
    status, page = served.page("nguon/")
    assert status == 503
    assert "[cell-is-not-a-formula]" in page
    assert tree(tmp_path / "site") == whole

    _edit(served.root, "đã đổi một lần")
    served.event_after(number + 1)
    assert served.page("nguon/")[0] == 200
    assert served.page("khong-co/")[0] == 404


def _edit(root: Path, note: str) -> None:
    make(root, {"file": UNITS, "row": "hoi-khuyen-hoc-tinh-dong-lau", "set": {"note": note}})


@pytest.mark.browser
def test_an_open_page_reloads_within_its_policy(tmp_path: Path) -> None:
    allowed = "default-src 'none'; script-src 'self'; connect-src 'self'"
    policy = f'<meta http-equiv="Content-Security-Policy" content="{allowed}">'
    place = tmp_path / "index.html"
    place.write_text(f"<!doctype html><head>{policy}<title>a</title></head><body>cũ</body>", encoding="utf-8")
    live = Live()
    with serving(tmp_path, 0, live) as address, chromium() as browser, page_at(browser, address) as page:
        page.goto(address)
        place.write_text(place.read_text(encoding="utf-8").replace("cũ", "mới"), encoding="utf-8")
        live.show("")
        page.wait_for_function("document.body.textContent.includes('mới')")
        live.show("")
        page.wait_for_load_state()
    assert "hoctap-live" not in place.read_text(encoding="utf-8")
