"""Answers about a catalog that many pages and files ask for, computed once.

A catalog never changes, so an answer about it never does. What is known before a process is forked is known in all.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from hoctap.model.catalog import Catalog

Answer = TypeVar("Answer")


def once_for_each(ask: Callable[[Catalog, str], Answer]) -> Callable[[Catalog, str], Answer]:
    """Return `ask`, a function of a catalog and an identifier, computing each answer once; errors are not kept."""

    @wraps(ask)
    def answer(catalog: Catalog, key: str) -> Answer:
        known = catalog.answers.setdefault(ask, {})
        if key not in known:
            known[key] = ask(catalog, key)
        return cast("Answer", known[key])

    return answer


def once(ask: Callable[[Catalog], Answer]) -> Callable[[Catalog], Answer]:
    """Return `ask`, a function of a catalog alone, computing its answer once."""
    kept = once_for_each(lambda catalog, _: ask(catalog))

    @wraps(ask)
    def answer(catalog: Catalog) -> Answer:
        return kept(catalog, "")

    return answer
