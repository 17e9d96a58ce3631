"""Figures of a headline, which round those further down and leave out what they are of: «Gần 50 tỷ đồng cho sự học»."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from hoctap.contribute.articles.numbers import Number, numbers
from hoctap.contribute.articles.proposal import Proposal

_NEAR = Decimal("0.05")


def rounded(headline: str, found: Sequence[Proposal]) -> Iterator[Proposal]:
    """Yield a sum of the headline that is nothing by its own words, as the one figure below that it rounds."""
    stated = {each.exact for each in found if each.paragraph == "1"}
    for number in numbers(headline):
        if number.kind != "money" or number.value.is_zero() or number.exact in stated:
            continue  # «Lớp học 0 đồng» rounds nothing
        below = [each for each in found if each.indicator_id.endswith("-vnd") and _rounds(number, each)]
        if len({(each.indicator_id, each.unit_id, each.period) for each in below}) == 1:
            yield replace(
                below[0],
                value=f"{number.value:f}",
                qualifier=number.qualifier,
                paragraph="1",
                exact=number.exact,
                confidence="medium",
                words=headline,
            )


def _rounds(number: Number, found: Proposal) -> bool:
    """Return whether a result is what the headline rounds, on the side that its hedge says."""
    if found.kind != "observation" or found.breakdown:
        return False
    more = Decimal(found.value) / number.value - 1
    if number.qualifier in ("nearly", "under"):
        return -_NEAR <= more < 0
    if number.qualifier in ("over", "at_least"):
        return 0 <= more <= _NEAR
    return abs(more) <= (_NEAR if number.qualifier == "about" else _NEAR / 10)
