"""Vietnamese text that went through the wrong encoding, told and turned back: TCVN3, VNI, Windows-1258, double UTF-8.

Owns the old encodings only. It suggests: whether a text is mended is for people.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

# ABC fonts (TCVN 5712:1993, VN3): the letters at 0xA1-0xA7 and 0xA8-0xFE, as Latin-1 shows them.
_TCVN3 = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
# Icelandic and African letters typed for Đ: a fault of their own, not of the encoding.
_ETH, _ANY_ETH = str.maketrans("ÐƉðɖ", "ĐĐđđ"), re.compile("[ÐƉðɖ]")
_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_HATS = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_BREVES = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _vni() -> dict[str, str]:
    pairs = {base + mark: _VNI_ALONE.get(base, base) + tone for base in "aeouyôö" for mark, tone in _TONES.items()}
    pairs |= {base + mark: f"{base}\u0302{tone}" for base in "aeo" for mark, tone in _HATS.items()}
    pairs |= {"a" + mark: f"a\u0306{tone}" for mark, tone in _BREVES.items()}
    pairs |= _VNI_ALONE
    return pairs


_VNI = {key: unicodedata.normalize("NFC", letter) for key, letter in _vni().items()}
_VNI_PIECE = re.compile("|".join(sorted(_VNI, key=len, reverse=True)), re.IGNORECASE)

# The syllables of Vietnamese, without tones: onset, vowels, ending. Loose on purpose: it tells letters from noise.
# With those of the names of the highlands, «Đắk», «Krông», «Chư Păh», «Brâu»; «đ» alone is a letter of a list or đồng.
_SYLLABLE = re.compile(
    r"đ|(?:ngh|ng|nh|gh|gi|qu|kh|ph|th|tr|ch|[bdđghkp][lr]|xt|[bcdđghklmnpqrstvx])?"
    r"(?:[aăâeêioôơuưy]|oa|oă|oe|oo|ua|uâ|uê|uô|uơ|uy|uya|uyê|ưa|ươ|ia|iê|yê|ai|ao|au|ay|âu|ây|eo|êu|iu|iêu|yêu"
    r"|oi|ôi|ơi|oai|oao|oay|oeo|ui|uôi|ưi|ưu|ươi|ươu|uây|uyu|uao|uêu)"
    r"(?:ng|nh|ch|[cmnptkhlr])?"
)
_TONE_MARKS = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_WORD = re.compile(r"[^\W\d_]+")
_LOST = re.compile(r"[^\W\d_]\?+[^\W\d_](?!\w*=)")  # «h?c», «tr??ng», but not «tin.php?id=12»
_ABBREVIATION = re.compile(r"(?=.*Đ)[A-ZĐ]{2,}")
# Numbers of any text, and as one character letters of TCVN3 that are no word of their own: ẳ, ẵ, ắ; ì between numbers.
_NUMBER = re.compile(r"\d*[¼½¾]%?|[×±]")
_RUN = re.compile(r"[^\s,.;:()/\[\]\"«»!?]+")


@lru_cache(maxsize=65536)
def is_syllable(word: str) -> bool:
    """Return whether a word could be a Vietnamese syllable, of either case."""
    bare = _TONE_MARKS.sub("", unicodedata.normalize("NFD", word.lower()))
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)) is not None


def is_vietnamese(text: str) -> bool:
    """Return whether `text` has words with Vietnamese letters and all could be syllables, «GDĐT» and «HĐND» aside."""
    words = _marked_words(text)
    return bool(words) and all(map(is_syllable, words))


def _marked_words(text: str) -> list[str]:
    marked = [word for word in _WORD.findall(unicodedata.normalize("NFC", text)) if not word.isascii()]
    return [word for word in marked if not _ABBREVIATION.fullmatch(word)]


def _reads_as_vietnamese(text: str) -> float:
    """Return how many of the words of a long text that have Vietnamese letters could be syllables, as a share.

    Whole files name «Nestlé» and «Hànộimới» too, which say nothing of how they are encoded. «h?c» lost its letter when
    it was saved: no encoding brings it back.
    """
    words = _marked_words(text)
    return sum(map(is_syllable, words)) / (len(words) + len(_LOST.findall(text))) if words else 0


def from_tcvn3(text: str) -> str:
    """Return text typed for an ABC font in Unicode letters."""
    return "".join(_TCVN3.get(char, char) for char in text)


def from_vni(text: str) -> str:
    """Return text typed for a VNI font in Unicode letters."""
    return _VNI_PIECE.sub(lambda found: _cased(found[0], _VNI[found[0].lower()]), text)


def _cased(found: str, letter: str) -> str:
    return letter.upper() if found[0].isupper() else letter


def from_cp1258(text: str) -> str:
    """Return text of Windows-1258 that was read as Western European."""
    return unicodedata.normalize("NFC", _western(text).decode("cp1258"))


def from_double_utf8(text: str) -> str:
    """Return UTF-8 text that was read as Western European."""
    return unicodedata.normalize("NFC", _western(text).decode("utf-8"))


_BEYOND_LATIN = re.compile("[\u0100-\u01ff\u1e00-\u1eff\u0300-\u036f]")
_FEWEST = 3  # texts with marks, to tell the font of a file
_NEARLY_ALL = 0.9  # of the words of a file in the encoding that it has
_WESTERN = bytes(set(range(256)) - {0x81, 0x8D, 0x8F, 0x90, 0x9D}).decode("cp1252")
# A letter that no Western European encoding has; nearly every Vietnamese text has one.
_NOT_WESTERN = re.compile(f"[^\u0000-\u00ff{re.escape(_WESTERN)}]")


def _western(text: str) -> bytes:
    encoded = bytearray()
    for char in text:
        try:
            encoded += char.encode("cp1252")
        except UnicodeEncodeError:
            encoded += char.encode("latin-1")
    return bytes(encoded)


DECODERS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("bảng mã TCVN3", from_tcvn3),
    ("bảng mã VNI", from_vni),
    ("bảng mã Windows-1258", from_cp1258),
)


@lru_cache(maxsize=65536)
def recognised(text: str) -> tuple[str, str] | None:
    """Return the Vietnamese name of the fault and the text as it was meant; None where the text is in order."""
    if text.isascii():
        return None
    if not _NOT_WESTERN.search(text):
        try:  # bytes that are UTF-8 by accident do not occur
            return "UTF-8 bị đọc nhầm hai lần", from_double_utf8(text)
        except UnicodeError:
            pass
    if is_vietnamese(text.translate(_ETH) if _ANY_ETH.search(text) else text):
        return None
    noise = [run for run in _RUN.findall(text) if not run.isascii() and not _reads_well(run)]
    for name, decode in DECODERS if noise else ():
        try:
            if all(is_vietnamese(decode(run)) for run in noise):
                return name, decode(text)
        except UnicodeError:
            continue
    return None


def _reads_well(run: str) -> bool:
    if _NUMBER.fullmatch(run):
        return True
    words = _WORD.findall(run)
    return bool(words) and all(is_syllable(word) or word.isascii() for word in words)


def decoder_of(texts: Iterable[str]) -> Callable[[str], str]:
    """Return what turns the texts of one file into Vietnamese; they stay as they are unless nearly all ask for it.

    A file has letters of Unicode beside those of an old font only where somebody pasted them: such a text stays.
    """
    marked = [text for text in texts if not text.isascii()]
    old = [text for text in marked if not _BEYOND_LATIN.search(text)]
    together = "\n".join(old)
    if len(old) < _FEWEST or len(old) < 0.8 * len(marked) or _reads_as_vietnamese(together) > 0.5:
        return str
    for _, decode in DECODERS[:2]:
        if _reads_as_vietnamese(decode(together)) >= _NEARLY_ALL:
            return lambda text: text if _BEYOND_LATIN.search(text) else decode(text)
    return str


def decoded(data: bytes) -> tuple[str, str] | None:
    """Return the name of the encoding that turns `data`, which is not UTF-8, into Vietnamese, and the text."""
    western = data.decode("latin-1")
    windows = unicodedata.normalize("NFC", data.decode("cp1258", "replace"))
    ways = (("Windows-1258", windows), ("TCVN3", from_tcvn3(western)), ("VNI", from_vni(western)))
    share, best = max(((_reads_as_vietnamese(way[1]), way) for way in ways), key=lambda each: each[0])
    return best if share >= _NEARLY_ALL else None
