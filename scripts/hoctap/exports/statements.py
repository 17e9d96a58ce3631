"""Everything the site says of figures, and what it refuses to say, one row each: for auditors, who draw a sample."""

from collections.abc import Iterator

from hoctap.model.canonical import write_rows
from hoctap.model.catalog import Catalog
from hoctap.views.statements.of import everything
from hoctap.views.statements.statement import Result, Statement

NAME = "statements.csv"
HEADER = ("kind", "is_said", "about", "outcome", "text", "caveats", "reasons", "rows")


def files(catalog: Catalog, _epoch: int) -> Iterator[tuple[str, bytes]]:
    """Yield `statements.csv`; `rows` are identifiers of the table of figures, joined by spaces and a bar."""
    rows = sorted({tuple(_cells(one)) for one in everything(catalog)})
    yield NAME, write_rows(HEADER, rows).encode()


def _cells(result: Result) -> list[str]:
    subject, rows = " ".join(result.subject), " ‖ ".join(result.row_ids)
    if isinstance(result, Statement):
        caveats = "; ".join(f"{caveat.code}: {caveat.words}" for caveat in result.caveats)
        return [str(result.kind), "true", subject, result.outcome, result.text, caveats, "", rows]
    reasons = " ".join(each.name for each in result.reasons)
    return [str(result.kind), "false", subject, "", result.text, "", reasons, rows]
