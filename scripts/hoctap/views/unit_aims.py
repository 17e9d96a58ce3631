"""Targets on the page of a unit: its own, and those of the country beside its figures, each with what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.model.record import LocalTarget, Target
from hoctap.vietnamese.writing import moment
from hoctap.views.basis import Changed, changes_of_basis
from hoctap.views.figure import indicator_of
from hoctap.views.link import Link, document_link, source_link
from hoctap.views.statements.demand import demand_of
from hoctap.views.statements.targets import national_verdicts_of, verdicts_of_unit
from hoctap.views.statements.verdict import Verdict


@dataclass(frozen=True, slots=True)
class LocalAim:
    """A target that the unit set itself: what is demanded and until when, in words, and what came of it."""

    indicator: Link
    demanded: str
    due: str
    record: LocalTarget
    source: Link
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class NationalAim:
    """A target of the whole country, beside the figure of this province."""

    record: Target
    subject: str
    basis: Link | None
    demanded: str
    due: str
    verdict: Verdict
    changes: Sequence[Changed]


def local_aims(catalog: Catalog, unit_id: str) -> list[LocalAim]:
    """Return the targets that a unit set itself, the earliest due first."""
    aims = []
    for row, verdict in verdicts_of_unit(catalog, unit_id):
        link = indicator_of(catalog, row.indicator_id, catalog.units.get(unit_id))
        source = source_link(catalog, row.source_id)
        aims.append(LocalAim(link, demand_of(catalog, row).words, moment(row.due), row, source, verdict))
    return sorted(aims, key=lambda aim: (aim.record.due, aim.indicator.text))


def national_aims(catalog: Catalog, unit_id: str) -> list[NationalAim]:
    """Return the targets of the country with the figures of this province; none for any other unit."""
    aims = []
    for row, verdict in national_verdicts_of(catalog, unit_id):
        basis = document_link(catalog, row.document_id) if row.document_id else None
        due = moment(row.due) if row.due else ""
        changed = changes_of_basis(catalog, row.document_id)
        aims.append(NationalAim(row, row.subject_vi, basis, demand_of(catalog, row).whole, due, verdict, changed))
    return aims
