"""Papers of an officer, in the browser: the report, the sheet that concludes, the dossier; all on the device."""

import gzip
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect

from browsing import page_at
from hoctap.contribute.intake import read_form
from hoctap.contribute.sandbox import RefusedError
from hoctap.model.catalog import Catalog
from hoctap.model.record import Target
from hoctap.views.basis import changes_of_basis
from hoctap.views.campaign import aim_of
from hoctap.views.kinds_of_body import bound_by
from hoctap.views.report import answers_of, report_form, reporting_units
from hoctap.views.report_spans import spans_of
from hoctap.views.similar import similar_units
from hoctap.views.statements.comparable import comparable

TODAY = date(2026, 11, 22)
MOST = 130_000
ASSOCIATION = "hoi-khuyen-hoc-tinh-dong-lau"
FUND, FUND_BEFORE = "[name=nay-fund-raised-vnd]", "[name=truoc-fund-raised-vnd]"
REPORT, SHEET, PARTIAL = "bao-cao/", "tu-danh-gia/don-vi-hoc-tap-tt-88-2023-huyen-1/", "huyen-2/"


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("", ()),
        ("cơ quan nhà nước", ("co-quan",)),
        ("đơn vị sự nghiệp công lập", ("su-nghiep", "pho-thong", "dai-hoc", "nghe-nghiep", "truong-khac")),
        ("cơ sở giáo dục đại học", ("dai-hoc",)),
        ("trường trung học phổ thông, trung tâm giáo dục thường xuyên", ("pho-thong",)),
        ("những đơn vị lạ", ()),
    ],
)  # fmt: skip
def test_a_criterion_binds_the_kinds_of_body_its_words_name_and_everyone_where_they_name_none(
    words: str, wanted: tuple[str, ...]
) -> None:
    assert bound_by(words) == wanted


def test_a_replaced_document_is_called_replaced_and_an_unknown_one_nothing(catalog: Catalog) -> None:
    (one,) = changes_of_basis(catalog, "tt-44-2020")
    assert (one.kind, one.words) == ("replaces", "đã được thay bằng")
    assert changes_of_basis(catalog, "tt-88-2023") == []
    assert changes_of_basis(catalog, "") == []


def test_a_target_whose_document_was_replaced_says_so_and_another_is_silent(catalog: Catalog) -> None:
    target = catalog.all_of(Target)[0]
    assert [one.kind for one in aim_of(catalog, replace(target, document_id="tt-44-2020")).basis] == ["replaces"]
    assert aim_of(catalog, replace(target, document_id="tt-88-2023")).basis == []


def test_reports_are_of_periods_begun_and_know_where_borders_moved() -> None:
    spans = {span.code: span for span in spans_of(TODAY)}
    assert list(spans)[:2] == ["2026", "2026-h1"]
    assert {code: span.crossed_by for code, span in spans.items()} == {
        "2026": "flow", "2026-h1": "all", "2025": "all", "2025-h1": "", "2024": "", "2024-h1": "",
    }  # fmt: skip
    assert "2026-h1" in {span.code for span in spans_of(date(2026, 1, 1))}
    assert spans["2026-h1"].before_words == "6 tháng đầu năm 2025"


def test_a_form_asks_each_indicator_once(catalog: Catalog) -> None:
    keys = [field.key for _, fields in report_form(catalog, TODAY).sections for field in fields]
    assert keys
    assert len(keys) == len(set(keys))


def test_only_figures_of_the_very_period_and_of_the_whole_unit_answer(catalog: Catalog) -> None:
    found = 0
    for unit_id, *_ in reporting_units(catalog):
        for key in answers_of(catalog, unit_id, TODAY)["figures"]:
            indicator, code = key.split("|")
            year = int(code[:4])
            end = date(year, 6, 30) if code.endswith("h1") else date(year, 12, 31)
            whose = [unit_id, *(["tinh-dong-lau"] if unit_id == ASSOCIATION else [])]
            candidates = [row for one in whose for row in catalog.rows_by_unit[one]]
            rows = [row for row in candidates if row.observation.indicator_id == indicator]
            assert any(row.observation.period.end == end and not row.observation.breakdown for row in rows)
            found += 1
    assert found


def test_an_association_finds_the_models_of_its_area_and_not_the_other_way_round(catalog: Catalog) -> None:
    own, area = (answers_of(catalog, unit_id, TODAY) for unit_id in (ASSOCIATION, "tinh-dong-lau"))
    assert own["area"] == {"name": "Tỉnh Đông Lâu", "inside": "tỉnh Đông Lâu"}
    models = {key for key in area["figures"] if key.startswith("learning-citizens")}
    assert models
    assert models <= set(own["figures"])
    assert area["area"] is None
    assert not [key for key in area["figures"] if key.startswith("fund-raised")]


def test_a_hedge_reaches_the_field_and_forbids_growth(catalog: Catalog) -> None:
    rows = catalog.figure_rows
    row = next(one for one in rows if one.observation.value is not None and not one.observation.breakdown)
    seen = replace(row.observation, qualifier="over", period_status="stated")
    hedged = replace(catalog, records={**catalog.records, "observations": (seen,)})
    for answer in answers_of(hedged, seen.unit_id, TODAY)["figures"].values():
        assert not answer["exact"]
        assert answer["text"].startswith("hơn ")


# ── In the browser ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with page_at(browser, address, viewport={"width": 390, "height": 844}, accept_downloads=True) as new_page:
        yield new_page


def _file(page: Page, selector: str) -> bytes:
    with page.expect_download() as got:
        page.locator(selector).click()
    return Path(got.value.path()).read_bytes()


def _words(data: bytes) -> str:
    document = Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


@pytest.mark.build
@pytest.mark.browser
@pytest.mark.filterwarnings("ignore:Workbook contains no default style")
def test_a_report_is_written_from_typed_numbers_and_kept_on_the_device(page: Page, address: str) -> None:
    page.goto(address + REPORT, wait_until="networkidle")
    page.select_option("[name=ky]", "2025-h1")
    page.fill("[name=ten]", "Hội Khuyến học xã Thử")
    page.fill(FUND, "71,5 triệu")
    page.fill(FUND_BEFORE, "65.000.000")
    page.fill("[name=noi-nhan]", "UBND xã; Lưu VP")
    sentence = "6 tháng đầu năm 2025, Hội Khuyến học xã Thử vận động được 71,5 triệu đồng cho quỹ khuyến học, tăng"
    assert f"{sentence} 6,5 triệu đồng, tức 10%, so với 6 tháng đầu năm 2024 (65 triệu đồng)." in page.inner_text(
        "[data-result]"
    )
    page.fill("[name=nay-learning-citizens]", "320")
    assert "Đến hết 6 tháng đầu năm 2025, xã Thử có 320 người" in page.inner_text("[data-result]")
    page.fill("[name=nay-learning-citizens]", "")
    data = _file(page, "[data-docx]")
    words = _words(data)
    for wanted in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "HỘI KHUYẾN HỌC XÃ THỬ",
        sentence,
        "Nơi nhận:",
        "ngày …… tháng …… năm ………",
        "- UBND xã;\n- Lưu VP.",
        "\n6,5 triệu đồng",
    ):
        assert wanted in words
    assert b"Times New Roman" in zipfile.ZipFile(io.BytesIO(data)).read("word/styles.xml")
    sheet = load_workbook(io.BytesIO(_file(page, "[data-xlsx]")))["Số liệu"]
    assert [sheet.cell(5, at).value for at in (4, 5, 6)] == [71_500_000, 65_000_000, 6_500_000]
    page.reload()
    # What was typed comes back once the script of the page is there.
    expect(page.locator("[name=ten]")).to_have_value("Hội Khuyến học xã Thử")
    page.on("dialog", lambda dialog: dialog.accept())
    page.click("[data-clear]")
    assert page.evaluate("localStorage.getItem('sht-report')") is None


# What is typed into the report of an association (money is its own, models are of its area), the period under which
# it is sent, and the value and hedge that the register gets.
SENT = {
    "fund-raised-vnd": ("hơn 71,5 triệu", "2026-01/2026-06", "half-year", "71500000", "over"),
    "learning-citizens": ("460.100", "2026-06-30", "moment", "460100", "exact"),
    "learning-citizens-rate": ("32,5", "2026-06-30", "moment", "32.5", "exact"),
}


def _report_to_send(page: Page, address: str) -> None:
    page.goto(address + REPORT, wait_until="networkidle")
    page.select_option("[name=ky]", "2026-h1")
    page.click("[data-unit] button")
    page.fill("#don-vi-bao-cao", "hoi khuyen hoc tinh dong lau")
    page.keyboard.press("Enter")
    page.get_by_text("Đang dùng số liệu trong sổ của: Hội Khuyến học tỉnh Đông Lâu").wait_for()
    for indicator, (typed, *_) in SENT.items():
        page.fill(f"[name=nay-{indicator}]", typed)


@pytest.mark.build
@pytest.mark.browser
def test_the_numbers_of_a_report_are_read_as_a_form_without_loss(
    page: Page, address: str, catalog: Catalog, tmp_path: Path
) -> None:
    _report_to_send(page, address)
    page.click("[data-send-file]")
    assert "nguồn phải có ngày" in page.inner_text("[data-memory]")
    page.fill("[name=ngay]", "2026-07-05")
    (tmp_path / "sent.xlsx").write_bytes(_file(page, "[data-send-file]"))
    form = read_form(catalog, tmp_path / "sent.xlsx")
    assert form.marks == ()
    after = form.trial.after
    own = {row.indicator_id: row for row in after.observations if row.source_id not in catalog.sources}
    read = {
        key: (row.period.text, row.period_kind, str(row.value), row.qualifier, row.unit_id) for key, row in own.items()
    }
    whose = {key: ASSOCIATION if key == "fund-raised-vnd" else "tinh-dong-lau" for key in SENT}
    assert read == {key: (*rest, whose[key]) for key, (_, *rest) in SENT.items()}
    (source,) = {row.source_id for row in own.values()}
    assert source == f"{ASSOCIATION}-bao-cao-2026-h1"
    assert after.sources[source].publisher == "Hội Khuyến học tỉnh Đông Lâu"
    assert {row.locator for row in own.values()} == {f"bảng số liệu, dòng {at}" for at in (1, 2, 3)}


@pytest.mark.build
@pytest.mark.browser
def test_the_numbers_of_a_report_are_checked_on_the_page_where_they_are_sent(browser: Browser, address: str) -> None:
    with page_at(browser, address) as page:
        _report_to_send(page, address)
        page.fill("[name=ngay]", "2026-07-05")
        page.click("[data-send]")
        page.get_by_text("Mọi ô đều đúng").first.wait_for(timeout=120_000)
        text = page.get_by_label("Lời nhắn gửi kèm tệp").input_value()
        assert "6 tháng đầu năm 2026: hơn 71,5 triệu đồng" in text
        assert "Công dân học tập, đến 30/6/2026: 460.100 người" in text


@pytest.mark.build
@pytest.mark.browser
def test_a_name_typed_whole_is_chosen_before_longer_ones_that_hold_it(page: Page, address: str) -> None:
    page.goto(address + REPORT, wait_until="networkidle")
    module = f"{address}assets/js/picker.js"
    options = [
        {
            "id": "fund",
            "name": "Quỹ của Hội Khuyến học tỉnh Đông Lâu",
            "text": "Quỹ Hội Khuyến học tỉnh Đông Lâu",
            "rank": 0,
        },
        {
            "id": "before",
            "name": "Hội Khuyến học tỉnh Đông Lâu (trước 01/7/2025)",
            "text": "Hội Khuyến học tỉnh Đông Lâu",
            "rank": 0,
        },
        {"id": "it", "name": "Hội Khuyến học tỉnh Đông Lâu", "text": "Hội Khuyến học tỉnh Đông Lâu", "rank": 4},
    ]
    found = page.evaluate(
        """([module, options, typed]) => import(module).then(({ Picker }) => {
          const picker = new Picker({ id: "x", label: "x", options, chosen() {}, skip: () => false });
          picker.input.value = typed;
          return picker.fitting().map(({ id }) => id);
        })""",
        [module, options, "hoi khuyen hoc tinh dong lau"],
    )
    assert found == ["it", "before", "fund"]


@pytest.mark.build
@pytest.mark.browser
@pytest.mark.parametrize(
    ("now", "before", "wanted"),
    [
        ("hơn 71 triệu", "65 triệu", "số nói chừng"),
        ("71.5 triệu", "65 triệu", "Còn 1 ô phải sửa"),
        ("65.000.000", "65 triệu", "không đổi so với"),
    ],
)
def test_growth_is_said_only_of_numbers_that_allow_it(
    page: Page, address: str, now: str, before: str, wanted: str
) -> None:
    page.goto(address + REPORT, wait_until="networkidle")
    page.select_option("[name=ky]", "2025-h1")
    page.fill(FUND, now)
    page.fill(FUND_BEFORE, before)
    assert wanted in page.inner_text("[data-result]")
    assert "tăng" not in page.inner_text("[data-result] ul") if page.locator("[data-result] ul").count() else True


@pytest.mark.build
@pytest.mark.browser
def test_a_report_never_compares_across_borders_that_moved(page: Page, address: str) -> None:
    page.goto(address + REPORT, wait_until="networkidle")
    page.select_option("[name=ky]", "2026-h1")
    page.fill(FUND, "10 triệu")
    page.fill(FUND_BEFORE, "9 triệu")
    assert "tăng 1 triệu đồng" in page.inner_text("[data-result]")
    page.check("[name=ranh-gioi]")
    assert "khác ranh giới" in page.inner_text("[data-result]")
    assert "tăng 1" not in page.inner_text("[data-result]")


@pytest.mark.build
@pytest.mark.browser
def test_a_sheet_with_gaps_concludes_by_what_the_officer_adds(page: Page, address: str) -> None:
    page.goto(address + SHEET.replace("huyen-1/", PARTIAL))
    for row in page.locator("[data-criterion] [value=dat]").all():
        row.check()
    for field in page.locator("[data-criterion] [type=number]").all():
        field.fill("100")
    assert "chưa thể kết luận" in page.inner_text("[data-result]")
    page.locator("[data-dossier] summary").click()
    paper = _words(_file(page, "[data-papers] button >> nth=1"))
    assert "khai thêm" not in paper, "what the sheet says to its reader is nothing for a paper"
    assert "chưa thể kết luận" not in paper
    assert "Chỉ tiêu khác theo văn bản: …" in paper, "what could not be read is left open, as is how many are due"
    assert re.search(r"Đạt \d+ trên …", paper)
    page.locator("[data-gap] [data-add]").first.click()
    page.fill("[data-own] input >> nth=0", "Chỉ tiêu ở khoản 2")
    page.select_option("[data-own] select", "dat")
    page.locator("[data-gap] [type=checkbox]").first.check()
    assert page.inner_text("[data-result]").endswith("Đạt mọi tiêu chí của mức này, theo các chỉ tiêu bạn khai thêm.")
    paper = _words(_file(page, "[data-papers] button >> nth=1"))
    assert "Chỉ tiêu khác theo văn bản" not in paper
    assert re.search(r"Đạt (\d+) trên \1 chỉ tiêu phải xét", paper)
    page.reload()
    expect(page.locator("[data-own] input").first).to_have_value("Chỉ tiêu ở khoản 2")
    page.select_option("[data-own] select", "chua")
    assert "Chưa đạt mức này" in page.inner_text("[data-result]")
    assert "Đạt" in page.inner_text("[data-count]")


@pytest.mark.build
@pytest.mark.browser
def test_a_dossier_has_its_four_papers_with_dots_for_what_is_unknown(page: Page, address: str) -> None:
    page.goto(address + SHEET, wait_until="networkidle")
    page.fill("[name=ten]", "Trường Thử")
    for row in page.locator("[data-criterion] [value=dat]").all():
        row.check()
    page.locator("[data-criterion] summary").first.click()
    page.locator("[data-criterion] details button").first.click()
    page.fill("[data-entry] input >> nth=0", "2026-03-05")
    page.fill("[data-entry] input >> nth=1", "Kế hoạch học tập")
    page.locator("[data-dossier] summary").click()
    page.locator("[data-papers] button").first.wait_for()
    names = page.locator("[data-papers] button").all_inner_texts()
    assert names == ["Văn bản đề nghị", "Báo cáo tự đánh giá", "Bản tổng hợp kết quả", "Quyết định lập tổ đánh giá"]
    files = [_file(page, f"[data-papers] button >> nth={at}") for at in range(4)]
    papers = [_words(data) for data in files]
    assert all("TRƯỜNG THỬ" in words and "……" in words for words in papers)
    assert "Kế hoạch học tập, 05/3/2026" in papers[2]
    assert "Kết quả của đơn vị\nĐạt, chưa đạt\nMinh chứng" in papers[2]
    assert "V/v đề nghị đánh giá, công nhận" in papers[0], "a request is a letter: its subject stands under its number"
    assert "(Kèm theo Báo cáo số\u00a0………/BC-……… ngày\u00a0…… tháng\u00a0……" in papers[2]
    assert "Số:" not in papers[2], "what comes with a report has no number of its own"
    evidence = Document(io.BytesIO(files[2])).tables[1]
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in evidence.rows[-2:]]
    assert kept == [True, True], "the signature goes to the next page with the last rows, not alone"
    assert [" Như trên" in papers[0].replace("-", ""), " Như Điều 3" in papers[3].replace("-", "")] == [True, True]
    assert "Tổ trưởng: ……" in papers[3]


@pytest.mark.build
@pytest.mark.browser
def test_a_dossier_sent_as_figures_comes_back_with_the_reason(
    page: Page, address: str, catalog: Catalog, tmp_path: Path
) -> None:
    page.goto(address + SHEET, wait_until="networkidle")
    for field in page.locator("[data-criterion] [type=number]").all():
        field.fill("62")
    page.locator("[data-dossier] summary").click()
    page.locator("[data-papers] button").first.wait_for()
    for at in (1, 2):  # the report and the table of results; the letter and the decision have no table
        (tmp_path / "paper.docx").write_bytes(_file(page, f"[data-papers] button >> nth={at}"))
        with pytest.raises(RefusedError, match="sổ không lấy số liệu ở hồ sơ"):
            read_form(catalog, tmp_path / "paper.docx")


@pytest.mark.build
@pytest.mark.browser
@pytest.mark.parametrize("path", ["thang-nay/", REPORT, SHEET])
def test_pages_of_papers_are_light_before_anything_is_asked_for(browser: Browser, address: str, path: str) -> None:
    with page_at(browser, address) as page:
        sizes: list[int] = []
        page.on(
            "response", lambda got: sizes.append(len(gzip.compress(got.body()))) if "/fonts/" not in got.url else None
        )
        page.goto(address + path, wait_until="networkidle")
        page.wait_for_load_state("networkidle")
        assert sum(sizes) < MOST, sum(sizes)


@pytest.mark.build
@pytest.mark.browser
def test_without_scripts_a_report_is_an_empty_form(browser: Browser, address: str) -> None:
    with page_at(browser, address, java_script_enabled=False) as page:
        page.goto(address + REPORT, wait_until="networkidle")
        assert page.locator("[data-nay]").count() > 0
        assert "mẫu trống để in" in page.inner_text("main")


@pytest.mark.build
def test_what_the_page_of_reports_loads_is_small(site: Path) -> None:
    units = json.loads((site / REPORT / "units.json").read_bytes())
    files = list((site / REPORT / "don-vi").glob("*.json"))
    assert {file.stem for file in files} == {unit_id for unit_id, *_ in units}
    assert max(file.stat().st_size for file in files) < MOST


# ── Units like one ─────────────────────────────────────────────────────────────────────────────────────────────


def test_units_like_one_share_kind_and_level_and_only_comparable_figures_stand_side_by_side(catalog: Catalog) -> None:
    one = next(unit for unit in catalog.units.values() if catalog.province_of(unit.area_id) and unit.level == "tinh")
    source = next(row for row in catalog.observations if row.value is not None)
    units, seen = [], []
    for at in range(6):
        units.append(replace(one, unit_id=f"don-vi-{at}", name_vi=f"Đơn vị {at}", area_id=f"noi-{at}", status="active"))
        seen.append(replace(source, unit_id=f"don-vi-{at}", breakdown=""))
    area = catalog.areas[catalog.province_of(one.area_id)]
    areas = tuple(replace(area, area_id=f"noi-{at}", level="tinh", region="x") for at in range(6))
    records = {**catalog.records, "units": tuple(units), "observations": tuple(seen), "areas": areas}
    many = replace(catalog, records=records)
    found = similar_units(many, "don-vi-0")
    assert len(found) == 5
    assert all("cùng loại, cùng cấp; cùng vùng" in each.why for each in found)
    for each in found:
        for mine, theirs in each.pairs:
            assert comparable(many.row_of(mine.observation), many.row_of(theirs.observation)) == ()
    fewer = replace(catalog, records={**records, "units": tuple(units[:3]), "observations": tuple(seen[:3])})
    assert similar_units(fewer, "don-vi-0") == []
