"""A repository with as many figures as wanted, for measuring: `python many_rows.py FOLDER ROWS`.

The words and tables are those of the real repository; the figures are invented, clean, and of one unit for each
province, so that what is measured is reading and checking, not telling.
"""

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

REAL = Path(__file__).resolve().parents[1]
OBSERVATIONS = Path("datapackages/unit-statistics/data/observations")
YEARS = 40
HEADER = "unit_id,indicator_id,period,period_kind,period_status,value,qualifier,breakdown,border,source_id,locator,note"


def repository_of(root: Path, rows: int, files: int = 1) -> Path:
    """Make a repository at `root` with `rows` figures over `files` provinces."""
    shutil.copytree(REAL / "datapackages", root / "datapackages")
    (root / "docs").mkdir()
    _trim(root)
    paths = []
    for n in range(files):
        path = OBSERVATIONS / f"tinh-{n:02d}.csv"
        paths.append(path.relative_to(OBSERVATIONS.parents[1]).as_posix())
        with (root / path).open("w", encoding="utf-8", newline="") as file:
            file.write(HEADER + "\n")
            file.writelines(f"{row}\n" for row in _figures(n, rows // files))
    _describe(root, paths, files, rows)
    return root


def _figures(province: int, rows: int) -> Iterator[str]:
    for n in range(rows):
        unit, year = divmod(n, YEARS)
        value = 1000 + n
        note = f"ghi chú số {n % 5000}, có chữ Việt" if n % 3 == 0 else ""
        quoted = f'"{note}"' if note else ""
        yield (
            f"don-vi-{province:02d}-{unit:06d},chi-tieu,{1980 + year},moment,stated,{value},exact,"
            f",,nguon,đoạn {n % 30 + 1},{quoted}"
        )


def _trim(root: Path) -> None:
    """Leave the code lists and the descriptors; every other table of the real data goes."""
    for path in sorted(root.glob("datapackages/*/data/**/*.csv")):
        if path.name != "codes.csv":
            path.unlink()


def _describe(root: Path, paths: list[str], provinces: int, rows: int) -> None:
    for path in sorted(root.glob("datapackages/*/datapackage.json")):
        package = json.loads(path.read_bytes())
        wanted = {"codes", "areas", "units", "indicators", "sources", "observations"}
        package["resources"] = [entry for entry in package["resources"] if entry["name"] in wanted]
        for entry in package["resources"]:
            if entry["name"] == "observations":
                entry["path"] = paths
            elif entry["name"] != "codes":
                _write(path.parent / entry["path"], entry, provinces, rows)
            for kind in ("foreignKeys", "external_keys"):
                keys = entry["schema"].pop(kind, [])
                left = [key for key in keys if key["reference"]["resource"] in wanted]
                entry["schema"].update({kind: left} if left else {})
        if package["resources"]:
            path.write_text(json.dumps(package, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        else:
            shutil.rmtree(path.parent)


def _write(path: Path, entry: dict[str, object], provinces: int, rows: int) -> None:
    header = [field["name"] for field in entry["schema"]["fields"]]  # type: ignore[index]
    values = {
        "areas": [{"area_id": f"tinh-{n:02d}", "name_vi": f"Tỉnh {n}", "level": "tinh", "kind": "tinh"}
                  for n in range(provinces)],
        "units": [
            {"unit_id": f"don-vi-{p:02d}-{n:06d}", "name_vi": f"Đơn vị {n}", "unit_kind": "so-nganh", "level": "tinh",
             "area_id": f"tinh-{p:02d}", "status": "active"}
            for p in range(provinces) for n in range(-(-rows // provinces // YEARS))
        ],
        "indicators": [{"indicator_id": "chi-tieu", "name_vi": "Chỉ tiêu", "name_en": "Indicator",
                        "definition_vi": "Đếm.",
                        "unit_measure": "nguoi", "value_type": "count", "topic": "to-chuc-hoi", "subject_rule": "any",
                        "decimals": "0", "direction": "none", "comparison": "rank",
                        "stock_flow": "stock", "phrase_vi": "{unit} có {value} người", "summable": "yes"}],
        "sources": [{"source_id": "nguon", "title": "Nguồn", "published_on": "2026",
                     "language": "vi", "kind": "khac", "terms": "unknown"}],
    }  # fmt: skip
    cells = values[str(entry["name"])]
    lines = [",".join(header), *(",".join(row.get(name, "") for name in header) for row in cells)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    repository_of(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
