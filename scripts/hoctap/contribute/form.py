"""What the Excel form is: its sheets, its columns in words, and the words for codes. Knows no file format."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from hoctap.contribute.period_words import in_words
from hoctap.load.hedge_words import HEDGES
from hoctap.load.measures import Measure, measure_of
from hoctap.load.names import Named, Register, has_names, register_of
from hoctap.load.values import plain, read_value
from hoctap.load.wording import FORM
from hoctap.model.carrier import CARRIER
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field, Resource
from hoctap.model.record import Code
from hoctap.vietnamese.writing import letters_and_digits, number, sort_key

VERSION = 2
MARK = "hoctap-form"
FIGURES, NEW_SOURCES, HELP, LISTS, HIDDEN = "Số liệu", "Nguồn mới", "Hướng dẫn", "Danh mục", CARRIER
ERRORS = "Lỗi cần sửa"
TABLES = {FIGURES: "observations", NEW_SOURCES: "sources"}
# Columns that officers are not asked for: what they type in «Thời kỳ» and the indicator settle them.
DERIVED = {"observations": ("period_kind",)}
# What a new row holds where nothing else is given, in `hoctap new` and in forms.
DEFAULTS = {
    "units": {"status": "active"},
    "sources": {"language": "vi", "kind": "bao-chi", "terms": "press"},
    "indicators": {"value_type": "count", "decimals": "0", "direction": "none", "subject_rule": "any"},
    "observations": {"period_status": "stated", "qualifier": "exact"},
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a drop-down list and the code or identifier it stands for."""

    label: str
    code: str


def choices(catalog: Catalog, column: Field, table: str) -> tuple[Choice, ...]:
    """Return what a column offers, in the order of a Vietnamese dictionary; nothing for free text."""
    if column.code_list:
        known = [code for code in catalog.all_of(Code) if code.list == column.code_list]
        return tuple(
            Choice(code.title_vi, code.code) for code in sorted(known, key=lambda code: (code.order, code.code))
        )
    target = pointed_at(catalog, column, table)
    if not target:
        return ()
    things = register_of(catalog, target).things.values()
    return tuple(sorted((labelled(each.name, each.code) for each in things), key=lambda each: sort_key(each.label)))


def pointed_at(catalog: Catalog, column: Field, table: str) -> str:
    """Return the table of named things that a column points at; its rows are chosen by name. Empty for others."""
    keys = catalog.resource(table).foreign_keys
    targets = [key.resource for key in keys if key.fields == (column.name,)]
    return next((target for target in targets if has_names(catalog, target)), "")


def labelled(name: str, code: str) -> Choice:
    """Return the choice of a thing with a name: what people read, then its identifier in brackets."""
    room = 240 - len(code)
    return Choice(f"{name if len(name) <= room else name[: room - 1] + '…'} [{code}]", code)


def register(catalog: Catalog, column: Field, table: str, others: Iterable[Named] = ()) -> Register | None:
    """Return what a column offers by all its names; None for free text. `others` are rows about to be added."""
    if column.code_list:
        hedges = _hedges() if column.name == "qualifier" else {}
        codes = (code for code in catalog.all_of(Code) if code.list == column.code_list)
        return Register(Named(each.code, each.title_vi, tuple(hedges.get(each.code, ()))) for each in codes)
    target = pointed_at(catalog, column, table)
    if not target:
        return None
    known = register_of(catalog, target)
    return Register((*known.things.values(), *others)) if others else known


def _hedges() -> dict[str, list[str]]:
    words: dict[str, list[str]] = {"exact": ["chính xác"]}
    for word, code in HEDGES.items():
        words.setdefault(code, []).append(word)
    return words


def format_cell(catalog: Catalog, column: Field, cells: Mapping[str, str], labels: Mapping[str, str]) -> str:
    """Return a cell of a row as the form shows it: names for codes, a time in words, numbers as offices write them."""
    cell = cells.get(column.name, "")
    if column.is_period:
        return in_words(cell, cells.get("period_kind", ""))
    if column.is_numeric and cell:
        return _with_points(Decimal(cell), measure_of(catalog, cells.get("indicator_id", "")))
    return labels.get(cell, cell)


def _with_points(value: Decimal, measure: Measure) -> str:
    """Return a number with its thousands apart, unless that could be read in another way: «1.234» of a mean."""
    text = number(value)
    return text if read_value(text, measure).value == plain(value) else FORM.number(value)


def columns_of(resource: Resource) -> tuple[Field, ...]:
    """Return the columns that the form shows."""
    return tuple(column for column in resource.fields if column.name not in DERIVED.get(resource.name, ()))


def header_words(resource: Resource) -> dict[str, str]:
    """Return the column that each way of writing a header means: title, English title, machine name."""
    words: dict[str, str] = {}
    for column in resource.fields:
        for word in (column.title, column.title_en, column.name):
            words.setdefault(letters_and_digits(word), column.name)
    return words
