"""The index of search as files: a common part, read first, and parts read by what is typed.

The common part holds pages up to a weight, the ones people mean most often first, sources never: few people mean an
article. What it leaves out stands in parts by word, so a query reads one part for each of its rarest words, however
many pages there are. Figures stand in parts by page and, once more, by number; sentences in parts by page.
docs/assets/js/search/files.js reads these files and computes the same numbers of parts.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from hoctap.site.search.entry import Entry, FigureEntry
from hoctap.vietnamese.writing import words_of

# Characters of names, summaries and words that the common part may hold: about 60 kB with gzip.
COMMON = 330_000
# Of a part, 3 to 6 kB with gzip; larger ones where there would be more files than that.
PART = 15_000
MOST_FILES = 1_000
# Words that so large a share of the pages of a kind have in their text are written once for the kind.
COMMONPLACE = 0.3
# An article is found by so many of the rarest words of its title.
OF_ARTICLE = 4


def write_index(
    entries: Iterable[Entry],
    figures: Sequence[FigureEntry],
    kinds: Sequence[str],
    lists: Sequence[tuple[str, str]],
    folder: Path,
    articles: str = "",
) -> None:
    """Write the index of `entries` and `figures` into `folder`.

    `kinds` stand in the order people mean them; `lists` are the list pages to offer, each a name and an address;
    `articles` is the kind of which no entry stands in the common part.
    """
    place = {kind: at for at, kind in enumerate(kinds)}
    ordered = sorted(entries, key=lambda entry: (place[entry.kind], -len(entry.indicators), entry.target))
    columns = _Columns(ordered, place)
    common, others = _split([entry for entry in ordered if entry.kind != articles], columns)
    columns.number(common)
    counts, by_word = _by_word(others, columns)
    parts = {
        "words": by_word,
        "articles": _by_rarest([entry for entry in ordered if entry.kind == articles], columns),
        "figures": _parts_by(_grouped(figures, lambda figure: [figure.page])),
        "numbers": _parts_by(_grouped(figures, lambda figure: figure.numbers)),
        "texts": _parts_by([(entry.target, list(_sentences(entry))) for entry in ordered if entry.words]),
    }
    _write(
        folder / "common.json",
        {
            "kinds": list(kinds),
            "lists": list(lists),
            "parts": {name: len(files) for name, files in parts.items()},
            "pages": len(common) + len(others),
            "counts": counts,
            "shared": columns.shared,
            "folders": columns.folders,
            **columns.of(common),
        },
    )
    for name, files in parts.items():
        for at, part in enumerate(files):
            _write(folder / name / f"{at}.json", part)


def part_of(key: str, parts: int) -> int:
    """Return the part that holds `key`: a hash that Python and JavaScript compute alike."""
    value = 0
    for char in key:
        value = (value * 31 + ord(char)) % 1_000_003
    return value % parts


class _Columns:
    """Entries as columns; knows which words most texts of a kind have, and the numbers of pages in the common part."""

    def __init__(self, entries: Sequence[Entry], place: Mapping[str, int]) -> None:
        self._place = place
        self._numbered: dict[str, int] = {}
        # A number that no page is called is a figure in a text: figures are found by their own parts.
        self._named = {word for entry in entries for word in _named(entry) if word.isdigit()}
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
        """Return the address that the title of a page tells."""
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
        known = {word for text in (entry.title, *entry.names, entry.summary) for word in words_of(text)}
        return sorted(self._words(entry) - known - self._idle[entry.kind])

    def _words(self, entry: Entry) -> set[str]:
        words = {word for text in entry.words for word in words_of(text)}
        return {word for word in words if not word.isdigit() or word in self._named}

    def _commonplace(self, entries: Sequence[Entry]) -> dict[str, set[str]]:
        kinds, counts = Counter(entry.kind for entry in entries), defaultdict[str, Counter[str]](Counter)
        for entry in entries:
            counts[entry.kind].update(self._words(entry))
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
            # What its title tells is left out.
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


def _split(ordered: Sequence[Entry], columns: _Columns) -> tuple[list[Entry], list[Entry]]:
    weight = 0
    common: list[Entry] = []
    others: list[Entry] = []
    for entry in ordered:
        weight += sum(map(len, (entry.target, entry.title, entry.summary, *entry.names, *columns.own_words(entry))))
        (common if weight <= COMMON else others).append(entry)
    return common, others


def address_from_title(folder: str, title: str) -> str:
    """Return the address that a title tells: `don-vi/so-y-te/` for «Sở Y tế». JavaScript reads it alike."""
    slug = "-".join(words_of(title)).removesuffix("-truoc-1-7-2025")
    return f"{folder}/{slug}{'-truoc-2025' if title.endswith('(trước 01/7/2025)') else ''}/"


def _other_names(entry: Entry) -> Iterable[str]:
    """Return the names as words, which is all that search needs of them, each once and none that is the title."""
    names = dict.fromkeys(" ".join(words_of(name)) for name in entry.names)
    return (name for name in names if name and name != " ".join(words_of(entry.title)))


def _is_short(entry: Entry) -> bool:
    """Return whether the first name of a page is an abbreviation of its title."""
    return bool(entry.names) and entry.names[0].isupper() and len(words_of(entry.names[0])) == 1


def _sentences(entry: Entry) -> Iterable[str]:
    return (text for text in entry.words if text and text not in (entry.title, entry.summary, *entry.names))


def _grouped(
    figures: Iterable[FigureEntry], keys: Callable[[FigureEntry], Iterable[str]]
) -> list[tuple[str, list[Any]]]:
    groups: defaultdict[str, list[Any]] = defaultdict(list)
    for figure in figures:
        for key in keys(figure):
            groups[key].append(_row(figure))
    return list(groups.items())


def _row(figure: FigureEntry) -> list[str | int]:
    return [
        f"{figure.page}#{figure.anchor}",
        figure.owner,
        figure.indicator,
        figure.words,
        figure.more,
        figure.source,
        figure.breakdown,
        figure.years,
        *([figure.end] if figure.end else []),
    ]


def _parts_by(groups: Sequence[tuple[str, Any]]) -> list[dict[str, Any]]:
    if not groups:
        return []
    size = sum(len(json.dumps(group, ensure_ascii=False)) for _, group in groups)
    parts: list[dict[str, Any]] = [{} for _ in range(min(MOST_FILES, max(1, round(size / PART))))]
    for key, group in groups:
        parts[part_of(key, len(parts))][key] = group
    return parts


def _named(entry: Entry) -> set[str]:
    return {word for text in (entry.title, *entry.names) for word in words_of(text)}


def _by_word(entries: Sequence[Entry], columns: _Columns) -> tuple[dict[str, int], list[dict[str, Any]]]:
    """Return how many of the entries that the common part leaves out have each word, and their parts by word."""
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for word in _named(entry):
            groups[word].append(entry)
    most = max(40, len(entries) // 50)
    kept = [(word, columns.of(group[:most])) for word, group in sorted(groups.items())]
    return {word: len(group) for word, group in sorted(groups.items())}, _parts_by(kept)


def _by_rarest(entries: Sequence[Entry], columns: _Columns) -> list[dict[str, Any]]:
    """Return the parts by word of entries that are found by the few words of their names that tell most."""
    counts = Counter(word for entry in entries for word in _named(entry))
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for word in sorted(_named(entry), key=lambda word: (counts[word], word))[:OF_ARTICLE]:
            groups[word].append(entry)
    return _parts_by([(word, columns.of(group)) for word, group in sorted(groups.items())])


def _write(path: Path, value: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
