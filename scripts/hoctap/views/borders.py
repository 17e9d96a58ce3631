"""Series of an area across a change of borders: figures on old borders and on new ones, never mixed."""

from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import formed_of
from hoctap.model.record import Unit
from hoctap.views.figure import Figure, figures_of, headline
from hoctap.views.first_of_many import first_of_many
from hoctap.views.link import Link, area_link
from hoctap.views.place import is_whole


@dataclass(frozen=True, slots=True)
class OnBorders:
    """Figures of the whole of one area that was merged; `first` are those that the page of another place shows.

    Not all stand on the borders it had: after the merger a source may not say on which.
    """

    area: Link
    figures: Sequence[Figure]
    first: Sequence[Figure]
    headline: Sequence[Figure] = ()


def on_borders(catalog: Catalog, area_id: str) -> list[OnBorders]:
    """Return the figures of what `area_id` was made of, each on its own borders, those without figures too."""
    former = [row.from_area_id for row in formed_of(catalog, area_id)]
    found = [(area_link(catalog, area), whole_of(catalog, area)) for area in former]
    return [
        OnBorders(area, figures, first_of_many(catalog, figures), headline(catalog, figures)) for area, figures in found
    ]


def whole_of(catalog: Catalog, area_id: str) -> list[Figure]:
    """Return the figures of an area as a whole, of its borders only."""
    area = catalog.areas[area_id]
    own = [unit for unit in catalog.grouped(Unit, "area_id").get(area_id, ()) if is_whole(unit, area)]
    return figures_of(catalog, [row for unit in own for row in catalog.observations_by_unit.get(unit.unit_id, ())])
