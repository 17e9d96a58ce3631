"""The rows of a table of indicators: what each counts, with the group and the rows above it that it leans on."""

import re
from dataclasses import dataclass, field, replace

from hoctap.contribute.naming.indicators import belongs_to_association
from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.below import (
    CODE,
    OWN_MARK,
    UNDER,
    done_to,
    is_level,
    kind_of,
    mark_of,
    own_indicator,
    part_of,
)
from hoctap.contribute.tables.counted_before import share_of, worth_of
from hoctap.contribute.tables.labels import label
from hoctap.contribute.tables.meaning import GENERAL, Meaning, of_text
from hoctap.contribute.tables.named import as_defined
from hoctap.contribute.tables.setting import NUMBER, Setting
from hoctap.contribute.tables.sums import named_totals
from hoctap.contribute.tables.topics import counts_staff, is_of_staff, of_topic

_RECOGNISED = re.compile(r"công nhận|\bđạt\b")
# «- Do Hội trao» below «Học bổng»: some of it, whatever stands beside it.
_BY_SOME = re.compile(r"[-–+•]?\s*(?:do|từ|bởi|bằng nguồn|nguồn)\b")
_BARE_TOTAL = re.compile(r"tổng(?: số)?(?: chung)?")


@dataclass(slots=True)
class Rows:
    """The rows of a table of indicators read one after the other: each may lean on those above it."""

    setting: Setting
    has_pairs: bool = False  # columns «SL» and «%» side by side
    stub: int = 0  # the column of their names
    share: Meaning | None = None  # what the row counts in «%»
    group: str = ""
    measure: str = ""
    _parent: str = ""
    _whole: Meaning | None = None
    _above: Meaning | None = None  # the row that those lettered or dashed below it belong to
    _coded: dict[str, Meaning] = field(default_factory=dict)  # each row by its number: «B02» of «B02.1»
    _mark: str = ""
    _numbered: bool = False
    _marked: bool = False  # the numbers stand in the names themselves; a column beside them holds codes
    _is_under: bool = False
    _total: Meaning | None = None  # the first «Tổng số …» of the group
    _totals: set[str] = field(default_factory=set)  # what a row called «Tổng số …» has counted
    _all_totals: set[str] | None = None
    _counted: Meaning | None = None  # the last row that is no share or worth of the one above it
    _joined: Meaning | None = None  # the last one that is
    _is_part: bool = False  # the row above is a part of what `_whole` counts
    _divided: Meaning | None = None  # what the rows under «Chia ra» are parts of

    def heading(self, text: str) -> None:
        """Note a row without figures: the rows below belong to it; under «Chia ra» they are parts of the one before."""
        text = NUMBER.sub("", text)
        self._divided = self._whole if label(text).part and not label(text).text else None
        if self._divided:
            return
        self.group, self._parent, self._whole, self._above, self._mark, self._totals = text, "", None, None, "", set()
        self.measure, self._total, self._coded = label(text).measure, None, {}

    def next_row(self, text: str, measure: str, ordinal: str = "") -> Meaning:
        """Return what the next row stands for; `ordinal` is its running number: «1», «a», «-», «1.2»."""
        code = self._begin(text, ordinal)
        is_of_all = not self.group and _BARE_TOTAL.fullmatch(label(text).text) and counts_staff(self.setting)
        named = f"{text} cán bộ" if is_of_all else text  # «Tổng số» of «CHẤT LƯỢNG CÁN BỘ»
        measure = measure or self.measure
        found = self._after_total(self._meaning_of_row(named, measure))
        self.share = self._in_percent(found) if self.has_pairs else None
        is_of_whole = self._whole is not None and found.indicators == self._whole.indicators
        self._is_part = bool(found.breakdown) and (is_of_whole or not found.indicators)
        if not self._is_part:
            self._whole = found if found.indicators else self._whole if self._is_under and not self._mark else None
        self._counted = self._counted if found is self._joined else found
        if code and not self._is_part:
            self._coded[code] = found
        if not self._is_under:
            self._parent = text
        return found

    def _begin(self, text: str, ordinal: str) -> str:
        """Note what mark a row has and which row it stands below, and return its number."""
        own = OWN_MARK.match(text)
        self._marked = self._marked or (own is not None and own[0][0].isdigit())
        number = own[0] if own else "" if self._marked else ordinal
        code, mark = spelled(number).strip(" .)"), mark_of(number)
        below = CODE.fullmatch(code)
        if below and below[1] in self._coded:
            mark, self._whole = "code", self._coded[below[1]]
        elif mark in UNDER and mark == self._mark and not label(text).part:
            self._whole = self._above  # «c. Dân tộc thiểu số» after «b. Đảng viên» is a part of what «b» is
        elif mark in UNDER:
            self._above = self._whole
        self._mark = mark
        # a row without a number among numbered ones
        self._is_under = mark in ("dash", "code") or (self._numbered and not mark)
        self._numbered = self._numbered or mark == "number"
        return code

    def _meaning_of_row(self, text: str, measure: str) -> Meaning:
        own, whole = of_text(self.setting, text, measure=measure), self._whole
        if own.label.breakdown:
            return self._part_of_all(own, whole, measure)
        self._divided = None if own.indicators else self._divided
        if (own.label.part or self._divided) and whole and whole.indicators:
            return part_of(self.setting, own, self._divided or whole, text, measure)
        if whole and (found := self._below(own, whole, measure)):
            return found
        if done := self._done(own, text, measure):
            return done
        for before in (self._parent if self._is_under and not own.label.total else "", self.group):
            if before and own.indicator is None:
                joined = of_text(self.setting, text, measure=measure, before=label(before).text)
                if joined.indicator:
                    return replace(joined, indicators=()) if _BY_SOME.match(spelled(text)) else joined
        if own.indicator is None and self._is_under:  # «Số lượt người học» under «7. Số lớp tại TTHTCĐ»
            for some in of_topic(self.setting, self.setting.indicators.concepts(own.words, measure), self._parent):
                return replace(own, indicators=self.setting.indicators.named_by(some))
        return (
            own
            if own.indicators
            else self._of_the_count_above(own) or self._as_defined(self._of_staff(own, text, measure))
        )

    def _of_the_count_above(self, own: Meaning) -> Meaning | None:
        """Return «So với dân số (%)», «Trị giá» right below a count as its share or its worth; None for any other."""
        whole = self._counted if self._whole else None
        self._joined = (share_of(self.setting, whole, own) or worth_of(self.setting, whole, own)) if whole else None
        return self._joined

    def _of_staff(self, own: Meaning, text: str, measure: str) -> Meaning:
        """Return a row of a table about a staff as what it says of that: «Tốt nghiệp THPT», «Là người DTTS»."""
        joined = of_text(self.setting, text, measure=measure, before="cán bộ") if is_of_staff(self.setting) else own
        is_staff = joined.indicator is not None and joined.indicator.indicator_id.startswith("staff-")
        return joined if is_staff else own

    def _as_defined(self, own: Meaning) -> Meaning:
        """Return a row whose words only the definition of an indicator holds: «LLCT từ trung cấp trở lên»."""
        if own.indicators or own.skip or not own.words:
            return own
        found, scope = as_defined(self.setting, own.words, own.label.measure)
        return replace(own, indicators=found, breakdown=own.breakdown or scope) if len(found) == 1 else own

    def _in_percent(self, found: Meaning) -> Meaning:
        """Return the share that a row names in «%»; nothing for a part, nor where its group may say of what it is."""
        group = label(self.group).text
        is_alone = found.indicator is not None or not group or GENERAL.fullmatch(group) is not None
        share = of_text(self.setting, found.words, measure="%", before="" if is_alone else group)
        counted, own = found.indicator, share.indicator.indicator_id if share.indicator else ""
        is_staff = counted is None and own.startswith("staff-") and is_of_staff(self.setting)
        is_its_share = own.endswith("-rate") and (is_staff or (counted and own == f"{counted.indicator_id}-rate"))
        return share if is_its_share and not found.breakdown else replace(found, indicators=())

    def _part_of_all(self, own: Meaning, whole: Meaning | None, measure: str) -> Meaning:
        """Return «Nữ», «Dân tộc thiểu số» as a part of the row above, or of the total where it has a number of its own.

        «4. Dân tộc thiểu số» after «3. Đảng viên» are no members of the party.
        """
        of_total = self._total if not own.label.part and self._mark == "number" else None
        whole = of_total or whole
        if own.label.measure == "%" and whole and whole.indicator and whole.indicator.value_type == "count":
            return self._share_of_part(own, whole)
        if of_total and (found := own_indicator(self.setting, own, of_total, measure)):
            return found
        parsed = replace(own.label, measure=own.label.measure or (whole.label.measure if whole else ""))
        return replace(own, indicators=whole.indicators if whole else (), breakdown=parsed.breakdown, label=parsed)

    def _share_of_part(self, own: Meaning, whole: Meaning) -> Meaning:
        """Return «Là người DTTS (%)» as the share of a part of what a row counts; open where it has no indicator."""
        words = (whole.words, *(["cán bộ"] if is_of_staff(self.setting) else []))
        ways = (of_text(self.setting, own.label.text, measure="%", before=each) for each in words)
        found = next((each for each in ways if each.indicator), replace(own, indicators=()))
        return replace(found, breakdown="", label=replace(found.label, breakdown=""))

    def _after_total(self, found: Meaning) -> Meaning:
        """Return a row that names the same as a «Tổng số …» above it, and less, as open: «Nhân viên» are some of it."""
        if found.indicator is None or found.breakdown or found.answered or found.label.periods:
            return found
        if "total" in self.setting.indicators.concepts(found.words):
            self._totals.add(found.indicator.indicator_id)
            self._total = self._total or found
        elif found.indicator.indicator_id in self._totals | self._totals_of_table():
            return replace(found, indicators=())
        return found

    def _totals_of_table(self) -> set[str]:
        """Return what the rows called «Tổng số …» count in a table without groups: one may stand below its parts."""
        if self._all_totals is None:
            self._all_totals = set() if self.group else set(named_totals(self.setting, self.stub))
        return self._all_totals

    def _done(self, own: Meaning, text: str, measure: str) -> Meaning | None:
        """Return a row as what its group did or asked for: «Thạc sĩ» under «Cử đi đào tạo»; None under any other.

        «Cán bộ cử học thạc sĩ», «Học viên lớp bồi dưỡng chính trị» say so themselves, whatever their group is called.
        """
        concepts = self.setting.indicators.concepts
        if own.indicator and concepts(own.words) & {"sent", "trained"}:
            return None
        for before in (self._parent if self._is_under else "", self.group):
            above = concepts(label(before).text) if before else frozenset()
            if deeds := done_to(above, concepts(own.words)):
                joined = of_text(self.setting, text, measure=measure, before=label(before).text)
                is_both = len(deeds) > 1 or ("registered" in deeds and _RECOGNISED.search(label(before).text))
                return joined if joined.indicator and not is_both else replace(own, indicators=())
        return None

    def _below(self, own: Meaning, whole: Meaning, measure: str) -> Meaning | None:
        """Return a row that its mark, or the part above it, puts below what `whole` counts; None for any other."""
        if self._mark in UNDER:
            found = self._under(own, whole, measure)
        else:
            found = kind_of(self.setting, own, whole) if self._is_under or (self._is_part and not self._mark) else None
        is_open = found is None and self._is_under and own.indicator and is_level(self.setting, own, whole)
        return replace(own, indicators=()) if is_open and whole.indicator else found

    def _under(self, own: Meaning, whole: Meaning, measure: str) -> Meaning | None:
        """Return a lettered row that only names a kind of what the row above counts: «a. Trường học»; None for others.

        «b. Đảng viên», in the same measure but of the place and not of the association, is asked about; so are people
        behind a dash below what counts no people: «- Đảng viên» of «1. Chi hội».
        """
        if whole.indicator is None or own.label.total:
            return None
        if kind := kind_of(self.setting, own, whole):
            return kind
        if own.indicator is None or not measure:
            return None
        is_same, is_of_people = whole.label.measure == measure, own.indicator.unit_measure == "nguoi"
        is_of_another = belongs_to_association(own.indicator) != belongs_to_association(whole.indicator)
        if not is_of_another or not (is_same or (is_of_people and self._mark == "dash")):
            return None
        return replace(own, indicators=(*whole.indicators, *own.indicators) if is_same else ())
