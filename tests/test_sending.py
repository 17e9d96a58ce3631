"""What a person sends from «Gửi số liệu»: a letter, a text to share, an issue, and what is read of it."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from browsing import page_at, served
from test_desk import SOURCE, UNIT
from test_issue import checkout, git, propose, read

__all__ = ["checkout"]
PATIENT = 120_000
EMAIL, REPOSITORY = "so@example.org", "https://github.com/example/so"
SHARING = """Object.assign(Navigator.prototype, {
  canShare: () => window.sharesFiles,
  share: async (data) => { window.shared = { ...data, files: (data.files ?? []).map(({ name }) => name) }; },
})"""
LETTER, ISSUE = 2000, 8000  # what Windows hands to a mail program, what GitHub takes


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as site_address:
        yield site_address


def with_settings(page: Page, address: str, query: str = "") -> None:
    """Open the page as a site with a mailbox and a repository shows it."""
    page.goto(f"{address}gui-so-lieu/{query}", wait_until="networkidle")
    place = page.locator("[data-desk-address]")
    place.evaluate("(place, said) => Object.assign(place.dataset, said)", {"email": EMAIL, "repository": REPOSITORY})


def typed(page: Page, rows: int, value: str = "118") -> None:
    """Type figures of so many years into the grid and have them checked."""
    page.get_by_role("button", name="Nhập vài con số ngay tại đây").click()
    page.locator("#luoi-source_id").fill(SOURCE, timeout=PATIENT)
    for _ in range(rows - 2):
        page.get_by_role("button", name="Thêm dòng").click()
    for at in range(1, rows + 1):
        for name, word in {"Chỉ tiêu": "Tổng số cán bộ", "Thời kỳ": str(2025 - at), "Giá trị": value}.items():
            page.get_by_label(f"{name}, dòng {at}", exact=True).fill(word)
        page.get_by_label(f"Vị trí trong nguồn, dòng {at}", exact=True).fill("mục 4")
    page.get_by_role("button", name="Kiểm tra", exact=True).click()
    page.get_by_text("Mọi ô đều đúng").first.wait_for(timeout=PATIENT)


@pytest.fixture(scope="module")
def filled(browser: Browser, address: str) -> Iterator[Page]:
    """The page of a phone with twelve figures typed in and found right; the browser's Python starts slowly."""
    with page_at(browser, address, viewport={"width": 390, "height": 800}) as page:
        page.add_init_script(SHARING)
        with_settings(page, address, f"?don-vi={UNIT}")
        typed(page, 12)
        yield page


@pytest.mark.browser
def test_letter_and_issue_hold_whole_lines_within_what_programs_take(filled: Page) -> None:
    words = filled.get_by_label("Lời nhắn gửi kèm tệp").input_value()
    assert words.count("\n- Tổng số cán bộ, ") == 12
    letter = filled.get_by_role("link", name="Mở thư điện tử").get_attribute("href") or ""
    issue = filled.get_by_role("link", name="Mở phiếu công khai").get_attribute("href") or ""
    assert len(letter) <= LETTER
    assert len(issue) <= ISSUE
    parts = urlsplit(letter)
    fields = parse_qs(parts.query, strict_parsing=True, errors="strict")
    assert (parts.scheme, parts.path) == ("mailto", EMAIL)
    assert fields["subject"] == ["Số liệu của Sở Giáo dục và Đào tạo tỉnh Đông Lâu"]
    lines = fields["body"][0].split("\r\n")
    kept = [line for line in lines if line.startswith("- ")]
    assert 0 < len(kept) < 12
    assert set(kept) <= set(words.splitlines())
    assert f"… và {12 - len(kept)} dòng nữa trong tệp kèm theo." in lines
    assert lines[-1].startswith("Tệp kèm theo")
    body = unquote(urlsplit(issue).query.partition("&body=")[2], errors="strict")
    assert body.startswith(words)
    assert body.endswith("Kéo tệp .xlsx vào đây:")


@pytest.mark.browser
@pytest.mark.parametrize(
    ("shares_files", "button"),
    [(True, "Gửi qua Zalo hoặc ứng dụng khác"), (False, "Gửi lời nhắn qua Zalo, tệp đính kèm sau")],
)
def test_a_phone_shares_the_file_where_it_can_and_the_words_otherwise(
    filled: Page, shares_files: bool, button: str
) -> None:
    filled.evaluate("(can) => Object.assign(window, { sharesFiles: can, shared: null })", shares_files)
    filled.get_by_role("button", name="Kiểm tra", exact=True).click()
    filled.get_by_role("button", name=button).click(timeout=PATIENT)
    shared = filled.wait_for_function("window.shared").json_value()
    assert shared["files"] == ([f"{UNIT}.xlsx"] if shares_files else [])
    assert shared["text"] == filled.get_by_label("Lời nhắn gửi kèm tệp").input_value()


@pytest.mark.browser
def test_a_unit_made_in_the_page_and_its_figures_reach_the_repository(
    browser: Browser, address: str, checkout: Path, tmp_path: Path
) -> None:
    with page_at(browser, address, accept_downloads=True) as page:
        with_settings(page, address)
        page.get_by_role("button", name="Đơn vị của tôi chưa có trong sổ").click()
        page.locator("#moi-name_vi").fill("Sở GD&ĐT Đông Lâu", timeout=PATIENT)
        page.locator("#moi-unit_kind").select_option(label="Sở, ngành")
        page.locator("#moi-level").select_option(label="Tỉnh")
        page.get_by_role("button", name="Dùng đơn vị này").click()
        page.get_by_text("tên này đã có").wait_for(timeout=PATIENT)
        page.locator("#moi-name_vi").fill('Sở Nội vụ "tỉnh" Đông Lâu')
        page.locator("#moi-area_id").fill("Đông Lâu [dong-lau]")
        page.get_by_role("button", name="Dùng đơn vị này").click()
        typed(page, 2)
        assert 'Tên đơn vị: Sở Nội vụ "tỉnh" Đông Lâu' in page.get_by_label("Lời nhắn gửi kèm tệp").input_value()
        issue = page.get_by_role("link", name="Mở phiếu công khai").get_attribute("href") or ""
        with page.expect_download() as found:
            page.get_by_role("button", name="Lưu tệp").click()
        found.value.save_as(tmp_path / "sent.xlsx")
    body = parse_qs(urlsplit(issue).query)["body"][0]
    code, reply = read(checkout, tmp_path / "out", body, tmp_path / "sent.xlsx")
    assert code == 0, reply
    git(checkout, "checkout", "-q", ".")
    done = propose(checkout, tmp_path / "out" / "patch")
    assert done.returncode == 0, done.stderr
    rows = git(checkout, "show", "--format=")
    assert '"Sở Nội vụ ""tỉnh"" Đông Lâu"' in rows
    assert rows.count("+so-noi-vu-tinh-dong-lau,staff-total,202") == 2


def test_an_issue_whose_file_was_mended_replaces_its_branch(checkout: Path, tmp_path: Path) -> None:
    remote = tmp_path / "remote.git"
    git(tmp_path, "init", "-q", "--bare", str(remote))
    for value in ("1", "2"):
        table = checkout / "datapackages" / "reference" / "data" / "new.csv"
        table.write_text(f"a\n{value}\n", encoding="utf-8")
        git(checkout, "add", "-N", "datapackages")
        (tmp_path / "patch").write_text(git(checkout, "diff"), encoding="utf-8")
        git(checkout, "reset", "-q", "--hard")
        table.unlink(missing_ok=True)
        words = [".ci/issue-propose", str(tmp_path / "patch"), "17"]
        done = subprocess.run(words, cwd=checkout, env={"PATH": "/usr/bin:/bin", "REMOTE": str(remote)}, check=False)
        assert done.returncode == 0
        git(checkout, "switch", "-q", "main")
        git(checkout, "branch", "-D", "so-lieu/phieu-17")
    assert git(remote, "show", "so-lieu/phieu-17:datapackages/reference/data/new.csv") == "a\n2\n"
