"""Commands by which figures come in: `template`, `intake`, `new`."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from hoctap.check.report import as_text
from hoctap.cli import options
from hoctap.cli.exits import CLEAN, FOUND, MISUSE, MisuseError, RefusedError
from hoctap.load import load


@click.command(short_help="An Excel form with the last figures of a unit.")
@options.root
@click.option("--out", type=options.FILE, help="The file to write (default: UNIT.xlsx).")
@click.argument("unit")
def template(root: Path, out: Path | None, unit: str) -> int:
    """Write an Excel form with the last figures of UNIT, an identifier or a name."""
    from hoctap.contribute.form import choices, code_of
    from hoctap.contribute.scaffold import proposals
    from hoctap.contribute.template import template as form_of

    catalog = load(root, validate=False).catalog
    offered = choices(catalog, catalog.tables["observations"].resource.field_named("unit_id"), "observations")
    unit_id = code_of(unit, offered)
    if unit_id not in catalog.units:
        near = ", ".join(choice.label for choice in proposals(unit, offered, 5))
        raise MisuseError(f"không có đơn vị {unit!r}; gần giống: {near}")
    out = out or Path(f"{unit_id}.xlsx")
    out.write_bytes(form_of(catalog, unit_id))
    click.echo(out)
    return CLEAN


@click.command(short_help="A filled form into the data, or a marked copy of it.")
@options.root
@options.dry_run
@click.option("--out", type=options.FILE, help="Where a marked copy goes (default: FILE-can-sua.xlsx).")
@click.argument("file", type=click.Path(path_type=Path))
def intake(root: Path, dry_run: bool, out: Path | None, file: Path) -> int:
    """Read FILE, a filled form, into the data; if cells are wrong, write a copy of it with these cells marked."""
    from hoctap.contribute import sandbox
    from hoctap.contribute.intake import marked_copy, read_form

    out = out or file.with_name(f"{file.stem}-can-sua.xlsx")
    try:
        outcome = read_form(load(root, validate=False).catalog, file)
        if outcome.marks:
            marked_copy(file, out, outcome.marks)
    except (sandbox.RefusedError, OSError) as error:
        raise RefusedError(f"{file}: {error}") from error
    for mark in outcome.marks:
        click.echo(f"{mark.sheet}!{mark.spot}: {mark.must} [{mark.rule}]\n    → {mark.cure}")
    if outcome.marks:
        click.echo(f"{len(outcome.marks)} ô phải sửa; bản đánh dấu: {out}")
        return FOUND
    return _settle(root, outcome.trial.files, dry_run=dry_run)


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
    from hoctap.contribute.placing import dry_run as trial_of
    from hoctap.contribute.scaffold import asked

    answers = dict(each.partition("=")[::2] for each in given)
    catalog = load(root, validate=False).catalog
    try:
        entry = asked(catalog, kind, answers, (lambda _question: "") if no_input else ask)
    except (KeyboardInterrupt, EOFError):
        return MISUSE
    trial = trial_of(catalog, [entry])
    # A new unit or source is used only once its first figure is there.
    findings = [finding for finding, _ in trial.findings if finding.rule != "every-entry-is-used"]
    if findings:
        click.echo(as_text(findings), nl=False)
        return FOUND
    return _settle(root, trial.files, dry_run=dry_run)


def _settle(root: Path, files: Mapping[str, str], *, dry_run: bool) -> int:
    from hoctap.contribute.placing import difference, written

    click.echo(difference(root, files), nl=False)
    if not dry_run:
        written(root, files)
    click.echo(f"{len(files)} tệp {'sẽ đổi' if dry_run else 'đã ghi'}.")
    return CLEAN


COMMANDS = (template, intake, new)
