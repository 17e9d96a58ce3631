"""A filled form or report back into the data: rows in the right file, or marks that say what to mend where.

The file is untrusted. Whatever its shape, what comes of it goes through the same check as any other change.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hoctap.contribute import sandbox
from hoctap.contribute.columns import TableFound, headers_of
from hoctap.contribute.comparing import Comparison
from hoctap.contribute.form import DEFAULTS
from hoctap.contribute.form_words import FormWords
from hoctap.contribute.grid import read_sheets
from hoctap.contribute.marks import Mark, answers_in, first_of_each_cell, marked_copy, settled
from hoctap.contribute.marks_of_findings import mark_of, of_the_file
from hoctap.contribute.origin import Origin
from hoctap.contribute.placing import DryRun, dry_run
from hoctap.contribute.reading import Line, RowReader
from hoctap.contribute.report import heads, report_in
from hoctap.contribute.report_rows import sent_report
from hoctap.contribute.row_questions import repeated, without_copies
from hoctap.contribute.sent import DOSSIER, Sent, is_dossier, sent_form, unread_cells
from hoctap.contribute.wanted import Wanted
from hoctap.load.names import Named
from hoctap.model.catalog import Catalog
from hoctap.vietnamese.writing import number

__all__ = ["FormOutcome", "Mark", "NoTableError", "marked_copy", "read_form"]

# Columns that a form leaves to the defaults of new rows; kind and terms of a source are asked for, never supposed.
_BY_DEFAULT = {"observations": ("qualifier", "period_status"), "sources": ("language",)}
_MOST_NAMED = 5
# Asking about more, each with its nearest names, takes longer than people wait.
MOST_LINES = 1_000
NO_TABLE = (
    "không thấy bảng nào có các cột của mẫu; hãy điền vào mẫu của đơn vị (trang «Gửi số liệu» hoặc hoctap template)"
)


class NoTableError(sandbox.RefusedError):
    """The file holds no table of our form; it may be a table of another making."""


@dataclass(frozen=True, slots=True)
class FormOutcome:
    """What came of a file: the trial of its rows, and the marks of what is wrong or asked (none: fit to write).

    `corrections` tell in words what is changed or removed, `additions` what is new; `questions` are suspicions, which
    keep nothing out; `known` names what the data already hold as the file has it, such as one's own form sent twice.
    """

    trial: DryRun
    marks: tuple[Mark, ...]
    corrections: tuple[str, ...] = ()
    questions: tuple[Mark, ...] = ()
    known: tuple[str, ...] = ()
    additions: tuple[str, ...] = ()

    @property
    def what_is_known(self) -> str:
        """Return a sentence that names what the data already hold; empty if nothing."""
        more = len(self.known) - _MOST_NAMED
        some = "; ".join(self.known[:_MOST_NAMED]) + (f"; và {more} số nữa" if more > 0 else "")
        return f"sổ đã có đúng như tệp ghi, không phải ghi lại: {some}" if some else ""


def read_form(catalog: Catalog, path: Path) -> FormOutcome:
    """Return what the file would change; RefusedError if it is not to be opened or holds no table of ours."""
    sheets = read_sheets(path, {*headers_of(catalog), *heads()})
    answers = answers_in(sheets)
    report = report_in(sheets)
    sent = (report and sent_report(catalog, report, answers)) or sent_form(catalog, sheets)
    if sent is None:
        raise sandbox.RefusedError(DOSSIER) if is_dossier(sheets) else NoTableError(NO_TABLE)
    if sum(1 for table in sent.tables for _ in table.rows()) > MOST_LINES:
        raise sandbox.RefusedError(
            f"mỗi tệp phải có không quá {number(MOST_LINES)} dòng đã điền; hãy chia ra nhiều tệp"
        )
    marks = [*sent.marks, *(mark for mark in unread_cells(catalog, sheets, sent) if not settled(mark, answers))]
    return _judged(catalog, sent, answers, marks)


def read_lines(catalog: Catalog, path: Path) -> Sequence[Line]:
    """Return every figure of a form or a report of ours, also what changes nothing; NoTableError if it is neither."""
    sheets = read_sheets(path, {*headers_of(catalog), *heads()})
    report = report_in(sheets)
    sent = sent_report(catalog, report, {}, with_unchanged=True) if report else None
    if sent is None:
        sent = sent_form(catalog, sheets)
        if sent is None or not sent.origin.is_form:
            raise NoTableError(NO_TABLE)
    return _lines(catalog, sent.tables, sent.origin)["observations"]


def _judged(catalog: Catalog, sent: Sent, answers: Mapping[str, str], marks: list[Mark]) -> FormOutcome:
    """Return what the rows of a file would change, tried on the data; `marks` are what was found wrong before."""
    lines = _lines(catalog, sent.tables, sent.origin)
    done: list[Wanted] = []
    for name, every in lines.items():
        own = without_copies(every)
        if own or (name == "observations" and not sent.has_unread_figures):
            done.append(Comparison(catalog, name, sent.origin, answers).compare(own))
            marks += [*done[-1].marks, *repeated(catalog.tables[name].resource, own)]
    wanted = [each for one in done for each in one.entries]
    trial = dry_run(catalog, [entry for entry, _ in wanted])
    line_of = {id(entry): line for entry, line in wanted}
    unread = {line.cells.get("source_id", "") for line in lines["sources"] if line.marks}
    findings = list(of_the_file(trial.findings, line_of, unread, has_marks=bool(marks)))
    words = FormWords(catalog)
    marks += [mark_of(trial.after, words, line_of, *each) for each in findings]
    questions = (mark_of(trial.after, words, line_of, *each) for each in trial.questions)
    return FormOutcome(
        trial,
        tuple(first_of_each_cell([sent.placed(mark) for mark in marks])),
        (*sent.corrections, *(line for one in done for line in one.corrections)),
        tuple(sent.placed(mark) for mark in questions),
        (*sent.known, *(line for one in done for line in one.known)),
        tuple(line for one in done for line in one.additions),
    )


def _lines(catalog: Catalog, tables: Sequence[TableFound], origin: Origin) -> Mapping[str, list[Line]]:
    """Return the lines of each kind of table: sources first, because figures may name them."""
    lines: dict[str, list[Line]] = {}
    others: list[Named] = []
    for name in ("sources", "observations"):
        reader = RowReader(catalog, name, origin.unit_id, others)
        own = [
            line for table in tables if table.table == name for row in table.rows() if (line := reader.read(table, row))
        ]
        for line in own:
            line.cells = {**{column: DEFAULTS[name][column] for column in _BY_DEFAULT[name]}, **line.cells}
        lines[name] = own
        others += [
            Named(line.cells.get("source_id", ""), line.cells.get("title", "")) for line in own if name == "sources"
        ]
    _refuse_form_of_another(catalog, lines["observations"], origin)
    for line in lines["observations"]:
        _hold_to_the_unit(catalog, line, origin)
    return lines


def _refuse_form_of_another(catalog: Catalog, lines: Sequence[Line], origin: Origin) -> None:
    """Refuse the form of one unit in whose every row another one was written; RefusedError says so once."""
    units = {line.cells.get("unit_id", "") for line in lines}
    own = catalog.units.get(origin.unit_id)
    if origin.is_form and own and len(lines) > 1 and origin.unit_id not in units and units <= set(catalog.units):
        names = "; ".join(sorted(catalog.units[each].name_vi for each in units)[:_MOST_NAMED])
        why = f"mẫu này chỉ của {own.name_vi}, mà cả {len(lines)} dòng ghi {names}"
        raise sandbox.RefusedError(f"{why}; dùng mẫu của đơn vị kia (trang «Gửi số liệu» hoặc hoctap template)")


def _hold_to_the_unit(catalog: Catalog, line: Line, origin: Origin) -> None:
    unit_id = line.cells.get("unit_id", "")
    if origin.is_form and unit_id != origin.unit_id and unit_id in catalog.units:
        own = catalog.units.get(origin.unit_id)
        must = f"mẫu này chỉ của {own.name_vi if own else origin.unit_id}"
        line.marks.append(
            line.mark(
                "unit_id",
                must,
                "dùng mẫu của đơn vị kia (trang «Gửi số liệu» hoặc hoctap template)",
                "form-is-of-its-unit",
            )
        )


def outcome_lines(outcome: FormOutcome) -> Iterator[str]:
    """Yield what came of a file, line by line, for a terminal: corrections old → new, then marks and their cures."""
    yield from () if outcome.marks else outcome.additions
    yield from outcome.corrections
    yield from filter(None, [outcome.what_is_known])
    for mark in outcome.questions:
        yield f"hỏi lại, {mark.address}{mark.must} [{mark.rule}]"
        yield f"    → {mark.cure}"
    for mark in outcome.marks:
        yield f"{mark.address}{mark.must} [{mark.rule}]"
        if mark.given or mark.now:
            yield f"    lúc phát mẫu: {mark.given or '(không rõ)'} | nay: {mark.now}"
        yield f"    → {mark.cure_with_answers}"
