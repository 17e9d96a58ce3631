"""Take the pictures of the guides anew from a built site: `make screenshots`, then look at `git diff --stat docs`.

Pictures are WebP of real pages in the light scheme, finer than shown, small enough to be loaded on a phone.
"""

import base64
import functools
import http.server
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "assets" / "img" / "huong-dan"
PHONE, DESK = (360, 640), (960, 600)
# The front page in README.md is no part of the site.
OF_THE_README, README_PICTURES = "trang-chu", Path(__file__).resolve().parents[1] / ".github"
UNIT = "don-vi/hoi-khuyen-hoc-tinh-hai-duong/"
MOST_BYTES, QUALITY = 40_000, 0.3
# Chromium takes PNG only, but any page of it can write WebP.
WEBP = """async ([png, quality]) => {
  const image = await createImageBitmap(await (await fetch("data:image/png;base64," + png)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext("2d").drawImage(image, 0, 0);
  const blob = await canvas.convertToBlob({type: "image/webp", quality});
  return [...new Uint8Array(await blob.arrayBuffer())];
}"""


def _searched(page: Page) -> None:
    page.locator("[data-search-open]").click()
    page.keyboard.type("lang son")
    page.locator("dialog .sht-search__list li").first.wait_for()


def _chosen(page: Page) -> None:
    page.locator("form.sht-filter select").first.select_option(index=1)
    _at("form.sht-filter select")(page)


def _unfolded(page: Page) -> None:
    page.locator("#bang-so-lieu summary").first.click()
    _at("#bang-so-lieu tr:has(details[open])")(page)


def _coloured(page: Page) -> None:
    page.locator("[data-area-map] select").first.select_option(index=1)
    _at("[data-area-map]")(page)


def _at(selector: str) -> Callable[[Page], None]:
    # The header is fixed and covers the first 60 pixels.
    script = "node => scrollTo({top: node.getBoundingClientRect().top + scrollY - 64, behavior: 'instant'})"
    return lambda page: page.locator(selector).first.evaluate(script)


SHOTS: tuple[tuple[str, str, tuple[int, int], Callable[[Page], None]], ...] = (
    (OF_THE_README, "", (1280, 720), _at("body")),
    ("tim-kiem", "", PHONE, _searched),
    ("so-lieu", UNIT, PHONE, _at("#bang-so-lieu tbody")),
    ("cau-bao-cao", UNIT, PHONE, _unfolded),
    ("trang-don-vi", UNIT, DESK, _at("body")),
    ("loc-don-vi", "don-vi/", DESK, _chosen),
    ("ban-do", "dia-phuong/", DESK, _coloured),
    ("quy-tac", "huong-dan/quy-tac/", PHONE, _at("#value-has-its-type")),
)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def take(site: Path, pictures: Path) -> None:
    """Write every picture of the built `site` into `pictures`; ValueError for one too heavy for a phone."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    pictures.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or None)
        blank = browser.new_page()
        for name, address, (width, height), prepare in SHOTS:
            fine = 1.25 if width < 600 else 1.0
            page = browser.new_page(
                viewport={"width": width, "height": height}, color_scheme="light", device_scale_factor=fine
            )
            page.goto(f"http://127.0.0.1:{server.server_port}/{address}", wait_until="networkidle")
            page.reload(wait_until="networkidle")  # the fonts are optional: on a first visit they may come too late
            prepare(page)
            page.wait_for_timeout(300)
            png = base64.b64encode(page.screenshot(animations="disabled", caret="hide")).decode()
            picture = bytes(blank.evaluate(WEBP, [png, QUALITY]))
            if len(picture) > MOST_BYTES:
                raise ValueError(f"{name}: {len(picture)} bytes, at most {MOST_BYTES}")
            folder = README_PICTURES if name == OF_THE_README else pictures
            (folder / f"{name}.webp").write_bytes(picture)
            page.close()
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    take(Path(sys.argv[1]).resolve(), PICTURES)
