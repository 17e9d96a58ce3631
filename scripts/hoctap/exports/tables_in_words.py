"""Any table as people read it: names for keys, meanings for codes, periods in words; what programs need comes last.

Found from the descriptor alone, so a new table or column needs nothing here.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from hoctap.exports.cells import labels
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field, Resource
from hoctap.model.period import parse_period
from hoctap.vietnamese.writing import capitalize_first, moment
from hoctap.views.link import document_link

# What the title of a column for programs ends with.
MACHINE = " (mã)"
_MACHINE_WORD = "Mã "
Say = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Column:
    """A column to write: the cell it takes, what is written of it."""

    field: Field
    at: int
    say: Say


def in_words(
    catalog: Catalog, resource: Resource, rows: Iterable[Sequence[str]]
) -> tuple[tuple[Field, ...], list[list[str]]]:
    """Return the columns of a table in words, codes last, and its rows as cells of those columns."""
    worded: list[_Column] = []
    last: list[_Column] = []
    for at, field in enumerate(resource.fields):
        say = _words_of(catalog, resource, field)
        if say:
            worded.append(_Column(replace(field, title=_plain(field.title), type="string"), at, say))
        if say or _names_its_row(resource, field):
            last.append(_Column(replace(field, title=machine_title(field.title)), at, str))
        else:
            worded.append(_Column(field, at, str))
    columns = [*worded, *last]
    cells = [[column.say(row[column.at]) for column in columns] for row in rows]
    return tuple(column.field for column in columns), cells


def machine_title(title: str) -> str:
    """Return the title of the column that holds what programs need of a column."""
    return title if title.startswith(_MACHINE_WORD) else f"{title}{MACHINE}"


def _plain(title: str) -> str:
    bare = title.removeprefix(_MACHINE_WORD)
    return capitalize_first(bare)


def _names_its_row(resource: Resource, field: Field) -> bool:
    return resource.primary_key == (field.name,)


def _words_of(catalog: Catalog, resource: Resource, field: Field) -> Say | None:
    """Return how a cell is said; None where the cell says it itself."""
    if field.code_list:
        return lambda cell: catalog.code_title(field.code_list, cell) if cell else ""
    if field.is_period:
        return lambda cell: moment(parse_period(cell)) if cell else ""
    for key in resource.foreign_keys:
        if key.fields == (field.name,) and not _names_its_row(resource, field):
            return _named(_names(catalog, key.resource))
    return None


def _names(catalog: Catalog, table: str) -> Mapping[str, str]:
    if table == "documents":
        return {key: document_link(catalog, key).text for key in catalog.documents}
    return dict(labels(catalog, catalog.tables[table].resource))


def _named(names: Mapping[str, str]) -> Say:
    return lambda cell: names.get(cell, cell)
