"""Published files, one module for each format. A format yields paths and bytes; writing is done here.

To add one: write `files(catalog, epoch)` in a module of its own, name the module in FORMATS, and say in `kinds`
what the file is; one that makes a file of each table has `files_of_table(catalog, resource)` and stands in FORMATS as
`EachTable`; one that makes a file of every page stands in `of_pages`. What speaks of finished files (their sizes,
checksums, addresses) is metadata: it takes an Edition instead and stands in METADATA, made after all formats.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path

from hoctap.exports import (
    archive,
    atom,
    by_province,
    calendar,
    citation,
    croissant,
    datacite,
    dcat,
    excel_csv,
    figures,
    gaps,
    json_api,
    loose_package,
    of_pages,
    openapi,
    page_workbook,
    releases,
    slices,
    source_packages,
    sqlite,
    statements,
    workbook,
)
from hoctap.exports.edition import HERE, Edition, Published
from hoctap.exports.known import know
from hoctap.exports.known_cells import are_kept, know_kept_cells, know_many_cells
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Resource
from hoctap.model.large_site import keeping_few_of_many
from hoctap.system.memory import give_back
from hoctap.system.piece import Piece
from hoctap.system.processes import Seen, unseen
from hoctap.system.reuse import Put, Task, Work, anew, digest
from hoctap.views.statements.by_subject import everything_once
from hoctap.views.statements.rows import questions

Files = Iterator[tuple[str, bytes]]
Make = Callable[[], Files]


@dataclass(frozen=True, slots=True)
class EachTable:
    """A format that makes the file of each table by itself: only those of changed tables are made again."""

    files_of_table: Callable[[Catalog, Resource], Files]


def _late(module: str, name: str) -> Callable[..., Files]:
    """Return a function of a module that is loaded when it is called, since that loads pyarrow."""

    def files(*given: object) -> Files:
        found: Files = getattr(import_module(f"hoctap.exports.{module}"), name)(*given)
        return found

    files.__module__ = f"hoctap.exports.{module}"
    return files


FORMATS: tuple[Callable[[Catalog, int], Files] | EachTable, ...] = (
    loose_package.files,
    source_packages.files,
    EachTable(excel_csv.files_of_table),
    by_province.files,
    archive.files,
    workbook.files,
    EachTable(_late("parquet", "files_of_table")),
    sqlite.files,
    json_api.files,
    EachTable(json_api.files_of_table),
    figures.files,
    _late("figures_dataset", "files"),
    statements.files,
)
METADATA: tuple[Callable[[Catalog, Edition], Files], ...] = (
    calendar.files,
    releases.files,
    atom.files,
    gaps.files,
    openapi.files,
    croissant.files,
    citation.files,
    datacite.files,
    dcat.files,
)
# Pieces of work that write Parquet.
_PARQUET = ("format hoctap.exports.parquet", "format hoctap.exports.figures")
# Metadata that tell of no other file.
_OF_NO_FILE = (calendar.files, atom.files, gaps.files, citation.files)
# What pieces of work that publish files are called, or begin with.
_FORMAT, _LISTS, _PAGE, _METADATA = "format ", "lists", "files ", "metadata "
# What formats of all data hold beside figures, which few changes change.
_ALL_BUT_FIGURES: tuple[Callable[[Catalog, int], object], ...] = (sqlite.all_but_figures, workbook.all_but_figures)
# Bytes of files beside which it is worth while to give back what they needed.
_LARGE = 1_000_000
# Formats are longer pieces of work than most: so few are worth a process.
_FEWEST_FORMATS = 5


def write_exports(catalog: Catalog, folder: Path, epoch: int, base: str = HERE, today: date | None = None) -> Edition:
    """Write every format, then all metadata, under `folder`; return what was written.

    `epoch` is the one moment that files may carry (seconds since 1970); `base` is the address of the site; `today` the
    day that its pages speak of, by which the list of what is missing is made.
    """
    return write_edition(anew(folder), catalog, Edition(base, epoch, (), today))


def write_edition(work: Work, catalog: Catalog, begun: Edition, seen: Seen = unseen) -> Edition:
    """Write every format, then all metadata, below `work.new`; return what was written.

    `begun` says where the site stands, of what moment and day it is; `seen` is told how many files of pages are made.
    """
    _know_statements(work, catalog)
    know_kept_cells(work, catalog)
    _know_all_but_figures(work, catalog, begun.epoch)
    tasks = [_task(work.put, name, begun.as_text, make, much=work.is_much) for name, make in makers(catalog, begun)]
    _load_before_sharing(work, tasks)
    before = sum(not name.startswith(_PAGE) for name, *_ in tasks)
    seen = partial(_of_pages, seen, before)
    done = work.pieces(tasks, seen, partial(_prepare, catalog), _FEWEST_FORMATS)
    published = [file for files in done for file in files]
    for tell in METADATA:
        edition = begun if tell in _OF_NO_FILE else replace(begun, files=tuple(published))
        given = digest(edition.as_text)
        task = _task(work.put, f"{_METADATA}{tell.__module__}", given, partial(tell, catalog, edition))
        published += work.pieces([task])[0]
    return replace(begun, files=tuple(published))


def _load_before_sharing(work: Work, tasks: Sequence[Task]) -> None:
    """Load once what several processes would each load for Parquet, unless no such file is to be made."""
    if not all(work.holds(name, given) for name, given, _ in tasks if name.startswith(_PARQUET)):
        import_module("hoctap.exports.parquet")


def _know_statements(work: Work, catalog: Catalog) -> None:
    """Let the catalog know the statements as rows, of which only those are made that changed since the last time."""
    with keeping_few_of_many(catalog):
        know(work, catalog, questions(catalog), partial(everything_once, catalog))


def _know_all_but_figures(work: Work, catalog: Catalog, epoch: int) -> None:
    """Let the catalog know what formats hold beside figures; not of very many, where it would be long to read."""
    if are_kept(catalog):
        know(work, catalog, [(ask, epoch) for ask in _ALL_BUT_FIGURES], fewest=1)


def _of_pages(seen: Seen, before: int, done: int, total: int) -> None:
    """Tell `seen` of the files of pages alone: a format, which goes `before`, takes as long as a hundred of them."""
    if done > before:
        seen(done - before, total - before)


def _prepare(catalog: Catalog) -> None:
    everything_once(catalog)
    know_many_cells(catalog)


def published_by(pieces: Mapping[str, Piece]) -> Iterator[Published]:
    """Yield every file that these pieces of work have published."""
    for name, piece in pieces.items():
        if name.startswith((_FORMAT, _LISTS, _PAGE, _METADATA)):
            yield from piece.outcome


def makers(catalog: Catalog, begun: Edition) -> Iterator[tuple[str, Make]]:
    """Yield what makes the files of every format and of every page, each with a name of its own."""
    for make in FORMATS:
        if isinstance(make, EachTable):
            for resource in catalog.resources():
                yield f"{_FORMAT}{module_of(make)} {resource.name}", partial(make.files_of_table, catalog, resource)
        else:
            yield f"{_FORMAT}{module_of(make)}", partial(make, catalog, begun.epoch)
    yield _LISTS, partial(page_workbook.files_of_lists, catalog, begun)
    for kind, key in slices.pages_with_files(catalog):
        yield _page_maker(catalog, begun, kind, key)


def module_of(make: Callable[..., Files] | EachTable) -> str:
    """Return the name of the module that makes a format."""
    return (make.files_of_table if isinstance(make, EachTable) else make).__module__


def _page_maker(catalog: Catalog, begun: Edition, kind: slices.SliceKind, key: str) -> tuple[str, Make]:
    return f"{_PAGE}{kind.folder}/{key}", partial(of_pages.files, catalog, kind, key, begun)


def page_task(put: Put, catalog: Catalog, begun: Edition, kind: slices.SliceKind, key: str) -> Task:
    """Return the piece of work that makes the files of one page and has them `put` there."""
    name, make = _page_maker(catalog, begun, kind, key)
    return _task(put, name, begun.as_text, make)


def _task(put: Put, name: str, given: str, make: Make, *, much: bool = False) -> Task:
    return name, given, partial(_written, put, make, much=much)


def _written(put: Put, make: Make, *, much: bool = False) -> tuple[list[str], list[Published]]:
    """Have files put there; return their paths and what they are. What was needed for `much` is given back."""
    published = [Published(path, len(data), put(path, data)) for path, data in make()]
    if much and sum(file.size for file in published) > _LARGE:
        give_back()
    return [file.path for file in published], published
