"""Commands about the site: `build`, `serve`."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hoctap.check.report import as_text
from hoctap.cli import options
from hoctap.cli.exits import CLEAN, FOUND, RefusedError
from hoctap.site.inputs import NOTES, inputs_of
from hoctap.system.kept import Kept, keep, recalled

if TYPE_CHECKING:
    from hoctap.site.build import Outcome


@click.command(short_help="Check, then make the site and all downloads.")
@options.root
@options.out_folder
@options.today
@click.option("--anew", is_flag=True, help="Build even if nothing has changed since the last time.")
@click.option("--quiet", is_flag=True, help="Show no steps.")
@click.option("--profile", is_flag=True, help="Say what time and memory each step took; builds anew.")
def build(root: Path, out: Path | None, today: date | None, anew: bool, quiet: bool, profile: bool) -> int:
    """Check, then make the whole site in a fresh folder that replaces the old one at the end."""
    folder, inputs = out or root / "site", inputs_of(root, today)
    said = None if anew or profile else recalled(NOTES, folder, inputs)
    if said:
        _tell(said[:-1], f"Không có gì đổi từ lần dựng trước. {said[-1]}")
        return CLEAN
    outcome = _built(root, out, today, quiet=quiet, profile=profile)
    if outcome.findings:
        click.echo(as_text(outcome.findings), nl=False)
        return FOUND
    if inputs:
        keep(NOTES, folder, Kept(inputs, outcome.files, (*outcome.warnings, outcome.summary)))
    _tell(outcome.warnings, outcome.summary)
    return CLEAN


def _built(root: Path, out: Path | None, today: date | None, *, quiet: bool, profile: bool) -> "Outcome":
    from hoctap.cli.progress import progress_steps
    from hoctap.site.build import BuildError
    from hoctap.site.build import build as build_site

    with progress_steps(quiet=quiet, profile=profile) as steps:
        try:
            return build_site(root, out, today=today, steps=steps)
        except BuildError as error:
            raise RefusedError(str(error)) from error


def _tell(warnings: Iterable[str], summary: str) -> None:
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
