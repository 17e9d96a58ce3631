"""Findings told as text, JSON, GitHub annotations or SARIF. Returns strings; finding and printing are elsewhere."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict

from hoctap.check.rulebook import RULES
from hoctap.check.sarif import as_sarif
from hoctap.model.finding import Finding

RULES_PAGE = "huong-dan/quy-tac/"
Report = Callable[[Sequence[Finding]], str]


def as_text(findings: Sequence[Finding]) -> str:
    """Return one line for each finding, its cure beneath, and a closing count."""
    lines = []
    for finding in findings:
        lines.append(f"{_spot(finding)}: {_said(finding)} [{finding.rule}]")
        if finding.hint:
            lines.append(f"    → {_shown(finding.hint)}")
    closing = f"{len(findings)} lỗi. Giải thích từng quy tắc: {RULES_PAGE}" if findings else "Không có lỗi."
    return "\n".join([*lines, closing]) + "\n"


def as_json(findings: Sequence[Finding]) -> str:
    """Return a JSON list of objects with path, line, column, field, rule, message, hint and value."""
    return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2) + "\n"


def as_github(findings: Sequence[Finding]) -> str:
    """Return workflow commands that GitHub shows as annotations on the lines of a pull request."""
    lines = []
    for finding in findings:
        path, rule = _property(_shown(finding.path)), _property(finding.rule)
        spot = f"file={path},line={max(finding.line, 1)},title={rule}"
        told = f"{_said(finding)}\n→ {_shown(finding.hint)}" if finding.hint else _said(finding)
        lines.append(f"::error {spot}::{_escaped(told)}")
    return "\n".join([*lines, f"{len(findings)} lỗi"]) + "\n"


def _spot(finding: Finding) -> str:
    path = _shown(finding.path)
    return f"{path}:{finding.line}" if finding.line else path


def _said(finding: Finding) -> str:
    field = f"{finding.field}: " if finding.field else ""
    found = f', đang là "{finding.value}"' if finding.value else ""
    return _shown(f"{field}{finding.message}{found}")


def _shown(text: str) -> str:
    """Return the text on one line with what cannot be seen spelt out, so that no value can pose as a line."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


REPORTS: dict[str, Report] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": lambda findings: as_sarif(findings, RULES),
}
