"""Findings as SARIF 2.1.0, which code-scanning pages and editors read. Returns a string."""

import json
import os
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from hoctap.model.finding import BREACH, Finding, Rule
from hoctap.vietnamese.characters import printable

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(findings: Sequence[Finding], rules: Sequence[Rule]) -> str:
    """Return one run with a result for each finding; every rule is described, broken or not."""
    driver = {"name": "hoctap", "semanticVersion": "0.1.0", "rules": [_rule(rule) for rule in rules]}
    position = {rule.id: n for n, rule in enumerate(rules)}
    results = [_result(finding, position) for finding in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    explanation = f"Thường do: {rule.cause} Cách sửa: {rule.cure}."
    level = "error" if rule.level == BREACH else "warning"
    return {
        "id": rule.id,
        "defaultConfiguration": {"level": level},
        "shortDescription": {"text": f"{rule.must}."},
        "help": {"text": explanation},
    }


def _result(finding: Finding, position: dict[str, int]) -> dict[str, Any]:
    field = f"{finding.field}: " if finding.field else ""
    found = f', đang là "{finding.value}"' if finding.value else ""
    hint = f" → {finding.hint}" if finding.hint else ""
    region = {"startLine": max(finding.line, 1)} | ({"startColumn": finding.column} if finding.column else {})
    place = {"artifactLocation": {"uri": quote(os.fsencode(finding.path))}, "region": region}
    return {
        "ruleId": finding.rule,
        "ruleIndex": position[finding.rule],
        "level": "warning" if finding.is_question else "error",
        "message": {"text": printable(f"{field}{finding.message}{found}{hint}")},
        "locations": [{"physicalLocation": place}],
    }
