"""Lists of pages in the browser: what is filtered comes as an Excel file that opens at the same rows."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Browser

from browsing import page_at, served

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore:Workbook contains no default style")]


def test_a_filtered_list_is_saved_as_excel_with_numbers_as_numbers(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    with served(site) as address, page_at(browser, address, accept_downloads=True) as page:
        page.goto(f"{address}don-vi/?q=dong+lau", wait_until="networkidle")
        count = int(page.locator(".sht-filter__count").inner_text().split()[0])
        with page.expect_download() as found:
            page.locator("[data-excel]").click()
        assert found.value.suggested_filename == "don-vi.xlsx"
        found.value.save_as(tmp_path / "list.xlsx")
        listed = [link.inner_text() for link in page.locator("#danh-sach-units tbody tr:visible th a").all()]
    sheet: Any = openpyxl.load_workbook(tmp_path / "list.xlsx")["Danh sách"]
    title, link, head, *rows = list(sheet.iter_rows(values_only=True))
    assert title[0] == "Đơn vị"
    assert link[0] == f"{address}don-vi/?q=dong+lau"
    assert 0 < len(rows) == count
    assert [row[0] for row in rows] == listed
    at = head.index("Số liệu")
    assert {type(row[at]) for row in rows if row[at] is not None} == {int}
    assert all(str(row[head.index("Trang")]).startswith(address) for row in rows)


def test_rows_that_stand_on_another_page_are_counted_found_and_lead_where_they_should(
    browser: Browser, site: Path
) -> None:
    with served(site) as address, page_at(browser, address) as page:
        page.goto(f"{address}nguon/", wait_until="load")
        row = page.locator("#danh-sach-sources tbody tr", has_text="Khê Đá học tập để thoát nghèo")
        assert row.count() == 0
        count = page.locator(".sht-filter__count", has_text=" trên ")
        count.wait_for()  # the script says it once it is there
        before = count.inner_text()
        all_rows = int(before.split()[2])
        page.get_by_label("Lọc theo chữ").fill("thoat ngheo")
        page.locator(".sht-filter__count", has_text=f"1 trên {all_rows} mục").wait_for()
        row.locator("a").click()
        page.wait_for_url("**/nguon/suoi-bac-2010-05-06/")
        page.goto(f"{address}nguon/?nam=2010&loai-nguon=B%C3%A1o+ch%C3%AD", wait_until="load")
        page.locator(".sht-filter__count", has_text=f"1 trên {all_rows} mục").wait_for()
        assert page.locator("select[name=nam]").input_value() == "2010"


def test_without_scripts_a_list_leads_to_its_other_rows(browser: Browser, site: Path) -> None:
    with served(site) as address, page_at(browser, address, java_script_enabled=False) as page:
        page.goto(f"{address}nguon/")
        page.locator("main a", has_text="danh sách riêng").click()
        page.wait_for_url("**/nguon/den-2020/")
        assert page.locator("tbody tr", has_text="Khê Đá học tập để thoát nghèo").count() == 1


def test_a_unit_takes_two_lines_of_a_phone_and_all_of_it_leads_to_its_page(browser: Browser, site: Path) -> None:
    phone = {"width": 390, "height": 844}
    with served(site) as address, page_at(browser, address, viewport=phone, is_mobile=True, has_touch=True) as page:
        page.goto(f"{address}don-vi/", wait_until="networkidle")
        rows = page.locator("#danh-sach-units tbody tr:visible")
        boxes = rows.evaluate_all(
            "(rows) => rows.map((row) => [row.getBoundingClientRect().height, Boolean(row.querySelector('small'))])"
        )
        plain = [height for height, is_limited in boxes if not is_limited]
        assert plain
        assert min(plain) >= 44
        assert max(plain) <= 70
        # What limits a figure is never cut: «(suy ra từ bài)», a scope, a border.
        assert max(height for height, _ in boxes) <= 120
        row = rows.filter(has_text="Trường Trung học phổ thông Hồ Sen")
        assert "64 người, 2025: tổng số cán bộ (suy ra từ bài)" in row.inner_text()
        row.scroll_into_view_if_needed()
        box = row.bounding_box()
        assert box
        page.touchscreen.tap(box["x"] + box["width"] - 4, box["y"] + box["height"] - 6)
        page.wait_for_url("**/don-vi/truong-thpt-ho-sen/")
