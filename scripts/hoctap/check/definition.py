"""What a check is. A check yields problems; it never prints, counts, raises or reads the clock."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.model.finding import BREACH, QUESTION, Problem, Rule

Find = Callable[[Catalog], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Check:
    """A rule and the function that finds its breaches.

    One that counts absence (what nothing points at) is silent while something could not be read. `judges` names the
    columns of a figure by which alone the rule judges it (`path`: the file it stands in): where all figures with the
    same cells there are judged alike, one of them may stand for all; empty if the rule looks at more than one row.
    One that judges `file_by_file` finds in the file of a table the same whatever stands in all others.
    """

    rule: Rule
    find: Find
    counts_absence: bool = False
    judges: tuple[str, ...] = ()
    file_by_file: bool = False


def check(
    *,
    must: str,
    cause: str,
    cure: str,
    bad: str,
    good: str,
    asks: bool = False,
    counts_absence: bool = False,
    judges: tuple[str, ...] = (),
    file_by_file: bool = False,
) -> Callable[[Find], Check]:
    """Make a check of a function; its name, a sentence true of good data, becomes the rule's id.

    `bad` is a row as in the file, or one `column: cell` of it, that breaks the rule, and `good` the same one mended.
    A check that `asks` yields suspicions: they are told and block nothing.
    """

    def checked(find: Find) -> Check:
        level = QUESTION if asks else BREACH
        rule = Rule(find.__name__.replace("_", "-"), must, cause, cure, bad, good, level)
        return Check(rule, find, counts_absence, judges, file_by_file)

    return checked
