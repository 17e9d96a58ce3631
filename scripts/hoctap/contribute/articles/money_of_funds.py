"""Which indicator a sum of money is about that is given to a fund, came in for it or is left in it."""

import re

from hoctap.contribute.articles.words import NO_MEANING, Meaning, Reading, known, one
from hoctap.contribute.naming.indicators import Indicators

# «đã tiếp nhận ủng hộ tổng số tiền là 2,4 tỷ đồng»: from whom is not said.
_CAME_IN = (
    r"(?:\b(?:tiếp nhận|nhận được|nhận|được)(?: sự)? (?:ủng hộ|tài trợ|đóng góp)|"
    r"\b(?:vận động|kêu gọi) [^;.\d]{3,60} (?:ủng hộ|tài trợ|đóng góp)|"
    r"\b(?:các|nhiều|hàng trăm|hàng chục) (?:nhà (?:tài trợ|hảo tâm)|mạnh thường quân|tập thể|"
    r"cá nhân|tổ chức|doanh nghiệp)[^;.\d]{0,40} (?:ủng hộ|tài trợ|đóng góp))"
    r"(?: được)?(?: với)?(?: tổng)?(?: số tiền| giá trị| trị giá)?(?: là)?"
)
_GIVEN_TO_FUND = re.compile(r"\s*(?:cho|vào) (?:quỹ|hội khuyến học)\b", re.IGNORECASE)
_OF_SOME = re.compile(
    r"\d\s+(?:hội|hkh|chi hội|ban|huyện|xã|phường|đơn vị|dòng họ|thôn)\b[^,;]*\b(?:có|với)(?: số dư| nguồn)? quỹ"
    r"(?: khuyến học)?\s*(?:\S+\s*)?$"
)
_REST = r"(?:số dư|dư quỹ|tồn quỹ|kết dư)[^;,]{0,30}"
_OTHER_FUND = re.compile(
    r"quỹ (?:vì người nghèo|đền ơn|phòng,? chống|an sinh|hỗ trợ nông dân|vì biển|cứu trợ|xoay vòng)"
)
_FUND_HAS = re.compile(
    r"\bquỹ(?: khuyến học| hội)?(?: mới| hiện| chỉ| đã| của [^,;.\d]{2,30})* "
    r"(?:có|còn|lên (?:tới|đến))\s+(?:hơn |trên |gần |khoảng )?$"
)
# What the indicator of money that came in is about.
RAISED = {"raised", "fund", "money"}


def of_a_fund(indicators: Indicators, reading: Reading) -> Meaning | None:
    """Return what a sum given to a fund, or in it, is; None where the words speak of neither."""
    if _GIVEN_TO_FUND.match(reading.tail) and reading.ends(r"(?:trao|tặng|ủng hộ|tài trợ|đóng góp)(?: tặng)?"):
        return one(indicators, {"donated", "money"})
    if _OTHER_FUND.search(reading.clause.lower()):
        return NO_MEANING
    if reading.ends(_CAME_IN):
        return one(indicators, RAISED)
    if _OF_SOME.search(reading.clause.lower()) and reading.number.qualifier != "exact":
        return NO_MEANING  # «11 hội cấp xã có quỹ dưới 50 triệu đồng»
    is_left = reading.ends(r"\b(?:tồn|dư|còn(?: lại)?)") and "fund" in known(
        indicators.concepts(f"{reading.before}{reading.lead}")
    )
    if reading.ends(r"\b(?:tồn|dư)") and not is_left:
        return NO_MEANING  # left of what nobody says
    if _FUND_HAS.search(reading.clause.lower()) or is_left or reading.ends(_REST):
        return one(indicators, {"fund", "on-hand", "money"})
    return None
