"""The canonical form: made once, it stays; what the fixer writes the checks accept."""

import csv
import io
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from change import make
from hoctap.check.fix import fix
from hoctap.check.gate import Checked, check
from hoctap.model.canonical import canonical_cell, canonical_text, write_rows
from hoctap.model.descriptor import Resource

CELLS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0\r"), max_size=12)


@given(CELLS)
def test_a_canonical_cell_stays_as_it_is(text: str) -> None:
    once = canonical_cell(text)
    assert canonical_cell(once) == once


@given(CELLS)
def test_a_canonical_cell_is_composed_and_has_no_outer_spaces(text: str) -> None:
    cell = canonical_cell(text)
    assert unicodedata.is_normalized("NFC", cell)
    assert cell == cell.strip(" ")
    assert "  " not in cell


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=8))
def test_a_canonical_file_stays_as_it_is(rows: list[list[str]]) -> None:
    resource = _resource()
    once = canonical_text(resource, write_rows(resource.header, rows))
    assert canonical_text(resource, once) == once


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=8))
def test_writing_keeps_every_row_that_says_something(rows: list[list[str]]) -> None:
    resource = _resource()
    read = list(csv.reader(io.StringIO(canonical_text(resource, write_rows(resource.header, rows)), newline="")))
    assert sorted(read[1:]) == sorted(
        [canonical_cell(cell) for cell in row] for row in rows if any(map(canonical_cell, row))
    )


@given(st.lists(st.lists(st.one_of(CELLS, st.text(',"\n ;a', max_size=6)), min_size=1, max_size=4), max_size=8))
def test_rows_are_written_as_csv_writes_them(rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([["a", "b,c"], *rows])
    assert write_rows(["a", "b,c"], rows) == out.getvalue()


def _resource() -> Resource:
    return Resource("them", "aliases", "", "", "", "", ("x.csv",), (1,), 1, _fields(), ("unit_id", "alias"), ())


def _fields() -> tuple:  # type: ignore[type-arg]
    from hoctap.model.descriptor import Field

    return tuple(Field(name, "string", name, name, name, name, name) for name in ("unit_id", "alias"))


def test_a_file_with_a_carriage_return_in_a_cell_is_left_alone() -> None:
    with pytest.raises(ValueError, match="line break"):
        canonical_text(_resource(), 'unit_id,alias\na,"b\rc"\n')


def test_numbers_in_keys_sort_by_value(checked: Checked) -> None:
    phases = checked.catalog.tables["phases"].resource
    lines = [["a", "10"], ["a", "9"], ["a", "1"]]
    rows = [[*key, *[""] * (len(phases.header) - 2)] for key in lines]
    assert [line[:4] for line in canonical_text(phases, write_rows(phases.header, rows)).splitlines()[1:]] == [
        "a,1,",
        "a,9,",
        "a,10",
    ]


MENDABLE = {
    "byte order mark": {"as": "bytes", "replace": "unit_id", "by": "\\xef\\xbb\\xbfunit_id"},
    "line ends": {"replace": "\n", "by": "\r\n", "all": True},
    "loose marks": {"row": "truong-thpt", "set": {"alias": "THPT Hồ Sen".encode().decode()}},
    "spaces": {"replace": "THPT Hồ Sen", "by": " THPT \u00a0 Hồ Sen "},
    "quotes": {"replace": "THPT Hồ Sen", "by": '"THPT Hồ Sen"'},
    "blank line": {"append": "\n"},
    "order": {"add": {"unit_id": "truong-thpt-ho-sen", "alias": "Hồ Sen"}, "at": 0},
}


@pytest.mark.parametrize("edit", MENDABLE.values(), ids=MENDABLE)
def test_what_fix_mends_passes_the_check_and_needs_no_second_fix(repository: Path, edit: dict[str, object]) -> None:
    make(repository, {"file": "datapackages/reference/data/unit_aliases.csv", **edit})
    fix(repository)
    assert check(repository).findings == ()
    assert fix(repository) == []


def test_a_dry_fix_shows_the_difference_and_writes_nothing(repository: Path) -> None:
    file = repository / "datapackages/reference/data/unit_aliases.csv"
    make(repository, {"file": str(file), **MENDABLE["spaces"]})
    before = file.read_bytes()
    (mended,) = fix(repository, write=False)
    assert mended.path == "datapackages/reference/data/unit_aliases.csv"
    assert "+truong-thpt-ho-sen,THPT Hồ Sen" in mended.diff
    assert file.read_bytes() == before


def test_of_a_long_file_only_lines_that_are_new_or_gone_are_shown(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hoctap.check.fix._MOST_LINES", 1)
    file = repository / "datapackages/reference/data/unit_aliases.csv"
    header, *lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    added = "truong-thpt-ho-sen, Hồ Sen\n"
    file.write_text("".join([header, *lines[::-1], added.rstrip()]), encoding="utf-8")
    (mended,) = fix(repository, write=False)
    found = [line for line in mended.diff.splitlines() if line[:1] in "+-"]
    assert found[2:] == [f"-{added.rstrip()}", "+truong-thpt-ho-sen,Hồ Sen"]


def test_fix_leaves_what_it_cannot_read(repository: Path) -> None:
    file = repository / "datapackages/reference/data/unit_aliases.csv"
    file.write_bytes(b"unit_id,alias\ntruong-thpt-ho-sen,\xff\n")
    assert fix(repository) == []
    assert file.read_bytes().endswith(b"\xff\n")


def test_check_never_writes(repository: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in repository.rglob("*")}
    check(repository)
    assert {path: path.stat().st_mtime_ns for path in repository.rglob("*")} == before
