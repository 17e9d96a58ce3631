"""Whose a figure of an article is: the association, the place, an office, another one that its words name."""

import re

from hoctap.contribute.articles.acting_places import acting, first_named, in_turn
from hoctap.contribute.articles.bodies import (
    association_of_office,
    body_named,
    centre,
    giver,
    giver_named,
    is_given,
    is_given_by_unnamed,
    other_body,
    school_at,
    the_school,
)
from hoctap.contribute.articles.donors import RECEIVED, donor
from hoctap.contribute.articles.elsewhere import elsewhere, is_own, place_in_list
from hoctap.contribute.articles.headline_offices import offices_in
from hoctap.contribute.articles.implied_places import (
    commune_spoken_of,
    is_of_commune,
    is_of_smaller,
    named_before,
    of_province,
    whole_around,
    whole_of_paragraph,
)
from hoctap.contribute.articles.named_bodies import BODY_OF_OFFICE, OF_OFFICE, whole_body
from hoctap.contribute.articles.organisers import NAMES_ASSOCIATION, acts_in_clause
from hoctap.contribute.articles.place_names import KINDS, NAME, RANKED, places_named
from hoctap.contribute.articles.schools import is_school, school_named
from hoctap.contribute.articles.subject import Subject
from hoctap.contribute.articles.whole_names import unit_at, with_province
from hoctap.contribute.naming.indicators import belongs_to_association
from hoctap.contribute.naming.unit_names import PlaceName, plain
from hoctap.contribute.naming.units import Units
from hoctap.model.catalog import Catalog
from hoctap.model.codes import AREA_UNIT, FUND, PROVINCE
from hoctap.model.codes import ASSOCIATION as ASSOCIATION_KIND
from hoctap.model.record import Indicator

# A place right before a figure: «…, phường Khương Đình 1,55 tỷ đồng».
_NEXT_TO = re.compile(
    rf"^(?:(?:Hội Khuyến học|Hội khuyến học|HKH|Hội KH)\s+)?(?:(?:{KINDS})\s+)?{NAME}"
    rf"(?:\s+(?:{RANKED}|đã|cũng|vận động|huy động|trao|tặng|chi))*\W*(?:hơn|trên|gần|khoảng)?\s*$"
)
# «tỷ lệ chung của tỉnh Bến Tre là 86,3% gia đình và 90,4% dòng họ học tập»
_WHOSE = re.compile(rf"(?:{KINDS})\s+{NAME}\s+(?:là|đạt)\b")


def unit_for(
    catalog: Catalog,
    units: Units,
    subject: Subject,
    indicator: Indicator,
    when: str,
    before: str,
    after: str,
    paragraph: str,
) -> str:
    """Return the unit a figure belongs to: its identifier, a name with spaces if the register lacks it, or nothing.

    `before` and `after` are its sentence on both sides of it.
    """
    if (around := whole_around(catalog, units, subject, indicator, when, before)) is not None:
        return around
    clause = before.rpartition(";")[2]
    own = giver(catalog, units, subject, indicator, clause)
    own = own or _local(catalog, units, subject, indicator, when, clause, after)
    if not own and is_of_commune(subject, indicator, before, after, paragraph):
        return unit_at(catalog, units, subject, subject.commune, indicator, when) if subject.commune else ""
    if not own and (commune := commune_spoken_of(units, subject, before, paragraph)) is not None:
        return unit_at(catalog, units, subject, commune, indicator, when) if commune.core else ""
    own = own or _of_body(catalog, units, subject, indicator, before, paragraph)
    if own or is_given_by_unnamed(subject, indicator, before) or is_of_smaller(subject, indicator, before, paragraph):
        return own
    if (name := in_turn(catalog, units, subject, before)) is not None and not name.core:
        return ""
    is_own = _is_called_by_title(subject, clause)
    name = name or (None if is_own else _place_of(catalog, units, subject, indicator, before, after, paragraph))
    if name is None and belongs_to_association(indicator) and (body := association_of_office(units, subject, before)):
        return body
    if (name := name or (None if is_own else acting(subject, before, after, paragraph))) is not None:
        return unit_at(catalog, units, subject, name, indicator, when)
    if indicator.subject_rule != "area" and (body := other_body(subject, before, paragraph)) is not None:
        return body
    if is_given(indicator.indicator_id) and _is_given_by_others(subject, before, after):
        return giver_named(catalog, units, subject, subject.giver) if subject.giver and subject.others_give else ""
    return _of_article(catalog, units, subject, indicator, when, paragraph)


# «Hội Khuyến học Việt Nam tặng 6 bằng khen; tỉnh hội trao 24 kỷ niệm chương»
_TITLE = re.compile(r"\W*([Tt]ỉnh|[Hh]uyện|[Qq]uận|[Tt]hành|[Tt]hị) hội\b")


def _is_called_by_title(subject: Subject, clause: str) -> bool:
    """Return whether a clause opens with what the association of the article's place is called: «tỉnh hội»."""
    hit = _TITLE.match(clause) if subject.place else None
    return hit is not None and ((subject.place and subject.place.kind) or "tỉnh").startswith(hit[1].lower())


def _is_given_by_others(subject: Subject, before: str, after: str) -> bool:
    """Return whether another body gives, at the event or in its clause, not the association of the place."""
    if subject.others_give:
        return NAMES_ASSOCIATION.search(before + after) is None
    is_of_pupils = not subject.name or is_school(subject.name.lower())  # who gives in an office's article may be it
    return is_of_pupils and acts_in_clause(before.rpartition(";")[2], subject.core)


def _of_body(
    catalog: Catalog, units: Units, subject: Subject, indicator: Indicator, before: str, paragraph: str
) -> str:
    """Return the school, the learning centre or the giver that a sentence, or its paragraph, is about; else nothing."""
    return (
        _of_school(catalog, units, subject, indicator, before)
        or the_school(catalog, units, subject, before.rpartition(";")[2], paragraph)
        or centre(catalog, units, subject, indicator, before)
        or giver(catalog, units, subject, indicator, before)
    )


def _place_of(
    catalog: Catalog, units: Units, subject: Subject, indicator: Indicator, before: str, after: str, paragraph: str
) -> PlaceName | None:
    """Return the other place that the clause, the sentence or the paragraph of a figure is about; None without one."""
    clauses = (re.split(r"[;:]", before)[-1], before.rpartition(";")[2], before)
    return (
        next((found for text in clauses if (found := elsewhere(catalog, units, subject, text))), None)
        or named_before(subject, before, paragraph)
        or whole_of_paragraph(subject, indicator, before, paragraph)
        or first_named(catalog, units, subject, before + after, paragraph)
    )


def _of_school(catalog: Catalog, units: Units, subject: Subject, indicator: Indicator, before: str) -> str:
    """Return the school that a sentence opens with, for the pupils and the staff that it counts in all its clauses."""
    school = school_named(before, subject.name.lower()) if ";" in before else ""
    if not school or not indicator.indicator_id.startswith(("staff-", "students-")):
        return ""
    return school_at(catalog, units, subject, school, before)


# Where one meets: «tại hội trường Trường Chính trị tỉnh».
_VENUE = re.compile(r"\b[Tt]ại (?:hội trường|trụ sở|khuôn viên|phòng họp|sân)\b[^,;.]*")


def _of_article(
    catalog: Catalog, units: Units, subject: Subject, indicator: Indicator, when: str, paragraph: str
) -> str:
    """Return whom the article is about, or the one office that its paragraph named last."""
    if subject.branch and belongs_to_association(indicator) and not indicator.indicator_id.startswith("staff-"):
        return subject.branch
    if subject.office is not None:
        is_of_people = indicator.indicator_id.startswith(_OF_PEOPLE) and subject.office.unit_kind != ASSOCIATION_KIND
        return _of_its_province(catalog, units, subject, indicator, when) if is_of_people else subject.office.unit_id
    if subject.cluster:
        return _of_cluster(catalog, subject.cluster, belongs_to_association(indicator))
    for sentence in reversed(re.split(r"(?<=[^A-Z])\.\s", _VENUE.sub(" ", paragraph))):
        if len(offices := offices_in(catalog, units, sentence, subject.provinces)) == 1:
            return offices[0].unit_id
    if subject.place is None:
        return with_province(catalog, subject, subject.words, when, subject.where) if subject.words else ""
    if subject.is_of_others and is_given(indicator.indicator_id) and belongs_to_association(indicator):
        return ""
    return unit_at(catalog, units, subject, subject.place, indicator, when)


# What the people of a place have, no office, union, fund or school.
_OF_PEOPLE = ("literacy-rate", "studious-", "learning-clans", "learning-communities", "universal-", "communes-")


def _of_its_province(catalog: Catalog, units: Units, subject: Subject, indicator: Indicator, when: str) -> str:
    """Return the province whose office an article is about; nothing of one that belongs to none by its name."""
    office = subject.office
    if office is None or office.level != PROVINCE or office.unit_kind == FUND or not office.area_id:
        return ""
    province = plain(catalog.areas[catalog.province_of(office.area_id)].name_vi)
    return unit_at(catalog, units, subject, PlaceName(False, "", province, ""), indicator, when)


def _of_cluster(catalog: Catalog, cluster: str, association: bool) -> str:
    """Return the associations of a cluster of provinces, or the provinces: as the register has them, or would."""
    kind = ASSOCIATION_KIND if association else AREA_UNIT
    known = [
        unit.unit_id
        for unit in catalog.units.values()
        if unit.unit_kind == kind and re.search(rf"{cluster}\b", unit.name_vi.lower())
    ]
    name = f"Hội Khuyến học Việt Nam, {cluster}" if association else f"Các tỉnh {cluster}"
    return known[0] if len(known) == 1 else name


# «11 chi hội thuộc Hội Khuyến học Sở Y tế Đông Lâu đã …»
_OF_BODY = re.compile(rf"[^,;.()\d]{{0,30}}\b(?:thuộc|của) ({BODY_OF_OFFICE})")


def _is_of(words: str, at: int) -> bool:
    """Return whether a figure is of the place that stands at `at` in the words before it."""
    is_whose = words[:at].endswith("của ") and _WHOSE.match(words, at)
    return bool(is_whose) or _NEXT_TO.search(words[at:]) is not None


def _local(
    catalog: Catalog, units: Units, subject: Subject, indicator: Indicator, when: str, words: str, after: str
) -> str:
    """Return another unit that the words right before a figure name («riêng Hội Khuyến học TP. Mỹ Tho»)."""
    if indicator.subject_rule != "area" and (body := whole_body(units, subject, words)):
        return body
    near = re.split(r",", words)[-1] + re.split(r"[,(]|so với|\w+ hơn|bình quân|trung bình", after)[0]
    if "cả nước" in near.lower() and "viet-nam" in catalog.units:
        whole = "hoi-khuyen-hoc-viet-nam" if belongs_to_association(indicator) else "viet-nam"
        return whole if whole in catalog.units else "viet-nam"
    if whole := of_province(catalog, units, subject, indicator, when, words, near):
        return whole
    if (found := body_named(catalog, units, subject, words)) is not None:
        return found
    if indicator.indicator_id == "fund-donated-vnd" and not RECEIVED.search(words):
        return with_province(catalog, subject, donor(subject, words), when)
    if of_body := _OF_BODY.match(after):
        return body_named(catalog, units, subject, of_body[1]) or of_body[1]
    if (listed := place_in_list(catalog, units, subject, words)) is not None:
        return unit_at(catalog, units, subject, listed, indicator, when)
    named = places_named(words)
    if named and not is_own(subject, named[-1][1]) and _is_of(words, named[-1][0]):
        return unit_at(catalog, units, subject, named[-1][1], indicator, when)
    associations = [name for _, name in named if name.association and not OF_OFFICE.match(name.core)]
    if associations and not is_own(subject, associations[-1]):
        return unit_at(catalog, units, subject, associations[-1], indicator, when)
    return ""
