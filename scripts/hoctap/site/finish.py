"""Prose pages finished: what search shall know of each is read, then the terms of the glossary are marked on it."""

from collections.abc import Mapping, Sequence
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


def finish_prose(work: Work, pages: Mapping[str, str], terms: Sequence[Term]) -> list[Entry]:
    """Write prose pages, given by address, below `work.new`; return what search shall know of each."""
    glossary, words_of_terms = glossary_of(terms), repr(terms)
    tasks: list[Task] = [
        (f"prose {address}", digest(html, words_of_terms), partial(_finished, work.new, address, html, glossary))
        for address, html in pages.items()
    ]
    return work.pieces(tasks)


def _finished(site: Path, address: str, html: str, glossary: Glossary) -> tuple[list[str], Entry]:
    text = html if address.startswith(_LEFT_OUT) else marked(html, glossary, "../" * address.count("/"))
    return [write_page(site, address, text)], prose_entry(address, html)
