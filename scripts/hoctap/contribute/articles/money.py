"""Which indicator a sum of money is about: by the verb before it and what follows."""

import re

from hoctap.contribute.articles.donors import RECEIVED
from hoctap.contribute.articles.money_of_funds import RAISED, of_a_fund
from hoctap.contribute.articles.sums_for_one import is_rule, sum_for_one
from hoctap.contribute.articles.verbs_of_money import nearest
from hoctap.contribute.articles.words import NO_MEANING, TRAINING, Around, Meaning, Reading, known, one
from hoctap.contribute.naming.forms_of_periods import MONTHS_NAMED
from hoctap.contribute.naming.indicators import Indicators
from hoctap.model.record import Indicator

# «chi hỗ trợ học bổng, khen thưởng … 290 triệu đồng»: one number for two things.
OF_TWO = re.compile(
    r"học bổng(?:,| và|, và) (?:chi )?khen thưởng|học bổng, (?:quà|phần thưởng),? và (?:quà|phần thưởng)|"
    r"thưởng(?:,| và|, và) (?:tặng quà và )?(?:trao |cấp )?(?:học bổng|hỗ trợ)"
)
# «48.785 suất học bổng, phần thưởng, tổng trị giá 12,2 tỷ đồng»: of which of both, nobody says.
_TWO_GIVEN = re.compile(
    r"suất (?:học bổng|quà)(?:,| và) (?:suất )?(?:quà|phần thưởng|học bổng)\b[^;]*"
    r"(?:trị giá|giá trị|số tiền|kinh phí)\D*$"
)
_ON_TWO = re.compile(
    r"thưởng\b[^;.]*(?:học bổng|\bgiúp\b|hỗ trợ)|(?:học bổng|\bgiúp\b|hỗ trợ)[^;.]*khen thưởng|"
    r"học bổng (?:và|,) (?:hỗ trợ|giúp)"
)
_WHOLE_FUND = re.compile(r"(?:tổng|số|nguồn)\s+(?:số\s+|nguồn\s+)?quỹ\b(?![^;.]*(?:động|ủng hộ|chi|dành|trích))")
# «vận động được 94 triệu đồng khen thưởng cho 216 em»
_RAISED_RIGHT_BEFORE = r"\b(?:vận động|huy động|quyên góp)(?: được)+"
# «Công tác vận động quỹ được quan tâm, đến nay tổng nguồn quỹ trên 4,2 tỷ đồng»
_STANDS_AT = r"\b(?:đến nay|hiện)[^,;.\d]{0,12} tổng (?:nguồn |số )?quỹ(?: khuyến học)?(?: là| đạt| có)?"
_SINCE = re.compile(r"\btừ (?:khi |năm |đầu )?[^,;]{0,24}(?:đến|tới) nay")
_YEAR_ALONE = re.compile(r"\W*(?:riêng\s+)?(?:trong\s+)?năm\s+[\d#]+\s*(?:đạt|là|được|vận động được)?\s*")
_FROM_PIGGY_BANKS = re.compile(
    r"\s*(?:là )?(?:thu )?từ (?:phong trào |việc |(?:hơn |gần |trên )?[\d.]+ (?:con )?)?(?:nuôi )?"
    r"(?:heo|lợn) (?:đất|nhựa|tiết kiệm)"
)
_OUT_OF_SAVINGS = re.compile(r"\btừ (?:tiền|nguồn|số tiền|quỹ|kết quả)[^,;.]{0,20}\b(?:heo|lợn)\b")
# «12,1 tỷ đồng trao 18.930 suất học bổng»
_FOR_AWARDS = re.compile(
    r"\s*(?:để |đã |chi )?(?:trao|cấp|tặng)(?: tặng)?(?: cho)?\s+(?:[\d.]+ suất )?học bổng\b"
    r"(?!(?:,| và) (?:khen|hỗ trợ|giúp))"
)
_OF_TRAINING = rf"kinh phí (?:chi )?(?:cho )?(?:công tác |việc )?{TRAINING}(?: {TRAINING})?(?: là| đạt)?"
_SPENT_ON_TRAINING = (
    rf"\bchi (?:phí )?(?:cho )?(?:công tác |việc )?{TRAINING}(?:,? {TRAINING})?(?: cán bộ)?(?: là| đạt)?"
)
_IN_MONTHS = re.compile(
    rf"\b(?:{MONTHS_NAMED}) tháng\b|\bquý (?:i|ii|iii|iv)\b|\btrong (?:(?:cả )?nhiệm kỳ|\d+ năm|năm(?: qua)?)\b"
)
_ANOTHER_PURPOSE = re.compile(rf"\s*(?:cho )?(?:{TRAINING}|xây|sửa|mua|trang bị|lắp đặt|thuê|in)\b")
# «vận động 1 tỷ đồng để xây dựng cơ sở vật chất»: of no fund
_TO_BUILD = re.compile(
    r"\s*(?:để|nhằm|cho việc|phục vụ) (?:xây|sửa|mua sắm|đầu tư|tu sửa|nâng cấp|làm (?:đường|nhà|trường))\b"
)
# «50 suất quà cho các hộ gia đình khó khăn»: of no learners.
OF_HOUSEHOLDS = re.compile(
    r"^(?:(?!học sinh|sinh viên|giáo viên|\bem\b)[^.;])*?\b(?:cho|đến|tới|tặng) (?:các |những |\d+ )?"
    r"(?:hộ\b|gia đình (?:chính sách|khó khăn|nghèo|có)|người (?:nghèo|cao tuổi|già|có công|dân)|bà con)"
)


def money(indicators: Indicators, reading: Reading, words: Around) -> Meaning:
    """Return the indicator of a sum."""
    found = NO_MEANING if is_rule(reading) else _of_sum(indicators, reading, words)
    return NO_MEANING if found[0] is not None and _is_for_one(reading, found[0]) else found


# «8 cháu đạt giải cấp tỉnh nhận 1.000.000 đồng, 104 cháu còn lại nhận 500.000 đồng»: no total is that small.
_LEAST_TOTAL = 3_000_000


def _is_for_one(reading: Reading, indicator: Indicator) -> bool:
    """Return whether a sum that seems to be a total given is what each got: it is small, and no word says total."""
    is_total = indicator.indicator_id in ("reward-value-vnd", "scholarship-value-vnd", "support-value-vnd")
    return is_total and reading.number.value < _LEAST_TOTAL and "tổng" not in reading.lead.lower()


def _of_sum(indicators: Indicators, reading: Reading, words: Around) -> Meaning:
    since = _SINCE.search(reading.clause.lower())  # «từ năm 2018 đến nay» is no state of the day
    near = (words.lead | words.clause) - ({"on-hand"} if since else frozenset())
    if (found := of_a_fund(indicators, reading)) is not None:
        return found
    if (found := sum_for_one(indicators, reading, words)) is not None:
        return found
    given = nearest(reading.lead, reading.clause)  # «trích quỹ trên, từ đầu năm đến nay … trao»
    if (not given and _WHOLE_FUND.search(reading.clause.lower())) or (given == "raised" and reading.ends(_STANDS_AT)):
        # «tổng quỹ 9 tháng đạt …», «số quỹ thu được …» came in then
        came_in = _IN_MONTHS.search(reading.clause.lower()) or reading.ends(r"\bthu(?: về)?(?: được)?")
        return one(indicators, RAISED if came_in else {"fund", "on-hand", "money"})
    for mark in ("per-capita", *(() if given else ("on-hand",))):
        if {mark, "fund"} <= near:
            return one(indicators, {"fund", mark, "money"})
    if ("piggy-bank" in near and not _is_other_than_savings(reading, words, given)) or _FROM_PIGGY_BANKS.match(
        reading.after.lower()
    ):
        return one(indicators, {"piggy-bank", "money"})
    if "donated" in words.lead and "raised" not in words.lead | words.clause:
        return one(indicators, {"donated", "money"})
    if _YEAR_ALONE.fullmatch(reading.lead.lower()):
        concepts = known(indicators.concepts(reading.sentence))
        return one(indicators, RAISED) if "raised" in concepts else NO_MEANING
    purpose = _of_purpose(indicators, reading, given)
    return _by_verb(indicators, reading, words) if purpose is None else purpose


def _of_purpose(indicators: Indicators, reading: Reading, given: str) -> Meaning | None:
    """Return what a sum with no verb of its own is, where the words behind it say what for; None where none do.

    «chi 2,1 tỷ đồng, trong đó 1,2 tỷ đồng học bổng, 900 triệu đồng đào tạo lao động»
    """
    is_to_build = given == "raised" and _TO_BUILD.match(reading.tail)
    is_of_households = given == "gift" and OF_HOUSEHOLDS.match(reading.after.lower())
    if is_to_build or is_of_households or reading.ends(r"nguồn (?:hỗ trợ|tài trợ|ủng hộ)"):
        return NO_MEANING
    if nearest(reading.lead):
        return None
    if re.match(r"\s*(?:(?:là|cho) )?(?:tiền )?học bổng\b(?! và|,)", reading.tail):
        return one(indicators, {"scholarship", "money"})
    return NO_MEANING if _ANOTHER_PURPOSE.match(reading.tail) else None


def _is_other_than_savings(reading: Reading, words: Around, given: str) -> bool:
    """Return whether a sum beside piggy banks is what was given of them, or what the fund raised besides."""
    of_fund = {"fund", "raised"} <= words.lead and "piggy-bank" not in words.lead
    return (of_fund or reading.ends(r"ủng hộ lại cho quỹ[^,;.\d]{0,24}")) or (
        given in ("supported", "scholarship", "reward") and _OUT_OF_SAVINGS.search(reading.clause.lower()) is not None
    )


def _by_verb(indicators: Indicators, reading: Reading, words: Around) -> Meaning:
    # «Quỹ khuyến học: thu 486 triệu đồng, chi …»
    named = re.match(r"\W*Quỹ\b[^;.:]*:", reading.before)
    of_fund = named is not None or "fund" in known(indicators.concepts(reading.clause))
    if re.match(
        r"\s*(?:mà )?(?:(?:toàn|các|cả)\s+(?:cấp )?\w+\s+)?(?:đã |được )?(?:vận động|huy động|quyên góp)", reading.tail
    ) or reading.ends(
        _RAISED_RIGHT_BEFORE if not of_fund else rf"{_RAISED_RIGHT_BEFORE}|\bthu(?: được| trong (?:năm|kỳ))*"
    ):
        return one(indicators, RAISED)
    behind = re.split(r";|\.(?!\d)", reading.after.lower())[0]
    if re.match(r"\s*(?:cho )?(?:khen )?thưởng\b(?!.*(?:học bổng|\bgiúp\b|hỗ trợ))", behind):
        return one(indicators, {"reward", "money"})  # «12 tỷ đồng cho học bổng, 9 tỷ đồng khen thưởng»
    if _FOR_AWARDS.match(reading.after):
        return one(indicators, {"scholarship", "money"})
    verb = nearest(reading.lead, reading.clause)
    if _is_for_training(reading, words, verb):
        return one(indicators, {"trained", "money"})
    if verb == "spent":
        return one(indicators, _spent(words, behind, of_fund=of_fund))
    return _given(indicators, reading, words, verb)


def _is_for_training(reading: Reading, words: Around, verb: str) -> bool:
    """Return whether a sum is what training cost: «kinh phí đào tạo là», «kinh phí mở lớp», «chi bồi dưỡng»."""
    if reading.ends(_SPENT_ON_TRAINING):
        return True
    is_cost = reading.ends(r"kinh phí(?: mở lớp| tổ chức)?(?: là)?") and "trained" in words.lead | words.clause
    is_named = reading.ends(_OF_TRAINING) and verb != "scholarship"
    return (is_cost or is_named) and verb not in ("raised", "spent")


def _spent(words: Around, behind: str, *, of_fund: bool) -> set[str]:
    """Return what was spent: on rewards, on those in need by who has no fund, else by the fund on all it does."""
    if not _ON_TWO.search(behind):
        if not of_fund and re.match(r"\s*(?:để )?(?:hỗ trợ|giúp)\b", behind):
            return {"supported", "money"}  # «đồn đã chi 428 triệu đồng hỗ trợ các em»
        if "reward" in words.lead | words.tail | words.clause:
            return {"reward", "money"}
    return {"fund", "spent", "money"}


def _given(indicators: Indicators, reading: Reading, words: Around, verb: str) -> Meaning:
    """Return what a sum is by the verb before it, other than spending; nothing where it is for two things."""
    is_all = reading.ends("hết") and _ON_TWO.search(reading.clause.lower())
    is_of_two = is_all or OF_TWO.search(f"{reading.clause}{reading.tail}".lower())
    if verb in ("scholarship", "reward", "gift") and _TWO_GIVEN.search(reading.clause.lower()):
        return NO_MEANING
    if verb in ("scholarship", "reward", "supported", "gift", "") and is_of_two:
        return one(indicators, {"fund", "spent", "money"})
    if not verb and "scholarship" in words.tail:
        verb = "scholarship"
    concepts = {
        "scholarship": {"scholarship", "money"},
        "reward": {"reward", "money"},
        "gift": {"reward", "money"},
        "supported": {"supported", "money"},
        "raised": RAISED,
        # Not «phường A nhận được nhiều đóng góp với tổng số 145 triệu đồng».
        "received": {"donated", "money"} if RECEIVED.search(reading.before) else RAISED,
    }
    return one(indicators, concepts[verb]) if verb in concepts else NO_MEANING
