"""Archives of files packed one by one: the bytes that `zipfile` would write, whoever packed a file before."""

import io
import zipfile

import pytest

from hoctap.exports.zip_entries import archive, entry, shared_entry

FILES = (
    [],
    [("a.xml", b"")],
    [("a.xml", b"x"), ("b/c.xml", "số liệu ".encode() * 4000), ("d.xml", bytes(range(256)) * 300)],
)


@pytest.mark.parametrize("files", FILES, ids=("none", "an empty one", "several"))
def test_an_archive_has_the_bytes_that_the_library_writes(files: list[tuple[str, bytes]]) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written:
        for name, data in files:
            one = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            one.compress_type = zipfile.ZIP_DEFLATED
            written.writestr(one, data)
    assert archive(entry(name, data) for name, data in files) == out.getvalue()


def test_a_file_that_archives_share_is_packed_once_and_read_in_each() -> None:
    one = shared_entry("theme.xml", "như nhau")
    assert shared_entry("theme.xml", "như nhau") is one
    with zipfile.ZipFile(io.BytesIO(archive([entry("a.xml", b"a"), one]))) as read:
        assert read.testzip() is None
        assert read.read("theme.xml").decode() == "như nhau"
