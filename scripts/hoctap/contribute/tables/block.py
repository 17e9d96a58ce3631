"""One table of a sheet: its rows, its columns, the texts over each column; and which cells hold a figure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hoctap.contribute.naming.figures import is_number
from hoctap.contribute.naming.periods import periods_in
from hoctap.contribute.naming.words import marked_again, spelled
from hoctap.contribute.tables.opening import Cell, Grid
from hoctap.contribute.tables.times_over import timed

NUMBERED = re.compile(r"\(?\s*(\d{1,2}|[a-h])\s*(=.*)?\)?")
_ORDINAL = re.compile(
    r"stt|tt|số tt|số thứ tự|số\s+tt|mã(?: [^()]{1,25})?|"
    r"ma (?:so|chi tieu|don vi|tinh|huyen|xa)|ms"
)
# «ten_tinh», «gia_tri»: the head of a table that a program wrote.
_JOINED = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)+")
_PLANNED = re.compile(r"kh\b|kế hoạch")
# «15-60 tuổi», «6 tháng đầu năm»: numbers in a header that count nothing.
_NO_COUNT = re.compile(
    r"^(?:từ )?\d+\s*(?:-|–|đến)\s*\d+\s*tuổi|^(?:dưới|trên|từ|đến) \d+ tuổi|"
    r"^\d+ tháng(?: đầu| cuối|$)|^\d{1,2} ?t$|\d tuổi trở lên$|^\d{1,2}[.)]\s+[^\W\d]"
)
_PHONE = re.compile(r"(?:\+84|0)[1-9](?:[ .-]?\d){8,9}")  # «0235.3000.111»
_DONE = re.compile(r"(?:kq |kết quả )?th(?=$|\s+(?:năm |6 |9 )?\d|\s+(?:6|9|sáu|chín) tháng|\s+quý)", re.IGNORECASE)

_DEGREE = re.compile(
    r"\b(?:ThS|Th\.S|ĐH|SĐH|CĐ|GS|PGS)\b|(?i:thạc s[ĩỹ]|tiến s[ĩỹ]|đại học|cao đẳng|giáo sư|học vị|học hàm|trình độ)"
)
_TOTAL_OR_DEGREE = re.compile(r"TS(\s*\((?!%)[^()]*\))?")
_DONE_LAST = re.compile(r"\s+(?:TH|Thực hiện)(?=\s*(?:\([^()]*\))?$)")


def numbers_of_columns(texts: Iterable[str]) -> list[int]:
    """Return the numbers that a row of «(1) | (2) | (3)» gives its columns; letters give none."""
    return [int(found[1]) for text in texts if (found := NUMBERED.fullmatch(text)) and found[1].isdecimal()]


@dataclass(frozen=True, slots=True)
class Block:
    """One table: `columns` are those it covers, `titles` the lines above it, the nearest last.

    `earlier` are the lines above the tables before it on the same sheet.
    """

    grid: Grid
    header: tuple[int, ...]
    body: tuple[int, ...]
    columns: tuple[int, ...]
    titles: tuple[str, ...]
    earlier: tuple[str, ...] = ()

    def header_path(self, column: int) -> tuple[str, ...]:
        """Return the texts above a column, from the top, each merged cell once; «TH» beside «KH» is written out.

        So is «TS» where no degree is named: «Cán bộ / TS», «Nữ»; beside degrees it is one itself, or nobody knows.
        """
        path = self._texts_above(column)
        at = _last_name(path)
        if path and (short := _TOTAL_OR_DEGREE.fullmatch(path[at])):
            return (*path[:at], f"{self._total_or_degree(column, path)}{short[1] or ''}", *path[at + 1 :])
        done = _DONE.match(path[at]) if path else None  # alone it may be «tiểu học»
        others = [spelled(text) for text in self._last_names()] if done else []
        if done and any(map(_PLANNED.match, others)):
            return (*path[:at], f"Thực hiện{path[at][done.end() :]}", *path[at + 1 :])
        if path and (last := _DONE_LAST.search(path[at])) and self._has_a_plan_like(path[at][: last.start()]):
            return (*path[:at], path[at][: last.start()] + path[at][last.end() :], *path[at + 1 :])
        if done and {"thcs", "thpt"} & set(others):
            return (*path[:at], "Tiểu học", *path[at + 1 :])
        return path

    def header_paths(self, columns: Iterable[int]) -> dict[int, tuple[str, ...]]:
        """Return the texts above each of some columns, as `header_path` does."""
        return {column: self.header_path(column) for column in columns}

    @property
    def heads(self) -> list[str]:
        """The texts over all columns."""
        return [text for column in self.columns for text in self.header_path(column)]

    def _total_or_degree(self, column: int, path: Sequence[str]) -> str:
        """Return what «TS» over a column is: the doctors among degrees, the total where none is named, or open."""
        paths = {at: self._texts_above(at) for at in self.columns if at != column}
        if not any(map(_DEGREE.search, (*(text for each in paths.values() for text in each), *self.titles, *path))):
            return "Tổng số" if paths else "TS (tổng số hay tiến sĩ?)"
        neighbours = [paths[at][-1] for at in (column - 1, column + 1) if paths.get(at) and paths[at][:-1] == path[:-1]]
        is_degree = any(map(_DEGREE.search, (*path[:-1], *neighbours)))
        return "TS" if is_degree else "TS (tổng số hay tiến sĩ?)"

    def _last_names(self) -> list[str]:
        """Return the nearest text over each column that is no measure."""
        paths = filter(None, map(self._texts_above, self.columns))
        return [path[_last_name(path)] for path in paths]

    def _has_a_plan_like(self, text: str) -> bool:
        """Return whether the text of another column is the same but for «KH» at its end: «Năm 2022 KH»."""
        planned = re.compile(rf"{re.escape(text)}\s+(?:KH|Kế hoạch)\b.*")
        return any(planned.fullmatch(each) for each in self._last_names())

    def _texts_above(self, column: int) -> tuple[str, ...]:
        path: list[str] = []
        for row in self.header:
            text = " ".join(self._over(row, column).split())
            text = marked_again(text.replace("_", " ") if _JOINED.fullmatch(text) else text)
            if text and not NUMBERED.fullmatch(spelled(text)) and (not path or path[-1] != text):
                path.append(text)
        return timed(path)

    def _over(self, row: int, column: int) -> str:
        """Return what a header row says over a column: a group that is not merged stands over its first one."""
        text = self.grid.text((row, column))
        if text or row == self.header[-1] or self._is_merged or not self._is_split(row, column):
            return text
        left = next((at for at in reversed(self.columns) if at < column and self.grid.text((row, at))), None)
        return self.grid.text((row, left)) if left is not None and self._is_split(row, left) else ""

    def _is_split(self, row: int, column: int) -> bool:
        """Return whether a header row below says more of a column: names, not the numbers of the columns."""
        below = [spelled(self.grid.text((each, column))) for each in self.header if each > row]
        return any(text and not NUMBERED.fullmatch(text) for text in below)

    @property
    def _is_merged(self) -> bool:
        return any(top in self.header for top, *_ in self.grid.merged)


def _last_name(path: Sequence[str]) -> int:
    """Return the place of the nearest text of a column that is not only a measure in brackets: «TH» over «(người)»."""
    named = [at for at, text in enumerate(path) if not re.fullmatch(r"\([^()]*\)", text)]
    return named[-1] if named else len(path) - 1


def is_figure(grid: Grid, row: int, column: int) -> bool:
    """Return whether a cell holds a number, typed as one or as text with a word or two."""
    spot = (row, column)
    if (known := grid.figures.get(spot)) is None:
        known = grid.figures[spot] = _holds_a_figure(grid.cells.get(spot))
    return known


def _holds_a_figure(cell: Cell | None) -> bool:
    if cell is None:
        return False
    if cell.kind in ("number", "percent", "formula", "error"):
        return True
    if len(cell.text) > 40 or cell.kind == "date" or periods_in(cell.text) or _NO_COUNT.search(spelled(cell.text)):
        return False
    if _PHONE.fullmatch(cell.text.strip()):
        return False
    return is_number(cell.text) or re.match(r"[<>≈~≥(]?\s*\d", cell.text) is not None


def is_ordinal(text: str) -> bool:
    """Return whether a header is the one of the running numbers."""
    return _ORDINAL.fullmatch(spelled(text)) is not None
