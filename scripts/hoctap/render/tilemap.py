"""Where each province stands on the tile map, of today and before 01/7/2025: column and row, north at the top.

One tile a province, neighbours kept near each other; the archipelagos stand at sea with the province that
administers them. Drawing only.
"""

from functools import cache

from markupsafe import Markup

from hoctap.views.figure import Figure

TILES: dict[str, tuple[int, int]] = {
    "lai-chau": (2, 1),
    "lao-cai": (3, 1),
    "tuyen-quang": (4, 1),
    "cao-bang": (5, 1),
    "dien-bien": (1, 2),
    "son-la": (2, 2),
    "phu-tho": (3, 2),
    "thai-nguyen": (4, 2),
    "lang-son": (5, 2),
    "ha-noi": (3, 3),
    "bac-ninh": (4, 3),
    "hai-phong": (5, 3),
    "quang-ninh": (6, 3),
    "ninh-binh": (3, 4),
    "hung-yen": (4, 4),
    "thanh-hoa": (3, 5),
    "nghe-an": (3, 6),
    "ha-tinh": (4, 7),
    "quang-tri": (4, 8),
    "hue": (5, 9),
    "da-nang": (5, 10),
    "quang-ngai": (5, 11),
    "gia-lai": (5, 12),
    "dak-lak": (5, 13),
    "dong-nai": (3, 14),
    "lam-dong": (4, 14),
    "khanh-hoa": (5, 14),
    "tay-ninh": (2, 15),
    "ho-chi-minh": (3, 15),
    "an-giang": (1, 16),
    "dong-thap": (2, 16),
    "vinh-long": (3, 16),
    "can-tho": (2, 17),
    "ca-mau": (1, 18),
}
# Names that went on with new borders are told apart by the identifier of the former area.
_FORMER = "-truoc-2025"
FORMER_TILES: dict[str, tuple[int, int]] = {
    "lai-chau": (2, 1),
    "lao-cai" + _FORMER: (3, 1),
    "ha-giang": (4, 1),
    "cao-bang": (5, 1),
    "dien-bien": (1, 2),
    "son-la": (2, 2),
    "yen-bai": (3, 2),
    "tuyen-quang" + _FORMER: (4, 2),
    "bac-kan": (5, 2),
    "lang-son": (6, 2),
    "phu-tho" + _FORMER: (3, 3),
    "vinh-phuc": (4, 3),
    "thai-nguyen" + _FORMER: (5, 3),
    "bac-giang": (6, 3),
    "quang-ninh": (7, 3),
    "hoa-binh": (2, 4),
    "ha-noi": (3, 4),
    "bac-ninh" + _FORMER: (4, 4),
    "hung-yen" + _FORMER: (5, 4),
    "hai-duong": (6, 4),
    "hai-phong" + _FORMER: (7, 4),
    "ha-nam": (3, 5),
    "nam-dinh": (4, 5),
    "thai-binh": (5, 5),
    "thanh-hoa": (2, 6),
    "ninh-binh" + _FORMER: (3, 6),
    "nghe-an": (2, 7),
    "ha-tinh": (3, 8),
    "quang-binh": (3, 9),
    "quang-tri" + _FORMER: (4, 10),
    "hue": (4, 11),
    "da-nang" + _FORMER: (5, 11),
    "quang-nam": (4, 12),
    "quang-ngai" + _FORMER: (5, 12),
    "kon-tum": (4, 13),
    "binh-dinh": (5, 13),
    "gia-lai" + _FORMER: (4, 14),
    "phu-yen": (5, 14),
    "dak-lak" + _FORMER: (4, 15),
    "khanh-hoa" + _FORMER: (5, 15),
    "binh-phuoc": (2, 16),
    "dak-nong": (3, 16),
    "lam-dong" + _FORMER: (4, 16),
    "ninh-thuan": (5, 16),
    "tay-ninh" + _FORMER: (1, 17),
    "binh-duong": (2, 17),
    "dong-nai" + _FORMER: (3, 17),
    "binh-thuan": (4, 17),
    "long-an": (1, 18),
    "ho-chi-minh" + _FORMER: (2, 18),
    "ba-ria-vung-tau": (3, 18),
    "an-giang" + _FORMER: (1, 19),
    "dong-thap" + _FORMER: (2, 19),
    "tien-giang": (3, 19),
    "ben-tre": (4, 19),
    "kien-giang": (1, 20),
    "can-tho" + _FORMER: (2, 20),
    "vinh-long" + _FORMER: (3, 20),
    "tra-vinh": (4, 20),
    "hau-giang": (2, 21),
    "soc-trang": (3, 21),
    "ca-mau" + _FORMER: (1, 22),
    "bac-lieu": (2, 22),
}
Sea = tuple[tuple[str, int, int], ...]
AT_SEA: dict[str, Sea] = {
    "moi": (("Quần đảo Hoàng Sa", 7, 9), ("Quần đảo Trường Sa", 7, 14)),
    "cu": (("Quần đảo Hoàng Sa", 7, 11), ("Quần đảo Trường Sa", 7, 15)),
}
SIDES = {"moi": TILES, "cu": FORMER_TILES}
_CELL = 15


def tile_words(figure: Figure) -> tuple[str, str]:
    """Return what a tile says of its figure: the value, its unit left to the key; the year, a star for more to know."""
    more = " *" if figure.remarks else ""
    # Amounts of money differ in their unit from tile to tile.
    value = figure.value_with_qualifier if figure.is_money else f"{figure.hedge} {figure.amount}".strip()
    return value, f"{figure.observation.period.end.year}{more}"


def locator(province_id: str, name: str) -> Markup:
    """Return a small map that shows where a province stands; empty if it is on neither map."""
    side = next((side for side, tiles in SIDES.items() if province_id in tiles), "")
    if not side:
        return Markup()
    tiles = SIDES[side]
    marks = [_square(*place, "here" if key == province_id else "tile") for key, place in tiles.items()]
    marks += [_sea(*place) for place in AT_SEA[side]]
    high = max(row for _, row in tiles.values()) * _CELL
    return Markup(
        '<svg class="sht-locator" role="img" viewBox="0 0 {} {}" width="{}" height="{}"><title>{} trên bản đồ ô {} '
        "tỉnh, thành phố</title>{}</svg>"
    ).format(9 * _CELL, high, 9 * _CELL, high, name, len(tiles), Markup().join(marks))


@cache
def _square(column: int, row: int, kind: str) -> Markup:
    return Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="2"/>').format(
        kind, (column - 1) * _CELL, (row - 1) * _CELL, _CELL - 2, _CELL - 2
    )


@cache
def _sea(name: str, column: int, row: int) -> Markup:
    lines = ("QĐ", *name.removeprefix("Quần đảo ").split(" ", 1))
    words = Markup().join(
        Markup('<tspan x="{}" dy="{}">{}</tspan>').format((column + 0.4) * _CELL, 11 if at else 0, word)
        for at, word in enumerate(lines)
    )
    return Markup('<text class="sea" y="{}" text-anchor="middle">{}</text>').format((row - 1) * _CELL, words)
