"""From how many units on a site is a large one: then no files, no English page and no picture are made of each.

Below it a unit takes about twelve files, which hosts of static sites hold; this is the one place of that number.
"""

from contextlib import AbstractContextManager, nullcontext

from hoctap.model.dataset import Dataset

MOST_UNITS = 2_000


def has_many_units(dataset: Dataset) -> bool:
    """Return whether there are too many units for files of each."""
    return are_many(len(dataset.units))


def are_many(units: int) -> bool:
    """Return whether so many units are too many for files of each."""
    return units > MOST_UNITS


def keeping_few_of_many(dataset: Dataset) -> AbstractContextManager[None]:
    """Return a block in which few answers about single units and figures are kept, if there are many units."""
    return dataset.keeping_few() if has_many_units(dataset) else nullcontext()
