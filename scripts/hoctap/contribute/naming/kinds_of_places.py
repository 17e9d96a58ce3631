"""The words that say what kind of place a name is, and of which level: «xã», «thị xã», «đặc khu»."""

from hoctap.model.codes import COMMUNE, DISTRICT, PROVINCE

# «Thành phố» is of two levels.
KINDS_OF = {
    PROVINCE: ("tỉnh", "thành phố"),
    DISTRICT: ("huyện", "quận", "thị xã", "thành phố"),
    COMMUNE: ("xã", "phường", "thị trấn", "đặc khu"),
}
VILLAGES = ("thôn", "ấp", "khóm", "xóm", "buôn", "làng")
DISTRICTS = tuple(kind for kind in KINDS_OF[DISTRICT] if kind not in KINDS_OF[PROVINCE])
COMMUNES = KINDS_OF[COMMUNE]


def one_of(*lists: tuple[str, ...]) -> str:
    """Return the form of any of these words, the longest first."""
    return "|".join(sorted({kind for kinds in lists for kind in kinds}, key=lambda kind: (-len(kind), kind)))


KINDS = one_of(*KINDS_OF.values())
