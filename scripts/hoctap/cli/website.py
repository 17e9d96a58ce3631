"""Commands about the site: `build`, `serve`."""

from datetime import date
from pathlib import Path

import click

from hoctap.check.report import as_text
from hoctap.cli import options
from hoctap.cli.exits import CLEAN, FOUND, RefusedError


@click.command(short_help="Check, then make the site and all downloads.")
@options.root
@options.out_folder
@options.today
def build(root: Path, out: Path | None, today: date | None) -> int:
    """Check, then make the whole site in a fresh folder that replaces the old one at the end."""
    from hoctap import site
    from hoctap.cli.progress import progress_steps

    with progress_steps() as tell:
        try:
            outcome = site.build(root, out, today=today, tell=tell)
        except site.BuildError as error:
            raise RefusedError(str(error)) from error
    if outcome.findings:
        click.echo(as_text(outcome.findings), nl=False)
        return FOUND
    for warning in outcome.warnings:
        click.echo(f"Lưu ý: {warning}", err=True)
    click.echo(f"{outcome.pages} trang, {outcome.files} tệp: {outcome.folder}")
    return CLEAN


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
