"""What a group of rows did, and to whom: «Thạc sĩ» under «Cử đi đào tạo» are no count of those who are so."""

from hoctap.contribute.naming.words import TITLED
from hoctap.contribute.tables.below import QUALIFIED

_LEARNERS = frozenset({"pupil", "student", "teacher"})
_DONE_TO = {
    **dict.fromkeys(("sent", "trained", "study-further"), QUALIFIED),
    **dict.fromkeys(("supported", "reward", "scholarship", "gift"), _LEARNERS),
    "registered": frozenset(TITLED.values()),
}
_NO_DEED = frozenset({"staff", "rate"})


def done_to(group: frozenset[str], own: frozenset[str]) -> set[str]:
    """Return the deeds that a group names, all concepts, and that its row says to whom; none of a group of a staff."""
    deeds = {deed for deed in group & _DONE_TO.keys() if _names_whom(deed, own)}
    return deeds if not group & _NO_DEED or "study-further" in deeds else set()


def _names_whom(deed: str, own: frozenset[str]) -> bool:
    """Return whether a row names what a deed is done to; «Số quà tặng học sinh» names a deed itself."""
    found = own & _DONE_TO[deed]
    return bool(found) and (not found & _LEARNERS or own <= _LEARNERS | {"person", "total", "good", "school-level"})
