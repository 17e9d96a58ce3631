"""Everything the site says of figures, and what it refuses to say, one row each: for auditors, who draw a sample."""

from collections.abc import Iterator

from hoctap.exports.packed import for_programs
from hoctap.model.canonical import csv_file
from hoctap.model.catalog import Catalog
from hoctap.views.statements.rows import every_row

NAME = "statements.csv"
# Sorts before every other sign. The checks let no such sign into the data.
_BETWEEN = "\0"
HEADER = ("kind", "is_said", "about", "outcome", "text", "caveats", "reasons", "rows")


def files(catalog: Catalog, _epoch: int) -> Iterator[tuple[str, bytes]]:
    """Yield `statements.csv`; `rows` are identifiers of the table of figures, joined by spaces and a bar."""
    # As bytes: of very many figures all texts of all rows would be much. They sort as the rows do.
    rows = sorted({_BETWEEN.join(row).encode() for row in every_row(catalog)})
    yield for_programs(catalog, NAME, csv_file(HEADER, (row.decode().split(_BETWEEN) for row in rows)))
