"""A build replaces only what a build made; one writer at a time; several files change together or not at all."""

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from building import build, tree
from hoctap.cli import main
from hoctap.system import file_switch
from hoctap.system.file_switch import STAGED, finish, is_unfinished, write_together
from hoctap.system.lock import BusyError, only_writer
from hoctap.system.switch import (
    MARKER,
    NotOursError,
    mark_as_ours,
    new_working_folder,
    opened_to_readers,
    put_in_place,
    refuse_unless_ours,
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    home = tmp_path / "kho" / "so"
    (home / "datapackages").mkdir(parents=True)
    (home / "datapackages" / "a.csv").write_text("quý")
    return home


def _folder(path: Path, *files: str) -> Path:
    for name in files:
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text("của người khác")
    path.mkdir(parents=True, exist_ok=True)
    return path


def _listed(path: Path, name: str, more: str) -> Path:
    _folder(path, MARKER, name, more)
    (path / "SITE-MANIFEST.json").write_text(json.dumps({"files": [{"path": name}]}), encoding="utf-8")
    return path


def _link(path: Path, target: Path) -> Path:
    path.symlink_to(target)
    return path


NOT_OURS: dict[str, Callable[[Path], Path]] = {
    "the root": lambda root: root,
    "the root, told crookedly": lambda root: root / "datapackages" / "..",
    "the folder around the root": lambda root: root.parent,
    "the root of the disk": lambda _root: Path("/"),
    "a folder of the root": lambda root: root / "datapackages",
    "a new folder in the root": lambda root: root / "public",
    "a folder within site": lambda root: root / "site" / "a",
    "a site with other files": lambda root: _folder(root / "site", "bài.txt"),
    "a site that is a repository": lambda root: _folder(root / "site", "data/MANIFEST.json", ".git/HEAD"),
    "a folder with files": lambda root: _folder(root.parent / "tài liệu", "luận văn.docx"),
    "a folder with a manifest": lambda root: _folder(root.parent / "x", "data/MANIFEST.json"),
    "a site that became a repository": lambda root: _folder(root / "site", MARKER, ".git"),
    "a site that somebody put a file in": lambda root: _listed(root / "site", "index.html", more="CNAME"),
    "a site that somebody put a link to a folder in": lambda root: (
        _link(
            _listed(root / "site", "index.html", more=".DS_Store") / "ảnh", _folder(root.parent / "ảnh", "a.png")
        ).parent
    ),
    "a folder within a site elsewhere": lambda root: _folder(root.parent / "xuất bản", MARKER) / "con",
    "a file": lambda root: _folder(root.parent, "tệp") / "tệp",
    "a link to an empty folder": lambda root: _link(root.parent / "l", _folder(root.parent / "trống")),
    "a link to nothing": lambda root: _link(root.parent / "l", root.parent / "không có"),
    "a link to the root": lambda root: _link(root.parent / "l", root),
    "a folder whose marker is a link": lambda root: _link(_folder(root.parent / "y", "z") / MARKER, root).parent,
}
OURS: dict[str, Callable[[Path], Path]] = {
    "site that is not there": lambda root: root / "site",
    "site that is empty": lambda root: _folder(root / "site"),
    "site of an older version": lambda root: _folder(root / "site", "data/MANIFEST.json", "index.html"),
    "site with the marker": lambda root: _folder(root / "site", MARKER, "index.html"),
    "site with all that its list names": lambda root: _listed(root / "site", "index.html", more=".DS_Store"),
    "a new folder elsewhere": lambda root: root.parent / "mới" / "sâu",
    "an empty folder elsewhere": lambda root: _folder(root.parent / "trống"),
    "a folder with the marker elsewhere": lambda root: _folder(root.parent / "xuất bản", MARKER, "index.html"),
}


@pytest.mark.parametrize("name", NOT_OURS)
def test_what_a_build_did_not_make_is_never_replaced(root: Path, name: str) -> None:
    with pytest.raises(NotOursError):
        refuse_unless_ours(NOT_OURS[name](root), root)


@pytest.mark.parametrize("name", OURS)
def test_what_is_free_or_made_by_a_build_may_be_replaced(root: Path, name: str) -> None:
    refuse_unless_ours(OURS[name](root), root)


@pytest.mark.build
@pytest.mark.parametrize("name", ["the root", "the folder around the root", "a folder with files", "a file"])
def test_the_command_refuses_in_one_line_and_touches_nothing(
    site_repository: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = NOT_OURS[name](site_repository)
    before = tree(site_repository.parent)
    for command in ("build", "serve"):
        assert main([command, "--root", str(site_repository), "--out", str(out)]) == 1
        printed = capsys.readouterr()
        assert "hoctap:" in printed.err + printed.out
        assert "Traceback" not in printed.err
    assert tree(site_repository.parent) == before


def test_only_leftovers_that_this_program_named_are_cleared(tmp_path: Path) -> None:
    out = tmp_path / "site"
    dead = 2**22 + 7
    kept = [".site.backup", ".site.2024", ".site.old", f".site.hoctap-build-{dead}.tay", ".sites.hoctap-build-1"]
    for name in kept:
        _folder(tmp_path / name, "quý.txt")
    _folder(tmp_path / f".site.hoctap-build-{dead + 1}", "quý.txt")
    left = tmp_path / f".site.hoctap-build-{dead}"
    left.mkdir()
    mark_as_ours(left)
    new_working_folder(out)
    assert not left.exists()
    names = {path.name for path in tmp_path.iterdir()}
    assert {*kept, f".site.hoctap-build-{dead + 1}"} <= names


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX systems")
def test_whatever_the_mask_of_the_builder_a_web_server_can_read(root: Path) -> None:
    old = os.umask(0o077)
    try:
        folder = new_working_folder(root / "site") / "site"
        _folder(folder, "index.html", "a/b.html")
        put_in_place(folder, root / "site", root)
    finally:
        os.umask(old)
    modes = {path.name: path.stat().st_mode & 0o777 for path in (root / "site").rglob("*")}
    assert modes == {"index.html": 0o644, "b.html": 0o644, "a": 0o755, MARKER: 0o644}
    assert (root / "site").stat().st_mode & 0o777 == 0o755


def test_of_named_files_only_those_are_opened_to_readers(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "site", "a.html", "b/b.html")
    for path in (folder / "a.html", folder / "b/b.html"):
        path.chmod(0o600)
    assert opened_to_readers(folder, ()) == {}
    assert list(opened_to_readers(folder, ("b/b.html",))) == ["b/b.html"]
    assert [(folder / name).stat().st_mode & 0o777 for name in ("a.html", "b/b.html")] == [0o600, 0o644]
    assert set(opened_to_readers(folder)) == {"a.html", "b/b.html"}
    assert (folder / "a.html").stat().st_mode & 0o777 == 0o644


def test_a_place_that_became_someone_elses_while_we_built_is_left(root: Path) -> None:
    folder = _folder(new_working_folder(root / "site") / "site", "index.html")
    _folder(root / "site", "bài.txt")
    with pytest.raises(NotOursError):
        put_in_place(folder, root / "site", root)
    assert (root / "site" / "bài.txt").read_text() == "của người khác"


def test_a_second_writer_waits_and_then_is_told(root: Path) -> None:
    with only_writer(root), pytest.raises(BusyError, match="đang ghi"), only_writer(root, wait=0.2):
        pass
    with only_writer(root, wait=0.2):
        pass


def test_the_lock_is_freed_when_its_holder_dies(root: Path) -> None:
    code = (
        "import sys, os; sys.path.insert(0, sys.argv[2]); from pathlib import Path; "
        "from hoctap.system.lock import only_writer\n"
        "with only_writer(Path(sys.argv[1])): os.kill(os.getpid(), 9)"
    )
    scripts = Path(__file__).resolve().parents[1] / "scripts"
    subprocess.run([sys.executable, "-c", code, str(root), str(scripts)], check=False)
    with only_writer(root, wait=0.5):
        pass


def test_twenty_writers_lose_nothing(root: Path) -> None:
    path = root / "datapackages" / "a.csv"
    path.write_text("")

    def add(number: int) -> None:
        with only_writer(root):
            text = path.read_text()
            path.write_text(f"{text}{number}\n")

    threads = [threading.Thread(target=add, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(int, path.read_text().split())) == list(range(20))


FILES = {"a.txt": b"1", "b/c.txt": b"2", "b/d.txt": b"3"}


def test_files_change_together(tmp_path: Path) -> None:
    write_together(tmp_path, FILES)
    assert {path: (tmp_path / path).read_bytes() for path in FILES} == FILES
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("moment", range(12))
def test_an_end_at_any_step_changes_none_of_them_or_is_carried_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    for path in FILES:
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(b"old")
    left = iter(range(moment))

    def step(real: Callable[..., object]) -> Callable[..., object]:
        def counted(*arguments: object, **options: object) -> object:
            if next(left, None) is None:
                raise KeyboardInterrupt
            return real(*arguments, **options)

        return counted

    with monkeypatch.context() as patch:
        for name in ("rename", "replace", "mkdir", "open"):
            patch.setattr(Path, name, step(getattr(Path, name)))
        patch.setattr(file_switch.shutil, "rmtree", step(file_switch.shutil.rmtree))
        with contextlib.suppress(KeyboardInterrupt):
            write_together(tmp_path, FILES)
    unfinished = is_unfinished(tmp_path)
    finish(tmp_path)
    found = {path: (tmp_path / path).read_bytes() for path in FILES}
    assert found in (FILES, dict.fromkeys(FILES, b"old"))
    assert found == FILES or not unfinished


def test_what_lies_staged_cannot_lead_out_or_into_hidden_folders(tmp_path: Path) -> None:
    staged = tmp_path / STAGED
    _folder(staged, ".git/config", "a.txt")
    (staged / "l").symlink_to("/etc/passwd")
    assert finish(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt"]


@pytest.mark.build
def test_a_build_made_with_a_strict_mask_can_be_read_and_replaced(site_repository: Path) -> None:
    out = site_repository / "site"
    assert build(site_repository, out).returncode == 0
    assert (out / MARKER).is_file()
    first = tree(out)
    assert build(site_repository, out).returncode == 0
    assert tree(out) == first
