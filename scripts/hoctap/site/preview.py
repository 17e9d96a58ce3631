"""Pages of a site that is being written, made when they are asked for from what was just saved.

The notes of the last build say what each page was made from; a page that still holds is that of the last site. What is
made here is what a whole build makes, byte for byte, since the same pieces of work make it. What a page tells of all
files together (their sizes and checksums) waits for the whole site, as do those files and the index of search.
"""

import re
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import mkdtemp

from hoctap.exports.edition import Edition, Published
from hoctap.exports.publishing import page_task as files_task
from hoctap.exports.publishing import published_by
from hoctap.exports.slices import pages_with_files
from hoctap.model.catalog import Catalog
from hoctap.model.fingerprints import Prints
from hoctap.model.reads import FILES
from hoctap.model.traced import TracedCatalog
from hoctap.site.finish import finish_prose
from hoctap.site.inputs import PIECES, inputs_of
from hoctap.site.pages import page_task, pages_of, shared_by_pages
from hoctap.site.prose import Settings, write_prose
from hoctap.system.clock import epoch_of
from hoctap.system.folder_record import place_of
from hoctap.system.piece import Past, Read, recall
from hoctap.system.reuse import Work

_TABLE = re.compile(r"datapackages/.*\.csv")
_DATA, INDEX = "data/", "index.html"
# What pieces of work begin with that write a page, and its files.
_PAGE, _FILES = "page ", "files "


def past_of(root: Path, target: Path, day: date) -> Past:
    """Return what the build of the site in `target` left; no pieces of work if that no longer holds."""
    return recall(place_of(PIECES, target), inputs_of(root, day).ways)


def covers(paths: Iterable[str]) -> bool:
    """Return whether pages can be made after a change of these files, without a whole build."""
    return all(path.startswith("docs/") or _TABLE.fullmatch(path) for path in paths)


class Preview:
    """The pages of `catalog`, read under `root` and found good, where the site in `target` may have older ones.

    `past` is what the build of that site left. ProseError if MkDocs refuses a page.
    """

    def __init__(self, root: Path, target: Path, day: date, past: Past, catalog: Catalog) -> None:
        self._past = past
        self._folder = Path(mkdtemp(prefix="hoctap-"))
        self._catalog, self._prints = TracedCatalog(catalog, day), Prints(catalog, "")
        self._work = Work(self._past, target, self._folder / "site", self._catalog.reading, self._print_of)
        settings: Settings = self._past.pieces["settings"].outcome
        self._begun = Edition(settings.base, epoch_of(root), (), day)
        whole = replace(self._begun, files=tuple(published_by(self._past.pieces)))
        self._prose = write_prose(self._work, root, self._folder / "docs", self._catalog, day, whole)
        self._shared = shared_by_pages(root, self._catalog, settings, self._prose, whole, day)
        self._pages = {f"{page[0].folder}/{page[1]}": page for page in pages_of(self._catalog)}
        self._with_files = {f"{page[0].folder}/{page[1]}": page for page in pages_with_files(self._catalog)}
        self._pieces_by_path = {path: name for name, piece in self._past.pieces.items() for path in piece.files}

    def close(self) -> None:
        """Remove what was made."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def file(self, path: str) -> Path | None:
        """Return the file of a path of the site, made now if need be; None where that of the site is as good."""
        if path.startswith(_DATA):
            self._write_files(self._owner(path.removeprefix(_DATA), _FILES).rpartition(".")[0])
        elif (page := self._owner(path, _PAGE).removesuffix(f"/{INDEX}")) in self._pages:
            self._write_page(page)
        elif path.endswith(INDEX) and path.removesuffix(INDEX) in self._prose.pages:
            self._write_prose(path.removesuffix(INDEX))
        file = self._work.new / path
        return file if file.is_file() else None

    def _owner(self, path: str, sort: str) -> str:
        """Return what the piece of work is of that made a file, or the path itself where none is known."""
        name = self._pieces_by_path.get(path, "")
        return name.removeprefix(sort) if name.startswith(sort) else path

    def _write_prose(self, address: str) -> None:
        if f"prose {address}" not in self._work.done:
            html = self._prose.text(address, self._work)
            finish_prose(self._work, {address: html}, list(self._catalog.terms.values()), self._begun)

    def _write_page(self, page: str) -> None:
        if f"{_PAGE}{page}" not in self._work.done:
            mine = self._write_files(page)
            before = self._past.pieces.get(f"{_FILES}{page}")
            old = before.outcome if before else ()
            others = (file for file in self._shared.edition.files if file not in old)
            shared = replace(self._shared, edition=replace(self._begun, files=(*others, *mine)))
            self._work.pieces([page_task(self._work.new, shared, self._pages[page])])

    def _write_files(self, page: str) -> Sequence[Published]:
        name = f"{_FILES}{page}"
        if page not in self._with_files:
            return ()
        if name not in self._work.done:
            work = self._work.within(_DATA, self._work.new / _DATA)
            work.pieces([files_task(work.put, self._catalog, self._begun, *self._with_files[page])])
        files: Sequence[Published] = self._work.done[name].outcome
        return files

    def _print_of(self, read: Read) -> str:
        # What speaks of all files waits for the whole site.
        return self._past.prints.get(read, "") if read[0] == FILES else self._prints.of(read)
