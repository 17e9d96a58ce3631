"""What gives away a secret: keys of services by how they begin, passwords by the words before them."""

import re
from collections.abc import Iterable

from hoctap.check.at_once import texts_matching

# Tokens as those who give them out begin them, and keys: no place is right for them.
SECRET = re.compile(
    r"gh[pousr]_[A-Za-z0-9]{20,}|-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|github_pat_\w{20,}"
    r"|xox[abprs]-[\w-]{20,}|AIza[\w-]{35}|glpat-[\w-]{20}|npm_[A-Za-z0-9]{36}|hf_[A-Za-z]{30,}"
    r"|sk-(?:proj|ant)-[\w-]{20,}|sk_live_\w{20,}|pypi-[\w-]{50,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}"
)
# Passwords written out in words and addresses; code speaks of passwords without giving any away. Three words may tell
# of what it is the password; a day is none.
_PASSWORD = re.compile(
    r"\b(?:mật khẩu|mật mã|passcode|password|passwd|pwd|pass)(?![^\W\d_])"
    r"(?: (?:[^\W\d_]{1,12} ){0,3}(?:là|is)|(?: [^\W\d_]{1,12}){0,3} ?[:=])? ?"
    r"(?!\d{1,4}[/\-]\d)(?=\S{0,60}\d)[^\s.,;()]{6,}"
    r"|://[^\s:/@]+:[^\s/@]{3,}@",
    re.IGNORECASE,
)
# Without one of these there is none, and most texts have none.
_WORDS = re.compile(r"[ậẬ][tT] [kKmM]|[Pp](?:[Aa][Ss]|[Ww])|://[^\s:/@]+:")


def secret_in(text: str) -> str:
    """Return the beginning of a secret that stands in text of people; empty if there is none."""
    found = SECRET.search(text) or (_PASSWORD.search(text) if _WORDS.search(text) else None)
    return found[0][:8] if found else ""


def perhaps_secret(texts: Iterable[str]) -> list[str]:
    """Return those of many texts that may hold a secret."""
    return texts_matching(texts, SECRET, _WORDS)
