"""Parts that add up to the total before them: «49,8 tỷ đồng; trong đó cấp tỉnh 6,1 tỷ, cấp huyện 11,4 tỷ, …»."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from hoctap.contribute.articles.brackets import is_in_brackets
from hoctap.contribute.articles.proposal import Proposal
from hoctap.contribute.articles.words import Reading, opening

_OPENS = re.compile(r"\btrong (?:đó|số)\b|\bgồm\b|\bchia ra\b|:")
_JOINS = r"(?:\b(?:trong (?:đó|số này)|bao gồm|gồm|chia ra|và|với|còn|riêng|có|là|đạt|được)\b|[:,;\s])+"
_OF_WHOM = re.compile(r"\s*(?:[^\W\d]+(?: [^\W\d]+){0,2}\s+)??(?:cho|của|là|ở|tại|thuộc|do|về)\s+(?:các |những )?(.+)")

# «Trong tổng số 2,6 tỷ đồng … có 1,1 tỷ đồng của các doanh nghiệp»
_OUT_OF = re.compile(r"\b[Tt]rong (?:tổng )?(?:số )?$")


_MEASURE = re.compile(r"(?:lượt )?(?:người|em|suất|học sinh|hộ|hội viên|suất học bổng|người học|với)*")


def parts_of(all_of: Sequence[Reading], at: int) -> Mapping[int, str]:
    """Return the places of the numbers that make up the one at `at`, each with the words that say which part it is.

    Only what adds up is a part: two numbers or more of the sentence, from the first on, that are the total together.
    """
    total = all_of[at]
    later = [place for place in range(at + 1, len(all_of)) if all_of[place].sentence == total.sentence]
    same = [place for place in later if _is_alike(all_of[place], total)]
    is_given = any(all_of[place].ends(r"góp|ủng hộ|tài trợ") for place in same)  # by whom, to make up the total
    if (
        total.number.kind == "percent"
        or len(same) < 2
        or is_given
        or not _OPENS.search(_between(total, all_of[same[0]]))
    ):
        return {}
    left = total.number.value
    for count, place in enumerate(same, 1):
        left -= all_of[place].number.value
        if left <= 0:
            parts = same[:count] if not left and count > 1 else []
            words = {each: which_part(all_of[each]) for each in parts}
            return words if all(words.values()) else {}
    return {}


def is_part(total: Proposal, found: Proposal, reading: Reading) -> bool:
    """Return whether a figure is a part of one before it in its sentence: «300 suất …, trong đó 100 suất …»."""
    ahead, _, between = reading.before.rpartition(total.exact)
    opens = r"\btrong (?:đó|số)\b|\bgồm\b" + (r"|\bcó\b" if _OUT_OF.search(ahead) else "")
    is_alike = (total.indicator_id, total.unit_id, total.kind) == (found.indicator_id, found.unit_id, found.kind)
    is_less = Decimal(found.value) < Decimal(total.value)
    return is_alike and is_less and re.search(opens, between.lower()) is not None


def _is_alike(part: Reading, total: Reading) -> bool:
    return part.number.kind == total.number.kind and part.number.of is None and not is_in_brackets(part)


def _between(total: Reading, part: Reading) -> str:
    return total.after[: len(total.after) - len(part.after)].lower()


def which_part(part: Reading) -> str:
    """Return which part a number is: whom it is for («suất cho sinh viên»), else what stands before it («cấp tỉnh»)."""
    whom = _OF_WHOM.match(part.tail)
    before = re.sub(rf"^{_JOINS}|{_JOINS}$", "", part.lead.strip(), flags=re.IGNORECASE)
    words = whom[1] if whom else before or opening(part.tail)
    words = re.sub(r"\s+và\s*$", "", words.strip(" ,.;"))
    return "" if _MEASURE.fullmatch(words.lower()) else words
