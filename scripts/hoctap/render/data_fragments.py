"""Fragments of the pages about the data itself: files, versions, columns, codes, terms, rules of the check."""

from markupsafe import Markup

from hoctap.check.gate import RULES
from hoctap.exports.downloads import downloads
from hoctap.exports.kinds import listed
from hoctap.exports.linked_data import term_set
from hoctap.exports.schema_org import data_block, dataset
from hoctap.load.releases import read_releases
from hoctap.model.figures import figures_table
from hoctap.model.record import Code
from hoctap.render.fragment import FragmentMaker
from hoctap.vietnamese.writing import sort_key
from hoctap.views import english
from hoctap.views.figure import figure_of


class DataFragments(FragmentMaker):
    """The macros of the pages about the data."""

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

    def dictionary_en(self) -> Markup:
        """Return every column of every table with its meaning in English, and the codes it may hold."""
        codes = self._catalog.grouped(Code, "list")
        tables = [*self._catalog.resources(), figures_table()]
        return self._part("dictionary_en", tables, codes, file="english.html")

    def rule_list(self) -> Markup:
        """Return every rule of the check with cause and cure."""
        return self._part("rule_list", sorted(RULES, key=lambda rule: rule.id))

    def term_list(self) -> Markup:
        """Return every term with its explanation, in Vietnamese order."""
        terms = sorted(self._catalog.terms.values(), key=lambda term: sort_key(term.term))
        block = Markup(data_block(term_set(self._catalog, self._edition)))  # noqa: S704 - escaped as a data block
        return self._part("term_list", terms, block)

    def labels_en(self) -> Markup:
        """Return the labels of data pages, indicators and terms with their meaning in English."""
        terms = sorted(self._catalog.terms.values(), key=lambda term: sort_key(term.term))
        return self._part("labels_en", english.labels(self._catalog), terms, file="english.html")
