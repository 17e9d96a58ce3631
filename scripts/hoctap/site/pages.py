"""The data pages: each a view rendered into its shell, its terms marked, and what search shall know of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment

from hoctap.exports.edition import Edition
from hoctap.exports.kinds import of_page, of_provinces, own_edition
from hoctap.exports.known import know
from hoctap.exports.linked_data import described, english_twin, form
from hoctap.exports.schema_org import data_block, slice_dataset
from hoctap.exports.slices import figures_of_page
from hoctap.model.catalog import Catalog
from hoctap.model.large_site import has_many_units
from hoctap.render.environment import ROOT, Setting, environment
from hoctap.site.glossary import Glossary, glossary_of, marked
from hoctap.site.markdown_pages import NAME, markdown_link, markdown_path, write_markdown
from hoctap.site.pictures import Pictures
from hoctap.site.prose import Prose, Settings
from hoctap.site.search.entry import Entry
from hoctap.site.search.prose import sentences_of
from hoctap.site.stamp import LIGHT, Shell, rooted, squeezed, write_page
from hoctap.system.piece import Outcome
from hoctap.system.reuse import Task, Work, digest
from hoctap.system.steps import Steps
from hoctap.views.english_names import name_of, twin_of
from hoctap.views.link import ASSESSMENT
from hoctap.views.names import indicators_on, names_of_place, place_of
from hoctap.views.page_kinds import KINDS, PageKind
from hoctap.views.shared_picture import english_picture, shared_picture
from hoctap.views.similar import chosen_as_similar
from hoctap.views.standing import Standing, Standings
from hoctap.views.statements.by_subject import everything_once

UNITS = "units"
_HIDDEN = '<meta name="robots" content="noindex">'


Page = tuple[PageKind, str]


def pages_of(catalog: Catalog) -> list[Page]:
    """Return every data page: its kind and the identifier of what it is about."""
    return [(kind, key) for kind in KINDS for key in kind.keys(catalog)]


def write_data_pages(work: Work, shared: "Shared", pages: Sequence[Page], steps: Steps) -> list[Outcome]:
    """Write data pages below `work.new`; return what search shall know of each, an Entry that may be packed."""
    for name in shared.env.list_templates(extensions=["html"]):
        shared.env.get_template(name)  # once, before the work is shared
    # All of a kind are looked at for the few that are shown as like a unit, on which alone its page depends.
    know(work, shared.catalog, [(chosen_as_similar, key) for kind, key in pages if kind.table == UNITS])
    # Pages of units take little time each, so that all processors end together; of very many units the least by far.
    # They come in the order in which their figures lie in memory.
    place = {unit: at for at, unit in enumerate(shared.catalog.observations_by_unit, 1)}
    ordered = sorted(pages, key=lambda page: place.get(page[1], 1) if page[0].table == UNITS else 0)
    long = sum(kind.table != UNITS for kind, _ in pages) if shared.is_large else 0
    tasks = [page_task(work.new, shared, page) for page in ordered]
    work.outcomes(tasks, partial(steps.count, long=long), partial(_prepare, shared))
    return [work.done[name_of_task(page)].result for page in pages]


def _prepare(shared: "Shared") -> None:
    everything_once(shared.catalog)
    shared.standings.prepare()


def page_task(site: Path, shared: "Shared", page: Page) -> Task:
    """Return the piece of work that writes one page into `site`."""
    one = _PageWork(site, shared, page)
    return name_of_task(page), one.given, one.make


class _PageWork:
    """The writing of one page. There may be very many at a time: it keeps nothing but for what is asked next."""

    __slots__ = ("_found", "_page", "_shared", "_site")

    def __init__(self, site: Path, shared: "Shared", page: Page) -> None:
        self._site, self._shared, self._page = site, shared, page
        self._found: tuple[Edition, Standing | None] | None = None

    def given(self) -> str:
        """Return what the page is given beside the catalog."""
        own, standing = self._found = self._known()
        return digest(self._shared.print_of(self._page[0]), own.as_text, repr(standing))

    def make(self) -> tuple[list[str], Entry]:
        """Write the page."""
        found = self._known()
        self._found = None
        return _written(self._site, self._shared, self._page, *found)

    def _known(self) -> tuple[Edition, Standing | None]:
        if self._found:
            return self._found
        (kind, key), shared = self._page, self._shared
        return own_edition(shared.catalog, shared.edition, kind.folder, key), shared.standings.of(kind.folder, key)


def name_of_task(page: Page) -> str:
    """Return what the piece of work that writes a page is called."""
    kind, key = page
    return f"page {kind.folder}/{key}"


def shared_by_pages(
    root: Path, catalog: Catalog, settings: Settings, prose: Prose, edition: Edition, today: date
) -> "Shared":
    """Return what the data pages of the repository `root` share."""
    setting = Setting(edition.public_base, settings.repository, catalog.version, today, has_many_units(catalog))
    fonts, shells = root / "docs" / "assets" / "fonts", prose.shells
    if setting.is_large:
        shells = {name: shell.squeezed() for name, shell in shells.items()}
        shells = {**shells, "unit": shells[LIGHT].with_icons_apart()}
    return Shared(catalog, environment(root, setting), today, edition, shells, fonts, setting.is_large)


@dataclass(frozen=True)
class Shared:
    """What the pages of one build share; `fonts` is the folder of those that pictures are drawn with.

    `is_large` is a site of very many units, whose bodies are sent without indents.
    """

    catalog: Catalog
    env: Environment
    today: date
    edition: Edition
    shells: Mapping[str, Shell]
    fonts: Path
    is_large: bool = False

    @cached_property
    def glossary(self) -> Glossary:
        """The terms that pages of text are marked with."""
        return glossary_of(self.catalog.terms.values())

    @cached_property
    def standings(self) -> Standings:
        """How each page stands among the others."""
        return Standings(self.catalog, self.today)

    @cached_property
    def _prints(self) -> dict[str, str]:
        terms = repr(list(self.catalog.terms.values()))
        fonts = [path.read_bytes().hex() for path in sorted(self.fonts.glob("*.*"))]
        shared = digest(terms, *fonts)
        return {name: digest(shared, *shell.texts, *shell.markers) for name, shell in self.shells.items()}

    def print_of(self, kind: PageKind) -> str:
        """Return what the pages of a kind are all made from, as a short text."""
        return self._prints[kind.name] + self._prints.get(f"en/{kind.name}", "")


def _written(
    site: Path, shared: Shared, page: Page, own: Edition, standing: Standing | None
) -> tuple[list[str], Entry]:
    """Write one page, and its English twin if it has one; return their paths and what search shall know."""
    catalog, (kind, key) = shared.catalog, page
    view, address = kind.view(catalog, key, shared.today), f"{kind.folder}/{key}/"
    body = _body(catalog, shared.env, own, page, view, standing)
    body = squeezed(body) if shared.is_large else body
    twin, thin = twin_of(catalog, kind.folder, key), bool(getattr(view, "is_thin", False))
    html = shared.shells[kind.name].filled(
        title=view.title,
        description=view.summary,
        body=body,
        address=address,
        twin=twin or _nearest(catalog, kind, view),
    )
    head = _HIDDEN if thin else _languages(own.base, address, twin) if twin else ""
    plain = markdown_path(catalog, own, kind, key)
    html = html.replace("</head>", f"{head}{_feed(own, kind.folder, key)}{markdown_link(plain)}</head>", 1)
    pictures = Pictures(site, catalog, own.public_base, shared.fonts)
    picture = shared_picture(catalog, view, standing) if pictures.are_drawn else None
    html, drawn = pictures.on_page(html, kind, address, picture)
    if kind.has_terms:
        html = marked(html, shared.glossary, ROOT)
    files = [write_page(site, address, rooted(html, address)), *drawn]
    files += [write_markdown(site, address, body, own)] if plain.endswith(NAME) else []
    if twin:
        files += _write_twin(shared, page, (view, standing), head + markdown_link(plain), pictures)
    words = sentences_of(body) if kind.is_text else [*view.words, *names_of_place(catalog, kind.folder, key)]
    names, place = kind.other_names(catalog, key), place_of(catalog, kind.folder, key)
    has = indicators_on(catalog, kind.folder, key)
    entry = Entry(
        address, view.title, kind.label, view.summary, words, "", names, *place, indicators=has, unlisted=thin
    )
    return files, entry


def _nearest(catalog: Catalog, kind: PageKind, view: Any) -> str:
    """Return where «English» leads from a page without a twin: what a form is for, the list of its kind, the home."""
    if kind.folder == ASSESSMENT:
        return name_of(catalog, view.of_title).href
    return f"en/{kind.folder}/" if kind.english else "en/"


def _write_twin(
    shared: Shared, page: Page, of: tuple[Any, Standing | None], head: str, pictures: Pictures
) -> list[str]:
    """Write the English twin of a page, made of its view, with its picture; return their paths."""
    catalog, (kind, key), (vietnamese, standing) = shared.catalog, page, of
    assert kind.english  # what has no twin was not called
    view, address = kind.english(catalog, key, vietnamese), twin_of(catalog, kind.folder, key)
    body = shared.env.get_template("english_page.html").render(view=view, kind=kind)
    body += data_block(english_twin(shared.edition, address, view.vietnamese, (view.title.text, view.summary)))
    html = shared.shells[f"en/{kind.name}"].filled(
        title=view.title.text, description=view.summary, body=body, address=address, twin=view.vietnamese
    )
    html = html.replace("</head>", f"{head}</head>", 1)
    drawn = list[str]()
    if pictures.are_drawn:
        html, drawn = pictures.on_page(html, kind, address, english_picture(catalog, vietnamese, standing, view))
        if not drawn:
            html = pictures.like(html, kind, view.vietnamese, shared_picture(catalog, vietnamese, standing))
    return [write_page(pictures.site, address, rooted(html, address)), *drawn]


def _languages(base: str, vietnamese: str, english: str) -> str:
    """Return the links by which pages that say the same name each other."""
    pairs = (("vi", vietnamese), ("en", english))
    return "".join(f'<link rel="alternate" hreflang="{lang}" href="{base}{address}">' for lang, address in pairs)


def _feed(own: Edition, folder: str, key: str) -> str:
    """Return the link to the feed of a page; empty if it has none."""
    path = f"{folder}/{key}.atom"
    if path not in own.by_path:
        return ""
    return f'<link rel="alternate" type="application/atom+xml" title="Số mới của trang này" href="{ROOT}data/{path}">'


def _body(catalog: Catalog, env: Environment, own: Edition, page: Page, view: Any, standing: Standing | None) -> str:
    kind, key = page
    downloads = of_page(own, kind.folder, key) if getattr(view, "has_rows", True) else []
    is_own = bool(downloads)
    if not downloads and getattr(view, "has_rows", True):
        downloads = of_provinces(catalog, own, kind.folder, key)
    body = env.get_template(f"{kind.name}.html").render(view=view, downloads=downloads, standing=standing)
    if is_own:  # what has no files of its own is no data set
        files = [entry.file for entry in downloads if entry.kind.holds_data]
        address = f"{kind.folder}/{key}/"
        figures = figures_of_page(catalog, kind.folder, key)
        body += data_block(slice_dataset(catalog, own, address, (view.title, view.summary), files, figures))
    description = described(catalog, own, kind.folder, key)
    if kind.folder == ASSESSMENT:
        description = form(own, f"{kind.folder}/{key}/", (view.title, view.summary), view.of_title)
    return body + data_block(description) if description else body
