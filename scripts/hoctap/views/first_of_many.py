"""How many figures a page shows that has more of them the more units there are: a first screen, and where the rest is.

Figures stand on pages of their units and in the files of data; what repeats them on a site of very many units is short.
"""

from collections.abc import Sequence
from typing import TypeVar

from hoctap.model.catalog import Catalog
from hoctap.model.large_site import has_many_units

MOST_FIGURES = 50

Row = TypeVar("Row")


def first_of_many(catalog: Catalog, rows: Sequence[Row]) -> Sequence[Row]:
    """Return the rows, or the first of them where they and the units are very many."""
    # In this order: a page with few rows does not depend on how many units there are.
    return rows[:MOST_FIGURES] if len(rows) > MOST_FIGURES and has_many_units(catalog) else rows
