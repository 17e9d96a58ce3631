"""The rows that a report which came back stands for: those of a form, with the report itself as their source.

What the register filled in and nobody changed does nothing, whatever the data say today; so does what they hold just
so. A changed number is a row of the report, beside that of the source which the register followed: only a row of this
very report is corrected. Comparisons, numbering and headings are no figures.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from hoctap.contribute.cell_values import of_cell
from hoctap.contribute.columns import TableFound
from hoctap.contribute.form import NEW_SOURCES, labelled
from hoctap.contribute.form_words import FormWords
from hoctap.contribute.grid import Cell, Found, Sheet
from hoctap.contribute.marks import WRITE, Mark, settled
from hoctap.contribute.origin import Cells, Origin, row_id
from hoctap.contribute.report import Report
from hoctap.contribute.report_head import Head, head_of, unit_of_line, wrong_day
from hoctap.contribute.sent import Sent
from hoctap.load.measures import measure_of
from hoctap.load.values import Reading, plain, read_value
from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.model.record import Observation, columns_of
from hoctap.views.report import Field, known_of, sections_of

_COLUMNS = ("unit_id", "indicator_id", "period", "source_id", "locator")
# Of the table of a report, what is read; the rest numbers, compares or groups.
_READ = ("now", "measure")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line with a number: its row, its name, the line of the report that bears it, the number as it is read."""

    row: int
    label: str
    field: Field | None
    cell: Cell
    reading: Reading


def sent_report(
    catalog: Catalog, report: Report, answers: Mapping[str, str], *, with_unchanged: bool = False
) -> Sent | None:
    """Return what a report holds; None where most lines are not those of a report: it is a table of a stranger."""
    rows = list(_rows(catalog, report))
    if not report.carried and sum(row.field is not None for row in rows) * 2 <= len(rows):
        return None
    head = head_of(catalog, report)
    if not isinstance(head, Head):
        return Sent((), Origin(), head)
    reading = _Reading(catalog, report, head, answers)
    return reading.all_of(rows) if with_unchanged else reading.sent(rows)


def _rows(catalog: Catalog, report: Report) -> Iterator[_Row]:
    every = [field for _, fields in sections_of(catalog) for field in fields]
    fields = {_plain(field.indicator): field for field in every} | {_plain(field.name): field for field in every}
    for row in report.sheet.rows():
        now = report.sheet.cells.get((row, report.columns["now"]))
        if row <= report.header_row or now is None or not now.text.strip():
            continue
        label, measure = (report.sheet.cells.get((row, report.columns[name])) for name in ("name", "measure"))
        field = fields.get(_plain(label.text)) if label else None
        reading = of_cell(now, measure_of(catalog, field.key if field else ""), measure.text if measure else "")
        yield _Row(row, " ".join(label.text.split()) if label else "", field, now, reading)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


class _Reading:
    def __init__(self, catalog: Catalog, report: Report, head: Head, answers: Mapping[str, str]) -> None:
        self._catalog, self._report, self._head, self._answers = catalog, report, head, answers
        self._known = known_of(catalog, head.unit_id, head.span) if head.unit_id else {}
        self._words = FormWords(catalog)
        self._given: dict[str, Cells] = {}
        self._marks: list[Mark] = []
        self._changed: list[str] = []
        self._there_already: list[str] = []

    def sent(self, rows: list[_Row]) -> Sent:
        wanted = {at: row for at, row in enumerate(rows, 1) if self._is_to_take(row)}
        wrong = wrong_day(self._report, self._head.span) if wanted else None
        if wrong:
            self._marks.append(wrong)
            wanted = {}
        figures = self._figures(wanted)
        tables = (figures, _source(self._head)) if wanted else (figures,)
        origin = Origin(rows=self._given)
        return Sent(tables, origin, tuple(self._marks), tuple(self._changed), tuple(self._there_already), self._placed)

    def all_of(self, rows: list[_Row]) -> Sent:
        """Return the table of every line, of which nothing is compared with the register."""
        return Sent((self._figures(dict(enumerate(rows, 1))), _source(self._head)), Origin())

    def _is_to_take(self, row: _Row) -> bool:
        """Return whether a line says what the register neither gave it nor holds; what is there already is told."""
        known = self._known.get(row.field.key) if row.field else None
        carried = self._report.carried
        given = carried.given.get(row.field.key, "") if carried and row.field else ""
        was = read_value(given, measure_of(self._catalog, row.field.key)) if row.field and given else None
        if row.reading.must or row.field is None or (was is None and known is None):
            return True
        if was is not None and _same(row.reading, was):
            return False
        if known is not None and _same(row.reading, _reading_of(known)):
            self._there_already.append(self._named(known))
            return False
        if known is not None and known.observation.source_id == self._head.source["source_id"]:
            self._given |= self._as_given(known, was)
            return True
        return self._is_changed(row, known, was)

    def _is_changed(self, row: _Row, known: FigureRow | None, was: Reading | None) -> bool:
        """Tell of a number that is not that of the register; ask where the file does not say who changed it."""
        if was is None and known is not None:
            now = self._named(known)
            must = f"sổ đang ghi {now}; báo cáo ghi khác"
            cure = "nếu sổ đúng thì ghi theo sổ; nếu báo cáo đúng thì số ấy được ghi thêm, lấy báo cáo làm nguồn"
            at = (self._report.sheet.name, row.row, self._report.columns["now"], row.cell.text)
            ask = Mark(*at, must, cure, "newer-truth-is-kept", (WRITE,), now)
            if not settled(ask, self._answers):
                self._marks.append(ask)
                return False
        given = f" (báo cáo in sẵn {self._written(was)})" if was else ""
        kept = f"; số theo nguồn «{known.source.title}» vẫn giữ" if known and known.source else ""
        self._changed.append(f"khác trước: {row.label}{given} → {self._written(row.reading)}{kept}")
        return True

    def _written(self, reading: Reading) -> str:
        return self._words.hedged_value({"value": reading.value, "qualifier": reading.qualifier or "exact"})

    def _named(self, known: FigureRow) -> str:
        cells = _cells(known)
        return f"{self._words.figure(cells)}: {self._words.hedged_value(cells)}"

    def _as_given(self, known: FigureRow, was: Reading | None) -> dict[str, Cells]:
        """Return the row of this report as the file was given it; nothing where the file does not say."""
        if was is None:
            return {}
        cells = {**_cells(known), "value": was.value, "qualifier": was.qualifier or "exact"}
        return {row_id(self._catalog.resource("observations"), cells): cells}

    def _figures(self, rows: Mapping[int, _Row]) -> TableFound:
        """Return the table as a form has it: numbers where they stand, what else a row needs behind the last column."""
        sheet, columns = self._report.sheet, self._report.columns
        after = max((column for _, column in sheet.cells), default=0) + 1
        ours = {name: after + at for at, name in enumerate(_COLUMNS)}
        kept = {row.row for row in rows.values()}
        dropped = {at for name, at in columns.items() if name not in _READ}
        cells = {
            spot: cell
            for spot, cell in sheet.cells.items()
            if spot[0] <= self._report.header_row
            or (spot[1] not in dropped and (spot[1] != columns["now"] or spot[0] in kept))
        }
        for at, row in rows.items():
            for name, text in self._texts(at, row).items():
                cells[row.row, ours[name]] = Cell(row.row, ours[name], "text", text)
        found = Found(self._report.header_row, {**ours, "value": columns["now"]})
        return TableFound(replace(sheet, cells=cells), "observations", found, columns["measure"])

    def _texts(self, at: int, row: _Row) -> dict[str, str]:
        """Return what a row of a form has beside its number; the place of one that is there already stays."""
        field, known = row.field, self._known.get(row.field.key) if row.field else None
        source = self._head.source["source_id"]
        is_own = known is not None and known.observation.source_id == source
        return {
            "unit_id": unit_of_line(self._catalog, self._report, self._head, field),
            "indicator_id": labelled(field.indicator, field.key).label if field else row.label,
            "period": self._head.period(field) if field else self._head.span.words,
            "source_id": source,
            "locator": known.observation.locator if known and is_own else f"bảng số liệu, dòng {at}",
        }

    def _placed(self, mark: Mark) -> Mark:
        """Return a mark at a cell of the file as it was sent: what is derived stands at the name of its line."""
        sheet, columns = self._report.sheet, self._report.columns
        if mark.sheet == NEW_SOURCES and mark.row and self._report.day:
            at = self._report.day
            return replace(mark, sheet=at.sheet, row=at.row, column=at.column)
        if mark.sheet == NEW_SOURCES:
            return replace(mark, sheet=sheet.name, row=0, column=0)
        is_derived = (
            mark.sheet == sheet.name
            and mark.column > max(columns.values())
            and (mark.row, mark.column) not in sheet.cells
        )
        return replace(mark, column=columns["name"]) if is_derived else mark


def _same(one: Reading, other: Reading) -> bool:
    return not other.must and (one.value, one.qualifier or "exact") == (other.value, other.qualifier or "exact")


def _reading_of(known: FigureRow) -> Reading:
    value = known.observation.value
    return Reading(plain(value) if value is not None else "", known.observation.qualifier)


def _cells(known: FigureRow) -> dict[str, str]:
    seen = known.observation
    named = {name: getattr(seen, name) for name in columns_of(Observation)}
    return {**named, "period": seen.period.text, "value": _reading_of(known).value}


def _source(head: Head) -> TableFound:
    columns = {name: at for at, name in enumerate(head.source, 1)}
    cells = {(2, columns[name]): Cell(2, columns[name], "text", text) for name, text in head.source.items()}
    return TableFound(Sheet(NEW_SOURCES, visible=True, cells=cells), "sources", Found(1, columns))
