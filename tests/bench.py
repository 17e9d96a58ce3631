"""How checks and builds grow with rows and pages, beside other makers of the same pages, in one run: `make bench`.

Each command runs alone; its time, processor time and memory are the system's own account of it and its children. All
is written to scripts/measurements/bench.json and drawn in bench.svg beside it. Ratios of one run say more than
seconds: machines differ by a factor of two, and one machine by the hour.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import many_rows
import many_units
from bench_peers import PEERS, pages_of

REAL = Path(__file__).resolve().parents[1]
OUT = REAL / "scripts" / "measurements"
WORK = REAL / ".cache" / "bench"
HOCTAP = (sys.executable, "-m", "hoctap")


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


def main(arguments: Sequence[str] | None = None) -> None:
    """Run everything that was asked for and write what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", default="1,10", help="how many times the units of the real data, as 1,10,100")
    parser.add_argument("--rows", default="100000,1000000", help="how many figures to check")
    parser.add_argument("--program", default="", help="another copy of the repository to measure beside, on --rows")
    chosen = parser.parse_args(arguments)
    shutil.rmtree(WORK, ignore_errors=True)
    measures: list[Measure] = []
    for each in (*_checks(_numbers(chosen.rows), chosen.program), *_builds(_numbers(chosen.units))):
        line = f"{each.wall:>8.1f} s {each.cpu:>8.1f} CPU s {each.memory:>6.0f} MB"
        print(f"{each.name:<20} {each.size:>9} {line}", flush=True)  # noqa: T201 - a program to be run by hand
        measures.append(each)
    OUT.mkdir(exist_ok=True)
    document = {"machine": machine(), "measures": [asdict(each) for each in measures]}
    (OUT / "bench.json").write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    (OUT / "bench.svg").write_text(chart(measures), encoding="utf-8")


def _numbers(text: str) -> list[int]:
    return [int(each) for each in text.split(",") if each]


def _checks(rows: Sequence[int], other: str) -> Iterator[Measure]:
    for count in rows:
        root = many_rows.repository_of(WORK / f"rows-{count}", count)
        yield measured("check", count, (*HOCTAP, "check", "--root", str(root)))
        if other:
            copy = WORK / f"rows-{count}-other"
            subprocess.run((sys.executable, f"{other}/tests/many_rows.py", copy, str(count)), check=True)
            command = (sys.executable, "-m", "hoctap", "check", "--root", str(copy))
            yield measured("check, other copy", count, command, PYTHONPATH=f"{other}/scripts")
            shutil.rmtree(copy)
        shutil.rmtree(root)


def _builds(times: Sequence[int]) -> Iterator[Measure]:
    for many in times:
        root = many_units.repository_of(WORK / f"units-{many}", many)
        subprocess.run((*HOCTAP, "fix", "--root", str(root)), check=True, stdout=subprocess.DEVNULL)
        site = WORK / "site"
        pages = pages_of(root)
        yield left(measured("build", len(pages), (*HOCTAP, "build", "--root", str(root), "--out", str(site))), site)
        shutil.rmtree(site)
        for peer in PEERS:
            why = peer.lacks()
            if why:
                print(f"{peer.name}: {why}", file=sys.stderr)  # noqa: T201 - as above
                continue
            folder = peer.prepared(WORK / "peer", pages)
            yield left(measured(peer.name, len(pages), peer.command, cwd=folder), folder / peer.site)
            shutil.rmtree(folder)
        shutil.rmtree(root)


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


def left(measure: Measure, site: Path) -> Measure:
    """Return the measure with the files and bytes of the site."""
    files = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
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


def chart(measures: Sequence[Measure]) -> str:
    """Return bars of processor time, the longest full width; each bar says its number."""
    most = max(each.cpu for each in measures)
    lines = []
    for n, each in enumerate(measures):
        top, width = 24 + n * 22, max(1, round(each.cpu / most * 380))
        lines.append(f'<text x="8" y="{top + 12}">{each.name}, {each.size:,}</text>')
        lines.append(f'<rect x="230" y="{top}" width="{width}" height="15" fill="#00695c"/>')
        lines.append(f'<text x="{236 + width}" y="{top + 12}">{each.cpu:,.1f} s · {each.memory:,.0f} MB</text>')
    height = 34 + len(measures) * 22
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 740 {height}" font-family="sans-serif" font-size="12">'
    )
    title = "<title>Processor time and memory of each command</title>"
    return "\n".join([head, title, *lines, "</svg>"]) + "\n"


if __name__ == "__main__":
    main()
