"""Which one unit the lines above a table are about: an office by its own name, else the smallest place they name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hoctap.contribute.naming.bodies import AUTHORITIES, OFFICE, OFFICES, OTHERS
from hoctap.contribute.naming.kinds_of_places import COMMUNES, DISTRICTS, KINDS, NO_NAME, VILLAGES, one_of
from hoctap.contribute.naming.named_places import AFTER_NAME
from hoctap.contribute.naming.unit_names import OLD, PlaceName, ends_there, is_of_place, parse_place, plain
from hoctap.contribute.naming.units import Units
from hoctap.contribute.naming.words import spelled, written_out
from hoctap.contribute.tables.letterheads import Letter, letter_of
from hoctap.model.codes import ASSOCIATION, PROVINCE
from hoctap.model.record import Unit

_PLACE = re.compile(rf"(?<!các )(?<!cấp )(?<!của các )\b({KINDS}) (?!{NO_NAME})(\w+(?:(?: [-–] |[ -])\w+){{0,5}})")
# From the largest to the smallest; a «thành phố» may be a province or in one.
_SIZES = {kind: at for at, kinds in enumerate((("tỉnh",), ("thành phố",), DISTRICTS, COMMUNES)) for kind in kinds}
# A fund that is no one's own: «Quỹ khuyến học, khuyến tài năm 2023»; «Quỹ khuyến học Lam Sơn» is a body.
_COMMON_FUND = re.compile(
    rf"quỹ(?:,? (?:và )?(?:khuyến học|khuyến tài|hội|học bổng|khen thưởng|xã hội hóa))*+{AFTER_NAME}"
)
# «Quỹ Khuyến học tỉnh Điện Biên» behind «của» is one; several bodies at once are none that the register has.
_FUND_OF_PLACE = re.compile(rf"quỹ (?:(?:,|và|khuyến học|khuyến tài|học bổng)\W+)*(?:{KINDS}) (?!{NO_NAME})\w")
_AUTHORITY = re.compile(rf"^(?:{AUTHORITIES})\b")
# «CỦA UBND TỈNH X», «DO BAN CHỈ ĐẠO … TỈNH X TỔNG HỢP»: a place that is named as that of who leads it.
_LED = re.compile(rf"\b(?:(?:{AUTHORITIES}|ban quản lý)\b(?: \w+){{0,8}}?) (?:{KINDS}) (?!{NO_NAME})(?=\w)")
_ASSOCIATION_OF_PLACE = re.compile(rf"hội khuyến học (?:{KINDS}) (?!{NO_NAME})\w")
_ASSOCIATION = re.compile(r"hội khuyến học\b(?! việt nam)")
_SEVERAL = re.compile(rf"^các (?:{OFFICES})\b(?!.*\b(?:trên địa bàn|trong|toàn)\b)")
# A line about an office and its place: its place is not what the table is about.
_OF_OFFICE = re.compile(rf"(?:^|của |cùng )(?:(?:ban|ủy ban nhân dân)\b|{OFFICE.pattern.removeprefix('^')})")
# «KẾT QUẢ NĂM 2024 CỦA CÂU LẠC BỘ …»: what stands behind is a body, unless it is one of many.
_WHOSE = re.compile(r"^.*\bcủa\s+(?!các\b)", re.IGNORECASE)
_OF_MANY = re.compile(
    r"^(?:trường|trung tâm) (?:học|công lập|ngoài)\b|^phòng (?:chuyên môn|nghiệp vụ)\b|"
    r"\b(?:trên địa bàn|trong|toàn|cấp|thuộc)\b|"
    rf"(?!đảng|ngành){OFFICE.pattern}{AFTER_NAME}"
)
_SENTENCE = re.compile(r"^trường (?:có|đã|hiện)\b|như sau|[.;]$")
# «(Kèm theo Thông báo của Hội đồng quản lý Quỹ)»: the organ of a body that another line names.
_OWN_ORGAN = re.compile(
    r"\bcủa (?:hội đồng quản lý|hội đồng quản trị|ban (?:quản lý|chấp hành|thường vụ|thường trực|giám hiệu|giám đốc))"
    r"(?: (?:quỹ|trường|hội|họ|công ty))?$"
)
_FIELD = re.compile(rf"(?<!\w)({KINDS})\s*:\s*([^:;–-]+)(?=$|[;–-])", re.IGNORECASE)
_ALL = re.compile(r"(?:tất cả|toàn bộ|toàn (?:tỉnh|huyện|xã))\b|[.…_]+")
# What a line calls by its name, and where it is, on the line after it.
_WHERE = re.compile(rf"\W*(?:{KINDS}|{one_of(VILLAGES)})\s")
# «Hội Khuyến học Dòng họ Nguyễn»: of a body, which no kind of place stands before.
_ASSOCIATION_OF = re.compile(
    rf"hội khuyến học (?!(?:{KINDS}|việt nam|các|cấp|cơ sở|toàn)\b)"
    rf"(?!(?<=học ){AFTER_NAME})\w"
)
# «… CỦA ĐẢNG BỘ KHỐI HAI NHIỆM KỲ 2010 - 2015 VÀ 2015 - 2020», «… QUA CÁC NĂM»: of which times a title is.
_TIMES_BEHIND = re.compile(
    r"\s+(?:(?:qua|trong|từ) )?(?:(?:các|hai|ba|bốn|năm|\d+) )?(?:nhiệm kỳ|giai đoạn|năm(?: học)?|quý|tháng)\b.*$",
    re.IGNORECASE,
)
_IN_QUESTION = 4  # words of a name that is asked about
_LONGEST = 120
_Subject = tuple[Unit | None, PlaceName | None, str]


def subject_of_titles(units: Units, lines: Sequence[str], provinces: Sequence[str]) -> _Subject:
    """Return the office and the place that lines are about; last, what they name that the register does not know.

    A body that is not known is never replaced by the association of the place it is in.
    """
    if branch := _branch(units, lines, provinces):
        others = [line for line in lines if branch[0] not in units.named_in(line)]
        return branch[0], _place_of_office(units, others, "", provinces), ""
    letter = letter_of(units, lines := [_without_field(line) for line in lines])
    lines, places = letter.lines, [*letter.superiors, *letter.lines]
    names_association = False  # below a letterhead, of another body
    for at, line in reversed(list(enumerate(lines))):
        if own := _by_own_name(units, lines[at : at + 2], places, provinces):
            return own, _place_of_office(units, places, line, provinces), ""
        names_association = names_association or _ASSOCIATION_OF_PLACE.search(written_out(line)) is not None
        if body := _body(units, line, provinces) or ("" if names_association else _writer(letter, line)):
            ways = (_TIMES_BEHIND.sub("", body), body)
            named = next((found for each in ways if (found := units.office(each, provinces))), units.named_in(line))
            named = named or units.office(line, provinces)
            known = units.not_elsewhere(named, places, provinces)
            if len(known) != 1 or not _is_itself(known[0], plain(body)):
                is_authority = line == letter.writer and _AUTHORITY.match(plain(line))
                return None, _smallest_place(units, lines, provinces)[0] if is_authority else None, body
            return known[0], _place_of_office(units, places, body, provinces), ""
    place, unknown = _smallest_place(units, lines, provinces)
    return None, place, unknown or (_leader(units, lines, provinces, place) if place else "")


def _without_field(line: str) -> str:
    """Return a line of a form or an export that asks for a place as people write it: «Huyện: Mường Khương».

    «Xã: Tất cả» names none.
    """
    return _FIELD.sub(lambda hit: "" if _ALL.match(spelled(hit[2])) else f"{hit[1]} {hit[2]}", line)


def _by_own_name(units: Units, two: Sequence[str], lines: Sequence[str], provinces: Sequence[str]) -> Unit | None:
    """Return the office or body whose name the first of two lines is, alone or with the second that says where."""
    line, after = (*two, "")[:2]
    for text in (f"{line}, {after}" if _WHERE.match(spelled(after)) else "", line):
        named = [unit for unit in units.office(text, provinces) if not is_of_place(unit)] if text else []
        found = units.not_elsewhere(named, lines, provinces)
        if len(found) == 1:
            return found[0]
    return None


def _writer(letter: Letter, line: str) -> str:
    """Return a line that is the letterhead of a body of another kind than offices: «UBND TỈNH ĐIỆN BIÊN»."""
    text = plain(line)
    is_other = OTHERS.match(text) and not text.startswith("hội khuyến học")
    return line if line == letter.writer and is_other else ""


def _leader(units: Units, lines: Sequence[str], provinces: Sequence[str], place: PlaceName) -> str:
    """Return who leads a place that lines name in no other way, nor an association: «… CỦA UBND TỈNH ĐIỆN BIÊN»."""
    texts = [written_out(line) for line in lines]
    led = next((hit[0] for text in texts if (hit := _LED.search(text))), "")
    if not led or any(map(_ASSOCIATION.search, texts)):
        return ""
    named, _ = _smallest_place(units, [_LED.sub(" ", text) for text in texts], provinces)
    is_named = named is not None and (named.kind, named.core) == (place.kind, place.core)
    return "" if is_named else f"{led}{place.spelling}"


def _place_of_office(units: Units, lines: Sequence[str], own: str, provinces: Sequence[str]) -> PlaceName | None:
    """Return the place that lines name which are about no office; `own` is that of the one found."""
    titles = [each for each in lines if each != own and not _OF_OFFICE.search(plain(each))]
    return _smallest_place(units, titles, provinces)[0]


def _body(units: Units, line: str, provinces: Sequence[str]) -> str:
    """Return what a line names that is no place: an office, a club, a fund with a name; empty where it names none."""
    text = plain(line)
    if len(text) >= _LONGEST or _SENTENCE.search(spelled(line)) or _OWN_ORGAN.search(text):
        return ""
    if OFFICE.match(text) or _SEVERAL.match(written_out(line)):
        return line
    whose = _WHOSE.sub("", line)
    if (after := re.sub(r"^.*\bcủa\s+", "", line, flags=re.IGNORECASE)) != line and _begins_with_body(units, after):
        return after
    if whose != line and OFFICE.match(plain(whose)) and not _OF_MANY.search(written_out(whose)):
        return whose
    for part in (line, whose):
        written = written_out(part)
        is_own = not _COMMON_FUND.match(written) or (part != line and _FUND_OF_PLACE.match(written))
        if written.startswith("quỹ ") and is_own:
            return part
    written = written_out(line)
    return line if _ASSOCIATION_OF.match(written) and not _names_place(units, line, provinces) else ""


def _begins_with_body(units: Units, text: str) -> bool:
    """Return whether a text is, or begins with, the name of a body of the register: «QUỸ … TỈNH BẠC LIÊU NĂM 2023»."""
    names = [plain(OLD.sub("", each)) for unit in units.named_in(text) for each in (unit.name_vi, unit.short_name)]
    is_body = any(not is_of_place(unit) for unit in units.office(text, ()))
    return is_body or any(each and plain(text).startswith(each) for each in names)


def _names_place(units: Units, line: str, provinces: Sequence[str]) -> bool:
    """Return whether an association is that of a place named without its kind: «Hội Khuyến học Hà Nội»."""
    bare = plain(line).removeprefix("hội khuyến học ")
    is_province = any(f"{bare} ".startswith(f"{plain(units.name_of(area))} ") for area in units.places(line))
    return is_province or bool(units.place(parse_place(line), association=True, provinces=provinces))


def _branch(units: Units, lines: Sequence[str], provinces: Sequence[str]) -> list[Unit]:
    """Return the one branch of a province that lines speak of, whichever office writes: «… CỦA NGÀNH Y TẾ TỈNH …»."""
    named = [unit for line in lines for unit in units.named_in(line) if plain(unit.name_vi).startswith("ngành ")]
    found = units.not_elsewhere(list(dict.fromkeys(named)), lines, provinces)
    return found if len(found) == 1 else []


def _is_itself(unit: Unit, text: str) -> bool:
    """Return whether a line is about a unit, not about a body in it: «Chi hội khuyến học Trường THPT Lộc Phát».

    A clan speaks through its «Ban khuyến học».
    """
    head, own = OFFICE.match(text), OFFICE.match(plain(unit.name_vi))
    if text.startswith("hội khuyến học") and unit.unit_kind != ASSOCIATION:
        return False
    return head is None or own is None or head[0] == own[0] or (head[0], own[0]) == ("ban khuyến học", "dòng họ")


def _smallest_place(units: Units, lines: Sequence[str], provinces: Sequence[str]) -> tuple[PlaceName | None, str]:
    """Return the smallest place that lines name, the nearest; else what it names that the register does not know there.

    «1. Huyện A» is of the table before the one under «2. Huyện B».
    """
    named = list(_places(units, lines, provinces))
    lowest = max((_SIZES[kind] for _, kind, _, _ in named), default=0)
    last = max((at for at, kind, _, _ in named if _SIZES[kind] == lowest), default=0)
    here = [(place, words) for at, kind, place, words in named if (at, _SIZES[kind]) == (last, lowest)]
    unknown = next((words for place, words in here if place is None), "")
    return (None, unknown) if unknown or not here else (here[0][0], "")


def _places(
    units: Units, lines: Sequence[str], provinces: Sequence[str]
) -> Iterator[tuple[int, str, PlaceName | None, str]]:
    """Yield the line, kind, name and words of the places of lines; None for one not known, or known elsewhere only."""
    for at, line in enumerate(lines):
        text = written_out(line)
        for hit in _PLACE.finditer(text):
            if _is_no_name(hit, line):
                continue
            name = _longest_known(units, hit[1], hit[2].split(), line, provinces)
            if name is None:
                if hit[1] != "tỉnh":
                    yield at, hit[1], None, f"{hit[1]} {' '.join(hit[2].split()[:_IN_QUESTION])}"
                continue
            after = _after(name, line)  # other lines may be of another table; they count where it is not said here
            around = after if units.places(after) else ", ".join((after, *lines[:at], *lines[at + 1 :]))
            there = name if hit[1] == "tỉnh" else replace(name, rest=around)
            yield at, hit[1], there if _known(units, there, provinces) else None, f"{hit[1]} {name.spelling}"


def _is_no_name(hit: re.Match[str], line: str) -> bool:
    """Return whether a word behind a kind of place is written small in running text, where names are not."""
    words = rf"{hit[1]}\W+(?=({re.escape(hit[2].split()[0])}))"
    found = [] if line in (line.upper(), line.lower()) else list(re.finditer(words, line, re.IGNORECASE))
    return bool(found) and all(each[1].islower() for each in found)


def _after(name: PlaceName, line: str) -> str:
    """Return what stands after a name in a line, in its own letters; all of a line that writes the name otherwise."""
    hit = re.search(r"\W+".join(map(re.escape, name.spelling.split())), line, re.IGNORECASE)
    return line[hit.end() :] if hit else line.upper()


def _longest_known(
    units: Units, kind: str, words: Sequence[str], line: str, provinces: Sequence[str]
) -> PlaceName | None:
    """Return the longest name of the register that words begin with and that ends where the name in the line does."""
    for size in range(len(words), 0, -1):
        name = parse_place(f"{kind} {' '.join(words[:size])}")
        known = _known(units, name, provinces)
        if any(unit.level == PROVINCE for unit in known) or (known and ends_there(f"{kind} {name.spelling}", line)):
            return name
    return None


def _known(units: Units, name: PlaceName, provinces: Sequence[str]) -> list[Unit]:
    return [unit for each in (True, False) for unit in units.place(name, association=each, provinces=provinces)]
