"""Units side by side on one indicator: at least three that are comparable with each other, largest first."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from hoctap.model.catalog import Catalog
from hoctap.model.codes import CENTRAL
from hoctap.model.figure_row import FigureRow
from hoctap.vietnamese.writing import lower_first
from hoctap.views.figure import Figure, figure_of
from hoctap.views.statements.alike import Pairs, some_hedges_overlap
from hoctap.views.statements.comparable import comparable, unfit
from hoctap.views.statements.figure import in_brackets, limits_of_all, listed
from hoctap.views.statements.left_out import LeftOut, left_out
from hoctap.views.statements.periods import widest_period
from hoctap.views.statements.reasons import Reason, in_order
from hoctap.views.statements.series import longest
from hoctap.views.statements.statement import Kind, Part, Refusal, Statement, caveats_of_all, linked, sentence
from hoctap.views.statements.words import kind_of_body

FEWEST = 3
Group = tuple[str, str, str, date]


@dataclass(frozen=True, slots=True)
class Ranking:
    """Figures that share an axis: `kind` and `period` in words, `figures` largest first, `outside` with why not.

    `largest` and `smallest` are those that surely are, several where they are equal; none where hedges leave it open.
    """

    statement: Statement
    kind: str
    period: str
    figures: tuple[Figure, ...]
    outside: tuple[LeftOut, ...]
    largest: tuple[Figure, ...]
    smallest: tuple[Figure, ...]

    @property
    def leader(self) -> Figure | None:
        """Return the one figure that surely is the largest; None where that is open or several are equal."""
        return self.largest[0] if len(self.largest) == 1 else None


def rankings(catalog: Catalog, rows: Sequence[FigureRow]) -> tuple[list[Ranking], list[Refusal]]:
    """Return, for each kind and level of unit, the newest ranking among rows of one indicator, or why there is none."""
    groups: dict[tuple[str, str], dict[tuple[str, date], list[FigureRow]]] = {}
    for row in rows:
        if row.unit and row.observation.value is not None:
            key = (row.unit.unit_kind, row.unit.level)
            times = groups.setdefault(key, {})
            times.setdefault((row.observation.breakdown, row.observation.period.end), []).append(row)
    found, refused = [], []
    for times in groups.values():
        ranked, refusal = _newest(catalog, times)
        found += [ranked] if ranked else []
        refused += [refusal] if refusal else []
    return sorted(found, key=lambda ranking: (-len(ranking.figures), ranking.kind)), refused


def _newest(catalog: Catalog, times: dict[tuple[str, date], list[FigureRow]]) -> tuple[Ranking | None, Refusal | None]:
    refusal = None
    for key in sorted(times, key=lambda key: (key[1], not key[0], key[0]), reverse=True):
        group = times[key]
        chain = side_by_side(group)
        if len(chain) >= FEWEST:
            return _ranking(catalog, chain, group), None
        if refusal is None and len({row.observation.unit_id for row in group}) >= FEWEST:
            refusal = _refusal(group)
    return None, refusal


def side_by_side(rows: Sequence[FigureRow]) -> list[FigureRow]:
    """Return the most rows of different units of which any two are comparable, the largest value first."""
    chains: list[_Chain] = []
    pairs = Pairs()
    # A place whose borders never changed fits old borders and new ones: it comes last, and into every chain it fits.
    for row in sorted(rows, key=lambda row: (not row.border, row.row_id)):
        if unfit(row):
            continue
        sort = pairs.sort_of(row)
        fitting = [chain for chain in chains if chain.may_take(row, sort, pairs)]
        if not fitting:
            fitting = [_Chain()]
            chains += fitting
        for chain in fitting:
            chain.take(row, sort)
    return sorted(longest([chain.rows for chain in chains]), key=_largest_first)


@dataclass(slots=True)
class _Chain:
    """Rows of which any two may be ranked beside each other, with the units they are of and their sorts.

    `fits` tells of a sort whether its rows may stand beside those that are there.
    """

    rows: list[FigureRow] = field(default_factory=list)
    units: set[str] = field(default_factory=set)
    sorts: set[int] = field(default_factory=set)
    fits: dict[int, bool] = field(default_factory=dict)

    def may_take(self, row: FigureRow, sort: int, pairs: Pairs) -> bool:
        if row.observation.unit_id in self.units:
            return False
        if sort not in self.fits:
            self.fits[sort] = not any(pairs.against(sort, other) for other in self.sorts)
        return self.fits[sort]

    def take(self, row: FigureRow, sort: int) -> None:
        self.rows.append(row)
        self.units.add(row.observation.unit_id)
        if sort not in self.sorts:
            self.sorts.add(sort)
            self.fits.clear()


def _largest_first(row: FigureRow) -> tuple[object, ...]:
    value, known = row.observation.value, row.range
    # Of equal numbers «hơn» is the largest, «gần» and «dưới» the smallest.
    return (-value if value is not None else 0, known.below - known.above, row.row_id)


def _ranking(catalog: Catalog, chain: Sequence[FigureRow], group: Sequence[FigureRow]) -> Ranking:
    figures = tuple(figure_of(catalog, row.observation) for row in chain)
    first = chain[0]
    unit = first.unit
    kind = "" if unit is None else _kind(catalog, unit.unit_kind, unit.level)
    parts: list[Part | str] = [linked(figures[0].indicator), ", "]
    period, common = widest_period(chain), limits_of_all(catalog, chain)
    parts += [period, f", {lower_first(kind)}{in_brackets(common)}, từ lớn đến nhỏ{_order_doubt(chain)}: "]
    parts += listed(catalog, chain, period, common)
    ids = tuple(row.row_id for row in chain)
    words = sentence([*parts, "."])
    subject = (first.observation.indicator_id,)
    statement = Statement(Kind.RANKING, subject, ids, words, caveats_of_all(figures), figures)
    ranked = frozenset(ids)
    others = (row for row in sorted(group, key=_largest_first) if row.row_id not in ranked)
    outside = tuple(left_out(catalog, row, chain) for row in others)
    ends = [tuple(figure_of(catalog, row.observation) for row in _surely(chain, at)) for at in (0, -1)]
    return Ranking(statement, kind, period, figures, outside, *ends)


def _order_doubt(chain: Sequence[FigureRow]) -> str:
    """Return that hedges leave the order of some rows open, in brackets; empty if they leave none open."""
    doubt = " theo con số nguồn nêu (có số nói chừng, nên thứ tự các số gần nhau chưa chắc)"
    return doubt if some_hedges_overlap(chain) else ""


def _surely(chain: Sequence[FigureRow], at: int) -> list[FigureRow]:
    """Return the rows at one end of a chain if no other can lie beyond them, whatever its hedge leaves open."""
    ends = [row for row in chain if row.observation.value == chain[at].observation.value]
    hedged = len(ends) > 1 and any(row.observation.qualifier != "exact" for row in ends)
    others = {row.range for row in chain if row.observation.value != chain[at].observation.value}
    ranges = {row.range for row in ends}
    return [] if hedged or any(one.overlaps(other) for one in ranges for other in others) else ends


def _kind(catalog: Catalog, unit_kind: str, level: str) -> str:
    # Teachers of the whole country stand there beside bodies at the centre.
    country = " hoặc cả nước" if level == CENTRAL else ""
    return f"{kind_of_body(catalog, unit_kind, level)}{country}"


def _refusal(group: Sequence[FigureRow]) -> Refusal:
    first, *others = sorted(group, key=lambda row: row.row_id)
    against = {reason for row in others for reason in comparable(first, row)} - {Reason.RANGES_OVERLAP}
    reasons = in_order(against) or (Reason.TOO_FEW,)
    return Refusal(Kind.RANKING, (first.observation.indicator_id,), tuple(row.row_id for row in group), reasons)
