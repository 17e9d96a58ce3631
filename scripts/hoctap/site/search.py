"""The search index: one small folded document for each page, indexed by Pagefind's command line.

Text is folded here (no marks, `đ` as `d`, figures without points and commas) and queries are folded in the browser,
so both sides agree. What a reader sees of a result is kept unfolded beside the document.
"""

import html
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from hoctap.site.pagefind_files import set_right
from hoctap.vietnamese.writing import fold

_FILTER = '<span data-pagefind-filter="{name}:{value}"></span>'
_PAGE = (
    '<!doctype html><html lang="vi"><head><title>.</title></head><body data-pagefind-body>{filters}'
    '<h1 data-pagefind-weight="10">{head}</h1><p data-pagefind-weight="5">{names}</p>'
    '<div data-pagefind-weight="1">{words}</div></body></html>'
)
# Names are also indexed in one word, so that a query in one word finds the page of that name, or of one that begins
# so, wherever its words are mentioned. docs/assets/js/finder.js cuts queries at the same length.
LONGEST_NAME = 40
# What tells two pages of one name apart is not part of the name: «Tỷ lệ biết chữ (nhóm tuổi khác)».
_IN_BRACKETS = re.compile(r" \([^()]*\)$")
# Pagefind would also index the parts of 1.234,5, which nobody asks for. docs/assets/js/finder.js joins the same.
_IN_FIGURES = re.compile(r"(?<=\d)[.,](?=\d)")
# Kinds that nobody means by a misspelt title.
_NOT_SUGGESTED = ("Nguồn", "English")
_PROSE = ("Trang", "English")


class SearchError(Exception):
    """Pagefind could not make the index; the text is what it said."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index knows of a page: `words` are what people may look for, unfolded.

    `anchor` is where on the page a result leads, for the many small things on one page; `names` are what else the
    page is called; `province` is today's; `former` tells a page of borders that have ended.
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

    @property
    def target(self) -> str:
        return f"{self.address}#{self.anchor}" if self.anchor else self.address


def write_index(entries: Iterable[Entry], corpus: Path, index: Path) -> None:
    """Write the corpus of `entries` under `corpus` and its index to `index`; SearchError if Pagefind fails."""
    titles, told = [], {}
    corpus.mkdir(parents=True)
    # One flat folder, since making a folder costs as much as making a file. Of equal answers the first file wins.
    for number, entry in enumerate(sorted(entries, key=lambda entry: entry.target)):
        (corpus / f"{number:06}.html").write_text(_document(entry), encoding="utf-8")
        told[f"/{number:06}.html"] = _told(entry)
        if entry.kind not in _NOT_SUGGESTED:
            titles.append([entry.title, entry.target, entry.kind])
    command = [sys.executable, "-m", "pagefind", "--site", str(corpus), "--output-path", str(index)]
    done = subprocess.run([*command, "--force-language", "vi"], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SearchError(_why(done.stdout + done.stderr))
    set_right(index, told)
    text = json.dumps(titles, ensure_ascii=False, separators=(",", ":"))
    (index / "titles.json").write_text(text, encoding="utf-8")


def _why(output: str) -> str:
    # Pagefind says what it does line by line, and last why it stopped.
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return next((line for line in reversed(lines) if "error" in line.lower()), lines[-1] if lines else "no output")


def in_one_word(name: str) -> str:
    """Return a name folded, without spaces and signs: `Lạng Sơn` gives `langson`."""
    return re.sub(r"[^a-z0-9]", "", fold(name))[:LONGEST_NAME]


def _folded(text: str) -> str:
    return _IN_FIGURES.sub("", fold(text))


def _told(entry: Entry) -> dict[str, str]:
    return {
        "title": entry.title,
        "kind": entry.kind,
        "summary": entry.summary,
        "target": entry.target,
        "names": "|".join(dict.fromkeys(map(_folded, _names(entry)))),
        "former": str(int(entry.former)),
    }


def _names(entry: Entry) -> list[str]:
    return [_IN_BRACKETS.sub("", entry.title), *entry.names]


def _document(entry: Entry) -> str:
    filters = {"kind": entry.kind, "province": entry.province}
    one_word = dict.fromkeys(filter(None, map(in_one_word, (entry.title, *_names(entry)))))
    return _PAGE.format(
        filters="".join(
            _FILTER.format(name=name, value=html.escape(value)) for name, value in filters.items() if value
        ),
        head=html.escape(_folded(entry.title)),
        names=html.escape(" ".join([*map(_folded, entry.names), *one_word])),
        words=html.escape(" ".join(map(_folded, entry.words) if entry.kind in _PROSE else _said_once(entry))),
    )


def _said_once(entry: Entry) -> Iterable[str]:
    # Rows of figures repeat their words and the title; no excerpt is shown and titles decide the order.
    said = {word for text in (entry.title, *entry.names) for word in _folded(text).split()}
    return dict.fromkeys(word for text in entry.words for word in _folded(text).split() if word not in said)
