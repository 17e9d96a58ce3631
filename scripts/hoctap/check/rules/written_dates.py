"""Checks of the dates that codes, numbers and addresses carry against the date of what they name."""

import re
from collections.abc import Iterator

from hoctap.check.definition import check
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Place, Problem
from hoctap.model.period import Period
from hoctap.model.record import Document, Source

# A whole day, as newspapers write it into addresses: «/2019/05/12/», «-20190512-».
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
# A year between the marks of a code or of the number of a document: «qd-677-2022», «24/2023/TT-BGDĐT».
_YEAR = re.compile(r"(?<=[-/])((?:19|20)\d\d)(?=[-/]|$)")


@check(
    must="Ngày đăng, ngày ban hành hợp với ngày, năm nằm trong mã, số hiệu, địa chỉ của chính dòng ấy",
    cause="Gõ nhầm năm, hoặc chép dòng khác rồi quên sửa một ô.",
    cure="mở nguồn xem lại ngày; nếu ngày đúng thì để nguyên",
    bad="url: https://bao.vn/2019/05/12/bai-1.html, published_on: 2025-12-20",
    good="url: https://bao.vn/2019/05/12/bai-1.html, published_on: 2019-05-12",
    asks=True,
)
def date_agrees_with_what_is_written(catalog: Catalog) -> Iterator[Problem]:
    """Ask about a source or document whose code, address or number carries another day or year than its date."""
    for source in catalog.all_of(Source):
        texts = (("source_id", source.source_id), ("url", source.url))
        yield from _disagreeing(source.place, "published_on", source.published_on, texts)
    for document in catalog.all_of(Document):
        texts = (("document_id", document.document_id), ("number", document.number))
        yield from _disagreeing(document.place, "issued_on", document.issued_on, texts)


def _disagreeing(
    place: Place, field: str, when: Period | None, texts: tuple[tuple[str, str], ...]
) -> Iterator[Problem]:
    for column, text in texts if when else ():
        written = _written(text, is_address=column == "url")
        if when and written and not _agree(written, when):
            yield Problem(place, field, f"{column} nói «{written}»", when.text)
            return


def _written(text: str, *, is_address: bool) -> str:
    """Return the day in a text, or else its year; of an address only a day, for its other numbers may be anything."""
    if found := _DAY.search(text):
        return "-".join(found.group(1, 3, 4))
    found = None if is_address else _YEAR.search(text)
    return found[1] if found else ""


def _agree(written: str, when: Period) -> bool:
    if len(written) == len("2022"):
        return when.start.year <= int(written) <= when.end.year
    return when.start.isoformat() <= written <= when.end.isoformat()


CHECKS = (date_agrees_with_what_is_written,)
