"""MkDocs run in this process, its complaints collected. The only module that imports mkdocs."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from yaml import YAMLError

from hoctap.exports.edition import Edition
from hoctap.model.catalog import Catalog


class ProseError(Exception):
    """MkDocs refused the prose pages; the text says which page and why."""


REFUSALS = (MkDocsException, SystemExit, LookupError, OSError, UnicodeError, TemplateError, YAMLError)


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        # The macros plugin adds a traceback of Jinja in a fence; the lines before it say page and reason.
        message = record.getMessage().partition("\n```")[0]
        self.lines.append(" ".join(message.split()))


def configured(root: Path, out: Path) -> MkDocsConfig:
    """Return the configuration of `root`/mkdocs.yml with its site going to `out`; ProseError if MkDocs refuses it."""
    with _collected():
        return load_config(str(root / "mkdocs.yml"), site_dir=str(out), strict=True)


def build_prose(config: MkDocsConfig, catalog: Catalog, today: date, edition: Edition) -> None:
    """Build the prose pages and shells; ProseError with everything MkDocs complained of if it refuses any."""
    config.extra["hoctap"] = {"catalog": catalog, "today": today, "edition": edition}
    with _collected():
        try:
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build(config)
        finally:
            config.plugins.on_shutdown()


@contextmanager
def _collected() -> Iterator[None]:
    """Turn what MkDocs, its plugins, its theme or a template raise into a ProseError, a line for each complaint."""
    complaints = _Complaints()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(complaints)
    propagate, logger.propagate = logger.propagate, False
    try:
        yield
    except REFUSALS as error:
        last = [] if isinstance(error, SystemExit) else [" ".join(str(error).split())]
        raise ProseError("\n".join(dict.fromkeys([*complaints.lines, *last]))) from error
    finally:
        logger.removeHandler(complaints)
        logger.propagate = propagate
