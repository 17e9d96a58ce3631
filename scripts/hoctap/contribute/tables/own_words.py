"""What a body calls itself in its own table: «trong họ» of a clan, «của nhà trường», «cán bộ công đoàn» of a union."""

import re
from functools import lru_cache

from hoctap.contribute.naming.unit_names import plain

_CALLED = (
    (r"(?:dòng họ|tộc họ|dòng tộc)\b", r"(?:dòng )?(?:họ|tộc)|(?:tộc|chi) họ|gia tộc"),
    (r"(?:trường|học viện)\b", r"(?:nhà )?trường(?! (?:học|mầm|tiểu|trung|phổ|đại|cao|nghề|chuyên|công|tư|ngoài|bạn))"),
    (r"(?:liên đoàn lao động|công đoàn)\b", r"công đoàn(?! (?:cơ sở|viên))"),
    (r"(?:đảng ủy|đảng bộ|huyện ủy|thành ủy|tỉnh ủy|thị ủy|quận ủy)\b", r"đảng (?:ủy|bộ)(?: khối)?"),
    (r"hội (?!khuyến học)", r"hội(?! (?:khuyến|viên|cơ sở|nghị|thảo|thi|đồng))"),
)
_BEFORE = r"(?:(?:của|trong|(?:trực )?thuộc|tại|ở|do) (?:toàn )?|toàn )"
# «Được họ khen thưởng», «lớp Đảng ủy mở»: as who does it.
_DOES = r"(?: tự)?(?= (?:mở|tổ chức|khen|thưởng|trao|tặng|hỗ trợ|giúp|biểu dương|tuyên dương|đỡ đầu)\b)"


# «Suất học bổng Hội đã trao»: whoever reports them did.
_BY_US = re.compile(
    r"(?<!chi )(?<!tổ )(?<!phân )\b(?:do )?hội (?=(?:đã )?(?:trao|tặng|cấp phát|vận động|hỗ trợ|giúp|mở)\b)"
)


def without_own_words(words: str, body: str) -> str:
    """Return the words of a label without those that only say that they are about the body of the whole table."""
    words, form = _BY_US.sub("", words), _form(body)
    left = " ".join(form.sub(" ", words).split()) if form else words
    return left or words


@lru_cache(maxsize=256)
def _form(body: str) -> re.Pattern[str] | None:
    own = next((called for head, called in _CALLED if re.match(head, plain(body))), "")
    form = rf"(?:{_BEFORE}|(?<=cán bộ ))(?:{own})(?!\w)|(?<!viên )(?<!dòng )(?:{own}){_DOES}"
    return re.compile(rf"(?<!\w)(?:{form})") if own else None
