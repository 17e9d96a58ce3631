"""Courses and pupils whose noun says neither where nor what is taught: the paragraph speaks of one such thing."""

import re

from hoctap.contribute.articles.words import TRAINING, Concepts, Meaning, Reading, one
from hoctap.contribute.naming.indicators import Indicators

_COURSE = re.compile(
    r"\s*(?:lớp|chuyên đề)(?:(?:,| và)? (?:lớp|chuyên đề|buổi))*"
    r"(?=\s*(?:[,;.()]|$)|\s(?:với|cho|thu hút|có|về|gồm|tại|phục vụ|mỗi)\b)"
)
_OPENED = r"\b(?:mở|tổ chức)(?: [^\W\d]+){0,2}"
# Courses that an article, having spoken of one kind alone, calls «lớp» from then on.
COURSES = {"training-courses", "clc-courses", "literacy-classes"}
_NOUN = 30  # letters
_PART = re.compile(r"\s*(?:lớp|chuyên đề)\b(?! x[óo][áa]? mù)")
_OF_PART = re.compile(r"\b(?:trong (?:đó|số)|gồm)\b")
_LITERACY = re.compile(r"x(?:óa|oá) mù")
_TRAINED = re.compile(TRAINING)
# A learning centre, first by its name, then as who acts: «Trung tâm mở 58 lớp, chuyên đề».
_CENTRE = re.compile(r"trung tâm (?:học tập cộng đồng|htcđ)\b|tthtcđ")
_ACTS = re.compile(
    r"\b(?:trung tâm|tthtcđ)\b"
    r"(?! (?:chính trị|bồi dưỡng|giáo dục|gdnn|gdtx|dạy nghề|y tế|hành chính|văn hóa|ngoại ngữ))"
)
_HOUSE = re.compile(r"\bđơn vị\b")  # what a centre is called in an article about it
_COURSES_ARE = re.compile(r"\bsố (?:lớp|chuyên đề)(?:, (?:lớp|chuyên đề))?(?: (?:đã )?(?:mở|tổ chức))?(?: được)? là")
_PUPILS = re.compile(
    r"\s*(?:con cháu|cháu|con em|em)\s(?:(?:hiện|đang|còn) )*(?:(?:đi|theo|cắp sách|ngồi ghế) )*học\b(?! (?:giỏi|khá))"
)
_CLAN = re.compile(r"\b(?:[Dd]òng họ|[Tt]ộc họ|[Hh]ọ (?=[A-ZĐ]))")
# Who took part in the courses counted before: «… 42 lớp tập huấn cho 3.165 cán bộ hội».
_TAUGHT = re.compile(
    r"\s*(?P<turn>lượt )?(?:người|cán bộ|học viên|giáo viên|giảng viên|hội viên|công chức|viên chức|công nhân|chiến sĩ|"
    r"đoàn viên|(?P<more>chị em|phụ nữ|bà con|thanh niên|lượt))\b"
)


def pupils_of_clan(indicators: Indicators, reading: Reading) -> Meaning | None:
    """Return the pupils that a clan has: «Hiện có 231 cháu đang đi học từ lớp 1 đến đại học»; None of other numbers."""
    is_of_clan = _PUPILS.match(reading.tail) and _CLAN.search(reading.context)
    return one(indicators, {"pupil", "total"}) if is_of_clan else None


def of_learning(indicators: Indicators, reading: Reading, before: Concepts) -> Meaning | None:
    """Return what a bare number of courses is of; None where nobody says.

    `before` are the concepts of the number before it.
    """
    if "clc" in before and _PART.match(reading.tail) and _OF_PART.search(reading.before[-120:].lower()):
        return one(indicators, {"clc", "course"})
    if not reading.ends(_COURSES_ARE.pattern) and not _COURSE.match(reading.tail):
        return None
    topic = _topic(reading)
    return one(indicators, {topic, "course"}) if topic else None


def is_opened_course(reading: Reading) -> bool:
    """Return whether a number counts courses that were opened, of which its sentence and headings say nothing more."""
    is_bare = reading.number.kind == "count" and _COURSE.match(reading.tail) and reading.ends(_OPENED)
    near = f"{reading.sentence} {reading.heads}".lower()
    return bool(is_bare) and not any(form.search(near) for form in (_LITERACY, _TRAINED, _CENTRE))


def taught(indicators: Indicators, reading: Reading, before: Concepts) -> Meaning | None:
    """Return who took part in the courses counted before: «2 lớp xóa mù chữ cho 37 người Raglai»; None of others."""
    who, topic = _TAUGHT.match(reading.tail), before & {"trained", "literacy", "clc"}
    joins = reading.ends("cho|với|thu hút|có|phục vụ") or ("literacy" in topic and not reading.lead.strip(" ,"))
    if "course" not in before or "political" in before or len(topic) != 1 or who is None or not joins:
        return None
    if "trained" in topic:
        return None if who["more"] else one(indicators, {"trained", "turn"} if who["turn"] else {"trained", "person"})
    return one(indicators, {*topic, "learner"} | ({"turn"} if "clc" in topic else set()))


def _topic(reading: Reading) -> str:
    """Return the one thing that the courses of a paragraph teach, or where; nothing where it speaks of none or two."""
    near, own = f"{reading.heads} {reading.context}".lower(), reading.clause.lower()
    of_subjects = "chuyên đề" in reading.tail[:_NOUN]
    acts = _ACTS.search(near if of_subjects else own) or (_HOUSE.search(own) and _CENTRE.search(near))
    topics = {"literacy"} if _LITERACY.search(near) and not of_subjects else set()
    topics |= {"trained"} if _TRAINED.search(near) and reading.ends(_OPENED) else set()
    if acts and _CENTRE.search(near):
        topics = {"clc"} if of_subjects else {"clc", *topics}
    return topics.pop() if len(topics) == 1 else ""
