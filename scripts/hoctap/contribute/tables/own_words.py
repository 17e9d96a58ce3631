"""What a body calls itself in its own table: «trong họ» of a clan, «của nhà trường», «cán bộ công đoàn» of a union."""

import re
from functools import lru_cache

from hoctap.contribute.naming.unit_names import plain
from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.block import Block
from hoctap.contribute.tables.labels import UNITS_HEADER

_CALLED = (
    (r"(?:dòng họ|tộc họ|dòng tộc)\b", r"(?:dòng )?(?:họ|tộc)|(?:tộc|chi) họ|gia tộc"),
    (r"(?:trường|học viện)\b", r"(?:nhà )?trường(?! (?:học|mầm|tiểu|trung|phổ|đại|cao|nghề|chuyên|công|tư|ngoài|bạn))"),
    (r"(?:liên đoàn lao động|công đoàn)\b", r"công đoàn(?! (?:cơ sở|viên))"),
    (r"(?:đảng ủy|đảng bộ|huyện ủy|thành ủy|tỉnh ủy|thị ủy|quận ủy)\b", r"đảng (?:ủy|bộ)(?: khối)?"),
    (r"hội (?!khuyến học)", r"hội(?! (?:khuyến|viên|cơ sở|nghị|thảo|thi|đồng))"),
)
# And further when it gives the total of all its parts.
_CALLED_IN_TOTALS = (
    (r"trung tâm\b", "trung tâm"),
    (r"(?:đại học|học viện|viện|bệnh viện)\b", "trường|học viện|viện|bệnh viện|đơn vị"),
    (r"(?:công ty|tổng công ty|tập đoàn|doanh nghiệp|ngân hàng)\b", "công ty|tổng công ty|tập đoàn|đơn vị"),
    (r"(?:sở|phòng|chi cục|cục|ban)\b", "sở|phòng|chi cục|cục|ban|cơ quan|đơn vị"),
)
_TOTAL_OF = r"(?:(?:tổng )?cộng|tổng(?: số)?)"
_BEFORE = r"(?:(?:của|trong|(?:trực )?thuộc|tại|ở|do) (?:toàn )?|toàn )"
# «Được họ khen thưởng», «lớp Đảng ủy phối hợp mở»: as who does it.
_DOES = r"(?: tự)?(?= (?:phối hợp )?(?:mở|tổ chức|khen|thưởng|trao|tặng|hỗ trợ|giúp|biểu dương|tuyên dương|đỡ đầu)\b)"


# «Suất học bổng Hội đã trao»: whoever reports them did.
_BY_US = re.compile(
    r"(?<!chi )(?<!tổ )(?<!phân )\b(?:do )?hội (?=(?:đã |phối hợp )?(?:trao|tặng|cấp phát|vận động|hỗ trợ|giúp|mở)\b)"
)


def without_own_words(words: str, body: str) -> str:
    """Return the words of a label without those that only say that they are about the body of the whole table."""
    words, form = _BY_US.sub("", words), _form(body)
    left = " ".join(form.sub(" ", words).split()) if form else words
    return left or words


def called(block: Block) -> str:
    """Return what the header over names of units calls each of them: «trường» of «Tên trường (ghi đầy đủ)»."""
    heads = (spelled(path[-1]) for column in block.columns if (path := block.header_path(column)))
    return next((head.removeprefix("tên ") for head in heads if UNITS_HEADER.match(head)), "")


def is_of_all_of_it(total: str, body: str) -> bool:
    """Return whether a total, spelled, names the body itself: «Toàn trường», «Cộng các lớp của Trung tâm»."""
    name = plain(body)
    own = "|".join(called for head, called in (*_CALLED, *_CALLED_IN_TOTALS) if re.match(head, name))
    form = rf"(?:{_TOTAL_OF} )?(?:toàn|cả) (?:{own})|{_TOTAL_OF}\b.* của (?:toàn )?(?:{own})"
    return bool(own) and re.fullmatch(form, total) is not None


@lru_cache(maxsize=256)
def _form(body: str) -> re.Pattern[str] | None:
    own = next((called for head, called in _CALLED if re.match(head, plain(body))), "")
    form = rf"(?:{_BEFORE}|(?<=cán bộ ))(?:{own})(?!\w)|(?<!viên )(?<!dòng )(?:{own}){_DOES}"
    return re.compile(rf"(?<!\w)(?:{form})") if own else None
