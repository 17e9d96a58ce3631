"""The command line: what it prints, where, and with which exit code."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import hoctap
from change import make
from hoctap.cli import main
from hoctap.cli.program import program
from miniature import REAL

UNITS = "datapackages/reference/data/units.csv"
FUNDS = "datapackages/unit-statistics/data/observations/dong-lau.csv"
FUND = "hoi-khuyen-hoc-tinh-dong-lau,fund-raised-vnd,2022"
FORMULA = {"file": UNITS, "row": "tinh-dong-lau", "set": {"note": "=1+1"}}


def test_a_clean_repository_exits_0(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(repository)]) == 0
    assert capsys.readouterr().out == "Không có lỗi.\n"


def test_a_command_stopped_by_its_user_says_so_in_one_line(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("hoctap.check.gate.check", interrupted)
    assert main(["check", "--root", str(repository)]) == 130
    assert capsys.readouterr().err.splitlines() == ["", "hoctap: stopped"]  # a line of its own after ^C


def test_findings_exit_1_and_are_printed(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make(repository, FORMULA)
    assert main(["check", "--root", str(repository)]) == 1
    printed = capsys.readouterr()
    assert f"{UNITS}:6: note:" in printed.out
    assert printed.err == ""


def test_json_goes_to_other_programs(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make(repository, FORMULA)
    assert main(["check", "--root", str(repository), "--format", "json"]) == 1
    (finding,) = json.loads(capsys.readouterr().out)
    assert (finding["path"], finding["line"], finding["rule"]) == (UNITS, 6, "cell-is-not-a-formula")


def test_annotations_go_to_pull_requests(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make(repository, FORMULA)
    assert main(["check", "--root", str(repository), "--format", "github"]) == 1
    assert f"::error file={UNITS},line=6,title=cell-is-not-a-formula::" in capsys.readouterr().out


def test_a_number_with_two_readings_is_not_judged_by_one_of_them(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make(repository, {"file": FUNDS, "row": FUND, "set": {"value": "1.250"}})
    assert main(["check", "--root", str(repository)]) == 1
    printed = capsys.readouterr().out
    assert "[count-is-whole]" in printed
    assert "slip]" not in printed


@pytest.mark.parametrize(
    ("end", "rule"),
    [(b"<<<<<<< HEAD\n", "no-conflict-is-left"), (b"\xff\n", "file-is-utf8"), (b'"a\n', "file-is-csv")],
)
def test_fix_names_the_files_that_it_cannot_read(
    repository: Path, capsys: pytest.CaptureFixture[str], end: bytes, rule: str
) -> None:
    path = repository / "datapackages/reference/data/units.csv"
    path.write_bytes(path.read_bytes() + end)
    assert main(["fix", "--root", str(repository)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("0 tệp đã sửa.\nĐể nguyên tệp không đọc được:\ndatapackages/reference/data/units.csv:")
    assert f"[{rule}]" in printed
    assert path.read_bytes().endswith(end)


@pytest.mark.parametrize("command", ["check", "fix", "build", "serve"])
def test_a_folder_without_data_is_misuse(tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert main([command, "--root", str(tmp_path)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "no datapackages/ folder" in printed.err


@pytest.mark.parametrize(
    "arguments",
    [[], ["chek"], ["check", "--format", "xml"], ["build", "--today", "22/11/2026"], ["fix", "--root"], ["diff"]],
)
def test_wrong_arguments_are_misuse(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert re.match("Usage: hoctap|Error: ", capsys.readouterr().err)


def test_without_a_command_it_prints_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    main([])
    printed = capsys.readouterr().err
    assert [name for name in program.commands if f"\n  {name} " not in printed] == []


@pytest.mark.parametrize("option", ["-h", "--help"])
@pytest.mark.parametrize("command", ["", *program.commands])
def test_every_command_explains_itself(command: str, option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*filter(None, [command]), option]) == 0
    assert capsys.readouterr().out.startswith(f"Usage: hoctap {command}".rstrip())


def test_it_says_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"hoctap, version {hoctap.__version__}\n"


def test_a_shell_completes_commands() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "hoctap"],
        capture_output=True,
        encoding="utf-8",
        env=os.environ
        | {"_HOCTAP_COMPLETE": "bash_complete", "COMP_WORDS": "hoctap che", "COMP_CWORD": "1"}
        | {"PYTHONPATH": str(REAL / "scripts")},
        check=False,
    )
    assert done.stdout == "plain,check\n"


def test_fix_mends_and_says_how_many(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make(repository, {"file": UNITS, "row": "tinh-dong-lau", "set": {"note": "hai  dấu cách"}})
    assert main(["fix", "--root", str(repository)]) == 0
    assert "1 tệp đã sửa." in capsys.readouterr().out
    assert main(["check", "--root", str(repository)]) == 0


def test_a_dry_fix_shows_and_leaves(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make(repository, {"file": UNITS, "row": "tinh-dong-lau", "set": {"note": "hai  dấu cách"}})
    before = (repository / UNITS).read_bytes()
    assert main(["fix", "--dry-run", "--root", str(repository)]) == 0
    printed = capsys.readouterr().out
    assert "hai  dấu cách" in printed
    assert "1 tệp cần sửa." in printed
    assert (repository / UNITS).read_bytes() == before


def test_a_build_with_findings_exits_1_and_makes_nothing(
    repository: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    make(repository, FORMULA)
    assert main(["build", "--root", str(repository), "--out", str(tmp_path / "site")]) == 1
    assert "[cell-is-not-a-formula]" in capsys.readouterr().out
    assert not (tmp_path / "site").exists()


def test_it_runs_as_a_module_in_any_locale(repository: Path) -> None:
    make(repository, FORMULA)
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(REAL / "scripts"), "LC_ALL": "C", "PYTHONIOENCODING": ""}
    command = [sys.executable, "-m", "hoctap", "check", "--root", str(repository)]
    done = subprocess.run(command, capture_output=True, env=env, check=False)
    assert done.returncode == 1
    assert "không được bắt đầu như công thức" in done.stdout.decode("utf-8")
    assert done.stderr == b""


def test_the_formats_of_check_are_those_of_its_reports() -> None:
    from hoctap.check.report import REPORTS
    from hoctap.cli.data import check

    (option,) = (each for each in check.params if each.name == "form")
    assert list(getattr(option.type, "choices", ())) == sorted(REPORTS)


def test_the_version_is_told_without_the_program_that_reads_data() -> None:
    """A command that needs no data begins at once: what reads and checks them is imported where it is used."""
    asked = [sys.executable, "-c", "import sys, hoctap.cli; print([n for n in sys.modules if n.startswith('hoctap.')])"]
    loaded = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    assert "hoctap.load" not in loaded
    assert "hoctap.check" not in loaded
