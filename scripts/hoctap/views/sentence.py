"""Ready sentences for a report, each made from the same values the page shows: number, change, source, date."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from hoctap.model.catalog import Catalog
from hoctap.model.period import Period
from hoctap.model.record import Indicator, Observation
from hoctap.vietnamese.writing import day, moment, number, span
from hoctap.views.conflict import rank
from hoctap.views.figure import Figure, figure_of


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the figures it was made from, newest first."""

    text: str
    figures: tuple[Figure, ...]


def sentences_of(catalog: Catalog, rows: Iterable[Observation], most: int = 12) -> list[Sentence]:
    """Return one sentence for each indicator of one unit: its newest figure, and the change since the one before.

    Parts of a subject and figures without a number are left out; of several sources the preferred one speaks.
    """
    newest: dict[str, list[Observation]] = {}
    for row in sorted(rows, key=lambda row: (-row.period.end.toordinal(), rank(catalog, row))):
        if row.value is not None and not row.breakdown:
            newest.setdefault(row.indicator_id, []).append(row)
    sentences = [_sentence(catalog, group) for group in newest.values()]
    return sentences[:most]


def _sentence(catalog: Catalog, group: list[Observation]) -> Sentence:
    now = figure_of(catalog, group[0])
    before = next((row for row in group if row.period.end < group[0].period.start), None)
    indicator = catalog.indicators.get(group[0].indicator_id)
    name = _subject(indicator) if indicator else group[0].indicator_id
    unit = catalog.units[group[0].unit_id]
    change = _change(catalog, group[0], before)
    text = f"{when(group[0].period)}, {name} của {unit.name_vi} là {now.value_with_qualifier}{change}"
    text += f" (nguồn: {_cited(catalog, now)})."
    figures = (now, figure_of(catalog, before)) if before else (now,)
    return Sentence(text[:1].upper() + text[1:], figures)


def _subject(indicator: Indicator) -> str:
    name = indicator.name_vi[:1].lower() + indicator.name_vi[1:]
    counted = indicator.value_type == "count" and not name.startswith(("tổng số", "số "))
    return f"số {name}" if counted else name


def when(period: Period) -> str:
    """Return the period as a sentence opens with it: `năm 2024`, `tính đến ngày 21/02/2025`, `giai đoạn 2007–2009`."""
    if period.is_interval:
        return f"giai đoạn {span(period)}"
    return f"tính đến ngày {day(period.start)}" if period.text.count("-") == 2 else moment(period)


def _change(catalog: Catalog, now: Observation, before: Observation | None) -> str:
    # A change is told only between two figures that both name an exact number.
    if before is None or before.value is None or now.value is None:
        return ""
    if now.qualifier != "exact" or before.qualifier != "exact":
        return ""
    indicator = catalog.indicators.get(now.indicator_id)
    difference = now.value - before.value
    since = f"so với {span(before.period)}"
    if difference == 0:
        return f", không đổi {since}"
    word = "tăng" if difference > 0 else "giảm"
    if indicator and indicator.value_type == "share":
        return f", {word} {number(abs(difference))} điểm phần trăm {since}"
    percent = abs(difference) / before.value * 100 if before.value else Decimal(0)
    return f", {word} {number(percent, 1)}% {since}" if percent else ""


def _cited(catalog: Catalog, figure: Figure) -> str:
    source = catalog.sources.get(figure.observation.source_id)
    published = f", {moment(source.published_on)}" if source and source.published_on else ""
    publisher = f"{source.publisher}, " if source and source.publisher else ""
    return f"{publisher}«{figure.source.text}»{published}, {figure.locator}"
