"""What a title has come to: the newest figures that count it, the targets of every document, what units set themselves.

Everything is said by statements; this module only gathers what belongs to one title.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hoctap.model.catalog import Catalog
from hoctap.model.codes import PROVINCE
from hoctap.model.figure_row import FigureRow
from hoctap.model.record import Indicator, LocalTarget, Target
from hoctap.vietnamese.writing import fold, moment
from hoctap.views.campaign import Aim, aim_of
from hoctap.views.country import is_of_all, newest_of_country
from hoctap.views.figure import Figure, figure_of
from hoctap.views.freshness import newest_row
from hoctap.views.link import Link, campaign_link, document_link, indicator_link, unit_link
from hoctap.views.reporters import is_of_the_whole
from hoctap.views.statements.by_subject import statements_of_indicator
from hoctap.views.statements.demand import demand_of
from hoctap.views.statements.ranking import Ranking
from hoctap.views.statements.targets import is_national, verdict_of_local
from hoctap.views.statements.verdict import Outcome, Verdict

_SHARE, _COUNT = "share", "count"
_MOST_PLACES = 6


@dataclass(frozen=True, slots=True)
class OwnAim:
    """A target that a unit set itself, with the verdict."""

    record: LocalTarget
    unit: Link
    indicator: Link
    demanded: str
    due: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class AimsInLine:
    """What one document asks of one subject, by the time it is due; `remark` where every level shares its reason."""

    basis: Link
    subject: str
    by_due: Mapping[str, Aim]
    remark: str


@dataclass(frozen=True, slots=True)
class Results:
    """`country` are the newest figures of the country that count the title, shares first; `ranking` its provinces.

    `places` are the newest figures of provinces on the first indicator, and no ranking. `lines` are the targets of
    every document beside each other under the times in `dues`; `own` is what units set themselves, `counted` how many
    of each outcome.
    """

    indicators: Sequence[Link]
    country: Sequence[Figure]
    ranking: Ranking | None
    places: Sequence[Figure]
    dues: Sequence[str]
    lines: Sequence[AimsInLine]
    own: Sequence[OwnAim]
    counted: Sequence[tuple[Outcome, int]]


def results_of(catalog: Catalog, title_id: str, today: date) -> Results:
    """Return what a title has come to as of `today`."""
    counting = indicators_of(catalog, title_id)
    keys = [indicator.indicator_id for indicator in counting]
    newest = [one.figure for one in newest_of_country(catalog, today) if is_of_all(one.row)]
    by_key = {figure.observation.indicator_id: figure for figure in newest}
    rankings = [one for key in keys for one in statements_of_indicator(catalog, key).rankings if _of_provinces(one)]
    targets = sorted(catalog.grouped(Target, "title_id").get(title_id, ()), key=_when_due)
    own = [_own(catalog, row) for row in catalog.all_of(LocalTarget) if row.indicator_id in keys]
    return Results(
        indicators=[indicator_link(catalog, key) for key in keys],
        country=[by_key[key] for key in keys if key in by_key],
        ranking=rankings[0] if rankings else None,
        places=_places(catalog, keys[0]) if keys and not rankings else [],
        dues=list(dict.fromkeys(_due(target) for target in targets)),
        lines=_in_line(catalog, targets),
        own=own,
        counted=list(Counter(aim.verdict.outcome for aim in own).most_common()),
    )


def indicators_of(catalog: Catalog, title_id: str) -> list[Indicator]:
    """Return the indicators that count a title: a target of it is measured by them, or their name holds its name.

    Shares come first, then counts; those with the most figures before others.
    """
    aimed = {row.indicator_id for row in catalog.grouped(Target, "title_id").get(title_id, ())}
    name, known = fold(catalog.titles[title_id].name_vi), catalog.observations_by_indicator
    found = [row for row in catalog.indicators.values() if row.indicator_id in aimed or name in fold(row.name_vi)]
    return sorted(found, key=lambda row: (_kind(row), -len(known.get(row.indicator_id, ())), row.indicator_id))


def _kind(indicator: Indicator) -> int:
    return {_SHARE: 0, _COUNT: 1}.get(indicator.value_type, 2)


def _of_provinces(ranking: Ranking) -> bool:
    return len(ranking.figures) >= 3 and "tỉnh" in ranking.kind


def _when_due(target: Target) -> tuple[date, str, str]:
    return target.due.end if target.due else date.max, target.document_id, target.target_id


def _due(target: Target) -> str:
    return moment(target.due) if target.due else "không nêu hạn"


def _in_line(catalog: Catalog, targets: Sequence[Target]) -> list[AimsInLine]:
    """Return targets of one document and subject as one line each: those that figures speak of first, newest first."""
    groups: dict[tuple[str, str], dict[str, Aim]] = {}
    for target in targets:
        key = target.document_id or target.campaign_id, target.subject_vi
        groups.setdefault(key, {})[_due(target)] = aim_of(catalog, target)
    lines = []
    for (_, subject), by_due in groups.items():
        reasons = {aim.verdict.reason for aim in by_due.values() if not aim.is_measured}
        shared = len(reasons) == 1 and not any(aim.is_measured for aim in by_due.values())
        first = next(iter(by_due.values())).target
        lines.append(AimsInLine(_basis(catalog, first), subject, by_due, reasons.pop() if shared else ""))
    return sorted(lines, key=lambda line: _line_order(catalog, line))


def _line_order(catalog: Catalog, line: AimsInLine) -> tuple[bool, bool, int]:
    """Of the whole country first, then what an indicator measures, then the newest document."""
    first = next(iter(line.by_due.values())).target
    document = catalog.documents.get(first.document_id)
    issued = document.issued_on.start.toordinal() if document and document.issued_on else 0
    return not is_national(catalog, first), not any(aim.indicator for aim in line.by_due.values()), -issued


def _basis(catalog: Catalog, target: Target) -> Link:
    """Return the document that sets a target, or the campaign that does."""
    key = target.document_id
    return document_link(catalog, key) if key else campaign_link(catalog, target.campaign_id)


def _places(catalog: Catalog, indicator_id: str) -> list[Figure]:
    """Return the newest figures of an indicator that provinces as a whole have, the newest first."""
    by_unit: dict[str, list[FigureRow]] = {}
    for row in catalog.rows_by_indicator.get(indicator_id, ()):
        if row.unit and row.unit.level == PROVINCE and is_of_the_whole(row):
            by_unit.setdefault(row.observation.unit_id, []).append(row)
    newest = [row for row in map(newest_row, by_unit.values()) if row]
    newest.sort(key=lambda row: (-row.observation.period.end.toordinal(), row.row_id))
    return [figure_of(catalog, row.observation) for row in newest[:_MOST_PLACES]]


def _own(catalog: Catalog, row: LocalTarget) -> OwnAim:
    return OwnAim(
        record=row,
        unit=unit_link(catalog, row.unit_id),
        indicator=indicator_link(catalog, row.indicator_id),
        demanded=demand_of(catalog, row).whole,
        due=moment(row.due),
        verdict=verdict_of_local(catalog, row),
    )
