"""Other makers of sites on the same pages: a page for each unit, its figures in a table."""

import csv
import shutil
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from many_units import OBSERVATIONS, UNITS

Pages = Mapping[str, tuple[str, str]]
_LAYOUT = (
    '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>'
    "<body><main><h1>{{ .Title }}</h1>{{ .Content }}</main></body></html>\n"
)
_MATERIAL = """site_name: Measured
use_directory_urls: true
theme: {name: material, language: vi, font: false}
plugins: [search]
nav: [index.md]
validation: {nav: {omitted_files: ignore}}
"""


@dataclass(frozen=True, slots=True)
class Peer:
    """A program that makes a site of Markdown: where it is looked for, how it is called and where it writes."""

    name: str
    program: str
    command: tuple[str, ...]
    site: str
    prepare: Callable[[Path, Pages], None]

    def lacks(self) -> str:
        """Return why it cannot be measured here; empty if it can."""
        return "" if shutil.which(self.program) else f"{self.program} is not on the path; not measured"

    def prepared(self, folder: Path, pages: Pages) -> Path:
        """Return a new folder with the pages as this program takes them."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.prepare(folder, pages)
        return folder


def pages_of(root: Path) -> Pages:
    """Return the title and Markdown of a page for each unit."""
    rows: dict[str, list[str]] = defaultdict(list)
    for path in sorted((root / OBSERVATIONS).glob("*.csv")):
        for row in _read(path):
            rows[row["unit_id"]].append(
                f"| {row['indicator_id']} | {row['period']} | {row['value']} | {row['note']} | {row['source_id']} |"
            )
    head = "| Chỉ tiêu | Kỳ | Giá trị | Ghi chú | Nguồn |\n| --- | --- | --- | --- | --- |\n"
    units = {row["unit_id"]: row["name_vi"] for row in _read(root / UNITS)}
    return {key: (name, f"{head}{chr(10).join(rows[key])}\n" if rows[key] else "") for key, name in units.items()}


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _for_mkdocs(folder: Path, pages: Pages) -> None:
    (folder / "mkdocs.yml").write_text(_MATERIAL, encoding="utf-8")
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Measured\n", encoding="utf-8")
    for key, (title, text) in pages.items():
        (folder / "docs" / f"{key}.md").write_text(f"# {title}\n\n{text}", encoding="utf-8")


def _for_hugo(folder: Path, pages: Pages) -> None:
    (folder / "config.toml").write_text('title = "Measured"\nbaseURL = "http://127.0.0.1/"\n', encoding="utf-8")
    for name in ("single.html", "list.html"):
        path = folder / "layouts" / "_default" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_LAYOUT, encoding="utf-8")
    (folder / "content").mkdir()
    for key, (title, text) in pages.items():
        quoted = title.replace('"', '\\"')
        (folder / "content" / f"{key}.md").write_text(f'---\ntitle: "{quoted}"\n---\n\n{text}', encoding="utf-8")


PEERS = (
    Peer("MkDocs Material", "mkdocs", ("mkdocs", "build", "-q"), "site", _for_mkdocs),
    Peer("Zensical", "zensical", ("zensical", "build"), "site", _for_mkdocs),
    Peer("Hugo, no search", "hugo", ("hugo", "--quiet"), "public", _for_hugo),
)
