"""What a title adds to columns that say little of their own: «Số lớp» of a table about centres of learning."""

from collections.abc import Iterator

from hoctap.contribute.naming.words import TITLED, TITLES
from hoctap.contribute.tables.setting import Setting

_GIVEN = frozenset({"reward", "scholarship", "supported"})
# What columns say no more of than the title: classes of a centre, money of piggy banks.
OF_CLASSES = frozenset({"course", "turn", "learner", "person", "total"})
# Money that helps these is no help to people.
OF_LEARNING = frozenset({"clc", "literacy"})
_TOPICS = (
    (OF_CLASSES, {"clc", "literacy", "trained"}),
    (frozenset({"money", "supported"}), OF_LEARNING),
    (frozenset({"raised", "money", "total", "spent", "on-hand"}), {"piggy-bank", "fund"}),
    (frozenset({"collective", "person", "turn", "money", "total", "award-unit", "one-award"}), _GIVEN),
    (frozenset({"registered", "recognised", "rate", "of-registered", "total", *TITLED, "person"}), TITLES),
)
_FUNDS = frozenset({"fund", "association", *_GIVEN})
_OF_TITLE = frozenset({"registered", "recognised", "rate", "of-registered"})


def of_topic(setting: Setting, own: frozenset[str], text: str) -> Iterator[frozenset[str]]:
    """Yield the concepts with the topic of a text over them: «Số lớp» of a table about centres of learning."""
    for words, topics in _TOPICS:
        if own and own <= words:
            above = setting.indicators.concepts(text)
            named = above & topics  # two in «VẬN ĐỘNG QUỸ VÀ NUÔI HEO ĐẤT»
            is_of_funds = "supported" in own and topics <= OF_LEARNING and above & _FUNDS
            if len(named) != 1 or is_of_funds or (named <= TITLES and not own & _OF_TITLE):
                continue
            heads = own & TITLED.keys() if named <= TITLES else frozenset()  # «Số hộ đạt» of «GIA ĐÌNH HỌC TẬP»
            raised = above & {"raised"} if own <= {"money", "total"} and "spent" not in above else frozenset()
            yield own - heads | named | raised


def lines_above(setting: Setting) -> str:
    """Return the lines right above a table; of a Word file the last one."""
    return " ".join(setting.block.titles or setting.block.earlier[-1:])
