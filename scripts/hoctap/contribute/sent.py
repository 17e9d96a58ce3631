"""What a sent file holds, whether it is a form or a report: tables of ours, and what is already to be said of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from hoctap.contribute.columns import TableFound, names_a_measure, not_understood, tables_in, without_header
from hoctap.contribute.form import ERRORS, FIGURES, HELP, HIDDEN, LISTS
from hoctap.contribute.grid import Cell, Sheet
from hoctap.contribute.marks import Mark
from hoctap.contribute.origin import Origin, origin_of
from hoctap.load.measures import ANY
from hoctap.load.values import read_value
from hoctap.model.catalog import Catalog

_OURS = {HELP, LISTS, HIDDEN, ERRORS}
# Columns in the papers of a dossier (docs/assets/js/dossier.js): what a title asks for, and what was reached.
_OF_DOSSIERS = {"Chỉ tiêu", "Mức phải đạt"}
_RESULTS = {"Kết quả", "Kết quả của đơn vị"}
DOSSIER = (
    "đây là hồ sơ tự đánh giá, gửi nơi công nhận danh hiệu; sổ không lấy số liệu ở hồ sơ. "
    "Con số muốn đưa vào sổ, như tỷ lệ Công dân học tập, thì gửi bằng mẫu của đơn vị hoặc báo cáo"
)
_NUMBERS = ("number", "percent", "formula")


def _itself(mark: Mark) -> Mark:
    return mark


@dataclass(frozen=True, slots=True)
class Sent:
    """`tables` are read row by row; `marks` are what is wrong or asked before that.

    `corrections` and `known` tell of figures that are no rows of these tables, or more than their rows say. `placed`
    puts a mark into the file as it was sent, where a table is not read as it stands there.
    """

    tables: Sequence[TableFound]
    origin: Origin
    marks: tuple[Mark, ...] = ()
    corrections: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    placed: Callable[[Mark], Mark] = _itself

    @property
    def has_unread_figures(self) -> bool:
        """Return whether no table of figures could be read: then nobody can say which of its rows are gone."""
        return bool(self.marks) and all(table.table != "observations" for table in self.tables)


def sent_form(catalog: Catalog, sheets: Sequence[Sheet]) -> Sent | None:
    """Return what a filled form holds, or a table with the columns of one; None if there is neither."""
    tables: list[TableFound] = []
    marks: list[Mark] = []
    for sheet in (each for each in sheets if each.name not in _OURS):
        found, wrong = tables_in(catalog, sheet)
        if sheet.visible:
            tables += [found] if found else []
            marks += wrong
        elif found and any(True for _ in found.rows()):
            must, cure = f"trang «{sheet.name}» đang ẩn mà có bảng số liệu", "bỏ ẩn trang ấy, hoặc xóa đi"
            marks.append(Mark(sheet.name, found.found.header_row, 1, "", must, cure, "row-is-seen"))
    if tables and not marks and all(table.table != "observations" for table in tables):
        marks += [without_header(catalog, sheet) for sheet in sheets if sheet.name == FIGURES and sheet.cells]
    return Sent(tables, origin_of(sheets), tuple(marks)) if tables or marks else None


def is_dossier(sheets: Sequence[Sheet]) -> bool:
    """Return whether a file is a paper by which a body asks for a title: its results are for those who grant it."""
    rows = ({" ".join(cell.text.split()) for cell in cells} for sheet in sheets for cells in sheet.rows().values())
    return any(texts >= _OF_DOSSIERS and not texts.isdisjoint(_RESULTS) for texts in rows)


def unread_cells(catalog: Catalog, sheets: Sequence[Sheet], sent: Sent) -> Iterator[Mark]:
    """Yield what is filled beside the columns of ours, in the sheets of these tables and in others.

    Of a sheet whose header was marked already, only that is told.
    """
    tables, marked = sent.tables, {mark.sheet for mark in sent.marks}
    yield from _sheets_without_a_table([sheet for sheet in sheets if sheet.name not in marked], tables)
    for table in tables:
        yield from not_understood(table, catalog.tables[table.table].resource)


def _sheets_without_a_table(sheets: Sequence[Sheet], tables: Sequence[TableFound]) -> Iterator[Mark]:
    """Yield a mark for each sheet beside a table of ours that holds numbers and no table of ours: they are no notes."""
    ours = {table.sheet.name for table in tables}
    for sheet in sheets:
        is_help = sheet.name == HELP
        # Our own words stand in its first column: what is behind them is a person's.
        cells = [cell for cell in sheet.cells.values() if not is_help or cell.column > 1]
        numbers = [cell for cell in cells if _is_number(sheet, cell, as_text=is_help)]
        measures = [cell for cell in cells if names_a_measure(cell)]
        if not tables or sheet.name in (_OURS - {HELP}) | ours or not sheet.visible or not (numbers or measures):
            continue
        first = min(numbers or measures, key=lambda cell: (cell.row, cell.column))
        what = f"có {len(numbers)} ô số" if numbers else f"có «{first.text[:40]}»"
        must = f"trang «{sheet.name}» {what} mà không có các cột của mẫu, nên chưa đọc"
        cure = "chép số liệu sang bảng của mẫu, gửi trang ấy thành một tệp riêng, hoặc xóa trang ấy"
        yield Mark(sheet.name, first.row, first.column, first.text, must, cure, "column-is-known", ("bỏ qua",), must)


def _is_number(sheet: Sheet, cell: Cell, *, as_text: bool = False) -> bool:
    """Return whether a cell holds a number; in a text document every cell is a text."""
    return cell.kind in _NUMBERS or ((sheet.of_text or as_text) and bool(read_value(cell.text, ANY).value))
