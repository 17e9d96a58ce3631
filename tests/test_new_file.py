"""New files: whole, below the folders they lie in, in place of what stood there."""

import os
from pathlib import Path
from typing import Self

import pytest

from hoctap.system.new_file import write_new


@pytest.mark.parametrize("name", ["a.html", "trang/một/a.html", "trang/a.html"])
@pytest.mark.parametrize("data", [b"", b"x" * 3_000_000, "số".encode()], ids=("none", "much", "little"))
def test_a_file_is_written_with_its_folders(tmp_path: Path, name: str, data: bytes) -> None:
    write_new(tmp_path, name, b"a longer text that stood here before")
    write_new(tmp_path, name, data)
    assert (tmp_path / name).read_bytes() == data


def test_what_the_machine_writes_in_pieces_is_written_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real_open = open

    class Slowly:
        def __init__(self, handle: int) -> None:
            self.out = real_open(handle, "wb", buffering=0)

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            self.out.close()

        def write(self, data: memoryview) -> int:
            return self.out.write(data[:7]) or 0

    monkeypatch.setattr("builtins.open", lambda handle, *_, **__: Slowly(handle))
    write_new(tmp_path, "a.txt", os.fsencode("mười hai chữ số"))
    monkeypatch.undo()
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "mười hai chữ số"


def test_where_a_file_stands_in_the_way_of_a_folder_it_is_refused(tmp_path: Path) -> None:
    write_new(tmp_path, "trang", b"")
    with pytest.raises(NotADirectoryError):
        write_new(tmp_path, "trang/a.html", b"")
