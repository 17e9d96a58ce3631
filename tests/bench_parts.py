"""The parts of `make bench`: what is measured, a command each, one after the other."""

import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import many_rows
import many_units
from bench_engines import ENGINES
from bench_measure import REAL, WORK, Measure, left, measured
from bench_peers import PEERS, pages_of
from edits import change_a_value
from hoctap.render import environment
from hoctap.site import generator, judged_files

HOCTAP = (sys.executable, "-m", "hoctap")
# What a program remembers of any build, also where it makes everything anew. Libraries of npm stay.
_REMEMBERED = tuple(each.CACHE.relative_to(REAL) for each in (judged_files, environment, generator))


@dataclass(frozen=True, slots=True)
class Wanted:
    """How much is to be measured, and the folder of an older copy of the program beside which; empty without one."""

    rows: Sequence[int]
    units: Sequence[int]
    figures: Sequence[int]
    other: str

    def of_the_other(self) -> tuple[str, ...]:
        """Return how the older copy is called: by a Python of its own, if it has one."""
        own = Path(self.other, ".venv/bin/python")
        return (str(own) if own.exists() else sys.executable, "-m", "hoctap")


def first_build(name: str, size: int, command: Sequence[str], site: Path, program: str = "") -> Measure:
    """Measure a build by a program that has never made a site: the one here, or a copy in another folder."""
    for place in _REMEMBERED:
        shutil.rmtree(Path(program or REAL, place), ignore_errors=True)
    settings = {"PYTHONPATH": f"{program}/scripts"} if program else {}
    return left(measured(name, size, command, **settings), site)


def checks(wanted: Wanted) -> Iterator[Measure]:
    """Yield what it takes to check invented figures, by the older copy too, and the simple rules by pandas and us."""
    for count in wanted.rows:
        root = many_rows.repository_of(WORK / f"rows-{count}", count)
        yield measured("check", count, (*HOCTAP, "check", "--root", str(root)))
        if wanted.other:
            copy = WORK / f"rows-{count}-other"
            subprocess.run((sys.executable, f"{wanted.other}/tests/many_rows.py", copy, str(count)), check=True)
            command = (*wanted.of_the_other(), "check", "--root", str(copy))
            yield measured("check, other copy", count, command, PYTHONPATH=f"{wanted.other}/scripts")
            shutil.rmtree(copy)
        for who in ("ours", "pandas"):
            command = (sys.executable, "tests/bench_rules.py", who, str(root))
            yield measured(f"simple rules, {who}", count, command, PYTHONPATH=str(REAL / "scripts"))
        shutil.rmtree(root)


def changes(wanted: Wanted) -> Iterator[Measure]:
    """Yield what the real data take: check, first build, a build of nothing new, of one cell; and by the older copy."""
    # Nothing is removed between two builds: ext4 looks for a while at every inode that was freed just before it makes
    # a file, which cost the second of two programs up to seven seconds of processor.
    if wanted.other:
        site, settings = WORK / "site-other", {"PYTHONPATH": f"{wanted.other}/scripts"}
        root = ("--root", wanted.other)
        yield measured("check, other copy, its data", 1, (*wanted.of_the_other(), "check", *root), **settings)
        command = (*wanted.of_the_other(), "build", *root, "--out", str(site))
        yield first_build("first build, other copy, its data", 1, command, site, wanted.other)
    root = many_units.repository_of(WORK / "real", 1)
    site = WORK / "real-site"
    command = (*HOCTAP, "build", "--root", str(root), "--out", str(site))
    yield measured("check, real data", 1, (*HOCTAP, "check", "--root", str(root)))
    yield first_build("first build, real data", 1, (*command, "--anew"), site)
    yield measured("build, nothing changed", 1, command)
    change_a_value(root, Random(1))
    yield measured("build, one cell changed", 1, command)
    shutil.rmtree(root)
    shutil.rmtree(site)


def builds(wanted: Wanted) -> Iterator[Measure]:
    """Yield what whole sites of more units take, and other makers of the same pages."""
    for many in wanted.units:
        root = many_units.repository_of(WORK / f"units-{many}", many)
        subprocess.run((*HOCTAP, "fix", "--root", str(root)), check=True, stdout=subprocess.DEVNULL)
        site, pages = WORK / "site", pages_of(root)
        command = (*HOCTAP, "build", "--anew", "--root", str(root), "--out", str(site))
        yield first_build("build", len(pages), command, site)
        shutil.rmtree(site)
        for peer in PEERS:
            why = peer.lacks()
            if why:
                print(f"{peer.name}: {why}", file=sys.stderr)  # noqa: T201 - a program to be run by hand
                continue
            folder = peer.prepared(WORK / "peer", pages)
            yield left(measured(peer.name, len(pages), peer.command, cwd=folder), folder / peer.site)
            shutil.rmtree(folder)
        shutil.rmtree(root)


def engines(wanted: Wanted) -> Iterator[Measure]:
    """Yield what it takes to write the partitioned dataset of figures and to ask it something, by each engine."""
    for count in wanted.figures:
        folder = WORK / f"figures-{count}"
        yield left(
            measured("dataset", count, (sys.executable, "tests/many_figures.py", str(folder), str(count))), folder
        )
        for engine in ENGINES:
            if importlib.util.find_spec(engine) is None:
                print(f"{engine}: not installed; not measured", file=sys.stderr)  # noqa: T201 - as above
                continue
            command = (sys.executable, "tests/bench_engines.py", engine, str(folder))
            yield measured(f"asked by {engine}", count, command)
        shutil.rmtree(folder)


PARTS: Mapping[str, Callable[[Wanted], Iterator[Measure]]] = {
    "checks": checks,
    "changes": changes,
    "builds": builds,
    "engines": engines,
}
