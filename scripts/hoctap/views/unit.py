"""The profile of a unit: who it is, where, every figure, recognitions, targets, campaigns, sources."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hoctap.model.catalog import Catalog
from hoctap.model.large_site import has_many_units
from hoctap.model.record import Campaign, Observation, Participant, Recognition, Source, Unit, UnitAlias
from hoctap.vietnamese.writing import day
from hoctap.views.area import AreaInTime, area_in_time
from hoctap.views.conflict import Conflict, conflicts_of
from hoctap.views.figure import Figure
from hoctap.views.figures_in_order import figures_of, headline
from hoctap.views.grid import Grid, grid_of
from hoctap.views.link import Link, campaign_link, source_link, title_link, unit_link
from hoctap.views.merged import MergedParts, merged_parts_of_unit
from hoctap.views.similar import Similar, similar_units
from hoctap.views.sisters import Sisters, sisters_of
from hoctap.views.state import state_of
from hoctap.views.statements.by_subject import beyond_figures_of_unit
from hoctap.views.statements.composition import Whole
from hoctap.views.statements.series import Line
from hoctap.views.statements.statement import Statement
from hoctap.views.statements.words import kind_of_body
from hoctap.views.unit_aims import LocalAim, NationalAim, local_aims, national_aims

ENDED = "đã hết hạn"
# So few figures are answers, each with its sentence; more stand in a grid.
FEW = 2


@dataclass(frozen=True, slots=True)
class Recognised:
    """A title that the unit holds or held; `level` may be empty, `validity` says whether it still holds."""

    title: Link
    level: str
    record: Recognition
    source: Link
    validity: str


@dataclass(frozen=True, slots=True)
class Role:
    """What the unit does in a campaign: leads it, takes part."""

    campaign: Link
    role: str


@dataclass(frozen=True, slots=True)
class UnitProfile:
    """Everything the page of a unit shows.

    `summary` is the line under its name and in search results, `body` its kind and level, `words` what search finds it
    by. `sisters` are offered where the unit has few figures; `merged` is there for a place that was made of others.
    """

    unit: Unit
    title: str
    summary: str
    kind: str
    body: str
    status: str
    aliases: Sequence[str]
    area: AreaInTime | None
    parent: Link | None
    successor: Link | None
    headline: Sequence[Figure]
    figures: Sequence[Figure]
    grid: Grid
    sisters: Sequence[Sisters]
    changes: Sequence[Statement]
    wholes: Sequence[Whole]
    lines: Sequence[Line]
    conflicts: Sequence[Conflict]
    recognitions: Sequence[Recognised]
    aims: Sequence[LocalAim]
    national: Sequence[NationalAim]
    roles: Sequence[Role]
    sources: Sequence[Source]
    similar: Sequence[Similar]
    merged: MergedParts | None
    words: Sequence[str]

    @property
    def has_rows(self) -> bool:
        """Return whether there are figures, and so files with rows."""
        return bool(self.figures)

    @property
    def is_thin(self) -> bool:
        """Return whether the page holds nothing that search engines should lead to."""
        return not (self.figures or self.recognitions or self.aims)


def unit_page(catalog: Catalog, unit_id: str, today: date) -> UnitProfile:
    """Return the profile as the page of the unit has it: among very many it asks for its sentences if they are wanted.

    KeyError if there is no such unit.
    """
    return unit_profile(catalog, unit_id, today, with_sentences=not has_many_units(catalog))


def unit_profile(catalog: Catalog, unit_id: str, today: date, *, with_sentences: bool = True) -> UnitProfile:
    """Return the profile of a unit as of `today`; KeyError if there is none."""
    unit = catalog.units[unit_id]
    rows = catalog.observations_by_unit.get(unit_id, [])
    figures = figures_of(catalog, rows)
    statements = beyond_figures_of_unit(catalog, unit_id)
    aliases = [row.alias for row in catalog.grouped(UnitAlias, "unit_id").get(unit_id, ())]
    area = area_in_time(catalog, unit.area_id) if unit.area_id else None
    recognitions = _recognitions(catalog, unit_id, today)
    aims = local_aims(catalog, unit_id)
    roles = _roles(catalog, unit_id)
    kind = catalog.code_title("unit_kind", unit.unit_kind)
    return UnitProfile(
        unit=unit,
        title=unit.name_vi,
        summary=_summary(kind, figures, recognitions, aims, roles),
        kind=kind,
        body=kind_of_body(catalog, unit.unit_kind, unit.level),
        status=state_of(catalog, unit),
        aliases=aliases,
        area=area,
        parent=unit_link(catalog, unit.parent_unit_id) if unit.parent_unit_id else None,
        successor=unit_link(catalog, unit.successor_unit_id) if unit.successor_unit_id else None,
        headline=headline(catalog, figures),
        figures=figures,
        grid=grid_of(catalog, figures, statements.lines, with_sentences=with_sentences),
        sisters=sisters_of(catalog, catalog.rows_by_unit.get(unit_id, ())) if len(figures) <= FEW else (),
        changes=statements.changes,
        wholes=statements.wholes,
        lines=statements.lines,
        conflicts=conflicts_of(catalog, catalog.rows_by_unit.get(unit_id, ())),
        recognitions=recognitions,
        aims=aims,
        national=national_aims(catalog, unit_id),
        roles=roles,
        sources=_sources(catalog, rows, recognitions, aims),
        similar=similar_units(catalog, unit_id),
        merged=merged_parts_of_unit(catalog, unit),
        words=_words(unit, aliases, kind, area, recognitions),
    )


def _summary(
    kind: str,
    figures: Sequence[Figure],
    recognitions: Sequence[Recognised],
    aims: Sequence[LocalAim],
    roles: Sequence[Role],
) -> str:
    contents = [(len(figures), "số liệu"), (len(recognitions), "danh hiệu"), (len(aims), "chỉ tiêu riêng")]
    parts = [f"{count} {what}" for count, what in contents if count] + [f"{len(roles)} phong trào"] * bool(roles)
    if not parts:
        return f"{kind}, được nhắc tới trong nguồn, chưa có số liệu riêng."
    return f"{kind}: {', '.join(parts)}, kèm nguồn và vị trí trong nguồn."


def _recognitions(catalog: Catalog, unit_id: str, today: date) -> list[Recognised]:
    rows = catalog.grouped(Recognition, "unit_id").get(unit_id, ())
    return [
        Recognised(
            title_link(catalog, row.title_id),
            catalog.code_title("recognition_level", row.level) if row.level else "",
            row,
            source_link(catalog, row.source_id),
            validity_of(row.valid_until, today),
        )
        for row in sorted(rows, key=lambda row: -row.year)
    ]


def validity_of(until: date | None, today: date) -> str:
    """Return the standing of a recognition on `today`, in words."""
    if until is None:
        return "chưa rõ thời hạn"
    return f"còn hiệu lực đến {day(until)}" if until >= today else f"{ENDED} sau ngày {day(until)}"


def _roles(catalog: Catalog, unit_id: str) -> list[Role]:
    led = [row.campaign_id for row in catalog.grouped(Campaign, "lead_unit_id").get(unit_id, ())]
    roles = [Role(campaign_link(catalog, key), "chủ trì") for key in led]
    for row in catalog.grouped(Participant, "unit_id").get(unit_id, ()):
        if row.campaign_id not in led:
            role = catalog.code_title("participant_role", row.role)
            roles.append(Role(campaign_link(catalog, row.campaign_id), role))
    return roles


def _sources(
    catalog: Catalog, rows: Sequence[Observation], recognitions: Sequence[Recognised], aims: Sequence[LocalAim]
) -> list[Source]:
    keys = [row.source_id for row in rows]
    keys += [row.record.source_id for row in recognitions] + [aim.record.source_id for aim in aims]
    return [catalog.sources[key] for key in dict.fromkeys(keys) if key in catalog.sources]


def _words(
    unit: Unit,
    aliases: Sequence[str],
    kind: str,
    area: AreaInTime | None,
    recognitions: Sequence[Recognised],
) -> list[str]:
    words = [unit.name_vi, unit.short_name, *aliases, kind, unit.note]
    words += [area.area.name_vi, *(link.text for link in (*area.became, *area.predecessors))] if area else []
    words += [f"{row.title.text} {row.level} {row.record.year}" for row in recognitions]
    return words
