"""Findings that are known and accepted, each with a reason, in the table `exceptions`.

An accepted finding is left out; an exception that nothing needs any more is itself a finding. Only rules of
checks can be excepted: a file that cannot be read is never acceptable.
"""

from collections.abc import Iterable, Iterator

from hoctap.model.canonical import canonical_cell
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Finding, Problem, Rule, finding_of
from hoctap.model.record import ExceptionToRule

NEEDED = Rule(
    "exception-is-needed",
    "Ngoại lệ nào cũng còn cần: có đúng quy tắc ấy báo lỗi ở đúng dòng ấy",
    "Số liệu đã sửa mà quên bỏ ngoại lệ, hoặc khóa của dòng đã đổi.",
    "bỏ dòng này khỏi bảng exceptions, hoặc sửa khóa cho đúng",
    bad="ngoại lệ của dòng đã sửa",
    good="(bỏ dòng ngoại lệ)",
)
SEPARATOR = " | "


def without_excepted(catalog: Catalog, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings that no exception accepts, then one for each exception that accepted none.

    None while the table of exceptions cannot be read: nobody knows then which of them were accepted.
    """
    if "exceptions" in catalog.unread:
        return
    accepted = catalog.all_of(ExceptionToRule)
    spots = _spots(catalog, {row.table for row in accepted})
    wanted = {(row.rule, *spots.get((row.table, row.key), ("", 0))): row for row in accepted}
    used = set()
    for finding in findings:
        key = (finding.rule, finding.path, finding.line)
        if key in wanted:
            used.add(key)
        else:
            yield finding
    for key, row in wanted.items():
        if key not in used and not catalog.unread:
            problem = Problem(row.place, "key", "ngoại lệ phải ứng với một lỗi đang có", f"{row.rule}: {row.key}")
            yield finding_of(problem, NEEDED)


def _spots(catalog: Catalog, names: Iterable[str]) -> dict[tuple[str, str], tuple[str, int]]:
    spots = {}
    for name in names:
        table = catalog.tables.get(name)
        if table:
            for row, key in table.keys(table.resource.primary_key):
                # A cell never holds two spaces in a row, so an empty key cell leaves «a | | b».
                spots[name, canonical_cell(SEPARATOR.join(key))] = (row.path, row.line)
    return spots
