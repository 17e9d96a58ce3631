"""The small files behind the explorer: one index of what can be chosen, one file for each indicator."""

import json
from pathlib import Path
from typing import Any

from hoctap.model.catalog import Catalog
from hoctap.render.tilemap import AT_SEA, SIDES
from hoctap.views.explorer import explored, explorer_index, explorer_shard, rows_by_indicator

FOLDER = "kham-pha"


def write_explorer(catalog: Catalog, site: Path) -> None:
    """Write `kham-pha/index.json`, `kham-pha/tiles.json` and `kham-pha/chi-tieu/<indicator>.json`."""
    folder = site / FOLDER
    (folder / "chi-tieu").mkdir(parents=True, exist_ok=True)
    _write(folder / "index.json", explorer_index(catalog))
    _write(folder / "tiles.json", _tiles(catalog))
    rows = rows_by_indicator(catalog)
    for indicator in explored(catalog):
        shard = explorer_shard(catalog, indicator.indicator_id, rows[indicator.indicator_id])
        _write(folder / "chi-tieu" / f"{indicator.indicator_id}.json", shard)


def _tiles(catalog: Catalog) -> dict[str, Any]:
    sides = {
        side: [[key, catalog.areas[key].name_vi, *place] for key, place in tiles.items() if key in catalog.areas]
        for side, tiles in SIDES.items()
    }
    return {**sides, "sea": AT_SEA}


def _write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
