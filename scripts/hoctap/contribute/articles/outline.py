"""What stands above each line of an article and still holds for it: headings, and the opening of a list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hoctap.contribute.articles.numbers import numbers
from hoctap.contribute.naming.periods import periods_in

# How lines of reports and plans are numbered, outermost first; a bullet, whatever sign it is, is below all of them.
_LABELS = tuple(
    re.compile(form)
    for form in (
        r"\s*(?:[IVX]{1,5}|[A-H])\s*[.)/]\s+|\s*(?:Phần|PHẦN) (?:thứ )?\w+\W",
        r"\s*\d{1,2}\s*[.)/]\s*(?!\d)",
        r"\s*(?:\d{1,2}\.\d{1,2}\.?|[a-zđ]\s*[.)])\s+",
        r"\s*(?:[^\w\s\"'“”‘’«»()\[\].,;:!?…%&@#/]\s*|o\s+(?=\S))",
    )
)
_BULLET = len(_LABELS)
_BELOW = 0.5  # what a line with a colon opens stands below its own level, above the next
_MOST = 110  # letters of a heading; what is longer is a paragraph
_AIM = re.compile(
    r"mục tiêu|chỉ tiêu|phương hướng|nhiệm vụ|phấn đấu|dự kiến|kế hoạch (?!số|của)|(?<!nhiều )giải pháp|định hướng|"
    r"muốn (?:đạt|làm)|hướng tới|"
    r"\b(?:sắp|năm|năm học|thời gian|giai đoạn|nhiệm kỳ|kỳ|quý|tháng|chặng đường) tới\b"
)
_RESULT = re.compile(
    r"kết quả|thực trạng|hiện trạng|tình hình|đạt được|đánh giá|đã đạt|đã thực hiện|số liệu|nổi bật|thành tích|"
    r"tồn tại|tổng kết|sơ kết|báo cáo"
)
_OF_RESULTS = re.compile(
    r"kết quả (?:thực hiện|hoàn thành|đạt được)|"
    r"(?:hoàn thành|đạt|vượt)(?: tốt| xuất sắc)? (?:các |\d+ )?(?:chỉ tiêu|nhiệm vụ)"
)
# A paragraph that opens so goes on with what the one before spoke of.
_GOES_ON = re.compile(
    r"\W*(?:Điển hình|Tiêu biểu|Trong đó|Cụ thể|Riêng|Nổi bật|"
    r"(?:Cũng )?[Tt]rong (?:cùng )?(?:khoảng )?thời gian (?:này|đó|trên))\b"
)


# What stands under a picture, between two paragraphs: «Học sinh nhận quà. Ảnh: Trung tâm cung cấp».
_CAPTION = re.compile(r"^\W*(?:Trong ảnh|Ảnh)\b[^:.]{0,12}:|\bẢnh ?: ?(?:[^.]|(?<=\b\w)\.(?=\w)){2,40}\.?$")
# A line of aims, and one that goes on with it: it begins with a share and names nobody.
_AIMS_IN_LINE = re.compile(r"^(?!.*\b(?:đã|kết quả)\b).*\bphấn đấu\b", re.IGNORECASE)
_SHARE_FIRST = re.compile(r"\W*\d[\d.,]*\s?%(?!.*\b(?:đã|hiện)\b)")


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above a line: the headings that hold for it, outermost first, and the line that it goes on from."""

    heads: tuple[str, ...] = ()
    earlier: str = ""
    goes_on_listing: bool = False
    year: str = ""

    @property
    def aim(self) -> bool | None:
        """Return whether the nearest heading that says so is one of aims; None where none says.

        A question of an interview is one where it names no time, or none before the `year` of the article: «Mục tiêu
        sắp tới?»; «Chỉ tiêu năm 2023?» asks how it went.
        """
        if _is_question(self.earlier):
            is_past = any(each.period[:4] < (self.year or "9") for each in periods_in(self.earlier))
            return None if is_past else is_of_aims(self.earlier)
        if self.goes_on_listing:
            return True
        return next((aims for head in reversed(self.heads) if (aims := is_of_aims(head)) is not None), None)

    @property
    def topics(self) -> str:
        """Return the words that say what a line is about: its headings, and the question that it answers."""
        return ". ".join((*self.heads, self.earlier) if _is_question(self.earlier) else self.heads)

    @property
    def dating(self) -> tuple[str, ...]:
        """Return what may say when the line holds, the innermost first, but headings of both what was and will be."""
        dated = [head for head in self.heads if not (_AIM.search(head.lower()) and _RESULT.search(head.lower()))]
        return tuple(each for each in (self.earlier, *reversed(dated)) if each)


def is_of_aims(head: str) -> bool | None:
    """Return whether a heading is of aims («II. MỤC TIÊU»), not of results; None where it is of neither or of both."""
    low = head.lower()
    if _OF_RESULTS.search(low):
        return False
    aim, result = _AIM.search(low), _RESULT.search(low)
    return None if bool(aim) == bool(result) else bool(aim)


def outline(lines: Sequence[str], year: str = "") -> Iterator[Above]:
    """Yield for each line what stands above it; `year` is that of the article, if known."""
    heads: list[tuple[float, str]] = []
    listed = aiming = False
    for at, line in enumerate(lines):
        level = _level(line)
        opens = line.rstrip()[-1:] == ":"
        heads = _left(heads, level, listed=listed, opens=opens)
        listed = level is not None or (listed and bool(heads))
        last = next((each for each in reversed(lines[:at]) if not is_caption(each)), "")
        goes_on = at and (_GOES_ON.match(line) or _is_question(last))
        aiming = (
            at > 0
            and (_AIMS_IN_LINE.search(lines[at - 1]) is not None or aiming)
            and _SHARE_FIRST.match(line) is not None
        )
        yield Above(tuple(words for _, words in heads), last if goes_on else "", aiming, year)
        if at and is_heading(line):
            heads, listed = [*(heads if level else []), (level or 0, line)], False
        elif at and opens:
            below = level - _BELOW if level == _BULLET else level
            heads, listed = [*heads, (below or (heads[-1][0] if heads else 0) + _BELOW, line)], False


def _left(
    heads: Sequence[tuple[float, str]], level: int | None, *, listed: bool, opens: bool
) -> list[tuple[float, str]]:
    """Return the headings that still hold for a line of a level; None is the level of a paragraph."""
    if level is not None:
        return [each for each in heads if each[0] < level - (_BELOW if opens and level == _BULLET else 0)]
    # A paragraph ends what a line with a colon opened, and after a list all but the section that it stands in.
    return [each for each in heads if each[0] % 1 == 0 and not (listed and each[0] > 1)]


def _is_question(line: str) -> bool:
    return line.rstrip()[-1:] == "?"


def _level(line: str) -> int | None:
    return next((level for level, form in enumerate(_LABELS, 1) if form.match(line)), None)


def is_caption(line: str) -> bool:
    """Return whether a line stands under a picture: it ends with who took it, or begins with «Trong ảnh»."""
    return _CAPTION.search(line) is not None


# What a picture shows, below it: «Dòng họ Dương ở xã A phát thưởng cho con cháu năm học 2020-2021».
_DOES = re.compile(r"\b(?:trao|tặng|phát|nhận) [^.]*\b(?:cho|tại|từ)\b")


def is_heading(line: str) -> bool:
    """Return whether a line is a heading: short, without a figure, numbered or saying of what the lines below are."""
    level = _level(line)
    bare = line if level is None else re.sub(_LABELS[level - 1], "", line, count=1)
    if not bare.strip() or len(line) > _MOST or line.rstrip()[-1:] in ".;,:!?" or any(numbers(bare)):
        return False
    if level is not None:
        return level < _BULLET
    return (bool(periods_in(line)) and not _DOES.search(line)) or (is_of_aims(line) is not None and bare[:1].isupper())
