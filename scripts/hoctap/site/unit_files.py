"""Small JSON files that pages read of single units: one each, or on sites of very many units some of them in one.

`docs/assets/js/unit-file.js` finds a unit in the same way. They are of the pages' making, no published data.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

SHARDS = 2048
_FNV_START, _FNV_PRIME = 0x811C9DC5, 0x01000193


def write_json(path: Path, value: Any) -> None:
    """Write a value as compact JSON."""
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def write_unit_files(folder: Path, units: Iterable[tuple[str, Any]], *, bundled: bool) -> None:
    """Write `<unit>.json` of each unit, or `nhom-<number>.json` that hold each unit's value by its identifier."""
    folder.mkdir(parents=True, exist_ok=True)
    shards: dict[int, dict[str, Any]] = {}
    for unit_id, value in units:
        if bundled:
            shards.setdefault(shard_of(unit_id), {})[unit_id] = value
        else:
            write_json(folder / f"{unit_id}.json", value)
    for number, values in shards.items():
        write_json(folder / f"nhom-{number}.json", values)


def shard_of(unit_id: str) -> int:
    """Return the number of the file that holds a unit: FNV-1a of its identifier, which is ASCII."""
    found = _FNV_START
    for byte in unit_id.encode():
        found = (found ^ byte) * _FNV_PRIME & 0xFFFFFFFF
    return found % SHARDS
