"""What may be said of a unit, of an indicator, and of everything; and what was refused, with reasons."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.model.large_site import has_many_units
from hoctap.model.once import once, once_for_each
from hoctap.model.record import LocalTarget, Target
from hoctap.views.statements.change import changes_of
from hoctap.views.statements.composition import Whole, wholes_of
from hoctap.views.statements.figure import figure_statement
from hoctap.views.statements.ranking import Ranking, rankings
from hoctap.views.statements.series import Line, lines_of
from hoctap.views.statements.statement import Refusal, Result, Statement
from hoctap.views.statements.sums import sum_of
from hoctap.views.statements.targets import in_places, verdict_of_local, verdict_of_target


@dataclass(frozen=True, slots=True)
class Statements:
    """All of one page: `sentences` in reading order; lines, wholes and rankings are what may be drawn."""

    sentences: tuple[Statement, ...]
    refused: tuple[Refusal, ...]
    lines: tuple[Line, ...] = ()
    wholes: tuple[Whole, ...] = ()
    rankings: tuple[Ranking, ...] = ()
    changes: tuple[Statement, ...] = field(default=())


@once_for_each
def statements_of_unit(catalog: Catalog, unit_id: str) -> Statements:
    """Return what may be said of a unit: every figure, changes, lines, compositions, verdicts on its own targets."""
    found = beyond_figures_of_unit(catalog, unit_id)
    figures = (figure_statement(catalog, row) for row in catalog.rows_by_unit.get(unit_id, ()))
    return replace(found, sentences=(*figures, *found.sentences))


@once_for_each
def beyond_figures_of_unit(catalog: Catalog, unit_id: str) -> Statements:
    """Return what may be said of a unit beside each figure by itself."""
    rows = catalog.rows_by_unit.get(unit_id, ())
    lines, no_lines = lines_of(catalog, rows)
    wholes, no_wholes = wholes_of(catalog, rows)
    changes = changes_of(catalog, rows)
    grown = tuple(each for each in changes if isinstance(each, Statement))
    targets = catalog.grouped(LocalTarget, "unit_id").get(unit_id, ())
    verdicts = [verdict_of_local(catalog, target).statement for target in targets]
    sentences = [*grown, *(line.statement for line in lines), *(whole.statement for whole in wholes), *verdicts]
    refused = [each for each in changes if isinstance(each, Refusal)] + no_lines + no_wholes
    return Statements(tuple(sentences), tuple(refused), tuple(lines), tuple(wholes), changes=grown)


@once_for_each
def statements_of_indicator(catalog: Catalog, indicator_id: str) -> Statements:
    """Return what may be said of an indicator across units: rankings, and the sum of each where it may be added."""
    rows = catalog.rows_by_indicator.get(indicator_id, ())
    ranked, refused = rankings(catalog, rows)
    sums = [sum_of(catalog, _rows_of(catalog, ranking)) for ranking in ranked]
    sentences: list[Statement] = [ranking.statement for ranking in ranked]
    sentences += [each for each in sums if isinstance(each, Statement)]
    refused += [each for each in sums if isinstance(each, Refusal)]
    return Statements(tuple(sentences), tuple(refused), rankings=tuple(ranked))


@once
def everything(catalog: Catalog) -> list[Result]:
    """Return every statement and refusal of the catalog: of units, then indicators, then targets of campaigns."""
    parts = [statements_of_unit(catalog, unit_id) for unit_id in catalog.units]
    parts += [statements_of_indicator(catalog, indicator_id) for indicator_id in catalog.indicators]
    found: list[Result] = []
    for part in parts:
        found += [*part.sentences, *part.refused]
    return found + of_targets(catalog)


def everything_once(catalog: Catalog) -> None:
    """Have everything known before work is shared among processes; of very many units only what each needs of all."""
    if has_many_units(catalog):
        catalog.join()
    else:
        everything(catalog)


@once
def of_targets(catalog: Catalog) -> list[Result]:
    """Return the verdicts on the targets of campaigns, in the whole country and in each place."""
    found: list[Result] = []
    for target in catalog.all_of(Target):
        found.append(verdict_of_target(catalog, target).statement)
        places = in_places(catalog, target)
        found += [one.statement for _, one in places.verdicts] if places else []
    return found


def _rows_of(catalog: Catalog, ranking: Ranking) -> Sequence[FigureRow]:
    return [catalog.row_of(figure.observation) for figure in ranking.figures]
