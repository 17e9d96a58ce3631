"""How much is said and refused over the whole catalog: counts for those who look after it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.views.statements.comparable import Reason
from hoctap.views.statements.of import everything
from hoctap.views.statements.statement import KIND_WORDS, Statement
from hoctap.views.statements.verdict import Outcome


@dataclass(frozen=True, slots=True)
class StatementCounts:
    """`kinds` are words with the numbers said and refused; `reasons` and `outcomes` words with their numbers."""

    kinds: Sequence[tuple[str, int, int]]
    reasons: Sequence[tuple[str, int]]
    outcomes: Sequence[tuple[str, int]]


def statement_counts(catalog: Catalog) -> StatementCounts:
    """Return the counts of statements by kind, of refusals by reason, of verdicts by outcome."""
    everywhere = everything(catalog)
    counts = Counter(each.kind for each in everywhere if isinstance(each, Statement))
    refused = [each for each in everywhere if not isinstance(each, Statement)]
    refusals = Counter(each.kind for each in refused)
    reasons = Counter(reason for each in refused for reason in each.reasons)
    outcomes = Counter(each.outcome for each in everywhere if isinstance(each, Statement))
    return StatementCounts(
        kinds=[(words, counts[kind], refusals[kind]) for kind, words in KIND_WORDS.items()],
        reasons=[(reason.words, reasons[reason]) for reason in Reason if reasons[reason]],
        outcomes=[(str(outcome), outcomes[outcome]) for outcome in Outcome if outcomes[outcome]],
    )
