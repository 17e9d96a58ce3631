"""Work shared among processes comes to what it would in one."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoctap.site.leaks import LeakError
from hoctap.system import processes
from hoctap.system.processes import apart, meanwhile, parallel_map, parallel_shares, run_in_background

# Enough for every process that there may be.
MANY = range(processes._MOST * processes.FEWEST)


@pytest.fixture(params=["forked", "alone"])
def _either(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "alone":
        monkeypatch.setattr(processes, "_CAN_FORK", False)


@given(st.lists(st.text(max_size=3), max_size=60))
def test_what_is_dealt_comes_back_in_order(items: list[str]) -> None:
    assert parallel_map(lambda item: (item, len(item)), items) == [(item, len(item)) for item in items]


def test_little_work_is_not_shared() -> None:
    assert set(parallel_map(lambda _: os.getpid(), range(processes.FEWEST))) == {os.getpid()}


@pytest.mark.skipif(not processes._CAN_FORK or processes._processors() < 2, reason="one process does it all here")
def test_the_shares_are_made_by_different_processes() -> None:
    def who(_: int) -> int:
        time.sleep(0.02)
        return os.getpid()

    assert len(set(parallel_map(who, MANY))) == min(processes._processors(), processes._MOST)


@pytest.mark.skipif(not processes._CAN_FORK or processes._processors() < 2, reason="one process does it all here")
def test_beside_a_long_item_the_others_are_made_elsewhere() -> None:
    def who(item: int) -> int:
        time.sleep(0.5 if item == 0 else 0.001)
        return os.getpid()

    first, *others = parallel_map(who, MANY)
    assert first not in others


@pytest.mark.usefixtures("_either")
def test_after_an_error_nobody_takes_another_item(tmp_path: Path) -> None:
    def refuse(item: int) -> None:
        if item == 0:
            raise ValueError("not 0")
        time.sleep(0.01)
        (tmp_path / str(item)).touch()

    with pytest.raises(ValueError, match="not 0"):
        parallel_map(refuse, MANY)
    assert len(list(tmp_path.iterdir())) < len(MANY) - 1


@pytest.mark.skipif(not processes._CAN_FORK or processes._processors() < 2, reason="one process does it all here")
def test_when_this_process_is_stopped_the_others_take_nothing_more(tmp_path: Path) -> None:
    own = os.getpid()

    def stopped_here(item: int) -> None:
        if os.getpid() == own:
            raise KeyboardInterrupt
        time.sleep(0.02)
        (tmp_path / str(item)).touch()

    with pytest.raises(KeyboardInterrupt):
        parallel_map(stopped_here, MANY)
    assert len(list(tmp_path.iterdir())) < len(MANY) - 1


@pytest.mark.usefixtures("_either")
@pytest.mark.parametrize("count", [0, 1, processes.FEWEST, len(MANY)])
def test_each_item_is_in_one_share(count: int) -> None:
    shares = parallel_shares(list, range(count))
    assert sorted(item for share in shares for item in share) == list(range(count))
    assert len(shares) == processes._worth(count, processes.FEWEST)


@pytest.mark.usefixtures("_either")
def test_what_goes_wrong_beside_is_raised_where_it_is_awaited() -> None:
    def refuse() -> None:
        raise LeakError("a.csv: số điện thoại")

    with pytest.raises(LeakError, match=r"a\.csv: số điện thoại"):
        run_in_background(refuse)()


@pytest.mark.usefixtures("_either")
@pytest.mark.parametrize("bad", [0, 1])
def test_what_goes_wrong_in_any_share_is_raised(bad: int) -> None:
    def refuse(item: int) -> int:
        if item == bad:
            raise ValueError(f"not {item}")
        return item

    with pytest.raises(ValueError, match=f"not {bad}"):
        parallel_map(refuse, MANY)


@pytest.mark.usefixtures("_either")
def test_being_stopped_is_not_hidden_by_what_the_others_came_to() -> None:
    def stopped(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        parallel_map(stopped, MANY)


@pytest.mark.usefixtures("_either")
@pytest.mark.parametrize("parallel", [True, False])
def test_what_is_done_meanwhile_is_done_when_the_block_is_left(tmp_path: Path, parallel: bool) -> None:
    with meanwhile(lambda: (tmp_path / "index").write_text("x"), parallel=parallel):
        (tmp_path / "pages").write_text("x")
    assert {path.name for path in tmp_path.iterdir()} == {"index", "pages"}


@pytest.mark.usefixtures("_either")
@pytest.mark.parametrize("parallel", [True, False])
def test_what_goes_wrong_meanwhile_is_raised_and_what_goes_wrong_in_the_block_before_it(parallel: bool) -> None:
    def refuse() -> None:
        raise LeakError("beside")

    with pytest.raises(LeakError, match="beside"), meanwhile(refuse, parallel=parallel):
        pass
    with pytest.raises(ValueError, match="own"), meanwhile(refuse, parallel=parallel):
        raise ValueError("own")


@pytest.mark.skipif(not processes._CAN_FORK, reason="nothing is beside this process here")
def test_a_block_left_by_an_error_leaves_nobody_writing(tmp_path: Path) -> None:
    def write() -> None:
        time.sleep(0.3)
        (tmp_path / "late").write_text("x")

    with pytest.raises(ValueError, match="own"), meanwhile(write):
        raise ValueError("own")
    assert (tmp_path / "late").exists()


@pytest.mark.usefixtures("_either")
def test_what_is_done_apart_comes_back_and_tells_how_far_it_is() -> None:
    calls: list[tuple[int, int]] = []

    def count(seen: processes.Seen) -> str:
        for at in range(5_000):
            seen(at, 5_000)
        return "done"

    assert apart(count, lambda *so_far: calls.append(so_far)) == "done"
    assert calls[0] == (0, 5_000)
    assert calls == sorted(set(calls))


@pytest.mark.skipif(not processes._CAN_FORK, reason="nothing is beside this process here")
def test_what_is_done_apart_tells_how_far_it_is_now_and_then() -> None:
    calls: list[tuple[int, int]] = []

    def count(seen: processes.Seen) -> None:
        for at in range(100_000):
            seen(at, 100_000)

    apart(count, lambda *so_far: calls.append(so_far))
    assert len(calls) < 1_000


@pytest.mark.usefixtures("_either")
def test_what_goes_wrong_apart_is_raised() -> None:
    def refuse(_: processes.Seen) -> None:
        raise LeakError("a.csv: số điện thoại")

    with pytest.raises(LeakError, match=r"a\.csv: số điện thoại"):
        apart(refuse)


@pytest.mark.skipif(not processes._CAN_FORK, reason="nothing is beside this process here")
def test_what_is_done_apart_leaves_nothing_here_and_ends_when_nobody_listens(tmp_path: Path) -> None:
    kept: list[int] = []

    def go_on(seen: processes.Seen) -> None:
        kept.append(os.getpid())
        for at in range(1_000):
            seen(at, 1_000)
            time.sleep(0.01)
        (tmp_path / "late").touch()

    def stopped(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        apart(go_on, stopped)
    assert kept == []
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("_either")
def test_much_comes_back_whole() -> None:
    assert run_in_background(lambda: "a" * 5_000_000)() == "a" * 5_000_000


@pytest.mark.skipif(not processes._CAN_FORK, reason="nothing is beside this process here")
def test_a_process_that_was_ended_is_told() -> None:
    with pytest.raises(RuntimeError, match="ended before"):
        run_in_background(lambda: os._exit(1))()


@pytest.mark.skipif(not processes._CAN_FORK, reason="nothing is beside this process here")
def test_a_command_that_stops_early_leaves_nobody_talking() -> None:
    load = "import time; from hoctap.system.processes import run_in_background; "
    words = f"{load}run_in_background(lambda: time.sleep(.3) or 'a' * 10**6)"
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
