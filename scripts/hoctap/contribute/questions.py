"""What is asked for a new row: which cells in which order, what is offered, and which of it an answer means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from hoctap.contribute.form import DEFAULTS, DERIVED, Choice, choices, register
from hoctap.contribute.naming.called import called
from hoctap.load.measures import ANY
from hoctap.load.names import Found, Register
from hoctap.load.periods import read_period
from hoctap.load.values import read_value
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field
from hoctap.vietnamese.writing import fold

TABLES = {"unit": "units", "source": "sources", "observation": "observations", "indicator": "indicators"}
# The order of questions, where it differs from the order of columns: first what people know.
_FIRST = {
    "units": ("name_vi",),
    "sources": ("title", "publisher", "published_on", "url"),
    "indicators": ("name_vi", "name_en"),
    "observations": (),
}
Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """One cell to be asked for; `offered` is empty where any text goes, `note` is said before it is asked."""

    column: Field
    offered: tuple[Choice, ...]
    default: str
    required: bool
    register: Register | None = None
    note: str = ""

    def found(self, typed: str) -> Found:
        """Return the thing of a table or list that was meant, or those that could have been."""
        return called(self.register, typed) if self.register and typed.strip() else Found()

    def answer(self, typed: str) -> str:
        """Return what is written for what was said: the code of a name, a date in the data's form.

        A value and a period are kept as they were said: what they mean depends on the indicator.
        """
        text = " ".join(typed.split())
        if self.register:
            return self.found(text).code or text
        if self.column.name in ("value", "period"):
            return typed.strip()
        if self.column.is_numeric:
            return read_value(typed, ANY).value or text
        return (read_period(text).period or text) if self.column.type == "date" or self.column.is_period else text

    def proposals(self, typed: str, most: int = 8) -> tuple[Choice, ...]:
        """Return the choices nearest to what was said, marks and case aside, best first."""
        return proposals(typed, self.offered, most)


def proposals(typed: str, offered: Sequence[Choice], most: int = 8) -> tuple[Choice, ...]:
    """Return the choices that hold every word of `said`; failing that, those that look most like it."""
    words = fold(typed).split()
    holding = [choice for choice in offered if all(word in fold(f"{choice.label} {choice.code}") for word in words)]
    if holding:
        return tuple(sorted(holding, key=lambda choice: len(choice.label))[:most])
    wanted = fold(typed)
    ranked = sorted(offered, key=lambda choice: -SequenceMatcher(None, wanted, fold(choice.label)).ratio())
    return tuple(ranked[:most])


def questions(catalog: Catalog, kind: str) -> tuple[Question, ...]:
    """Return what to ask for a new unit, source, observation or indicator, in order."""
    table = catalog.tables[TABLES[kind]].resource
    own_key = table.primary_key[0] if len(table.primary_key) == 1 else ""
    first = [table.field_named(name) for name in _FIRST[table.name]]
    columns = [*first, *(column for column in table.fields if column not in first)]
    columns.sort(key=lambda column: column.name == own_key and column not in first)
    defaults = DEFAULTS[table.name]
    return tuple(
        Question(
            column,
            () if column.name == own_key else choices(catalog, column, table.name),
            defaults.get(column.name, ""),
            bool(column.constraints.get("required")) and column.name not in DERIVED.get(table.name, ()),
            None if column.name == own_key else register(catalog, column, table.name),
        )
        for column in columns
    )
