"""A legal chain as SVG: each document on its line, indented beneath the one that rests on it, joined by a stroke.

The list beside it says the same in words.
"""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from hoctap.render.labels import LINE, NARROWEST, in_lines, lines_of
from hoctap.views.link import Link

_STEP, _GAP, _DOT = 16, 10, 8
Chain = Sequence[tuple[Link, str, Link]]
Drawn = tuple[list[Markup], int]


def chain_drawing(title: str, chain: Chain) -> Markup:
    """Return the drawing of relations given nearest first; a document met twice is drawn once, where it is nearest."""
    beneath: dict[str, list[tuple[str, Link]]] = {chain[0][0].href: []} if chain else {}
    for link, kind, target in chain:
        if target.href not in beneath and link.href in beneath:
            beneath[link.href].append((kind, target))
            beneath[target.href] = []
    marks, height = _drawn("", chain[0][0], beneath, 0, 0) if chain else ([], 0)
    words = "; ".join(f"{link.text} {kind} {target.text}" for link, kind, target in chain)
    return Markup('<svg width="100%" height="{}" role="img"><title>{}</title><desc>{}</desc>{}</svg>').format(
        height, title, words, Markup("").join(marks)
    )


def _drawn(kind: str, link: Link, beneath: Mapping[str, list[tuple[str, Link]]], level: int, y: int) -> Drawn:
    """Return the marks of a document at `y` and of all beneath it, and where they end."""
    lines = lines_of(link.text, NARROWEST - 22 - level * _STEP)
    marks, end = [_box(level, y, kind, lines)], y + LINE * (len(lines) + bool(kind)) + _GAP
    for kind_beneath, target in beneath[link.href]:
        marks.append(_stroke(level, y, end))
        more, end = _drawn(kind_beneath, target, beneath, level + 1, end)
        marks += more
    return marks, end


def _box(level: int, y: int, kind: str, lines: Sequence[str]) -> Markup:
    x = level * _STEP
    dot = Markup('<circle class="dot" cx="{}" cy="{}" r="5"/>').format(x + _DOT, y + _DOT + 3)
    above = in_lines("label", x + 22, y + 16, [kind]) if kind else Markup("")
    return dot + above + in_lines("value", x + 22, y + 16 + LINE * bool(kind), lines)


def _stroke(level: int, above: int, y: int) -> Markup:
    x = level * _STEP + _DOT
    return Markup('<path class="axis" fill="none" d="M{0} {1}V{2}H{3}"/>').format(x, above + 16, y + 11, x + _STEP - 5)
