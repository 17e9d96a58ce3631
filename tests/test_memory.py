"""What was let go is given back to the machine, where its C library can."""

import ctypes
import sys
from pathlib import Path

import pytest

from hoctap.system.memory import give_back


def _resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or not hasattr(ctypes.CDLL(None), "malloc_trim"),
    reason="this C library gives nothing back when asked",
)
def test_what_was_let_go_is_given_back() -> None:
    # Texts longer than what Python itself looks after, the last of them kept: it holds the place above all others.
    texts = [bytes(20_000) for _ in range(5_000)]
    del texts[:-1]
    before = _resident()
    give_back()
    assert before - _resident() > 50_000_000
