"""Every table as a Parquet file with real types; column names are the machine names, titles stand in the metadata."""

import io
from collections.abc import Iterator, Sequence

import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow.csv import ConvertOptions, ParseOptions, ReadOptions, read_csv

from hoctap.exports.cells import ordered_rows
from hoctap.model.canonical import csv_file
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Field, Resource

_TYPES = {
    "integer": pa.int64(),
    "year": pa.int64(),
    "number": pa.float64(),
    "date": pa.date32(),
    "boolean": pa.bool_(),
}
# Bytes of text read at once: each part is read into memory twice.
_MOST_AT_ONCE = 1 << 24


def files_of_table(catalog: Catalog, resource: Resource) -> Iterator[tuple[str, bytes]]:
    """Yield `hoctap.parquet/<table>.parquet`."""
    yield f"hoctap.parquet/{resource.name}.parquet", parquet(resource, ordered_rows(catalog, resource))


def parquet(resource: Resource, rows: Sequence[Sequence[str]]) -> bytes:
    """Return rows of cells as one file with the types of their columns."""
    return parquet_of(resource, csv_file(resource.header, rows))


def parquet_of(resource: Resource, written: bytes) -> bytes:
    """Return rows that are written as CSV as one file with the types of their columns."""
    out = io.BytesIO()
    # No statistics of the writer's run, one row group for each million rows: the same rows, the same bytes.
    pq.write_table(_table(resource, written), out, compression="zstd", version="2.6")
    return out.getvalue()


def _table(resource: Resource, written: bytes) -> pa.Table:
    # Read as text: made of a list of values, an array would load pandas to ask whether it is one of its own.
    text, schema = pa.py_buffer(written), schema_of(resource)
    read = read_csv(
        pa.BufferReader(text),
        ReadOptions(use_threads=False, block_size=min(len(text), _MOST_AT_ONCE)),
        ParseOptions(newlines_in_values=True),
        ConvertOptions(
            column_types=dict(zip(schema.names, schema.types, strict=True)),
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=True,
            true_values=["true"],
            false_values=["false"],
        ),
    )
    columns = []
    for name in schema.names:  # one after the other: all of them twice would be much
        # One piece each, whatever was read at once: what is written depends on where pieces begin.
        columns.append(read.column(name).combine_chunks())
        read = read.drop_columns([name])
    return pa.Table.from_arrays(columns, schema=schema)


def schema_of(resource: Resource) -> pa.Schema:
    """Return the columns of a table with their types, titles and descriptions."""
    return pa.schema([_field(field) for field in resource.fields], metadata={"title": resource.title})


def _field(field: Field) -> pa.Field:
    metadata = {"title": field.title, "description": field.description}
    return pa.field(field.name, _TYPES.get(field.type, pa.string()), metadata=metadata)
