"""Where the lines of an article put a body that they name: the commune or district behind its name, or in it."""

import re
from collections.abc import Sequence

from hoctap.contribute.articles.place_names import COMMUNES, places_named
from hoctap.contribute.naming.unit_names import PlaceName, plain


def place_behind(name: str, lines: Sequence[str]) -> PlaceName | None:
    """Return the commune or district that the lines put a body in, `name` is its form: «họ Trần ở xã A, huyện B»."""
    within = r"(?:(?:ở|tại|thuộc) |(?:thôn|xóm|bản|ấp) [^,]{2,30}, )*"
    behind = re.compile(rf"{name}[,(]? \(?{within}(?=(?:{'|'.join(COMMUNES)}|huyện|quận|thị xã)\b)")
    for line in lines:
        if hit := behind.search(line):
            return next((place for at, place in places_named(line) if at == hit.end()), None)
    return None


def commune_of(office: str, lines: Sequence[str]) -> PlaceName | None:
    """Return the commune whose name an office has in its own, as the lines name it most fully."""
    named = [name for line in (*lines, office) for _, name in places_named(line) if name.kind in COMMUNES]
    own = [name for name in named if not name.association and f" {name.core}" in f" {plain(office)}"]
    return next((name for name in own if name.rest), own[0] if own else None)
