"""Words by which rows of a list are found: those a row shows, and those of other names, each by its beginning."""

import re
from collections.abc import Iterable, Sequence

from hoctap.model.catalog import Catalog
from hoctap.model.codes import PROVINCE
from hoctap.model.figure_row import province_today
from hoctap.model.record import AreaAlias
from hoctap.vietnamese.writing import fold
from hoctap.views.area import area_title
from hoctap.views.list_page import Border

_BETWEEN_WORDS = re.compile(r"[^a-z0-9.,]+")
_CAVEATS = re.compile(r"\(.*\)$")
_VOWEL = re.compile(r"[aeiouy0-9]")


def words_of_list(text: str) -> list[str]:
    """Return the words of a row, of which docs/assets/js/lists.js compares the beginnings."""
    return [word for word in (part.strip(".,") for part in _BETWEEN_WORDS.split(fold(text))) if word]


def words_beyond(name: str, cells: Sequence[str], names: Iterable[str]) -> str:
    """Return the words of other names that a row with these cells does not show: all that it must say for filters.

    A filter looks for each word by itself, by its beginning, and not among the caveats of the last cell.
    """
    *others, last = cells or ("",)
    visible = " ".join((name, *others, _CAVEATS.sub("", last)))
    # Letters without a vowel are first letters of words of the name: «hkh» is in «Hội Khuyến học».
    first_letters = "".join(word[0] for word in words_of_list(name))
    unseen = _unseen(visible, names).split()
    return " ".join(word for word in unseen if _VOWEL.search(word) or word not in first_letters)


def _unseen(visible: str, names: Iterable[str]) -> str:
    """Return the words of `names` with which no word of `visible` begins."""
    known, unseen = words_of_list(visible), list[str]()
    for word in words_of_list(" ".join(names)):
        if not any(other.startswith(word) for other in [*known, *unseen]):
            unseen.append(word)
    return " ".join(unseen)


def provinces_by_title(catalog: Catalog) -> dict[str, Border]:
    """Return every province by its title.

    A filter takes each word by itself, so a name made of syllables of other provinces, «Hà Nam Ninh», would find them;
    not so another spelling, «Bắc Cạn».
    """
    aliases = catalog.grouped(AreaAlias, "area_id")
    provinces = [area for area in catalog.areas.values() if area.level == PROVINCE]
    syllables = {word for area in provinces for word in words_of_list(area.name_vi)}
    found = {}
    for area in provinces:
        today = catalog.areas.get(province_today(catalog, area.area_id))
        title, now = area_title(catalog, area), area_title(catalog, today) if today else ""
        own = (row.alias for row in aliases.get(area.area_id, ()))
        names = [name for name in own if not _is_mixed(name, area.name_vi, syllables)]
        found[title] = Border(area.area_id, now, _unseen(f"{title} {now}", names))
    return found


def _is_mixed(name: str, own: str, syllables: set[str]) -> bool:
    words, other = words_of_list(name), words_of_list(own)
    return set(words) <= syllables and (len(words) != len(other) or words[0] != other[0])
