"""The same input gives the same bytes: in another folder, time zone, locale, hash seed and file mode."""

import subprocess
import zipfile
from pathlib import Path

import pytest

from building import build, command, environ, tree
from hoctap.site.pictures import NAME as PICTURE
from miniature import REAL, SITE, assembled

pytestmark = pytest.mark.build


def test_two_builds_are_byte_identical(tmp_path: Path) -> None:
    one = assembled(tmp_path / "a", *SITE)
    other = assembled(tmp_path / "một thư mục khác, sâu hơn" / "b", *SITE)
    # With an address there are QR codes and pictures to share, too.
    address = "https://so.example/"
    first = build(one, tmp_path / "out", PYTHONHASHSEED="1", TZ="Asia/Ho_Chi_Minh", LC_ALL="C.UTF-8", SITE_URL=address)
    env = environ(SITE_URL=address, PYTHONHASHSEED="2", TZ="America/Los_Angeles", LC_ALL="C")
    words = command(other, other.parent / "kết quả")
    second = subprocess.run(words, env=env, umask=0o077, capture_output=True, encoding="utf-8", check=False)
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    ours, theirs = tree(tmp_path / "out"), tree(other.parent / "kết quả")
    assert sorted(ours) == sorted(theirs)
    assert sum(path.endswith(f"/{PICTURE}") for path in ours) > 10
    assert [path for path in ours if ours[path] != theirs[path]] == []


def test_nothing_published_holds_the_name_of_a_folder(site: Path) -> None:
    # The folder's own name may be a word that pages hold («/work»), so it is looked for with what is in it.
    parts = ("scripts", "docs", "overrides", "tests", ".cache", ".venv")
    places = [*(str(REAL / part).encode() for part in parts), str(site.parent).encode(), b"/tmp/"]
    # The Python of the pages was compiled by its makers, in a folder of theirs.
    ours = [path for path in site.rglob("*") if path.is_file() and path.suffix != ".wasm"]
    assert [path for path in ours if any(place in path.read_bytes() for place in places)] == []


def test_the_zip_holds_the_combined_package(site: Path) -> None:
    data = site / "data"
    with zipfile.ZipFile(data / "hoctap.zip") as archive:
        assert archive.testzip() is None
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(2026, 11, 22)}
        packed = {name: archive.read(name) for name in archive.namelist()}
    others = {"README.md", "CITATION.cff", "LICENSE-DATA"} & set(packed)
    assert {"README.md", "CITATION.cff"} <= others
    tables = {name: content for name, content in packed.items() if name not in others}
    assert tables == {path.name: path.read_bytes() for path in (data / "hoctap").iterdir()}


def test_source_packages_are_published_as_they_stand(site: Path, site_repository: Path) -> None:
    for folder in sorted((site_repository / "datapackages").iterdir()):
        assert tree(site / "data" / folder.name) == tree(folder)
