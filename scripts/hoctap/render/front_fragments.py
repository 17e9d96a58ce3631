"""Fragments of the front pages, in Vietnamese and English: what is striking, what is due, how much is held."""

from markupsafe import Markup

from hoctap.load.releases import read_releases
from hoctap.render.fragment import FragmentMaker
from hoctap.render.tilemap import AT_SEA, SIDES
from hoctap.views import english, home
from hoctap.views.area_map import area_map
from hoctap.views.due import due_soon
from hoctap.views.page_kinds import BY_NAME
from hoctap.views.reporters import provinces_today

# What is counted on the front pages: where it is listed, its name, its table.
TABLES_OF_COUNTS = (
    *((f"{kind.folder}/", kind.label, kind.table) for kind in (BY_NAME["unit"], BY_NAME["indicator"])),
    ("du-lieu/", "Số liệu", "observations"),
    *(
        (f"{kind.folder}/", kind.label, kind.table)
        for kind in (BY_NAME["campaign"], BY_NAME["document"], BY_NAME["source"])
    ),
)


class FrontFragments(FragmentMaker):
    """The macros of the front pages."""

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

    def due_next(self) -> Markup:
        """Return the next three pieces of work, for the front page."""
        found = due_soon(self._catalog, self._today)
        return self._part("due_next", [*found.due, *found.opening][:3])

    def whats_new(self) -> Markup:
        """Return the last release, with a count of corrections, and the sources published last."""
        releases = read_releases(self._catalog.root)
        return self._part("whats_new", releases[:1], home.newest_sources(self._catalog, self._today))

    def data_counts(self) -> Markup:
        """Return how much of each thing is held."""
        counts = [(href, name, len(self._catalog.tables[table].rows)) for href, name, table in TABLES_OF_COUNTS]
        return self._part("data_counts", counts)

    def headline_figures_en(self) -> Markup:
        """Return cards of telling figures of several units, in English."""
        return self._part(
            "headline_figures_en", english.headline_figures(self._catalog, self._today), file="english.html"
        )

    def data_counts_en(self) -> Markup:
        """Return how much of each thing is held, in English."""
        titles = {resource.name: resource.title_en for resource in self._catalog.resources()}
        counts = [
            (f"en/{href}", titles[table], english.number(len(self._catalog.tables[table].rows)))
            for href, _, table in TABLES_OF_COUNTS
        ]
        return self._part("data_counts_en", counts, file="english.html")

    def places_en(self) -> Markup:
        """Return the provinces of today, each linked to its page in English."""
        places = sorted(provinces_today(self._catalog), key=lambda area: area.name_en or area.name_vi)
        return self._part("places_en", places, file="english.html")
