"""What MkDocs Material puts into a site that no page of ours asks for."""

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
        for path in sorted(site.glob(pattern), reverse=True):
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink()
    for folder in ("javascripts", "images", "stylesheets"):
        left = site / "assets" / folder
        if left.is_dir() and not any(left.iterdir()):
            left.rmdir()
