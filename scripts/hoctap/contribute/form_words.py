"""What a check says of a row, in the words of the form: titles of columns, titles of codes, numbers as typed here.

Checks speak to people who edit CSV: of `qualifier`, `over`, `0.52`, a line of a file. Who fills in a form has seen
«Cách nói», «hơn», `0,52` and the rows of a sheet.
"""

import re
from collections.abc import Callable, Container, Iterable, Mapping
from decimal import Decimal
from functools import cached_property

from hoctap.contribute.form import TABLES, format_cell
from hoctap.contribute.period_words import in_words
from hoctap.load.periods import read_period
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field
from hoctap.model.period_kinds import HALF, MONTHS, QUARTER, SCHOOL_YEAR
from hoctap.model.record import Code
from hoctap.vietnamese.writing import number

_OF_FILES = {
    "dấu chấm ngăn phần lẻ": "dấu phẩy ngăn phần lẻ",
    "hoặc ghi vào bảng ngoại lệ kèm lý do để không hỏi nữa": "hoặc ghi lý do ở «Ghi chú»",
    "ghi vào bảng ngoại lệ kèm lý do": "báo khi gửi tệp, kèm lý do, để người nhận ghi vào bảng ngoại lệ",
}
_LINE = re.compile(r"\bdòng (\d+)\b(?! của)")
_DECIMAL = re.compile(r"(?<![\d.,])(\d+)\.(\d{1,2})(?![\d.,]*\d)")
_PERIOD = re.compile(
    r"(?<![\w/-])\d{4}(?:-\d\d){0,2}/\d{4}(?:-\d\d){0,2}(?![\w/-])|(?<![\w/-])\d{4}-\d\d(?:-\d\d)?(?![\w/-])"
)
_QUOTED = r"«[^»]*»|\[[^\]]*\]|https?://\S+"
_WORD = re.compile(rf"{_QUOTED}|(?:cột )?(?<![\w./-])(?P<word>[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*)(?![\w/-])")


class FormWords:
    """Puts texts of checks into the words of the form."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def of(self, text: str, table: str = "observations") -> str:
        """Return the text with no name of a column and no code in it, as far as the form has a word for them."""
        for theirs, ours in _OF_FILES.items():
            text = text.replace(theirs, ours)
        text = _PERIOD.sub(lambda found: _period(found[0]), text)
        text = _LINE.sub(r"dòng \1 của sổ", _DECIMAL.sub(r"\1,\2", text))
        text = _WORD.sub(lambda found: self._word(found, table), text)
        return re.sub(r"«([^«»]*)» \(\1\)", r"«\1»", text)  # «hơn» (hơn)

    def cell(self, name: str, cells: Mapping[str, str], table: str = "observations") -> str:
        """Return what the form shows in a column of a row, a number with its thousands apart."""
        column, text = self._catalog.tables[table].resource.field_named(name), cells.get(name, "")
        if column.code_list:
            return self._catalog.code_title(column.code_list, text) if text else ""
        if column.is_numeric and text:
            return number(Decimal(text))
        return self._thing(text) or format_cell(self._catalog, column, cells, {})

    def row(self, cells: Mapping[str, str], names: Iterable[str], table: str = "observations") -> str:
        """Return the named columns of a row, as the form calls them, with what it shows in them."""
        titles = self._titles[table]
        return "; ".join(f"{titles.get(n, n)}: {self.cell(n, cells, table) or '(trống)'}" for n in sorted(names))

    def hedged_value(self, cells: Mapping[str, str]) -> str:
        """Return the number of a figure with its hedge, if it has one: «hơn 1.180»."""
        hedge = self.cell("qualifier", cells) if cells.get("qualifier", "exact") != "exact" else ""
        return f"{hedge} {self.cell('value', cells)}".strip()

    def changes(
        self, old: Mapping[str, str], new: Mapping[str, str], names: Container[str], table: str = "observations"
    ) -> str:
        """Return the named columns of a row with what they showed and what they show now, in their order."""
        columns = (column for column in self._catalog.tables[table].resource.fields if column.name in names)
        return "; ".join(
            f"{c.title}: {self.cell(c.name, old, table) or '(trống)'} → {self.cell(c.name, new, table) or '(trống)'}"
            for c in columns
        )

    def figure(self, cells: Mapping[str, str]) -> str:
        """Return what a figure is of: its indicator, period and scope; empty where the indicator is not known."""
        indicator = self._catalog.indicators.get(cells.get("indicator_id", ""))
        parts = (indicator.name_vi, self.cell("period", cells), cells.get("breakdown", "")) if indicator else ()
        return " · ".join(filter(None, parts))

    def _word(self, found: re.Match[str], table: str) -> str:
        word = found["word"]
        if not word:
            return found[0]
        title = self._titles[table].get(word) or self._codes[table].get(word)
        return f"«{title}»" if title else self._thing(word) or found[0]

    def _thing(self, code: str) -> str:
        """Return a unit, an indicator or a source as the lists of the form name it; empty for anything else."""
        named = self._catalog.units.get(code) or self._catalog.indicators.get(code)
        if named:
            return f"{named.name_vi} [{code}]"
        source = self._catalog.sources.get(code)
        return f"{source.title} [{code}]" if source else ""

    @cached_property
    def _titles(self) -> Mapping[str, Mapping[str, str]]:
        """Return the titles of the columns of each table, its own before those of the other."""
        return self._own_first(lambda column: {column.name: column.title})

    @cached_property
    def _codes(self) -> Mapping[str, Mapping[str, str]]:
        """Return the titles of the codes of each table; a code of two letters («vi») is a word of Vietnamese too."""
        of_list: dict[str, dict[str, str]] = {}
        for each in self._catalog.all_of(Code):
            if len(each.code) > len("vi"):
                of_list.setdefault(each.list, {})[each.code] = each.title_vi
        return self._own_first(lambda column: of_list.get(column.code_list, {}))

    def _own_first(self, titles_of: Callable[[Field], Mapping[str, str]]) -> Mapping[str, Mapping[str, str]]:
        tables = [self._catalog.tables[name].resource for name in TABLES.values()]
        own = {each.name: {k: v for column in each.fields for k, v in titles_of(column).items()} for each in tables}
        every = {word: title for titles in own.values() for word, title in titles.items()}
        return {name: {**every, **titles} for name, titles in own.items()}


def _period(text: str) -> str:
    """Return a period of the data in words that the form reads back as the same."""
    for kind in (SCHOOL_YEAR, HALF, QUARTER, MONTHS, ""):
        if (words := in_words(text, kind)) != text and read_period(words).period == text:
            return words[0].lower() + words[1:]
    return text
