"""A drawing of how old figures are: a row for each province, its newest year on today's borders and on those before."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from hoctap.views.freshness import ProvinceAge

_ROW, _TOP, _LEFT, _WIDTH = 24, 28, 34, 62
_YEARS = 8


def age_strip(ages: Sequence[ProvinceAge], today: date) -> Markup:
    """Return the strip as SVG: full dots for today's borders, hollow ones for former; older years at the left edge."""
    first = today.year - _YEARS
    height = _TOP + _ROW * len(ages)
    marks = [_year_line(year, first, height) for year in range(first, today.year + 1)]
    for at, one in enumerate(ages):
        y = _TOP + at * _ROW + 16
        marks.append(Markup('<text class="label" x="0" y="{}">{}</text>').format(y, one.area.text))
        marks += [_dot(first, year, y, kind) for year, kind in _years(one)]
    words = "; ".join(f"{one.area.text}: {_in_words(one)}" for one in ages)
    return Markup(
        '<svg width="100%" height="{}" role="img"><title>Năm của số mới nhất theo tỉnh, thành phố</title>'
        "<desc>{}</desc>{}</svg>"
    ).format(height, words, Markup("").join(marks))


def _years(one: ProvinceAge) -> list[tuple[int, str]]:
    found = [(one.former_year, "dot"), (one.year, "dot dot--exact")]
    return [(year, kind) for year, kind in found if year is not None]


def _in_words(one: ProvinceAge) -> str:
    now = f"{one.year}" if one.year else "chưa có số"
    return f"{now}, các địa phương hợp thành {one.former_year}" if one.former_year else now


def _x(year: int, first: int) -> float:
    return _LEFT + max(year - first, 0) / _YEARS * _WIDTH


def _year_line(year: int, first: int, height: int) -> Markup:
    label = f"≤{year}" if year == first else str(year)
    # The first label is longer: it goes to the left, away from the next.
    anchor, aside = ("end", 12) if year == first else ("middle", 0)
    text = Markup('<text class="label" x="{:.1f}%" y="14" dx="{}" text-anchor="{}">{}</text>').format(
        _x(year, first), aside, anchor, label
    )
    line = Markup('<line class="grid" x1="{0:.1f}%" x2="{0:.1f}%" y1="20" y2="{1}"/>').format(_x(year, first), height)
    return line + (text if (year - first) % 2 == 0 else Markup(""))


def _dot(first: int, year: int, y: int, kind: str) -> Markup:
    drawn = min(year, first + _YEARS)
    return Markup('<circle class="{}" cx="{:.1f}%" cy="{}" r="5"/>').format(kind, _x(drawn, first), y - 5)
