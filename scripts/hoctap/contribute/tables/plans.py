"""Tables of nothing but plans or estimates: «CHỈ TIÊU GIAO NĂM 2023», the sheet «KE HOACH» before «KET QUA»."""

import re
from collections.abc import Sequence

from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.block import Block
from hoctap.contribute.tables.labels import PLANNED, label
from hoctap.contribute.tables.times import is_cover, without_cover
from hoctap.vietnamese.writing import fold

_NUMBER_OF_TABLE = re.compile(
    r"(?:phụ lục|phụ biểu|biểu(?: mẫu| số)?|bảng(?: số)?|mẫu(?: số)?)\s*[\w./-]*\s*[:.–-]?\s*"
)
# What such a title begins with; a plan with a number, «Kế hoạch số 12», is a document that the table goes with.
_PLAN = re.compile(
    r"(?:(?:bảng|biểu|danh mục|số liệu) )?(?:tổng hợp |phân bổ |dự thảo |đăng ký |giao )*"
    r"(?:(?:các )?chỉ tiêu (?:(?:[^\W\d]+ ){0,5}?giao|kế hoạch|phấn đấu|đăng ký|phát triển|năm|thi đua)|"
    r"(?:giao|phân bổ) (?:các )?chỉ tiêu|kế hoạch(?! số\b| \d+[/-])|dự (?:kiến|toán)|mục tiêu|ước|"
    r"(?:phương hướng,? )?nhiệm vụ năm)\b"
)
_TAB = re.compile(r"(?:\d+[.)]? )?(?:ke hoach|chi tieu (?:giao|ke hoach|phan dau)|giao chi tieu|du kien|muc tieu)\b")
_PLANNED = re.compile(rf"{PLANNED}|chỉ tiêu|giao")
_RESULT = re.compile(
    r"(?<!ước )(?<!ước kết quả )thực hiện|(?<!ước )kết quả|đạt được|đã (?!giao|được giao|phân bổ)|"
    r"tình hình|so sánh|đánh giá|sơ kết|tổng kết|\bkq\b"
)
# Of a header: «TH 2024» beside no plan, not «Trường TH»; «Đạt», not «gia đình đạt danh hiệu».
_RESULT_HEAD = re.compile(r"th\b|đạt\W*(?:\d|năm|$)")
_RESULT_IN_TAB = re.compile(r"thuc hien|ket qua|\bth\b|dat\b")
# «đạt 15% trở lên», «(từ 3.000 trở lên)», «, tăng 5% so với năm 2023»: what a criterion asks for; an age is no goal.
_GOAL = re.compile(
    r"[\s,;(–-]*(?:\b(?:(?:tăng|đạt|từ|trên|ít nhất|tối thiểu|không dưới)\s+)+|[≥>]=?\s*)"
    r"\d[\d.,]*\s*(?!\s*tuổi)(?:%|đồng\b|triệu\b|tỷ\b|(?:[^\W\d]+ )?trở lên)(?!.* tuổi\b).*$",
    re.IGNORECASE,
)
POINTS = re.compile(r"(?<!thời )(?<!địa )điểm\b")


def gives_points(block: Block) -> bool:
    """Return whether a table has a column of points: its rows are criteria, which say what is asked for."""
    return any(map(POINTS.search, _heads(block)))


def without_goal(text: str) -> str:
    """Return a criterion without what it asks for: «Tỷ lệ hội viên trên dân số đạt 15% trở lên»."""
    return _GOAL.sub("", text) or text


def is_plan(block: Block, sheet: str) -> bool:
    """Return whether a title of a table or its sheet calls it a plan or estimate and none of its words a result."""
    return _is_called_plan(block, sheet) and not _has_results(_heads(block))


def doubt_of_plan(block: Block, sheet: str) -> str:
    """Return a question where a title calls a table a plan, its heads speak of results, and none is of the plan."""
    heads = _heads(block)
    is_open = _is_called_plan(block, sheet) and _has_results(heads) and not any(map(_PLANNED.search, heads))
    return "tiêu đề nói là kế hoạch, cột nói là kết quả: sửa chữ nào sai rồi gửi lại" if is_open else ""


def _heads(block: Block) -> list[str]:
    return [*map(spelled, block.heads)]


def _has_results(heads: Sequence[str]) -> bool:
    return any(_RESULT.search(head) or _RESULT_HEAD.match(head) for head in heads)


def _is_called_plan(block: Block, sheet: str) -> bool:
    titles = _titles(block)
    if any(map(_RESULT.search, titles)):
        return False
    tab = " ".join(fold(sheet).replace("-", " ").replace("_", " ").split())
    called = any(_PLAN.match(_NUMBER_OF_TABLE.sub("", line, count=1)) or _PLAN.match(line) for line in titles)
    return called or (_TAB.match(tab) is not None and not _RESULT_IN_TAB.search(tab))


def _titles(block: Block) -> Sequence[str]:
    """Return the titles of a table, spelled, without lines of a letter or a measure; in a Word file the last one."""
    in_text = bool(block.grid.word_table) and not block.titles
    lines = block.earlier if in_text else block.titles
    own = [text for line in lines if not is_cover(text := without_cover(line)) and label(text).text]
    return own[-1:] if in_text else own
