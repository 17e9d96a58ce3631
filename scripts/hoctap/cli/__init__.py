"""The command line. The only room that prints."""

from hoctap.cli.commands import main

__all__ = ["main"]
