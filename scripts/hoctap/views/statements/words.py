"""How a unit and a value are said inside a sentence: names in small letters, hedges, money as it is spoken."""

import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal

from hoctap.model.catalog import Catalog
from hoctap.model.codes import AREA_UNIT, CENTRAL, FUND, NO_LEVEL, WORKFORCE
from hoctap.model.record import Indicator, Unit
from hoctap.vietnamese.writing import BILLION, MILLION, capitalize_first, lower_first, money, number
from hoctap.views.place import NATION

# Each hedge stays true of the rounded amount.
_ROUNDING = {"nearly": ROUND_UP, "under": ROUND_UP, "about": ROUND_HALF_UP}
# Before an exact number that is shown shorter than the source has it: the words of hedges are the source's own.
ROUNDED = "≈"
NO_NUMBER = "không nêu số cụ thể"
# What Vietnamese writes in small letters inside a sentence: kinds of places, groups of people; bodies keep theirs.
_SMALL = re.compile(
    r"(Tỉnh|Thành phố|Huyện|Quận|Thị xã|Xã|Phường|Thị trấn|Đặc khu|Thôn|Ấp|Các|Cấp ủy|Cán bộ|Công chức|Viên chức"
    r"|Giáo viên|Ngành|Khối|Nguồn|Một|Dòng họ|Câu lạc bộ|Tổ|27 bộ|63 tỉnh)(?=[ ,])"
)
_KEEPS = re.compile(r"(Tỉnh đoàn|Tỉnh ủy|Thành đoàn)\b")
# Those who work somewhere, as frames and names of indicators call them; not where others stand beside them.
_STAFF = re.compile(
    r"\b(?:[Cc]án bộ(?:, (?:công chức|viên chức|giáo viên|người lao động))*|công chức, viên chức)(?!, )"
    r"(?P<level> (?:có )?(?=trình độ))?"
)
# How frames name the fund of a unit; of a unit that is a fund they would say so twice.
_FUND_OF, _TO_FUND = "quỹ khuyến học của ", " cho quỹ khuyến học"
# How a frame ends that says where something is; of a unit that is the place it would say so twice.
_AT = " tại "
_OLD_BORDERS = re.compile(r" \(trước 01/7/2025\)$")


def small(name: str) -> str:
    """Return the name of an indicator as it stands inside a sentence."""
    return lower_first(name)


def unit_name(unit: Unit | None, unit_id: str) -> str:
    """Return a unit's name as it stands inside a sentence; borders are left to the caveat that tells them."""
    if unit is None:
        return unit_id
    # What takes several provinces together lies in the country too, and is not the country.
    if unit.unit_kind == AREA_UNIT and unit.area_id == NATION and unit.level == CENTRAL:
        return "cả nước"
    return name_within(_OLD_BORDERS.sub("", unit.name_vi))


def frame(phrase: str, unit: Unit | None, indicator: Indicator | None) -> tuple[str, str, str]:
    """Return what of the frame of an indicator stands before the unit, between it and the value, and after them."""
    before, _, rest = phrase.partition("{unit}")
    between, _, after = rest.partition("{value}")
    kind = unit.unit_kind if unit else ""
    if kind == FUND:
        before, after = before.removesuffix(_FUND_OF), after.removesuffix(_TO_FUND)
    if kind == WORKFORCE:
        # They have no staff: they are it.
        after = of_people(after, "số người" if indicator and indicator.value_type == "share" else "người")
    what, _, where = after.rpartition(_AT)
    is_there = unit is not None and bool(what) and unit.name_vi.lower().startswith(where.lower())
    return before, between, what if is_there else after


def of_people(words: str, noun: str = "người") -> str:
    """Return the words of a frame or name as they are said of people themselves, who are not called staff once more.

    `cán bộ có trình độ đại học` and `cán bộ trình độ đại học` become `người có trình độ đại học`.
    """
    people = _STAFF.sub(lambda found: f"{noun} có " if found["level"] else noun, words)
    return people.replace("người người", "người")


def staff_in(name: str) -> str:
    """Return the words for staff in the name of an indicator: `cán bộ, giáo viên`; empty if it is not of staff."""
    found = _STAFF.search(name)
    return found.group().removesuffix(found["level"] or "") if found else ""


def named_of(name: str, unit: Unit | None) -> str:
    """Return the name of an indicator as a heading says it of a unit: people who are a staff have none of their own."""
    is_of_people = unit is not None and unit.unit_kind == WORKFORCE
    return capitalize_first(of_people(lower_first(name))) if is_of_people else name


def name_within(name: str) -> str:
    """Return the name of a unit or place as it stands inside a sentence: «tỉnh Nghệ An», «Tỉnh ủy Nghệ An»."""
    return lower_first(name) if _SMALL.match(name) and not _KEEPS.match(name) else name


def kind_of_body(catalog: Catalog, unit_kind: str, level: str) -> str:
    """Return what kind of body, and of which level if it is of one: `Hội khuyến học cấp tỉnh`, `Trường học`."""
    kind = catalog.code_title("unit_kind", unit_kind)
    return kind if level == NO_LEVEL else f"{kind} cấp {catalog.code_title('unit_level', level).lower()}"


def hedge_of(catalog: Catalog, qualifier: str) -> str:
    """Return the word that hedges a value, empty for an exact one."""
    return "" if qualifier in ("exact", "") else catalog.code_title("qualifier", qualifier).lower()


def value_words(catalog: Catalog, indicator: Indicator | None, value: Decimal | None, qualifier: str = "exact") -> str:
    """Return hedge, number and measure: `hơn 12 triệu đồng`, `gần 8.000 hội viên` with the noun the measure has."""
    if value is None:
        return NO_NUMBER
    return _hedged(catalog, qualifier, _measured(catalog, indicator, value), value, indicator)


def bare_value(catalog: Catalog, indicator: Indicator | None, value: Decimal | None, qualifier: str = "exact") -> str:
    """Return the value as a frame takes it: without its noun where the frame has one."""
    if value is None or indicator is None or indicator.value_type != "count":
        return value_words(catalog, indicator, value, qualifier)
    return f"{hedge_of(catalog, qualifier)} {number(value)}".strip()


def _hedged(catalog: Catalog, qualifier: str, words: str, value: Decimal, indicator: Indicator | None) -> str:
    hedge = hedge_of(catalog, qualifier)
    whole = f"{hedge} {words}".strip()
    if indicator and indicator.unit_measure == "dong" and _is_long(value):
        rounded = (value / BILLION).quantize(Decimal("0.1"), _ROUNDING.get(qualifier, ROUND_DOWN))
        return f"{hedge or 'hơn'} {number(rounded)} tỷ đồng ({whole})"
    return whole


def _is_long(value: Decimal) -> bool:
    """Return whether an amount is of billions and cannot be said in them with three decimals."""
    scaled = value / BILLION
    return value >= BILLION and scaled != round(scaled, 3)


def _measured(catalog: Catalog, indicator: Indicator | None, value: Decimal) -> str:
    measure = indicator.unit_measure if indicator else ""
    if measure == "dong":
        return money(value)
    if measure == "phan-tram":
        return f"{number(value)}%"
    title = catalog.code_title("unit_measure", measure).partition("/")[0] if measure else ""
    return f"{number(value)} {title}".strip()


def money_scale(values: list[Decimal]) -> tuple[Decimal, str]:
    """Return the one unit that fits a column or a chart of amounts: that of its largest."""
    top = max(values, default=Decimal(0))
    return (BILLION, "tỷ") if top >= BILLION else (MILLION, "triệu") if top >= MILLION else (Decimal(1), "đồng")


def in_scale(value: Decimal, scale: Decimal, qualifier: str = "exact") -> str:
    """Return an amount in a given unit, short: `5,4` of a hedged one, `≈ 5,4` of an exact one that was rounded here.

    A hedged amount is rounded so that its hedge stays true; an exact one keeps two decimals where they say it all,
    three below one. A small one keeps as many as it needs.
    """
    scaled = value / scale
    if qualifier == "exact" and scaled == round(scaled, 2 if scaled >= 1 else 3):
        return number(scaled.normalize())
    rounding = {"over": ROUND_DOWN, "at_least": ROUND_DOWN, **_ROUNDING}.get(qualifier, ROUND_HALF_UP)
    for decimals in (1, 2, 3):
        if round(scaled, decimals):
            short = scaled.quantize(Decimal(1).scaleb(-decimals), rounding)
            mark = f"{ROUNDED} " if qualifier == "exact" and short != scaled else ""
            return f"{mark}{number(short.normalize())}"
    return number(scaled.normalize())
