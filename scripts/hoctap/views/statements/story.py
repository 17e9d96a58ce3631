"""The story of a release in statements: what is new, which targets were decided, what was corrected, who is silent.

It compares the catalog with the rows of figures that were published before, so nothing is told that the data does not
hold. Meanings (indicators, targets) are those of the catalog; only figures are compared.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from hoctap.model.catalog import Catalog
from hoctap.model.codes import CENTRAL
from hoctap.model.figure_row import FigureRow
from hoctap.model.finding import Place
from hoctap.model.period import parse_period
from hoctap.model.record import LocalTarget, Observation, Target
from hoctap.views.country import rows_of_country
from hoctap.views.freshness import is_fresh, newest_row
from hoctap.views.link import indicator_link, unit_link
from hoctap.views.reporters import rows_of_provinces
from hoctap.views.statements.figure import closing, figure_statement, framed, opening
from hoctap.views.statements.periods import period_words
from hoctap.views.statements.statement import Kind, Statement, caveats_of_all, linked, sentence
from hoctap.views.statements.targets import in_places, verdict_of_local, verdict_of_target
from hoctap.views.statements.verdict import Outcome, Verdict
from hoctap.views.statements.words import unit_name, value_words

# Cells of a published row of figures by column.
Cells = Mapping[str, str]
MOST = 12


class Chapter(StrEnum):
    """The chapters of a story; the value is what files call them."""

    NEW = "new"
    DECIDED = "decided"
    CORRECTED = "corrected"
    SILENT = "silent"


CHAPTER_WORDS = {
    Chapter.NEW: "Số mới",
    Chapter.DECIDED: "Mục tiêu nay kết luận được",
    Chapter.CORRECTED: "Số đã sửa",
    Chapter.SILENT: "Không có số mới suốt hai năm",
}


@dataclass(frozen=True, slots=True)
class StoryPart:
    """The statements of one chapter that are told; `count` is how many there are in all."""

    chapter: Chapter
    count: int
    statements: tuple[Statement, ...]


def story(catalog: Catalog, before: Sequence[Cells], since: date, on: date) -> tuple[StoryPart, ...]:
    """Return what happened from the rows published on `since` to the catalog on `on`; no chapter without news.

    Of many figures those of provinces and of the country are told, the newest first.
    """
    old = catalog_before(catalog, before)
    known = known_before(catalog, old)
    chapters = {
        Chapter.NEW: _new(catalog, known),
        Chapter.DECIDED: _decided(catalog, old),
        Chapter.CORRECTED: _corrected(catalog, known),
        Chapter.SILENT: list(_silent(catalog, since, on)),
    }
    counts = {chapter: len(found) for chapter, found in chapters.items()}
    counts[Chapter.NEW] = sum(row.row_id not in known for row in catalog.figure_rows)
    return tuple(
        StoryPart(chapter, counts[chapter], tuple(found[:MOST]))
        for chapter, found in chapters.items()
        if counts[chapter]
    )


def catalog_before(catalog: Catalog, before: Sequence[Cells]) -> Catalog:
    """Return the catalog with the figures as they were published; a row that says the same keeps today's meaning."""
    now = {row.row_id: row.observation for row in catalog.figure_rows}
    rows = []
    for cells in before:
        row = _observation(cells)
        same = now.get("|".join(cells[name] for name in _KEY))
        rows.append(row if same is None or _says_another_number(row, same) else same)
    return catalog.with_rows(Observation, tuple(rows))


def _says_another_number(was: Observation, now: Observation) -> bool:
    """Return whether value or hedge differ; «gần» was written `under` until 25 November 2026 and is no news."""
    if (was.qualifier, now.qualifier) == ("under", "nearly"):
        return was.value != now.value
    return (was.value, was.qualifier) != (now.value, now.qualifier)


def known_before(catalog: Catalog, old: Catalog) -> dict[str, FigureRow]:
    """Return what was published of each row of today, by its identifier: the same row, or the one it was written as.

    A number of a source that stood under another unit, period or scope was written anew; it is not new.
    """
    known = {row.row_id: row for row in old.figure_rows}
    now = {row.row_id for row in catalog.figure_rows}
    gone: dict[tuple[object, ...], list[FigureRow]] = {}
    for row in old.figure_rows:
        if row.row_id not in now:
            gone.setdefault(_number(row), []).append(row)
    for row in catalog.figure_rows:
        if row.row_id not in known and gone.get(_number(row)):
            same = gone[_number(row)]
            known[row.row_id] = same.pop(max(range(len(same)), key=lambda at: _likeness(same[at], row)))
    return known


def _number(row: FigureRow) -> tuple[object, ...]:
    return row.observation.source_id, row.observation.value


def _likeness(one: FigureRow, other: FigureRow) -> int:
    mine, its = one.observation, other.observation
    names = ("unit_id", "indicator_id", "breakdown", "locator", "period")
    return sum(getattr(mine, name) == getattr(its, name) for name in names)


_KEY = ("unit_id", "indicator_id", "period", "breakdown", "source_id")


def _observation(cells: Cells) -> Observation:
    texts = {field.name: cells.get(field.name, "") for field in fields(Observation)}
    plain = {name: text for name, text in texts.items() if name not in ("place", "period", "value")}
    value = Decimal(cells["value"]) if cells["value"] else None
    return Observation(place=Place("", 0), period=parse_period(cells["period"]), value=value, **plain)


def _new(catalog: Catalog, known: Mapping[str, FigureRow]) -> list[Statement]:
    """Return new figures of provinces and the country that are now the newest of their indicator there."""
    speakers = [*rows_of_provinces(catalog).values(), rows_of_country(catalog)]
    newest: list[FigureRow] = []
    for rows in speakers:
        groups: dict[tuple[str, str], list[FigureRow]] = {}
        for row in rows:
            groups.setdefault((row.observation.unit_id, row.observation.indicator_id), []).append(row)
        newest += [row for row in map(newest_row, groups.values()) if row and row.row_id not in known]
    newest.sort(key=_newest_first)
    return [figure_statement(catalog, row) for row in _one_a_unit(newest)]


def _newest_first(row: FigureRow) -> tuple[object, ...]:
    central = row.unit is not None and row.unit.level == CENTRAL
    certain = row.observation.period_status != "uncertain"
    return (
        not central,
        not certain,
        bool(row.observation.breakdown),
        -row.observation.period.end.toordinal(),
        row.row_id,
    )


def _one_a_unit(rows: Sequence[FigureRow]) -> Iterator[FigureRow]:
    """Yield the first row of each unit, then the others: many places are heard before one is heard twice."""
    first: dict[str, FigureRow] = {}
    for row in rows:
        first.setdefault(row.observation.unit_id, row)
    yield from first.values()
    yield from (row for row in rows if first[row.observation.unit_id] is not row)


def _decided(catalog: Catalog, old: Catalog) -> list[Statement]:
    """Return the verdicts met or missed now that were not so before, those met first."""
    before = {statement.subject: outcome for statement, outcome in _verdicts(old)}
    decided = [
        (statement, outcome)
        for statement, outcome in _verdicts(catalog)
        if outcome in (Outcome.MET, Outcome.MISSED) and before.get(statement.subject) != outcome
    ]
    return [statement for statement, _ in sorted(decided, key=lambda one: one[1] is not Outcome.MET)]


def _verdicts(catalog: Catalog) -> Iterator[tuple[Statement, Outcome]]:
    for local in catalog.all_of(LocalTarget):
        key = (local.unit_id, local.indicator_id, local.due.text, local.scope, local.source_id)
        yield _with_subject(key, verdict_of_local(catalog, local))
    for target in catalog.all_of(Target):
        yield _with_subject((target.target_id,), verdict_of_target(catalog, target))
        places = in_places(catalog, target)
        for link, one in places.verdicts if places else ():
            yield _with_subject((target.target_id, link.href), one)


def _with_subject(key: tuple[str, ...], one: Verdict) -> tuple[Statement, Outcome]:
    return replace(one.statement, subject=key), one.outcome


def _corrected(catalog: Catalog, known: Mapping[str, FigureRow]) -> list[Statement]:
    """Return each figure that was published otherwise, and how: those with another number first."""
    numbers, others = [], []
    for row in catalog.figure_rows:
        old = known.get(row.row_id)
        if old is None:
            continue
        if _says_another_number(old.observation, row.observation):
            was = value_words(catalog, row.indicator, old.observation.value, old.observation.qualifier)
            numbers.append(_written_anew(catalog, row, was))
        elif old.row_id != row.row_id:
            others.append(_written_anew(catalog, row, _otherwise(catalog, row, old)))
    return numbers + others


def _otherwise(catalog: Catalog, row: FigureRow, old: FigureRow) -> str:
    """Return under which unit, indicator, period and scope a number was published, as far as they differ."""
    now, was = row.observation, old.observation
    differences = [
        (now.unit_id != was.unit_id, unit_name(old.unit, was.unit_id)),
        (now.indicator_id != was.indicator_id, indicator_link(catalog, was.indicator_id).text),
        (now.period != was.period, period_words(old)),
        (now.breakdown != was.breakdown, f"phạm vi «{was.breakdown}»" if was.breakdown else "không nêu phạm vi"),
    ]
    return ", ".join(words for differs, words in differences if differs)


def _written_anew(catalog: Catalog, row: FigureRow, was: str) -> Statement:
    parts = [*opening(catalog, row), *framed(catalog, row), *closing(catalog, row)]
    return replace(figure_statement(catalog, row), parts=sentence([*parts, f"; bản trước của sổ ghi {was}."]))


def _silent(catalog: Catalog, since: date, on: date) -> Iterator[Statement]:
    """Yield who speaks for a province of today and had a figure of two years on `since`, but has none on `on`."""
    speakers = {row.observation.unit_id for rows in rows_of_provinces(catalog).values() for row in rows}
    for unit_id in sorted(speakers):
        rows = catalog.rows_by_unit[unit_id]
        row = newest_row(rows) if rows[0].area and rows[0].area.valid_until is None else None
        if row is None or is_fresh(row, on) or not is_fresh(row, since):
            continue
        figures = figure_statement(catalog, row).figures
        unit = linked(unit_link(catalog, unit_id), unit_name(row.unit, unit_id))
        words = [*opening(catalog, row), *framed(catalog, row), *closing(catalog, row)]
        parts = sentence([unit, " chưa có số nào của hai năm qua; số mới nhất: ", *words, "."])
        yield Statement(Kind.ABSENCE, (unit_id,), (row.row_id,), parts, caveats_of_all(figures), figures)
