"""Figures sent in an issue: a job without rights makes a patch of them, a job with rights takes only such a patch."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hoctap.contribute.template import template
from hoctap.load import load
from miniature import REAL
from test_desk import GOOD, UNIT, filled

TABLE = "datapackages/unit-statistics/data/observations/dong-lau.csv"


def git(root: Path, *words: str) -> str:
    own = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    return subprocess.run(["git", *own, *words], cwd=root, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def checkout(repository: Path) -> Path:
    """A miniature repository under git, with the scripts of the jobs."""
    (repository / ".ci").mkdir()
    for name in ("issue-read", "issue-propose"):
        shutil.copy(REAL / ".ci" / name, repository / ".ci" / name)
    git(repository, "init", "-q")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "base")
    return repository


def read(root: Path, out: Path, body: str, file: Path | None = None) -> tuple[int, str]:
    """Run the first job's script; return its exit code and what it says in the issue."""
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(REAL / "scripts"), "BODY": body, "OUT": str(out)}
    env |= {"FILE": str(file)} if file else {}
    done = subprocess.run([sys.executable, ".ci/issue-read"], cwd=root, env=env, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return done.returncode, (out / "said.md").read_text(encoding="utf-8")


def propose(root: Path, patch: Path, number: str = "17") -> subprocess.CompletedProcess[str]:
    env = {"PATH": os.environ["PATH"], "DRY_RUN": "yes", "HOME": str(root)}
    words = [".ci/issue-propose", str(patch), number]
    return subprocess.run(words, cwd=root, env=env, capture_output=True, text=True, check=False)


def form(root: Path, path: Path, unit: str = UNIT, **change: object) -> Path:
    path.write_bytes(template(load(root, validate=False).catalog, unit))
    return filled(path, **GOOD | change)


def test_a_form_in_an_issue_becomes_a_branch_with_its_row(checkout: Path, tmp_path: Path) -> None:
    code, reply = read(checkout, tmp_path / "out", "Kính gửi", form(checkout, tmp_path / "a.xlsx"))
    assert (code, "Mọi ô đều đúng" in reply) == (0, True), reply
    git(checkout, "checkout", "-q", ".")
    done = propose(checkout, tmp_path / "out" / "patch")
    assert done.stdout == "so-lieu/phieu-17\n", done.stderr
    assert git(checkout, "log", "-1", "--format=%s").strip() == "Figures sent in issue #17"
    assert f"+{UNIT},staff-total,2024," in git(checkout, "show", "--format=")


def test_a_wrong_cell_is_told_in_the_issue_and_makes_no_patch(checkout: Path, tmp_path: Path) -> None:
    code, reply = read(checkout, tmp_path / "out", "", form(checkout, tmp_path / "a.xlsx", Giá_trị="1/5"))
    assert code == 1
    assert "value-is-one-number" in reply
    assert not (tmp_path / "out" / "patch").exists()
    assert (tmp_path / "out" / "marked.xlsx").exists()


def test_an_issue_without_a_file_is_told_so(checkout: Path, tmp_path: Path) -> None:
    assert read(checkout, tmp_path / "out", "xin chào https://example.org/a.xlsx") == (
        1,
        "Phiếu chưa có tệp số liệu (.xlsx). Hãy kéo tệp vào phiếu rồi gắn lại nhãn.\n",
    )


@pytest.mark.parametrize(
    "words",
    [
        "<!-- hoctap new unit --set 'name_vi=$(touch owned)' --set unit_kind=so-nganh --set level=tinh -->",
        "<!-- hoctap new unit --root /etc --set name_vi=A; touch owned -->",
        "<!-- hoctap new unit --set 'name_vi=a -->",
        "`touch owned` $(touch owned) ```\n| touch owned",
    ],
)
def test_words_of_an_issue_are_never_commands(checkout: Path, tmp_path: Path, words: str) -> None:
    read(checkout, tmp_path / "out", words, form(checkout, tmp_path / "a.xlsx"))
    assert not list(checkout.rglob("owned"))
    assert not (tmp_path / "out" / "owned").exists()


def test_a_unit_that_the_page_asked_for_comes_with_its_figures(checkout: Path, tmp_path: Path) -> None:
    options = "--set 'name_vi=Sở Nội vụ tỉnh Đông Lâu' --set unit_kind=so-nganh --set level=tinh --set area_id=dong-lau"
    other = Path(shutil.copytree(checkout, tmp_path / "page"))
    words = [sys.executable, "-m", "hoctap", "new", "unit", "--root", str(other), "--no-input"]
    pairs = ["name_vi=Sở Nội vụ tỉnh Đông Lâu", "unit_kind=so-nganh", "level=tinh", "area_id=dong-lau"]
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(REAL / "scripts")}
    subprocess.run([*words, *(part for pair in pairs for part in ("--set", pair))], env=env, check=True)
    file = form(other, tmp_path / "a.xlsx", "so-noi-vu-tinh-dong-lau")
    code, reply = read(checkout, tmp_path / "out", f"Kính gửi\n<!-- hoctap new unit {options} -->", file)
    assert code == 0, reply
    patch = (tmp_path / "out" / "patch").read_text(encoding="utf-8")
    assert "+so-noi-vu-tinh-dong-lau,Sở Nội vụ tỉnh Đông Lâu" in patch
    assert "+so-noi-vu-tinh-dong-lau,staff-total,2024" in patch


def _patch(root: Path, path: str, *, mode: int = 0o644, link: str = "") -> str:
    """Return the patch of a new file at a path of the repository."""
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    if link:
        target.symlink_to(link)
    else:
        target.write_text("x\n", encoding="utf-8")
        target.chmod(mode)
    git(root, "add", "-A", "-f")
    patch = git(root, "diff", "--cached")
    git(root, "reset", "-q", "--hard")
    return patch


@pytest.mark.parametrize(
    ("path", "options"),
    [
        (".github/workflows/a.yml", {}),
        ("scripts/hoctap/a.py", {}),
        ("datapackages/reference/data/a.py", {}),
        ("datapackages/reference/data/a.csv", {"mode": 0o755}),
        ("datapackages/reference/data/a.csv", {"link": "/etc/passwd"}),
        ("Makefile", {}),
    ],
)
def test_a_patch_that_does_more_than_change_rows_is_refused(
    checkout: Path, tmp_path: Path, path: str, options: dict[str, object]
) -> None:
    patch = tmp_path / "patch"
    patch.write_text(_patch(checkout, path, **options), encoding="utf-8")  # type: ignore[arg-type]
    done = propose(checkout, patch)
    assert done.returncode == 1
    assert "refused" in done.stderr
    assert git(checkout, "branch", "--show-current").strip() == "main"


def test_a_patch_that_takes_a_table_away_and_a_strange_number_are_refused(checkout: Path, tmp_path: Path) -> None:
    patch = tmp_path / "patch"
    (checkout / TABLE).unlink()
    patch.write_text(git(checkout, "diff"), encoding="utf-8")
    git(checkout, "checkout", "-q", ".")
    assert "refused" in propose(checkout, patch).stderr
    assert "no number" in propose(checkout, patch, "17; touch owned").stderr
