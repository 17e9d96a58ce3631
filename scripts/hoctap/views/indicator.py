"""The page of an indicator: what it means, on what basis, and every unit's figure of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.model.record import Criterion, Indicator, Observation, Target
from hoctap.vietnamese.writing import sort_key
from hoctap.views.coverage import Coverage, coverage
from hoctap.views.criteria import evidenced_by
from hoctap.views.figure import Figure, figures_of
from hoctap.views.link import Link, campaign_link, document_link, indicator_link
from hoctap.views.ranking import Ranking, rankings
from hoctap.views.series import Series, series_of


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    """Everything the page of an indicator shows; `changes` are the units with at least three periods."""

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
    changes: Sequence[Series]
    coverage: Coverage
    figures: Sequence[Figure]
    aimed_at_by: Sequence[Link]
    evidences: Sequence[tuple[Link, str, Criterion]]
    words: Sequence[str]


def indicator_page(catalog: Catalog, indicator_id: str) -> IndicatorPage:
    """Return the page of an indicator; KeyError if there is none."""
    indicator = catalog.indicators[indicator_id]
    figures = figures_of(catalog, catalog.observations_by_indicator.get(indicator_id, ()))
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
        subject=catalog.code_title("subject_rule", indicator.subject_rule),
        parent=indicator_link(catalog, indicator.parent_indicator_id) if indicator.parent_indicator_id else None,
        children=[indicator_link(catalog, child.indicator_id) for child in children],
        basis=document_link(catalog, indicator.basis_document_id) if indicator.basis_document_id else None,
        comparison=catalog.code_title("comparison", indicator.comparison),
        # What must not be ranked is not drawn on one axis at all.
        rankings=rankings(catalog, figures) if indicator.comparison != "none" else (),
        changes=changes_of(catalog, figures),
        coverage=coverage(figures),
        figures=figures,
        aimed_at_by=[campaign_link(catalog, key) for key in campaigns],
        evidences=evidenced_by(catalog, indicator_id),
        # Whoever looks for a figure means the unit it is of.
        words=[indicator.name_vi, indicator.name_en, indicator.definition_vi],
    )


def changes_of(catalog: Catalog, figures: Sequence[Figure]) -> list[Series]:
    """Return one series for each unit with at least three periods, by unit name."""
    by_unit: dict[str, list[Observation]] = {}
    for figure in figures:
        by_unit.setdefault(figure.observation.unit_id, []).append(figure.observation)
    series = [entry for rows in by_unit.values() for entry in series_of(catalog, rows)]
    return sorted(series, key=lambda entry: sort_key(entry.points[0].unit.text))
