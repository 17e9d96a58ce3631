"""MkDocs, run in this process over Markdown that is finished: no macro, no plugin. The only importer of mkdocs.

It takes half a second to load, so whoever may do without it imports this module late.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from jinja2 import FileSystemLoader
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from hoctap.render.environment import compiled_once
from hoctap.site.inputs import PROGRAM
from hoctap.site.prose_error import ProseError

CACHE = PROGRAM / ".cache" / "theme"

# Whatever a parser of strangers' Markdown raises is a refusal of the page, be it too deep or odd for the parser.
REFUSALS = (Exception, SystemExit)


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(" ".join(record.getMessage().split()))


def configured(root: Path, docs: Path, out: Path) -> MkDocsConfig:
    """Return the configuration of `root` for pages in the new folder `docs`, built into `out`, warnings fatal.

    The plugin mkdocs-macros is for previews: a build renders pages itself and uses none.
    """
    docs.mkdir(parents=True, exist_ok=True)
    with _collected():
        return load_config(str(root / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(out), strict=True, plugins=[])


class _Visible(FileSystemLoader):
    """Loads the templates of a theme; those in hidden folders, fourteen thousand icons, are there but not listed."""

    def list_templates(self) -> list[str]:
        found = set[str]()
        for place in self.searchpath:
            for at, folders, names in os.walk(place):
                folders[:] = [name for name in folders if not name.startswith(".")]
                found.update(Path(at, name).relative_to(place).as_posix() for name in names)
        return sorted(found)


def generate(config: MkDocsConfig) -> None:
    """Build the pages; ProseError with everything that is refused."""
    env = config.theme.get_env()
    env.loader, env.bytecode_cache = _Visible(config.theme.dirs), compiled_once(CACHE, version("mkdocs").encode())
    config.theme.get_env = lambda: env  # type: ignore[method-assign]
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
        last = [] if isinstance(error, SystemExit) else [" ".join(str(error).split())[:500] or type(error).__name__]
        raise ProseError("\n".join(dict.fromkeys([*complaints.lines, *last]))) from error
    finally:
        logger.removeHandler(complaints)
        logger.propagate = propagate
