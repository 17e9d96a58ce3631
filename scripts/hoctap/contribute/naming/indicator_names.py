"""The name or alias of an indicator as concepts: those it cannot do without, and all that it holds."""

import re
from dataclasses import dataclass

from hoctap.contribute.naming.relations import COUNTED
from hoctap.contribute.naming.words import concepts, spelled
from hoctap.model.record import Indicator

# Present or absent, they do not change which indicator is meant.
LIGHT = frozenset(
    {
        "recognised",
        "staff",
        "person",
        "total",
        "village",
        "given",
        "household",
        "learning-title",
        "agency",
        "level-1",
        "school",
    }
)
_MEASURES = {"phan-tram": "rate", "dong": "money", "suat": "award-unit"}
_PEOPLE = re.compile(r"người|lượt|suất")
# Where a definition goes on to what is not meant, or only where something else is told of it.
_NO_LONGER = re.compile(r"[;.]|,? (?:không|trừ|khác|khi|nếu|gồm cả|dưới|mà nguồn)\b|, hoặc (?=[^,;.]*cột phạm vi)|\(")
# What a definition names beside the name is a part: «hộ của dòng họ», «quà bằng hiện vật»; «vận động, chi quỹ» are two.
_PARTS = COUNTED | {"certified", "in-kind", "raised"}


@dataclass(frozen=True, slots=True)
class Name:
    """`core` are the concepts that a text must name, `whole` all of this name, `own` those of the indicator's name.

    `defined` are those by which its definition says what is counted, unknown words among them, and no part of it.
    """

    indicator: Indicator
    core: frozenset[str]
    whole: frozenset[str]
    own: frozenset[str]
    defined: frozenset[str]
    counts_things: bool


def name_of(indicator: Indicator, text: str, measure: str) -> Name:
    """Return a name or alias of an indicator; `measure` is the title of the measure it is counted in."""
    whole = set(concepts(spelled(text)))
    if mark := _MEASURES.get(indicator.unit_measure):
        whole.add(mark)
    core = frozenset(whole - LIGHT) or frozenset(whole - {"total"})
    if "fund" in core or "piggy-bank" in core:
        core -= {"money"}  # «Quỹ vận động» is money without saying so
    if "gift" in core:
        core -= {"award-unit"}  # «Quà» is counted in suất without saying so
    counts_things = indicator.value_type == "count" and not _PEOPLE.search(measure)
    own = concepts(spelled(indicator.name_vi))
    defined = concepts(spelled(_NO_LONGER.split(indicator.definition_vi)[0])) - _PARTS
    return Name(indicator, core, frozenset(whole), own, defined, counts_things)
