"""Findings on the data with the rows of a filled form tried in it, as marks in the file that was sent.

The sender is told what can be mended in the file, never what only follows from another fault.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from hoctap.contribute.columns import titles_lacking
from hoctap.contribute.form import DERIVED, choices
from hoctap.contribute.form_words import FormWords
from hoctap.contribute.marks import Mark
from hoctap.contribute.placing import Entry
from hoctap.contribute.questions import proposals
from hoctap.contribute.reading import Line
from hoctap.contribute.sent_lines import in_the_file
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Finding

Found = tuple[Finding, Entry | None]
_REQUIRED = "required-value-is-there"


def of_the_file(
    found: Sequence[Found], lines: Mapping[int, Line | None], unread: Container[str], *, has_marks: bool
) -> Iterator[Found]:
    """Yield the findings that the sender can mend, not those that only follow from others or from marks.

    A new source whose figures could not be read is unused only because of them; a source that could not be read
    itself (`unread`) is unknown only because of that.
    """
    found = [each for each in found if not (has_marks and each[0].rule == "every-entry-is-used")]
    found = [each for each in found if not _follows_from_a_sent_row(found, *each)]
    for finding, entry in found:
        is_of_unread = finding.field == "source_id" and finding.value in unread
        if not is_of_unread and not _follows_from_a_blank(lines, finding, entry):
            yield finding, entry


def _follows_from_a_blank(lines: Mapping[int, Line | None], finding: Finding, entry: Entry | None) -> bool:
    """Return whether a column that nobody is asked for is empty only because the period is, which is marked itself."""
    line = lines.get(id(entry))
    return line is not None and finding.field in DERIVED.get(line.table.table, ()) and not line.cells.get("period")


def _follows_from_a_sent_row(findings: Sequence[Found], finding: Finding, entry: Entry | None) -> bool:
    """Return whether a row that nobody sent is wrong only beside a sent one, which breaks the same rule itself."""
    return entry is None and any(
        other is not None and (each.path, each.rule) == (finding.path, finding.rule) for each, other in findings
    )


def mark_of(
    catalog: Catalog, words: FormWords, lines: Mapping[int, Line | None], finding: Finding, entry: Entry | None
) -> Mark:
    """Return a finding as the mark of its cell in the file; one of a row that nobody sent as a mark of no cell."""
    line = lines.get(id(entry))
    if line is None:
        message, hint = words.of(finding.message), words.of(finding.hint)
        message = f"{_row_not_sent(catalog, words, finding) or finding.path}: {message}"
        first = next((line.table.sheet.name for line in lines.values() if line), "")
        return Mark(first, 0, 0, finding.value, message, hint, finding.rule)
    table = line.table.table
    message, hint = (in_the_file(catalog, lines.values(), finding.path, t) for t in (finding.message, finding.hint))
    if finding.rule == _REQUIRED and finding.field not in line.table.found.columns:
        message, hint = f"bảng phải có cột {titles_lacking(catalog, line.table)}", "thêm cột rồi ghi ở mọi dòng"
    mark = line.mark(finding.field, words.of(message, table), words.of(hint, table), finding.rule)
    near = _nearest(catalog, line, finding, mark.value)
    return replace(mark, cure=near) if near else mark


def _row_not_sent(catalog: Catalog, words: FormWords, finding: Finding) -> str:
    """Return which figure of the data a finding is about that no row of the file wrote; empty if about none."""
    table = catalog.tables["observations"]
    row = next((row for row in table.rows if (row.path, row.line) == (finding.path, finding.line)), None)
    cells = dict(zip(table.resource.header, row.cells, strict=True)) if row else {}
    name = words.figure(cells)
    return f"dòng đã có trong sổ, {name} = {words.hedged_value(cells)}" if name else ""


def _nearest(catalog: Catalog, line: Line, finding: Finding, value: str) -> str:
    if finding.rule not in ("reference-exists", "code-is-in-its-list"):
        return ""
    table = catalog.tables[line.table.table].resource
    near = proposals(value, choices(catalog, table.field_named(finding.field), table.name), 3)
    return "chọn trong danh sách; gần giống: " + "; ".join(choice.label for choice in near) if near else ""
