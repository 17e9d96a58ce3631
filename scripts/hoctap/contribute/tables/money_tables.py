"""Tables of nothing but money: «Đơn vị tính: triệu đồng» over «Trao học bổng», «Khen thưởng», no other measure.

Where some rows or columns count otherwise, those that may be either are asked about.
"""

import re
from collections.abc import Iterable

from hoctap.contribute.naming.words import written_out
from hoctap.contribute.tables.meaning import Meaning, of_text
from hoctap.contribute.tables.roles import Roles
from hoctap.contribute.tables.scales import is_money
from hoctap.contribute.tables.setting import Setting
from hoctap.model.record import Indicator

# What is counted in something else than money, wherever it is said.
_COUNTED = frozenset({"person", "turn", "rate", "course"})
_BUDGET = re.compile(r"(?:tổng |số |cộng |kinh phí |tiền |quỹ )*(?:thu|chi|dư|tồn|còn)\b")
_GIVEN = re.compile(r"vận động|tài trợ|ủng hộ|đóng góp|quyên góp")  # what an office has of its own is none of these
_FUND = re.compile(r"\bquỹ\b|khuyến học|khuyến tài|(?:heo|lợn) đất")
_ENOUGH = 60  # rows that tell what a table is about
_NUMBER = re.compile(r"\b(?:số (?!tiền|dư|thu|chi|tồn|vận động|kinh phí|quỹ)|suất|lượt|phần)")


def money_of_all(setting: Setting, roles: Roles, stub: int, columns: Iterable[int]) -> str:
    """Return the measure of money that the title gives to every row; empty where a row or a column counts otherwise."""
    measure = setting.context.measure
    if not is_money(measure) or roles.measures or setting.context.other_measures:
        return ""
    heads = {text for column in columns for text in setting.block.header_path(column)}
    if any(setting.label(text).measure or setting.indicators.concepts(text) & _COUNTED for text in heads):
        return ""
    rows = [row for row in setting.block.body if setting.figures(row, roles.values)]
    names = dict.fromkeys(text for row in rows if (text := setting.text(row, stub)))
    return measure if names and not any(_counts(setting, text, measure) for text in names) else ""


def _counts(setting: Setting, text: str, measure: str) -> bool:
    """Return whether a row says that it counts, or names what is no money."""
    own = setting.label(text)
    if _NUMBER.search(own.text) or own.measure or setting.indicators.concepts(own.text) & _COUNTED:
        return True
    bare, paid = of_text(setting, text).indicator, of_text(setting, text, measure=measure).indicator
    return bare is not None and bare.value_type in ("count", "share") and paid is None


def of_budget(setting: Setting, indicator: Indicator, meaning: Meaning) -> str:
    """Return a question where «Tổng thu», «Số dư» of a table that speaks of no fund is taken for that of one."""
    if indicator.topic != "quy-khuyen-hoc" or not _BUDGET.match(meaning.label.text):
        return ""
    if _GIVEN.search(meaning.label.text):
        return ""
    block = setting.block
    heads = (text for column in block.columns for text in block.header_path(column))
    names = (setting.text(row, column) for row in block.body[:_ENOUGH] for column in block.columns[:3])
    if any(_FUND.search(written_out(text)) for text in (*setting.context.lines, *heads, *names)):
        return ""
    return f"«{meaning.label.text}» của quỹ khuyến học, hay của cả cơ quan? Bảng không nhắc đến quỹ"


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
