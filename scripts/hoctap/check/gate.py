"""The one gate: everything that must hold before anything is published. Loads, checks, arranges."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from hoctap.check.accepted import NEEDED, without_excepted
from hoctap.check.rulebook import RULES
from hoctap.check.rules import OF_PAGES, findings_of
from hoctap.load import load
from hoctap.load.descriptors import RULE as DESCRIPTOR_RULE
from hoctap.load.descriptors import Describe, described
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Finding, sorted_unique
from hoctap.system import clock

Find = Callable[[Catalog], Sequence[Finding]]
__all__ = ["RULES", "Checked", "check", "findings_in"]


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read and all that is told of it, arranged; no findings means fit to publish.

    Questions are suspicions that a person may overrule: told wherever findings are, and in nobody's way.
    """

    catalog: Catalog
    findings: tuple[Finding, ...]
    questions: tuple[Finding, ...] = ()

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """Return findings and questions together, in the order of the files."""
        return tuple(sorted((*self.findings, *self.questions)))


def check(
    root: Path, today: date | None = None, *, find: Find = findings_of, describe: Describe = described
) -> Checked:
    """Return the catalog under `root` with all findings; FileNotFoundError if there is no datapackages/.

    `today` is the day of the clock unless it is given; only dates of the future depend on it. `find` asks the rules:
    all of them, or as `check.verdicts` does; `describe` reads descriptors, as there.
    """
    loaded = load(root, describe=describe)
    broken = [finding for finding in loaded.findings if finding.rule == DESCRIPTOR_RULE]
    if broken:
        # Whatever else could be said follows from this: tables are missing, keys lead nowhere.
        return Checked(loaded.catalog, tuple(sorted_unique(broken)))
    catalog = replace(loaded.catalog, today=today or clock.today())
    found = sorted_unique([*loaded.findings, *without_excepted(catalog, find(catalog))])
    found = list(_causes(found))
    blocking = tuple(each for each in found if not each.is_question)
    catalog.found_by_rules.clear()  # no rule asks any more: of very many figures, what they had found is much
    return Checked(catalog, blocking, tuple(each for each in found if each.is_question))


_OF_ROWS = {"value-has-its-type", "value-within-constraints", "required-value-is-there"}


def _causes(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the findings but for those that follow from others.

    That is the form of a key that leads nowhere: who writes a name there is told its code. And exceptions that seem
    not to be needed, while rows cannot be read: no rule has looked at them.
    """
    lost = {(each.path, each.line, each.field) for each in findings if each.rule == "reference-exists"}
    has_unread_rows = bool(lost) or any(each.rule in _OF_ROWS for each in findings)
    for each in findings:
        if each.rule == NEEDED.id and has_unread_rows:
            continue
        if each.rule != "value-within-constraints" or (each.path, each.line, each.field) not in lost:
            yield each


def check_pages(catalog: Catalog) -> tuple[Finding, ...]:
    """Return what is wrong with the pages under docs/ alone, beside a catalog that was found good: soon and not all."""
    found = sorted_unique(without_excepted(catalog, findings_of(catalog, OF_PAGES)))
    # Of an exception to another rule nobody can say here whether it is needed.
    return findings_in([each for each in found if not each.is_question], ["docs"])


def findings_in(findings: Iterable[Finding], paths: Sequence[str]) -> tuple[Finding, ...]:
    """Return the findings about the named files, or about files in the named folders; all of them without names."""
    within = tuple(f"{path.rstrip('/')}/" for path in paths)
    return tuple(each for each in findings if not paths or each.path in paths or each.path.startswith(within))
