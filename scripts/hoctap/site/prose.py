"""MkDocs run in this process, its complaints collected. The only module that imports mkdocs."""

import logging
from datetime import date
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from hoctap.exports.edition import Edition
from hoctap.model.catalog import Catalog


class ProseError(Exception):
    """MkDocs refused the prose pages; the text says which page and why."""


class _Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        # The macros plugin adds a traceback of Jinja in a fence; the lines before it say page and reason.
        said = record.getMessage().partition("\n```")[0]
        self.lines.append(" ".join(said.split()))


def configured(root: Path, out: Path) -> MkDocsConfig:
    """Return the configuration of `root`/mkdocs.yml with its site going to `out`, warnings fatal."""
    return load_config(str(root / "mkdocs.yml"), site_dir=str(out), strict=True)


def build_prose(config: MkDocsConfig, catalog: Catalog, today: date, edition: Edition) -> None:
    """Build the prose pages and shells; ProseError with everything MkDocs said if it refuses any."""
    config.extra["hoctap"] = {"catalog": catalog, "today": today, "edition": edition}
    heard = _Heard()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    propagate, logger.propagate = logger.propagate, False
    try:
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
    except (MkDocsException, SystemExit, LookupError, PermissionError) as error:
        last = [] if isinstance(error, SystemExit) else [str(error)]
        raise ProseError("\n".join(dict.fromkeys([*heard.lines, *last]))) from error
    finally:
        config.plugins.on_shutdown()
        logger.removeHandler(heard)
        logger.propagate = propagate
