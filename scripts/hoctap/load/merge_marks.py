"""The marks that a merge leaves in a text where a person has to choose between two sides."""

import re

MUST = "phải chọn xong một bên của chỗ xung đột"
_SIDE = rb"<{7} |>{7} |\|{7} "
_IN_PROSE = re.compile(rb"^(?:" + _SIDE + rb")[^\n]*", re.MULTILINE)
_ANYWHERE = re.compile(rb"^(?:" + _SIDE + rb"|={7}\r?$)[^\n]*", re.MULTILINE)
_SIGNS = (b"<<<<<<< ", b">>>>>>> ", b"||||||| ", b"=======")


def merge_marks(data: bytes, *, in_prose: bool = False) -> list[tuple[int, str]]:
    """Return the lines that a merge left in a text, numbered; in prose `=======` alone underlines a heading."""
    # One byte is found sooner than a word, and most files hold none of the four.
    if not any(sign[:1] in data and sign in data for sign in _SIGNS):
        return []
    found = (_IN_PROSE if in_prose else _ANYWHERE).finditer(data)
    return [(data.count(b"\n", 0, each.start()) + 1, each[0].decode("utf-8", "replace").rstrip()) for each in found]
