"""What stands in brackets behind a name: the same again, in words or by its initials, or what an abbreviation means."""

import re

from hoctap.contribute.naming.words import concepts, spelled, written_out

_SHORT = re.compile(r"(?<!\w)[A-ZĐ]{2,6}(?!\w)")
_WORD = re.compile(r"\w+")
_TWICE = re.compile(r"([^\W\d]+ [^\W\d]+) \(([^()\d]{3,30})\)")


def says_again(inside: str, outside: str) -> bool:
    """Return whether brackets hold only words of the name before them, or their initials: «mạng nội bộ (LAN)» not."""
    words, known = _WORD.findall(spelled(written_out(inside))), _WORD.findall(spelled(written_out(outside)))
    if not words or (len(words) == 1 and len(inside) < 2):  # «(b)» is a mark of the column
        return False
    return set(words) <= set(known) or (_SHORT.fullmatch(inside) is not None and _initials_in(inside, known))


def without_synonyms(text: str) -> str:
    """Return a name without brackets that call what stands before them by another word: «giáo viên (giảng viên)»."""
    return _TWICE.sub(lambda hit: hit[1] if _are_one(hit[1], hit[2]) else hit[0], text)


def _are_one(words: str, others: str) -> bool:
    known = concepts(words)
    return known == concepts(others) and bool(known) and not any(each[0] == "?" for each in known)


def spelled_by_measure(measure: str, text: str) -> str:
    """Return a name with the abbreviation written out that its measure tells: «Số ĐV mới kết nạp (đảng viên)»."""
    words = _WORD.findall(spelled(measure))
    short = "".join(word[0] for word in words).upper()
    return re.sub(rf"(?<!\w){re.escape(short)}(?!\w)", " ".join(words), text) if len(words) > 1 else text


def _initials_in(short: str, words: list[str]) -> bool:
    return short.lower() in "".join(word[0] for word in words)
