"""Small JSON files that pages read of single units: one each, or on sites of very many units some of them in one.

`docs/assets/js/unit-file.js` finds a unit in the same way. They are of the pages' making, no published data. Those of
sites of very many units are packed: `docs/assets/js/unpack.js` reads both.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from hoctap.exports.packed import gzipped
from hoctap.system.processes import parallel_map
from hoctap.system.reuse import Make, Work

# By folder: of 50,000 units a shared file takes 20 to 60 kB. The scripts know these numbers, so units do not move them.
SHARDS: Mapping[str, int] = {"so-sanh": 512, "bao-cao": 128}
_FNV_START, _FNV_PRIME = 0x811C9DC5, 0x01000193


def write_json(path: Path, value: Any, *, packed: bool = False) -> str:
    """Write a value as compact JSON, `packed` by gzip under its name and `.gz`; return the name written."""
    name, data = path.name, json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    if packed:
        name, data = gzipped(name, data)
    path.with_name(name).write_bytes(data)
    return name


def write_unit_files(
    work: Work, units: Sequence[str], value_of: Callable[[str], Any], given: Callable[[str], str], shards: int = 0
) -> None:
    """Write `<unit>.json` of each unit below `work.new`, or as many `nhom-<number>.json.gz` as there are `shards`.

    `value_of` makes what is told of a unit from the catalog and from what `given` says as a text.
    """
    work.new.mkdir(parents=True, exist_ok=True)
    if shards:
        together: dict[int, list[str]] = {}
        for unit_id in units:
            together.setdefault(shard_of(unit_id, shards), []).append(unit_id)
        parallel_map(partial(_write_shared, work.new, value_of), list(together.items()))
    else:
        work.pieces([(f"{work.at}{unit_id}", given(unit_id), _maker(work, value_of, unit_id)) for unit_id in units])


def _write_shared(folder: Path, value_of: Callable[[str], Any], shared: tuple[int, Sequence[str]]) -> None:
    number, units = shared
    write_json(folder / f"nhom-{number}.json", {unit_id: value_of(unit_id) for unit_id in units}, packed=True)


def _maker(work: Work, value_of: Callable[[str], Any], unit_id: str) -> Make:
    def make() -> tuple[list[str], None]:
        write_json(work.new / f"{unit_id}.json", value_of(unit_id))
        return [f"{unit_id}.json"], None

    return make


def shard_of(unit_id: str, shards: int) -> int:
    """Return which of so many files holds a unit: FNV-1a of its identifier, which is ASCII."""
    found = _FNV_START
    for byte in unit_id.encode():
        found = (found ^ byte) * _FNV_PRIME & 0xFFFFFFFF
    return found % shards
