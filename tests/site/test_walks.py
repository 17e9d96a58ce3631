"""What people come for, walked through in a phone's browser on the real site."""

import csv
import io
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import openpyxl
import pytest
from playwright.sync_api import Browser, Page

ANSWER = "dialog [data-answer]"


def test_a_citizen_finds_one_figure_in_three_steps(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("[data-search-open]").click()  # 1
    page.locator("dialog input").wait_for()
    page.keyboard.type("hoi khuyen hoc tinh thanh hoa")  # 2
    page.locator(ANSWER).wait_for()
    page.locator("dialog .sht-search__results a").first.click()  # 3
    page.wait_for_url("**/don-vi/hoi-khuyen-hoc-tinh-thanh-hoa/")
    assert page.locator(".sht-figure__value").first.is_visible()


def test_an_officer_finds_the_unit_in_the_list_and_gets_a_sentence(page: Page, address: str) -> None:
    page.goto(f"{address}don-vi/")
    page.get_by_label("Lọc theo chữ").fill("khuyen hoc tinh yen bai")
    page.wait_for_url("**q=khuyen*")
    row = page.locator("tbody tr:visible th a", has_text="Hội Khuyến học tỉnh Yên Bái")
    row.first.click()
    page.wait_for_url("**/don-vi/hoi-khuyen-hoc-tinh-yen-bai/")
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    page.locator(".sht-years [data-copy]").first.click()
    assert page.evaluate("window.copied").endswith(").")
    page.emulate_media(media="print")
    assert page.locator("#bang-so-lieu").is_visible()
    assert not page.locator("#bang-so-lieu details").first.is_visible()


def test_a_list_shows_fifty_rows_then_more_and_saves_what_fits(page: Page, address: str) -> None:
    page.goto(f"{address}don-vi/?loai=H%E1%BB%99i+khuy%E1%BA%BFn+h%E1%BB%8Dc&xep=-so-lieu")
    page.locator("#danh-sach-units:not([data-total])").wait_for()  # the rows of the other page have come
    rows = page.locator("#danh-sach-units tbody tr:visible")
    assert rows.count() == 50
    counts = [int(text) for text in page.locator("#danh-sach-units tbody tr:visible td.num").all_text_contents()]
    assert counts == sorted(counts, reverse=True)
    page.get_by_role("button", name="Xem thêm 50 dòng").click()
    assert rows.count() == 100
    with page.expect_download() as saved:
        page.locator("[data-csv]").click()
    text = saved.value.path().read_text(encoding="utf-8-sig")
    total = int(page.locator(".sht-filter__count").inner_text().split()[0])
    assert text.count("\n") == total + 1
    assert text.splitlines()[0].startswith("Đơn vị;Loại;")


def test_what_is_typed_before_the_script_is_there_is_kept_and_sought_in_the_whole_list(
    page: Page, address: str
) -> None:
    page.route("**/lists*.js", lambda _: None)
    page.goto(f"{address}don-vi/", wait_until="commit")
    page.get_by_label("Lọc theo chữ").fill("yen bai")
    page.unroute("**/lists*.js")  # what was held goes on
    page.locator("#danh-sach-units:not([data-total])").wait_for()
    assert page.get_by_label("Lọc theo chữ").input_value() == "yen bai"
    hits, _, total, _ = page.locator(".sht-filter__count").inner_text().split()
    assert 0 < int(hits) < int(total.replace(".", ""))


def test_figures_of_the_units_that_are_filtered_are_downloaded_in_three_steps_from_home(
    page: Page, address: str
) -> None:
    page.goto(address)
    page.locator("main").get_by_role("link", name="đơn vị", exact=True).first.click()  # 1
    page.wait_for_url(f"{address}don-vi/")
    page.get_by_label("Lọc theo chữ").fill("yen bai")  # 2
    page.wait_for_url("**q=yen*")
    page.locator("#danh-sach-units:not([data-total])").wait_for()
    button = page.locator("[data-figures]")
    count = int(button.inner_text().split()[4])
    assert 0 < count <= page.locator("#danh-sach-units tbody tr:visible").count()
    with page.expect_download() as saved:
        button.click()  # 3
    with saved.value.path().open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert len({row["Mã đơn vị"] for row in rows}) == count


@pytest.mark.parametrize(
    "path",
    [
        "don-vi/van-phong-ubnd-tinh/",
        "don-vi/hoi-khuyen-hoc-tinh-soc-trang/",
        "don-vi/truong-dai-hoc-quy-nhon/",
        "dia-phuong/bac-kan/",
        "dia-phuong/tuyen-quang/",
        "dia-phuong/ha-noi/",
    ],
)
def test_the_first_figure_stands_on_the_first_screen_of_a_phone(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address + path)
    box = page.locator(".sht-figure__value").first.bounding_box()
    assert box is not None
    assert box["y"] < 500, path


def test_the_first_figure_stands_on_the_first_screen_of_every_unit_and_place(
    browser: Browser, site: Path, address: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    late, with_figures = {}, 0
    for path in (*sorted(site.glob("don-vi/*/index.html")), *sorted(site.glob("dia-phuong/*/index.html"))):
        if 'http-equiv="refresh"' in path.read_text(encoding="utf-8"):
            continue
        page.goto(f"{address}{path.parent.relative_to(site).as_posix()}/", wait_until="load")
        figure = page.locator(".sht-figure__value, .sht-years td").first
        if figure.count():
            box = figure.bounding_box()
            with_figures += 1
            late |= {path.parent.name: box} if box is None or box["y"] >= 500 else {}
    context.close()
    assert with_figures > 450
    assert late == {}


def test_what_limits_a_figure_is_never_cut_in_a_list_on_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}don-vi/")
    limits = page.locator("#danh-sach-units td > small:visible")
    limits.first.wait_for()
    assert limits.count() > 10
    inside = """(words) => words.filter((one) =>
      one.getBoundingClientRect().bottom > one.closest("tr").getBoundingClientRect().bottom + 1).length"""
    assert limits.evaluate_all(inside) == 0


def test_self_assessment_is_two_steps_from_home_on_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address)
    page.get_by_role("link", name="Làm báo cáo, tự đánh giá").click()  # 1
    page.locator("main a[href*='tu-danh-gia']:visible, #phieu a:visible, table a:visible").first.wait_for()
    page.locator("tbody a[href*='-']:visible").nth(1).click()  # 2
    page.wait_for_url("**/tu-danh-gia/*/")
    assert page.locator("form[data-assess]").count() == 1


def test_the_old_address_of_a_place_leads_to_its_page(page: Page, address: str) -> None:
    page.goto(f"{address}don-vi/tinh-yen-bai/")
    page.wait_for_url("**/dia-phuong/yen-bai/")
    assert page.locator("#bang-so-lieu").count() == 1


def test_a_journalist_compares_two_provinces_and_downloads_the_rows(page: Page, address: str) -> None:
    page.goto(f"{address}so-sanh/")
    for typed in ("hoi khuyen hoc tinh nghe an", "hoi khuyen hoc tinh thanh hoa"):
        page.get_by_role("combobox").fill(typed)
        page.get_by_role("combobox").press("Enter")
    page.locator("[data-compare] tbody tr").first.wait_for()
    page.wait_for_url("**don-vi=hoi-khuyen-hoc-tinh-nghe-an,hoi-khuyen-hoc-tinh-thanh-hoa")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Tải CSV").click()
    rows = saved.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) > 2
    page.reload()
    page.locator("[data-compare] tbody tr").first.wait_for()


def test_two_provinces_stand_on_one_chart_in_three_steps_from_home(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="vẽ và so sánh").click()  # 1
    box = page.get_by_role("combobox", name="Thêm đơn vị")
    for typed in ("yen bai", "soc trang"):  # 2, 3
        box.fill(typed)
        box.press("Enter")
        page.locator(".sht-picker__chosen li").nth(0 if typed == "yen bai" else 1).wait_for()
    page.wait_for_url("**don-vi=tinh-yen-bai,tinh-soc-trang")
    page.locator("[role=status]", has_text="2 trên").wait_for()
    assert page.locator("[role=tabpanel] svg rect").count() == 2


@pytest.mark.parametrize(("name", "unit"), [("nghe an", "tinh-nghe-an"), ("ha tinh", "hoi-khuyen-hoc-tinh-ha-tinh")])
def test_a_bare_name_and_enter_chooses_the_province_and_no_hospital(
    page: Page, address: str, name: str, unit: str
) -> None:
    """Its association where the province itself has no figures, and no province that has the letters elsewhere."""
    for path in ("kham-pha/", "so-sanh/"):
        page.goto(address + path)
        page.locator("input[role=combobox]").fill(name)
        page.locator("input[role=combobox]").press("Enter")
        page.wait_for_url(re.compile(f"don-vi={unit}$"))


def test_provinces_that_share_nothing_lead_to_their_associations(page: Page, address: str) -> None:
    page.goto(f"{address}so-sanh/?don-vi=tinh-nghe-an,tinh-thanh-hoa")
    page.get_by_role("button", name=re.compile("^Xem Hội")).click()
    page.wait_for_url(re.compile("don-vi=hoi-khuyen-hoc-tinh-nghe-an,hoi-khuyen-hoc-tinh-thanh-hoa$"))
    page.locator("[data-compare] tbody tr").first.wait_for()


def test_an_address_that_asks_for_what_the_register_has_not_says_so(page: Page, address: str) -> None:
    page.goto(f"{address}kham-pha/?chi-tieu=khong-co&don-vi=tinh-yen-bai,khong-ai&tu=2024&den=2015")
    page.locator(".sht-caveat", has_text="Không có trong sổ: khong-ai; khong-co.").wait_for()
    assert page.get_by_label("Từ năm").input_value() < page.get_by_label("Đến năm").input_value()
    page.goto(f"{address}kham-pha/?chi-tieu=learning-families-rate&don-vi=tinh-yen-bai&tu=2024&den=2025")
    page.locator(".sht-caveat", has_text="Trong những năm đã chọn, chưa có số liệu này của tỉnh Yên Bái.").wait_for()


def test_both_maps_show_what_is_not_ranked_unshaded_and_say_so(page: Page, address: str) -> None:
    page.goto(f"{address}kham-pha/?chi-tieu=members&xem=ban-do")
    page.locator("[role=tabpanel]", has_text="Không xếp hạng; các ô không tô đậm nhạt").wait_for()
    tiles = page.locator("[role=tabpanel] svg rect")
    assert set(tiles.evaluate_all("(all) => all.map((one) => one.getAttribute('fill'))")) == {"none"}
    drawn = page.locator("[role=tabpanel] svg text[font-weight='600']").count()
    page.goto(f"{address}dia-phuong/?ranh-gioi=cu&ban-do=H%E1%BB%99i+vi%C3%AAn+khuy%E1%BA%BFn+h%E1%BB%8Dc")
    side = page.locator("[data-side=cu]")
    side.locator("[data-map-title]", has_text="Không xếp hạng").wait_for()
    assert side.locator("li[data-step]:not([data-step='0'])").count() == 0
    assert side.locator(".sht-tile__value").count() >= drawn > 10


def test_who_asks_for_nothing_sees_a_map_and_loads_no_chart_library(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}kham-pha/")
    page.locator("[role=tabpanel] svg text[font-weight='600']").nth(2).wait_for()
    page.wait_for_load_state("networkidle")  # what is asked for beside the map would be by now
    assert [url for url in asked if "/npm/" in url] == []
    # The map has tiles too, so only the request itself tells that bars are drawn.
    with page.expect_request(lambda request: "/npm/charts" in request.url):
        page.get_by_role("tab", name="Cột").click()
    page.locator("[role=tabpanel] svg :is(path, g rect):visible").first.wait_for()


def test_what_is_drawn_is_downloaded_in_two_steps(page: Page, address: str) -> None:
    page.goto(f"{address}kham-pha/?chi-tieu=learning-families-rate")  # 1
    page.locator("[role=tabpanel] svg rect").first.wait_for()
    drawn = page.locator("[role=tabpanel] svg rect").count()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Tải CSV").click()  # 2
    assert len(saved.value.path().read_text(encoding="utf-8-sig").splitlines()) == drawn + 1


def test_both_maps_are_painted_and_say_value_and_year(page: Page, address: str) -> None:
    page.goto(f"{address}dia-phuong/")
    for side, count in (("moi", 34), ("cu", 63)):
        page.locator(f"input[name=ranh-gioi][value={side}]").check()
        tiles = page.locator(f"[data-side={side}] li[data-area]:visible")
        assert tiles.count() == count
        assert page.locator(f"[data-side={side}] .sht-tile__value:visible").count() >= 3
        assert page.locator(f"[data-side={side}] .is-sea:visible").all_inner_texts() == [
            "Quần đảo Hoàng Sa",
            "Quần đảo Trường Sa",
        ]
        places = [tile.bounding_box() for tile in tiles.all()]
        assert len({(place["x"], place["y"]) for place in places if place}) == count


def test_a_self_assessment_computes_and_comes_back_after_reload(page: Page, address: str) -> None:
    page.goto(f"{address}tu-danh-gia/don-vi-hoc-tap-tt-22-2020-huyen-tinh/")
    fields = page.locator(".sht-assess input[type=number]")
    for at in range(fields.count()):
        fields.nth(at).fill(fields.nth(at).get_attribute("max") or "0")
    result = page.locator("[data-result]")
    assert "Tổng 100 trên 100" in result.inner_text()
    assert "tốt" in result.inner_text()
    fields.first.fill("0")
    page.reload()
    assert "Tổng 90 trên 100" in result.inner_text()
    with page.expect_download() as saved:
        page.locator("[data-save]").click()
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator("[data-clear]").click()
    assert "Trả lời từng tiêu chí" in result.inner_text()
    page.locator("[data-load]").set_input_files(saved.value.path())
    result.filter(has_text="Tổng 90 trên 100").wait_for()


def test_a_citizen_below_five_in_one_criterion_does_not_pass(page: Page, address: str) -> None:
    page.goto(f"{address}tu-danh-gia/cong-dan-hoc-tap-qd-324-khvn-ca-nhan/")
    fields = page.locator(".sht-assess input[type=number]")
    for at in range(fields.count()):
        fields.nth(at).fill("9.5" if at else "4")
    text = page.locator("[data-result]").inner_text()
    assert "Tổng 89,5 trên 100" in text
    assert "Dưới 5 điểm" in text


def test_pass_or_fail_says_what_is_missing_and_never_concludes_from_half_a_set(page: Page, address: str) -> None:
    page.goto(f"{address}tu-danh-gia/don-vi-hoc-tap-tt-24-2023-tinh-1/")
    page.get_by_role("radio", name="Đạt", exact=True).first.check()
    text = page.locator("[data-result]").inner_text()
    assert "Đạt 1 trên" in text
    assert "Chưa trả lời" in text
    for group in page.get_by_role("radiogroup").all():
        group.get_by_role("radio", name="Đạt", exact=True).check()
    for field in page.locator("input[type=number]").all():
        field.fill("100")
    assert "chưa thể kết luận" in page.locator("[data-result]").inner_text()


def test_from_what_a_province_lacks_to_the_form_of_a_unit_the_register_has_or_lacks(page: Page, address: str) -> None:
    page.goto(f"{address}con-thieu/")
    place = page.locator("details", has=page.locator("a[href*='?ten=']")).first
    place.locator("summary").click()
    link = place.locator("a[href*='?ten=']").first
    (name,) = parse_qs(urlsplit(link.get_attribute("href") or "").query)["ten"]
    link.click()  # the register has no such unit yet
    page.get_by_role("button", name=f"Thêm {name}").wait_for()
    page.goto(f"{address}con-thieu/")
    place = page.locator("details", has=page.locator("a[href*='?don-vi=']")).first
    place.locator("summary").click()
    place.locator("a[href*='?don-vi=']").first.click()
    page.get_by_role("button", name="Nhập con số đang thiếu ngay tại đây").wait_for()
    assert page.locator(".sht-desk__unit strong").inner_text()


def test_a_contributor_fills_a_gap_of_a_province_from_the_list_to_rows_that_are_right(page: Page, address: str) -> None:
    page.goto(f"{address}con-thieu/")
    gap = "tr a[href*='don-vi='][href$='chi-tieu=branches']"
    province = page.locator("details", has=page.locator(gap)).first
    province.locator("summary").first.click()  # 1
    province.locator(gap).first.click()  # 2
    page.wait_for_url("**/gui-so-lieu/?don-vi=*&chi-tieu=branches")
    page.get_by_role("button", name="Nhập con số đang thiếu ngay tại đây").click()  # 3
    form = page.locator(".sht-desk__form")
    form.wait_for(timeout=60_000)
    cells = form.locator("tbody tr").first
    assert cells.locator("[name=indicator_id]").input_value().startswith("Chi hội khuyến học")
    form.locator("#nguon-title").fill("Báo cáo tổng kết công tác khuyến học năm 2025")
    form.locator("#nguon-publisher").fill("Hội Khuyến học tỉnh")
    form.locator("#nguon-published_on").fill("15/12/2025")
    form.locator("#nguon-kind").select_option("chinh-chu")
    cells.locator("[name=value]").fill("hơn 2.900 chi hội")
    cells.locator("[name=locator]").fill("mục 2")
    form.get_by_role("button", name="Kiểm tra").click()
    marked = page.locator("#cho-phai-sua")
    marked.wait_for(timeout=60_000)
    assert marked.locator("tbody tr").count() == 1
    assert "Thời kỳ, dòng 1" in marked.inner_text()
    assert cells.locator("[name=period]").get_attribute("aria-invalid") == "true"
    cells.locator("[name=period]").fill("năm 2025")
    form.get_by_role("button", name="Kiểm tra").click()
    display = page.locator("#se-hien")
    display.wait_for(timeout=60_000)
    assert "hơn 2.900" in display.inner_text()
    assert "Báo cáo tổng kết công tác khuyến học năm 2025, mục 2" in display.inner_text()
    assert page.get_by_text("Mọi ô đều đúng").is_visible()


def test_a_citizen_reads_how_many_masters_an_office_has_in_three_steps(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("[data-search-open]").click()  # 1
    page.locator("dialog input").wait_for()
    page.keyboard.type("bao nhieu thac si van phong ubnd tinh")  # 2
    answer = page.locator(ANSWER)
    answer.wait_for()
    assert "21 người" in page.locator("dialog .sht-search__answers a").first.inner_text()
    page.locator("dialog .sht-search__answers a").first.click()  # 3: to its row, with the source
    page.wait_for_url("**/don-vi/van-phong-ubnd-tinh/**")
    assert page.locator(".sht-years tr", has_text="thạc sĩ").first.is_visible()


def test_an_officer_has_the_own_figures_as_labelled_excel_in_three_steps(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("[data-search-open]").click()
    page.locator("dialog input").wait_for()
    page.keyboard.type("van phong ubnd tinh")  # 1
    page.locator("dialog .sht-search__results a").first.wait_for()
    page.locator("dialog .sht-search__results a", has_text="Văn phòng Ủy ban nhân dân tỉnh").first.click()  # 2
    page.wait_for_url("**/don-vi/van-phong-ubnd-tinh/")
    with page.expect_download() as saved:
        page.get_by_role("link", name="Tải Excel").click()  # 3
    book = openpyxl.load_workbook(io.BytesIO(saved.value.path().read_bytes()))
    assert book.sheetnames[0] == "Số liệu"
    heads = [cell.value for row in book["Số liệu"].iter_rows(max_row=12) for cell in row if cell.value]
    assert {"Đơn vị", "Chỉ tiêu", "Giá trị", "Thời kỳ", "Nguồn"} <= set(heads)


def test_a_long_grid_is_filtered_and_ordered(page: Page, address: str) -> None:
    page.goto(f"{address}don-vi/hoi-khuyen-hoc-tinh-soc-trang/")
    rows = page.locator("#bang-so-lieu tbody tr:not(.sht-years__topic):visible")
    everything = rows.count()
    page.get_by_label("Lọc chỉ tiêu").fill("tong gia tri")
    count = page.locator("form[data-grid-filter] output")
    count.filter(has_text=f"trên {everything} dòng").wait_for()
    assert 0 < rows.count() < everything
    assert all("Tổng giá trị" in text for text in rows.locator("th").all_inner_texts())
    page.get_by_label("Lọc chỉ tiêu").fill("")
    first = rows.first.inner_text()
    page.get_by_label("Xếp").select_option("moi")
    assert page.locator("#bang-so-lieu .sht-years__topic:visible").count() == 0
    assert "2025" in rows.first.inner_text()
    page.get_by_label("Xếp").select_option("")
    assert rows.first.inner_text() == first
    assert rows.count() == everything


# Of each kind of page one that has an English name and, where there are such, one that has none.
IN_BOTH = (
    *("don-vi/hoi-khuyen-hoc-tinh-thanh-hoa/", "don-vi/bo-doi-bien-phong-tinh-tien-giang/", "dia-phuong/nghe-an/"),
    *("chi-tieu/members/", "phong-trao/de-an-xa-hoi-hoc-tap-2021-2030/", "van-ban/tt-24-2023/"),
    *("danh-hieu/cong-dan-hoc-tap/", "nguon/hung-yen-2024-03-29/"),
)


@pytest.mark.parametrize("path", IN_BOTH)
def test_english_leads_to_the_same_thing_in_english_and_back(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address + path)
    name = page.locator("h1").inner_text()
    if path.startswith("dia-phuong/"):
        name = name.removeprefix("Tỉnh ")
    figures = page.locator("main").inner_text()
    page.locator(".md-header .sht-language").click()
    page.wait_for_url(f"**/en/{path}")
    assert page.locator("html").get_attribute("lang") == "en"
    main = page.locator("main")
    # Kinds of documents are translated, numbers are not.
    assert name.split()[-1] in main.inner_text() if path.startswith("van-ban/") else name in main.inner_text()
    vietnamese = [text for text in main.locator("[lang=vi]").all_inner_texts() if text]
    assert vietnamese
    alternate = {
        link.get_attribute("hreflang"): link.get_attribute("href") for link in page.locator("link[hreflang]").all()
    }
    assert (alternate["vi"] or "").endswith(f"/{path}")
    assert (alternate["en"] or "").endswith(f"/en/{path}")
    page.locator(".md-header .sht-language").click()
    page.wait_for_url(f"{address}{path}")
    assert page.locator("main").inner_text() == figures


@pytest.mark.parametrize(
    ("path", "english"),
    [
        ("", "en/"),
        ("don-vi/", "en/don-vi/"),
        ("thuat-ngu/", "en/thuat-ngu/"),
        ("du-lieu/", "en/du-lieu/"),
        ("nguon/den-2020/", "en/nguon/den-2020/"),
        ("huong-dan/phuong-phap/", "en/method/"),
        ("kham-pha/", "en/chi-tieu/"),
        ("tu-danh-gia/", "en/danh-hieu/"),
        ("gui-so-lieu/", "huong-dan/contributing-en/"),
        ("bao-cao/", "en/"),
    ],
)
def test_english_leads_from_prose_to_the_nearest_page_in_english(
    page: Page, address: str, path: str, english: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address + path)
    page.locator(".md-header .sht-language").click()
    page.wait_for_url(address + english)
    assert page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("don-vi/hoi-khuyen-hoc-tinh-thanh-hoa/", 1),
        ("chi-tieu/members/", 3),
        ("chi-tieu/fund-raised-vnd/", 3),
        ("danh-hieu/don-vi-hoc-tap/", 4),
        ("danh-hieu/cong-dan-hoc-tap/", 4),
        ("phong-trao/chuong-trinh-gia-dinh-dong-ho-cong-dong-don-vi-2021-2030/", 4),
        ("phong-trao/yen-bai-khoi-co-quan-khuyen-hoc/", 4),
        ("van-ban/qd-1373-2021/", 4),
        ("dia-phuong/phu-tho/", 4),
        ("dia-phuong/can-tho/", 4),
        ("en/chi-tieu/members/", 3),
        ("en/danh-hieu/cong-dan-hoc-tap/", 4),
        ("du-lieu/tu-dien/", 18),
    ],
)
def test_a_page_takes_few_sheets_of_paper(page: Page, address: str, path: str, most: int) -> None:
    page.goto(address + path)
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert 0 < len(re.findall(rb"/Type\s*/Page\b", printed)) <= most
