"""Answers about the data that many files and pages ask for, kept from the last build as pieces of work.

Of thousands of answers about single units few change from one build to the next, so only those are found again.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from hoctap.model.catalog import Catalog
from hoctap.model.once import question_of
from hoctap.system.processes import FEWEST
from hoctap.system.reuse import PIECE, Task, Work

# A function of `once_for_each`, and what it is asked about.
Question = tuple[Callable[[Catalog, Any], object], Any]


def know(
    work: Work,
    catalog: Catalog,
    questions: Iterable[Question],
    prepare: Callable[[], object] = dict,
    fewest: int = FEWEST,
) -> None:
    """Let the catalog know the answers, of which only those are found that changed since the last time.

    Whoever asks depends on the answer, whatever it was made from. `prepare` and `fewest` are as in `Work.pieces`.
    """
    asked = {f"{ask.__module__}.{ask.__name__} {key}": (ask, key) for ask, key in questions}
    tasks: list[Task] = [(name, "", partial(_answered, catalog, *question)) for name, question in asked.items()]
    found = work.pieces(tasks, prepare=prepare, fewest=fewest)
    for (name, question), answer in zip(asked.items(), found, strict=True):
        catalog.knows(question_of(*question), answer, [(PIECE, name)])


def _answered(catalog: Catalog, ask: Callable[[Catalog, Any], object], key: Any) -> tuple[tuple[()], object]:
    return (), ask(catalog, key)
