"""Which of several figures of one thing the project follows, and why: the written rule as data.

Figures are of one thing if unit, indicator, period, breakdown and border are the same. The rule, in this order: a
number before none; the body's own source before the press, the press before reposts; an exact figure before a
hedged one; a later source before an earlier one; at last the identifier of the source, so that one is always first.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from hoctap.model.frozen import dataclass
from hoctap.model.record import Observation, Source

SOURCE_ORDER = {"chinh-chu": 0, "bao-chi": 1, "khac": 2, "dang-lai": 3}
_UNKNOWN_KIND = SOURCE_ORDER["khac"]
# One reason for each clause of `rank_of`, in its order.
REASONS = (
    "nguồn này nêu con số",
    "nguồn của chính đơn vị hoặc gần gốc hơn",
    "số đúng, không nói chừng",
    "nguồn đăng sau",
    "các nguồn ngang nhau, giữ thứ tự mã nguồn",
)
Rank = tuple[bool, int, bool, int, str]
Thing = tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Preference:
    """Whether a figure is followed; `because` is why it or the one followed came first, empty if it is alone."""

    is_preferred: bool
    because: str


ALONE = Preference(is_preferred=True, because="")


def thing_of(row: Observation) -> Thing:
    """Return what a figure is of: figures with the same answer may contradict each other."""
    return row.unit_id, row.indicator_id, row.period.text, row.breakdown, row.border


def rank_of(row: Observation, source: Source | None) -> Rank:
    """Return what a figure is preferred by, smallest first."""
    published = source.published_on.end.toordinal() if source and source.published_on else 0
    kind = SOURCE_ORDER.get(source.kind, _UNKNOWN_KIND) if source else _UNKNOWN_KIND
    return row.value is None, kind, row.qualifier != "exact", -published, row.source_id


def preferences(rows: Iterable[Observation], sources: Mapping[str, Source]) -> list[Preference]:
    """Return the preference of each row, in the order of `rows`."""
    groups: defaultdict[Thing, list[tuple[Rank, int]]] = defaultdict(list)
    count = 0
    for count, row in enumerate(rows, 1):
        groups[thing_of(row)].append((rank_of(row, sources.get(row.source_id)), count - 1))
    found = [ALONE] * count
    for group in groups.values():
        if len(group) > 1:
            ordered = sorted(group)
            because = _because(ordered[0][0], ordered[1][0])
            for place, (_, at) in enumerate(ordered):
                found[at] = Preference(place == 0, because)
    return found


def _because(first: Rank, second: Rank) -> str:
    clauses = zip(REASONS, first, second, strict=True)
    return next((reason for reason, one, other in clauses if one != other), REASONS[-1])
