"""A column of the table of figures: what it is, as a descriptor says it, and how its value is got from a row."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hoctap.model.dataset import Dataset
from hoctap.model.descriptor import Field
from hoctap.model.figure_row import FigureRow

Value = str | bool | int | Decimal | date | None
Get = Callable[[Dataset, FigureRow], Value]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it is (`field`) and how it is got from a row."""

    field: Field
    get: Get


def text_column(name: str, titles: tuple[str, str], meanings: tuple[str, str], example: str, get: Get) -> Column:
    """Return a column of text; `titles` and `meanings` are in Vietnamese and English."""
    return Column(Field(name, "string", *titles, *meanings, example), get)


def typed_column(
    kind: str, name: str, titles: tuple[str, str], meanings: tuple[str, str], example: str, get: Get
) -> Column:
    """Return a column of another type of Table Schema than text."""
    return Column(Field(name, kind, *titles, *meanings, example), get)


def of_record(record: str, column: str) -> Get:
    """Return the getter of a column of a joined record; empty if the record is not there."""

    def cell(_: Dataset, row: FigureRow) -> str:
        joined = getattr(row, record)
        return "" if joined is None else str(getattr(joined, column))

    return cell


def coded_column(
    name: str, titles: tuple[str, str], meaning: tuple[str, str], codes: str, example: str, get: Get
) -> Column:
    """Return a column of codes of the list `codes`."""
    return Column(Field(name, "string", *titles, *meaning, example, codes), get)


def label_column(name: str, title: tuple[str, str], codes: str, example: str, get: Get) -> Column:
    """Return the column `<name>_label`: the Vietnamese title of the code that `get` returns; empty without one."""

    def label(dataset: Dataset, row: FigureRow) -> str:
        code = str(get(dataset, row))
        return dataset.code_title(codes, code) if code else ""

    meaning = (f"Nghĩa của mã ở cột {name}", f"What the code in {name} means, in Vietnamese")
    return Column(Field(f"{name}_label", "string", *title, *meaning, example), label)


def code_and_label(
    name: str, titles: tuple[str, str], meaning: tuple[str, str], codes: str, examples: tuple[str, str], get: Get
) -> tuple[Column, Column]:
    """Return a column of codes and that of their labels; `examples` are one of each."""
    label = (f"{titles[0]} (chữ)", f"{titles[1]} (label)")
    return coded_column(name, titles, meaning, codes, examples[0], get), label_column(
        name, label, codes, examples[1], get
    )
