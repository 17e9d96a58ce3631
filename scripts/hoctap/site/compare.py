"""The small files behind the page of comparison: who can be chosen, and each unit's figures. Not published data."""

from pathlib import Path

from hoctap.exports.slices import has_many_units
from hoctap.model.catalog import Catalog
from hoctap.site.unit_files import write_json, write_unit_files
from hoctap.views.comparable import Judgements, choices, indicator_cautions, unit_figures

FOLDER = "so-sanh"


def write_comparables(catalog: Catalog, site: Path) -> None:
    """Write `so-sanh/units.json`, `so-sanh/indicators.json` and what it asks of each unit that can be chosen."""
    folder = site / FOLDER
    folder.mkdir(exist_ok=True)
    known = choices(catalog)
    units = [[one.unit.unit_id, one.unit.name_vi, one.kind, one.place, one.rank, *one.names] for one in known]
    write_json(folder / "units.json", units)
    judged = Judgements(catalog)
    write_json(folder / "indicators.json", indicator_cautions(catalog, judged))
    each = ((one.unit.unit_id, unit_figures(catalog, one.unit.unit_id, judged)) for one in known)
    write_unit_files(folder / "don-vi", each, bundled=has_many_units(catalog))
