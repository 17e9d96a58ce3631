"""A new row tried in the data before it is written: what is told of it, and of rows beside it or in its place."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from hoctap.contribute.known_rows import replaced
from hoctap.contribute.placing import Entry, dry_run
from hoctap.contribute.questions import TABLES
from hoctap.contribute.scaffold import Draft
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Resource
from hoctap.model.finding import Finding

# The rows of a table by path and line.
Rows = Mapping[tuple[str, int], Mapping[str, str]]


def tried(catalog: Catalog, draft: Draft) -> tuple[Mapping[str, str], tuple[Finding, ...]]:
    """Return the files as the draft would make them and what is told of it, the draft's own problems first.

    Nothing but questions: it may be written.
    """
    if draft.problems:
        return {}, draft.problems
    trial = dry_run(catalog, [draft.entry])
    # A new unit or source is used only once its first figure is there.
    found = [each for each in (*trial.findings, *trial.questions) if each[0].rule != "every-entry-is-used"]
    rows = _rows(trial.after, draft.entry.table) if found else {}
    resource = trial.after.tables[draft.entry.table].resource
    output = (finding if entry else _of_another_row(resource, rows, draft.entry, finding) for finding, entry in found)
    return trial.files, (*(finding for finding, _ in replaced(catalog, [draft.entry])), *output)


def _of_another_row(resource: Resource, rows: Rows, entry: Entry, finding: Finding) -> Finding:
    """Return a finding about a row that the data had before, told as one: the new row is no line of a file yet."""
    cells = rows.get((finding.path, finding.line))
    own = next((line for (_, line), row in rows.items() if _key(resource, row) == entry.key(resource)), 0)
    message = re.sub(rf"\bdòng {own}\b", "dòng đang thêm", finding.message)
    if cells is None:
        return replace(finding, message=message)
    key = " · ".join(filter(None, _key(resource, cells)))
    return replace(finding, message=f"dòng đã có trong sổ, {key}: {message}")


def _rows(catalog: Catalog, table: str) -> Rows:
    header = catalog.tables[table].resource.header
    return {(row.path, row.line): dict(zip(header, row.cells, strict=True)) for row in catalog.tables[table].rows}


def _key(resource: Resource, cells: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(cells.get(name, "") for name in resource.primary_key)


def finding_lines(catalog: Catalog, kind: str, findings: Iterable[Finding]) -> Iterator[str]:
    """Yield what is wrong with a new row: its column, what must hold, what was found, the cure."""
    columns = {column.name: column.title for column in catalog.tables[TABLES[kind]].resource.fields}
    for finding in findings:
        name = f"{columns[finding.field]} ({finding.field})" if finding.field in columns else finding.field
        found = f", đang là «{finding.value}»" if finding.value else ""
        asked = "hỏi lại, " if finding.is_question else ""
        yield f"{asked}{name}{': ' if name else ''}{finding.message}{found} [{finding.rule}]"
        if finding.hint:
            yield f"    → {finding.hint}"
