"""Every rule there is, in one list: of loading, of checks and of exceptions, each with its bad and good example."""

from dataclasses import replace

from hoctap.checks import CHECKS
from hoctap.exceptions import NEEDED
from hoctap.load.rules import RULES as LOAD_RULES
from hoctap.model.finding import Rule
from hoctap.rule_examples import EXAMPLES


def _shown(rule: Rule) -> Rule:
    bad, good = EXAMPLES.get(rule.id, ("", ""))
    return replace(rule, bad=bad, good=good)


RULES: tuple[Rule, ...] = tuple(map(_shown, (*LOAD_RULES, *(check.rule for check in CHECKS), NEEDED)))
