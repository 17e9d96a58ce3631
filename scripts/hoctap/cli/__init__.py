"""The command line. The only room that prints."""

from hoctap.cli.program import main

__all__ = ["main"]
