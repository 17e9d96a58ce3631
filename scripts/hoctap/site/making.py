"""A whole site made in a working folder: files of data, prose, data pages, what pages load, the index of search.

Read `Making.make` from top to bottom: each step uses what those above it came to.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path

from hoctap.exports.edition import Edition
from hoctap.exports.known import Question, know
from hoctap.exports.known_figures import know_figures
from hoctap.exports.manifest import OWN, write_manifest, write_site_manifest
from hoctap.exports.publishing import write_edition
from hoctap.model.fingerprints import Prints
from hoctap.model.large_site import has_many_units, keeping_few_of_many
from hoctap.model.traced import TracedCatalog
from hoctap.site import headers
from hoctap.site.compare import write_comparables
from hoctap.site.desk import write_desk
from hoctap.site.explorer import write_explorer
from hoctap.site.finish import finish_prose
from hoctap.site.inputs import PIECES, SPARES, Inputs
from hoctap.site.judged_files import judge_of
from hoctap.site.list_parts import write_list_parts
from hoctap.site.machines import llms, robots
from hoctap.site.missing_settings import missing_settings
from hoctap.site.moved import write_moved
from hoctap.site.pages import Shared, pages_of, shared_by_pages, write_data_pages
from hoctap.site.papers import write_reports
from hoctap.site.parts import joined
from hoctap.site.prose import Prose, Settings, settings_of, write_prose
from hoctap.site.search.figures import (
    ends_of_indicator,
    ends_of_rankings,
    entries_of_unit,
    entries_of_units,
    in_order,
)
from hoctap.site.search.index import write_index
from hoctap.site.search.opensearch import opensearch
from hoctap.site.search.prose import term_entries
from hoctap.site.sitemap import sitemaps
from hoctap.site.stamp import LIGHT, write_icons
from hoctap.system.checksums import Sums
from hoctap.system.clock import epoch_of
from hoctap.system.folder_record import Files, place_of
from hoctap.system.memory import give_back
from hoctap.system.piece import Outcome, Past, recall, remember
from hoctap.system.processes import meanwhile
from hoctap.system.reuse import Task, Work
from hoctap.system.spare import bring_up_to_date, take_spare
from hoctap.system.steps import Steps
from hoctap.system.switch import MANIFEST, MARKER, mark_as_ours, opened_to_readers
from hoctap.views.english_names import twins_of
from hoctap.views.list_of_places import first_of_unit
from hoctap.views.page_kinds import BY_NAME, LISTS, SEARCHED

_MANY = "whether there are very many units"
# Units whose figures search is told of in one piece of work.
_TOGETHER = 500


@dataclass(frozen=True, slots=True)
class Making:
    """A site being made in the folder `working`, of a catalog that notes what is read of it.

    `inputs` stand for all that is read, as it was before anything was.
    """

    root: Path
    working: Path
    catalog: TracedCatalog
    steps: Steps
    inputs: Inputs

    @property
    def today(self) -> date:
        """The day that pages speak of."""
        return self.inputs.day

    @property
    def site(self) -> Path:
        """What is made of the site. MkDocs empties its folder, so what is made before waits beside it."""
        return self.working / "site"

    @property
    def whole(self) -> Path:
        """The whole site, with what is kept of the one before."""
        return self.working / "whole"

    def work_after(self, target: Path, *, anew: bool) -> Work:
        """Return the work of this build, which may use what the last one left in `target` unless all is made `anew`."""
        past = recall(place_of(PIECES, target), self.inputs.ways) if self.inputs.everything and not anew else Past()
        many = has_many_units(self.catalog)
        # A site that becomes one of very many units, or no more is one, is made anew.
        known = past if _MANY in past.pieces and past.pieces[_MANY].outcome == many else Past()
        prints = Prints(self.catalog.plain, self.inputs.everything, self.inputs.others)
        work = Work(known, target, self.site, self.catalog.reading, prints.of, is_much=many)
        work.value(_MANY, lambda: many)
        return work

    def remember(self, work: Work, target: Path, files: Files) -> None:
        """Keep what the next build into `target` may use; `files` are those of the site there."""
        remember(place_of(PIECES, target), work.as_past(self.inputs.ways, files))

    def make(self, work: Work, parts: Sequence[Path]) -> tuple[Files, tuple[str, ...]]:
        """Make the whole site, open to readers; return its files and what its settings leave open, a line each.

        `parts` hold the data pages, if they were made before.
        """
        settings = work.value("settings", partial(settings_of, self.root, self.working))
        judge = judge_of(self.root, self.inputs.program, work.sums, work.old)
        edition = self._make_all(work, settings, parts)
        if has_many_units(self.catalog):
            work.pack()
        self._give_back(given=True)  # nothing more is asked
        self._join(work)
        there = opened_to_readers(self.whole)
        work.sums.take(((f"data/{file.path}", file.size, file.sha256) for file in edition.files), there)
        judge.remember(judge.refuse(self.whole, settings.email, there))
        files = self._tell(work.sums, there)
        return files, tuple(missing_settings(self.root, edition.public_base, settings.email))

    def _make_all(self, work: Work, settings: Settings, parts: Sequence[Path]) -> Edition:
        """Make everything that the site holds, in folders of its own; return what of it is data."""
        # Files come first, so that pages can say how large they are.
        edition = self._data(work, settings.base)
        self._give_back()
        self.steps.step("Dựng trang chữ")
        prose = write_prose(work, self.root, self.working / "docs", self.catalog, self.today, edition)
        self.steps.step("Đóng trang dữ liệu")
        shared = shared_by_pages(self.root, self.catalog, settings, prose, edition, self.today)
        if not shared.is_large:  # of very many units they would take much memory
            know(work, self.catalog, self._asked_by_lists())
        elif not work.past.pieces:  # all pages and lists will ask for them
            know_figures(self.catalog)
            self._give_back()
        with keeping_few_of_many(self.catalog):
            entries = self._pages(work, shared, prose, parts)
        with meanwhile(self._index(work, entries, packed=shared.is_large), parallel=not work.is_little):
            work.aside(partial(self._loaded_by_pages, work, shared, settings, entries))
            self._give_back()
            self.steps.step("Lập chỉ mục tìm kiếm, soát thông tin riêng")
        return edition

    def _asked_by_lists(self) -> Iterator[Question]:
        """Yield what the lists of units and the index of search ask of each unit and indicator."""
        for unit_id in self.catalog.observations_by_unit:
            yield from ((ask, unit_id) for ask in (first_of_unit, entries_of_unit))
        yield from ((ends_of_indicator, indicator_id) for indicator_id in self.catalog.indicators)

    def _give_back(self, *, given: bool = False) -> None:
        """Give back memory between the steps of a site of very many units, whose processes each find what they need.

        `given` are answers that steps share.
        """
        if has_many_units(self.catalog):
            self.catalog.forget(given=given)
            give_back()

    def _data(self, work: Work, base: str) -> Edition:
        self.steps.step("Xuất dữ liệu")
        begun = Edition(base, epoch_of(self.root), (), self.today)
        return write_edition(work.within("data/", self.working / "data"), self.catalog, begun, self.steps.count)

    def _pages(self, work: Work, shared: Shared, prose: Prose, parts: Sequence[Path]) -> list[Outcome]:
        """Write the prose and data pages; return what search shall know of them, each an Entry that may be packed."""
        self.site.mkdir(exist_ok=True)
        catalog = self.catalog
        entries = [*map(Outcome, finish_prose(work, prose.texts(work), list(catalog.terms.values()), shared.edition))]
        if parts:
            return [*entries, *map(Outcome, joined(parts, self.root, self.site, catalog, self.today))]
        return [*entries, *write_data_pages(work, shared, pages_of(catalog), self.steps)]

    def _loaded_by_pages(self, work: Work, shared: Shared, settings: Settings, entries: Sequence[Outcome]) -> None:
        """Write what scripts of pages load, pages of old addresses, and what tells programs which pages there are.

        First comes what one processor does while another writes the index of search.
        """
        catalog, edition = self.catalog, shared.edition
        write_moved(work, catalog, edition.base)
        write_desk(work, catalog)
        if shared.is_large:
            write_icons(work, shared.shells[LIGHT])
        list_parts = write_list_parts(work, catalog, shared.env, shared.shells)
        self._addresses(settings.name, edition, entries, list_parts)
        write_reports(work, catalog, self.today)
        write_explorer(work, catalog)
        write_comparables(work, catalog)

    def _addresses(self, name: str, edition: Edition, entries: Sequence[Outcome], more: Sequence[str]) -> None:
        """Write what tells programs which pages there are."""
        listed = [entry.address for entry in map(Outcome.once, entries) if not entry.unlisted]
        texts = sitemaps(edition.base, [*listed, *twins_of(self.catalog, listed), *more])
        texts["opensearch.xml"] = opensearch(name, edition.base)
        texts["robots.txt"] = robots(edition.public_base)
        texts["llms.txt"] = llms(self.catalog, edition.public_base)
        for path, text in texts.items():
            (self.site / path).write_text(text, encoding="utf-8")

    def _index(self, work: Work, entries: Sequence[Outcome], *, packed: bool) -> Callable[[], None]:
        """Return what writes the index of search, whose figures are found here."""
        catalog, units = self.catalog, list(self.catalog.observations_by_unit)
        some = (units[at : at + _TOGETHER] for at in range(0, len(units), _TOGETHER))
        found = [partial(entries_of_units, catalog, each) for each in some]
        tasks: list[Task] = [("ends of rankings", "", partial(_found, partial(ends_of_rankings, catalog)))]
        tasks += [(f"figures of search {at}", "", partial(_found, find)) for at, find in enumerate(found)]
        ends, *parts = work.outcomes(tasks, fewest=1)
        terms, articles = term_entries(catalog), BY_NAME["source"].label
        put = work.within("search/", self.working / "search").put

        def write() -> None:
            figures = in_order(map(Outcome.once, parts), ends.once())
            pages = chain(map(Outcome.once, entries), terms)
            write_index(pages, figures, SEARCHED, LISTS, put, articles, packed=packed)

        return write

    def _join(self, work: Work) -> None:
        """Put together what was made and what is kept."""
        for name in ("data", "search"):
            (self.working / name).mkdir(exist_ok=True)  # there is none if all is kept
            (self.working / name).rename(self.site / name)
        if work.kept:
            take_spare(place_of(SPARES, work.old), self.whole)
            bring_up_to_date(self.whole, self.site, work.old, work.kept)
        else:
            self.site.rename(self.whole)

    def _tell(self, sums: Sums, there: Files) -> Files:
        """Say in the site what it holds: the files that are `there`; return all files."""
        data = {name.removeprefix("data/"): looks for name, looks in there.items() if name.startswith("data/")}
        write_manifest(self.whole / "data", sums, "data/", data)
        (self.whole / headers.FILE).write_text(headers.headers(there), encoding="utf-8")
        listed = {**there, **opened_to_readers(self.whole, (*(f"data/{name}" for name in OWN), headers.FILE))}
        write_site_manifest(self.whole, sums, (MARKER,), listed)
        mark_as_ours(self.whole)
        return {**listed, **opened_to_readers(self.whole, (MANIFEST, MARKER))}


def _found(find: Callable[[], object]) -> tuple[tuple[()], object]:
    return (), find()
