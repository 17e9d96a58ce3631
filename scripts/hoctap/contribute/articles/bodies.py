"""Bodies that words of an article name beside whom it is about: a fund, a school, an office, a learning centre."""

import re

from hoctap.contribute.articles.headline_offices import UNIONS, body_of_province, offices_in
from hoctap.contribute.articles.named_bodies import OF_OFFICE, body_of_office, own_name
from hoctap.contribute.articles.organisers import giver_in, gives_again
from hoctap.contribute.articles.place_names import COMMUNES, UPPER, places_named
from hoctap.contribute.articles.schools import SCHOOL, school_name, school_named, school_spoken_of
from hoctap.contribute.articles.subject import Subject
from hoctap.contribute.articles.where_bodies_are import place_behind
from hoctap.contribute.articles.whole_names import with_province, within, written
from hoctap.contribute.articles.whose_fund import fund_spoken_of
from hoctap.contribute.articles.words import Reading
from hoctap.contribute.naming.unit_names import PlaceName
from hoctap.contribute.naming.units import Units
from hoctap.model.catalog import Catalog
from hoctap.model.record import Indicator
from hoctap.vietnamese.writing import lower_first

_OTHER_BODY = re.compile(
    r"\W*(?:(?:Cùng với đó|Bên cạnh đó|Ngoài ra|Dịp này|Nhân dịp này|"
    r"(?:Từ|Năm|Trong|Sau|Đến|Tháng|Quý)\b[^,;.]{1,40})\W+)?"
    r"(Chi hội [Kk]huyến học|Công đoàn|Đoàn Thanh niên|Đoàn [Kk]hối|"
    r"Đoàn trường|Chi đoàn|Liên đội|Hội Cha mẹ|Ban đại diện cha mẹ|"
    rf"Hội (?i:{UNIONS}))\b"
)
_OFFICE_ACTS = re.compile(
    r"\W*(?:(?:[Rr]iêng|[Cc]òn|[Tt]rong đó)\W+)?"
    r"((?:(?:Hội [Kk]huyến học|HKH)\s+)?(?:Sở|Cục|Kho bạc|Công an|Bộ Chỉ huy|Tỉnh đoàn|Liên đoàn|Bệnh viện)\b.*)"
)
_LONGEST_OFFICE = 10  # words


_GIVES_WHAT = r"(?:trao|tặng|hỗ trợ|giúp|ủng hộ|góp|đóng góp|vận động|mở)"
# Up to the number: what was given before it, and what it is worth.
_AND_MORE = (
    r"(?:[^,;.]|(?<=\d)[.,](?=\d)|"
    rf", (?=(?:với )?(?:tổng )?(?:trị giá|giá trị|số tiền|kinh phí)\b|(?:đã )?{_GIVES_WHAT}\b))*$"
)
# Who gives that is not named: «các trường trao 1.250 suất quà, huyện đoàn trao 40 suất học bổng, công an huyện …».
_NOT_NAMED = (
    r"(?:các|một số|nhiều) (?:tổ chức đoàn thể|đoàn thể|ban,? ngành|trường|doanh nghiệp|"
    r"nhà hảo tâm|nhà tài trợ|mạnh thường quân|cơ quan|ngành)|"
    rf"phòng (?:gd|giáo dục)|(?:huyện|tỉnh|xã|thành|quận) đoàn|(?:các cấp )?hội {UNIONS}|câu lạc bộ [^,;\d]{{2,30}}"
)
_OFFICES = (
    r"(?:công an|ban chỉ huy quân sự|ban chqs|(?:ủy ban )?mặt trận tổ quốc|(?:ub)?mttq|lđlđ|liên đoàn lao động|"
    r"hội (?:luật gia|doanh nhân|đồng hương)) (?:huyện|tỉnh|xã|thành phố|thị xã|quận)"
)


def _gives(who: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[,;]\s|\bvà )(?:{who})\b[^,;]{{0,24}}\b{_GIVES_WHAT}\b{_AND_MORE}")


_UNNAMED_GIVE, _OFFICES_GIVE = _gives(_NOT_NAMED), _gives(_OFFICES)


def is_given_by_unnamed(subject: Subject, indicator: Indicator, before: str) -> bool:
    """Return whether others gave, or raised, what is counted, of whom the words do not say which they are."""
    low, is_of_office = before.lower(), bool(subject.office or subject.words)
    if indicator.indicator_id == "fund-raised-vnd":
        low = re.sub(r"ủng hộ|tài trợ|(?:đóng )?góp", " ", low)  # what they gave, the association has raised
    low = low.replace(" ".join(own_name(subject).split()[:2]), " ") if is_of_office else low
    if own := re.search(rf"\b{UNIONS}\b", own_name(subject).replace("hội liên hiệp", "")):
        low = re.sub(rf"\bhội (?:liên hiệp )?{own[0]}\b", " ", low)  # «các cấp hội phụ nữ» of an article about it
    gives = _UNNAMED_GIVE.search(low) or (not is_of_office and _OFFICES_GIVE.search(low))
    return indicator.subject_rule != "area" and bool(gives)


# Behind whom a reward was given to: «12 tập thể, 25 cá nhân được Hội Khuyến học Việt Nam tặng bằng khen».
_HONOURED_BY = re.compile(
    r"(?:(?!\b(?:khen|tặng|trao)\b)[^.;])*?"
    r"\b(?:được|(?:(?:bằng|giấy) khen|kỷ niệm chương|cờ thi đua) của) (?:Trung ương |Ban Chấp hành )?(?=H)"
)
_HONOURS = re.compile(r"\b(?:khen|tặng|trao)\b")


def honouring(subject: Subject, indicator: Indicator, reading: Reading) -> PlaceName | None:
    """Return the other association that gave those who are counted a reward: the words behind the number name it."""
    hit = _HONOURED_BY.match(reading.after) if indicator.indicator_id.endswith(("-rewarded", "-medals")) else None
    if hit is None or (re.search(r"\d", hit[0]) and _HONOURS.search(re.split(r"[;.] ", reading.before.lower())[-1])):
        return None  # «khen thưởng 12 tập thể và có 5 cá nhân được Hội Khuyến học Việt Nam …»: the 5 alone
    named = next((name for at, name in places_named(reading.after) if at == hit.end() and name.association), None)
    return named if named and named.core != subject.core else None


def other_body(subject: Subject, before: str, paragraph: str) -> str | None:
    """Return another body that a sentence, or its paragraph, opens with; None where it opens with none."""
    body = _OTHER_BODY.match(before) or (
        (first := _OTHER_BODY.match(paragraph)) and first[1].split()[0].lower() in before.lower() and first
    )
    if not body or body[1].lower() in own_name(subject):
        return None
    return _body_of(subject, body[1], (body.string[body.end() :]).lstrip())


# «đồn cùng Quỹ A trao 15 xe đạp»: who acts stands before it.
_WITH = re.compile(
    r"\b(?:cùng|phối hợp(?: với)?) (?=[A-ZĐ])[^,;]{3,60}?(?=\s(?:đã )?(?:trao|tặng|tổ chức|hỗ trợ|mở)\b)"
)


def body_named(catalog: Catalog, units: Units, subject: Subject, words: str) -> str | None:
    """Return the body that words name: a fund, a school, an office or its association; None where they name none."""
    words = _WITH.sub(" ", words).replace("Quỹ KH ", "Quỹ Khuyến học ")
    body = body_of_office(units, subject, words)
    found = body or association_of_office(units, subject, words) or fund_spoken_of(units, subject, words)
    if found is not None:
        return found
    if school := school_named(words, own_name(subject)):
        return school_at(catalog, units, subject, school, words)
    if (found := _named_shortly(units, subject, words)) is not None:
        return found
    placed = _with_province(catalog, subject, words)
    offices = offices_in(catalog, units, placed, subject.provinces) or offices_in(
        catalog, units, words, subject.provinces
    )
    return offices[0].unit_id if len(offices) == 1 else body_of_province(units, placed) or None


_GIVEN = ("scholarship", "people-", "support-", "gifts-", "bicycles-", "computer-", "literacy-", "reward-")


def is_given(indicator_id: str) -> bool:
    """Return whether an indicator counts what somebody gives."""
    return indicator_id.startswith(_GIVEN)


def school_at(catalog: Catalog, units: Units, subject: Subject, name: str, words: str) -> str:
    """Return a school that words name: its identifier, or its name in full, with its place, if it is not known."""
    known = units.office(name, subject.provinces)
    where = place_behind(re.escape(name), (words,))
    return known[0].unit_id if len(known) == 1 else with_province(catalog, subject, school_name(name), "", where)


def the_school(catalog: Catalog, units: Units, subject: Subject, before: str, paragraph: str) -> str:
    """Return the school that «nhà trường» means in a paragraph about another one than the article; else nothing."""
    name = school_spoken_of(before, paragraph, own_name(subject))
    return school_at(catalog, units, subject, name, paragraph) if name else ""


def giver(catalog: Catalog, units: Units, subject: Subject, indicator: Indicator, before: str) -> str:
    """Return the body, known or not, that a sentence begins with and that gave what is counted; nothing if none did."""
    if not is_given(indicator.indicator_id):
        return ""
    name = giver_in(before) or (subject.giver if gives_again(before) else "")
    if subject.office and name.lower() in own_name(subject):
        return subject.office.unit_id if name else ""
    return giver_named(catalog, units, subject, name) if name else ""


def giver_named(catalog: Catalog, units: Units, subject: Subject, name: str) -> str:
    """Return a body of a name: its identifier, or its name with the place that it is of."""
    known = units.office(name, subject.provinces)
    return known[0].unit_id if len(known) == 1 else with_province(catalog, subject, name, "")


def _named_shortly(units: Units, subject: Subject, words: str) -> str | None:
    """Return the office of the article's province that words open with, without its province: «Sở Y tế trao …»."""
    opening = _OFFICE_ACTS.match(words)
    named = opening[1].split() if opening else []
    for size in range(min(len(named), _LONGEST_OFFICE), 1, -1):
        known = units.office(" ".join(named[:size]), subject.provinces)
        if len(known) == 1 and known[0] != subject.office:
            return known[0].unit_id
    return None


_SAME_OFFICE = re.compile(
    r"\b[Đđ]ơn vị (?:đã|cũng|còn|này)\b|\b(?:của|toàn|trong) (?:sở|trường|công ty|cục|bệnh viện|đơn vị)\b(?! [A-ZĐ])|"
    r"\b(?:Sở|Trường|Công ty|Cục|Bệnh viện) (?:này|cũng|còn)\b"
)


def office_of_line_before(units: Units, subject: Subject, line: str, previous: str) -> str | None:
    """Return the office that the line before opens with, where a line that names nobody says «đơn vị», «của sở»."""
    if subject.office or subject.words or not _SAME_OFFICE.search(line) or places_named(line) or units.named_in(line):
        return None
    return _named_shortly(units, subject, previous)


_OF_THE_HOUSE = re.compile(
    r"(?:của )?(?:[Nn]hà t|[Tt])rường\b|(?:của )?Sở\b|(?:đã|có|hiện|vận động|trao|tặng|tổ chức)\b"
)


def _body_of(subject: Subject, body: str, after: str) -> str:
    """Return the name of another body of the same house; nothing where the words do not say which house."""
    own = subject.office.name_vi.partition(",")[0] if subject.office else subject.words
    school = SCHOOL.match(after)
    house = school[0].strip() if school else own if _OF_THE_HOUSE.match(after) else ""
    return f"{body[:1]}{body[1:].replace('khuyến', 'Khuyến')} {house}" if house else ""


def centre(catalog: Catalog, units: Units, subject: Subject, indicator: Indicator, before: str) -> str:
    """Return the learning centre that does what is counted: «Trung tâm học tập cộng đồng xã A mở 23 lớp»."""
    if not indicator.indicator_id.startswith(("clc-", "literacy-")) or indicator.value_type != "count":
        return ""
    hit = re.search(r"[Tt]rung tâm(?: học tập cộng đồng| HTCĐ)?", before)
    if re.search(r"(?:\d|\b[Cc]ác|\b[Nn]hững)\s*$", before[: hit.start()]) if hit else not subject.is_centre:
        return ""
    named = [name for at, name in places_named(before) if hit and at > hit.start() and name.kind in COMMUNES]
    name = named[0] if named else subject.place if subject.place and subject.place.kind in COMMUNES else None
    if name is None:
        return ""
    known = units.place(name, association=False, provinces=subject.provinces)
    if len(known) == 1:
        place = lower_first(known[0].name_vi)
    else:
        place = ", ".join([written(name), *within(catalog, subject, name, "")])
    return f"Trung tâm học tập cộng đồng {place}"


def association_of_office(units: Units, subject: Subject, words: str) -> str | None:
    """Return the association of the office that an article is about, where the words name it."""
    hit = re.search(r"(?:Hội [Kk]huyến học|HKH)\s+(?=(\w+))", words)
    name = subject.office.name_vi if subject.office else ""
    if hit is None or not name or not OF_OFFICE.match(hit[1]) or not name.lower().startswith(hit[1].lower()):
        return None
    known = units.office(f"Hội Khuyến học {name}", ())
    return known[0].unit_id if len(known) == 1 else f"Hội Khuyến học {name}"


def _with_province(catalog: Catalog, subject: Subject, words: str) -> str:
    """Return the words with the province named where they say «… tỉnh» alone: «Bộ đội Biên phòng tỉnh»."""
    names = {catalog.areas[area].name_vi for area in subject.provinces}
    return re.sub(rf"(?<!toàn )tỉnh(?!\s+{UPPER})", f"tỉnh {names.pop()}", words) if len(names) == 1 else words
