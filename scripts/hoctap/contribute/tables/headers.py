"""Which rows of a sheet are the header of a table that starts there."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from hoctap.contribute.naming.periods import periods_in
from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.block import NUMBERED, is_figure, is_ordinal, numbers_of_columns
from hoctap.contribute.tables.labels import INDICATORS_HEADER, UNITS_HEADER, label
from hoctap.contribute.tables.opening import Grid

_COUNT = re.compile(r"\(?\d{1,2}\)?")
_YEAR = re.compile(r"(?:năm\s*)?(?:19|20)\d\d")
# Two years, alone or with what is said of them: «2020-2021», «2020-21», «2023/2022 (%)», «2023 so với 2022».
_YEARS = re.compile(r"(?:19|20)\d\d\s*(?:[-–—/:]|so (?:với )?)\s*(?:(?:19|20)\d\d|\d\d)(?!\d)\D*")
_COMPARED = re.compile(r"\d{1,2} ?t(?:háng)?\b.*(?:/|\bso\b).*")  # «6T 2024/ 6T 2023 (%)», «9T so cùng kỳ»
_MARKED_YEAR = re.compile(rf"{_YEAR.pattern}\s*(?:\([^()\d]*\)|\*+)")  # «2023 (ước)», «2024*»
SIGNED = re.compile(
    r"người lập|ký tên|(?<!đăng )ký, |ghi rõ họ tên|thủ trưởng|chủ tịch$|hiệu trưởng|giám đốc$|"
    r"trưởng ban$|nơi nhận|ngày\s*[….\d]+\s*tháng|ngày tháng\s*(?:năm\s*)?[….\d]|^tm\.|^kt\."
)
_ANSWERED = re.compile(r"(?!trong đó)[^:]{2,40}:\s*\S", re.IGNORECASE)  # «Đơn vị: …», «Năm báo cáo: 2023» of a form
_SECTION = re.compile(r"[ivx]{1,5}|[a-h]")
_HEADER_DEPTH = 6

Filled = Mapping[int, Sequence[int]]


def _is_header_text(grid: Grid, row: int, column: int) -> bool:
    text = spelled(grid.text((row, column)))
    is_known = any(form.fullmatch(text) for form in (_YEAR, _YEARS, _MARKED_YEAR, _COMPARED, NUMBERED))
    return bool(text) and (is_known or not is_figure(grid, row, column))


def _are_heads(grid: Grid, row: int, columns: Sequence[int]) -> bool:
    """Return whether all cells of a row may stand in a header; behind «STT» heads may begin with a number.

    «6T 2024/ 6T 2023 (%)», «1 người (đồng)»: words all the same.
    """
    first = spelled(grid.text((row, columns[0])))
    is_headed = is_ordinal(first) or any(form.fullmatch(first) for form in (INDICATORS_HEADER, UNITS_HEADER))
    return all(_is_header_text(grid, row, each) or (is_headed and _has_words(grid, row, each)) for each in columns)


def _has_words(grid: Grid, row: int, column: int) -> bool:
    cell = grid.cells.get((row, column))
    return cell is not None and cell.kind == "text" and re.search(r"[^\W\d_]|%", cell.text) is not None


def header_at(grid: Grid, row: int, filled: Filled) -> tuple[int, ...]:
    """Return the header rows that start at `row`; nothing if no table starts there."""
    columns = filled[row]
    if len(columns) < 2 or not _are_heads(grid, row, columns):
        return ()
    if not _are_groups(grid, row, row + 1, filled) and all(
        NUMBERED.fullmatch(spelled(grid.text((row, c)))) or _YEAR.fullmatch(spelled(grid.text((row, c))))
        for c in columns
    ):
        return ()
    if grid.text((row, columns[0])).rstrip().endswith(":"):  # «Đơn vị báo cáo:», and beside it which
        return ()
    if all(_ANSWERED.match(grid.text((row, column)).strip()) for column in columns):
        return ()
    if any(SIGNED.search(spelled(grid.text((row, c)))) for c in columns) or _is_over_form(grid, row, filled):
        return ()
    is_of_lines = _is_of_form(grid, row, columns) or _is_section(grid, row, columns)
    if _is_title(grid, row, filled) or _are_titles(row, filled) or is_of_lines:
        return ()
    if any(_COUNT.fullmatch(grid.text((row, c)).strip()) for c in columns):
        return ()
    rows = [row]
    for below in range(row + 1, row + _HEADER_DEPTH):
        if not _goes_on(grid, rows, below, filled):
            break
        rows.append(below)
    width = max(len(filled.get(each, ())) for each in rows)
    following = [each for each in range(rows[-1] + 1, rows[-1] + 5) if filled.get(each)]
    figures = max((sum(is_figure(grid, each, c) for c in filled[each]) for each in following), default=0)
    return tuple(rows) if figures >= 1 and width >= 2 and _is_wide(grid, rows, following, filled) else ()


def _is_title(grid: Grid, row: int, filled: Filled) -> bool:
    """Return whether a row is a title in two cells, by a comma in a CSV or with the measure on the right.

    The row below begins where it does and says more.
    """
    here, below = filled[row], filled.get(row + 1, [])
    if len(here) != 2 or len(below) <= len(here) or here[0] not in below or any(t == row for t, *_ in grid.merged):
        return False
    texts = [spelled(grid.text((row + 1, c))) for c in below]
    is_header = all(_is_header_text(grid, row + 1, c) for c in below) and not any(map(NUMBERED.fullmatch, texts))
    title = [grid.text((row, c)) for c in here]
    if all(_is_only_time(text) for text in title):  # «Năm 2021», «Năm 2022» over the columns of each
        return False
    return is_header and bool(periods_in(" ".join(title)) or label(title[1]).measure)


def _is_only_time(text: str) -> bool:
    return bool(label(text).periods) and not label(text).text


def _are_groups(grid: Grid, top: int, below: int, filled: Filled) -> bool:
    """Return whether texts that are not merged stand over the first column of each group, and over no stub.

    «| Năm 2021 | | Năm 2022 |» over «Đơn vị | Hội viên | Chi hội | Hội viên | Chi hội», as a CSV leaves them.
    """
    groups, heads = filled[top], filled.get(below, [])
    is_over = len(groups) > 1 and set(groups) < set(heads) and heads[0] < groups[0]
    if not is_over or any(t <= top <= b for t, _, b, _ in grid.merged):
        return False
    is_split = all(column + 1 in heads and column + 1 not in groups for column in groups)
    return is_split and all(_is_header_text(grid, below, c) and _is_word(grid.text((below, c))) for c in heads)


def _is_of_form(grid: Grid, row: int, columns: Sequence[int]) -> bool:
    """Return whether a row is a line of a form that was filled in: «Tên đơn vị:», «Hội Khuyến học huyện …»."""
    return len(columns) == len(("what", "which")) and grid.text((row, columns[0])).rstrip().endswith(":")


def _is_over_form(grid: Grid, row: int, filled: Filled) -> bool:
    """Return whether a row stands over a line of a form: «Phiếu số 01 | PHIẾU BÁO CÁO» over «Tên đơn vị: | …»."""
    return bool(filled.get(row)) and begins_form(grid, row + 1, filled)


def begins_form(grid: Grid, row: int, filled: Filled) -> bool:
    """Return whether a row is a line of a form, or right over one: there the table before it has ended."""
    columns = filled.get(row, [])
    is_asked = len(columns) > 1 and grid.text((row, columns[0])).rstrip().endswith(":")
    return is_asked and not any(is_figure(grid, row, column) for column in columns)


def _is_section(grid: Grid, row: int, columns: Sequence[int]) -> bool:
    """Return whether a row is the numbered heading of what follows: «II», «ĐỘI NGŨ VÀ QUY MÔ ĐÀO TẠO»."""
    number = spelled(grid.text((row, columns[0]))).strip(" .)")
    return len(columns) == len(("number", "heading")) and _SECTION.fullmatch(number) is not None


def _are_titles(row: int, filled: Filled) -> bool:
    """Return whether the texts of a row are titles of tables side by side: each stands over the begin of a header."""
    below = filled.get(row + 1, [])
    begun = [column for column in below if column - 1 not in below]
    return len(begun) > 1 and list(filled[row]) == begun and all(column + 1 in below for column in begun)


def _is_wide(grid: Grid, rows: Sequence[int], following: Sequence[int], filled: Filled) -> bool:
    headed = {c for row in rows for c in _covered(grid, row)}
    return any(len(filled[row]) > 1 and any(c in headed for c in _counted(grid, row, filled[row])) for row in following)


def _counted(grid: Grid, row: int, columns: Sequence[int]) -> list[int]:
    """Return the columns of a row that hold figures; a number before a name is that of its line."""
    is_numbered = not is_figure(grid, row, columns[1])
    return [column for column in columns[is_numbered:] if is_figure(grid, row, column)]


def _covered(grid: Grid, row: int) -> set[int]:
    return {c for c in range(1, grid.size[1] + 1) if grid.text((row, c))}


def _goes_on(grid: Grid, rows: Sequence[int], below: int, filled: Filled) -> bool:
    columns = filled.get(below, [])
    if not columns:
        return False
    if len(rows) == 1 and _are_groups(grid, rows[0], below, filled):
        return True
    own = [c for c in columns if grid.text((below, c)) != grid.text((rows[-1], c))]
    if own and len(own) < len(columns):  # a head that is not merged says again what stands above: «TT», «TT»
        return all(_is_header_text(grid, below, c) for c in columns) and any(
            map(_is_word, (grid.text((below, c)) for c in own))
        )
    texts = [spelled(grid.text((below, c))) for c in columns]
    if all(NUMBERED.fullmatch(text) for text in texts) and len(columns) >= 3:
        return _counts_up(texts)
    if not all(_is_header_text(grid, below, c) for c in columns):
        return False
    top = rows[-1]
    spanned = any(t <= top and b >= below for t, _, b, _ in grid.merged)
    inside = any(t == top and r > left for t, left, _, r in grid.merged if left <= columns[-1])
    first = min(c for row in rows for c in filled[row])
    if all(_YEAR.fullmatch(text) for text in texts) and (len(columns) > 1 or first not in columns):
        return True
    deep = spanned and any(t < below <= b for t, _, b, _ in grid.merged)
    return (spanned or inside or first not in columns) and (len(columns) >= 2 or deep) and first not in columns


def _is_word(text: str) -> bool:
    """Return whether a text is a name or a time, not the number of a column."""
    return not NUMBERED.fullmatch(spelled(text))


def _counts_up(texts: Sequence[str]) -> bool:
    numbers = numbers_of_columns(texts)
    return len(numbers) >= 2 and all(b - a == 1 for a, b in pairwise(numbers)) and numbers[0] in (1, 2, 3)
