"""Whole trees of expected output, compared byte by byte or accepted."""

import shutil
from collections.abc import Mapping
from difflib import unified_diff

from miniature import EXPECTED


def compare(name: str, found: Mapping[str, bytes], *, accept: bool) -> None:
    """Compare the files of `found` with tests/expected/`name`; with `accept` write them there instead."""
    folder = EXPECTED / name
    if accept:
        shutil.rmtree(folder, ignore_errors=True)
        for path, data in found.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
    expected = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert sorted(found) == sorted(expected), "other files than expected; `make accept` takes them"
    for path in sorted(found):
        assert found[path] == expected[path], (
            f"{name}/{path}; `make accept` takes it\n{_difference(expected[path], found[path])}"
        )


def _difference(expected: bytes, found: bytes) -> str:
    before, after = (data.decode("utf-8", "backslashreplace").splitlines() for data in (expected, found))
    return "\n".join(list(unified_diff(before, after, "expected", "made", n=1, lineterm=""))[:60])
