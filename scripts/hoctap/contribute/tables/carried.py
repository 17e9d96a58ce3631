"""Runs in the child process: what a text document of ours carries unseen, in properties that office programs keep.

Each is a line, a list of texts as JSON, under the name of the carrier and its number.
"""

import json
import zipfile
from pathlib import Path
from xml.etree.ElementTree import fromstring  # the limits on archives refuse entities and document types before

from hoctap.model.carrier import CARRIER

_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
# The part of a file, the element of a property in it, and the name of its name.
_PLACES = (("docProps/custom.xml", f"{_CUSTOM}property", "name"), ("meta.xml", f"{_META}user-defined", f"{_META}name"))


def carried_lines(path: Path) -> list[list[str]]:
    """Return the lines in their order; none if the document carries none."""
    lines: dict[int, list[str]] = {}
    with zipfile.ZipFile(path) as file:
        for part, element, name in _PLACES:
            found = fromstring(file.read(part)).iter(element) if part in file.namelist() else ()  # noqa: S314 - above
            for each in found:
                number = each.get(name, "").removeprefix(CARRIER)
                texts = _texts("".join(each.itertext())) if each.get(name, "") == f"{CARRIER}{number}" else []
                if texts and number.isascii() and number.isdecimal():
                    lines[int(number)] = texts
    return [line for _, line in sorted(lines.items())]


def _texts(value: str) -> list[str]:
    try:
        texts = json.loads(value)
    except ValueError:
        return []
    return [str(each) for each in texts] if isinstance(texts, list) else []
