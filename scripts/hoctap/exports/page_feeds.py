"""A feed for each unit, each place, each indicator that several units report: what the newest sources say of it."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from html import escape
from uuid import uuid5

from hoctap.exports.atom import NAMESPACE, feed
from hoctap.exports.edition import Edition
from hoctap.exports.page_workbook import title_of
from hoctap.exports.slices import Slice, figures_of_page
from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.vietnamese.writing import number
from hoctap.views.link import AREA, INDICATOR, UNIT, page_address, source_link
from hoctap.views.place import place_of_unit
from hoctap.views.statements.figure import figure_statement

FEWEST_UNITS, MOST_SOURCES, MOST_SENTENCES = 3, 10, 3


def files(catalog: Catalog, part: Slice, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield `<folder>/<key>.atom` of a unit, area or indicator that has figures of dated sources."""
    folder, key = part.kind.folder, part.key
    rows = figures_of_page(catalog, folder, key)
    if _is_followed(catalog, folder, key, rows):
        yield from _of_page(catalog, edition, (folder, key, title_of(catalog, part)), rows)


def _is_followed(catalog: Catalog, folder: str, key: str, rows: Sequence[FigureRow]) -> bool:
    """Return whether a page has a feed: a unit has none whose page is that of its place."""
    if folder == INDICATOR:
        return len({row.observation.unit_id for row in rows}) >= FEWEST_UNITS
    return folder == AREA or (folder == UNIT and not place_of_unit(catalog, key))


def _of_page(
    catalog: Catalog, edition: Edition, page: tuple[str, str, str], rows: Sequence[FigureRow]
) -> Iterator[tuple[str, bytes]]:
    folder, key, title = page
    by_source: dict[tuple[date, str], list[FigureRow]] = {}
    for row in rows:
        published = row.source.published_on if row.source else None
        # A source of an unknown day has no place in a feed; its figures stand on the page.
        if published and published.start == published.end and row.observation.value is not None:
            by_source.setdefault((published.start, row.observation.source_id), []).append(row)
    newest = sorted(by_source, reverse=True)[:MOST_SOURCES]
    if newest:
        entries = [_entry(catalog, edition, page, at, by_source[at]) for at in newest]
        yield feed(f"{folder}/{key}.atom", f"Sổ Học Tập: {title}", page_address(folder, key), entries, edition)


def _entry(
    catalog: Catalog, edition: Edition, page: tuple[str, str, str], at: tuple[date, str], rows: Sequence[FigureRow]
) -> str:
    folder, key, _ = page
    published, source_id = at
    chosen = sorted(rows, key=lambda row: (bool(row.observation.breakdown), row.row_id))[:MOST_SENTENCES]
    more = [f"Và {number(len(rows) - len(chosen))} số liệu khác."] if len(rows) > len(chosen) else []
    text = "\n".join([*(figure_statement(catalog, row).text for row in chosen), *more])
    moment = datetime.combine(published, time(), UTC)
    return (
        f"<entry><id>{uuid5(NAMESPACE, f'{folder}|{key}|{source_id}').urn}</id>"
        f"<title>{escape(source_link(catalog, source_id).text)}</title><updated>{moment:%Y-%m-%dT%H:%M:%SZ}</updated>"
        f'<link rel="alternate" type="text/html" href="{escape(edition.base)}{page_address(folder, key)}"/>'
        f'<content type="text">{escape(text)}</content></entry>\n'
    )
