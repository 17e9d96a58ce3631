"""How far strangers' tables and articles are understood with the register of the real data; figures are invented."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from hoctap.contribute.articles.page import paragraphs
from hoctap.contribute.articles.proposal import Proposal
from hoctap.contribute.articles.proposals import proposals
from hoctap.contribute.tables.long import understand
from hoctap.contribute.tables.opening import grids
from hoctap.contribute.tables.rows import Row
from hoctap.load import load
from hoctap.model.catalog import Catalog
from miniature import EXAMPLES, REAL
from strangers_again import AGAIN
from strangers_more import MORE
from strangers_tables import TABLES, Table, saved
from strangers_typed import TYPED

ARTICLES = sorted((EXAMPLES / "articles").iterdir())
FILES = sorted((EXAMPLES / "tables").iterdir())


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(REAL, validate=False).catalog


def _agrees(row: Row, table: Table) -> bool:
    wanted = table.gold.get(row.cell)
    if wanted is None or (row.unit_id, row.indicator_id, row.period) != wanted[:3]:
        return False
    value = Decimal(str(wanted[3]))
    return abs(Decimal(row.value) - value) <= max(Decimal("0.051"), abs(value) / 10**6)


@pytest.mark.parametrize("table", [*TABLES, *MORE, *AGAIN, *TYPED], ids=lambda table: table.name)
def test_of_a_table_nearly_all_is_placed_right_and_nothing_wrong_in_silence(
    table: Table, catalog: Catalog, tmp_path: Path
) -> None:
    placed = [row for row in understand(catalog, grids(saved(table, tmp_path)), {}).rows if not row.question]
    assert [row for row in placed if not _agrees(row, table)] == []
    assert len({row.cell for row in placed}) >= 0.95 * len(table.gold) or not table.gold


@pytest.mark.parametrize("folder", FILES, ids=lambda folder: folder.name)
def test_of_a_file_as_a_program_saves_it_all_is_placed_right_or_asked(folder: Path, catalog: Catalog) -> None:
    with (folder / "gold.csv").open(encoding="utf-8", newline="") as file:
        gold = {
            (row["cell"], row["unit_id"], row["indicator_id"], row["period"]): row["value"]
            for row in csv.DictReader(file)
        }
    read = understand(catalog, grids(next(folder.glob("bieu.*"))), {}).rows
    read_cells = {(row.cell, row.unit_id, row.indicator_id, row.period): row.value for row in read if not row.question}
    assert {spot: Decimal(value) for spot, value in read_cells.items()} == pytest.approx(
        {spot: Decimal(value) for spot, value in gold.items() if spot in read_cells}, abs=Decimal("0.051")
    )
    assert len(read_cells) >= 0.95 * len(gold)
    assert read_cells or read


def _key(row: dict[str, str] | Proposal) -> tuple[str, ...]:
    """Return what has to agree: unit and period too."""
    found = row if isinstance(row, dict) else {name: getattr(row, name) for name in Proposal.__dataclass_fields__}
    value = str(Decimal(found["value"]).normalize())
    whose = (found["unit_id"], found["period"])
    return found["paragraph"], found["kind"], found["indicator_id"], value, found["qualifier"], *whose


def test_of_articles_nine_in_ten_proposals_are_right_and_most_figures_are_proposed(catalog: Catalog) -> None:
    right = proposed = wanted = 0
    for folder in ARTICLES:
        of_article = proposals(catalog, paragraphs((folder / "article.txt").read_text(encoding="utf-8")))
        with (folder / "gold.csv").open(encoding="utf-8", newline="") as file:
            left = [_key(row) for row in csv.DictReader(file)]
        proposed, wanted = proposed + len(of_article), wanted + len(left)
        for each in of_article:
            if _key(each) in left:
                left.remove(_key(each))
                right += 1
    assert right >= 0.9 * proposed
    assert right >= 0.6 * wanted


@pytest.mark.parametrize("name", ["kinds-of-the-press", "kinds-of-whose"])
def test_of_sentences_as_papers_write_them_just_what_they_state_is_proposed(name: str, catalog: Catalog) -> None:
    folder = EXAMPLES / "articles" / name
    proposed = proposals(catalog, paragraphs((folder / "article.txt").read_text(encoding="utf-8")))
    with (folder / "gold.csv").open(encoding="utf-8", newline="") as file:
        wanted = [(*_key(row), row["period"]) for row in csv.DictReader(file)]
    assert sorted((*_key(each), each.period) for each in proposed) == sorted(wanted)


REWARDED = [("collectives-rewarded", "9"), ("people-rewarded", "24")]


@pytest.mark.parametrize(
    ("line", "counted"),
    [
        ("Sau một năm thực hiện chính quyền địa phương 2 cấp, tổ chức hội từng bước đi vào nền nếp.", []),
        ("Hội hoàn thành kiểm định 3 chương trình đào tạo.", []),
        ("“Nhà tui có 3 con heo đất khuyến học”, một người dân kể.", []),
        ("Toàn huyện nuôi 3 con heo đất khuyến học.", [("piggy-banks", "3")]),
        ("Huyện có 78 dòng họ đạt “Dòng họ học tập”; riêng xã Bình An có 19 dòng họ.", [("learning-clans", "78")]),
    ],
)
def test_tiers_programmes_a_family_of_ones_own_and_parts_of_a_title_are_no_totals(
    line: str, counted: list[tuple[str, str]], catalog: Catalog
) -> None:
    found = proposals(catalog, ["Hội Khuyến học huyện Gia Lộc tổng kết", line], "2024-07-12")
    assert [(each.indicator_id, each.value) for each in found] == counted


@pytest.mark.parametrize(
    ("line", "counted"),
    [
        ("9 tập thể và 24 cá nhân được khen thưởng.", REWARDED),
        ("Có 9 tập thể, 24 cá nhân có thành tích xuất sắc, tiêu biểu được khen thưởng.", REWARDED),
        ("9 tập thể, 24 cá nhân và 3 gia đình được khen thưởng.", REWARDED),
        ("9 tập thể, 24 cá nhân chưa được khen thưởng.", []),
        ("9 tập thể, 24 cá nhân được đề nghị khen thưởng.", []),
        ("Hội đề nghị tỉnh tặng bằng khen cho 9 tập thể, 24 cá nhân.", []),
        ("Theo đề nghị của hội, tỉnh khen thưởng 9 tập thể, 24 cá nhân.", REWARDED),
        ("Hội đề nghị tỉnh tặng cờ thi đua và đã khen thưởng 9 tập thể, 24 cá nhân.", REWARDED),
        ("9 tập thể, 24 cá nhân bị phê bình, 3 người được khen thưởng.", [("people-rewarded", "3")]),
    ],
)
def test_a_list_was_rewarded_where_its_end_says_so_not_where_somebody_asks_for_it(
    line: str, counted: list[tuple[str, str]], catalog: Catalog
) -> None:
    found = proposals(catalog, ["Hội Khuyến học huyện Gia Lộc tổng kết", line], "2024-07-12")
    assert [(each.indicator_id, each.value) for each in found] == counted


@pytest.mark.parametrize(
    ("line", "counted"),
    [
        (
            "Về “Dòng họ học tập”, có 61 dòng họ đăng ký, được công nhận 48.",
            [("learning-clans-registered", "61"), ("learning-clans", "48")],
        ),
        (
            "Về “Gia đình học tập”, 1.200 hộ đăng ký; công nhận 1.100 hộ; 100 hộ chưa được công nhận.",
            [("learning-families-registered", "1200"), ("learning-families", "1100")],
        ),
        (
            "Về “Gia đình học tập”, 1.100 hộ được công nhận, đạt 91,7% so với đăng ký.",
            [("learning-families", "1100"), ("learning-families-of-registered-rate", "91.7")],
        ),
        ("Về “Gia đình học tập”, 24 hộ được đề nghị công nhận.", []),
        ("Về “Gia đình học tập”, 24 dòng họ được công nhận.", []),
    ],
)
def test_a_title_is_that_of_the_sentence_where_the_number_says_only_who(
    line: str, counted: list[tuple[str, str]], catalog: Catalog
) -> None:
    found = proposals(catalog, ["Hội Khuyến học huyện Gia Lộc tổng kết", line], "2024-07-12")
    assert [(each.indicator_id, each.value) for each in found] == counted
