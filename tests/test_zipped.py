"""A zip archive says nothing of the machine that made it: order, moment, owner and rights are fixed."""

import io
import zipfile

import pytest

from hoctap.exports.zipped import zipped

FILES = [("b/x.csv", b"1\n" * 900), ("a.csv", b"2\n")]


@pytest.mark.parametrize(
    ("epoch", "moment"),
    [(1795305600, (2026, 11, 22, 0, 0, 0)), (1795305661, (2026, 11, 22, 0, 1, 0)), (0, (1980, 1, 1, 0, 0, 0))],
)
def test_entries_are_in_order_packed_readable_by_all_and_of_one_moment(epoch: int, moment: tuple[int, ...]) -> None:
    with zipfile.ZipFile(io.BytesIO(zipped(FILES, epoch))) as archive:
        entries = archive.infolist()
        assert [(each.filename, archive.read(each)) for each in entries] == sorted(FILES)
    assert {each.date_time for each in entries} == {moment}
    assert {(each.create_system, each.external_attr, each.compress_type) for each in entries} == {
        (3, 0o644 << 16, zipfile.ZIP_DEFLATED)
    }
    assert entries[1].compress_size < entries[1].file_size / 10
    assert zipped(FILES, epoch) == zipped(FILES[::-1], epoch)
