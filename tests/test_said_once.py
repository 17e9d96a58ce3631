"""What several figures or units have in common is said once: under a chart, beside rankings refused, of units alike."""

import re
from functools import cache

from jinja2 import Environment

from hoctap.render.environment import Setting, environment
from hoctap.views.figure import Figure, figure_of
from hoctap.views.indicator import _against
from hoctap.views.link import Link
from hoctap.views.similar import Similar
from hoctap.views.statements.reasons import Reason
from hoctap.views.statements.statement import Kind, Refusal
from miniature import site_pattern
from small_catalog import catalog_of, observation


@cache
def _templates() -> Environment:
    return environment(site_pattern(), Setting())


def _figures(**notes: str) -> list[Figure]:
    """Return a figure for each year, with its note."""
    catalog = catalog_of([observation(period=year.removeprefix("y"), note=note) for year, note in notes.items()])
    return [figure_of(catalog, row.observation) for row in catalog.figure_rows]


def _caveats(figures: list[Figure], drawn: int) -> list[str]:
    limited = [figure for figure in figures if figure.has_caveats]
    html = str(_templates().get_template("parts.html").module.chart_caveats(limited, "period", drawn))  # type: ignore[attr-defined]
    return re.findall(r"<p[^>]*>(.*?)</p>", html)


def test_a_caveat_of_all_marks_is_said_of_all_at_once() -> None:
    figures = _figures(y2021="sơ bộ", y2022="sơ bộ", y2023="sơ bộ")
    assert _caveats(figures, 3) == ["Mọi con số trên hình: sơ bộ."]


def test_a_caveat_of_some_marks_names_them_and_another_stands_apart() -> None:
    figures = _figures(y2021="sơ bộ", y2022="", y2023="ước tính", y2024="sơ bộ")
    assert _caveats(figures, 4) == ["2021, 2024: sơ bộ.", "2023: ước tính."]


def test_one_mark_alone_is_named_by_its_period() -> None:
    assert _caveats(_figures(y2021="sơ bộ"), 1) == ["2021: sơ bộ."]


def test_reasons_against_a_ranking_are_each_said_once_in_their_order() -> None:
    first, second, third = list(Reason)[:3]
    refused = [
        Refusal(Kind.RANKING, (), (), (third, first)),
        Refusal(Kind.RANKING, (), (), (first, second)),
        Refusal(Kind.SERIES, (), (), (list(Reason)[4],)),
    ]
    assert _against(refused) == (first, second, third)


def test_units_alike_without_anything_to_compare_stand_in_one_line() -> None:
    alike = [Similar(Link(f"don-vi/{key}/", key.upper()), "cùng loại, cùng cấp", ()) for key in ("a", "b", "c")]
    near = Similar(Link("don-vi/d/", "D"), "cùng loại, cùng cấp; cùng vùng X", ())
    view = type("View", (), {"similar": [*alike, near]})()
    template = _templates().from_string('{% import "parts.html" as parts with context %}{% include "similar.html" %}')
    lines = re.findall(r"<li>(.*?)</li>", template.render(view=view), re.DOTALL)
    assert [re.findall(r">([A-D])<", line) for line in lines] == [["A", "B", "C"], ["D"]]
    assert all("chưa có hai con số nào so được với nhau" in line for line in lines)
