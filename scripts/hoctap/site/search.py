"""The search index: one small folded document for each page, indexed by Pagefind's command line.

Text is folded here (no marks, `đ` as `d`) and queries are folded in the browser, so both sides agree. What a
reader sees of a result is kept unfolded in the document's metadata.
"""

import html
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from hoctap.site.pagefind_order import in_order
from hoctap.vietnamese import fold

_META = '<span data-pagefind-meta="{name}:{value}"></span>'
_FILTER = '<span data-pagefind-filter="{name}:{value}"></span>'
_PAGE = (
    '<!doctype html><html lang="vi"><head><title>.</title></head><body data-pagefind-body>{meta}{filters}'
    '<h1 data-pagefind-weight="10">{head}</h1><p data-pagefind-weight="5">{names}</p>'
    '<div data-pagefind-weight="1">{words}</div></body></html>'
)
# Names are also indexed in one word, so that a query in one word finds the page of that name, or of one that begins
# so, wherever its words are mentioned. docs/assets/js/finder.js cuts queries at the same length.
LONGEST_NAME = 40
# What tells two pages of one name apart is not part of the name: «Tỷ lệ biết chữ (nhóm tuổi khác)».
_IN_BRACKETS = re.compile(r" \([^()]*\)$")
# Kinds that nobody means by a misspelt title.
_NOT_SUGGESTED = ("Nguồn", "English")
_PROSE = ("Trang", "English")


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
    """Write the corpus of `entries` under `corpus` and its index to `index`; raise if Pagefind fails."""
    titles = []
    corpus.mkdir(parents=True)
    # One flat folder, since making a folder costs as much as making a file. Of equal answers the first file wins.
    for number, entry in enumerate(sorted(entries, key=lambda entry: entry.target)):
        (corpus / f"{number:06}.html").write_text(_document(entry), encoding="utf-8")
        if entry.kind not in _NOT_SUGGESTED:
            titles.append([entry.title, entry.target, entry.kind])
    command = [sys.executable, "-m", "pagefind", "--site", str(corpus), "--output-path", str(index)]
    done = subprocess.run([*command, "--force-language", "vi"], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"Pagefind failed:\n{done.stdout}{done.stderr}")
    in_order(index)
    text = json.dumps(titles, ensure_ascii=False, separators=(",", ":"))
    (index / "titles.json").write_text(text, encoding="utf-8")


def in_one_word(name: str) -> str:
    """Return a name folded, without spaces and signs: `Lạng Sơn` gives `langson`."""
    return re.sub(r"[^a-z0-9]", "", fold(name))[:LONGEST_NAME]


def _document(entry: Entry) -> str:
    names = [_IN_BRACKETS.sub("", entry.title), *entry.names]
    told = {
        "title": entry.title,
        "kind": entry.kind,
        "summary": entry.summary,
        "target": entry.target,
        "names": "|".join(dict.fromkeys(map(fold, names))),
        "former": str(int(entry.former)),
    }
    filters = {"kind": entry.kind, "province": entry.province}
    one_word = dict.fromkeys(filter(None, map(in_one_word, (entry.title, *names))))
    return _PAGE.format(
        meta="".join(_META.format(name=name, value=html.escape(value)) for name, value in told.items()),
        filters="".join(
            _FILTER.format(name=name, value=html.escape(value)) for name, value in filters.items() if value
        ),
        head=html.escape(fold(entry.title)),
        names=html.escape(" ".join([*map(fold, entry.names), *one_word])),
        words=html.escape(" ".join(map(fold, entry.words) if entry.kind in _PROSE else _each_once(entry.words))),
    )


def _each_once(texts: Iterable[str]) -> Iterable[str]:
    # Rows of figures repeat their words; no excerpt is shown and titles decide the order, so once is enough.
    return dict.fromkeys(word for text in texts for word in fold(text).split())
