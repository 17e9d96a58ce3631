"""What is said of figures, whatever the figures: every caveat in the words, nothing said that may not be."""

from decimal import Decimal
from itertools import combinations

from hypothesis import example, given
from hypothesis import strategies as st

import slow_reference as slow
from hoctap.model.catalog import Catalog
from hoctap.model.figure_row import FigureRow
from hoctap.model.period import parse_period
from hoctap.model.record import Observation
from hoctap.model.value_range import UNKNOWN, Range
from hoctap.views.comparison import Judgements, judged_pairs
from hoctap.views.figure import figure_of
from hoctap.views.statements.by_subject import everything, statements_of_indicator, statements_of_unit
from hoctap.views.statements.change import DOWN, SAME, UP, change
from hoctap.views.statements.comparable import comparable
from hoctap.views.statements.demand import Demand
from hoctap.views.statements.figure import figure_statement
from hoctap.views.statements.ranking import rankings
from hoctap.views.statements.reasons import Reason
from hoctap.views.statements.series import lines_of
from hoctap.views.statements.statement import Kind, Refusal, Statement, as_json
from hoctap.views.statements.sums import sum_of
from hoctap.views.statements.verdict import Outcome, judged, verdict
from hoctap.views.statements.words import value_words
from small_catalog import INDICATORS, UNITS, catalog_of, many_observations, observations

operators = st.sampled_from((">=", "<=", "="))
levels = st.one_of(st.integers(0, 10**6).map(Decimal), st.sampled_from([Decimal(each) for each in (95, 100, 105)]))
# Of few units, indicators and sources many figures meet, so lines and rankings come about.
crowded = st.lists(
    st.builds(
        lambda unit, year, value, qualifier, source, note: _row(unit, str(year), value, qualifier, source, note),
        st.sampled_from(("tp-binh-ho", "tinh-suoi-bac", "tinh-dong-lau-cu", "ca-nuoc")),
        st.integers(2018, 2024),
        st.integers(1, 500).map(str),
        st.sampled_from(("exact", "exact", "exact", "exact", "over", "about", "nearly", "under")),
        st.sampled_from(("bao-a", "bao-a", "bao-a", "hoi-c", "bao-b")),
        st.sampled_from(("", "", "", "", "số dự kiến", "chỉ tính nội trú")),
    ),
    max_size=30,
    unique_by=lambda row: (row.unit_id, row.period.text, row.source_id),
)


def _row(unit: str, year: str, value: str, qualifier: str, source: str, note: str) -> Observation:
    from small_catalog import observation

    return observation(unit, period=year, value=value, qualifier=qualifier, source_id=source, note=note)


def _statements(catalog: Catalog) -> list[Statement]:
    return [each for each in everything(catalog) if isinstance(each, Statement)]


def _by_id(catalog: Catalog) -> dict[str, FigureRow]:
    return {row.row_id: row for row in catalog.figure_rows}


@given(many_observations)
def test_every_row_gets_one_sentence_of_its_own(rows: list[Observation]) -> None:
    catalog = catalog_of(rows)
    single = [each for each in _statements(catalog) if each.kind in (Kind.FIGURE, Kind.ABSENCE)]
    assert sorted(each.row_ids[0] for each in single) == sorted(row.row_id for row in catalog.figure_rows)


@given(many_observations)
def test_every_caveat_of_a_row_stands_in_its_sentence(rows: list[Observation]) -> None:
    catalog = catalog_of(rows)
    for row in catalog.figure_rows:
        text = figure_statement(catalog, row).text
        assert [words for words in slow.words_wanted(catalog, row.observation) if words not in text] == []


@given(crowded)
def test_every_caveat_of_every_row_stands_in_the_words_of_all_kinds(rows: list[Observation]) -> None:
    catalog = catalog_of(rows)
    known = _by_id(catalog)
    for statement in _statements(catalog):
        for row_id in statement.row_ids:
            wanted = slow.words_wanted(catalog, known[row_id].observation)
            assert [words for words in wanted if words not in statement.text] == [], statement.text


@given(crowded)
def test_every_caveat_of_every_row_is_among_the_caveats(rows: list[Observation]) -> None:
    catalog = catalog_of(rows)
    known = _by_id(catalog)
    for statement in _statements(catalog):
        words = {caveat.words for caveat in statement.caveats}
        for row_id in statement.row_ids:
            seen = known[row_id].observation
            assert {text for text in (seen.note, seen.breakdown) if text} <= words


@given(many_observations)
def test_sentences_begin_with_a_large_letter_and_end_with_a_point(rows: list[Observation]) -> None:
    for statement in _statements(catalog_of(rows)):
        assert statement.text[:1] == statement.text[:1].upper()
        assert statement.text.endswith(".")
        assert "  " not in statement.text
        assert "{" not in statement.text


@given(crowded)
def test_no_change_is_said_of_rows_that_cannot_be_compared(rows: list[Observation]) -> None:
    catalog = catalog_of(rows)
    known = _by_id(catalog)
    for statement in _statements(catalog):
        if statement.kind is Kind.CHANGE:
            now, before = (known[row_id].observation for row_id in statement.row_ids)
            assert slow.may_compare_in_time(catalog, now, before, rows)
            assert now.period.end > before.period.end


@given(crowded)
def test_tang_and_giam_are_what_both_ranges_say(rows: list[Observation]) -> None:
    catalog = catalog_of(rows)
    for now, before in combinations(catalog.figure_rows, 2):
        statement = change(catalog, now, before)
        if isinstance(statement, Statement):
            new, old = slow.low_and_high(now.observation), slow.low_and_high(before.observation)
            expected = UP if new[0] > old[1] else DOWN if new[1] < old[0] else SAME
            assert statement.outcome == expected
            assert expected in statement.text
            if expected is SAME:
                assert now.observation.value == before.observation.value


@given(crowded)
def test_a_hedged_change_says_no_amount(rows: list[Observation]) -> None:
    catalog = catalog_of(rows)
    for now, before in combinations(catalog.figure_rows, 2):
        statement = change(catalog, now, before)
        if isinstance(statement, Statement) and "exact" not in (
            now.observation.qualifier,
            before.observation.qualifier,
        ):
            assert f"{statement.outcome} so với" in statement.text


@given(crowded)
def test_a_line_has_three_points_of_which_any_two_are_comparable(rows: list[Observation]) -> None:
    catalog = catalog_of(rows)
    for unit in UNITS:
        for line in lines_of(catalog, catalog.rows_by_unit.get(unit.unit_id, ()))[0]:
            assert len(line.points) >= 3
            for one, other in combinations([point.observation for point in line.points], 2):
                assert slow.may_compare_in_time(catalog, one, other, rows)
            ends = [point.observation.period.end for point in line.points]
            assert ends == sorted(ends)


@given(crowded)
def test_a_line_and_what_stands_beside_it_are_all_rows_of_it(rows: list[Observation]) -> None:
    catalog = catalog_of(rows)
    for unit_id, of_unit in catalog.rows_by_unit.items():
        for line in lines_of(catalog, of_unit)[0]:
            figures = [*line.points, *(figure for figure, _ in line.outside)]
            group = [row for row in of_unit if row.observation.breakdown == line.points[0].observation.breakdown]
            assert len(figures) == len(group), unit_id
            for figure, words in line.outside:
                assert words or figure.value is None or figure.period.startswith("lũy kế")
                reasons = (
                    f"{figure.value_with_qualifier}, {figure.period} ({words}; {figure.source.text}, {figure.locator})"
                )
                assert all(text in reasons for text in slow.words_wanted(catalog, figure.observation)), reasons


@given(crowded)
def test_units_share_an_axis_only_if_any_two_are_comparable(rows: list[Observation]) -> None:
    catalog = catalog_of(rows)
    for indicator in INDICATORS:
        for ranking in rankings(catalog, catalog.rows_by_indicator.get(indicator.indicator_id, ()))[0]:
            seen = [figure.observation for figure in ranking.figures]
            assert len(seen) >= 3
            for one, other in combinations(seen, 2):
                assert slow.may_share_an_axis(catalog, one, other, rows)
            values = [row.value or 0 for row in seen]
            assert values == sorted(values, reverse=True)


@given(crowded)
def test_where_three_units_could_share_an_axis_they_do(rows: list[Observation]) -> None:
    catalog = catalog_of(rows)
    ranked = rankings(catalog, catalog.rows_by_indicator.get("members", ()))[0]
    could = any(
        all(
            slow.may_share_an_axis(catalog, one, other, rows) and slow.counted_alike(one, other)
            for one, other in combinations(three, 2)
        )
        for three in combinations(rows, 3)
    )
    assert bool(ranked) == could


@given(many_observations)
def test_comparable_says_the_same_of_both_orders_in_the_order_of_the_enum(rows: list[Observation]) -> None:
    for one, other in combinations(catalog_of(rows).figure_rows, 2):
        reasons = comparable(one, other)
        assert reasons == comparable(other, one)
        assert list(reasons) == [reason for reason in Reason if reason in reasons]


@given(many_observations)
def test_what_the_page_of_comparison_looks_up_is_what_the_judge_says(rows: list[Observation]) -> None:
    catalog = catalog_of(rows)
    judgements = Judgements({key: judged_pairs(catalog, key) for key in catalog.rows_by_indicator})
    reasons = list(judgements.reasons)
    for one, other in combinations([row for row in catalog.figure_rows if row.observation.value is not None], 2):
        mine, its = one.observation, other.observation
        if (mine.indicator_id, mine.breakdown) == (its.indicator_id, its.breakdown) and mine.unit_id != its.unit_id:
            low, high = sorted((judgements.class_of[one.row_id], judgements.class_of[other.row_id]))
            found = reasons[judgements.pairs[mine.indicator_id][mine.breakdown][high][low]]
            words = [reason.words for reason in comparable(one, other) if reason is not Reason.RANGES_OVERLAP]
            assert list(found) == words


@given(crowded)
def test_what_is_largest_is_so_whatever_hedges_leave_open(rows: list[Observation]) -> None:
    catalog = catalog_of(rows)
    for ranking in rankings(catalog, catalog.rows_by_indicator.get("members", ()))[0]:
        ends = {figure: slow.low_and_high(figure.observation) for figure in ranking.figures}
        for figure in ranking.largest:
            assert all(ends[figure][0] > ends[other][1] for other in ranking.figures if other.value != figure.value)
        for figure in ranking.smallest:
            assert all(ends[figure][1] < ends[other][0] for other in ranking.figures if other.value != figure.value)
        if all(figure.observation.qualifier == "exact" for figure in ranking.figures):
            assert ranking.largest
            assert ranking.smallest
            assert "chưa chắc" not in ranking.statement.text


@given(crowded)
def test_comparable_agrees_with_the_slow_judge(rows: list[Observation]) -> None:
    catalog = catalog_of(rows)
    for one, other in combinations(catalog.figure_rows, 2):
        allowed = set(comparable(one, other)) <= {Reason.RANGES_OVERLAP, Reason.OTHER_COUNT}
        pair = (catalog, one.observation, other.observation, rows)
        of_one_unit = one.observation.unit_id == other.observation.unit_id
        assert allowed == (slow.may_compare_in_time if of_one_unit else slow.may_share_an_axis)(*pair)


@given(crowded, observations)
def test_a_row_of_another_thing_changes_no_statement(rows: list[Observation], more: Observation) -> None:
    if any((row.unit_id, row.indicator_id) == (more.unit_id, more.indicator_id) for row in rows):
        return
    before = {(each.kind, each.text) for each in _unit_statements(catalog_of(rows), more.unit_id)}
    after = {(each.kind, each.text) for each in _unit_statements(catalog_of([*rows, more]), more.unit_id)}
    assert before == after


def _unit_statements(catalog: Catalog, but: str) -> list[Statement]:
    return [
        each for unit in UNITS if unit.unit_id != but for each in statements_of_unit(catalog, unit.unit_id).sentences
    ]


@given(crowded, crowded)
def test_the_sentence_of_a_row_does_not_depend_on_other_rows(rows: list[Observation], more: list[Observation]) -> None:
    keys = {(row.unit_id, row.period.text, row.source_id) for row in rows}
    others = [row for row in more if (row.unit_id, row.period.text, row.source_id) not in keys]
    alone, together = catalog_of(rows), catalog_of([*rows, *others])
    words = {row.row_id: figure_statement(together, row).text for row in together.figure_rows}
    for row in alone.figure_rows:
        assert figure_statement(alone, row).text == words[row.row_id]


@given(st.data(), crowded)
def test_the_order_of_rows_changes_nothing(data: st.DataObject, rows: list[Observation]) -> None:
    other = data.draw(st.permutations(rows))
    one, two = (sorted((str(each.kind), each.text) for each in everything(catalog_of(r))) for r in (rows, other))
    assert one == two


@given(many_observations, operators, levels)
def test_a_verdict_is_what_the_ranges_say(rows: list[Observation], operator: str, level: Decimal) -> None:
    catalog = catalog_of(rows)
    demand = Demand("members", operator, level, parse_period("2024"), "", "", "")
    for unit in UNITS:
        answer = verdict(catalog, (unit.unit_id,), demand, catalog.rows_by_unit.get(unit.unit_id, ()))
        inputs = [
            row
            for row in rows
            if (row.unit_id, row.indicator_id, row.breakdown) == (unit.unit_id, "members", "")
            and row.value is not None
            and row.period.end.year == 2024
        ]
        assert sorted(figure.observation.source_id for figure in answer.inputs) == sorted(r.source_id for r in inputs)
        if not inputs:
            assert answer.outcome is Outcome.ABSENT
            continue
        outcomes = {slow.outcome(catalog, row, operator, level) for row in inputs}
        assert answer.outcome == (outcomes.pop() if len(outcomes) == 1 else "chưa kết luận được")


@given(st.decimals(0, 1000, places=1), st.decimals(0, 1000, places=1), operators, levels)
def test_a_wider_range_never_turns_met_into_missed(low: Decimal, width: Decimal, operator: str, level: Decimal) -> None:
    narrow, wide = judged(Range(low, low), operator, level), judged(Range(low, low + width), operator, level)
    assert wide in (narrow, Outcome.UNDECIDED)
    assert judged(UNKNOWN, operator, level) in (Outcome.UNDECIDED, Outcome.PLAN)


@given(many_observations, operators, levels)
def test_a_verdict_shows_every_figure_it_rests_on_with_its_caveats(
    rows: list[Observation], operator: str, level: Decimal
) -> None:
    catalog = catalog_of(rows)
    demand = Demand("members", operator, level, parse_period("2024"), "", "từ 5", "")
    for unit_id, of_unit in catalog.rows_by_unit.items():
        answer = verdict(catalog, (unit_id,), demand, of_unit)
        for figure in answer.inputs:
            wanted = slow.words_wanted(catalog, figure.observation)
            assert [words for words in wanted if words not in answer.statement.text] == []
        assert str(answer.outcome) in answer.statement.text or answer.outcome in (
            Outcome.ABSENT,
            Outcome.NOT_MEASURED,
        )


def _inside(end: Decimal | int | None) -> Decimal:
    """An end of a range without the least step that the slow reference takes beyond a number that is not in it."""
    number = Decimal("Infinity") if end is None else Decimal(end)
    return round(number, 3) if number.is_finite() else number


_OF_ONE_YEAR = (("tp-binh-ho", "exact"), ("tinh-suoi-bac", "over"), ("tinh-dong-lau-cu", "exact"))


@given(crowded)
@example([_row(unit, "2019", "1", qualifier, "bao-a", "") for unit, qualifier in _OF_ONE_YEAR])
def test_a_sum_is_of_units_of_one_level_and_lies_between_its_ends(rows: list[Observation]) -> None:
    catalog = catalog_of(rows)
    for chosen in combinations(catalog.figure_rows[:7], 3):
        statement = sum_of(catalog, chosen)
        units = [catalog.units[row.observation.unit_id] for row in chosen]
        if isinstance(statement, Statement):
            assert len({unit.level for unit in units}) == 1
            assert len({unit.unit_id for unit in units}) == 3
            ends = [slow.low_and_high(row.observation) for row in chosen]
            assert _inside(statement.range.low) == _inside(sum(end[0] for end in ends))
            assert _inside(statement.range.high) == _inside(sum(end[1] for end in ends))
        elif len({unit.level for unit in units}) > 1:
            assert Reason.OTHER_LEVEL in statement.reasons


@given(many_observations)
def test_json_has_the_words_and_the_caveats_of_the_statement(rows: list[Observation]) -> None:
    for statement in _statements(catalog_of(rows)):
        document = as_json(statement)
        assert document["statement"] == statement.text == "".join(part.text for part in statement.parts)
        assert [each["words"] for each in document["caveats"]] == [caveat.words for caveat in statement.caveats]
        assert document["rows"] == list(statement.row_ids)


@given(many_observations)
def test_a_card_has_the_caveats_of_the_statement(rows: list[Observation]) -> None:
    catalog = catalog_of(rows)
    for row in catalog.figure_rows:
        figure, statement = figure_of(catalog, row.observation), figure_statement(catalog, row)
        seen = row.observation
        assert figure.value_with_qualifier == value_words(catalog, row.indicator, seen.value, seen.qualifier)
        assert figure.caveats == statement.caveats
        text = f"{figure.value_with_qualifier} {figure.period_doubt} {figure.aside} nguồn {figure.formatted}"
        assert all(caveat.words in text for caveat in figure.caveats)


@given(many_observations)
def test_what_is_refused_has_a_reason_in_words(rows: list[Observation]) -> None:
    for each in everything(catalog_of(rows)):
        if isinstance(each, Refusal):
            assert each.reasons
            assert each.text == "; ".join(reason.words for reason in each.reasons)


@given(crowded)
def test_said_and_refused_are_of_rows_that_are_there(rows: list[Observation]) -> None:
    catalog = catalog_of(rows)
    known = _by_id(catalog)
    for each in everything(catalog):
        assert all(row_id in known for row_id in each.row_ids)
    for indicator in INDICATORS:
        for each in statements_of_indicator(catalog, indicator.indicator_id).sentences:
            assert {known[row_id].observation.indicator_id for row_id in each.row_ids} == {indicator.indicator_id}


@given(st.decimals(1, 100, places=1), st.decimals(1, 100, places=1), st.decimals(0, 50, places=1))
def test_ranges_overlap_if_they_share_a_number(one: Decimal, other: Decimal, width: Decimal) -> None:
    first, second = Range(one, one + width), Range(other, other + width)
    assert first.overlaps(second) == (max(one, other) <= min(one, other) + width)
    assert Range(one).overlaps(second) == (one <= other + width)
    assert first.overlaps(Range(high=other)) == (one <= other)
    assert Range(one, above=True).overlaps(second) == (one < other + width)
    assert first.overlaps(Range(high=other, below=True)) == (one < other)
