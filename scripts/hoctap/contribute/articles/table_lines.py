"""Tables within the text of an article, a row on each line: read as those of strangers, each figure at its line."""

import re
from collections.abc import Iterator, Mapping, Sequence

from hoctap.contribute.articles.outline import is_of_aims
from hoctap.contribute.articles.proposal import Proposal
from hoctap.contribute.tables.long import understand
from hoctap.contribute.tables.opening import Cell, Grid
from hoctap.contribute.tables.rows import Row
from hoctap.model.catalog import Catalog
from hoctap.model.period import parse_period

_BAR = "|"
_TITLES = 3  # lines of the top that say whose a table is


def of_tables(catalog: Catalog, lines: Sequence[str], day: str) -> Mapping[int, Sequence[Proposal]]:
    """Return for each line of a table, counted from 1, the figures in it that leave no question open.

    They are aims where the line above the table says so, or where their time comes after the `day` of the article.
    """
    found: dict[int, list[Proposal]] = {}
    for table in _tables(lines):
        found.update({at: [] for at in table})
        of_aims = is_of_aims("".join(lines[: table[0] - 1][-1:]))
        for row in _rows(catalog, lines, table):
            at = int(re.findall(r"\d+$", row.cell)[0])
            is_aim = of_aims or bool(day and parse_period(row.period).start > parse_period(day).end)
            found[at].append(_proposal(row, at, lines[at - 1], "target" if is_aim else "observation"))
    return found


def _tables(lines: Sequence[str]) -> Iterator[range]:
    """Yield the lines, counted from 1, of each run of two or more that have as many bars, one of them with a figure."""
    begins = 0
    for at in range(1, len(lines) + 1):
        if at < len(lines) and lines[at].count(_BAR) == lines[at - 1].count(_BAR):
            continue
        run = lines[begins:at]
        if len(run) > 1 and _BAR in run[0] and any(re.search(r"\|\s*[\d.,]+\s?%?\s*(?:\||$)", each) for each in run):
            yield range(begins + 1, at + 1)
        begins = at


def _rows(catalog: Catalog, lines: Sequence[str], table: range) -> Iterator[Row]:
    cells = {
        (at, column): Cell("text", text.strip())
        for at in table
        for column, text in enumerate(lines[at - 1].split(_BAR), 1)
        if text.strip()
    }
    titles = tuple(dict.fromkeys([*lines[:_TITLES], *lines[: table[0] - 1][-1:]]))
    read = understand(catalog, [Grid("", cells, above=titles)], {})
    return (row for row in read.rows if not row.question and row.period)


def _proposal(row: Row, at: int, line: str, kind: str) -> Proposal:
    return Proposal(
        row.unit_id,
        row.indicator_id,
        row.period,
        row.period_kind,
        "stated",
        row.value,
        row.qualifier,
        row.breakdown,
        str(at),
        row.typed,
        kind,
        "high",
        line,
    )
