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
# What follows a kind of place without being a name: «XÃ HỘI», «Huyện ủy», «HUYỆN NĂM 2024», «các xã và thị trấn».
NO_NAME = (
    rf"(?:(?:{KINDS})\b|(?<=xã )hội\b|(?<=tỉnh )thành\b|(?<=huyện )thị\b|\d{{4}}|"
    r"(?:và|trong|của|cụm|giai đoạn|đoạn|theo|thuộc|trực thuộc|có|đạt|được|về|là|đã|tại|cho|đến|ủy|"
    r"đoàn(?! kết)|(?<=xã )đội|đảng (?:ủy|bộ)|chi bộ|văn hóa|học (?:tập|kỳ|sinh)|tổ chức|số liệu|"
    r"tính đến|từ (?:năm|ngày|tháng|đầu)|ngày \d+|"
    r"năm (?:học|\d+|qua|nay)|quý [ivx\d]+|tháng \d+|kỳ (?:này|báo|trước))\b)"
)
