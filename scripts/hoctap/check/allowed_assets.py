"""Every file under docs/assets that a browser runs, obeys or draws with, by name. A new one is added here.

Pictures (.png, .webp) go by kind: their folder, the form of their names and their bytes. All else is refused.
"""

import re

_SCRIPTS = """
    amounts assess assess-answers chart-tips compare desk desk-grid desk-parts desk-python desk-send
    desk-service desk-worker dossier dossier-papers enhance explorer explorer-choice explorer-draw
    explorer-files explorer-parts explorer-rows explorer-scale grid kin library list-files list-rows lists map
    moved-file own-figures papers picker picture report report-files report-lines report-send scheme
    search search/absent search/answer search/box search/country search/files search/find
    search/fit search/intents search/numbers search/places search/query search/scopes search/score
    search/store search/sums search/table search/typing search/unheld search/view search/written search/years
    sentences sort text unit-file unpack
"""
_FONTS = """
    ibm-plex-sans-latin-400-normal.woff2
    ibm-plex-sans-latin-600-normal.woff2
    ibm-plex-sans-vietnamese-400-normal.woff2
    ibm-plex-sans-vietnamese-600-normal.woff2
"""
NAMED = frozenset(
    [
        *(f"js/{name}.js" for name in _SCRIPTS.split()),
        *(f"fonts/{name}" for name in _FONTS.split()),
        "css/hoctap.css",
        "fonts/OFL.txt",
        "img/favicon.svg",
        "img/logo.svg",
    ]
)
_FOLDERS = "(?:[a-z0-9-]{1,60}/){0,2}"
PICTURE = re.compile("img/" + _FOLDERS + r"[a-z0-9-]{1,60}\.(?:png|webp)")


def is_allowed(name: str) -> bool:
    """Return whether a file of this name may lie under docs/assets."""
    return name in NAMED or PICTURE.fullmatch(name) is not None


def right_bytes(name: str, data: bytes) -> bool:
    """Return whether the bytes are what the name says, whole and nothing behind."""
    if name.endswith(".png"):
        return data.startswith(b"\x89PNG\r\n\x1a\n") and data.endswith(b"\0\0\0\0IEND\xaeB`\x82")
    if name.endswith(".webp"):
        return data[:4] == b"RIFF" and data[8:12] == b"WEBP" and int.from_bytes(data[4:8], "little") + 8 == len(data)
    if name.endswith(".svg"):
        return data.startswith(b"<svg") and not _LIVELY.search(data)
    return data.startswith(b"wOF2") if name.endswith(".woff2") else b"\0" not in data


_LIVELY = re.compile(rb"<script|<foreignObject|\bon\w+\s*=|href|<!|<\?|javascript:|<style|<animate|<set", re.IGNORECASE)
