"""A release: which version the changes since the last one ask for, and the record of it.

Writes `releases.json`, `releases/<version>.zip`, the version in every descriptor, CITATION.cff and the changelog.
Refuses a version that promises less than what changed, and a correction without a reason.
"""

import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from hoctap.exports import archive, combined
from hoctap.exports.citation import citation
from hoctap.exports.json_text import as_json
from hoctap.load import load
from hoctap.load.releases import FILE, FOLDER, Correction, Release, TableCount, as_record, read_releases, zip_of
from hoctap.model.catalog import Catalog
from hoctap.releases.diff import (
    Bump,
    Change,
    Difference,
    PublishedPackage,
    bump_between,
    difference,
    package_of,
    package_of_zip,
    raised,
)
from hoctap.releases.reasons import KEY_SEPARATOR, Reasons, ReleaseError
from hoctap.releases.story import story_since_last
from hoctap.system.file_switch import write_together

# What a release reads and writes.
WRITTEN = ("datapackages", FILE, FOLDER, "CITATION.cff", "CHANGELOG.md")


@dataclass(frozen=True, slots=True)
class Plan:
    """What a release would be: its version, what changed (None for the first) and what still needs a reason."""

    version: str
    least: Bump
    changed: Difference | None
    unexplained: tuple[Correction, ...]
    corrections: tuple[Correction, ...]


def refused(root: Path, catalog: Catalog) -> str:
    """Return why the version in the descriptors must not be published; empty if it may.

    Between releases data may change under the last version; a version of its own must promise what changed.
    """
    known = read_releases(root)
    if not known or catalog.version == known[0].version:
        return ""
    try:
        plan(root, catalog, catalog.version)
    except ReleaseError as error:
        return str(error)
    return ""


def plan(root: Path, catalog: Catalog, wanted: str = "", reasons: Reasons | None = None, reason: str = "") -> Plan:
    """Return the release that the data under `root` ask for, as version `wanted` or the least that will do."""
    known = read_releases(root)
    if not known:
        return Plan(wanted or catalog.version, Bump.NONE, None, (), ())
    last = package_of_zip(zip_of(root, known[0].version).read_bytes())
    changed = difference(last, _now(catalog))
    if changed.bump is Bump.NONE:
        raise ReleaseError(f"dữ liệu không khác phiên bản {known[0].version}; không có gì để phát hành")
    version = wanted or raised(known[0].version, changed.bump)
    try:
        promised = bump_between(known[0].version, version)
    except ValueError as error:
        raise ReleaseError(f"phiên bản {version} phải lớn hơn {known[0].version}") from error
    if promised < changed.bump:
        least = raised(known[0].version, changed.bump)
        raise ReleaseError(f"phiên bản {version} là quá nhỏ cho những gì đã đổi; ít nhất phải là {least}")
    corrections = _corrections(last, changed, reasons or {}, reason)
    return Plan(version, changed.bump, changed, tuple(c for c in corrections if not c.reason), corrections)


def release(root: Path, plan: Plan, *, on: date, summary: str, epoch: int) -> Release:
    """Record the release under `root` and return it; ReleaseError while a correction has no reason.

    Everything is made in a copy, then all files of `root` change together: a sudden end leaves none of them changed,
    or a change that the next command carries through.
    """
    if plan.unexplained:
        raise ReleaseError(f"{len(plan.unexplained)} chỗ đính chính chưa có lý do")
    with tempfile.TemporaryDirectory(prefix="hoctap-") as folder:
        copy = Path(folder)
        for name in WRITTEN:
            _copy(root / name, copy / name)
        entry = _recorded(copy, plan, on, summary, epoch)
        write_together(root, {path: data for path, data in _files(copy) if not _is_same(root / path, data)})
    return entry


def _recorded(root: Path, plan: Plan, on: date, summary: str, epoch: int) -> Release:
    _write_versions(root, plan.version)
    catalog = load(root, validate=False).catalog
    files = dict(combined.files(catalog, epoch))
    hashes = {
        path.removeprefix("hoctap/").removesuffix(".csv"): sha256(data).hexdigest()
        for path, data in files.items()
        if path.endswith(".csv")
    }
    story = story_since_last(root, catalog, on)
    entry = Release(plan.version, on, summary, hashes, _counts(plan.changed), plan.corrections, story)
    target = zip_of(root, plan.version)
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(dict(archive.files(catalog, epoch))["hoctap.zip"])
    (root / FILE).write_bytes(as_json(as_record((entry, *read_releases(root)))))
    (root / "CITATION.cff").write_bytes(citation(catalog))
    _write_changelog(root / "CHANGELOG.md", entry)
    return entry


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, symlinks=True)
    elif source.exists():
        shutil.copyfile(source, target)


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _is_same(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def _now(catalog: Catalog) -> PublishedPackage:
    return package_of(dict(combined.files(catalog, 0)))


def _corrections(last: PublishedPackage, changed: Difference, reasons: Reasons, reason: str) -> tuple[Correction, ...]:
    found = [_correction(change, reasons, reason) for change in changed.corrections]
    for table in changed.tables:
        for key, row in table.removed.items():
            words = " ".join(cell for name, cell in row.items() if name not in last.tables[table.name].key and cell)
            why = reasons.get((table.name, KEY_SEPARATOR.join(key), ""), reason)
            found.append(Correction(table.name, key, "", words, "", why))
    return tuple(found)


def _correction(change: Change, reasons: Reasons, reason: str) -> Correction:
    why = reasons.get((change.table, KEY_SEPARATOR.join(change.key), change.column), reason)
    return Correction(change.table, change.key, change.column, change.old, change.new, why)


def _counts(changed: Difference | None) -> dict[str, TableCount]:
    if changed is None:
        return {}
    counts = {
        table.name: TableCount(len(table.added), len(table.removed), len({change.key for change in table.changed}))
        for table in changed.tables
    }
    return counts | {name: TableCount(0, 0, 0) for name in (*changed.added_tables, *changed.removed_tables)}


def _write_versions(root: Path, version: str) -> None:
    # Only the one line changes, so that the difference shows what was done.
    for path in sorted((root / "datapackages").glob("*/datapackage.json")):
        text = path.read_text(encoding="utf-8")
        right, count = re.subn(r'^(  "version": )"[^"]*"', rf'\g<1>"{version}"', text, flags=re.MULTILINE)
        if count != 1:
            raise ReleaseError(f"{path.name}: phải có đúng một dòng version ở cấp ngoài cùng")
        path.write_text(right, encoding="utf-8")


def _write_changelog(path: Path, release: Release) -> None:
    lines = [f"## {release.version} ({release.released_on.isoformat()})", "", release.summary, ""]
    for name, count in release.changes.items():
        words = ((count.added, "thêm"), (count.removed, "bỏ"), (count.changed, "sửa"))
        counts = ", ".join(f"{word} {rows} dòng" for rows, word in words if rows) or "thêm hoặc bỏ cột, bảng"
        lines.append(f"- `{name}`: {counts}.")
    for row in release.corrections:
        what = f"`{row.column}` từ «{row.old}» thành «{row.new}»" if row.column else f"bỏ dòng «{row.old}»"
        lines.append(f"- Đính chính `{row.table}` ({KEY_SEPARATOR.join(row.key)}): {what}. Lý do: {row.reason}")
    for chapter in release.story:
        lines += ["", f"### {chapter.title} ({chapter.count})", "", *(f"- {text}" for text in chapter.texts)]
    entry = "\n".join(lines).rstrip() + "\n\n"
    text = path.read_text(encoding="utf-8") if path.exists() else "# Những thay đổi / Changelog\n\n"
    at = re.search(r"^## (?!Chưa công bố)", text, flags=re.MULTILINE)
    place = at.start() if at else len(text.rstrip()) + 1
    path.write_text((text[:place].rstrip() + "\n\n" + entry + text[place:]).rstrip() + "\n", encoding="utf-8")
