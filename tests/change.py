"""Examples told as what differs from base: whole files laid over it, and edits written in TOML.

    [[edit]]
    file = "datapackages/reference/data/units.csv"
    row = "tinh-dong-lau"        # the row that starts with these cells
    set = { status = "gone" }    # by column name, so a new column changes no example

`[[near_miss]]` beside them are the nearest edits of base that break no rule.

Other edits: `drop = true` with `row`; `add = { column = "cell" }` puts a row in its sorted place, `rows` those of a
text of CSV with its header; `replace` and `by` for the first text that matches; `append`; `write` for a whole file;
`link` for a symbolic link; `remove = true`; `encoding` rewrites a file in another one. `as = "bytes"` takes `\\xNN` in
`by`, `append` and `write` as bytes; `fill` and `times` make long texts, for which `@` stands.
"""

import csv
import io
import shutil
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

CHANGES = "change.toml"
EXPECTED_LINES = "expected.txt"
Edit = Mapping[str, Any]


def lay_over(root: Path, example: Path) -> None:
    """Lay the files of `example` over the repository at `root`, then make the edits of its change.toml."""
    for path in sorted(example.rglob("*")):
        if path.is_file() and path.name not in (CHANGES, EXPECTED_LINES):
            target = root / path.relative_to(example)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    for edit in edits_of(example, "edit"):
        make(root, edit)


def edits_of(example: Path, name: str) -> list[Edit]:
    """Return the edits of an example: `edit` are what it is about, `near_miss` the nearest ones that break no rule."""
    changes = example / CHANGES
    edits: list[Edit] = tomllib.loads(changes.read_text(encoding="utf-8")).get(name, []) if changes.exists() else []
    return edits


def make(root: Path, edit: Edit) -> int:
    """Make one edit and return its line; KeyError or ValueError if it fits nothing: no example is silently empty."""
    path = root / edit["file"]
    verb = next(name for name in _VERBS if name in edit)
    return _VERBS[verb](path, edit)


def _set(path: Path, edit: Edit) -> int:
    header, rows = _read(path)
    row = _found(header, rows, edit["row"])
    for name, cell in edit["set"].items():
        row[header.index(name)] = cell
    _write(path, header, rows)
    return rows.index(row) + 2


def _drop(path: Path, edit: Edit) -> int:
    header, rows = _read(path)
    rows.remove(_found(header, rows, edit["row"]))
    _write(path, header, rows)
    return 0


def _add(path: Path, edit: Edit) -> int:
    header, rows = _read(path)
    unknown = set(edit["add"]) - set(header)
    if unknown:
        raise KeyError(f"{path.name} has no column {unknown}")
    row = [edit["add"].get(name, "") for name in header]
    # In its place by the first cells; rows after it keep their order.
    at = next((n for n, other in enumerate(rows) if other > row), len(rows))
    rows.insert(edit.get("at", at), row)
    _write(path, header, rows)
    return rows.index(row) + 2


def _rows(path: Path, edit: Edit) -> int:
    for row in csv.DictReader(io.StringIO(edit["rows"].strip())):
        _add(path, {"add": row})
    return 0


def _replace(path: Path, edit: Edit) -> int:
    data, old = path.read_bytes(), edit["replace"].encode()
    if old not in data:
        raise ValueError(f"{path.name} has no {edit['replace']!r}")
    path.write_bytes(data.replace(old, _bytes(edit, "by"), -1 if edit.get("all") else 1))
    return data.count(b"\n", 0, data.index(old)) + 1


def _append(path: Path, edit: Edit) -> int:
    data = path.read_bytes()
    path.write_bytes(data + _bytes(edit, "append"))
    return data.count(b"\n") + 1


def _whole(path: Path, edit: Edit) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_bytes(edit, "write"))
    return 1


def _link(path: Path, edit: Edit) -> int:
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(edit["link"])
    return 0


def _remove(path: Path, _edit: Edit) -> int:
    path.unlink()
    return 0


def _encoding(path: Path, edit: Edit) -> int:
    path.write_bytes(path.read_text(encoding="utf-8").encode(edit["encoding"], "replace"))
    return 1


_VERBS = {
    "set": _set,
    "drop": _drop,
    "add": _add,
    "rows": _rows,
    "replace": _replace,
    "append": _append,
    "write": _whole,
    "link": _link,
    "remove": _remove,
    "encoding": _encoding,
}


def _bytes(edit: Edit, name: str) -> bytes:
    text: str = edit[name]
    if "fill" in edit:
        text = text.replace("@", edit["fill"] * edit["times"])
    if edit.get("as") == "bytes":
        return text.encode("latin-1").decode("unicode_escape").encode("latin-1")
    return text.encode()


def _read(path: Path) -> tuple[list[str], list[list[str]]]:
    header, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
    return header, rows


def _found(header: list[str], rows: list[list[str]], start: str) -> list[str]:
    (found,) = [row for row in rows if ",".join(row).startswith(start)]
    if len(found) != len(header):
        raise ValueError(f"an uneven row: {start}")
    return found


def _write(path: Path, header: list[str], rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([header, *rows])
    path.write_bytes(out.getvalue().encode())
