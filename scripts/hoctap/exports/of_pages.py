"""The files of one page, in every format: for people, for programs, for readers of news.

A format yields paths and bytes of a page; to add one, name it in FORMATS and say in `kinds` what its files are.
"""

from collections.abc import Callable, Iterator

from hoctap.exports import excel_csv, markdown, page_feeds, page_workbook, slices
from hoctap.exports.edition import Edition
from hoctap.exports.slices import Slice, SliceKind, slice_of
from hoctap.model.catalog import Catalog

Files = Iterator[tuple[str, bytes]]
FORMATS: tuple[Callable[[Catalog, Slice, Edition], Files], ...] = (
    slices.files,
    excel_csv.files_of_page,
    page_workbook.files,
    markdown.files,
    page_feeds.files,
)


def files(catalog: Catalog, kind: SliceKind, key: str, edition: Edition) -> Files:
    """Yield the files of the page about `key`, below the folder of data."""
    part = slice_of(catalog, kind, key)
    for make in FORMATS:
        yield from make(catalog, part, edition)
