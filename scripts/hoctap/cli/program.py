"""The command `hoctap`: its group of commands and the way in. Each family of commands stands in a module of its own."""

import sys
from collections.abc import Sequence

import click

import hoctap
from hoctap.cli import articles, data, forms, versions, website
from hoctap.cli.exits import FOUND, STOPPED
from hoctap.system.lock import BusyError
from hoctap.system.machine_errors import why

HELP = f"""{hoctap.__doc__}

`hoctap COMMAND --help` explains one command. Exit codes: 0 clean, 1 findings, 2 called wrongly, 130 stopped."""
# In the order in which the help lists them.
COMMANDS = (*data.COMMANDS, *website.COMMANDS, *forms.COMMANDS, *articles.COMMANDS, *versions.COMMANDS)


class _InOrder(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - what click calls
        return [name for command in COMMANDS if (name := command.name)]


@click.group(cls=_InOrder, help=HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(hoctap.__version__, prog_name="hoctap")
def program() -> None:
    """Only a name for the commands below it."""


for _command in COMMANDS:
    program.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 when clean, 1 when there are findings, 2 on misuse, 130 when stopped by Ctrl+C."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code: int = program.main(arguments, prog_name="hoctap", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        click.echo("hoctap: stopped", err=True)
        return STOPPED
    except (OSError, BusyError) as error:
        click.echo(f"hoctap: {error if isinstance(error, BusyError) else why(error)}", err=True)
        return FOUND
    return code
