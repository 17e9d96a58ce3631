"""The files of pages among all published files: one page made alone, and how far they are."""

from pathlib import Path

import pytest

from hoctap.exports import publishing, slices
from hoctap.exports.edition import HERE, Edition
from hoctap.exports.publishing import page_task
from hoctap.model.catalog import Catalog
from hoctap.system.reuse import anew
from miniature import EPOCH


@pytest.mark.parametrize("folder", ["don-vi", "phong-trao", "chi-tieu"])
def test_the_files_of_one_page_made_alone_are_those_of_all(
    catalog: Catalog, published: Path, tmp_path: Path, folder: str
) -> None:
    kind = next(kind for kind in slices.SLICE_KINDS if kind.folder == folder)
    key = next(key for found, key in slices.pages_with_files(catalog) if found is kind)
    name, _, make = page_task(anew(tmp_path).put, catalog, Edition(HERE, EPOCH, ()), kind, key)
    paths, files = make()
    assert name.endswith(f"{folder}/{key}")
    assert paths == [file.path for file in files]
    assert {path: (tmp_path / path).read_bytes() for path in paths} == {
        path: (published / path).read_bytes() for path in paths
    }
    assert f"{folder}/{key}.json" in paths


def test_formats_before_the_pages_are_not_counted_as_pages() -> None:
    calls: list[tuple[int, int]] = []
    for done in range(6):
        publishing._of_pages(lambda *call: calls.append(call), 3, done, 8)
    assert calls == [(1, 5), (2, 5)]
