"""Targets in English: what is asked, by when, and what came of it, each as a row of a table.

The verdicts are those of the Vietnamese page; only their words are said again here.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hoctap.model.catalog import Catalog
from hoctap.model.record import LocalTarget, Target
from hoctap.views.basis import AMENDS, REPLACES, Changed
from hoctap.views.campaign import Aim
from hoctap.views.english import english_figure, measured
from hoctap.views.english_names import Name, name_of, vietnamese, words
from hoctap.views.english_times import span
from hoctap.views.statements.demand import NO_LEVEL
from hoctap.views.statements.targets import InPlaces
from hoctap.views.statements.verdict import (
    FIGURES_DIFFER,
    HEDGED,
    NO_FIGURE,
    NO_INDICATOR,
    NOT_COME,
    NOT_OVER,
    NOT_SURE,
    OTHER_TIME,
    PART_OF_A_YEAR,
    PLAN,
    SOURCES_DIFFER,
    UNKNOWN_BORDERS,
    Outcome,
    Verdict,
)
from hoctap.views.title_results import OwnAim
from hoctap.views.unit_aims import LocalAim, NationalAim

Cell = Sequence[Name]
AIMS = ("Target", "Level", "Due", "Result")
OUTCOMES = {
    Outcome.MET: "met",
    Outcome.MISSED: "not met",
    Outcome.UNDECIDED: "not decided",
    Outcome.PLAN: "planned",
    Outcome.ABSENT: "no figure yet",
    Outcome.NOT_MEASURED: "not measured",
}
REASONS = {
    NO_LEVEL: "the level of the target was not read",
    NO_INDICATOR: "no indicator measures just this",
    PLAN: "a plan of things to do, not judged",
    SOURCES_DIFFER: "sources differ",
    FIGURES_DIFFER: "figures of the year differ",
    PART_OF_A_YEAR: "the figure counts a part of the year only",
    NOT_SURE: "the period is not sure",
    UNKNOWN_BORDERS: "the source does not say on which borders",
    OTHER_TIME: "the figure is of another time than the target",
    HEDGED: "the figure is hedged",
}
# Of reasons that name a time after these words; the time itself stands in the column of what is due.
_TIMED = {
    NO_FIGURE: "for the year of the target",
    NOT_COME: "the year of the target has not come",
    NOT_OVER: "the year of the target is not over",
}
_BASIS = {REPLACES: "Its document was replaced by:", AMENDS: "Its document was amended by:"}
_MODES = {"phan-dau": "to strive for ", "ke-hoach": "planned: "}
_BOUNDS = {">=": "at least ", "<=": "at most "}


def demanded(catalog: Catalog, target: Target | LocalTarget) -> str:
    """Return what a target asks: `at least 85%`, `to strive for at least 60%`, `planned: 77 classes`."""
    if target.value is None:
        return "level not read"
    indicator = catalog.indicators.get(target.indicator_id)
    own = target.unit_measure if isinstance(target, Target) else ""
    level = measured(catalog, indicator.unit_measure if indicator else own, target.value)
    bound = "" if level == "100%" and target.operator == ">=" else _BOUNDS.get(target.operator, "")
    return f"{_MODES.get(target.mode, '')}{bound}{level}"


def aim_row(catalog: Catalog, aim: Aim) -> list[Cell]:
    """Return a target of a campaign or document as a row under AIMS."""
    by = [words("Measured by:", is_note=True), _note(name_of(catalog, aim.indicator))] if aim.indicator else []
    first = [vietnamese(aim.target.subject_vi), *by, *_limits(aim.target), *basis_notes(catalog, aim.basis)]
    due = [words(span(aim.target.due))] if aim.target.due else []
    return [first, [words(demanded(catalog, aim.target))], due, _result(catalog, aim.verdict, aim.places)]


def own_row(catalog: Catalog, aim: LocalAim) -> list[Cell]:
    """Return a target that a unit set itself as a row under AIMS."""
    first = [name_of(catalog, aim.indicator), *_limits(aim.record)]
    source = [words("Set in:", is_note=True), _note(name_of(catalog, aim.source))]
    level, due = [words(demanded(catalog, aim.record))], [words(span(aim.record.due))]
    return [[*first, *source], level, due, verdict_words(catalog, aim.verdict)]


def national_row(catalog: Catalog, aim: NationalAim) -> list[Cell]:
    """Return a target of the country beside the figure of a place as a row under AIMS."""
    basis = [words("Set in:", is_note=True), _note(name_of(catalog, aim.basis))] if aim.basis else []
    first = [vietnamese(aim.subject), *_limits(aim.record), *basis, *basis_notes(catalog, aim.changes)]
    due = [words(span(aim.record.due))] if aim.record.due else []
    return [first, [words(demanded(catalog, aim.record))], due, verdict_words(catalog, aim.verdict)]


def title_row(catalog: Catalog, aim: OwnAim) -> list[Cell]:
    """Return what a unit set itself for a title as a row under AIMS."""
    first = [name_of(catalog, aim.unit), words("Indicator:", is_note=True), _note(name_of(catalog, aim.indicator))]
    level, due = [words(demanded(catalog, aim.record))], [words(span(aim.record.due))]
    return [[*first, *_limits(aim.record)], level, due, verdict_words(catalog, aim.verdict)]


def basis_notes(catalog: Catalog, changes: Sequence[Changed]) -> list[Name]:
    """Return what became of the document that something rests on; nothing where nothing is known."""
    found = []
    for one in changes:
        found += [words(_BASIS[one.kind], is_note=True), _note(name_of(catalog, one.by))]
        found += [words("not checked against the original", is_note=True)] if one.unchecked else []
    return found


def reason_words(reason: str) -> str:
    """Return the reason of a verdict in English; empty for one that has no English words."""
    timed = (text for begin, text in _TIMED.items() if reason.startswith(f"{begin} "))
    return REASONS.get(reason) or next(timed, "")


def verdict_words(catalog: Catalog, verdict: Verdict) -> list[Name]:
    """Return an outcome, its reason and the figures it rests on."""
    found = [words(OUTCOMES[verdict.outcome], tone=verdict.outcome.tone)]
    if verdict.reason:
        words_en = reason_words(verdict.reason)
        found.append(words(words_en, is_note=True) if words_en else vietnamese(verdict.reason, is_note=True))
    for figure in verdict.inputs:
        one = english_figure(catalog, figure)
        found += [words(one.brief, is_note=True), *_scope(one.scope), _note(one.source)]
        found += [vietnamese(f"{figure.locator}", is_note=True)] if figure.locator else []
        found += [vietnamese(one.remarks, is_note=True)] if one.remarks else []
    return found


def _result(catalog: Catalog, verdict: Verdict, places: InPlaces | None) -> list[Name]:
    if places is None:
        return verdict_words(catalog, verdict)
    counts = Counter(one.outcome for _, one in places.verdicts)
    outcomes = ", ".join(f"{counts[outcome]} {OUTCOMES[outcome]}" for outcome in Outcome if counts[outcome])
    many = len(places.verdicts)
    of_places = (
        f"{many} place{'s' if many > 1 else ''} with a figure, beside the level of the whole country: {outcomes}"
    )
    country = verdict_words(catalog, verdict)
    return [words("The whole country:", is_note=True), *country, words(of_places, is_note=True)]


def _limits(target: Target | LocalTarget) -> list[Name]:
    """Return the scope of a target and what is to know of it, in the Vietnamese words of the data."""
    return [*_scope(target.scope), *([vietnamese(target.note, is_note=True)] if target.note else [])]


def _scope(scope: str) -> list[Name]:
    return [words("Only:", is_note=True), vietnamese(scope, is_note=True)] if scope else []


def _note(name: Name) -> Name:
    return replace(name, is_note=True)
