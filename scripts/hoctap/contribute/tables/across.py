"""What each column across a table of indicators is, by its header: a unit, a part, a plan, a total, a measure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from hoctap.contribute.naming.figures import read_figure
from hoctap.contribute.naming.periods import NamedPeriod
from hoctap.contribute.naming.words import SHARES, spelled
from hoctap.contribute.tables.labels import Label, bare_name, is_measure
from hoctap.contribute.tables.meaning import GENERAL, Meaning, of_text
from hoctap.contribute.tables.named import scoped, titled
from hoctap.contribute.tables.parts import parts_of
from hoctap.contribute.tables.parts_across import parts_across
from hoctap.contribute.tables.plans import POINTS
from hoctap.contribute.tables.rows import COLUMN, SKIP, UNIT
from hoctap.contribute.tables.setting import Setting

# What a header may add to the name of a row.
_ADDED = SHARES - {"household", "population"} | {"money", "award-unit", "person", "turn"}
_ONE_UNIT_AND_TOTAL = 2  # of more heads than these the others are units too, not in the register


@dataclass(frozen=True, slots=True)
class Across:
    """What a column of a table of indicators is, by its header.

    `kind` is unit, plan, total, plain, counted, whole, skip or open, `words` name it;
    `more` is what the header adds to the name of each row: «Số đăng ký», «Tỷ lệ (%)». `summed` is whether it is one of
    the parts that add up to the total before them.
    """

    kind: str
    words: str
    head: Meaning
    more: str = ""
    summed: bool = False


def heads_over(setting: Setting, columns: Mapping[int, Meaning]) -> list[str]:
    """Return the last names over the columns, each once."""
    paths = (setting.block.header_path(column) for column in columns)
    return list(dict.fromkeys(bare_name(_named_last(setting, path)) for path in paths if path))


def columns_across(setting: Setting, columns: Mapping[int, Meaning]) -> dict[int, Across]:
    """Return what each column is, by its own header and those of the others."""
    heads = heads_over(setting, columns)
    units, has_total = sum(map(setting.is_unit, heads)), any(setting.label(head).total for head in heads)
    units_across = units > 1 or (units == 1 and has_total and len(heads) > _ONE_UNIT_AND_TOTAL)
    parts = {} if units_across else parts_of(heads)
    found = {at: _across(setting, at, each, units_across, parts) for at, each in columns.items()}
    for at, name in ({} if units_across else parts_across(setting, columns)).items():
        known = found[at]
        if known.kind in ("open", "plain"):
            found[at] = replace(known, kind="plain", words=known.words if known.kind == "plain" else name, summed=True)
    across = _reached_of_unknown(setting, _without_points(setting, found))
    if any("recognised" in setting.indicators.concepts(each.more) for each in across.values()):
        return {at: replace(each, kind="whole") if _is_bare_total(each) else each for at, each in across.items()}
    return across


def _without_points(setting: Setting, across: dict[int, Across]) -> dict[int, Across]:
    """Return a column that holds no more than the points beside it as open: «Điểm chuẩn: 5», «Kết quả: 4,5»."""
    points = [at for at, each in across.items() if each.kind == "plan" and POINTS.search(spelled(each.head.words))]
    return {
        at: replace(each, kind="open", words=each.head.words)
        if points and each.kind == "plain" and not _exceeds(setting, at, points)
        else each
        for at, each in across.items()
    }


def _exceeds(setting: Setting, column: int, points: Sequence[int]) -> bool:
    """Return whether a column says in what it counts, or holds more than the points of its row."""
    for row in setting.block.body:
        text, *given = (setting.text(row, at) for at in (column, *points))
        own, most = read_figure(text).value, max(filter(None, (read_figure(each).value for each in given)), default=0)
        if own is not None and (own > most or re.search(r"[^\W\d]|%", text)):
            return True
    return False


def under_head(setting: Setting, meaning: Meaning, across: Across) -> Meaning:
    """Return a row under a header that adds to its name; no indicator where the two do not join.

    «Gia đình» under «Số đăng ký» of a table about titles is the title.
    """
    parsed = replace(meaning.label, measure=across.head.label.measure or meaning.label.measure)
    is_share = "rate" in setting.indicators.concepts(across.more, parsed.measure)  # «Tỷ lệ công nhận/đăng ký»
    for more in (across.more, *([] if is_share else across.more.split("/"))):  # «Số người/suất»
        words = f"{meaning.words} {more}".strip()
        concepts = titled(setting, setting.indicators.concepts(words, parsed.measure))
        found, scope = scoped(setting, words, concepts)
        if found:
            break
    words = f"{meaning.words} {across.more}".strip()
    return replace(meaning, label=parsed, words=words, indicators=found, breakdown=meaning.breakdown or scope)


def are_completed(setting: Setting, texts: Sequence[str], columns: Mapping[int, Meaning]) -> bool:
    """Return whether most names of a column are indicators under the headers beside them, as none is alone."""
    heads = [each for each in columns_across(setting, columns).values() if each.more]
    rows = [of_text(setting, text) for text in dict.fromkeys(texts)]
    joined = [row for row in rows if any(under_head(setting, row, head).indicator for head in heads)]
    return len(joined) > 1 and len(joined) * 2 > len(rows)


def _reached_of_unknown(setting: Setting, across: dict[int, Across]) -> dict[int, Across]:
    """Return «Tỷ lệ đạt (%)» beside a column that nobody knows as open too: it may be what was reached of that one."""
    if not any(each.kind == "open" for each in across.values()):
        return across
    return {
        at: replace(each, kind="open", words=each.head.words)
        if {"rate", "recognised"} == setting.indicators.concepts(each.more, each.head.label.measure)
        else each
        for at, each in across.items()
    }


def _named_last(setting: Setting, path: Sequence[str]) -> str:
    """Return the last header over a column that is no bare measure or time: the unit over «SL» and «%», over years."""
    return next((text for text in reversed(path) if not (is_measure(text) or _is_time(setting.label(text)))), path[-1])


def _is_time(parsed: Label) -> bool:
    return bool(parsed.periods) and not (parsed.text or parsed.breakdown or parsed.plan or parsed.total)


def _counted(text: str) -> str:
    """Return what a header only says that it counts: «tổ chức» of «Số tổ chức»; empty for any other header."""
    words = re.sub(r"^(?:tổng )?số (?:lượng )?", "", spelled(text))
    return words if words != spelled(text) and is_measure(words) else ""


def is_in_percent(across: Across) -> bool:
    """Return whether a column says no more than that it is in «%»: half of a pair «SL», «%»."""
    last = across.head.words.rpartition(" / ")[2]
    return (
        across.head.label.measure == "%" and is_measure(last) and across.kind in ("unit", "plain") and not across.more
    )


def _is_bare_total(across: Across) -> bool:
    """Return whether a column beside those of registered and recognised says only «Tổng số»."""
    return across.kind == "plain" and across.head.label.total and not (across.words or across.more)


def _across(setting: Setting, column: int, meaning: Meaning, units_across: bool, parts: Mapping[str, str]) -> Across:
    parsed = meaning.label
    if answered := _answered(setting, meaning):
        return answered
    if parsed.plan:
        return Across("plan", meaning.words, meaning)
    if parsed.breakdown:
        return Across("plain", parsed.breakdown, meaning)
    path = setting.block.header_path(column)
    if path and (part := parts.get(bare_name(path[-1]))):
        return Across("plain", part, meaning)
    named = [bare_name(text) for text in path if _is_name(setting.label(text))]
    names = [text for text in named if not _adds(setting, setting.label(text))]
    more = " ".join(setting.label(text).text for text in named if text not in names)
    if not names:
        is_total = parsed.total or bool(path and setting.label(_named_last(setting, path)).total)
        return Across("total" if is_total and units_across else "plain", "", meaning, more)
    if len(names) == 1 and (counted := _counted(names[0])):
        return Across("counted", counted, meaning, more)
    if units_across or setting.is_unit(names[-1]) or (UNIT, names[-1]) in setting.answers:
        return Across("unit", names[-1], meaning, more)
    part = setting.label(path[-1]).text
    is_known = parsed.part and not any(each[0] == "?" for each in setting.indicators.concepts(part))
    return Across("plain", part, meaning) if is_known else Across("open", " / ".join(names), meaning)


def _answered(setting: Setting, meaning: Meaning) -> Across | None:
    """Return what a person said of a column: left out, a unit, or a time."""
    answer = setting.answers.get((COLUMN, meaning.words), "")
    if meaning.skip or answer == SKIP:
        return Across("skip", meaning.words, meaning)
    if answer in setting.catalog.units:
        return Across("unit", meaning.words, meaning)
    if not answer:
        return None
    dated = replace(meaning.label, periods=(NamedPeriod(answer, "", answer),), plan=False)
    return Across("plain", "", replace(meaning, label=dated, sums=()))


def _is_name(parsed: Label) -> bool:
    return bool(parsed.text) and not GENERAL.fullmatch(parsed.text) and not parsed.total and not parsed.breakdown


def _adds(setting: Setting, parsed: Label) -> bool:
    """Return whether a header only says which figure of a row it is: registered, recognised, a share, a sum."""
    found = setting.indicators.concepts(parsed.text, parsed.measure)
    return bool(found) and found <= _ADDED
