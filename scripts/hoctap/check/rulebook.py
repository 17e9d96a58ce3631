"""Every rule there is, in one list: of loading, of checks and of exceptions, each with its bad and good example."""

from dataclasses import replace

from hoctap.check.accepted import NEEDED
from hoctap.check.examples import EXAMPLES
from hoctap.check.rules import CHECKS
from hoctap.load.file_rules import RULES as LOAD_RULES
from hoctap.model.finding import Rule


def _shown(rule: Rule) -> Rule:
    bad, good = EXAMPLES.get(rule.id, ("", ""))
    return replace(rule, bad=bad, good=good)


RULES: tuple[Rule, ...] = tuple(map(_shown, (*LOAD_RULES, *(check.rule for check in CHECKS), NEEDED)))
