"""The one reader of a period: what people write for the time of a figure, as the data writes it, with its kind.

«6 tháng đầu năm 2025» is 2025-01/2025-06, a half-year; «Năm học 2024-2025» is 2024/2025, a school year. `stock_flow`
of the indicator settles what the words leave open (a year is a moment of a stock and a year of a flow). Words with
more than one meaning («cuối năm» of a flow, «2022-2023») and words without a year come back with the text to write.
"""

import re
import unicodedata

from hoctap.load import period_forms as forms
from hoctap.load.period_forms import Read
from hoctap.vietnamese.writing import fold

EXAMPLES = "2024, tháng 6/2024, quý I/2024, 6 tháng đầu năm 2024, năm học 2023-2024, 31/12/2024, giai đoạn 2021-2025"
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
                return Read(must="phải là thời kỳ có thật", cure="xem lại ngày, tháng")
    return _unread(words)


def kind_of_year(period: str, kind: str, stock_flow: str) -> str:
    """Return the kind of a period as the data write it: a bare year of what there is stands for a moment in it."""
    return read_period(period, stock_flow).kind if kind and period.isdecimal() else kind


def _folded(text: str) -> str:
    bare = fold(unicodedata.normalize("NFC", text).replace("–", "-").replace("—", "-"))
    return " ".join(re.sub(r"\s*([-/.])\s*", r"\1", " ".join(bare.split())).split()).strip(" .,;:")


_Y = r"(?P<y>(?:19|20)\d\d)"
_Z = r"(?P<z>(?:19|20)\d\d)"
_TO_NOW = (
    r"(?:(?P<once>mot dot (?:ngay )?)|(?P<since>tu dau nam(?: \d{4})? (?:den|toi) (?:het )?)|"
    r"(?P<cumulative>luy ke (?:tu dau )?(?:den|toi)? ?)|"
    r"(?:tinh )?(?:den|toi)(?: het| nay la| thoi diem)? |tai thoi diem |thoi diem )?"
)
_NGAY = rf"{_TO_NOW}(?:het )?(?:ngay )?"
_TO_MONTH = r"(?:(?P<cumulative>luy ke (?:tu dau )?(?:den|toi)? ?)|(?:tinh )?(?:den|toi) )(?:het |cuoi )?"
_WAYS: tuple[tuple[re.Pattern[str], forms.Way], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (r"(?:19|20)\d\d-\d\d(-\d\d)?(/(?:19|20)\d\d(-\d\d(-\d\d)?)?)?", forms.as_data),
        (r"(?:19|20)\d\d/(?:19|20)\d\d-\d\d(-\d\d)?", forms.as_data),
        (rf"(?:(?:ca )?nam )?{_Y}", forms.of_year),
        (rf"{_NGAY}(?P<d>\d{{1,2}})[/.-](?P<m>\d{{1,2}})[/.-]{_Y}", forms.of_day),
        (rf"{_NGAY}(?P<d>\d{{1,2}}) thang (?P<m>\d{{1,2}}),? nam {_Y}", forms.of_day),
        (rf"{_Y}[-/.](?P<m>\d{{1,2}})[-/.](?P<d>\d{{1,2}})", forms.of_day),
        (rf"(?:thang |t)?(?P<m>\d{{1,2}})(?:[/.-]| nam ){_Y}", forms.of_month),
        (rf"quy (?P<q>iv|i{{1,3}}|[1-4])(?:[/.-]| nam | )?{_Y}", forms.of_quarter),
        (rf"q(?P<q>[1-4])[/.-]? ?{_Y}", forms.of_quarter),
        (rf"{_Y}[-/ ]?q(?P<q>[1-4])", forms.of_quarter),
        (rf"(?P<n>\d{{1,2}}|\w+) thang (?:(?P<end>dau|cuoi) )?nam {_Y}", forms.of_months),
        (rf"(?P<n>\d{{1,2}}|\w+) thang(?: (?P<end>dau|cuoi))?[/ -]{_Y}", forms.of_months),
        (rf"nua (?P<end>dau|cuoi)(?: cua)? nam {_Y}", forms.of_half),
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
        (rf"{_TO_MONTH}thang (?P<m>\d{{1,2}})(?:[/.-]| nam ){_Y}", forms.of_to_month),
        (rf"(?P<n>[23]|hai|ba) quy(?: dau)?(?: nam)?[/ ]{_Y}", forms.of_quarters),
        (rf"(?P<q>iv|i{{1,3}})[/-]{_Y}", forms.of_roman),
        (
            rf"(?:tu )?thang (?P<m>\d{{1,2}})(?:[/-]{_Y})?(?:-| den )(?:thang )?(?P<n>\d{{1,2}})(?:[/-]| nam ){_Z}",
            forms.of_month_span,
        ),
        (rf"(?:(?:tinh )?(?:den|toi) )?(?:het|cuoi) nam {_Y}", forms.of_end_of_year),
        (rf"(?:tinh )?(?:den|toi) nam {_Y}", forms.of_end_of_year),
        (rf"(?:dau|giua) nam {_Y}", forms.of_part_of_year),
        (r"[345]\d{4}", forms.of_serial),
    )
)


def _unread(words: str) -> Read:
    """Return the text to write for words that name a time but not its year, and for two-digit years."""
    if found := re.fullmatch(r"(?:ngay )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})", words):
        cure = f"ghi đủ bốn chữ số của năm: {found[1]}/{found[2]}/20{found[3]}"
        return Read(must="phải có năm bốn chữ số", cure=cure)
    if found := re.fullmatch(r"(?:thang )?(\d{1,2})[/.-](\d{1,2})", words):
        cure = f"ghi đủ như 31/12/2024, hoặc tháng/năm như {min(int(found[1]), 12)}/2024"
        return Read(must="phải rõ năm", cure=cure)
    named = {
        "cuoi nam": "cuối năm 2024", "dau nam": "6 tháng đầu năm 2024", "ca nam": "năm 2024", "nam nay": "năm 2024",
        "nam ngoai": "năm 2024", "nam truoc": "năm 2024", "hien nay": "31/12/2024", "den nay": "đến 31/12/2024",
        "6 thang": "6 tháng đầu năm 2024", "6 thang dau nam": "6 tháng đầu năm 2024", "nam hoc": "năm học 2023-2024",
    }  # fmt: skip
    if text := named.get(words):
        return Read(must="phải ghi rõ năm", cure=f"ghi như «{text}»")
    if re.match(r"hoc ky|hk", words):
        cure = "ghi các tháng của học kỳ, như «tháng 9/2023 đến tháng 1/2024»; cả năm học thì «năm học 2023-2024»"
        return Read(must="phải rõ học kỳ gồm những tháng nào", cure=cure)
    if re.fullmatch(r"quy (iv|i{1,3}|[1-4])", words):
        return Read(must="phải ghi rõ năm", cure=f"ghi như «quý {words[4:].upper()}/2024»")
    return Read(must="phải là một thời kỳ", cure=f"ghi như {EXAMPLES}")
