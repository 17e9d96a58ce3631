"""Answers about a catalog that many pages and files ask for, computed once.

A catalog never changes, so an answer about it never does. What is known before a process is forked is known in all.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from hoctap.model.catalog import Ask, Catalog

Answer = TypeVar("Answer")
# Answers that are compared by what they say, not by what they were made from: by name, what gives them.
BY_VALUE: dict[str, Ask] = {}


def once_for_each(ask: Callable[[Catalog, str], Answer]) -> Callable[[Catalog, str], Answer]:
    """Return `ask`, a function of a catalog and an identifier, computing each answer once; errors are not kept."""

    @wraps(ask)
    def answer(catalog: Catalog, key: str) -> Answer:
        return cast("Answer", catalog.answer(ask, key))

    return answer


def once(ask: Callable[[Catalog], Answer]) -> Callable[[Catalog], Answer]:
    """Return `ask`, a function of a catalog alone, computing its answer once."""

    def without_key(catalog: Catalog, _: str) -> Answer:
        return ask(catalog)

    @wraps(ask)
    def answer(catalog: Catalog) -> Answer:
        return cast("Answer", catalog.answer(without_key, ""))

    return answer


def by_value(ask: Callable[[Catalog, str], Answer]) -> Callable[[Catalog, str], Answer]:
    """Return `ask`, computing each answer once; whoever uses it depends on what it says, whatever that was made from.

    For short answers that are made from much and change seldom. Their `repr` must say all there is.
    """
    name = f"{ask.__module__}.{ask.__qualname__}"
    BY_VALUE[name] = ask

    @wraps(ask)
    def answer(catalog: Catalog, key: str) -> Answer:
        return cast("Answer", catalog.answer(ask, key, name))

    return answer
