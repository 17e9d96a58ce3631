"""The one table of page kinds: whatever a row names exists, and whoever names a kind elsewhere means a row."""

import re

import pytest

from hoctap.check.gate import Checked
from hoctap.check.rules.macro_calls import NAMES
from hoctap.model.page_folders import TABLE_OF
from hoctap.views.english_names import Name, name_of, twin_of
from hoctap.views.link import Link
from hoctap.views.page_kinds import KINDS, LISTS, SEARCHED, PageKind
from miniature import REAL

SCRIPTS = sorted((REAL / "docs" / "assets" / "js" / "search").glob("*.js"))
# Where the scripts of search name a kind of page.
_NAMED = re.compile(
    r'(?<=\.kind\] === )"([^"]+)"|\b(?:AREA|INDICATOR|SOURCE|TERM|UNIT) = "([^"]+)"|[{,] "([^"]+)": [\d.]+'
)


def _name(kind: PageKind) -> str:
    return kind.name


@pytest.mark.parametrize("kind", KINDS, ids=_name)
def test_a_kind_has_template_picture_and_list_page(kind: PageKind) -> None:
    assert (REAL / "overrides" / "hoctap" / f"{kind.name}.html").is_file()
    assert (REAL / "docs" / "assets" / "img" / "social" / f"{kind.name}.png").is_file()
    assert (REAL / "docs" / kind.folder / "index.md").is_file()
    assert kind.listing is None or f"{kind.name}_list" in NAMES


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.table], ids=_name)
def test_every_row_of_its_table_can_be_linked_to(kind: PageKind, checked: Checked) -> None:
    table = checked.catalog.tables[kind.table]
    keys = {key for _, (key,) in table.keys(table.resource.primary_key)}
    assert set(kind.keys(checked.catalog)) <= keys
    assert kind.link is not None
    links = [kind.link(checked.catalog, key) for key in keys]
    assert all(link.text and link.href.endswith("/") for link in links)


def test_no_two_kinds_share_a_folder_a_label_or_a_rank() -> None:
    for column in ("name", "folder", "label", "rank"):
        values = [getattr(kind, column) for kind in KINDS]
        assert len(set(values)) == len(values), column
    assert len(set(SEARCHED)) == len(SEARCHED)


def test_every_list_that_search_offers_is_a_page() -> None:
    assert [path for _, path in LISTS if not (REAL / "docs" / path / "index.md").is_file()] == []


def test_the_scripts_of_search_name_kinds_of_the_table() -> None:
    found = [name for path in SCRIPTS for match in _NAMED.findall(path.read_text(encoding="utf-8")) for name in match]
    named = {name for name in found if name}
    assert {"Danh hiệu", "Thuật ngữ", "Nguồn"} <= named
    assert named <= set(SEARCHED)


@pytest.mark.parametrize("kind", KINDS, ids=_name)
def test_a_kind_has_twins_where_it_is_told_in_english(kind: PageKind, checked: Checked) -> None:
    keys = kind.keys(checked.catalog)
    assert keys
    assert all(bool(twin_of(checked.catalog, kind.folder, key)) == bool(kind.english) for key in keys)


def test_a_page_of_a_kind_without_english_is_named_in_vietnamese(checked: Checked) -> None:
    link = Link("sang-kien/tu-sach/", "Tủ sách dòng họ")
    assert twin_of(checked.catalog, "sang-kien", "tu-sach") == ""
    assert name_of(checked.catalog, link) == Name(link.href, link.text, is_english=False)


def test_pages_of_a_table_stand_in_its_folder() -> None:
    assert {kind.folder: kind.table for kind in KINDS if kind.table} == TABLE_OF
