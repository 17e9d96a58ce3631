"""Commands about the site: `build`, `serve`."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hoctap.cli import options
from hoctap.cli.exits import CLEAN, FOUND, MisuseError, RefusedError
from hoctap.site.inputs import NOTES, Inputs, inputs_of
from hoctap.system.folder_record import Kept, keep, recalled
from hoctap.system.memory import much_kept

if TYPE_CHECKING:
    from hoctap.site.build import Outcome

_PART = click.Path(exists=True, file_okay=False, path_type=Path)


def _share(_context: click.Context, _option: click.Parameter, text: str | None) -> tuple[int, int] | None:
    number, _, count = (text or "").partition("/")
    if text and not (number.isdecimal() and count.isdecimal() and 1 <= int(number) <= int(count)):
        raise MisuseError(f"--part is N/COUNT, as 2/3; it was {text}")
    return (int(number), int(count)) if text else None


@click.command(short_help="Check, then make the site and all downloads.")
@options.root
@options.out_folder
@options.today
@click.option("--anew", is_flag=True, help="Make everything anew, even what has not changed since the last time.")
@click.option("--quiet", is_flag=True, help="Show no steps.")
@click.option("--profile", is_flag=True, help="Say what time and memory each step took; never skips the build.")
@click.option("--part", callback=_share, metavar="N/COUNT", help="Only the data pages of this share of the provinces.")
@click.option("--join", "parts", multiple=True, type=_PART, help="A folder made by --part; one for each part.")
def build(
    root: Path,
    out: Path | None,
    today: date | None,
    anew: bool,
    quiet: bool,
    profile: bool,
    part: tuple[int, int] | None,
    parts: Sequence[Path],
) -> int:
    """Check, then make the whole site in a fresh folder that replaces the old one at the end.

    Several machines can share the work: each makes a --part of the data pages, one makes the site and --joins them.
    """
    if part:
        return _reported(_part_built(root, out or root / "site", today, part, quiet=quiet, profile=profile))
    if parts:
        with much_kept():
            outcome = _built(root, out, today, quiet=quiet, profile=profile, parts=parts)
        return _reported(outcome)
    folder, inputs = out or root / "site", inputs_of(root, today)
    earlier = None if anew or profile else recalled(NOTES, folder, inputs.everything)
    if earlier:
        _print_outcome(earlier[:-1], f"Không có gì đổi từ lần dựng trước. {earlier[-1]}")
        return CLEAN
    with much_kept():  # what a build needs is much, and is there until its note is written
        outcome = _built(root, out, today, quiet=quiet, profile=profile, anew=anew, inputs=inputs)
        if inputs.everything and not outcome.findings:
            keep(NOTES, folder, Kept(inputs.everything, outcome.files, (*outcome.warnings, outcome.summary)))
    return _reported(outcome)


def _part_built(
    root: Path, out: Path, today: date | None, part: tuple[int, int], *, quiet: bool, profile: bool
) -> "Outcome":
    from hoctap.cli.progress import progress_steps
    from hoctap.site.build import BuildError, build_share
    from hoctap.site.parts import Share

    with progress_steps(quiet=quiet, profile=profile) as steps:
        try:
            return build_share(root, out, Share(*part), today=today, steps=steps)
        except BuildError as error:
            raise RefusedError(str(error)) from error


def _reported(outcome: "Outcome") -> int:
    if outcome.findings:
        from hoctap.check.report import as_text

        click.echo(as_text(outcome.findings), nl=False)
        return FOUND
    _print_outcome(outcome.warnings, outcome.summary)
    return CLEAN


def _built(
    root: Path,
    out: Path | None,
    today: date | None,
    *,
    quiet: bool,
    profile: bool,
    parts: Sequence[Path] = (),
    anew: bool = False,
    inputs: Inputs | None = None,
) -> "Outcome":
    from hoctap.cli.progress import progress_steps
    from hoctap.site.build import BuildError
    from hoctap.site.build import build as build_site

    with progress_steps(quiet=quiet, profile=profile) as steps:
        try:
            return build_site(root, out, today=today, parts=parts, steps=steps, anew=anew, inputs=inputs)
        except BuildError as error:
            raise RefusedError(str(error)) from error


def _print_outcome(warnings: Iterable[str], summary: str) -> None:
    for warning in warnings:
        click.echo(f"Lưu ý: {warning}", err=True)
    click.echo(summary)


@click.command(short_help="Build, serve on this machine, rebuild on change.")
@options.root
@options.out_folder
@options.today
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
def serve(root: Path, out: Path | None, today: date | None, port: int) -> int:
    """Build the site, serve it on this machine and build it anew when a source file changes."""
    from hoctap.site import serve as serving

    return serving.serve(root, out, port=port, today=today, say=click.echo)


COMMANDS = (build, serve)
