"""The real repository with its units and their figures many times over: `python many_units.py FOLDER TIMES`.

For measuring how the cost of a site grows with its pages. The copies are invented and never published.
"""

import csv
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

REAL = Path(__file__).resolve().parents[1]
UNITS = Path("datapackages/reference/data/units.csv")
EXCEPTIONS = Path("datapackages/reference/data/exceptions.csv")
OBSERVATIONS = Path("datapackages/unit-statistics/data/observations")
NAMES = ("name_vi", "short_name", "name_en")
NOT_DATA = shutil.ignore_patterns(".git", ".venv", ".cache", "site", ".site.*", "tests*", "scripts")


def repository_of(root: Path, times: int) -> Path:
    """Make a repository at `root` where every unit and every figure stands `times` times, under keys of its own."""
    shutil.copytree(REAL, root, ignore=NOT_DATA)
    paths = [OBSERVATIONS / path.name for path in sorted((REAL / OBSERVATIONS).iterdir())]
    counted = {row["unit_id"] for path in paths for row in _read(root / path)}
    for path in (*paths, UNITS, EXCEPTIONS):
        _write(root / path, [copy for row in _read(root / path) for copy in _copies(row, times, counted)])
    return root


def _copies(row: dict[str, str], times: int, counted: set[str]) -> Iterator[dict[str, str]]:
    yield row
    unit, *rest = (row.get("unit_id") or row["key"]).split(" | ")
    for n in range(1, times if unit in counted else 1):
        names = {name: f"{row[name]} {n}" for name in NAMES if row.get(name)}
        key = " | ".join([f"{unit}-x{n}", *rest])
        yield row | names | ({"key": key} if "key" in row else {"unit_id": key})


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _write(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    repository_of(Path(sys.argv[1]), int(sys.argv[2]))
