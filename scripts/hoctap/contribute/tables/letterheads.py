"""The letterhead over a table: the body that wrote, put together of the lines that name its superior, it and its place.

«HUYỆN ỦY QUỲNH LƯU / TRUNG TÂM BỒI DƯỠNG CHÍNH TRỊ» is the centre of that district, «HỘI LHPN VIỆT NAM / BAN CHẤP HÀNH
TỈNH CAO BẰNG» the union of that province. To whom a letter goes and who signed it does not say whose its figures are.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hoctap.contribute.naming.bodies import COMMITTEES, OFFICE, ORGAN, OTHERS
from hoctap.contribute.naming.kinds_of_places import KINDS, NO_NAME, VILLAGES, one_of
from hoctap.contribute.naming.unit_names import is_of_place, parse_place, plain
from hoctap.contribute.naming.units import Units
from hoctap.contribute.naming.words import spelled, written_out
from hoctap.contribute.tables.labels import is_measure, label

# Lines of every letter, which name nobody.
_OF_LETTERS = re.compile(
    r"\W*|cộng hòa xã hội chủ nghĩa việt nam|đảng cộng sản việt nam|độc lập\W+tự do\W+hạnh phúc|"
    r"số\s*[:.…].*|số \d+\s*[-/].*|v/v .*|(?:t\.?m|k\.?t|t\.?l|tuq|thừa lệnh)\.? .*|"
    r"(?:biểu|mẫu)(?: số)?\s*\w{1,3}\s?[/-].*"
)
_TO = re.compile(r"kính gửi|nơi nhận|(?:người|đơn vị|cơ quan) nhận|^(?:nơi )?gửi (?:về|đến|cho)\b")
# What a form asks for: who fills it in.
_WHO = re.compile(
    r"^\W*(?:tên )?(?:cơ quan|đơn vị|tổ chức)(?:,? (?:cơ quan|đơn vị|tổ chức))*"
    r"(?: (?:báo cáo|gửi|thực hiện|lập|điền|biểu|phiếu))*\s*:\s*(?=\w)",
    re.IGNORECASE,
)
# «TRƯỜNG ĐẠI HỌC … / PHÒNG TỔ CHỨC - NHÂN SỰ»: what it counts is the school's, unless it says «của phòng».
_INSTITUTION = re.compile(
    r"(?:trường|đại học|học viện|viện|bệnh viện|công ty|tổng công ty|tập đoàn|nhà máy|xí nghiệp|ngân hàng|kho bạc|"
    r"cục|chi cục|bảo hiểm|(?:tổng )?liên đoàn|công đoàn|tỉnh đoàn|huyện đoàn|hội (?!khuyến học))\b"
)
_DEPARTMENT = re.compile(
    r"(?:phòng|ban|tổ|văn phòng) (?:tổ chức|khuyến học$|tuyên giáo|nữ công|chính sách|phong trào|"
    r"hành chính|nhân sự|đào tạo|kế hoạch|tài vụ|tài chính|kế toán|công tác|"
    r"tổng hợp|quản trị|quản lý|đối ngoại|truyền thông|thi đua|chính trị|khoa học|hợp tác|khảo thí|thanh tra)\b|"
    r"văn phòng$"
)
_OF_DEPARTMENT = re.compile(r"\b(?:của|trong|toàn) (?:phòng|ban|văn phòng)\b")
_LISTED = re.compile(r"^\s*[-–+•]|[;,]$")
_DATED = re.compile(r"^([^\d,:;]{2,40}), (?:ngày|tháng)\b")
# A place named alone on a line, and at the end of one.
_KIND_FIRST = re.compile(rf"(?:{KINDS}|{one_of(VILLAGES)}) (?!{NO_NAME})\w")
_PLACE_LAST = re.compile(rf"(?:^|[\s,])({KINDS}) (?!{NO_NAME})([^,]+?)(?:,|$)")
_KIND_LAST = re.compile(rf"\s({KINDS})$")
_NO_NAME = re.compile(
    r"(?:19|20)\d\d|\b(?:kết quả|tổng hợp|báo cáo|số liệu|thống kê|danh sách|tình hình|biểu|tính đến|gửi|đạt|có|đã|"
    r"hiện|công tác|phong trào|thu chi|hoạt động)\b|^các\b|[.:;?]$"
)
_LEADS = re.compile(r"như sau|sau đây|dưới đây|\b(?:bảng|biểu|phụ lục|số liệu)\b")
_LONGEST = 100
_COUNTRY = re.compile(r"\s*\b(?:trung ương|việt nam)\b\s*")
_YOUTH = re.compile(r"đoàn (?:thanh niên cộng sản|thanh niên) hồ chí minh\s*")


@dataclass(frozen=True, slots=True)
class Letter:
    """The lines that say whose figures a table holds, who wrote as one of them; and those that name its superiors.

    `writer` is that of the lines which the letterhead is, the last of several; empty where there is none.
    """

    lines: Sequence[str]
    superiors: Sequence[str]
    writer: str = ""


def letter_of(units: Units, lines: Sequence[str]) -> Letter:
    """Return the lines above a table with each letterhead as one name; of several, with the last."""
    kept, seat = list(_without_departments(list(_without_forms(lines)))), _seat(lines)
    out: list[tuple[bool, str]] = []
    superiors: list[str] = []
    at = 0
    while at < len(kept):
        names, size = _names(units, kept[at:])
        if not size:
            out.append((False, kept[at]))
            at += 1
            continue
        at += size
        *above, own = names
        if above:
            out, superiors = [each for each in out if not each[0]], above
        out.append((True, _written(units, own, above[-1] if above else "", seat)))
    named = any(is_name for is_name, _ in out)
    prose = [line for is_name, line in out[:-1] if not is_name and _is_prose(line)] if named else []
    writer = next((line for is_name, line in reversed(out) if is_name), "")
    return Letter([line for _, line in out if line not in prose], superiors, writer)


def _is_prose(line: str) -> bool:
    """Return whether a line is a sentence of a report that leads to no table: what it names is not the table's."""
    return line != line.upper() and line.endswith((".", ";")) and not _LEADS.search(spelled(line))


def _without_forms(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines that are no form of a letter: mottos, its number, to whom it goes, who signed it."""
    listing = False
    for line in map(_who, lines):
        text = spelled(line)
        if _TO.search(text) and len(text) < _LONGEST:
            listing = True
        elif listing and _LISTED.search(line):
            continue
        elif not _OF_LETTERS.fullmatch(text):
            listing = False
            if not _DATED.match(text):
                yield line


def _without_departments(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines without the department that wrote for its school, hospital or company, unless it is of itself."""
    texts = [written_out(line) for line in lines]
    is_of_itself = any(map(_OF_DEPARTMENT.search, texts))
    for line, text, before in zip(lines, texts, ["", *texts], strict=False):
        if is_of_itself or not (_DEPARTMENT.match(text) and _INSTITUTION.match(before)):
            yield line


def _who(line: str) -> str:
    """Return who fills in a form, of the line that asks for it; any other line, and a measure, as it is."""
    measures = re.split(r"[,;]\s*", label(line).measure)
    return line if any(map(is_measure, filter(None, measures))) else _WHO.sub("", unicodedata.normalize("NFC", line))


def asked_in(lines: Sequence[str]) -> str:
    """Return what the last line that asks who fills in a form has for an answer; empty where no line does."""
    answers = (answer for line in reversed(lines) if (answer := _who(line)) != unicodedata.normalize("NFC", line))
    return next(answers, "")


def _seat(lines: Sequence[str]) -> str:
    """Return where a letter was written: «Quỳnh Lưu, ngày 15 tháng 01 năm 2024»."""
    found = [hit[1].strip() for line in lines if (hit := _DATED.match(line.strip()))]
    return found[-1] if found else ""


def _names(units: Units, lines: Sequence[str]) -> tuple[list[str], int]:
    """Return the bodies that lines name from the first one on, the superior first, and how many lines these are."""
    names: list[str] = []
    for at, line in enumerate(lines):
        text = plain(line)
        is_name = len(text) < _LONGEST and not _NO_NAME.search(spelled(line))
        joined = f"{names[-1]} {line}" if names else ""
        if joined and is_name and _goes_on(units, names[-1], line, joined):
            names[-1] = joined
        elif is_name and units.office(line, ()):
            names.append(line)
        elif is_name and ORGAN.match(text) and (names or _is_body(ORGAN.sub("", text))):
            names = _with_organ(units, names, ORGAN.sub("", text))
        elif is_name and _is_body(text):
            names.append(line)
        elif names and is_name and _KIND_FIRST.match(spelled(line)):
            names[-1] += f"{',' if _place_in(units, names[-1]) else ''} {line}"
        else:
            return names, at
    return names, len(lines)


def _goes_on(units: Units, name: str, line: str, joined: str) -> bool:
    """Return whether a name was broken over two lines: «TRUNG TÂM BỒI DƯỠNG», «CHÍNH TRỊ HUYỆN QUỲNH LƯU»."""
    is_whole = bool(units.office(name, ())) or bool(_place_in(units, name))
    if is_whole or OTHERS.match(plain(line)):
        return False
    return bool(units.beginning(joined)) or _is_known(units, joined)


def _is_known(units: Units, name: str) -> bool:
    place = parse_place(name)
    of_place = place.association and units.place(place, association=True, provinces=())
    return bool(of_place or units.office(name, ()))


def _is_body(text: str) -> bool:
    return bool(OFFICE.match(text) or OTHERS.match(text))


def _with_organ(units: Units, names: list[str], rest: str) -> list[str]:
    """Return the bodies with that for which an organ speaks; `rest` is its name, its place, or nothing."""
    *above, body = names or [""]
    if _is_body(rest):
        return names if plain(body).startswith(rest) else [*names, rest.upper()]
    return [*above, _of_organ(units, body, rest)]


def _of_organ(units: Units, body: str, rest: str) -> str:
    """Return the body of the place that the line of its organ names: «HỘI LHPN VIỆT NAM», «BCH TỈNH CAO BẰNG»."""
    if not rest:
        return body
    if _YOUTH.match(plain(body)):
        kind, name = rest.split(" ", 1) if _KIND_FIRST.match(rest) else ("", rest)
        return f"{kind} đoàn {name}".strip().upper()
    whole = f"{spelled(body)} {rest}"
    return (whole if _is_known(units, whole) else f"{_COUNTRY.sub('', spelled(body))} {rest}").upper()


def _place_in(units: Units, text: str) -> tuple[str, str] | None:
    """Return kind and name of the place that the name of a body ends with; of a province without its kind, «tỉnh»."""
    bare = written_out(text).strip()
    for committee, kind in COMMITTEES.items():
        if bare.startswith(f"{committee} "):
            return kind, bare.removeprefix(committee).partition(",")[0].strip()
    if hit := _PLACE_LAST.search(bare):
        return hit[1], hit[2].strip()
    found = units.places(text)
    return ("tỉnh", units.name_of(found[0])) if found else None


def _written(units: Units, own: str, superior: str, seat: str) -> str:
    """Return the name of the body that wrote with the place that other lines say; the first that the register has."""
    text, above = written_out(own).strip(), _place_in(units, superior) if superior else None
    if kind := _KIND_LAST.search(text):  # «HỘI KHUYẾN HỌC TỈNH» under «UBND TỈNH TUYÊN QUANG»
        names = [name for at, name in (above or ("", ""), (kind[1], seat)) if at == kind[1] and name]
        ways = [f"{own} {name}" for name in names]
    elif here := _place_in(units, own):
        ways = [own, *([f"{own}, {above[0]} {above[1]}"] if above and above[1] not in text else ())]
        # «BỆNH VIỆN … NGHỆ AN» under «SỞ Y TẾ NGHỆ AN»
        if above and spelled(" ".join(here)) == spelled(" ".join(above)) and spelled(" ".join(here)) not in text:
            ways.append(f"{text.removesuffix(spelled(here[1]))}{' '.join(here)}")
        ways = ways if OFFICE.match(plain(own)) else ways[::-1]
    else:
        places = [" ".join(above), above[1]] if above else [f"{kind} {seat}" for kind in KINDS.split("|") if seat]
        ways = [*(f"{own} {place}" for place in places), own]
    written = [way.upper() if own.isupper() else way for way in ways]
    known = (name for way in written if (name := _known(units, way)))
    return next(known, written[0] if above and written else own)


def _known(units: Units, name: str) -> str:
    """Return a name of the register, or the one that goes on from it with nothing but where it is; else nothing."""
    if _is_known(units, name):
        return name
    found = units.beginning(name) if _place_in(units, name) else []
    return found[0].name_vi if len(found) == 1 and not is_of_place(found[0]) else ""
