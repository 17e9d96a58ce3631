"""Charts as hand-made SVG: bars, shares of a whole, a line in time. Colours come from the style sheet.

What is drawn comes from statements, so only comparable figures share an axis. A hedged value is a hollow mark with its
word; where the source says «more than» the bar is open at its end. Amounts of one chart are in one unit.
Widths are percentages and there is no viewBox, so text keeps its size from a phone to a wall.
Each chart has a title and a description for screen readers; the table beside it holds the same figures.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from markupsafe import Markup

from hoctap.render.labels import LINE, NARROWEST, apart, centred, in_lines, lines_of
from hoctap.views.figure import Figure
from hoctap.views.statements.words import in_scale, money_scale

# A row: label on its own lines, the bar beneath it, the value after the bar's end.
_ROW, _BAR, _LONGEST = 52, 18, 52
_LINE_HEIGHT, _LINE_TOP, _LINE_FOOT = 226, 36, 40
_LINE_LEFT, _LINE_WIDTH = 15, 70


def bars(title: str, figures: Sequence[Figure], *, by: str = "unit", most: int = 30) -> Markup:
    """Return a bar chart of figures of one measure, one bar a figure, labelled by their `by` link."""
    drawn = [figure for figure in figures if figure.value is not None][:most]
    top = max((figure.value or Decimal(0) for figure in drawn), default=Decimal(0))
    return _rows(title, [(getattr(figure, by).text, figure) for figure in drawn], top)


def shares(title: str, parts: Sequence[Figure], total: Decimal) -> Markup:
    """Return a bar chart of parts against their whole: the longest possible bar is the whole."""
    return _rows(title, [(part.indicator.text, part) for part in parts], total)


def _rows(title: str, rows: Sequence[tuple[str, Figure]], top: Decimal) -> Markup:
    marks, y = [], 0
    values = values_in_one_unit([figure for _, figure in rows])
    for (label, figure), value in zip(rows, values, strict=True):
        lines = lines_of(label, NARROWEST)
        marks.append(in_lines("label", 0, y + 16, lines))
        y += (len(lines) - 1) * LINE
        marks.append(_marked(label, figure, _bar(y, figure, value, top or Decimal(1)), is_first=figure is rows[0][1]))
        y += _ROW
    return _svg(title, _in_words([(f"{label}: ", figure) for label, figure in rows]), y, marks)


def _in_words(figures: Sequence[tuple[str, Figure]]) -> str:
    """Return figures with what stands before each; what is to know of every one of them is said once, at the end."""
    every = [figure.cautions for _, figure in figures]
    common = [caution for caution in every[0] if all(caution in each for each in every)] if len(every) > 1 else []
    words = "; ".join(f"{before}{figure.brief_without(common)}" for before, figure in figures)
    return f"{words}. Mọi con số: {'; '.join(common)}" if common else words


def values_in_one_unit(figures: Sequence[Figure]) -> list[str]:
    """Return each value with its hedge, amounts all in the unit that fits the largest: `hơn 5,4 tỷ`, `0,9 tỷ`."""
    scale, unit = money_scale([figure.value for figure in figures if figure.value is not None])
    return [
        f"{figure.hedge} {in_scale(figure.value, scale, figure.observation.qualifier)} {unit}".strip()
        if figure.is_money and figure.value is not None
        else figure.value_with_qualifier
        for figure in figures
    ]


def _bar(y: int, figure: Figure, value: str, top: Decimal) -> Markup:
    width = max(float((figure.value or Decimal(0)) / top) * _LONGEST, 0.3)
    kind = "bar" if figure.mark == "exact" else "bar bar--hedged"
    # An open end: the bar goes on beyond what the source names.
    end = Markup('<text class="open" x="{:.1f}%" y="{}" dx="2">›</text>').format(width, y + 24 + _BAR - 4)
    return Markup(
        '<rect class="{}" x="0" y="{}" width="{:.1f}%" height="{}" rx="2"/>{}'
        '<text class="value" x="{:.1f}%" y="{}" dx="{}">{}</text>'
    ).format(
        kind,
        y + 24,
        width,
        _BAR,
        end if figure.mark == "low" else "",
        width,
        y + 24 + _BAR - 4,
        14 if figure.mark == "low" else 8,
        value,
    )


def line(title: str, points: Sequence[Figure]) -> Markup:
    """Return the points of a series at their place in time, joined by a line."""
    days = [point.observation.period.end.toordinal() for point in points]
    values = [float(point.value or 0) for point in points]
    first, span, top = min(days), max(days) - min(days) or 1, max(values) or 1.0
    floor = _LINE_HEIGHT - _LINE_FOOT
    spots = [
        (_LINE_LEFT + (at - first) / span * _LINE_WIDTH, floor - value / top * (floor - _LINE_TOP))
        for at, value in zip(days, values, strict=True)
    ]
    marks = [Markup('<line class="axis" x1="4%" x2="96%" y1="{0}" y2="{0}"/>').format(floor)]
    for (x1, y1), (x2, y2) in pairwise(spots):
        marks.append(
            Markup('<line class="line" x1="{:.1f}%" y1="{:.1f}" x2="{:.1f}%" y2="{:.1f}"/>').format(x1, y1, x2, y2)
        )
    feet = apart([(x, floor) for x, _ in spots], [_month(point) for point in points], (18, 34))
    heads = apart(spots, _amounts(points), (-10, 22, -26, -42), list(pairwise(spots)), feet)
    marks += [centred("label", foot) for foot in feet] + [centred("value", head) for head in heads]
    marks += [
        _marked(title, point, _dot(spot, point), is_first=point is points[0])
        for spot, point in zip(spots, points, strict=True)
    ]
    return _svg(title, _in_words([("", point) for point in points]), _LINE_HEIGHT, marks)


def spark(points: Sequence[Figure]) -> Markup:
    """Return a small line for the row of a table; the values stand in the row, so readers of words get none."""
    days = [point.observation.period.end.toordinal() for point in points]
    values = [float(point.value or 0) for point in points]
    first, span, top = min(days), max(days) - min(days) or 1, max(values) or 1.0
    spots = [(3 + (at - first) / span * 74, 21 - value / top * 18) for at, value in zip(days, values, strict=True)]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
    ends = Markup().join(Markup('<circle cx="{:.1f}" cy="{:.1f}" r="2"/>').format(*spot) for spot in spots)
    return Markup(
        '<svg class="sht-spark" viewBox="0 0 80 24" width="80" height="24" aria-hidden="true">'
        '<polyline points="{}"/>{}</svg>'
    ).format(path, ends)


def _dot(spot: tuple[float, float], point: Figure) -> Markup:
    kind = "dot dot--exact" if point.mark == "exact" else "dot"
    return Markup('<circle class="{}" cx="{:.1f}%" cy="{:.1f}" r="4"/>').format(kind, *spot)


def _month(point: Figure) -> str:
    year, *rest = point.observation.period.text.rpartition("/")[2].split("-")
    return f"{int(rest[0])}/{year}" if rest else year


def _amounts(points: Sequence[Figure]) -> list[str]:
    values = values_in_one_unit(points)
    return [
        value if point.is_money else f"{point.hedge} {point.amount}".strip()
        for value, point in zip(values, points, strict=True)
    ]


def _marked(label: str, figure: Figure, mark: Markup, *, is_first: bool) -> Markup:
    """Return a mark that says of itself what it stands for: pointed at, or in focus (arrow keys lead to the others)."""
    words = f"{label}: {figure.brief}; nguồn: {figure.source.text}"
    locator = f", {figure.locator}" if figure.locator else ""
    return Markup('<g class="mark" role="img" tabindex="{}"><title>{}{}</title>{}</g>').format(
        0 if is_first else -1, words, locator, mark
    )


def _svg(title: str, description: str, height: int, marks: Sequence[Markup]) -> Markup:
    return Markup('<svg width="100%" height="{}" role="group"><title>{}</title><desc>{}</desc>{}</svg>').format(
        height, title, description, Markup("").join(marks)
    )


# What templates may call, by name.
CHARTS = {"bars": bars, "shares": shares, "line": line, "spark": spark}
