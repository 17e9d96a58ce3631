"""The files of a report, made in the page, filled in further in LibreOffice and sent back, of every kind and locale."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browsing import page_at
from hoctap.contribute.intake import FormOutcome, read_form
from hoctap.model.carrier import CARRIER
from hoctap.model.catalog import Catalog
from office import needs_office, typed, typed_in_text

pytestmark = [pytest.mark.build, pytest.mark.browser]
ASSOCIATION = "hoi-khuyen-hoc-tinh-dong-lau"
SOURCE = f"{ASSOCIATION}-bao-cao-2025"
FUND = "[name=nay-fund-raised-vnd]"


@pytest.fixture(scope="module")
def files(browser: Browser, address: str, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """A report with what the register holds, and one with a sum typed besides, as the page saves them."""
    folder = tmp_path_factory.mktemp("báo cáo")
    with page_at(browser, address, accept_downloads=True) as page:
        page.goto(address + "bao-cao/", wait_until="networkidle")
        page.select_option("[name=ky]", "2025")
        page.click("[data-unit] button")
        page.fill("#don-vi-bao-cao", "hoi khuyen hoc tinh dong lau")
        page.keyboard.press("Enter")
        page.get_by_text("Đang dùng số liệu trong sổ của: Hội Khuyến học tỉnh Đông Lâu").wait_for()
        page.fill("[name=ngay]", "2026-01-15")
        page.fill("[name=so]", "15")
        page.fill("[name=cap-tren]", "UBND tỉnh Đông Lâu")
        saved = {f"given.{kind}": _saved(page, f"[data-{kind}]", folder / f"given.{kind}") for kind in ("docx", "xlsx")}
        page.fill(FUND, "hơn 1,9 tỷ")
        saved |= {
            f"typed.{kind}": _saved(page, f"[data-{kind}]", folder / f"typed.{kind}") for kind in ("docx", "xlsx")
        }
        return saved | {"sent.xlsx": _saved(page, "[data-send-file]", folder / "sent.xlsx")}


def _saved(page: Page, button: str, path: Path) -> Path:
    with page.expect_download() as got:
        page.locator(button).click()
    got.value.save_as(path)
    return path


@pytest.fixture
def repository(packages: Path) -> Path:
    return packages


def _new_rows(outcome: FormOutcome) -> set[tuple[str, ...]]:
    table = outcome.trial.after.tables["observations"]
    at = table.column("source_id")
    return {row.cells for row in table.rows if row.cells[at] == SOURCE}


def _values(outcome: FormOutcome) -> dict[str, str]:
    header = outcome.trial.after.tables["observations"].resource.header
    rows = (dict(zip(header, cells, strict=True)) for cells in _new_rows(outcome))
    return {row["indicator_id"]: f"{row['unit_id']} {row['period']} {row['qualifier']} {row['value']}" for row in rows}


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_a_report_says_what_the_file_for_sending_says(files: Mapping[str, Path], data: Catalog, kind: str) -> None:
    untouched, outcome, sent = (
        read_form(data, files[name]) for name in (f"given.{kind}", f"typed.{kind}", "sent.xlsx")
    )
    assert (untouched.marks, untouched.trial.files, outcome.marks) == ((), {}, ())
    assert _values(outcome) == {"fund-raised-vnd": f"{ASSOCIATION} 2025 over 1900000000"}
    assert _new_rows(outcome) == _new_rows(sent)
    assert outcome.trial.after.sources[SOURCE] == sent.trial.after.sources[SOURCE]


# What is typed over the number of the register in a workbook, and in a text.
CHANGED = {"vi-VN": "455.000", "en-US": "455,000"}


@needs_office
@pytest.mark.parametrize("locale", CHANGED)
@pytest.mark.parametrize("ending", [".xlsx", ".ods", ".xls", ".docx", ".odt"])
def test_what_is_changed_in_an_office_program_arrives_and_nothing_else(
    files: Mapping[str, Path], data: Catalog, tmp_path: Path, locale: str, ending: str
) -> None:
    if ending in (".docx", ".odt"):
        saved = typed_in_text(files["typed.docx"], 2, {"D3": "455.000"}, locale, tmp_path, ending)
    else:
        saved = typed(files["typed.xlsx"], "Số liệu", {"D5": CHANGED[locale]}, locale, tmp_path, ending)
    outcome = read_form(data, saved)
    assert outcome.marks == ()
    assert _values(outcome) == {
        "fund-raised-vnd": f"{ASSOCIATION} 2025 over 1900000000",
        "learning-citizens": "tinh-dong-lau 2025-12-31 exact 455000",
    }
    assert [line.partition(";")[0] for line in outcome.corrections] == [
        "khác trước: Công dân học tập được công nhận (báo cáo in sẵn 452.300) → 455.000"
    ]


def test_a_text_that_lost_what_it_carried_is_known_by_its_words(
    files: Mapping[str, Path], data: Catalog, tmp_path: Path
) -> None:
    bare = tmp_path / "bare.docx"
    with zipfile.ZipFile(files["typed.docx"]) as source, zipfile.ZipFile(bare, "w") as target:
        for part in source.infolist():
            target.writestr(part, source.read(part).replace(CARRIER.encode(), b"another"))
    outcome = read_form(data, bare)
    assert outcome.marks == ()
    assert _values(outcome) == {"fund-raised-vnd": f"{ASSOCIATION} 2025 over 1900000000"}
