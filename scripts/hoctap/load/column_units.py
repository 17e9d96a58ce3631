"""Numbers under a measure that their column says once: «nghìn suất», «ĐVT: 1.000 đồng», «tr.đ»."""

import re
from dataclasses import replace

from hoctap.load.amounts import Written, parse_amount

_SHORT = {"ng": "nghìn", "nghìn": "nghìn", "ngàn": "nghìn", "tr": "triệu", "triệu": "triệu", "tỷ": "tỷ", "tỉ": "tỷ"}


def with_unit(written: Written, unit: str) -> Written:
    """Return what was written under a column whose measure `unit` is said once («nghìn suất», «triệu đồng», «%»)."""
    if not unit or written.fault:
        return written
    column_unit = parse_amount(f"1 {_in_words(unit)}")
    if column_unit.fault or not column_unit.numbers:
        return replace(written, fault=f"chưa hiểu đơn vị tính «{unit}»", numbers=())
    if written.scale != 1 and column_unit.scale not in (1, written.scale):
        return replace(written, fault=f"ô ghi một bậc số, «{unit}» ghi bậc khác", numbers=())
    scale = max(written.scale, column_unit.scale)
    return replace(written, scale=scale, measure=written.measure or column_unit.measure)


def _in_words(unit: str) -> str:
    """Return a measure with its scale in words: «1.000 đồng», «ngđ» and «tr.đ» as «nghìn đồng», «triệu đồng»."""
    text = re.sub(r"^1[.,]?000[.,]?000(?=\D|$)", "triệu ", unit.strip())
    text = re.sub(r"^1[.,]?000(?=\D|$)", "nghìn ", text)
    return re.sub(r"^(ng|nghìn|ngàn|tr|triệu|tỷ|tỉ)\s*\.?\s*đ$", lambda found: f"{_SHORT[found[1]]} đồng", text)
