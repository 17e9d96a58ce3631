"""Rows of the long table as rows of the data: only those without a question, through the same gate as a form."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hoctap.contribute.form import DEFAULTS
from hoctap.contribute.known_rows import KnownRows, is_repeated
from hoctap.contribute.placing import DryRun, Entry, dry_run
from hoctap.contribute.tables.rows import CELL, SKIP, Answers, Row, Understood
from hoctap.load.periods import kind_of_year, read_period
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
                kind = row.period_kind or read_period(row.period, indicator.stock_flow).kind  # an answer has none
                cells["period_kind"] = kind_of_year(row.period, kind, indicator.stock_flow)
            cells |= {**_STATED, "source_id": source_id, "locator": row.cell, "note": row.note}
            entries.append(Entry("observations", cells))
    return tuple(entries)


def against_the_data(catalog: Catalog, understood: Understood, source_id: str, answers: Answers) -> int:
    """Leave out the figures that the data have of this source, and ask about those of which they have another number.

    Return how many were left out. Who gives the number of a cell as the answer has seen both.
    """
    known, rows = KnownRows(catalog, "observations"), list[Row]()
    found = iter(entries(catalog, understood.rows, source_id))
    for row in understood.rows:
        entry = None if row.question else next(found)
        old = known.of(entry) if entry else None
        if entry is None or old is None or (CELL, row.cell) in answers:
            rows.append(row)
        elif is_repeated(old, entry):
            understood.left_out.append((row.cell, "sổ đã có đúng số này của nguồn này"))
        else:
            changed = known.changes(old, entry)
            rows.append(replace(row, question=f"sổ đã có dòng này của nguồn này, ghi khác: {changed}"))
            understood.open(CELL, row.cell, row.cell, f"con số đúng của ô, hoặc «{SKIP}» để giữ như sổ")
    left_out = len(understood.rows) - len(rows)
    understood.rows = rows
    return left_out


def repeated(catalog: Catalog, found: Sequence[Entry]) -> tuple[str, ...]:
    """Return the places of the figures that say the same thing of the same unit twice."""
    resource = catalog.tables["observations"].resource
    count = Counter(entry.key(resource) for entry in found)
    return tuple(entry.cells["locator"] for entry in found if count[entry.key(resource)] > 1)


def trial(catalog: Catalog, rows: Sequence[Row], source_id: str) -> DryRun:
    """Return what writing the rows would do to the data, and what the checks say of it."""
    return dry_run(catalog, entries(catalog, rows, source_id))
