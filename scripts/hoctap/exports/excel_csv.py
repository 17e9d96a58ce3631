"""CSV that opens right by double-click on a Vietnamese Windows: BOM, `;`, decimal comma; words first, codes last."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from hoctap.exports.cells import ordered_rows
from hoctap.exports.edition import Edition
from hoctap.exports.figures_in_words import figures_in_words, in_order
from hoctap.exports.packed import is_packed
from hoctap.exports.slices import FIGURES, Slice, cells_of_figure
from hoctap.exports.tables_in_words import in_words
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field, Resource
from hoctap.model.each_once import EachOnce
from hoctap.model.utf8 import in_utf8

BOM = "\ufeff"


def files_of_table(catalog: Catalog, resource: Resource) -> Iterator[tuple[str, bytes]]:
    """Yield `excel/<table>.csv`; of a packed table none: its rows in words are those of a list, or of the provinces."""
    if is_packed(catalog, resource):
        return
    if resource.name == FIGURES:
        rows = (cells_of_figure(catalog, row)[1] for row in in_order(catalog.figure_rows))
        yield f"excel/{FIGURES}.csv", excel_csv(figures_in_words().fields, rows)
    else:
        yield f"excel/{resource.name}.csv", excel_csv(*in_words(catalog, resource, ordered_rows(catalog, resource)))


def files_of_page(_catalog: Catalog, part: Slice, _edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield `excel/<folder>/<key>.csv` of a page."""
    yield f"excel/{part.kind.folder}/{part.key}.csv", excel_csv(part.fields_in_words, part.cells_in_words)


def excel_csv(fields: Sequence[Field], rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows under Vietnamese headers; numbers with a decimal comma, texts quoted so that zeros can be kept."""
    written = [_NUMBERS if column.is_numeric else _QUOTED for column in fields]
    head = ";".join(map(_QUOTED.__getitem__, (column.title for column in fields)))
    lines = (";".join([known[cell] for known, cell in zip(written, row, strict=True)]) + "\r\n" for row in rows)
    return in_utf8(chain((f"{BOM}{head}\r\n",), lines))


def words_first(fields: Sequence[Field], rows: Iterable[Sequence[str]]) -> tuple[list[Field], Iterable[Sequence[str]]]:
    """Return a table with its codes behind its words, each group in the order it had."""
    titles = {field.title for field in fields}
    codes = [field.title.startswith("Mã ") or f"{field.title} (chữ)" in titles for field in fields]
    order = sorted(range(len(fields)), key=codes.__getitem__)
    return [fields[at] for at in order], ([row[at] for at in order] for row in rows)


def _decimal_comma(cell: str) -> str:
    return cell.replace(".", ",")


def _quoted(cell: str) -> str:
    # Programs that ask (LibreOffice: "format quoted field as text") then leave 01 and 2024-06 alone.
    return '"' + cell.replace('"', '""') + '"' if cell else ""


_QUOTED, _NUMBERS = EachOnce(_quoted), EachOnce(_decimal_comma)
