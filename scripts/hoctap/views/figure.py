"""One figure in words: number, unit, hedge, period, source and place. The same everywhere it is shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256

from hoctap.model.catalog import Catalog
from hoctap.model.finding import Place
from hoctap.model.record import Code, Indicator, Observation
from hoctap.vietnamese.writing import money, number, span
from hoctap.views.link import Link, indicator_link, source_link, unit_link


@dataclass(frozen=True, slots=True)
class Figure:
    """An observation ready to be shown; `formatted` is number and unit, `hedge` the source's word or empty."""

    unit: Link
    indicator: Link
    topic: str
    value: Decimal | None
    formatted: str
    hedge: str
    period: str
    period_doubt: str
    breakdown: str
    source: Link
    locator: str
    note: str
    place: Place
    observation: Observation

    @property
    def anchor(self) -> str:
        """Return where the figure stands on the page of its unit: the same as long as its row says what it says."""
        row = self.observation
        key = f"{row.indicator_id}|{row.period.text}|{row.breakdown}|{row.source_id}|{row.locator}"
        return f"so-{sha256(key.encode()).hexdigest()[:8]}"

    @property
    def value_with_qualifier(self) -> str:
        """Return hedge, number and unit in one phrase: `hơn 12 triệu đồng`."""
        return f"{self.hedge} {self.formatted}".strip()

    @property
    def amount(self) -> str:
        """Return the number of `formatted`: `12` of `12 triệu đồng`; all of it where there is no number."""
        return self.formatted.partition(" ")[0] if self.value is not None else self.formatted

    @property
    def measure(self) -> str:
        """Return the words after the number of `formatted`: `triệu đồng`."""
        return self.formatted.partition(" ")[2] if self.value is not None else ""


def format_value(catalog: Catalog, indicator: Indicator | None, value: Decimal | None) -> str:
    """Return a value with its unit of measure as Vietnamese say it."""
    if value is None:
        return "không nêu con số"
    measure = indicator.unit_measure if indicator else ""
    if measure == "dong":
        return money(value)
    if measure == "phan-tram":
        return f"{number(value)}%"
    return f"{number(value)} {catalog.code_title('unit_measure', measure)}".strip()


def figure_of(catalog: Catalog, row: Observation) -> Figure:
    """Return the observation as a figure."""
    indicator = catalog.indicators.get(row.indicator_id)
    doubt = "" if row.period_status == "stated" else catalog.code_title("period_status", row.period_status)
    return Figure(
        unit=unit_link(catalog, row.unit_id),
        indicator=indicator_link(catalog, row.indicator_id),
        topic=indicator.topic if indicator else "",
        value=row.value,
        formatted=format_value(catalog, indicator, row.value),
        hedge="" if row.qualifier == "exact" else catalog.code_title("qualifier", row.qualifier),
        period=span(row.period),
        period_doubt=doubt,
        breakdown=row.breakdown,
        source=source_link(catalog, row.source_id),
        locator=row.locator,
        note=row.note,
        place=row.place,
        observation=row,
    )


def figures_of(catalog: Catalog, rows: Iterable[Observation]) -> list[Figure]:
    """Return the figures by topic, indicator, breakdown, then newest period first."""
    topic_order = {code.code: code.order for code in catalog.all_of(Code) if code.list == "topic"}
    figures = [figure_of(catalog, row) for row in rows]
    figures.sort(key=lambda figure: -figure.observation.period.end.toordinal())
    figures.sort(key=lambda figure: (topic_order.get(figure.topic, 99), figure.indicator.text, figure.breakdown))
    return figures


def headline(catalog: Catalog, figures: Sequence[Figure], most: int = 4) -> list[Figure]:
    """Return up to `most` figures that say the most of a unit: totals of the whole, newest, one an indicator."""
    chosen: dict[str, Figure] = {}
    for figure in sorted(figures, key=lambda figure: _weight(catalog, figure)):
        if figure.value is not None and not figure.breakdown:
            chosen.setdefault(figure.indicator.href, figure)
    return list(chosen.values())[:most]


def _weight(catalog: Catalog, figure: Figure) -> tuple[bool, int, bool, int]:
    indicator = catalog.indicators.get(figure.observation.indicator_id)
    is_part = bool(indicator and indicator.parent_indicator_id)
    kinds = ("count", "amount", "share", "ratio")
    kind = kinds.index(indicator.value_type) if indicator and indicator.value_type in kinds else len(kinds)
    newest = -figure.observation.period.end.toordinal()
    return is_part, newest, bool(figure.period_doubt), kind
