"""The published package before a foreign judge: right as it is, wrong when broken, without our program."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from frictionless import Package

from building import environ
from change import make

pytestmark = pytest.mark.build


@pytest.fixture
def package(site: Path, tmp_path: Path) -> Path:
    """The combined package alone in a folder."""
    return Path(shutil.copytree(site / "data" / "hoctap", tmp_path / "gói dữ liệu"))


def _validated(package: Path) -> tuple[int, str]:
    words = [sys.executable, "-m", "frictionless", "validate", "datapackage.json"]
    done = subprocess.run(words, cwd=package, env=environ(), capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout + done.stderr


def test_the_combined_package_is_valid(package: Path) -> None:
    code, output = _validated(package)
    assert code == 0, output
    assert "INVALID" not in output


def test_every_table_is_in_it_with_keys_to_tables_in_it(package: Path) -> None:
    resources = {entry["name"]: entry for entry in json.loads((package / "datapackage.json").read_text())["resources"]}
    for resource in resources.values():
        for key in resource["schema"].get("foreignKeys", ()):
            target = resources[key["reference"]["resource"] or resource["name"]]
            assert set(key["reference"]["fields"]) <= {field["name"] for field in target["schema"]["fields"]}


BREAKS = {
    "a key that leads nowhere": {"row": "truong-thpt-ho-sen,grants", "set": {"source_id": "khong-co"}},
    "a code that is not in its list": {"row": "truong-thpt-ho-sen,grants", "set": {"qualifier": "chung"}},
    "a number that is none": {"row": "truong-thpt-ho-sen,grants", "set": {"value": "bốn"}},
    "a row twice": {"append": "x,x,2024,moment,stated,1,exact,,,x,x,\nx,x,2024,moment,stated,1,exact,,,x,x,\n"},
    "a column renamed": {"replace": "qualifier", "by": "cach_noi"},
}


@pytest.mark.parametrize("edit", BREAKS.values(), ids=BREAKS)
def test_a_broken_twin_is_invalid(package: Path, edit: dict[str, object]) -> None:
    make(package, {"file": "observations.csv", **edit})
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    for resource in descriptor["resources"]:
        # What breaks shall be the content, not the checksum.
        resource.pop("hash")
        resource.pop("bytes")
    (package / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    assert not Package(str(package / "datapackage.json")).validate().valid


def test_a_changed_byte_is_seen_by_its_checksum(package: Path) -> None:
    make(package, {"file": "terms.csv", "replace": "Khuyến tài", "by": "Khuyến Tài"})
    assert _validated(package)[0] != 0
