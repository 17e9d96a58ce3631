"""The English page of a title: who recognises it and how, dates, targets, criteria in their Vietnamese words."""

from hoctap.model.catalog import Catalog
from hoctap.model.record import Deadline
from hoctap.views.basis import Changed
from hoctap.views.criteria import Criteria, Line
from hoctap.views.english import meaning_of_words, number
from hoctap.views.english_aims import AIMS, Cell, basis_notes, title_row
from hoctap.views.english_names import Name, name_of, vietnamese, words
from hoctap.views.english_page import (
    EnglishGroup,
    EnglishPage,
    Section,
    aims_section,
    code,
    described,
    figures,
    listed,
    names,
    noted,
    page,
)
from hoctap.views.english_subjects import validity
from hoctap.views.english_times import day_of_year, english_day
from hoctap.views.link import TITLE, Link, page_address
from hoctap.views.title import Holder, Rule, TitlePage

_BOTH = ("unit", "indicator")
_RULES = ("Tier", "Under", "Recognised by", "Submitted to", "Papers", "Remarks")
_CRITERIA = ("Criterion, in Vietnamese", "Points, threshold")
_UNCHECKED = "not checked against the original"


def title_in_english(catalog: Catalog, key: str, view: TitlePage) -> EnglishPage:
    """Return the English twin of the page of a title."""
    row, results = view.title_record, view.results
    name = name_of(catalog, Link(page_address(TITLE, key), row.name_vi))
    months = f"{row.validity_months} months after the year of recognition" if row.validity_months else "not read"
    facts = [
        ("For", [vietnamese(row.granted_to)]),
        ("Set up by", names(catalog, [view.document])),
        ("Valid for", [words(months)]),
        ("In Vietnamese", [vietnamese(row.name_vi)]),
    ]
    lines: list[Cell] = [_changed(catalog, change) for change in view.basis]
    aims = [aim for line in results.lines for aim in line.by_due.values()]
    sections = [
        aims_section(catalog, aims),
        Section(
            "Targets that units set themselves", AIMS, [title_row(catalog, aim) for aim in results.own], is_folded=True
        ),
        Section("Who recognises it", _RULES, [_rule(catalog, rule) for rule in view.rules]),
        Section(
            "Dates of the year",
            ("What", "For", "When"),
            [_date(catalog, one.record, has_ended=one.past) for one in view.dates],
        ),
        *(_criteria(catalog, one, is_former=False) for one in view.criteria),
        *(_criteria(catalog, one, is_former=True) for one in view.former),
        listed("Units recognised", [_holder(catalog, one) for one in view.holders]),
    ]
    group = EnglishGroup("The newest figures", figures(catalog, [*results.country, *results.places]), _BOTH)
    lines += noted(row.note)
    return page((TITLE, key), name, described(name, row.name_vi), facts, lines=lines, groups=[group], sections=sections)


def _rule(catalog: Catalog, rule: Rule) -> list[Cell]:
    row = rule.record
    started = f"from {english_day(row.valid_from)}" if row.valid_from else ""
    ended = f"to {english_day(row.valid_until)}" if row.valid_until else ""
    times = " ".join(filter(None, (started, ended)))
    state = "no longer applied" if rule.past else "nothing was found that replaces it"
    months = f"holds for {row.validity_months} months after the year of recognition" if row.validity_months else ""
    levels = f"{row.levels} levels" if row.levels else ""
    between = (
        f"{row.months_between_levels} months before a higher level is asked for" if row.months_between_levels else ""
    )
    lines = [times, state, levels, between, months, _UNCHECKED if rule.unchecked else ""]
    remarks = [words(text, is_note=True) for text in lines if text]
    note = [vietnamese(row.note, is_note=True)] if row.note else []
    asked = [_quoted(text) for text in (row.recognised_by, row.submitted_to, row.dossier_vi)]
    return [code(catalog, "title_tier", row.tier), [name_of(catalog, rule.document)], *asked, [*remarks, *note]]


def _date(catalog: Catalog, row: Deadline, *, has_ended: bool) -> list[Cell]:
    ended = (
        [words(f"no longer after {english_day(row.valid_until)}", is_note=True)]
        if has_ended and row.valid_until
        else []
    )
    unchecked = [words(_UNCHECKED, is_note=True)] if row.confidence != "high" else []
    note = [vietnamese(row.note, is_note=True)] if row.note else []
    when = [words(_when(row)), *ended, *unchecked, *note]
    return [[vietnamese(row.name_vi)], code(catalog, "title_tier", row.tier), when]


def _when(row: Deadline) -> str:
    """Return a date of the year: `from 1 January, to 31 March`, `before 15 January`."""
    if not row.to_month_day:
        return "not read"
    last = day_of_year(row.to_month_day)
    if row.from_month_day == row.to_month_day:
        return f"on {last}"
    end = f"before {last}" if row.end_rule == "before" else f"to {last}"
    return f"from {day_of_year(row.from_month_day)}, {end}" if row.from_month_day else end


def _criteria(catalog: Catalog, one: Criteria, *, is_former: bool) -> Section:
    record = one.record
    level = code(catalog, "recognition_level", record.level)
    which = ", ".join(name.text for name in (*code(catalog, "title_tier", record.tier), *level))
    former = " (no longer applied)" if is_former else ""
    heading = f"Criteria{former}: {which}, {name_of(catalog, one.document).text}"
    return Section(
        heading,
        _CRITERIA,
        [_set_as_read(catalog, one), *(_criterion(catalog, line) for line in one.lines)],
        is_folded=True,
    )


def _set_as_read(catalog: Catalog, one: Criteria) -> list[Cell]:
    """Return how a set is scored and how much of it was read, as its first row."""
    record = one.record
    points = f"pass from {number(record.pass_mark)}" if record.pass_mark is not None else ""
    points += f" of {number(record.total_points)}" if points and record.total_points is not None else ""
    floor = f"at least {number(record.floor_each)} in each" if record.floor_each is not None else ""
    read = code(catalog, "criteria_completeness", record.completeness)
    missing = (
        [words("missing:", is_note=True), vietnamese(record.missing_vi, is_note=True)] if record.missing_vi else []
    )
    unchecked = [words(_UNCHECKED, is_note=True)] if one.unchecked else []
    scored = [
        *code(catalog, "criteria_scoring", record.scoring),
        *(words(text, is_note=True) for text in (points, floor) if text),
    ]
    return [[words("The set as read:"), *read, *missing, *unchecked, *basis_notes(catalog, one.basis)], scored]


def _criterion(catalog: Catalog, line: Line) -> list[Cell]:
    record = line.record
    evidence = [words("shown by:", is_note=True), name_of(catalog, line.indicator)] if line.indicator else []
    note = [vietnamese(record.note, is_note=True)] if record.note else []
    points = [words(f"{number(record.max_points)} points")] if record.max_points is not None else []
    level = [vietnamese(record.threshold)] if record.threshold else []
    asked = [words("not read")] if line.is_gap else [*points, *level]
    return [[vietnamese(record.text_vi), *evidence, *note], asked]


def _holder(catalog: Catalog, one: Holder) -> list[Name]:
    level = meaning_of_words(catalog, "recognition_level", one.level)
    level_year = f"({level}, {one.year})" if level else f"({one.year})"
    return [name_of(catalog, one.unit), words(level_year), words(validity(one.until, one.validity), is_note=True)]


def _changed(catalog: Catalog, change: Changed) -> list[Name]:
    return [Name(one.href, one.text, one.is_english) for one in basis_notes(catalog, [change])]


def _quoted(text: str) -> list[Name]:
    return [vietnamese(text)] if text else [words("not read")]
