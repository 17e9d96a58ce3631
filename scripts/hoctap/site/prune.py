"""Removes what MkDocs Material puts into a site and no page of ours asks for."""

import os
from pathlib import Path

# Each with the reason; a test opens every kind of page and fails if any of these is asked for.
UNUSED = (
    "assets/javascripts/**/*",  # Material's bundle and lunr: overrides/main.html says why they are left out
    "assets/**/*.map",  # for the makers of those files
    "assets/images/favicon.png",  # Material's own sign
    "sitemap.xml*",  # of prose pages only; ours holds every page
)


def remove_unused(site: Path) -> None:
    """Remove from `site`, as MkDocs made it, the files that no page asks for, and folders left empty."""
    for pattern in UNUSED:
        for path in list(site.glob(pattern)):
            if path.is_file():
                path.unlink()
    for folder, _, _ in os.walk(site / "assets", topdown=False):
        if not os.listdir(folder):
            os.rmdir(folder)
