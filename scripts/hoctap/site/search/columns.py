"""Entries of the index as columns, each only with what search cannot find elsewhere."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from sys import intern
from typing import Any

from hoctap.site.search.entry import Entry
from hoctap.vietnamese.writing import words_of

# Words that so large a share of the pages of a kind have in their text are written once for the kind.
COMMONPLACE = 0.3


class Columns:
    """Entries as columns; knows which words most texts of a kind have, and the numbers of pages in the common part."""

    def __init__(self, entries: Sequence[Entry], place: Mapping[str, int]) -> None:
        self._place = place
        # An entry stands in many parts.
        self._own: dict[int, list[str]] = {}
        self._numbered: dict[str, int] = {}
        # A number that no page is called is a figure in a text: figures are found by their own parts.
        self._named = {word for entry in entries for word in names_in(entry) if word.isdigit()}
        self._idle = self._commonplace(entries)
        counts = defaultdict[str, Counter[str]](Counter)
        for entry in entries:
            counts[entry.kind][entry.address.partition("/")[0]] += 1
        self._folders = {kind: folders.most_common(1)[0][0] for kind, folders in counts.items()}

    @property
    def shared(self) -> list[str]:
        """Return the words that pages of each kind have in common."""
        return ["|".join(sorted(self._idle.get(kind, ()))) for kind in self._place]

    @property
    def folders(self) -> list[str]:
        """Return the folder of most pages of each kind."""
        return [self._folders.get(kind, "") for kind in self._place]

    def address_from_title(self, entry: Entry) -> str:
        """Return the address that follows from the title of a page."""
        return address_from_title(self._folders[entry.kind], entry.title)

    def number(self, common: Sequence[Entry]) -> None:
        """Give the pages that others point at their numbers."""
        self._numbered = {entry.target: at for at, entry in enumerate(common)}

    def own_words(self, entry: Entry) -> list[str]:
        """Return the words of a page that its names and its summary do not have, and that few of its kind have.

        A page that is meant only by its name has none.
        """
        if entry.last:
            return []
        if id(entry) not in self._own:
            idle = self._idle[entry.kind]
            self._own[id(entry)] = [word for word in self._of_use(entry.own_words) if word not in idle]
        return self._own[id(entry)]

    def _of_use(self, words: str) -> list[str]:
        """Return the words of a text but for numbers that no page is called."""
        # One object for each word: most stand in many entries.
        return [intern(word) for word in words.split() if not word.isdigit() or word in self._named]

    def _commonplace(self, entries: Sequence[Entry]) -> dict[str, set[str]]:
        kinds, counts = Counter(entry.kind for entry in entries), defaultdict[str, Counter[str]](Counter)
        for entry in entries:
            counts[entry.kind].update(self._of_use(f"{entry.own_words} {entry.repeated_words}"))
        return {
            kind: {word for word, count in counts[kind].items() if count > max(3, COMMONPLACE * number)}
            for kind, number in kinds.items()
        }

    def of(self, entries: Sequence[Entry]) -> dict[str, Any]:
        """Return the columns of `entries`."""
        provinces = sorted({entry.province for entry in entries})
        place = {province: at for at, province in enumerate(provinces)}
        numbered = self._numbered
        return {
            # What follows from its title is left out.
            "target": ["" if entry.target == self.address_from_title(entry) else entry.target for entry in entries],
            "title": [entry.title for entry in entries],
            "kind": [self._place[entry.kind] for entry in entries],
            "names": ["|".join(_other_names(entry)) for entry in entries],
            "summary": [entry.summary for entry in entries],
            "words": ["|".join(self.own_words(entry)) for entry in entries],
            "provinces": provinces,
            "province": [place[entry.province] for entry in entries],
            "flags": [int(entry.former) + 2 * int(entry.last) + 4 * int(_is_short(entry)) for entry in entries],
            "indicators": [[numbered[key] for key in entry.indicators if key in numbered] for entry in entries],
        }


def address_from_title(folder: str, title: str) -> str:
    """Return the address that follows from a title: `don-vi/so-y-te/` for «Sở Y tế». JavaScript reads it alike."""
    slug = "-".join(words_of(title)).removesuffix("-truoc-1-7-2025")
    return f"{folder}/{slug}{'-truoc-2025' if title.endswith('(trước 01/7/2025)') else ''}/"


def _other_names(entry: Entry) -> Iterable[str]:
    """Return the names as words, which is all that search needs of them, each once and none that is the title."""
    names = dict.fromkeys(" ".join(words_of(name)) for name in entry.names)
    return (name for name in names if name and name != " ".join(words_of(entry.title)))


def _is_short(entry: Entry) -> bool:
    """Return whether the first name of a page is an abbreviation of its title."""
    return bool(entry.names) and entry.names[0].isupper() and len(words_of(entry.names[0])) == 1


def names_in(entry: Entry) -> set[str]:
    """Return the words of a page's title and other names."""
    return set(entry.name_words.split())
