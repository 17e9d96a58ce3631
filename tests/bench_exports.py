"""How much longer exporting takes with ten times the rows: `python tests/bench_exports.py [ROOT]`.

Every row of every table but the code lists is repeated under new keys, so that all references still hold.
"""

import os
import statistics
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))

from hoctap.exports.publishing import write_exports
from hoctap.load import load
from hoctap.load.typed import records_of
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Resource
from hoctap.model.table import Row, Table, table_of

TIMES, RUNS, EPOCH = 10, 3, 1795305600


def repeated(catalog: Catalog, times: int) -> Catalog:
    """Return the catalog with every row `times` times, each time under keys of its own."""
    tables = {name: _repeated(table, times) for name, table in catalog.tables.items()}
    return replace(catalog, tables=tables, records={name: records_of(table) for name, table in tables.items()})


def _repeated(table: Table, times: int) -> Table:
    if table.resource.name == "codes":
        return table
    at = _key_columns(table.resource)
    rows = [_row(row, at, n) for n in range(times) for row in table.rows]
    return table_of(table.resource, tuple(rows))


def _row(row: Row, at: Sequence[int], n: int) -> Row:
    if n == 0:
        return row
    return row._replace(cells=tuple(f"{cell}-x{n}" if i in at and cell else cell for i, cell in enumerate(row.cells)))


def _key_columns(resource: Resource) -> list[int]:
    """Return the columns that name rows here or elsewhere; without any, the texts of the primary key."""
    names = {name for key in resource.foreign_keys for name in key.fields}
    own = [name for name in resource.primary_key if resource.field_named(name).constraints.get("pattern")]
    free = [name for name in own if "period" not in name and "due" not in name]
    names |= set(free) or set(resource.primary_key[:1])
    coded = {field.name for field in resource.fields if field.code_list or field.type != "string"}
    return [n for n, name in enumerate(resource.header) if name in names - coded]


def seconds(catalog: Catalog) -> float:
    """Return the median time of an export, in seconds of work of all its processes."""
    times = []
    for _ in range(RUNS):
        with TemporaryDirectory() as folder:
            start = sum(os.times()[:4])
            write_exports(catalog, Path(folder), EPOCH)
            times.append(sum(os.times()[:4]) - start)
    return statistics.median(times)


def main(root: Path) -> None:
    once = load(root, validate=False).catalog
    many = repeated(once, TIMES)
    seconds(once)  # what is imported once and for all is not counted
    one, ten = seconds(once), seconds(many)
    counts = [sum(len(table.rows) for table in catalog.tables.values()) for catalog in (once, many)]
    sys.stdout.write(f"export {counts[0]} rows {one:.2f} s, {counts[1]} rows {ten:.2f} s: {ten / one:.1f} times\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[1])
