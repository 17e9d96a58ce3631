"""The one reader of a period: what people write for the time of a figure, as the data writes it, with its kind.

«6 tháng đầu năm 2025» is 2025-01/2025-06, a half-year; «Năm học 2024-2025» is 2024/2025, a school year. `stock_flow`
of the indicator settles what the words leave open (a year is a moment of a stock and a year of a flow). Words with
more than one meaning («cuối năm» of a flow, «2022-2023») and words without a year come back with the text to write.
"""

import re
import unicodedata

from hoctap.load import period_forms as forms
from hoctap.load.period_forms import Read
from hoctap.load.unread_periods import impossible, unread
from hoctap.vietnamese.characters import FULL_WIDTH
from hoctap.vietnamese.writing import fold

# Days that Excel counts for 1990 to 2049: outside of it a five-digit number is no date of ours.
SERIALS = range(32874, 54789)


def read_period(text: str, stock_flow: str = "") -> Read:
    """Return the period that a text says of an indicator of this `stock_flow` (empty: not known)."""
    words = _folded(text)
    for pattern, read in _WAYS:
        found = pattern.fullmatch(words)
        if found:
            try:
                return read(found, stock_flow)
            except ValueError:
                return impossible(words)
    return unread(words)


def kind_of_year(period: str, kind: str, stock_flow: str) -> str:
    """Return the kind of a period as the data write it: a bare year of what there is stands for a moment in it."""
    return read_period(period, stock_flow).kind if kind and period.isdecimal() else kind


def _folded(text: str) -> str:
    bare = fold(unicodedata.normalize("NFC", text.translate(FULL_WIDTH)).replace("–", "-").replace("—", "-"))
    return " ".join(re.sub(r"\s*([-/.])\s*", r"\1", " ".join(bare.split())).split()).strip(" .,;:")


_Y = r"(?P<y>(?:19|20)\d\d)"
_Z = r"(?P<z>(?:19|20)\d\d)"
_TO_NOW = (
    r"(?:(?P<once>mot dot (?:ngay )?)|(?P<since>tu dau nam(?: \d{4})? (?:den|toi) (?:het )?)|"
    r"(?P<cumulative>luy ke (?:tu dau )?(?:den|toi)? ?)|"
    r"(?:tinh )?(?:den|toi)(?: het| nay la| thoi diem)? |tai thoi diem |thoi diem )?"
)
_NGAY = rf"{_TO_NOW}(?:het )?(?:ngay )?"
_TO_MONTH = r"(?:(?P<cumulative>luy ke (?:tu dau )?(?:den|toi)? ?)|(?:tinh )?(?:den|toi) )(?:het |cuoi )?|(?:het|cuoi) "
_WAYS: tuple[tuple[re.Pattern[str], forms.Way], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (r"(?:19|20)\d\d-\d\d(-\d\d)?(/(?:19|20)\d\d(-\d\d(-\d\d)?)?)?", forms.as_data),
        (r"(?:19|20)\d\d/(?:19|20)\d\d-\d\d(-\d\d)?", forms.as_data),
        (rf"(?:(?:ca )?nam )?{_Y}", forms.of_year),
        (rf"{_NGAY}(?P<d>\d{{1,2}})[/.-](?P<m>\d{{1,2}})[/.-]{_Y}", forms.of_day),
        (rf"{_NGAY}(?P<d>\d{{1,2}}) thang (?P<m>\d{{1,2}}),? nam {_Y}", forms.of_day),
        (rf"{_Y}(?P<by>[-/.])(?P<m>\d{{1,2}})(?P=by)(?P<d>\d{{1,2}})", forms.of_day),
        (rf"(?:thang |t)?(?P<m>\d{{1,2}})(?:[/.-]| nam ){_Y}", forms.of_month),
        (rf"{_Y}(?:/(?P<m>\d{{1,2}})|-(?P<n>\d))", forms.of_month_last),
        (rf"quy (?P<q>iv|i{{1,3}}|[1-4])(?:[/.-]| nam | )?{_Y}", forms.of_quarter),
        (rf"q(?P<q>[1-4])[/.-]? ?{_Y}", forms.of_quarter),
        (rf"{_Y}[-/ ]?q(?P<q>[1-4])", forms.of_quarter),
        (rf"(?P<n>\d{{1,2}}|\w+) thang (?:(?P<end>dau|cuoi) )?nam {_Y}", forms.of_months),
        (rf"(?P<n>\d{{1,2}}|\w+) thang(?: (?P<end>dau|cuoi))?[/ -]{_Y}", forms.of_months),
        (rf"nua (?P<end>dau|cuoi)(?: cua)?(?: nam)? {_Y}", forms.of_half),
        (rf"(?:nam hoc|nh|n\.h) ?{_Y}[-/](?P<z>\d{{2}}(?:\d\d)?)", forms.of_school_year),
        (rf"(?P<word>giai doan|nhiem ky(?: dai hoi)?|nk|tu nam|tu) {_Y}(?:[-/]| den nam | den ){_Z}", forms.of_span),
        (rf"(?P<word>)(?:nam )?{_Y}[-/]{_Z}", forms.of_span),
        (
            (
                rf"(?:tu )?(?:ngay )?(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}})(?:/{_Y})?(?:-| (?:den|toi) )"
                rf"(?:het )?(?:ngay )?(?P<e>\d{{1,2}})/(?P<n>\d{{1,2}})/{_Z}"
            ),
            forms.of_day_span,
        ),
        (rf"(?:{_TO_MONTH})thang (?P<m>\d{{1,2}})(?:[/.-]| nam ){_Y}", forms.of_to_month),
        (rf"(?P<n>[23]|hai|ba) quy(?: dau)?(?: nam)?[/ ]{_Y}", forms.of_quarters),
        (rf"(?P<q>iv|i{{1,3}})[/-]{_Y}", forms.of_roman),
        (
            rf"(?:tu )?thang (?P<m>\d{{1,2}})(?:[/-]{_Y})?(?:-| den )(?:thang )?(?P<n>\d{{1,2}})(?:[/-]| nam ){_Z}",
            forms.of_month_span,
        ),
        (rf"(?:tu )?(?P<m>\d{{1,2}})/{_Y}(?:-| den | toi )(?P<n>\d{{1,2}})/{_Z}", forms.of_month_span),
        (rf"(?:(?:tinh )?(?:den|toi) )?(?:het|cuoi)(?: nam)? {_Y}", forms.of_end_of_year),
        (rf"(?:tinh )?(?:den|toi) nam {_Y}", forms.of_end_of_year),
        (rf"(?:dau|giua) nam {_Y}", forms.of_part_of_year),
        (r"[345]\d{4}", forms.of_serial),
    )
)
