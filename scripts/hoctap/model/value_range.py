"""Between which numbers a hedged value lies: for reasoning only, never shown as if the source had said it."""

from decimal import Decimal

from hoctap.model.frozen import dataclass

# How far «khoảng» and «gần» reach, as the method page says.
ABOUT, NEARLY = Decimal("0.05"), Decimal("0.9")


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers from `low` to `high`; None for an end that is not known, so that the range has no end there.

    An end is one of the numbers, but for `above` (more than `low`) and `below` (less than `high`): «gần 80» is not 80.
    """

    low: Decimal | None = None
    high: Decimal | None = None
    above: bool = False
    below: bool = False

    def is_at_least(self, level: Decimal) -> bool:
        """Return whether every number of the range is `level` or more."""
        return self.low is not None and self.low >= level

    def is_at_most(self, level: Decimal) -> bool:
        """Return whether every number of the range is `level` or less."""
        return self.high is not None and self.high <= level

    def is_over(self, level: Decimal) -> bool:
        """Return whether every number of the range is more than `level`."""
        return self.low is not None and (self.low > level or (self.above and self.low == level))

    def is_under(self, level: Decimal) -> bool:
        """Return whether every number of the range is less than `level`."""
        return self.high is not None and (self.high < level or (self.below and self.high == level))

    def is_beyond(self, other: "Range") -> bool:
        """Return whether every number of the range is more than every number of the other."""
        if self.low is None or other.high is None:
            return False
        return self.low > other.high or (self.low == other.high and (self.above or other.below))

    def overlaps(self, other: "Range") -> bool:
        """Return whether the ranges have a number in common."""
        return not self.is_beyond(other) and not other.is_beyond(self)

    def __add__(self, other: "Range") -> "Range":
        """Return the range of the sum of two numbers, one of each range."""
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Range(low, high, self.above or other.above, self.below or other.below)


UNKNOWN = Range()


def range_of(value: Decimal | None, qualifier: str) -> Range:
    """Return the range of a value under its hedge."""
    if value is None:
        return UNKNOWN
    if qualifier == "over":
        return Range(value, above=True)
    if qualifier == "at_least":
        return Range(value)
    if qualifier == "under":
        return Range(Decimal(0), value, below=True)
    if qualifier == "nearly":
        return Range(value * NEARLY, value, below=True)
    if qualifier == "about":
        return Range(value * (1 - ABOUT), value * (1 + ABOUT))
    return Range(value, value)
