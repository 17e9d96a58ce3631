"""The small files behind the explorer: one index of what can be chosen, one file for each indicator."""

from typing import Any

from hoctap.model.catalog import Catalog
from hoctap.model.large_site import has_many_units
from hoctap.render.tilemap import AT_SEA, SIDES
from hoctap.site.unit_files import write_json
from hoctap.system.reuse import Make, Work
from hoctap.views.explorer import explorer_index, explorer_shard, most_together

FOLDER = "kham-pha"


def write_explorer(work: Work, catalog: Catalog) -> None:
    """Write `index.json`, `tiles.json`, `chi-tieu/<indicator>.json` below `kham-pha/`, or all of them packed."""
    folder = work.new / FOLDER
    (folder / "chi-tieu").mkdir(parents=True, exist_ok=True)
    packed = has_many_units(catalog)
    write_json(folder / "tiles.json", _tiles(catalog), packed=packed)

    def shard(indicator_id: str) -> Make:
        def make() -> tuple[list[str], int]:
            content = explorer_shard(catalog, indicator_id)
            name = write_json(folder / "chi-tieu" / f"{indicator_id}.json", content, packed=packed)
            return [f"{FOLDER}/chi-tieu/{name}"], most_together(content["rows"])

        return make

    index = explorer_index(catalog)
    largest_first = sorted(index["indicators"], key=lambda row: -row["rows"])
    found = work.pieces([(f"{FOLDER}/{row['id']}", "", shard(row["id"])) for row in largest_first])
    together = {row["id"]: most for row, most in zip(largest_first, found, strict=True)}
    indicators = [{**row, "together": together[row["id"]]} for row in index["indicators"]]
    write_json(folder / "index.json", {**index, "indicators": indicators}, packed=packed)


def _tiles(catalog: Catalog) -> dict[str, Any]:
    sides = {
        side: [[key, catalog.areas[key].name_vi, *place] for key, place in tiles.items() if key in catalog.areas]
        for side, tiles in SIDES.items()
    }
    return {**sides, "sea": AT_SEA}
