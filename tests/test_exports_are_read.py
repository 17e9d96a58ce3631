"""No format is published that nothing reads: each has a test that opens it as a stranger would, named here."""

import csv
import io
from itertools import chain
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from hoctap.exports import gaps, of_pages, parquet, statements
from hoctap.exports.figures import ordered_figures
from hoctap.exports.publishing import FORMATS, METADATA, module_of
from hoctap.model import figures
from hoctap.model.catalog import Catalog

TESTS = Path(__file__).parent
# Module of exports → the test that reads or judges what it makes, and the word there that names it.
READ_BY = {
    "archive": ("test_diff.py", "hoctap.zip"),
    "atom": ("test_formats_feeds.py", ".atom"),
    "by_province": ("test_large_sites.py", "by_province.FOLDER"),
    "calendar": ("test_formats_feeds.py", ".ics"),
    "citation": ("test_metadata_judges.py", "CITATION.cff"),
    "croissant": ("test_metadata_judges.py", "croissant.json"),
    "datacite": ("test_metadata_judges.py", "datacite.json"),
    "dcat": ("test_metadata_judges.py", "dcat.ttl"),
    "excel_csv": ("test_formats_words.py", "excel_csv"),
    "figures": ("test_exports_are_read.py", "figures.NAME"),
    "figures_dataset": ("test_figures_dataset.py", "duckdb"),
    "gaps": ("test_exports_are_read.py", "gaps.NAME"),
    "json_api": ("readers.py", "api/v1"),
    "loose_package": ("test_large_sites.py", "hoctap/datapackage.json"),
    "markdown": ("test_machines.py", "markdown"),
    "openapi": ("test_metadata_judges.py", "openapi.json"),
    "packed": ("test_large_sites.py", "chi-tieu"),
    "page_feeds": ("test_formats_feeds.py", "page_feeds"),
    "page_workbook": ("test_formats_words.py", "danh-sach/"),
    "parquet": ("readers.py", ".parquet"),
    "releases": ("test_release.py", "versions.json"),
    "slices": ("test_formats_api.py", "don-vi/"),
    "source_packages": ("test_build_same.py", "source_packages"),
    "sqlite": ("test_formats_sqlite.py", "sqlite"),
    "statements": ("test_exports_are_read.py", "statements.NAME"),
    "workbook": ("test_formats_cells.py", ".xlsx"),
}


def test_every_format_is_named_with_its_reader() -> None:
    makers = (*FORMATS, *METADATA, *of_pages.FORMATS, *chain(*of_pages.BUNDLED.values()))
    assert {module_of(make).rpartition(".")[2] for make in makers} == set(READ_BY)


@pytest.mark.parametrize("module", READ_BY)
def test_the_reader_of_a_format_names_it(module: str) -> None:
    file, word = READ_BY[module]
    assert word in (TESTS / file).read_text(encoding="utf-8")


def _rows(path: Path, encoding: str = "utf-8") -> list[list[str]]:
    with path.open(encoding=encoding, newline="") as lines:
        return list(csv.reader(lines))


def test_the_table_of_figures_is_the_same_in_csv_and_parquet(published: Path, catalog: Catalog) -> None:
    head, *rows = _rows(published / f"{figures.NAME}.csv")
    assert head == list(figures.figures_table().header)
    assert len(rows) == len(catalog.observations)
    read = duckdb.sql(f"SELECT * FROM '{(published / figures.NAME).as_posix()}.parquet'")
    assert read.columns == head
    at = head.index("row_id")
    assert [row[at] for row in read.fetchall()] == [row[at] for row in rows]


def test_a_table_read_in_many_pieces_is_the_same(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    table, rows = figures.figures_table(), list(ordered_figures(catalog))
    whole = parquet.parquet(table, rows)
    most = 4 * max(len(",".join(cells).encode()) for cells in rows)
    assert sum(len(",".join(cells)) for cells in rows) > 3 * most
    monkeypatch.setattr(parquet, "_MOST_AT_ONCE", most)
    pieces = parquet.parquet(table, rows)
    assert pq.read_table(io.BytesIO(pieces)).equals(pq.read_table(io.BytesIO(whole)), check_metadata=True)


def test_the_statements_are_a_table(published: Path) -> None:
    head, *rows = _rows(published / statements.NAME)
    assert head == list(statements.HEADER)
    assert rows
    assert {len(row) for row in rows} == {len(head)}


def test_what_is_missing_is_the_same_table_for_programs_and_for_excel(published: Path) -> None:
    head, *rows = _rows(published / f"{gaps.NAME}.csv")
    assert rows
    assert {len(row) for row in rows} == {len(head)}
    lines = (published / f"{gaps.NAME}-excel.csv").read_text(encoding="utf-8-sig")
    excel = list(csv.reader(lines.splitlines(), delimiter=";"))
    assert len(excel) == len(rows) + 1
    assert {len(row) for row in excel} == {len(head)}
