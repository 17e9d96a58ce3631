"""The small files behind the page of comparison: who can be chosen, and each unit's figures. Not published data."""

from functools import partial
from typing import Any

from hoctap.model.catalog import Catalog
from hoctap.model.large_site import has_many_units
from hoctap.site.unit_files import SHARDS, write_json, write_unit_files
from hoctap.system.reuse import Task, Work
from hoctap.views.comparison import (
    Judged,
    Judgements,
    choices,
    indicator_cautions,
    judged_pairs,
    sentences_of_unit,
    unit_figures,
)

FOLDER = "so-sanh"


def write_comparables(work: Work, catalog: Catalog) -> None:
    """Write `so-sanh/units.json`, `so-sanh/indicators.json` and what it asks of each unit that can be chosen."""
    folder, is_large = work.new / FOLDER, has_many_units(catalog)
    folder.mkdir(exist_ok=True)
    known = choices(catalog)
    write_json(folder / "units.json", [one.as_row for one in known], packed=is_large)
    found = Judgements(_judged(work, catalog))
    write_json(folder / "indicators.json", indicator_cautions(catalog, found), packed=is_large)
    write_unit_files(
        work.within(f"{FOLDER}/don-vi/", folder / "don-vi"),
        [one.unit.unit_id for one in known],
        lambda unit_id: unit_figures(catalog, unit_id, found) | (_sentences(catalog, unit_id) if is_large else {}),
        lambda unit_id: repr(found.classes_of(catalog, unit_id)),
        SHARDS[FOLDER] if is_large else 0,
    )


def _sentences(catalog: Catalog, unit_id: str) -> dict[str, Any]:
    """Return the sentences that the page of a unit shows when it is asked for them."""
    return {"sentences": sentences_of_unit(catalog, unit_id)}


def _judged(work: Work, catalog: Catalog) -> dict[str, Judged]:
    ids = list(catalog.rows_by_indicator)
    tasks: list[Task] = [(f"judged {one}", "", partial(_judge, catalog, one)) for one in ids]
    return dict(zip(ids, work.pieces(tasks), strict=True))


def _judge(catalog: Catalog, indicator_id: str) -> tuple[tuple[()], Judged]:
    return (), judged_pairs(catalog, indicator_id)
