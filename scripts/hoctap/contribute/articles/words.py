"""The words that belong to each number of a paragraph, and the concepts they name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.contribute.articles.numbers import Number
from hoctap.contribute.naming.indicators import Indicators
from hoctap.contribute.naming.vocabulary import CONCEPTS
from hoctap.model.record import Indicator

Concepts = frozenset[str]
Meaning = tuple[Indicator | None, Concepts]
NO_MEANING: Meaning = (None, frozenset())
_STOP = re.compile(r"[;:()]|(?<!\d)\.(?=\s|$)|\btrong đó\b|\bgồm\b")
_ASIDE = re.compile(r"([^()\d]{1,60}?)\((?:chiếm |đạt |bằng |tỷ lệ )*[\d.,]+\s*%\)")


_IN_BRACKETS = re.compile(r"\((?:tăng|giảm|chiếm|đạt|vượt|bằng)\b[^()]*\)")
# «5.203 gia đình (tăng 67% so với năm 2012) và 171 dòng họ»: what is said in brackets is of the number before.
_ASIDE_ENDS = re.compile(r"^[^();]*\)(?=\s*(?:,|và\b|cùng\b|với\b))")


# Where a sentence ends; before a figure only behind a word or a quotation, as «mức 5. 12 hộ» is none.
_FULL_STOP = (
    r"(?<=[\w%”\")])\.\s+(?=[“\"A-ZĐÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚĂĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸÝ])|"
    r"(?<=[^\W\d]|[%”\")])\.\s+(?=\d)"
)
_ENDS = re.compile(rf"{_FULL_STOP}|[!?…]\s+")
_ENDS_OF_LEAD = re.compile(rf"{_FULL_STOP}|;")


def _alike(*kinds: str) -> re.Pattern[str]:
    """Return the form of a comma between two words for one kind of thing: «thôn, bản», «cơ quan, trường học»."""
    words = sorted({re.escape(each) for kind in kinds for each in CONCEPTS[kind]}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(words)}),\s+(?=(?:{'|'.join(words)})(?!\w))")


_ALIKE = (_alike("village"), _alike("commune"), _alike("agency", "school"), _alike("bachelor", "college"))
# Deeds that papers call now one way, now the other.
PRAISE = r"(?:biểu dương|tuyên dương|tôn vinh|vinh danh)"
TRAINING = r"(?:đào tạo|bồi dưỡng|tập huấn)"
# Where one number's words end and those of the next begin: another thing is done.
_NEXT_DEED = re.compile(
    rf"[,;]?\s(?:và|đồng thời)\s+(?:trao|tặng|cấp|khen thưởng|{PRAISE}|hỗ trợ|giúp|nhận đỡ đầu|vận động|"
    r"thăm)(?: tặng)?\s(?!thưởng\b)"
)
# «38 giáo viên và Trường B có 45 giáo viên»: another one has, or does, what is counted next.
_NEXT_OWNER = re.compile(
    r"\s(?:và|còn|trong khi)\s(?P<who>[^,;:()\d]{3,80}?)\s(?:(?:hiện |đã )?(?:có|còn|đạt|mở|trao|tặng|vận động|"
    r"huy động|kết nạp|quản lý|hỗ trợ)(?: được)?|là|được)\s*$"
)
GROWN_FROM = r"(?:tăng|giảm|nâng)\b.* từ"
RANGE = re.compile(r"\s*(?:-|–|đến|tới)\s*")


@dataclass(frozen=True, slots=True)
class Reading:
    """A number with the words before and after that belong to it; `after` is its sentence behind it, whole."""

    number: Number
    lead: str
    tail: str
    clause: str
    sentence: str
    context: str = ""
    heads: str = ""
    after: str = ""

    @property
    def before(self) -> str:
        """Return the sentence up to the number."""
        return self.sentence[: len(self.sentence) - len(self.after) - len(self.number.exact)]

    def ends(self, form: str) -> bool:
        """Return whether the words right before the number end with a pattern."""
        return re.search(rf"(?:{form})\s*$", self.lead.lower()) is not None


def readings(paragraph: str, found: Sequence[Number], headline: str = "", heads: str = "") -> list[Reading]:
    """Return each number with its own words: what stands between two numbers is shared out at the last comma."""
    forms = []
    for at, number in enumerate(found):
        before = found[at - 1].end if at else 0
        after = found[at + 1].hedge_start if at + 1 < len(found) else len(paragraph)
        aside = _ASIDE.match(paragraph, number.end)
        lead = _lead(paragraph[before : number.hedge_start], first=at == 0)
        if aside and at + 1 < len(found) and found[at + 1].start < aside.end():
            # «1.968 dòng họ (79,2%) đạt Dòng họ học tập»: the share in brackets parts no words
            after = found[at + 2].hedge_start if at + 2 < len(found) else len(paragraph)
            tail = _tail(f"{aside[1]} {paragraph[aside.end() : after]}", last=at + 2 >= len(found))
        else:
            tail = _tail(paragraph[number.end : after], last=at + 1 == len(found))
        sentence = _sentence(paragraph, number.start)
        clause = _IN_BRACKETS.sub(" ", re.split(r";", sentence[1][: number.start - sentence[0]])[-1])
        if at + 1 < len(found) and RANGE.fullmatch(paragraph[number.end : found[at + 1].start]):
            tail = _tail(paragraph[found[at + 1].end :], last=True)
        context, behind = f"{headline} {paragraph[: number.start]}", sentence[1][number.end - sentence[0] :]
        forms.append(Reading(number, lead, tail, clause, sentence[1], context, heads, behind))
    return forms


def _sentence(paragraph: str, at: int) -> tuple[int, str]:
    start = 0
    for hit in _ENDS.finditer(paragraph):
        if re.search(r"(?:TP|Tp|TX|Q|P|GS|TS|PGS|ThS|BS|Th\.S)$", paragraph[: hit.start()]):
            continue
        if hit.end() > at:
            return start, paragraph[start : hit.start() + 1]
        start = hit.end()
    return start, paragraph[start:]


def _lead(gap: str, *, first: bool) -> str:
    gap = _joined(gap)
    gap = gap if first else _ASIDE_ENDS.sub("", gap)
    if not first and (deed := _NEXT_DEED.search(gap) or _next_owner(gap)):
        gap = gap[deed.start() :]
    whole = _ENDS_OF_LEAD.split(f"{gap}0")[-1][:-1]  # the figure stands behind it
    return whole if first or "," not in whole else whole.rpartition(",")[2]


def _next_owner(gap: str) -> re.Match[str] | None:
    """Return where another one, by its own name, comes to have the next number; None where none does."""
    hit = _NEXT_OWNER.search(gap)
    return hit if hit and any(word[:1].isupper() for word in hit["who"].split()) else None


def _joined(gap: str) -> str:
    """Return the words with the comma gone from what is counted as one: «lớp, chuyên đề», «ấp, khóm»."""
    gap = re.sub(r"\b(lớp|khóa|buổi),\s+(chuyên đề|tập huấn|bồi dưỡng)", r"\1 \2", gap)
    gap = re.sub(rf"\b({TRAINING}),\s+(?={TRAINING})", r"\1 ", gap)
    for alike in _ALIKE:
        gap = alike.sub(r"\1 ", gap)
    return gap


def _tail(gap: str, *, last: bool) -> str:
    gap = _joined(gap)
    stop = _STOP.search(gap)
    cut = gap[: stop.start()] if stop else gap
    if not last and (deed := _NEXT_DEED.search(cut) or (stop is None and _next_owner(cut))):
        return cut[: deed.start()]  # «11 cá nhân và trao kỷ niệm chương cho 9 người»
    if not last and stop is None:
        head, comma, rest = cut.rpartition(",")
        if comma and len(rest.split()) <= 12:
            cut = head
        else:
            cut = re.sub(
                r"\s(?:và|với|tại|cùng|ở|trị giá|với tổng (?:số tiền|trị giá|giá trị))(?:\s\w+){0,3}\s*$", "", cut
            )
    return cut


def known(found: frozenset[str]) -> frozenset[str]:
    """Return the concepts that have a name; a word that stands for none begins with `?`."""
    return frozenset(each for each in found if not each.startswith("?"))


def opening(tail: str) -> str:
    """Return the noun that stands right after the number: up to a verb, a preposition or a comma before other words."""
    return re.split(
        r"\s(?:được|đạt|đăng ký|tặng|cho|với|tại|ở|trên|của|thuộc|trong|là|có|để|từ|sinh hoạt|trị giá|"
        r"tham gia|thu hút|đã|do|nhằm|vì|đến|so|hiện|hiện nay|đang|năm|mới|này|như|khi|nên|còn|"
        r"cũng|theo|qua|tổng|mỗi|bị|không|nhận|hoàn cảnh|có hoàn cảnh|học giỏi|dành|mà|nhưng|trong khi|"
        r"tiếp sức|tiếp bước)\s|"
        r",\s+\w+(?:\s\w+)? nào\b|"
        r",\s+(?:tăng|giảm|vượt|gấp|bằng|đưa|nâng|thu hút|phát|giúp|tạo|góp|chủ yếu|nhiều|tức|tương đương|"
        r"tất cả|đều|còn)\s|[;:()]",
        f" {tail} ",
    )[0]


def one(indicators: Indicators, some: set[str]) -> Meaning:
    """Return the one indicator of these concepts with the concepts; NO_MEANING where none or several fit."""
    hit = indicators.named_by(frozenset(some))
    return (hit[0], frozenset(some)) if len(hit) == 1 else NO_MEANING


def called(indicators: Indicators, name: str) -> Meaning:
    """Return the one indicator that a name names."""
    return one(indicators, set(known(indicators.concepts(name))))


@dataclass(frozen=True, slots=True)
class Around:
    """The concepts around a number: of the noun behind it, of its whole tail, of its lead, of its clause before it."""

    noun: Concepts
    tail: Concepts
    lead: Concepts
    clause: Concepts


def around(indicators: Indicators, reading: Reading) -> Around:
    """Return the concepts around a number; words that are not known are left out."""
    texts = (opening(reading.tail), reading.tail, reading.lead, reading.clause)
    return Around(*(known(indicators.concepts(text)) for text in texts))
