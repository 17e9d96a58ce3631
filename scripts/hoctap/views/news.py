"""What has come lately: the sources published last, with what was taken from each, as statements."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.views.home import NewSource, newest_sources
from hoctap.views.statements.figure import caveat_of_source, figure_statement, statement_under_source
from hoctap.views.statements.statement import Statement

MOST_STATEMENTS = 4


@dataclass(frozen=True, slots=True)
class Arrival:
    """A source with its caveat and its first statements; `others` is how many more figures it gave."""

    source_id: str
    source: NewSource
    statements: Sequence[Statement]
    others: int
    caveat: str


def arrivals(catalog: Catalog, today: date, most: int, *, are_headed: bool = False) -> list[Arrival]:
    """Return the sources published last, the newest first, each with what it says of whole units first.

    Statements that stand headed by their source do not name it again, nor its caveat.
    """
    stated = statement_under_source if are_headed else figure_statement
    rows: dict[str, list[FigureRow]] = {}
    for row in catalog.figure_rows:
        if row.observation.value is not None:
            rows.setdefault(row.observation.source_id, []).append(row)
    found = []
    for source in newest_sources(catalog, today, most):
        key = source.source.href.rstrip("/").rpartition("/")[2]
        mine = sorted(rows.get(key, []), key=lambda row: (bool(row.observation.breakdown), row.row_id))
        sentences = [stated(catalog, row) for row in mine[:MOST_STATEMENTS]]
        caveat = caveat_of_source(catalog, mine[0]) if mine else ""
        found.append(Arrival(key, source, sentences, len(mine) - len(sentences), caveat))
    return [one for one in found if one.statements]
