"""Everything the data says, in memory: the data as read, and the table of figures made from it.

The one object handed around after loading. It computes look-ups only; what they mean is for views.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from hoctap.model.dataset import Dataset, Record
from hoctap.model.figure_row import FigureRow, figure_rows
from hoctap.model.figures import figures_frame
from hoctap.model.record import TABLE_OF, Observation

if TYPE_CHECKING:
    import pandas as pd


class Catalog(Dataset):
    """A dataset with each observation joined to what it names."""

    @cached_property
    def figure_rows(self) -> tuple[FigureRow, ...]:
        """Every observation with its records joined, in file order."""
        return tuple(figure_rows(self))

    @cached_property
    def rows_by_unit(self) -> Mapping[str, list[FigureRow]]:
        """The joined observations of each unit."""
        groups: defaultdict[str, list[FigureRow]] = defaultdict(list)
        for row in self.figure_rows:
            groups[row.observation.unit_id].append(row)
        return dict(groups)

    @cached_property
    def rows_by_indicator(self) -> Mapping[str, list[FigureRow]]:
        """The joined observations of each indicator."""
        groups: defaultdict[str, list[FigureRow]] = defaultdict(list)
        for row in self.figure_rows:
            groups[row.observation.indicator_id].append(row)
        return dict(groups)

    @cached_property
    def _rows_by_observation(self) -> dict[int, FigureRow]:
        return {id(row.observation): row for row in self.figure_rows}

    def join(self) -> None:
        """Have all figures joined and grouped, before work is shared among processes that would each do it."""
        _ = self.rows_by_unit, self.rows_by_indicator, self._rows_by_observation

    def with_rows(self, kind: type[Record], rows: tuple[Record, ...]) -> "Catalog":
        """Return the catalog as it would be with these rows of a kind instead of its own."""
        return replace(self, records={**self.records, TABLE_OF[kind]: rows})

    def row_of(self, observation: Observation) -> FigureRow:
        """Return an observation of this catalog joined; KeyError for one of another catalog."""
        return self._rows_by_observation[id(observation)]

    @cached_property
    def figures(self) -> "pd.DataFrame":
        """The table of figures, a row an observation in file order; `model.figures` says what each column is."""
        return figures_frame(self, self.figure_rows)
