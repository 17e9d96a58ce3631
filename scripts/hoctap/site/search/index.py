"""The index of search as files: a common part, read first, and parts read by what is typed.

The common part holds pages up to a weight, the ones people mean most often first, sources never: few people mean an
article. What it leaves out stands in parts by word, so a query reads one part for each of its rarest words, however
many pages there are. Figures stand in parts by page and, once more, by number; sentences in parts by page; which pages
have a word in the scope of a figure, in parts by that word.
docs/assets/js/search/files.js reads these files and computes the same numbers of parts.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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

Member = tuple[str, str]


def write_index(
    entries: Iterable[Entry],
    figures: Sequence[FigureEntry],
    kinds: Sequence[str],
    lists: Sequence[tuple[str, str]],
    put: Put,
    articles: str = "",
    *,
    packed: bool = False,
) -> None:
    """Have the files of the index of `entries` and `figures` `put` where they belong.

    `kinds` stand in the order people mean them; `lists` are the list pages to offer, each a name and an address;
    `articles` is the kind of which no entry stands in the common part. Its parts are `packed` by gzip if wanted.
    """
    place = {kind: at for at, kind in enumerate(kinds)}
    ordered = sorted(entries, key=lambda entry: (place[entry.kind], -len(entry.indicators), entry.target))
    columns = Columns(ordered, place)
    common, others = _split([entry for entry in ordered if entry.kind != articles], columns)
    columns.number(common)
    counts, by_word = _by_word(others, columns)
    members = {
        "words": by_word,
        "articles": _by_rarest([entry for entry in ordered if entry.kind == articles], columns),
        **_members_of_figures(figures),
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


def _write_parts(put: Put, name: str, parts: Iterable[str], *, packed: bool) -> None:
    for at, part in enumerate(parts):
        path, data = f"{name}/{at}.json", part.encode()
        put(*(gzipped(path, data) if packed else (path, data)))


def _members_of_figures(figures: Sequence[FigureEntry]) -> dict[str, list[Member]]:
    """Return the figures twice, by the page they stand on and by their numbers; their pages by words of scopes."""
    return {
        "figures": _members(_grouped(figures, lambda figure: [figure.page])),
        "numbers": _members(_grouped(figures, lambda figure: figure.numbers)),
        "scopes": _members(_pages_by_scope(figures)),
    }


def _pages_by_scope(figures: Iterable[FigureEntry]) -> list[tuple[str, list[str]]]:
    """Return by word the pages whose figures have it in a scope: a grant may be named there alone."""
    pages: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for figure in figures:
        for word in words_of(figure.breakdown):
            pages[word][figure.page] = None
    return [(word, list(found)) for word, found in sorted(pages.items())]


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


def _members(groups: Iterable[tuple[str, Any]]) -> list[Member]:
    """Return each key with the text that stands for its group in the object of a part."""
    return [(key, f"{_text(key)}:{_text(group)}") for key, group in groups]


def _counts_of_parts(members: Mapping[str, Sequence[Member]]) -> dict[str, int]:
    """Return how many parts hold the members of each name: of the size of a part, or larger for fewer files."""
    sizes = {name: sum(len(member) for _, member in found) for name, found in members.items()}
    size = max(PART, sum(sizes.values()) / MOST_FILES)
    return {name: max(1, round(sizes[name] / size)) if found else 0 for name, found in members.items()}


def _parted(members: Sequence[Member], count: int) -> Iterator[str]:
    """Yield the texts of so many parts, each an object of groups by key."""
    parts: list[list[str]] = [[] for _ in range(count)]
    for key, member in members:
        parts[part_of(key, count)].append(member)
    yield from (f"{{{','.join(part)}}}" for part in parts)


def _by_word(entries: Sequence[Entry], columns: Columns) -> tuple[dict[str, int], list[Member]]:
    """Return how many of the entries that the common part leaves out have each word, and themselves by word."""
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for word in names_in(entry):
            groups[word].append(entry)
    most = max(40, len(entries) // 50)
    kept = _members((word, columns.of(group[:most])) for word, group in sorted(groups.items()))
    return {word: len(group) for word, group in sorted(groups.items())}, kept


def _by_rarest(entries: Sequence[Entry], columns: Columns) -> list[Member]:
    """Return by word the entries that are found by the few words of their names that tell most."""
    counts = Counter(word for entry in entries for word in names_in(entry))
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for word in sorted(names_in(entry), key=lambda word: (counts[word], word))[:OF_ARTICLE]:
            groups[word].append(entry)
    return _members((word, columns.of(group)) for word, group in sorted(groups.items()))


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
