"""Which web addresses the data and descriptors may name: those of the public web, that anybody can open."""

import re
import unicodedata
from urllib.parse import quote, unquote

from hoctap.vietnamese.characters import FULL_WIDTH, LOOK_ALIKE

# The last label of a public name begins with a letter: numbers are addresses of machines, in whatever base.
_PARTS = re.compile(
    r"(https?)://((?:(?!-)[A-Za-z0-9-]+(?<!-)\.)+[A-Za-z][A-Za-z0-9-]*)(?::([0-9]{1,5}))?(/[!-~]*)?", re.ASCII
)
# Names that only one machine or one network knows (RFC 6761, RFC 6762, RFC 8375 and usual ones).
_LOCAL = re.compile(
    r"(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home|corp|private|arpa|onion|invalid|test|svc|cluster)$"
    # Public names that lead to this machine, or wherever their first part says.
    r"|(?:^|\.)(?:nip\.io|sslip\.io|xip\.io|localtest\.me|lvh\.me|vcap\.me|lacolhost\.com|mshome\.net)$"
    r"|(?:^|[.-])(?:127|10|192[.-]168|169[.-]254)(?:[.-][0-9]{1,3}){2,3}[.-]",
    re.IGNORECASE,
)
# Shown shortened and copied so.
_CUT = re.compile(r"(?:…|%E2%80%A6|\.\.\.)$", re.IGNORECASE)
# What a search finds is another thing tomorrow; what is said in a chat or a letter its members alone can read.
_NO_PAGE = re.compile(
    r"https?://(?:www\.)?(?:(?:google\.[a-z.]+|bing\.com|coccoc\.com|duckduckgo\.com)/(?:search)?\?"
    r"|zalo\.me/g/|chat\.zalo\.me|m\.me/|messenger\.com/|t\.me/(?:\+|joinchat/)|mail\.google\.com)",
    re.IGNORECASE,
)
_USUAL_PORT = {"http": "80", "https": "443"}

_TYPED = re.compile(r"(https?://)([^/?#\s:@]+)(:[0-9]+)?(?=[/?#]|$)(.*)", re.IGNORECASE | re.DOTALL)
# «https//», «http:bao.vn», «htps://», but for two addresses.
_SLIPPED = re.compile(r"^h?tt?p(s?)(?:://?|;//|//|:)(?!\S*://)(?=[\w-]+\.)", re.IGNORECASE)
# A tab or a new line may cut an address or stand between two things: which, its sender knows.
_BROKEN = re.compile("[\t-\r\x85\u2028\u2029]")
_HALF_ENCODED = re.compile("%(?![0-9A-Fa-f]{2})")
_WITHIN = re.compile(r"https?://[^\s<>«»“”\"]+", re.IGNORECASE)
# What may stand in a path and a query as it is; `%` because parts of an address may be encoded already.
_KEPT = "%/?#[]@!$&'()*+,;=:~"


def why_not_public(address: str) -> str:
    """Return why an address is none of the public web, in Vietnamese; empty if it is one."""
    parts = _PARTS.fullmatch(address)
    if not parts and len(_WITHIN.findall(address)) > 1:
        return "phải là một địa chỉ, ô này có hai"
    if not parts:
        return "phải là địa chỉ trang mạng đầy đủ"
    if _CUT.search(address):
        return "phải là địa chỉ chép đủ, không bị cắt ở «…»"
    if _NO_PAGE.match(address):
        return "phải là địa chỉ của bài, không phải trang tìm kiếm, nhóm chat hay hộp thư"
    scheme, host, port, _ = parts.groups()
    if _looks_like_another(host):
        return "phải là địa chỉ có tên miền không giả chữ nước khác"
    if _LOCAL.search(host):
        return "phải là địa chỉ mọi người mở được, không phải của một máy hay mạng riêng"
    if _HALF_ENCODED.search(address):
        return "phải là địa chỉ chép đủ: sau dấu % là hai chữ số 0-9, A-F"
    if port and port != _USUAL_PORT[scheme]:
        return "phải là địa chỉ trang mạng không có số cổng riêng"
    if _without_marks_behind(address) != address:
        return "phải là địa chỉ không kèm dấu câu ở cuối"
    return ""


def _without_marks_behind(address: str) -> str:
    """Return an address without the stop, comma or bracket of the sentence it was copied from."""
    bare = address.rstrip(".,;:")
    while bare.endswith((")", "]")) and bare.count(")") + bare.count("]") > bare.count("(") + bare.count("["):
        bare = bare[:-1].rstrip(".,;:")
    return bare


def _looks_like_another(host: str) -> bool:
    """Return whether a name of other letters (`xn--…`) is written in some that pass for Latin ones."""
    if "xn--" not in host.lower():
        return False
    try:
        return LOOK_ALIKE.search(host.encode("ascii").decode("idna")) is not None
    except UnicodeError:
        return True


def looks_like_address(text: str) -> bool:
    """Return whether a text is meant as a web address, rightly written or not."""
    return re.fullmatch(r"\S+://\S*|\S+\.\S+/\S*|www\.\S+", text.strip()) is not None


def likely_address(text: str) -> str:
    """Return the address that a text without «https://», or with words around it, probably means; empty if none."""
    text = _SLIPPED.sub(lambda found: f"http{found[1]}://", text.translate(FULL_WIDTH).strip())
    if _BROKEN.search(text):
        return ""
    within = _WITHIN.findall(text)
    instead = _without_marks_behind(within[0]) if len(within) == 1 else f"https://{text.strip()}"
    return written_address(text) or (written_address(instead) if within or "://" not in text else "")


def written_address(text: str) -> str:
    """Return the address with letters of other alphabets and spaces written as machines do; empty if it is none.

    `https://vi.wikipedia.org/wiki/Lộc_Bình` becomes `https://vi.wikipedia.org/wiki/L%E1%BB%99c_B%C3%ACnh`.
    """
    typed = unicodedata.normalize("NFC", text).strip().strip("“”\"'<>«»")
    if re.match(r"https?:/(?!/)", typed, re.IGNORECASE):
        typed = typed.replace(":/", "://", 1)
    found = _TYPED.fullmatch(typed)
    # Two addresses are none, and «…/bai, truy cập 5/2024» is one with words behind it.
    if not found or not typed.isprintable() or re.search(r"\s\S*://|[,;]\s", typed):
        return ""
    try:
        host = found[2].encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    rest = quote(found[4], safe=_KEPT)
    path = rest if rest.startswith("/") or not rest else f"/{rest}"
    address = f"{found[1].lower()}{host}{found[3] or ''}{path}"
    return "" if why_not_public(address) else address


_BEGINNING = re.compile(r"https?://(?:www\.|m\.|amp\.)?", re.IGNORECASE)
# The usual ports say nothing, and these ends name the same page made light for telephones.
_PORT = re.compile(r":(?:80|443)$")
_FOR_TELEPHONES = re.compile(r"(?:^|/)amp(?:\.html?)?$|\.amp(?=\.html?$)|/index\.(?:html?|php|aspx)$", re.IGNORECASE)
_TRACKING = re.compile(
    r"(?:utm_\w*|fbclid|gclid|dclid|msclkid|zarsrc|zalo\w*|gidzl|mibextid|igshid|_ga|_gl|ref|ref_src|spm|share|amp)(?:=|$)",
    re.IGNORECASE,
)


def address_without_noise(url: str) -> str:
    """Return an address without scheme, www, port, fragment, what only says who passed it on, and «/amp», «//»."""
    bare = _BEGINNING.sub("", unquote(url), count=1).partition("#")[0]
    page, _, query = bare.partition("?")
    host, _, path = page.partition("/")
    path = _FOR_TELEPHONES.sub("", "/".join(filter(None, path.split("/"))))
    kept = sorted(part for part in query.split("&") if part and not _TRACKING.match(part))
    place = f"{_PORT.sub('', host.lower())}/{path}".rstrip("/")
    return place + ("?" + "&".join(kept) if kept else "")
