"""Checksums: the standard program accepts them, and `hoctap verify` sees every way a copy can be spoilt."""

import hashlib
import json
import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from hoctap.cli import main
from hoctap.releases.verify import Verified, VerifyError, verify
from hoctap.system.switch import MARKER


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


def _instead(path: Path, make: Callable[[Path], object]) -> None:
    path.unlink()
    make(path)


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
        (lambda data: os.mkfifo(data / "ong"), "ong: không có trong MANIFEST"),
        (lambda data: (data / "SHA256SUMS").unlink(), "SHA256SUMS: thiếu"),
        (lambda data: _instead(data / "SHA256SUMS", Path.mkdir), "SHA256SUMS: thiếu"),
        (lambda data: (data / "SHA256SUMS").write_text(""), "SHA256SUMS: không khớp"),
        (lambda data: _spoil(data / "SHA256SUMS"), "SHA256SUMS: không khớp"),
        (lambda data: _instead(data / "hoctap.zip", os.mkfifo), "hoctap.zip: thiếu"),
        (lambda data: _instead(data / "hoctap.zip", Path.mkdir), "hoctap.zip: thiếu"),
        (lambda data: (data / "\x1b[2J\udcff").write_text("x"), r"'\x1b[2J\udcff': không có trong MANIFEST"),
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


def test_a_host_that_answers_any_address_with_a_page_has_no_manifest_of_a_site(published: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(published, tmp_path / "data"))
    (tmp_path / "SITE-MANIFEST.json").write_text("\n<!doctype html><title>404</title>", encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        assert verify(f"http://127.0.0.1:{server.server_port}/").faults == ()
    finally:
        server.shutdown()
        server.server_close()
    with pytest.raises(VerifyError, match="is damaged: it is no JSON"):
        verify(str(copy.parent))


# ── A whole site ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.build
def test_a_finished_site_is_whole_and_pages_are_read(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(site)]) == 0
    out = capsys.readouterr().out
    files = sum(1 for path in site.rglob("*") if path.is_file()) - 2
    assert out.endswith(f"{files} tệp, 0 chỗ sai.\n")
    assert "không soát các trang" not in out


@pytest.mark.build
def test_a_site_is_whole_by_its_address_also_where_the_host_keeps_its_settings(site: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(site, tmp_path / "site"))
    (copy / "_headers").unlink()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(copy)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        verified = verify(f"http://127.0.0.1:{server.server_port}/")
    finally:
        server.shutdown()
        server.server_close()
    assert verified.faults == ()
    assert any(part.startswith("_headers") for part in verified.not_covered)
    assert verify(str(copy)).faults == ("_headers: thiếu",)


@pytest.mark.build
@pytest.mark.parametrize(
    ("harm", "word"),
    [
        (lambda site: _spoil(site / "index.html"), "index.html: mã kiểm"),
        (lambda site: (site / "don-vi/index.html").unlink(), "don-vi/index.html: thiếu"),
        (lambda site: (site / "don-vi/them.html").write_text("x"), "don-vi/them.html: không có"),
        (lambda site: (site / "_headers").write_text("/*\n  X: y\n"), "_headers: "),
        (lambda site: (site / "data/SHA256SUMS").unlink(), "data/SHA256SUMS: thiếu"),
        (lambda site: _spoil(site / "data/SHA256SUMS"), "data/SHA256SUMS: mã kiểm"),
        (lambda site: (site / "data/MANIFEST.json").unlink(), "data/MANIFEST.json: thiếu"),
        (lambda site: (site / "SITE-MANIFEST.json").unlink(), "SITE-MANIFEST.json: thiếu, mà ở đây có trang"),
    ],
)
def test_a_spoilt_site_is_told(
    site: Path, tmp_path: Path, harm: Callable[[Path], object], word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = Path(shutil.copytree(site, tmp_path / "site"))
    harm(copy)
    assert main(["verify", str(copy)]) == 1
    assert word in capsys.readouterr().out


# ── A damaged manifest ─────────────────────────────────────────────────────────────────────────────────────────

_SUM = "0" * 64
NO_MANIFEST = {
    "empty": b"",
    "cut in half": b'{"files": [{"path": "a.cs',
    "not UTF-8": b"\xff\xfe\xfd{",
    "a list": b"[]",
    "null": b"null",
    "no files": b'{"files": []}',
    "files are no list": b'{"files": {"path": "a"}}',
    "an entry is text": b'{"files": ["a.csv"]}',
    "an entry lacks its size": json.dumps({"files": [{"path": "a", "sha256": _SUM}]}).encode(),
    "a size is text": json.dumps({"files": [{"path": "a", "bytes": "1", "sha256": _SUM}]}).encode(),
    "a checksum is none": json.dumps({"files": [{"path": "a", "bytes": 1, "sha256": "x"}]}).encode(),
    "a path is a number": json.dumps({"files": [{"path": 1, "bytes": 1, "sha256": _SUM}]}).encode(),
    "a number of 5,000 digits": b'{"files": [' + b"9" * 5000 + b"]}",
    "100,000 levels": b"[" * 100_000,
}


@pytest.mark.parametrize("damage", NO_MANIFEST)
@pytest.mark.parametrize("name", ["MANIFEST.json", "SITE-MANIFEST.json"])
def test_a_damaged_manifest_is_named_in_one_line(
    name: str, damage: str, published: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = Path(shutil.copytree(published, tmp_path / "data"))
    (copy / name).write_bytes(NO_MANIFEST[damage])
    assert main(["verify", str(copy)]) == 2
    error = capsys.readouterr().err
    assert f"{name}" in error
    assert "damaged" in error
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    "path",
    [
        "../secret",
        "/etc/passwd",
        "..\\x",
        "C:\\x",
        "file:///etc/passwd",
        "",
        ".",
        "a\0b",
        "x" * 5000,
        "\ud800",
        "\x1b]0;x\x07",
        "a\nb: 0",
    ],
)
def test_an_odd_path_of_a_manifest_is_told_as_text_and_never_followed(
    path: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "secret").write_bytes(b"")
    (tmp_path / "data").mkdir()
    manifest = json.dumps({"files": [{"path": path, "bytes": 0, "sha256": hashlib.sha256(b"").hexdigest()}]})
    (tmp_path / "data" / "MANIFEST.json").write_text(manifest)
    assert main(["verify", str(tmp_path / "data")]) == 1
    out = capfdbinary.readouterr().out.decode()
    assert "\x1b" not in out
    assert len(out.splitlines()) == 5  # the path, SHA256SUMS, two lines of what is not covered, the count


def _small(folder: Path, name: str, **files: str) -> Path:
    """A folder with files and a manifest that tells of them rightly; `__` in a name stands for a slash."""
    listed = []
    for key, text in files.items():
        path = folder / key.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        listed.append(
            {
                "path": key.replace("__", "/"),
                "bytes": len(text.encode()),
                "sha256": hashlib.sha256(text.encode()).hexdigest(),
            }
        )
    (folder / name).write_text(json.dumps({"files": listed}), encoding="utf-8")
    if name == "MANIFEST.json":
        sums = "".join(f"{one['sha256']}  {one['path']}\n" for one in listed)
        (folder / "SHA256SUMS").write_text(sums, encoding="utf-8")
    return folder


def _own(name: str) -> str:
    return f"chính {name}: bản này đúng như {name} nói; {name} có đúng hay không thì phải so với bản công bố"


def test_pages_without_a_manifest_of_the_whole_site_are_told(tmp_path: Path) -> None:
    _small(tmp_path / "data", "MANIFEST.json", a="một", b__c="hai")
    only = "chỉ soát các tệp trong data/ theo MANIFEST.json, không soát các trang (cần SITE-MANIFEST.json của cả trang)"
    own = _own("MANIFEST.json")
    assert verify(str(tmp_path)) == Verified(2, (), (only, own))
    (tmp_path / "index.html").write_text("<p>", encoding="utf-8")
    assert verify(str(tmp_path)) == Verified(2, ("SITE-MANIFEST.json: thiếu, mà ở đây có trang",), (only, own))
    assert verify(f"{tmp_path}/data/") == verify(str(tmp_path / "data")) == Verified(2, (), (only, own))
    # A page in the data is no page of a site.
    (tmp_path / "data/index.html").write_text("<p>", encoding="utf-8")
    assert verify(str(tmp_path / "data")).faults == ("index.html: không có trong MANIFEST.json",)


def test_a_whole_site_says_what_it_does_not_cover(tmp_path: Path) -> None:
    _small(tmp_path, "SITE-MANIFEST.json", index="một", data__x="hai")
    (tmp_path / MARKER).write_text("", encoding="utf-8")
    found = verify(str(tmp_path))
    assert (found.files, found.faults) == (2, ())
    assert found.not_covered == (
        f"{MARKER}: dấu của máy dựng, không phải phần công bố",
        _own("SITE-MANIFEST.json"),
    )
    (tmp_path / "SHA256SUMS").write_text("", encoding="utf-8")
    (tmp_path / "index").write_text("một thêm", encoding="utf-8")
    (tmp_path / "data/x").write_text("hay", encoding="utf-8")
    assert verify(str(tmp_path)).faults == (
        "index: 11 byte, phải là 5",
        "data/x: mã kiểm không khớp",
        "SHA256SUMS: không có trong SITE-MANIFEST.json",
    )


def test_a_manifest_too_large_to_be_one_is_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hoctap.releases.verify._MOST_MANIFEST", 200)
    _small(tmp_path, "SITE-MANIFEST.json", a="một")
    assert verify(str(tmp_path)).files == 1
    _small(tmp_path, "SITE-MANIFEST.json", a="một", b="hai")
    with pytest.raises(VerifyError, match="it is no JSON"):
        verify(str(tmp_path))


@pytest.mark.parametrize("path", ["/a", "\\\\a", "../a", "a/../b", "a\\..\\b", "c:a", "a\0"])
def test_a_path_that_leads_out_of_the_copy_is_not_followed(tmp_path: Path, path: str) -> None:
    entry = {"path": path, "bytes": 1, "sha256": "0" * 64}
    (tmp_path / "SITE-MANIFEST.json").write_text(json.dumps({"files": [entry]}), encoding="utf-8")
    (fault,) = verify(str(tmp_path)).faults
    assert fault.endswith(": đường dẫn không hợp lệ")


@pytest.mark.parametrize("path", ["a..b", "..a", "a/b", "á ü.csv"])
def test_an_odd_but_right_path_is_followed(tmp_path: Path, path: str) -> None:
    found = verify(str(_small(tmp_path, "SITE-MANIFEST.json", **{path: "một"})))
    assert (found.files, found.faults) == (1, ())
