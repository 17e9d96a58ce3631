"""What the picture of a page says where its address is shared: the headline figure, and all that is to know of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from hoctap.model.catalog import Catalog
from hoctap.views.area_page import AreaPage
from hoctap.views.figure import Figure
from hoctap.views.indicator import IndicatorPage
from hoctap.views.standing import Standing
from hoctap.views.statements.figure import figure_statement
from hoctap.views.unit import UnitProfile


@dataclass(frozen=True, slots=True)
class SharedPicture:
    """The page's title, the name of what was counted, the `value` in large letters; `sentence` is the whole of it."""

    title: str
    name: str
    value: str
    sentence: str


def shared_picture(catalog: Catalog, view: Any, standing: Standing | None) -> SharedPicture | None:
    """Return what the picture of a page says; None for a page without a figure with a number."""
    figure = next((figure for figure in _headlines(view, standing) if figure.value is not None), None)
    if figure is None:
        return None
    sentence = figure_statement(catalog, catalog.row_of(figure.observation)).text
    value = figure.value_with_qualifier.partition(" (")[0]
    return SharedPicture(view.title, _name(view, figure), value, sentence)


def _name(view: Any, figure: Figure) -> str:
    """Return what the title does not say: the indicator, the unit, or both where a place shows a former one's."""
    if isinstance(view, IndicatorPage):
        return figure.unit.text
    is_former = isinstance(view, AreaPage) and not (view.own and figure in view.own.figures)
    return f"{figure.unit.text}: {figure.indicator.text}" if is_former else figure.indicator.text


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
