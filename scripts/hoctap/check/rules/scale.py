"""Checks of the size of figures: against the unit's own, against its peers, against how many people there are."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from hoctap.check.definition import check
from hoctap.check.rules.by_indicator import by_indicator, has_size
from hoctap.model.catalog import Catalog
from hoctap.model.codes import CENTRAL, COMMUNE, COUNTRY, DISTRICT, PROVINCE
from hoctap.model.finding import Problem
from hoctap.model.record import Indicator, LocalTarget, Observation, Target
from hoctap.vietnamese.writing import number

# A slip of three digits moves a value a thousandfold; a figure before or after rarely differs by a tenth of that.
SLIP, ODD = 100, 10
# Peers differ more than years of one unit do.
PEER_SLIP, FEWEST_PEERS = 500, 5
# In so many years a movement may well grow tenfold.
_LONG = 10
Pair = tuple[Observation, Observation]


def _size(row: Observation) -> float:
    return float(row.value or 0)


def _times(one: Observation, other: Observation) -> float:
    """Return how many times the greater of two figures is the smaller."""
    low, high = sorted((_size(one), _size(other)))
    return high / low if low > 0 else 1.0


def _series(catalog: Catalog, *value_types: str) -> Iterator[list[Observation]]:
    """Yield the figures of one unit, indicator and scope that are not zero, in order of time."""
    for indicator, rows in by_indicator(catalog):
        if indicator.value_type in value_types:
            kept = [row for row in rows if (row.value if indicator.value_type == "share" else has_size(row))]
            for own in _grouped(kept, lambda row: (row.unit_id, row.breakdown)).values():
                if len(own) > 1:
                    yield sorted(own, key=lambda row: (row.period.start, row.period.end))


def _grouped(
    rows: Sequence[Observation], key: Callable[[Observation], tuple[str, ...]]
) -> dict[tuple[str, ...], list[Observation]]:
    groups: dict[tuple[str, ...], list[Observation]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups


def _far_pairs(series: Sequence[Observation], least: float) -> Iterator[tuple[Observation, Observation]]:
    """Yield each figure that lies so many times off the one beside it, with that one.

    Of the two the stranger is the one that its other neighbour does not bear out; the later one if neither tells.
    """
    for at, (before, after) in enumerate(pairwise(series)):
        if _times(before, after) >= least:
            doubt_before = _doubt(before, series[max(at - 1, 0) : at], least)
            doubt_after = _doubt(after, series[at + 2 : at + 3], least)
            yield (before, after) if doubt_before > doubt_after else (after, before)


def _doubt(row: Observation, others: Sequence[Observation], least: float) -> int:
    """Return 0 if its other neighbour bears a figure out, 2 if it does not, 1 if there is none."""
    return max((2 if _times(row, each) >= least else 0 for each in others), default=1)


@check(
    must="Giá trị không lệch hàng trăm lần so với kỳ kề bên của chính đơn vị hay với các đơn vị cùng loại",
    cause="Thừa hoặc thiếu ba số 0; nhầm triệu đồng với đồng; gõ 4.000 mà máy đọc thành 4.",
    cure="đối chiếu đơn vị tính trong nguồn; nếu đúng như vậy thì ghi vào bảng ngoại lệ kèm lý do",
    bad="12 · 13 · 14000",
    good="12 · 13 · 14",
)
def value_not_a_thousandfold_slip(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no count or amount lies 100 times off its nearest own figure, or 500 times beyond all its peers."""
    strange = {
        row.place: (row, near)
        for series in _series(catalog, "count", "amount")
        for row, near in _far_pairs(series, SLIP)
    }
    for row, near in strange.values():
        message = f"phải cùng cỡ với kỳ kề bên của đơn vị (kỳ {near.period.text} là {number(near.value or 0)})"
        yield Problem(row.place, "value", message, str(row.value))
    for row, near in _beyond_peers(catalog):
        if row.place not in strange and near.place not in strange:
            message = f"phải cùng cỡ với các đơn vị cùng loại (gần nhất là {number(near.value or 0)})"
            yield Problem(row.place, "value", message, str(row.value))


def _beyond_peers(catalog: Catalog) -> Iterator[Pair]:
    def kind(row: Observation) -> tuple[str, ...]:
        unit = catalog.units.get(row.unit_id)
        return (unit.unit_kind, unit.level) if unit else ()

    for indicator, rows in by_indicator(catalog):
        if indicator.value_type not in ("count", "amount"):
            continue
        for peers in _grouped([row for row in rows if has_size(row) and not row.breakdown], kind).values():
            if len(peers) > FEWEST_PEERS:
                ordered = sorted(peers, key=_size)
                for row, near in ((ordered[0], ordered[1]), (ordered[-1], ordered[-2])):
                    if row.unit_id != near.unit_id and _times(row, near) > PEER_SLIP:
                        yield row, near


@check(
    must="Giá trị lệch từ mười lần so với kỳ kề bên của chính đơn vị thì xem lại",
    cause="Thừa hoặc thiếu một số 0, lấy số của cả tỉnh cho một huyện, hoặc số đổi thật.",
    cure="đối chiếu nguồn; nếu đúng thì để nguyên, hoặc ghi vào bảng ngoại lệ kèm lý do để không hỏi nữa",
    bad="1200 · 1250 · 130",
    good="1200 · 1250 · 1300",
    asks=True,
)
def value_near_its_neighbours(catalog: Catalog) -> Iterator[Problem]:
    """Ask about figures 10 to 100 times off the nearest own one of the ten years around, and about counts of none.

    Of shares up to 1 `share_is_in_percent` asks.
    """
    yield from _zeros_among_large_values(catalog)
    shares = {each.indicator_id for each in catalog.indicators.values() if each.value_type == "share"}
    for series in _series(catalog, "count", "amount", "share"):
        for row, near in _far_pairs(series, ODD):
            same = row.period_kind == near.period_kind
            times, years = _times(row, near), abs(row.period.end.year - near.period.end.year)
            is_fraction = row.indicator_id in shares and min(_size(row), _size(near)) <= 1
            if same and times < SLIP and years < _LONG and not is_fraction:
                neighbour = f"kỳ {near.period.text} ({number(near.value or 0)})"
                message = f"gấp hoặc kém {number(Decimal(round(times)))} lần {neighbour}"
                yield Problem(row.place, "value", message, str(row.value))


def _zeros_among_large_values(catalog: Catalog) -> Iterator[Problem]:
    """Yield each zero of what is there at a moment whose unit has a hundred or more of it at other times."""
    cure = "chưa biết thì để trống ô này và ghi chú; nếu đúng thì để nguyên"
    for indicator, rows in by_indicator(catalog):
        if indicator.stock_flow != "stock":
            continue
        for own in _grouped(rows, lambda row: (row.unit_id, row.breakdown)).values():
            most = max(own, key=_size)
            for row in own if _size(most) >= SLIP else ():
                if row.value == 0:
                    message = f"không có, hay chưa biết? kỳ {most.period.text} là {number(most.value or 0)}"
                    yield Problem(row.place, "value", message, "0", cure)


@check(
    must="Tỷ lệ không quá 1 bên cạnh các tỷ lệ trên 10 thì xem lại",
    cause="Ô bảng tính dạng phần trăm: 52 % bị chép thành 0.52.",
    cure="viết bằng phần trăm (52, không phải 0.52); nếu nguồn nói đúng như vậy thì để nguyên",
    bad="51 · 52 · 0.53",
    good="51 · 52 · 53",
    asks=True,
)
def share_is_in_percent(catalog: Catalog) -> Iterator[Problem]:
    """Ask about shares up to 1 whose unit's others, or all of five peers, are above 10."""
    for indicator, rows in by_indicator(catalog):
        is_share = indicator.value_type == "share"
        small = [row for row in rows if row.value and 0 < row.value <= 1] if is_share else []
        large = [row for row in rows if row.value and row.value > 1] if small else []
        for row in small:
            own = [each for each in large if each.unit_id == row.unit_id]
            others = own or large
            if others and all(_size(each) > ODD for each in others) and (own or len(others) >= FEWEST_PEERS):
                whose = "của chính đơn vị" if own else "của các đơn vị khác"
                message = (
                    f"có phải là {number(row.value * 100 if row.value else Decimal(0))}? các tỷ lệ {whose} đều trên 10"
                )
                yield Problem(row.place, "value", message, str(row.value))


# More than the most populous place of each level holds, with room to grow.
_MOST_PEOPLE = {COUNTRY: 115_000_000, PROVINCE: 16_000_000, DISTRICT: 1_500_000, COMMUNE: 400_000}
# The level of the area that a unit speaks for, where the two are called differently.
AREA_LEVEL = {CENTRAL: COUNTRY}
PEOPLE_IN_ONE = {"nguoi": 1, "gia-dinh": 2}
# Gifts, bicycles, branches: no place has more of them than people.
PEOPLE_IN_ONE |= dict.fromkeys(("suat", "chiec", "bo", "con", "to-chuc", "don-vi", "dong-ho", "cong-dong", "lop"), 1)


@check(
    must="Số người, gia đình, suất quà, tổ chức không nhiều hơn dân số của một nơi như vậy",
    cause="Thừa ba số 0, hoặc đã ghi hàng nghìn rồi lại nhân nghìn.",
    cure="xem lại các số 0; lượt người thì dùng chỉ tiêu đếm lượt",
    bad="hội viên của một tỉnh: 340000000",
    good="hội viên của một tỉnh: 340000",
)
def people_fit_into_the_place(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no unit counts, or is to reach, more people, families or gifts than any place of its level has people."""
    for indicator, rows in _with_targets(catalog):
        each = PEOPLE_IN_ONE.get(indicator.unit_measure, 0)
        for row in rows if each else ():
            # Whom a campaign or document means with a target is at most everybody.
            most = most_people(catalog, "" if isinstance(row, Target) else row.unit_id) // each
            if row.value and row.value > most:
                message = f"phải không quá {number(Decimal(most))}, mức không nơi nào ở cấp này có"
                yield Problem(row.place, "value", message, str(row.value))


def _with_targets(catalog: Catalog) -> Iterator[tuple[Indicator, Sequence[Observation | LocalTarget | Target]]]:
    """Yield each indicator with its figures, then with what is to be reached of it, by single units or by all."""
    yield from by_indicator(catalog)
    targets: tuple[LocalTarget | Target, ...] = (*catalog.all_of(LocalTarget), *catalog.all_of(Target))
    for target in targets:
        if indicator := catalog.indicators.get(target.indicator_id):
            yield indicator, (target,)


def most_people(catalog: Catalog, unit_id: str) -> int:
    """Return how many people a place of the unit's level can hold."""
    unit = catalog.units.get(unit_id)
    level = AREA_LEVEL.get(unit.level, unit.level) if unit else ""
    return _MOST_PEOPLE.get(level, _MOST_PEOPLE[COUNTRY])


# Less than the smallest note that anybody gives away; in thousands or millions such figures are common.
LEAST_MONEY = 1000


@check(
    must="Số tiền dưới một nghìn đồng thì xem lại",
    cause="Nguồn tính bằng nghìn đồng, triệu đồng hay tỷ đồng mà chỉ chép con số.",
    cure="viết đủ bằng đồng (7 tỷ là 7000000000); nếu nguồn nói đúng như vậy thì để nguyên",
    bad="tiền vận động quỹ: 7",
    good="tiền vận động quỹ: 7000000000",
    asks=True,
)
def money_is_in_dong(catalog: Catalog) -> Iterator[Problem]:
    """Ask about amounts, reached or to be reached, above nothing and below a thousand dong."""
    for indicator, rows in _with_targets(catalog):
        for row in rows if indicator.unit_measure == "dong" else ():
            if row.value and 0 < row.value < LEAST_MONEY and has_size(row):
                yield Problem(row.place, "value", f"có phải là {number(row.value)} đồng thật không?", str(row.value))


CHECKS = (
    value_not_a_thousandfold_slip,
    value_near_its_neighbours,
    share_is_in_percent,
    people_fit_into_the_place,
    money_is_in_dong,
)
