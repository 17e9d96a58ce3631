"""What one page shows as one file: the observations of each unit and of each indicator."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from hoctap.canonical import key_of, write_rows
from hoctap.model.catalog import Catalog

# Folder of the pages, and the column that says to which page a row belongs.
_SLICES = (("don-vi", "unit_id", "units"), ("chi-tieu", "indicator_id", "indicators"))


def files(catalog: Catalog, _epoch: int) -> Iterator[tuple[str, bytes]]:
    """Yield `don-vi/<unit>.csv` and `chi-tieu/<indicator>.csv`, one pass over the rows for each kind."""
    table = catalog.tables["observations"]
    ordered = sorted((row.cells for row in table.rows), key=lambda cells: key_of(table.resource, cells))
    for folder, column, owners in _SLICES:
        at = table.column(column)
        groups: dict[str, list[Sequence[str]]] = defaultdict(list)
        for cells in ordered:
            groups[cells[at]].append(cells)
        for _, (key,) in catalog.tables[owners].keys((column,)):
            yield f"{folder}/{key}.csv", write_rows(table.resource.header, groups.get(key, ())).encode()
