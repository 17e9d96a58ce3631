"""The table of figures as a partitioned dataset of Parquet files: `year=2024/region=dong-bac/part-0.parquet` (Hive).

Written in a stream, a batch at a time: memory does not grow with the rows. Engines read it as it is; published only
where the one file of all figures is too large to be fetched whole.
"""

import tempfile
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from hoctap.exports.cells import value_of
from hoctap.exports.figures import ordered_figures
from hoctap.exports.parquet import schema_of
from hoctap.model.catalog import Catalog
from hoctap.model.figures import NAME, figures_table

FOLDER = f"{NAME}-theo-nam"
FEWEST_ROWS = 100_000
# Rows read at a time, rows of all parts waiting at most, and the most of one group in a file.
_BATCH, _ROWS_WAITING, _ROWS_OF_A_GROUP = 20_000, 200_000, 200_000
_GROUPS_OF_A_FILE = 8
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
    rows = ordered_figures(catalog)
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
    parts: dict[str, _Part] = {}
    waiting = 0
    try:
        for batch in rows:
            for name, few in _by_part(pa.Table.from_batches([batch])):
                if name not in parts:
                    parts[name] = _Part(folder / name)
                parts[name].add(few)
            waiting += len(batch)
            while waiting > _ROWS_WAITING:
                waiting -= max(parts.values(), key=lambda part: part.waiting).write()
        for part in parts.values():
            part.write()
    finally:
        for part in parts.values():
            part.close()


def _by_part(rows: pa.Table) -> Iterator[tuple[str, pa.Table]]:
    """Yield the rows of each part in their order, copied, so that none keeps the others in memory."""
    names = PARTITIONS.names
    order = pc.sort_indices(rows, sort_keys=[(name, "ascending") for name in names])
    keys = list(zip(*(pc.take(rows[name], order).to_pylist() for name in names), strict=True))
    start = 0
    for key, group in groupby(keys):
        end = start + len(list(group))
        part = "/".join(f"{name}={value}" for name, value in zip(names, key, strict=True))
        yield part, rows.take(order[start:end]).drop_columns(names)
        start = end


class _Part:
    """One part under way: rows are waiting until they make a group worth writing.

    An open file remembers each of its groups, some 160 kB, until it is closed; so it takes few and the next begins.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self._folder = folder
        self._writer: pq.ParquetWriter | None = None
        self._files = self._groups = 0
        self._rows: list[pa.Table] = []
        self.waiting = 0

    def add(self, rows: pa.Table) -> None:
        """Let rows of this part wait to be written."""
        self._rows.append(rows)
        self.waiting += len(rows)

    def write(self) -> int:
        """Write what is waiting as groups of a file and return how many rows that were."""
        if self._rows:
            writer = self._writer or self._next()
            writer.write_table(pa.concat_tables(self._rows), row_group_size=_ROWS_OF_A_GROUP)
            self._groups += 1
            if self._groups == _GROUPS_OF_A_FILE:
                self.close()
        written, self.waiting, self._rows = self.waiting, 0, []
        return written

    def _next(self) -> pq.ParquetWriter:
        path = self._folder / f"part-{self._files}.parquet"
        self._writer = pq.ParquetWriter(path, schema_of(figures_table()), compression="zstd", version="2.6")
        self._files, self._groups = self._files + 1, 0
        return self._writer

    def close(self) -> None:
        """End the file; rows that still wait are lost."""
        if self._writer:
            self._writer.close()
            self._writer = None
