"""What the program makes of base, whole: every data page, every fragment, every published text file.

And of a register with one of every case (examples/rich): every word that readers and programs get of it. Its pages are
compared as words, so that a change of markup changes nothing there, and a wrong word stands out.
"""

import json
import re
import shutil
import sqlite3
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import astuple
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from change import lay_over
from golden import compare
from hoctap.check.fix import fix
from hoctap.check.gate import Checked, check
from hoctap.exports import openapi
from hoctap.exports.edition import HERE, Edition, Published
from hoctap.exports.linked_data import described, term_set
from hoctap.exports.publishing import makers, write_exports
from hoctap.exports.schema_org import dataset, slice_dataset
from hoctap.exports.slices import figures_of_page
from hoctap.model.catalog import Catalog
from hoctap.render.environment import environment
from hoctap.render.fragments import Fragments
from hoctap.views import english_list
from hoctap.views.comparison import Judgements, choices, indicator_cautions, judged_pairs, unit_figures
from hoctap.views.english_names import twin_of
from hoctap.views.explorer import explored, explorer_index, explorer_shard
from hoctap.views.names import indicators_on, names_of_place, place_of
from hoctap.views.page_kinds import KINDS
from hoctap.views.report import answers_of, reporting_units
from hoctap.views.shared_picture import english_picture, shared_picture
from hoctap.views.standing import Standings
from miniature import EPOCH, EXAMPLES, site_pattern
from reading import words_of
from rendering import DAY, bodies, fragments

# Made of descriptors, code lists and rules alone, which change often and have tests of their own.
VOCABULARY = ("dictionary", "rule_list", "download_list", "files_en")
TEXT = (".csv", ".json", ".xml", ".ics", ".atom", ".ttl", ".jsonld", ".txt", ".svg")
HOME = "https://so.example/"
# They say nothing of the rows: descriptors, rules, the list of files.
NOT_OF_ROWS = ("dictionary", "dictionary_en", "dictionary_index", "rule_list", "labels_en", "download_list", "files_en")
# Of files that are made alike for every page or table: those of these pages and tables.
PAGES = (
    "chi-tieu/learning-citizens",
    "dia-phuong/dong-lau",
    "don-vi/hoi-khuyen-hoc-tinh-nam-khe",
    "nguon/nam-khe-2025-12-30",
    "phong-trao/dong-lau-thi-dua-2024-2030",
    "danh-hieu/don-vi-hoc-tap",
    "van-ban/qd-777-2021",
)
LISTS = ("don-vi", "chi-tieu", "phong-trao")
REPORTING = (
    "hoi-khuyen-hoc-tinh-nam-khe",
    "hoi-khuyen-hoc-so-giao-duc",
    "hoi-khuyen-hoc-binh-ho",
    "tinh-dong-lau",
    "truong-dai-hoc-nam-khe",
)
PUBLISHED = re.compile(
    rf"(?:{'|'.join(PAGES)})\..*|lich/.*|feeds/.*|[\w-]+\.(?:csv|json|jsonld|cff)|hoctap/csv-metadata\.json"
    r"|api/v1/index\.json|api/v1/tables/recognitions\.json|excel/observations\.csv"
)
BINARY = (".xlsx", ".zip", ".parquet", ".sqlite")
# Sums and sizes change with everything; what is said beside them does not.
_COUNTED = re.compile(r"[0-9a-f]{64}|(?<=[sS]ize\": )[\d\".]+(?: [kKM]?B\")?|\d+(?= bytes)")


def test_pages_are_as_expected(checked: Checked, accept: bool) -> None:
    pages = bodies(checked.catalog.root, checked.catalog)
    compare("pages", {f"{path}.html": body.encode() for path, body in pages.items()}, accept=accept)


def test_fragments_are_as_expected(checked: Checked, accept: bool) -> None:
    found = fragments(checked.catalog.root, checked.catalog)
    kept = {f"{name}.html": html.encode() for name, html in found.items() if name not in VOCABULARY}
    compare("fragments", kept, accept=accept)


def test_published_text_files_are_as_expected(checked: Checked, accept: bool) -> None:
    found = makers(checked.catalog, Edition(HERE, EPOCH, ()))
    files = dict(file for _, make in found for file in make())
    compare("data", {path: data for path, data in files.items() if _tells_of_data(path)}, accept=accept)


def _tells_of_data(path: str) -> bool:
    name = Path(path).name
    copied = path.startswith(("reference/", "unit-statistics/", "campaign-guidelines/"))
    return name.endswith(TEXT) and not copied and name not in ("codes.csv", "datapackage.json")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("rich") / "repository"
    shutil.copytree(site_pattern(), root, symlinks=True)
    lay_over(root, EXAMPLES / "rich")
    fix(root)
    return root


@pytest.fixture(scope="module")
def rich(root: Path) -> Catalog:
    checked = check(root, DAY)
    assert checked.all_findings == ()
    return checked.catalog


@pytest.fixture(scope="module")
def edition(published_rich: Path) -> Edition:
    """What was written, in order of names, each of a thousand bytes."""
    names = sorted(path.relative_to(published_rich).as_posix() for path in published_rich.rglob("*") if path.is_file())
    return Edition(HOME, EPOCH, tuple(Published(name, 1000, "0" * 64) for name in names), DAY)


@pytest.fixture(scope="module")
def published_rich(rich: Catalog, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rich") / "data"
    write_exports(rich, folder, EPOCH, HOME, DAY)
    return folder


def _compare(part: str, texts: Mapping[str, str], *, accept: bool) -> None:
    compare(f"rich/{part}", {name: text.encode() for name, text in texts.items()}, accept=accept)


def test_pages_of_every_case_say_what_is_expected(root: Path, rich: Catalog, edition: Edition, accept: bool) -> None:
    _compare("pages", {f"{at}.txt": words_of(body) for at, body in bodies(root, rich, edition).items()}, accept=accept)


def test_english_pages_say_what_is_expected(root: Path, rich: Catalog, accept: bool) -> None:
    template = environment(root).get_template("english_page.html")
    found = {}
    for kind in KINDS:
        for key in kind.keys(rich) if kind.english else ():
            view = kind.english(rich, key, kind.view(rich, key, DAY))
            found[twin_of(rich, kind.folder, key).rstrip("/")] = words_of(template.render(view=view, kind=kind))
    lists = Fragments(rich, environment(root), DAY)
    found |= {f"en/{folder}": words_of(str(lists.list_en(folder))) for folder in english_list.LISTS}
    _compare("english", {f"{at}.txt": text for at, text in found.items()}, accept=accept)


def test_fragments_of_every_case_say_what_is_expected(root: Path, rich: Catalog, accept: bool) -> None:
    found = {f"{name}.txt": words_of(html) for name, html in fragments(root, rich).items() if name not in NOT_OF_ROWS}
    _compare("fragments", found, accept=accept)


def test_pages_are_found_by_the_names_expected(rich: Catalog, accept: bool) -> None:
    pages = [(kind, key, kind.view(rich, key, DAY)) for kind in KINDS for key in kind.keys(rich)]
    lines = [
        f"{kind.folder}/{key}: {view.title}{' [not for search engines]' if getattr(view, 'is_thin', False) else ''}\n"
        f"  {view.summary}\n"
        f"  names: {'; '.join(kind.other_names(rich, key))}\n"
        f"  place: {place_of(rich, kind.folder, key)}; {'; '.join(names_of_place(rich, kind.folder, key))}\n"
        f"  words: {' · '.join(dict.fromkeys(view.words))}\n"
        f"  indicators: {' '.join(indicators_on(rich, kind.folder, key))}\n"
        for kind, key, view in pages
    ]
    _compare("names", {"names.txt": "".join(lines)}, accept=accept)


def test_what_pictures_of_shared_addresses_say_is_expected(rich: Catalog, accept: bool) -> None:
    standings, lines = Standings(rich, DAY), []
    for kind in KINDS:
        for key in kind.keys(rich):
            view, standing = kind.view(rich, key, DAY), standings.of(kind.folder, key)
            twin = kind.english(rich, key, view) if kind.english else None
            found = [shared_picture(rich, view, standing)]
            found += [english_picture(rich, view, standing, twin)] if twin else []
            lines += [f"{kind.folder}/{key}: {' | '.join(astuple(one)) if one else 'none'}\n" for one in found]
    _compare("pictures", {"pictures.txt": "".join(lines)}, accept=accept)


def test_what_scripts_of_pages_read_is_expected(rich: Catalog, accept: bool) -> None:
    judged = Judgements({key: judged_pairs(rich, key) for key in rich.rows_by_indicator})
    of_units = {one.unit.unit_id: unit_figures(rich, one.unit.unit_id, judged) for one in choices(rich)}
    found = {
        "units": [[one.unit.unit_id, one.kind, one.place, one.rank, *one.names] for one in choices(rich)],
        "indicators": indicator_cautions(rich, judged),
        "figures": of_units,
        "explorer": explorer_index(rich),
        "reporting": reporting_units(rich),
        "answers": {unit_id: answers_of(rich, unit_id, DAY) for unit_id in REPORTING},
        "shards": {row.indicator_id: explorer_shard(rich, row.indicator_id) for row in explored(rich)},
    }
    texts = {f"{name}.json": json.dumps(value, ensure_ascii=False, indent=1) for name, value in found.items()}
    _compare("pages-with-scripts", texts, accept=accept)


def test_what_is_published_says_what_is_expected(published_rich: Path, accept: bool) -> None:
    found = {}
    for path in sorted(path for path in published_rich.rglob("*") if path.is_file()):
        name = path.relative_to(published_rich).as_posix()
        if PUBLISHED.fullmatch(name) and path.suffix not in BINARY:
            found[name] = _comparable(name, path.read_text(encoding="utf-8-sig"))
    _compare("published", found, accept=accept)


def test_workbooks_say_what_is_expected(published_rich: Path, accept: bool) -> None:
    paths = [*(Path(f"{page}.xlsx") for page in PAGES), *(Path("danh-sach") / f"{name}.xlsx" for name in LISTS)]
    books = {path: published_rich / path for path in paths if (published_rich / path).is_file()}
    texts = {f"{path.as_posix().replace('/', '-')}.txt": _cells_of(book) for path, book in books.items()}
    texts["hoctap.xlsx.txt"] = _cells_of(published_rich / "hoctap.xlsx", most=4)
    _compare("workbooks", texts, accept=accept)


def _cells_of(path: Path, most: int | None = None) -> str:
    """Return the cells of a workbook as lines: each sheet with its heading, then a row a line."""
    lines = []
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        widths = ", ".join(f"{name} {one.width:g}" for name, one in sorted(sheet.column_dimensions.items()))
        lines += [f"== {sheet.title} [{sheet.sheet_state}; {sheet.freeze_panes}; {sheet.auto_filter.ref}; {widths}]"]
        lines += [f"-- {_on_paper(sheet)}"]
        for row in sheet.iter_rows(max_row=most):
            lines.append(" | ".join(_cell(cell) for cell in row).rstrip(" |"))
    return "\n".join([*lines, ""])


def _on_paper(sheet: Any) -> str:
    """Return how a sheet is printed: what of it, how wide, which rows on every page, heights and wrapped cells."""
    heights = ", ".join(f"{at} {one.height:g}" for at, one in sorted(sheet.row_dimensions.items()) if one.height)
    bold = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.font.b]
    wrapped = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.alignment.wrap_text]
    setup, area = sheet.page_setup, (sheet.print_area or "").partition("!")[2]
    paper = f"{setup.paperSize} {setup.orientation} {setup.fitToWidth}x{setup.fitToHeight}"
    cells = f"bold {bold[-1:]}; {len(wrapped)} wrapped: {wrapped[-1:]}"
    return f"{area}; {paper}; rows {sheet.print_title_rows}; heights {heights}; {cells}"


def _cell(cell: Any) -> str:
    if cell.value is None:
        return ""
    form = f" [{cell.number_format}]" if cell.number_format not in ("General", "@") else ""
    link = f" <{cell.hyperlink.target or cell.hyperlink.location}>" if cell.hyperlink else ""
    return (
        f"{cell.value!r}{form}{link}" if not isinstance(cell.value, str) else f"{cell.value}{link}".replace("\n", "⏎")
    )


def test_pages_say_to_machines_what_is_expected(edition: Edition, rich: Catalog, accept: bool) -> None:
    figures = figures_of_page(rich, "dia-phuong", "dong-lau")
    blocks = {
        "dataset": dataset(rich, edition),
        "terms": term_set(rich, edition),
        "slice": slice_dataset(rich, edition, "dia-phuong/dong-lau/", ("Đông Lâu", "Số liệu"), edition.files, figures),
        **{page: described(rich, edition, *page.split("/")) for page in PAGES},
        "interface": _of_interface(openapi.document(rich)),
    }
    texts = {f"{at.replace('/', '-')}.json": _comparable(".json", json.dumps(block)) for at, block in blocks.items()}
    _compare("blocks", texts, accept=accept)


def _of_interface(document: dict[str, Any]) -> dict[str, Any]:
    """Return the description of the JSON files with one table and one page for all."""
    names = ("Index", "recognitions", "recognitions_table", "units", "units_page")
    schemas = {name: document["components"]["schemas"][name] for name in names}
    paths = {path: got for path, got in document["paths"].items() if re.search("index|recognitions|/don-vi/", path)}
    return {**document, "paths": paths, "components": {"schemas": schemas}}


def test_the_database_holds_what_is_expected(published_rich: Path, accept: bool) -> None:
    with closing(sqlite3.connect(f"file:{published_rich}/hoctap.sqlite?mode=ro", uri=True)) as database:
        statements = database.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name")
        lines = [repr(database.execute("PRAGMA application_id").fetchone()), *(sql for (sql,) in statements)]
        for name in ("dictionary", "search", "figures", "v_recognitions"):
            lines += [f"-- {name}", *map(repr, database.execute(f"SELECT * FROM {name} LIMIT 3"))]
    _compare("database", {"hoctap.txt": "\n".join([*lines, ""])}, accept=accept)


def _comparable(name: str, text: str) -> str:
    if name.endswith((".json", ".jsonld")):
        text = json.dumps(_first(json.loads(text)), ensure_ascii=False, indent=1) + "\n"
    return _COUNTED.sub("…", text)


def _first(value: Any) -> Any:
    """Return a value with the first three of all objects in a list that have the same members: the others are alike."""
    if isinstance(value, dict):
        return {key: _first(each) for key, each in value.items()}
    if not isinstance(value, list):
        return value
    kinds: Counter[tuple[str, ...]] = Counter()
    kept = []
    for each in value:
        kind = (str(each.get("@type")), *each) if isinstance(each, dict) else ()
        kinds[kind] += bool(kind)
        kept += [_first(each)] if kinds[kind] <= 3 else []
    return kept
