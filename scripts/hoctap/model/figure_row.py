"""One observation joined with all that belongs to it: its unit, area, indicator and source, borders, months, range.

What is computed here is meaning, not words: how long a period is, on which borders the figure stands, between which
numbers a hedged value lies. Words are for `views/statements`.
"""

from collections.abc import Iterator
from dataclasses import field
from datetime import date

from hoctap.model.codes import AREA_UNIT, NO_LEVEL
from hoctap.model.dataset import Dataset
from hoctap.model.frozen import dataclass
from hoctap.model.kept import kept
from hoctap.model.period_kinds import CUMULATIVE, MOMENT, may_be_over_from, months_of
from hoctap.model.preference import Preference, preferences
from hoctap.model.record import Area, AreaSuccession, Indicator, Observation, Source, Unit
from hoctap.model.value_range import Range, range_of

# The day from which provinces have their present borders, and districts are no more.
NEW_BORDERS = date(2025, 7, 1)
# What a figure is named after, in its file and in all that is published.
FIGURE_KEY = ("unit_id", "indicator_id", "period", "breakdown", "source_id")
_MOST_STEPS = 5
# How much of a period may be missing from a source that still counts as one of its end: a twelfth, a month at most.
_SHARE, _MONTH = 12, 31


@dataclass(frozen=True, slots=True)
class FigureRow:
    """An observation and the records it names; None for a record that is not there."""

    observation: Observation
    unit: Unit | None
    area: Area | None
    province_now: Area | None
    indicator: Indicator | None
    source: Source | None
    preference: Preference
    borders_changed: bool
    # What is found of the row when it is first asked for, and what views found when they compared it with others.
    _row_id: str = field(init=False, repr=False, compare=False)
    _months: int | None = field(init=False, repr=False, compare=False)
    _border: str = field(init=False, repr=False, compare=False)
    _range: Range = field(init=False, repr=False, compare=False)
    judged: object = field(init=False, repr=False, compare=False)

    @kept
    def row_id(self) -> str:
        """Return the key of the observation as one text; it does not change when other rows come or go."""
        row = self.observation
        return f"{row.unit_id}|{row.indicator_id}|{row.period.text}|{row.breakdown}|{row.source_id}"

    @property
    def stock_flow(self) -> str:
        """Return stock, flow, or the ratio of one of them; empty if the data does not say."""
        return self.indicator.stock_flow if self.indicator else ""

    @property
    def is_stock(self) -> bool:
        """Return whether the figure says what is there at a moment, not what happened during a period."""
        return self.stock_flow in ("stock", "ratio-of-stock")

    @property
    def phrase(self) -> str:
        """Return the sentence frame of the indicator, with `{unit}` and `{value}`; empty if it has none."""
        return self.indicator.phrase_vi if self.indicator else ""

    @property
    def is_summable(self) -> bool:
        """Return whether figures of units of one level may be added."""
        return self.indicator is not None and self.indicator.summable == "yes"

    @property
    def period_kind(self) -> str:
        """Return the kind of the period, as the data says."""
        return self.observation.period_kind

    @kept
    def months(self) -> int | None:
        """Return how many months the period lasts: 0 for a moment, None where the beginning is not known."""
        return months_of(self.observation.period, self.period_kind)

    @property
    def is_accumulated(self) -> bool:
        """Return whether the figure adds up what happened since its beginning.

        What is there, and a share of it, is no sum: through years it is told of all of them.
        """
        return self.period_kind == CUMULATIVE and not (self.is_stock and self.observation.period.is_interval)

    @property
    def is_unfinished(self) -> bool:
        """Return whether what happened in a period was published long before the period could be over.

        That is a month, and in a shorter period than a year a twelfth of it.
        """
        published = self.source.published_on if self.source else None
        # What is there at a moment is no longer awaited; what was counted through years is, whatever it counts.
        is_of_a_moment = self.period_kind == MOMENT or (self.is_stock and self.period_kind != CUMULATIVE)
        if is_of_a_moment or published is None:
            return False
        over = may_be_over_from(self.observation.period, self.period_kind)
        spared = min(_MONTH, (over - self.observation.period.start).days // _SHARE)
        return (over - published.end).days > spared

    @kept
    def border(self) -> str:
        """Return `before` or `after` the change of borders, `unknown`, or empty where no border bears on the figure.

        None does where the borders of the area never changed, and where the unit is of no area but stands in one.
        """
        return (self.observation.border or self._border_of_time()) if has_territory(self.unit) else ""

    @property
    def stands_on_lasting_borders(self) -> bool:
        """Return whether the area of the figure is known and its borders never changed."""
        return self.area is not None and not self.borders_changed

    def _border_of_time(self) -> str:
        if not self.borders_changed:
            return ""
        period = self.observation.period
        if period.end < NEW_BORDERS or (self.area and self.area.valid_until):
            return "before"
        whole = self.unit is not None and self.unit.unit_kind == AREA_UNIT
        if period.start >= NEW_BORDERS or (whole and self.area and self.area.valid_from):
            return "after"
        return "unknown"

    @kept
    def range(self) -> Range:
        """Return between which numbers the value lies."""
        return range_of(self.observation.value, self.observation.qualifier)


def figure_rows(dataset: Dataset) -> Iterator[FigureRow]:
    """Yield every observation joined, in the order of the dataset."""
    changed = _changed_areas(dataset)
    now = {area_id: dataset.areas.get(province_today(dataset, area_id)) for area_id in dataset.areas}
    followed = preferences(dataset.observations, dataset.sources)
    for row, preference in zip(dataset.observations, followed, strict=True):
        unit = dataset.units.get(row.unit_id)
        area_id = unit.area_id if unit else ""
        yield FigureRow(
            observation=row,
            unit=unit,
            area=dataset.areas.get(area_id),
            province_now=now.get(area_id),
            indicator=dataset.indicators.get(row.indicator_id),
            source=dataset.sources.get(row.source_id),
            preference=preference,
            borders_changed=area_id in changed,
        )


def province_today(dataset: Dataset, area_id: str) -> str:
    """Return the identifier of the province of today that `area_id` lies in; empty if that is not known."""
    province = dataset.province_of(area_id)
    for _ in range(_MOST_STEPS):
        area = dataset.areas.get(province)
        if area is None or area.valid_until is None:
            return province
        into = dataset.grouped(AreaSuccession, "from_area_id").get(province, ())
        province = dataset.province_of(into[0].to_area_id) if len(into) == 1 else ""
    return ""


def has_territory(unit: Unit | None) -> bool:
    """Return whether a unit is of an area: a school, a hospital, an enterprise or a clan counts its own people."""
    return unit is None or unit.unit_kind == AREA_UNIT or unit.level != NO_LEVEL


def _changed_areas(dataset: Dataset) -> set[str]:
    """Return the areas whose own borders changed."""
    changed = {area_id for area_id, area in dataset.areas.items() if area.valid_until or area.valid_from}
    for row in dataset.all_of(AreaSuccession):
        changed.add(row.from_area_id)
        if formed_of(dataset, row.to_area_id):
            changed.add(row.to_area_id)
    return changed


def formed_of(dataset: Dataset, area_id: str) -> list[AreaSuccession]:
    """Return from what an area was formed: not from a district that lay in it and was abolished."""
    rows = dataset.grouped(AreaSuccession, "to_area_id").get(area_id, ())
    return [row for row in rows if dataset.province_of(row.from_area_id) != area_id]
