"""Figures in English form: numbers, units of measure, periods, and what limits what is counted.

A name without an English form stays Vietnamese; templates mark it as such.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hoctap.model.catalog import Catalog
from hoctap.model.record import Code, Indicator
from hoctap.vietnamese.writing import BILLION, MILLION
from hoctap.views import home
from hoctap.views.english_names import Name, name_of
from hoctap.views.english_times import english_period
from hoctap.views.figure import Figure

# One of what codes name in the plural, where more than a last «s» changes.
_ONE = {
    "people": "person",
    "families": "family",
    "communities": "community",
    "classes": "class",
    "times a day": "time a day",
    "days of pay": "day of pay",
}
_RIVAL = "another source is preferred"
_BORDERS = {"before": "borders before 1 July 2025", "unknown": "unclear whether borders before or after 1 July 2025"}


@dataclass(frozen=True, slots=True)
class EnglishFigure:
    """A figure in English; `limits` are what changes what the number counts, `doubt` what is not sure of its period.

    `scope` and `remarks` are the Vietnamese words of the data.
    """

    figure: Figure
    unit: Name
    indicator: Name
    source: Name
    value_with_qualifier: str
    period: str
    doubt: str
    limits: Sequence[str] = ()

    @property
    def scope(self) -> str:
        """Return the part of the unit the figure is about, in Vietnamese; empty for the whole."""
        return self.figure.breakdown

    @property
    def remarks(self) -> str:
        """Return what is to know of how the source says it, in Vietnamese."""
        return self.figure.remarks

    @property
    def brief(self) -> str:
        """Return value, period and what limits the number in one phrase; scope and remarks stand beside it."""
        period = f"{self.period} ({self.doubt})" if self.doubt else self.period
        return ", ".join((self.value_with_qualifier, period, *self.limits))

    @property
    def sentence(self) -> str:
        """Return all there is to know of the figure in one line, Vietnamese where the data is."""
        scope = f" (only: {self.scope})" if self.scope else ""
        remarks = f" Remarks in Vietnamese: {self.remarks}." if self.remarks else ""
        place = f", {self.figure.locator}" if self.figure.locator else ""
        return (
            f"{self.unit.text}{scope}: {self.indicator.text}, {self.brief}; source: {self.source.text}{place}.{remarks}"
        )


def number(value: Decimal | int) -> str:
    """Return `value` as English writes it, every digit kept: `2,763`, `32.83`."""
    text = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def meaning(catalog: Catalog, code_list: str, code: str) -> str:
    """Return what a code means in English; the code itself where the list does not have it."""
    known = catalog.codes.get((code_list, code))
    return known.title_en if known else code


def meaning_of_words(catalog: Catalog, code_list: str, title_vi: str) -> str:
    """Return in English what a list of codes says in Vietnamese; empty where no code says so."""
    rows = catalog.grouped(Code, "list").get(code_list, ())
    return next((row.title_en for row in rows if row.title_vi == title_vi), "")


def measured(catalog: Catalog, measure: str, value: Decimal) -> str:
    """Return a value with its unit of measure: `2,763 people`, `32.83%`, `5.4 billion dong`."""
    if measure == "phan-tram":
        return f"{number(value)}%"
    if measure != "dong":
        plural = meaning(catalog, "unit_measure", measure)
        return f"{number(value)} {_ONE.get(plural, plural.removesuffix('s')) if value == 1 else plural}".strip()
    for scale, word in ((BILLION, "billion"), (MILLION, "million")):
        if abs(value) >= scale and value / scale == round(value / scale, 3):
            return f"{number(value / scale)} {word} dong"
    return f"{number(value)} dong"


def english_figure(catalog: Catalog, figure: Figure) -> EnglishFigure:
    """Return a figure as an English page tells it."""
    row, joined = figure.observation, catalog.row_of(figure.observation)
    hedge = "" if row.qualifier == "exact" else meaning(catalog, "qualifier", row.qualifier) + " "
    measure = _measure(catalog.indicators.get(row.indicator_id))
    value = hedge + measured(catalog, measure, row.value) if row.value is not None else "no number given"
    codes = {caveat.code for caveat in figure.caveats}
    limits = {
        "border": _BORDERS.get(joined.border, ""),
        "unfinished": "published before the period was over",
    }
    return EnglishFigure(
        figure=figure,
        unit=name_of(catalog, figure.unit),
        indicator=name_of(catalog, figure.indicator),
        source=name_of(catalog, figure.source),
        value_with_qualifier=value,
        period=english_period(joined),
        doubt="" if row.period_status == "stated" else meaning(catalog, "period_status", row.period_status),
        limits=[*(words for code, words in limits.items() if code in codes), *([_RIVAL] if figure.rival else [])],
    )


def _measure(indicator: Indicator | None) -> str:
    return indicator.unit_measure if indicator else ""


def headline_figures(catalog: Catalog, today: date) -> list[EnglishFigure]:
    """Return the figures of the front page."""
    return [english_figure(catalog, figure) for figure in home.headline_figures(catalog, today)]
