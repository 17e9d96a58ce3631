"""Answers about a catalog that many pages and files ask for, computed once.

A catalog never changes, so an answer about it never does.
An answer found before a process is forked is known in every child.
"""

from collections.abc import Callable, Hashable, Iterable
from functools import wraps
from typing import TypeVar

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow

Answer = TypeVar("Answer")
Key = TypeVar("Key", bound=Hashable)


def once(ask: Callable[[Catalog], Answer]) -> Callable[[Catalog], Answer]:
    """Return `ask`, a function of a catalog alone, computing its answer once; errors are not kept."""

    @wraps(ask)
    def answer(catalog: Catalog) -> Answer:
        return catalog.answer(ask, ask, catalog)

    return answer


def once_for_each(ask: Callable[[Catalog, Key], Answer]) -> Callable[[Catalog, Key], Answer]:
    """Return `ask`, a function of a catalog and a key, an identifier or a day, computing each answer once."""

    @wraps(ask)
    def answer(catalog: Catalog, key: Key) -> Answer:
        return catalog.answer((ask, key), ask, catalog, key)

    return answer


def question_of(answer: Callable[[Catalog, Key], Answer], key: Key) -> Hashable:
    """Return by what a catalog knows the answer of a function of `once_for_each` for a key."""
    return getattr(answer, "__wrapped__"), key  # noqa: B009 - `wraps` leaves the function there


def once_for_row(ask: Callable[[Catalog, FigureRow], Answer]) -> Callable[[Catalog, FigureRow], Answer]:
    """Return `ask`, a function of a catalog and a figure of it, computing each answer once.

    A row is known by being the same object: two catalogs may each have one that says the same.
    """

    @wraps(ask)
    def answer(catalog: Catalog, row: FigureRow) -> Answer:
        return catalog.answer((ask, id(row)), _with_row, ask, catalog, row)[1]

    return answer


def know_of_row(
    answer: Callable[[Catalog, FigureRow], Answer],
    catalog: Catalog,
    row: FigureRow,
    value: Answer,
    reads: Iterable[tuple[str, str]],
) -> None:
    """Let a catalog know what a function of `once_for_row` answers for a row, and what that was made from."""
    catalog.knows((getattr(answer, "__wrapped__"), id(row)), (row, value), reads)  # noqa: B009 - left there by `wraps`


def _with_row(
    ask: Callable[[Catalog, FigureRow], Answer], catalog: Catalog, row: FigureRow
) -> tuple[FigureRow, Answer]:
    # The row is kept with its answer: as long as it is there, no other object has its number.
    return row, ask(catalog, row)
