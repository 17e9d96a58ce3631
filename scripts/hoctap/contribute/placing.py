"""New and changed rows put into the right file at the right place, and dry_run before anything is written."""

import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from hoctap.check.gate import check, findings_in
from hoctap.check.rules.references import NO_PROVINCE
from hoctap.model.canonical import canonical_form
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Package, Resource
from hoctap.model.finding import Finding
from hoctap.system.file_switch import replace_file

Files = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A row as it shall stand in a table, or shall no longer; cells that are not named are empty."""

    table: str
    cells: Mapping[str, str]
    is_removal: bool = False

    def key(self, resource: Resource) -> tuple[str, ...]:
        """Return the cells of the primary key."""
        return tuple(self.cells.get(name, "") for name in resource.primary_key)


@dataclass(frozen=True, slots=True)
class DryRun:
    """What would happen: the files and the catalog as they would be, each new finding with the entry it is about.

    Questions are told with the rows and keep none of them out.
    """

    files: Files
    findings: tuple[tuple[Finding, Entry | None], ...]
    after: Catalog
    questions: tuple[tuple[Finding, Entry | None], ...] = ()


def placed(catalog: Catalog, entries: Sequence[Entry]) -> dict[str, str]:
    """Return the new text of every file that the entries change; a row of the same key is replaced."""
    units = {row.cells["unit_id"]: row.cells.get("area_id", "") for row in entries if row.table == "units"}
    wanted: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        wanted.setdefault((entry.table, _file_of(catalog, entry, units)), []).append(entry)
    files: dict[str, str] = {}
    for (table, path), rows in wanted.items():
        package, resource = _home(catalog, table)
        files[path] = _with_rows(catalog, resource, path, rows)
        name = path.removeprefix(f"{package.folder}/")
        if name not in resource.paths:
            files[package.path] = _listing(catalog.root / package.path, table, name)
    return {path: text for path, text in files.items() if _text(catalog.root, path) != text}


def _home(catalog: Catalog, table: str) -> tuple[Package, Resource]:
    for package in catalog.packages:
        for resource in package.resources:
            if resource.name == table:
                return package, resource
    raise LookupError(f"no table {table!r}")


def _file_of(catalog: Catalog, entry: Entry, new_units: Mapping[str, str]) -> str:
    package, resource = _home(catalog, entry.table)
    if len(resource.paths) == 1 and "/observations/" not in resource.paths[0]:
        return f"{package.folder}/{resource.paths[0]}"
    unit_id = entry.cells.get("unit_id", "")
    unit = catalog.units.get(unit_id)
    area = unit.area_id if unit else new_units.get(unit_id, "")
    folder = resource.paths[0].rpartition("/")[0]
    return f"{package.folder}/{folder}/{catalog.province_of(area) or NO_PROVINCE}.csv"


def _with_rows(catalog: Catalog, resource: Resource, path: str, entries: Sequence[Entry]) -> str:
    table = catalog.tables[resource.name]
    at = [table.column(name) for name in resource.primary_key]
    rows = {tuple(row.cells[n] for n in at): row.cells for row in table.rows if row.path == path}
    for entry in entries:
        rows.pop(entry.key(resource), None)
    for entry in (entry for entry in entries if not entry.is_removal):
        rows[entry.key(resource)] = tuple(entry.cells.get(name, "") for name in resource.header)
    return canonical_form(resource, [resource.header, *rows.values()])


def _listing(path: Path, table: str, name: str) -> str:
    content = json.loads(path.read_bytes())
    for resource in content["resources"]:
        if resource["name"] == table:
            resource["path"] = sorted({*resource["path"], name})
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def dry_run(catalog: Catalog, entries: Sequence[Entry]) -> DryRun:
    """Check the repository as it would be with the entries; only findings that are not there now are returned."""
    files = placed(catalog, entries)
    if not files:
        return DryRun({}, (), catalog)
    with tempfile.TemporaryDirectory(prefix="hoctap-") as folder:
        root = Path(folder)
        shutil.copytree(catalog.root / "datapackages", root / "datapackages", symlinks=True)
        for path, text in files.items():
            (root / path).write_bytes(text.encode())
        after = check(root)
    # What was there before matters only where something is found now; on good data nothing is.
    earlier = check(catalog.root).all_findings if after.all_findings else ()
    before = Counter(_without_line(each) for each in findings_in(earlier, ["datapackages"]))
    fresh: list[Finding] = []
    for finding in after.all_findings:
        before[_without_line(finding)] -= 1
        if before[_without_line(finding)] < 0:
            fresh.append(finding)
    entry_at = _entries_of(after.catalog, fresh, entries)
    found = [(finding, entry_at.get((finding.path, finding.line))) for finding in fresh]
    asked = tuple(each for each in found if each[0].is_question)
    return DryRun(files, tuple(each for each in found if not each[0].is_question), after.catalog, asked)


def _without_line(finding: Finding) -> tuple[str, ...]:
    return finding.path, finding.field, finding.rule, finding.value


def _entries_of(
    catalog: Catalog, findings: Sequence[Finding], entries: Sequence[Entry]
) -> dict[tuple[str, int], Entry]:
    """Return the entry that stands on each path and line that a finding names; one pass over the rows for all."""
    named = {(finding.path, finding.line) for finding in findings}
    entry_at: dict[tuple[str, int], Entry] = {}
    for table in catalog.tables.values() if named else ():
        resource = table.resource
        own = [entry for entry in entries if entry.table == resource.name and not entry.is_removal]
        standing = {_on_one_line(entry.key(resource)): entry for entry in reversed(own)}
        at = [table.column(name) for name in resource.primary_key] if standing else []
        for row in table.rows if standing else ():
            if (row.path, row.line) in named and (entry := standing.get(_on_one_line([row.cells[n] for n in at]))):
                entry_at[row.path, row.line] = entry
    return entry_at


def _on_one_line(key: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(cell.split()) for cell in key)


def difference(root: Path, files: Files) -> str:
    """Return what writing the files would change, as a unified diff without context."""
    parts: list[str] = []
    for path, text in sorted(files.items()):
        old, new = _text(root, path).splitlines(keepends=True), text.splitlines(keepends=True)
        parts += unified_diff(old, new, path, path, n=0)
    return "".join(parts)


class ChangedMeanwhileError(RuntimeError):
    """A file that somebody changed after it was read; the text says which, in Vietnamese. Nothing was written."""


def written(catalog: Catalog, files: Files) -> None:
    """Write the files, each in one step; ChangedMeanwhileError if one is no longer what `catalog` was read from."""
    root = catalog.root
    read = {file.path: file.data for file in catalog.files}
    for path in files:
        there = (root / path).read_bytes() if (root / path).is_file() else None
        if path in read and there != read[path]:
            raise ChangedMeanwhileError(f"{path} vừa được sửa ở nơi khác; chưa ghi gì, hãy chạy lại lệnh này")
    for path, text in files.items():
        replace_file(root / path, text.encode())


def _text(root: Path, path: str) -> str:
    return (root / path).read_text(encoding="utf-8") if (root / path).is_file() else ""
