"""Checksums: the standard program accepts them, and `hoctap verify` sees every way a copy can be spoilt."""

import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from hoctap.cli import main
from hoctap.releases.verify import VerifyError, verify


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        pass


@pytest.fixture
def address(published: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(published.parent)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_sha256sum_accepts_the_sums(published: Path) -> None:
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=published, check=True)


def test_a_whole_copy_is_whole_as_folder_and_by_address(published: Path, address: str) -> None:
    files = sum(1 for path in published.rglob("*") if path.is_file()) - 2
    for place in (str(published), str(published.parent), address, f"{address}data/"):
        verified = verify(place)
        assert (verified.files, verified.faults) == (files, ())


def _spoil(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-2] ^= 1
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("harm", "word"),
    [
        (lambda data: _spoil(data / "hoctap.xlsx"), "mã kiểm"),
        (lambda data: (data / "hoctap.zip").unlink(), "thiếu"),
        (lambda data: (data / "hoctap/units.csv").write_text("unit_id\n"), "byte"),
        (lambda data: (data / "thua.csv").write_text("x\n"), "không có trong MANIFEST"),
    ],
)
def test_a_spoilt_copy_is_told(
    published: Path, tmp_path: Path, harm: Callable[[Path], object], word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = Path(shutil.copytree(published, tmp_path / "data"))
    harm(copy)
    assert main(["verify", str(copy)]) == 1
    assert word in capsys.readouterr().out


def test_without_a_manifest_there_is_nothing_to_verify(tmp_path: Path) -> None:
    with pytest.raises(VerifyError):
        verify(str(tmp_path))
