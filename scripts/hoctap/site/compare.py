"""The small files behind the page of comparison: who can be chosen, and each unit's figures. Not published data."""

import json
from pathlib import Path
from typing import Any

from hoctap.model.catalog import Catalog
from hoctap.views.comparable import Judgements, choices, indicator_cautions, unit_figures

FOLDER = "so-sanh"


def write_comparables(catalog: Catalog, site: Path) -> None:
    """Write `so-sanh/units.json`, `so-sanh/indicators.json` and one file for each unit that can be chosen."""
    folder = site / FOLDER
    (folder / "don-vi").mkdir(parents=True, exist_ok=True)
    known = choices(catalog)
    units = [[one.unit.unit_id, one.unit.name_vi, one.kind, one.place, one.rank, *one.names] for one in known]
    _write(folder / "units.json", units)
    judged = Judgements(catalog)
    _write(folder / "indicators.json", indicator_cautions(catalog, judged))
    for one in known:
        _write(folder / "don-vi" / f"{one.unit.unit_id}.json", unit_figures(catalog, one.unit.unit_id, judged))


def _write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
