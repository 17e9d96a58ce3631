"""A new source of a sent form: whether the data have it at its address, and the code it has to have."""

from collections.abc import Iterator, Mapping

from hoctap.contribute.scaffold import identifier, known_already
from hoctap.model.catalog import Catalog
from hoctap.vietnamese.writing import fold, slug


def source_code(catalog: Catalog, cells: Mapping[str, str]) -> str:
    """Return the code that a source has to have: of what was typed for it, else of who published it and when."""
    return slug(cells.get("source_id", "")) or identifier(catalog, "source", cells)


def wrong_with_source(catalog: Catalog, cells: Mapping[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """Yield column, what must hold, cure and rule where a source is known already or has no right code."""
    known = catalog.sources.get(cells.get("source_id", ""))
    if known and fold(known.title) != fold(cells.get("title", "")):
        other = identifier(catalog, "source", {**cells, "source_id": ""})
        must = f"mã này đã là của nguồn «{known.title}»"
        yield (
            "source_id",
            must,
            f"nguồn khác thì đặt mã khác, như {other}; cùng một nguồn thì xóa dòng này",
            "key-is-unique",
        )
        return
    for each in known_already(catalog, "source", cells):
        yield each.field, each.message, f"{each.hint}, rồi xóa dòng này", each.rule
    code = source_code(catalog, cells)
    if code and code != cells.get("source_id", ""):
        must = "mã nguồn phải là chữ thường không dấu, nối bằng gạch ngang"
        yield "source_id", must, f"ghi {code}", "value-within-constraints"
