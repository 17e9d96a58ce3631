"""The period that words around a figure name: of its clause, its sentence, its paragraph, the headings above."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.contribute.articles.goals import without_documents
from hoctap.contribute.articles.spans import FOUNDED, past_year, relative
from hoctap.contribute.articles.yearless import up_to_day
from hoctap.contribute.naming.periods import NamedPeriod, periods_in
from hoctap.model.period_kinds import CUMULATIVE, HALF, MOMENT, MONTHS, QUARTER, TERM, YEAR

EVENTS = r"(?:hội nghị|buổi lễ|lễ|chương trình|đại hội|ngày hội|(?:ngày |lễ )?giỗ tổ)"
# A time that is of its own figure alone: «riêng năm 2023 …», «; cùng kỳ năm 2023 là 7,1 tỷ đồng», «nếu năm 2016 mới
# có 4,1 tỷ đồng thì năm 2019 đã là 8,2 tỷ đồng».
_ASIDE = re.compile(
    r"(?:riêng (?:năm|trong)|\b[Cc]ùng kỳ\b)[^,;.]*|"
    r"\b[Nn]ếu (?:như )?(?:trong )?năm (?:19|20)\d\d\b[^;]*?\bthì\b(?:[^;.]|(?<=\d)\.(?=\d))*|"
    r"\b(?:[Tt]ỷ lệ|[Cc]on số|[Ss]ố) (?:này|đó|ấy)(?: của)? (?:vào |trong |của )?năm (?:19|20)\d\d[^;.]*"
)
# What was left at the end of a year dates no deed: «tồn cuối năm 2020 chuyển sang 12 triệu đồng; chi 9 triệu đồng».
_LEFT_OVER = re.compile(r"\b(?:tồn|dư)\b(?:[^;.]|(?<=\d)\.(?=\d))*", re.IGNORECASE)
_PROGRAMME = re.compile(r"(?:nhiệm vụ|phương hướng|công tác|tổng kết|kế hoạch|phong trào)(?: công tác)? năm \d{4}")


@dataclass(frozen=True, slots=True)
class Spoken:
    """What stands around a figure: its sentence before and after it, the sentence, the paragraph before that.

    `heads` are what stands above the paragraph and still holds for it, the innermost first.
    """

    before: str
    after: str
    sentence: str
    paragraph: str
    heads: tuple[str, ...] = ()


def own_period(around: Spoken, day: str, lines: Sequence[str], *, flow: bool, goal: bool) -> NamedPeriod | None:
    """Return the period that the clause of a figure names, else its sentence."""
    rest = re.split(r";|\b(?:lũy|luỹ) kế\b", around.sentence[len(around.before) :])[0]
    earlier, parted, clause = around.before.rpartition(";")
    if flow or "chuyển sang" in earlier:  # the balance that a year begins with is no time of that at its end
        earlier = _LEFT_OVER.sub(" ", earlier)
    for before in (clause, f"{_carried_on(earlier)};{clause}") if parted else (around.before,):
        if (own := _in_clause(before, rest, around, day, lines, flow=flow, goal=goal)) is not None:
            return own
    return None


def carried_period(
    around: Spoken, day: str, lines: Sequence[str], *, flow: bool, goal: bool, lasts: bool = False
) -> NamedPeriod | None:
    """Return the period that the paragraph of a figure names before its sentence.

    What `lasts` (members, branches) is what there is now, whatever year was spoken of before it.
    """
    rest = re.split(r";|\b(?:lũy|luỹ) kế\b", around.sentence[len(around.before) :])[0]
    spans = flow or goal
    earlier = around.paragraph
    if _THEN.search(around.before.lower()) and not periods_in(earlier) and len(lines) > _TOP:
        years = {each.words: each.period for each in periods_in(lines[-2]) if each.kind == YEAR}
        earlier = next(iter(years)) if len({*years.values()}) == 1 else ""  # «Cũng năm ấy» is of the paragraph before
    carried = _ASIDE.sub(" ", earlier)
    if flow:
        carried = _LEFT_OVER.sub(" ", carried)
    if not spans:
        carried = _PROGRAMME.sub(" ", carried.lower())
    found = in_own_words(carried, flow=flow)
    if lasts and found and not _is_of_then(found, around.before, day):
        found = None
    if spans:
        span = relative(carried, day, lines, goal=goal)
        return _later(found, span if goal else span or up_to_day(carried, day), carried)
    return _later(found, up_to_day(carried, day) or past_year(f"{carried} {around.before}{rest}", day), carried)


def _in_clause(
    before: str, rest: str, around: Spoken, day: str, lines: Sequence[str], *, flow: bool, goal: bool
) -> NamedPeriod | None:
    """Return the last period named before a figure in the words, else the first behind it."""
    own = in_own_words(before, flow=flow)
    spans = flow or goal
    span = relative(before, day, (around.paragraph, *lines), goal=goal) if spans else None
    own = _later(own, span if goal else span or up_to_day(before, day), before)
    own = own or in_own_words(before + rest, flow=flow, first=True)
    if own is None and (flow or goal):
        whole = relative(before + rest, day, (around.paragraph, *around.heads, *lines), goal=goal)
        return whole[1] if whole else None
    return own


_TOP = 3  # the first lines of an article are given whole
# The first months of a year, whose articles give what there was at the end of the last one.
_REPORTS_OUT_BY = "04"
_THEN = re.compile(r"\b(?:năm|lúc|khi|thời điểm) (?:ấy|đó)\b|\bcùng năm\b")


def _is_of_then(named: NamedPeriod, before: str, day: str) -> bool:
    """Return whether what lasts is told of the year named before it: the sentence says so, or it is the last one's."""
    if named.kind != YEAR or named.period >= day[:4] or _THEN.search(before.lower()):
        return True
    return int(day[:4]) - int(named.period) == 1 and day[5:7] <= _REPORTS_OUT_BY


def _carried_on(clauses: str) -> str:
    """Return of the clauses before one what goes on in it: a time behind a figure is of that figure alone."""
    return ";".join(clause[: _end_of_figures(clause)] for clause in clauses.split(";"))


def _end_of_figures(clause: str) -> int | None:
    """Return where the last figure of a clause ends that is no part of a time; None where it has none."""
    ends = [hit.end() for hit in re.finditer(r"\d[\d.,]*(?:\s?%|\s(?:triệu|tỷ|tỉ|nghìn))?", _without_times(clause))]
    return ends[-1] if ends else None


def named_above(around: Spoken, day: str, lines: Sequence[str], *, flow: bool, goal: bool) -> NamedPeriod | None:
    """Return the period that the innermost of the headings names that names one."""
    for head in around.heads:
        text = head if flow or goal else _PROGRAMME.sub(" ", head.lower())
        span = relative(text, day, lines, goal=goal) if flow or goal else past_year(text, day)
        if (found := _later(in_own_words(text, flow=flow), span, text)) is not None:
            return found
    return None


def _without_times(text: str) -> str:
    """Return a text, letter for letter, with the times in it put out of sight."""
    low = text.lower()
    for each in periods_in(text):
        low = low.replace(each.words, "#" * len(each.words), 1)
    return low


def _later(one: NamedPeriod | None, other: tuple[int, NamedPeriod] | None, text: str) -> NamedPeriod | None:
    """Return the one that a text names last."""
    if one is None or other is None:
        return one or (other[1] if other else None)
    after = text.lower().rfind(one.words) - other[0]
    return one if after > 0 and after >= len(other[1].words) else other[1]  # «từ đầu năm 2025 đến nay» is no year


def in_own_words(text: str, *, flow: bool, first: bool = False) -> NamedPeriod | None:
    found = [(text.lower().find(each.words), each) for each in periods_in(without_documents(text))]
    found = [(at, _up_to(each, text[:at].lower())) for at, each in found]
    found = [
        (at, each)
        for at, each in found
        if (each.kind != CUMULATIVE or (flow and (each.words.startswith("từ") or _IN_ALL.search(text[:at].lower()))))
        and (flow or each.kind != TERM)
        and not (each.kind in (YEAR, MOMENT) and is_compared(text.lower(), each))
    ]
    found = [
        (at, each)
        for at, each in found
        if not (
            each.kind == MOMENT
            and not re.search(r"đến|hết|cuối|thời điểm", each.words + text.lower()[max(0, at - 14) : at])
            and not (not flow and _AT_EVENT.search(text[:at].lower()))
        )
    ]
    if not found:
        return None
    return (min if first else max)(found, key=lambda each: each[0])[1]


def _up_to(named: NamedPeriod, before: str) -> NamedPeriod:
    """Return the last month of a part of a year up to whose end something is counted: «đến hết quý III/2019»."""
    is_end = named.kind in (HALF, QUARTER, MONTHS) and re.search(r"\b(?:đến|tới) (?:hết|cuối) $", before)
    return NamedPeriod(named.period[-len("2019-09") :], MOMENT, named.words) if is_end else named


# «Đại hội lần thứ nhất của hội ngày 28/1/2026 ghi nhận 34 chi hội»
_AT_EVENT = re.compile(rf"\b{EVENTS}\b[^.;,\d]{{0,40}} (?:ngày )?$")
# «Tính cả giai đoạn 2021-2025, …»: a span that is counted over, no name of a programme.
_IN_ALL = re.compile(r"(?:^|[.;,] )\W*(?:tính|trong|suốt)(?: cả)? $")
# What stands right before a year that is no time of the figure.
_COMPARED = rf"(?:(?:so(?: với)?|lần|sinh|từ|{FOUNDED}(?: từ| vào)?)\s+(?:của\s+)?(?:cùng kỳ\s+)?|[%\w]\s+cùng kỳ\s+)"


def is_compared(text: str, named: NamedPeriod) -> bool:
    words = re.escape(named.words)
    if re.search(rf"{words}.*\bnăm (?:ấy|đó)\b", text):
        return False  # «lập năm 2009, cả năm ấy …»
    before = r"so với\s+(?:\w+\s+){0,3}?" if named.kind == MOMENT else _COMPARED
    return re.search(before + words, text) is not None
