"""The cells of very many figures, found by several processes: those that one finds, with what they were made from."""

from datetime import date

import pytest

from hoctap.exports import known_cells
from hoctap.exports.slices import cells_of_figure
from hoctap.model.catalog import Catalog
from hoctap.model.traced import TracedCatalog
from miniature import TODAY


def test_cells_found_by_several_processes_are_those_found_by_one(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known_cells, "_MOST_KEPT", 0)
    monkeypatch.setattr(known_cells, "_TOGETHER", 1)
    by_one, by_several = (TracedCatalog(catalog, date.fromisoformat(TODAY)) for _ in range(2))
    known_cells.know_many_cells(by_several)
    asked = list[str]()
    monkeypatch.setattr("hoctap.exports.slices.cells_of", lambda _, rows: asked.extend(row.row_id for row in rows))
    found = [by_several.noted(lambda row=row: cells_of_figure(by_several, row)) for row in catalog.figure_rows]
    assert asked == []
    monkeypatch.undo()
    assert found == [by_one.noted(lambda row=row: cells_of_figure(by_one, row)) for row in catalog.figure_rows]
