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


def check(*, must: str, cause: str, cure: str, bad: str, good: str) -> Callable[[Find], Check]:
    """Make a check of a function; its name, a sentence true of good data, becomes the rule's id.

    `bad` is a row as in the file, or one `column: cell` of it, that breaks the rule, and `good` the same one mended.
    """

    def checked(find: Find) -> Check:
        return Check(Rule(find.__name__.replace("_", "-"), must, cause, cure, bad, good), find)

    return checked
