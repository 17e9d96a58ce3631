"""Every rule there is, in one list: of loading, of checks and of exceptions."""

from hoctap.check.accepted import NEEDED
from hoctap.check.rules import CHECKS
from hoctap.load.file_rules import RULES as LOAD_RULES
from hoctap.model.finding import Rule

RULES: tuple[Rule, ...] = (*LOAD_RULES, *(check.rule for check in CHECKS), NEEDED)
