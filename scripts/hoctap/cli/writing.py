"""The right to write the data, held by one command at a time from reading them until they are written."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hoctap.cli.exits import RefusedError
from hoctap.system.lock import BusyError, only_writer


@contextmanager
def writing(root: Path, *, dry_run: bool) -> Iterator[None]:
    """Keep other writers out; a dry run writes nothing and waits for nobody."""
    if dry_run:
        yield
        return
    try:
        with only_writer(root):
            yield
    except BusyError as error:
        raise RefusedError(str(error)) from error
