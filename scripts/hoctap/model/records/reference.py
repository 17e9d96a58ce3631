"""Records of the package reference: areas, units, indicators, sources, terms, codes and accepted exceptions."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hoctap.model.finding import Place
from hoctap.model.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    place: Place
    area_id: str
    code: str
    iso_code: str
    name_vi: str
    name_en: str
    level: str
    kind: str
    region: str
    valid_from: date | None
    valid_until: date | None
    parent_area_id: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaSuccession:
    place: Place
    from_area_id: str
    to_area_id: str
    effective_on: date
    kind: str
    document_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaAlias:
    place: Place
    area_id: str
    alias: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    place: Place
    unit_id: str
    name_vi: str
    short_name: str
    name_en: str
    unit_kind: str
    level: str
    area_id: str
    parent_unit_id: str
    status: str
    successor_unit_id: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitAlias:
    place: Place
    unit_id: str
    alias: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    place: Place
    indicator_id: str
    name_vi: str
    name_en: str
    definition_vi: str
    unit_measure: str
    value_type: str
    topic: str
    subject_rule: str
    parent_indicator_id: str
    decimals: int
    direction: str
    stock_flow: str
    phrase_vi: str
    summable: str
    comparison: str
    comparison_note: str
    basis_document_id: str
    basis_clause: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorAlias:
    place: Place
    indicator_id: str
    alias: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    place: Place
    composition_id: str
    indicator_id: str
    rule: str
    total_indicator_id: str
    tolerance: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    place: Place
    share_indicator_id: str
    part_indicator_id: str
    whole_indicator_id: str
    tolerance: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    place: Place
    source_id: str
    title: str
    publisher: str
    author: str
    url: str
    published_on: Period | None
    language: str
    kind: str
    terms: str
    caveat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceAlias:
    place: Place
    source_id: str
    alias: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    place: Place
    term_id: str
    term: str
    abbreviation: str
    definition_vi: str
    name_en: str
    document_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionToRule:
    place: Place
    rule: str
    table: str
    key: str
    reason: str
    added_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    place: Place
    list: str
    code: str
    title_vi: str
    title_en: str
    description: str
    order: int
    deprecated_on: date | None
