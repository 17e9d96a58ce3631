"""What the picture of a page says where its address is shared: the headline figure, and all that is to know of it.

A title, campaign or document without a figure says what it is and from when it holds, a source or a form how much it
holds. Pages in English say the same of the same figure in English; that of a source, whose title is not translated, has
the picture of the Vietnamese page.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from hoctap.model.catalog import Catalog
from hoctap.vietnamese.writing import capitalize_first, day, number
from hoctap.views.area_page import AreaPage
from hoctap.views.assessment import AssessmentPage
from hoctap.views.campaign import CampaignPage
from hoctap.views.document import DocumentPage
from hoctap.views.english import english_figure
from hoctap.views.english_page import EnglishPage
from hoctap.views.figure import Figure
from hoctap.views.indicator import IndicatorPage
from hoctap.views.source import SourcePage
from hoctap.views.standing import Standing
from hoctap.views.statements.figure import figure_statement
from hoctap.views.title import TitlePage
from hoctap.views.unit import UnitProfile

# What a page without a figure has in large letters in English, by the labels of its facts.
_LARGE = ("Issued", "Time", "Valid for")
_APART = ("Read at", "By its plan, on ")


@dataclass(frozen=True, slots=True)
class SharedPicture:
    """The page's title, the name of what was counted, the `value` in large letters; `sentence` is the whole of it."""

    title: str
    name: str
    value: str
    sentence: str


def shared_picture(catalog: Catalog, view: Any, standing: Standing | None) -> SharedPicture | None:
    """Return what the picture of a page says; None for a page of which there is nothing to say in large letters."""
    figure = headline_of(view, standing)
    if figure is None:
        return _of_guidance(view)
    sentence = figure_statement(catalog, catalog.row_of(figure.observation)).text
    value = figure.value_with_qualifier.partition(" (")[0]
    return SharedPicture(view.title, _name(view, figure), value, sentence)


def english_picture(catalog: Catalog, view: Any, standing: Standing | None, twin: EnglishPage) -> SharedPicture | None:
    """Return what the picture of a twin says: what that of its Vietnamese page, the view, says."""
    figure = headline_of(view, standing)
    if figure is None:
        return _of_facts(twin)
    one = english_figure(catalog, figure)
    if isinstance(view, IndicatorPage):
        name = one.unit.text
    else:
        name = f"{one.unit.text}: {one.indicator.text}" if _is_of_another(view, figure) else one.indicator.text
    return SharedPicture(twin.title.text, name, one.value_with_qualifier, one.sentence)


def headline_of(view: Any, standing: Standing | None) -> Figure | None:
    """Return the figure that stands first on a page; None where no figure has a number."""
    return next((figure for figure in _headlines(view, standing) if figure.value is not None), None)


def _of_guidance(view: Any) -> SharedPicture | None:
    """Return what a title, campaign or document without a figure is, and from when it holds."""
    if isinstance(view, DocumentPage):
        document = view.document
        checked = (
            f"xem ngày {day(document.status_checked_on)}" if document.status_checked_on else "chưa tra cứu chính thức"
        )
        parts = [f"{view.summary.rstrip('.')}", f"hiệu lực: {view.status} ({checked})", view.unchecked]
        value = f"Ban hành {view.issued}" if view.issued else "Chưa rõ ngày ban hành"
        return SharedPicture(view.title, document.issuer or view.kind, value, _joined(parts))
    if isinstance(view, CampaignPage):
        lead = f"Chủ trì: {view.lead.text}" if view.lead else "Phong trào, chương trình"
        basis = f"văn bản: {view.document.text}" if view.document else ""
        value = capitalize_first(view.times) if view.times else "Chưa rõ thời gian"
        return SharedPicture(view.title, lead, value, _joined([view.summary.rstrip("."), basis]))
    if isinstance(view, SourcePage):
        return _of_source(view)
    if isinstance(view, AssessmentPage):
        return _of_form(view)
    if isinstance(view, TitlePage):
        months = view.title_record.validity_months
        parts = [f"Trao cho {view.title_record.granted_to}", f"văn bản: {view.document.text}" if view.document else ""]
        value = f"Thời hạn {months} tháng" if months else "Danh hiệu học tập"
        return SharedPicture(view.title, "Danh hiệu: tiêu chí, thủ tục, thời hạn", value, _joined(parts))
    return None


def _of_source(view: SourcePage) -> SharedPicture:
    """Return what was taken from a source and how much, when it was published and what to beware of."""
    sorts = (
        ("số liệu", view.figures),
        ("mục tiêu", view.aims),
        ("văn bản", view.documents),
        ("phong trào", view.campaigns),
        ("lần công nhận danh hiệu", view.recognitions),
    )
    first, *others = [f"{number(len(rows))} {name}" for name, rows in sorts if rows] or ["Chưa lấy điều gì"]
    published = f"đăng {view.published}" if view.published else "chưa rõ ngày đăng"
    sentence = f"{_joined([f'Nguồn {published}', *others])} {view.source.caveat}".strip()
    return SharedPicture(view.title, view.source.publisher or "Chưa rõ nơi đăng", first, sentence)


def _of_form(view: AssessmentPage) -> SharedPicture:
    """Return how many criteria a form has, by which document, and what of them is missing."""
    criteria = view.criteria
    count = sum(not line.is_gap for line in criteria.lines)
    missing = f"{criteria.completeness}, còn thiếu: {criteria.record.missing_vi}" if criteria.record.missing_vi else ""
    parts = [f"Cách đánh giá: {criteria.scoring}", missing, criteria.unchecked]
    return SharedPicture(view.title, f"Theo {criteria.document.text}", f"{number(count)} tiêu chí", _joined(parts))


def _of_facts(twin: EnglishPage) -> SharedPicture | None:
    """Return what the facts of a page say, and what is said beneath them in English."""
    facts = {label: ", ".join(name.text for name in names) for label, names in twin.facts}
    large = next((f"{label}: {facts[label]}" for label in _LARGE if label in facts), "")
    # Where a page was read is an address, and where a campaign stands is true on one day only.
    parts = [
        f"{label}: {text}" for label, text in facts.items() if label not in _LARGE and not label.startswith(_APART)
    ]
    lines = [" ".join(name.text for name in line) for line in twin.lines if all(name.is_english for name in line)]
    first, *others = parts or [twin.summary]
    return (
        SharedPicture(twin.title.text, first, large, _joined([*others, *lines]).replace("..", ".")) if large else None
    )


def _joined(parts: list[str]) -> str:
    return "; ".join(part for part in parts if part) + "."


def _name(view: Any, figure: Figure) -> str:
    """Return what the title does not say: the indicator, the unit, or both where a figure is of another one."""
    if isinstance(view, IndicatorPage):
        return figure.unit.text
    return f"{figure.unit.text}: {figure.indicator.text}" if _is_of_another(view, figure) else figure.indicator.text


def _is_of_another(view: Any, figure: Figure) -> bool:
    """Return whether a figure is of a former place, or of a unit that the title of a page does not name."""
    is_former = isinstance(view, AreaPage) and not (view.own and figure in view.own.figures)
    return is_former or isinstance(view, TitlePage)


def _headlines(view: Any, standing: Standing | None) -> Iterable[Figure]:
    """Yield the figures that stand first on a page, the very first before the others."""
    if isinstance(view, UnitProfile):
        yield from (*view.headline, *view.figures)
    elif isinstance(view, AreaPage):
        if view.own:
            yield from (*view.own.headline, *view.own.figures)
        for old in view.before:
            yield from (*old.headline, *old.figures)
    elif isinstance(view, IndicatorPage):
        yield from (one.figure for one in (standing.country if standing else ()))
        yield from (leader for ranking in view.rankings[:1] if (leader := ranking.leader))
        yield from view.newest
    elif isinstance(view, TitlePage):
        yield from (*view.results.country, *view.results.places)
