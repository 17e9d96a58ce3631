"""Commands by which figures come in: `template`, `intake`, `new`."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import click

from hoctap.cli import options
from hoctap.cli.exits import CLEAN, FOUND, MISUSE, STOPPED, MisuseError, RefusedError
from hoctap.cli.late_steps import late_steps
from hoctap.cli.printing import say
from hoctap.cli.writing import catalog_of, settle, writing
from hoctap.system.machine_errors import why


@click.command(short_help="An Excel form with the last figures of a unit.")
@options.root
@click.option("--out", type=options.FILE, help="The file to write (default: UNIT.xlsx).")
@click.argument("unit")
def template(root: Path, out: Path | None, unit: str) -> int:
    """Write an Excel form with the last figures of UNIT, an identifier or a name."""
    from hoctap.contribute.template import template as form_of
    from hoctap.contribute.template import unit_named

    catalog = catalog_of(root)
    found = unit_named(catalog, unit)
    if not unit.strip():
        raise MisuseError("hãy ghi tên hoặc mã của đơn vị")
    if not found.code:
        near = "; ".join(f"{each.name} [{each.code}]" for each in found.near) or "không có tên nào"
        why = "là tên của nhiều đơn vị, hãy ghi mã" if found.is_tie else "chưa có (thêm bằng hoctap new unit)"
        raise MisuseError(f"đơn vị «{unit}» {why}; gần giống: {near}")
    out = out or Path(f"{found.code}.xlsx")
    with late_steps("Làm biểu"):
        out.write_bytes(form_of(catalog, found.code))
    say(catalog.units[found.code].name_vi, err=True)
    say(str(out))
    return CLEAN


@click.command(short_help="A filled form into the data, or a marked copy of it.")
@options.root
@options.dry_run
@click.option("--out", type=options.FILE, help="Where a marked copy goes (default: FILE-can-sua.xlsx).")
@click.option("--long", "as_long", is_flag=True, help="Only show how a table is understood, a line for each figure.")
@click.option("--format", "form", type=click.Choice(("text", "csv")), default="csv", help="With --long.")
@click.option("--map", "answers", type=options.FILE, help="Answers about names (default: FILE.anh-xa.csv, if there).")
@click.option("--source", default="", help="The source of the figures of a table that is not our form.")
@click.option("--clear-only", is_flag=True, help="Take the figures without a question, leave the others.")
@click.argument("file", type=click.Path(path_type=Path))
def intake(
    root: Path,
    dry_run: bool,
    out: Path | None,
    as_long: bool,
    form: str,
    answers: Path | None,
    source: str,
    clear_only: bool,
    file: Path,
) -> int:
    """Read FILE into the data: a filled form, or a table as units send it (.xlsx, .xls, .ods, .csv, .docx, .odt).

    If cells of a form are wrong, a copy of it comes back with these cells marked. A table is shown as it was
    understood; what is open is asked, and the answers are kept beside the file.
    """
    from hoctap.cli.tables import Wishes, table
    from hoctap.contribute import sandbox
    from hoctap.contribute.intake import NoTableError
    from hoctap.contribute.workbook_limits import MOST_BYTES

    wishes = Wishes(as_long, form, answers, source, clear_only, dry_run)
    try:
        sandbox.refuse_unless_file(file, MOST_BYTES)
        if not as_long:
            with suppress(NoTableError):
                return _form(root, file, out or file.with_name(f"{file.stem}-can-sua.xlsx"), dry_run=dry_run)
    except sandbox.RefusedError as error:
        raise RefusedError(f"{file}: {error}") from error
    except OSError as error:
        raise RefusedError(why(error)) from error
    return table(root, file, wishes)


def _form(root: Path, file: Path, out: Path, *, dry_run: bool) -> int:
    """Read a filled form into the data, or write a copy of it with the wrong cells marked; NoTableError if none."""
    from hoctap.contribute.intake import marked_copy, outcome_lines, read_form

    with writing(root, dry_run=dry_run):
        catalog = catalog_of(root)
        with late_steps("Đọc biểu"):
            outcome = read_form(catalog, file)
        for line in outcome_lines(outcome):
            say(line)
        if not outcome.marks:
            return settle(catalog, outcome.trial.files, dry_run=dry_run)
    marked_copy(file, out, outcome.marks)
    say(f"{len(outcome.marks)} ô phải sửa hoặc trả lời; bản đánh dấu: {out}")
    return FOUND


@click.command(short_help="A new row, asked for or given by --set.")
@options.root
@options.dry_run
@click.option(
    "--set", "given", multiple=True, metavar="COLUMN=TEXT", help="An answer; names and codes both do. Repeatable."
)
@click.option("--no-input", is_flag=True, help="Ask nothing; what is not given stays at its default.")
@click.argument("kind", type=click.Choice(("indicator", "observation", "source", "unit")))
def new(root: Path, dry_run: bool, given: Sequence[str], no_input: bool, kind: str) -> int:
    """Add a row of one KIND, asked for on the terminal or given by --set."""
    from hoctap.cli.prompts import ask
    from hoctap.contribute.asking import StoppedError, asked, corrected
    from hoctap.contribute.new_row import finding_lines, tried

    answers: dict[str, str] = {}
    for each in given:
        column, sign, text = each.partition("=")
        if not sign or column in answers:
            why = f"cột «{column}» ghi hai lần" if sign else "thiếu dấu «=»"
            raise MisuseError(f"--set {each}: {why}; ghi như --set COLUMN=TEXT, mỗi cột một lần")
        answers[column] = text
    catalog = catalog_of(root)
    try:
        draft = asked(catalog, kind, answers, None if no_input else ask)
        while True:
            with writing(root, dry_run=dry_run):
                # Answering takes a while: what others wrote meanwhile is read again.
                catalog = catalog_of(root)
                try:
                    files, findings = tried(catalog, draft)
                except KeyboardInterrupt as error:
                    raise StoppedError(draft, error) from error
                for line in finding_lines(catalog, kind, findings):
                    say(line)
                if all(finding.is_question for finding in findings):
                    return settle(catalog, files, dry_run=dry_run)
            fields = {finding.field for finding in findings if not finding.is_question} & set(
                catalog.tables[draft.entry.table].resource.header
            )
            if no_input or not fields:
                say(f"Chưa ghi gì. Đã trả lời: hoctap new {kind} {draft.as_options()}")
                return FOUND
            draft = corrected(catalog, draft, fields, ask)
    except StoppedError as stopped:
        say(f"\nChưa ghi gì. Làm tiếp: hoctap new {kind} {stopped}" if str(stopped) else "\nChưa ghi gì.")
        return STOPPED if stopped.is_interrupt else MISUSE


COMMANDS = (template, intake, new)
