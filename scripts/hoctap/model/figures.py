"""The one table of figures: a pandas frame with a row an observation and everything joined, and its cells for files.

`figure_columns` says what each column is. pandas is imported when the frame is made, since the checks run where there
is none.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from hoctap.model.dataset import Dataset
from hoctap.model.descriptor import Field, Resource
from hoctap.model.figure_column import Value
from hoctap.model.figure_columns import COLUMNS
from hoctap.model.figure_row import FigureRow

if TYPE_CHECKING:
    import pandas as pd

NAME, TITLE, TITLE_EN = "so-lieu-day-du", "Số liệu đầy đủ", "Figures in full"
DESCRIPTION = (
    "Mỗi dòng là một con số, kèm sẵn tên đơn vị, địa phương, chỉ tiêu, nguồn, nghĩa của các mã, ranh giới, độ dài "
    "thời kỳ, khoảng của số nói chừng và số được ưu tiên khi các nguồn khác nhau. Làm từ bảng Số liệu, không có gì mới."
)
DESCRIPTION_EN = (
    "Each row is one figure with the names of its unit, area, indicator and source, the meaning of codes, borders, "
    "the length of its period, the range of a hedged value, and which of several sources is followed."
)
# Types of the frame: texts that repeat are categories, so that a million rows fit in memory.
_DTYPES = {"number": "float64", "integer": "Int64", "boolean": "boolean", "string": "category"}
_PLAIN = ("row_id", "period", "locator", "note", "breakdown")


def figures_table() -> Resource:
    """Return the description of the table as descriptors have it, for every published format."""
    fields = tuple(column.field for column in COLUMNS)
    return Resource("hoctap", NAME, TITLE, TITLE_EN, DESCRIPTION, DESCRIPTION_EN, (), (), 0, fields, ("row_id",), ())


def values_of(dataset: Dataset, rows: Sequence[FigureRow]) -> dict[str, list[Value]]:
    """Return the columns of the table by name, a value a row: Decimal, int, bool, date, text or None."""
    return {column.field.name: [column.get(dataset, row) for row in rows] for column in COLUMNS}


def cells_of(dataset: Dataset, rows: Sequence[FigureRow]) -> list[list[str]]:
    """Return the rows of the table as cells of a published CSV."""
    return [[_cell(column.get(dataset, row)) for column in COLUMNS] for row in rows]


def _cell(value: Value) -> str:
    if isinstance(value, str):  # most are
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)


def figures_frame(dataset: Dataset, rows: Sequence[FigureRow]) -> "pd.DataFrame":
    """Return the frame, a row for each of `rows` in their order, its index counting from 0."""
    import pandas as pd  # noqa: PLC0415 - the page's Python checks without it

    columns = values_of(dataset, rows)
    return pd.DataFrame({column.field.name: _series(column.field, columns[column.field.name]) for column in COLUMNS})


def _series(field: Field, values: list[Value]) -> "pd.Series":
    import pandas as pd  # noqa: PLC0415 - as above

    if field.type == "date":
        return pd.Series(pd.to_datetime(pd.Series(values, dtype=object)), dtype="datetime64[s]")
    if field.type == "number":
        return pd.Series([None if value is None else float(str(value)) for value in values], dtype="float64")
    plain = field.type == "string" and field.name in _PLAIN
    return pd.Series(values, dtype="str" if plain else _DTYPES[field.type])
