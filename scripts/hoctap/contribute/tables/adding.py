"""One figure of a table put where it belongs: a row of the data, a question, or something left out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from hoctap.contribute.naming.figures import Figure
from hoctap.contribute.naming.indicators import is_flow
from hoctap.contribute.naming.periods import NamedPeriod, dates_in, two_years
from hoctap.contribute.naming.unit_names import plain
from hoctap.contribute.naming.words import spelled
from hoctap.contribute.tables.below import of_learners
from hoctap.contribute.tables.cells import NO_MEASURE, OR_PERCENT
from hoctap.contribute.tables.labels import label
from hoctap.contribute.tables.letterhead_owners import Owner
from hoctap.contribute.tables.meaning import Meaning
from hoctap.contribute.tables.money_tables import may_be_money, of_budget
from hoctap.contribute.tables.notes import doubt_of_notes, notes_behind, without_sign
from hoctap.contribute.tables.owners import clash, proposed, unit_answer, unit_key, unit_of
from hoctap.contribute.tables.roles import Roles, day_in
from hoctap.contribute.tables.rows import CELL, INDICATOR, KEEP, MEASURE, PART, PERIOD, SKIP, UNIT, Row
from hoctap.contribute.tables.setting import Setting
from hoctap.contribute.tables.sums import is_sum
from hoctap.contribute.tables.times_over import since_start, so_far
from hoctap.contribute.tables.when import period_of
from hoctap.model.codes import PARTY, WORKFORCE
from hoctap.model.record import Indicator, Unit

_OF_TEACHERS = re.compile(r"(?:giáo viên|giảng viên|nhà giáo)\b")
_NO_SUM = "cột tổng không bằng các thời kỳ bên cạnh cộng lại: là số của thời kỳ nào?"
_OF_ALL_OF_IT = re.compile(r"\b(?:của|toàn) (?:toàn )?(?:bộ )?đảng bộ\b")
_OFTEN = 4  # of as many rows one has no time of its own where that of the row above is meant


def add(
    setting: Setting,
    row: int,
    column: int,
    figure: Figure,
    meaning: Meaning,
    unit_text: str,
    periods: Sequence[NamedPeriod],
    level: str,
) -> None:
    """Put a figure of one cell into what was understood, as a row, a question, or something left out."""
    meaning = _with_part_answered(setting, meaning)
    if why := _why_left(setting, row, column, meaning, unit_text):
        setting.leave(row, column, why)
    elif meaning.label.plan:
        setting.ask_of_plan(row, column, meaning.words)
    elif meaning.indicator is None:
        _ask_indicator(setting, row, column, meaning)
    elif may_be_money(setting, meaning):
        setting.open(CELL, setting.grid.address((row, column)), row, column, f"con số đúng của ô, hoặc «{SKIP}»")
        setting.ask(row, column, f"«{meaning.label.text}»: là số lượng, hay tính bằng {setting.context.measure}?")
    elif _is_no_sum(setting, row, column, meaning.indicator, meaning.sums):
        setting.open(CELL, setting.grid.address((row, column)), row, column, f"con số đúng của ô, hoặc «{SKIP}»")
        setting.ask(row, column, _NO_SUM)
    else:
        when = period_of(setting, meaning.indicator, meaning, periods)
        whose = unit_of(setting, unit_text, meaning.indicator, when[0], level, meaning)
        indicator = _of_all(setting, meaning.indicator, whose[0])
        setting.out.rows.append(_row(setting, (row, column), figure, meaning, indicator, unit_text, when, whose))


def _of_all(setting: Setting, indicator: Indicator, unit: Unit | None) -> Indicator:
    """Return the number of teachers of a body of teachers as that of all its people: it has no others."""
    is_of_them = unit is not None and unit.unit_kind == WORKFORCE and _OF_TEACHERS.match(plain(unit.name_vi))
    whole = setting.catalog.indicators.get(indicator.parent_indicator_id)
    return whole if is_of_them and indicator.indicator_id == "staff-teaching" and whole else indicator


def _is_no_sum(setting: Setting, row: int, column: int, indicator: Indicator, times: Sequence[int]) -> bool:
    """Return whether a column that adds up those of several times does not, or what there is at a time has no sum."""
    is_open = bool(times) and (CELL, setting.grid.address((row, column))) not in setting.answers
    return is_open and not (is_flow(indicator) and is_sum(setting, row, column, times))


def _why_left(setting: Setting, row: int, column: int, meaning: Meaning, unit_text: str) -> str:
    """Return why a figure is left out; empty if it is not."""
    given, address = setting.answers, setting.grid.address((row, column))
    answers = (unit_answer(setting, unit_text, meaning.indicator), given.get((CELL, address))) if given else ()
    if meaning.skip or SKIP in answers:
        return "bỏ qua theo trả lời"
    return "dòng hoặc cột ẩn" if setting.grid.cells[row, column].hidden else ""


def _row(
    setting: Setting,
    spot: tuple[int, int],
    figure: Figure,
    meaning: Meaning,
    indicator: Indicator,
    unit_text: str,
    when: tuple[str, str, str],
    whose: Owner,
) -> Row:
    """Return the row of a figure, with the question about it if there is one."""
    (period, kind, open_period), (unit, open_unit) = when, whose
    address = setting.grid.address(spot)
    is_answered = (CELL, address) in setting.answers
    doubt = "" if is_answered else _doubt(setting, spot, indicator, unit, period, unit_text)
    is_open = not (doubt or is_answered or meaning.answered)
    doubt = of_learners(setting, indicator, meaning) or of_budget(setting, indicator, meaning) if is_open else doubt
    open_part = "" if meaning.answered else clash(setting, indicator, meaning.breakdown)
    others = open_unit or open_period or doubt or open_part
    # «0,3% hay 30%?», «đồng hay triệu?» may be settled by other figures: they must not stand before what these cannot.
    is_settled = OR_PERCENT in figure.why or figure.why == NO_MEASURE
    question = others or figure.why if is_settled else figure.why or others
    if question:
        _note_open(setting, address, meaning, unit_text, (figure.why, doubt, open_unit, open_period, open_part))
    signed = (setting.text(*spot), unit_text, *setting.block.header_path(spot[1]))
    notes = dict.fromkeys(without_sign(note) for text in signed for note in notes_behind(setting.grid, text))
    return Row(
        unit.unit_id if unit else "",
        indicator.indicator_id,
        period,
        kind,
        "" if figure.value is None else _written(figure.value),
        figure.qualifier,
        meaning.breakdown,
        address,
        question,
        setting.text(*spot),
        "; ".join(notes),
    )


def _doubt(
    setting: Setting, spot: tuple[int, int], indicator: Indicator, unit: Unit | None, period: str, unit_text: str
) -> str:
    """Return what a mark on the cell, a note below the table or the unit itself lets a person doubt of a figure."""
    noted = doubt_of_notes(setting.grid, (setting.text(*spot), unit_text), period)
    return setting.grid.cells[spot].doubt or noted or _of_staff(setting, spot, indicator, unit)


def _of_staff(setting: Setting, spot: tuple[int, int], indicator: Indicator, unit: Unit | None) -> str:
    """Return a question where a table of staff counts party members of a party body: of its office, or all it has."""
    if unit is None or (unit.unit_kind, indicator.indicator_id) != (PARTY, "party-members"):
        return ""
    (row, column), columns = spot, setting.block.columns
    own = (*setting.block.header_path(column), *(setting.text(row, each) for each in columns if each < column))
    if any(_OF_ALL_OF_IT.search(spelled(text)) for text in own):
        return ""
    titles = setting.indicators.concepts(" ".join(setting.block.titles))
    heads = (setting.indicators.concepts(" ".join(setting.block.header_path(at))) for at in setting.block.columns)
    # «Tỷ lệ CBCCVC là hội viên» beside members of the party makes it no table of staff.
    is_of_staff = "staff" in titles or any("staff" in each and "rate" not in each for each in heads)
    return f"đảng viên trong số cán bộ của cơ quan, hay của cả {unit.name_vi}?" if is_of_staff else ""


def _with_part_answered(setting: Setting, meaning: Meaning) -> Meaning:
    """Return what stands in a column whose part a person called an indicator of its own, or a part and no more."""
    answer = setting.answers.get((PART, f"{meaning.words}: {meaning.breakdown}"), "") if meaning.breakdown else ""
    if answer in setting.catalog.indicators:
        return replace(meaning, indicators=(setting.catalog.indicators[answer],), breakdown="", answered=True)
    return replace(meaning, answered=True) if answer else meaning


def _note_open(
    setting: Setting, address: str, meaning: Meaning, unit_text: str, open_: tuple[str, str, str, str, str]
) -> None:
    """Note the answers that would settle a figure: of its cell, measure, unit, time and part."""
    figure, doubt, unit, period, part = open_
    if figure == NO_MEASURE:
        setting.out.open(MEASURE, meaning.words, address, "đồng, nghìn đồng, triệu đồng hoặc tỷ đồng")
    elif figure or doubt:
        setting.out.open(CELL, address, address, f"con số đúng của ô, hoặc «{SKIP}»: {figure or doubt}")
    if unit and meaning.indicator:
        key = unit_key(setting, unit_text, meaning.indicator)
        is_new = (UNIT, key) not in setting.out.open_names
        setting.out.open(UNIT, key, address, proposed(setting, unit_text, meaning.indicator) if is_new else "")
    if period:
        words = meaning.words if meaning.label.periods else ""
        setting.out.open(PERIOD, words, address, "" if words else "thời kỳ của cả tệp, nếu tệp không ghi")
    if part and meaning.indicator:
        setting.out.open(PART, f"{meaning.words}: {meaning.breakdown}", address, f"mã chỉ tiêu, hoặc «{KEEP}»")


def _ask_indicator(setting: Setting, row: int, column: int, meaning: Meaning) -> None:
    near = meaning.indicators or setting.indicators.near(setting.indicators.concepts(meaning.words))
    setting.open(INDICATOR, meaning.words, row, column, " ".join(each.indicator_id for each in near))
    several = " hay ".join(each.name_vi for each in meaning.indicators)
    setting.ask(row, column, f"«{meaning.words}»: {several + '?' if several else 'chưa có chỉ tiêu nào như vậy'}")


def left_as_planned(setting: Setting, roles: Roles, row: int, columns: Sequence[int]) -> bool:
    """Leave out the figures of a row that says of itself that they are planned; return whether it says so."""
    if not roles.is_planned(setting, row):
        return False
    setting.leave_row(row, columns, "dòng ghi là kế hoạch, không phải kết quả")
    return True


def row_periods(setting: Setting, roles: Roles, row: int) -> tuple[NamedPeriod, ...] | None:
    """Return the periods that the columns of periods name in a row; None where they name one that is not known.

    «Tháng 10/2024» beside the day on which its books were closed are both: what was done is of the one, what was left
    of the other. Closed on a day of another month, nobody knows of which of the two.
    """
    found = _first_periods(setting, roles, row)
    if not found or len(found) > 1:
        return found
    days = (day for at in roles.periods if (day := day_in(setting.text(row, at))))
    return (*found, *(each for each in days if each.period != found[0].period))


def _first_periods(setting: Setting, roles: Roles, row: int) -> tuple[NamedPeriod, ...] | None:
    """Return the periods of the first column of periods that names one in a row; None where none of them does."""
    texts = [(column, text) for column in roles.periods if (text := _carried(setting, row, column))]
    years = {each.period[:4] for each in setting.context.periods}
    year = years.pop() if len(years) == 1 else ""
    for column, text in texts:
        if label(text).plan:  # «Tăng so với 2021» is no year
            return None
        if found := dates_in(text) or so_far(text):
            return found
        if two_years(text):  # «2021-2022» under «Năm» is not 2021
            return setting.label(text).periods or None
        head = " ".join(setting.block.header_path(column)[-1:])
        when = since_start(head, text) or _in_full(head, text)
        if found := setting.label(when).periods:  # «6 tháng đầu năm», «Cả năm» of the title
            return found
        # «I/2024» under «Quý»; «Quý I», «5» under «Tháng», of the year in the title
        ways = [when, f"{head} {when}", *([f"{head} {when}/{year}"] if year else ())]
        if found := next((found for way in ways if (found := label(way).periods)), ()):
            return found
    return None if texts else ()


def _in_full(head: str, text: str) -> str:
    """Return «T1» below «Tháng», «Q2» below «Quý» as their number; any other text as it is."""
    short = re.fullmatch(r"([tq])\.? ?(\d{1,2})", text.lower())
    return short[2] if short and head[:1].lower() == short[1] else text


def _carried(setting: Setting, row: int, column: int) -> str:
    """Return the time of a row: that of the row above where it has none, as «2021», «», «2022» do in a CSV.

    Nothing where few rows have none: somebody forgot to name it.
    """
    texts = [setting.text(each, column) for each in setting.block.body]
    if not setting.text(row, column) and texts.count("") * _OFTEN < len(texts):
        return ""
    above = (text for each in reversed(setting.block.body) if each <= row and (text := setting.text(each, column)))
    return next(above, "")


def _written(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
