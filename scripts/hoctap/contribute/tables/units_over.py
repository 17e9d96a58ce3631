"""A table with times down and units over groups of indicators, laid out as one with a row for each unit and time.

«Năm | Đắk Lắk: Hội viên, Chi hội | Gia Lai: Hội viên, Chi hội» becomes «Đơn vị | Năm | Hội viên | Chi hội».
"""

from collections.abc import Mapping, Sequence

from hoctap.contribute.tables.labels import bare_name, label
from hoctap.contribute.tables.of_title import indicator_of_title
from hoctap.contribute.tables.opening import Cell, Grid, Spot
from hoctap.contribute.tables.roles import Roles
from hoctap.contribute.tables.setting import Setting

_FEWEST = 2  # units: one alone is that of the title
_UNITS = "Đơn vị"
TOTAL = "cột tổng"


def by_units(setting: Setting, roles: Roles) -> tuple[Grid, list[int]] | None:
    """Return such a table laid out anew, and the columns that only add up others; None for any other table."""
    if roles.names or not roles.periods:
        return None
    paths = setting.block.header_paths(roles.values)
    totals = [column for column, path in paths.items() if any(label(text).total for text in path)]
    named = {column: _named(setting, path) for column, path in paths.items() if column not in totals}
    units = list(dict.fromkeys(unit for unit, _ in named.values()))
    heads = list(dict.fromkeys(head for _, head in named.values()))
    if heads == [""] and (counted := indicator_of_title(setting)):  # «SỐ HỘI VIÊN CÁC HUYỆN QUA CÁC NĂM»
        heads, named = [counted.name_vi], {column: (unit, counted.name_vi) for column, (unit, _) in named.items()}
    if len(units) < _FEWEST or "" in units or "" in heads:
        return None
    return _laid_out(setting, roles, named, heads), totals


def _named(setting: Setting, path: Sequence[str]) -> tuple[str, str]:
    """Return the unit over a column and what else its header says; nothing for a unit where it names none or two."""
    units = [text for text in path if setting.is_unit(bare_name(text))]
    rest = [text for text in path if text not in units]
    return (bare_name(units[0]), " ".join(rest)) if len(units) == 1 else ("", " ".join(rest))


def _laid_out(setting: Setting, roles: Roles, named: Mapping[int, tuple[str, str]], heads: Sequence[str]) -> Grid:
    block, grid = setting.block, setting.grid
    cells, origin = dict[Spot, Cell](), dict[Spot, Spot]()
    times = [*roles.periods, *roles.kinds, *roles.measures]
    top = block.header[-1]
    for at, text in enumerate((_UNITS, *(" ".join(block.header_path(each)) for each in times), *heads), 1):
        cells[1, at], origin[1, at] = Cell("text", text), (top, block.columns[0])
    row = 1
    for unit in dict.fromkeys(unit for unit, _ in named.values()):
        for line in block.body:
            row += 1
            cells[row, 1], origin[row, 1] = Cell("text", unit), (line, block.columns[0])
            for at, column in enumerate(times, 2):
                cells[row, at], origin[row, at] = Cell("text", setting.text(line, column)), (line, column)
            for column, (own, head) in named.items():
                if own == unit and (line, column) in grid.cells:
                    spot = row, len(times) + 2 + heads.index(head)
                    cells[spot], origin[spot] = grid.cells[line, column], (line, column)
    above = (*block.earlier, *block.titles)
    return grid.laid_out(cells, origin=origin, merged=(), owner={}, above=above)
