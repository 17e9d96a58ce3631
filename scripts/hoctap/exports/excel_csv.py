"""CSV that opens right by double-click on a Vietnamese Windows: BOM, `;`, decimal comma, Vietnamese headers."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from hoctap.canonical import key_of
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Resource

BOM = "\ufeff"


def files(catalog: Catalog, _epoch: int) -> Iterator[tuple[str, bytes]]:
    """Yield `excel/<table>.csv` for every table and `excel/don-vi/<unit>.csv` for every unit."""
    for resource in catalog.resources():
        rows = sorted((row.cells for row in catalog.tables[resource.name].rows), key=lambda c: key_of(resource, c))
        yield f"excel/{resource.name}.csv", excel_csv(resource, rows)
    table = catalog.tables["observations"]
    by_unit: dict[str, list[Sequence[str]]] = {unit: [] for unit in catalog.units}
    for row, (unit,) in table.keys(("unit_id",)):
        by_unit[unit].append(row.cells)
    for unit, cells in by_unit.items():
        ordered = sorted(cells, key=lambda row: key_of(table.resource, row))
        yield f"excel/don-vi/{unit}.csv", excel_csv(table.resource, ordered)


def excel_csv(resource: Resource, rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows under Vietnamese headers; numbers with a decimal comma, all else as it stands."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.title for column in resource.fields])
    decimal = [column.type == "number" for column in resource.fields]
    for row in rows:
        writer.writerow([cell.replace(".", ",") if comma else cell for cell, comma in zip(row, decimal, strict=True)])
    return (BOM + out.getvalue()).encode()
