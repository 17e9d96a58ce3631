"""Files that a person names: ordinary ones of a reasonable size are read, pipes and devices are never waited for."""

import stat
from pathlib import Path


def fault_of(path: Path, most_bytes: int) -> str:
    """Return why a file is not to be read, or an empty text; OSError if it is not there.

    It is never opened, so nothing is waited for.
    """
    try:
        status = path.stat()
    except ValueError:
        return "tên tệp có ký tự không dùng được"
    if stat.S_ISDIR(status.st_mode):
        return "là thư mục, không phải tệp"
    if not stat.S_ISREG(status.st_mode):
        return "phải là tệp thường, không phải ống dẫn hay thiết bị"
    return f"tệp phải nhỏ hơn {most_bytes // 1_000_000} MB" if status.st_size > most_bytes else ""
