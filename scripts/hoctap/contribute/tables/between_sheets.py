"""What the sheets of a workbook say of each other: one that adds up the others, one that was copied and left as it was.

What two sheets say of one unit and time is asked about where it differs and taken once where a summary repeats it;
sums of what there was at several times are asked about too.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from hoctap.contribute.naming.indicators import is_flow
from hoctap.contribute.tables.doubts import DIFFERING, stated_again, stated_differently
from hoctap.contribute.tables.rows import Row, Understood
from hoctap.model.catalog import Catalog

_FEWEST = 2  # figures, and sheets, that tell a sum from chance
_ALIKE = 4  # figures that two sheets hardly have in common unless one is a copy
_SUM = "trang tính cộng các trang khác, không phải số của riêng một đơn vị"
_REPEATED = "ô {} đã có số này"
_COPIED = "các trang tính «{}» và «{}» có mọi số như nhau: trang nào là bản chép chưa sửa?"
_STOCKS = "số này cộng số có ở nhiều thời điểm: không phải số của cả kỳ"
_Sheets = Mapping[str, Sequence[Row]]


def between_sheets(catalog: Catalog, out: Understood) -> None:
    """Leave out the sheets of a file that add up others; ask about what another sheet makes doubtful."""
    sheets = _by_sheet(out.rows)
    if len(sheets) < _FEWEST:
        return
    asked = dict[str, str]()
    for name, rows in sheets.items():
        found = list(_with_parts(rows, [each for other, each in sheets.items() if other != name]))
        sums = [(row, parts) for row, parts in found if _adds_up(row, parts)]
        of_units = [row for row, parts in sums if any(part.unit_id != row.unit_id for part in parts)]
        if len(of_units) >= _FEWEST and len(of_units) * 2 > len(found):
            _leave(out, {row.cell: _SUM for row in rows})
            continue
        stocks = (row for row, _ in sums if not is_flow(catalog.indicators[row.indicator_id]))
        asked |= {row.cell: _STOCKS for row in stocks if row not in of_units}
    _leave(out, _repeated(out.rows))
    asked = _differing(out.rows) | _copied(_by_sheet(out.rows)) | asked
    out.rows = [row if row.question else replace(row, question=asked.get(row.cell, "")) for row in out.rows]


def _by_sheet(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Return the figures of each sheet that are understood but for their unit or time; tables of a text are none."""
    found = defaultdict[str, list[Row]](list)
    for row in rows:
        if "!" in row.cell and row.indicator_id and row.value:
            found[_sheet(row)].append(row)
    return found


def _sheet(row: Row) -> str:
    return row.cell.rpartition("!")[0]


def _with_parts(rows: Sequence[Row], others: Sequence[Sequence[Row]]) -> Iterator[tuple[Row, list[Row]]]:
    """Yield each figure of a sheet that counts something only once, with those of what it counts in several others."""
    own, theirs = _once(rows), [_once(each) for each in others]
    for name, row in own.items():
        parts = [each[name] for each in theirs if name in each]
        if len(parts) >= _FEWEST and Decimal(row.value):
            yield row, parts


def _once(rows: Sequence[Row]) -> dict[tuple[str, str], Row]:
    found = defaultdict[tuple[str, str], list[Row]](list)
    for row in rows:
        found[row.indicator_id, row.breakdown].append(row)
    return {name: same[0] for name, same in found.items() if len(same) == 1}


def _adds_up(row: Row, parts: Sequence[Row]) -> bool:
    """Return whether a figure is the sum of others; a program adds up only those that are typed as numbers."""
    if all((part.unit_id, part.period) == (row.unit_id, row.period) for part in parts):
        return False
    exact = [part for part in parts if part.qualifier == "exact"]
    return any(Decimal(row.value) == sum(Decimal(part.value) for part in some) for some in (parts, exact))


def _leave(out: Understood, cells: Mapping[str, str]) -> None:
    out.left_out += [(row.cell, cells[row.cell]) for row in out.rows if row.cell in cells]
    out.rows = [row for row in out.rows if row.cell not in cells]
    out.settle(set(cells))


def _repeated(rows: Sequence[Row]) -> dict[str, str]:
    """Return what to say at each figure that a summary, which has it of several units, repeats from a unit's sheet."""
    units = defaultdict[tuple[str, str], set[str]](set)
    for row in (row for row in rows if row.unit_id):
        units[_sheet(row), row.indicator_id].add(row.unit_id)
    repeated = dict[str, str]()
    for group in stated_again(rows):
        first, *others = sorted((rows[at] for at in group), key=lambda row: len(units[_sheet(row), row.indicator_id]))
        fewest = len(units[_sheet(first), first.indicator_id])
        if len({(row.value, row.qualifier) for row in (first, *others)}) == 1:
            summed = (row for row in others if len(units[_sheet(row), row.indicator_id]) > fewest)
            repeated |= {row.cell: _REPEATED.format(first.cell) for row in summed}
    return repeated


def _differing(rows: Sequence[Row]) -> dict[str, str]:
    """Return the question at each figure of which another sheet gives another value."""
    groups = ([rows[at] for at in group] for group in stated_differently(rows))
    across = (group for group in groups if len({_sheet(row) for row in group}) > 1)
    return {row.cell: DIFFERING.format(", ".join(each.cell for each in group)) for group in across for row in group}


def _copied(sheets: _Sheets) -> dict[str, str]:
    """Return the question at each figure of two sheets that have all figures alike, of other units or times."""
    asked = dict[str, str]()
    for (name, rows), (other, those) in combinations(sheets.items(), 2):
        one, two = ({(row.indicator_id, row.breakdown, row.value) for row in each} for each in (rows, those))
        whose = [{(row.unit_id, row.period) for row in each} for each in (rows, those)]
        if len(one) >= _ALIKE and one == two and whose[0] != whose[1]:
            asked |= {row.cell: _COPIED.format(name, other) for row in (*rows, *those)}
    return asked
