"""What every fragment is made with: one catalog, the templates, the day, the files of a build.

A fragment is a whole piece of HTML, escaped by the environment of the templates.
"""

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from hoctap.exports.edition import HERE, Edition
from hoctap.model.catalog import Catalog
from hoctap.render.environment import ROOT
from hoctap.views.list_page import Listing


class UnknownNameError(LookupError):
    """A page names what the data does not hold; the text says what, in Vietnamese, and the nearest that it holds."""


class FragmentMaker:
    """Over one catalog, as of one day; public methods of what extends it are macros that pages may call."""

    def __init__(self, catalog: Catalog, env: Environment, today: date, edition: Edition | None = None) -> None:
        self._catalog, self._env, self._today = catalog, env, today
        # Without a build there are no files yet: pages rendered by MkDocs alone list none.
        self._files = edition or Edition(HERE, 0, ())

    @property
    def _edition(self) -> Edition:
        """The published files; what speaks of them depends on everything they were made from."""
        self._catalog.reads_everything()
        return self._files

    def _listing(self, rows: Listing) -> Markup:
        html = self._env.get_template("listing.html").render(listing=rows, root=ROOT)
        return Markup(html)  # noqa: S704 - made by the autoescaped environment

    def _part(self, name: str, *values: Any, file: str = "fragments.html") -> Markup:
        module = self._env.get_template(file).module
        return Markup(getattr(module, name)(*values))  # noqa: S704 - made by the autoescaped environment

    def _known(self, name: str, known: Iterable[str], what: str) -> None:
        names = list(known)
        if name not in names:
            near = get_close_matches(name, names, n=1, cutoff=0.5)
            hint = f"; có phải là {near[0]!r}?" if near else ""
            raise UnknownNameError(f"không có {what} {name!r}{hint}")
