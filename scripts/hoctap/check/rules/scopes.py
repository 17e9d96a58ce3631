"""Checks of what the scope of a figure says."""

import re
from collections.abc import Iterator

from hoctap.check.definition import check
from hoctap.load.unusual_numbers import is_ditto
from hoctap.load.values import is_missing
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Problem
from hoctap.vietnamese.writing import fold

# What people write for the whole, which has an empty scope; folded, «toàn tỉnh» is more than one association's own.
_WHOLE = {
    "chung",
    "tinh chung",
    "tong",
    "tong so",
    "tong cong",
    "tong chung",
    "cong",
    "tat ca",
    "toan bo",
    "ca",
    "khong",
}
_LETTER = re.compile(r"[^\W\d_]")


@check(
    must="Phạm vi nói rõ là phần nào; nói về toàn bộ thì để trống",
    cause="Ghi «chung», «tổng số» cho toàn bộ, hoặc chỉ ghi một con số: máy coi là một nhóm người khác.",
    cure="nói về toàn bộ thì để trống; nói về một phần thì ghi rõ bằng chữ, như «lớp 12»",
    bad="breakdown: chung",
    good="breakdown: (trống)",
    judges=("breakdown",),
)
def scope_names_a_part(catalog: Catalog) -> Iterator[Problem]:
    """Ensure a scope is words that name a part: no word for the whole, no bare number, sign or letter."""
    table = catalog.tables.get("observations")
    scopes = table.distinct("breakdown") if table else frozenset[str]()
    wrong = {scope for scope in scopes if scope and _names_no_part(scope)}
    for row in catalog.observations if wrong else ():
        if row.breakdown in wrong:
            yield Problem(row.place, "breakdown", "phải nói rõ là phần nào", row.breakdown)


def _names_no_part(scope: str) -> bool:
    words = " ".join(re.sub(r"[^\w\s]|_", " ", fold(scope)).split())
    letters = len(words) == 1 or not _LETTER.search(words)
    return letters or words in _WHOLE or is_missing(scope) or is_ditto(scope)


CHECKS = (scope_names_a_part,)
