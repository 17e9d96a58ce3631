"""Findings told as text, JSON, GitHub annotations or SARIF. Returns strings; finding and printing are elsewhere."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict

from hoctap.check.rulebook import RULES
from hoctap.check.sarif import as_sarif
from hoctap.model.finding import Finding

RULES_PAGE = "huong-dan/quy-tac/"
MOST_IN_FULL = 20
MOST_ANNOTATIONS = 10
Report = Callable[[Sequence[Finding]], str]


def as_text(findings: Sequence[Finding]) -> str:
    """Return one line for each finding, its cure beneath, and a closing count: what blocks first, then questions.

    Of one rule in one file, the first MOST_IN_FULL are told in full and the rest counted.
    """
    findings = sorted(findings, key=lambda each: each.is_question)
    counts = Counter[tuple[str, str]]()
    lines: list[str] = []
    for group, finding in ((_group(each), each) for each in findings):
        counts[group] += 1
        if counts[group] <= MOST_IN_FULL:
            lines += _in_full(finding)
        elif counts[group] == MOST_IN_FULL + 1:
            lines.append(_counted([each for each in findings if _group(each) == group][MOST_IN_FULL:]))
    return "\n".join([*lines, _closing(findings)]) + "\n"


def _group(finding: Finding) -> tuple[str, str]:
    return finding.path, finding.rule


def _in_full(finding: Finding) -> Iterator[str]:
    asked = "hỏi lại, " if finding.is_question else ""
    yield f"{_spot(finding)}: {asked}{_in_one_line(finding)} [{finding.rule}]"
    if finding.hint:
        yield f"    → {_printable(finding.hint)}"


def _counted(rest: Sequence[Finding]) -> str:
    first, last = rest[0], rest[-1]
    lines = f"từ dòng {first.line} đến dòng {last.line}"
    return f"{_printable(first.path)}: còn {len(rest)} chỗ như vậy, {lines} [{first.rule}]"


def _closing(findings: Sequence[Finding]) -> str:
    asked = sum(finding.is_question for finding in findings)
    questions = f"{asked} chỗ hỏi lại, không chặn" if asked else ""
    wrong = f"{len(findings) - asked} lỗi" if len(findings) > asked else ("" if findings else "Không có lỗi")
    words = ", ".join(filter(None, (wrong, questions)))
    return f"{words}. Giải thích từng quy tắc: {RULES_PAGE}" if findings else f"{words}."


def as_json(findings: Sequence[Finding]) -> str:
    """Return a JSON list of objects with path, line, column, field, rule, message, hint, value and level."""
    return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2) + "\n"


def as_github(findings: Sequence[Finding]) -> str:
    """Return workflow commands that GitHub shows as annotations on the lines of a pull request.

    GitHub shows MOST_ANNOTATIONS of each level for a step; the others stand in the log as text.
    """
    lines: list[str] = []
    rest: list[Finding] = []
    for level in ("error", "warning"):
        own = [finding for finding in findings if finding.is_question == (level == "warning")]
        annotated = sorted(own, key=_turns(own))[:MOST_ANNOTATIONS]
        lines += [_annotation(level, finding) for finding in own if finding in annotated]
        rest += [finding for finding in own if finding not in annotated]
    lines += [f"Còn {len(rest)} chỗ nữa:", as_text(rest).rstrip()] if rest else []
    asked = sum(finding.is_question for finding in findings)
    return "\n".join([*lines, f"{len(findings) - asked} lỗi" + (f", {asked} chỗ hỏi lại" if asked else "")]) + "\n"


def _turns(findings: Sequence[Finding]) -> Callable[[Finding], int]:
    """Return the key by which each rule of each file has its first turn before any has a second."""
    seen = Counter[tuple[str, str]]()
    turn: dict[Finding, int] = {}
    for finding in findings:
        turn[finding] = seen[_group(finding)]
        seen[_group(finding)] += 1
    return lambda finding: turn[finding]


def _annotation(level: str, finding: Finding) -> str:
    path, rule = _property(_printable(finding.path)), _property(finding.rule)
    spot = f"file={path},line={max(finding.line, 1)},title={rule}"
    words = f"{_in_one_line(finding)}\n→ {_printable(finding.hint)}" if finding.hint else _in_one_line(finding)
    return f"::{level} {spot}::{_escaped(words)}"


def _spot(finding: Finding) -> str:
    path = _printable(finding.path)
    return f"{path}:{finding.line}" if finding.line else path


def _in_one_line(finding: Finding) -> str:
    field = f"{finding.field}: " if finding.field else ""
    found = f', đang là "{finding.value}"' if finding.value else ""
    return _printable(f"{field}{finding.message}{found}")


def _printable(text: str) -> str:
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
