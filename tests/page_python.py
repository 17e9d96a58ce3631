"""The same questions asked of the program under CPython and under Python for browsers; answers as JSON.

Runs in both, so it imports nothing but the program and this folder's corpus.
"""

import json
import shutil
from pathlib import Path

from corpus import BAD, GOOD
from hoctap.check.gate import check
from hoctap.contribute.desk import Desk


def findings_of_the_corpus(pattern: Path, folder: Path, every: int = 1) -> str:
    """Return what check says of each input of the corpus laid over `pattern`, or of every so many of them."""
    findings = {}
    for case in (*BAD, *GOOD)[::every]:
        root = folder / "repository"
        shutil.copytree(pattern / "datapackages", root / "datapackages")
        case.lay_on(root)
        findings[f"{case.kind}: {case.name}"] = [
            [each.path, each.line, each.field, each.rule, each.message, each.hint, each.value]
            for each in check(root).findings
        ]
        shutil.rmtree(root)
    return json.dumps(findings)


def answers_to_files(root: Path, folder: Path) -> str:
    """Return what the desk says of each file of `folder`."""
    desk = Desk(root)
    files = sorted(path for path in folder.iterdir() if path.is_file())
    return json.dumps({path.name: desk.read(str(path)) for path in files})
