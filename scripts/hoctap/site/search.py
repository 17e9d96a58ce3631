"""The search index: one small folded document for each page, indexed by Pagefind's command line.

Text is folded here (no marks, `đ` as `d`) and queries are folded in the browser, so both sides agree. What a
reader sees of a result is kept unfolded in the document's metadata.
"""

import html
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from hoctap.site.pagefind_order import in_order
from hoctap.vietnamese import fold

_META = '<span data-pagefind-meta="{name}:{value}"></span>'
_PAGE = (
    '<!doctype html><html lang="vi"><head><title>.</title></head><body data-pagefind-body>{meta}'
    '<span data-pagefind-filter="kind:{kind}"></span>'
    '<h1 data-pagefind-weight="10">{head}</h1><div data-pagefind-weight="1">{words}</div></body></html>'
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index knows of a page: `words` are what people may look for, unfolded.

    `anchor` is where on the page a result leads, for the many small things on one page.
    """

    address: str
    title: str
    kind: str
    summary: str
    words: Sequence[str]
    anchor: str = ""


def write_index(entries: Iterable[Entry], corpus: Path, site: Path) -> None:
    """Write the corpus of `entries` under `corpus` and its index to `site`/pagefind; raise if Pagefind fails."""
    for entry in entries:
        path = corpus / entry.address / entry.anchor / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_document(entry), encoding="utf-8")
    command = [sys.executable, "-m", "pagefind", "--site", str(corpus), "--output-path", str(site / "pagefind")]
    done = subprocess.run([*command, "--force-language", "vi"], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"Pagefind failed:\n{done.stdout}{done.stderr}")
    in_order(site / "pagefind")


def _document(entry: Entry) -> str:
    target = f"{entry.address}#{entry.anchor}" if entry.anchor else entry.address
    told = {"title": entry.title, "kind": entry.kind, "summary": entry.summary, "target": target}
    return _PAGE.format(
        meta="".join(_META.format(name=name, value=html.escape(value)) for name, value in told.items()),
        kind=html.escape(entry.kind),
        head=html.escape(fold(entry.title)),
        words="".join(f"<p>{html.escape(fold(words))}</p>" for words in entry.words if words),
    )
