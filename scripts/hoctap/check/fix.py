"""Mends what needs no judgement: byte order marks, spaces, NFC, quotes, order. Never a value's meaning."""

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from hoctap.check.rules.page_bytes import DOCS, MOST_BYTES
from hoctap.load import load
from hoctap.model.canonical import canonical_text
from hoctap.model.canonical_page import canonical_page
from hoctap.model.finding import Finding
from hoctap.system.file_switch import replace_file

# To find which of more lines were moved takes time by the square of their number, and nobody reads it.
_MOST_LINES = 5_000
_REST = "(các dòng khác giữ nguyên chữ, có thể đổi chỗ)\n"


@dataclass(frozen=True, slots=True)
class Mended:
    """A file that was rewritten and the difference, as a unified diff."""

    path: str
    diff: str


def fix(root: Path, *, write: bool = True) -> list[Mended]:
    """Rewrite every data file and page under `root` that has a canonical form other than its own; return what changed.

    Files that are not UTF-8 or not CSV of their schema are left as they are; `left_alone` tells why.
    """
    catalog = load(root, validate=False).catalog
    folder_of = {package.name: package.folder for package in catalog.packages}
    resource_of = {
        f"{folder_of[resource.package]}/{path}": resource for resource in catalog.resources() for path in resource.paths
    }
    mended = []
    for file in catalog.files:
        if file.text is None:
            continue
        try:
            right = canonical_text(resource_of[file.path], file.text)
        except (csv.Error, ValueError):
            continue
        if right.encode() != file.data:
            mended.append(Mended(file.path, _difference(file.path, file.text, right)))
            if write:
                replace_file(root / file.path, right.encode())
    return mended + _pages(root, write=write)


def left_alone(root: Path, mended: Sequence[Mended]) -> tuple[Finding, ...]:
    """Return why data files cannot be read, those apart that were mended: nothing of them could be."""
    paths = {each.path for each in mended}
    return tuple(each for each in sorted(load(root, validate=False).findings) if each.path not in paths)


def _pages(root: Path, *, write: bool) -> list[Mended]:
    mended = []
    for path in sorted((root / DOCS).rglob("*.md")):
        if path.is_symlink() or not path.is_file() or path.stat().st_size > MOST_BYTES:
            continue
        data = path.read_bytes()
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            continue
        right = canonical_page(text)
        if right.encode() != data:
            mended.append(Mended(path.relative_to(root).as_posix(), _difference(path.name, text, right)))
            if write:
                replace_file(path, right.encode())
    return mended


def _difference(path: str, before: str, after: str) -> str:
    """Return what changed, as a unified diff; of a long file only lines that are new or gone, wherever they stand."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    if max(len(old), len(new)) <= _MOST_LINES:
        lines = [*unified_diff(old, new, path, path, n=0)]
    else:
        gone, come = Counter(old) - Counter(new), Counter(new) - Counter(old)
        changed = [*(f"-{line}" for line in gone.elements()), *(f"+{line}" for line in come.elements())]
        lines = [f"--- {path}\n+++ {path}\n", *changed, _REST]
    # The last line of a file may have no end, and another one follows it here.
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
