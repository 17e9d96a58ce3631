"""The steps of a long command: what a log and a terminal show of them."""

import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from hoctap.cli import late_steps as late
from hoctap.cli import main, progress
from hoctap.cli.late_steps import LateSteps, late_steps
from hoctap.cli.progress import PrintedSteps


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr(progress.time, "perf_counter", lambda: now[0])
    return now


def _printed(*, terminal: bool = False) -> tuple[PrintedSteps, StringIO]:
    out = StringIO()
    return PrintedSteps(Console(file=out, force_terminal=terminal, width=120)), out


def test_a_log_gets_a_line_for_each_step_and_some_while_it_lasts(clock: list[float]) -> None:
    steps, out = _printed()
    steps.step("Đọc")
    clock[0] += 1
    steps.step("Viết")
    for done in range(1, 31):
        clock[0] += 1
        steps.count(done, 30)
    steps.finish()
    assert out.getvalue().splitlines() == [
        "  Đọc: 1.0 s",
        "  Viết: 11/30, 1.0/s, còn 19 s",
        "  Viết: 22/30, 1.0/s, còn 8 s",
        "  Viết: 30.0 s",
    ]


def test_a_short_step_shows_no_count(clock: list[float]) -> None:
    steps, out = _printed()
    steps.step("Đọc")
    clock[0] += 1
    steps.count(1, 2)
    steps.finish()
    assert out.getvalue() == "  Đọc: 1.0 s\n"


def test_a_terminal_shows_count_rate_and_what_remains(clock: list[float]) -> None:
    steps, out = _printed(terminal=True)
    steps.step("Đóng trang")
    steps.count(1, 300)
    clock[0] += 10
    steps.count(201, 300)
    steps._bar.refresh()
    steps.finish()
    assert "201/300" in out.getvalue()
    assert "20/s, còn 5 s" in out.getvalue()


def test_what_remains_is_told_by_the_last_seconds_not_by_how_a_step_began(clock: list[float]) -> None:
    steps, out = _printed()
    steps.step("Xuất")
    clock[0] += 60  # what all pieces have in common is made first
    for done in (1, 2):
        clock[0] += 8  # then what takes longest
        steps.count(done, 100)
    for done in range(3, 20):
        clock[0] += 1
        steps.count(done, 100)
    assert out.getvalue().splitlines() == ["  Xuất: 2/100, 0.1/s, còn 784 s", "  Xuất: 13/100, 1.0/s, còn 87 s"]


def test_while_the_longest_pieces_are_made_nobody_is_told_how_long_the_others_take(clock: list[float]) -> None:
    steps, out = _printed()
    steps.step("Đóng trang")
    for done in range(1, 25):
        clock[0] += 1
        steps.count(done, 2024, long=24)
    for done in range(124, 1324, 100):
        clock[0] += 1
        steps.count(done, 2024, long=24)
    assert out.getvalue().splitlines() == [
        "  Đóng trang: 11/2024, 1.0/s",
        "  Đóng trang: 22/2024, 1.0/s",
        "  Đóng trang: 924/2024, 100/s, còn 11 s",
    ]


def test_what_each_step_took_is_kept(clock: list[float]) -> None:
    steps, _ = _printed()
    steps.step("Đọc")
    clock[0] += 3
    steps.finish()
    (spent,) = steps.spent
    assert (spent.name, spent.seconds) == ("Đọc", 3.0)
    assert spent.processor >= 0
    assert spent.megabytes > 1


def test_a_command_that_ends_within_two_seconds_shows_nothing_and_loads_nothing_to_show(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with late_steps("Kiểm tra") as steps:
        steps.count(1, 2)
    assert capsys.readouterr() == ("", "")
    script = (
        "from hoctap.cli.late_steps import late_steps\nwith late_steps('x'): pass\nassert 'rich' not in sys.modules"
    )
    subprocess.run((sys.executable, "-c", f"import sys\n{script}"), check=True)


@pytest.fixture
def slow_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every command one that takes longer than it may without a word."""
    finish = LateSteps.finish

    def finish_late(steps: LateSteps) -> None:
        steps._timer.join(30)
        finish(steps)

    monkeypatch.setattr(late, "_LONG", 0.0)
    monkeypatch.setattr(LateSteps, "finish", finish_late)


@pytest.mark.usefixtures("slow_machine")
def test_a_command_that_takes_longer_shows_its_steps_with_all_their_time(capsys: pytest.CaptureFixture[str]) -> None:
    with late_steps("Kiểm tra") as steps:
        assert isinstance(steps, LateSteps)
        steps._timer.join(30)
        steps.step("Ghi phiên bản")
    out, lines = capsys.readouterr()
    assert out == ""
    assert [line.rpartition(":")[0] for line in lines.splitlines()] == ["  Kiểm tra", "  Ghi phiên bản"]


def test_nothing_is_counted_while_the_step_begins_to_be_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    steps, counted = LateSteps("Kiểm tra"), list[tuple[int, int]]()

    class Printed(PrintedSteps):
        def step(self, name: str, since: float | None = None) -> None:
            steps.count(1, 2)  # as the other thread may just now
            super().step(name, since)

        def count(self, done: int, total: int, _long: int = 0) -> None:
            counted.append((done, total))

    monkeypatch.setattr(progress, "printed_steps", lambda: Printed(Console(file=StringIO())))
    steps._timer.cancel()
    steps._show()
    steps.count(2, 2)
    steps.finish()
    assert counted == [(2, 2)]


@pytest.mark.usefixtures("slow_machine")
@pytest.mark.parametrize(
    ("words", "name"), [("check", "Kiểm tra"), ("diff HERE", "So hai bản"), ("fix", "Sửa dạng viết")]
)
def test_commands_show_their_steps_beside_what_they_print(
    words: str, name: str, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*words.replace("HERE", str(repository)).split(), "--root", str(repository)]) == 0
    assert capsys.readouterr().err.startswith(f"  {name}: ")
