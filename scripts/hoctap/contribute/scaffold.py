"""A correct new row from answers: what is asked in which order, what is proposed, what identifier results."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from hoctap.contribute.form import Choice, choices, code_of
from hoctap.contribute.placing import Entry
from hoctap.contribute.reading import number_said, with_hedge
from hoctap.load.periods import read_period
from hoctap.load.values import measure_of
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field
from hoctap.vietnamese.writing import fold, slug

TABLES = {"unit": "units", "source": "sources", "observation": "observations", "indicator": "indicators"}
# The order of questions, where it differs from the order of columns: first what people know.
_FIRST = {
    "units": ("name_vi",),
    "sources": ("title", "publisher", "published_on", "url"),
    "indicators": ("name_vi", "name_en"),
    "observations": (),
}
_DEFAULTS = {
    "units": {"status": "active"},
    "sources": {"language": "vi", "kind": "bao-chi", "terms": "press"},
    "indicators": {"value_type": "count", "decimals": "0", "direction": "none", "subject_rule": "any"},
    "observations": {"period_status": "stated", "qualifier": "exact"},
}
Answers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """One cell to be asked for; `offered` is empty where any text goes."""

    column: Field
    offered: tuple[Choice, ...]
    default: str
    required: bool

    def answer(self, said: str) -> str:
        """Return what is written for what was said: the code of a name, a number or date in the data's form."""
        text = " ".join(said.split())
        if self.offered:
            return code_of(text, self.offered)
        if self.column.is_numeric:
            return said if self.column.name == "value" else number_said(said)
        is_moment = self.column.type == "date" or self.column.is_period
        return (read_period(text).period or text) if is_moment else text

    def proposals(self, said: str, most: int = 8) -> tuple[Choice, ...]:
        """Return the choices nearest to what was said, marks and case aside, best first."""
        return proposals(said, self.offered, most)


def proposals(said: str, offered: Sequence[Choice], most: int = 8) -> tuple[Choice, ...]:
    """Return the choices that hold every word of `said`; failing that, those that look most like it."""
    words = fold(said).split()
    holding = [choice for choice in offered if all(word in fold(f"{choice.label} {choice.code}") for word in words)]
    if holding:
        return tuple(sorted(holding, key=lambda choice: len(choice.label))[:most])
    wanted = fold(said)
    ranked = sorted(offered, key=lambda choice: -SequenceMatcher(None, wanted, fold(choice.label)).ratio())
    return tuple(ranked[:most])


def questions(catalog: Catalog, kind: str) -> tuple[Question, ...]:
    """Return what to ask for a new unit, source, observation or indicator, in order."""
    table = catalog.tables[TABLES[kind]].resource
    own_key = table.primary_key[0] if len(table.primary_key) == 1 else ""
    first = [table.field_named(name) for name in _FIRST[table.name]]
    columns = [*first, *(column for column in table.fields if column not in first)]
    columns.sort(key=lambda column: column.name == own_key and column not in first)
    defaults = _DEFAULTS[table.name]
    return tuple(
        Question(
            column,
            () if column.name == own_key else choices(catalog, column, table.name),
            defaults.get(column.name, ""),
            bool(column.constraints.get("required")),
        )
        for column in columns
    )


def identifier(catalog: Catalog, kind: str, answers: Answers) -> str:
    """Return the identifier that the answers give, not taken yet; empty for observations."""
    if kind == "observation":
        return ""
    base = {
        "unit": slug(answers.get("name_vi", "")),
        "source": "-".join(filter(None, (slug(answers.get("publisher", "")), answers.get("published_on", "")))),
        "indicator": slug(answers.get("name_en", "")),
    }[kind]
    if kind == "source" and not answers.get("publisher"):
        base = "-".join(
            filter(None, (slug(" ".join(answers.get("title", "").split()[:6])), answers.get("published_on", "")))
        )
    taken: dict[str, Mapping[str, object]] = {
        "unit": catalog.units,
        "source": catalog.sources,
        "indicator": catalog.indicators,
    }
    return next(name for name in (base, *(f"{base}-{n}" for n in range(2, 1000))) if name not in taken[kind])


def entry_of(catalog: Catalog, kind: str, answers: Answers) -> Entry:
    """Return the row that the answers make, with defaults and the identifier filled in."""
    table = catalog.tables[TABLES[kind]].resource
    cells = {**_DEFAULTS[table.name], **{name: text for name, text in answers.items() if text}}
    if kind == "observation":
        measure = measure_of(catalog, cells.get("indicator_id", ""))
        cells = with_hedge(cells, cells.get("value", ""), measure)
        cells["value"] = number_said(cells.get("value", ""), measure)
    else:
        cells.setdefault(table.primary_key[0], identifier(catalog, kind, cells))
    return Entry(table.name, cells)


def asked(catalog: Catalog, kind: str, given: Answers, ask: Callable[[Question], str]) -> Entry:
    """Return the row made of what is given and of what `ask` gets to know about the rest."""
    answers: dict[str, str] = {}
    for question in questions(catalog, kind):
        name = question.column.name
        if name in given:
            said = given[name]
        else:
            proposed = identifier(catalog, kind, answers) if name == f"{kind}_id" and kind != "observation" else ""
            default = proposed or answers.get(name) or question.default
            shown = Question(question.column, question.offered, default, question.required)
            said = ask(shown) or default
        answers[name] = question.answer(said)
        if name == "value":
            answers = with_hedge(
                answers, said, measure_of(catalog, answers.get("indicator_id", ""))
            )  # «hơn 1.200» also answers the question of the qualifier
    return entry_of(catalog, kind, answers)
