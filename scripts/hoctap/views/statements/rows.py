"""What is said and what is refused as rows of texts, found for each unit, each indicator and all targets apart.

Whoever lists or counts everything asks for these, so that after a change only the rows of what changed are made again.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from hoctap.model.catalog import Catalog
from hoctap.model.once import once_for_each
from hoctap.views.statements.by_subject import of_targets, statements_of_indicator, statements_of_unit
from hoctap.views.statements.statement import Result, Statement

_LEVEL = 1  # of nine: higher ones take more time than memory is worth
# Between two texts. The checks let no such sign into the data.
_BETWEEN = "\0"


class Row(NamedTuple):
    """A statement, or a refusal if not `stated`; `rows` are identifiers of the table of figures."""

    kind: str
    stated: str
    subject: str
    outcome: str
    text: str
    caveats: str
    reasons: str
    rows: str


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows, packed: all are kept to the end, and read now and then."""

    packed: bytes

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows."""
        texts = iter(zlib.decompress(self.packed).decode().split(_BETWEEN)) if self.packed else iter(())
        return map(Row._make, zip(*[texts] * len(Row._fields), strict=True))


Question = Callable[[Catalog, str], Rows]


@once_for_each
def rows_of_unit(catalog: Catalog, unit_id: str) -> Rows:
    """Return what is said of a unit, and refused."""
    found = statements_of_unit(catalog, unit_id)
    return _as_rows([*found.sentences, *found.refused])


@once_for_each
def rows_of_indicator(catalog: Catalog, indicator_id: str) -> Rows:
    """Return what is said of an indicator across units, and refused."""
    found = statements_of_indicator(catalog, indicator_id)
    return _as_rows([*found.sentences, *found.refused])


@once_for_each
def rows_of_targets(catalog: Catalog, _: str) -> Rows:
    """Return the verdicts on all targets of campaigns."""
    return _as_rows(of_targets(catalog))


def questions(catalog: Catalog) -> Iterator[tuple[Question, str]]:
    """Yield what to ask, and of what, to have everything."""
    for unit_id in catalog.units:
        yield rows_of_unit, unit_id
    for indicator_id in catalog.indicators:
        yield rows_of_indicator, indicator_id
    yield rows_of_targets, ""


def every_row(catalog: Catalog) -> Iterator[Row]:
    """Yield everything that the catalog says and refuses."""
    for ask, key in questions(catalog):
        yield from ask(catalog, key)


def _as_rows(results: Iterable[Result]) -> Rows:
    rows = list(map(_row, results))
    return Rows(zlib.compress(_BETWEEN.join(chain.from_iterable(rows)).encode(), _LEVEL) if rows else b"")


def _row(result: Result) -> Row:
    subject, rows = " ".join(result.subject), " ‖ ".join(result.row_ids)
    if isinstance(result, Statement):
        caveats = "; ".join(f"{caveat.code}: {caveat.words}" for caveat in result.caveats)
        return Row(str(result.kind), "true", subject, result.outcome, result.text, caveats, "", rows)
    reasons = " ".join(each.name for each in result.reasons)
    return Row(str(result.kind), "false", subject, "", result.text, "", reasons, rows)
