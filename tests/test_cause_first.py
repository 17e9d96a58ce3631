"""A file that cannot be read is told of by its cause alone: nothing that follows from it stands before or beside it."""

import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from hoctap.check.gate import check
from hoctap.check.rules.macro_calls import NAMES
from hoctap.cli import main
from hoctap.load.descriptors import _dangling
from hoctap.render.fragments import MACROS
from miniature import BASE

FIGURES = "datapackages/unit-statistics/data/observations/dong-lau.csv"
UNITS, SOURCES = "datapackages/reference/data/units.csv", "datapackages/reference/data/sources.csv"
PACKAGE, PAGE = "datapackages/unit-statistics/datapackage.json", "docs/index.md"
CONFLICT = b"<<<<<<< HEAD\nmot\n=======\nhai\n>>>>>>> nhanh\n"
WITH_MACROS = "plugins:\n  - macros:\n      force_render_paths: |\n        /index.md\n"
Spoil = Callable[[bytes], bytes]

SPOILED: dict[str, tuple[str, str, Spoil]] = {
    "no column": (FIGURES, "header-matches-the-schema", lambda b: b.replace(b",note\n", b"\n", 1)),
    "other column": (UNITS, "header-matches-the-schema", lambda b: b.replace(b"short_name", b"ten_tat", 1)),
    "semicolons": (FIGURES, "header-matches-the-schema", lambda b: b.replace(b",", b";")),
    "byte order mark": (SOURCES, "file-is-utf8", lambda b: b"\xef\xbb\xbf" + b),
    "UTF-16": (UNITS, "file-is-utf8", lambda b: b.decode().encode("utf-16")),
    "carriage returns": (SOURCES, "file-is-canonical", lambda b: b.replace(b"\n", b"\r\n")),
    "carriage returns alone": (FIGURES, "file-is-canonical", lambda b: b.replace(b"\n", b"\r")),
    "nothing": (FIGURES, "header-matches-the-schema", lambda _: b""),
    "only the header": (FIGURES, "table-has-rows", lambda b: b.splitlines(keepends=True)[0]),
    "a workbook": (FIGURES, "file-is-csv", lambda _: b"PK\x03\x04" + bytes(99)),
    "half a mark of a merge": (SOURCES, "no-conflict-is-left", lambda b: b + b"=======\n"),
    "descriptor in conflict": (PACKAGE, "descriptor-is-readable", lambda b: CONFLICT + b),
    "page in conflict": (PAGE, "page-is-not-garbled", lambda b: CONFLICT + b),
    "page in UTF-16": (PAGE, "page-is-not-garbled", lambda b: b.decode().encode("utf-16")),
    "page in Windows-1258": (PAGE, "page-is-not-garbled", lambda b: b + b"\nt\xecnh \xd0\xf4ng\n"),
    "page with a broken head": (PAGE, "page-says-what-it-is", lambda b: b.replace(b"title: ", b"? {\ntitle: ", 1)),
    "page with an entry twice": (
        PAGE,
        "page-says-what-it-is",
        lambda b: b.replace(b"title: ", b"title: A\ntitle: ", 1),
    ),
    "page with a macro that is not there": (PAGE, "macros-name-what-exists", lambda b: b + b"\n{{ unit_lists() }}\n"),
    "page with half a macro": (PAGE, "page-keeps-to-prose", lambda b: b + b"\n{{ unit_list(\n"),
    "page with a broken link": (PAGE, "page-links-lead-somewhere", lambda b: b + b"\n[xem](khong-co.md)\n"),
}


@pytest.mark.parametrize("name", SPOILED)
def test_only_the_cause_is_told(repository: Path, name: str) -> None:
    file, rule, spoil = SPOILED[name]
    path = repository / file
    path.write_bytes(spoil(path.read_bytes()))
    (repository / "mkdocs.yml").write_text(WITH_MACROS, encoding="utf-8")
    assert [(each.path, each.rule) for each in check(repository).all_findings] == [(file, rule)]


def test_a_package_that_is_gone_is_told_once(repository: Path) -> None:
    shutil.rmtree(repository / "datapackages/reference")
    found = check(repository).all_findings
    assert [(each.path, each.rule) for each in found] == [
        ("datapackages/reference/datapackage.json", "descriptor-is-readable")
    ]
    assert "thiếu gói reference" in found[0].message


def test_a_key_that_tells_figures_no_more_apart_is_told_before_its_rows(repository: Path) -> None:
    path = repository / PACKAGE
    text = path.read_text(encoding="utf-8")
    at = text.index("primaryKey", text.index('"observations"'))
    path.write_text(text[:at] + text[at:].replace('"breakdown",', "", 1), encoding="utf-8")
    found = check(repository).all_findings
    assert [(each.path, each.rule) for each in found] == [(PACKAGE, "descriptor-is-readable")]
    assert "unit_id, indicator_id, period, breakdown, source_id" in found[0].message


def test_a_code_that_many_rows_use_is_told_once_with_their_number(repository: Path) -> None:
    path = repository / FIGURES
    path.write_text(path.read_text(encoding="utf-8").replace(",exact,", ",chinh-xac,"), encoding="utf-8")
    found = [each for each in check(repository).all_findings if each.rule == "code-is-in-its-list"]
    assert [each.hint.partition(" ")[0].isdecimal() for each in found] == [True]


TABLES = sorted(path.relative_to(BASE).as_posix() for path in (BASE / "datapackages").rglob("*.csv"))
UNREADABLE: dict[str, Spoil] = {
    "UTF-16": lambda b: b.decode().encode("utf-16"),
    "conflict": lambda b: b + CONFLICT,
    "semicolons": lambda b: b.replace(b",", b";"),
}


@pytest.mark.parametrize("file", TABLES)
def test_of_no_table_that_cannot_be_read_is_a_consequence_told(repository: Path, file: str) -> None:
    good = (repository / file).read_bytes()
    for spoil in UNREADABLE.values():
        (repository / file).write_bytes(spoil(good))
        found = check(repository).all_findings
        assert {(each.path, each.rule) for each in found} <= {
            (file, rule) for rule in ("file-is-utf8", "no-conflict-is-left", "header-matches-the-schema")
        }
        assert found


@pytest.mark.parametrize(
    "words", [["template", "tinh-dong-lau"], ["intake", "a.csv"], ["new", "unit", "--no-input"], ["read", "a.txt"]]
)
@pytest.mark.parametrize("name", ["UTF-16", "a workbook", "descriptor in conflict"])
def test_nothing_comes_into_data_that_cannot_be_read(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], name: str
) -> None:
    file, _, spoil = SPOILED[name]
    (repository / file).write_bytes(spoil((repository / file).read_bytes()))
    (tmp_path / "a.csv").write_text("Đơn vị,Chỉ tiêu,Thời kỳ,Giá trị\ntinh-dong-lau,members,2024,5\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Tỉnh Đông Lâu có 5 hội viên năm 2024.", encoding="utf-8")
    given = [str(tmp_path / word) if word.startswith("a.") else word for word in words]
    assert main([*given, "--root", str(repository)]) == 1
    assert f"{file}:" in capsys.readouterr().err


def test_of_two_files_in_conflict_nothing_but_the_conflicts_is_told(repository: Path) -> None:
    for file in (FIGURES, UNITS):
        path = repository / file
        path.write_bytes(path.read_bytes() + CONFLICT)
    found = check(repository).all_findings
    assert {each.rule for each in found} == {"no-conflict-is-left"}
    assert len(found) == 6


def test_a_heading_underlined_with_equal_signs_is_no_conflict(repository: Path) -> None:
    path = repository / PAGE
    path.write_bytes(path.read_bytes() + "\nMục lớn\n=======\n\nchữ\n".encode())
    assert check(repository).all_findings == ()


def test_the_check_knows_the_macros_there_are() -> None:
    assert sorted(NAMES) == sorted(MACROS)


@pytest.mark.parametrize(("package", "dangles"), [("", False), ("a", False), ("b", False), ("c", True)])
def test_of_a_table_that_two_packages_have_a_key_leads_to_the_one_it_names(package: str, dangles: bool) -> None:
    key = SimpleNamespace(package=package, resource="units", target_fields=("unit_id",), line=7)
    units = SimpleNamespace(name="units", header=("unit_id",), foreign_keys=())
    rows = SimpleNamespace(name="rows", header=("unit_id",), foreign_keys=(key,))
    packages = [
        SimpleNamespace(name="a", path="a/datapackage.json", resources=(units, rows)),
        SimpleNamespace(name="b", path="b/datapackage.json", resources=(units,)),
    ]
    assert len(list(_dangling(packages))) == dangles
