"""Fragments of the pages about the data itself: files, versions, columns, codes, terms, rules of the check."""

from markupsafe import Markup

from hoctap.check.gate import RULES
from hoctap.exports.downloads import downloads
from hoctap.exports.kinds import listed
from hoctap.exports.linked_data import term_set
from hoctap.exports.packed import GZIP
from hoctap.exports.schema_org import data_block, dataset
from hoctap.load.releases import read_releases
from hoctap.model.figures import figures_table
from hoctap.model.record import Code
from hoctap.render.fragment import FragmentMaker
from hoctap.vietnamese.writing import sort_key
from hoctap.views.english_labels import labels
from hoctap.views.english_list import LISTS, english_list
from hoctap.views.figure import figure_of

_FIGURES = "hoctap/observations.csv"


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

    def packed_database(self) -> Markup:
        """Return, for readers of the examples, how to read the database and the long tables where they are packed."""
        return self._part("packed_database", self._is_packed("hoctap.sqlite"), self._is_packed(_FIGURES))

    def packed_tables_en(self) -> Markup:
        """Return the same of the tables in English; where they are not packed, nothing."""
        return self._part("packed_tables_en", self._is_packed(_FIGURES), file="english.html")

    def _is_packed(self, path: str) -> bool:
        return f"{path}{GZIP}" in self._edition.by_path

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
        return self._part("labels_en", labels(self._catalog), terms, file="english.html")

    def terms_en(self) -> Markup:
        """Return every term with its meaning in English, in the order of the English alphabet."""
        terms = sorted(self._catalog.terms.values(), key=lambda term: (term.name_en.lower(), term.term_id))
        return self._part("terms_en", terms, file="english.html")

    def files_en(self) -> Markup:
        """Return the files of all the data, in English."""
        files = list(listed(self._catalog, self._edition))
        return self._part("files_en", downloads(self._catalog, files), file="english.html")

    def list_en(self, folder: str) -> Markup:
        """Return every page of a kind as an English list, by the folder of the kind; `nguon-cu` are older sources."""
        self._known(folder, LISTS, "danh sách")
        return self._part("list_en", english_list(self._catalog, folder), folder, file="english.html")
