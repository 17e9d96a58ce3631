"""A filled form back into the data: rows in the right file, or a marked copy that says what to mend where.

The file is untrusted. Whatever its shape, what comes of it goes through the same check as any other change.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from hoctap.contribute import sandbox
from hoctap.contribute.form import ERRORS, HIDDEN, MARK, TABLES, VERSION, choices, header_words
from hoctap.contribute.grid import Cell, Found, Sheet, opened, table_in
from hoctap.contribute.placing import DryRun, Entry, dry_run
from hoctap.contribute.reading import meaning, number_said, with_hedge
from hoctap.contribute.scaffold import proposals
from hoctap.load.values import measure_of
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Finding

_DEFAULTS = {"observations": {"qualifier": "exact", "period_status": "stated"}, "sources": {"language": "vi"}}


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell that is wrong; `column` 0 stands for the whole row or sheet."""

    sheet: str
    row: int
    column: int
    value: str
    must: str
    cure: str
    rule: str

    @property
    def spot(self) -> str:
        """Return the cell as spreadsheets name it."""
        return f"{get_column_letter(self.column)}{self.row}" if self.column else (f"{self.row}" if self.row else "")


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a file: the trial of its rows, and the marks of what is wrong (none: fit to write)."""

    trial: DryRun
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """One filled row of a sheet and the entry made of it."""

    sheet: Sheet
    found: Found
    row: int
    entry: Entry


def read_form(catalog: Catalog, path: Path) -> Taken:
    """Return what the file would change; RefusedError if it is not to be opened or holds no table of ours."""
    sheets = opened(path)
    unit_id = _unit_of(sheets)
    tables = [(sheet, name, found) for sheet in sheets if sheet.visible for name, found in _table(catalog, sheet)]
    if not tables:
        raise sandbox.RefusedError("không thấy bảng nào có các cột của mẫu; hãy điền vào mẫu do hoctap template tạo ra")
    lines = [line for sheet, name, found in tables for line in _lines(catalog, sheet, name, found, unit_id)]
    marks = [mark for line in lines for mark in _unreadable(line)] + list(_repeated(catalog, lines))
    wanted = [line.entry for line in lines if _changes(catalog, line.entry)]
    trial = dry_run(catalog, wanted)
    marks += [_mark(catalog, lines, finding, entry) for finding, entry in trial.findings]
    return Taken(trial, tuple(_first_of_each_cell(marks)))


def _first_of_each_cell(marks: Sequence[Mark]) -> Iterator[Mark]:
    """Yield one mark for each cell: a formula or an unknown name before what follows from it."""
    ranks = {"cell-is-not-a-formula": 0, "reference-exists": 1, "code-is-in-its-list": 1}
    seen = set()
    for mark in sorted(marks, key=lambda mark: (mark.sheet, mark.row, mark.column, ranks.get(mark.rule, 2))):
        if (mark.sheet, mark.row, mark.column) not in seen or not mark.column:
            seen.add((mark.sheet, mark.row, mark.column))
            yield mark


def _unit_of(sheets: Sequence[Sheet]) -> str:
    for sheet in sheets:
        first = [sheet.cells.get((1, at)) for at in (1, 2, 3)]
        if sheet.name == HIDDEN and all(first) and first[0].text == MARK:  # type: ignore[union-attr]
            if first[1].text != str(VERSION):  # type: ignore[union-attr]
                raise sandbox.RefusedError("mẫu này đã cũ; hãy tạo mẫu mới bằng hoctap template")
            return first[2].text  # type: ignore[union-attr]
    return ""


def _table(catalog: Catalog, sheet: Sheet) -> Iterator[tuple[str, Found]]:
    """Yield the one table whose columns the sheet names best."""
    found = []
    for name in TABLES.values():
        resource = catalog.tables[name].resource
        table = table_in(sheet, header_words(resource))
        needed = {column.name for column in resource.fields if column.constraints.get("required")}
        if table and len(needed & set(table.columns)) * 2 >= len(needed):
            found.append((len(table.columns), name, table))
    if found:
        _, name, table = max(found, key=lambda each: each[0])
        yield name, table


def _lines(catalog: Catalog, sheet: Sheet, table: str, found: Found, unit_id: str) -> Iterator[_Line]:
    resource = catalog.tables[table].resource
    offered = {column.name: choices(catalog, column, table) for column in resource.fields}
    for row in sheet.rows():
        if row <= found.header_row:
            continue
        spoken = {name: sheet.cells[row, at] for name, at in found.columns.items() if (row, at) in sheet.cells}
        read = {name: meaning(cell, resource.field_named(name), offered[name]) for name, cell in spoken.items()}
        cells = {name: cell for name, cell in read.items() if cell}
        if not set(cells) - {"unit_id"}:
            continue
        if table == "observations":
            cells.setdefault("unit_id", unit_id)
            cells = _counted(catalog, cells, spoken)
        yield _Line(sheet, found, row, Entry(table, {**_DEFAULTS[table], **cells}))


def _counted(catalog: Catalog, cells: dict[str, str], spoken: dict[str, Cell]) -> dict[str, str]:
    measure = measure_of(catalog, cells.get("indicator_id", ""))
    value = spoken.get("value")
    if value is None:
        return cells
    if value.kind == "text" and "value" in cells:
        cells["value"] = number_said(value.text, measure)
    return with_hedge(cells, value.text, measure)


def _changes(catalog: Catalog, entry: Entry) -> bool:
    """Return whether the row is new or says something else than the row that is there."""
    table = catalog.tables[entry.table]
    key = entry.key(table.resource)
    for row, known in table.keys(table.resource.primary_key):
        if known == key:
            return any(entry.cells.get(name, "") != row.cells[at] for name, at in table.positions.items())
    return True


def _unreadable(line: _Line) -> Iterator[Mark]:
    for at in line.found.columns.values():
        cell = line.sheet.cells.get((line.row, at))
        if cell and cell.kind in ("formula", "error"):
            must = "phải là chữ hoặc số, không phải công thức" if cell.kind == "formula" else "công thức đang báo lỗi"
            cure = "chép ô rồi dán lại bằng «Dán giá trị»"
            yield Mark(line.sheet.name, line.row, at, cell.text, must, cure, "cell-is-not-a-formula")


def _repeated(catalog: Catalog, lines: Sequence[_Line]) -> Iterator[Mark]:
    seen: dict[tuple[str, tuple[str, ...]], _Line] = {}
    for line in lines:
        key = (line.entry.table, line.entry.key(catalog.tables[line.entry.table].resource))
        first = seen.setdefault(key, line)
        if first is not line:
            at = line.found.columns.get("indicator_id" if line.entry.table == "observations" else "source_id", 1)
            must = f"dòng này trùng với dòng {first.row} của trang {first.sheet.name}"
            yield Mark(line.sheet.name, line.row, at, "", must, "bỏ một dòng, hoặc ghi rõ phạm vi", "key-is-unique")


def _mark(catalog: Catalog, lines: Sequence[_Line], finding: Finding, entry: Entry | None) -> Mark:
    line = next((each for each in lines if each.entry is entry), None)
    if line is None:
        first = lines[0].sheet.name if lines else ""
        return Mark(first, 0, 0, finding.value, f"{finding.path}: {finding.message}", finding.hint, finding.rule)
    at = line.found.columns.get(finding.field) or line.found.columns.get("value") or min(line.found.columns.values())
    cell = line.sheet.cells.get((line.row, at))
    value = cell.text if cell else ""
    cure = _nearest(catalog, line, finding, value) or finding.hint
    return Mark(line.sheet.name, line.row, at, value, finding.message, cure, finding.rule)


def _nearest(catalog: Catalog, line: _Line, finding: Finding, value: str) -> str:
    if finding.rule not in ("reference-exists", "code-is-in-its-list"):
        return ""
    table = catalog.tables[line.entry.table].resource
    near = proposals(value, choices(catalog, table.field_named(finding.field), table.name), 3)
    return "chọn trong danh sách; gần giống: " + "; ".join(choice.label for choice in near) if near else ""


def marked_copy(path: Path, out: Path, marks: Sequence[Mark]) -> None:
    """Save a copy of the file at `out` with every wrong cell coloured, explained and listed; CSV becomes a workbook."""
    source = path
    if path.suffix.lower() != ".xlsx":
        source = out.with_name(f".{out.name}")
        _as_workbook(opened(path), source)
    told = {
        "list": ERRORS,
        "marks": [
            {"sheet": m.sheet, "row": m.row, "column": m.column, "told": _told(marks, m)}
            for m in marks
            if m.row and m.column
        ],
        "rows": [[m.sheet, m.spot, m.value, m.must, m.cure, m.rule] for m in marks],
    }
    try:
        sandbox.mark(source, out, told)
    finally:
        if source != path:
            source.unlink()


def _told(marks: Sequence[Mark], at: Mark) -> str:
    same = [m for m in marks if (m.sheet, m.row, m.column) == (at.sheet, at.row, at.column)]
    return "\n".join(f"{m.must}\n→ {m.cure}" for m in same)


def _as_workbook(sheets: Sequence[Sheet], out: Path) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        for cell in sheet.cells.values():
            made = page.cell(cell.row, cell.column, "".join(c for c in cell.text if c.isprintable()))
            made.data_type = "s"
    book.save(out)
