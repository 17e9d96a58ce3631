"""What a title adds to columns that say little of their own: «Số lớp» of a table about centres of learning."""

import re
from collections.abc import Iterator, Sequence

from hoctap.contribute.naming.relations import DEEDS, TOPICS, together
from hoctap.contribute.naming.words import TITLED, TITLES, spelled
from hoctap.contribute.tables.labels import label
from hoctap.contribute.tables.setting import Setting
from hoctap.model.record import Indicator

_GIVEN = frozenset({"reward", "scholarship", "supported"})
# What columns say no more of than the title: classes of a centre, money of piggy banks.
OF_CLASSES = frozenset({"course", "turn", "learner", "person", "total"})
# What columns beside those of classes count of them, and what they cost.
_OF_COURSES = OF_CLASSES | {"money", "spent", "rate"}
# «BỒI DƯỠNG CHÍNH TRỊ», not the centre that is called so, nor one of several subjects.
_POLITICAL = re.compile(
    r"(?<!trung tâm )(?<!trường )bồi dưỡng (?:lý luận )?chính trị\b(?! (?:huyện|tỉnh|và|,|thành phố|thị xã))"
)
# Money that helps these is no help to people.
OF_LEARNING = frozenset({"clc", "literacy"})
_TOPICS = (
    (OF_CLASSES, {"clc", "literacy", "trained"}),
    (frozenset({"money", "supported"}), OF_LEARNING),
    (frozenset({"raised", "money", "total", "spent", "on-hand"}), {"piggy-bank", "fund"}),
    (frozenset({"collective", "person", "turn", "money", "total", "award-unit", "one-award"}), _GIVEN),
    (frozenset({"new"}), {"party-member"}),
    (frozenset({"registered", "recognised", "rate", "of-registered", "total", *TITLED, "person"}), TITLES),
)
_OTHER_PEOPLE = frozenset({"teacher", "member", "pupil", "student", "learner", "party-member", "new member"})
_DONE_TO_STAFF = DEEDS | {"sent", "study-further", "through", "new"}
_ALL_STAFF = "tổng số cán bộ"
_PRESENT = re.compile(r"(?:số )?(?:hiện có|có mặt)")
_AND = re.compile(r"\s*[,;&]\s*|\s+(?:và|với)\s+")
_FUNDS = frozenset({"fund", "association", *_GIVEN})
_WHOSE = frozenset({"commune", "village", "district-level", "province-level", "agency", "total", "person"})
_OF_TITLE = frozenset({"registered", "recognised", "rate", "of-registered"})


def of_topic(setting: Setting, own: frozenset[str], text: str) -> Iterator[frozenset[str]]:
    """Yield the concepts with the topic of a text over them: «Số lớp» of a table about centres of learning."""
    for words, topics in _TOPICS:
        if own and own <= words:
            above = setting.indicators.concepts(text)
            if "trained" in topics and "course" in above and _POLITICAL.search(spelled(text)):
                yield own | {"political", "trained"} | ({"course"} if "learner" in own else set())
                continue
            named = above & topics  # two in «VẬN ĐỘNG QUỸ VÀ NUÔI HEO ĐẤT»
            is_of_funds = "supported" in own and topics <= OF_LEARNING and above & _FUNDS
            if len(named) != 1 or is_of_funds or (named <= TITLES and not own & _OF_TITLE):
                continue
            heads = own & TITLED.keys() if named <= TITLES else frozenset()  # «Số hộ đạt» of «GIA ĐÌNH HỌC TẬP»
            raised = above & {"raised"} if own <= {"money", "total"} and "spent" not in above else frozenset()
            yield together(own - heads | named | raised)


def topic_of_classes(own: frozenset[str]) -> frozenset[str]:
    """Return what classes are about that a label counts: «Số lớp bồi dưỡng chính trị»; nothing for any other label."""
    return own - OF_CLASSES if "course" in own else frozenset()


def joined_to_classes(setting: Setting, own: frozenset[str], topic: frozenset[str]) -> tuple[Indicator, ...]:
    """Return what a label beside one that counts classes means of these: «Số học viên», «Kinh phí», «Tỷ lệ tham gia».

    What they cost may be that of all training.
    """
    if not topic or not own or not any(each in _OF_COURSES for each in own):
        return ()
    known = {each for each in own if each[0] != "?"}
    ways = (
        own | topic,
        own | topic | {"course"},
        *([own | topic & DEEDS] if own <= {"money", "spent", "total"} else ()),
    )
    found = (setting.indicators.named_by(together(way)) for way in ways if known <= _OF_COURSES)
    return next((each for each in found if len(each) == 1), ())


def several_topics(setting: Setting, groups: Sequence[str]) -> Sequence[str]:
    """Return the topics that groups over a column name, if they name more than one and nothing else."""
    parts = [part for text in groups for part in _AND.split(text) if part]
    named = [setting.indicators.concepts(part) for part in parts]
    is_of_topics = all(each and each <= TOPICS | DEEDS | OF_LEARNING | {"member"} for each in named)
    return parts if len(parts) > 1 and is_of_topics else ()


def is_of_staff(setting: Setting) -> bool:
    """Return whether the lines above a table are about a staff and nobody else."""
    above = setting.indicators.concepts(lines_above(setting))
    return "staff" in above and not above & _OTHER_PEOPLE


def counts_staff(setting: Setting) -> bool:
    """Return whether «Tổng số» under the title is all of a staff, of none who were taught or praised."""
    return is_of_staff(setting) and not setting.indicators.concepts(lines_above(setting)) & _DONE_TO_STAFF


def as_all_of_staff(setting: Setting, words: Sequence[str], *, total: bool) -> list[str]:
    """Return the words of a header with a bare total of a table about a staff as all of that; any other as it is."""
    is_bare = total if not words else len(words) == 1 and _names_all(setting, words[0])
    return [_ALL_STAFF] if is_bare and counts_staff(setting) else list(words)


def _names_all(setting: Setting, words: str) -> bool:
    """Return whether words name people who are there and nothing of them: «Số người», «Số người có mặt», «Hiện có»."""
    own = setting.indicators.concepts(words)
    return ("person" in own or _PRESENT.fullmatch(words) is not None) and own <= {"person", "on-hand", "total"}


def lines_above(setting: Setting) -> str:
    """Return what the lines above a table say that it is about."""
    return " ".join(titles_of(setting))


def titles_of(setting: Setting) -> Sequence[str]:
    """Return the lines right above a table, of a Word file the last one.

    Where they say no more than of when, of whom or in what it is («Năm học 2022-2023», «Đơn vị tính: người»), the
    nearest line before them that says what it is about stands with them.
    """
    own = setting.block.titles or setting.block.earlier[-1:]
    if any(says_what(setting, line) for line in own):
        return own
    above = next((line for line in reversed(setting.block.earlier) if says_what(setting, line)), "")
    return (above, *own) if above else own


def says_what(setting: Setting, line: str) -> bool:
    """Return whether a line names what is counted, and not only a time, a place, an office or a measure."""
    parsed = label(line)
    named = {each for each in setting.indicators.concepts(parsed.text.removesuffix(parsed.measure)) if each[0] != "?"}
    return bool(named - _WHOSE) and not setting.names_a_unit(line)
