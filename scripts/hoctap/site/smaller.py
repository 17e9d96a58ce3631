"""What every page loads, made small: one style sheet and scripts without comments and long names.

Of the theme's styles those stay that some page may have: each of their classes and elements stands in a page that
MkDocs made, in a template or in a script of ours. PurgeCSS finds which rules those are, esbuild shortens all.
"""

import re
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from hoctap.check.allowed_html import PAGE
from hoctap.site.npm import cached_folder, esbuild, installed, key, node

SHEET, SCRIPTS = Path("assets", "css", "hoctap.css"), Path("assets", "js")
# Of this site only: what else a page may link is for the judge.
_LINK = re.compile(r'<link rel="stylesheet" href="((?![a-z]+:|//)[^"]*?assets/[^"]*)">\s*')
_PURGE = ("--css=theme.css", "--content=words.html", "--variables", "--keyframes", "--font-face", "--output=made")
_WORD = re.compile(r"[A-Za-z_][\w-]*")


def make_smaller(site: Path, templates: Path) -> None:
    """Join the style sheets of `site`, as MkDocs made it, into its own, shorten its scripts, and link its pages so."""
    links, words = dict[str, None](), set(PAGE)
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        links |= dict.fromkeys(_asset(address) for address in _LINK.findall(text))
        words.update(_WORD.findall(text))
        path.write_text(_with_one_link(text), encoding="utf-8")
    for path in (*templates.rglob("*.html"), *(site / SCRIPTS).rglob("*.js")):
        words.update(_WORD.findall(path.read_text(encoding="utf-8")))
    theme = [site / link for link in links if site / link != site / SHEET]
    (site / SHEET).write_bytes(_needed(theme, site / SHEET, words))
    for path in theme:
        path.unlink()
    for name, script in _shortened(sorted((site / SCRIPTS).glob("*.js"))).items():
        (site / SCRIPTS / name).write_bytes(script)


def _asset(address: str) -> str:
    """Return the path in the site of what a page links: `../assets/css/a.css` is `assets/css/a.css`."""
    return address[address.index("assets/") :]


def _with_one_link(text: str) -> str:
    """Return a page without links to other style sheets than ours."""
    return _LINK.sub(lambda link: link[0] if _asset(link[1]) == SHEET.as_posix() else "", text)


def _needed(theme: Sequence[Path], own: Path, words: Iterable[str]) -> bytes:
    """Return one shortened style sheet: the rules of `theme` for classes and elements among `words`, then `own`."""
    text = "".join(sheet.read_text(encoding="utf-8") for sheet in theme)
    # Words that the theme has no rule for decide nothing.
    known = "\n".join(sorted(set(words) & set(_WORD.findall(text))))

    def make(folder: Path) -> Path:
        for name, content in (("theme.css", text), ("words.html", known), ("own.css", own.read_text(encoding="utf-8"))):
            (folder / name).write_text(content, encoding="utf-8")
        outcome = folder / "made"
        outcome.mkdir()
        node(folder, str(installed() / "purgecss" / "bin" / "purgecss.js"), *_PURGE)
        joined = (outcome / "theme.css").read_text(encoding="utf-8") + (folder / "own.css").read_text(encoding="utf-8")
        (folder / "joined.css").write_text(joined, encoding="utf-8")
        node(folder, esbuild(), "joined.css", "--minify", "--log-level=warning", "--outdir=made")
        return outcome

    decides = key([*theme, own, Path(__file__)], known)
    return (cached_folder(f"styles-{decides}", make) / "joined.css").read_bytes()


def _shortened(scripts: Sequence[Path]) -> dict[str, bytes]:
    """Return scripts by their names, each without comments and long names of its own; made once."""

    def make(folder: Path) -> Path:
        for script in scripts:
            shutil.copyfile(script, folder / script.name)
        names = [script.name for script in scripts]
        node(folder, esbuild(), *names, "--minify", "--target=es2022", "--log-level=warning", "--outdir=made")
        return folder / "made"

    folder = cached_folder(f"short-{key([*scripts, Path(__file__)])}", make)
    return {script.name: (folder / script.name).read_bytes() for script in scripts}
