"""The faults of plants.toml can still be planted: each names a line that the program has once, and tests that exist."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from miniature import REAL
from plants import PLACES

TESTS = Path(__file__).parent
PLANTS: list[dict[str, Any]] = tomllib.loads((TESTS / "plants.toml").read_text(encoding="utf-8"))["plant"]


@pytest.mark.parametrize("fault", PLANTS, ids=[one["what"] for one in PLANTS])
def test_a_fault_has_its_line_and_its_tests(fault: dict[str, Any]) -> None:
    room, _, rest = fault["at"].partition("/")
    text = (REAL / PLACES.get(room, f"{PLACES['']}/{room}") / rest).read_text(encoding="utf-8")
    assert text.count(fault["old"]) == 1
    assert fault["new"] != fault["old"]
    assert all((TESTS / f"test_{name}.py").is_file() for name in fault["tests"])
    assert fault["tests"]
