"""Proposals that a person chose: rows of the data through the gate, or a sheet to correct and give back."""

import io
import re
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Font

from hoctap.contribute.articles.proposal import Proposal
from hoctap.contribute.form import FIGURES, choices, labelled
from hoctap.contribute.naming.indicators import is_flow
from hoctap.contribute.placing import Entry
from hoctap.contribute.sandbox import RefusedError
from hoctap.load.periods import kind_of_year
from hoctap.model.catalog import Catalog

_OPERATORS = {"over": ">=", "under": "<=", "at_least": ">=", "at_most": "<="}
_KEPT_BY_THE_SIGN = ("exact", "at_least", "at_most")
_PLAN = "ke-hoach"
_MODES = (
    (re.compile(r"phấn đấu|chỉ tiêu|mục tiêu"), "phan-dau"),
    (re.compile(r"kế hoạch|dự kiến"), _PLAN),
    (re.compile(r"\bphải\b"), "phai"),
)


def numbered(text: str, most: int) -> tuple[int, ...]:
    """Return the numbers that `1,3-5` names, from 1 to `most`; all of them for `all`; RefusedError if it names none."""
    if text.strip().lower() in ("all", "tất cả"):
        return tuple(range(1, most + 1))
    found: list[int] = []
    for part in text.split(","):
        span = re.fullmatch(r"\s*(\d+)\s*(?:-\s*(\d+)\s*)?", part)
        if span is None or not 1 <= int(span[1]) <= int(span[2] or span[1]) <= most:
            raise RefusedError(f"--accept phải là số của đề xuất từ 1 đến {most}, như 1,3-5; đang ghi {text!r}")
        found += range(int(span[1]), int(span[2] or span[1]) + 1)
    return tuple(dict.fromkeys(found))


def entry_of(catalog: Catalog, proposal: Proposal, source_id: str) -> Entry:
    """Return the row that a proposal makes; RefusedError if its unit or period is still unknown."""
    if proposal.unit_id not in catalog.units:
        raise RefusedError(
            f"đoạn {proposal.paragraph}, {proposal.exact}: đơn vị «{proposal.unit_id or '?'}» chưa có trong danh mục"
        )
    if not proposal.period:
        raise RefusedError(
            f"đoạn {proposal.paragraph}, {proposal.exact}: bài không nói thời kỳ; hãy dùng --form để điền"
        )
    common = {
        "unit_id": proposal.unit_id,
        "indicator_id": proposal.indicator_id,
        "value": proposal.value,
        "source_id": source_id,
        "locator": f"đoạn {proposal.paragraph}",
    }
    if proposal.kind == "target":
        return _fitting(catalog, "local_targets", {**common, **_goal(catalog, proposal)})
    more = {name: getattr(proposal, name) for name in ("period", "period_status", "qualifier", "breakdown")}
    more["period_kind"] = _kind_of_period(catalog, proposal)
    return _fitting(catalog, "observations", {**common, **more})


def _goal(catalog: Catalog, proposal: Proposal) -> dict[str, str]:
    """Return how a target is put: the sign and the mode that the words give, and a note where no sign holds them.

    What is to be reached may be passed: only of things to do a plan says exactly how many.
    """
    to_do = is_flow(catalog.indicators[proposal.indicator_id])
    mode = next((mode for words, mode in _MODES if words.search(proposal.words.lower())), "")
    return {
        "due": proposal.period,
        "scope": proposal.breakdown,
        "operator": _OPERATORS.get(proposal.qualifier, "=" if to_do and mode == _PLAN else ">="),
        "mode": mode,
        "note": "" if proposal.qualifier in _KEPT_BY_THE_SIGN else f"nguồn ghi «{_as_written(catalog, proposal)}»",
    }


def _as_written(catalog: Catalog, proposal: Proposal) -> str:
    """Return the number with its hedge as the article has it: «trên 70%»."""
    found = re.search(rf"(?:(?:ít|tối|chưa|không) )?\w+ {re.escape(proposal.exact)}", proposal.words)
    return found[0] if found else f"{catalog.code_title('qualifier', proposal.qualifier)} {proposal.exact}"


def _kind_of_period(catalog: Catalog, proposal: Proposal) -> str:
    indicator = catalog.indicators[proposal.indicator_id]
    return kind_of_year(proposal.period, proposal.period_kind, indicator.stock_flow)


def _fitting(catalog: Catalog, table: str, cells: dict[str, str]) -> Entry:
    columns = set(catalog.tables[table].resource.header)
    return Entry(table, {name: text for name, text in cells.items() if name in columns})


def as_form(catalog: Catalog, found: Sequence[Proposal], source_id: str) -> bytes:
    """Return a workbook of the proposed figures under the columns of the form, fit for `intake` once corrected."""
    resource = catalog.tables["observations"].resource
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = FIGURES
    sheet.append([column.title for column in resource.fields])
    for proposal in found:
        if proposal.kind != "observation":
            continue
        cells = {name: getattr(proposal, name) for name in resource.header if hasattr(proposal, name)}
        cells |= {"source_id": source_id, "locator": f"đoạn {proposal.paragraph}"}
        cells["period_kind"] = _kind_of_period(catalog, proposal)
        sheet.append([_name_of(catalog, resource.field_named(name), cells.get(name, "")) for name in resource.header])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in sheet.iter_rows():
        for cell in row:
            cell.number_format = "@"
            cell.data_type = "s"
    quoted = book.create_sheet("Trích bài")
    for proposal in found:
        quoted.append([f"Đoạn {proposal.paragraph}, {proposal.exact}: «{proposal.words}»"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _name_of(catalog: Catalog, column: object, code: str) -> str:
    name = getattr(column, "name", "")
    if name == "unit_id" and code in catalog.units:
        return labelled(catalog.units[code].name_vi, code).label
    if name == "indicator_id":
        return labelled(catalog.indicators[code].name_vi, code).label
    offered = choices(catalog, column, "observations") if name not in ("unit_id", "source_id") else ()  # type: ignore[arg-type]
    return next((choice.label for choice in offered if choice.code == code), code)
