"""An effect as text for people in a terminal, as Markdown for reviewers, as JSON for programs. Returns strings."""

import json
import re
from collections.abc import Callable, Iterator, Mapping

from hoctap.contribute.changes import Effect, format_percent
from hoctap.releases.diff import Bump, Key, TableDifference
from hoctap.vietnamese.characters import printable

_MOST_ROWS = 200
# A name of a picture may end at a colon of ours.
_LINKED = re.compile(r"@|\\#|:(?=//)|www|\bGH(?=\\-)|:(?=[\w\\+-]+(?::|$))|\b(?:mailto|xmpp)(?=:)", re.IGNORECASE)
_BUMPS = {Bump.NONE: "không đổi", Bump.PATCH: "bản vá", Bump.MINOR: "bản phụ", Bump.MAJOR: "bản chính"}


def as_text(effect: Effect) -> str:
    """Return the effect for a terminal: `+` added, `-` removed, `~` changed, `!` odd."""
    lines = []
    for table in effect.difference.tables:
        lines.append(f"{effect.titles[table.name]} ({table.name}): {_counts(table)}")
        lines += [f"  + {_row(key, row)}" for key, row in table.added.items()]
        lines += [f"  - {_row(key, row)}" for key, row in table.removed.items()]
        lines += [
            f"  ~ {_spot(c.key)} {c.column}: {_cell(c.old)} → {_cell(c.new)} {format_percent(c)}".rstrip()
            for c in table.changed
        ]
    lines += [f"  ! {_spot(odd.key)}: {odd.why}" for odd in effect.odd]
    if effect.pages:
        lines += [f"{len(effect.pages)} trang đổi:", *(f"  {page}" for page in effect.pages)]
    return "\n".join([*lines, *_structure(effect), _closing(effect)]) + "\n"


def as_markdown(effect: Effect) -> str:
    """Return the effect for the summary of a pull request."""
    lines = ["## Thay đổi dữ liệu", "", _escaped(_closing(effect)), ""]
    lines += [f"- {_escaped(line)}" for line in _structure(effect)]
    for table in effect.difference.tables:
        lines += ["", f"### {_escaped(effect.titles[table.name])}: {_counts(table)}", ""]
        lines += ["| | Khóa | Cột | Cũ | Mới | % |", "| --- | --- | --- | --- | --- | ---: |"]
        rows = list(_rows(table))
        lines += ["| " + " | ".join(map(_escaped, row)) + " |" for row in rows[:_MOST_ROWS]]
        if len(rows) > _MOST_ROWS:
            lines.append(f"\nvà {len(rows) - _MOST_ROWS} dòng nữa")
    if effect.odd:
        lines += ["", "### Cần xem lại", ""]
        lines += [f"- {_escaped(_spot(odd.key))}: {_escaped(odd.why)}" for odd in effect.odd]
    if effect.pages:
        pages = [f"- {_escaped(page)}" for page in effect.pages[:_MOST_ROWS]]
        lines += ["", f"<details><summary>{len(effect.pages)} trang đổi</summary>", "", *pages, "", "</details>"]
    return "\n".join(lines) + "\n"


def as_json(effect: Effect) -> str:
    """Return the effect for programs."""
    tables = [
        {
            "table": table.name,
            "added": [dict(row) for row in table.added.values()],
            "removed": [dict(row) for row in table.removed.values()],
            "changed": [
                {
                    "key": dict(zip(effect.columns[table.name], change.key, strict=False)),
                    "column": change.column,
                    "old": change.old,
                    "new": change.new,
                    "percent": None if change.percent is None else float(change.percent),
                }
                for change in table.changed
            ],
            "added_columns": table.added_columns,
            "removed_columns": table.removed_columns,
            "redefined_columns": table.redefined_columns,
        }
        for table in effect.difference.tables
    ]
    parts = {
        "bump": effect.difference.bump.name.lower(),
        "version": {"before": effect.difference.before, "after": effect.difference.after, "due": effect.version},
        "added_tables": effect.difference.added_tables,
        "removed_tables": effect.difference.removed_tables,
        "moved_tables": effect.difference.moved,
        "tables": tables,
        "odd": [{"table": odd.table, "key": list(odd.key), "why": odd.why} for odd in effect.odd],
        "pages": effect.pages,
    }
    return json.dumps(parts, ensure_ascii=False, indent=2) + "\n"


def _counts(table: TableDifference) -> str:
    rows = len({change.key for change in table.changed})
    return f"thêm {len(table.added)}, bớt {len(table.removed)}, sửa {rows} dòng"


def _structure(effect: Effect) -> list[str]:
    found = effect.difference
    lines = [f"thêm bảng {name}" for name in found.added_tables] + [f"bỏ bảng {name}" for name in found.removed_tables]
    lines += [f"{name}: tệp dời sang địa chỉ khác" for name in found.moved]
    for table in found.tables:
        lines += [f"{table.name}: thêm cột {name}" for name in table.added_columns]
        lines += [f"{table.name}: bỏ cột {name}" for name in table.removed_columns]
        lines += [f"{table.name}: đổi kiểu cột {name}" for name in table.redefined_columns]
        lines += [f"{table.name}: đổi lời của cột {name}" for name in table.retold_columns]
        lines += [f"{table.name}: đổi khóa"] if table.key_changed else []
    return lines


def _closing(effect: Effect) -> str:
    found = effect.difference
    if found.bump is Bump.NONE:
        return "Dữ liệu không đổi."
    return f"Phiên bản {found.before}: lần phát hành sau là {effect.version} ({_BUMPS[found.bump]})."


def _rows(table: TableDifference) -> Iterator[tuple[str, ...]]:
    for key, row in table.added.items():
        yield "thêm", _spot(key), "", "", _other_cells(key, row), ""
    for key, row in table.removed.items():
        yield "bớt", _spot(key), "", _other_cells(key, row), "", ""
    for change in table.changed:
        yield "sửa", _spot(change.key), change.column, change.old, change.new, format_percent(change)


def _spot(key: Key) -> str:
    return " · ".join(part for part in key if part)


def _other_cells(key: Key, row: Mapping[str, str]) -> str:
    return "; ".join(f"{name} {cell}" for name, cell in row.items() if cell and cell not in key)


def _row(key: Key, row: Mapping[str, str]) -> str:
    return f"{_spot(key)}: {_other_cells(key, row)}"


def _cell(text: str) -> str:
    return text or "(trống)"


def _escaped(text: str) -> str:
    """Return text that Markdown shows as it stands, inside a cell of a table."""
    bare = printable(" ".join(text.split()))
    safe = "".join(f"\\{char}" if char in "\\`*_{}[]()#+!|~$-." else char for char in bare)
    # GitHub looks for addresses, names, numbers of issues and pictures by name in what it has rendered, so that no
    # escape keeps them apart; a joiner that nobody sees does.
    safe = _LINKED.sub("\\g<0>\u2060", safe)
    return safe.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


FORMATS: dict[str, Callable[[Effect], str]] = {"text": as_text, "markdown": as_markdown, "json": as_json}
