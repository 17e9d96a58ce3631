"""Nothing the site says goes beyond its rows: counted over every page and every statement of the built site."""

import csv
import html
import json
import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook

from hoctap.check.gate import check
from hoctap.views.page_kinds import BY_NAME
from hoctap.views.shared_picture import english_picture, headline_of, shared_picture
from hoctap.views.standing import Standings
from miniature import REAL

HEDGED = {"over", "under", "nearly", "about", "at_least"}
DOUBTS = {"inferred": "suy ra từ bài", "uncertain": "thời kỳ chưa chắc"}
BORDERS = {"before": "ranh giới trước 01/7/2025", "unknown": "nguồn không rõ theo ranh giới trước hay sau"}
TIMES = {"": 1, "nghìn": 10**3, "triệu": 10**6, "tỷ": 10**9, "nghìn tỷ": 10**12}
# A cell or an item that begins with an outcome, up to what is folded away in it.
VERDICT = re.compile(
    r'<(?:td|li)[^>]*>(?:\s*<a[^>]*>[^<]*</a>:)?\s*<span class="sht-status[^"]*">(.*?)</span>'
    r"(.*?)(?=<details|</td>|</li>)",
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]+>")


@cache
def figures(site: Path) -> dict[str, dict[str, str]]:
    return {row["row_id"]: row for row in _rows(site / "data" / "so-lieu-day-du.csv")}


@cache
def statements(site: Path) -> list[dict[str, str]]:
    return list(_rows(site / "data" / "statements.csv"))


@cache
def provinces(site: Path) -> set[str]:
    areas = _rows(site / "data" / "reference" / "data" / "areas.csv")
    return {row["area_id"] for row in areas if row["level"] == "tinh"}


@cache
def source_caveats(site: Path) -> dict[str, list[str]]:
    """What is to be known of a source, by its identifier, sentence by sentence: in brackets these are parts of one."""
    sources = _rows(site / "data" / "reference" / "data" / "sources.csv")
    return {row["source_id"]: re.split(r"\.\s+", row["caveat"].strip().rstrip(".")) for row in sources}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def missing_caveats(site: Path, row: dict[str, str], text: str) -> list[str]:
    """Return what a text about a row leaves out of what the table of figures says of it."""
    wanted = [row["breakdown"], row["note"], row["source_title"], DOUBTS.get(row["period_status"], "")]
    wanted += source_caveats(site)[row["source_id"]]
    wanted.append(BORDERS.get(row["border"], "") if row["area_id"] in provinces(site) else "")
    wanted.append(row["qualifier_label"].lower() if row["value"] and row["qualifier"] in HEDGED else "")
    wanted.append("lũy kế" if row["period_kind"] == "cumulative" and "stock" not in row["stock_flow"] else "")
    wanted.append("nguồn đăng khi" if is_unfinished(row) else "")
    return [words for words in wanted if words and words.lower() not in text.lower()]


def is_unfinished(row: dict[str, str]) -> bool:
    """Return whether a source told what happens in a time a month, or a twelfth of it, before that time was over."""
    happens = row["stock_flow"] in ("flow", "ratio-of-flow") and row["period_kind"] != "moment"
    if not happens or not row["source_published"]:
        return False
    year, month, day = (*map(int, row["source_published"].split("-")), 0, 0)[:3]
    last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    over = date.fromisoformat(row["period_end"])
    if row["period_kind"] in ("school-year", "term") and len(row["period"]) == 9:
        over = over.replace(month=5) if row["period_kind"] == "school-year" else over.replace(month=1, day=1)
    return (over - last).days > min(31, (over - date.fromisoformat(row["period_start"])).days // 12)


def test_every_statement_has_every_caveat_of_every_row_it_rests_on(site: Path) -> None:
    stated = [each for each in statements(site) if each["is_said"] == "true"]
    lacking = [
        (each["kind"], row_id, missing)
        for each in stated
        for row_id in filter(None, each["rows"].split(" ‖ "))
        if (missing := missing_caveats(site, figures(site)[row_id], each["text"]))
    ]
    assert len(stated) > len(figures(site))
    assert lacking == []


def test_every_sentence_of_a_figure_says_whose_it_is_how_much_and_when(site: Path) -> None:
    wrong = []
    for each in statements(site):
        if each["kind"] == "figure" and each["is_said"] == "true":
            row = figures(site)[each["rows"]]
            sentence, _, _ = each["text"].partition(" (nguồn: ")
            whose = "cả nước" if row["unit_id"] == "viet-nam" else row["unit_name"].removesuffix(" (trước 01/7/2025)")
            years = re.findall(r"[12]\d{3}", row["period"])
            lacking = [words for words in (whose, *years) if words.lower() not in sentence.lower()]
            value = Decimal(row["value"] or 0)
            if lacking or (row["value"] and value not in numbers(sentence)):
                wrong.append((each["text"], row["row_id"], lacking))
    assert wrong == []


def numbers(text: str) -> set[Decimal]:
    """Return the numbers of a sentence, those of money in đồng."""
    found = re.findall(r"(\d[\d.]*(?:,\d+)?)%?(?: (nghìn tỷ|tỷ|triệu|nghìn) đồng)?", text)
    return {Decimal(digits.replace(".", "").replace(",", ".")) * TIMES[scale] for digits, scale in found}


def test_every_change_is_the_difference_of_its_two_rows(site: Path) -> None:
    changes = [each for each in statements(site) if each["kind"] == "change" and each["is_said"] == "true"]
    for each in changes:
        new, old = (figures(site)[row_id] for row_id in each["rows"].split(" ‖ "))
        grown = Decimal(new["value"]) - Decimal(old["value"])
        assert each["outcome"] == ("tăng" if grown > 0 else "giảm" if grown < 0 else "không đổi"), each["text"]
        assert new["period_end"] > old["period_end"], each["text"]
        same = ("unit_id", "indicator_id", "breakdown")
        assert [new[name] for name in same] == [old[name] for name in same], each["text"]
        _, _, amount = each["text"].partition(f", {each['outcome']} ")
        if grown and re.match(r"\d", amount):
            assert abs(grown) in numbers(amount), each["text"]
    assert changes


def test_every_ranking_is_of_one_kind_and_time_and_the_largest_first(site: Path) -> None:
    stated = [each for each in statements(site) if each["kind"] == "ranking" and each["is_said"] == "true"]
    for each in stated:
        rows = [figures(site)[row_id] for row_id in each["rows"].split(" ‖ ")]
        values = [Decimal(row["value"]) for row in rows]
        assert values == sorted(values, reverse=True), each["text"]
        one = ("indicator_id", "breakdown", "unit_kind", "unit_level", "is_preferred")
        assert len({tuple(row[name] for name in one) for row in rows}) == 1, each["text"]
        assert len({row["unit_id"] for row in rows}) == len(rows), each["text"]
        assert len({row["period_end"][:4] for row in rows}) == 1, each["text"]
        assert {row["border"] for row in rows} in ({""}, {"", "before"}, {"", "after"}, {"before"}, {"after"}), each[
            "text"
        ]
    assert stated


def test_every_ready_sentence_of_every_unit_is_a_statement(site: Path) -> None:
    known = {each["text"] for each in statements(site) if each["is_said"] == "true"}
    seen = 0
    for path in sorted([*(site / "don-vi").glob("*/index.html"), *(site / "dia-phuong").glob("*/index.html")]):
        for sentence in re.findall(
            r'<span id="cau-\d+">(.*?)</span>(?: <span class="sht-note">[^<]*</span>)? <button',
            path.read_text(encoding="utf-8"),
            re.DOTALL,
        ):
            seen += 1
            assert plain(sentence) in known, f"{path}: {plain(sentence)}"
    assert seen > 100


def test_every_chart_of_figures_has_its_statement_its_sources_and_its_hedges(site: Path) -> None:
    known = {each["text"]: each["rows"].split(" ‖ ") for each in statements(site) if each["is_said"] == "true"}
    seen = 0
    for folder in ("don-vi", "dia-phuong", "chi-tieu"):
        for path in sorted((site / folder).glob("*/index.html")):
            for chart in re.findall(
                r'<figure class="sht-chart[^"]*">(.*?)</figure>', path.read_text(encoding="utf-8"), re.DOTALL
            ):
                seen += 1
                words = re.findall(r"<details[^>]*><summary>Nói bằng chữ.*?</summary><p>(.*?)</p>", chart, re.DOTALL)
                assert words, path
                assert plain(words[0]) in known, f"{path}: {plain(words[0])}"
                assert "Nguồn: " in chart, path
                values = html.unescape(" ".join(re.findall(r'class="value"[^>]*>(.*?)</text>', chart)))
                hedged = len(re.findall(r"\b(?:hơn|gần|dưới|khoảng|ít nhất) [\d.,]+", values))
                marks = len(re.findall(r'class="(?:bar bar--hedged|dot)"', chart))
                assert marks == hedged, path
                statements_of = [
                    html.unescape(one) for one in re.findall(r'<g class="mark"[^>]*><title>(.*?)</title>', chart)
                ]
                # A whole is said before its parts and is no mark of its own.
                rows = [figures(site)[row_id] for row_id in known[plain(words[0])][-len(statements_of) :]]
                assert [missing_caveats(site, *pair) for pair in zip(rows, statements_of, strict=True)] == [[]] * len(
                    rows
                ), path
                assert len(re.findall(r"<(?:circle|rect)\b", chart)) >= 3, path
    assert seen > 5


def test_no_label_of_a_drawing_is_cut(site: Path) -> None:
    seen = 0
    for path in site.rglob("index.html"):
        for chart in re.findall(r'<figure class="sht-chart.*?</figure>', path.read_text(encoding="utf-8"), re.DOTALL):
            for drawing in re.findall(r"<svg.*?</svg>", chart, re.DOTALL):
                seen += 1
                labels = re.findall(r"<t(?:ext|span)\b[^>]*>([^<]*)", drawing)
                assert not [label for label in labels if "…" in label], path
    assert seen > 50


def test_every_figure_beside_a_chart_has_its_caveats(site: Path) -> None:
    known = {each["text"]: each["rows"].split(" ‖ ") for each in statements(site) if each["is_said"] == "true"}
    seen, wrong = 0, []
    for folder in ("don-vi", "dia-phuong", "chi-tieu"):
        for path in sorted((site / folder).glob("*/index.html")):
            for chart in re.findall(
                r'<figure class="sht-chart[^"]*">(.*?)</figure>', path.read_text(encoding="utf-8"), re.DOTALL
            ):
                words = re.findall(r"<summary>Nói bằng chữ.*?</summary><p>(.*?)</p>", chart, re.DOTALL)
                indicator = figures(site)[known[plain(words[0])][0]]["indicator_id"]
                for line in re.findall(r"Không đặt chung được: (.*?)</p>", chart, re.DOTALL):
                    for item, source in re.findall(
                        r'(.*?nguồn: <a href="[^"]*/nguon/([^/"]+)/">.*?\))(?:; |\.$)', line, re.DOTALL
                    ):
                        seen += 1
                        rows = [
                            row
                            for row in figures(site).values()
                            if (row["indicator_id"], row["source_id"]) == (indicator, source)
                        ]
                        wrong += (
                            []
                            if any(not missing_caveats(site, row, plain(item)) for row in rows)
                            else [(path, plain(item))]
                        )
    assert wrong == []
    assert seen > 5


def test_every_sentence_about_a_target_says_what_is_to_know_of_it(site: Path) -> None:
    stated = [each for each in statements(site) if each["kind"] in ("verdict", "absence")]
    packages = site / "data"
    for row in _rows(packages / "campaign-guidelines" / "data" / "targets.csv"):
        texts = [each["text"] for each in stated if each["about"].startswith(f"{row['target_id']} ")]
        assert all(row["note"] in text for text in texts), row["target_id"]
    for row in _rows(packages / "unit-statistics" / "data" / "local_targets.csv"):
        texts = [each["text"] for each in stated if each["about"] == f"{row['unit_id']} {row['indicator_id']}"]
        assert any(row["note"] in text and row["scope"] in text for text in texts), row


def _page_of(site: Path, row: dict[str, str]) -> tuple[str, str, str]:
    """Return folder, key and text of the page of a row's unit: its own, or that of the place that it is."""
    for folder, key in (("don-vi", row["unit_id"]), ("dia-phuong", row["area_id"])):
        path = site / folder / key / "index.html"
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        if text and 'http-equiv="refresh"' not in text:
            return folder, key, text
    raise AssertionError(row["row_id"])


def test_a_figure_beside_which_another_source_is_preferred_says_so_on_every_page_and_in_every_text(site: Path) -> None:
    rivals = [row for row in figures(site).values() if row["is_preferred"] == "false"]
    for row in rivals:
        folder, key, page = _page_of(site, row)
        text = (site / "data" / folder / f"{key}.md").read_text(encoding="utf-8")
        english = (site / "en" / "nguon" / row["source_id"] / "index.html").read_text(encoding="utf-8")
        source = (site / "nguon" / row["source_id"] / "index.html").read_text(encoding="utf-8")
        for words in (page, text, source):
            assert "ó nguồn khác được ưu tiên" in words, row["row_id"]
        assert "nother source is preferred" in english, row["row_id"]
    assert rivals


def test_every_sentence_of_every_text_twin_and_every_feed_is_a_statement(site: Path) -> None:
    known = {each["text"] for each in statements(site) if each["is_said"] == "true"}
    ours = re.compile(r"\((?:nguồn|phạm vi|ranh giới)|^(?:Năm|Tính đến|Lũy kế|Nhiệm kỳ|Chỉ tiêu) ")
    counted = Counter[str]()
    for kind, pattern in (("md", "data/*/*.md"), ("atom", "data/**/*.atom")):
        for path in site.glob(pattern):
            for line in _lines(path, kind):
                if ours.search(line) and "nguồn: " in line:
                    counted[kind] += 1
                    assert line.removesuffix(" (có nguồn khác được ưu tiên)") in known, (path, line)
    assert counted["md"] > len(figures(site)), counted
    assert counted["atom"] > 500, counted


def _lines(path: Path, kind: str) -> list[str]:
    text = path.read_text(encoding="utf-8")
    if kind == "atom":
        found = re.findall(r'<content type="text">(.*?)</content>', text, re.DOTALL)
        return [line for each in found for line in html.unescape(each).split("\n")]
    return [
        re.sub(r"(?: Có nguồn khác được ưu tiên\.)?(?: <[^>]*>)?$", "", line[2:])
        for line in text.splitlines()
        if line[:2] == "- "
    ]


def test_every_row_of_json_is_said_with_its_caveats(site: Path) -> None:
    seen = 0
    for folder in ("don-vi", "dia-phuong", "chi-tieu"):
        for path in (site / "data" / folder).glob("*.json"):
            for row in json.loads(path.read_text(encoding="utf-8")).get("observations", ()):
                seen += 1
                wanted = figures(site)[row["row_id"]]
                assert missing_caveats(site, wanted, row["statement"]) == [], (path, row["row_id"])
                assert row["is_preferred"] == (wanted["is_preferred"] == "true"), row["row_id"]
    assert seen > 2 * len(figures(site))


def test_every_row_for_excel_has_its_caveats_in_words(site: Path) -> None:
    rows = [row for path in (site / "data" / "excel" / "don-vi").glob("*.csv") for row in _excel_rows(path)]
    rows += [row for path in sorted((site / "data" / "don-vi").glob("*.xlsx"))[::12] for row in _workbook_rows(path)]
    assert len(rows) > len(figures(site))
    for row in rows:
        names = ("Đơn vị (mã)", "Chỉ tiêu (mã)", "Thời kỳ (mã)", "Phạm vi", "Nguồn (mã)")
        wanted = figures(site)["|".join(row[name] for name in names)]
        words = " ".join(row[name] for name in ("Nguồn", "Cách nói", "Phạm vi", "Lưu ý", "Thời kỳ"))
        words += f" ranh giới {row['Ranh giới']}"
        words += f" {BORDERS['unknown']}" if row["Ranh giới"] == "chưa rõ ranh giới" else ""
        assert missing_caveats(site, wanted, words) == [], (row, words)


def _excel_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def _workbook_rows(path: Path) -> list[dict[str, str]]:
    for sheet in load_workbook(BytesIO(path.read_bytes()), read_only=True).worksheets:
        lines = [["" if cell is None else str(cell) for cell in line] for line in sheet.iter_rows(values_only=True)]
        for at, line in enumerate(lines):
            if "Chỉ tiêu (mã)" in line:
                return [dict(zip(line, cells, strict=True)) for cells in lines[at + 1 :] if any(cells)]
    return []


ENGLISH = {
    "over": "more than ", "under": "less than ", "nearly": "nearly ", "about": "about ", "at_least": "at least ",
}  # fmt: skip


# The period of an English row, by its kind; a moment and a year need no word.
ENGLISH_TIMES = {
    "cumulative": "cumulative", "school-year": "school year ", "term": "term ", "half-year": "6 months of ",
    "quarter": " of ",
}  # fmt: skip


def missing_in_english(site: Path, row: dict[str, str], text: str) -> list[str]:
    """Return what an English text about a row leaves out of what limits it; notes and scopes stay in Vietnamese."""
    in_province = row["area_id"] in provinces(site)
    wanted = [row["breakdown"], row["note"].removeprefix("lũy kế"), *source_caveats(site)[row["source_id"]]]
    wanted.append("borders before 1 July 2025" if row["border"] == "before" and in_province else "")
    wanted.append("whether borders before or after 1 July 2025" if row["border"] == "unknown" and in_province else "")
    wanted.append("published before the period was over" if is_unfinished(row) else "")
    wanted.append("another source is preferred" if row["is_preferred"] == "false" else "")
    wanted.append(f"({row['period_status']})" if row["period_status"] != "stated" else "")
    wanted.append(ENGLISH.get(row["qualifier"], "") if row["value"] else "")
    is_share = row["period_kind"] == "cumulative" and "stock" in row["stock_flow"]
    wanted.append("" if is_share else ENGLISH_TIMES.get(row["period_kind"], ""))
    return [words for words in wanted if words and words.lower() not in text.lower()]


def test_every_figure_of_an_english_page_of_a_source_keeps_what_limits_it(site: Path) -> None:
    """Each row of a table says hedge, doubt, border, that its time was not over, scope and notes; rows are counted."""
    for source, rows in _by(figures(site).values(), "source_id").items():
        path = site / "en" / "nguon" / source / "index.html"
        text = plain(path.read_text(encoding="utf-8")).lower()
        limits = Counter[str]()
        for row in rows:
            in_province = row["area_id"] in provinces(site)
            limits["borders before 1 july 2025"] += row["border"] == "before" and in_province
            limits["unclear whether borders before or after 1 july 2025"] += row["border"] == "unknown" and in_province
            limits["published before the period was over"] += is_unfinished(row)
            limits["another source is preferred"] += row["is_preferred"] == "false"
            limits["inferred"] += row["period_status"] == "inferred"
            limits["uncertain"] += row["period_status"] == "uncertain"
            limits[ENGLISH.get(row["qualifier"], "")] += bool(row["value"])
            for words in filter(None, (row["breakdown"], row["note"].removeprefix("lũy kế"))):
                assert words.lower() in text, (path, words)
        limits.pop("", None)
        short = {words: count for words, count in limits.items() if text.count(words) < count}
        assert short == {}, path


def test_every_figure_of_an_english_page_of_a_unit_a_place_or_an_indicator_keeps_what_limits_it(site: Path) -> None:
    """Every row of a table of figures is that of a figure with the same value, and says all that limits it."""
    by_source, counted, found_rows = _by(figures(site).values(), "source_id"), Counter[str](), set[str]()
    for folder in ("don-vi", "dia-phuong", "chi-tieu"):
        for path in sorted((site / "en" / folder).glob("*/index.html")):
            for row, text in _english_rows(path.read_text(encoding="utf-8")):
                own = {folder: path.parent.name, **row}
                named = {"don-vi": "unit_id", "chi-tieu": "indicator_id"}
                found = [
                    each
                    for each in by_source[own["nguon"]]
                    if all(each[named[kind]] == own[kind] for kind in named.keys() & own.keys())
                    and _english_value(each) in text
                    and each["locator"] in text
                ]
                assert found, (path, text)
                whole = [each["row_id"] for each in found if missing_in_english(site, each, text) == []]
                assert whole, (path, text)
                found_rows.update(whole)
                counted[folder] += 1
    assert sorted(figures(site).keys() - found_rows) == []
    assert min(counted[folder] for folder in ("don-vi", "dia-phuong", "chi-tieu")) > 500, counted


def _english_rows(page: str) -> Iterator[tuple[dict[str, str], str]]:
    """Yield of each row of a table of figures what it links to, by the folder of its kind, and its words."""
    for table in re.findall(r'<table[^>]* id="(?:table|more)-figures-.*?</table>', page, re.DOTALL):
        for row in re.findall(r'<tr[^>]*><th scope="row">.*?</tr>', table, re.DOTALL):
            yield dict(re.findall(r'href="[./]*en/(don-vi|chi-tieu|nguon)/([^/"]+)/', row)), plain(row)


def _english_value(row: dict[str, str]) -> str:
    """Return the number of a row as English writes it; of an amount the figures it begins with."""
    if not row["value"]:
        return "no number"
    number = Decimal(row["value"])
    if row["unit_measure"] != "dong":
        return f"{number.normalize():,f}"
    while abs(number) >= 1000:
        number /= 1000
    return f"{number.normalize():f}".partition(".")[0]


def test_every_picture_of_a_shared_address_says_what_limits_its_figure(site: Path) -> None:
    """Of every page that has one, Vietnamese and English; a picture without room for the sentence is not drawn."""
    loaded = check(REAL).catalog
    today, counted = loaded.today, Counter[str]()
    for name in ("unit", "area", "indicator", "title"):
        kind = BY_NAME[name]
        for key in kind.keys(loaded):
            view, standing = kind.view(loaded, key, today), Standings(loaded, today).of(kind.folder, key)
            figure = headline_of(view, standing)
            if figure is None:
                continue
            row = figures(site)[loaded.row_of(figure.observation).row_id]
            words = shared_picture(loaded, view, standing)
            assert words is not None
            assert missing_caveats(site, row, words.sentence) == [], key
            counted["vi"] += 1
            if kind.english:
                twin = english_picture(loaded, view, standing, kind.english(loaded, key, view))
                assert twin is not None
                assert missing_in_english(site, row, twin.sentence) == [], key
                counted["en"] += 1
    assert counted["vi"] > 500
    assert counted["en"] > 500


def _by(rows: Iterable[dict[str, str]], name: str) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        found.setdefault(row[name], []).append(row)
    return found


def test_every_verdict_shown_stands_with_every_figure_it_rests_on_and_what_limits_them(site: Path) -> None:
    """Cells of targets on pages: an outcome that rests on figures names value, source and every caveat of each."""
    seen = 0
    for folder in ("don-vi", "dia-phuong", "phong-trao", "van-ban"):
        for path in sorted((site / folder).glob("*/index.html")):
            text = path.read_text(encoding="utf-8")
            if 'http-equiv="refresh"' in text:
                continue
            for outcome, note in VERDICT.findall(text):
                if plain(outcome) not in ("đạt", "chưa đạt", "chưa kết luận được", "theo kế hoạch"):
                    continue
                sources = re.findall(r'/nguon/([^/"]+)/"', note)
                assert sources, (path, plain(note))
                for source in sources:
                    seen += 1
                    rows = [row for row in figures(site).values() if row["source_id"] == source and row["value"]]
                    assert any(not missing_caveats(site, row, plain(note)) for row in rows), (path, plain(note))
    assert seen > 50


def test_every_verdict_shown_is_a_statement_with_its_outcome(site: Path) -> None:
    outcomes = {"đạt", "chưa đạt"}
    decided = {each["outcome"] for each in statements(site) if each["kind"] == "verdict"}
    assert outcomes & decided
    for each in statements(site):
        if each["outcome"] in outcomes:
            rows = [figures(site)[row_id] for row_id in each["rows"].split(" ‖ ")]
            assert rows
            assert all(row["period_status"] == "stated" and row["value"] for row in rows), each["text"]


def test_what_is_refused_names_its_reasons(site: Path) -> None:
    refused = [each for each in statements(site) if each["is_said"] == "false"]
    assert refused
    assert all(each["reasons"] and each["text"] for each in refused)


def plain(fragment: str) -> str:
    return html.unescape(re.sub(r"\s+", " ", _TAG.sub("", fragment))).strip()
