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
# A line may touch the edge of a label's box and no more.
_EDGE = 1
# Lines fall steeply on a narrow drawing and pass long labels on a wide one: a label must be clear of them on both.
_WIDTHS = (NARROWEST, 360, 760)
Label = tuple[float, float, str]
Spot = tuple[float, float]


def lines_of(text: str, room: float) -> list[str]:
    """Return `text` in as many lines of `room` pixels as it needs: what a drawing names is never cut."""
    return textwrap.wrap(text, int(room / _LETTER), break_on_hyphens=False)


def in_lines(kind: str, x: float, y: float, lines: Sequence[str]) -> Markup:
    """Return lines of text, the first with its foot at `y` pixels."""
    rows = Markup("").join(
        Markup('<tspan x="{}" y="{}">{}</tspan>').format(x, y + LINE * n, t) for n, t in enumerate(lines)
    )
    return Markup('<text class="{}">{}</text>').format(kind, rows)


def apart(
    spots: Sequence[Spot],
    texts: Sequence[str],
    steps: Sequence[int],
    lines: Sequence[tuple[Spot, Spot]] = (),
    others: Sequence[Label] = (),
) -> list[Label]:
    """Return each text with its place: the first step up or down from its spot where it touches none before it.

    Nor does it touch one of `others` there, nor does one of `lines` go through it. `x` is in percent of the drawing's
    width, `y` and the steps are in pixels. Where every step touches, the first that touches no text is taken, else the
    first.
    """
    placed: list[Label] = []
    for (x, y), text in zip(spots, texts, strict=True):
        places = [(x, y + step, text) for step in steps]
        free = [place for place in places if not any(touch(place, other) for other in (*others, *placed))]
        clear = (place for place in free if not any(crosses(one, place) for one in lines))
        placed.append(next(clear, (free or places)[0]))
    return placed


def crosses(line: tuple[Spot, Spot], label: Label) -> bool:
    """Return whether a line goes through a centred label, on a narrow drawing or a wide one."""
    (x1, y1), (x2, y2) = line
    x, foot, text = label
    for width in _WIDTHS:
        scale = width / 100
        half = len(text) * _LETTER / 2 - _EDGE
        left, right = max(x1, x - half / scale), min(x2, x + half / scale)
        if left >= right or x1 == x2:
            continue
        ends = [y1 + (y2 - y1) * (at - x1) / (x2 - x1) for at in (left, right)]
        if min(ends) < foot - _EDGE and max(ends) > foot - _LETTER_HEIGHT + _EDGE:
            return True
    return False


def touch(one: Label, other: Label) -> bool:
    """Return whether two centred labels touch on the narrowest drawing."""
    wide = (len(one[2]) + len(other[2])) / 2 * _LETTER + _GAP
    return abs(one[0] - other[0]) / 100 * NARROWEST < wide and abs(one[1] - other[1]) < _LETTER_HEIGHT


def centred(kind: str, label: Label) -> Markup:
    """Return the label as text centred at its place."""
    return Markup('<text class="{}" x="{:.1f}%" y="{:.1f}" text-anchor="middle">{}</text>').format(kind, *label)
