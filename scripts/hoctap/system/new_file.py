"""A new file written below a folder: some ten thousand in a build, so with few questions to the machine."""

import os
from pathlib import Path

_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def write_new(folder: Path | str, name: str, data: bytes) -> None:
    """Write the file `name` (parts joined by `/`) below a folder, making the folders it lies in."""
    path = f"{folder}/{name}"
    try:
        handle = os.open(path, _NEW, 0o666)
    except FileNotFoundError:  # the first file of its folder
        os.makedirs(os.path.dirname(path), exist_ok=True)
        handle = os.open(path, _NEW, 0o666)
    with open(handle, "wb", buffering=0) as out:
        left = memoryview(data)
        while left:
            left = left[out.write(left) :]
