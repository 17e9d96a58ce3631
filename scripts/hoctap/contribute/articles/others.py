"""Figures of an article that are nobody's in the register: other countries', a family's, rewards of the state."""

import re

from hoctap.contribute.articles.clans import CLAN
from hoctap.contribute.articles.headline_offices import UNIONS
from hoctap.contribute.articles.place_names import COMMUNES, KINDS, UPPER
from hoctap.contribute.articles.proposal import Proposal
from hoctap.contribute.articles.schools import school_named, school_spoken_of
from hoctap.contribute.articles.subject import Subject
from hoctap.contribute.articles.words import Reading, known
from hoctap.contribute.naming.indicators import Indicators
from hoctap.model.catalog import Catalog
from hoctap.model.codes import AREA_UNIT, ASSOCIATION
from hoctap.model.record import Indicator

_STATE = re.compile(
    r"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Thủ tướng|Chính phủ|Chủ tịch nước|Chủ tịch tỉnh|Bộ [A-ZĐ])[^.;]*?"
    r"(?:khen|cờ|huân chương)|(?:bằng khen|giấy khen|cờ thi đua)\s+của\s+(?:Chủ tịch\s+)?"
    r"(?:UBND|Ủy ban|Uỷ ban|Thủ tướng|Chính phủ|Bộ [A-ZĐ])"
)
_COUNTRIES = re.compile(
    r"(?P<home>Việt Nam|cả nước|toàn quốc|nước ta|trong nước)|(?:của|ở|tại|nước|là|và|với|,)\s+"
    r"(?:Lào|Mỹ|Anh|Pháp|Đức|Nga|Ý)(?!\s+[A-ZĐ])|Hoa Kỳ|Campuchia|Thái Lan|Trung Quốc|Hàn Quốc|Nhật Bản|Singapore|"
    r"Malaysia|Indonesia|Philippines|Myanmar|Ấn Độ|Đài Loan|Úc|Australia|Canada|Phần Lan|Thụy Điển|Đan Mạch|"
    r"[Tt]rên thế giới|toàn thế giới|[Tt]hế giới có|các nước (?:phát triển|OECD|ASEAN|EU)|toàn cầu|OECD|"
    r"châu (?:Á|Âu|Phi|Mỹ)"
)
_OWN_FAMILY = re.compile(r"(?:dòng họ|họ|gia đình|nhà|vợ chồng|con|các con) (?:tôi|tui)\b|nhà (?:ông|bà|anh|chị)\b")
_OF_A_CHILD = re.compile(r"\W*(?:Em|Cháu|Gia đình (?:em|ông|bà|anh|chị|cháu))\s|[^“”]*\bgiúp (?:em|cháu|con) ")
# Not who answers in an interview: «Bà Lê Thị H.: Năm 2023, thành phố …».
_OF_A_PERSON = re.compile(rf"\W*(?:Anh|Chị|Ông|Bà|Cô|Thầy|Bác)\s(?!(?:{UPPER}\w*\.? ?){{1,5}}(?:\([^()]*\))?:)")
_A_PERSON_DID = re.compile(
    r"(?:^|[.;,:]\s)\W*(?:cô|thầy|ông|bà|anh|chị|bác) (?:(?:đã|cũng|còn|từng) )*"
    r"(?:vận động|mở|dạy|góp|tặng|trao|nuôi|giúp|dành|đỡ đầu|hỗ trợ)\b(?!.*\bhội\b)"
)
_OF_A_CLAN = re.compile(
    r"\W*(?:(?:Điển hình|Tiêu biểu|Nổi bật)\W+)?(?:(?:là|như)\s+)?(?:[Dd]òng họ|[Tt]ộc họ|[Hh]ọ) [A-ZĐ]"
)
_OF_A_CLASS = re.compile(r"\W*(?:Ảnh[^:]{0,12}:\s*)?Lớp (?!xóa mù|xoá mù)")
_A_PERSON_SAYS = re.compile(
    r"(?:\b(?:Anh|Chị|Cô|Em|Cháu|Bác)\s|\b(?:khoe|tâm sự|xúc động|nhớ lại|bộc bạch|kể(?! từ| cả))\b)[^“]*:\s*$"
)
_OF_OFFICE = re.compile(r"[Cc]hủ tịch|[Gg]iám đốc|[Bb]í thư|[Tt]rưởng (?:ban|phòng)")  # speaks for those he leads
_SPEAKS = re.compile(r"cho biết|cho hay|chia sẻ|thông tin|khẳng định|phát biểu|nhấn mạnh|báo cáo|đánh giá|nói:|nêu")


def is_of_others(reading: Reading, own: str) -> bool:
    """Return whether a figure is another country's («của Lào là 87,5%»), of a family or of a clan that is not `own`."""
    before = reading.before
    last = max(_COUNTRIES.finditer(before), key=lambda hit: hit.start(), default=None)
    if any(form.match(reading.sentence) for form in (_OF_A_CHILD, _OF_A_CLASS)):
        return True
    clan = _OF_A_CLAN.match(reading.sentence)
    if clan and not (CLAN.match(own) and reading.sentence.lower().startswith(_bare_clan(own), clan.end() - 1)):
        return True
    if _speaks_of_own(reading):
        return True
    speaks = _SPEAKS.search(reading.sentence.lower()) or _OF_OFFICE.search(reading.sentence.partition("“")[0])
    if (_OF_A_PERSON.match(reading.sentence) or _A_PERSON_DID.search(before.lower())) and not speaks:
        return True
    return _OWN_FAMILY.search(before.lower()) is not None or (last is not None and last["home"] is None)


def _bare_clan(name: str) -> str:
    """Return the name of a clan alone, in small letters: «bùi đức» of «Dòng họ Bùi Đức, thôn Đông Hưng»."""
    return re.split(r"\b[hH]ọ ", name.partition(",")[0])[-1].lower()


_NO_OFFICE = re.compile(rf"$|Hội Khuyến học\b|(?:{KINDS})\s|{CLAN.pattern}", re.IGNORECASE)
_ASKS = re.compile(r"\?\s*$")
_DENIES = re.compile(
    r"(?:[^:.?!]{0,60}:)?\W*(?:(?:dạ|thưa|con số|số liệu|số|thông tin|điều)\W+(?:\w+\W+)?)?"
    r"(?:(?:chưa|không) (?:chính xác|đúng|phải|hẳn|đủ)|nhầm|sai\b)",
    re.IGNORECASE,
)


def is_denied(line: str, answer: str) -> bool:
    """Return whether a line asks for something that the next one denies: «… 25 tỷ, đúng không?», «Chưa chính xác.»."""
    return _ASKS.search(line) is not None and _DENIES.match(answer) is not None


def _speaks_of_own(reading: Reading) -> bool:
    """Return whether a figure is in what a person says of his own life: «Chị B. khoe: “… cả bản 62 hộ …”»."""
    paragraph = reading.context[reading.context.rfind("“") + 1 :] if "“" in reading.context else ""
    opening = reading.context.rpartition("“")[0].rpartition(". ")[2]
    is_quoted = bool(paragraph) and "”" not in paragraph
    return is_quoted and _A_PERSON_SAYS.search(opening) is not None and not _OF_OFFICE.search(opening)


# «Hội Cựu giáo chức tỉnh hiện có 9.412 hội viên»: of another association.
_OF_A_UNION = re.compile(rf"\bhội {UNIONS}\b(?!.*(?:khuyến học|hội viên hội))[^;]*$", re.IGNORECASE)


_GOES_ON = re.compile(r"\s*(?:và |đồng thời )?(?:tặng|trao|khen|thưởng)\b")
# «Bản Tà Cóm …, với 113 hộ»: of a village, not of the place that the article is about.
_OF_A_VILLAGE = re.compile(
    rf"\W*(?:(?:[Tt]ại|[Ởở]|[Rr]iêng) )?(?:[Bb]ản|[Tt]hôn|[Ấấ]p|[Ll]àng|[Xx]óm|[Bb]uôn|[Kk]hóm|[Kk]hu phố)\s+{UPPER}|"
    r"\W*(?:Trong|Cả|Toàn) (?:bản|thôn|ấp|làng|xóm|buôn|khóm|khu phố)\b"
)


def is_of_nobody(subject: Subject, reading: Reading, indicator: Indicator) -> bool:
    """Return whether an indicator only seems to count a figure: who was rewarded by the state, pupils of a district."""
    if indicator.indicator_id in ("households-total", "clans-total") and _OF_A_VILLAGE.match(reading.sentence):
        return True
    of_body = indicator.indicator_id.startswith(("member", "new-members", "branch"))
    if of_body and _OF_A_UNION.search(reading.clause) and "khuyến học" not in reading.tail.lower():
        return True
    return _is_of_the_state(indicator, reading) or _is_of_a_school(subject, reading, indicator)


def _is_of_the_state(indicator: Indicator, reading: Reading) -> bool:
    """Return whether who was rewarded was so by the state, so that no association gave it."""
    if indicator.indicator_id not in ("people-rewarded", "collectives-rewarded"):
        return False
    before = reading.before.rpartition(";")[2]
    before = reading.before if _GOES_ON.match(before) else before  # «UBND huyện khen 41 hộ; tặng giấy khen cho 10 em»
    clause = before + reading.number.exact + reading.after.partition(";")[0]
    return _STATE.search(clause) is not None


_PUPILS = re.compile(r"\W*(?:em|cháu|học sinh|sinh viên|học viên|trẻ)\b(?!.*\b(?:giáo viên|cán bộ|viên chức)\b)")


def is_no_staff(catalog: Catalog, indicators: Indicators, reading: Reading, found: Proposal) -> bool:
    """Return whether people of a place, an association or a clan are no staff: their sentence speaks of none.

    «Họ Nguyễn có 4 tiến sĩ» are its descendants, «kết nạp 4.310 người, 1.900 là đồng bào dân tộc thiểu số» members,
    «651 em là người dân tộc thiểu số (94,8%)» pupils, of a school too.
    """
    unit = catalog.units.get(found.unit_id)
    name = unit.name_vi if unit else found.unit_id
    is_office = (not unit or unit.unit_kind not in (AREA_UNIT, ASSOCIATION)) and not _NO_OFFICE.match(name)
    if found.indicator_id.startswith("staff-") and _PUPILS.match(reading.lead.lower()):
        return True
    if not found.indicator_id.startswith("staff-") or found.indicator_id.startswith("staff-sent") or is_office:
        return False
    return not known(indicators.concepts(reading.sentence)) & {"staff", "teacher"}


def _is_of_a_school(subject: Subject, reading: Reading, indicator: Indicator) -> bool:
    """Return whether a sentence is about a school that nobody names, or its staff, in an article about another."""
    name = subject.name
    clause = reading.before.rpartition(";")[2]
    if school_named(clause, name.lower()) or school_spoken_of(clause, reading.context, name.lower()):
        return False
    if not name and indicator.indicator_id == "staff-total" and "giáo viên" in reading.tail[:40]:
        return True
    is_of_commune = subject.place is not None and subject.place.kind in COMMUNES
    if not name and indicator.indicator_id == "students-total" and not is_of_commune:
        return True  # pupils of a district or province are no figure of the movement
    return re.match(r"\W*(?:Nhà t|T)rường có\b", reading.sentence) is not None and "rường" not in name
