"""More tables of associations as typed text, each with the figures a careful reader would take from it.

`NAME.xlsx.txt` or `NAME.csv.txt`: lines «sheet: NAME merged: A1:B2 …», rows with «|» before each cell («⏎» for a new
line in one), then «figures:» and a line for each, «cell = unit, indicator, period, value». Units are the register's,
every figure is invented.
"""

import re
from pathlib import Path
from typing import Any

from miniature import EXAMPLES
from strangers_tables import Table


def _cell(text: str) -> Any:
    """Return what a cell holds: a number unless a «'» says that it is typed as text."""
    text = text.strip()
    if not text:
        return None
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    return float(text) if re.fullmatch(r"-?\d+\.\d+", text) else text.removeprefix("'").replace("⏎", "\n")


def _read(path: Path) -> Table:
    name, ending, _ = path.name.split(".")
    typed, _, figures = path.read_text(encoding="utf-8").partition("figures:\n")
    sheets: dict[str, list[list[Any]]] = {}
    merged: dict[str, list[str]] = {}
    for line in typed.splitlines():
        if line.startswith("sheet: "):
            sheet, _, spans = line.removeprefix("sheet: ").partition(" merged: ")
            sheets[sheet], merged[sheet] = [], spans.split()
        else:
            cells = line[1:].split("|") if line != "|" else []
            sheets[sheet].append([cell.strip() for cell in cells] if ending == "csv" else [*map(_cell, cells)])
    gold = dict(_figure(line) for line in figures.splitlines())
    return Table(name, sheets, gold, merged, f".{ending}")


def _figure(line: str) -> tuple[str, tuple[str, str, str, str]]:
    cell, _, what = line.partition(" = ")
    unit, indicator, period, value = what.split(", ")
    return cell, (unit, indicator, period, value)


TYPED = tuple(_read(path) for path in sorted((EXAMPLES / "typed").glob("*.txt")))
