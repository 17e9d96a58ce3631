"""Which kinds of body a criterion binds: read from the words that say to whom it applies.

Words that name no kind known here bind everyone: a criterion is never hidden because we do not understand it.
"""

import re

# A school can be public or not, so what binds public units is asked of every school, with «không áp dụng» beside it.
_SCHOOL = r"sự nghiệp công lập|cơ sở giáo dục do cấp tỉnh"
KINDS_OF_BODY = (
    ("co-quan", "Cơ quan nhà nước", r"cơ quan nhà nước"),
    ("su-nghiep", "Đơn vị sự nghiệp công lập, không phải trường", r"sự nghiệp công lập"),
    (
        "pho-thong",
        "Trường trung học phổ thông, trường nhiều cấp học, trung tâm giáo dục thường xuyên",
        rf"trung học phổ thông|giáo dục thường xuyên|{_SCHOOL}",
    ),
    ("dai-hoc", "Cơ sở giáo dục đại học", rf"giáo dục đại học|{_SCHOOL}"),
    ("nghe-nghiep", "Cơ sở giáo dục nghề nghiệp", rf"giáo dục nghề nghiệp|{_SCHOOL}"),
    ("truong-khac", "Trường mầm non, tiểu học, trung học cơ sở", _SCHOOL),
    ("khac", "Doanh nghiệp, tổ chức khác", r"doanh nghiệp|hợp tác xã"),
)


def bound_by(applies_to: str) -> tuple[str, ...]:
    """Return the kinds of body that a criterion binds; empty where it binds everyone."""
    return tuple(key for key, _, words in KINDS_OF_BODY if applies_to and re.search(words, applies_to))
