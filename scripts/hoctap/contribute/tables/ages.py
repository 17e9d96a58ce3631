"""Rows that are ages of people, «15 - 25» under «Độ tuổi»: each completes what the columns beside them count."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.meaning import Meaning
from hoctap.contribute.tables.named import named
from hoctap.contribute.tables.setting import Setting

_HEAD = re.compile(r"(?:các |theo )?(?:độ|nhóm|lứa|khoảng) tuổi\b.*|tuổi")  # «Tuổi Đảng» is none
_AGE = re.compile(r"(?:từ )?(\d{1,2})\s*(?:[-–—]|đến)\s*(\d{1,2})(?: tuổi)?")
_ONE_SIDED = re.compile(r"(?:từ |trên |dưới )?\d{1,2}(?: tuổi)?(?: trở lên)?")


def are_ages(head: str, texts: Sequence[str]) -> bool:
    """Return whether a column under «Độ tuổi» holds the ages of groups: «15 - 25», «15 - 60», «Trên 60»."""
    ages = [text for text in map(spelled, texts) if _AGE.fullmatch(text)]
    others = [text for text in map(spelled, texts) if not _AGE.fullmatch(text) and re.search(r"\d", text)]
    return bool(ages) and _HEAD.fullmatch(spelled(head)) is not None and all(map(_ONE_SIDED.fullmatch, others))


def ages_of(texts: Sequence[str]) -> Mapping[str, str]:
    """Return the ages of a column as people write them: «15-25 tuổi»."""
    return {text: _written(spelled(text)) for text in texts if re.search(r"\d", text)}


def at_age(setting: Setting, meaning: Meaning, age: str) -> Meaning:
    """Return what a column counts of the people of an age, all of them for none.

    «Biết chữ» has an indicator for some ages and one for all others: where none is of just that age, it stays open.
    """
    if meaning.answered or meaning.skip or meaning.label.plan:
        return meaning
    found, scope = named(setting, f"{meaning.label.text} {age}", meaning.label.measure) if age else ((), "")
    if not found and not (meaning.indicator and "tuổi" in meaning.indicator.name_vi):
        return replace(meaning, breakdown=", ".join(filter(None, (age, meaning.breakdown))))
    return replace(meaning, indicators=found, breakdown=", ".join(filter(None, (scope, meaning.label.breakdown))))


def _written(text: str) -> str:
    found = _AGE.fullmatch(text)
    bare = f"{found[1]}-{found[2]}" if found else text.removesuffix(" tuổi")
    return bare if bare.endswith("trở lên") else f"{bare} tuổi"
