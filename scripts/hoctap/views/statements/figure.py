"""One figure as a sentence: period, unit and value in the frame of the indicator, caveats, source; for every row."""

from collections.abc import Collection, Iterable, Sequence

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.model.once import once_for_row
from hoctap.model.record import Source
from hoctap.vietnamese.writing import moment, money, number
from hoctap.views.figure import figure_of
from hoctap.views.link import source_link, unit_link
from hoctap.views.statements.caveats import Caveat, caveats_of
from hoctap.views.statements.periods import own_period, period_words
from hoctap.views.statements.statement import Kind, Part, Statement, linked, sentence
from hoctap.views.statements.words import bare_value, frame, hedge_of, small, unit_name, value_words

# Where each caveat stands: the hedge before the number, doubt after the period, the source's with the source.
_AFTER_PERIOD, _WITH_SOURCE = ("doubt",), ("source",)
_IN_BRACKETS = ("scope", "border", "unfinished", "note")


@once_for_row
def figure_statement(catalog: Catalog, row: FigureRow) -> Statement:
    """Return the sentence of one figure; of a row without a number, the sentence that says so."""
    return _statement(catalog, row, closing(catalog, row))


def statement_under_source(catalog: Catalog, row: FigureRow) -> Statement:
    """Return the sentence of one figure under a heading that says its source and the caveat of that."""
    locator = row.observation.locator
    return _statement(catalog, row, [f" ({locator})"] if locator else [])


def caveat_of_source(catalog: Catalog, row: FigureRow) -> str:
    """Return what is to be known of the source of a figure; empty if nothing is."""
    return _words(caveats_of(catalog, row), _WITH_SOURCE)


def _statement(catalog: Catalog, row: FigureRow, end: list[Part | str]) -> Statement:
    caveats = caveats_of(catalog, row)
    return Statement(
        kind=Kind.ABSENCE if row.observation.value is None else Kind.FIGURE,
        subject=(row.observation.unit_id, row.observation.indicator_id),
        row_ids=(row.row_id,),
        parts=sentence([*opening(catalog, row), *framed(catalog, row), *end, "."]),
        caveats=caveats,
        figures=(figure_of(catalog, row.observation),),
        range=row.range,
    )


def field_text(catalog: Catalog, row: FigureRow) -> str:
    """Return what a field of a form holds of a figure: its hedge and whole number, without the noun the field names."""
    seen = row.observation
    if seen.value is None:
        return ""
    measure = row.indicator.unit_measure if row.indicator else ""
    amount = money(seen.value) if measure == "dong" else number(seen.value) + "%" * (measure == "phan-tram")
    return f"{hedge_of(catalog, seen.qualifier)} {amount}".strip()


def opening(catalog: Catalog, row: FigureRow) -> list[Part | str]:
    """Return how the sentence begins: the period, and its doubt."""
    return [period_words(row), doubt_of(catalog, row), ", "]


def doubt_of(catalog: Catalog, row: FigureRow) -> str:
    """Return the doubt about the period in brackets, with the space before; empty if there is none."""
    doubt = _words(caveats_of(catalog, row), _AFTER_PERIOD)
    return f" ({doubt})" if doubt else ""


def framed(catalog: Catalog, row: FigureRow) -> list[Part | str]:
    """Return unit and value in the frame of the indicator, and what limits them in brackets."""
    seen, indicator = row.observation, row.indicator
    unit = linked(unit_link(catalog, seen.unit_id), unit_name(row.unit, seen.unit_id))
    aside = limits(catalog, row)
    if not row.phrase or seen.value is None:
        link = figure_of(catalog, seen).indicator
        named = linked(link, small(link.text))
        verb = " là " if seen.value is not None else ": "
        value = value_words(catalog, indicator, seen.value, seen.qualifier)
        return [named, " của ", unit, verb, "nguồn " * (seen.value is None) + value, aside]
    before, between, after = frame(row.phrase, row.unit, indicator)
    return [before, unit, between, bare_value(catalog, indicator, seen.value, seen.qualifier), after, aside]


def limits(catalog: Catalog, row: FigureRow, common: Collection[Caveat] = ()) -> str:
    """Return scope, border, what was not over and note in brackets, with the space before, but for what is `common`.

    Empty if there are none.
    """
    return in_brackets(caveat for caveat in _limiting(catalog, row) if caveat not in common)


def limits_of_all(catalog: Catalog, rows: Sequence[FigureRow]) -> tuple[Caveat, ...]:
    """Return what limits each of several figures, which is said once of all of them."""
    first, *others = (_limiting(catalog, row) for row in rows)
    return tuple(caveat for caveat in first if all(caveat in other for other in others))


def in_brackets(caveats: Iterable[Caveat]) -> str:
    """Return caveats as they stand after what they limit; empty if there are none."""
    words = "; ".join(f"phạm vi: {caveat.words}" if caveat.code == "scope" else caveat.words for caveat in caveats)
    return f" ({words})" if words else ""


def _limiting(catalog: Catalog, row: FigureRow) -> list[Caveat]:
    return [caveat for caveat in caveats_of(catalog, row) if caveat.code in _IN_BRACKETS]


def closing(catalog: Catalog, row: FigureRow, *others: FigureRow) -> list[Part | str]:
    """Return the source in brackets: who published it, its title, when, the place in it, and its own caveat.

    Of rows that share the source, every place.
    """
    seen, source = row.observation, row.source
    publisher = f"{source.publisher}, " if source and source.publisher else ""
    title = linked(source_link(catalog, seen.source_id))
    caveat = caveat_of_source(catalog, row)
    # «đoạn 9» comes before «đoạn 10», and before a place that is named by its words.
    places = sorted({each.observation.locator for each in (row, *others)}, key=lambda place: (len(place), place))
    tail = "".join(f", {text}" for text in (published(source), *places) if text)
    return [f" (nguồn: {publisher}«", title, f"»{tail}", f"; lưu ý về nguồn: {caveat}" if caveat else "", ")"]


def listed(
    catalog: Catalog, rows: Sequence[FigureRow], widest: str, common: Collection[Caveat] = ()
) -> list[Part | str]:
    """Return figures of units as one list: unit, period unless it is the `widest` one, value, limits, source.

    Limits that are `common` to all stand before the list, a source of all of them stands at its end.
    """
    parts: list[Part | str] = []
    one_source = len({row.observation.source_id for row in rows}) == 1
    for row in rows:
        seen = row.observation
        name = linked(unit_link(catalog, seen.unit_id), unit_name(row.unit, seen.unit_id))
        value = value_words(catalog, row.indicator, seen.value, seen.qualifier)
        words = f"{own_period(row, widest)} {value}{limits(catalog, row, common)}"
        parts += ["; " if parts else "", name, words, *([] if one_source else closing(catalog, row))]
    return parts + (closing(catalog, *rows) if one_source else [])


def published(source: Source | None) -> str:
    """Return when a source was published, in words; empty if that is not known."""
    return moment(source.published_on) if source and source.published_on else ""


def _words(caveats: tuple[Caveat, ...], codes: tuple[str, ...]) -> str:
    return "; ".join(caveat.words for caveat in caveats if caveat.code in codes)
