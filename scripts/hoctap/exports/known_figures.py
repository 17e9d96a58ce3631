"""The figures of a site of very many units, found once before pages, lists and search each ask for all of them."""

from functools import partial

from hoctap.model.once import know_of_row
from hoctap.model.traced import TracedCatalog
from hoctap.views.figure import figure_of_row


def know_figures(catalog: TracedCatalog) -> None:
    """Let the catalog know every figure, also when it forgets; whoever asks depends on what each was made from."""
    for row in catalog.plain.figure_rows:
        figure, reads = catalog.noted(partial(figure_of_row, catalog, row))
        know_of_row(figure_of_row, catalog, row, figure, reads)
