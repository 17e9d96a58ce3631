"""Exit codes, and the two errors by which a command ends early with one line that says why."""

import sys
from typing import IO, Any

import click

from hoctap.vietnamese.characters import printable

CLEAN, FOUND, MISUSE, STOPPED = 0, 1, 2, 130


class RefusedError(click.ClickException):
    """The command was called rightly and could not do its work: exit code 1."""

    exit_code = FOUND

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message as one line on stderr."""
        # Names of files are strangers' words: what would steer a terminal is escaped.
        lines = "\n".join(map(printable, self.message.split("\n")))
        click.echo(f"hoctap: {lines}", file=file or sys.stderr)


class MisuseError(RefusedError):
    """What was given does not exist or does not fit: exit code 2."""

    exit_code = MISUSE
