"""The numbers of a sentence that may be figures: value, hedge, scale; dates, ages, addresses and the like left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from hoctap.contribute.articles.number_words import in_words
from hoctap.contribute.naming.figures import plain_number
from hoctap.load.amounts import SCALES
from hoctap.load.hedge_words import HEDGES
from hoctap.vietnamese.numerals import SCALE

_N = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_NUMBER = re.compile(
    rf"(?P<n>{_N})(?:\s?/\s?(?P<of>{_N})(?![\d/]))?"
    r"(?P<scale>\s*(?:nghìn tỷ|nghìn|ngàn|vạn|triệu|tỷ|"
    r"tỉ)(?!\w))?(?P<half>\s+rưỡi(?!\w))?"
    # «420 tỷ 936 triệu đồng», «978 triệu 500 nghìn đồng», «43 nghìn 836 hội viên»
    r"(?P<more>(?:\s+(?:đồng\s+)?\d{1,3}(?:,\d+)?\s+(?:triệu|nghìn|ngàn)(?!\w)){1,2}|"
    r"(?:(?<=nghìn)|(?<=ngàn))\s+\d{3}(?![\w%]|[.,]\d|\s*(?:nghìn|ngàn|triệu|tỷ|tỉ|%)))?"
    r"(?P<unit>\s*(?:%|đồng(?!\s+(?:chí|bào|thời))|vnđ|vnd|(?:(?<=\d)|(?<=tr))đ(?!\w)))?"
)
_HEDGE = re.compile(
    rf"(?:^|(?<=[\s(«“\"]))({'|'.join(sorted(map(re.escape, HEDGES), key=len, reverse=True))}|đạt từ|có từ)\s*$"
)

# What stands between the two numbers of «từ 812 hội viên (năm 2023) lên 905», behind the first of them.
_GROWS = re.compile(
    r"(?:\s+[^\W\d#]+){0,3}?(?:\s+(?:vào |của |trong )?năm\s+[\d#]{4})?(?:\s*\([^()]*\))?"
    r"(?:\s+(?:(?:đã )?(?:tăng|giảm|nâng) )?(?:lên|xuống|còn)(?:\s+(?:còn|đến|tới|là))?|"
    r",?\s+(?:đến |hiện )?nay(?: đã)?(?: tăng| nâng| giảm)?(?: là| lên| có| còn| đạt)(?: đến| tới| còn)?)\s+"
)

_SCALE = rf"\s*(?:{SCALE})"
_RANGE = re.compile(rf"({_N})(?:{_SCALE})?\s*(?:-|–|đến|tới)\s*(?:{_N})({_SCALE})?\s*đ(?:ồng)?(?!\w)")

# What is written in digits and counts nothing of the movement.
_NO_FIGURES = tuple(
    re.compile(form)
    for form in (
        r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}",
        # «7.360464.000», «1,250,600»: digits grouped as no number is; the end of it is not one either
        rf"(?<![\d.,])(?!(?:{_N})(?!\d|[.,]\d))\d+(?:[.,]\d+)+",
        r"(?:ngày|sáng|chiều|tối|hôm)\s+(?:ngày\s+)?\d{1,2}\s?[/.-]\s?\d{1,2}(?!\d)",
        r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?",
        r"\d{1,2}:\d{2}(?::\d{2})?",
        r"\d{1,2}\s?(?:h|giờ)(?:\s?\d{2})?(?!\w)",
        r"(?:19|20)\d\d\s?[-–—/]\s?(?:19|20)\d\d",
        r"tháng\s+\d{1,2}(?:\s?[/.-]\s?\d{4})?",
        (
            r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\s*(?:hội viên|người|gia đình|suất|lượt|học sinh|chi hội|đồng|"
            r"triệu|tỷ|hộ|%))"
        ),
        r"quý\s+(?:[ivx]+|\d)(?:\s?/\s?\d{4})?",
        r"\d{1,2}\s+tháng(?:\s+(?:đầu|cuối))?(?:\s+năm)?(?:\s+(?:của\s+)?(?:năm\s+)?\d{4})?",
        (
            r"(?<![\d.,])(?:\(?0\d{1,3}\)?[\s.]\d{3,4}[\s.]\d{3,4}|\(0\d{2,3}\)\s?[\d ]+|0\d{3}[\d .]{6,}|"
            r"0\d{2,3}\.\d{1,4}\.\d{3}(?:\.\d{3})?)"
        ),
        r"(?<!tổng )số\s+(?:nhà\s+)?\d+(?![.,]?\d)(?:/\d+)*(?:/[\w-]+)*(?!\s*(?:hộ|hội viên|gia đình|suất)\b)",
        r"\d+(?:/\d+)?/[a-zđ]{2,}[\w-]*",
        (
            r"(?:ngõ|ngách|phòng|tầng|hẻm|khóa|khoá|thứ|điều|khoản|mục|kỳ|cụm|bảng|biểu|lớp|ảnh|hình|tiêu chí|"
            r"mức độ|mức|cấp độ|bậc|giai đoạn|bước|top|quyển|chương|quận|phường|khu phố|tổ dân phố|tổ|khối|ấp|khu|"
            r"thôn|xóm|đội|khu vực|nghị quyết|chỉ thị|quyết định|kế hoạch|thông tư|nghị định|đề án|chương trình|"
            r"công văn|hạng|lần thứ|thời hạn|vòng)\s+(?:số\s+)?\d+(?:[a-z]\d?)?(?:/\d+)?(?!\w|[.,]\d|\s*%|"
            r"\s*(?:tỷ|triệu|nghìn))"
        ),
        r"(?:từ\s+)?\d+\s?(?:-|–|đến)\s?\d+\s+tuổi",
        r"(?:trong\s+)?(?:độ tuổi|nhóm)\s+(?:từ\s+)?\d+\s?(?:-|–|đến)\s?\d+",
        r"\d+\s+tuổi",
        r"(?:tuổi nhất|trẻ nhất|tuổi)\s+(?:\w+\s+)?(?:đã\s+|mới\s+|là\s+)?\d+(?![\d.,]*\d|\s*%)",
        (
            r"\d+(?:[.,]\d+)?(?:\s?[-–]\s?\d+(?:[.,]\d+)?)?\s?(?:km|m2|m²|m(?!\w)|kg|ha(?!\w)|ngày(?!\s*lương)|"
            r"tuần|tiết|phút|năm(?!\w)|buổi|trang|sao|điểm|lần(?!\w)|x(?!\w))"
        ),
        r"\d+(?:[.,]\d+)?\s?/\s?\d+\s*điểm",
        r"(?:bình chọn|đánh giá|lượt xem|xem)\s*:?\s*[\d.,]+(?:\s*/\s*\d+)?",
        r"\d+\s+lượt\s+(?:xem|bình chọn|đánh giá|truy cập)",
        r"tổng\s+\d+\s+lượt bình chọn",
        r"\d+\s+sao(?:\s+\d+%)?",
        (
            r"\d+\s+(?:đại biểu|ủy viên|uỷ viên|đồng chí (?:vào|được bầu|tham gia)|phó chủ tịch|chủ tịch|chỉ tiêu|"
            r"nhóm giải pháp|giải pháp|nhiệm vụ|mục tiêu|nội dung|tiêu chí|tiết mục|tham luận|ý kiến|"
            r"đoàn(?! viên))(?!\w)"
        ),
        r"[\d.,]+\s*%\s+số phiếu",
        r"số phiếu\s+(?:\w+\s+)?[\d.,]+\s*%",
        r"bầu\s+(?:ra\s+)?\d+",
        r"(?:sinh năm|năm)\s+\d{4}",
        r"(?<=-)\d+|\d+-(?=[a-zđ])",
    )
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a paragraph: `start` and `end` hold it with scale and unit, `kind` is count, percent or money."""

    start: int
    end: int
    exact: str
    value: Decimal
    kind: str
    qualifier: str
    of: Decimal | None = None
    hedge_start: int = -1


def masked(text: str) -> str:
    """Return the lower-case text with what counts nothing put out of sight by `#`, letter for letter."""
    left = list(text.lower())
    for form in _NO_FIGURES:
        for hit in form.finditer("".join(left)):
            for at in range(hit.start(), hit.end()):
                if left[at].isdigit():
                    left[at] = "#"
    return "".join(left)


def numbers(text: str) -> Iterator[Number]:
    """Yield the numbers of a paragraph that may be figures, in order, told in digits or in words."""
    low = masked(text)
    ends = 0
    for number in sorted([*_in_digits(text, low), *_in_words(text, low)], key=lambda each: each.start):
        if number.start >= ends:
            ends = number.end
            yield number


def _in_words(text: str, low: str) -> Iterator[Number]:
    for hit, value, kind in in_words(low):
        hedge = _hedge(low, hit)
        start, qualifier = hedge.start() if hedge else hit.start(), _qualifier(hedge)
        yield Number(hit.start(), hit.end(), text[hit.start() : hit.end()], value, kind, qualifier, None, start)


def _in_digits(text: str, low: str) -> Iterator[Number]:
    ends = 0
    ranges = {hit.start(1): hit for hit in _RANGE.finditer(low)}
    for hit in _NUMBER.finditer(low):
        if hit.start() < ends or _inside_word(low, hit):
            continue
        number = _number(text, low, hit, begins_range=hit.start() in ranges)
        if number and hit.start() in ranges and number.kind == "count":
            number = _lower_end(number, ranges[hit.start()])
        if number:
            ends = number.end
            yield number


def _qualifier(hedge: re.Match[str] | None) -> str:
    return HEDGES.get(hedge[1], HEDGES.get(hedge[1].split()[-1], "exact")) if hedge else "exact"


def _lower_end(number: Number, span: re.Match[str]) -> Number:
    """Return the first number of «từ 300 đến 500 nghìn đồng», in the scale of the second."""
    scale = 0 if number.value >= 1000 else SCALES.get((span[2] or "").strip(), 0)
    return replace(number, value=number.value.scaleb(scale), kind="money", qualifier="exact")


def is_from(text: str, end: int) -> bool:
    """Return whether a number that ends there is what another grew or fell from: «từ 812 (năm 2023) lên 905»."""
    return _GROWS.match(text.lower(), end) is not None


def grows_to(between: str) -> bool:
    """Return whether the words between two numbers say that one grew or fell to the other."""
    return _GROWS.fullmatch(between.lower()) is not None


def _inside_word(low: str, hit: re.Match[str]) -> bool:
    before, after = low[hit.start() - 1 : hit.start()], low[hit.end() : hit.end() + 1]
    return (
        before.isalpha()
        or re.search(r"#[.,]$", low[: hit.start()]) is not None  # the rest of a number that was put out of sight
        or before in ("#", "/", "_", "&")
        or after in {"&", "#"}
        or re.match(r"[.,]#", low[hit.end() :]) is not None
        or (after.isalpha() and not hit["unit"] and not hit["scale"])
    )


_BEGINS = re.compile(r"(?:^|[.;,])\s*$")
_NOW = re.compile(r"[^.;]{0,120}\b(?:nay|hiện)\b")


def _hedge(low: str, hit: re.Match[str]) -> re.Match[str] | None:
    """Return the hedge before a number; «từ» that only says where a range, a growth or money begins is none."""
    hedge = _HEDGE.search(low[: hit.start()])
    if hedge is None or not hedge[1].endswith("từ"):
        return hedge
    before, after = low[: hedge.start()], low[hit.end() :]
    is_end = (
        re.match(r"\s*(?:đến|tới|[-–])\s*\d", after)  # «từ 500.000 đồng đến 2 triệu đồng»
        or re.search(r"(?:tăng|giảm)\s*$", before)  # «tăng từ 49.870 người lên …»
        or _GROWS.match(after)  # «từ 74,1% lên 78,9%»
        or (_BEGINS.search(before) and _NOW.match(after))  # «Từ 12 chi hội …, đến nay đã có 210»
        or re.search(r"(?:đồng|tỷ|triệu)\s*$", before)  # «thu 5,2 tỷ đồng từ 41.300 con heo đất»
    )
    return None if is_end else hedge


def _more(words: str, scale: int) -> Decimal | None:
    """Return what stands behind a number of a scale, in smaller ones; None where they are not smaller."""
    value = Decimal(0)
    for figures, named in re.findall(r"(\d+(?:,\d+)?)\s*(triệu|nghìn|ngàn)?", words):
        smaller = SCALES.get(named, 0)
        if smaller >= scale:
            return None
        value, scale = value + Decimal(figures.replace(",", ".")).scaleb(smaller), smaller
    return value


def _number(text: str, low: str, hit: re.Match[str], *, begins_range: bool = False) -> Number | None:
    unit, scale = (hit["unit"] or "").strip(), (hit["scale"] or "").strip()
    percent = unit == "%"
    value = plain_number(hit["n"], share=percent, small=bool(scale) or begins_range)
    if value is None:
        return None
    value = (value + Decimal("0.5") if hit["half"] else value).scaleb(SCALES.get(scale, 0))
    if hit["more"]:
        more = _more(hit["more"], SCALES.get(scale, 0))
        if more is None:
            return None
        value += more
        unit = unit or ("đồng" if scale in ("tỷ", "tỉ") else "")
    kind = "percent" if percent else "money" if unit or scale in ("tỷ", "tỉ", "nghìn tỷ") else "count"
    if kind == "count" and value != int(value) and not hit["of"] and not begins_range:
        return None
    of = plain_number(hit["of"], share=False) if hit["of"] else None
    hedge = _hedge(low, hit)
    exact = text[hit.start() : hit.end()].strip()
    return Number(
        hit.start(),
        hit.start() + len(exact),
        exact,
        value,
        kind,
        _qualifier(hedge),
        of,
        hedge.start() if hedge else hit.start(),
    )
