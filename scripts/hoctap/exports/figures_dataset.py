"""The table of figures as a partitioned dataset of Parquet files: `year=2024/region=dong-bac/part-0.parquet` (Hive).

Written in a stream, a batch at a time: memory does not grow with the rows. Engines read it as it is; published only
where the one file of all figures is too large to be fetched whole.
"""

import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.dataset as ds

from hoctap.exports.cells import value_of
from hoctap.exports.figures import ordered_figures
from hoctap.exports.parquet import schema_of
from hoctap.model.catalog import Catalog
from hoctap.model.figures import NAME, figures_table

FOLDER = f"{NAME}-theo-nam"
FEWEST_ROWS = 100_000
# Rows held at a time, and the most that a file has.
_BATCH, _ROWS_OF_A_FILE, _ROWS_OF_A_GROUP = 20_000, 5_000_000, 200_000
PARTITIONS = pa.schema([("year", pa.int32()), ("region", pa.string())])
UNKNOWN = "chua-ro"


def files(catalog: Catalog, _epoch: int) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the dataset, one after the other; none for fewer than FEWEST_ROWS figures."""
    if len(catalog.observations) < FEWEST_ROWS:
        return
    with tempfile.TemporaryDirectory(prefix="hoctap-") as name:
        write(batches(catalog), Path(name))
        for path in sorted(Path(name).rglob("*.parquet")):
            yield f"{FOLDER}/{path.relative_to(name).as_posix()}", path.read_bytes()


def dataset_schema() -> pa.Schema:
    """Return the columns of the table of figures with the two that the folders are named after."""
    columns = schema_of(figures_table())
    for column in PARTITIONS:
        columns = columns.append(column)
    return columns


def batches(catalog: Catalog) -> Iterator[pa.RecordBatch]:
    """Yield the figures in published order, with the year of a period's last day and the region of today's province."""
    fields, schema = figures_table().fields, dataset_schema()
    at = {field.name: n for n, field in enumerate(fields)}
    rows = iter(ordered_figures(catalog))
    while batch := list(islice(rows, _BATCH)):
        columns = [[value_of(field, row[n]) for row in batch] for n, field in enumerate(fields)]
        years = [int(row[at["period_end"]][:4]) for row in batch]
        regions = [_region(catalog, row[at["province_now_id"]]) for row in batch]
        arrays = [pa.array(cells, field.type) for cells, field in zip([*columns, years, regions], schema, strict=True)]
        yield pa.RecordBatch.from_arrays(arrays, schema=schema)


def _region(catalog: Catalog, area_id: str) -> str:
    area = catalog.areas.get(area_id)
    return area.region if area and area.region else UNKNOWN


def write(rows: Iterable[pa.RecordBatch], folder: Path) -> None:
    """Write batches of `dataset_schema` as a dataset into `folder`; the same rows give the same bytes."""
    schema = dataset_schema()
    ds.write_dataset(
        pa.RecordBatchReader.from_batches(schema, iter(rows)),
        folder,
        format="parquet",
        file_options=ds.ParquetFileFormat().make_write_options(compression="zstd", version="2.6"),
        partitioning=ds.partitioning(PARTITIONS, flavor="hive"),
        basename_template="part-{i}.parquet",
        use_threads=False,
        preserve_order=True,
        max_rows_per_file=_ROWS_OF_A_FILE,
        max_rows_per_group=_ROWS_OF_A_GROUP,
        max_open_files=600,
        max_partitions=5_000,
    )
