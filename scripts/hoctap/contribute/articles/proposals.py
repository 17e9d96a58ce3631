"""What an article proposes: figures with unit, indicator, period, hedge and the words they came from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from hoctap.contribute.articles.frames import meaning_of
from hoctap.contribute.articles.numbers import numbers
from hoctap.contribute.articles.subject import Subject, subject_of, unit_for
from hoctap.contribute.articles.when import article_date, is_goal, when_of
from hoctap.contribute.articles.words import RANGE, Reading, readings
from hoctap.contribute.naming.indicators import Indicators
from hoctap.contribute.naming.periods import periods_in
from hoctap.contribute.naming.units import Units
from hoctap.model.catalog import Catalog
from hoctap.model.period_kinds import MOMENT
from hoctap.model.record import Indicator

COLUMNS = (
    "unit_id",
    "indicator_id",
    "period",
    "period_kind",
    "period_status",
    "value",
    "qualifier",
    "breakdown",
    "paragraph",
    "exact",
    "kind",
    "confidence",
    "words",
)
_LEVELS = re.compile(r"trình độ|đại học|cao đẳng|trung cấp|chuyên viên|tuổi|khá|mức|loại")
_PARTS = (("nữ", re.compile(r"(?:là|có)\s+nữ\b|\bnữ\b")),)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A figure that an article seems to state; `confidence` is high, medium or low; `words` are the sentence."""

    unit_id: str
    indicator_id: str
    period: str
    period_kind: str
    period_status: str
    value: str
    qualifier: str
    breakdown: str
    paragraph: str
    exact: str
    kind: str
    confidence: str
    words: str


def proposals(catalog: Catalog, lines: Sequence[str], day: str = "") -> tuple[Proposal, ...]:
    """Return the figures that the lines of an article state; `day` is when it was published, if known."""
    indicators, units = Indicators(catalog), Units(catalog)
    day = day or article_date(lines)
    subject = subject_of(catalog, units, lines)
    reader = _Article(catalog, indicators, units, lines, day, subject)
    proposals: list[Proposal] = []
    listed = False
    for at, line in enumerate(lines, 1):
        # A list under «… phấn đấu các chỉ tiêu:» is goals, whatever its lines say.
        listed = listed and re.match(r"[-+•*–\d]|100%", line) is not None
        proposals += reader.paragraph(at, line, goals=listed)
        listed = listed or is_goal(line, "", (), "", day)
    return tuple(proposals)


@dataclass(frozen=True, slots=True)
class _Article:
    catalog: Catalog
    indicators: Indicators
    units: Units
    lines: Sequence[str]
    day: str
    subject: Subject

    def paragraph(self, at: int, line: str, *, goals: bool = False) -> Iterator[Proposal]:
        """Yield the proposals of one line."""
        found = list(numbers(line))
        all_of = readings(line, found, self.lines[0])
        before: frozenset[str] = frozenset()
        last = lower = None
        for place, reading in enumerate(all_of):
            if place and reading.sentence != all_of[place - 1].sentence:
                before = frozenset()
            if (
                re.search(r"kế hoạch\s*\(\s*$", reading.lead.lower() or line[: reading.number.start].lower()[-12:])
                and last
            ):
                if (last.value_type == "share") == (reading.number.kind == "percent"):
                    yield self._proposal(at, line, reading, last, goal=True)
                continue
            if place and RANGE.fullmatch(line[all_of[place - 1].number.end : reading.number.start]):
                indicator = lower if lower is not None and reading.number.kind == "money" else None
                concepts = before
            else:
                indicator, concepts = meaning_of(self.indicators, all_of, place, before)
            lower = indicator
            if indicator is None:
                if reading.number.kind != "percent":
                    before = frozenset()
                continue
            if "rate" not in concepts:
                before = concepts
            last = indicator
            yield self._proposal(at, line, reading, indicator, goal=True if goals else None)

    def _proposal(
        self, at: int, line: str, reading: Reading, indicator: Indicator, *, goal: bool | None = None
    ) -> Proposal:
        number = reading.number
        start = line.find(reading.sentence)
        before = line[max(start, 0) : number.start]
        periods = [each for each in periods_in(before) if each.kind != MOMENT]
        if goal is None:
            goal = is_goal(
                line[max(start, 0) : number.end],
                line[: number.start][-24:],
                periods[-1:],
                line[: max(start, 0)],
                self.day,
            )
        when = when_of(indicator, before, reading.sentence, line[: max(start, 0)], self.lines, self.day, goal=goal)
        unit = unit_for(
            self.catalog,
            self.units,
            self.subject,
            indicator,
            when.period,
            re.split(r"[;]", before)[-1],
            reading.tail,
            line[: number.start],
        )
        qualifier = number.qualifier
        if (
            qualifier == "exact"
            and (up := re.match(r"((?:\s*[\w,]+){0,6}?)\s*trở lên", reading.tail))
            and not _LEVELS.search(up[1])
        ):
            qualifier = "at_least"
        return Proposal(
            unit,
            indicator.indicator_id,
            when.period,
            when.kind,
            when.status,
            _written(number.value),
            qualifier,
            _breakdown(reading),
            str(at),
            number.exact,
            "target" if goal else "observation",
            "high" if when.status == "stated" and unit in self.catalog.units else "medium" if unit else "low",
            reading.sentence.strip(),
        )


def _breakdown(reading: Reading) -> str:
    return next((name for name, form in _PARTS if form.search(reading.tail.lower()[:30])), "")


def _written(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
