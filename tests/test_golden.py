"""What the program makes of base, whole: every data page, every fragment, every published text file."""

from pathlib import Path

from golden import compare
from hoctap.check.gate import Checked
from hoctap.exports import FORMATS
from miniature import EPOCH
from rendering import bodies, fragments

# Made of descriptors, code lists and rules alone, which change often and have tests of their own.
VOCABULARY = ("dictionary", "rule_list", "download_list")
TEXT = (".csv", ".json", ".xml", ".ics", ".atom", ".ttl", ".jsonld", ".txt", ".svg")


def test_pages_are_as_expected(checked: Checked, accept: bool) -> None:
    pages = bodies(checked.catalog.root, checked.catalog)
    compare("pages", {f"{path}.html": body.encode() for path, body in pages.items()}, accept=accept)


def test_fragments_are_as_expected(checked: Checked, accept: bool) -> None:
    made = fragments(checked.catalog.root, checked.catalog)
    kept = {f"{name}.html": html.encode() for name, html in made.items() if name not in VOCABULARY}
    compare("fragments", kept, accept=accept)


def test_published_text_files_are_as_expected(checked: Checked, accept: bool) -> None:
    files = dict(file for make in FORMATS for file in make(checked.catalog, EPOCH))
    compare("data", {path: data for path, data in files.items() if _tells_of_data(path)}, accept=accept)


def _tells_of_data(path: str) -> bool:
    name = Path(path).name
    copied = path.startswith(("reference/", "unit-statistics/", "campaign-guidelines/"))
    return name.endswith(TEXT) and not copied and name not in ("codes.csv", "datapackage.json")
