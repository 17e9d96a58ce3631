"""Make the pictures that only a browser can draw from our own logo and fonts: favicons and social previews.

Run by hand, with the development environment: `.venv/bin/python scripts/pictures.py`. It draws those that are missing;
another browser would draw the others a little differently. When the logo changes, delete them first. The results are
committed, since a build should need no browser.
"""

import base64
from pathlib import Path
from shutil import which

from playwright.sync_api import Page, sync_playwright

from hoctap.views.page_kinds import KINDS

ASSETS = Path(__file__).resolve().parents[1] / "docs" / "assets"
PICTURES = {"site": "Số liệu có nguồn về xã hội học tập ở Việt Nam", **{kind.name: kind.picture for kind in KINDS}}
_FACE = (
    '@font-face{{font-family:P;font-weight:{weight};src:url("data:font/woff2;base64,{data}");unicode-range:{range}}}'
)
_LATIN, _VIETNAMESE = (
    "U+0000-00FF,U+2000-206F",
    "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01B0,U+0300-0323,U+1EA0-1EF9",
)


def _fonts() -> str:
    faces = []
    for weight in (400, 600):
        for part, covered in (("vietnamese", _VIETNAMESE), ("latin", _LATIN)):
            path = ASSETS / "fonts" / f"ibm-plex-sans-{part}-{weight}-normal.woff2"
            data = base64.b64encode(path.read_bytes()).decode()
            faces.append(_FACE.format(weight=weight, data=data, range=covered))
    return "".join(faces)


def _logo(name: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode((ASSETS / "img" / name).read_bytes()).decode()


def draw_favicons(page: Page) -> None:
    """Draw the favicon at the sizes of browsers without SVG icons and of home screens."""
    for size in (32, 180):
        path = ASSETS / "img" / f"favicon-{size}.png"
        if path.exists():
            continue
        page.set_viewport_size({"width": size, "height": size})
        style = "<style>*{margin:0;display:block}</style>"
        page.set_content(f'{style}<img width="{size}" height="{size}" src="{_logo("favicon.svg")}">')
        page.wait_for_load_state("networkidle")
        page.screenshot(path=path, omit_background=True)


def draw_previews(page: Page) -> None:
    """Draw the preview of each kind of page, 1200 × 630."""
    (ASSETS / "img" / "social").mkdir(exist_ok=True)
    page.set_viewport_size({"width": 1200, "height": 630})
    for kind, words in PICTURES.items():
        path = ASSETS / "img" / "social" / f"{kind}.png"
        if path.exists():
            continue
        page.set_content(
            f"<style>{_fonts()}*{{margin:0;box-sizing:border-box}}body{{height:630px;padding:90px;background:#0f4552;color:#fffdf9;"
            f"font:400 52px/1.35 P;border-bottom:26px solid #c4561f}}div{{display:flex;gap:32px;align-items:center}}"
            f"b{{font-size:84px;font-weight:600}}p{{margin-top:80px;max-width:960px}}</style>"
            f'<div><img width="120" height="120" src="{_logo("logo.svg")}"><b>Sổ Học Tập</b></div><p>{words}</p>'
        )
        page.evaluate("document.fonts.ready")
        page.wait_for_load_state("networkidle")
        page.screenshot(path=path)


if __name__ == "__main__":
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        draw_favicons(page)
        draw_previews(page)
        browser.close()
