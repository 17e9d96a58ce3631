"""What differs between two versions of a row: the one given out, the one sent back, the one of today."""

from decimal import Decimal

from hoctap.contribute.origin import Cells


def one_line(text: str) -> str:
    """Return a text on one line, as spreadsheets may show it."""
    return " ".join(text.split())


def same(one: Cells, other: Cells) -> bool:
    """Return whether two versions say the same; 5.0 is 5."""
    return not difference(one, other)


def difference(one: Cells, other: Cells) -> set[str]:
    """Return the columns in which two versions differ."""
    return {name for name in {*one, *other} if not _is_equal(name, one.get(name, ""), other.get(name, ""))}


def _is_equal(name: str, one: str, other: str) -> bool:
    return one == other or (name == "value" and bool(one) and bool(other) and Decimal(one) == Decimal(other))
