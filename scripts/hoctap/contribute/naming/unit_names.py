"""A name of a unit taken apart, and how two of them are compared."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from hoctap.contribute.naming.kinds_of_places import KINDS
from hoctap.contribute.naming.named_places import AFTER_NAME
from hoctap.contribute.naming.words import spelled, written_out
from hoctap.model.codes import ASSOCIATION
from hoctap.model.record import Unit

_ASSOCIATION = re.compile(r"^(ban chấp hành )?hội khuyến học\s*")
_KIND = re.compile(rf"^({KINDS})\s+(.+)$")
OLD = re.compile(r"\(trước [^)]*\)|\(cũ\)")
NEW = re.compile(r"\((?:mới|sau (?:sáp nhập|sắp xếp|hợp nhất)[^)]*)\)")
_MARKED = {
    "hoi khuyen hoc": "hội khuyến học", "thanh pho": "thành phố", "thi xa": "thị xã", "thi tran": "thị trấn",
    "huyen": "huyện", "quan": "quận", "xa": "xã", "phuong": "phường", "tinh": "tỉnh",
}  # fmt: skip
# «H. Đơn Dương», «Q.Đống Đa»: a kind cut down to its first letter before a name.
_SHORT_KINDS = {"H": "huyện", "Q": "quận", "X": "xã", "P": "phường", "T": "tỉnh", "TT": "thị trấn", "TX": "thị xã"}
_SHORT = re.compile(r"(?<!\w)(H|Q|X|P|TT|TX|T)\.\s*(?=[A-ZĐÂĂÊÔƠƯ])")
_SMALL_SHORT = re.compile(r"(?<!\w)(h|q|x|p|tt|tx|t)\.\s*(?=[^\W\d_]{2})")
# The sign of a note at the end of a name: «Cao Phong (1)», «Tuy Phước*».
FOOTNOTE = re.compile(r"(?:\s*(?:\(\*+\)|\*+|\(\d{1,2}\)|\[\d{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹]+))+\s*$")
_LOOSE = re.compile(r"[,.;:()–—\-“”\"']|\s&\s")


# Spellings of names of before or beside that of the register.
_SPELLINGS = {
    "bắc cạn": "bắc kạn", "bắc kan": "bắc kạn", "đắc": "đắk", "đăk": "đắk", "đăc": "đắk", "lắc": "lắk", "lăk": "lắk",
    "lăc": "lắk", "đaklak": "đắk lắk", "đăklăk": "đắk lắk", "đắklắk": "đắk lắk", "qui nhơn": "quy nhơn",
    "kontum": "kon tum", "con tum": "kon tum",
}  # fmt: skip
_SPELLINGS_FORM = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(_SPELLINGS, key=len, reverse=True))})(?!\w)")


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Return a name for comparing: abbreviations written out, punctuation gone, of two spellings one."""
    return _SPELLINGS_FORM.sub(lambda hit: _SPELLINGS[hit[0]], _as_spelled(text))


def _as_spelled(text: str) -> str:
    return " ".join(_LOOSE.sub(" ", written_out(text)).split())


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name taken apart: is it the association's, which kind of place, its own name, what stands after a comma.

    `core` is for comparing; `spelling` is that of the text: «đắc sở», whose core is «đắk sở».
    """

    association: bool
    kind: str
    core: str
    rest: str
    spelling: str = field(default="", compare=False)


def kinds_written_out(text: str) -> str:
    """Return a name with its kinds of places written out: «HKH H. Đơn Dương», also all in small letters."""
    form = _SMALL_SHORT if text == text.lower() else _SHORT
    return form.sub(lambda found: f"{_SHORT_KINDS[found[1].upper()]} ", text)


@lru_cache(maxsize=8192)
def parse_place(text: str) -> PlaceName:
    """Return the parts of «HKH huyện Đam Rông, tỉnh Lâm Đồng»."""
    text = kinds_written_out(FOOTNOTE.sub("", text))
    whole = spelled(NEW.sub("", OLD.sub("", written_out(text)))).strip(" .:;-")
    whole = _marked(whole) if whole.isascii() else whole
    bare = _ASSOCIATION.sub("", whole)
    first, _, rest = bare.partition(",")
    if not rest and (found := re.match(rf"^((?:{KINDS})\s+.+?)\s+((?:tỉnh|thành phố)\s+.+)$", first)):
        first, rest = found[1], found[2]
    kind = _KIND.match(first.strip())
    core = kind[2] if kind else first
    return PlaceName(bare != whole, kind[1] if kind else "", plain(core), _as_spelled(rest), _as_spelled(core))


def _marked(text: str) -> str:
    """Return a text typed without tone marks with those of the association and of kinds of places put back."""
    for words, marked in _MARKED.items():  # «Tinh Ha Tinh»: the kind stands first, or after a comma
        text = re.sub(rf"(^|,\s*|hội khuyến học\s+){words}(?!\w)", rf"\1{marked}", text)
    return text


def is_of_place(unit: Unit) -> bool:
    """Return whether a unit is the association of a place, which has figures of the place beside its own."""
    return unit.unit_kind == ASSOCIATION and bool((name := parse_place(unit.name_vi)).association and name.kind)


def ends_there(name: str, text: str) -> bool:
    """Return whether a name in a line ends where the name in the line does: «xã An», not in «XÃ AN BÌNH».

    In running text a word in small letters ends it: «Viettel Nghệ An trao gần 700 triệu đồng».
    """
    words = r"\W+".join(map(re.escape, plain(name).split()))
    spelling = _SPELLINGS_FORM.sub(lambda hit: _SPELLINGS[hit[0]], written_out(text))
    if re.search(rf"(?<!\w){words}{AFTER_NAME}", spelling) is not None:
        return True
    in_text = text not in (text.upper(), text.lower())
    hits = re.finditer(rf"(?<!\w){words}\s+(?=(\w))", unicodedata.normalize("NFC", text), re.IGNORECASE)
    return in_text and any(hit[1].islower() for hit in hits)
