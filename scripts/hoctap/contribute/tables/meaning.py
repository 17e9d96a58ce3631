"""Which indicator a header, or the first cell of a row, stands for; with the group and the row it stands under."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hoctap.contribute.naming.relations import DEEDS, TOPICS
from hoctap.contribute.naming.times_together import nearest
from hoctap.contribute.naming.words import TITLED, among
from hoctap.contribute.tables.context import CENTRE
from hoctap.contribute.tables.labels import Label, is_measure, label, scale_of
from hoctap.contribute.tables.named import named, says_nothing, scoped, titled, with_marks
from hoctap.contribute.tables.rows import INDICATOR, SKIP
from hoctap.contribute.tables.setting import Setting
from hoctap.contribute.tables.topics import as_all_of_staff, lines_above, of_topic, several_topics
from hoctap.model.record import Indicator

# Headings that say nothing of what is counted.
GENERAL = re.compile(
    r"(?:kết quả |kq )?(?:thực hiện|đạt được)(?: được)?|kết quả th|chia theo trình độ đào tạo|"
    r"(?:xây dựng|củng cố|phát triển)(?:,? (?:và )?(?:xây dựng|củng cố|phát triển))* tổ chức(?: hội)?|"
    r"kết quả|kq|số lượng|số liệu|giá trị|tổng số|tổ chức hội|"
    r"tổ chức|"
    r"(?:các |xây dựng )?(?:các )?mô hình học tập|trình độ(?: chuyên môn| đào tạo)?|chuyên môn|"
    r"(?:các )?danh hiệu(?: học tập)?|phát triển (?:tổ chức )?hội(?: viên)?|hoạt động|đội ngũ|chỉ tiêu|trong đó|"
    r"mạng lưới(?: cơ sở| tổ chức| hoạt động)?|quy mô(?: hoạt động)?|thông tin chung|"
    r"cơ cấu(?: (?:theo )?trình độ(?: đào tạo)?)?|"
    r"chia ra|nội dung|cả năm(?: học)?|toàn năm|lũy kế|luỹ kế|"
    r"hội viên và tổ chức|năm báo cáo|khen thưởng học bổng|tổ chức và hội viên|"
    r"công tác khuyến học|chất lượng(?: đội ngũ)?|tổ chức hội hội viên|xây dựng xã hội học tập|các chỉ tiêu|"
    r"chia theo trình độ(?: chuyên môn)?|"
    # words of reports, in any order: «Thực hiện kỳ báo cáo», «Kết quả trong kỳ»
    r"(?:(?:số liệu|số|kết quả|kq|thực hiện|đạt được|được|báo cáo|minh chứng|cụ thể|kỳ|trong|này|của|"
    r"các|năm|qua|theo|từng|nhiệm kỳ|giai đoạn|chia|quý|tháng|năm học)(?: |$))+|"
    # and of when it was counted: «Thời điểm thống kê», «Tính đến ngày»
    r"(?:(?:thời điểm|mốc thời gian|thời gian|mốc|kỳ|ngày) )?(?:thống kê|(?:chốt|lấy|tính) số liệu|khảo sát|rà soát)|"
    r"thời điểm(?: báo cáo)?|mốc thời gian|(?:số liệu )?(?:tính|có|có mặt) đến(?: hết)?(?: ngày| thời điểm)?"
)
# «Gia đình, dòng họ, đơn vị học tập» over «Gia đình», «Dòng họ»: titles, each under its own head.
_TITLES_TOGETHER = re.compile(
    r"(?:các )?(?:(?:gia đình|dòng họ|cộng đồng|đơn vị|công dân)(?: ?, ?| và | ?& ?))+"
    r"(?:gia đình|dòng họ|cộng đồng|đơn vị|công dân) học tập"
)
_FAIR = re.compile(r"(?i)\bkhá trở lên")
_GRADED = re.compile(r"(?i)(?:kết quả )?xếp loại(?: cuối năm)?")
_CENTRE = re.compile(r"\btrung tâm(?! (?:học|văn|gi|dạy|y|ngoại|bồi|chính))")
_NUMBER_OF = re.compile(r"^(?:tổng )?số (?=con$|cái$|chiếc$)")  # «Heo đất / Số con»
_OF_ALL = re.compile(r"toàn|cả|chung|bình quân|trung bình")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a label stands for; `indicators` holds one when it is clear, several or none when a person decides.

    `sums` are the columns of several times that it adds up.
    """

    label: Label
    words: str
    indicators: tuple[Indicator, ...] = ()
    breakdown: str = ""
    skip: bool = False
    answered: bool = False
    sums: tuple[int, ...] = ()

    @property
    def indicator(self) -> Indicator | None:
        """The one indicator that is meant; None while there is none or a choice."""
        return self.indicators[0] if len(self.indicators) == 1 else None


def _answered(setting: Setting, parsed: Label, key: str, breakdown: str = "") -> Meaning | None:
    answer = setting.answers.get((INDICATOR, key), "")
    if not answer:
        return None
    known = setting.catalog.indicators.get(answer)
    parsed = replace(parsed, plan=False, total=False)
    return Meaning(parsed, key, (known,) if known else (), breakdown, skip=answer == SKIP, answered=True)


def of_text(setting: Setting, text: str, *, measure: str = "", before: str = "") -> Meaning:
    """Return what a text stands for; `before` are words of the group it stands under."""
    parsed = setting.label(text)
    parsed = replace(parsed, measure=parsed.measure or measure)
    words = f"{before} {parsed.text}".strip()
    for key in (f"{before} {text}".strip(), text, words, parsed.text):
        if answered := _answered(setting, parsed, key):
            return replace(answered, words=words)
    if parsed.total and _OF_ALL.match(parsed.text):  # «Toàn trường» is no school
        return Meaning(parsed, words)
    own = setting.indicators.concepts(words, parsed.measure)
    if len(topics := list(of_topic(setting, own, lines_above(setting)))) == 1:
        return Meaning(parsed, words, setting.indicators.named_by(topics[0]))
    is_open = not words or says_nothing(words, own, parsed.measure)
    found, breakdown = ((), "") if is_open else scoped(setting, words, own)
    if words and not found and f"{before}{text}".isascii():
        found = with_marks(setting, words, parsed.measure)
    return Meaning(parsed, words, found, breakdown)


def whole_of_title(setting: Setting, meaning: Meaning) -> tuple[Indicator, ...]:
    """Return what counts all that a title may be given to: households of «Gia đình học tập»; nothing for others."""
    titles = titled(setting, setting.indicators.concepts(meaning.words)) & set(TITLED.values())
    things = {thing for thing, title in TITLED.items() if titles == {title}} & {"household", "clan"}
    return setting.indicators.named_by(frozenset({"total", *things})) if things else ()


def of_column(setting: Setting, column: int) -> Meaning:
    """Return what a column stands for, from the headers over it."""
    path = setting.block.header_path(column)
    labels = [setting.label(text) for text in _among_each_other(path)]
    measure = next((each.measure for each in reversed(labels) if each.measure), "")
    breakdown = next((each.breakdown for each in reversed(labels) if each.breakdown), "")
    words = [each.text for each in labels if _is_name(each)]
    parsed = Label(
        " ".join(words),
        nearest([each.periods for each in labels]),
        measure,
        breakdown,
        part=any(each.part for each in labels),
        plan=any(each.plan for each in labels),
        total=bool(labels) and labels[-1].total,
    )
    words = _of_centre(setting, words)
    key = " / ".join(path)
    if answered := _answered(setting, parsed, key, breakdown):
        return answered
    words, measure = _counted(setting, words, measure or _in_cells(setting, column), is_total=parsed.total)
    is_bare = all(setting.grid.text((row, column)).isascii() for row in setting.block.header)
    for some in _ways(setting, words):
        found, scope = named(setting, " ".join(some), measure)
        if not found and is_bare:
            found = with_marks(setting, " ".join(some), measure)
        if found:
            return Meaning(parsed, key, found, "; ".join(filter(None, (scope, breakdown))))
    found, scope = _of_topics(setting, words, measure)
    if not found:
        defined = (named(setting, " ".join(some), measure, as_defined=True) for some in _ways(setting, words))
        found, scope = next((each for each in defined if each[0]), ((), ""))
    return Meaning(parsed, key, found, "; ".join(filter(None, (scope, breakdown))))


def _counted(setting: Setting, words: list[str], measure: str, *, is_total: bool) -> tuple[list[str], str]:
    """Return the names over a column, «Tổng số» as that of what it totals, and its measure, which may be the last."""
    counted = _NUMBER_OF.sub("", words[-1]) if len(words) > 1 else ""
    if is_measure(counted) and all(map(_is_unknown, setting.indicators.concepts(counted))):
        measure, words = measure or counted, words[:-1]
    if _whole_of_a_share(setting, words, measure):
        words = words[-1:] if len(words) > 1 else []
    words = as_all_of_staff(setting, words, total=is_total) if measure != "%" else words
    if is_total and len(words) == 1 and not measure:
        words = [f"tổng số {words[0]}"]  # «Dòng họ / Tổng số»
    return words, measure


def _among_each_other(path: Sequence[str]) -> Sequence[str]:
    """Return the headings over a column with what each means beside the others: «Lớp bồi dưỡng / Số HV».

    «Xếp loại» over «Từ khá trở lên (%)» is not the column of grades.
    """
    whole = " / ".join(path)
    is_graded = len(path) > 1 and _FAIR.search(path[-1])
    return [among(_GRADED.sub("được đánh giá", each) if is_graded else each, whole) for each in path]


def _of_centre(setting: Setting, words: Sequence[str]) -> list[str]:
    """Return the names over a column with «trung tâm» as that of the group: «TTHTCĐ / Tỷ lệ xã có trung tâm»."""
    is_of_centres = len(words) > 1 and "clc" in setting.indicators.concepts(" ".join(words[:-1]))
    return [*words[:-1], of_centre(words[-1])] if is_of_centres else list(words)


def of_centre(text: str) -> str:
    """Return a header beside or below that of learning centres with their whole name: «Tỷ lệ xã có trung tâm»."""
    return _CENTRE.sub(CENTRE, text)


def _is_unknown(concept: str) -> bool:
    return concept.startswith("?")


def _whole_of_a_share(setting: Setting, words: Sequence[str], measure: str) -> bool:
    """Return whether a header names all of whom a title is given to some: «GĐHT / Tổng số hộ»."""
    if not words or "rate" in setting.indicators.concepts(" ".join(words), measure):
        return False
    if len(words) == 1:
        return re.search(r"/\s*(?:tổng )?số\b", words[0]) is not None
    found = setting.indicators.concepts(words[-1])
    return "total" in found and bool(found & TITLED.keys()) and found <= {"total", *TITLED}


def _of_topics(setting: Setting, words: Sequence[str], measure: str) -> tuple[tuple[Indicator, ...], str]:
    """Return what the last words of a header name under a group of several topics: «Mô hình học tập và TTHTCĐ / …».

    None of the topics may make something else of them: «Đăng ký, công nhận / Gia đình học tập» stays open.
    """
    if "trained" in setting.indicators.concepts(" ".join(words[:-1])):
        return (), ""  # «Đào tạo, bồi dưỡng / Số HV» are no members
    topics = several_topics(setting, words[:-1])
    own = named(setting, words[-1], measure) if topics else ((), "")
    ways = (named(setting, f"{topic} {words[-1]}", measure) for topic in topics)
    return own if all(not each[0] or each == own for each in ways) else ((), "")


def _ways(setting: Setting, words: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the words of a header to look for: all, without headings that say nothing, without those of its topic."""
    yield words
    if any(map(_TITLES_TOGETHER.search, words[:-1])):
        yield [*(_TITLES_TOGETHER.sub("mô hình học tập", each) for each in words[:-1]), words[-1]]
    bare = [each for each in words if not GENERAL.fullmatch(each)]
    yield bare
    for at in range(1, len(bare)):
        group, own = (setting.indicators.concepts(" ".join(each)) for each in (bare[:at], bare[at:]))
        if group <= TOPICS | DEEDS and (group <= TOPICS or group & own):
            yield bare[at:]
            if {"raised", "spent"} <= group:  # «Thu, chi quỹ khuyến học / Tổng thu»
                yield ["quỹ", *bare[at:]]


def in_measure(setting: Setting, column: int, measure: str, meaning: Meaning) -> Meaning:
    """Return what a column stands for in a row that says in what it counts; nothing where the two do not join."""
    if meaning.skip or meaning.label.measure or meaning.label.plan:
        return meaning
    parsed = replace(meaning.label, measure=label(f"({measure})").measure or measure)
    words = [label(text).text for text in setting.block.header_path(column)]
    if meaning.indicator and not any(words):  # what the title counts, of the time over the column
        is_its_own = (parsed.measure == "%") == (meaning.indicator.value_type == "share")
        return replace(meaning, label=parsed, indicators=meaning.indicators if is_its_own else ())
    found, _ = named(setting, " ".join(each for each in words if not GENERAL.fullmatch(each)), parsed.measure)
    return replace(meaning, label=parsed, indicators=found)


def _in_cells(setting: Setting, column: int) -> str:
    """Return the measure that the cells of a column carry («450 suất», «12 chiếc»), if they carry one."""
    texts = setting.texts(column)
    filled = [text for text in texts if re.search(r"\d", text)]
    if filled and all(text.rstrip().endswith("%") for text in filled):
        return "%"
    sums = [hit[1] for text in texts if (hit := re.search(r"\d\s*([^\d\s]+)$", text))]
    if len(sums) > 1 and all(scale_of(each) is not None for each in sums):
        return "đồng"  # «5.150.000đ», «6,1 triệu»
    found = {hit[1].strip() for text in texts if (hit := re.search(r"\d\s+([^\d]+)$", text)) and is_measure(hit[1])}
    return found.pop() if len(found) == 1 else ""


def _is_name(parsed: Label) -> bool:
    return bool(parsed.text) and not parsed.total and not parsed.breakdown
