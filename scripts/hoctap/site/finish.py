"""Prose pages finished: what search shall know of each is read, then the terms of the glossary are marked on it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from hoctap.model.record import Term
from hoctap.site.glossary import Glossary, glossary_of, marked
from hoctap.site.search.entry import Entry
from hoctap.site.search.prose import prose_entry
from hoctap.site.stamp import write_page
from hoctap.system.reuse import Task, Work, digest

# No terms are marked in the glossary itself and on pages in another language.
_LEFT_OUT = ("thuat-ngu/", "en/")


def finish_prose(work: Work, terms: Sequence[Term]) -> list[Entry]:
    """Finish the prose pages below `work.new`, shells and 404 left out; return what search shall know of each."""
    site, glossary = work.new, glossary_of(terms)
    shells = site / "_shell"
    tasks: list[Task] = []
    for path in sorted(site.rglob("index.html")):
        if not path.is_relative_to(shells):
            address = path.relative_to(site).as_posix().removesuffix("index.html")
            html = path.read_text(encoding="utf-8")
            path.unlink()
            make = partial(_finished, site, address, html, glossary)
            tasks.append((f"prose {address}", digest(html, repr(terms)), make))
    return work.pieces(tasks)


def _finished(site: Path, address: str, html: str, glossary: Glossary) -> tuple[list[str], Entry]:
    text = html if address.startswith(_LEFT_OUT) else marked(html, glossary, "../" * address.count("/"))
    return [write_page(site, address, text)], prose_entry(address, html)
