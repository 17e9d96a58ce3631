"""What search knows of a page, and of a figure on a page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hoctap.vietnamese.writing import words_of

_TEXTS = 20_000  # whose words are remembered: pages share sentences


@dataclass(frozen=True, slots=True)
class Entry:
    """A page people may look for, or a place on it: `words` are its sentences, unfolded.

    `anchor` is where on the page a result leads, for the many small things on one page; `names` are what else the
    page is called; `province` is today's; `former` tells a page of borders that have ended; `indicators` are the
    indicators it has figures of, by the address of their pages; `last` tells a page for those who maintain the data;
    `unlisted` one with too little on it for search engines.

    Its words as the index has them are found once, with the page: those of its names, those of its sentences beyond
    names and summary, and what of these the sentences repeat; each group a text, its words apart by spaces.
    """

    address: str
    title: str
    kind: str
    summary: str
    words: Sequence[str]
    anchor: str = ""
    names: Sequence[str] = ()
    province: str = ""
    former: bool = False
    indicators: Sequence[str] = ()
    last: bool = False
    unlisted: bool = False
    name_words: str = ""
    own_words: str = ""
    repeated_words: str = ""

    def __post_init__(self) -> None:
        """Find the words, unless they are given."""
        if not self.name_words:
            names, found = _words((self.title, *self.names)), _words(self.words)
            known = {*names, *_words([self.summary])}
            for field, words in (("name", names), ("own", found - known), ("repeated", found & known)):
                object.__setattr__(self, f"{field}_words", " ".join(sorted(words)))

    @property
    def target(self) -> str:
        """The address of the page, with the place on it."""
        return f"{self.address}#{self.anchor}" if self.anchor else self.address


_words_in = lru_cache(_TEXTS)(words_of)


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in _words_in(text)}


@dataclass(frozen=True, slots=True)
class FigureEntry:
    """One figure as an answer: `words` is what it comes to, `more` its period and caveats, `source` where it is from.

    `page` is the address of the page it is kept under and stands on, `numbers` its value in the ways people write it.
    `breakdown` says of which part it is, of all nothing.
    `end` tells a figure that is the most (`1`) or the least (`-1`) of a ranking, of which `more` says what of.
    """

    page: str
    anchor: str
    owner: str
    indicator: str
    words: str
    more: str
    source: str
    breakdown: str
    years: str
    numbers: Sequence[str]
    end: int = 0
