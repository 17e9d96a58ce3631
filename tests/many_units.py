"""The real repository with its units and their figures many times over: `python many_units.py FOLDER TIMES`.

For measuring how the cost of a site grows with its pages. The copies are invented and never published: the same each
time, called by the kinds of the real units and by places made of the syllables of real ones, each as often as there.
"""

import csv
import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

REAL = Path(__file__).resolve().parents[1]
UNITS = Path("datapackages/reference/data/units.csv")
ACCEPTED = Path("datapackages/reference/data/exceptions.csv")
OBSERVATIONS = Path("datapackages/unit-statistics/data/observations")
# A place is called by two syllables as a rule.
SEED, PLACE = 2026, 2
NAMES = ("name_vi", "short_name", "name_en")
NOT_DATA = shutil.ignore_patterns(".git", ".venv", ".cache", "site", ".site.*", "tests*", "scripts")


def repository_of(root: Path, times: int) -> Path:
    """Make a repository at `root` where every unit and every figure stands `times` times, under keys of its own."""
    shutil.copytree(REAL, root, ignore=NOT_DATA)
    paths = [OBSERVATIONS / path.name for path in sorted((REAL / OBSERVATIONS).iterdir())]
    counted = {row["unit_id"] for path in paths for row in _read(root / path)}
    names = _Names(_read(root / UNITS))
    for path in (*paths, UNITS, ACCEPTED):
        _write(root / path, [copy for row in _read(root / path) for copy in _copies(row, times, counted, names)])
    return root


class _Names:
    """Names of invented units: the words of a real one with other syllables for its place."""

    def __init__(self, units: list[dict[str, str]]) -> None:
        self._dice = random.Random(SEED)
        self._syllables = [word for row in units for word in row["name_vi"].split()[-PLACE:] if word.isalpha()]
        self._names_in_use = {row["name_vi"].casefold() for row in units}
        self._known: dict[tuple[str, str], str] = {}

    def copy_of(self, name: str, key: str) -> str:
        """Return the name of the copy with this key, the same whenever it is asked for."""
        if (name, key) not in self._known:
            self._known[name, key] = self._new_name(name)
        return self._known[name, key]

    def _new_name(self, name: str) -> str:
        kind, count = name.split()[:-PLACE], PLACE
        while True:
            name_of_copy = " ".join([*kind, *self._dice.choices(self._syllables, k=count)])
            if name_of_copy.casefold() not in self._names_in_use:
                self._names_in_use.add(name_of_copy.casefold())
                return name_of_copy
            count = PLACE + 1  # so many places have been called so already


def _copies(row: dict[str, str], times: int, counted: set[str], names_of_copies: _Names) -> Iterator[dict[str, str]]:
    yield row
    unit, *rest = (row.get("unit_id") or row["key"]).split(" | ")
    for n in range(1, times if unit in counted else 1):
        key = f"{unit}-x{n}"
        names = {name: names_of_copies.copy_of(row[name], key) for name in NAMES if row.get(name)}
        named = " | ".join([key, *rest])
        yield row | names | ({"key": named} if "key" in row else {"unit_id": key})


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
