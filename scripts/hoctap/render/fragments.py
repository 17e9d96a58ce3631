"""Fragments of HTML that prose pages ask for: figures, links, lists. One small method for each macro.

Misspelt names raise LookupError with the nearest right one: silence would publish a hole.
"""

import json
from collections.abc import Callable, Iterable
from datetime import date
from difflib import get_close_matches
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from hoctap.check.gate import RULES
from hoctap.exports import HERE
from hoctap.exports.downloads import downloads
from hoctap.exports.edition import Edition
from hoctap.exports.kinds import listed
from hoctap.exports.linked_data import term_set
from hoctap.exports.schema_org import data_block, dataset
from hoctap.load.releases import read_releases
from hoctap.model.catalog import Catalog
from hoctap.model.figures import figures_table
from hoctap.model.record import Code
from hoctap.releases.story import story_since_last
from hoctap.render.environment import ROOT, linked
from hoctap.render.tilemap import AT_SEA, SIDES, tile_words
from hoctap.vietnamese.writing import number, sort_key
from hoctap.views import english, home
from hoctap.views.area_map import area_map
from hoctap.views.assessment import assessments, missing_count
from hoctap.views.due import AUDIENCES, EVERYONE, due_soon
from hoctap.views.duties import duties
from hoctap.views.explorer import explorer_index
from hoctap.views.figure import Figure, figure_of, figures_of
from hoctap.views.freshness import ages_of_provinces
from hoctap.views.gaps import gaps_of
from hoctap.views.link import Link, unit_address
from hoctap.views.listing import Listing, areas_before
from hoctap.views.news import arrivals
from hoctap.views.page_kinds import BY_FOLDER, BY_NAME, KINDS
from hoctap.views.quality import quality
from hoctap.views.report import report_form
from hoctap.views.reporters import provinces_today
from hoctap.views.stewardship import statement_counts

# What is counted on the front pages: where it is listed, its name, its table.
TABLES_OF_COUNTS = (
    *((f"{kind.folder}/", kind.label, kind.table) for kind in (BY_NAME["unit"], BY_NAME["indicator"])),
    ("du-lieu/", "Số liệu", "observations"),
    *(
        (f"{kind.folder}/", kind.label, kind.table)
        for kind in (BY_NAME["campaign"], BY_NAME["document"], BY_NAME["source"])
    ),
)


class Fragments:
    """Every fragment over one catalog, as of one day."""

    def __init__(self, catalog: Catalog, env: Environment, today: date, edition: Edition | None = None) -> None:
        self._catalog, self._env, self._today = catalog, env, today
        # Without a build there are no files yet: pages rendered by MkDocs alone list none.
        self._edition = edition or Edition(HERE, 0, ())

    def figure(self, unit_id: str, indicator_id: str, period: str = "") -> Markup:
        """Return the newest figure of a unit (or that of `period`) inside a sentence, linked to its page."""
        self._known(unit_id, self._catalog.units, "đơn vị")
        self._known(indicator_id, self._catalog.indicators, "chỉ tiêu")
        figure = self._newest(unit_id, indicator_id, period)
        return linked(Link(unit_address(self._catalog, unit_id), figure.brief))

    def _newest(self, unit_id: str, indicator_id: str, period: str) -> Figure:
        rows = self._catalog.observations_by_unit.get(unit_id, ())
        fitting = [row for row in rows if row.indicator_id == indicator_id and period in ("", row.period.text)]
        if not fitting:
            raise LookupError(f"không có số liệu {indicator_id} {period} của {unit_id}".replace("  ", " "))
        return max(figures_of(self._catalog, fitting), key=lambda figure: figure.observation.period.end)

    def link(self, folder: str, key: str) -> Markup:
        """Return a link to a data page by its folder (don-vi, van-ban …) and identifier."""
        links = {kind.folder: kind.link for kind in KINDS if kind.link}
        self._known(folder, links, "loại trang")
        table = self._catalog.tables[BY_FOLDER[folder].table]
        self._known(key, (id_ for _, (id_,) in table.keys(table.resource.primary_key)), folder)
        return linked(links[folder](self._catalog, key))

    def term(self, term_id: str) -> Markup:
        """Return a term linked to its explanation."""
        self._known(term_id, self._catalog.terms, "thuật ngữ")
        return linked(Link(f"thuat-ngu/#{term_id}", self._catalog.terms[term_id].term))

    def count(self, table: str) -> Markup:
        """Return the number of rows of a table, as Vietnamese write it."""
        self._known(table, self._catalog.tables, "bảng")
        return Markup("<span>{}</span>").format(number(len(self._catalog.tables[table].rows)))

    def opening_figure(self) -> Markup:
        """Return the sentence that the front page opens with."""
        return self._part("opening_figure", home.opening(self._catalog, self._today).statement)

    def opening_chart(self) -> Markup:
        """Return the chart of the front page: units side by side on a learning model."""
        return self._part("opening_chart", home.opening(self._catalog, self._today).ranking)

    def map_today(self) -> Markup:
        """Return today's map alone, painted with the indicator that covers most, for the front page."""
        side = area_map(self._catalog)["moi"]
        return self._part("map_today", side, SIDES["moi"], AT_SEA["moi"])

    def headline_figures(self) -> Markup:
        """Return cards of telling figures of several units."""
        return self._part("headline_figures", home.headline_figures(self._catalog, self._today, 4))

    def campaigns_now(self) -> Markup:
        """Return cards of the campaigns under way."""
        return self._part("campaigns_now", home.campaigns_now(self._catalog, self._today), self._today)

    def due_soon(self) -> Markup:
        """Return what is due in the next 60 days, for whom, with which papers; and dates not read."""
        names = [(one.key, one.name) for one in (*AUDIENCES, EVERYONE)]
        calendars = [pair for pair in names if f"lich/viec-{pair[0]}.ics" in self._edition.by_path]
        return self._part("due_soon", due_soon(self._catalog, self._today), calendars)

    def due_next(self) -> Markup:
        """Return the next three pieces of work, for the front page."""
        found = due_soon(self._catalog, self._today)
        return self._part("due_next", [*found.due, *found.opening][:3])

    def report_form(self) -> Markup:
        """Return the empty form of the half-year and year report; scripts fill and compute it."""
        return self._part("report_form", report_form(self._catalog, self._today))

    def whats_new(self) -> Markup:
        """Return the last release, with a count of corrections, and the sources published last."""
        releases = read_releases(self._catalog.root)
        return self._part("whats_new", releases[:1], home.newest_sources(self._catalog, self._today))

    def data_counts(self) -> Markup:
        """Return how much of each thing is held."""
        counts = [(href, name, len(self._catalog.tables[table].rows)) for href, name, table in TABLES_OF_COUNTS]
        return self._part("data_counts", counts)

    def former_area_list(self) -> Markup:
        """Return the table of the areas whose borders have ended."""
        return self._listing(areas_before(self._catalog))

    def explorer_list(self) -> Markup:
        """Return the indicators that have figures, with how many, for readers without scripts."""
        return self._part("explorer_list", explorer_index(self._catalog)["indicators"])

    def assessment_list(self) -> Markup:
        """Return every form of self-assessment, with how much of its criteria is held."""
        return self._part("assessment_list", assessments(self._catalog, self._today))

    def missing_criteria(self) -> Markup:
        """Return how many places of criteria were never read, as an invitation to whoever holds the documents."""
        return self._part("missing_criteria", missing_count(self._catalog))

    def who_does_what(self) -> Markup:
        """Return who prepares, receives and decides each recognition, and what the change of 01/7/2025 left open."""
        return self._part("who_does_what", duties(self._catalog, self._today))

    def term_list(self) -> Markup:
        """Return every term with its explanation, in Vietnamese order."""
        terms = sorted(self._catalog.terms.values(), key=lambda term: sort_key(term.term))
        block = Markup(data_block(term_set(self._catalog, self._edition)))  # noqa: S704 - escaped as a data block
        return self._part("term_list", terms, block)

    def rule_list(self) -> Markup:
        """Return every rule of the check with cause and cure."""
        return self._part("rule_list", sorted(RULES, key=lambda rule: rule.id))

    def download_list(self) -> Markup:
        """Return every published file that is not of a single page, with size, rows and checksum."""
        files = list(listed(self._catalog, self._edition))
        block = Markup(data_block(dataset(self._catalog, self._edition)))  # noqa: S704 - escaped as a data block
        return self._part("download_list", downloads(self._catalog, files), self._edition.day, block)

    def download_buttons(self) -> Markup:
        """Return the three files most people want as buttons."""
        return self._part("download_buttons", downloads(self._catalog, list(listed(self._catalog, self._edition))))

    def newest_rows(self) -> Markup:
        """Return the twenty figures with the newest periods as a table."""
        rows = sorted(self._catalog.observations, key=lambda row: (row.period.end, row.unit_id), reverse=True)[:20]
        return self._part("newest_rows", [figure_of(self._catalog, row) for row in rows])

    def checksum_list(self) -> Markup:
        """Return every published file that is not of a single page with its size and checksum."""
        files = list(listed(self._catalog, self._edition))
        return self._part("checksum_list", downloads(self._catalog, files), self._edition.day)

    def version_list(self) -> Markup:
        """Return the releases with their packages, and every correction with old value, new value and reason."""
        titles = {resource.name: resource.title for resource in self._catalog.resources()}
        return self._part("version_list", read_releases(self._catalog.root), titles, self._catalog.version)

    def dictionary_index(self) -> Markup:
        """Return the tables, each linked to its columns on the page of the dictionary."""
        return self._part("dictionary_index", [*self._catalog.resources(), figures_table()])

    def dictionary(self) -> Markup:
        """Return every column of every table with its meaning, and the codes it may hold."""
        codes = self._catalog.grouped(Code, "list")
        return self._part("dictionary", [*self._catalog.resources(), figures_table()], codes)

    def area_map(self) -> Markup:
        """Return the tile maps of provinces, today's and former, painted with the indicator that covers most."""
        sides = area_map(self._catalog)
        layers = {
            code: {
                layer.indicator.text: {
                    "key": layer.key,
                    "tiles": {key: [*tile_words(one), layer.steps[key]] for key, one in layer.figures.items()},
                }
                for layer in side.layers
            }
            for code, side in sides.items()
        }
        script = json.dumps(layers, ensure_ascii=False, separators=(",", ":"))
        return self._part("area_map", sides, SIDES, AT_SEA, script)

    def quality(self) -> Markup:
        """Return counts, coverage, conflicts and exceptions of the whole data."""
        return self._part("quality", quality(self._catalog), self._today.year)

    def gap_list(self) -> Markup:
        """Return everything that is missing: by province, by indicator, targets without a result, criteria not read."""
        return self._part("gap_list", gaps_of(self._catalog, self._today), self._today, file="gaps.html")

    def gap_count(self) -> Markup:
        """Return how many figures are missing, with the way to the list."""
        return self._part("gap_count", gaps_of(self._catalog, self._today).count, file="gaps.html")

    def news(self) -> Markup:
        """Return the story since the last release and of each release, and what the newest sources say."""
        releases = read_releases(self._catalog.root)
        since = story_since_last(self._catalog.root, self._catalog, self._today)
        return self._part("news", releases, since, arrivals(self._catalog, self._today, 12), file="news.html")

    def age_of_provinces(self) -> Markup:
        """Return the picture of how old the newest figure of each province is."""
        return self._part("age_of_provinces", ages_of_provinces(self._catalog), self._today, file="gaps.html")

    def statement_counts(self) -> Markup:
        """Return how many statements are made and refused, by kind and by reason."""
        return self._part("statement_counts", statement_counts(self._catalog))

    def headline_figures_en(self) -> Markup:
        """Return cards of telling figures of several units, in English."""
        return self._part(
            "headline_figures_en", english.headline_figures(self._catalog, self._today), file="english.html"
        )

    def data_counts_en(self) -> Markup:
        """Return how much of each thing is held, in English."""
        titles = {resource.name: resource.title_en for resource in self._catalog.resources()}
        counts = [
            (href, titles[table], english.number(len(self._catalog.tables[table].rows)))
            for href, _, table in TABLES_OF_COUNTS
        ]
        return self._part("data_counts_en", counts, file="english.html")

    def places_en(self) -> Markup:
        """Return the provinces of today, each linked to its page in English."""
        places = sorted(provinces_today(self._catalog), key=lambda area: area.name_en or area.name_vi)
        return self._part("places_en", places, file="english.html")

    def dictionary_en(self) -> Markup:
        """Return every column of every table with its meaning in English, and the codes it may hold."""
        codes = self._catalog.grouped(Code, "list")
        tables = [*self._catalog.resources(), figures_table()]
        return self._part("dictionary_en", tables, codes, file="english.html")

    def labels_en(self) -> Markup:
        """Return the labels of data pages, indicators and terms with their meaning in English."""
        terms = sorted(self._catalog.terms.values(), key=lambda term: sort_key(term.term))
        return self._part("labels_en", english.labels(self._catalog), terms, file="english.html")

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
            raise LookupError(f"không có {what} {name!r}{hint}")


def _list_macro(list_rows: Callable[[Catalog], Listing]) -> Callable[[Fragments], Markup]:
    def macro(self: Fragments) -> Markup:
        """Return the table of every page of a kind."""
        return self._listing(list_rows(self._catalog))

    return macro


# `unit_list()`, `area_list()` and so on, one for each kind of page that has a list.
for _kind in KINDS:
    if _kind.listing:
        setattr(Fragments, f"{_kind.name}_list", _list_macro(_kind.listing))

MACROS = tuple(name for name in vars(Fragments) if not name.startswith("_"))
