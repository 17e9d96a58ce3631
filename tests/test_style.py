"""The style sheet has no rule for what no page has: each of its classes stands in a template, a page, a script or a
view of ours, or in the theme."""

import re
from importlib.util import find_spec
from pathlib import Path

from miniature import REAL

SHEETS = sorted((REAL / "docs" / "assets" / "css").glob("*.css"))
_COMMENT = re.compile(r"/\*.*?\*/|url\([^)]*\)|\"[^\"]*\"", re.DOTALL)
_CLASS = re.compile(r"\.([a-zA-Z_][\w-]*)")
_WORD = re.compile(r"[a-zA-Z_][\w-]*")
# A class put together where it is used: `sht-badge--{{ tone }}`, `sht-toast--${kind}`, f"sht-bar--{at}".
_BEGUN = re.compile(r"([a-zA-Z_][\w-]*-)(?:\{\{|\$\{|\{|\" ~|\" \+|' ~)")
# Kinds of notices that a page may begin with `!!!`, whether or not one does today.
_NOTICES = {"note", "info", "tip", "warning", "caution", "attention", "danger"}


def _sources() -> str:
    theme = find_spec("material")
    assert theme is not None
    assert theme.origin is not None
    ours = [
        path
        for folder, endings in (
            ("overrides", (".html",)),
            ("docs", (".md", ".js")),
            ("scripts/hoctap", (".py",)),
            ("scripts/libraries", (".js",)),
        )
        for path in (REAL / folder).rglob("*")
        if path.suffix in endings
    ]
    return "\n".join(
        path.read_text(encoding="utf-8") for path in [*ours, *(Path(theme.origin).parent / "templates").rglob("*.html")]
    )


def test_every_class_of_the_style_sheet_is_used() -> None:
    text = _sources()
    words, begun = set(_WORD.findall(text)), tuple(set(_BEGUN.findall(text)))
    classes = {name for path in SHEETS for name in _CLASS.findall(_COMMENT.sub("", path.read_text(encoding="utf-8")))}
    assert len(classes) > 100
    assert sorted(name for name in classes if name not in words | _NOTICES and not name.startswith(begun)) == []
