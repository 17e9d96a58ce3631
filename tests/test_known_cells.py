"""Very many figures and their cells, found before they are asked for: what is found then, and what it was made from."""

from datetime import date

import pytest

from hoctap.exports import known_cells
from hoctap.exports.known_figures import know_figures
from hoctap.exports.slices import cells_of_figure
from hoctap.model.catalog import Catalog
from hoctap.model.traced import TracedCatalog
from hoctap.views.figure import figure_of_row
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


def test_figures_found_at_first_are_those_found_later_and_stay_until_nothing_more_is_asked(catalog: Catalog) -> None:
    before, later = (TracedCatalog(catalog, date.fromisoformat(TODAY)) for _ in range(2))
    know_figures(before)
    for row in catalog.figure_rows:
        known = before.noted(lambda row=row: figure_of_row(before, row))
        assert known == later.noted(lambda row=row: figure_of_row(later, row))
        before.forget()
        assert figure_of_row(before, row) is known[0]
    before.forget(given=True)
    assert figure_of_row(before, row) is not known[0]
