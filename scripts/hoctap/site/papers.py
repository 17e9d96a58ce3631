"""The small files behind the page of reports: who can be chosen, and what the register answers of each."""

from datetime import date

from hoctap.model.catalog import Catalog
from hoctap.model.large_site import has_many_units
from hoctap.site.unit_files import SHARDS, write_json, write_unit_files
from hoctap.system.reuse import Work
from hoctap.views.report import answers_of, reporting_units

FOLDER = "bao-cao"


def write_reports(work: Work, catalog: Catalog, today: date) -> None:
    """Write `bao-cao/units.json` and what the register answers of each unit under `bao-cao/don-vi/`."""
    folder = work.new / FOLDER
    folder.mkdir(exist_ok=True)
    units = reporting_units(catalog)
    is_large = has_many_units(catalog)
    write_json(folder / "units.json", units, packed=is_large)
    write_unit_files(
        work.within(f"{FOLDER}/don-vi/", folder / "don-vi"),
        [unit_id for unit_id, *_ in units],
        lambda unit_id: answers_of(catalog, unit_id, today),
        lambda _: "",
        SHARDS[FOLDER] if is_large else 0,
    )
