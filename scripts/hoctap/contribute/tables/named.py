"""Which indicator the words of a header name, and of which part: «Chi hội trường học», «Hội viên nữ»."""

import re
from collections.abc import Set as AbstractSet

from hoctap.contribute.naming.relations import NO_SCOPE, SCOPES
from hoctap.contribute.naming.unit_names import plain
from hoctap.contribute.naming.words import SHARES, TITLED, marked_ways
from hoctap.contribute.tables.labels import BREAKDOWNS
from hoctap.contribute.tables.setting import Setting
from hoctap.contribute.tables.topics import lines_above, of_topic
from hoctap.model.codes import ASSOCIATION, FUND
from hoctap.model.record import Indicator

# Concepts of a header that say in what it is counted.
_MEASURED = frozenset({"award-unit", "turn", "person", "rate", "money"})
_OF_TITLES = re.compile(r"(?:mô hình|danh hiệu) (?:xã hội )?học tập")
# «Số thôn có chi hội» counts the villages, of which some may have several.
_PLACES_WITH = re.compile(
    r"\b(?:thôn|bản|ấp|khóm|xóm|tổ dân phố|khu dân cư|trường học?|cơ quan|đơn vị|doanh nghiệp|dòng họ)\b"
    r"[^/]* (?:đã |chưa )?(?:có|thành lập|lập) (?:được )?(?:tổ chức )?(?:chi hội|ban khuyến học|tổ khuyến học|hội)\b"
)
# «Đăng ký, công nhận» over one column: one of the two, nobody knows which.
_BOTH = re.compile(
    r"đăng ký(?: mới)? ?(?:[,;]|và) (?:số )?(?:được )?(?:công nhận|đạt)|công nhận ?(?:[,;]|và) (?:số )?đăng ký|"
    r"đăng ký (?:mà |đã |và )*được (?:đánh giá )?công nhận"
)
_AGES = re.compile(r"(?:(?:từ|trên|dưới) )?\d+(?:\s*(?:-|–|đến)\s*\d+ ?(?:tuổi)?| tuổi)(?: trở lên)?")
# «cao cấp» is no giving.
_SCOPED = re.compile(rf"%|(?<!cao )(?<!trung )(?<!sơ )\b(?:{'|'.join(sorted(NO_SCOPE, key=len, reverse=True))})\b")


# What is only called by its name may be counted, be who has something, or be what was given: «Dòng họ», «Hỗ trợ».
_BARE = frozenset({"clan", "household", "commune", "village", "supported", "trained", "piggy-bank"})
_COUNTS = re.compile(r"\b(?:số|tổng|trên địa bàn|toàn|hiện có|có|(?<!phong trào )nuôi)\b")


def says_nothing(words: str, own: AbstractSet[str], measure: str) -> bool:
    """Return whether a header is a bare name, of which nobody knows what is counted: «Dòng họ», «Lũy kế (trđ)»."""
    is_since = own <= {"on-hand", "money"} and re.fullmatch(r"(?:lũy|luỹ) kế(?: đến nay)?", words) is not None
    is_bare = len(own) == 1 and own <= _BARE and not measure and _COUNTS.search(words) is None and "hộ " not in words
    return is_since or is_bare


def named(setting: Setting, words: str, measure: str, *, as_defined: bool = False) -> tuple[tuple[Indicator, ...], str]:
    """Return the indicator of a header and its part: in its own measure, else in the one said for the whole table."""
    if not words:
        return (), ""
    if says_nothing(words, setting.indicators.concepts(words, measure), measure):
        return (), ""
    own, table = titled(setting, setting.indicators.concepts(words, measure)), setting.context.measure
    ways = [own]
    if not measure and own & _MEASURED <= {"person"}:  # «Người có kỹ năng số» in a table in %
        whole = titled(setting, setting.indicators.concepts(words, table))
        ways = [own, whole] if own & _MEASURED or re.search(r",| và ", table) else [whole, own]
    topics = list(of_topic(setting, own - {"women"}, lines_above(setting)))
    if len(topics) == 1:  # under «NUÔI HEO ĐẤT» money spent is not that of the fund
        return setting.indicators.named_by(topics[0]), BREAKDOWNS["nữ"] if "women" in own else ""
    found = (scoped(setting, words, each, as_defined=as_defined) for each in ways)
    return next((each for each in found if len(each[0]) == 1), ((), ""))


def titled(setting: Setting, found: frozenset[str]) -> frozenset[str]:
    """Return the concepts with «Dòng họ» read as the title given to clans, under a title line about such titles."""
    heads = found & TITLED.keys()
    is_of_titles = any(_OF_TITLES.search(plain(title)) for title in setting.block.titles)
    titles = {TITLED[head] for head in heads}  # one of «Cộng đồng (ấp, khu phố)»
    if not is_of_titles or len(titles) != 1 or "household" in heads or not found - heads <= SHARES - {"total"}:
        return found
    return found - heads | titles


def with_marks(setting: Setting, words: str, measure: str) -> tuple[Indicator, ...]:
    """Return the one indicator that a header typed without tone marks can mean; none if it can mean several."""
    ways = {found for way in marked_ways(words) if (found := named(setting, way, measure)[0])}
    return ways.pop() if len(ways) == 1 else ()


def scoped(
    setting: Setting, words: str, found: frozenset[str], *, as_defined: bool = False
) -> tuple[tuple[Indicator, ...], str]:
    """Return the indicators that concepts name, and of which part: «Chi hội trường học», «Hội viên nữ»."""
    found = _of_donor(setting, _of_title_given(found))
    if "rate" not in found and (_PLACES_WITH.search(words) or _BOTH.search(words)):
        return (), ""
    fitting = setting.indicators.named_by(found, as_defined=as_defined)
    exact = None if fitting else setting.indicators.exactly(words)
    if exact and (exact.value_type == "share") == ("rate" in found):
        return (exact,), ""
    if not fitting and "women" in found and (of_all := setting.indicators.named_by(found - {"women"})):
        return of_all, BREAKDOWNS["nữ"]
    fitting = fitting or _of_a_part(setting, found)
    places: AbstractSet[str] = SCOPES.get(fitting[0].indicator_id, frozenset()) if len(fitting) == 1 else frozenset()
    if not fitting:
        return _of_other_ages(setting, words, found) if {"literate", "rate"} <= found else ((), "")
    known = found | {"company"} if "agency" in found else found
    # «Hội cơ sở (xã, cơ quan, trường học)»: all that there is
    is_whole = (len(places) > 1 and places <= known) or (
        len(fitting) == 1 and setting.indicators.is_explained(words, fitting[0])
    )
    return fitting, _scope(words) if found & places - {"reward-paper"} and not is_whole else ""


def as_defined(setting: Setting, words: str, measure: str) -> tuple[tuple[Indicator, ...], str]:
    """Return what words name of which a definition holds some; nothing where the title makes something of them."""
    own = setting.indicators.concepts(words, measure)
    return (
        ((), "") if any(of_topic(setting, own, lines_above(setting))) else scoped(setting, words, own, as_defined=True)
    )


def _of_a_part(setting: Setting, found: frozenset[str]) -> tuple[Indicator, ...]:
    """Return the one indicator that concepts name without those that are a part of what it counts."""
    for narrowing in (found & {"good"}, found):
        parts = {each: narrowing & scope for each, scope in SCOPES.items() if narrowing & scope}
        wholes = {each: setting.indicators.named_by(found - part) for each, part in parts.items()}
        fitting = [whole for each, whole in wholes.items() if [one.indicator_id for one in whole] == [each]]
        if fitting:
            return fitting[0] if len(fitting) == 1 else ()
    return ()


def _of_other_ages(setting: Setting, words: str, found: frozenset[str]) -> tuple[tuple[Indicator, ...], str]:
    """Return who can read of an age group that has no indicator of its own, or of none, with that group."""
    ages = _AGES.search(words)
    if not ages and any(_AGES.search(plain(line)) for line in setting.context.lines):
        return (), ""
    rest = {each for each in found if not each[1:].isdigit()} - {"or-higher", "level-1"} | {"other"}
    return setting.indicators.named_by(frozenset(rest)), ages[0].strip() if ages else ""


def _scope(words: str) -> str:
    """Return what of a header is the part it counts: «học sinh nghèo» of «Hỗ trợ học sinh nghèo / Số học sinh»."""
    left = re.sub(r"\s+,", ",", " ".join(_SCOPED.sub(" ", words).split())).strip(" ,-–:/()")
    again = re.fullmatch(r"((học sinh|sinh viên|giáo viên)\b.*) \2", left)
    return again[1] if again else left


def _of_donor(setting: Setting, found: frozenset[str]) -> frozenset[str]:
    """Return the concepts of «Ủng hộ quỹ khuyến học» told by a bank, a company, a union without the fund it goes to.

    An association may have got it.
    """
    office = setting.context.office
    is_donor = office is not None and office.unit_kind not in (ASSOCIATION, FUND)
    return found - {"fund"} if is_donor and {"donated", "fund"} <= found and "raised" not in found else found


def _of_title_given(found: frozenset[str]) -> frozenset[str]:
    """Return the concepts with «Gia đình» read as the title where the header says that a title is fitting."""
    heads = found & TITLED.keys()
    if not found & {"learning-title", "learning-model"} or len(heads) != 1 or found & {"reward"}:
        return found
    return found - heads - {"learning-model"} | {TITLED[head] for head in heads}
