"""The small files behind the page of reports: who can be chosen, and what the register answers of each."""

from datetime import date
from pathlib import Path

from hoctap.exports.slices import has_many_units
from hoctap.model.catalog import Catalog
from hoctap.site.unit_files import write_json, write_unit_files
from hoctap.views.report import answers_of, reporting_units

FOLDER = "bao-cao"


def write_reports(catalog: Catalog, site: Path, today: date) -> None:
    """Write `bao-cao/units.json` and what the register answers of each unit under `bao-cao/don-vi/`."""
    folder = site / FOLDER
    folder.mkdir(exist_ok=True)
    units = reporting_units(catalog)
    write_json(folder / "units.json", units)
    each = ((unit_id, answers_of(catalog, unit_id, today)) for unit_id, *_ in units)
    write_unit_files(folder / "don-vi", each, bundled=has_many_units(catalog))
