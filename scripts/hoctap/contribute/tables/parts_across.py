"""Columns under one heading that add up, in every row, to the «Tổng số» beside them: parts of what that counts."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.labels import PLANNED, is_measure, is_proper, label
from hoctap.contribute.tables.meaning import Meaning
from hoctap.contribute.tables.parts import within_text
from hoctap.contribute.tables.setting import Setting
from hoctap.contribute.tables.sums import is_sum, values_of
from hoctap.model.record import Indicator

_DIVIDED = re.compile(r"(?:chia|phân)(?: ra)? (?:theo|ra)\b|chia ra|trong đó|bao gồm|gồm")
# What is no part, though it may add up: what there was before, what came to it, what is planned or compared.
_NO_PART = re.compile(
    rf"{PLANNED}|\b(?:tăng|giảm|so với|chênh lệch|thêm|mới|cũ|còn|dư|tồn|thu|chi|đầu|cuối|kỳ|năm|tháng|quý|đăng ký|đạt|"
    r"công nhận|tỷ lệ|bình quân)\b|%"
)
_FUND = "quy-khuyen-hoc"
_ENOUGH = 2  # rows that add up, so that it is no accident


def parts_across(setting: Setting, columns: Mapping[int, Meaning]) -> dict[int, str]:
    """Return the name of each column that is a part."""
    found: dict[int, str] = {}
    paths = setting.block.header_paths(columns)
    for total, path in paths.items():
        if not path or not label(path[-1]).total or columns[total].answered:
            continue
        for parts in _candidates(paths, total):
            names = [paths[at][-1] for at in parts]
            if all(map(_is_part, names)) and not _are_units(setting, names) and _adds_up(setting, total, parts):
                found |= {at: within_text(name) for at, name in zip(parts, names, strict=True)}
                break
    return found


def is_of_fund(indicator: Indicator) -> bool:
    """Return whether parts are sources of money, or what it was spent for: a person puts these into words."""
    return indicator.topic == _FUND


def _candidates(paths: Mapping[int, Sequence[str]], total: int) -> Iterator[Sequence[int]]:
    """Yield the columns that may be the parts of a total: behind it under its heading, beside it under «Chia theo»."""
    behind = [column for column in paths if column > total]
    group = paths[total][:-1]
    if group:
        yield [*takewhile(lambda at: paths[at][:-1] == group, behind)]
    for side in (behind, [column for column in paths if column < total]):
        divided = [at for at in side if len(paths[at]) > 1 and _DIVIDED.match(spelled(paths[at][-2]))]
        if divided:
            yield [at for at in divided if paths[at][:-1] == paths[divided[0]][:-1]]


def _is_part(name: str) -> bool:
    return not (_NO_PART.search(spelled(name)) or label(name).total or is_measure(name) or label(name).breakdown)


def _are_units(setting: Setting, names: Sequence[str]) -> bool:
    return any(setting.is_unit(name) or setting.names_a_unit(name) or is_proper(name) for name in names)


def _adds_up(setting: Setting, total: int, parts: Sequence[int]) -> bool:
    """Return whether the parts add up to the total in every row of numbers that has them, each of them exact."""
    whole = [total, *parts]
    rows = [row for row in setting.block.body if len(setting.figures(row, whole)) > 1]
    exact = [row for row in rows if None not in values_of(setting, row, whole)]
    sums = [is_sum(setting, row, total, parts) for row in exact]
    return len(parts) > 1 and len(sums) >= _ENOUGH and all(sums)
