"""What columns mean beside each other: under one title, beside a plan, after what they are a part or share of."""

import re
from collections.abc import Mapping
from dataclasses import replace

from hoctap.contribute.naming.indicators import belongs_to_association
from hoctap.contribute.naming.relations import SCOPES, TOPICS
from hoctap.contribute.naming.unit_names import plain
from hoctap.contribute.tables.counted_before import share_of, worth_of
from hoctap.contribute.tables.labels import PLANNED
from hoctap.contribute.tables.meaning import GENERAL, Meaning, of_centre, whole_of_title
from hoctap.contribute.tables.setting import Setting
from hoctap.contribute.tables.topics import OF_CLASSES, joined_to_classes, lines_above, of_topic, topic_of_classes
from hoctap.model.period_kinds import YEAR

# «Số điểm», «Xếp loại» are no results either, but no plan that a share would be compared with.
_PLANNED = re.compile(rf"{PLANNED}|giao|chỉ tiêu|nghị quyết|\bnq\b|cùng kỳ|(?:kỳ|năm) trước")
_COMPARED = re.compile(r"so sánh|so với|tăng|giảm|chênh lệch|\d{4}\s*/\s*\d{4}|cùng kỳ")
_REACHED = re.compile(r"(?:kết quả|thực hiện|đạt được|th\b)")
# What people got or did, not what was given: «được cấp học bổng», «đã được tặng xe đạp».
_WHO = re.compile(
    r"(?:số )?(?:(?:người|em|cháu|học sinh|sinh viên|học viên|hội viên|hs|sv) )?(?:đã |có )?(?:được|nhận)\b"
)
_WHO_ARE = re.compile(r"^[^,]*? là (?=\w)")  # «hội viên là cán bộ, giáo viên»
_TOPICS = frozenset({"clc", "literacy"})


def against_plans(setting: Setting, columns: Mapping[int, Meaning]) -> dict[int, Meaning]:
    """Make «Tỷ lệ (%)», «% đạt» beside a plan, under the same heading, a comparison with it: no share of its own."""
    paths = setting.block.header_paths(columns)
    plans = [column for column, each in columns.items() if each.label.plan and paths[column]]
    planned = {paths[column][:-1] for column in plans if _PLANNED.search(plain(paths[column][-1]))}
    shares = [
        column
        for column, path in paths.items()
        if path and path[:-1] in planned and column not in plans and _is_bare_share(setting, path[-1])
    ]
    return {
        column: replace(each, label=replace(each.label, plan=not each.answered)) if column in shares else each
        for column, each in columns.items()
    }


def _is_bare_share(setting: Setting, head: str) -> bool:
    last = setting.label(head)
    own = setting.indicators.concepts(last.text, last.measure)
    return "rate" in own and own <= {"rate", "recognised"}


def against_last_time(setting: Setting, columns: Mapping[int, Meaning]) -> dict[int, Meaning]:
    """Make a column of an earlier time a comparison, where the title is of one time alone and a column compares both.

    «9 tháng năm 2022» beside «9 tháng năm 2023» and «So sánh» under «QUỸ 9 THÁNG ĐẦU NĂM 2023» repeats an older report.
    A whole year that its header calls a result, «Thực hiện 2022», is one.
    """
    title = setting.span
    is_compared = any(each.label.plan and _COMPARED.search(plain(each.words)) for each in columns.values())
    times = {
        column: each.label.periods[0]
        for column, each in columns.items()
        if len(each.label.periods) == 1 and not each.label.plan
    }
    named = {each.period for each in times.values() if title is not None and each.kind == title.kind}
    if title is None or not is_compared or title.period != max(named, default="") or len(named) != 2:
        return dict(columns)
    before = {at for at, each in times.items() if each.period == min(named)}
    if all(times[at].kind == YEAR and _REACHED.match(plain(columns[at].words)) for at in before):
        return dict(columns)
    if any(plain(times[at].words) in plain(line) for at in before for line in setting.context.lines):
        return dict(columns)  # «năm 2023 so với năm 2022»: the title is of both
    return {
        at: replace(each, label=replace(each.label, plan=True)) if at in before and not each.answered else each
        for at, each in columns.items()
    }


def most_exact(setting: Setting, columns: Mapping[int, Meaning]) -> dict[int, Meaning]:
    """Leave an indicator that several columns of one time name to the one whose header says «công nhận», «đạt»."""
    meanings = dict(columns)
    for column, meaning in columns.items():
        same = [at for at, each in columns.items() if _is_same(each, meaning)]
        named = [at for at in same if "recognised" in setting.indicators.concepts(columns[at].label.text)]
        if len(same) > 1 and len(named) == 1 and column not in named and not meaning.answered:
            meanings[column] = replace(meaning, indicators=())
    return meanings


def _is_same(one: Meaning, other: Meaning) -> bool:
    same = one.indicator is not None and one.indicators == other.indicators and not one.label.plan
    return same and (one.breakdown, one.label.periods) == (other.breakdown, other.label.periods)


def with_parts(setting: Setting, columns: Mapping[int, Meaning]) -> dict[int, Meaning]:
    """Give «Trong đó: nữ» the indicator of the column before it, «Tỷ lệ so với dân số» what that column counts."""
    meanings: dict[int, Meaning] = {}
    whole: Meaning | None = None
    before: Meaning | None = None  # of `before` a part may be told that is itself of some: «Học sinh được khen thưởng»
    for column, found in columns.items():
        meaning = _of_column_before(setting, column, whole, found) if whole else found
        is_part = meaning.label.part and not meaning.answered
        if before and is_part and (kind := _kind_of(setting, before, meaning, column)):
            meanings[column] = kind
            continue
        if is_part and (_is_of_others(before, meaning) if before else meanings):
            meanings[column] = replace(meaning, indicators=())  # of which column, nobody knows
            continue
        if whole and not meaning.indicators and not meaning.answered:
            joined = share_of(setting, whole, meaning) or worth_of(setting, whole, meaning)
            if joined:
                meanings[column] = joined
                continue
        if meaning.breakdown and not meaning.indicators and not meaning.label.text and whole:
            periods = meaning.label.periods or whole.label.periods
            parsed = replace(meaning.label, measure=meaning.label.measure or whole.label.measure, periods=periods)
            meanings[column] = replace(meaning, indicators=whole.indicators, label=parsed)
            continue
        if not meaning.breakdown:
            whole = meaning if meaning.indicators else None
        before = meaning if meaning.indicators else None
        meanings[column] = meaning
    return meanings


def _is_of_others(whole: Meaning, part: Meaning) -> bool:
    """Return whether «Trong đó: đảng viên» beside «Hội viên» names what the place has of them, not the association."""
    one, other = whole.indicator, part.indicator
    if one is None or other is None or one.unit_measure != "nguoi":
        return False
    if other.unit_measure != "nguoi":  # «Học sinh được đỡ đầu», «Trong đó được cấp học bổng» are no scholarships
        return not part.label.measure and _WHO.match(part.label.text) is not None
    return belongs_to_association(one) and not belongs_to_association(other) and not other.parent_indicator_id


def _of_column_before(setting: Setting, column: int, whole: Meaning, part: Meaning) -> Meaning:
    """Return «Tổ chức hội / Trong đó: nữ» after «Tổ chức hội / Hội viên» as a part of that column, not of the group.

    A group about one thing is what its parts are of: «Hội viên / Tổng số», «Hội viên / Trong đó: nữ».
    """
    path, (group, _, last) = setting.block.header_path(column), whole.words.rpartition(" / ")
    named = setting.label(last)
    is_name = bool(named.text) and not named.total and not GENERAL.fullmatch(named.text)
    if part.answered or len(path) < 2 or not setting.label(path[-1]).breakdown or " / ".join(path[:-1]) != group:
        return part
    topic = setting.indicators.concepts(" ".join(setting.label(each).text for each in path[:-1]))
    return replace(part, indicators=(), label=replace(part.label, text="")) if is_name and topic <= TOPICS else part


def _kind_of(setting: Setting, whole: Meaning, part: Meaning, column: int) -> Meaning | None:
    """Return «Trong đó / Trường học» as a kind of what the column before it counts; None where it is no such kind.

    «Trong đó, hội viên là giáo viên» says again whom that one counts.
    """
    last = setting.label(setting.block.header_path(column)[-1])
    own = setting.indicators.concepts(last.text if last.part else part.label.text, part.label.measure)
    if whole.indicator is None or not own:
        return None
    if own <= SCOPES.get(whole.indicator.indicator_id, set()):
        return replace(part, indicators=whole.indicators, breakdown=part.label.text)
    is_of_people = whole.indicator.unit_measure == "nguoi" and last.part and not (part.indicators or part.label.plan)
    again = setting.indicators.concepts(whole.words) & own & {"member", "pupil", "student", "learner", "staff"}
    named = _WHO_ARE.sub("", last.text)
    return replace(part, indicators=whole.indicators, breakdown=named) if is_of_people and again else None


def wholes(setting: Setting, columns: Mapping[int, Meaning]) -> dict[int, Meaning]:
    """Give «Tổng số» beside those registered and recognised under one title what counts all that it may be given to."""
    meanings = dict(columns)
    paths = setting.block.header_paths(columns)
    for column, meaning in columns.items():
        if meaning.answered or not meaning.label.total or meaning.label.plan:
            continue
        others = [at for at in columns if at != column and paths[at] and paths[at][:-1] == paths[column][:-1]]
        stated = frozenset[str]().union(*(setting.indicators.concepts(paths[at][-1]) for at in others))
        if stated >= {"registered", "recognised"}:
            meanings[column] = replace(meaning, indicators=whole_of_title(setting, meaning))
    return meanings


def _of_titled_classes(setting: Setting, own: frozenset[str]) -> frozenset[str]:
    """Return what the classes of a bare «Số lớp» are about by the title: what stands beside them is of it too."""
    titled = next(of_topic(setting, own, lines_above(setting)), frozenset[str]()) if own == {"course"} else frozenset()
    return titled - OF_CLASSES


def with_topics(setting: Setting, columns: Mapping[int, Meaning]) -> dict[int, Meaning]:
    """Give «Số lớp», «Lượt người học» the topic of the columns before them: after «Số TTHTCĐ» they are of centres.

    Beside classes about one thing, «Số học viên», «Tỷ lệ tham gia» are those of these classes.
    """
    meanings, topic, classes = dict(columns), frozenset[str](), frozenset[str]()
    for column, meaning in columns.items():
        text = of_centre(meaning.label.text) if topic == {"clc"} else meaning.label.text
        own = setting.indicators.concepts(text, meaning.label.measure)
        is_of_another = bool(meaning.indicators) and not own <= OF_CLASSES
        classes = (
            topic_of_classes(own) or _of_titled_classes(setting, own) or (frozenset() if is_of_another else classes)
        )
        if not meaning.indicators and not meaning.answered and (found := joined_to_classes(setting, own, classes)):
            meanings[column] = replace(meaning, indicators=found)
            continue
        topic = (own & _TOPICS) or topic
        is_named = text != meaning.label.text and not meaning.indicators
        is_bare = own and (own <= OF_CLASSES or is_named) and not meaning.answered
        if is_bare and len(topic) == 1 and (found := setting.indicators.named_by(own | topic)):
            meanings[column] = replace(meaning, indicators=found)
    return meanings
