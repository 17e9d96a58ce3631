"""The picture of a page for those who share its address: figure, sentence, address and QR code, drawn with our fonts.

The same words give the same bytes: one version of the drawing library, plain layout, no clock.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from io import BytesIO
from itertools import groupby
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from hoctap.views.shared_picture import SharedPicture

SIZE = WIDTH, HEIGHT = 800, 420
_MARGIN, _BAR, _LINE = 40, 50, 1.36
# Shades from paper to ink, then the colour of the line under the bar: sixteen, four bits each.
_PAPER, _INK, _ACCENT = (255, 253, 249), (15, 69, 82), (196, 86, 31)
_SHADES = 15
_FAINT, _FULL = 200, 255
# What the Vietnamese half of a font holds; everything else stands in its Latin half.
_MARKED = {*map(chr, range(0x1EA0, 0x1EFA)), *"ĂăĐđĨĩŨũƠơƯư₫"}
_Lines = tuple[int, list[str]]


class NoRoomError(Exception):
    """Words that do not fit, which must not be cut: what limits a figure stands at their end."""


def png(picture: SharedPicture, address: str, fonts: Path) -> bytes:
    """Return the picture of the page at `address` as PNG; NoRoomError rather than a sentence without its end."""
    image = Image.new("L", SIZE, 0)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, WIDTH, _BAR), fill=_FULL)
    _write(pen, fonts, 600, (22, ["Sổ Học Tập"]), 11, 0)
    code = _code(address)
    image.paste(code, (WIDTH - _MARGIN - code.width, HEIGHT - 24 - code.height))
    room = WIDTH - 2 * _MARGIN
    y = _write(pen, fonts, 600, _shortened(fonts, 600, picture.title, (28, 24, 20), room, 76), _BAR + 16, _FULL)
    y = _write(pen, fonts, 400, _shortened(fonts, 400, picture.name, (20, 17), room, 52), y + 2, _FAINT)
    y = _write(pen, fonts, 600, _fitted(fonts, 600, picture.value, (54, 44, 34, 26), room, 74), y, _FULL)
    width_left = room - code.width - 24
    foot = HEIGHT - 24 - 18
    sentence = _fitted(fonts, 400, picture.sentence, (17, 15, 14, 13, 12, 11), width_left, foot - y - 12)
    _write(pen, fonts, 400, sentence, y + 6, _FULL)
    short = address.removeprefix("https://").removeprefix("http://")
    _write(pen, fonts, 400, _shortened(fonts, 400, short, (14, 12, 10, 8), width_left, 20), foot, _FAINT)
    return _packed(image)


def _packed(image: Image.Image) -> bytes:
    shades = image.point([round(value * (_SHADES - 1) / 255) for value in range(256)])
    shades.paste(_SHADES, (0, _BAR, WIDTH, _BAR + 4))
    drawn = Image.frombytes("P", SIZE, shades.tobytes())
    parts = [at / (_SHADES - 1) for at in range(_SHADES)]
    ramp = [round(a + (b - a) * part) for part in parts for a, b in zip(_PAPER, _INK, strict=True)]
    drawn.putpalette([*ramp, *_ACCENT])
    out = BytesIO()
    drawn.save(out, "PNG", bits=4, compress_level=3)
    return out.getvalue()


def _code(address: str) -> Image.Image:
    """Return the QR code of an address in ink."""
    import segno  # noqa: PLC0415 - as where pages are drawn

    rows = segno.make(address, error="m", micro=False, mask=4).matrix
    image = Image.frombytes("L", (len(rows), len(rows)), bytes(_FULL * bit for row in rows for bit in row))
    return image.resize((3 * len(rows), 3 * len(rows)), Image.Resampling.NEAREST)


@lru_cache(maxsize=64)
def _font(fonts: Path, part: str, weight: int, size: int) -> ImageFont.FreeTypeFont:
    path = fonts / f"ibm-plex-sans-{part}-{weight}-normal.woff2"
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


def _runs(fonts: Path, weight: int, size: int, text: str) -> Iterator[tuple[ImageFont.FreeTypeFont, str]]:
    """Yield pieces of text with the half of the font that has their letters."""
    for is_marked, letters in groupby(text, _MARKED.__contains__):
        yield _font(fonts, "vietnamese" if is_marked else "latin", weight, size), "".join(letters)


@lru_cache(maxsize=65536)
def _wide(fonts: Path, weight: int, size: int, text: str) -> float:
    return float(sum(font.getlength(piece) for font, piece in _runs(fonts, weight, size, text)))


def _fitted(fonts: Path, weight: int, text: str, sizes: Sequence[int], room: float, height: float) -> _Lines:
    """Return the largest size at which the text fits, with its lines; NoRoomError if it fits at none."""
    for size in sizes:
        lines = _broken(fonts, weight, size, text, room)
        if len(lines) * size * _LINE <= height and all(_wide(fonts, weight, size, line) <= room for line in lines):
            return size, lines
    raise NoRoomError(text)


def _shortened(fonts: Path, weight: int, text: str, sizes: Sequence[int], room: float, height: float) -> _Lines:
    """Return the text as `_fitted`, a name that is too long without its end."""
    try:
        return _fitted(fonts, weight, text, sizes, room, height)
    except NoRoomError:
        cut = text[: len(text) * 9 // 10 - 1].rstrip(" …")
        return _shortened(fonts, weight, f"{cut} …" if cut else "…", sizes[-1:], room, height)


def _broken(fonts: Path, weight: int, size: int, text: str, room: float) -> list[str]:
    space, lines, at = _wide(fonts, weight, size, " "), [""], 0.0
    for word in text.split():
        wide = _wide(fonts, weight, size, word)
        if lines[-1] and at + space + wide > room:
            lines, at = [*lines, word], wide
        else:
            lines[-1], at = f"{lines[-1]} {word}".strip(), at + wide + (space if lines[-1] else 0)
    return lines


def _write(pen: ImageDraw.ImageDraw, fonts: Path, weight: int, lines: _Lines, top: float, shade: int) -> float:
    """Write lines below `top`; return where the next ones may begin."""
    size, texts = lines
    for line, text in enumerate(texts):
        x, y = float(_MARGIN), top + size + line * size * _LINE
        for font, piece in _runs(fonts, weight, size, text):
            pen.text((x, y), piece, fill=shade, font=font, anchor="ls")
            x += font.getlength(piece)
    return top + len(texts) * size * _LINE
