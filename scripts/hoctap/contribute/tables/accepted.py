"""Rows of the long table as rows of the data: only those without a question, through the same gate as a form."""

from collections import Counter
from collections.abc import Sequence

from hoctap.contribute.form import DEFAULTS
from hoctap.contribute.placing import DryRun, Entry, dry_run
from hoctap.contribute.tables.rows import Row
from hoctap.load.periods import kind_of_year
from hoctap.model.catalog import Catalog

_STATED = {"period_status": DEFAULTS["observations"]["period_status"]}
_FIELDS = ("unit_id", "indicator_id", "period", "period_kind", "value", "qualifier", "breakdown")


def entries(catalog: Catalog, rows: Sequence[Row], source_id: str) -> tuple[Entry, ...]:
    """Return the rows that nothing is open about as rows of `observations`, each with its cell as the place."""
    columns = set(catalog.tables["observations"].resource.header)
    entries = []
    for row in rows:
        if not row.question:
            cells = {name: getattr(row, name) for name in _FIELDS if name in columns}
            if "period_kind" in cells:
                indicator = catalog.indicators[row.indicator_id]
                cells["period_kind"] = kind_of_year(row.period, row.period_kind, indicator.stock_flow)
            cells |= {**_STATED, "source_id": source_id, "locator": row.cell, "note": row.note}
            entries.append(Entry("observations", cells))
    return tuple(entries)


def repeated(catalog: Catalog, found: Sequence[Entry]) -> tuple[str, ...]:
    """Return the places of the figures that say the same thing of the same unit twice."""
    resource = catalog.tables["observations"].resource
    count = Counter(entry.key(resource) for entry in found)
    return tuple(entry.cells["locator"] for entry in found if count[entry.key(resource)] > 1)


def trial(catalog: Catalog, rows: Sequence[Row], source_id: str) -> DryRun:
    """Return what writing the rows would do to the data, and what the checks say of it."""
    return dry_run(catalog, entries(catalog, rows, source_id))
