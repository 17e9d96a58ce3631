"""«Tải ảnh»: a picture of one sentence, drawn in the page when it is asked for."""

from pathlib import Path

import pytest

from browsing import chromium, served

pytestmark = [pytest.mark.build, pytest.mark.browser]
PNG = b"\x89PNG\r\n\x1a\n"
UNIT = "don-vi/hoi-khuyen-hoc-tinh-dong-lau/"


def test_a_sentence_is_saved_as_a_picture_without_asking_anyone(site: Path, tmp_path: Path) -> None:
    with served(site) as address, chromium() as browser:
        page = browser.new_page()
        asked: list[str] = []
        page.goto(address + UNIT, wait_until="networkidle")
        page.on("request", lambda request: asked.append(request.url))
        page.locator("#bang-so-lieu summary").first.click()
        button = page.get_by_role("button", name="Tải ảnh").first
        files = []
        for name in ("one.png", "two.png"):
            with page.expect_download() as download:
                button.click()
            download.value.save_as(tmp_path / name)
            files.append((tmp_path / name).read_bytes())
        page.close()
    one, two = files
    assert one.startswith(PNG)
    assert (int.from_bytes(one[16:20]), int.from_bytes(one[20:24])) == (1200, 630)
    assert one == two
    assert [url for url in asked if not url.startswith(("data:", "blob:")) and "/assets/fonts/" not in url] == []
