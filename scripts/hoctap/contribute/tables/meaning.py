"""Which indicator a header, or the first cell of a row, stands for; with the group and the row it stands under."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from hoctap.contribute.tables.labels import Label, label
from hoctap.contribute.tables.rows import SKIP
from hoctap.contribute.tables.setting import Setting
from hoctap.model.record import Indicator

# Headings that say nothing of what is counted.
GENERAL = re.compile(
    r"(?:kết quả )?(?:thực hiện|đạt được)|kết quả|số lượng|số liệu|giá trị|tổng số|tổ chức hội|tổ chức|"
    r"(?:các |xây dựng )?(?:các )?mô hình học tập|trình độ(?: chuyên môn| đào tạo)?|chuyên môn|"
    r"(?:các )?danh hiệu(?: học tập)?|phát triển (?:tổ chức )?hội(?: viên)?|hoạt động|đội ngũ|chỉ tiêu|trong đó|"
    r"chia ra|nội dung|hội viên và tổ chức|năm báo cáo|khen thưởng học bổng|tổ chức và hội viên|"
    r"công tác khuyến học|chất lượng(?: đội ngũ)?|tổ chức hội hội viên|xây dựng xã hội học tập|các chỉ tiêu|"
    r"chia theo trình độ(?: chuyên môn)?"
)
_DASH = re.compile(r"[-–+•]")


@dataclass(frozen=True, slots=True)
class Meant:
    """What a label stands for; `indicators` holds one when it is clear, several or none when a person decides."""

    said: Label
    words: str
    indicators: tuple[Indicator, ...] = ()
    breakdown: str = ""
    skip: bool = False

    @property
    def indicator(self) -> Indicator | None:
        return self.indicators[0] if len(self.indicators) == 1 else None


def _answered(setting: Setting, said: Label, key: str, breakdown: str = "") -> Meant | None:
    answer = setting.answers.get(("chỉ tiêu", key), "")
    if not answer:
        return None
    known = setting.catalog.indicators.get(answer)
    return Meant(said, key, (known,) if known else (), breakdown, skip=answer == SKIP)


def of_text(setting: Setting, text: str, *, measure: str = "", before: str = "") -> Meant:
    """Return what a text stands for; `before` are words of the group it stands under."""
    said = label(text)
    said = replace(said, measure=said.measure or measure)
    if answered := _answered(setting, said, f"{before} {text}".strip()) or _answered(setting, said, text):
        return answered
    words = f"{before} {said.text}".strip()
    found = setting.indicators.meant(setting.indicators.concepts(words, said.measure)) if words else ()
    return Meant(said, words, found)


def of_column(setting: Setting, column: int) -> Meant:
    """Return what a column stands for, from the headers over it."""
    path = setting.block.header_path(column)
    labels = [label(text) for text in path]
    measure = next((each.measure for each in reversed(labels) if each.measure), "")
    breakdown = next((each.breakdown for each in reversed(labels) if each.breakdown), "")
    words = [each.text for each in labels if _is_name(each)]
    said = Label(
        " ".join(words),
        tuple(said for each in labels for said in each.periods),
        measure,
        breakdown,
        part=any(each.part for each in labels),
        plan=any(each.plan for each in labels),
        total=bool(labels) and labels[-1].total,
    )
    key = " / ".join(path)
    if answered := _answered(setting, said, key, breakdown):
        return answered
    for some in (words, [each for each in words if not GENERAL.fullmatch(each)]):
        for unit in (measure, "" if measure else setting.context.measure):
            found = setting.indicators.meant(setting.indicators.concepts(" ".join(some), unit)) if some else ()
            if len(found) == 1:
                return Meant(said, key, found, breakdown)
    return Meant(said, key, (), breakdown)


def _is_name(said: Label) -> bool:
    return bool(said.text) and not said.total and not said.breakdown and said.text not in ("%", "đồng")


def with_parts(columns: Mapping[int, Meant]) -> dict[int, Meant]:
    """Give «Trong đó: nữ» the indicator of the column before it."""
    made: dict[int, Meant] = {}
    whole: Meant | None = None
    for column, meant in columns.items():
        if meant.breakdown and not meant.indicators and not meant.said.text and whole:
            periods = meant.said.periods or whole.said.periods
            said = replace(meant.said, measure=meant.said.measure or whole.said.measure, periods=periods)
            made[column] = replace(meant, indicators=whole.indicators, said=said)
            continue
        if not meant.breakdown:
            whole = meant if meant.indicators else None
        made[column] = meant
    return made


@dataclass(slots=True)
class Rows:
    """The rows of a table of indicators read one after the other: each may lean on those above it."""

    setting: Setting
    group: str = ""
    _parent: str = ""
    _whole: Meant | None = None

    def heading(self, text: str) -> None:
        """Note a row without figures: the rows below belong to it."""
        self.group, self._parent, self._whole = text, "", None

    def meant(self, text: str, measure: str) -> Meant:
        """Return what the next row stands for."""
        found = self._meant(text, measure)
        if not found.breakdown:
            self._whole = found if found.indicators else None
        if not _DASH.match(text):
            self._parent = text
        return found

    def _meant(self, text: str, measure: str) -> Meant:
        own, whole = of_text(self.setting, text, measure=measure), self._whole
        if own.said.breakdown:
            said = replace(own.said, measure=own.said.measure or (whole.said.measure if whole else ""))
            return replace(own, indicators=whole.indicators if whole else (), breakdown=said.breakdown, said=said)
        if own.said.part and whole and whole.indicators:
            return self._part(own, whole, text, measure)
        for before in (self._parent if _DASH.match(text) else "", self.group):
            if before and own.indicator is None:
                joined = of_text(self.setting, text, measure=measure, before=label(before).text)
                if joined.indicator:
                    return joined
        return own

    def _part(self, own: Meant, whole: Meant, text: str, measure: str) -> Meant:
        """Return «trong đó: …»: an indicator of its own if it is a part of the one above, else a breakdown of it."""
        if own.indicators and own.indicators[0].parent_indicator_id == whole.indicators[0].indicator_id:
            return own
        joined = of_text(self.setting, text, measure=measure, before=whole.words)
        if joined.indicator and joined.indicators != whole.indicators:
            return joined
        return replace(own, indicators=() if own.indicators else whole.indicators, breakdown=own.said.text)
