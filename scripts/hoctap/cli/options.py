"""Options that several commands share."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from hoctap.cli.exits import MisuseError

Handler = TypeVar("Handler", bound=Callable[..., Any])

FILE = click.Path(dir_okay=False, path_type=Path)


def _repository(_context: click.Context, _option: click.Parameter, root: Path) -> Path:
    if not (root / "datapackages").is_dir():
        raise MisuseError(f"no datapackages/ folder in {root}; give the repository with --root")
    return root


def _date(_context: click.Context, _option: click.Parameter, moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def day(name: str, explanation: str) -> Callable[[Handler], Handler]:
    """Return an option for a date in ISO 8601; its value is a date, or None when it is not given."""
    kind = click.DateTime(["%Y-%m-%d"])
    return click.option(name, type=kind, callback=_date, metavar="YYYY-MM-DD", help=explanation)


root = click.option(
    "--root",
    type=click.Path(path_type=Path),
    default=Path(),
    callback=_repository,
    help="The repository (default: this folder).",
)
dry_run = click.option("--dry-run", is_flag=True, help="Show the difference, write nothing to the data.")
out_folder = click.option("--out", type=click.Path(path_type=Path), help="The folder of the site (default: ROOT/site).")
today = day("--today", "The day the pages speak of (default: the day of the last commit).")
