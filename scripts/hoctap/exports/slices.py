"""What one page is about as one file: the rows of a unit, an indicator, an area or a campaign.

The CSV holds the page's main rows, figures with every name joined, so that one file is enough. The JSON holds
everything that points at the page's subject, found through the foreign keys of the descriptors, so a new table with
such a key appears by itself.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from hoctap.exports.cells import ordered_rows, plain_value
from hoctap.exports.figures_in_words import cells_in_words, figures_in_words, in_order
from hoctap.exports.json_text import lined
from hoctap.exports.rows_of_area import rows_of_area
from hoctap.exports.tables_in_words import in_words
from hoctap.model.canonical import write_rows
from hoctap.model.catalog import Catalog
from hoctap.model.codes import AREA_UNIT
from hoctap.model.descriptor import Field, Resource
from hoctap.model.figure_row import FigureRow
from hoctap.model.figures import cells_of, figures_table
from hoctap.model.once import once
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


# More units than this, and their files would be more than hosts of static sites hold.
MOST_UNITS = 5_000
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


def has_many_units(catalog: Catalog) -> bool:
    """Return whether there are too many units for files of each."""
    return len(catalog.units) > MOST_UNITS


def is_bundled(catalog: Catalog, kind: SliceKind) -> bool:
    """Return whether the figures of a kind of pages are published by province instead of by page."""
    return kind.owners == "units" and has_many_units(catalog)


def kinds_with_files(catalog: Catalog) -> list[SliceKind]:
    """Return the kinds of pages that have files of their own."""
    return [kind for kind in SLICE_KINDS if not is_bundled(catalog, kind)]


def files(catalog: Catalog, _epoch: int) -> Iterator[tuple[str, bytes]]:
    """Yield `<folder>/<key>.csv` and `.json` of every page; each table is read once for each kind."""
    statements = {row.row_id: _statement_cells(catalog, row) for row in catalog.figure_rows}
    for kind in kinds_with_files(catalog):
        related = dict(related_rows(catalog, kind))
        for part in slices_of(catalog, kind):
            yield (
                f"{kind.folder}/{part.key}.csv",
                write_rows([field.name for field in part.fields], part.cells).encode(),
            )
            if kind.rows == FIGURES and part.cells:
                related[part.key][FIGURES] = [
                    typed(FIELDS_OF_JSON, [*_chosen(cells), *statements[row.row_id]])
                    for cells, row in zip(part.cells, part.figures, strict=True)
                ]
            yield f"{kind.folder}/{part.key}.json", lined(related[part.key])


def slices_of(catalog: Catalog, kind: SliceKind) -> Iterator[Slice]:
    """Yield the main rows of every page of a kind, those without any too."""
    yield from _of_figures(catalog, kind) if kind.rows == FIGURES else _of_table(catalog, kind)


def figures_of_page(catalog: Catalog, folder: str, key: str) -> Sequence[FigureRow]:
    """Return the figures that the files of a page hold; none for kinds of pages that are not about figures."""
    owners = [kind.owners for kind in SLICE_KINDS if kind.folder == folder and kind.rows == FIGURES]
    return _FIGURES_OF[owners[0]](catalog, key) if owners else ()


def _of_figures(catalog: Catalog, kind: SliceKind) -> Iterator[Slice]:
    plain, words = cells_of_figures(catalog)
    for key in _keys(catalog, kind):
        rows = sorted(in_order(_FIGURES_OF[kind.owners](catalog, key)), key=partial(_is_further, kind, key))
        own = [plain[row.row_id] for row in rows], figures_in_words().fields, [words[row.row_id] for row in rows]
        yield Slice(kind, key, figures_table().fields, *own, rows)


@once
def cells_of_figures(catalog: Catalog) -> tuple[Mapping[str, Sequence[str]], Mapping[str, Sequence[str]]]:
    """Return every figure as a row for programs and as one in words, by its key."""
    rows = catalog.figure_rows
    ids = [row.row_id for row in rows]
    plain, words = cells_of(catalog, rows), cells_in_words(catalog, rows)
    return dict(zip(ids, plain, strict=True)), dict(zip(ids, words, strict=True))


def _of_table(catalog: Catalog, kind: SliceKind) -> Iterator[Slice]:
    resource = catalog.tables[kind.rows].resource
    own = catalog.tables[kind.owners].resource.primary_key[0]
    groups = _grouped(catalog, resource, resource.header.index(own))
    for key in _keys(catalog, kind):
        rows = groups.get(key, ())
        yield Slice(kind, key, resource.fields, rows, *in_words(catalog, resource, rows))


def related_rows(catalog: Catalog, kind: SliceKind) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each key with its own row and, by table, the typed rows that point at it."""
    owner = catalog.tables[kind.owners].resource
    pointing = [(name, resource, _grouped(catalog, resource, at)) for name, resource, at in pointing_at(catalog, owner)]
    for cells in ordered_rows(catalog, owner):
        key = cells[owner.header.index(owner.primary_key[0])]
        related = {
            name: [record(resource, row) for row in groups[key]] for name, resource, groups in pointing if key in groups
        }
        yield key, {"id": key, kind.owners: [record(owner, cells)], **related}


def record(resource: Resource, cells: Sequence[str]) -> dict[str, Any]:
    """Return a row as column to typed value."""
    return typed(resource.fields, cells)


def typed(fields: Sequence[Field], cells: Sequence[str]) -> dict[str, Any]:
    """Return cells as column to typed value."""
    return {column.name: plain_value(column, cell) for column, cell in zip(fields, cells, strict=True)}


def pointing_at(catalog: Catalog, owner: Resource) -> Iterator[tuple[str, Resource, int]]:
    """Yield what a page's JSON calls the rows that point at its subject, their table, and by which column."""
    for resource in catalog.resources():
        for key in resource.foreign_keys:
            if key.resource == owner.name and len(key.fields) == 1:
                column = key.fields[0]
                plain = column == owner.primary_key[0] and resource.name != owner.name
                name = resource.name if plain else f"{resource.name}.{column}"
                yield name, resource, resource.header.index(column)


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


def _grouped(catalog: Catalog, resource: Resource, at: int) -> Mapping[str, Rows]:
    groups: defaultdict[str, list[Sequence[str]]] = defaultdict(list)
    for cells in ordered_rows(catalog, resource):
        groups[cells[at]].append(cells)
    groups.default_factory = None
    return groups
