"""The files of one page, in every format: for people, for programs, for readers of news.

A format yields paths and bytes of a page; to add one, name it in FORMATS and say in `kinds` what its files are.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from hoctap.exports import excel_csv, markdown, packed, page_feeds, page_workbook, slices
from hoctap.exports.edition import Edition
from hoctap.exports.slices import Slice, SliceKind, is_bundled, slice_of
from hoctap.model.catalog import Catalog

Files = Iterator[tuple[str, bytes]]
Format = Callable[[Catalog, Slice, Edition], Files]
FORMATS: tuple[Format, ...] = (
    slices.files,
    excel_csv.files_of_page,
    page_workbook.files,
    markdown.files,
    page_feeds.files,
)
# Of pages whose figures stand in the files of provinces, by the table of what they are about.
BUNDLED: Mapping[str, tuple[Format, ...]] = {
    "areas": (page_feeds.files,),
    "indicators": (packed.files_of_page, page_workbook.files, page_feeds.files),
}


def files(catalog: Catalog, kind: SliceKind, key: str, edition: Edition) -> Files:
    """Yield the files of the page about `key`, below the folder of data."""
    formats = _formats(catalog, kind)
    # A feed needs no cells, which of all figures of a place would take long.
    part = Slice(kind, key, (), (), (), ()) if formats == (page_feeds.files,) else slice_of(catalog, kind, key)
    for make in formats:
        yield from make(catalog, part, edition)


def _formats(catalog: Catalog, kind: SliceKind) -> Sequence[Format]:
    return BUNDLED.get(kind.owners, ()) if is_bundled(catalog, kind) else FORMATS
