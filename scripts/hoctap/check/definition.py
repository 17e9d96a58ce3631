"""What a check is. A check yields problems; it never prints, counts, raises or reads the clock."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.model.finding import BREACH, QUESTION, Problem, Rule

Find = Callable[[Catalog], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Check:
    """A rule and the function that finds its breaches.

    One that counts absence (what nothing points at) is silent while something could not be read.
    """

    rule: Rule
    find: Find
    counts_absence: bool = False


def check(
    *, must: str, cause: str, cure: str, bad: str, good: str, asks: bool = False, counts_absence: bool = False
) -> Callable[[Find], Check]:
    """Make a check of a function; its name, a sentence true of good data, becomes the rule's id.

    `bad` is a row as in the file, or one `column: cell` of it, that breaks the rule, and `good` the same one mended.
    A check that `asks` yields suspicions: they are told and block nothing.
    """

    def checked(find: Find) -> Check:
        level = QUESTION if asks else BREACH
        return Check(Rule(find.__name__.replace("_", "-"), must, cause, cure, bad, good, level), find, counts_absence)

    return checked
