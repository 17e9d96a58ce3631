"""Every reason why rows cannot stand together, in the words a reader gets and the order in which they are told."""

from collections.abc import Collection
from enum import Enum
from functools import cache


class Reason(Enum):
    """Why rows cannot stand together, with the words a reader gets."""

    NO_NUMBER = "nguồn không nêu con số"
    OTHER_INDICATOR = "khác chỉ tiêu"
    NOT_RANKED = "chỉ tiêu không dùng để xếp hạng"
    OTHER_KIND_OF_UNIT = "khác loại đơn vị"
    OTHER_LEVEL = "khác cấp"
    UNKNOWN_PLACE = "nguồn không nêu nơi nào"
    OTHER_SCOPE = "phạm vi khác"
    DOUBTFUL_PERIOD = "thời kỳ chưa chắc"
    CUMULATIVE = "lũy kế"
    UNKNOWN_START = "số của một lần, không phải của cả kỳ"
    UNFINISHED = "nguồn đăng khi thời kỳ chưa hết"
    OTHER_LENGTH = "khác độ dài thời kỳ"
    OTHER_KIND_OF_PERIOD = "khác loại thời kỳ"
    OTHER_END = "khác thời điểm"
    SAME_TIME = "hai thời kỳ chồng lên nhau"
    OTHER_BORDER = "khác ranh giới"
    UNKNOWN_BORDER = "không rõ ranh giới"
    OTHER_SOURCE = "khác nguồn, có thể khác cách đếm"
    OTHER_COUNT = "ghi chú cho biết cách đếm khác"
    NOT_FOLLOWED = "có nguồn khác được ưu tiên"
    PLANNED = "số dự kiến hoặc kế hoạch"
    RANGES_OVERLAP = "số nói chừng, khoảng trùng nhau"
    TOO_FEW = "không đủ số so được với nhau"
    PARTS_MISSING = "thiếu phần"
    WHOLE_MISSING = "không có số của toàn bộ"
    MIXED_HEDGES = "có số nói hơn, có số nói khoảng hoặc gần, nên không biết tổng ít nhất là bao nhiêu"
    NOT_SUMMABLE = "số của các đơn vị không cộng được"
    CONTAINED = "đơn vị này nằm trong đơn vị kia, hoặc chưa rõ"

    # Each is itself alone: sets of reasons are made a hundred thousand times, and Enum's own hash is a function.
    __hash__ = object.__hash__

    @property
    def words(self) -> str:
        """Return the reason in words."""
        return self.value


def in_order(against: Collection[Reason]) -> tuple[Reason, ...]:
    """Return reasons in the order of the enum."""
    return _in_order(frozenset(against)) if against else ()


@cache  # thousands of pairs of rows have the same few reasons against them
def _in_order(against: frozenset[Reason]) -> tuple[Reason, ...]:
    return tuple(reason for reason in Reason if reason in against)
