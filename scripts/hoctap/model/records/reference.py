"""Records of the package reference: areas, units, indicators, sources, terms, codes and accepted exceptions."""

from datetime import date
from decimal import Decimal

from hoctap.model.finding import Place
from hoctap.model.frozen import dataclass
from hoctap.model.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A row of `areas`: a reference area of today or of before 1 July 2025."""

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
    """A row of `area_successions`: which area came of which, and when."""

    place: Place
    from_area_id: str
    to_area_id: str
    effective_on: date
    kind: str
    document_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaAlias:
    """A row of `area_aliases`: another name of an area."""

    place: Place
    area_id: str
    alias: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A row of `units`: an office, school, association or place that figures are about."""

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
    """A row of `unit_aliases`: another name of a unit."""

    place: Place
    unit_id: str
    alias: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A row of `indicators`."""

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
    """A row of `indicator_aliases`: another name of an indicator."""

    place: Place
    indicator_id: str
    alias: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """A row of `compositions`: an indicator that is a part of a whole."""

    place: Place
    composition_id: str
    indicator_id: str
    rule: str
    total_indicator_id: str
    tolerance: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """A row of `ratios`: a share, with what it divides and by what."""

    place: Place
    share_indicator_id: str
    part_indicator_id: str
    whole_indicator_id: str
    tolerance: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A row of `sources`."""

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
    """A row of `source_aliases`: another name of a source."""

    place: Place
    source_id: str
    alias: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A row of `terms`: an entry of the glossary."""

    place: Place
    term_id: str
    term: str
    abbreviation: str
    definition_vi: str
    name_en: str
    document_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionToRule:
    """A row of `exceptions`: a finding that is accepted, with the reason."""

    place: Place
    rule: str
    table: str
    key: str
    reason: str
    added_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A row of `codes`: a code of a list, and its title."""

    place: Place
    list: str
    code: str
    title_vi: str
    title_en: str
    description: str
    order: int
    deprecated_on: date | None
