"""Data pages stamped into shells: a finished HTML page cut once at its markers, filled many times."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import escape

from hoctap.render.environment import ROOT
from hoctap.site.slot import from_slots
from hoctap.system.new_file import write_new
from hoctap.system.reuse import Work, digest
from hoctap.views.page_kinds import PageKind

_MARKER = re.compile(
    r"HOCTAP-TITLE|HOCTAP-DESCRIPTION|<div data-hoctap-body(?:=\"\")?>.*?</div>|HOCTAP-TWIN/|_shell/(?:en/)?[a-z]+/",
    re.DOTALL,
)
# Material's base template has check boxes for its own scripts, which we do not load, with an attribute HTML forbids.
_TOGGLES = re.compile(r'<input class="md-toggle"[^>]*>\s*|<label class="md-overlay"[^>]*></label>\s*')

# The name of the shell of units where there are very many of them.
LIGHT = "light"

_ICON = re.compile(r"<svg .*?</svg>", re.DOTALL)
# Where colours are the reader's own, there may be no dark band.
_WHITE = "<style>path{fill:#fff}@media(forced-colors:active){path{fill:CanvasText}}</style>"
_LINE_END = "\n"
# Beside these a browser shows no space: a line may end there as well without one. Items of lists may stand in a line.
_BLOCK = (
    r"(?:html|head|meta|link|title|script|body|header|main|article|section|nav|footer|div|h[1-6]|p|ul|ol|details|summary"
    r"|table|caption|thead|tbody|tr|th|td)"
)
# Most lines begin with such a tag, so few are left of which the end is to be looked at.
_BEFORE_BLOCK, _AS_BLOCK = re.compile(rf"\n(?=</?{_BLOCK}[ >])"), re.compile(rf"</?{_BLOCK}(?: [^<>]*)?>")
# What Material's scripts and colours, which are not loaded, would look for.
_FOR_MATERIAL = re.compile(
    r' data-md-(?:component|color-primary|color-accent)="[^"]*"|<div data-md-component="(?:skip|announce)">\s*</div>'
    r'|<div class="md-dialog".*?</div>\s*</div>',
    re.DOTALL,
)

# A prose page as any other, but for the markers: MkDocs gives it head, menu and foot.
_SHELL = """---
title: HOCTAP-TITLE
description: HOCTAP-DESCRIPTION
section: {folder}/
picture: {name}
lang: {lang}
hide:
  - navigation
  - toc
---

<div data-hoctap-body><h1></h1></div>
"""


@dataclass(frozen=True, slots=True)
class Shell:
    """Text between markers, and the markers between them, in order."""

    texts: tuple[str, ...]
    markers: tuple[str, ...]

    def filled(self, *, title: str, description: str, body: str, address: str, twin: str = "") -> str:
        """Return the page: title and description escaped, `body` as it is, `address` for the shell's own.

        `twin` is the address of the page that says the same in the other language.
        """
        values = {"T": str(escape(title)), "D": str(escape(description)), "<": body, "_": address, "W": twin}
        out = [self.texts[0]]
        for marker, text in zip(self.markers, self.texts[1:], strict=True):
            out += (values[marker], text)
        return "".join(out)

    def with_icons_apart(self) -> "Shell":
        """Return the shell with its icons as the files of `icons`, which all pages share: a third of what it weighs."""
        return Shell(tuple(_ICON.sub(_as_file, text) for text in self.texts), self.markers)

    @property
    def icons(self) -> dict[str, bytes]:
        """The files that `with_icons_apart` names, by path: white, as the band they stand in is dark."""
        drawn = {found[0] for text in self.texts for found in _ICON.finditer(text)}
        return {_path_of(icon): icon.replace(">", f">{_WHITE}", 1).encode() for icon in drawn}

    def squeezed(self) -> "Shell":
        """Return the shell without what no browser shows or uses: a third of what it weighs."""
        texts = (_FOR_MATERIAL.sub("", text).replace("&#39;", "'") for text in self.texts)
        return Shell(tuple(map(squeezed, texts)), self.markers)


def _as_file(icon: re.Match[str]) -> str:
    return f'<img src="{ROOT}{_path_of(icon[0])}" alt="" width="24" height="24">'


def _path_of(icon: str) -> str:
    return f"assets/img/icon-{hashlib.sha256(f'{_WHITE}{icon}'.encode()).hexdigest()[:8]}.svg"


def squeezed(html: str) -> str:
    """Return HTML without lines and indents that no browser shows; as it is where these are shown."""
    if "<pre" in html or "<textarea" in html:
        return html
    *lines, last = _BEFORE_BLOCK.sub("", _without_indents(html)).split("\n")
    return "".join([f"{line}{'' if _ends_with_block(line) else _LINE_END}" for line in lines]) + last


def _ends_with_block(line: str) -> bool:
    return line.endswith(">") and bool(_AS_BLOCK.fullmatch(line, line.rfind("<")))


def _without_indents(html: str) -> str:
    """Return HTML with one line end for each with all space around it, without empty lines."""
    first, *lines = html.split("\n")
    if not lines:
        return html
    last = lines.pop().lstrip()
    return "\n".join([first.rstrip(), *filter(None, map(str.strip, lines)), last])


def shell_of(html: str) -> Shell:
    """Return the shell cut at its markers; ValueError if it has no place for a title or a body."""
    found = list(_MARKER.finditer(html))
    markers = tuple(_letter(match[0]) for match in found)
    if "T" not in markers or markers.count("<") != 1:
        raise ValueError("a shell needs HOCTAP-TITLE and exactly one <div data-hoctap-body>")
    ends = [0, *(match.end() for match in found)]
    starts = [*(match.start() for match in found), len(html)]
    return Shell(tuple(html[a:b] for a, b in zip(ends, starts, strict=True)), markers)


def _letter(marker: str) -> str:
    return {"HOCTAP-TITLE": "T", "HOCTAP-DESCRIPTION": "D", "HOCTAP-TWIN/": "W"}.get(marker, marker[0])


def rooted(html: str, address: str) -> str:
    """Return the page at `address` with every link to the root made relative."""
    return html.replace(ROOT, "../" * address.count("/") or "./")


def open_slots(folder: Path) -> None:
    """Open the slots of every page under `folder`, in place."""
    for path in sorted(folder.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        full = from_slots(html)
        if full != html:
            relative = path.relative_to(folder).as_posix()
            path.write_text(rooted(full, relative.rpartition("index.html")[0]), encoding="utf-8")


def take_out_toggles(folder: Path) -> None:
    """Take out of every page under `folder`, in place, what does nothing without Material."""
    for path in sorted(folder.rglob("*.html")):
        path.write_text(_TOGGLES.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")


def write_page(folder: Path, address: str, html: str) -> str:
    """Write the page of `address` (ending with `/`) under `folder`; return its path there."""
    name = f"{address}index.html"
    write_new(folder, name, html.encode())
    return name


def write_icons(work: Work, shell: Shell) -> None:
    """Write the icons of a shell that has them apart, below `work.new`."""

    def make() -> tuple[list[str], None]:
        for name, data in shell.icons.items():
            write_new(work.new, name, data)
        return list(shell.icons), None

    work.pieces([("icons", digest(*shell.texts), make)])


def write_shells(docs: Path, kinds: Sequence[PageKind]) -> None:
    """Write `_shell/<name>.md` for each kind of page, for MkDocs to build; those in English in `_shell/en/`.

    That of units on sites of very many of them is called LIGHT: it leaves out what pages elsewhere have.
    """
    for lang, folder in (("vi", docs / "_shell"), ("en", docs / "_shell" / "en")):
        folder.mkdir(exist_ok=True)
        for kind in (kind for kind in kinds if lang == "vi" or kind.english):
            page = _SHELL.format(folder=kind.folder, name=kind.name, lang=lang)
            (folder / f"{kind.name}.md").write_text(page, encoding="utf-8")
            if kind.table == "units" and lang == "vi":
                light = page.replace("hide:", "light: true\nhide:", 1)
                (folder / f"{LIGHT}.md").write_text(light, encoding="utf-8")


def shells_under(folder: Path) -> dict[str, Shell]:
    """Return the shells that MkDocs has built in a folder, by name; those in English are named `en/<name>`."""
    built = (path for path in folder.rglob("index.html"))
    return {path.parent.relative_to(folder).as_posix(): shell_of(path.read_text(encoding="utf-8")) for path in built}
