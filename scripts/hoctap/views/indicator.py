"""The page of an indicator: what it means, on what basis, and every unit's figure of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.model.record import Criterion, Indicator, Target
from hoctap.vietnamese.writing import number, sort_key
from hoctap.views import list_page
from hoctap.views.criteria import evidenced_by
from hoctap.views.figure import Figure, figure_of
from hoctap.views.figures_in_order import figures_of
from hoctap.views.first_of_many import first_of_many
from hoctap.views.freshness import newest_row
from hoctap.views.link import Link, campaign_link, document_link, indicator_link
from hoctap.views.statements.by_subject import statements_of_indicator
from hoctap.views.statements.ranking import Ranking
from hoctap.views.statements.reasons import Reason, in_order
from hoctap.views.statements.series import Line, lines_of
from hoctap.views.statements.statement import Kind, Refusal, Statement

FEWEST = 3


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    """Everything the page of an indicator shows; `lines` are the units with three comparable periods.

    `newest` holds one figure a unit, the newest it has of the whole, the newest first; `figures` are all. `is_long` are
    so many that the page shows the first of each kind and leads to the rest.
    """

    indicator: Indicator
    title: str
    summary: str
    measure: str
    value_type: str
    topic: str
    subject: str
    parent: Link | None
    children: Sequence[Link]
    basis: Link | None
    comparison: str
    rankings: Sequence[Ranking]
    not_ranked: Sequence[Reason]
    sums: Sequence[Statement]
    lines: Sequence[Line]
    extent: str
    newest: Sequence[Figure]
    figures: Sequence[Figure]
    is_long: bool
    aimed_at_by: Sequence[Link]
    evidences: Sequence[tuple[Link, str, Criterion]]
    words: Sequence[str]

    @property
    def older(self) -> Sequence[Figure]:
        """Return the figures that are not among the newest."""
        newest = {id(figure.observation) for figure in self.newest}
        return [figure for figure in self.figures if id(figure.observation) not in newest]

    @property
    def has_rows(self) -> bool:
        """Return whether there are figures, and so files with rows."""
        return bool(self.figures)

    @property
    def is_thin(self) -> bool:
        """Return whether fewer than three units have figures: their own pages say all that this one says."""
        return len({figure.unit.href for figure in self.figures}) < FEWEST


def indicator_page(catalog: Catalog, indicator_id: str) -> IndicatorPage:
    """Return the page of an indicator; KeyError if there is none."""
    indicator = catalog.indicators[indicator_id]
    figures = figures_of(catalog, catalog.observations_by_indicator.get(indicator_id, ()))
    statements = statements_of_indicator(catalog, indicator_id)
    children = catalog.grouped(Indicator, "parent_indicator_id").get(indicator_id, ())
    targets = catalog.grouped(Target, "indicator_id").get(indicator_id, ())
    campaigns = dict.fromkeys(target.campaign_id for target in targets if target.campaign_id)
    return IndicatorPage(
        indicator=indicator,
        title=indicator.name_vi,
        summary=indicator.definition_vi,
        measure=catalog.code_title("unit_measure", indicator.unit_measure),
        value_type=catalog.code_title("value_type", indicator.value_type),
        topic=catalog.code_title("topic", indicator.topic),
        subject=rule.description if (rule := catalog.codes.get(("subject_rule", indicator.subject_rule))) else "",
        parent=indicator_link(catalog, indicator.parent_indicator_id) if indicator.parent_indicator_id else None,
        children=[indicator_link(catalog, child.indicator_id) for child in children],
        basis=document_link(catalog, indicator.basis_document_id) if indicator.basis_document_id else None,
        comparison=catalog.code_title("comparison", indicator.comparison),
        rankings=statements.rankings,
        not_ranked=_against(statements.refused),
        sums=[each for each in statements.sentences if each.kind is Kind.SUM],
        lines=lines_across(catalog, indicator_id),
        extent=_extent(figures),
        newest=_newest(catalog, indicator_id),
        figures=figures,
        is_long=len(first_of_many(catalog, figures)) < len(figures) or len(figures) > list_page.MOST_ROWS,
        aimed_at_by=[campaign_link(catalog, key) for key in campaigns],
        evidences=evidenced_by(catalog, indicator_id),
        # Whoever looks for a figure means the unit it is of.
        words=[indicator.name_vi, indicator.name_en, indicator.definition_vi],
    )


def _against(refused: Sequence[Refusal]) -> tuple[Reason, ...]:
    """Return every reason why no kind of unit is ranked, each once, in the order of the enum."""
    found = {reason for each in refused if each.kind is Kind.RANKING for reason in each.reasons}
    return in_order(found)


def _extent(figures: Sequence[Figure]) -> str:
    """Return how many units have figures, and of which years; empty if none."""
    if not figures:
        return ""
    years = [figure.observation.period.end.year for figure in figures]
    units = len({figure.observation.unit_id for figure in figures})
    span = f"năm {years[0]}" if min(years) == max(years) else f"từ {min(years)} đến {max(years)}"
    return f"{number(len(figures))} con số của {number(units)} đơn vị, {span}"


def _newest(catalog: Catalog, indicator_id: str) -> list[Figure]:
    """Return the newest figure of each unit, that of the whole before one of a part, the newest first."""
    by_unit: dict[str, list[FigureRow]] = {}
    for row in catalog.rows_by_indicator.get(indicator_id, ()):
        by_unit.setdefault(row.observation.unit_id, []).append(row)
    wholes = [[row for row in rows if not row.observation.breakdown] or rows for rows in by_unit.values()]
    found = [figure_of(catalog, row.observation) for row in map(newest_row, wholes) if row]
    return sorted(found, key=lambda one: (-one.observation.period.end.toordinal(), sort_key(one.unit.text)))


def lines_across(catalog: Catalog, indicator_id: str) -> list[Line]:
    """Return the lines of an indicator, one for each unit that has one, by unit name."""
    by_unit: dict[str, list[FigureRow]] = {}
    for row in catalog.rows_by_indicator.get(indicator_id, ()):
        by_unit.setdefault(row.observation.unit_id, []).append(row)
    lines = [line for rows in by_unit.values() for line in lines_of(catalog, rows)[0]]
    return sorted(lines, key=lambda line: sort_key(line.unit.text))
