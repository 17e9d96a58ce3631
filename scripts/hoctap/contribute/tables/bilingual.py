"""Files in two languages: what only says again in English what stands beside it in Vietnamese is left out.

«Số suất học bổng⏎Scholarships awarded», «Cộng / Total», «Tổng số – Total», a row of English heads under the Vietnamese
ones, a column of English names beside the others. Names that are no words of English («Agribank», «Vallet») say
something of their own.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from hoctap.contribute.tables.labels import PLANNED_IN_ENGLISH
from hoctap.contribute.tables.opening import Grid
from hoctap.model.catalog import Catalog

# Words of heads and titles that no name of an indicator has.
_OF_HEADS = """
a actual activity all amount and annual are at average awarded between by children commune communes data date
description director district districts each equivalent estimate estimated female figures for from fund funds grand in
indicator indicators item items kindergarten kindergartens level male measure million name national no note notes
number of on organisation organization per percent percentage period plan planned province provinces quantity rate
remark remarks report results school schools sheet source sponsors staff statistics sub sum table target teachers the
thousand times title to total under unit units value with women year years
"""
_ONSET = "ngh|ng|nh|gh|gi|ch|kh|ph|qu|th|tr|[bcdghklmnprstvx]"
_NUCLEUS = (
    "uya|uye|uyu|uoi|uou|oai|oay|uay|ieu|yeu|ia|ie|iu|ua|ue|uo|ui|uy|uu|oa|oe|oi|oo|ai|ao|au|ay|eo|eu|ye|[aeiouy]"
)
_SYLLABLE = re.compile(rf"(?:{_ONSET})?(?:{_NUCLEUS})(?:ng|nh|ch|[cmnpt])?")
_WORD = re.compile(r"[A-Za-z]+")
# What is planned is so in either language, and may be said in one alone: «2025 (planned)».
_AIM = re.compile(rf"(?i){PLANNED_IN_ENGLISH}")
_SHORT = re.compile(r"[A-ZĐ]{1,5}")
_TAIL = re.compile(
    r"\s*/\s*([A-Za-z][A-Za-z0-9 ,.'&()%-]*?)\s*(?=\)|$|\n|[:;])|\s*\(([A-Za-z][A-Za-z0-9 ,.'&%-]*)\)|"
    r"\s+[-–—]\s+([A-Za-z][A-Za-z0-9 ,.:'&()%-]*?)\s*(?=$|\n)"  # «Tổng số – Total»
)
_IN_TWO = re.compile(r"/|\n|\s[-–—]\s")
_LEAD = re.compile(r"^\s*([A-Za-z][A-Za-z0-9 ,.'&()%-]*?)\s*/\s*(?=[^\W\d])")  # «Scholarships / Học bổng»
_FEWEST = 3  # texts in two languages, or English texts of a row or a column, that make a file one of two languages
_KNOWN = 2  # different words of English among them


def without_translation(catalog: Catalog, grids: Sequence[Grid]) -> Sequence[Grid]:
    """Return the grids of a file without what is English beside Vietnamese; as they are where the file is in one."""
    english = _words([_OF_HEADS]) | _words(each.name_en for each in catalog.indicators.values())
    texts = [text for grid in grids for text in (*grid.above, *_texts(grid)) if _IN_TWO.search(text)]
    repeated = [words for text in dict.fromkeys(texts) if (words := _again(text, english))]
    is_of_two = len(repeated) >= _FEWEST and len(frozenset[str]().union(*repeated) & english) >= _KNOWN
    return [_plain(grid, english) for grid in grids] if is_of_two else grids


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for text in texts for word in _WORD.findall(text))


def _texts(grid: Grid) -> Iterator[str]:
    return (cell.text for cell in grid.cells.values() if cell.kind == "text")


def _is_vietnamese(text: str) -> bool:
    return any(each.isalpha() and not each.isascii() for each in text)


@lru_cache(maxsize=8192)
def _is_english(text: str, english: frozenset[str]) -> bool:
    """Return whether a text is of English words: one that is no syllable of Vietnamese, and one known or no name."""
    words = [] if not text.isascii() else [word for word in _WORD.findall(text) if not _SHORT.fullmatch(word)]
    known = [word for word in words if word.lower() in english]
    strange = [word for word in words if not _SYLLABLE.fullmatch(word.lower())]
    return bool(words) and (bool(strange) or len(known) == len(words)) and bool(known or any(map(str.islower, strange)))


def _again(text: str, english: frozenset[str]) -> frozenset[str]:
    """Return the words in which a text says again in English what it says in Vietnamese; none where it does not."""
    left = _without(text, english)
    return _words([text]) - _words([left]) if left != text and _is_vietnamese(left) else frozenset()


def _without(text: str, english: frozenset[str]) -> str:
    """Return a text without its lines, and what stands behind a stroke or in brackets, that are English."""
    lines = text.splitlines()
    kept = [line for line in lines if _AIM.search(line) or not _is_english(line, english)] or lines
    return "\n".join(_TAIL.sub(lambda hit: _kept(hit, english), _without_lead(line, english)) for line in kept)


def _without_lead(line: str, english: frozenset[str]) -> str:
    """Return a line that begins with English, before a stroke and Vietnamese, without it."""
    hit = _LEAD.match(line)
    is_again = hit is not None and _is_english(hit[1], english) and _is_vietnamese(line[hit.end() :])
    return line[hit.end() :] if hit and is_again and not _AIM.search(hit[1]) else line


def _kept(hit: re.Match[str], english: frozenset[str]) -> str:
    return "" if _is_english(hit[1] or hit[2] or hit[3], english) and not _AIM.search(hit[0]) else hit[0]


def _plain(grid: Grid, english: frozenset[str]) -> Grid:
    """Return a grid of a file in two languages with the Vietnamese of each text; a line that is English is none."""
    cells = {
        at: replace(cell, text=_without(cell.text, english)) if cell.kind == "text" else cell
        for at, cell in grid.cells.items()
    }
    above = tuple(_without(line, english) for line in grid.above if not _is_english(line, english))
    return replace(grid, cells=cells, above=above)
