"""The one address of typed records: a class per table, gathered from `records/`, and which class is of which table.

The attributes of a class are the columns of its descriptor, in their order: an empty text is not known; a number, date
or period that is not known is None. A test holds the classes against the descriptors, so neither can drift.
"""

from dataclasses import fields
from typing import Any

from hoctap.model.records.campaigns import (
    Campaign,
    Deadline,
    Document,
    DocumentRelation,
    Guideline,
    Participant,
    Phase,
    Target,
)
from hoctap.model.records.reference import (
    Area,
    AreaAlias,
    AreaSuccession,
    Code,
    Composition,
    ExceptionToRule,
    Indicator,
    IndicatorAlias,
    Ratio,
    Source,
    SourceAlias,
    Term,
    Unit,
    UnitAlias,
)
from hoctap.model.records.statistics import LocalTarget, Observation, Recognition
from hoctap.model.records.titles import Criterion, CriterionRank, CriterionSet, Procedure, ReportField, Title, TitleRule

RECORD_OF: dict[str, type] = {
    "areas": Area,
    "area_successions": AreaSuccession,
    "area_aliases": AreaAlias,
    "units": Unit,
    "unit_aliases": UnitAlias,
    "indicators": Indicator,
    "indicator_aliases": IndicatorAlias,
    "compositions": Composition,
    "ratios": Ratio,
    "sources": Source,
    "source_aliases": SourceAlias,
    "terms": Term,
    "exceptions": ExceptionToRule,
    "codes": Code,
    "observations": Observation,
    "recognitions": Recognition,
    "local_targets": LocalTarget,
    "documents": Document,
    "document_relations": DocumentRelation,
    "campaigns": Campaign,
    "participants": Participant,
    "phases": Phase,
    "deadlines": Deadline,
    "guidelines": Guideline,
    "targets": Target,
    "titles": Title,
    "title_rules": TitleRule,
    "procedures": Procedure,
    "report_fields": ReportField,
    "criterion_sets": CriterionSet,
    "criterion_ranks": CriterionRank,
    "criteria": Criterion,
}
TABLE_OF: dict[type, str] = {kind: table for table, kind in RECORD_OF.items()}


def columns_of(kind: type[Any]) -> frozenset[str]:
    """Return the columns of a record class: all its fields but `place`."""
    return frozenset(each.name for each in fields(kind)) - {"place"}
