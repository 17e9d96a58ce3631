"""English pages of campaigns, documents and sources.

What a document or an article says stays in its Vietnamese words; only what stands around it is in English.
"""

from collections.abc import Sequence

from hoctap.model.catalog import Catalog
from hoctap.views.campaign import CampaignPage, InTime, PhaseInTime
from hoctap.views.document import DocumentPage
from hoctap.views.english import meaning, meaning_of_words, number
from hoctap.views.english_aims import Cell
from hoctap.views.english_names import Name, name_of, outside, vietnamese, words
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
    others_stand_elsewhere,
    page,
)
from hoctap.views.english_times import STANDINGS, english_day, from_to, span
from hoctap.views.link import CAMPAIGN, DOCUMENT, SOURCE, Link, page_address
from hoctap.views.source import SourcePage
from hoctap.views.state import ENDED, ended_on

_BOTH = ("unit", "indicator")
_UNCHECKED = "Not checked against the original."


def campaign_in_english(catalog: Catalog, key: str, view: CampaignPage) -> EnglishPage:
    """Return the English twin of the page of a campaign."""
    row = view.campaign
    name = name_of(catalog, Link(page_address(CAMPAIGN, key), row.name_vi))
    facts = [
        ("Led by", [*names(catalog, [view.lead]), *_ended(catalog, row.lead_unit_id)]),
        ("Level", code(catalog, "unit_level", row.level)),
        ("Time", _known(from_to(row.started_on, row.ends_on))),
        (f"By its plan, on {english_day(view.today)}", _standing(view.standing)),
        ("Document", names(catalog, [view.document])),
        ("Source", _sourced(catalog, view.source, row.locator)),
        ("In Vietnamese", [vietnamese(row.name_vi)]),
    ]
    sections = [
        Section("Phases", ("Phase", "When", "Stands"), [_phase(one) for one in view.phases]),
        aims_section(catalog, view.aims),
        listed("Who takes part", [[name_of(catalog, link)] for link in view.participants]),
        *(
            listed(
                f"Guidance in Vietnamese: {meaning_of_words(catalog, 'guideline_part', part.name).lower()}",
                [[vietnamese(one.text_vi), vietnamese(one.locator, is_note=True)] for one in part.guidelines],
                is_folded=True,
            )
            for part in view.parts
        ),
        listed("What it rests on", [_relation(catalog, *each) for each in view.chain]),
    ]
    lines = [[words("In Vietnamese:"), vietnamese(view.summary)], *noted(row.note)]
    group = EnglishGroup("Figures its source gives of those who take part", figures(catalog, view.figures), _BOTH)
    return page(
        (CAMPAIGN, key), name, described(name, row.name_vi), facts, lines=lines, groups=[group], sections=sections
    )


def document_in_english(catalog: Catalog, key: str, view: DocumentPage) -> EnglishPage:
    """Return the English twin of the page of a document."""
    row = view.document
    name = name_of(catalog, Link(page_address(DOCUMENT, key), view.title))
    checked = (
        f"as seen on {english_day(row.status_checked_on)}" if row.status_checked_on else "not looked up officially"
    )
    facts = [
        ("Kind", code(catalog, "doc_kind", row.doc_kind)),
        ("Number", [vietnamese(row.number)] if row.number else [words("not known")]),
        ("Issued by", [vietnamese(row.issuer)] if row.issuer else [words("not known")]),
        ("Signed by", [vietnamese(row.signer)] if row.signer else []),
        ("Issued", _known(span(row.issued_on) if row.issued_on else "not known")),
        ("Validity", [words(f"{meaning(catalog, 'document_status', row.status)} ({checked})")]),
        ("Read at", outside(row.url)),
        ("Known through", _sourced(catalog, view.source, row.locator)),
        ("In Vietnamese", [vietnamese(row.title_vi)]),
    ]
    subject = [[words(row.title_en)]] if row.title_en and row.title_en != name.text else []
    lines = [*subject, *([[words(_UNCHECKED)]] if view.unchecked else []), *noted(row.note)]
    sections = [
        listed("Other documents", _relations(catalog, view)),
        listed("Campaigns set up by it", [[name_of(catalog, link)] for link in view.campaigns]),
        listed("Titles set up by it", [[name_of(catalog, link)] for link in view.titles]),
        listed("Terms it defines", [[vietnamese(term)] for term in view.terms]),
        aims_section(catalog, view.aims),
    ]
    return page(
        (DOCUMENT, key), name, described(name, row.title_en or row.title_vi), facts, lines=lines, sections=sections
    )


def source_in_english(catalog: Catalog, key: str, view: SourcePage) -> EnglishPage:
    """Return the English twin of the page of a source."""
    row = view.source
    name = name_of(catalog, Link(page_address(SOURCE, key), row.title))
    facts = [
        ("Published by", [vietnamese(row.publisher)] if row.publisher else [words("not known")]),
        ("Author", [vietnamese(row.author)] if row.author else []),
        ("Published", [words(span(row.published_on) if row.published_on else "not known")]),
        ("Kind", code(catalog, "source_kind", row.kind)),
        ("Language", code(catalog, "language", row.language)),
        ("Read at", outside(row.url)),
        ("Also at", [one for address in view.other_addresses for one in outside(address)]),
        ("Other titles", [vietnamese(title) for title in view.other_titles]),
    ]
    caveat: list[Cell] = [[words("Caveat, in Vietnamese:"), vietnamese(row.caveat)]] if row.caveat else []
    sections = [
        aims_section(catalog, view.aims),
        listed("Titles recognised", [names(catalog, pair) for pair in view.recognitions]),
        listed("Campaigns", [[name_of(catalog, link)] for link in view.campaigns]),
        listed("Documents", [[name_of(catalog, link)] for link in view.documents]),
    ]
    count = len(view.figures)
    language = "English" if name.is_english else "Vietnamese"
    summary = f"A source in {language}: {count} figure{'' if count == 1 else 's'} taken from it."
    if view.left_out:
        caveat.append(others_stand_elsewhere(f"Of these, {number(view.left_out)}"))
    group = EnglishGroup("Figures taken from it", figures(catalog, view.first), _BOTH, has_source=False)
    return page((SOURCE, key), name, summary, facts, lines=caveat, groups=[group], sections=sections)


def _phase(one: PhaseInTime) -> list[Cell]:
    row = one.phase
    what = [vietnamese(row.name_vi), vietnamese(row.summary_vi, is_note=True)]
    return [what, _known(from_to(row.start, row.end)), _standing(one.standing)]


def _standing(standing: InTime) -> list[Name]:
    return [words(STANDINGS[standing], tone=standing.tone)] if standing.is_known else []


def _ended(catalog: Catalog, unit_id: str) -> list[Name]:
    """Return that a unit has ended, and on which day where that is known; else nothing."""
    unit = catalog.units.get(unit_id)
    if unit is None or unit.status != ENDED:
        return []
    since = ended_on(catalog, unit)
    return [words(f"ended on {english_day(since)}" if since else "has ended", is_note=True)]


def _relation(catalog: Catalog, one: Link, kind: str, other: Link) -> list[Name]:
    meaning_en = meaning_of_words(catalog, "relation_kind", kind).replace("based on", "is based on")
    return [name_of(catalog, one), words(meaning_en) if meaning_en else vietnamese(kind), name_of(catalog, other)]


def _relations(catalog: Catalog, view: DocumentPage) -> Sequence[Cell]:
    """Return how a document stands to others: what it does to them, then what they do to it."""
    own = Link(page_address(DOCUMENT, view.document.document_id), view.title)
    after = [_relation(catalog, own, kind, link) for kind, link in view.leads_to]
    return after + [_relation(catalog, link, kind, own) for kind, link in view.led_to_by]


def _sourced(catalog: Catalog, source: Link | None, locator: str) -> list[Name]:
    place = [vietnamese(locator)] if source and locator else []
    return [*names(catalog, [source]), *place]


def _known(text: str) -> list[Name]:
    return [words(text)] if text else []
