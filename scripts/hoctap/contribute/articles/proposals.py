"""What an article proposes: figures with unit, indicator, period, hedge and the words they came from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from hoctap.contribute.articles.again import FUNDS, spoken_of_again
from hoctap.contribute.articles.article_times import When
from hoctap.contribute.articles.bodies import honouring, office_of_line_before
from hoctap.contribute.articles.brackets import compared_with, due, is_in_brackets, is_plan, kind_of, plan_of_another
from hoctap.contribute.articles.dated import article_date, counted_on, last_moment
from hoctap.contribute.articles.elsewhere import known_place, labelled, place_alone
from hoctap.contribute.articles.frames import meaning_of
from hoctap.contribute.articles.goals import is_goal, is_reached
from hoctap.contribute.articles.headline import rounded
from hoctap.contribute.articles.named_times import Spoken
from hoctap.contribute.articles.numbers import grows_to, numbers
from hoctap.contribute.articles.others import is_denied, is_no_staff, is_of_nobody, is_of_others
from hoctap.contribute.articles.outline import Above, outline
from hoctap.contribute.articles.owner import unit_for
from hoctap.contribute.articles.parts import breakdown_of, qualifier_of
from hoctap.contribute.articles.place_names import is_listed
from hoctap.contribute.articles.proposal import Proposal, as_stated_below
from hoctap.contribute.articles.series import in_turn, rate_in_turn
from hoctap.contribute.articles.so_far import SoFar
from hoctap.contribute.articles.subject import Subject, subject_of
from hoctap.contribute.articles.summed import is_part, parts_of, which_part
from hoctap.contribute.articles.when import when_of
from hoctap.contribute.articles.whole_names import unit_at
from hoctap.contribute.articles.wholes import whole_of
from hoctap.contribute.articles.words import RANGE, Meaning, Reading, readings
from hoctap.contribute.naming.indicators import Indicators
from hoctap.contribute.naming.periods import periods_in
from hoctap.contribute.naming.unit_names import PlaceName, plain
from hoctap.contribute.naming.units import Units
from hoctap.model.catalog import Catalog
from hoctap.model.period import parse_period
from hoctap.model.period_kinds import MOMENT
from hoctap.model.record import Indicator

# What papers put below an article: other articles, words to search for, what readers say.
_LEADS_AWAY = re.compile(
    r"\W*(?:(?:các )?(?:tin|bài)(?: viết| báo)?(?: bài)? (?:liên quan|cùng chuyên mục|khác|đọc nhiều|mới|cũ hơn)\b|"
    r"(?:xem|đọc) (?:thêm|nhiều)\b|có thể bạn quan tâm|từ khóa|tags?\b|bình luận\b|ý kiến bạn đọc)",
    re.IGNORECASE,
)
_REGISTERS = re.compile(r"[^,;.()\d]{0,40}\bđăng k[ýí]\b")


def proposals(catalog: Catalog, lines: Sequence[str], day: str = "") -> tuple[Proposal, ...]:
    """Return the figures that the lines of an article state; `day` is when it was published, if known."""
    indicators, units = Indicators(catalog), Units(catalog)
    day = day or counted_on(lines) or article_date(lines) or last_moment(lines)
    subject = subject_of(catalog, units, lines)
    reader = _Article(catalog, indicators, units, lines, day, subject, [])
    proposals: list[Proposal] = []
    for at, (line, above) in enumerate(zip(lines, outline(lines), strict=True), 1):
        if _LEADS_AWAY.match(line):
            if len(line) < 40:
                break  # a heading: what follows are titles of other articles
            continue
        if not is_denied(line, "".join(lines[at : at + 1])):
            proposals += reader.paragraph(at, line, above)
    return tuple(as_stated_below([*rounded(lines[0], proposals), *proposals] if lines else proposals))


@dataclass(frozen=True, slots=True)
class _Article:
    catalog: Catalog
    indicators: Indicators
    units: Units
    lines: Sequence[str]
    day: str
    subject: Subject
    counted: list[Indicator]
    funds: list[Indicator] = field(default_factory=list)

    def paragraph(self, at: int, line: str, above: Above) -> Iterator[Proposal]:
        """Yield the proposals of one line."""
        all_of = readings(line, list(numbers(line)), self.lines[0], above.topics)
        so_far = SoFar()
        for place, reading in enumerate(all_of):
            if not place or reading.sentence != all_of[place - 1].sentence:
                so_far.begin_sentence(in_turn(self.indicators, all_of, place, self.counted))
                self.counted.clear()
            if is_of_others(reading):
                continue
            last = so_far.inside or so_far.last
            bracketed = self._in_brackets(at, line, reading, last) if last else None
            if bracketed is not None:
                yield from bracketed
                continue
            indicator, concepts = self._indicator_of(line, all_of, place, so_far)
            if (
                place in so_far.parts
                and so_far.whole
                and (indicator is None or indicator.indicator_id == so_far.whole.indicator_id)
            ):
                yield self._part(reading, so_far.whole, so_far.parts[place])
                continue
            so_far.lower = indicator
            if indicator is None or is_of_nobody(self.subject, reading, indicator):
                if reading.number.kind != "percent":
                    so_far.concepts = frozenset()
                continue
            so_far.hears(concepts)
            self.counted.append(indicator)
            self.funds.extend([indicator] if indicator.indicator_id in FUNDS else [])
            is_aim = above.aim and not is_reached(line[: reading.number.start], 0)
            proposal = self._proposal(at, line, reading, indicator, above.dating, goal=is_aim or None)
            stated = self._as_stated(proposal, reading, so_far)
            if stated is None:
                continue
            so_far.states(stated, parts_of(all_of, place), in_brackets=is_in_brackets(reading))
            yield from (stated, *self._whole(stated, indicator, reading))

    def _as_stated(self, found: Proposal, reading: Reading, so_far: SoFar) -> Proposal | None:
        """Return a figure with the part that it is of; None for people who are no staff, parts that nobody names."""
        if is_no_staff(self.catalog, self.indicators, reading, found):
            return None
        if found.breakdown or not any(is_part(each, found, reading) for each in so_far.stated):
            return found
        which = which_part(reading)
        return replace(found, breakdown=which) if which else None

    def _part(self, reading: Reading, whole: Proposal, which: str) -> Proposal:
        """Return a part of a figure: whose and when it is the whole says."""
        number = reading.number
        return replace(
            whole, value=_written(number.value), qualifier=number.qualifier, breakdown=which, exact=number.exact
        )

    def _whole(self, part: Proposal, indicator: Indicator, reading: Reading) -> Iterator[Proposal]:
        """Yield what a figure is a part of: «19/22 dòng họ» says that there are 22."""
        whole = whole_of(self.indicators, reading, indicator, in_office=self.subject.office is not None)
        if whole is not None and part.kind == "observation":
            value = _written(reading.number.of or Decimal(0))
            yield replace(part, indicator_id=whole.indicator_id, value=value, qualifier="exact", breakdown="")

    def _indicator_of(self, line: str, all_of: Sequence[Reading], place: int, so_far: SoFar) -> Meaning:
        """Return the indicator of a number, by what came before it in the line or by its own words."""
        reading, last = all_of[place], so_far.last
        if last and (is_listed(reading) or self._is_a_place(reading)):
            begins = so_far.first if so_far.first and reading.clause.strip() in reading.lead else last
            indicator = self.catalog.indicators[begins.indicator_id]
            if reading.number.kind == kind_of(indicator):
                return indicator, so_far.concepts
        if self._is_grown(line, all_of, place):
            return so_far.lower, so_far.concepts
        if (again := spoken_of_again(reading, self.funds, last)) is not None:
            return again, frozenset()
        if place in so_far.turns:
            return so_far.turns[place]
        if (turn := rate_in_turn(self.indicators, all_of, place, self.counted)) is not None:
            return turn
        if place and RANGE.fullmatch(line[all_of[place - 1].number.end : reading.number.start]):
            return (so_far.lower if reading.number.kind == "money" else None, so_far.concepts)
        return meaning_of(self.indicators, all_of, place, so_far.concepts, so_far.title)

    def _is_grown(self, line: str, all_of: Sequence[Reading], place: int) -> bool:
        """Return whether a number is what the one before it grew or fell to."""
        if not place or not all_of[place - 1].ends("từ") or all_of[place - 1].number.kind != all_of[place].number.kind:
            return False
        return grows_to(line[all_of[place - 1].number.end : all_of[place].number.hedge_start])

    def _is_a_place(self, reading: Reading) -> bool:
        """Return whether a number has a place before it and nothing else beside it: «…; Thanh Hóa 127 tỷ đồng»."""
        name = place_alone(reading.lead)
        if not name or re.match(r"\s*(?:[,;.)]|$|và\b|nhưng\b)", reading.tail) is None:
            return False
        provinces = {plain(self.units.name_of(area)) for area in self.units.places(name)}
        return provinces == {name} or known_place(self.units, self.subject, name) is not None

    def _in_brackets(self, at: int, line: str, reading: Reading, last: Proposal) -> Sequence[Proposal] | None:
        """Return the plan of the last figure, or what it is compared with, if that is what a number is."""
        before = line[: reading.number.start]
        indicator = self.catalog.indicators[last.indicator_id]
        if (another := plan_of_another(self.indicators, reading, before, last)) is not None:
            if another[0] is None:
                return []
            indicator = another[0]
        elif not reading.ends("tăng|tăng thêm"):  # «tăng 1.840 hội viên so với năm 2022 (32.780 hội viên)»
            indicator = self.catalog.indicators.get(indicator.indicator_id.removesuffix("-increase"), indicator)
        is_alike = reading.number.kind == kind_of(indicator)
        if is_alike and (compared := compared_with(before, last, self._province_unit(indicator, last.period))):
            when, unit = compared
            compared_figure = self._proposal(at, line, reading, indicator, goal=False, when=when)
            return [replace(compared_figure, unit_id=unit if unit in self.catalog.units else compared_figure.unit_id)]
        if is_plan(before):
            planned = self._proposal(at, line, reading, indicator, goal=True, when=due(last, before))
            return [planned] if is_alike else []
        return None

    def _province_unit(self, indicator: Indicator, when: str) -> str:
        """Return the unit of the province that the article is in, for a figure compared with that of the province."""
        names = {plain(self.units.name_of(area)) for area in self.subject.provinces}
        if len(names) != 1:
            return ""
        return unit_at(
            self.catalog, self.units, self.subject, PlaceName(False, "tỉnh", names.pop(), ""), indicator, when
        )

    def _proposal(
        self,
        at: int,
        line: str,
        reading: Reading,
        indicator: Indicator,
        heads: tuple[str, ...] = (),
        *,
        goal: bool | None = None,
        when: When | None = None,
    ) -> Proposal:
        number = reading.number
        start = max(line.find(reading.sentence), 0)
        before = line[start : number.start]
        if goal is None:
            goal = self._is_goal(line, start, reading)
        spoken = Spoken(before, reading.tail, reading.sentence, line[:start], heads)
        when = when or when_of(indicator, spoken, self.lines[: max(at, 3)], self.day, goal=goal)
        there = self._there(when.period, goal=goal)
        unit = self._unit(line, before, reading, indicator, there)
        return Proposal(
            unit,
            indicator.indicator_id,
            when.period,
            when.kind,
            when.status,
            _written(number.value),
            qualifier_of(reading),
            breakdown_of(reading, line[number.end :]),
            str(at),
            number.exact,
            "target" if goal else "observation",
            "high" if when.status == "stated" and unit in self.catalog.units else "medium" if unit else "low",
            reading.sentence.strip(),
        )

    def _there(self, period: str, *, goal: bool) -> str:
        """Return when a unit has to be there: who sets a goal on the day it is set, who looks ahead not beyond it."""
        is_later = period and self.day and parse_period(period).end > parse_period(self.day).end
        return (self.day or period) if goal or is_later else (period or self.day)

    def _unit(self, line: str, before: str, reading: Reading, indicator: Indicator, day: str) -> str:
        """Return whom a figure is of on that day, or in that period."""
        own, end = self._subject_of(line), reading.number.start
        if office := office_of_line_before(self.units, own, line, self._line_before(line)):
            return office
        if (honours := honouring(own, indicator, reading)) is not None:
            return unit_at(self.catalog, self.units, own, honours, indicator, day)
        return unit_for(self.catalog, self.units, own, indicator, day, before, reading.tail, line[:end])

    def _line_before(self, line: str) -> str:
        return self.lines[self.lines.index(line) - 1] if line != self.lines[0] else ""

    def _subject_of(self, line: str) -> Subject:
        """Return whom a line is about: the place that stands before it as a label, or whom the article is about."""
        label = labelled(self.units, self.subject, line)
        return replace(self.subject, office=None, place=label, branch="") if label else self.subject

    def _is_goal(self, line: str, start: int, reading: Reading) -> bool:
        """Return whether the sentence that begins at `start` speaks of what is aimed at."""
        number = reading.number
        periods = [each for each in periods_in(line[start : number.start]) if each.kind != MOMENT]
        if periods and periods[-1].period == self.day[:4] and _REGISTERS.match(reading.tail):
            periods = []  # who has registered for this year has done so
        return is_goal(line[start : number.end], line[: number.start][-24:], periods[-1:], line[:start], self.day)


def _written(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
