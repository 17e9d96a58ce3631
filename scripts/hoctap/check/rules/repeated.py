"""Checks that a thing said stands in one row: a scope, a number of a source, a line of a list."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from hoctap.check.definition import check
from hoctap.check.rules.doubles import called, second_ones
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Problem
from hoctap.model.record import Indicator, Observation
from hoctap.vietnamese.writing import fold, number


@check(
    must="Phạm vi của một chỉ tiêu ở một đơn vị không khác nhau chỉ vì chữ hoa, thứ tự kể, hay vì gõ không dấu",
    cause="Gõ «Nữ» ở dòng này, «nữ» hay «nu» ở dòng kia: máy coi là hai nhóm.",
    cure="viết một cách cho mọi dòng",
    bad="breakdown: Nữ và breakdown: nữ",
    good="breakdown: nữ ở cả hai dòng",
)
def scope_is_written_one_way(catalog: Catalog) -> Iterator[Problem]:
    """Ensure scopes of one unit and indicator differ by more than case, signs, the order of a list, and lost marks."""
    table = catalog.tables.get("observations")
    keys = _keys(table.distinct("breakdown")) if table else {}
    doubtful = _shared(keys)
    groups = defaultdict[tuple[str, str, str], list[Observation]](list)
    for row in catalog.observations if doubtful else ():
        if row.breakdown in doubtful:
            groups[row.unit_id, row.indicator_id, keys[row.breakdown]].append(row)
    for rows in groups.values():
        model = next((row for row in rows if not row.breakdown.isascii()), rows[0])
        for row in rows:
            is_other_word = not row.breakdown.isascii() and _listed(row.breakdown) != _listed(model.breakdown)
            if row.breakdown != model.breakdown and not is_other_word:
                message = f"phải viết như dòng {model.place.line}: «{model.breakdown}»"
                yield Problem(row.place, "breakdown", message, row.breakdown, f"viết là {model.breakdown}")


def doubtful_scopes(scopes: Iterable[str]) -> frozenset[str]:
    """Return the scopes that another one differs from by no more than case, spaces, signs and lack of tone marks."""
    return _shared(_keys(scopes))


def _keys(scopes: Iterable[str]) -> dict[str, str]:
    """Return what stands for each scope, the same for those that are one; one typed without marks may be any."""
    known = {scope: _listed(scope) for scope in scopes}
    bare = {name for name in known.values() if name.isascii()}
    return {scope: plain if (plain := fold(name)) in bare else name for scope, name in known.items()}


def _listed(scope: str) -> str:
    """Return what a scope is called, the things it lists in one order: «bản, tổ» is «tổ, bản»."""
    return " ".join(sorted(map(called, re.split("[,;]", scope))))


def _shared(keys: Mapping[str, str]) -> frozenset[str]:
    alike = defaultdict[str, set[str]](set)
    for scope, key in keys.items():
        alike[key].add(scope)
    return frozenset(scope for same in alike.values() if len(same) > 1 for scope in same)


# Small numbers meet by chance; numbers of which four digits are known hardly ever do.
TELLING = 100
_SURELY_TELLING = 4


@check(
    must="Một con số của một nguồn không đứng dưới hai đơn vị, hai chỉ tiêu hay hai phạm vi",
    cause="Chép dòng mà quên đổi đơn vị, chỉ tiêu, phạm vi; cũng có khi hai nơi cùng số thật.",
    cure="đối chiếu nguồn; nếu hai nơi, hai chỉ tiêu, hai phạm vi cùng số thật thì để nguyên",
    bad="1234 hội viên ở hội A và ở hội B, cùng nguồn, cùng kỳ",
    good="1234 hội viên ở hội A, 987 ở hội B",
    asks=True,
)
def figure_stands_once(catalog: Catalog) -> Iterator[Problem]:
    """Ask about counts and amounts of one source and period that two units, indicators or scopes share.

    Where unit and indicator are other ones, only a number with many digits tells.
    """
    counted = {each.indicator_id for each in catalog.all_of(Indicator) if each.value_type in ("count", "amount")}
    rows = [row for row in catalog.observations if row.value and row.value >= TELLING and row.indicator_id in counted]
    keyed = (((row.source_id, row.value, row.period.text, row.breakdown), row) for row in rows)
    for row, first in second_ones(keyed):
        if row.indicator_id == first.indicator_id:
            if row.unit_id != first.unit_id:
                yield _repeated_number(row, first, "unit_id", first.unit_id)
        elif row.unit_id == first.unit_id and not _belong_together(catalog, row.indicator_id, first.indicator_id):
            yield _repeated_number(row, first, "indicator_id", first.indicator_id)
        elif row.unit_id != first.unit_id and len(str(row.value).rstrip("0")) >= _SURELY_TELLING:
            yield _repeated_number(row, first, "indicator_id", f"{first.indicator_id} của {first.unit_id}")
    of_one = (((row.unit_id, row.indicator_id, row.source_id, row.value, row.period.text), row) for row in rows)
    for row, first in second_ones(of_one):
        if called(row.breakdown) != called(first.breakdown):
            scope = f"phạm vi «{first.breakdown}»" if first.breakdown else "dòng không ghi phạm vi"
            yield _repeated_number(row, first, "breakdown", scope)


def _belong_together(catalog: Catalog, one: str, other: str) -> bool:
    """Return whether two indicators may well count the same: part and whole, registered and recognised."""
    parents = {catalog.indicators[each].parent_indicator_id or each for each in (one, other)}
    same_name = one.removesuffix("-registered") == other.removesuffix("-registered")
    return len(parents) == 1 or same_name


def _repeated_number(row: Observation, first: Observation, field: str, code: str) -> Problem:
    message = f"cùng nguồn, cùng kỳ, cùng số {number(row.value or 0)} với {code} ở dòng {first.place.line}"
    return Problem(row.place, field, message, getattr(row, field))


# The columns that name the list a line stands in, and those of which one value stands there once.
_LISTS = {
    "guidelines": (("campaign_id",), (("part", "order"), ("text_vi",))),
    "criteria": (("title_id", "document_id", "tier", "level"), (("order",), ("text_vi",))),
    "targets": (("document_id", "campaign_id"), (("subject_vi", "scope", "due", "value"),)),
    "deadlines": (("document_id", "title_id", "tier"), (("name_vi",),)),
}


@check(
    must="Trong một danh sách, mỗi số thứ tự và mỗi câu chỉ đứng ở một dòng",
    cause="Chép dòng mà quên đổi số thứ tự, hoặc nhập một ý hai lần dưới hai mã.",
    cure="đánh số tiếp theo, hoặc bỏ dòng nhập lại",
    bad="hai giải pháp của một phong trào cùng order: 2",
    good="order: 2 và order: 3",
)
def line_stands_once_in_its_list(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no two lines of one list share their number, or say the same."""
    for name, (owner, each_once) in _LISTS.items():
        for columns in each_once if name in catalog.tables else ():
            keyed = (
                (tuple(map(called, cells)), row)
                for row, cells in catalog.tables[name].keys((*owner, *columns))
                if cells[-1]
            )
            last = catalog.tables[name].column(columns[-1])
            for row, first in second_ones(keyed):
                yield Problem(row.place, columns[-1], f"đã có ở dòng {first.place.line}", row.cells[last])


CHECKS = (scope_is_written_one_way, figure_stands_once, line_stands_once_in_its_list)
