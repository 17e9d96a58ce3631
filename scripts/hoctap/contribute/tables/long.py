"""The long table: a row for each figure of a stranger's file, with its cell, and a question where one is open."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hoctap.contribute.naming.indicators import Indicators
from hoctap.contribute.naming.units import Units
from hoctap.contribute.tables.above import context_of, of_sheets_before, of_tab
from hoctap.contribute.tables.between_sheets import between_sheets
from hoctap.contribute.tables.block import Block, is_figure
from hoctap.contribute.tables.blocks import blocks
from hoctap.contribute.tables.context import Context
from hoctap.contribute.tables.lines import lines_of
from hoctap.contribute.tables.noted import of_no_figure
from hoctap.contribute.tables.one_table import Table
from hoctap.contribute.tables.opening import Grid
from hoctap.contribute.tables.outlined import SUBTOTAL, parted
from hoctap.contribute.tables.outside import outside
from hoctap.contribute.tables.own_words import called
from hoctap.contribute.tables.plans import is_plan
from hoctap.contribute.tables.roles import Roles, roles
from hoctap.contribute.tables.rows import Answers, Understood
from hoctap.contribute.tables.setting import Setting
from hoctap.contribute.tables.tabs import Tabs, tabs_of
from hoctap.contribute.tables.tiles import laid_out
from hoctap.contribute.tables.two_years import is_of_school_years, is_of_terms
from hoctap.contribute.tables.units_over import TOTAL, by_units
from hoctap.load import no_collection
from hoctap.model.catalog import Catalog

_MOST_ON_A_COVER = 30
_OF_PLAN = "tiêu đề hoặc tên trang tính ghi là kế hoạch hay ước tính; nếu là kết quả thì ghi «Kết quả» vào tiêu đề"


def understand(catalog: Catalog, grids: Sequence[Grid], answers: Answers) -> Understood:
    """Return every figure of the grids as a row; `answers` are what a person said of names and periods before."""
    with no_collection():
        return _understood(catalog, grids, answers)


def _understood(catalog: Catalog, grids: Sequence[Grid], answers: Answers) -> Understood:
    units = Units(catalog)
    file = _File(catalog, Indicators(catalog), units, tabs_of(units, grids), answers)
    for grid in grids:
        file.read(grid)
    between_sheets(catalog, file.out)
    reasons: dict[str, str] = {}
    for cell, why in file.out.left_out:
        reasons.setdefault(cell, why)
    file.out.left_out = list(reasons.items())
    return file.out


@dataclass(slots=True)
class _File:
    """A file read sheet by sheet: what is understood so far, what its cover says and the sheets before."""

    catalog: Catalog
    indicators: Indicators
    units: Units
    tabs: Tabs
    answers: Answers
    out: Understood = field(default_factory=Understood)
    cover: tuple[str, ...] = ()
    earlier: list[Context] = field(default_factory=list)

    def read(self, sheet: Grid) -> None:
        """Read a sheet as it is, or laid out as tables where it is none; what no table takes is asked about."""
        out = self.out
        if not sheet.visible:
            out.left_out += [(sheet.address(at), "trang tính ẩn") for at in sheet.cells if is_figure(sheet, *at)]
            return
        since = len(out.rows), len(out.left_out)
        grid, sums = parted(sheet)
        out.left_out += [(sheet.address(spot), SUBTOTAL) for spot in sums]
        parts = (grid,) if any(True for _ in blocks(grid)) else laid_out(grid)
        if not parts and not grid.word_table:
            self.cover += tuple(lines_of(grid)) if len(grid.cells) < _MOST_ON_A_COVER else ()
        tables = self._read_tables(grid, parts)
        outside(grid, tables, self.answers, out, since)
        out.remarks += of_no_figure(grid, out.rows) if parts or grid.word_table else []

    def _read_tables(self, grid: Grid, parts: Sequence[Grid]) -> list[tuple[Block, Roles]]:
        """Read the tables of a sheet, and return those that stand in it as they were read."""
        tables = list[tuple[Block, Roles]]()
        before: Setting | None = None
        queue = deque(block for part in parts for block in blocks(part))
        while queue:
            block = queue.popleft()
            before = setting = self._setting(block, before)
            table = Table(setting, roles(setting))
            if block.grid.origin == grid.origin:
                tables.append((block, table.roles))
            if anew := by_units(setting, table.roles):
                table.leave(anew[1], TOTAL)
                queue.extendleft(blocks(anew[0]))
            elif is_plan(block, _tab(block.grid)):
                table.leave(block.columns, _OF_PLAN)
            else:
                table.read()
        return tables

    def _setting(self, block: Block, before: Setting | None) -> Setting:
        """Return what reading a table needs; `before` is the table before it on the same sheet."""
        sheet = _tab(block.grid)
        context = context_of(self.catalog, self.units, block.titles, (*self.cover, *block.earlier), sheet)
        context = of_tab(context, self.tabs, sheet) if sheet else context
        context = of_sheets_before(context, self.earlier, sheet) if self.earlier and sheet else context
        if before and not context.measure and _has_same_heads(before.block, block):
            context = replace(context, measure=before.context.measure)  # «Tiền: triệu đồng» over the first year's
        self.earlier += [context] if sheet else []
        spans = is_of_school_years(block, context.lines), is_of_terms(block, context.lines)
        names = self.catalog, self.indicators, self.units
        return Setting(*names, block, context, self.answers, self.out, *spans, called(block))


def _tab(grid: Grid) -> str:
    """Return the name of a sheet; a table of a Word file has none."""
    return "" if grid.word_table else grid.name


def _has_same_heads(one: Block, other: Block) -> bool:
    """Return whether two tables of a sheet have the same heads, or one has those of the other and more."""
    first, second = ({each.header_path(column) for column in each.columns} for each in (one, other))
    return first <= second or second <= first
