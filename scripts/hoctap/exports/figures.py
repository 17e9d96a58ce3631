"""The table of figures as files: one row a figure with every name, meaning and range joined."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from hoctap.exports.excel_csv import excel_csv, words_first
from hoctap.exports.packed import for_people, for_programs
from hoctap.exports.slices import cells_of_figure
from hoctap.model.canonical import csv_file
from hoctap.model.catalog import Catalog
from hoctap.model.figures import NAME, figures_table


def files(catalog: Catalog, epoch: int) -> Iterator[tuple[str, bytes]]:
    """Yield `so-lieu-day-du.csv`, the same for Excel, and as Parquet; on a site of very many units both CSV packed."""
    from hoctap.exports.parquet import parquet_of  # noqa: PLC0415 - its library is slow to load

    table = figures_table()
    written = csv_file(table.header, ordered_figures(catalog))
    in_parquet = parquet_of(table, written)
    for_all = for_programs(catalog, f"{NAME}.csv", written)
    del written  # of very many figures it is much
    yield for_all
    yield for_people(
        catalog, f"{NAME}-excel.csv", excel_csv(*words_first(table.fields, ordered_figures(catalog))), epoch
    )
    yield f"{NAME}.parquet", in_parquet


def ordered_figures(catalog: Catalog) -> Iterator[Sequence[str]]:
    """Yield the rows of the table in published order: that of the identifiers of rows."""
    rows = sorted(catalog.figure_rows, key=attrgetter("row_id"))
    return (cells_of_figure(catalog, row)[0] for row in rows)
