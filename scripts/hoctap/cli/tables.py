"""Tables that are not our form, for `intake`: shown as they were understood, written when nothing is open."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hoctap.cli.exits import CLEAN, FOUND, RefusedError
from hoctap.cli.late_steps import late_steps
from hoctap.cli.printing import say
from hoctap.cli.writing import catalog_of, need_source, writing

if TYPE_CHECKING:
    from hoctap.contribute.placing import Entry
    from hoctap.contribute.tables.rows import Row, Understood
    from hoctap.model.catalog import Catalog
    from hoctap.model.finding import Finding

_MOST_CELLS = 8
NO_FIGURES = (
    "không thấy bảng số liệu nào; bảng phải có tên đơn vị hoặc chỉ tiêu ở đầu dòng, đầu cột, "
    "mỗi ô một con số, CSV ngăn cột bằng dấu phẩy, chấm phẩy, tab hoặc |; "
    "văn bản kể bằng lời, phiếu ghi số giữa câu thì đọc bằng hoctap read TỆP"
)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for on the command line about a table."""

    as_long: bool
    form: str
    answers: Path | None
    source: str
    clear_only: bool
    dry_run: bool


def table(root: Path, file: Path, wishes: Wishes) -> int:
    """Show how a table that is not our form is understood; write its figures if nothing is open about them."""
    with writing(root, dry_run=wishes.dry_run or wishes.as_long):
        return _read(root, file, wishes)


def _read(root: Path, file: Path, wishes: Wishes) -> int:
    from hoctap.contribute import sandbox
    from hoctap.contribute.tables.accepted import against_the_data
    from hoctap.contribute.tables.answers import answers_path, read_answers, written_answers
    from hoctap.contribute.tables.long import understand
    from hoctap.contribute.tables.opening import grids
    from hoctap.contribute.tables.rows import as_records

    catalog = catalog_of(root)
    source = need_source(catalog, wishes.source) if wishes.source else ""
    kept = wishes.answers or answers_path(file)
    try:
        answers = read_answers(catalog, kept) if wishes.answers or kept.is_file() else {}
        with late_steps("Đọc bảng"):
            ours = _ours(catalog, file) if wishes.as_long else None
            understood = ours or understand(catalog, grids(file), answers)
    except (sandbox.RefusedError, OSError) as error:
        raise RefusedError(f"{file}: {error}") from error
    if not (understood.rows or understood.left_out or understood.remarks):
        raise RefusedError(f"{file}: {NO_FIGURES}")
    if wishes.as_long and wishes.form == "csv":
        click.echo(as_csv(as_records(understood.rows)), nl=False)
        return CLEAN
    known = against_the_data(catalog, understood, source, answers) if source and not ours else 0
    asked = _print_rows(understood)
    if wishes.as_long:
        return CLEAN
    if understood.open_names and not wishes.dry_run:
        kept.write_text(written_answers(answers, understood), encoding="utf-8-sig")
        say(f"Điền cột «là» trong {kept} rồi chạy lại lệnh này.")
    if not (understood.rows or known) or (asked and not wishes.clear_only):
        return FOUND
    return _written(catalog, understood.rows, wishes)


def _ours(catalog: "Catalog", file: Path) -> "Understood | None":
    """Return what a form or a report of ours says; None for any other file."""
    from hoctap.contribute.intake import NoTableError
    from hoctap.contribute.long_lines import rows_of_ours
    from hoctap.contribute.tables.rows import Understood

    try:
        rows = rows_of_ours(catalog, file)
    except NoTableError:
        return None
    return Understood(rows) if rows else None


def _print_rows(understood: "Understood") -> int:
    """Print all that was understood; return how many figures have a question."""
    asked = sum(bool(row.question) for row in understood.rows)
    named = _named_cells(understood)
    settled = sum(bool(row.question) and row.cell in named for row in understood.rows)
    answers = f"{len(understood.cells_of)} câu"
    by = f" bằng {answers}" if settled == asked else f", {settled} số trong đó bằng {answers}"
    count = f"{len(understood.rows) - asked} số đã rõ, {asked} số phải hỏi{by if settled else ''}."
    say("\n".join([*_lines_of(understood), count]))  # at once: a table may have a hundred thousand figures
    return asked


def _lines_of(understood: "Understood") -> Iterator[str]:
    for row in understood.rows:
        words = f"{row.unit_id or '?'} · {row.indicator_id or '?'} · {row.period or '?'} = {row.value or row.typed}"
        open_ = "? " if row.question else ""
        scope, note = f" ({row.breakdown})" if row.breakdown else "", f"; ghi chú: {row.note}" if row.note else ""
        yield f"{open_}{row.cell}: {words}{scope}{note}"
    yield from _questions(understood)
    groups: dict[str, list[str]] = {}
    for cell, why in understood.left_out:
        groups.setdefault(why, []).append(cell)
    for why, cells in sorted(groups.items()):
        yield f"Bỏ qua {len(cells)} ô, {why}: {_some(cells)}"
    for remark in understood.remarks:
        yield f"Xem lại: {remark}"


def _named_cells(understood: "Understood") -> set[str]:
    """Return the cells that an answer settles."""
    return {cell for cells in understood.cells_of.values() for cell in cells}


def _questions(understood: "Understood") -> Iterator[str]:
    """Yield one line for each thing that an answer settles, with its cells; then what no answer in one place does."""
    why = {row.cell: row.question for row in understood.rows if row.question}
    for number, ((kind, words), cells) in enumerate(understood.cells_of.items(), 1):
        named = f"{kind} «{words}»" if words else f"{kind} của cả tệp"
        yield f"Câu hỏi {number}, {named}, {len(cells)} ô: {_some(cells)}\n    {why.get(cells[0], '')}".rstrip()
    settled = _named_cells(understood)
    others: dict[str, list[str]] = {}
    for cell, question in why.items():
        if cell not in settled:
            others.setdefault(question, []).append(cell)
    for question, cells in others.items():
        yield f"Xem lại {len(cells)} ô: {_some(cells)}\n    {question}"


def _some(cells: Sequence[str]) -> str:
    return ", ".join(cells[:_MOST_CELLS]) + (" …" if len(cells) > _MOST_CELLS else "")


def _written(catalog: "Catalog", rows: Sequence["Row"], wishes: Wishes) -> int:
    from hoctap.cli.writing import settle
    from hoctap.contribute.placing import dry_run
    from hoctap.contribute.tables.accepted import entries, repeated

    found = entries(catalog, rows, need_source(catalog, wishes.source))
    if twice := repeated(catalog, found):
        raise RefusedError(f"cùng một số liệu ghi ở nhiều ô, hãy bỏ bớt: {', '.join(twice)}")
    trial = dry_run(catalog, found)
    print_findings((*trial.findings, *trial.questions))
    if trial.findings:
        return FOUND
    return settle(catalog, trial.files, dry_run=wishes.dry_run)


def print_findings(findings: Iterable[tuple["Finding", "Entry | None"]]) -> None:
    """Print what the checks say of rows, each with the cell or paragraph it came from."""
    for finding, entry in findings:
        place = entry.cells.get("locator", "") if entry else finding.path
        asked = "hỏi lại, " if finding.is_question else ""
        field = f"{finding.field}: " if finding.field else ""
        say(f"{place}: {asked}{field}{finding.message} [{finding.rule}]\n    → {finding.hint}")


def as_csv(records: Iterable[Sequence[str]]) -> str:
    """Return records as CSV."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(records)
    return out.getvalue()
