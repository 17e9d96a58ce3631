"""MkDocs, run in this process over Markdown that is finished: no macro, no plugin. The only importer of mkdocs.

It takes half a second to load, so whoever may do without it imports this module late.
"""

import logging
import os
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from jinja2 import FileSystemLoader, TemplateError
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from hoctap.render.environment import compiled_once
from hoctap.site.inputs import PROGRAM
from hoctap.site.prose_error import ProseError
from hoctap.system.clock import unset_empty_epoch

CACHE = PROGRAM / ".cache" / "theme"

# What MkDocs says before it raises what a parser did: be a page too deep or too odd for it, that refuses the page.
_READING = "Error reading page"


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    @property
    def of_reading(self) -> bool:
        """Whether a page could not be read, which no text of a stranger should come to and some does."""
        return any(line.startswith(_READING) for line in self.lines)

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(" ".join(record.getMessage().split()))


def configured(root: Path, docs: Path, out: Path) -> MkDocsConfig:
    """Return the configuration of `root` for pages in the new folder `docs`, built into `out`, warnings fatal.

    The plugin mkdocs-macros is for previews: a build renders pages itself and uses none.
    """
    docs.mkdir(parents=True, exist_ok=True)
    with _collected(of_author=Exception):
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
    unset_empty_epoch()  # in which MkDocs would look for a number
    env = config.theme.get_env()
    env.loader, env.bytecode_cache = _Visible(config.theme.dirs), compiled_once(CACHE, version("mkdocs").encode())
    config.theme.get_env = lambda: env  # type: ignore[method-assign]
    with _collected(of_author=TemplateError):
        try:
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build(config)
        finally:
            config.plugins.on_shutdown()


@contextmanager
def _collected(*, of_author: type[Exception]) -> Iterator[None]:
    """Turn what an author can mend into a ProseError, a line for each complaint: settings, templates, pages.

    What the machine refuses and what this program does wrong go on as they are.
    """
    complaints = _Complaints()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(complaints)
    propagate, logger.propagate = logger.propagate, False
    try:
        yield
    except SystemExit as error:
        raise ProseError("\n".join(dict.fromkeys(complaints.lines))) from error
    except Exception as error:
        known = isinstance(error, MkDocsException | of_author) or complaints.of_reading
        if isinstance(error, OSError | MemoryError) or not known:
            raise
        last = f"{_place_in_template(error)}{' '.join(str(error).split())[:500] or type(error).__name__}"
        raise ProseError("\n".join(dict.fromkeys([*complaints.lines, last]))) from error
    finally:
        logger.removeHandler(complaints)
        logger.propagate = propagate


def _place_in_template(error: Exception) -> str:
    """Return the template and line where an error arose, as `main.html:12: `; empty where it was none."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}: " if frames else ""
