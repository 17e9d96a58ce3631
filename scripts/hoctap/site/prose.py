"""Prose pages: macros rendered in a copy of docs/, then MkDocs run in this process. The only importer of mkdocs."""

import logging
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from yaml import YAMLError

from hoctap.check.rules.macro_calls import macro_pages
from hoctap.exports.edition import Edition
from hoctap.model.catalog import Catalog
from hoctap.render.environment import environment
from hoctap.render.fragments import Fragments
from hoctap.site.macros import MacroError, Render, renderer
from hoctap.site.stamp import write_shells
from hoctap.system.reuse import Work
from hoctap.views.page_kinds import KINDS


class ProseError(Exception):
    """MkDocs refused the prose pages; the text says which page and why."""


REFUSALS = (MkDocsException, SystemExit, LookupError, OSError, UnicodeError, TemplateError, YAMLError)


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(" ".join(record.getMessage().split()))


@dataclass(frozen=True, slots=True)
class Prose:
    """What a build of prose needs: the configuration, and the pages that may run macros, as paths under docs/."""

    config: MkDocsConfig
    source: Path
    macro_pages: tuple[str, ...]

    @property
    def name(self) -> str:
        """What the site is called."""
        return self.config.site_name

    @property
    def address(self) -> str:
        """Where the site stands, ending with `/`; empty if nobody said."""
        return self.config.site_url or ""

    @property
    def email(self) -> str:
        """The letter box of the site; may be empty."""
        return str(self.config.extra.get("contact_email") or "")

    @property
    def repository(self) -> str:
        """Where the data is kept; may be empty."""
        return str(self.config.extra.get("repository") or "")


def configured(root: Path, docs: Path, out: Path) -> Prose:
    """Return the prose of `root`, to be copied to `docs` and built into `out`, warnings fatal.

    The plugin mkdocs-macros is for previews: a build renders pages itself and uses none.
    """
    docs.mkdir(parents=True, exist_ok=True)
    try:
        pages = macro_pages(root)
    except ValueError as error:
        raise ProseError(f"mkdocs.yml: {error}") from error
    with _collected():
        config = load_config(str(root / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(out), strict=True, plugins=[])
    return Prose(config, root / "docs", pages)


def build_prose(prose: Prose, work: Work, catalog: Catalog, today: date, edition: Edition) -> None:
    """Build the prose pages and shells; ProseError with everything that is refused."""
    docs = Path(prose.config.docs_dir)
    shutil.copytree(prose.source, docs, dirs_exist_ok=True)
    write_shells(docs, KINDS)
    fragments = Fragments(catalog, environment(prose.source.parent), today, edition)
    render_pages(docs, prose.macro_pages, renderer(fragments, work.value))
    with _collected():
        try:
            prose.config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build(prose.config)
        finally:
            prose.config.plugins.on_shutdown()


def render_pages(docs: Path, pages: Iterable[str], render: Render) -> None:
    """Render the macros of the named pages under `docs` in place; ProseError with every page that is refused."""
    refused = []
    for name in pages:
        path = docs / name
        if not path.is_file():
            refused.append(f"mkdocs.yml: không có trang {name} để dùng macro")
            continue
        head, body = _parted(path.read_text(encoding="utf-8"))
        try:
            path.write_text(head + render(body), encoding="utf-8")
        except MacroError as error:
            refused.append(f"{name}: {error}")
    if refused:
        raise ProseError("\n".join(refused))


def _parted(text: str) -> tuple[str, str]:
    """Return the front matter of a page and what comes after it."""
    end = text.find("\n---\n", 3) if text.startswith("---\n") else -1
    return (text[: end + 5], text[end + 5 :]) if end >= 0 else ("", text)


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
