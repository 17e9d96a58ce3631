"""A legal chain as SVG: each document on its line, indented beneath the one that rests on it, joined by a stroke.

The list beside it says the same in words.
"""

from collections.abc import Sequence

from markupsafe import Markup

from hoctap.views.link import Link

_ROW, _STEP, _BOX = 46, 26, 30
Chain = Sequence[tuple[Link, str, Link]]


def chain_drawing(title: str, chain: Chain) -> Markup:
    """Return the drawing of relations given nearest first; a document met twice is drawn once."""
    depth = {chain[0][0].href: 0} if chain else {}
    lines = [_box(0, 0, chain[0][0].text, "")] if chain else []
    row_of = {chain[0][0].href: 0} if chain else {}
    for link, kind, target in chain:
        if target.href in row_of or link.href not in row_of:
            continue
        row_of[target.href] = row = len(row_of)
        depth[target.href] = level = depth[link.href] + 1
        lines.append(_stroke(level, row_of[link.href], row) + _box(level, row, target.text, kind))
    told = "; ".join(f"{link.text} {kind} {target.text}" for link, kind, target in chain)
    return Markup('<svg width="100%" height="{}" role="img"><title>{}</title><desc>{}</desc>{}</svg>').format(
        len(row_of) * _ROW, title, told, Markup("").join(lines)
    )


def _box(level: int, row: int, text: str, kind: str) -> Markup:
    x, y = level * _STEP, row * _ROW
    label = Markup('<tspan class="label">{} </tspan>').format(kind) if kind else ""
    return Markup('<circle class="dot" cx="{}" cy="{}" r="5"/><text class="value" x="{}" y="{}">{}{}</text>').format(
        x + 8, y + _BOX // 2, x + 22, y + _BOX // 2 + 5, label, text if len(text) <= 40 else text[:39].rstrip() + "…"
    )


def _stroke(level: int, from_row: int, to_row: int) -> Markup:
    x, top, bottom = (level - 1) * _STEP + 8, from_row * _ROW + _BOX // 2, to_row * _ROW + _BOX // 2
    return Markup('<path class="axis" fill="none" d="M{0} {1}V{2}H{3}"/>').format(x, top, bottom, x + _STEP)
