"""What speaks against an indicator although its name fits: the heading counts something or somebody else."""

from hoctap.contribute.naming.indicator_names import Name
from hoctap.contribute.naming.relations import DEEDS, HOUSEHOLDS, PEOPLE, PLACES_AND_BODIES, SCOPES

_OTHERS = frozenset({"household", "agency", "school", "village"})
_BODIES = frozenset({"agency", "school"})
_LEVELS = frozenset({"level-1", "level-2"})
_AGES = frozenset({"age-15-60", "age-15-35"})
_ORGANISATIONS = frozenset({"to-chuc", "trung-tam"})
# Who is counted under these is no member of a staff, or only some are: «Hội viên là cán bộ», «Khen thưởng cán bộ».
_NO_STAFF = frozenset({"member", "reward", "supported"})
# A learning community is a village: «Cộng đồng học tập (thôn)».
_VILLAGES = frozenset({"learning-community", "studious-community", "community"})


def contradicts(name: Name, found: frozenset[str]) -> bool:
    """Return whether the concepts of a heading cannot be those of an indicator that its words otherwise name."""
    is_share = name.indicator.value_type == "share"
    if is_share != ("rate" in found) or ("money" in found and name.indicator.unit_measure != "dong"):
        return True
    # «Tỷ lệ tốt nghiệp THPT» of a school is that of its pupils.
    if {"staff", "school-level"} <= name.whole and "staff" not in found:
        return True
    # «Số người» under «TTHTCĐ» are no centres.
    if name.counts_things and "person" in found - name.whole:
        return True
    if "recognised" in found - name.whole and "total" in name.own:
        return True  # «Dòng họ được công nhận» are not all clans
    if "literate" in found and found & _LEVELS - name.whole and not name.whole & _AGES:
        return True  # «Tỷ lệ biết chữ mức độ 1» of whom?
    if is_share:
        return _is_share_of_others(name, found)
    return _is_money_of_others(found) if name.indicator.value_type == "amount" else _counts_others(name, found)


def _is_share_of_others(name: Name, found: frozenset[str]) -> bool:
    """Return whether a share is taken of others: «% hộ có hộp thư» is none of agencies, «% trường» is some of them.

    Of all people staff are a part: «Tỷ lệ cán bộ có kỹ năng số».
    """
    mine = name.own | name.whole
    kinds = (PEOPLE, HOUSEHOLDS, PLACES_AND_BODIES)
    theirs = [kind for kind in kinds if kind & found]
    counted = [kind for kind in kinds if kind & mine]
    others = [kind for kind in theirs if kind not in counted]
    if counted and others and (others == theirs or HOUSEHOLDS in others):
        return True
    if name.core <= {"member", "rate"} and "staff" in name.own - found:
        return True  # «Hội viên / Tỷ lệ (%)» may be of all people
    more = found - mine - SCOPES.get(name.indicator.indicator_id, frozenset())
    return ("school" in more and counted == [PLACES_AND_BODIES]) or ("staff" in more and "person" in mine)


def _is_money_of_others(found: frozenset[str]) -> bool:
    """Return whether no money is counted but who gives or gets it, or that of households, villages or schools."""
    if "household" in found or ("village" in found and found & DEEDS):
        return True
    if "school" in found and "supported" in found and not found & PEOPLE:
        return True  # «Số tiền hỗ trợ trường học» helps no pupils
    if "donated" in found and found & (_OTHERS | {"person"}):
        return True  # «Ủng hộ của cá nhân» is a part of what was donated
    return "money" not in found and "fund" not in found and bool(found & _OTHERS)


def _counts_others(name: Name, found: frozenset[str]) -> bool:
    """Return whether a count is of others: «Hộ được hỗ trợ» are no people, «Số cán bộ Hội» are no associations."""
    mine = name.whole | SCOPES.get(name.indicator.indicator_id, frozenset())
    is_of_no_staff = name.indicator.unit_measure in _ORGANISATIONS or name.whole & _NO_STAFF
    if "staff" in found - mine and is_of_no_staff:
        return True
    others = found & _OTHERS - mine - ({"village"} if name.whole & _VILLAGES else set())
    if "member" in name.core and others & _BODIES:
        return True  # «Hội viên trong trường học» are some of them
    if not others:
        return False
    if name.counts_things or name.indicator.value_type == "ratio":
        return "course" not in name.core  # a school may give courses
    if "household" in others and not name.whole & HOUSEHOLDS:
        return True
    return name.core <= DEEDS | {"new"} and not found & PEOPLE  # «Được hỗ trợ», «Kết nạp mới» of whom?
