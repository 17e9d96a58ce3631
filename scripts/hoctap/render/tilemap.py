"""Where each of today's provinces stands on the tile map: column and row, north at the top. Drawing only.

One tile a province, neighbours kept near each other; the archipelagos stand at sea with the province that
administers them.
"""

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
AT_SEA: tuple[tuple[str, int, int], ...] = (("Quần đảo Hoàng Sa", 7, 9), ("Quần đảo Trường Sa", 7, 15))
