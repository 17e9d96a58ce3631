"""How much is said and refused over the whole catalog: counts for those who look after it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.views.statements.reasons import Reason
from hoctap.views.statements.rows import every_row
from hoctap.views.statements.statement import KIND_WORDS
from hoctap.views.statements.verdict import Outcome


@dataclass(frozen=True, slots=True)
class StatementCounts:
    """`kinds` are words with the numbers said and refused; `reasons` and `outcomes` words with their numbers."""

    kinds: Sequence[tuple[str, int, int]]
    reasons: Sequence[tuple[str, int]]
    outcomes: Sequence[tuple[str, int]]


def statement_counts(catalog: Catalog) -> StatementCounts:
    """Return the counts of statements by kind, of refusals by reason, of verdicts by outcome."""
    kinds = Counter[tuple[str, str]]()
    reasons, outcomes = Counter[str](), Counter[str]()
    for row in every_row(catalog):
        kinds[row.kind, row.stated] += 1
        reasons.update(row.reasons.split())
        outcomes[row.outcome] += 1
    return StatementCounts(
        kinds=[(words, kinds[kind, "true"], kinds[kind, "false"]) for kind, words in KIND_WORDS.items()],
        reasons=[(reason.words, reasons[reason.name]) for reason in Reason if reasons[reason.name]],
        outcomes=[(str(outcome), outcomes[outcome]) for outcome in Outcome if outcomes[outcome]],
    )
