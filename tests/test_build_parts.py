"""A site made in parts by several machines is the site that one makes; parts that do not fit are not joined."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from building import command, environ, tree
from miniature import SITE, assembled

pytestmark = [
    pytest.mark.build,
    pytest.mark.skipif("EVERY" not in os.environ, reason="`make test-slow` builds a site in three parts"),
]
COUNT = 3


def test_three_parts_joined_are_the_site_of_one_build(site: Path, tmp_path: Path) -> None:
    parts = [_part(tmp_path, number) for number in range(1, COUNT + 1)]
    sizes = [len(json.loads((part / "part.json").read_bytes())["entries"]) for part in parts]
    assert all(sizes)
    done = _joined(tmp_path, parts)
    assert done.returncode == 0, done.stdout + done.stderr
    assert tree(tmp_path / "joined") == tree(site)
    _refuse_what_does_not_fit(tmp_path, parts)


def _refuse_what_does_not_fit(folder: Path, parts: list[Path]) -> None:
    before = tree(folder / "joined")
    for unfit in (parts[:2], [*parts, parts[0]], [_of_other_data(parts[0]), *parts[1:]]):
        done = _joined(folder, unfit)
        assert (done.returncode, "không ghép được" in done.stderr) == (1, True)
    assert tree(folder / "joined") == before


def _part(folder: Path, number: int) -> Path:
    # Each in a folder of its own, as on another machine.
    root, out = assembled(folder / f"machine {number}" / "repository", *SITE), folder / f"part-{number}"
    done = _run(root, out, "--part", f"{number}/{COUNT}")
    assert done.returncode == 0, done.stdout + done.stderr
    return out


def _joined(folder: Path, parts: list[Path]) -> subprocess.CompletedProcess[str]:
    root = folder / "machine 1" / "repository"
    return _run(root, folder / "joined", *(word for part in parts for word in ("--join", str(part))))


def _run(root: Path, out: Path, *more: str) -> subprocess.CompletedProcess[str]:
    words = [*command(root, out), *more]
    return subprocess.run(words, capture_output=True, encoding="utf-8", env=environ(), check=False)


def _of_other_data(part: Path) -> Path:
    other = Path(shutil.copytree(part, part.parent / "other"))
    content = json.loads((other / "part.json").read_bytes())
    (other / "part.json").write_text(json.dumps(content | {"inputs": "0"}), encoding="utf-8")
    return other
