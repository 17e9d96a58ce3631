"""Findings as text, JSON and annotations: complete, sorted, each once, safe to show."""

import json
import re

import pytest

from hoctap.check.report import REPORTS, as_github, as_json, as_text
from hoctap.model.finding import Finding, sorted_unique

ONE = Finding("a.csv", 2, 0, "value", "count-not-negative", "phải từ 0 trở lên", "sửa ô này", "-3")
OTHER = Finding("a.csv", 10, 4, "", "file-is-csv", "phải là CSV", "", "")
WHOLE = Finding("b.csv", 0, 0, "", "file-exists", "phải có", "thêm tệp", "")


def test_findings_are_sorted_by_path_and_line_and_told_once() -> None:
    assert sorted_unique([WHOLE, OTHER, ONE, OTHER]) == [ONE, OTHER, WHOLE]


def test_text_tells_place_rule_value_cure_and_count() -> None:
    assert as_text([ONE, OTHER, WHOLE]).splitlines() == [
        'a.csv:2: value: phải từ 0 trở lên, đang là "-3" [count-not-negative]',
        "    → sửa ô này",
        "a.csv:10: phải là CSV [file-is-csv]",
        "b.csv: phải có [file-exists]",
        "    → thêm tệp",
        "3 lỗi. Giải thích từng quy tắc: huong-dan/quy-tac/",
    ]


def test_nothing_found_is_said_in_one_line() -> None:
    assert as_text([]) == "Không có lỗi.\n"
    assert json.loads(as_json([])) == []


def test_json_has_the_documented_names() -> None:
    (told,) = json.loads(as_json([ONE]))
    assert told == {
        "path": "a.csv",
        "line": 2,
        "column": 0,
        "field": "value",
        "rule": "count-not-negative",
        "message": "phải từ 0 trở lên",
        "hint": "sửa ô này",
        "value": "-3",
    }


def test_annotations_name_file_and_line() -> None:
    first, second, third, _ = as_github([ONE, OTHER, WHOLE]).splitlines()
    assert first.startswith("::error file=a.csv,line=2,title=count-not-negative::value: phải từ 0 trở lên")
    assert first.endswith("%0A→ sửa ô này")
    assert second.startswith("::error file=a.csv,line=10,")
    assert third.startswith("::error file=b.csv,line=1,")


NASTY = ["::error::x", "a\nb", "a\r::stop-commands::x", "\x1b[31mđỏ", "\u202egnp", "100%", "a,b:c"]


@pytest.mark.parametrize("value", NASTY)
@pytest.mark.parametrize("form", ["text", "github"])
def test_a_value_cannot_add_a_line_a_command_or_a_colour(form: str, value: str) -> None:
    finding = Finding(f"{value}.csv", 1, 0, value, "file-is-csv", "phải là CSV", "", value)
    told = REPORTS[form]([finding])
    assert len(told.splitlines()) == 2
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", told)


def test_letters_stay_readable_beside_a_hidden_character() -> None:
    finding = Finding("a.csv", 1, 0, "", "characters-are-visible", "phải thấy được", "", "Lộc\u200bBình")
    assert "Lộc\\u200bBình" in as_text([finding])
