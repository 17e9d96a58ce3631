"""The simple rules of the table of figures, asked by pandas and by us: `python bench_rules.py pandas|ours ROOT`.

The same for both, for `make bench`: required cells, patterns, code lists, the three references, the key, numbers,
their sign, the order of rows. `hoctap check` asks some ninety more.
"""

import json
import sys
from pathlib import Path

import pandas as pd

from hoctap.check.rules import CHECKS, findings_of
from hoctap.load import load

OBSERVATIONS = Path("datapackages/unit-statistics")
# Those of ours that are not asked while the data are read.
SAME = {
    "code-is-in-its-list",
    "count-not-negative",
    "file-is-canonical",
    "key-is-unique-across-files",
    "reference-exists",
}


def ours(root: Path) -> int:
    """Return how many cells and rows break one of the rules, by this program."""
    loaded = load(root)
    return len(loaded.findings) + len(findings_of(loaded.catalog, [each for each in CHECKS if each.rule.id in SAME]))


def by_pandas(root: Path) -> int:
    """Return how many cells and rows break one of the rules, by pandas."""
    package = json.loads((root / OBSERVATIONS / "datapackage.json").read_bytes())
    entry = next(each for each in package["resources"] if each["name"] == "observations")
    paths = [entry["path"]] if isinstance(entry["path"], str) else entry["path"]
    frame = pd.concat([_read(root / OBSERVATIONS / path) for path in paths])
    found = 0
    for field in entry["schema"]["fields"]:
        found += _of_column(frame[field["name"]], field, root)
    for name in ("unit_id", "indicator_id", "source_id"):
        table = _read(root / "datapackages/reference/data" / f"{name.removesuffix('_id')}s.csv")
        found += int((~frame[name].isin(table[name])).sum())
    key = entry["schema"]["primaryKey"]
    numbers = pd.to_numeric(frame["value"], errors="coerce")
    found += int(frame.duplicated(key).sum() + numbers.isna().sum() + (numbers < 0).sum())
    return found + int(not frame[key].equals(frame[key].sort_values(key, kind="stable")))


def _of_column(cells: "pd.Series[str]", field: dict[str, object], root: Path) -> int:
    limits = field.get("constraints", {})
    assert isinstance(limits, dict)
    found = int((cells == "").sum()) if limits.get("required") else 0
    if "pattern" in limits:
        found += int((~(cells[cells != ""].str.fullmatch(limits["pattern"]))).sum())
    if "code_list" in field:
        codes = _read(root / "datapackages/reference/data/codes.csv")
        known = codes[codes["list"] == field["code_list"]]["code"]
        found += int((~cells[cells != ""].isin(known)).sum())
    return found


def _read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, keep_default_na=False)


if __name__ == "__main__":
    sys.exit(1 if {"ours": ours, "pandas": by_pandas}[sys.argv[1]](Path(sys.argv[2])) else 0)
