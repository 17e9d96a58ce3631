"""What is asked for a new row: which cells in which order, what is offered, and which of it an answer means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from hoctap.contribute.form import DEFAULTS, DERIVED, Choice, choices, register
from hoctap.contribute.naming.called import called, called_unit
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
        if not self.register or not typed.strip():
            return Found()
        return (called_unit if self.column.name == "unit_id" else called)(self.register, typed)

    def answer(self, typed: str) -> str:
        """Return what is written for what was said: the code of a name, a date in the data's form.

        A value and a period are kept as they were said: what they mean depends on the indicator.
        """
        text = " ".join(typed.split())
        if self.register:
            return self.found(text).code or text
        if self.column.name in ("value", "period") or self.column.descriptor.get("format") == "uri":
            return typed.strip()  # an address on two lines has no space in it
        if self.column.is_numeric:
            return read_value(typed, ANY).value or text
        return (read_period(text).period or text) if self.column.type == "date" or self.column.is_period else text

    def proposals(self, typed: str, most: int = 8) -> tuple[Choice, ...]:
        """Return the choices that hold all that was said, marks and case aside; failing that, the nearest, best first.

        Of units these are of the place that was named; there may be none.
        """
        holding = _holding(typed, self.offered)
        if holding or self.column.name != "unit_id":
            return proposals(typed, self.offered, most)
        label_of = {choice.code: choice for choice in self.offered}
        return tuple(label_of[thing.code] for thing in self.found(typed).near)[:most]

    def label(self, code: str) -> str:
        """Return what is offered under a code, as people read it."""
        return next((choice.label for choice in self.offered if choice.code == code), code)

    @property
    def kind(self) -> str:
        """Return the kind of new row that would add what is offered here: `unit` for units; empty if none does."""
        kind = self.column.name.removesuffix("_id")
        return kind if kind in TABLES and self.offered else ""


def proposals(typed: str, offered: Sequence[Choice], most: int = 8) -> tuple[Choice, ...]:
    """Return the choices that hold every word of `said`; failing that, those that look most like it."""
    if holding := _holding(typed, offered):
        return holding[:most]
    wanted = fold(typed)
    ranked = sorted(offered, key=lambda choice: -SequenceMatcher(None, wanted, fold(choice.label)).ratio())
    return tuple(ranked[:most])


def _holding(typed: str, offered: Sequence[Choice]) -> tuple[Choice, ...]:
    words = fold(typed).split()
    holding = [choice for choice in offered if all(word in fold(f"{choice.label} {choice.code}") for word in words)]
    return tuple(sorted(holding, key=lambda choice: len(choice.label)))


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
