"""What an article proposes: figures with unit, indicator, period, hedge and the words they came from."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from hoctap.contribute.articles.frames import meaning_of
from hoctap.contribute.articles.numbers import numbers
from hoctap.contribute.articles.series import in_turn
from hoctap.contribute.articles.subject import Subject, subject_of, unit_for
from hoctap.contribute.articles.when import Spoken, When, article_date, is_goal, when_of
from hoctap.contribute.articles.words import RANGE, Meaning, Reading, readings
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
_STATE = re.compile(
    r"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Thủ tướng|Chính phủ|Chủ tịch nước|Chủ tịch tỉnh|Bộ [A-ZĐ])[^.;]*?"
    r"(?:khen|cờ|huân chương)|(?:bằng khen|giấy khen|cờ thi đua)\s+của\s+(?:Chủ tịch\s+)?"
    r"(?:UBND|Ủy ban|Uỷ ban|Thủ tướng|Chính phủ|Bộ [A-ZĐ])"
)
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
    reader = _Article(catalog, indicators, units, lines, day, subject, [])
    proposals: list[Proposal] = []
    listed = False
    for at, line in enumerate(lines, 1):
        # A list under «… phấn đấu các chỉ tiêu:» is goals, whatever its lines say.
        listed = listed and re.match(r"[-+•*–\d]|100%", line) is not None
        proposals += reader.paragraph(at, line, goals=listed)
        listed = listed or is_goal(line, "", (), "", day)
    return tuple(_as_stated_below(proposals))


def _as_stated_below(proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    """Yield the proposals; a headline has the period of the same figure further down, where one is told."""
    for each in proposals:
        same = (
            other
            for other in proposals
            if each.paragraph == "1" != other.paragraph
            and (other.unit_id, other.indicator_id, other.kind) == (each.unit_id, each.indicator_id, each.kind)
            and abs(Decimal(other.value) - Decimal(each.value)) * 20 <= Decimal(each.value)
        )
        below = next(same, each)
        when = (below.period, below.period_kind, below.period_status)
        yield replace(each, period=when[0], period_kind=when[1], period_status=when[2])


@dataclass(frozen=True, slots=True)
class _Article:
    catalog: Catalog
    indicators: Indicators
    units: Units
    lines: Sequence[str]
    day: str
    subject: Subject
    counted: list[Indicator]

    def paragraph(self, at: int, line: str, *, goals: bool = False) -> Iterator[Proposal]:
        """Yield the proposals of one line."""
        found = list(numbers(line))
        all_of = readings(line, found, self.lines[0])
        before: frozenset[str] = frozenset()
        last: Proposal | None = None
        lower: Indicator | None = None
        turns: Mapping[int, Meaning] = {}
        for place, reading in enumerate(all_of):
            if not place or reading.sentence != all_of[place - 1].sentence:
                before = frozenset()
                turns = in_turn(self.indicators, all_of, place, self.counted)
                self.counted.clear()
            if last and _is_plan(line, reading):
                indicator = self.catalog.indicators[last.indicator_id]
                if (indicator.value_type == "share") == (reading.number.kind == "percent"):
                    when = When(last.period, last.period_kind, last.period_status)
                    yield self._proposal(at, line, reading, indicator, goal=True, when=when)
                continue
            if place in turns:
                found_one, concepts = turns[place]
            elif place and RANGE.fullmatch(line[all_of[place - 1].number.end : reading.number.start]):
                found_one, concepts = lower if lower is not None and reading.number.kind == "money" else None, before
            else:
                found_one, concepts = meaning_of(self.indicators, all_of, place, before)
            lower = found_one
            if found_one is None or _is_of_the_state(found_one, reading) or self._is_of_a_school(reading):
                if reading.number.kind != "percent":
                    before = frozenset()
                continue
            if "rate" not in concepts:
                before = concepts
            self.counted.append(found_one)
            last = self._proposal(at, line, reading, found_one, goal=True if goals else None)
            yield last

    def _is_of_a_school(self, reading: Reading) -> bool:
        """Return whether a sentence is about a school in an article about somebody else."""
        about = self.subject.office.name_vi if self.subject.office else self.subject.words
        return re.match(r"\W*(?:Nhà t|T)rường có\b", reading.sentence) is not None and "rường" not in about

    def _proposal(
        self,
        at: int,
        line: str,
        reading: Reading,
        indicator: Indicator,
        *,
        goal: bool | None = None,
        when: When | None = None,
    ) -> Proposal:
        number = reading.number
        start = max(line.find(reading.sentence), 0)
        before = line[start : number.start]
        if goal is None:
            goal = self._is_goal(line, start, reading)
        spoken = Spoken(before, reading.tail, reading.sentence, line[:start])
        when = when or when_of(indicator, spoken, self.lines, self.day, goal=goal)
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
        return Proposal(
            unit,
            indicator.indicator_id,
            when.period,
            when.kind,
            when.status,
            _written(number.value),
            _qualifier(reading),
            _breakdown(reading),
            str(at),
            number.exact,
            "target" if goal else "observation",
            "high" if when.status == "stated" and unit in self.catalog.units else "medium" if unit else "low",
            reading.sentence.strip(),
        )

    def _is_goal(self, line: str, start: int, reading: Reading) -> bool:
        """Return whether the sentence that begins at `start` speaks of what is aimed at."""
        number = reading.number
        periods = [each for each in periods_in(line[start : number.start]) if each.kind != MOMENT]
        return is_goal(line[start : number.end], line[: number.start][-24:], periods[-1:], line[:start], self.day)


def _is_plan(line: str, reading: Reading) -> bool:
    """Return whether a number stands in brackets after what was reached: «vượt kế hoạch (80%)»."""
    before = reading.lead.lower() or line[: reading.number.start].lower()[-12:]
    return re.search(r"kế hoạch\s*\(\s*$", before) is not None


def _is_of_the_state(indicator: Indicator, reading: Reading) -> bool:
    """Return whether who was rewarded was so by the state, so that no association gave it."""
    if indicator.indicator_id not in ("people-rewarded", "collectives-rewarded"):
        return False
    after = f"{reading.tail} {reading.sentence[reading.sentence.find(reading.number.exact) :]}"
    return _STATE.search(after) is not None


def _qualifier(reading: Reading) -> str:
    """Return how a number is said; «… trở lên» behind it is a least, unless of a level of schooling or age."""
    qualifier = reading.number.qualifier
    up = re.match(r"((?:\s*[\w,]+){0,6}?)\s*trở lên", reading.tail) if qualifier == "exact" else None
    return "at_least" if up and not _LEVELS.search(up[1]) else qualifier


def _breakdown(reading: Reading) -> str:
    return next((name for name, form in _PARTS if form.search(reading.tail.lower()[:30])), "")


def _written(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
