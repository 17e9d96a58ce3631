"""A header that is a question of an online form, as the name of what it asks for.

«Năm 2024 đơn vị đã vận động được bao nhiêu tiền?» is «Năm 2024 đã vận động được tiền».
"""

import re

_HOW_MANY = re.compile(
    r"\s*(?:\b(?:hiện nay |hiện )?(?:có |là |gồm ))?(?:tất cả |tổng cộng |cả thảy )?\b(?:bao nhiêu|mấy)\b",
    re.IGNORECASE,
)
# Who answers, as the question calls them.
_WHO = re.compile(
    r"\b(?:(?:của|tại|ở|trong)\s+)?(?:quý |các )?(?:(?:cấp )?(?:ban chấp hành )?hội(?: khuyến học)?(?: các cấp)?"
    r"(?! viên| khuyến| các)|cơ quan|đơn vị(?! học tập)|(?:nhà )?trường(?! học)|địa phương|thầy\W+cô|anh\W+chị|"
    r"đồng chí)(?: (?:mình|ta|bạn))?(?!\w)",
    re.IGNORECASE,
)


def as_name(text: str) -> str:
    """Return what a question «… bao nhiêu …» asks for; any other text as it is."""
    asked = _HOW_MANY.search(text)
    if asked is None:
        return text
    before = _WHO.sub(" ", text[: asked.start()])
    return " ".join(f"{before} {text[asked.end() :]}".replace("?", " ").split())
