"""Fragments of HTML that prose pages ask for: figures, links, lists. One small method for each macro.

Misspelt names raise UnknownNameError with the nearest right one: silence would publish a hole.
"""

import json
from collections.abc import Callable

from markupsafe import Markup

from hoctap.load.releases import read_releases
from hoctap.model.catalog import Catalog
from hoctap.releases.story import story_since_last
from hoctap.render.data_fragments import DataFragments
from hoctap.render.environment import linked
from hoctap.render.fragment import UnknownNameError
from hoctap.render.front_fragments import FrontFragments
from hoctap.render.tilemap import AT_SEA, SIDES, tile_words
from hoctap.vietnamese.writing import number
from hoctap.views.area_map import area_map
from hoctap.views.assessment import assessments, missing_count
from hoctap.views.due import AUDIENCES, EVERYONE, due_soon
from hoctap.views.duties import duties
from hoctap.views.explorer import explorer_index
from hoctap.views.figure import Figure, figure_of
from hoctap.views.freshness import ages_of_provinces, newest_row
from hoctap.views.gaps import gaps_of
from hoctap.views.link import Link, unit_address
from hoctap.views.list_of_places import areas_before, older_units
from hoctap.views.list_page import Listing
from hoctap.views.listing import older_sources
from hoctap.views.news import arrivals
from hoctap.views.page_kinds import BY_FOLDER, KINDS
from hoctap.views.quality import quality
from hoctap.views.report import report_form
from hoctap.views.stewardship import statement_counts


class Fragments(FrontFragments, DataFragments):
    """Every fragment over one catalog, as of one day."""

    def figure(self, unit_id: str, indicator_id: str, period: str = "") -> Markup:
        """Return the newest figure of a unit (or that of `period`) inside a sentence, linked to its page.

        Of several sources the one that is followed, of a whole and its parts the whole.
        """
        self._known(unit_id, self._catalog.units, "đơn vị")
        self._known(indicator_id, self._catalog.indicators, "chỉ tiêu")
        figure = self._newest(unit_id, indicator_id, period)
        return linked(Link(unit_address(self._catalog, unit_id), figure.brief))

    def _newest(self, unit_id: str, indicator_id: str, period: str) -> Figure:
        rows = self._catalog.rows_by_unit.get(unit_id, ())
        mine = [row for row in rows if row.observation.indicator_id == indicator_id]
        fitting = [row for row in mine if period in ("", row.observation.period.text)]
        if not fitting:
            raise UnknownNameError(f"không có số liệu {indicator_id} {period} của {unit_id}".replace("  ", " "))
        whole = [row for row in fitting if not row.observation.breakdown]
        newest = newest_row(whole or fitting) or fitting[-1]
        return figure_of(self._catalog, newest.observation)

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

    def due_soon(self) -> Markup:
        """Return what is due in the next 60 days, for whom, with which papers; and dates not read."""
        names = [(one.key, one.name) for one in (*AUDIENCES, EVERYONE)]
        calendars = [pair for pair in names if f"lich/viec-{pair[0]}.ics" in self._edition.by_path]
        return self._part("due_soon", due_soon(self._catalog, self._today), calendars)

    def report_form(self) -> Markup:
        """Return the empty form of the half-year and year report; scripts fill and compute it."""
        return self._part("report_form", report_form(self._catalog, self._today))

    def former_area_list(self) -> Markup:
        """Return the table of the areas whose borders have ended."""
        return self._listing(areas_before(self._catalog))

    def older_source_list(self) -> Markup:
        """Return the table of the sources that the list of sources leaves out."""
        return self._listing(older_sources(self._catalog))

    def older_unit_list(self) -> Markup:
        """Return the table of the units that the list of units leaves out."""
        return self._listing(older_units(self._catalog))

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

    def area_map(self) -> Markup:
        """Return the tile maps of provinces, today's and former, painted with the indicator that covers most."""
        sides = area_map(self._catalog)
        layers = {
            code: {
                layer.indicator.text: {
                    "words": layer.words,
                    "key": [*layer.key, layer.unshaded],
                    "tiles": {key: [*tile_words(one), layer.steps.get(key, 0)] for key, one in layer.figures.items()},
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
        return self._part(
            "news", releases, since, arrivals(self._catalog, self._today, 12, are_headed=True), file="news.html"
        )

    def age_of_provinces(self) -> Markup:
        """Return the picture of how old the newest figure of each province is."""
        return self._part("age_of_provinces", ages_of_provinces(self._catalog), self._today, file="gaps.html")

    def statement_counts(self) -> Markup:
        """Return how many statements are made and refused, by kind and by reason."""
        return self._part("statement_counts", statement_counts(self._catalog))


def _list_macro(list_rows: Callable[[Catalog], Listing]) -> Callable[[Fragments], Markup]:
    def macro(self: Fragments) -> Markup:
        """Return the table of every page of a kind."""
        return self._listing(list_rows(self._catalog))

    return macro


# `unit_list()`, `area_list()` and so on, one for each kind of page that has a list.
for _kind in KINDS:
    if _kind.listing:
        setattr(Fragments, f"{_kind.name}_list", _list_macro(_kind.listing))

MACROS = tuple(
    name for part in (Fragments, FrontFragments, DataFragments) for name in vars(part) if not name.startswith("_")
)
