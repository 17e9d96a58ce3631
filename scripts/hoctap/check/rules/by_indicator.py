"""The figures that checks of size compare: those of one indicator, where it is known, and that have a size."""

from collections.abc import Iterator, Sequence

from hoctap.model.catalog import Catalog
from hoctap.model.record import Indicator, LocalTarget, Observation, Target


def by_indicator(catalog: Catalog) -> Iterator[tuple[Indicator, Sequence[Observation]]]:
    """Yield each indicator that has figures, with these; not one that is in no table, which another rule tells."""
    for indicator_id, rows in catalog.observations_by_indicator.items():
        if indicator := catalog.indicators.get(indicator_id):
            yield indicator, rows


def has_size(row: Observation | LocalTarget | Target) -> bool:
    """Return whether a figure has a size to compare: `350.000` has two, and another rule asks which one is meant."""
    return bool(row.value) and "." not in f"{row.value:f}"
