"""The check of cells that hold a code of a list."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from hoctap.check.definition import check
from hoctap.check.rules.near import Near
from hoctap.check.rules.references import MANY, lost_row
from hoctap.load.hedge_words import HEDGES
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field
from hoctap.model.finding import Problem
from hoctap.model.record import Code
from hoctap.model.table import Row
from hoctap.vietnamese.writing import fold


@check(
    must="Giá trị của cột dùng mã phải có trong danh mục mã",
    cause="Gõ nghĩa tiếng Việt thay cho mã, hoặc gõ sai mã.",
    cure="xem danh mục mã trong từ điển dữ liệu",
    bad="qualifier: hơn",
    good="qualifier: over",
)
def code_is_in_its_list(catalog: Catalog) -> Iterator[Problem]:
    """Ensure coded columns hold codes of their list."""
    titles: dict[str, dict[str, str]] = {}
    nearest = Near()
    for code in catalog.all_of(Code):
        titles.setdefault(code.list, {})[code.code] = code.title_vi
    if not titles:  # the list of codes could not be read, and a finding of its own says so
        return
    for table in catalog.tables.values():
        for column in table.resource.fields:
            if column.code_list:
                known = titles.get(column.code_list, {})
                unknown = table.distinct(column.name) - known.keys() - {""}
                found = list(table.holding(column.name, unknown)) if unknown else []
                for cell, row, count in _each_once([(cell, row) for row, cell in found]):
                    hint = _code_hint(cell[:100], column.code_list, known, nearest)
                    yield _no_code(row, column, cell, sorted(known), count, hint)


def _each_once(cells: Sequence[tuple[str, Row]]) -> Iterator[tuple[str, Row, int]]:
    """Yield each cell with its row, or with the first of its rows and their number where they are many."""
    counts, counted = Counter(cell for cell, _ in cells), set[str]()
    for cell, row in cells:
        count = counts[cell] if counts[cell] >= MANY else 1
        if count == 1 or cell not in counted:
            yield cell, row, count
        counted.add(cell)


def _no_code(row: Row, column: Field, cell: str, known: Sequence[str], count: int, hint: str) -> Problem:
    cure = lost_row(f"danh mục {column.code_list} (codes.csv)", count, hint)
    return Problem(row.place, column.name, f"phải là một trong: {', '.join(known)}", cell, cure)


# The other words for a hedge («trên», «xấp xỉ») mean its code too.
_HEDGES = {fold(word): code for word, code in HEDGES.items()}


_FEW = 12  # codes that a message can name


def _code_hint(cell: str, code_list: str, known: Mapping[str, str], nearest: Near) -> str:
    codes = [code for code, title in known.items() if fold(title) == fold(cell)]
    if not codes and _HEDGES.get(fold(cell)) in known:
        codes = [_HEDGES[fold(cell)]]
    if codes:
        return "ghi mã: " + " hoặc ".join(codes)
    named = "; ".join(f"{code} ({title})" for code, title in known.items())
    cutoff = 0.7 if len(known) <= _FEW else 0.6  # a short list is told whole
    return nearest.asked(cell.lower(), known, cutoff, among=code_list) or (
        f"chọn một mã: {named}" if len(known) <= _FEW else ""
    )


CHECKS = (code_is_in_its_list,)
