"""The way out of MkDocs: another generator of its family builds the same pages from the prose that is rendered here.

ProperDocs lives in an environment of its own (`make test-slow` makes it), with none of this program in it, so that
nothing of ours can run there: what it is given is Markdown, templates and a configuration without plugins.
"""

import difflib
import os
import re
import shutil
import subprocess
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from building import environ, pages, tree
from hoctap.check.rules.macro_calls import macro_pages
from hoctap.exports.publishing import write_exports
from hoctap.model.catalog import Catalog
from hoctap.render.environment import environment
from hoctap.render.fragments import Fragments
from hoctap.site.generator import configured, generate
from hoctap.site.macros import Call, renderer
from hoctap.site.prose import lay_out, rendered_pages
from miniature import EPOCH, REAL, TODAY, site_pattern

OTHER = REAL / ".cache" / "exit" / "bin" / "properdocs"
pytestmark = pytest.mark.skipif("EVERY" not in os.environ, reason="`make test-slow` builds the prose twice")

# The plugin that previews macros is the one thing of mkdocs.yml that the rendered prose does without.
PLUGINS = re.compile(r"^plugins:\n(?:[ #].*\n|\n)*", re.MULTILINE)


@pytest.fixture(scope="module")
def both(catalog: Catalog, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The prose of the miniature, built by MkDocs and by the other generator out of the same rendered Markdown."""
    root = Path(shutil.copytree(site_pattern(), tmp_path_factory.mktemp("exit") / "repository"))
    edition = write_exports(catalog, root / "data", EPOCH)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))  # the sitemap tells the day
        fragments = Fragments(catalog, environment(root), date.fromisoformat(TODAY), edition)
        lay_out(
            root / "docs", root / "rendered", rendered_pages(root, renderer(partial(Call.html, fragments=fragments)))
        )
        generate(configured(root, root / "rendered", root / "ours"))
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    without, times = PLUGINS.subn("plugins: []\n", text)
    assert times == 1, "mkdocs.yml has no list of plugins"
    changed = without.replace("docs_dir: docs", "docs_dir: rendered").replace("site_dir: site", "site_dir: theirs")
    (root / "exit.yml").write_text(changed, encoding="utf-8")
    done = subprocess.run(
        [OTHER, "build", "--strict", "--config-file", "exit.yml"],
        cwd=root,
        env={name: value for name, value in environ().items() if name != "PYTHONPATH"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "ours", root / "theirs"


def test_nothing_of_this_program_is_where_the_other_generator_runs() -> None:
    installed = {path.name.lower() for path in OTHER.parents[1].glob("lib/python3*/site-packages/*")}
    assert any(name.startswith("properdocs-") for name in installed)
    assert [name for name in installed if "hoctap" in name or "macros" in name] == []


def test_no_macro_is_left_for_another_generator_to_run(both: tuple[Path, Path]) -> None:
    rendered = both[0].parent / "rendered"
    texts = {name: (rendered / name).read_text(encoding="utf-8") for name in macro_pages(rendered.parent)}
    assert len(texts) > 20
    assert [name for name, text in texts.items() if "{{" in text or "{%" in text] == []


def test_properdocs_makes_the_same_files(both: tuple[Path, Path]) -> None:
    ours, theirs = (tree(folder) for folder in both)
    assert sorted(ours) == sorted(theirs)
    assert [path for path in ours if not path.endswith(".html") and ours[path] != theirs[path]] == []


def test_properdocs_makes_the_same_pages(both: tuple[Path, Path]) -> None:
    ours, theirs = (pages(folder) for folder in both)
    assert len(ours) > 40
    differences = [
        line
        for path in sorted(ours)
        for line in difflib.unified_diff(
            ours[path].splitlines(), theirs[path].splitlines(), f"mkdocs/{path}", f"properdocs/{path}", n=0, lineterm=""
        )
    ]
    assert differences == []
