"""What hosts of static sites are told about copies of files, in the file that they read for it (`_headers`).

A file whose name changes with its content never changes under its name, nor does a published version: both are kept
for a year without asking. Nothing is said of the others: hosts ask for them anew each time, and send them only if
they changed. Several rules for one file would be joined, so no two of them may fit the same file.
"""

import re
from collections.abc import Iterable, Iterator

FILE = "_headers"
_FOREVER = "public, max-age=31536000, immutable"
_DATA, _VERSIONS = "data/", "data/releases/*"
# What a maker of names from content leaves in them: `main.618322db.min.css`, `program-1f0c….zip`.
_FROM_CONTENT = re.compile(r"[.-](?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]{8,64}\.")
# Hosts take a hundred rules and no more.
_MOST_RULES = 90


def headers(paths: Iterable[str]) -> str:
    """Return the rules for a finished site of these files."""
    return "".join(f"/{path}\n  Cache-Control: {_FOREVER}\n" for path in _kept(paths))


def _kept(paths: Iterable[str]) -> Iterator[str]:
    yield _VERSIONS
    named = (path for path in paths if _FROM_CONTENT.search(path.rpartition("/")[2]))
    yield from sorted(path for path in named if not path.startswith(_DATA))[:_MOST_RULES]
