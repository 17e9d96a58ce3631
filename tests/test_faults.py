"""What a machine refuses, and what stands where a file was meant, ends in one clear line with nothing of ours lost."""

import errno
import os
import re
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from building import build, environ, tree
from hoctap.cli import main
from hoctap.system.switch import MARKER
from miniature import REAL, site_pattern

Files = dict[Path, bytes]


def contents(root: Path) -> Files:
    return {path: path.read_bytes() for path in sorted((root / "datapackages").rglob("*")) if path.is_file()}


def one_line(text: str) -> str:
    """Return the one line of an error; what click says of a wrong argument ends in it."""
    steps = re.compile(r"\s*[^:]+: \d+\.\d s")  # how long each step of a build took
    lines = [line for line in text.strip().splitlines() if not steps.fullmatch(line)]
    assert "Traceback" not in text
    assert len(lines) == 1 or lines[0].startswith("Usage:"), text
    return lines[-1]


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    os.mkfifo(tmp_path / "ong")
    return tmp_path / "ong"


def table(path: Path) -> Path:
    path.write_text("Năm 2025\nTT;Đơn vị;Tổng số cán bộ\n1;Trường THPT Hồ Sen;45\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", ["pipe", "folder", "device", "missing"])
def test_answers_about_names_are_read_only_from_an_ordinary_file(
    kind: str, repository: Path, tmp_path: Path, pipe: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places = {"pipe": pipe, "folder": tmp_path, "device": Path("/dev/zero"), "missing": tmp_path / "khong-co.csv"}
    words = ["intake", str(table(tmp_path / "bieu.csv")), "--long", "--map", str(places[kind])]
    assert main([*words, "--root", str(repository)]) != 0
    one_line(capsys.readouterr().err)


@pytest.mark.parametrize("kind", ["pipe", "folder", "device", "missing"])
def test_reasons_of_a_release_are_read_only_from_an_ordinary_file(
    kind: str, repository: Path, tmp_path: Path, pipe: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places = {"pipe": pipe, "folder": tmp_path, "device": Path("/dev/zero"), "missing": tmp_path / "khong-co.csv"}
    before = contents(repository)
    words = ["release", "--summary", "Sửa số liệu", "--reasons", str(places[kind]), "--root", str(repository)]
    assert main(words) != 0
    one_line(capsys.readouterr().err)
    assert contents(repository) == before


@pytest.mark.parametrize("epoch", ["abc", "-5", "9" * 30, "1e9", "315532799", "4102444801"])
def test_an_absurd_epoch_is_told_before_anything_is_built(
    epoch: str, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    site = tmp_path / "site"
    assert main(["build", "--root", str(repository), "--out", str(site)]) != 0
    assert "SOURCE_DATE_EPOCH" in one_line(capsys.readouterr().err)
    assert not site.exists()


@pytest.mark.build
def test_an_empty_epoch_is_none(site_repository: Path, tmp_path: Path) -> None:
    done = build(site_repository, tmp_path / "site", SOURCE_DATE_EPOCH="")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "hết chỗ"), (errno.EROFS, "chỉ cho đọc"), (errno.EMFILE, "quá nhiều tệp")]
)
def test_a_disk_that_takes_no_more_leaves_the_data_as_it_was(
    number: int,
    words: str,
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = repository / "datapackages/reference/data/units.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b" \n", 3))  # something that `fix` would mend
    before = contents(repository)

    def refuses(*_: object, **__: object) -> int:
        raise OSError(number, os.strerror(number), "units.csv")

    monkeypatch.setattr("os.replace", refuses)
    monkeypatch.setattr("os.rename", refuses)
    monkeypatch.setattr(Path, "replace", refuses)
    monkeypatch.setattr(Path, "rename", refuses)
    assert main(["fix", "--root", str(repository)]) != 0
    err = capsys.readouterr().err
    assert "Traceback" not in err
    assert words in err
    assert contents(repository) == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a folder on a disk of 3 MB; skip where the machine lets nobody mount one."""
    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("needs root to mount a small disk")
    folder = tmp_path / "dia-nho"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"mount refused: {mounted.stderr.decode().strip()}")
    yield folder
    subprocess.run(["umount", "-l", folder], check=False)


def run(*words: str, limit: tuple[int, int] | None = None, **more: str) -> subprocess.CompletedProcess[str]:
    def limited() -> None:
        if limit:
            resource.setrlimit(limit[0], (limit[1], limit[1]))

    return subprocess.run(
        [sys.executable, "-m", "hoctap", *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=REAL,
        env=environ(**more),
        preexec_fn=limited,
        timeout=300,
    )


def test_a_form_that_has_no_room_is_told_and_not_left_in_half(small_disk: Path, repository: Path) -> None:
    with suppress(OSError), (small_disk / "day").open("wb", buffering=0) as file:
        while file.write(b"x" * 4096):
            pass
    done = run("template", "truong-thpt-ho-sen", "--root", str(repository), "--out", str(small_disk / "mau.xlsx"))
    assert done.returncode != 0
    assert "hết chỗ" in one_line(done.stderr)
    assert not (small_disk / "mau.xlsx").exists() or not (small_disk / "mau.xlsx").stat().st_size


def test_data_that_cannot_be_copied_whole_for_a_trial_is_told_in_one_line(repository: Path) -> None:
    before = contents(repository)
    words = ["--set", "title=Bài thử", "--set", "publisher=Báo thử", "--set", "published_on=2025-12-03"]
    limit = (resource.RLIMIT_FSIZE, 4096)
    done = run(
        "new", "source", "--no-input", "--root", str(repository), *words, limit=limit, PYTHONDONTWRITEBYTECODE="1"
    )
    assert done.returncode == 1
    assert "tệp lớn quá mức được phép" in one_line(done.stderr)
    assert "[" not in done.stderr
    assert contents(repository) == before


def test_with_thirty_open_files_the_data_is_still_checked(repository: Path) -> None:
    done = run("check", "--root", str(repository), limit=(resource.RLIMIT_NOFILE, 30))
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


def test_without_limits_of_the_system_a_table_is_still_read(repository: Path, tmp_path: Path) -> None:
    """As on Windows, where Python has no `resource`."""
    blocker = tmp_path / "sitecustomize.py"
    blocker.write_text("import sys\nsys.modules['resource'] = None\n", encoding="utf-8")
    path = f"{tmp_path}{os.pathsep}{REAL / 'scripts'}"
    words = ("intake", str(table(tmp_path / "bieu.csv")), "--long", "--root", str(repository))
    done = run(*words, PYTHONPATH=path)
    assert "truong-thpt-ho-sen,staff-total,2025" in done.stdout, done.stderr


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Give a repository and its site."""
    folder = tmp_path_factory.mktemp("faults")
    root = Path(shutil.copytree(site_pattern(), folder / "repository"))
    assert build(root, folder / "site").returncode == 0
    return root, folder / "site"


@pytest.mark.build
@pytest.mark.parametrize("fault", ["no room", "files that may not grow", "read-only"])
def test_a_whole_build_that_the_machine_refuses_leaves_the_old_site(
    built: tuple[Path, Path], small_disk: Path, fault: str
) -> None:
    root, site = built
    out, limit = site, (resource.RLIMIT_FSIZE, 20_000)
    if fault != "files that may not grow":
        # A site of one page stands on the small disk; the new one has more than fits there.
        out, limit = small_disk / "site", None
        out.mkdir()
        (out / MARKER).write_text("")
        (out / "index.html").write_text("cũ")
    if fault == "read-only":
        subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    before = tree(out)
    done = run(
        "build", "--anew", "--quiet", "--root", str(root), "--out", str(out), limit=limit, SITE_URL="https://x.vn/"
    )
    assert done.returncode == 1
    words = {"no room": "hết chỗ", "read-only": "chỉ cho đọc", "files that may not grow": "quá mức"}
    assert words[fault] in one_line("\n".join(line for line in done.stderr.splitlines() if "Lưu ý" not in line))
    assert tree(out) == before
