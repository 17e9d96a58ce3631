"""Words on the terminal. Those of strangers may hold signs that steer it: these are shown by their number."""

import click

from hoctap.vietnamese.characters import printable


def say(text: str, *, nl: bool = True, err: bool = False) -> None:
    """Print lines in which a stranger's words may stand: names of files, cells of a form, sentences of an article."""
    click.echo(printable(text), nl=nl, err=err)
