"""A large table read in columns gives the findings of the same table read row by row, in the same order."""

import csv
import io
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from hoctap.check import gate, rules
from hoctap.check.suspects import suspects
from hoctap.load import columns, load
from hoctap.model.finding import Finding
from miniature import assembled

OBSERVATIONS = "datapackages/unit-statistics/data/observations"
UNIT = "so-giao-duc-tinh-dong-lau,"  # it has a target
# What replaces a cell: right, wrong and odd things of every column.
CELLS = (
    "", "0", "-3", "1.5", "350.000", "99999999999", "0.5", "120", "abc", "12", "12000", "2024", "2024-13",
    "2025-01/2025-06", "2062", "1204", "2020/2023", "2022/2025", "exact", "over", "moment", "calendar-year",
    "before", "unknown", "nữ", "Nữ", "6 tháng đầu năm", "nguồn ghi hơn 12", "tỉnh Yên Bái", "so với kế hoạch",
    "0912 345 678", "khong-co", "=SUM(A1)", "hai  cách", "Lo\u0323c", "a,b", 'nói "thế"', "\u200bẩn", " ", "<b>",
    "KhuyÕn häc", "007", "+5", "1e3", "-0", "100.0",
)  # fmt: skip
FITTING = {
    "note": ("nguồn ghi hơn 12", "hơn 1200", "tỉnh Yên Bái", "so với kế hoạch", "bình quân mỗi năm"),
    "breakdown": ("nữ", "Nữ", "6 tháng đầu năm", "tỉnh Yên Bái", "so với kế hoạch năm trước"),
    "period": ("2020/2023", "2022/2025", "2021/2024", "2025-01/2025-06", "2023", "2024", "2026", "2025-03-31"),
    "value": ("0.5", "0.61", "52", "120", "-3", "1200", "12", "12000", "1.5", ""),
    "qualifier": ("exact", "over"),
}


@pytest.mark.parametrize("seed", range(6))
def test_columns_and_rows_find_the_same(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = assembled(tmp_path / "base", "docs/index.md")
    _damage(root, random.Random(seed))
    monkeypatch.setattr(columns, "FEWEST_BYTES", 1 << 60)
    by_rows = _findings(root)
    monkeypatch.setattr(columns, "FEWEST_BYTES", 0)
    assert _findings(root) == by_rows
    assert seed == 0 or by_rows


def test_the_clean_example_is_read_in_columns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(columns, "FEWEST_BYTES", 0)
    assert isinstance(gate.check(assembled(tmp_path / "base")).catalog.tables["observations"], columns.ColumnTable)


def test_no_rule_has_rows_made_of_a_whole_large_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(columns, "FEWEST_BYTES", 0)
    catalog = load(assembled(tmp_path / "base")).catalog
    figures = catalog.tables["observations"]
    slow = []
    for check in rules.CHECKS:
        rules.found_by(check, suspects(check, catalog))
        if figures.__dict__.pop("rows", None):
            slow.append(check.rule.id)
    assert slow == []


@pytest.mark.parametrize("has_figure", [False, True])
def test_a_target_of_another_place_is_asked_about_once_whoever_reads_the_figures(
    has_figure: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = assembled(tmp_path / "base")
    targets = root / "datapackages/unit-statistics/data/local_targets.csv"
    _replace(targets, "dong-lau-2025-03-01", "binh-ho-2026-05")
    _replace(root / "datapackages/reference/data/sources.csv", "Trường Hồ Sen và phong trào", "Bình Hồ tổng kết việc")
    if has_figure:
        figures = next((root / OBSERVATIONS).glob("*dong-lau*.csv"))
        line = next(line for line in figures.read_text(encoding="utf-8").splitlines() if line.startswith(UNIT))
        _replace(figures, line, line.replace(line.split(",")[9], "binh-ho-2026-05"))
    monkeypatch.setattr(columns, "FEWEST_BYTES", 1 << 60)
    by_rows = _findings(root)
    monkeypatch.setattr(columns, "FEWEST_BYTES", 0)
    assert _findings(root) == by_rows
    asked = {each.path.rpartition("/")[2] for each in by_rows if each.rule == "target-is-of-the-place-of-its-source"}
    assert asked == (set() if has_figure else {targets.name})


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _findings(root: Path) -> tuple[Finding, ...]:
    return gate.check(root).all_findings


def _copies(header: list[str], row: list[str], dice: random.Random) -> Iterator[list[str]]:
    """Yield the row and some of other years, with values of all sizes."""
    period, value = header.index("period"), header.index("value")
    yield row
    for year in dice.sample(range(1996, 2026), dice.randrange(8)):
        copy = list(row)
        copy[period] = str(year)
        if row[value].isdigit():
            copy[value] = str(int(row[value]) * dice.choice((1, 1, 2, 9, 20, 600)) // dice.choice((1, 1, 3, 70)))
        yield copy


def _damage(root: Path, dice: random.Random) -> None:
    """Change some cells of some rows, repeat rows, take some from others, in the files of figures."""
    paths = sorted((root / OBSERVATIONS).glob("*.csv"))
    if dice.random() < 0.3:
        paths[0].write_bytes(paths[-1].read_bytes())
    for path in paths:
        header, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8")))
        rows = [copy for row in rows for copy in _copies(header, row, dice)]
        for row in dice.sample(rows, min(len(rows), dice.randrange(0, 30))):
            at = dice.randrange(len(header))
            fitting = FITTING.get(header[at], ())
            row[at] = dice.choice(fitting if fitting and dice.random() < 0.7 else (*CELLS, *(one[at] for one in rows)))
        rows = sorted(map(list, {tuple(row) for row in rows})) if dice.random() < 0.5 else rows
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerows([header, *rows])
        path.write_text(out.getvalue(), encoding="utf-8")
