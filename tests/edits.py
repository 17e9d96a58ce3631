"""Edits of a repository as people make them, chosen at random: of data, pages, templates, styles, settings."""

import csv
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random

from hoctap.check.gate import check

DATA = "datapackages/{}/data/{}.csv"
# Cells in which any words may stand.
WORDS = (
    (DATA.format("reference", "units"), "note"),
    (DATA.format("reference", "units"), "short_name"),
    (DATA.format("reference", "sources"), "caveat"),
    (DATA.format("reference", "sources"), "title"),
    (DATA.format("reference", "indicators"), "comparison_note"),
    (DATA.format("reference", "terms"), "definition_vi"),
    (DATA.format("campaign-guidelines", "targets"), "note"),
    (DATA.format("campaign-guidelines", "documents"), "title_vi"),
    (DATA.format("campaign-guidelines", "titles"), "name_en"),
    (DATA.format("unit-statistics", "local_targets"), "note"),
    (DATA.format("unit-statistics", "recognitions"), "note"),
)
Edit = Callable[[Path, Random], str]


@contextmanager
def _rows(path: Path) -> Iterator[list[dict[str, str]]]:
    """Read a table, let its rows be changed, and write it."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows, names = list(reader), list(reader.fieldnames or ())
    yield rows
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _observations(root: Path, random: Random) -> Path:
    return random.choice(sorted((root / "datapackages/unit-statistics/data/observations").glob("*.csv")))


def change_a_value(root: Path, random: Random) -> str:
    with _rows(_observations(root, random)) as rows:
        row = random.choice([row for row in rows if row["value"].isdecimal()])
        row["value"] = str(int(row["value"]) + random.randint(1, 3))
        return f"value of {row['unit_id']} {row['indicator_id']}"


def hedge_a_value(root: Path, random: Random) -> str:
    with _rows(_observations(root, random)) as rows:
        row = random.choice(rows)
        row["qualifier"] = random.choice(["exact", "over", "about"])
        return f"hedge of {row['unit_id']} {row['indicator_id']}"


def date_a_value(root: Path, random: Random) -> str:
    with _rows(_observations(root, random)) as rows:
        row = random.choice([row for row in rows if row["period"].isdecimal()])
        row["period"] = str(int(row["period"]) - random.randint(1, 3))
        return f"year of {row['unit_id']} {row['indicator_id']}"


def drop_a_figure(root: Path, random: Random) -> str:
    with _rows(_observations(root, random)) as rows:
        row = rows.pop(random.randrange(len(rows)))
        return f"without {row['unit_id']} {row['indicator_id']} {row['period']}"


def add_a_figure(root: Path, random: Random) -> str:
    with _rows(_observations(root, random)) as rows:
        at = random.randrange(len(rows))
        row = {**rows[at], "breakdown": f"nhóm {random.randint(1, 9)}"}
        rows.insert(at + 1, row)
        return f"with {row['unit_id']} {row['indicator_id']} {row['breakdown']}"


def word_a_cell(root: Path, random: Random) -> str:
    path, column = random.choice(WORDS)
    with _rows(root / path) as rows:
        row = random.choice(rows)
        row[column] = f"{row[column] or 'Ghi chú'} {random.choice('abcd')}"
        return f"{path} {column}"


def write_a_paragraph(root: Path, random: Random) -> str:
    page = random.choice(sorted((root / "docs").glob("*/index.md")))
    page.write_text(f"{page.read_text(encoding='utf-8')}\nThêm một câu {random.randint(1, 99)}.\n", encoding="utf-8")
    return page.relative_to(root).as_posix()


def change_a_template(root: Path, random: Random) -> str:
    page = root / "overrides/hoctap" / random.choice(["unit.html", "area.html", "source.html"])
    page.write_text(f"{page.read_text(encoding='utf-8')}<p>Cuối trang</p>\n", encoding="utf-8")
    return page.name


def change_a_style(root: Path, random: Random) -> str:
    style = random.choice(sorted((root / "docs/assets").rglob("*.css")))
    style.write_text(f"{style.read_text(encoding='utf-8')}\n.sht-x{random.randint(1, 9)} {{ margin: 0; }}\n")
    return style.name


def change_the_settings(root: Path, random: Random) -> str:
    path = root / "mkdocs.yml"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n# {random.randint(1, 99)}\n", encoding="utf-8")
    return path.name


USUAL: tuple[Edit, ...] = (
    *(change_a_value, hedge_a_value, date_a_value, drop_a_figure, add_a_figure) * 3,
    *(word_a_cell, word_a_cell, word_a_cell, write_a_paragraph, change_a_style),
)
ANY: tuple[Edit, ...] = (*USUAL, *USUAL, change_a_template, change_the_settings)


def edited(root: Path, random: Random, edits: Sequence[Edit] = ANY) -> str:
    """Make one edit that the checks let pass; return what it was."""
    before = root.with_name("before")
    while True:
        shutil.copytree(root, before)
        try:
            change = random.choice(edits)(root, random)
        except IndexError:
            change = ""  # nothing of the kind is left
        if change and not _findings(root):
            shutil.rmtree(before)
            return change
        shutil.rmtree(root)
        before.rename(root)


def _findings(root: Path) -> bool:
    return bool(check(root).findings)
