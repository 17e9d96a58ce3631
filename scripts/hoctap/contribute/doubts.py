"""Values that may not be what the sender meant: the sender is asked, and shown the figures already known."""

import re
from decimal import Decimal

from hoctap.check.rules.scale import SLIP
from hoctap.contribute.cell_values import is_like_a_day
from hoctap.contribute.marks import WRITE, Mark
from hoctap.contribute.origin import Cells
from hoctap.contribute.reading import Line
from hoctap.load.wording import FORM
from hoctap.model.catalog import Catalog
from hoctap.model.record import Indicator
from hoctap.vietnamese.writing import number

_YEAR = re.compile(r"(?:19|20)\d\d")
_TELLING_DIGITS = 4
# «Số năm 2024», and not the day on which a source was seen, nor «Quyết định số 2024/QĐ-UBND».
_NAMED_YEAR = re.compile(r"\b(?:số(?: liệu)?(?: của)?|kết quả|năm)(?: năm)? ((?:19|20)\d\d)\b(?!/)", re.IGNORECASE)


def doubt_of(catalog: Catalog, line: Line, cells: Cells, old: Cells, name: str) -> Mark | None:
    """Return the question about a figure that may be mistyped; else None.

    That is a share below 1 beside shares above 10, a number that may be a day, a correction a hundredfold, or one to
    the number that another row has. `cells`
    are the figure as it would be written, `old` those it corrects (empty if none), `name` what the question is about.
    """
    indicator = catalog.indicators.get(cells.get("indicator_id", ""))
    value = Decimal(cells["value"]) if cells.get("value") else None
    if indicator is None or value is None:
        return None
    own, peers = _known_values(catalog, cells)
    if indicator.value_type == "share" and 0 < value <= 1 and any(each > 10 for each in own or peers):
        percent, typed = FORM.number(value * 100), FORM.number(value)
        must = f"{typed} hay {percent}? Các số cùng chỉ tiêu đều trên 10"
        cure = f"viết {percent} nếu là {percent} %"
        return line.mark("value", must, cure, "share-is-a-percentage", (WRITE,), name)
    near_own = any(value < each * 10 and each < value * 10 for each in own)
    if is_like_a_day(line.table.cell(line.row, "value")) and not near_own:
        must = "con số này có thể là một ngày mà bảng tính đổi thành số thứ tự (gõ «1/5»)"
        return line.mark("value", must, "đặt ô là dạng chữ (Text) rồi gõ lại", "value-is-one-number", (WRITE,), name)
    return (
        _of_another_year(line, cells, old, name)
        or _slip_of(indicator, line, cells, old, name)
        or _of_another_row(catalog, line, cells, old, name)
    )


def _of_another_year(line: Line, cells: Cells, old: Cells, name: str) -> Mark | None:
    """Return the question about a number over an older one whose new note names a later year; else None."""
    note, period = cells.get("note", ""), cells.get("period", "")
    if not old or note == old.get("note", "") or cells["value"] == old.get("value"):
        return None
    last = max(map(int, _YEAR.findall(period)), default=0)
    later = [year for year in _NAMED_YEAR.findall(note) if last and int(year) > last]
    if not later:
        return None
    must = f"ghi chú nói năm {later[0]}, mà dòng này là số của {period}: sửa số cũ, hay là số mới?"
    cure = f"số mới thì ghi ở dòng trắng với thời kỳ {later[0]}, và trả lại dòng này"
    return line.mark("value", must, cure, "correction-keeps-its-key", (WRITE,), name)


def _slip_of(indicator: Indicator, line: Line, cells: Cells, old: Cells, name: str) -> Mark | None:
    """Return the question about a correction that moves a figure a hundredfold: dong typed as millions; else None."""
    was, now = (abs(Decimal(each.get("value") or 0)) for each in (old, cells))
    if not was or not now or max(was, now) < SLIP * min(was, now):
        return None
    times = number(max(was, now) // min(was, now))
    must = f"trước là {number(was)}, nay là {number(now)}: lệch {times} lần"
    is_money = indicator.unit_measure == "dong"
    what = "đơn vị tính (đồng, nghìn đồng, triệu đồng) và số chữ số 0" if is_money else "số chữ số 0 và dấu phẩy"
    cure = f"xem lại {what}"
    return line.mark("value", must, cure, "value-not-a-thousandfold-slip", (WRITE,), name)


def _of_another_row(catalog: Catalog, line: Line, cells: Cells, old: Cells, name: str) -> Mark | None:
    """Return the question about a correction to the number that another figure of the unit has: a column moved alone.

    Another source may well have told that number of the same time and scope; a round one meets others by chance.
    """
    value = Decimal(cells["value"])
    digits = value.normalize().as_tuple().digits
    if not old or cells["value"] == old.get("value") or len(digits) < _TELLING_DIGITS:
        return None
    own = tuple(cells.get(each, "") for each in ("indicator_id", "period", "breakdown"))
    for row in catalog.observations_by_unit.get(cells["unit_id"], ()):
        if row.value == value and (row.indicator_id, row.period.text, row.breakdown) != own:
            other = f"{catalog.indicators[row.indicator_id].name_vi} · {row.period.text}"
            must = f"{number(value)} là số của dòng khác trong sổ ({other}); cột giá trị có bị lệch dòng không?"
            return line.mark("value", must, "xem lại cả cột giá trị", "correction-keeps-its-key", (WRITE,), name)
    return None


def _known_values(catalog: Catalog, cells: Cells) -> tuple[list[Decimal], list[Decimal]]:
    """Return the unit's own other values of the indicator, and the upper half of everyone's."""
    key = tuple(cells.get(name, "") for name in catalog.tables["observations"].resource.primary_key)
    rows = catalog.observations_by_indicator.get(cells["indicator_id"], ())
    known = [
        (row.unit_id, row.value)
        for row in rows
        if row.value is not None
        and key != (row.unit_id, row.indicator_id, row.period.text, row.breakdown, row.source_id)
    ]
    own = [value for unit, value in known if unit == cells.get("unit_id")]
    return own, sorted(value for _, value in known)[len(known) // 2 :]
