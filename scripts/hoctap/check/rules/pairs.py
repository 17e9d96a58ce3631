"""Checks that a row which relates two things names two."""

from collections import defaultdict
from collections.abc import Iterator

from hoctap.check.definition import check
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Problem
from hoctap.model.table import Table


@check(
    must="Dòng nối hai văn bản, hai địa phương, hai chỉ tiêu thì hai mã khác nhau",
    cause="Chép mã mà quên sửa mã thứ hai.",
    cure="sửa một trong hai mã",
    bad="from_document_id: ct-14-2021, to_document_id: ct-14-2021",
    good="from_document_id: ct-14-2021, to_document_id: kl-49-2019",
)
def relation_is_of_two(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no row of another table points twice to one row: no document follows itself, no part is its own whole."""
    for table in catalog.tables.values():
        for columns in _pointers(table):
            for row, cells in table.keys(columns):
                for at, cell in enumerate(cells):
                    if cell and cell in cells[:at]:
                        message = f"phải khác {columns[cells.index(cell)]}"
                        yield Problem(row.place, columns[at], message, cell)


def _pointers(table: Table) -> Iterator[tuple[str, ...]]:
    """Yield the columns that point to one other table, where there are several.

    Within a table they are no pair: the unit above a district may well be the one that follows it.
    """
    columns = defaultdict[str, list[str]](list)
    for key in table.resource.foreign_keys:
        if key.resource != table.resource.name and len(key.fields) == 1:
            columns[key.resource].append(key.fields[0])
    yield from (tuple(names) for names in columns.values() if len(names) > 1)


CHECKS = (relation_is_of_two,)
