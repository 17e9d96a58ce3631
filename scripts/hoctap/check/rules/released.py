"""Checks of the record of releases: whole, of its form, with the files it speaks of; no change left half done."""

import zipfile
from collections.abc import Iterator

from hoctap.check.definition import check
from hoctap.load.json_text import MOST_BYTES
from hoctap.load.release_format import faults
from hoctap.load.releases import FILE, read_releases, zip_of
from hoctap.model.catalog import Catalog
from hoctap.model.finding import Place, Problem
from hoctap.system.file_switch import STAGED


@check(
    must="Tệp releases.json ghi đủ các phiên bản đã phát hành, đúng dạng mà hoctap release viết",
    cause="Sửa tệp bằng tay, hoặc tệp bị cắt cụt khi chép, khi gộp nhánh.",
    cure="lấy lại tệp từ bản trước (git checkout releases.json); chỉ hoctap release được viết tệp này",
    bad='"version": 1.2',
    good='"version": "1.2.0"',
)
def release_record_is_whole(catalog: Catalog) -> Iterator[Problem]:
    """Ensure the record of releases can be read and the package of each release lies beside it."""
    path = catalog.root / FILE
    if not path.exists() and not path.is_symlink():
        return
    if path.is_symlink() or not path.is_file():
        yield Problem(Place(FILE), "", "phải là tệp thường")
        return
    if path.stat().st_size > MOST_BYTES:
        yield Problem(Place(FILE), "", f"tệp phải nhỏ hơn {MOST_BYTES // 1_000_000} MB")
        return
    wrong = list(faults(path.read_bytes()))
    for line, field, must in wrong:
        yield Problem(Place(FILE, line), field, must)
    if not wrong:
        yield from _without_package(catalog)


def _without_package(catalog: Catalog) -> Iterator[Problem]:
    for release in read_releases(catalog.root):
        package = zip_of(catalog.root, release.version)
        if package.is_symlink() or not package.is_file() or not zipfile.is_zipfile(package):
            name = package.relative_to(catalog.root).as_posix()
            must = f"phiên bản {release.version} phải có gói này, là tệp zip nguyên vẹn"
            yield Problem(Place(name), "", must, hint="lấy lại tệp từ bản trước: git checkout releases")


@check(
    must="Không có lần ghi nào bỏ dở",
    cause="Lệnh hoctap release bị ngắt giữa chừng (mất điện, tắt máy) sau khi đã quyết định ghi.",
    cure="chạy lại hoctap release: lệnh ấy ghi nốt phần còn lại rồi mới làm việc khác",
    bad="thư mục .hoctap-writing còn lại",
    good="không còn thư mục ấy",
)
def writing_is_finished(catalog: Catalog) -> Iterator[Problem]:
    """Ensure no change of several files was decided and not carried through."""
    left = catalog.root / STAGED
    if left.exists() or left.is_symlink():
        yield Problem(Place(STAGED), "", "không được còn lần ghi bỏ dở")


CHECKS = (release_record_is_whole, writing_is_finished)
