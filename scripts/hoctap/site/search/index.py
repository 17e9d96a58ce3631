"""The index of search as files: a common part, read first, and parts read by what is typed.

The common part holds pages up to a weight, the ones people mean most often first, sources never: few people mean an
article. What it leaves out stands in parts by word, so a query reads one part for each of its rarest words, however
many pages there are. Figures stand in parts by page and, once more, by number; sentences in parts by page; which pages
have a word in the scope of a figure, in parts by that word.
docs/assets/js/search/files.js reads these files and computes the same numbers of parts.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from hoctap.exports.packed import gzipped
from hoctap.site.search.columns import Columns, names_in
from hoctap.site.search.entry import Entry, FigureEntry
from hoctap.system.reuse import Put
from hoctap.vietnamese.writing import words_of

# Characters of names, summaries and words that the common part may hold: about 60 kB with gzip.
COMMON = 330_000
# Characters of a part, 3 to 6 kB with gzip; more where all parts together would be more files than that.
PART = 14_000
MOST_FILES = 1_500
# An article is found by so many of the rarest words of its title.
OF_ARTICLE = 4


class Members:
    """What parts hold: each key with what stands for its group in the object of a part, and how many characters.

    In UTF-8, since of very many pages they would take twice the memory as texts.
    """

    __slots__ = ("all", "size")

    def __init__(self, found: Iterable[tuple[str, str]]) -> None:
        """Take keys, each with the JSON of its group."""
        self.all, self.size = list[tuple[str, bytes]](), 0
        for key, group in found:
            member = f"{_text(key)}:{group}"
            self.all.append((key, member.encode()))
            self.size += len(member)


def write_index(
    entries: Iterable[Entry],
    figures: Iterable[FigureEntry],
    kinds: Sequence[str],
    lists: Sequence[tuple[str, str]],
    put: Put,
    articles: str = "",
    *,
    packed: bool = False,
) -> None:
    """Have the files of the index of `entries` and `figures` `put` where they belong.

    Figures are taken before entries, so that whoever gives both as iterators holds them one after the other.

    `kinds` stand in the order people mean them; `lists` are the list pages to offer, each a name and an address;
    `articles` is the kind of which no entry stands in the common part. Its parts are `packed` by gzip if wanted.
    """
    of_figures = _members_of_figures(figures)
    del figures
    place = {kind: at for at, kind in enumerate(kinds)}
    ordered = sorted(entries, key=lambda entry: (place[entry.kind], -len(entry.indicators), entry.target))
    columns = Columns(ordered, place)
    common, others = _split([entry for entry in ordered if entry.kind != articles], columns)
    columns.number(common)
    counts, by_word = _by_word(others, columns)
    members = {
        "words": by_word,
        "articles": _by_rarest([entry for entry in ordered if entry.kind == articles], columns),
        **of_figures,
        "texts": _members((entry.target, list(_sentences(entry))) for entry in ordered if entry.words),
    }
    counts_of_parts = _counts_of_parts(members)
    known_at_once = {
        "kinds": list(kinds),
        "lists": list(lists),
        "parts": counts_of_parts,
        "pages": len(common) + len(others),
        "counts": counts,
        "shared": columns.shared,
        "folders": columns.folders,
        **columns.of(common),
        **({"packed": True} if packed else {}),
    }
    put("common.json", _text(known_at_once).encode())
    for name, count in counts_of_parts.items():
        # Taken out: as parts they would be there twice, and of very many pages they are much.
        _write_parts(put, name, _parted(members.pop(name), count), packed=packed)


def _write_parts(put: Put, name: str, parts: Iterable[bytes], *, packed: bool) -> None:
    for at, data in enumerate(parts):
        path = f"{name}/{at}.json"
        put(*(gzipped(path, data) if packed else (path, data)))


def _members_of_figures(figures: Iterable[FigureEntry]) -> dict[str, Members]:
    """Return the figures twice, by the page they stand on and by their numbers; their pages by words of scopes.

    A grant may be named in a scope alone.
    """
    by_page, by_number = defaultdict[str, list[bytes]](list), defaultdict[str, list[bytes]](list)
    by_word = defaultdict[str, dict[str, None]](dict)
    for figure in figures:
        row = _text(_row(figure)).encode()
        by_page[figure.page].append(row)
        for number in figure.numbers:
            by_number[number].append(row)
        for word in words_of(figure.breakdown):
            by_word[word][figure.page] = None
    return {
        "figures": Members(_listed(by_page)),
        "numbers": Members(_listed(by_number)),
        "scopes": _members((word, list(found)) for word, found in sorted(by_word.items())),
    }


def _listed(groups: Mapping[str, Sequence[bytes]]) -> Iterator[tuple[str, str]]:
    """Yield each key with its rows as a list."""
    return ((key, f"[{b','.join(rows).decode()}]") for key, rows in groups.items())


def part_of(key: str, parts: int) -> int:
    """Return the part that holds `key`: a hash that Python and JavaScript compute alike."""
    value = 0
    for char in key:
        value = (value * 31 + ord(char)) % 1_000_003
    return value % parts


def _split(ordered: Sequence[Entry], columns: Columns) -> tuple[list[Entry], list[Entry]]:
    weight = 0
    common: list[Entry] = []
    others: list[Entry] = []
    for entry in ordered:
        weight += sum(map(len, (entry.target, entry.title, entry.summary, *entry.names, *columns.own_words(entry))))
        (common if weight <= COMMON else others).append(entry)
    return common, others


def _sentences(entry: Entry) -> Iterable[str]:
    return (text for text in entry.words if text and text not in (entry.title, entry.summary, *entry.names))


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


def _members(groups: Iterable[tuple[str, Any]]) -> Members:
    return Members((key, _text(group)) for key, group in groups)


def _counts_of_parts(members: Mapping[str, Members]) -> dict[str, int]:
    """Return how many parts hold the members of each name: of the size of a part, or larger for fewer files."""
    size = max(PART, sum(found.size for found in members.values()) / MOST_FILES)
    return {name: max(1, round(found.size / size)) if found.all else 0 for name, found in members.items()}


def _parted(members: Members, count: int) -> Iterator[bytes]:
    """Yield so many parts, each an object of groups by key."""
    parts: list[list[bytes]] = [[] for _ in range(count)]
    for key, member in members.all:
        parts[part_of(key, count)].append(member)
    yield from (b"{%b}" % b",".join(part) for part in parts)


def _by_word(entries: Sequence[Entry], columns: Columns) -> tuple[dict[str, int], Members]:
    """Return how many of the entries that the common part leaves out have each word, and themselves by word."""
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for word in names_in(entry):
            groups[word].append(entry)
    most = max(40, len(entries) // 50)
    kept = _members((word, columns.of(group[:most])) for word, group in sorted(groups.items()))
    return {word: len(group) for word, group in sorted(groups.items())}, kept


def _by_rarest(entries: Sequence[Entry], columns: Columns) -> Members:
    """Return by word the entries that are found by the few words of their names that tell most."""
    counts = Counter(word for entry in entries for word in names_in(entry))
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for word in sorted(names_in(entry), key=lambda word: (counts[word], word))[:OF_ARTICLE]:
            groups[word].append(entry)
    return _members((word, columns.of(group)) for word, group in sorted(groups.items()))


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
