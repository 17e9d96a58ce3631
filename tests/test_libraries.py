"""Libraries of the pages: pinned without a host, bundled once, published with their licences."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from building import tree
from hoctap.site import libraries, npm
from hoctap.site.libraries import SOURCES, bundled, write_libraries
from hoctap.site.npm import LibraryError
from miniature import REAL

LOCK: dict[str, Any] = json.loads((REAL / "package-lock.json").read_bytes())


def test_the_lock_pins_every_package_by_checksum_and_names_no_host() -> None:
    packages = {path: package for path, package in LOCK["packages"].items() if path}
    assert len(packages) > 10
    assert [path for path, package in packages.items() if not package["integrity"].startswith("sha512-")] == []
    assert "://" not in json.dumps([{**package, "funding": None} for package in packages.values()])


def test_the_manifest_asks_for_exact_versions() -> None:
    manifest = json.loads((REAL / "package.json").read_bytes())
    asked = {**manifest["dependencies"], **manifest["devDependencies"]}
    assert {name: version for name, version in asked.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)} == {}


def test_every_library_is_published_under_a_name_that_changes_with_its_content(tmp_path: Path) -> None:
    write_libraries(tmp_path)
    folder = tmp_path / "assets" / "npm"
    text = (folder / "names.js").read_text(encoding="utf-8")
    names = json.loads(text.removeprefix("export default ").removesuffix(";\n"))
    assert sorted(names) == sorted(path.stem for path in SOURCES.glob("*.js"))
    assert all(re.fullmatch(rf"{name}-[A-Z0-9]{{8}}\.js", file) for name, file in names.items())
    assert all((folder / file).stat().st_size > 1000 for file in names.values())


def test_no_library_makes_code_from_text() -> None:
    for path in bundled().glob("*-*.js"):
        assert not re.search(r"\beval\(|new Function\(|importScripts\(", path.read_text(encoding="utf-8")), path.name


def test_each_package_with_code_in_a_bundle_has_its_licence_beside_it() -> None:
    text = (bundled() / "LICENSES.txt").read_text(encoding="utf-8")
    manifest = json.loads((REAL / "package.json").read_bytes())
    whole = {"pyodide"}  # published as it is, with its own list of licences: site/desk.py
    for name, version in manifest["dependencies"].items():
        if name in whole:
            continue
        assert f"── {name} {version} (" in text
    assert "── d3-scale " in text
    assert "esbuild" not in text


def test_a_second_build_asks_neither_npm_nor_esbuild(monkeypatch: pytest.MonkeyPatch, no_sockets: list[str]) -> None:
    before = tree(bundled())
    monkeypatch.setattr(libraries, "node", lambda *_: pytest.fail("Node.js was started"))
    assert tree(bundled()) == before
    assert no_sockets == []


def test_a_source_that_cannot_be_bundled_is_named_and_leaves_nothing_behind(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "wrong.js").write_text('export { x } from "no-such-package";\n', encoding="utf-8")
    monkeypatch.setattr(libraries, "SOURCES", tmp_path)
    before = sorted(path.name for path in npm.CACHE.iterdir())
    with pytest.raises(LibraryError, match=r"no-such-package[\s\S]*wrong\.js:1"):
        bundled()
    assert sorted(path.name for path in npm.CACHE.iterdir()) == before
