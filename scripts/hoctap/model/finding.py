"""What a check finds and which rule it belongs to. Holds no rule of its own."""

from collections.abc import Iterable
from dataclasses import dataclass

# A breach keeps anything from being published. A suspicion is asked about, and a person may overrule it.
BREACH, QUESTION = "error", "question"


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file under the root: `path` is relative with `/`, `line` is 1-based (0: whole file)."""

    path: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule in the words contributors read (Vietnamese); `id` is the only name used for it anywhere.

    `must` says what holds in good data, `cause` how one comes to break it, `cure` how to mend it;
    `bad` and `good` are a row, or a part of one, that breaks it and the same one mended.
    A rule of level QUESTION only suspects.
    """

    id: str
    must: str
    cause: str
    cure: str
    bad: str = ""
    good: str = ""
    level: str = BREACH


@dataclass(frozen=True, slots=True)
class Problem:
    """One breach as a check yields it: where, in which field, what must hold and what was found."""

    place: Place
    field: str
    message: str
    value: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One breach as it is told; sorts by path, line, column, field, rule."""

    path: str
    line: int
    column: int
    field: str
    rule: str
    message: str
    hint: str = ""
    value: str = ""
    level: str = BREACH

    @property
    def is_question(self) -> bool:
        """Return whether it is a suspicion, which blocks nothing."""
        return self.level == QUESTION


def finding_of(problem: Problem, rule: Rule) -> Finding:
    """Return the problem under its rule, with the rule's cure where the problem names none."""
    place = problem.place
    return Finding(
        place.path,
        place.line,
        place.column,
        problem.field,
        rule.id,
        problem.message,
        problem.hint or rule.cure,
        problem.value,
        rule.level,
    )


def sorted_unique(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings sorted by path, line, column, field and rule, each once."""
    return sorted(set(findings))
