"""The index of search as files: a common part, read first, and parts read by what is typed.

The common part holds every page up to a weight, the ones people mean most often first. Pages beyond it stand in
parts by word: a part holds all that these pages have under a few words, so a query reads one part for each of its
rarest words, however many pages there are. Figures stand in parts by page and, once more, by number; sentences in
parts by page. docs/assets/js/search/index.js reads these files and computes the same numbers of parts.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from hoctap.site.search.entry import Entry, FigureEntry
from hoctap.vietnamese.writing import words_of

# Characters of names and summaries that the common part may hold: about 70 kB with gzip.
COMMON = 330_000
# Of a part: about 10 kB with gzip.
PART = 60_000
_FIELDS = ("target", "title", "names", "summary")


def write_index(
    entries: Iterable[Entry],
    figures: Sequence[FigureEntry],
    kinds: Sequence[str],
    lists: Sequence[tuple[str, str]],
    folder: Path,
) -> None:
    """Write the index of `entries` and `figures` into `folder`.

    `kinds` stand in the order people mean them; `lists` are the list pages to offer, each a name and an address.
    """
    place = {kind: at for at, kind in enumerate(kinds)}
    ordered = sorted(entries, key=lambda entry: (place[entry.kind], -len(entry.indicators), entry.target))
    common, others = _split(ordered)
    numbered = {entry.target: at for at, entry in enumerate(common)}
    texts = _parts_by(PART, [(entry.target, list(_sentences(entry))) for entry in ordered if entry.words])
    by_page = _parts_by(PART, _grouped(figures, lambda figure: [figure.page]))
    by_number = _parts_by(PART, _grouped(figures, lambda figure: figure.numbers))
    by_word, counts = _by_word(others, numbered, place)
    _write(
        folder / "common.json",
        {
            "kinds": list(kinds),
            "lists": list(lists),
            "parts": {"words": len(by_word), "figures": len(by_page), "numbers": len(by_number), "texts": len(texts)},
            "counts": counts,
            **_columns(common, numbered, place),
        },
    )
    for name, parts in (("words", by_word), ("figures", by_page), ("numbers", by_number), ("texts", texts)):
        for at, part in enumerate(parts):
            _write(folder / name / f"{at}.json", part)


def part_of(key: str, parts: int) -> int:
    """Return the part that holds `key`: a hash that Python and JavaScript compute alike."""
    value = 0
    for char in key:
        value = (value * 31 + ord(char)) % 1_000_003
    return value % parts


def _split(ordered: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    weight = 0
    common: list[Entry] = []
    others: list[Entry] = []
    for entry in ordered:
        weight += sum(map(len, (entry.target, entry.title, entry.summary, *entry.names)))
        (common if weight <= COMMON else others).append(entry)
    return common, others


def _columns(entries: Sequence[Entry], numbered: Mapping[str, int], place: Mapping[str, int]) -> dict[str, Any]:
    provinces = sorted({entry.province for entry in entries})
    return {
        "target": [entry.target for entry in entries],
        "title": [entry.title for entry in entries],
        "kind": [place[entry.kind] for entry in entries],
        "names": ["|".join(_new(entry.names, entry.title)) for entry in entries],
        "summary": [entry.summary for entry in entries],
        "words": ["|".join(_said(entry)) for entry in entries],
        "provinces": provinces,
        "province": [provinces.index(entry.province) for entry in entries],
        "flags": [int(entry.former) + 2 * int(entry.last) for entry in entries],
        "indicators": [[numbered[key] for key in entry.indicators if key in numbered] for entry in entries],
    }


def _new(names: Iterable[str], title: str) -> Iterable[str]:
    return (name for name in dict.fromkeys(names) if name and name != title)


def _said(entry: Entry) -> list[str]:
    """Return the words of a page that its names and its summary do not have."""
    known = {word for text in (entry.title, *entry.names, entry.summary) for word in words_of(text)}
    return sorted({word for text in entry.words for word in words_of(text)} - known)


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


def _row(figure: FigureEntry) -> list[str]:
    return [
        f"{figure.page}#{figure.anchor}",
        figure.owner,
        figure.indicator,
        figure.words,
        figure.more,
        figure.source,
        figure.breakdown,
        figure.years,
    ]


def _parts_by(weight: int, groups: Sequence[tuple[str, Any]]) -> list[dict[str, Any]]:
    size = sum(len(json.dumps(group, ensure_ascii=False)) for _, group in groups)
    parts: list[dict[str, Any]] = [{} for _ in range(max(1, round(size / weight)))]
    for key, group in groups:
        parts[part_of(key, len(parts))][key] = group
    return parts


def _by_word(
    entries: Sequence[Entry], numbered: Mapping[str, int], place: Mapping[str, int]
) -> tuple[list[dict[str, Any]], dict[str, int]]:
    """Return the parts by word of the entries that the common part leaves out, and how many entries have a word."""
    named = [(entry, {word for text in (entry.title, *entry.names) for word in words_of(text)}) for entry in entries]
    counts = Counter(word for _, words in named for word in words)
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry, words in named:
        for word in words:
            groups[word].append(entry)
    most = max(40, len(entries) // 50)
    kept = [(word, _columns(group[:most], numbered, place)) for word, group in sorted(groups.items())]
    return (_parts_by(PART, kept) if kept else []), dict(sorted(counts.items()))


def _write(path: Path, value: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
