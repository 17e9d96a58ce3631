"""Tables that hold nothing but plans: «CHỈ TIÊU GIAO NĂM 2023», the sheet «KE HOACH» before the sheet «KET QUA»."""

import re

from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.block import Block, is_figure
from hoctap.vietnamese.writing import fold

_NUMBER_OF_TABLE = re.compile(
    r"(?:phụ lục|phụ biểu|biểu(?: mẫu| số)?|bảng(?: số)?|mẫu(?: số)?)\s*[\w./-]*\s*[:.–-]?\s*"
)
# What such a title begins with; a plan with a number, «Kế hoạch số 12», is a document that the table goes with.
_PLAN = re.compile(
    r"(?:(?:bảng|biểu) )?(?:tổng hợp |phân bổ |dự thảo |đăng ký )*"
    r"(?:(?:các )?chỉ tiêu (?:được )?(?:giao|kế hoạch|phấn đấu|đăng ký)|(?:giao|phân bổ) (?:các )?chỉ tiêu|"
    r"kế hoạch(?! số\b| \d+[/-])|dự (?:kiến|toán)|mục tiêu)\b"
)
_TAB = re.compile(r"(?:\d+[.)]? )?(?:ke hoach|chi tieu (?:giao|ke hoach|phan dau)|giao chi tieu|du kien|muc tieu)\b")
_RESULT = re.compile(r"thực hiện|kết quả|\bth\b|đạt|đã |tình hình|so sánh|đánh giá|sơ kết|tổng kết")
_RESULT_IN_TAB = re.compile(r"thuc hien|ket qua|\bth\b|dat\b")


def is_plan(block: Block, sheet: str) -> bool:
    """Return whether a title of a table or its sheet calls it a plan and no title or header speaks of a result."""
    titles = [spelled(line) for line in block.titles]
    heads = [spelled(text) for column in block.columns for text in block.header_path(column)]
    if any(map(_RESULT.search, (*titles, *heads))):
        return False
    tab = " ".join(fold(sheet).replace("-", " ").replace("_", " ").split())
    called = any(_PLAN.match(_NUMBER_OF_TABLE.sub("", line, count=1)) or _PLAN.match(line) for line in titles)
    return called or (_TAB.match(tab) is not None and not _RESULT_IN_TAB.search(tab))


def figures_of(block: Block) -> list[str]:
    """Return the addresses of the figures in the body of a table."""
    grid = block.grid
    return [grid.address((row, at)) for row in block.body for at in block.columns if is_figure(grid, row, at)]
