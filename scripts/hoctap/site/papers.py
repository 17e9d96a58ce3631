"""The small files behind the page of reports: who can be chosen, and what the register answers of each."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from hoctap.model.catalog import Catalog
from hoctap.views.report import answers_of, reporting_units

FOLDER = "bao-cao"


def write_reports(catalog: Catalog, site: Path, today: date) -> None:
    """Write `bao-cao/units.json` and `bao-cao/don-vi/<unit>.json`."""
    folder = site / FOLDER
    (folder / "don-vi").mkdir(parents=True, exist_ok=True)
    units = reporting_units(catalog)
    _write(folder / "units.json", units)
    for unit_id, *_ in units:
        _write(folder / "don-vi" / f"{unit_id}.json", answers_of(catalog, unit_id, today))


def _write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
