"""The Markdown of each data page, for programs that read text, and the link by which the page names it.

A page with figures has its file of figures (`exports/markdown.py`), where each is a whole sentence. Any other has its
own words beside it, under the name that programs try first: that of the page with `.md` after it (llmstxt.org).
"""

from pathlib import Path

from hoctap.exports.edition import Edition
from hoctap.exports.markdown import imprint
from hoctap.exports.slices import FIGURES
from hoctap.model.catalog import Catalog
from hoctap.model.large_site import has_many_units
from hoctap.render.environment import ROOT
from hoctap.render.markdown import markdown
from hoctap.system.new_file import write_new
from hoctap.views.link import page_address
from hoctap.views.page_kinds import PageKind

NAME = "index.html.md"


def markdown_path(catalog: Catalog, own: Edition, kind: PageKind, key: str) -> str:
    """Return where the Markdown of a page is, below the site; empty for units of which there are too many."""
    figures = f"{kind.folder}/{key}.md"
    if kind.rows == FIGURES and figures in own.by_path:
        return f"data/{figures}"
    return "" if kind.table == "units" and has_many_units(catalog) else f"{page_address(kind.folder, key)}{NAME}"


def markdown_link(path: str) -> str:
    """Return the link to the Markdown of a page; it names no language, which only a whole address may."""
    return f'<link rel="alternate" type="text/markdown" href="{ROOT}{path}">' if path else ""


def write_markdown(site: Path, address: str, body: str, edition: Edition) -> str:
    """Write the words of a page beside it, of its finished `body`; return their path."""
    title, _, words = markdown(body).partition("\n")
    text = f"{title}\n\n{imprint(edition, address)}\n{words}"
    root = edition.public_base or "../" * address.count("/")
    name = f"{address}{NAME}"
    write_new(site, name, text.replace(ROOT, root).encode())
    return name
