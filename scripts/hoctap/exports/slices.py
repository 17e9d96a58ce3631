"""What one page is about as one file: the rows of a unit, an indicator, an area or a campaign.

The CSV holds the page's main rows. The JSON holds everything that points at the page's subject, found through the
foreign keys of the descriptors, so a new table with such a key appears by itself.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hoctap.exports.cells import ordered_rows, plain_value
from hoctap.exports.json_text import lined
from hoctap.model.canonical import write_rows
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Resource
from hoctap.views.link import AREA, CAMPAIGN, INDICATOR, UNIT
from hoctap.views.statements.of import statements_of_area, statements_of_indicator, statements_of_unit
from hoctap.views.statements.statement import as_json

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class SliceKind:
    """Pages under `folder` are about rows of `owners`; `rows` is the table of their CSV."""

    folder: str
    owners: str
    rows: str


@dataclass(frozen=True, slots=True)
class Slice:
    """The main rows of one page."""

    kind: SliceKind
    key: str
    resource: Resource
    rows: Rows


_STATEMENTS = {UNIT: statements_of_unit, INDICATOR: statements_of_indicator, AREA: statements_of_area}
SLICE_KINDS = (
    SliceKind(UNIT, "units", "observations"),
    SliceKind(INDICATOR, "indicators", "observations"),
    SliceKind(AREA, "areas", "observations"),
    SliceKind(CAMPAIGN, "campaigns", "guidelines"),
)


def files(catalog: Catalog, _epoch: int) -> Iterator[tuple[str, bytes]]:
    """Yield `<folder>/<key>.csv` and `.json` of every page; each table is read once for each kind."""
    for part in slices_of(catalog):
        yield f"{part.kind.folder}/{part.key}.csv", write_rows(part.resource.header, part.rows).encode()
    for kind in SLICE_KINDS:
        for key, told in everything_about(catalog, kind):
            yield f"{kind.folder}/{key}.json", lined(told)


def slices_of(catalog: Catalog) -> Iterator[Slice]:
    """Yield the main rows of every page, those without any too."""
    for kind in SLICE_KINDS:
        resource = catalog.tables[kind.rows].resource
        groups = _by_owner(catalog, kind, ordered_rows(catalog, resource))
        for key in _keys(catalog, kind):
            yield Slice(kind, key, resource, groups.get(key, ()))


def everything_about(catalog: Catalog, kind: SliceKind) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each key with its own row and, by table, the typed rows that point at it."""
    owner = catalog.tables[kind.owners].resource
    pointing = [(name, resource, _grouped(catalog, resource, at)) for name, resource, at in _pointing(catalog, owner)]
    for cells in ordered_rows(catalog, owner):
        key = cells[owner.header.index(owner.primary_key[0])]
        about = {
            name: [record(resource, row) for row in groups[key]] for name, resource, groups in pointing if key in groups
        }
        told = statements_about(catalog, kind, key)
        yield key, {"id": key, kind.owners: [record(owner, cells)], **about, **({"statements": told} if told else {})}


def statements_about(catalog: Catalog, kind: SliceKind, key: str) -> list[dict[str, Any]]:
    """Return what the page of a unit, an indicator or an area says of figures, word for word."""
    made = _STATEMENTS.get(kind.folder)
    return [as_json(statement) for statement in made(catalog, key).said] if made else []


def record(resource: Resource, cells: Sequence[str]) -> dict[str, Any]:
    """Return a row as column to typed value."""
    return {column.name: plain_value(column, cell) for column, cell in zip(resource.fields, cells, strict=True)}


def _keys(catalog: Catalog, kind: SliceKind) -> list[str]:
    table = catalog.tables[kind.owners]
    return sorted(key for _, (key,) in table.keys(table.resource.primary_key))


def _by_owner(catalog: Catalog, kind: SliceKind, rows: Rows) -> Mapping[str, Rows]:
    resource = catalog.tables[kind.rows].resource
    own = catalog.tables[kind.owners].resource.primary_key[0]
    if own in resource.header:
        return _split(rows, resource.header.index(own))
    # No such column: rows belong to the owner through the unit they are about.
    through = {unit: area for _, (unit, area) in catalog.tables["units"].keys(("unit_id", own))}
    at = resource.header.index("unit_id")
    groups: defaultdict[str, list[Sequence[str]]] = defaultdict(list)
    for cells in rows:
        groups[through.get(cells[at], "")].append(cells)
    return groups


def _pointing(catalog: Catalog, owner: Resource) -> Iterator[tuple[str, Resource, int]]:
    for resource in catalog.resources():
        for key in resource.foreign_keys:
            if key.resource == owner.name and len(key.fields) == 1:
                column = key.fields[0]
                plain = column == owner.primary_key[0] and resource.name != owner.name
                name = resource.name if plain else f"{resource.name}.{column}"
                yield name, resource, resource.header.index(column)


def _grouped(catalog: Catalog, resource: Resource, at: int) -> Mapping[str, Rows]:
    return _split(ordered_rows(catalog, resource), at)


def _split(rows: Rows, at: int) -> Mapping[str, Rows]:
    groups: defaultdict[str, list[Sequence[str]]] = defaultdict(list)
    for cells in rows:
        groups[cells[at]].append(cells)
    groups.default_factory = None
    return groups
