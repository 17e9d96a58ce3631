"""What the program has, the documents name: commands, rules, macros, columns."""

import inspect
import re

import pytest

from hoctap.check.gate import RULES, Checked
from hoctap.cli.program import program
from hoctap.render.fragments import MACROS, Fragments
from miniature import REAL
from rendering import fragments
from test_records import TABLES

PROSE = {path: path.read_text(encoding="utf-8") for path in (REAL / "docs").rglob("*.md")}
GUIDE = (REAL / "scripts/README.md").read_text(encoding="utf-8")
CALL = re.compile(r"\{\{\s*(\w+)\(")


@pytest.mark.parametrize("command", sorted(program.commands))
def test_every_command_is_documented(command: str) -> None:
    assert f"`hoctap {command}`" in GUIDE


def test_every_rule_is_on_the_page_of_rules(checked: Checked) -> None:
    html = fragments(checked.catalog.root, checked.catalog)["rule_list"]
    assert [rule.id for rule in RULES if f'id="{rule.id}"' not in html] == []


def test_the_page_of_rules_asks_for_them() -> None:
    assert "{{ rule_list() }}" in PROSE[REAL / "docs/huong-dan/quy-tac.md"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_a_sentence_with_cause_and_cure(rule: object) -> None:
    words = {name: getattr(rule, name) for name in ("id", "must", "cause", "cure")}
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", words["id"])
    assert words["must"][0].isupper()
    assert not words["must"].endswith(".")
    assert words["cause"].endswith(".")
    assert not words["cure"][0].isupper()


def test_no_two_rules_share_an_id() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("macro", MACROS)
def test_every_macro_has_a_docstring_and_a_place(macro: str) -> None:
    assert inspect.getdoc(getattr(Fragments, macro))
    called = {name for text in PROSE.values() for name in CALL.findall(text)}
    assert macro in called or f"`{macro}" in GUIDE, "called by no page and named in no guide"


def test_pages_call_known_macros_only() -> None:
    called = {name for text in PROSE.values() for name in CALL.findall(text)}
    assert called <= set(MACROS)


@pytest.mark.parametrize("table", sorted(TABLES))
def test_every_table_and_column_says_what_it_is(table: str) -> None:
    for entry in ("title", "title_en", "description"):
        assert TABLES[table][entry].strip()
    for field in TABLES[table]["schema"]["fields"]:
        for entry in ("title", "title_en", "description", "example"):
            assert field[entry].strip(), f"{table}.{field['name']} has no {entry}"


def test_the_dictionary_holds_every_column(checked: Checked) -> None:
    html = fragments(checked.catalog.root, checked.catalog)["dictionary"]
    for table in checked.catalog.tables.values():
        assert f'id="bang-{table.resource.name}"' in html
        for column in table.resource.fields:
            assert f"<code>{column.name}</code>" in html


def test_every_example_fits_its_column(checked: Checked) -> None:
    for table in checked.catalog.tables.values():
        for column in table.resource.fields:
            pattern = column.constraints.get("pattern")
            if pattern:
                assert re.fullmatch(pattern, column.example), f"{table.resource.name}.{column.name}"
            if column.code_list:
                assert (column.code_list, column.example) in checked.catalog.codes, column


# What a browser keeps, by the key under which a script keeps it, and the words of the page about privacy.
KEPT = {
    "sht-scheme": "màu nền",
    "sht-recent": "mấy lời tìm gần nhất",
    "hoctap-gui-so-lieu-don-vi": "đơn vị bạn chọn ở trang gửi số liệu",
    "sht-assess": "bản nháp của phần tự đánh giá",
    "sht-report": "của phần báo cáo",
    "hoctap-tu-bao-cao": "số liệu bạn chuyển từ báo cáo",
    "desk": "bộ kiểm tra của trang gửi số liệu",
}


def test_the_page_about_privacy_tells_everything_that_a_browser_keeps() -> None:
    scripts = [path.read_text(encoding="utf-8") for path in (REAL / "docs" / "assets" / "js").rglob("*.js")]
    named = r"""(?:const (?:KEY|RECENT|REMEMBERED|HANDED_OVER|KEPT) =|this\.key =) ["`]([a-z-]+)"""
    keys = {key.rstrip("-") for text in scripts for key in re.findall(named, text)}
    writes = r"memory\.write\(|localStorage\.setItem\(|caches\.open\("
    places = sum(len(re.findall(writes, text)) for text in scripts)
    assert places == 10, "a place that keeps something came or went: is it told on the page?"
    assert keys == set(KEPT)
    page = (REAL / "docs" / "huong-dan" / "rieng-tu.md").read_text(encoding="utf-8")
    assert [words for words in KEPT.values() if words not in page] == []
