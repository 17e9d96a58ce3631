"""Mutants of what speaks to readers: a little change in one function; do the tests notice?

`make mutants` makes them all, thousands, and takes hours; `make mutants ARGS="--sample 100 --seed 11 views render"`
tries 100 of each of two rooms, drawn by the seed. The work lies in .cache/mutants and goes on where it was stopped;
another seed, size or room begins anew, and so does another program. It ends with a table for tests/mutants.md and the
names of the survivors; `--show NAME` prints one as a difference.
"""

import argparse
import hashlib
import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / ".cache" / "mutants"
ROOMS = ("views", "render", "exports", "releases")
# Fast tests of each room; `build` and `browser` tests are left out. Fewer tests are quicker: a mutant that none of them
# kills has run all that meet it.
TESTS = ("test_golden",)
TESTS_OF = {
    "views": (
        "test_labels", "test_due", "test_gaps", "test_report_form", "test_explorer", "test_english", "test_country",
        "test_document", "test_milestones", "test_hedges", "test_said_once", "test_formats_words",
        "test_papers", "test_page_kinds", "test_listing", "test_macros", "test_similar", "test_area_map", "test_story",
        "test_shared_picture", "test_titles", "test_statements", "test_merged",
    ),
    "views/statements": ("test_statements", "test_story", "test_figures", "test_hedges", "test_merged"),
    "render": (
        "test_charts", "test_labels", "test_macros", "test_escaping", "test_shared_picture", "test_said_once",
        "test_area_map", "test_stamp", "test_markdown_pages",
    ),
    "exports": (
        "test_formats_api", "test_formats_cells", "test_formats_feeds", "test_formats_manifest", "test_formats_sqlite",
        "test_formats_words", "test_figures_dataset", "test_exports_are_read", "test_macros", "test_release",
        "test_gaps", "test_metadata_dictionary", "test_large_sites", "test_machines", "test_zipped",
        "test_exports_of_pages",
    ),
    "releases": ("test_diff", "test_release", "test_story", "test_formats_manifest", "test_second_opinion"),
}  # fmt: skip
# What mutmut notes of a mutant: killed by a failing test, not killed, met by no test, out of time, not drawn.
KILLED, SURVIVED, UNMET, LATE, NOT_DRAWN = (1, 3), (0,), (33, 5), (24, -24, 36, 152, 255), 34
# All tests have passed without a mutant when it is found out which meets which. The golden tests alone are run once
# more each time, so that what they read is there in every process that tries a mutant. A fixture that several tests
# share is made for the first of them; what it meets, all of them meet. DuckDB waits for ever in some forks, and a
# mutant is tried in a fork of the process that ran the tests without it: what asks DuckDB is skipped there.
RUN = """
import duckdb, pytest, sys, mutmut.__main__ as program
from collections import defaultdict
from mutmut.runners.harness import PytestRunner
from mutmut.state import state


class Shared:
    met = defaultdict(set)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef):
        before = {*state()._stats}
        state()._stats.clear()
        try:
            return (yield)
        finally:
            Shared.met[fixturedef] |= state()._stats
            state()._stats.update(before)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_teardown(self, item):
        for fixtures in item._fixtureinfo.name2fixturedefs.values():
            state()._stats.update(*(Shared.met[each] for each in fixtures))


duckdb.sql = duckdb.connect = lambda *_, **__: pytest.skip("no DuckDB in a fork")
ask, of = PytestRunner.execute_pytest, program.tests_for_mutant_names
PytestRunner.execute_pytest = lambda self, words, plugins=(): ask(self, words, plugins=[*plugins, Shared()])
program.tests_for_mutant_names = lambda names: {test for test in of(names) if "test_golden" in test} or of(names)
sys.argv[0] = "mutmut"
program.cli()
"""
Results = dict[str, int | None]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rooms", nargs="*", default=ROOMS, help=f"rooms or files in them; all of {', '.join(ROOMS)}")
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="how many to draw of each room; 0 for all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--not", dest="without", action="append", default=[], help="a folder to leave out")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--show", metavar="NAME", help="print the change of one mutant")
    parser.add_argument("--report", action="store_true", help="only tell what was found so far")
    wish = parser.parse_args()
    if wish.show:
        sys.exit(mutmut("show", wish.show))
    if not wish.report:
        prepare([*wish.rooms], [*wish.without], wish.sample, wish.seed)
        mutmut("run", "--max-children", str(wish.jobs))
    report()


def prepare(rooms: list[str], without: list[str], size: int, seed: int) -> None:
    """Copy the program beside itself, make the mutants and mark those that were not drawn; nothing if that is done."""
    state = json.dumps([rooms, without, size, seed, _program()])
    mark = WORK / "drawn.json"
    if mark.is_file() and mark.read_text() == state:
        return
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    for name in filter(None, names.split("\0")):
        target = WORK / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target, follow_symlinks=False)
    # mutmut knows a package by its path below src/; tests that read scripts/ find the same.
    (WORK / "scripts").rename(WORK / "src")
    shutil.copytree(WORK / "src", WORK / "scripts")
    _configure(rooms, without)
    program = "from mutmut.__main__ import *; copy_src_dir(); copy_also_copy_files(); create_mutants(1)"
    subprocess.run([sys.executable, "-c", program], cwd=WORK, check=True, stdout=subprocess.DEVNULL)
    _draw(size, seed)
    mark.write_text(state)


def _program() -> str:
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    changes = subprocess.run(["git", "diff", "HEAD", "--", "scripts"], cwd=ROOT, capture_output=True, check=True).stdout
    return f"{head.strip()} {hashlib.sha256(changes).hexdigest()}"


def _configure(rooms: list[str], without: list[str]) -> None:
    path = WORK / "pyproject.toml"
    folders = [f"src/hoctap/{room}" for room in rooms]
    asked = {*rooms, *(room.split("/")[0] for room in rooms if room.endswith(".py"))}
    more = [names for part, names in TESTS_OF.items() if part not in without and {part.split("/")[0], part} & asked]
    tests = dict.fromkeys([*TESTS, *(name for names in more for name in names)])
    copied = ["scripts", "tests", "datapackages", "docs", "overrides", *(p.name for p in ROOT.iterdir() if p.is_file())]
    settings = {
        "source_paths": ["src/hoctap"],
        "only_mutate": [each if each.endswith(".py") else f"{each}/*" for each in folders],
        # The names of its methods are the macros; mutmut would add its own.
        "do_not_mutate": ["src/hoctap/render/*fragments.py", *(f"src/hoctap/{each}/*" for each in without)],
        "also_copy": sorted({*copied} - {".git"}),
        "pytest_add_cli_args": ["-m", "not browser and not build", "-p", "no:cacheprovider"],
        "pytest_add_cli_args_test_selection": [f"tests/{name}.py" for name in tests],
    }
    lines = [f"{key} = {json.dumps(value)}" for key, value in settings.items()]
    # Not scripts/: what is imported must be what is changed.
    text = path.read_text().replace('pythonpath = ["scripts"', 'pythonpath = ["src"')
    path.write_text("\n".join([text, "[tool.mutmut]", *lines, ""]))


def _draw(size: int, seed: int) -> None:
    """Mark all mutants but `size` of each room, drawn by the seed; 0 is all."""
    notes = {path: json.loads(path.read_text()) for path in _notes()}
    chance = random.Random(seed)
    drawn: set[str] = set()
    for room in ROOMS:
        every = sorted(name for path, note in notes.items() if _room(path) == room for name in note["exit_code_by_key"])
        drawn |= {*chance.sample(every, min(size or len(every), len(every)))}
    for path, note in notes.items():
        note["exit_code_by_key"] = {name: None if name in drawn else NOT_DRAWN for name in note["exit_code_by_key"]}
        path.write_text(json.dumps(note))


def _room(path: Path) -> str:
    return path.relative_to(WORK / "mutants" / "src" / "hoctap").parts[0]


def _notes() -> list[Path]:
    return sorted((WORK / "mutants").rglob("*.meta"))


def mutmut(*words: str) -> int:
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "HYPOTHESIS_STORAGE_DIRECTORY": str(WORK / ".hypothesis")}
    return subprocess.run([sys.executable, "-c", RUN, *words], cwd=WORK, env=env, check=False).returncode


def report() -> None:
    """Print how many mutants of each room were killed, and the names of the others."""
    counts: dict[str, Counter[str]] = {}
    rest: list[str] = []
    for path in _notes():
        results: Results = json.loads(path.read_text())["exit_code_by_key"]
        room = re.sub(r"^mutants/src/hoctap/([^/]+(?:/statements(?=/))?).*", r"\1", path.relative_to(WORK).as_posix())
        for name, code in results.items():
            if code != NOT_DRAWN:
                verdict = verdict_of(code)
                counts.setdefault(room, Counter())[verdict] += 1
                rest += [f"{verdict}: {name}"] if verdict not in ("killed", "to do") else []
    columns = ("killed", "survived", "unmet", "late", "to do")
    lines = [f"| Room | {' | '.join(columns)} | score |", f"| --- |{' ---: |' * (len(columns) + 1)}"]
    for room, found in sorted(counts.items()):
        tried = sum(found.values()) - found["to do"]
        score = f"{(found['killed'] + found['late']) / tried:.1%}" if tried else ""
        lines.append(f"| `{room}` | {' | '.join(str(found[each]) for each in columns)} | {score} |")
    sys.stdout.write("\n".join([*lines, "", *rest, ""]))


def verdict_of(code: int | None) -> str:
    if code is None:
        return "to do"
    named = {"killed": KILLED, "survived": SURVIVED, "unmet": UNMET, "late": LATE}
    return next((word for word, codes in named.items() if code in codes), f"code {code}")


if __name__ == "__main__":
    main()
