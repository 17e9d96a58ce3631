"""Archives of files packed one by one: what `zipfile` would write around them, whoever packed a file before."""

import gzip
import io
import zipfile
import zlib

import pytest

from hoctap.exports.deflate import BEST, deflated, gzip_of
from hoctap.exports.zip_entries import Entry, archive, entry, shared_entry

CONTENTS = (b"", b"x", "số liệu ".encode() * 4000, bytes(range(256)) * 300)
FILES = (
    [],
    [("a.xml", b"")],
    [("a.xml", b"x"), ("b/số liệu.xml", CONTENTS[2]), ("d.xml", CONTENTS[3])],
)


@pytest.mark.parametrize("files", FILES, ids=("none", "an empty one", "several"))
def test_an_archive_has_the_bytes_that_the_library_writes(files: list[tuple[str, bytes]]) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written:
        for name, data in files:
            one = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            one.compress_type = zipfile.ZIP_DEFLATED
            written.writestr(one, data)
    assert archive(_packed_by_zlib(name, data) for name, data in files) == out.getvalue()


def _packed_by_zlib(name: str, data: bytes) -> Entry:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return Entry(name, zlib.crc32(data), len(data), packer.compress(data) + packer.flush())


@pytest.mark.parametrize("files", FILES, ids=("none", "an empty one", "several"))
def test_what_is_in_an_archive_is_read_as_it_was(files: list[tuple[str, bytes]]) -> None:
    with zipfile.ZipFile(io.BytesIO(archive(entry(*file) for file in files))) as read:
        assert read.testzip() is None
        assert [(each.filename, read.read(each)) for each in read.infolist()] == files


@pytest.mark.parametrize("data", CONTENTS, ids=("nothing", "a letter", "words", "any bytes"))
def test_what_is_packed_is_unpacked_by_any_program_and_names_no_moment_and_no_system(data: bytes) -> None:
    packed = gzip_of(data)
    assert gzip.decompress(packed) == data
    assert packed[:10] == b"\x1f\x8b\x08\0\0\0\0\0\0\xff"
    assert gzip_of(data) == packed
    assert zlib.decompress(deflated(data, BEST), -zlib.MAX_WBITS) == data


def test_a_file_that_archives_share_is_packed_once_and_read_in_each() -> None:
    one = shared_entry("theme.xml", "như nhau")
    assert shared_entry("theme.xml", "như nhau") is one
    with zipfile.ZipFile(io.BytesIO(archive([entry("a.xml", b"a"), one]))) as read:
        assert read.testzip() is None
        assert read.read("theme.xml").decode() == "như nhau"
