"""The rows of a table of indicators: what each counts, with the group and the rows above it that it leans on."""

import re
from dataclasses import dataclass, replace

from hoctap.contribute.tables.labels import label
from hoctap.contribute.tables.meaning import Meaning, of_text
from hoctap.contribute.tables.setting import Setting

_DASH = re.compile(r"[-–+•]")
_UNDER = ("letter", "dash")


def _mark_of(ordinal: str, text: str) -> str:
    """Return how a row is marked, by its running number or the first sign of its name."""
    number = ordinal.strip(" .)").lower() or (text[:1] if _DASH.match(text) else "")
    return (
        "dash" if _DASH.match(number) else "letter" if re.fullmatch(r"[a-zđ]", number) else "number" if number else ""
    )


@dataclass(slots=True)
class Rows:
    """The rows of a table of indicators read one after the other: each may lean on those above it."""

    setting: Setting
    group: str = ""
    measure: str = ""
    _parent: str = ""
    _whole: Meaning | None = None
    _above: Meaning | None = None  # the row that those lettered or dashed below it belong to
    _mark: str = ""

    def heading(self, text: str) -> None:
        """Note a row without figures: the rows below belong to it."""
        self.group, self._parent, self._whole, self._above, self._mark = text, "", None, None, ""
        self.measure = label(text).measure

    def next_row(self, text: str, measure: str, ordinal: str = "") -> Meaning:
        """Return what the next row stands for; `ordinal` is its running number: «1», «a», «-»."""
        mark = _mark_of(ordinal, text)
        if mark in _UNDER and mark == self._mark and not label(text).part:
            self._whole = self._above  # «c. Dân tộc thiểu số» after «b. Đảng viên» is a part of what «b» is
        elif mark in _UNDER:
            self._above = self._whole
        self._mark = mark
        found = self._meaning_of_row(text, measure or self.measure)
        if not found.breakdown:
            self._whole = found if found.indicators else None
        if not _DASH.match(text):
            self._parent = text
        return found

    def _meaning_of_row(self, text: str, measure: str) -> Meaning:
        own, whole = of_text(self.setting, text, measure=measure), self._whole
        if own.label.breakdown:
            parsed = replace(own.label, measure=own.label.measure or (whole.label.measure if whole else ""))
            return replace(own, indicators=whole.indicators if whole else (), breakdown=parsed.breakdown, label=parsed)
        if own.label.part and whole and whole.indicators:
            return self._part(own, whole, text, measure)
        for before in (self._parent if _DASH.match(text) else "", self.group):
            if before and own.indicator is None:
                joined = of_text(self.setting, text, measure=measure, before=label(before).text)
                if joined.indicator:
                    return joined
        return own

    def _part(self, own: Meaning, whole: Meaning, text: str, measure: str) -> Meaning:
        """Return «trong đó: …»: an indicator of its own if it is a part of the one above, else a breakdown of it."""
        if own.indicators and own.indicators[0].parent_indicator_id == whole.indicators[0].indicator_id:
            return own
        joined = of_text(self.setting, text, measure=measure, before=whole.words)
        if joined.indicator and joined.indicators != whole.indicators:
            return joined
        return replace(own, indicators=() if own.indicators else whole.indicators, breakdown=own.label.text)
