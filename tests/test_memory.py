"""What was let go is given back to the machine, where its C library can."""

import ctypes
import gc
import sys
from pathlib import Path

import pytest

from hoctap.system.memory import cycles_left, give_back, much_kept


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


@pytest.mark.parametrize("wanted", [True, False])
def test_cycles_are_looked_for_again_as_before_also_after_an_error(*, wanted: bool) -> None:
    before, seen = gc.get_threshold(), []

    def fail() -> None:
        with much_kept(), cycles_left(wanted=wanted):
            seen.append(gc.isenabled())
            raise OSError("no space")

    with pytest.raises(OSError, match="no space"):
        fail()
    assert (seen, gc.isenabled(), gc.get_threshold(), gc.get_freeze_count()) == ([not wanted], True, before, 0)
