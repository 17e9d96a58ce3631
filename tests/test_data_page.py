"""The data page lists every file as it is, its examples run, and its data blocks trouble no browser."""

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from html import unescape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from miniature import REAL, SITE, TODAY, assembled

ROW = r'<a href="\.\./\.\./data/([^"]+)">[^<]*</a></th><td class="num"[^>]*>([\d.]+)</td>.*?<code>([0-9a-f]{64})</code>'
# An inline script that the policy must refuse, so that its silence about data blocks means something.
INLINE = "() => { const s = document.createElement('script'); s.text = 'window.ran = 1'; document.body.append(s) }"
PLACEHOLDER = "ĐỊA-CHỈ-TRANG-CHỦ"
PAGE = (REAL / "docs/du-lieu/index.md").read_text(encoding="utf-8")
EXAMPLES = {
    language: re.findall(rf"^```{language}\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)
    for language in ("python", "r")
}
pytestmark = pytest.mark.build


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data-page")
    root, out = assembled(folder / "repository", *SITE), folder / "site"
    words = [sys.executable, "-m", "hoctap", "build", "--root", str(root), "--out", str(out), "--today", TODAY]
    env = os.environ | {"PYTHONPATH": str(REAL / "scripts")}
    done = subprocess.run(words, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture(scope="module")
def home(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_there_are_examples_to_run() -> None:
    assert len(EXAMPLES["python"]) >= 4
    assert all(PLACEHOLDER in example for examples in EXAMPLES.values() for example in examples)


@pytest.mark.parametrize("at", range(len(EXAMPLES["python"])))
def test_the_python_examples_run(home: str, tmp_path: Path, at: int) -> None:
    script = tmp_path / "example.py"
    script.write_text(EXAMPLES["python"][at].replace(PLACEHOLDER, home), encoding="utf-8")
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
    assert "False" not in done.stdout


@pytest.mark.skipif(not shutil.which("Rscript"), reason="R is not here")
def test_the_r_example_runs(home: str, tmp_path: Path) -> None:
    (example,) = EXAMPLES["r"]
    words = ["Rscript", "--vanilla", "-e", example.replace(PLACEHOLDER, home)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "indicator_id" in done.stdout


def test_every_file_is_listed_with_its_true_size_rows_and_checksum(site: Path) -> None:
    page = (site / "du-lieu/ma-kiem/index.html").read_text(encoding="utf-8")
    listed = {path: (int(size.replace(".", "")), sha) for path, size, sha in re.findall(ROW, page)}
    manifest = json.loads((site / "data/MANIFEST.json").read_bytes())["files"]
    true = {file["path"]: (file["bytes"], file["sha256"]) for file in manifest}
    assert len(listed) > 100
    assert {path: true[path] for path in listed} == listed


def test_every_link_to_a_file_leads_to_one(site: Path) -> None:
    for path in site.rglob("index.html"):
        for href in re.findall(r'href="((?:\.\./)*data/[^"#]+)"', path.read_text(encoding="utf-8")):
            assert (path.parent / unescape(href)).resolve().is_file(), f"{path}: {href}"


def _blocks(page: str) -> list[Any]:
    return [json.loads(text) for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)]


def test_pages_with_data_say_so_to_search_engines(site: Path) -> None:
    pages = [(site / "du-lieu/index.html").read_text(encoding="utf-8")]
    for unit in sorted((site / "data/don-vi").glob("*.xlsx")):
        page = (site / "don-vi" / unit.stem / "index.html").read_text(encoding="utf-8")
        if 'http-equiv="refresh"' not in page:
            pages.append(page)
    assert len(pages) > 3
    for page in pages:
        (block,) = _blocks(page)
        assert block["@type"] == "Dataset"
        assert block["license"].startswith("https://")
        assert 50 <= len(block["description"]) <= 5000
        for download in block["distribution"]:
            file = site / download["contentUrl"].removeprefix("http://127.0.0.1:8000/")
            assert download["contentSize"] == f"{file.stat().st_size} B"


@pytest.mark.browser
def test_data_blocks_break_no_content_security_policy(home: str) -> None:
    from playwright.sync_api import sync_playwright

    complaints: list[str] = []
    with sync_playwright() as program:
        browser = program.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.goto(f"{home}/du-lieu/")
        assert page.locator('script[type="application/ld+json"]').count() == 1
        page.evaluate(INLINE)
        ran = page.evaluate("() => window.ran")
        browser.close()
    assert ran is None
    assert len(complaints) == 1
    assert "inline script" in complaints[0]
