"""What the machine refused, in words for people: no room, no right, too many files."""

import errno
import re
import shutil

_WORDS = {
    errno.ENOSPC: "hết chỗ trên đĩa",
    errno.EDQUOT: "hết phần đĩa được dùng",
    errno.EROFS: "đĩa chỉ cho đọc",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.EMFILE: "mở quá nhiều tệp cùng lúc (xem ulimit -n)",
    errno.ENFILE: "máy mở quá nhiều tệp cùng lúc",
    errno.ENAMETOOLONG: "tên hoặc đường dẫn quá dài",
    errno.ENOTDIR: "một phần của đường dẫn là tệp, không phải thư mục",
    errno.EISDIR: "là thư mục, không phải tệp",
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.EEXIST: "đã có tệp hoặc thư mục này",
    errno.ENOMEM: "hết bộ nhớ",
    errno.EFBIG: "tệp lớn quá mức được phép",
    errno.EIO: "đĩa hỏng",
    errno.ELOOP: "liên kết dẫn vòng về chính nó",
}


def why(error: BaseException) -> str:
    """Return in one line what the machine refused and where."""
    if isinstance(error, MemoryError):
        return "máy hết bộ nhớ"
    if isinstance(error, shutil.Error) and error.args and isinstance(error.args[0], list):
        return _first_of(error.args[0])
    if not isinstance(error, OSError):
        return f"máy không làm được ({type(error).__name__}: {error})".replace("\n", " ")
    words = _WORDS.get(error.errno or 0, error.strerror or str(error) or type(error).__name__)
    return f"{error.filename}: {words}" if error.filename else words


def _first_of(refused: list[tuple[str, str, str]]) -> str:
    """Return the first refusal of a copied folder, which names its number in words only."""
    _, target, reason = refused[0]
    number = re.search(r"\[Errno (\d+)\]", str(reason))
    return f"{target}: {_WORDS.get(int(number[1]) if number else 0, str(reason))}".replace("\n", " ")
