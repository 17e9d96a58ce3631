"""A build: it ends with the whole new site, or leaves the whole old one."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from building import build, command, environ, pages, tree
from change import make
from hoctap.check.gate import check
from hoctap.site.inputs import inputs_of
from hoctap.system.folder_record import Kept, files_of, keep, recalled
from miniature import TODAY

pytestmark = pytest.mark.build

PAGE = "---\ntitle: Thử\ndescription: Một trang thử.\n{more}---\n\n# Thử\n\n{text}\n"


def _page(root: Path, text: str, *, more: str = "", path: str = "docs/huong-dan/phuong-phap.md") -> None:
    (root / path).write_text(PAGE.format(text=text, more=more), encoding="utf-8")


def test_a_build_says_what_it_made_and_without_news_ends_at_once(site_repository: Path, tmp_path: Path) -> None:
    out = tmp_path / "Sổ học tập, bản mới"
    first = build(site_repository, out, anew=False)
    assert first.returncode == 0, first.stderr
    files = tree(out)
    assert f"{len(files)} tệp" in first.stdout
    assert f"{len(pages(out)) - 1} trang" in first.stdout
    assert "Không có gì đổi" not in first.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([out.name, "repository"])
    before = {path: path.stat().st_ino for path in out.rglob("*")}
    again = build(site_repository, out, anew=False)
    assert again.stdout == f"Không có gì đổi từ lần dựng trước. {first.stdout}"
    assert [line for line in first.stderr.splitlines() if line.startswith("Lưu ý")] == again.stderr.splitlines()
    assert {path: path.stat().st_ino for path in out.rglob("*")} == before
    _refused(site_repository, out, files)


def _refused(root: Path, out: Path, before: dict[str, str]) -> None:
    """A bad row refuses the next build and leaves the site of the last one."""
    row = {"file": "datapackages/reference/data/units.csv", "row": "tinh-dong-lau", "set": {"note": "=1+1"}}
    make(root, row)
    done = build(root, out)
    assert done.returncode == 1
    assert "[cell-is-not-a-formula]" in done.stdout
    assert tree(out) == before


def test_two_builds_at_once_leave_one_whole_site(site_repository: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    words, env = command(site_repository, out), environ()
    running = [subprocess.Popen(words, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    outputs = [process.communicate() for process in running]
    assert [process.returncode for process in running] == [0, 0], outputs
    assert (out / "index.html").is_file()
    assert f"{len(tree(out))} tệp" in outputs[0][0].decode()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_misspelt_macro_fails_and_names_the_right_one(site_repository: Path, tmp_path: Path) -> None:
    _page(site_repository, "{{ unit_lits() }}")
    done = build(site_repository, tmp_path / "site")
    assert done.returncode == 1
    assert "unit_lits" in done.stdout
    assert "unit_list?" in done.stdout
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("attack", ["{{ ''.__class__.__mro__ }}", "{% include 'mkdocs.yml' %}"])
def test_a_page_with_macros_cannot_leave_its_sandbox(site_repository: Path, attack: str) -> None:
    _page(site_repository, attack)
    # What the page said before is gone, so links to its places are found too.
    (finding,) = (one for one in check(site_repository).all_findings if one.rule == "page-keeps-to-prose")
    assert (finding.path, finding.line) == ("docs/huong-dan/phuong-phap.md", 8)
    assert "chỉ được gọi macro" in finding.message


def _build_unchecked(root: Path, out: Path) -> subprocess.CompletedProcess[str]:
    """Build with the checks of pages switched off, so that only the gates after them are left."""
    off = (
        "import hoctap.check.rules as r; from hoctap.check.rules import page_macros, pages; "
        "off = (*pages.CHECKS, *page_macros.CHECKS); "
        "r.findings_of.__defaults__ = (tuple(each for each in r.CHECKS if each not in off), None); "
    )
    words = command(root, out)
    code = f"{off}import sys; from hoctap.cli import main; sys.exit(main({words[3:]!r}))"
    return subprocess.run([words[0], "-c", code], env=environ(), capture_output=True, encoding="utf-8", check=False)


def test_braces_on_a_page_that_runs_no_macros_are_told_and_would_run_none(
    site_repository: Path, tmp_path: Path
) -> None:
    plain = "Viết {{ 7 * 7 }} và {% raw %}."
    _page(site_repository, plain, path="docs/huong-dan/doc-gia.md")
    _page(site_repository, "{{ 7 * 7 }}", more="render_macros: true\n", path="docs/huong-dan/don-vi.md")
    found = {(finding.path, finding.rule) for finding in check(site_repository).all_findings}
    assert found >= {
        ("docs/huong-dan/doc-gia.md", "macros-name-what-exists"),
        ("docs/huong-dan/don-vi.md", "macros-name-what-exists"),
        ("docs/huong-dan/don-vi.md", "page-keeps-to-prose"),
    }
    done = _build_unchecked(site_repository, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    for page, text in (("doc-gia", plain), ("don-vi", "{{ 7 * 7 }}")):
        assert text in (tmp_path / "site/huong-dan" / page / "index.html").read_text(encoding="utf-8")


def test_with_the_checks_off_the_judge_of_finished_pages_refuses(site_repository: Path, tmp_path: Path) -> None:
    texts = {
        "phuong-phap": "<scr\x02ipt src=/x.js></scr\x02ipt>",
        "doc-gia": '<div style="position:fixed">x</div>',
        "don-vi": "<!--hoctap:PHNjcmlwdD4=-->",
    }
    for name, text in texts.items():
        page = site_repository / f"docs/huong-dan/{name}.md"
        page.write_text(f"{page.read_text(encoding='utf-8')}\n\n{text}\n", encoding="utf-8")
    done = _build_unchecked(site_repository, tmp_path / "site")
    assert done.returncode == 1, done.stdout
    assert "không công bố được" in done.stderr
    assert [name for name in texts if f"huong-dan/{name}/index.html" not in done.stderr] == []
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site").exists()


def test_a_broken_link_between_pages_fails(site_repository: Path, tmp_path: Path) -> None:
    _page(site_repository, "[đây](khong-co.md)", path="docs/huong-dan/don-vi.md")
    (finding,) = check(site_repository).all_findings
    assert "khong-co.md" in finding.value + finding.message
    _page(site_repository, "[đây](doc-gia.md#khong-co)", path="docs/huong-dan/don-vi.md")
    done = build(site_repository, tmp_path / "site")
    assert done.returncode == 1
    assert "doc-gia.md#khong-co" in done.stdout + done.stderr


def _in_one_line(done: subprocess.CompletedProcess[str], start: str) -> str:
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("hoctap: ")]
    assert line.startswith(f"hoctap: {start}")
    assert done.stderr.splitlines()[-1] == line
    return line


@pytest.mark.parametrize(
    ("path", "text", "words"),
    [
        ("mkdocs.yml", "site_name: x\ntheme: { name: khong-co }\n", "khong-co"),
        ("overrides/main.html", "{% if %}", "Expected an expression"),
    ],
)
def test_what_mkdocs_refuses_is_one_line(
    site_repository: Path, tmp_path: Path, path: str, text: str, words: str
) -> None:
    (site_repository / path).unlink()
    (site_repository / path).write_text(text, encoding="utf-8")
    assert words in _in_one_line(build(site_repository, tmp_path / "site"), "MkDocs: ")


def test_settings_that_are_no_yaml_are_a_finding_before_anything_is_made(site_repository: Path, tmp_path: Path) -> None:
    (site_repository / "mkdocs.yml").unlink()
    (site_repository / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    done = build(site_repository, tmp_path / "site")
    assert done.returncode == 1
    assert "mkdocs.yml" in done.stdout
    assert "phải đúng cú pháp YAML" in done.stdout
    assert "Traceback" not in done.stderr


def _edit_a_cell(root: Path, _out: Path) -> None:
    make(root, {"file": "datapackages/reference/data/units.csv", "row": "tinh-dong-lau", "set": {"note": "đã đổi"}})


NEWS = {
    "a cell": _edit_a_cell,
    "a word of a page": lambda root, _: _page(root, "Chữ mới."),
    "a template": lambda root, _: _appended(root / "overrides" / "hoctap" / "unit.html", "<p>mới</p>"),
    "the configuration": lambda root, _: _appended(root / "mkdocs.yml", "# mới\n"),
    "a file of the site is gone": lambda _, out: (out / "robots.txt").unlink(),
    "a file of the site was edited": lambda _, out: _appended(out / "llms.txt", "x"),
    "a file was put into the site": lambda _, out: (out / "la.txt").write_text("x"),
}


def _appended(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_any_news_is_noticed(site: Path, site_repository: Path, tmp_path: Path) -> None:
    out, day = Path(shutil.copytree(site, tmp_path / "site")), date.fromisoformat(TODAY)
    for change in NEWS.values():
        inputs = inputs_of(site_repository, day).everything
        keep(tmp_path / "notes", out, Kept(inputs, files_of(out), ("x",)))
        assert recalled(tmp_path / "notes", out, inputs) == ["x"]
        change(site_repository, out)
        assert recalled(tmp_path / "notes", out, inputs_of(site_repository, day).everything) is None


def test_a_build_is_silent_about_its_steps_or_says_what_each_took(site_repository: Path, tmp_path: Path) -> None:
    full, again = (command(site_repository, tmp_path / "site", anew=anew) for anew in (True, False))
    run = _run([*full, "--profile"])
    assert "giây xử lý" in run.stderr
    _appended(site_repository / "docs" / "huong-dan" / "phuong-phap.md", "\nChữ mới.\n")
    quiet = _run([*again, "--quiet"])
    assert all(line.startswith("Lưu ý") for line in quiet.stderr.splitlines())
    assert quiet.stdout == run.stdout


def _run(words: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, capture_output=True, encoding="utf-8", env=environ(), check=True)
