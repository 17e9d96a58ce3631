"""What an article proposes: figures with unit, indicator, period, hedge and the words they came from."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from hoctap.contribute.articles.article import Article
from hoctap.contribute.articles.bodies import is_given
from hoctap.contribute.articles.brackets import is_in_brackets, kind_of
from hoctap.contribute.articles.capitals import as_printed, as_written_below, headed
from hoctap.contribute.articles.dated import article_date, counted_on, last_moment
from hoctap.contribute.articles.elsewhere import known_place, place_alone
from hoctap.contribute.articles.frames import meaning_of
from hoctap.contribute.articles.goals import is_reached
from hoctap.contribute.articles.headline import rounded
from hoctap.contribute.articles.learners import COURSES, is_opened_course
from hoctap.contribute.articles.numbers import grows_to, numbers
from hoctap.contribute.articles.others import is_denied, is_no_staff, is_of_nobody, is_of_others
from hoctap.contribute.articles.outline import Above, outline
from hoctap.contribute.articles.page import headline_at
from hoctap.contribute.articles.place_names import is_listed, places_named
from hoctap.contribute.articles.proposal import Proposal, as_stated_below
from hoctap.contribute.articles.series import FUNDS, in_turn, rate_in_turn, spoken_of_again
from hoctap.contribute.articles.so_far import SoFar
from hoctap.contribute.articles.subject import Subject, subject_of
from hoctap.contribute.articles.summed import is_part, parts_of, which_part
from hoctap.contribute.articles.table_lines import of_tables
from hoctap.contribute.articles.whole_names import unit_of_part
from hoctap.contribute.articles.wholes import whole_of
from hoctap.contribute.articles.words import GROWN_FROM, NO_MEANING, RANGE, Meaning, Reading, called, readings
from hoctap.contribute.naming.indicators import Indicators
from hoctap.contribute.naming.unit_names import plain
from hoctap.contribute.naming.units import Units
from hoctap.load import values
from hoctap.model.catalog import Catalog
from hoctap.model.record import Indicator

# What papers put below an article: other articles, words to search for, what readers say.
_LEADS_AWAY = re.compile(
    r"(?:\[[^\[\]]*\]\s*)*\W*"
    r"(?:(?:các )?(?:tin|bài)(?: viết| báo)?(?: bài)? (?:liên quan|cùng chuyên mục|khác|đọc nhiều|mới|cũ hơn)\b|"
    r"(?:xem|đọc) (?:thêm|nhiều)\b|có thể bạn quan tâm|từ khóa|tags?\b|bình luận\b|ý kiến bạn đọc)",
    re.IGNORECASE,
)
# «… đạt 82%; tỷ lệ này của tỉnh là 85,9%»
_SAME_RATE = re.compile(r"\b(?<!hai )(?<!các )(?:tỷ lệ|tỉ lệ|con số) (?:này|đó|ấy|trên)\b[^;:]*$")
# «…, Lai Châu 46%; bình quân cả cụm 63,8%. Năm 2023, cả nước đạt 72,1%.»
_OF_A_WHOLE = re.compile(
    r"(?:(?:bình quân|trung bình) )?(?:chung )?(?:của )?(?:cả (?:nước|cụm|tỉnh)|toàn (?:quốc|tỉnh))"
)


def proposals(catalog: Catalog, lines: Sequence[str], day: str = "") -> tuple[Proposal, ...]:
    """Return the figures that the lines of an article state; `day` is when it was published, if known."""
    begins = headline_at(lines)
    top, printed, lines = lines[:begins], lines[begins:], as_written_below(lines[begins:])
    units = Units(catalog)
    day = day or counted_on(lines) or article_date(lines, top) or last_moment(lines)
    subject = subject_of(catalog, units, lines)
    turns = _turns(catalog, units, lines, subject)
    reader = _Reader(Article(catalog, Indicators(catalog), units, lines, day, subject, turns))
    proposals: list[Proposal] = []
    tables = of_tables(catalog, lines, day)
    prose = ["" if at in tables else line for at, line in enumerate(lines, 1)]
    for at, (line, above) in enumerate(zip(lines, outline(prose, day[:4]), strict=True), 1):
        if _LEADS_AWAY.match(line):
            if len(line) < 40:
                break  # a heading: what follows are titles of other articles
            continue
        if at in tables:
            proposals += (replace(each, kind="target") if above.aim else each for each in tables[at])
        elif not is_denied(line, "".join(lines[at : at + 1])):
            proposals += reader.paragraph(at, line, above)
    stated = as_stated_below([*rounded(lines[0], proposals), *proposals] if lines else proposals)
    found = (as_printed(each, printed, lines) for each in stated)
    return tuple(replace(each, paragraph=str(int(each.paragraph) + begins)) for each in found)


def _turns(catalog: Catalog, units: Units, lines: Sequence[str], subject: Subject) -> Mapping[int, Subject]:
    """Return whom each line is about that stands below a heading which names another than the article is about."""
    turns: dict[int, Subject] = {}
    for at, name in headed(lines[1:]):
        found = subject_of(catalog, units, [name])
        if found.office or found.place or found.words:
            provinces = found.provinces or subject.provinces
            turns |= dict.fromkeys(
                range(at + 2, len(lines) + 1), replace(found, provinces=provinces, spoken=subject.spoken)
            )
    return turns


@dataclass(frozen=True, slots=True)
class _Reader:
    article: Article
    counted: list[Indicator] = field(default_factory=list)
    funds: list[Indicator] = field(default_factory=list)
    courses: set[str] = field(default_factory=set)

    def paragraph(self, at: int, line: str, above: Above) -> Iterator[Proposal]:
        """Yield the proposals of one line."""
        all_of = readings(line, list(numbers(line)), self.article.lines[0], above.topics)
        so_far, whose = SoFar(), self.article.subject.name
        for place, reading in enumerate(all_of):
            if not place or reading.sentence != all_of[place - 1].sentence:
                so_far.begin_sentence(in_turn(self.article.indicators, all_of, place, self.counted))
                self.counted.clear()
            if is_of_others(reading, whose):
                continue
            last = so_far.inside or so_far.last
            bracketed = self.article.in_brackets(at, line, reading, last) if last else None
            yield from self._stated(at, line, above, all_of, place, so_far) if bracketed is None else bracketed

    def _stated(
        self, at: int, line: str, above: Above, all_of: Sequence[Reading], place: int, so_far: SoFar
    ) -> Iterator[Proposal]:
        """Yield what a number outside brackets states, and what it is a part of."""
        reading = all_of[place]
        indicator, concepts = self._indicator_of(line, all_of, place, so_far)
        if (whole := so_far.whole_of(place, indicator)) is not None:
            yield self._part(reading, whole, so_far.parts[place])
            return
        so_far.lower = indicator
        if indicator is None or is_of_nobody(self.article.subject, reading, indicator):
            if reading.number.kind == "percent":
                so_far.rate = None
            else:
                so_far.concepts = frozenset()
            return
        so_far.hears(concepts)
        so_far.rate = indicator if indicator.value_type == "share" else so_far.rate
        self.counted.append(indicator)
        self.courses.update({indicator.indicator_id} & COURSES)
        self.funds.extend([indicator] if indicator.indicator_id in FUNDS else [])
        is_aim = above.aim and not is_reached(line[: reading.number.start], 0)
        proposal = self.article.proposal(at, line, reading, indicator, above.dating, goal=is_aim or None)
        proposal = _of_the_same(proposal, reading, so_far)
        if (stated := self._as_stated(proposal, reading, so_far)) is not None:
            so_far.states(stated, parts_of(all_of, place), in_brackets=is_in_brackets(reading))
            yield from (stated, *self._whole(at, line, stated, indicator, reading))

    def _as_stated(self, found: Proposal, reading: Reading, so_far: SoFar) -> Proposal | None:
        """Return a figure with the part that it is of; None for people who are no staff, parts that nobody names."""
        if is_no_staff(self.article.catalog, self.article.indicators, reading, found):
            return None
        found = so_far.as_counted(found)
        if found.breakdown or not any(is_part(each, found, reading) for each in so_far.stated):
            return found
        which = which_part(reading)
        return replace(found, breakdown=which) if which else None

    def _part(self, reading: Reading, whole: Proposal, which: str) -> Proposal:
        """Return a part of a figure: whose and when it is the whole says, or the province that the part is called."""
        number = reading.number
        if unit := unit_of_part(self.article.catalog, self.article.units, whole.indicator_id, which):
            whole, which = replace(whole, unit_id=unit), ""
        return replace(
            whole, value=values.plain(number.value), qualifier=number.qualifier, breakdown=which, exact=number.exact
        )

    def _whole(self, at: int, line: str, part: Proposal, indicator: Indicator, reading: Reading) -> Iterator[Proposal]:
        """Yield what a figure is a part of: «19/22 dòng họ» says that there are 22."""
        whole = whole_of(self.article.indicators, reading, indicator, in_office=self.article.subject.office is not None)
        if whole is not None and part.kind == "observation":
            value = values.plain(reading.number.of or Decimal(0))
            same = whole.subject_rule == indicator.subject_rule
            unit = part.unit_id if same else self.article.proposal(at, line, reading, whole, goal=False).unit_id
            part = replace(part, unit_id=unit, qualifier="exact", breakdown="")
            yield replace(part, indicator_id=whole.indicator_id, value=value)

    def _indicator_of(self, line: str, all_of: Sequence[Reading], place: int, so_far: SoFar) -> Meaning:
        """Return the indicator of a number, by what came before it in the line or by its own words."""
        reading = all_of[place]
        last = so_far.inside if so_far.inside and is_in_brackets(reading) else so_far.last
        if last and (listed := self._in_list(reading, last, so_far)) is not None:
            return listed
        if self._is_grown(line, all_of, place):
            return so_far.lower, so_far.concepts
        if (again := spoken_of_again(reading, self.funds, last)) is not None:
            return again, frozenset()
        if so_far.rate and reading.number.kind == "percent" and _SAME_RATE.search(reading.lead.lower()):
            return so_far.rate, so_far.concepts
        if place in so_far.turns:
            return so_far.turns[place]
        if (turn := rate_in_turn(self.article.indicators, all_of, place, self.counted)) is not None:
            return turn
        if place and RANGE.fullmatch(line[all_of[place - 1].number.end : reading.number.start]):
            return (so_far.lower if reading.number.kind == "money" else None, so_far.concepts)
        found = meaning_of(self.article.indicators, all_of, place, so_far.concepts, so_far.title)
        if found[0] is None and len(self.courses) == 1 and is_opened_course(reading):
            (courses,) = self.courses
            return called(self.article.indicators, self.article.catalog.indicators[courses].name_vi)
        return found

    def _in_list(self, reading: Reading, last: Proposal, so_far: SoFar) -> Meaning | None:
        """Return what a number is that has nothing but a place beside it; None of others."""
        if not is_listed(reading) and not self._is_a_place(reading):
            return None
        if so_far.first is None and reading.number.kind == "money" and len(so_far.sums) > 1:
            return NO_MEANING  # of which of the sums of the paragraph a new sentence goes on, nobody says
        begins = so_far.first if so_far.first and reading.clause.strip() in reading.lead else last
        indicator = self.article.catalog.indicators[begins.indicator_id]
        return (indicator, so_far.concepts) if reading.number.kind == kind_of(indicator) else None

    def _is_grown(self, line: str, all_of: Sequence[Reading], place: int) -> bool:
        """Return whether a number is what the one before it grew or fell to."""
        if not place or not all_of[place - 1].ends("từ") or all_of[place - 1].number.kind != all_of[place].number.kind:
            return False
        between = line[all_of[place - 1].number.end : all_of[place].number.hedge_start]
        return grows_to(between) or (RANGE.fullmatch(between) is not None and all_of[place - 1].ends(GROWN_FROM))

    def _is_a_place(self, reading: Reading) -> bool:
        """Return whether a number has a place before it and nothing else beside it: «…; Thanh Hóa 127 tỷ đồng»."""
        name = place_alone(reading.lead)
        if not name or re.match(r"\s*(?:[,;.)]|$|và\b|nhưng\b)", reading.tail) is None:
            return False
        if reading.number.kind == "percent" and _OF_A_WHOLE.fullmatch(name):
            return True
        provinces = {plain(self.article.units.name_of(area)) for area in self.article.units.places(name)}
        return provinces == {name} or known_place(self.article.units, self.article.subject, name) is not None


# «Trong đó, trao 100 suất cho học sinh tiểu học. Mỗi suất trị giá 1 triệu đồng.»
_GOES_ON = re.compile(
    r"\W*(?:Trong (?:đó|số (?:đó|này))|Mỗi (?:suất|phần)|Tổng (?:số tiền|kinh phí|trị giá|giá trị))\b"
)


def _of_the_same(found: Proposal, reading: Reading, so_far: SoFar) -> Proposal:
    """Return what a sentence tells more of what was given as given by whom the sentence before it is about."""
    last = so_far.last
    clause = reading.before.rpartition(";")[2]
    is_part = _GOES_ON.match(reading.sentence) or re.match(r"\W*trong đó\b", clause)
    goes_on = last is not None and is_part and not places_named(clause if ";" in reading.before else reading.before)
    if last is None or not goes_on or not (is_given(found.indicator_id) and is_given(last.indicator_id)):
        return found
    return replace(found, unit_id=last.unit_id) if not (found.unit_id and last.unit_id) else found
