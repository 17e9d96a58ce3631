"""How checks and builds grow with rows and pages, beside other makers of the same pages, in one run: `make bench`.

Each command runs alone; its time, processor time and memory are the system's own account of it and its children. All
is written to scripts/measurements/bench.json and drawn in bench.svg beside it. Ratios of one run say more than
seconds: machines differ by a factor of two, and one machine by the hour.
"""

import argparse
import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict

from bench_measure import REAL, WORK, Measure, machine
from bench_parts import PARTS, Wanted

OUT = REAL / "scripts" / "measurements"
# Of these names one is told as a share of the other, where both were measured at one size.
RATIOS = (
    ("check", "check, other copy"),
    ("check, real data", "check, other copy, its data"),
    ("first build, real data", "first build, other copy, its data"),
    ("simple rules, ours", "simple rules, pandas"),
)
# What a host of static sites holds. A site of 50,000 units shall stay below both; a share above 1 is told as it is.
HOST = {"files": 60_000, "megabytes": 1_000}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run everything that was asked for and write what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default=",".join(PARTS), help="which parts, as checks,engines (default: all)")
    parser.add_argument("--rows", default="100000,1000000", help="how many figures to check")
    parser.add_argument("--units", default="1,10", help="how many times the units of the real data, as 1,10,22,110")
    parser.add_argument("--figures", default="1000000", help="how many figures for engines, as 1000000,100000000")
    parser.add_argument("--program", default="", help="another copy of the repository to measure beside")
    chosen = parser.parse_args(arguments)
    wanted = Wanted(_numbers(chosen.rows), _numbers(chosen.units), _numbers(chosen.figures), chosen.program)
    shutil.rmtree(WORK, ignore_errors=True)
    measures: list[Measure] = []
    for part in chosen.only.split(","):
        for each in PARTS[part](wanted):
            line = f"{each.wall:>8.1f} s {each.cpu:>8.1f} CPU s {each.memory:>6.0f} MB"
            line += "".join(f", {share:.0%} of the {what} a host holds" for what, share in shares_of_host(each).items())
            print(f"{each.name:<34} {each.size:>9} {line}", flush=True)  # noqa: T201 - a program to be run by hand
            measures.append(each)
        # Not between two builds: what lies under scripts/ is of the program, and another one builds anew.
        write(measures)
    shutil.rmtree(WORK, ignore_errors=True)


def _numbers(text: str) -> list[int]:
    return [int(each) for each in text.split(",") if each]


def write(measures: Sequence[Measure]) -> None:
    """Write what was measured so far: a long run that is stopped leaves what it has found."""
    OUT.mkdir(exist_ok=True)
    rows = [asdict(each) for each in measures]
    document = {
        "machine": machine(),
        "shares_of_processor_time": ratios(measures),
        "shares_of_host": {f"{each.name}, {each.size:,}": shares_of_host(each) for each in measures if each.files},
        "measures": rows,
    }
    (OUT / "bench.json").write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    (OUT / "bench.svg").write_text(chart(measures), encoding="utf-8")


def ratios(measures: Sequence[Measure]) -> dict[str, float]:
    """Return the processor time of each of RATIOS as a share of that of the other."""
    known = {(each.name, each.size): each.cpu for each in measures}
    return {
        f"{one} / {other}, {size:,}": round(known[one, size] / cpu, 3)
        for one, other in RATIOS
        for (name, size), cpu in known.items()
        if name == other and (one, size) in known
    }


def shares_of_host(measure: Measure) -> dict[str, float]:
    """Return how much of each thing in HOST a site takes; nothing of what is no site."""
    return {what: round(getattr(measure, what) / most, 3) for what, most in HOST.items() if measure.files}


def chart(measures: Sequence[Measure]) -> str:
    """Return bars of processor time, the longest full width; each bar says its number."""
    most = max(each.cpu for each in measures) or 1
    lines = []
    for n, each in enumerate(measures):
        top, width = 24 + n * 22, max(1, round(each.cpu / most * 380))
        lines.append(f'<text x="8" y="{top + 12}">{each.name}, {each.size:,}</text>')
        lines.append(f'<rect x="260" y="{top}" width="{width}" height="15" fill="#00695c"/>')
        lines.append(f'<text x="{266 + width}" y="{top + 12}">{each.cpu:,.1f} s · {each.memory:,.0f} MB</text>')
    height = 34 + len(measures) * 22
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 770 {height}" font-family="sans-serif" font-size="12">'
    )
    title = "<title>Processor time and memory of each command</title>"
    return "\n".join([head, title, *lines, "</svg>"]) + "\n"


if __name__ == "__main__":
    main()
