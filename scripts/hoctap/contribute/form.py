"""What the Excel form is: its sheets, its columns in words, and the words for codes. Knows no file format."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field, Resource
from hoctap.model.record import RECORD_OF, Code
from hoctap.vietnamese.writing import fold, sort_key

VERSION = 1
MARK = "hoctap-form"
FIGURES, NEW_SOURCES, HELP, LISTS, HIDDEN = "Số liệu", "Nguồn mới", "Hướng dẫn", "Danh mục", "_hoctap"
ERRORS = "Lỗi cần sửa"
TABLES = {FIGURES: "observations", NEW_SOURCES: "sources"}
# Columns that point at a table are chosen by name; `[id]` at the end of a choice is what counts.
POINTERS = {"indicator_id": "indicators", "source_id": "sources", "unit_id": "units"}


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
    if column.name in POINTERS and not (table == "sources" and column.name == "source_id"):
        return tuple(sorted(_named(catalog, POINTERS[column.name]), key=lambda choice: sort_key(choice.label)))
    return ()


def _named(catalog: Catalog, table: str) -> Iterable[Choice]:
    key, name = ("source_id", "title") if table == "sources" else (f"{table[:-1]}_id", "name_vi")
    rows: tuple[Any, ...] = catalog.all_of(RECORD_OF[table])
    for row in rows:
        yield labelled(getattr(row, name), getattr(row, key))


def labelled(name: str, code: str) -> Choice:
    """Return the choice of a thing with a name: what people read, then its identifier in brackets."""
    room = 240 - len(code)
    return Choice(f"{name if len(name) <= room else name[: room - 1] + '…'} [{code}]", code)


def code_of(text: str, offered: Iterable[Choice]) -> str:
    """Return the code that a cell means: `[id]`, the code itself, or the words, marks and case aside; else the text."""
    if text.endswith("]") and "[" in text:
        return text[text.rindex("[") + 1 : -1].strip()
    wanted = fold(" ".join(text.split()))
    for choice in offered:
        name = choice.label.rpartition(" [")[0] or choice.label
        if wanted in (choice.code, fold(choice.label), fold(name)):
            return choice.code
    return text


def header_words(resource: Resource) -> dict[str, str]:
    """Return the column that each way of writing a header means: title, English title, machine name."""
    words: dict[str, str] = {}
    for column in resource.fields:
        for word in (column.title, column.title_en, column.name):
            words.setdefault(plain(word), column.name)
    return words


def plain(word: str) -> str:
    """Return a header without marks, case, punctuation and the star of required columns."""
    return " ".join("".join(char if char.isalnum() else " " for char in fold(word)).split())
