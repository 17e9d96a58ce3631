"""What the second number of «19/22 dòng họ» counts: all clans there are, or those that registered."""

import re

from hoctap.contribute.articles.words import Reading, known, one, opening
from hoctap.contribute.naming.indicators import Indicators
from hoctap.model.record import Indicator

# Whose total an indicator has, by the words that name them.
_WHOLES = (
    ("clan", {"clan", "total"}),
    ("household", {"household", "total"}),
    ("family", {"household", "total"}),
    ("commune", {"commune", "total"}),
    ("staff", {"staff", "total"}),
)


def whole_of(indicators: Indicators, reading: Reading, part: Indicator, *, in_office: bool) -> Indicator | None:
    """Return what the whole counts that a number is a part of; None where it is no part or of nobody.

    The people of an office are its staff.
    """
    number = reading.number
    if number.of is None or number.of < number.value or part.value_type != "count":
        return None
    of_communes = part.indicator_id == "association-orgs-commune"
    if of_communes and "hội" in opening(reading.tail).lower():
        return None  # «132/166 hội cấp xã»: of associations
    if number.of == number.value:  # «99/99 xã, phường có hội khuyến học»: all there are
        return one(indicators, {"commune", "total"})[0] if of_communes else None
    is_bare = re.match(r"\s*(?:[,;.()]|$)", reading.tail) is not None
    words = known(indicators.concepts(reading.lead if is_bare else opening(reading.tail)))
    is_result = part.indicator_id.startswith(("learning-", "studious-"))
    if is_result and re.search(r"đăng k[ýí]", reading.after.partition(",")[0]):
        return one(indicators, {*_title(part), "registered"})[0]
    if in_office and words <= {"person"} and part.indicator_id == "learning-citizens":
        return one(indicators, {"staff", "total"})[0]
    return next((one(indicators, some)[0] for noun, some in _WHOLES if noun in words), None)


def _title(part: Indicator) -> set[str]:
    return {part.indicator_id.removesuffix("s").replace("familie", "family").replace("communitie", "community")}
