"""The time of a table's figures is what its title lines say so of: a table of lines as offices write them, with the
times in each that the figures are of; none where a person must be asked."""

import csv

from hoctap.contribute.tables.times import bare_year, times_in
from miniature import EXAMPLES

with (EXAMPLES / "title_times.csv").open(encoding="utf-8", newline="") as _file:
    TITLES = [(row["title"], row["periods"]) for row in csv.DictReader(_file)]


def test_a_time_in_a_title_is_the_figures_only_where_its_words_say_so() -> None:
    found = {title: " ".join(each.period for each in times_in(title)) for title, _ in TITLES}
    assert found == dict(TITLES)


def test_a_year_that_is_passed_over_does_not_come_back_as_a_bare_one() -> None:
    passed = [title for title, periods in TITLES if not periods]
    assert [title for title in passed if bare_year([title])] == []
    assert [each.period for each in bare_year(["BIỂU TỔNG HỢP 2023"])] == ["2023"]
    assert bare_year(["LUẬT GIÁO DỤC 2019"]) == ()
