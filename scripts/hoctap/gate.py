"""The one gate: everything that must hold before anything is published. Loads, checks, arranges."""

from dataclasses import dataclass
from pathlib import Path

from hoctap.checks import CHECKS, findings_of
from hoctap.exceptions import NEEDED, without_excepted
from hoctap.load import load
from hoctap.load.rules import RULES as LOAD_RULES
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Finding, Rule
from hoctap.report import arranged

RULES: tuple[Rule, ...] = (*LOAD_RULES, *(check.rule for check in CHECKS), NEEDED)


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read and every finding about it, arranged; no findings means fit to publish."""

    catalog: Catalog
    findings: tuple[Finding, ...]


def check(root: Path) -> Checked:
    """Return the catalog under `root` with all findings; FileNotFoundError if there is no datapackages/."""
    loaded = load(root)
    told = without_excepted(loaded.catalog, findings_of(loaded.catalog))
    return Checked(loaded.catalog, tuple(arranged([*loaded.findings, *told])))
