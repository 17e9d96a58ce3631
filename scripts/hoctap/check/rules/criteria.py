"""Checks of criteria: points, pass and fail, what a set lacks and what it borrows."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from hoctap.check.definition import check
from hoctap.check.rules.hedges import may_say
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Problem
from hoctap.model.record import Criterion, CriterionRank, CriterionSet
from hoctap.vietnamese.writing import number

Key = tuple[str, str, str, str]
_POINTS, _PASS_FAIL, _REUSE, _GAP = "points", "pass-fail", "reuse", "gap"
_COMPLETE, _HEADING_ONLY = "complete", "heading-only"


def _key(row: Criterion | CriterionSet) -> Key:
    return row.document_id, row.title_id, row.tier, row.level


def _criteria_of(catalog: Catalog) -> Mapping[Key, Sequence[Criterion]]:
    groups: defaultdict[Key, list[Criterion]] = defaultdict(list)
    for row in catalog.all_of(Criterion):
        groups[_key(row)].append(row)
    return groups


def _by_group(rows: Sequence[Criterion]) -> Mapping[int | None, Sequence[Criterion]]:
    groups: defaultdict[int | None, list[Criterion]] = defaultdict(list)
    for row in rows:
        groups[row.group_no].append(row)
    return groups


@check(
    must="Điểm các tiêu chí cộng lại bằng điểm của nhóm và tổng điểm của bộ",
    cause="Gõ sai điểm một tiêu chí, ghi tiêu chí vào nhóm khác, hoặc trộn hai bộ tiêu chí.",
    cure="đối chiếu lại văn bản; bộ chưa đọc đủ thì ghi completeness là partial",
    bad="30 + 30 + 30 = 100",
    good="30 + 30 + 40 = 100",
    counts_absence=True,
)
def criteria_points_add_up(catalog: Catalog) -> Iterator[Problem]:
    """Ensure points make up group_points and total_points (Circular 22/2020: 30 + 30 + 40 = 100)."""
    criteria = _criteria_of(catalog)
    for row in catalog.all_of(CriterionSet):
        mine = criteria.get(_key(row), ())
        for group in _by_group(mine).values():
            yield from _group_problems(group)
        if row.total_points is None:
            continue
        total = sum((one.max_points or Decimal(0) for one in mine), Decimal(0))
        whole = row.completeness == _COMPLETE
        if total > row.total_points or (whole and total != row.total_points):
            message = f"điểm các tiêu chí phải cộng lại bằng {number(row.total_points)}, đang bằng {number(total)}"
            yield Problem(row.place, "total_points", message, str(row.total_points))
        if row.pass_mark is not None and row.pass_mark > row.total_points:
            message = f"phải không quá tổng điểm là {number(row.total_points)}"
            yield Problem(row.place, "pass_mark", message, str(row.pass_mark))


def _group_problems(rows: Sequence[Criterion]) -> Iterator[Problem]:
    stated = rows[0].group_points
    for row in rows:
        if row.group_points != stated:
            yield Problem(row.place, "group_points", "phải giống các tiêu chí cùng nhóm", str(row.group_points or ""))
    if stated is None:
        return
    known = all(row.max_points is not None for row in rows)
    total = sum((row.max_points or Decimal(0) for row in rows), Decimal(0))
    if total > stated or (known and total != stated):
        message = f"điểm các tiêu chí của nhóm phải cộng lại bằng {number(stated)}, đang bằng {number(total)}"
        yield Problem(rows[0].place, "group_points", message, str(stated))


_KINDS = {
    _POINTS: (_POINTS, _REUSE, _GAP),
    _PASS_FAIL: (_PASS_FAIL, _REUSE, _GAP),
    "unknown": ("described", _GAP),
}


@check(
    must="Bộ tiêu chí hoặc chấm điểm, hoặc xét đạt và không đạt, không lẫn hai cách",
    cause="Lấy thang điểm của thông tư cũ (22/2020) cho thông tư mới (24/2023), là thông tư không chấm điểm.",
    cure="xem lại tiêu chí thuộc văn bản nào; sửa cách đánh giá của bộ hoặc kiểu của tiêu chí",
    bad="tiêu chí chấm điểm trong bộ xét đạt",
    good="mọi tiêu chí cùng xét đạt",
)
def points_and_pass_fail_do_not_mix(catalog: Catalog) -> Iterator[Problem]:
    """Ensure criteria are judged as their set is, and all sets of a document and title in one way."""
    criteria = _criteria_of(catalog)
    ways: dict[tuple[str, str], str] = {}
    for row in catalog.all_of(CriterionSet):
        if row.scoring != "unknown":
            way = ways.setdefault((row.document_id, row.title_id), row.scoring)
            if way != row.scoring:
                yield Problem(row.place, "scoring", f"phải là {way} như bộ khác của cùng văn bản", row.scoring)
        for column in ("total_points", "pass_mark", "floor_each"):
            points = getattr(row, column)
            if row.scoring != _POINTS and points is not None:
                yield Problem(row.place, column, "phải để trống vì bộ này không chấm điểm", str(points))
        allowed = _KINDS.get(row.scoring, ())
        for one in criteria.get(_key(row), ()):
            if allowed and one.kind not in allowed:
                yield Problem(one.place, "kind", f"phải là một trong: {', '.join(allowed)}", one.kind)
            if one.kind != _POINTS and one.max_points is not None:
                yield Problem(
                    one.place, "max_points", "phải để trống vì tiêu chí này không chấm điểm", str(one.max_points)
                )


@check(
    must="Bộ tiêu chí nói đúng mình đã đủ hay còn thiếu gì",
    cause="Ghi là đủ khi văn bản còn tiêu chí chưa nhập, hoặc quên nói phần chưa đọc được.",
    cure="nhập nốt tiêu chí, hoặc ghi completeness là partial và nói phần thiếu ở missing_vi",
    bad="completeness: full, mới nhập 8 trên 15",
    good="completeness: partial, missing_vi: tiêu chí 9–15",
    counts_absence=True,
)
def criterion_set_tells_what_is_missing(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a complete set has all the document states, and any other names what it lacks."""
    criteria = _criteria_of(catalog)
    for row in catalog.all_of(CriterionSet):
        mine = criteria.get(_key(row), ())
        if row.completeness == _COMPLETE:
            yield from _shortfalls(row, mine)
        elif not row.missing_vi:
            yield Problem(row.place, "missing_vi", "phải nói phần chưa đọc được")
        if row.completeness == _HEADING_ONLY and any(one.kind != _GAP for one in mine):
            yield Problem(row.place, "completeness", "phải là partial vì đã có tiêu chí đọc được", row.completeness)


def _shortfalls(row: CriterionSet, mine: Sequence[Criterion]) -> Iterator[Problem]:
    if row.missing_vi:
        yield Problem(row.place, "missing_vi", "phải để trống vì bộ đã đủ", row.missing_vi)
    for one in mine:
        if one.kind == _GAP:
            yield Problem(one.place, "kind", "bộ ghi là đủ thì không được có tiêu chí chưa đọc được", one.kind)
    counts = (
        ("groups_stated", row.groups_stated, len(_by_group(mine))),
        ("criteria_stated", row.criteria_stated, len(mine)),
    )
    for column, stated, present in counts:
        if stated is not None and stated != present:
            yield Problem(row.place, column, f"phải bằng số đang có là {present}", str(stated))


@check(
    must="Tiêu chí dùng lại dẫn tới nhóm có thật của bộ khác trong cùng văn bản",
    cause="Gõ sai cấp hoặc mức độ được dùng lại, hoặc nhóm ấy chưa nhập.",
    cure="sửa reuse_tier và reuse_level, hoặc nhập nhóm được dùng lại",
    bad="reuse_level: 4, bộ kia chỉ có 3 mức",
    good="reuse_level: 3",
    counts_absence=True,
)
def reused_criteria_exist(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a borrowed group is held by the set it is borrowed from, and only borrowers name one."""
    criteria = _criteria_of(catalog)
    for row in catalog.all_of(Criterion):
        if row.kind != _REUSE:
            if row.reuse_tier or row.reuse_level:
                yield Problem(row.place, "reuse_tier", "phải để trống nếu tiêu chí không dùng lại", row.reuse_tier)
            continue
        lender = (row.document_id, row.title_id, row.reuse_tier, row.reuse_level)
        lent = _by_group(criteria.get(lender, ())).get(row.group_no, ())
        if lender == _key(row) or not any(one.kind != _REUSE for one in lent):
            message = f"phải là bộ khác có nhóm {row.group_no or ''}"
            yield Problem(row.place, "reuse_tier", message, f"{row.reuse_tier} {row.reuse_level}".strip())


@check(
    must="Các hạng nối nhau, từ điểm đạt trở lên, không hở và không chồng",
    cause="Gõ nhầm điểm đầu hoặc điểm cuối của một hạng.",
    cure="sửa from_points, below_points theo văn bản",
    bad="50–69 rồi 75–100",
    good="50–69 rồi 70–100",
    counts_absence=True,
)
def ranks_follow_one_another(catalog: Catalog) -> Iterator[Problem]:
    """Ensure the lowest rank starts at the pass mark and each ends where the next begins."""
    marks = {(row.document_id, row.title_id, row.tier): row.pass_mark for row in catalog.all_of(CriterionSet)}
    scales = defaultdict(list)
    for row in catalog.all_of(CriterionRank):
        scales[row.document_id, row.title_id, row.tier].append(row)
    for key, ranks in scales.items():
        floor = marks.get(key)
        for rank in sorted(ranks, key=lambda rank: rank.from_points):
            if floor is not None and rank.from_points != floor:
                yield Problem(rank.place, "from_points", f"phải là {number(floor)}", str(rank.from_points))
            floor = rank.below_points


_FIGURE = re.compile(r"\d(?:[\d.,]*\d)?")


@check(
    must="Mức ghi bằng số của tiêu chí có trong lời của mức ấy",
    cause="Sửa lời hoặc số mà quên bên kia.",
    cure="sửa threshold hoặc threshold_value theo văn bản; lời nói cách khác (ba phần tư) thì để nguyên",
    bad="threshold: từ 95% thành viên trở lên, threshold_value: 90",
    good="threshold: từ 95% thành viên trở lên, threshold_value: 95",
    asks=True,
)
def threshold_is_said_once(catalog: Catalog) -> Iterator[Problem]:
    """Ask about criteria whose threshold in words has figures, but not the one of its value."""
    for row in catalog.all_of(Criterion):
        figures, value = _FIGURE.findall(row.threshold), row.threshold_value
        if value is not None and figures and not any(may_say(figure, value) for figure in figures):
            message = f"lời của mức nói «{row.threshold}»"
            yield Problem(row.place, "threshold_value", message, str(value))


CHECKS = (
    threshold_is_said_once,
    criteria_points_add_up,
    points_and_pass_fail_do_not_mix,
    criterion_set_tells_what_is_missing,
    reused_criteria_exist,
    ranks_follow_one_another,
)
