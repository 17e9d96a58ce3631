"""What may be money: a bare «Trao học bổng» under «Đơn vị tính: triệu đồng», «Tổng thu» of a fund or of an office."""

import re

from hoctap.contribute.naming.words import written_out
from hoctap.contribute.tables.meaning import Meaning, of_text
from hoctap.contribute.tables.scales import is_money
from hoctap.contribute.tables.setting import Setting
from hoctap.model.record import Indicator

# What is counted in something else than money, wherever it is said.
_COUNTED = frozenset({"person", "turn", "rate", "course"})
_BUDGET = re.compile(r"(?:tổng |số |cộng |kinh phí |tiền |quỹ )*(?:thu|chi|dư|tồn|còn)\b")
_GIVEN = re.compile(r"vận động|tài trợ|ủng hộ|đóng góp|quyên góp")  # what an office has of its own is none of these
_FUND = re.compile(r"\bquỹ\b|khuyến học|khuyến tài|(?:heo|lợn) đất")
_NUMBER = re.compile(r"\b(?:số (?!tiền|dư|thu|chi|tồn|vận động|kinh phí|quỹ)|suất|lượt|phần)")


def of_budget(setting: Setting, indicator: Indicator, meaning: Meaning) -> str:
    """Return a question where «Tổng thu», «Số dư» of a table that speaks of no fund is taken for that of one."""
    words = meaning.label.text
    if indicator.topic != "quy-khuyen-hoc" or not _BUDGET.match(words) or _GIVEN.search(words):
        return ""
    texts = (*setting.context.lines, *setting.block.heads, *setting.names_of_rows)
    if any(_FUND.search(written_out(text)) for text in texts):
        return ""
    return f"«{words}» của quỹ khuyến học, hay của cả cơ quan? Bảng không nhắc đến quỹ"


def may_be_money(setting: Setting, meaning: Meaning) -> bool:
    """Return whether a count is of what the measure of the table makes a sum too: a bare «Trao học bổng»."""
    measure = setting.context.measure
    is_count = meaning.indicator is not None and meaning.indicator.value_type == "count"
    if not is_count or meaning.answered or meaning.label.measure or not is_money(measure):
        return False
    if _NUMBER.search(meaning.label.text) or setting.indicators.concepts(meaning.label.text) & _COUNTED:
        return False
    paid = of_text(setting, meaning.label.text, measure=measure).indicator
    return paid is not None and paid.value_type == "amount"
