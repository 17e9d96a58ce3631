"""Commands about the data as they are: `check`, `fix`, `diff`."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from hoctap.cli import options
from hoctap.cli.exits import CLEAN, FOUND, MisuseError
from hoctap.cli.late_steps import late_steps
from hoctap.cli.printing import say
from hoctap.cli.writing import writing

# Those of `check.report`, which is loaded only where something is checked; a test holds the two together.
_FORMATS = ("github", "json", "sarif", "text")


@click.command(short_help="Every problem in one run.")
@options.root
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True)
@click.option("--frictionless", is_flag=True, help="If clean, let frictionless validate all packages once more.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
def check(root: Path, form: str, frictionless: bool, paths: Sequence[str]) -> int:
    """Name every problem of the data and pages in one run, or only those of each PATH, a file or a folder."""
    from hoctap.check import gate
    from hoctap.check.report import REPORTS
    from hoctap.check.rules import findings_of
    from hoctap.system.memory import much_kept

    wanted = [_in_repository(root, path) for path in paths]
    with much_kept(), late_steps("Kiểm tra") as steps:
        checked = gate.check(root, find=partial(findings_of, steps=steps))
    findings = gate.findings_in(checked.findings, wanted)
    click.echo(REPORTS[form](gate.findings_in(checked.all_findings, wanted)), nl=False)
    if findings or checked.findings or not frictionless:
        return FOUND if findings else CLEAN
    from hoctap.releases.second_opinion import second_opinion

    faults = list(second_opinion(checked.catalog))
    for fault in faults:
        click.echo(f"frictionless: {fault}", err=True)
    return FOUND if faults else CLEAN


def _in_repository(root: Path, given: str) -> str:
    """Return a path as findings name it; MisuseError for a path that is not there or not in the repository."""
    for path in (Path(given), root / given):
        if path.exists() and path.resolve().is_relative_to(root.resolve()):
            return path.resolve().relative_to(root.resolve()).as_posix()
    raise MisuseError(f"no such file in the repository: {given}")


@click.command(short_help="Rewrite what needs no judgement.")
@options.root
@options.dry_run
def fix(root: Path, dry_run: bool) -> int:
    """Rewrite what needs no judgement: spaces, order of rows, quotes; name the files that cannot be read."""
    from hoctap.check import fix as mending
    from hoctap.check.report import as_text

    with writing(root, dry_run=dry_run), late_steps("Sửa dạng viết"):
        files = mending.fix(root, write=not dry_run)
        unread = mending.left_alone(root, files)
    for file in files:
        say(file.diff, nl=False)
    say(f"{len(files)} tệp {'cần sửa' if dry_run else 'đã sửa'}.")
    if unread:
        say(f"Để nguyên tệp không đọc được:\n{as_text(unread)}", nl=False)
    return CLEAN


@click.command(short_help="What a change does to the published data.")
@options.root
@click.option("--format", "form", type=click.Choice(("json", "markdown", "text")), default="text", show_default=True)
@click.argument("base")
@click.argument("head", required=False, default="")
def diff(root: Path, form: str, base: str, head: str) -> int:
    """Say what the step from BASE to HEAD does to the published data.

    Both are a git revision or a folder that holds datapackages/; HEAD is the files as they are when it is not given.
    """
    from hoctap.contribute.changes import effect
    from hoctap.contribute.effect_formats import FORMATS
    from hoctap.contribute.revisions import catalog_at

    try:
        with late_steps("So hai bản"), catalog_at(root, base) as before, catalog_at(root, head or str(root)) as after:
            words = FORMATS[form](effect(before, after))
    except LookupError as error:
        raise MisuseError(str(error.args[0])) from error
    click.echo(words, nl=False)
    return CLEAN


COMMANDS = (check, fix, diff)
