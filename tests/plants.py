"""Faults planted by hand, those of plants.toml: one at a time in a copy of the program; does a test notice?

`make plants` plants them all; `make plants ARGS="hơn gần"` those whose words hold one of these. It prints a table for
tests/mutants.md and fails if a fault passes all its tests, or if the program has no such line any more.
"""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / ".cache" / "plants"
PLACES = {"overrides": "overrides/hoctap", "js": "docs/assets/js", "": "scripts/hoctap"}
_FAILED = re.compile(r"^FAILED tests/test_\S+::(\w+)", re.MULTILINE)


def main() -> None:
    plants = tomllib.loads((ROOT / "tests" / "plants.toml").read_text(encoding="utf-8"))["plant"]
    chosen = [one for one in plants if not sys.argv[1:] or any(word in one["what"] for word in sys.argv[1:])]
    copy()
    alive = 0
    sys.stdout.write("| Planted | Killed by |\n| --- | --- |\n")
    for one in chosen:
        killer = plant(one)
        alive += not killer
        sys.stdout.write(f"| {one['what']} | {f'`{killer}`' if killer else '**nothing**'} |\n")
        sys.stdout.flush()
    sys.stdout.write(f"\n{len(chosen) - alive} of {len(chosen)} killed\n")
    sys.exit(1 if alive else 0)


def copy() -> None:
    """Copy what git knows beside the program; what is tried there changes nothing here."""
    shutil.rmtree(WORK, ignore_errors=True)
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    for name in filter(None, names.split("\0")):
        target = WORK / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target, follow_symlinks=False)


def plant(one: dict[str, Any]) -> str:
    """Return the first test that fails where one fault is planted; empty if none does."""
    room, _, rest = one["at"].partition("/")
    path = WORK / PLACES.get(room, f"{PLACES['']}/{room}") / rest
    text = path.read_text(encoding="utf-8")
    if text.count(one["old"]) != 1:
        sys.exit(f"plants.toml: «{one['what']}»: {text.count(one['old'])} such places in {one['at']}, one is wanted")
    path.write_text(text.replace(one["old"], one["new"]), encoding="utf-8")
    try:
        return _first_failing([f"tests/test_{name}.py" for name in one["tests"]])
    finally:
        path.write_text(text, encoding="utf-8")


def _first_failing(tests: list[str]) -> str:
    words = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-m", "not browser and not build"]
    run = subprocess.run([*words, *tests], cwd=WORK, capture_output=True, check=False, text=True)
    if run.returncode == 0:
        return ""
    found = _FAILED.search(run.stdout)
    if found is None:
        sys.exit(f"the tests did not run:\n{run.stdout[-2000:]}{run.stderr[-2000:]}")
    return found[1]


if __name__ == "__main__":
    main()
