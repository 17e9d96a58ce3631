"""Text in drawings: broken into lines and kept apart, so that nothing is cut or covered on a small phone.

Sizes are those of `.sht-chart text` in the style sheet: 14 pixels high, on a drawing of at least NARROWEST.
"""

import textwrap
from collections.abc import Sequence

from markupsafe import Markup

NARROWEST = 240
LINE = 18
_LETTER, _LETTER_HEIGHT = 8, 15
# Figures are a little wider than letters, and labels that nearly touch read as one.
_GAP = 6
Label = tuple[float, float, str]


def lines_of(text: str, room: float) -> list[str]:
    """Return `text` in as many lines of `room` pixels as it needs: what a drawing names is never cut."""
    return textwrap.wrap(text, int(room / _LETTER), break_on_hyphens=False)


def in_lines(kind: str, x: float, y: float, lines: Sequence[str]) -> Markup:
    """Return lines of text, the first with its foot at `y` pixels."""
    rows = Markup("").join(
        Markup('<tspan x="{}" y="{}">{}</tspan>').format(x, y + LINE * n, t) for n, t in enumerate(lines)
    )
    return Markup('<text class="{}">{}</text>').format(kind, rows)


def apart(spots: Sequence[tuple[float, float]], texts: Sequence[str], steps: Sequence[int]) -> list[Label]:
    """Return each text with its place: the first step up or down from its spot where it touches none before it.

    `x` is in percent of the drawing's width, `y` and the steps are in pixels. Where every step touches, the first is
    taken.
    """
    placed: list[Label] = []
    for (x, y), text in zip(spots, texts, strict=True):
        free = (y + step for step in steps if not any(touch((x, y + step, text), other) for other in placed))
        placed.append((x, next(free, y + steps[0]), text))
    return placed


def touch(one: Label, other: Label) -> bool:
    """Return whether two centred labels touch on the narrowest drawing."""
    wide = (len(one[2]) + len(other[2])) / 2 * _LETTER + _GAP
    return abs(one[0] - other[0]) / 100 * NARROWEST < wide and abs(one[1] - other[1]) < _LETTER_HEIGHT


def centred(kind: str, label: Label) -> Markup:
    """Return the label as text centred at its place."""
    return Markup('<text class="{}" x="{:.1f}%" y="{:.1f}" text-anchor="middle">{}</text>').format(kind, *label)
