"""Everything the site says of figures, and what it refuses to say, one row each: for auditors, who draw a sample."""

from collections.abc import Iterator

from hoctap.exports.packed import for_programs
from hoctap.model.canonical import write_rows
from hoctap.model.catalog import Catalog
from hoctap.views.statements.rows import every_row

NAME = "statements.csv"
HEADER = ("kind", "is_said", "about", "outcome", "text", "caveats", "reasons", "rows")


def files(catalog: Catalog, _epoch: int) -> Iterator[tuple[str, bytes]]:
    """Yield `statements.csv`; `rows` are identifiers of the table of figures, joined by spaces and a bar."""
    yield for_programs(catalog, NAME, write_rows(HEADER, sorted(set(every_row(catalog)))).encode())
