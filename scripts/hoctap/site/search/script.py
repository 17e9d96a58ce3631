"""The search box as one script: its modules are read apart and sent together, in half the bytes."""

from pathlib import Path

from hoctap.site.libraries import joined

FOLDER = Path("assets", "js", "search")
ENTRY = "box.js"
# Every page has loaded the first already; the other is loaded on sites of very many units alone.
OUTSIDE = ("../text.js", "../unpack.js")


def join_search_box(site: Path) -> None:
    """Put one script in place of the modules of the search box that MkDocs has copied into `site`."""
    modules = sorted((site / FOLDER).glob("*.js"))
    script = joined(modules, ENTRY, OUTSIDE)
    for module in modules:
        module.unlink()
    (site / FOLDER / ENTRY).write_bytes(script)
