"""The miniature repository: real descriptors, templates and pages; invented data from tests/examples/base.

Of the real repository only its words are read (descriptors, code lists, templates, pages), never its facts, so a
wrong row in the data cannot look like a broken program, and a new column reaches the tests by itself.
"""

import atexit
import csv
import io
import json
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from hoctap.check.gate import Checked, check
from hoctap.model.catalog import Catalog
from hoctap.model.record import Area, Indicator, Unit

REAL = Path(__file__).resolve().parents[1]
EXAMPLES = REAL / "tests" / "examples"
BASE = EXAMPLES / "base"
EXPECTED = REAL / "tests" / "expected"
TODAY = "2026-11-22"
EPOCH = 1795305600  # 2026-11-22 00:00 UTC

# What a check and what a build need besides data.
PAGES = ("docs",)
SITE = ("docs", "overrides", "mkdocs.yml")
Descriptor = dict[str, Any]


def assembled(root: Path, *parts: str) -> Path:
    """Make the miniature repository in the new folder `root`, with `parts` (files, folders) of the real one."""
    for package in descriptors():
        _write_package(root / "datapackages" / package["name"], package)
    for part in parts:
        real = REAL / part
        (root / part).parent.mkdir(parents=True, exist_ok=True)
        if real.is_dir():
            shutil.copytree(real, root / part)
        else:
            shutil.copyfile(real, root / part)
    return root


@cache
def site_pattern() -> Path:
    """Return a miniature repository with all that a site needs, made once a process; only to look at or to copy."""
    folder = tempfile.mkdtemp(prefix="miniature-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return assembled(Path(folder) / "repository", *SITE)


@cache
def _checked() -> Checked:
    return check(site_pattern(), date.fromisoformat(TODAY))


def checked_miniature() -> Checked:
    """Return it read and checked, with a catalog that knows no answers yet.

    It is read once a process: a mutant is tried in a fork of one that has read it.
    """
    return replace(_checked(), catalog=replace(_checked().catalog))


def with_indicators(
    catalog: Catalog, fields: str, rows: Iterable[Sequence[str]], like: str = "staff-total", **others: str
) -> Catalog:
    """Return the catalog with an indicator of each row, which gives `fields`; any unit may have it.

    It is like the one that the row gives for «like», or like `like`.
    """
    found = dict(catalog.indicators)
    for row in rows:
        given = others | dict(zip(fields.split(), row, strict=True))
        model = catalog.indicators[given.pop("like", like)]
        own = {"subject_rule": "any", "parent_indicator_id": "", "definition_vi": f"{given['name_vi']}."} | given
        found[given["indicator_id"]] = replace(model, **own)
    return catalog.with_rows(Indicator, tuple(found.values()))


def with_units(catalog: Catalog, fields: str, rows: Iterable[Sequence[str]], **others: str) -> Catalog:
    """Return the catalog with a unit of each row, which gives `fields`; else it is like an office of Đông Lâu."""
    model, found = catalog.units["so-giao-duc-tinh-dong-lau"], dict(catalog.units)
    for row in rows:
        given = others | dict(zip(fields.split(), row, strict=True))
        found[given["unit_id"]] = replace(model, short_name="", **given)
    return catalog.with_rows(Unit, tuple(found.values()))


def with_former_borders(catalog: Catalog) -> Catalog:
    """Return the catalog where the one district with figures came to its province from another one."""
    moved = {"khe-da-suoi-bac": "binh-ho"}
    areas = (
        replace(area, parent_area_id=moved.get(area.area_id, area.parent_area_id)) for area in catalog.all_of(Area)
    )
    return catalog.with_rows(Area, tuple(areas))


def descriptors() -> list[Descriptor]:
    """Return the real descriptors, naming base's files; tables that base has no rows of are left out."""
    found = []
    for path in sorted((REAL / "datapackages").glob("*/datapackage.json")):
        package: Descriptor = json.loads(path.read_bytes())
        folder = BASE / "datapackages" / path.parent.name
        for resource in package["resources"]:
            if isinstance(resource["path"], list):
                part = Path(resource["path"][0]).parent
                resource["path"] = [f"{part.as_posix()}/{file.name}" for file in sorted((folder / part).glob("*.csv"))]
        package["resources"] = [resource for resource in package["resources"] if _has_rows(folder, resource)]
        found.append(package)
    return found


def _has_rows(folder: Path, resource: Descriptor) -> bool:
    path = resource["path"]
    return resource["name"] == "codes" or (bool(path) if isinstance(path, list) else (folder / path).is_file())


def _write_package(folder: Path, package: Descriptor) -> None:
    folder.mkdir(parents=True)
    text = json.dumps(package, ensure_ascii=False, indent=2)
    (folder / "datapackage.json").write_text(f"{text}\n", encoding="utf-8")
    for resource in package["resources"]:
        paths = resource["path"] if isinstance(resource["path"], list) else [resource["path"]]
        for path in paths:
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            # Code lists are vocabulary, so the real one is used.
            home = REAL if resource["name"] == "codes" else BASE
            source = home / "datapackages" / package["name"] / path
            target.write_text(aligned(source.read_text(encoding="utf-8"), resource), encoding="utf-8")


def aligned(text: str, resource: Descriptor) -> str:
    """Return the CSV with the columns the descriptor has; a column that the file lacks is empty."""
    header = [field["name"] for field in resource["schema"]["fields"]]
    if text.splitlines()[0] == ",".join(header):
        return text
    out = io.StringIO()
    writer = csv.DictWriter(out, header, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(csv.DictReader(io.StringIO(text)))
    return out.getvalue()
