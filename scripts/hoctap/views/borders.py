"""Series of an area across a change of borders: figures on old borders and on new ones, never mixed."""

from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import formed_of
from hoctap.model.record import Unit
from hoctap.views.figure import Figure
from hoctap.views.figures_in_order import figures_of, headline
from hoctap.views.first_of_many import first_of_many
from hoctap.views.link import Link, area_link
from hoctap.views.place import is_whole


@dataclass(frozen=True, slots=True)
class OnBorders:
    """Figures of the whole of one area that was merged; `first` are those that the page of another place shows.

    Not all stand on the borders it had: after the merger a source may not say on which, and `may_be_of_today` is set.
    """

    area: Link
    figures: Sequence[Figure]
    first: Sequence[Figure]
    headline: Sequence[Figure] = ()
    may_be_of_today: bool = False


def on_borders(catalog: Catalog, area_id: str) -> list[OnBorders]:
    """Return the figures of what `area_id` was made of, each on its own borders, those without figures too."""
    former = [row.from_area_id for row in formed_of(catalog, area_id)]
    return [_of_former(catalog, area) for area in former]


def _of_former(catalog: Catalog, area_id: str) -> OnBorders:
    figures = whole_of(catalog, area_id)
    open_borders = any(catalog.row_of(figure.observation).border == "unknown" for figure in figures)
    first, chosen = first_of_many(catalog, figures), headline(catalog, figures)
    return OnBorders(area_link(catalog, area_id), figures, first, chosen, open_borders)


def whole_of(catalog: Catalog, area_id: str) -> list[Figure]:
    """Return the figures of an area as a whole, of its borders only."""
    area = catalog.areas[area_id]
    own = [unit for unit in catalog.grouped(Unit, "area_id").get(area_id, ()) if is_whole(unit, area)]
    return figures_of(catalog, [row for unit in own for row in catalog.observations_by_unit.get(unit.unit_id, ())])
