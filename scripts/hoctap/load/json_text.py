"""JSON read strictly, with the line on which every entry stands. Knows nothing of data packages."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from hoctap.load.merge_marks import MUST, merge_marks

Path = tuple[str | int, ...]
MOST_BYTES, MOST_DEPTH = 1_000_000, 20
# A string, closed or not, or a bracket: enough to tell how deep a text goes before it is read.
_DEPTH = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\\?\Z)|[\[{]|[\]}]', re.DOTALL)
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


@dataclass(frozen=True, slots=True)
class Json:
    """A JSON value and the line of each of its entries, by the keys and positions that lead to it."""

    value: Any
    lines: Mapping[Path, int]

    def line(self, path: Path) -> int:
        """Return the line of the entry at `path`, or of the nearest one around it."""
        while path not in self.lines:
            path = path[:-1]
        return self.lines[path]


class BadJsonError(ValueError):
    """Text that is not JSON as we read it; `line` and `column` say where (column 0: not known)."""

    def __init__(self, message: str, line: int, column: int = 0) -> None:
        super().__init__(message)
        self.line, self.column = line, column


# What the reader of the standard library finds wrong, in the words of who edits the file.
_FAULTS = {
    "Expecting value": "thiếu một giá trị, hoặc thừa dấu phẩy",
    "Expecting property name": "tên mục phải ở trong dấu nháy kép; sau mục cuối không có dấu phẩy",
    "Expecting ',' delimiter": "thiếu dấu phẩy giữa hai mục, hoặc thiếu ngoặc đóng",
    "Expecting ':' delimiter": "thiếu dấu hai chấm sau tên mục",
    "Illegal trailing comma": "sau mục cuối không có dấu phẩy",
    "Extra data": "có chữ thừa sau chỗ tệp đã kết thúc",
    "Unterminated string": "thiếu dấu nháy kép đóng",
    "Invalid control character": "chữ trong dấu nháy không được xuống dòng",
    "Invalid \\": "dấu \\ trong chữ phải viết đôi",
}


def read_json(data: bytes) -> Json:
    """Return the value of UTF-8 JSON with its lines; BadJsonError for anything else, repeated keys included."""
    if len(data) > MOST_BYTES:
        raise BadJsonError(f"tệp phải nhỏ hơn {MOST_BYTES // 1_000_000} MB", 1)
    try:
        text = data.decode("utf-8")
        _refuse_conflict(data)
        _refuse_deep(text)
        value = json.loads(text, parse_constant=_no_such_number)
    except UnicodeDecodeError as error:
        raise BadJsonError("phải là UTF-8", data.count(b"\n", 0, error.start) + 1) from error
    except BadJsonError:
        raise
    except json.JSONDecodeError as error:
        if text.startswith("\ufeff"):
            raise BadJsonError("phải là UTF-8 không có BOM, đang có BOM ở đầu tệp", 1) from error
        if not text.strip():
            raise BadJsonError("tệp đang trống; lấy lại từ bản trước", 1) from error
        why = next((ours for theirs, ours in _FAULTS.items() if error.msg.startswith(theirs)), "xem lại dấu và ngoặc")
        raise BadJsonError(f"phải là JSON đúng cú pháp ({why})", error.lineno, error.colno) from error
    except ValueError as error:
        raise BadJsonError("không được có số dài quá mức, NaN hay Infinity", 1) from error
    except RecursionError as error:
        raise BadJsonError("không được lồng nhau quá sâu", 1) from error
    return Json(value, _lines(text))


def _refuse_conflict(data: bytes) -> None:
    for line, _ in merge_marks(data):
        raise BadJsonError(MUST, line)


def _refuse_deep(text: str) -> None:
    depth = 0
    for found in _DEPTH.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
        if depth > MOST_DEPTH:
            line = text.count("\n", 0, found.start()) + 1
            raise BadJsonError(f"không được lồng nhau quá {MOST_DEPTH} tầng", line)


def _no_such_number(name: str) -> NoReturn:
    raise ValueError(name)


def _lines(text: str) -> dict[Path, int]:
    lines: dict[Path, int] = {}
    line, read_to = 1, 0
    path: list[str | int | None] = []  # of open objects the key under way, of open lists the position
    for token in _TOKEN.finditer(text):
        line += text.count("\n", read_to, token.start())
        read_to = token.start()
        mark = token[0]
        if mark in ("}", "]"):
            path.pop()
        elif mark == ",":
            path[-1] = path[-1] + 1 if isinstance(path[-1], int) else None
        elif mark != ":":
            if path and path[-1] is None:
                path[-1] = json.loads(mark)
                if _known(path) in lines:
                    raise BadJsonError(f"mục «{path[-1]}» viết hai lần", line)
                lines[_known(path)] = line
                continue
            lines.setdefault(_known(path), line)
            if mark in ("{", "["):
                path.append(None if mark == "{" else 0)
    return lines


def _known(path: list[str | int | None]) -> Path:
    return tuple(part for part in path if part is not None)
