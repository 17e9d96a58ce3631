"""Patterns of descriptors: a small language, in which no text makes the machine try for ever."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoctap.load import descriptor_values as must_be
from hoctap.load.safe_pattern import UnsafePatternError, refuse_unsafe
from miniature import REAL

SAFE = (
    "",
    "[a-z0-9]+(-[a-z0-9]+)*",
    "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?(/[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?",
    "(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])",
    "[0-9]{2,5}",
    r"[0-9]\.[0-9]{6}",
    "(?:a|b)*",
    "đơn vị [A-ZĐ]+",
)
UNSAFE = {
    "(a+)+": "khác hẳn",
    "(a|ab)*": "quanh «|»",
    "([a-z]+)*": "khác hẳn",
    "(x[a-z]+)*": "khác hẳn",
    "a*a*a*a*a*": "khác hẳn",
    "[a-z]+a": "khác hẳn",
    "(a?){40}": "khác hẳn",
    "a?a?a?a?aaaa": "khác hẳn",
    "(a|)b": "quanh «|»",
    "(.*)*": "không dùng được «.»",
    "^a$": "không dùng được «^»",
    "\\d+": "không dùng được «\\d»",
    "[^a]": "không dùng được «^»",
    "(?=a)": "không dùng được «?»",
    "(a)\\1": "không dùng được",
    "a{1,2}{3}": "",
    "(a": "không có chỗ đóng",
    "a)": "không có chỗ mở",
    "[a": "chỗ đóng",
    "[]": "chỗ đóng",
    "[\u0100-\uffff]": "quá rộng",
    "a" * 201: "không quá 200",
    "*a": "không dùng được «*»",
}


@pytest.mark.parametrize("pattern", SAFE)
def test_a_safe_pattern_is_taken(pattern: str) -> None:
    assert must_be.pattern(pattern) == ""


@pytest.mark.parametrize("pattern", UNSAFE)
def test_any_other_is_refused_with_its_reason(pattern: str) -> None:
    assert must_be.pattern(pattern) != ""
    assert UNSAFE[pattern] in must_be.pattern(pattern)


@pytest.mark.parametrize("value", [None, 1, ["a"], {"a": 1}])
def test_what_is_no_text_is_no_pattern(value: object) -> None:
    assert "phải là chữ" in must_be.pattern(value)


def test_every_pattern_of_the_descriptors_is_safe() -> None:
    texts = [path.read_text(encoding="utf-8") for path in Path(REAL / "datapackages").glob("*/datapackage.json")]
    patterns = {found for text in texts for found in re.findall(r'"pattern": ("(?:[^"\\\\]|\\\\.)*")', text)}
    assert patterns
    for pattern in patterns:
        refuse_unsafe(json.loads(pattern))


ATOMS = st.sampled_from(["a", "b", "[ab]", "-"])
PATTERNS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda ways: f"({'|'.join(ways)})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{1,3}"])).map(lambda pair: f"({pair[0]}){pair[1]}"),
    ),
    max_leaves=8,
)


@settings(deadline=None, max_examples=300)
@given(PATTERNS, st.text("ab-", min_size=1, max_size=4))
def test_whatever_is_taken_ends_soon_on_any_text(pattern: str, piece: str) -> None:
    try:
        refuse_unsafe(pattern)
    except UnsafePatternError:
        return
    compiled = re.compile(pattern)
    for end in ("", "a", "b", "-", "!"):
        compiled.fullmatch(piece * 2000 + end)
