"""What a statement is: words in parts, the rows they rest on, every caveat of those rows; or a refusal with reasons."""

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any

from hoctap.model.frozen import dataclass
from hoctap.model.value_range import UNKNOWN, Range
from hoctap.vietnamese.writing import capitalize_first
from hoctap.views.figure import Figure
from hoctap.views.link import Link
from hoctap.views.statements.caveats import Caveat
from hoctap.views.statements.reasons import Reason


class Kind(StrEnum):
    """The kinds of statement; the value is what files call it."""

    FIGURE = "figure"
    CHANGE = "change"
    SERIES = "series"
    RANKING = "ranking"
    COMPOSITION = "composition"
    VERDICT = "verdict"
    SUM = "sum"
    ABSENCE = "absence"


KIND_WORDS = {
    Kind.FIGURE: "Con số",
    Kind.CHANGE: "Tăng, giảm",
    Kind.SERIES: "Qua thời gian",
    Kind.RANKING: "Đặt cạnh nhau",
    Kind.COMPOSITION: "Cơ cấu",
    Kind.VERDICT: "So với chỉ tiêu",
    Kind.SUM: "Tổng",
    Kind.ABSENCE: "Chưa có",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence; `href` is where it may lead, relative to the site's root, empty for plain text."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said, with its words in `parts`.

    `subject` are the identifiers of what it speaks of (unit, indicator), `outcome` the code of a verdict or direction.
    """

    kind: Kind
    subject: tuple[str, ...]
    row_ids: tuple[str, ...]
    parts: tuple[Part, ...]
    caveats: tuple[Caveat, ...]
    figures: tuple[Figure, ...] = ()
    range: Range = UNKNOWN
    outcome: str = ""

    @property
    def text(self) -> str:
        """Return the sentence as plain text."""
        return "".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that is not said, and why; `reasons` are in the order of the enum."""

    kind: Kind
    subject: tuple[str, ...]
    row_ids: tuple[str, ...]
    reasons: tuple[Reason, ...]

    @property
    def text(self) -> str:
        """Return the reasons in words."""
        return "; ".join(reason.words for reason in self.reasons)


Result = Statement | Refusal


def as_json(statement: Statement) -> dict[str, Any]:
    """Return a statement as files and scripts have it: the words, never to be changed, and what they rest on."""
    return {
        "kind": str(statement.kind),
        "statement": statement.text,
        "caveats": [{"code": caveat.code, "words": caveat.words} for caveat in statement.caveats],
        "rows": list(statement.row_ids),
        "low": _number(statement.range.low),
        "high": _number(statement.range.high),
        "outcome": statement.outcome,
    }


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def sentence(parts: Sequence[Part | str]) -> tuple[Part, ...]:
    """Return parts as one sentence: neighbouring texts joined, the first letter large, empty parts left out."""
    joined, plain = list[Part](), ""
    for part in parts:
        if isinstance(part, str):
            plain += part
        elif not part.href:
            plain += part.text
        elif part.text:
            joined += (Part(plain), part) if plain else (part,)
            plain = ""
    if plain:
        joined.append(Part(plain))
    if joined:
        joined[0] = Part(capitalize_first(joined[0].text), joined[0].href)
    return tuple(joined)


def linked(link: Link, text: str = "") -> Part:
    """Return the part that leads to a page, under its own text or another one."""
    return Part(text or link.text, link.href)


def caveats_of_all(figures: Sequence[Figure]) -> tuple[Caveat, ...]:
    """Return every caveat of several figures once, in the order they are met."""
    return tuple(dict.fromkeys(caveat for figure in figures for caveat in figure.caveats))
