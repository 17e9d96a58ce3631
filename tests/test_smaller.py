"""What every page loads is small: one style sheet with the theme's rules that some page may have, short scripts."""

from pathlib import Path

import pytest

from building import tree
from hoctap.site import smaller
from hoctap.site.smaller import make_smaller

THEME = """:root{--md-used:red;--md-never:blue}
.md-header,.md-search{color:var(--md-used)}
.md-search__form{color:blue}
.md-typeset details{margin:0}
.md-typeset audio{margin:1px}
[data-md-color-scheme=slate]{--md-used:white}
"""
OWN = "/* ours */\n.sht-lead { margin: 0; }\n.sht-rare { margin: 1px; }\n"
PAGE = """<html><head><link rel="stylesheet" href="{0}assets/stylesheets/main.1a2b3c4d.min.css">
<link rel="stylesheet" href="{0}assets/css/hoctap.css"></head>
<body data-md-color-scheme="default"><header class="md-header"></header></body></html>"""


FILES = {
    "site/index.html": PAGE.format(""),
    "site/a/index.html": PAGE.format("../"),
    "site/assets/stylesheets/main.1a2b3c4d.min.css": THEME,
    "site/assets/css/hoctap.css": OWN,
    "site/assets/js/a.js": '// why\nimport { lasting } from "./b.js";\nlasting("data-md-color-scheme", "slate");\n',
    "site/assets/js/b.js": "export function lasting(first, second) { return first + second; }\n",
    "overrides/hoctap/unit.html": '<div class="md-typeset"></div>',
}


def smaller_site(root: Path) -> Path:
    """Return a site of two pages, a template and a script, as MkDocs leaves it, made smaller."""
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    make_smaller(root / "site", root / "overrides")
    return root / "site"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return smaller_site(tmp_path)


def test_pages_link_one_style_sheet_and_no_other_is_left(site: Path) -> None:
    for name, link in (("index.html", "assets/css/hoctap.css"), ("a/index.html", "../assets/css/hoctap.css")):
        text = (site / name).read_text(encoding="utf-8")
        assert text.count("stylesheet") == 1
        assert f'href="{link}"' in text
    assert [path for path in tree(site) if path.endswith(".css")] == ["assets/css/hoctap.css"]


def test_of_the_theme_stays_what_a_page_a_template_or_a_script_names_and_of_ours_everything(site: Path) -> None:
    sheet = (site / "assets/css/hoctap.css").read_text(encoding="utf-8")
    assert ".md-header{" in sheet
    assert ".md-typeset details{" in sheet  # an element that prose may have, whether or not one does today
    assert "slate" in sheet
    assert sheet.index(".md-header") < sheet.index(".sht-lead")  # ours has the last word
    assert ".sht-rare" in sheet
    assert not [word for word in ("md-search", "audio", "--md-never", "/*") if word in sheet]


def test_scripts_lose_their_remarks_and_keep_their_names_for_each_other(site: Path) -> None:
    first, second = ((site / "assets/js" / name).read_text(encoding="utf-8") for name in ("a.js", "b.js"))
    assert "why" not in first
    assert "./b.js" in first
    assert "lasting" in first
    assert "as lasting" in second or "function lasting" in second


def test_the_same_is_made_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    first = tree(smaller_site(tmp_path / "one"))
    monkeypatch.setattr(smaller, "node", lambda *_: pytest.fail("Node.js was started"))
    assert tree(smaller_site(tmp_path / "two")) == first
