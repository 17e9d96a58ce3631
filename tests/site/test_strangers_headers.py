"""What the headers of strangers' tables mean with the register of the real data: a table of headers as officials write
them, groups before columns with « // » between; an empty indicator is one that must be asked about."""

import csv
from collections.abc import Sequence

import pytest

from hoctap.contribute.naming.indicators import Indicators
from hoctap.contribute.naming.units import Units
from hoctap.contribute.tables.above import context_of
from hoctap.contribute.tables.block import Block
from hoctap.contribute.tables.meaning import of_column
from hoctap.contribute.tables.opening import Cell, Grid
from hoctap.contribute.tables.rows import Understood
from hoctap.contribute.tables.setting import Setting
from hoctap.load import load
from hoctap.model.catalog import Catalog
from miniature import EXAMPLES, REAL

with (EXAMPLES / "headers.csv").open(encoding="utf-8", newline="") as _file:
    HEADERS = list(csv.DictReader(_file))


@pytest.fixture(scope="module")
def register() -> tuple[Catalog, Indicators, Units]:
    catalog = load(REAL, validate=False).catalog
    return catalog, Indicators(catalog), Units(catalog)


def _setting(register: tuple[Catalog, Indicators, Units], path: Sequence[str]) -> Setting:
    catalog, indicators, units = register
    cells = {(row, 1): Cell("text", text) for row, text in enumerate(path, 1)}
    block = Block(Grid("B", cells), tuple(range(1, len(path) + 1)), (len(path) + 1,), (1,), ("BIỂU NĂM 2024",))
    context = context_of(catalog, units, block.titles, (), "")
    return Setting(catalog, indicators, units, block, context, {}, Understood())


def test_a_header_names_its_indicator_and_its_part_or_is_asked_about(
    register: tuple[Catalog, Indicators, Units],
) -> None:
    wrong = []
    for row in HEADERS:
        meaning = of_column(_setting(register, row["header"].split(" // ")), 1)
        found = "" if meaning.indicator is None or meaning.label.plan else meaning.indicator.indicator_id
        if (found, meaning.breakdown if found else "") != (row["indicator_id"], row["breakdown"]):
            wrong.append((row["header"], row["indicator_id"], row["breakdown"], found, meaning.breakdown))
    assert wrong == []
