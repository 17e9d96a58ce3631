"""What a name means to a register, with the abbreviations of offices written out where the name itself is not there."""

from hoctap.contribute.naming.words import written_out
from hoctap.load.names import Found, Named, Register
from hoctap.vietnamese.writing import fold

# Words of a smaller place or a part of a body: who leaves them out speaks of something else.
_NARROWER = {"huyen", "quan", "xa", "phuong", "thi", "tran", "thon", "ban", "chi", "truong", "phong", "trung"}


def called(known: Register, text: str) -> Found:
    """Return what the text calls; else what it calls written out («TP Hà Nội»), else the nearest of either."""
    found = known.find(text)
    longer = written_out(text)
    if found.code or found.is_tie or fold(longer) == fold(text):
        return found
    again = known.find(longer)
    return again if again.code or again.is_tie or again.near else found


def called_by_words(known: Register, text: str) -> Found:
    """Return what the text calls, or the one thing whose name holds its words and is nothing smaller; never a tie."""
    found = called(known, text)
    holding = () if found.code or found.is_tie or not text.strip() else known.holding(written_out(text))
    if len(holding) == 1 and not _is_narrower(holding[0], text):
        return Found(holding[0].code)
    return Found(near=holding[:8]) if holding else found


def _is_narrower(thing: Named, text: str) -> bool:
    more = set(fold(thing.name.replace(",", " ")).split()) - set(fold(written_out(text)).split())
    return bool(more & _NARROWER)
