"""Prose pages finished: what search shall know of each is read, then the terms of the glossary are marked on it.

Of those that are made of rows and have no other file for programs, the words are written beside them as Markdown.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from hoctap.exports.edition import Edition
from hoctap.model.record import Term
from hoctap.site.glossary import Glossary, glossary_of, marked
from hoctap.site.markdown_pages import markdown_link, write_markdown
from hoctap.site.search.entry import Entry
from hoctap.site.search.prose import prose_entry
from hoctap.site.stamp import rooted, write_page
from hoctap.system.reuse import Task, Work, digest

# No terms are marked in the glossary itself and on pages in another language.
_LEFT_OUT = ("thuat-ngu/", "en/")
_OF_ROWS = ("thuat-ngu/",)
_ARTICLE = re.compile(r'<article class="md-content__inner md-typeset">(.*)</article>', re.DOTALL)


def finish_prose(work: Work, pages: Mapping[str, str], terms: Sequence[Term], edition: Edition) -> list[Entry]:
    """Write prose pages, given by address, below `work.new`; return what search shall know of each."""
    glossary, shared = glossary_of(terms), repr(terms)
    tasks = [_task(work.new, address, html, glossary, shared, edition) for address, html in pages.items()]
    return work.pieces(tasks)


def _task(site: Path, address: str, html: str, glossary: Glossary, shared: str, edition: Edition) -> Task:
    begun = replace(edition, files=()) if address in _OF_ROWS else None
    given = digest(html, shared, begun.as_text if begun else "")
    return f"prose {address}", given, partial(_finished, site, address, html, glossary, begun)


def _finished(
    site: Path, address: str, html: str, glossary: Glossary, edition: Edition | None
) -> tuple[list[str], Entry]:
    """Write a prose page, and its words as Markdown if there is an edition to name; return paths and entry."""
    text, files = html, list[str]()
    if edition:
        (body,) = _ARTICLE.findall(html)
        files = [write_markdown(site, address, body, edition)]
        text = text.replace("</head>", f"{rooted(markdown_link(files[0]), address)}</head>", 1)
    if not address.startswith(_LEFT_OUT):
        text = marked(text, glossary, "../" * address.count("/"))
    return [write_page(site, address, text), *files], prose_entry(address, html)
