"""One figure ready to be shown in a table, a card or a chart: value, period, source, and every caveat in words.

The words come from `views/statements`; a sentence is made there too. This is the row of the table of figures.
"""

import re
from collections.abc import Collection
from decimal import Decimal
from hashlib import sha256

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.model.finding import Place
from hoctap.model.frozen import dataclass
from hoctap.model.once import once_for_row
from hoctap.model.record import Indicator, Observation, Unit
from hoctap.vietnamese.writing import lower_first
from hoctap.views.link import Link, indicator_link, link, source_link, unit_link
from hoctap.views.statements.caveats import Caveat, caveats_of
from hoctap.views.statements.periods import period_label
from hoctap.views.statements.reasons import Reason
from hoctap.views.statements.words import hedge_of, named_of, value_words

_NUMBER = re.compile(r"\D*[\d.,]+%?")
# At the head of a line of its own; small where it stands in brackets.
_SCOPE = "Phạm vi: "
_LETTERS = str.maketrans("0123456789", "ghijklmnop")


@dataclass(frozen=True, slots=True)
class Figure:
    """An observation ready to be shown; `formatted` is number and unit, `hedge` the source's word or empty.

    `rival` says that another source of the same figure is preferred; it is no caveat, since what a row says does not
    depend on other rows, but stands with them wherever the figure does.
    """

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
    caveats: tuple[Caveat, ...]
    rival: str
    is_money: bool
    place: Place
    observation: Observation

    @property
    def anchor(self) -> str:
        """Return where the figure stands on the page of its unit: the same as long as its row says what it says."""
        row = self.observation
        key = f"{row.indicator_id}|{row.period.text}|{row.breakdown}|{row.source_id}|{row.locator}"
        # In letters alone: digits beside a name look like somebody's number.
        return "so-" + sha256(key.encode()).hexdigest()[:8].translate(_LETTERS)

    @property
    def value_with_qualifier(self) -> str:
        """Return hedge, number and unit in one phrase: `hơn 12 triệu đồng`."""
        return f"{self.hedge} {self.formatted}".strip()

    @property
    def amount(self) -> str:
        """Return the number of `formatted`: `12` of `12 triệu đồng`; all of it where there is no number."""
        found = _NUMBER.match(self.formatted)
        return found.group() if found and self.value is not None else self.formatted

    @property
    def measure(self) -> str:
        """Return the words after the number of `formatted`: `triệu đồng`."""
        return self.formatted.removeprefix(self.amount).strip()

    @property
    def aside(self) -> str:
        """Return the caveats that stand neither in the value nor beside the period, in one phrase; empty if none."""
        return "; ".join(self._besides)

    @property
    def caveat_words(self) -> str:
        """Return every caveat but the hedge, that of the period first; empty if there is none."""
        return "; ".join(filter(None, (self.period_doubt, self.aside)))

    @property
    def has_caveats(self) -> bool:
        """Return whether anything but the hedge limits the figure."""
        return bool(self.caveat_words)

    @property
    def limits(self) -> tuple[str, ...]:
        """Return what changes what the number counts and so stands beside it; that it is a sum, the period tells."""
        return (*self._words_of("scope", "border", "unfinished", "no-number"), *self._rivals)

    @property
    def remarks(self) -> str:
        """Return what is to know of how the source says it, and then of the source itself; empty if nothing."""
        return "; ".join(filter(None, (self.number_remark, self._of_source)))

    @property
    def number_remark(self) -> str:
        """Return what the source adds to the number; empty if nothing."""
        return "".join(self._words_of("note"))

    @property
    def source_remark(self) -> str:
        """Return what is to know of the source, whatever it says; empty if nothing."""
        return "".join(self._words_of("source"))

    @property
    def _of_source(self) -> str:
        return f"lưu ý về nguồn: {self.source_remark}" if self.source_remark else ""

    @property
    def details(self) -> tuple[str, ...]:
        """Return what a row of a table says beside its columns: what limits it, note, that it is not the preferred."""
        return (*self._words_of("scope", "border", "unfinished", "note"), *self._rivals)

    def _words_of(self, *codes: str) -> list[str]:
        # They stand in the order of a sentence, in which `codes` are named too.
        named = [(caveat.code, caveat.words) for caveat in self.caveats if caveat.code in codes]
        return [f"{_SCOPE}{text}" if code == "scope" else text for code, text in named]

    @property
    def _rivals(self) -> tuple[str, ...]:
        return (self.rival,) if self.rival else ()

    @property
    def cautions(self) -> tuple[str, ...]:
        """Return all there is to know apart from the value: doubt, scope, border, note, the source's own."""
        return tuple(filter(None, (self.period_doubt, *self._besides)))

    @property
    def _besides(self) -> tuple[str, ...]:
        of_source = (self._of_source,) if self._of_source else ()
        return (*(words.replace(_SCOPE, lower_first(_SCOPE), 1) for words in self.details), *of_source)

    @property
    def brief(self) -> str:
        """Return the figure where there is room for a phrase: value, period and, in brackets, all its cautions."""
        return self.brief_without(())

    def brief_without(self, common: Collection[str]) -> str:
        """Return the figure as a phrase, without those cautions that are `common` to all that stand with it."""
        words = f"{self.value_with_qualifier}, {self.period}"
        own = "; ".join(caution for caution in self.cautions if caution not in common)
        return f"{words} ({own})" if own else words

    @property
    def row_of_list(self) -> tuple[str, tuple[str, ...]]:
        """Return the figure in a long list, number first, `*` where there are remarks; then its limits."""
        limits = [caveat.words for caveat in self.caveats if caveat.code in ("scope", "border", "unfinished")]
        mark = "*" if self.remarks else ""
        name = lower_first(self.indicator.text)
        words = f"{self.value_with_qualifier}, {self.period}{mark}: {name}"
        return words, tuple(filter(None, (self.period_doubt, *limits, self.rival)))

    @property
    def mark(self) -> str:
        """Return how a chart draws the value: `exact`, `low` (an open end above), `high` (below) or `around`."""
        qualifier = self.observation.qualifier
        return {"over": "low", "at_least": "low", "under": "high", "nearly": "high", "about": "around"}.get(
            qualifier, "exact"
        )


def format_value(catalog: Catalog, indicator: Indicator | None, value: Decimal | None) -> str:
    """Return a value with its unit of measure as Vietnamese say it."""
    return value_words(catalog, indicator, value)


def figure_of(catalog: Catalog, row: Observation) -> Figure:
    """Return the observation as a figure."""
    return figure_of_row(catalog, catalog.row_of(row))


@once_for_row
def figure_of_row(catalog: Catalog, joined: FigureRow) -> Figure:
    """Return a joined observation as a figure."""
    row = joined.observation
    caveats = caveats_of(catalog, joined)
    hedge = hedge_of(catalog, row.qualifier) if row.value is not None else ""
    return Figure(
        unit=unit_link(catalog, row.unit_id),
        indicator=indicator_of(catalog, row.indicator_id, joined.unit),
        topic=joined.indicator.topic if joined.indicator else "",
        value=row.value,
        formatted=value_words(catalog, joined.indicator, row.value, row.qualifier).removeprefix(hedge).strip(),
        hedge=hedge,
        period=period_label(joined),
        period_doubt="; ".join(caveat.words for caveat in caveats if caveat.code == "doubt"),
        breakdown=row.breakdown,
        source=source_link(catalog, row.source_id),
        locator=row.locator,
        note=row.note,
        caveats=caveats,
        rival=rival_of(joined),
        is_money=joined.indicator is not None and joined.indicator.unit_measure == "dong",
        place=row.place,
        observation=row,
    )


def indicator_of(catalog: Catalog, indicator_id: str, unit: Unit | None) -> Link:
    """Return the link to an indicator as a heading names it of a unit: people have no staff, they are it."""
    found = indicator_link(catalog, indicator_id)
    return link(found.href, named_of(found.text, unit))


def rival_of(joined: FigureRow) -> str:
    """Return that another source of the same figure is preferred; empty if none is."""
    return "" if joined.preference.is_preferred else Reason.NOT_FOLLOWED.words
