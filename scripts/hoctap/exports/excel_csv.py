"""CSV that opens right by double-click on a Vietnamese Windows: BOM, `;`, decimal comma, Vietnamese headers."""

from collections.abc import Iterable, Iterator, Sequence

from hoctap.exports.cells import ordered_rows
from hoctap.exports.slices import slices_of
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Resource

BOM = "\ufeff"


def files(catalog: Catalog, _epoch: int) -> Iterator[tuple[str, bytes]]:
    """Yield `excel/<table>.csv` for every table and `excel/<folder>/<key>.csv` for every page with rows of its own."""
    for resource in catalog.resources():
        yield f"excel/{resource.name}.csv", excel_csv(resource, ordered_rows(catalog, resource))
    for part in slices_of(catalog):
        yield f"excel/{part.kind.folder}/{part.key}.csv", excel_csv(part.resource, part.rows)


def excel_csv(resource: Resource, rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows under Vietnamese headers; numbers with a decimal comma, texts quoted so that zeros can be kept."""
    lines = [";".join(_quoted(column.title) for column in resource.fields)]
    written = [_decimal_comma if column.is_numeric else _quoted for column in resource.fields]
    lines += [";".join(write(cell) for write, cell in zip(written, row, strict=True)) for row in rows]
    return (BOM + "\r\n".join(lines) + "\r\n").encode()


def _decimal_comma(cell: str) -> str:
    return cell.replace(".", ",")


def _quoted(cell: str) -> str:
    # Programs that ask (LibreOffice: "format quoted field as text") then leave 01 and 2024-06 alone.
    return '"' + cell.replace('"', '""') + '"' if cell else ""
