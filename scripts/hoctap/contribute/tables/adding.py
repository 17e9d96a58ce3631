"""One figure of a table put where it belongs: a row of the data, a question, or something left out."""

import re
from collections.abc import Sequence
from dataclasses import replace

from hoctap.contribute.naming.figures import Figure
from hoctap.contribute.naming.indicators import is_flow
from hoctap.contribute.naming.periods import NamedPeriod
from hoctap.contribute.naming.unit_names import plain
from hoctap.contribute.tables.cells import NO_MEASURE, OR_PERCENT
from hoctap.contribute.tables.indicator_doubts import may_be_money, of_budget, of_learners, of_party
from hoctap.contribute.tables.letterhead_owners import Owner
from hoctap.contribute.tables.meaning import Meaning
from hoctap.contribute.tables.notes import doubt_of_notes, notes_behind, without_sign
from hoctap.contribute.tables.opening import Spot
from hoctap.contribute.tables.owners import clash, proposed, unit_answer, unit_key, unit_of
from hoctap.contribute.tables.roles import Roles
from hoctap.contribute.tables.rows import CELL, INDICATOR, KEEP, MEASURE, PART, PERIOD, SKIP, UNIT, Row
from hoctap.contribute.tables.setting import Setting
from hoctap.contribute.tables.sums import is_sum
from hoctap.contribute.tables.when import period_of
from hoctap.load import values
from hoctap.model.codes import WORKFORCE
from hoctap.model.record import Indicator, Unit

_OF_TEACHERS = re.compile(r"(?:giáo viên|giảng viên|nhà giáo)\b")
_HIDDEN = "dòng hoặc cột đang ẩn: bỏ lọc, bỏ ẩn nếu dùng số này; xóa đi nếu không"
_NO_SUM = "cột tổng không bằng các thời kỳ bên cạnh cộng lại: là số của thời kỳ nào?"


def add(
    setting: Setting, spot: Spot, figure: Figure, meaning: Meaning, name: str, times: Sequence[NamedPeriod], level: str
) -> None:
    """Put a figure of one cell into what was understood, as a row, a question, or something left out."""
    meaning = _with_part_answered(setting, meaning)
    if why := _why_left(setting, spot, meaning, name):
        setting.leave(*spot, why)
    elif meaning.label.plan:
        setting.ask_of_plan(*spot, meaning.words)
    elif meaning.indicator is None:
        _ask_indicator(setting, spot, meaning)
    elif why := _is_open(setting, spot, meaning, meaning.indicator):
        setting.open(CELL, setting.grid.address(spot), *spot, f"con số đúng của ô, hoặc «{SKIP}»")
        setting.ask(*spot, why)
    else:
        when = period_of(setting, meaning.indicator, meaning, times)
        whose = unit_of(setting, name, meaning.indicator, when[0], level, meaning)
        indicator = _of_all(setting, meaning.indicator, whose[0])
        setting.out.rows.append(_row(setting, spot, figure, meaning, indicator, name, when, whose))


def _is_open(setting: Setting, spot: Spot, meaning: Meaning, indicator: Indicator) -> str:
    """Return the question at what may be money, and at a column that is no sum of the times beside it."""
    if may_be_money(setting, meaning):
        return f"«{meaning.label.text}»: là số lượng, hay tính bằng {setting.context.measure}?"
    is_answered = not meaning.sums or (CELL, setting.grid.address(spot)) in setting.answers
    is_right = is_answered or (is_flow(indicator) and is_sum(setting, *spot, meaning.sums))
    return "" if is_right else _NO_SUM


def _of_all(setting: Setting, indicator: Indicator, unit: Unit | None) -> Indicator:
    """Return the number of teachers of a body of teachers as that of all its people: it has no others."""
    is_of_them = unit is not None and unit.unit_kind == WORKFORCE and _OF_TEACHERS.match(plain(unit.name_vi))
    whole = setting.catalog.indicators.get(indicator.parent_indicator_id)
    return whole if is_of_them and indicator.indicator_id == "staff-teaching" and whole else indicator


def _why_left(setting: Setting, spot: Spot, meaning: Meaning, name: str) -> str:
    """Return why a figure is left out; empty if it is not."""
    given, address = setting.answers, setting.grid.address(spot)
    answers = (unit_answer(setting, name, meaning.indicator), given.get((CELL, address))) if given else ()
    if meaning.skip or SKIP in answers:
        return "bỏ qua theo trả lời"
    # A figure whose indicator is known may be one that a filter hides; it is asked about.
    return "dòng hoặc cột ẩn" if setting.grid.cells[spot].hidden and meaning.indicator is None else ""


def _row(
    setting: Setting,
    spot: Spot,
    figure: Figure,
    meaning: Meaning,
    indicator: Indicator,
    name: str,
    when: tuple[str, str, str],
    whose: Owner,
) -> Row:
    """Return the row of a figure, with the question about it if there is one."""
    (period, kind, open_period), (unit, open_unit) = when, whose
    address = setting.grid.address(spot)
    is_answered = (CELL, address) in setting.answers
    doubt = "" if is_answered else _doubt(setting, spot, indicator, unit, period, name)
    is_open = not (doubt or is_answered or meaning.answered)
    doubt = of_learners(setting, indicator, meaning) or of_budget(setting, indicator, meaning) if is_open else doubt
    open_part = "" if meaning.answered else clash(setting, indicator, meaning.breakdown)
    others = open_unit or open_period or doubt or open_part
    # «0,3% hay 30%?», «đồng hay triệu?» may be settled by other figures: they must not stand before what these cannot.
    is_settled = OR_PERCENT in figure.why or figure.why == NO_MEASURE
    question = others or figure.why if is_settled else figure.why or others
    if not is_answered and setting.grid.cells[spot].hidden:
        question = _HIDDEN
    elif question:
        _note_open(setting, address, meaning, name, (figure.why, doubt, open_unit, open_period, open_part))
    signed = (setting.text(*spot), name, *setting.block.header_path(spot[1]))
    notes = dict.fromkeys(without_sign(note) for text in signed for note in notes_behind(setting.grid, text))
    return Row(
        unit.unit_id if unit else "",
        indicator.indicator_id,
        period,
        kind,
        "" if figure.value is None else values.plain(figure.value),
        figure.qualifier,
        meaning.breakdown,
        address,
        question,
        setting.text(*spot),
        "; ".join(notes),
    )


def _doubt(setting: Setting, spot: Spot, indicator: Indicator, unit: Unit | None, period: str, name: str) -> str:
    """Return what a mark on the cell, a note below the table or the unit itself lets a person doubt of a figure."""
    noted = doubt_of_notes(setting.grid, (setting.text(*spot), name), period)
    return setting.grid.cells[spot].doubt or noted or of_party(setting, spot, indicator, unit)


def _with_part_answered(setting: Setting, meaning: Meaning) -> Meaning:
    """Return what stands in a column whose part a person called an indicator of its own, or a part and no more."""
    answer = setting.answers.get((PART, f"{meaning.words}: {meaning.breakdown}"), "") if meaning.breakdown else ""
    if answer in setting.catalog.indicators:
        return replace(meaning, indicators=(setting.catalog.indicators[answer],), breakdown="", answered=True)
    return replace(meaning, answered=True) if answer else meaning


def _note_open(
    setting: Setting, address: str, meaning: Meaning, name: str, open_: tuple[str, str, str, str, str]
) -> None:
    """Note the answers that would settle a figure: of its cell, measure, unit, time and part."""
    figure, doubt, unit, period, part = open_
    if figure == NO_MEASURE:
        setting.out.open(MEASURE, meaning.words, address, "đồng, nghìn đồng, triệu đồng hoặc tỷ đồng")
    elif figure or doubt:
        setting.out.open(CELL, address, address, f"con số đúng của ô, hoặc «{SKIP}»: {figure or doubt}")
    if unit and meaning.indicator:
        key = unit_key(setting, name, meaning.indicator)
        is_new = (UNIT, key) not in setting.out.open_names
        setting.out.open(UNIT, key, address, proposed(setting, name, meaning.indicator) if is_new else "")
    if period:
        words = meaning.words if meaning.label.periods else ""
        setting.out.open(PERIOD, words, address, "" if words else "thời kỳ của cả tệp, nếu tệp không ghi")
    if part and meaning.indicator:
        setting.out.open(PART, f"{meaning.words}: {meaning.breakdown}", address, f"mã chỉ tiêu, hoặc «{KEEP}»")


def _ask_indicator(setting: Setting, spot: Spot, meaning: Meaning) -> None:
    near = meaning.indicators or setting.indicators.near(setting.indicators.concepts(meaning.words))
    setting.open(INDICATOR, meaning.words, *spot, " ".join(each.indicator_id for each in near))
    several = " hay ".join(each.name_vi for each in meaning.indicators)
    setting.ask(*spot, f"«{meaning.words}»: {several + '?' if several else 'chưa có chỉ tiêu nào như vậy'}")


def left_as_planned(setting: Setting, roles: Roles, row: int, columns: Sequence[int]) -> bool:
    """Leave out the figures of a row that says of itself that they are planned; return whether it says so."""
    if not roles.is_planned(setting, row):
        return False
    setting.leave_row(row, columns, "dòng ghi là kế hoạch, không phải kết quả")
    return True
