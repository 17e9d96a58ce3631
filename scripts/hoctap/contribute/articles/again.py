"""Sums that are of a fund named before: «Mục tiêu cả năm là …», «trong đó, quý II: …», a bare «quỹ …»."""

import re
from collections.abc import Sequence

from hoctap.contribute.articles.proposal import Proposal
from hoctap.contribute.articles.words import Reading
from hoctap.contribute.naming.forms_of_periods import MONTHS_NAMED
from hoctap.model.record import Indicator

FUNDS = ("fund-raised-vnd", "fund-balance-vnd")
_BARE_FUND = re.compile(r"\W*quỹ(?: khuyến học)?\s*")
# A sum of the same kind again, of another time.
_AGAIN = re.compile(
    r"\W*(?:trong đó|riêng|còn)?\W*(?:(?:mục tiêu|chỉ tiêu|kế hoạch)[^;:]{0,40}|(?:trong )?quý [ivx\d]+|"
    rf"(?:{MONTHS_NAMED}) tháng (?:đầu|cuối) năm(?: nay)?|"
    r"(?:riêng )?năm [\d#]{4}|con số (?:này|đó|ấy))\s*(?:là|đạt|:)?\s*"
)


def spoken_of_again(reading: Reading, funds: Sequence[Indicator], last: Proposal | None) -> Indicator | None:
    """Return the one of the funds named so far that a sum without a word of its own is of; `last` stands before it."""
    if reading.number.kind != "money":
        return None
    named = {each.indicator_id: each for each in funds}
    if _BARE_FUND.fullmatch(reading.lead.lower()):
        return next(iter(named.values())) if len(named) == 1 else None
    is_again = last is not None and _AGAIN.fullmatch(reading.lead.lower())
    return named.get(last.indicator_id) if last and is_again else None
