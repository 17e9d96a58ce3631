"""Another place that a sentence or its paragraph goes on about: one that acts, those told in turn, the first named."""

import re

from hoctap.contribute.articles.elsewhere import elsewhere, is_own, place_in_list
from hoctap.contribute.articles.place_names import ASSOCIATION, NAME, places_named
from hoctap.contribute.articles.subject import Subject
from hoctap.contribute.naming.unit_names import PlaceName
from hoctap.contribute.naming.units import Units
from hoctap.model.catalog import Catalog

# Words by which a sentence leaves the place that its paragraph opened with.
_TURNS = re.compile(
    r"toàn (?:tỉnh|thành phố|ngành)|(?:trong|cả) tỉnh|[Tt]ỉnh (?:hội|đã|có|phấn đấu)|Hội Khuyến học|HKH|các địa phương|"
    r"cấp hội|(?:nhiều|các) (?:huyện|xã|phường|địa phương)"
)
# An association that does something, not one that is spoken of beside it.
_DOES = re.compile(
    rf"{ASSOCIATION.pattern}(?:\s*\([^()]*\))?\s+"
    r"(?:đã|có|hiện|lại|cũng|vận động|huy động|trao|tặng|khen|hỗ trợ|tổ chức|cho biết|vừa|tổng kết|sơ kết)\b"
)


def acting(subject: Subject, before: str, after: str, paragraph: str) -> PlaceName | None:
    """Return the other association that a sentence, or the sentences before it in its paragraph, say does it."""
    goes_on = not (_TURNS.search(before + after) or places_named(before + after))
    for text in (before, paragraph if goes_on else ""):
        if hits := list(_DOES.finditer(text)):
            # None where one association is named within the words of another.
            name = next((each for at, each in places_named(text) if at == hits[-1].start()), None)
            return None if name and is_own(subject, name) else name
    return None


def in_turn(catalog: Catalog, units: Units, subject: Subject, before: str) -> PlaceName | None:
    """Return whose a figure of «A và B … lần lượt 15,2 tỷ đồng và 12,8 tỷ đồng» is; no name where they do not pair."""
    head, pairs, tail = before.partition("lần lượt")
    named = [name for _, name in places_named(head)] if pairs else []
    if pairs and len(named) < 2:
        bare = [
            re.search(rf"{NAME}\s*$", part) for part in re.split(r",|\bvà\b", re.sub(r"\s+(?:là|có)?\s*$", "", head))
        ]
        listed = bare[next((at for at, each in enumerate(bare) if each), 0) :]
        if len(listed) < 2 or not all(listed):
            return None
        found = [place_in_list(catalog, units, subject, each[0]) for each in listed if each]
        named = [each or PlaceName(False, "", "", "") for each in found]
    if len(named) < 2:
        return None
    at = len(re.findall(r"\d[\d.,]*", tail))
    return named[at] if at < len(named) else PlaceName(False, "", "", "")


def first_named(catalog: Catalog, units: Units, subject: Subject, sentence: str, paragraph: str) -> PlaceName | None:
    """Return the other place that a paragraph opens with and goes on about, unless its sentence turns elsewhere."""
    first = re.split(r"(?<=[^A-Z])[.!?]\s", paragraph)[0]
    name = elsewhere(catalog, units, subject, first)
    if name is None or first == paragraph or _TURNS.search(sentence) or places_named(sentence):
        return None
    return name
