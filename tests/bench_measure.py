"""What a command takes, by the system's own account of it and its children, and what it was measured on."""

import os
import platform
import subprocess
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

REAL = Path(__file__).resolve().parents[1]
WORK = REAL / ".cache" / "bench"


@dataclass(frozen=True, slots=True)
class Measure:
    """What one command took: seconds of clock and of processors, megabytes of memory; what it left behind."""

    name: str
    size: int
    wall: float
    cpu: float
    memory: float
    files: int = 0
    megabytes: float = 0.0


def measured(name: str, size: int, command: Sequence[str], cwd: Path = REAL, **settings: str) -> Measure:
    """Run a command; SystemExit with its last words if it fails."""
    started = time.perf_counter()
    with subprocess.Popen(
        command, cwd=cwd, env=os.environ | settings, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr
        words = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{name}: exit {process.returncode}\n{words[-2000:]}")
    wall = time.perf_counter() - started
    return Measure(name, size, round(wall, 2), round(usage.ru_utime + usage.ru_stime, 2), round(usage.ru_maxrss / 1024))


def left(measure: Measure, folder: Path) -> Measure:
    """Return the measure with the files and bytes of the folder that the command made."""
    files = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return Measure(**(asdict(measure) | {"files": len(files), "megabytes": round(sum(files) / 1e6, 1)}))


def machine() -> dict[str, str | int | float]:
    """Return what the numbers were measured on, and how busy it was."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    cpu = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return {
        "processor": cpu[0] if cpu else platform.processor(),
        "processors": os.cpu_count() or 0,
        "memory_mb": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 1_000_000,
        "system": platform.platform(),
        "python": platform.python_version(),
        "load": round(os.getloadavg()[0], 1),
    }
