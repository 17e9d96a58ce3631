"""What a check is. A check yields problems; it never prints, counts, raises or reads the clock."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.model.finding import Problem, Rule

Find = Callable[[Catalog], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Check:
    """A rule and the function that finds its breaches."""

    rule: Rule
    find: Find


def check(*, must: str, cause: str, cure: str) -> Callable[[Find], Check]:
    """Make a check of a function; its name, a sentence true of good data, becomes the rule's id."""

    def made(find: Find) -> Check:
        return Check(Rule(find.__name__.replace("_", "-"), must, cause, cure), find)

    return made
