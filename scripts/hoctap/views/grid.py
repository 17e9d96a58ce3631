"""All figures of one unit as a grid: indicator and scope down, years across, grouped by topic, sources as notes."""

from collections.abc import Mapping, Sequence

from hoctap.model.catalog import Catalog
from hoctap.model.frozen import dataclass
from hoctap.model.record import Source
from hoctap.views.figure import Figure
from hoctap.views.link import Link
from hoctap.views.statements.figure import figure_statement
from hoctap.views.statements.series import Line
from hoctap.views.statements.statement import Statement

FEWEST_SHARED = 3


@dataclass(frozen=True, slots=True)
class GridFigure:
    """A figure with its number among the sources, the sentence to be copied, and what is said once for the grid.

    A grid may be wanted without sentences.
    """

    figure: Figure
    note: int
    sentence: Statement | None
    shared: frozenset[str] = frozenset()

    @property
    def is_plain_year(self) -> bool:
        """Return whether the head of the column says the whole period."""
        return self.figure.period == str(self.figure.observation.period.end.year) and not self.figure.period_doubt

    @property
    def asides(self) -> Sequence[str]:
        """Return what must stand beside the value, but for the scope, which the whole row shares."""
        return [words for words in _asides(self.figure) if words not in self.shared]


@dataclass(frozen=True, slots=True)
class GridRow:
    """One indicator and scope: its figures by the last year of their period, newest first within a year."""

    indicator: Link
    scope: str
    by_year: Mapping[int, Sequence[GridFigure]]
    line: Line | None

    @property
    def figures(self) -> list[GridFigure]:
        """Return every figure of the row, newest first."""
        return [one for year in sorted(self.by_year, reverse=True) for one in self.by_year[year]]


@dataclass(frozen=True, slots=True)
class Note:
    """A source once, with every place in it that figures were taken from."""

    number: int
    source: Link
    record: Source | None
    places: Sequence[str]


@dataclass(frozen=True, slots=True)
class Grid:
    """`topics` hold rows under the name of their topic; `years` are the columns, the newest last.

    `shared` limits every figure of the grid alike and is said once, above it.
    """

    years: Sequence[int]
    topics: Sequence[tuple[str, Sequence[GridRow]]]
    notes: Sequence[Note]
    shared: Sequence[str] = ()

    @property
    def rows(self) -> list[GridRow]:
        """Return every row, topic after topic."""
        return [row for _, rows in self.topics for row in rows]


def grid_of(
    catalog: Catalog, figures: Sequence[Figure], lines: Sequence[Line] = (), *, with_sentences: bool = True
) -> Grid:
    """Return figures (in the order of `figures_of`) as a grid; empty of rows if there are none."""
    numbers = {key: at for at, key in enumerate(dict.fromkeys(one.source.href for one in figures), 1)}
    drawn = {(line.indicator.href, line.points[0].breakdown): line for line in lines}
    shared = _shared(figures)
    groups: dict[tuple[str, str, str], list[GridFigure]] = {}
    for figure in figures:
        sentence = figure_statement(catalog, catalog.row_of(figure.observation)) if with_sentences else None
        item = GridFigure(figure, numbers[figure.source.href], sentence, frozenset(shared))
        groups.setdefault((figure.topic, figure.indicator.href, figure.breakdown), []).append(item)
    topics: dict[str, list[GridRow]] = {}
    for (topic, href, scope), group in groups.items():
        row = GridRow(group[0].figure.indicator, scope, _by_year(group), drawn.get((href, scope)))
        topics.setdefault(catalog.code_title("topic", topic), []).append(row)
    years = sorted({one.observation.period.end.year for one in figures})
    return Grid(years, list(topics.items()), _notes(catalog, figures, numbers), shared)


def _asides(figure: Figure) -> list[str]:
    return [words for words in figure.details if not words.startswith("Phạm vi:")]


def _shared(figures: Sequence[Figure]) -> list[str]:
    """Return what limits each of several figures; nothing where there are too few to save words."""
    if len(figures) < FEWEST_SHARED:
        return []
    return [words for words in _asides(figures[0]) if all(words in _asides(other) for other in figures)]


def _by_year(figures: Sequence[GridFigure]) -> dict[int, list[GridFigure]]:
    found: dict[int, list[GridFigure]] = {}
    for one in figures:
        found.setdefault(one.figure.observation.period.end.year, []).append(one)
    return found


def _notes(catalog: Catalog, figures: Sequence[Figure], numbers: Mapping[str, int]) -> list[Note]:
    places: dict[str, list[str]] = {}
    first: dict[str, Figure] = {}
    for one in figures:
        first.setdefault(one.source.href, one)
        if one.locator and one.locator not in places.setdefault(one.source.href, []):
            places[one.source.href].append(one.locator)
    return [
        Note(number, first[href].source, catalog.sources.get(first[href].observation.source_id), places.get(href, ()))
        for href, number in numbers.items()
    ]
