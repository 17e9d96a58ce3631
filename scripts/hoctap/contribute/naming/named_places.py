"""Which places below a province a text names, and whether those of a unit's own name contradict them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from hoctap.contribute.naming.kinds_of_places import COMMUNES, DISTRICTS, NO_NAME, VILLAGES, one_of
from hoctap.contribute.naming.words import spelled, written_out
from hoctap.model.codes import COMMUNE, DISTRICT

# Kinds of one level: a unit in «xã Cư An» is not the one of «phường Lộc Bổn».
_LEVELS = {DISTRICT: DISTRICTS, COMMUNE: COMMUNES, "village": VILLAGES}
_LEVEL_OF = {kind: level for level, kinds in _LEVELS.items() for kind in kinds}
_KINDS = one_of(*_LEVELS.values())
# Ho Chi Minh himself, and what bears his name, is not the city: «tư tưởng Hồ Chí Minh», «Đoàn TNCS Hồ Chí Minh».
OF_PRESIDENT = re.compile(
    r"\b(?:chủ tịch|bác|tư tưởng|đạo đức|phong cách|tấm gương|cộng sản|tncs|tiền phong|thiếu niên|quốc gia|lăng|"
    r"bảo tàng|đường|huân chương|giải thưởng|quảng trường)(?: của| mang tên)? hồ chí minh\b"
)
# What may follow a name in a line; «Dòng họ Nguyễn» is not named in «Dòng họ Nguyễn Văn», nor «xã An» in «xã An Bình».
AFTER_NAME = (
    rf"(?=\s*$|\s*[^\w\s]|\s+(?:{_KINDS}|tỉnh|thành phố|năm|quý|tháng|học kỳ|giai đoạn|qua|theo|tính|đến|"
    r"kỳ (?:này|báo|trước)|từ(?! thiện)|và|gửi|báo cáo|trong|về|của|thực hiện|đạt|được|có|thuộc|khóa|nhiệm kỳ|lần|"
    r"đầu(?! tư)|cuối|cả|sau|trước|"
    r"kết quả|số liệu|tổng hợp|công tác|hoạt động|triển khai|xây dựng|vận động|huy động|do|cho|là|đã|tại|đơn vị|"
    r"ngày|biểu|mẫu|phụ lục|\d)(?!\w))"
)
_NAME = rf"(?!{NO_NAME})(\w+(?: (?!(?:{_KINDS}|tỉnh|thành phố)\b)\w+){{0,3}})"
_PLACE = re.compile(rf"(?<!các )(?<!cấp )(?<!toàn )(?<!\w)({_KINDS}) {_NAME}", re.IGNORECASE)
# A town is of the level of districts where its province is named too: «thành phố Quy Nhơn, tỉnh Bình Định».
_TOWN = re.compile(rf"(?<!\w)thành phố {_NAME}(?=.*\btỉnh\b)", re.IGNORECASE)


@lru_cache(maxsize=8192)
def named_places(text: str) -> frozenset[tuple[str, str]]:
    """Return level and name, with the words after it, of the places that a text names."""
    return frozenset(_found(" ".join(text.split())))


def _found(text: str) -> Iterator[tuple[str, str]]:
    is_plain = text == text.lower()
    for level, name in (
        *((_LEVEL_OF[spelled(hit[1])], hit[2]) for hit in _PLACE.finditer(text)),
        *((DISTRICT, hit[1]) for hit in _TOWN.finditer(text)),
    ):
        if is_plain or name[0].isupper() or name[0].isdigit():
            yield level, spelled(written_out(name))


def contradicts(own: str, lines: str) -> bool:
    """Return whether a text names places of a level, and none of them is that of a unit's own name."""
    return any(_agrees(place, lines) is False for place in _own(own))


def confirms(own: str, lines: str) -> bool:
    """Return whether a text names a place that is in a unit's own name."""
    return any(_agrees(place, lines) for place in _own(own))


def _own(name: str) -> Iterator[tuple[str, str]]:
    """Yield the places of a unit's name, each written between commas."""
    for part in name.split(","):
        tail = f"{part.strip()}, tỉnh" if ", tỉnh " in name else part.strip()
        yield from named_places(tail)


def _agrees(place: tuple[str, str], lines: str) -> bool | None:
    level, name = place
    names = [other for at, other in named_places(lines) if at == level]
    return any(f"{other} ".startswith(f"{name} ") for other in names) if names else None
