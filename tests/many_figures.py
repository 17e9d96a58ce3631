"""The partitioned dataset of figures with as many invented rows as wanted: `python many_figures.py FOLDER ROWS`.

Real figures under invented units, a copy after the other, made and written a batch at a time.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))

from hoctap.exports.figures_dataset import batches, dataset_schema, write
from hoctap.load import load

REAL = Path(__file__).resolve().parents[1]


# Copies that make a batch.
_COPIES = 8


def many(rows: int) -> Iterator[pa.RecordBatch]:
    """Yield batches of the real figures, repeated under other units until there are so many rows."""
    real = pa.Table.from_batches(list(batches(load(REAL).catalog))).combine_chunks().to_batches()[0]
    for n in range(0, -(-rows // len(real)), _COPIES):
        copies = pa.Table.from_batches([_copy(real, n + each) for each in range(_COPIES)]).combine_chunks()
        yield copies.to_batches()[0].slice(0, rows - n * len(real))


def _copy(batch: pa.RecordBatch, n: int) -> pa.RecordBatch:
    columns = dict(zip(batch.schema.names, batch.columns, strict=True))
    for name in ("row_id", "unit_id"):
        columns[name] = pc.binary_join_element_wise(columns[name], str(n), "-x")
    columns["value"] = pc.multiply(columns["value"], 1 + n % 7 / 10)
    return pa.RecordBatch.from_arrays(list(columns.values()), schema=dataset_schema())


if __name__ == "__main__":
    write(many(int(sys.argv[2])), Path(sys.argv[1]))
