"""The caveats of a row, in the order of a sentence. What a reader must know is decided here and nowhere else."""

import re
from functools import lru_cache

from hoctap.model.catalog import Catalog
from hoctap.model.codes import PROVINCE
from hoctap.model.figure_row import FigureRow
from hoctap.model.frozen import dataclass
from hoctap.model.once import once_for_row
from hoctap.model.period_kinds import SCHOOL_YEAR, TERM, YEAR
from hoctap.vietnamese.writing import lower_first
from hoctap.views.statements.words import hedge_of

DOUBT_WORDS = {"inferred": "suy ra từ bài", "uncertain": "thời kỳ chưa chắc"}
BORDER_WORDS = {
    "before": "ranh giới trước 01/7/2025",
    "unknown": "nguồn không rõ theo ranh giới trước hay sau 01/7/2025",
}
_ALL_OF_THEM = re.compile(r"([0-9.]+)/\1")
# A full stop behind which a sentence begins; no name: «TP. Hồ Chí Minh».
_END = re.compile(r"(?<!\bTP)(?<!\bTX)\. ")
_PERIODS = {YEAR: "năm", SCHOOL_YEAR: "năm học", TERM: "nhiệm kỳ"}


@dataclass(frozen=True, slots=True)
class Caveat:
    """One thing to know of a figure: `code` for programs, `words` as they stand in the sentence."""

    code: str
    words: str


@once_for_row
def caveats_of(catalog: Catalog, row: FigureRow) -> tuple[Caveat, ...]:
    """Return every caveat of a row: hedge, doubt, cumulative, scope, border, unfinished, note, source."""
    seen = row.observation
    cumulative = "lũy kế" if row.is_accumulated else ""
    found = [
        ("hedge", hedge_of(catalog, seen.qualifier) if seen.value is not None else ""),
        ("no-number", "nguồn không nêu số cụ thể" if seen.value is None else ""),
        ("doubt", DOUBT_WORDS.get(seen.period_status, "")),
        ("cumulative", cumulative),
        ("scope", seen.breakdown),
        ("border", border_words(row)),
        ("unfinished", unfinished_words(row)),
        # What the source adds, unless it only says once more that the figure is a sum of years.
        ("note", _note_words(seen.note) if seen.note != cumulative else ""),
        ("source", _source_words(row)),
    ]
    return tuple(_caveat(code, words) for code, words in found if words)


@lru_cache(maxsize=4096)  # one object for the many figures that have the same
def _caveat(code: str, words: str) -> Caveat:
    return Caveat(code, words)


def _note_words(note: str) -> str:
    """Return a note as it stands in brackets: a fraction of all of them alone looks like a date there."""
    return f"đủ {note}" if _ALL_OF_THEM.fullmatch(note) else note


def border_words(row: FigureRow) -> str:
    """Return on which borders the figure stands, where a reader of today would think of others."""
    if row.area is None or row.area.level != PROVINCE:
        return ""
    return BORDER_WORDS.get(row.border, "")


def unfinished_words(row: FigureRow) -> str:
    """Return that the source is older than the end of what it tells of, so that the figure may be of a part of it."""
    return f"nguồn đăng khi {_PERIODS.get(row.period_kind, 'thời kỳ')} chưa hết" if row.is_unfinished else ""


def _source_words(row: FigureRow) -> str:
    return _in_parts(row.source.caveat) if row.source and row.source.caveat else ""


@lru_cache(maxsize=4096)
def _in_parts(caveat: str) -> str:
    """Return the caveat of a source as it stands in brackets, where its sentences become parts of one."""
    words = caveat.strip().rstrip(".")
    return "; ".join(text if text[1:2].isupper() else lower_first(text) for text in _END.split(words))
