"""What a check says of a row, in the words of the form: titles of columns, titles of codes, numbers as typed here.

Checks speak to people who edit CSV: of `qualifier`, `over`, `0.52`, a line of a file. Who fills in a form has seen
«Cách nói», «hơn», `0,52` and the rows of a sheet.
"""

import re
from collections.abc import Mapping
from functools import cached_property

from hoctap.contribute.form import TABLES
from hoctap.contribute.period_words import in_words
from hoctap.load.periods import read_period
from hoctap.model.catalog import Catalog
from hoctap.model.period_kinds import HALF, MONTHS, QUARTER, SCHOOL_YEAR
from hoctap.model.record import Code

_SAID_OTHERWISE = {
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
        for theirs, ours in _SAID_OTHERWISE.items():
            text = text.replace(theirs, ours)
        text = _PERIOD.sub(lambda found: _period(found[0]), text)
        text = _LINE.sub(r"dòng \1 của sổ", _DECIMAL.sub(r"\1,\2", text))
        text = _WORD.sub(lambda found: self._word(found, self._titles[table]), text)
        return re.sub(r"«([^«»]*)» \(\1\)", r"«\1»", text)  # «hơn» (hơn)

    def _word(self, found: re.Match[str], titles: Mapping[str, str]) -> str:
        word = found["word"]
        if not word:
            return found[0]
        if title := titles.get(word) or self._codes.get(word):
            return f"«{title}»"
        for things in (self._catalog.units, self._catalog.indicators):
            if thing := things.get(word):
                return f"{thing.name_vi} [{word}]"
        source = self._catalog.sources.get(word)
        return f"{source.title} [{word}]" if source else found[0]

    @cached_property
    def _titles(self) -> Mapping[str, Mapping[str, str]]:
        """Return the titles of the columns of each table, its own before those of the other."""
        own = {
            name: {column.name: column.title for column in self._catalog.tables[name].resource.fields}
            for name in TABLES.values()
        }
        every = {column: title for titles in own.values() for column, title in titles.items()}
        return {name: {**every, **titles} for name, titles in own.items()}

    @cached_property
    def _codes(self) -> Mapping[str, str]:
        lists = {
            column.code_list for name in TABLES.values() for column in self._catalog.tables[name].resource.fields
        } - {""}
        # A code of two letters («vi») is a word of Vietnamese too.
        return {
            each.code: each.title_vi for each in self._catalog.all_of(Code) if each.list in lists and len(each.code) > 2
        }


def _period(text: str) -> str:
    """Return a period of the data in words that the form reads back as the same."""
    for kind in (SCHOOL_YEAR, HALF, QUARTER, MONTHS, ""):
        if (words := in_words(text, kind)) != text and read_period(words).period == text:
            return words[0].lower() + words[1:]
    return text
