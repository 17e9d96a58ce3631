"""The published tables read back with programs that did not write them, as typed cells to compare.

`python tests/readers.py DATA` reads the folder `data/` of a built site with every program there is, compares all
cells with the plain CSV and prints how many.
"""

import csv
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

Cell = str | Decimal | None
Rows = list[list[Cell]]
Reader = Callable[[Path, dict[str, Any]], list[list[Any]]]
EXCEL_ZERO = date(1899, 12, 30)
# Separator ; quote " encoding UTF-8, from line 1, Vietnamese (1066), quoted cells as text, nothing guessed.
EXCEL_CSV = "CSV:59,34,76,1,,1066,true,false"


def tables_of(data: Path) -> list[dict[str, Any]]:
    """Return the tables of the combined package, as its descriptor tells them."""
    resources: list[dict[str, Any]] = json.loads((data / "hoctap/datapackage.json").read_bytes())["resources"]
    return resources


def compare(data: Path, chosen: dict[str, Reader] | None = None) -> tuple[dict[str, int], list[str]]:
    """Return how many cells each reader gave, and every difference from the plain CSV."""
    counts: dict[str, int] = {}
    differences: list[str] = []
    for name, read in (chosen or readers()).items():
        for table in tables_of(data):
            expected, found = typed(table, plain_csv(data, table)), typed(table, read(data, table))
            counts[name] = counts.get(name, 0) + sum(len(row) for row in found)
            differences += _differences(f"{name} {table['name']}", table, expected, found)
    return counts, differences


def readers() -> dict[str, Reader]:
    """Return every reader this machine has."""
    found: dict[str, Reader] = {
        "CSV, DuckDB": duckdb_csv,
        "Excel CSV, csv": excel_csv,
        "XLSX, openpyxl": openpyxl_sheet,
        "Parquet, DuckDB": duckdb_parquet,
        "SQLite, sqlite3": sqlite_module,
        "JSON, json": json_api,
    }
    if shutil.which("sqlite3"):
        found["SQLite, its own shell"] = sqlite_shell
    if shutil.which("ssconvert"):
        found["XLSX, Gnumeric"] = gnumeric_sheet
    if shutil.which("soffice"):
        found["XLSX, LibreOffice"] = libreoffice_sheet
        found["Excel CSV, LibreOffice"] = libreoffice_excel_csv
    if shutil.which("Rscript"):
        found["CSV, R"] = r_csv
    return found


def plain_csv(data: Path, table: dict[str, Any]) -> list[list[Any]]:
    return _csv(data / f"hoctap/{table['name']}.csv", ",", "utf-8")


def duckdb_csv(data: Path, table: dict[str, Any]) -> list[list[Any]]:
    return _duckdb(f"read_csv('{data}/hoctap/{table['name']}.csv', all_varchar = true, header = true, quote = '\"')")


def duckdb_parquet(data: Path, table: dict[str, Any]) -> list[list[Any]]:
    return _duckdb(f"read_parquet('{data}/hoctap.parquet/{table['name']}.parquet')")


def excel_csv(data: Path, table: dict[str, Any]) -> list[list[Any]]:
    rows = _in_order(table, _with_head(data / f"excel/{table['name']}.csv", ";", "utf-8-sig"))
    numbers = [field["type"] == "number" for field in table["schema"]["fields"]]
    return [[cell.replace(",", ".") if n else cell for cell, n in zip(row, numbers, strict=True)] for row in rows]


def openpyxl_sheet(data: Path, table: dict[str, Any]) -> list[list[Any]]:
    return _in_order(table, _openpyxl(data)[_sheet(data, table)])


def gnumeric_sheet(data: Path, table: dict[str, Any]) -> list[list[Any]]:
    rows = _in_order(table, _gnumeric(data)[_number(data, table)])
    # Gnumeric counts with more digits than a cell holds and tells them all; as a float it is the cell's number.
    numbers = [field["type"] == "number" for field in table["schema"]["fields"]]
    return [[float(cell) if n and cell else cell for cell, n in zip(row, numbers, strict=True)] for row in rows]


def libreoffice_sheet(data: Path, table: dict[str, Any]) -> list[list[Any]]:
    return _in_order(table, _libreoffice(data)[_sheet(data, table)])


def libreoffice_excel_csv(data: Path, table: dict[str, Any]) -> list[list[Any]]:
    return _in_order(table, _libreoffice_excel_csv(data)[table["name"]])


@cache
def _openpyxl(data: Path) -> dict[str, list[list[Any]]]:
    import openpyxl

    book = openpyxl.load_workbook(data / "hoctap.xlsx", read_only=True)
    rows = {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets}
    book.close()
    return rows


@cache
def _gnumeric(data: Path) -> dict[int, list[list[str]]]:
    options = "separator=, format=raw quoting-mode=always charset=UTF-8"
    with TemporaryDirectory() as folder:
        words = ("-S", "-T", "Gnumeric_stf:stf_assistant", "-O", options)
        _run("ssconvert", *words, str(data / "hoctap.xlsx"), str(Path(folder, "%n.csv")))
        return {int(path.stem): _with_head(path, ",", "utf-8") for path in Path(folder).glob("*.csv")}


@cache
def _libreoffice(data: Path) -> dict[str, list[list[str]]]:
    with TemporaryDirectory() as folder:
        # Every sheet to a file of its own (-1), cell contents and not what is shown.
        out = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1"
        _soffice(Path(folder), "--convert-to", out, str(data / "hoctap.xlsx"))
        files = Path(folder).glob("*.csv")
        return {path.stem.removeprefix("hoctap-"): _with_head(path, ",", "utf-8") for path in files}


@cache
def _libreoffice_excel_csv(data: Path) -> dict[str, list[list[str]]]:
    with TemporaryDirectory() as folder:
        out = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false"
        paths = [str(data / f"excel/{table['name']}.csv") for table in tables_of(data)]
        _soffice(Path(folder), f"--infilter={EXCEL_CSV}", "--convert-to", out, *paths)
        return {path.stem: _with_head(path, ",", "utf-8") for path in Path(folder).glob("*.csv")}


def sqlite_module(data: Path, table: dict[str, Any]) -> list[list[Any]]:
    import sqlite3

    database = sqlite3.connect(f"file:{data}/hoctap.sqlite?mode=ro", uri=True)
    try:
        return [list(row) for row in database.execute(_select(table))]
    finally:
        database.close()


def sqlite_shell(data: Path, table: dict[str, Any]) -> list[list[Any]]:
    output = _run("sqlite3", "-readonly", "-json", str(data / "hoctap.sqlite"), _select(table))
    # Its JSON tells all twenty digits of a binary fraction; as a float it is the number that was stored.
    return [list(row.values()) for row in json.loads(output or "[]")]


def json_api(data: Path, table: dict[str, Any]) -> list[list[Any]]:
    document = json.loads((data / f"api/v1/tables/{table['name']}.json").read_bytes(), parse_float=Decimal)
    names = [field["name"] for field in table["schema"]["fields"]]
    return [[row[name] for name in names] for row in document["rows"]]


def r_csv(data: Path, table: dict[str, Any]) -> list[list[Any]]:
    script = (
        "x <- read.csv(commandArgs(TRUE)[1], colClasses = 'character', na.strings = '', encoding = 'UTF-8');"
        "write.csv(x, stdout(), row.names = FALSE, na = '', fileEncoding = 'UTF-8')"
    )
    output = _run("Rscript", "--vanilla", "-e", script, str(data / f"hoctap/{table['name']}.csv"))
    return list(csv.reader(output.splitlines()))[1:]


def typed(table: dict[str, Any], rows: list[list[Any]]) -> Rows:
    """Return the rows as text, decimal number or nothing, in the order of their keys' cells."""
    kinds = [field["type"] for field in table["schema"]["fields"]]
    return [[_typed(kind, cell) for kind, cell in zip(kinds, row, strict=True)] for row in rows]


def _typed(kind: str, cell: Any) -> Cell:
    if cell is None or cell == "" or cell != cell:  # noqa: PLR0124 - NaN is the one value unlike itself
        return None
    if kind in ("number", "integer", "year"):
        return Decimal(str(cell)).normalize()
    if kind == "date":
        return _day(cell)
    return str(cell)


def _day(cell: Any) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    text = str(cell)
    if text.isdigit():  # a spreadsheet's own count of days
        return (EXCEL_ZERO + timedelta(days=int(text))).isoformat()
    month, _, rest = text.partition("/")  # LibreOffice: 07/01/2025 is 1 July
    return "-".join([rest[3:], month, rest[:2]]) if rest else text


def _differences(name: str, table: dict[str, Any], expected: Rows, found: Rows) -> Iterator[str]:
    if len(expected) != len(found):
        yield f"{name}: {len(found)} rows instead of {len(expected)}"
    fields = table["schema"]["fields"]
    for at, (right, row) in enumerate(zip(expected, found, strict=False), 1):
        for field, wanted, cell in zip(fields, right, row, strict=True):
            if wanted != cell:
                yield f"{name} row {at} {field['name']}: {cell!r} instead of {wanted!r}"


def _csv(path: Path, separator: str, encoding: str) -> list[list[str]]:
    return _with_head(path, separator, encoding)[1:]


def _with_head(path: Path, separator: str, encoding: str) -> list[list[str]]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.reader(file, delimiter=separator, strict=True))


# Titles that files for people give to a column under another name than the table's own.
_OTHERWISE = {("observations", "locator"): "Chỗ trong nguồn"}


def _in_order(table: dict[str, Any], rows: list[list[Any]]) -> list[list[Any]]:
    """Return the rows of a table in words, head first, as the cells of its columns: codes before words."""
    head, *cells = rows
    places = [_place(head, table["name"], field) for field in table["schema"]["fields"]]
    return [[row[at] if at < len(row) else None for at in places] for row in cells]


def _place(head: list[Any], table: str, field: dict[str, Any]) -> int:
    names = (f"{field['title']} (mã)", field["title"], _OTHERWISE.get((table, field["name"])))
    return next(head.index(name) for name in names if name in head)


def _duckdb(source: str) -> list[list[Any]]:
    import duckdb

    with duckdb.connect() as database:
        return [list(row) for row in database.execute(f"SELECT * FROM {source}").fetchall()]


def _select(table: dict[str, Any]) -> str:
    columns = ", ".join(f'"{field["name"]}"' for field in table["schema"]["fields"])
    return f'SELECT {columns} FROM "{table["name"]}" ORDER BY rowid'


def _sheet(data: Path, table: dict[str, Any]) -> str:
    return list(_openpyxl(data))[_number(data, table)]


def _number(data: Path, table: dict[str, Any]) -> int:
    """Return where the sheet of a table stands: figures first, then the introduction, then the others."""
    others = [entry["name"] for entry in tables_of(data) if entry["name"] != "observations"]
    return 0 if table["name"] == "observations" else others.index(table["name"]) + 2


def _soffice(folder: Path, *words: str) -> None:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    _run("soffice", profile, "--headless", *words, "--outdir", str(folder))


def _run(*words: str) -> str:
    env = {**os.environ, "LC_ALL": "C.UTF-8", "OMP_NUM_THREADS": "1"}
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=env, encoding="utf-8")
    if done.returncode:
        raise RuntimeError(f"{words[0]}: {done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    counted, differing = compare(Path(sys.argv[1]))
    sys.stdout.write("\n".join([*differing[:50], *(f"{name}: {count}" for name, count in counted.items()), ""]))
    sys.stdout.write(f"{sum(counted.values())} cells, {len(differing)} differences\n")
    sys.exit(bool(differing))
