"""What one page is about as one file: the rows of a unit, an indicator, an area or a campaign.

The CSV holds the page's main rows, figures with every name joined, so that one file is enough. The JSON holds
everything that points at the page's subject, found through the foreign keys of the descriptors, so a new table with
such a key appears by itself.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from sys import intern
from typing import Any

from hoctap.exports.cells import plain_value
from hoctap.exports.edition import Edition
from hoctap.exports.figures_in_words import cells_in_words, figures_in_words, in_order
from hoctap.exports.json_text import lined
from hoctap.exports.many_cells import Both, many_cells
from hoctap.exports.rows_of_area import rows_of_area
from hoctap.exports.tables_in_words import in_words
from hoctap.model.canonical import csv_file, key_in
from hoctap.model.catalog import Catalog
from hoctap.model.codes import AREA_UNIT
from hoctap.model.descriptor import Field, Resource
from hoctap.model.figure_row import FigureRow
from hoctap.model.figures import cells_of, figures_table
from hoctap.model.large_site import has_many_units
from hoctap.model.once import once_for_row
from hoctap.views.page_kinds import KINDS
from hoctap.views.statements.figure import figure_statement

Rows = Sequence[Sequence[str]]
FIGURES = "observations"


@dataclass(frozen=True, slots=True)
class SliceKind:
    """Pages under `folder` are about rows of `owners`; `rows` is the table of their CSV."""

    folder: str
    owners: str
    rows: str


@dataclass(frozen=True, slots=True)
class Slice:
    """The main rows of one page: for programs as `fields` and `cells`, for people in words."""

    kind: SliceKind
    key: str
    fields: Sequence[Field]
    cells: Rows
    fields_in_words: Sequence[Field]
    cells_in_words: Rows
    figures: Sequence[FigureRow] = ()


SLICE_KINDS = tuple(SliceKind(kind.folder, kind.table, kind.rows) for kind in KINDS if kind.rows)
# What a figure in JSON says: the columns of its table, and names, meanings and source; one file is enough.
_IN_JSON = (
    *("row_id", "unit_id", "unit_name", "indicator_id", "indicator_name", "unit_measure", "unit_measure_label"),
    *("value", "qualifier", "qualifier_label", "range_low", "range_high", "period", "period_start", "period_end"),
    *(
        "period_kind",
        "period_status",
        "period_status_label",
        "breakdown",
        "border",
        "note",
        "source_id",
        "source_title",
    ),
    *("source_published", "source_url", "locator", "is_preferred"),
)
_AT = [figures_table().header.index(name) for name in _IN_JSON]
_IN_WORDS = (
    Field(
        "statement", "string", "Câu", "Statement", "Con số thành câu, kèm mọi điều cần lưu ý", "The figure as said", ""
    ),
    Field("caveats", "string", "Lưu ý", "Caveats", "Từng điều cần lưu ý, cách nhau bằng «; »", "All its caveats", ""),
)
FIELDS_OF_JSON = (*(figures_table().fields[at] for at in _AT), *_IN_WORDS)
_FIGURES_OF: Mapping[str, Callable[[Catalog, str], Sequence[FigureRow]]] = {
    "units": lambda catalog, key: catalog.rows_by_unit.get(key, ()),
    "indicators": lambda catalog, key: catalog.rows_by_indicator.get(key, ()),
    "areas": rows_of_area,
}


def is_bundled(catalog: Catalog, kind: SliceKind) -> bool:
    """Return whether the figures of a kind of pages are published by province, each once, instead of by page."""
    return kind.rows == FIGURES and has_many_units(catalog)


def kinds_with_json(catalog: Catalog) -> list[SliceKind]:
    """Return the kinds of pages that have each a JSON file of all that points at them."""
    return [kind for kind in SLICE_KINDS if not is_bundled(catalog, kind)]


def pages_with_files(catalog: Catalog) -> list[tuple[SliceKind, str]]:
    """Return every page that has files of its own: its kind and the identifier of what it is about."""
    kinds = [kind for kind in SLICE_KINDS if kind.owners != "units" or not is_bundled(catalog, kind)]
    return [(kind, key) for kind in kinds for key in _keys(catalog, kind)]


def files(catalog: Catalog, part: Slice, _edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield `<folder>/<key>.csv` and `.json` of a page."""
    path, related = f"{part.kind.folder}/{part.key}", related_rows(catalog, part.kind, part.key)
    yield f"{path}.csv", csv_file([field.name for field in part.fields], part.cells)
    if part.kind.rows == FIGURES and part.cells:
        related[FIGURES] = [
            typed(FIELDS_OF_JSON, [*_chosen(cells), *_statement_cells(catalog, row)])
            for cells, row in zip(part.cells, part.figures, strict=True)
        ]
    yield f"{path}.json", lined(related)


def slice_of(catalog: Catalog, kind: SliceKind, key: str) -> Slice:
    """Return the main rows of a page; it may have none."""
    if kind.rows == FIGURES:
        rows = sorted(in_order(_FIGURES_OF[kind.owners](catalog, key)), key=partial(_is_further, kind, key))
        both = [cells_of_figure(catalog, row) for row in rows]
        plain, words = [cells for cells, _ in both], [cells for _, cells in both]
        return Slice(kind, key, figures_table().fields, plain, figures_in_words().fields, words, rows)
    resource = catalog.resource(kind.rows)
    (column,) = catalog.resource(kind.owners).primary_key
    cells = rows_with(catalog, resource, column, key)
    return Slice(kind, key, resource.fields, cells, *in_words(catalog, resource, cells))


def figures_of_page(catalog: Catalog, folder: str, key: str) -> Sequence[FigureRow]:
    """Return the figures that the files of a page hold; none for kinds of pages that are not about figures."""
    owners = [kind.owners for kind in SLICE_KINDS if kind.folder == folder and kind.rows == FIGURES]
    return _FIGURES_OF[owners[0]](catalog, key) if owners else ()


def cells_of_figure(catalog: Catalog, row: FigureRow) -> Both:
    """Return a figure as a row for programs and as one in words."""
    many = many_cells(catalog)
    if many is None:
        return found_cells(catalog, row)
    cells, reads = many.of(row)
    catalog.depends_on(reads)
    return cells


@once_for_row
def found_cells(catalog: Catalog, row: FigureRow) -> Both:
    """Return the cells of a figure, which the catalog keeps."""
    return find_cells(catalog, row)


def find_cells(catalog: Catalog, row: FigureRow) -> Both:
    """Return the cells of a figure, found anew."""
    # The same text in many cells is one text.
    return tuple(map(intern, cells_of(catalog, [row])[0])), tuple(map(intern, cells_in_words(catalog, [row])[0]))


def related_rows(catalog: Catalog, kind: SliceKind, key: str) -> dict[str, Any]:
    """Return the row of a page's subject and, by table, the typed rows that point at it."""
    owner = catalog.resource(kind.owners)
    (column,) = owner.primary_key
    related = {"id": key, kind.owners: [record(owner, row) for row in rows_with(catalog, owner, column, key)]}
    for name, resource, pointing in pointing_at(catalog, owner):
        rows = rows_with(catalog, resource, pointing, key)
        if rows:
            related[name] = [record(resource, row) for row in rows]
    return related


def rows_with(catalog: Catalog, resource: Resource, column: str, key: str) -> list[tuple[str, ...]]:
    """Return the cells of the rows of a table that have `key` in a column, in the order of publication."""
    rows = catalog.cells_by(resource.name, column).get(key, ())
    return sorted(rows, key=key_in(resource))


def record(resource: Resource, cells: Sequence[str]) -> dict[str, Any]:
    """Return a row as column to typed value."""
    return typed(resource.fields, cells)


def typed(fields: Sequence[Field], cells: Sequence[str]) -> dict[str, Any]:
    """Return cells as column to typed value."""
    return {
        column.name: (cell or None) if column.type == "string" else plain_value(column, cell)  # most are texts
        for column, cell in zip(fields, cells, strict=True)
    }


def pointing_at(catalog: Catalog, owner: Resource) -> Iterator[tuple[str, Resource, str]]:
    """Yield what a page's JSON calls the rows that point at its subject, their table, and by which column."""
    for resource in catalog.resources():
        for key in resource.foreign_keys:
            if key.resource == owner.name and len(key.fields) == 1:
                column = key.fields[0]
                plain = column == owner.primary_key[0] and resource.name != owner.name
                name = resource.name if plain else f"{resource.name}.{column}"
                yield name, resource, column


def _is_further(kind: SliceKind, key: str, row: FigureRow) -> tuple[bool, bool]:
    """Return what the rows of an area are sorted by: its own before others, the place before bodies in it."""
    if kind.owners != "areas":
        return False, False
    is_place = row.unit is not None and row.unit.unit_kind == AREA_UNIT
    return row.area is None or row.area.area_id != key, not is_place


def _statement_cells(catalog: Catalog, row: FigureRow) -> tuple[str, str]:
    statement = figure_statement(catalog, row)
    return statement.text, "; ".join(caveat.words for caveat in statement.caveats)


def _chosen(cells: Sequence[str]) -> list[str]:
    return [cells[at] for at in _AT]


def _keys(catalog: Catalog, kind: SliceKind) -> list[str]:
    table = catalog.tables[kind.owners]
    return sorted(key for _, (key,) in table.keys(table.resource.primary_key))
