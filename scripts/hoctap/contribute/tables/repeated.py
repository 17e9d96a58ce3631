"""A name that a table says once, in the first of several rows that are each of another time: «Phú Thọ», «», «»."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from hoctap.contribute.naming.periods import NamedPeriod


@dataclass(slots=True)
class Repeated:
    """The last name of a column with its measure, and the times of the rows under it."""

    name: str = ""
    measure: str = ""
    times: set[str] = field(default_factory=set)

    def carried(self, text: str, periods: Sequence[NamedPeriod]) -> str:
        """Return the name of a row; that of the row above where a row has none but another time."""
        times = {each.period for each in periods}
        if text or not times or times & self.times:
            self.name, self.times = text, times
        else:
            self.times |= times
        return self.name
