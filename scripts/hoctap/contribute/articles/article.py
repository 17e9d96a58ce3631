"""How a number of an article whose indicator is known becomes a figure: whose, when, an aim or a result."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from hoctap.contribute.articles.article_times import When
from hoctap.contribute.articles.bodies import honouring, office_of_line_before
from hoctap.contribute.articles.brackets import compared_with, due, is_plan, kind_of, plan_of_another
from hoctap.contribute.articles.elsewhere import labelled
from hoctap.contribute.articles.goals import is_due_behind, is_goal, without_documents
from hoctap.contribute.articles.named_times import Spoken
from hoctap.contribute.articles.owner import unit_for
from hoctap.contribute.articles.parts import breakdown_of, qualifier_of
from hoctap.contribute.articles.place_names import KINDS, NAME
from hoctap.contribute.articles.proposal import Proposal
from hoctap.contribute.articles.subject import REPORTED, Subject
from hoctap.contribute.articles.when import when_of
from hoctap.contribute.articles.whole_names import unit_at
from hoctap.contribute.articles.words import Reading, known, opening
from hoctap.contribute.naming.indicators import Indicators
from hoctap.contribute.naming.periods import periods_in
from hoctap.contribute.naming.unit_names import PlaceName, plain
from hoctap.contribute.naming.units import Units
from hoctap.load import values
from hoctap.model.catalog import Catalog
from hoctap.model.period import parse_period
from hoctap.model.period_kinds import MOMENT
from hoctap.model.record import Indicator

# «… đạt 72,3% (mục tiêu 70%), “Dòng họ học tập” 55,1%»: the aim is of the figure before the brackets.
_CLOSED = re.compile(r"\(\W*(?:mục tiêu|chỉ tiêu|kế hoạch|phấn đấu)\b[^()]*\d[^()]*\)", re.IGNORECASE)
_REGISTERS = re.compile(r"[^,;.()\d]{0,40}\bđăng k[ýí]\b")
_ASSOCIATION = (
    r"(?:[Cc]ác cấp hội|(?:[Tt]ỉnh|[Hh]uyện|[Qq]uận|[Tt]hành) hội|Hội(?: [Kk]huyến học)?(?: (?:tỉnh|huyện|xã))?|hội)"
)
_TRAINS = r"(?:đã |cũng |còn |sẽ )?(?:phối hợp[^,;.]*? |chủ động )?(?:mở|tổ chức|tập huấn)\b"
_ASSOCIATION_TRAINS = re.compile(rf"(?:^|[.;:,] )\W*{_ASSOCIATION} {_TRAINS}")


# «Công ty ủng hộ Hội Khuyến học tỉnh A 20 triệu đồng và trao 5 xe đạp»: the association gets it.
_GIVES_TO = (rf"(?<={verb} )(?:cho )?(?:[Qq]uỹ (?:của )?)?" for verb in ("ủng hộ", "tặng", "trao", "tài trợ", "hỗ trợ"))
_GIVEN_TO = re.compile(rf"(?:{'|'.join(_GIVES_TO)})(?:Hội [Kk]huyến học|HKH|Hội KH)(?: (?:{KINDS}))?(?: {NAME})?")
# An association whose day is kept does nothing by that.
_ANNIVERSARY = re.compile(r"\b(?:[Nn]gày|[Nn]ăm) (?:thành lập|truyền thống)(?: của)? Hội [Kk]huyến học Việt Nam\b")


@dataclass(frozen=True, slots=True)
class Article:
    """An article that is read: its lines, the day that it speaks on, whom it is about."""

    catalog: Catalog
    indicators: Indicators
    units: Units
    lines: Sequence[str]
    day: str
    subject: Subject
    turns: Mapping[int, Subject] = field(default_factory=dict)  # lines below «VỀ HỘI KHUYẾN HỌC TỈNH A»

    def proposal(
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
        when = when or when_of(
            indicator, spoken, self._lines_up_to(at, start + len(reading.sentence)), self.day, goal=goal
        )
        there = self._there(when.period, goal=goal)
        unit = self._unit(at, before, reading, indicator, there)
        return Proposal(
            unit,
            indicator.indicator_id,
            when.period,
            when.kind,
            when.status,
            values.plain(number.value),
            qualifier_of(reading),
            breakdown_of(reading, line[number.end :]),
            str(at),
            number.exact,
            "target" if goal else "observation",
            "high" if when.status == "stated" and unit in self.catalog.units else "medium" if unit else "low",
            reading.sentence.strip(),
        )

    def _lines_up_to(self, at: int, end: int) -> Sequence[str]:
        """Return the lines up to a sentence, and the first lines all: what is told later dates no figure before it."""
        own = self.lines[at - 1] if at == 1 else self.lines[at - 1][:end]
        return (*self.lines[: at - 1], own, *self.lines[at:3])

    def _there(self, period: str, *, goal: bool) -> str:
        """Return when a unit has to be there: who sets a goal on the day it is set, who looks ahead not beyond it."""
        is_later = period and self.day and parse_period(period).end > parse_period(self.day).end
        return (self.day or period) if goal or is_later else (period or self.day)

    def _unit(self, at: int, before: str, reading: Reading, indicator: Indicator, day: str) -> str:
        """Return whom a figure of the line is of on that day, or in that period."""
        previous = self.lines[at - 2] if at > 1 else ""
        line, before = (_unspoken(text) for text in (self.lines[at - 1], before))
        own, end = self._subject_of(at, line), reading.number.start
        if office := office_of_line_before(self.units, own, line, previous):
            return office
        if indicator.indicator_id.startswith(("train", "political-")) and _ASSOCIATION_TRAINS.search(before):
            indicator = replace(indicator, subject_rule="association")  # whoever else trains, the association did
        if (honours := honouring(own, indicator, reading)) is not None:
            return unit_at(self.catalog, self.units, own, honours, indicator, day)
        return unit_for(self.catalog, self.units, own, indicator, day, before, reading.tail, line[:end])

    def _subject_of(self, at: int, line: str) -> Subject:
        """Return whom a line is about: the place that stands before it as a label, or whom the article is about."""
        own = self.turns.get(at, self.subject)
        label = labelled(self.units, own, line) if at > 1 else None  # that of the headline is the subject
        return replace(own, office=None, place=label, branch="") if label else own

    def _is_goal(self, line: str, start: int, reading: Reading) -> bool:
        """Return whether the sentence that begins at `start` speaks of what is aimed at."""
        number = reading.number
        if is_due_behind(reading.clause, reading.after, self.day):
            return True
        periods = [each for each in periods_in(without_documents(line[start : number.start])) if each.kind != MOMENT]
        if periods and periods[-1].period == self.day[:4] and _REGISTERS.match(reading.tail):
            periods = []  # who has registered for this year has done so
        spoken = _CLOSED.sub(" ", line[start : number.start]) + line[number.start : number.end]
        return is_goal(spoken, line[: number.start][-24:], periods[-1:], line[:start], self.day)

    def in_brackets(self, at: int, line: str, reading: Reading, last: Proposal) -> Sequence[Proposal] | None:
        """Return the plan of the last figure, or what it is compared with, if that is what a number is."""
        before = line[: reading.number.start]
        indicator = self.catalog.indicators[last.indicator_id]
        if (another := plan_of_another(self.indicators, reading, before, last)) is not None:
            if another[0] is None:
                return []
            indicator = another[0]
        elif not reading.ends("tăng|tăng thêm"):  # «tăng 1.840 hội viên so với năm 2022 (32.780 hội viên)»
            indicator = self.catalog.indicators.get(indicator.indicator_id.removesuffix("-increase"), indicator)
        is_alike = reading.number.kind == kind_of(indicator) and not self._counts_another(reading, indicator)
        if is_alike and (compared := compared_with(before, last, self._province_unit(indicator, last.period))):
            when, unit = compared
            compared_figure = self.proposal(at, line, reading, indicator, goal=False, when=when)
            return [replace(compared_figure, unit_id=unit if unit in self.catalog.units else compared_figure.unit_id)]
        if is_plan(before):
            planned = self.proposal(at, line, reading, indicator, goal=True, when=due(last, before))
            return [planned] if is_alike else []
        return None

    def _counts_another(self, reading: Reading, indicator: Indicator) -> bool:
        """Return whether the noun of a number is of another thing than an indicator: «4.860 lượt …, đạt … (50 lớp)»."""
        noun = known(self.indicators.concepts(opening(reading.tail)))
        return "course" in noun and "course" not in self.indicators.concepts(indicator.name_vi)

    def _province_unit(self, indicator: Indicator, when: str) -> str:
        """Return the unit of the province that the article is in, for a figure compared with that of the province."""
        names = {plain(self.units.name_of(area)) for area in self.subject.provinces}
        if len(names) != 1:
            return ""
        return unit_at(
            self.catalog, self.units, self.subject, PlaceName(False, "tỉnh", names.pop(), ""), indicator, when
        )


def _unspoken(text: str) -> str:
    """Return a text without anniversaries, without who only reports or is given to, letter for letter."""
    for form in (_ANNIVERSARY, REPORTED, _GIVEN_TO):
        text = form.sub(lambda hit: " " * len(hit[0]), text)
    return text
