"""A sheet without a table, of figures with a word over or under each: a dashboard, laid out as lists and tables.

What touches stands together: a small table, a list, or a tile of one figure. All tiles become one list.
"""

from collections.abc import Iterator, Sequence

from hoctap.contribute.tables.block import is_figure
from hoctap.contribute.tables.blocks import blocks
from hoctap.contribute.tables.labels import label
from hoctap.contribute.tables.opening import Cell, Grid, Spot

_HEAD = (Cell("text", "Nội dung"), Cell("text", "Số liệu"))
_CHANGE = "▲▼△▽↑↓+-–"
_MOST_CELLS = 500
_FEWEST = 2  # tiles: one alone may be anything


def laid_out(grid: Grid) -> Sequence[Grid]:
    """Return a sheet without a table as the tables, the lists and the one list of tiles that it holds; else nothing."""
    if len(grid.cells) > _MOST_CELLS:
        return ()
    groups = [*_touching(grid)]
    titles = [group for group in groups if not any(is_figure(grid, *spot) for spot in group)]
    found, tiles = list[Grid](), dict[tuple[str, ...], list[tuple[Spot, Spot]]]()
    for group in groups:
        if group in titles:
            continue
        above = (*grid.above, *_lines_over(grid, titles, group))
        part = grid.laid_out({spot: grid.cells[spot] for spot in group}, above=above)
        if any(True for _ in blocks(part)):
            found.append(part)
        elif tile := _tile(grid, group):
            tiles.setdefault(above, []).append(tile)
    is_one = sum(map(len, tiles.values())) >= _FEWEST
    return [*found, *(_list_of(grid, some, above) for above, some in tiles.items() if is_one)]


def _lines_over(grid: Grid, titles: Sequence[Sequence[Spot]], group: Sequence[Spot]) -> Iterator[str]:
    """Yield the lines of titles that stand over some cells, or begin where the sheet does, the nearest last.

    Of «Huyện A» and «Huyện B» side by side each is over its own tiles.
    """
    first = min(column for _, column in grid.cells)
    left, right = _columns(grid, group)
    for title in titles:
        begin, end = _columns(grid, title)
        if title[0][0] < group[0][0] and (begin == first or (begin <= right and left <= end)):
            yield from _lines(grid, title)


def _columns(grid: Grid, group: Sequence[Spot]) -> tuple[int, int]:
    """Return the first and the last column of some cells, over merged ranges."""
    last = {(top, left): right for top, left, _, right in grid.merged}
    return min(column for _, column in group), max(last.get(spot, spot[1]) for spot in group)


def _touching(grid: Grid) -> Iterator[list[Spot]]:
    """Yield the filled cells that touch each other, also at a corner and over merged ranges, from the top."""
    last = {(top, left): (bottom, right) for top, left, bottom, right in grid.merged}
    open_ = set(grid.cells)
    while open_:
        group, edge = list[Spot](), [min(open_)]
        open_.remove(edge[0])
        while edge:
            spot = edge.pop()
            group.append(spot)
            near = [each for each in open_ if _touch((spot, last.get(spot, spot)), (each, last.get(each, each)))]
            open_.difference_update(near)
            edge += near
        yield sorted(group)


def _touch(one: tuple[Spot, Spot], other: tuple[Spot, Spot]) -> bool:
    return all(one[0][at] <= other[1][at] + 1 and other[0][at] <= one[1][at] + 1 for at in (0, 1))


def _tile(grid: Grid, group: Sequence[Spot]) -> tuple[Spot, Spot] | None:
    """Return the name and the figure of a tile; None where it has several of either."""
    figures = [spot for spot in group if is_figure(grid, *spot)]
    names = [spot for spot in group if spot not in figures and _is_name(grid.line(spot))]
    return (names[0], figures[0]) if len(figures) == len(names) == 1 else None


def _is_name(text: str) -> bool:
    """Return whether a text of a tile names what is counted: no change, no goal."""
    return not (text[:1] in _CHANGE or label(text).plan)


def _list_of(grid: Grid, tiles: Sequence[tuple[Spot, Spot]], above: tuple[str, ...]) -> Grid:
    """Return tiles under the same titles as a table of two columns."""
    cells, origin = {(1, at): cell for at, cell in enumerate(_HEAD, 1)}, dict[Spot, Spot]()
    for row, pair in enumerate(tiles, 2):
        for column, spot in enumerate(pair, 1):
            cells[row, column], origin[row, column] = grid.cells[spot], spot
    return grid.laid_out(cells, origin=origin, merged=(), owner={}, above=above)


def _lines(grid: Grid, group: Sequence[Spot]) -> Iterator[str]:
    for spot in group:
        yield from (" ".join(line.split()) for line in grid.text(spot).splitlines() if line.strip())
