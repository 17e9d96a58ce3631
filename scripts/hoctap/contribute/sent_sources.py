"""A new source of a sent form: whether the data have it at its address, and the code it has to have."""

from collections.abc import Iterator, Mapping

from hoctap.contribute.scaffold import identifier, known_already
from hoctap.model.catalog import Catalog
from hoctap.vietnamese.writing import slug


def source_code(catalog: Catalog, cells: Mapping[str, str]) -> str:
    """Return the code that a source has to have: of what was typed for it, else of who published it and when."""
    return slug(cells.get("source_id", "")) or identifier(catalog, "source", cells)


def wrong_with_source(catalog: Catalog, cells: Mapping[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """Yield column, what must hold, cure and rule where a source is known already or has no right code."""
    for each in known_already(catalog, "source", cells):
        yield each.field, each.message, f"{each.hint}, rồi xóa dòng này", each.rule
    code = source_code(catalog, cells)
    if code and code != cells.get("source_id", ""):
        must = "mã nguồn phải là chữ thường không dấu, nối bằng gạch ngang"
        yield "source_id", must, f"ghi {code}", "value-within-constraints"
