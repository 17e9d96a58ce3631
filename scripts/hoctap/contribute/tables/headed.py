"""A row without figures that names an indicator, over rows that only name parts of it: «Cơ quan có LAN», «- Xã»."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from hoctap.contribute.naming.bodies import OFFICE
from hoctap.contribute.naming.relations import PEOPLE, PLACES_AND_BODIES
from hoctap.contribute.naming.unit_names import plain
from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.labels import BREAKDOWNS, is_measure, is_proper, label
from hoctap.contribute.tables.meaning import Meaning, of_text
from hoctap.contribute.tables.parts_across import is_of_fund
from hoctap.contribute.tables.setting import NUMBER, Setting

_KINDS = frozenset(
    {*PEOPLE, *PLACES_AND_BODIES, "learner", "needy", "good", "minority", "women", "school-level", "donor", "hard-area"}
    | {"district-level", "province-level", "advanced", "clan", "community"}
)
_STATED = re.compile(
    r"\b(?:được|chưa|không|bỏ|còn|tăng|giảm|dự kiến|đã|đang|số|tỷ lệ|mới|thêm|đạt|đăng ký|trong đó)\b|%"
)
_BULLET = re.compile(r"^\s*(?:[-–+•*]|[a-zđ][.)])\s*")
_BY = re.compile(r"(?:do|từ|bởi|bằng nguồn|nguồn)\b")
_ROMAN = re.compile(r"[ivx]+")


def _fits(whole: Meaning, measure: str) -> bool:
    """Return whether a row counts in the measure of what it is a part of."""
    is_share = whole.indicator is not None and whole.indicator.value_type == "share"
    return measure in ("", whole.label.measure) or (not whole.label.measure and (measure == "%") == is_share)


@dataclass(frozen=True, slots=True)
class Headed:
    """Reads which rows of a table of indicators are parts of what a row over them names.

    `stub` is the column of their names; `number` and `measure` tell the number and the measure of a row.
    """

    setting: Setting
    stub: int
    number: Callable[[int], str]
    measure: Callable[[int], str]
    columns: Sequence[int]

    def read(self) -> dict[int, Meaning]:
        """Return what each row means that is a part; one that would be all of it, beside others, is open."""
        found: dict[int, Meaning] = {}
        for at, row in enumerate(self.setting.block.body):
            if not self._has_figures(row) and (whole := self._whole(row)):
                found |= dict(self._parts(whole, list(self._below(at))))
        return found

    def _below(self, at: int) -> Iterator[int]:
        """Yield the rows below one that have figures and no number of its kind."""
        mark = self._mark(self.setting.block.body[at])
        for row in self.setting.block.body[at + 1 :]:
            if not self._has_figures(row) or self._mark(row) == mark:
                return
            yield row

    def _parts(self, whole: Meaning, below: Sequence[int]) -> Iterator[tuple[int, Meaning]]:
        are_by = all(map(_BY.match, (spelled(self._bare(row)) for row in below)))
        if len(below) < len(("one", "other")) or not all(self._is_part(whole, row, is_by=are_by) for row in below):
            return
        for row in below:
            words = label(self._bare(row)).text
            parsed = replace(whole.label, measure=self.measure(row) or whole.label.measure)
            part = replace(whole, label=parsed, breakdown=BREAKDOWNS.get(words, words))
            is_open = whole.indicator is not None and is_of_fund(whole.indicator)
            yield row, replace(part, indicators=()) if is_open else part

    def _is_part(self, whole: Meaning, row: int, *, is_by: bool) -> bool:
        """Return whether a row names no more than a kind of places, bodies or people, or by whom it was done.

        «Do Hội trao» beside «Do nhà hảo tâm trao» is not all that was given.
        """
        text = self._bare(row)
        measure = self.measure(row) or label(text).measure
        own = of_text(self.setting, text, measure=measure)
        joined = of_text(self.setting, text, measure=measure, before=whole.words)
        is_same = joined.indicator is None or joined.indicators == whole.indicators
        if own.indicators or not is_same or not _fits(whole, measure) or not self._is_kind(text):
            return False
        named = {each for each in self.setting.indicators.concepts(own.words) if each[0] != "?"}
        return is_by or (bool(named) and named <= _KINDS)

    def _is_kind(self, text: str) -> bool:
        """Return whether a text is no total, no unit's or person's name, and states nothing of what it names."""
        is_named = any(word[0].isupper() for word in text.split()[1:])
        is_office = is_named and OFFICE.match(plain(text)) is not None  # «Trường học» is none
        is_unit = is_office or self.setting.names_a_unit(text) or is_proper(text)
        return not (is_unit or label(text).total or _STATED.search(spelled(text)))

    def _whole(self, row: int) -> Meaning | None:
        text = NUMBER.sub("", self._text(row))
        if not text or is_measure(text):
            return None
        found = of_text(self.setting, text, measure=self.measure(row))
        is_whole = found.indicator is not None and not found.breakdown and not (found.label.plan or found.skip)
        return found if is_whole and not found.label.periods else None

    def _bare(self, row: int) -> str:
        return _BULLET.sub("", self._text(row))

    def _text(self, row: int) -> str:
        return self.setting.text(row, self.stub)

    def _has_figures(self, row: int) -> bool:
        return bool(self.setting.figures(row, list(self.columns)))

    def _mark(self, row: int) -> str:
        """Return what kind of number a row has, in its own column or before its name."""
        number = self.number(row) or (NUMBER.match(self._text(row)) or [""])[0]
        bare = spelled(number).strip(" .)")
        if _BULLET.match(self._text(row)) or not bare:
            return "dash" if _BULLET.match(self._text(row)) else ""
        return "number" if bare[0].isdigit() else "roman" if _ROMAN.fullmatch(bare) else "letter"
