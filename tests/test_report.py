"""Findings as text, JSON and annotations: complete, sorted, each once, safe to show."""

import json
import re
from dataclasses import replace

import pytest

from hoctap.check.report import REPORTS, as_github, as_json, as_text
from hoctap.model.finding import QUESTION, Finding, sorted_unique

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
    (finding,) = json.loads(as_json([ONE]))
    assert finding == {
        "path": "a.csv",
        "line": 2,
        "column": 0,
        "field": "value",
        "rule": "count-not-negative",
        "message": "phải từ 0 trở lên",
        "hint": "sửa ô này",
        "value": "-3",
        "level": "error",
    }


def test_annotations_name_file_and_line() -> None:
    first, second, third, _ = as_github([ONE, OTHER, WHOLE]).splitlines()
    assert first.startswith("::error file=a.csv,line=2,title=count-not-negative::value: phải từ 0 trở lên")
    assert first.endswith("%0A→ sửa ô này")
    assert second.startswith("::error file=a.csv,line=10,")
    assert third.startswith("::error file=b.csv,line=1,")


ASKED = replace(ONE, rule="value-near-its-neighbours", level=QUESTION)
MANY = [replace(ONE, line=line) for line in range(2, 47)]


def test_a_question_is_told_as_one_and_counted_apart() -> None:
    first, _, last = as_text([ASKED]).splitlines()
    assert first.startswith("a.csv:2: hỏi lại, value: ")
    assert last.startswith("1 chỗ hỏi lại, không chặn. ")
    assert as_text([ONE, ASKED]).splitlines()[-1].startswith("1 lỗi, 1 chỗ hỏi lại, không chặn. ")
    assert json.loads(as_json([ASKED]))[0]["level"] == "question"
    assert as_github([ASKED]).startswith("::warning file=a.csv,line=2,")
    assert json.loads(REPORTS["sarif"]([ASKED]))["runs"][0]["results"][0]["level"] == "warning"


def test_what_blocks_stands_before_what_is_asked() -> None:
    lines = as_text([replace(ASKED, path="a.csv"), replace(ONE, path="z.csv")]).splitlines()
    assert [line.partition(":")[0] for line in lines if not line.startswith(" ")][:2] == ["z.csv", "a.csv"]


def test_of_one_rule_in_one_file_twenty_are_told_in_full_and_the_rest_counted() -> None:
    lines = as_text(MANY).splitlines()
    assert sum("[count-not-negative]" in line for line in lines) == 21
    assert "a.csv: còn 25 chỗ như vậy, từ dòng 22 đến dòng 46 [count-not-negative]" in lines
    assert lines[-1].startswith("45 lỗi.")
    assert len(json.loads(as_json(MANY))) == 45


def test_annotations_are_as_many_as_github_shows_and_no_rule_hides_another() -> None:
    lines = as_github([*MANY, WHOLE]).splitlines()
    annotations = [line for line in lines if line.startswith("::")]
    assert len(annotations) == 10
    assert any("file=b.csv" in line for line in annotations)
    assert "Còn 36 chỗ nữa:" in lines
    assert lines[-1] == "46 lỗi"


NASTY = ["::error::x", "a\nb", "a\r::stop-commands::x", "\x1b[31mđỏ", "\u202egnp", "100%", "a,b:c"]


@pytest.mark.parametrize("value", NASTY)
@pytest.mark.parametrize("form", ["text", "github"])
def test_a_value_cannot_add_a_line_a_command_or_a_colour(form: str, value: str) -> None:
    finding = Finding(f"{value}.csv", 1, 0, value, "file-is-csv", "phải là CSV", "", value)
    report = REPORTS[form]([finding])
    assert len(report.splitlines()) == 2
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", report)


def test_letters_stay_readable_beside_a_hidden_character() -> None:
    finding = Finding("a.csv", 1, 0, "", "characters-are-visible", "phải thấy được", "", "Lộc\u200bBình")
    assert "Lộc\\u200bBình" in as_text([finding])


@pytest.mark.parametrize("form", REPORTS)
def test_a_name_that_no_encoding_has_is_told_in_every_report(form: str) -> None:
    odd = "docs/a\udcff\u202e\x1b[2J\nb.md"
    report = REPORTS[form]([replace(ASKED, path=odd, message=f"tên lạ: {odd}", hint=f"đổi tên {odd}")])
    report.encode("utf-8", "backslashreplace")
    if form in ("text", "github"):
        assert all(line.isprintable() for line in report.splitlines())
    else:
        json.loads(report)
        assert "\x1b" not in report
