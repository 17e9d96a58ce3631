"""The data pages: each a view rendered into its shell, its terms marked, and what search shall know of it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import Environment

from hoctap.exports import HERE
from hoctap.exports.edition import Edition
from hoctap.exports.kinds import of_page, of_unit
from hoctap.exports.linked_data import described
from hoctap.exports.schema_org import data_block, slice_dataset
from hoctap.exports.slices import figures_of_page
from hoctap.model.catalog import Catalog
from hoctap.render.environment import ROOT
from hoctap.site.glossary import glossary_of, marked
from hoctap.site.pictures import Pictures
from hoctap.site.search.entry import Entry
from hoctap.site.search.prose import sentences_of
from hoctap.site.stamp import Shell, rooted, shells_under, write_page
from hoctap.system.processes import parallel_map
from hoctap.system.steps import Steps
from hoctap.views.english_page import LABELS, EnglishPage, english_page, twin_of
from hoctap.views.names import indicators_on, names_of_place, place_of
from hoctap.views.page_kinds import KINDS, PageKind
from hoctap.views.standing import Standing, Standings

_HIDDEN = '<meta name="robots" content="noindex">'


Page = tuple[PageKind, str]


def pages_of(catalog: Catalog) -> list[Page]:
    """Return every data page: its kind and the identifier of what it is about."""
    return [(kind, key) for kind in KINDS for key in kind.keys(catalog)]


def write_data_pages(
    site: Path,
    catalog: Catalog,
    env: Environment,
    today: date,
    edition: Edition,
    pages: Sequence[Page],
    steps: Steps,
) -> list[Entry]:
    """Write data pages into `site` from the shells there; return what search shall know of each."""
    english = [f"en/{kind.name}" for kind in KINDS if kind.has_english]
    shells = shells_under(site, [*(kind.name for kind in KINDS), *english])
    glossary, standings = glossary_of(catalog.terms.values()), Standings(catalog, today)
    pictures = Pictures(site, catalog, "" if edition.base == HERE else edition.base)

    def write(kind_and_key: Page) -> Entry:
        kind, key = kind_and_key
        view, address = kind.view(catalog, key, today), f"{kind.folder}/{key}/"
        body = _body(catalog, env, edition, kind, key, view, standings.of(kind.folder, key))
        twin = twin_of(catalog, kind.folder, key)
        page = shells[kind.name].filled(
            title=view.title, description=view.summary, body=body, address=address, twin=twin or LABELS
        )
        thin = bool(getattr(view, "is_thin", False))
        head = _HIDDEN if thin else _languages(edition.base, address, twin) if twin else ""
        page = page.replace("</head>", f"{head}{_feed(edition, kind.folder, key)}</head>", 1)
        page = pictures.on_page(page, kind, key, view, standings.of(kind.folder, key))
        if twin:
            _write_twin(site, shells[f"en/{kind.name}"], env, english_page(catalog, kind.folder, key), twin, head)
        if kind.has_terms:
            page = marked(page, glossary, ROOT)
        write_page(site, address, rooted(page, address))
        names, place = kind.other_names(catalog, key), place_of(catalog, kind.folder, key)
        words = sentences_of(body) if kind.is_text else [*view.words, *names_of_place(catalog, kind.folder, key)]
        has = indicators_on(catalog, kind.folder, key)
        return Entry(
            address, view.title, kind.label, view.summary, words, "", names, *place, indicators=has, unlisted=thin
        )

    for name in env.list_templates(extensions=["html"]):
        env.get_template(name)  # once, before the work is shared
    return parallel_map(write, pages, steps.count)


def _write_twin(site: Path, shell: Shell, env: Environment, view: EnglishPage, address: str, head: str) -> None:
    body = env.get_template("english_page.html").render(view=view)
    page = shell.filled(
        title=view.title.text, description=view.summary, body=body, address=address, twin=view.vietnamese
    )
    write_page(site, address, rooted(page.replace("</head>", f"{head}</head>", 1), address))


def _languages(base: str, vietnamese: str, english: str) -> str:
    """Return the links by which pages that say the same name each other."""
    pairs = (("vi", vietnamese), ("en", english))
    return "".join(f'<link rel="alternate" hreflang="{lang}" href="{base}{address}">' for lang, address in pairs)


def _feed(edition: Edition, folder: str, key: str) -> str:
    """Return the link to the feed of a page; empty if it has none."""
    path = f"{folder}/{key}.atom"
    if path not in edition.by_path:
        return ""
    return f'<link rel="alternate" type="application/atom+xml" title="Số mới của trang này" href="{ROOT}data/{path}">'


def _body(
    catalog: Catalog, env: Environment, edition: Edition, kind: PageKind, key: str, view: Any, standing: Standing | None
) -> str:
    downloads = of_page(edition, kind.folder, key) if getattr(view, "has_rows", True) else []
    if not downloads and kind.table == "units" and view.has_rows:
        downloads = of_unit(catalog, edition, key)
    body = env.get_template(f"{kind.name}.html").render(view=view, downloads=downloads, standing=standing)
    if downloads:
        files = [entry.file for entry in downloads if entry.kind.holds_data]
        address = f"{kind.folder}/{key}/"
        figures = figures_of_page(catalog, kind.folder, key)
        body += data_block(slice_dataset(catalog, edition, address, (view.title, view.summary), files, figures))
    about = described(catalog, edition, kind.folder, key)
    return body + data_block(about) if about else body
