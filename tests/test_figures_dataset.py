"""The partitioned dataset of figures is read by engines as it stands: DuckDB, pyarrow, and Spark where it is there."""

import importlib.util
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from hoctap.exports import figures_dataset
from hoctap.exports.cells import value_of
from hoctap.exports.figures import ordered_figures
from hoctap.exports.kinds import kind_of
from hoctap.model.catalog import Catalog
from hoctap.model.figures import figures_table

PARTS = ["year", "region"]


@pytest.fixture(name="folder")
def folder_(catalog: Catalog, tmp_path: Path) -> Path:
    figures_dataset.write(figures_dataset.batches(catalog), tmp_path / "figures")
    return tmp_path / "figures"


def test_each_part_has_the_figures_of_its_year_and_region_as_published(catalog: Catalog, folder: Path) -> None:
    fields, parts = figures_table().fields, {}
    for row in ordered_figures(catalog):
        cells = {field.name: value_of(field, cell) for field, cell in zip(fields, row, strict=True)}
        region = figures_dataset._region(catalog, row[fields.index(figures_table().field_named("province_now_id"))])
        parts.setdefault(f"year={str(cells['period_end'])[:4]}/region={region}", []).append(cells)
    assert len(parts) > 3
    found = {
        path.parent.relative_to(folder).as_posix(): pq.read_table(path, use_threads=False) for path in _files(folder)
    }
    assert {name: table.to_pylist() for name, table in found.items()} == parts
    assert {tuple(table.schema.names) for table in found.values()} == {figures_table().header}
    assert {table.schema.field("value").metadata[b"title"].decode() for table in found.values()} == {
        figures_table().field_named("value").title
    }


def test_duckdb_reads_every_figure_with_year_and_region(catalog: Catalog, folder: Path) -> None:
    read = duckdb.sql(f"SELECT * FROM read_parquet('{folder}/**/*.parquet', hive_partitioning = true)")
    assert set(read.columns) == {*figures_table().header, *PARTS}
    assert len(read.fetchall()) == len(catalog.observations)
    years = {row.period.end.year for row in catalog.observations}
    assert {year for (year,) in duckdb.sql("SELECT DISTINCT year FROM read").fetchall()} == years


def test_pyarrow_reads_one_year_without_opening_the_others(catalog: Catalog, folder: Path) -> None:
    year = min(row.period.end.year for row in catalog.observations)
    partitioning = ds.partitioning(figures_dataset.PARTITIONS, flavor="hive")
    dataset = ds.dataset(folder, partitioning=partitioning)
    wanted = ds.field("year") == year
    assert all(f"year={year}" in part.path for part in dataset.get_fragments(filter=wanted))
    assert dataset.count_rows(filter=wanted) == sum(row.period.end.year == year for row in catalog.observations)


def test_the_same_rows_give_the_same_bytes(catalog: Catalog, folder: Path, tmp_path: Path) -> None:
    figures_dataset.write(figures_dataset.batches(catalog), tmp_path / "again")
    assert _bytes(folder) == _bytes(tmp_path / "again")


def test_however_few_rows_are_held_at_a_time_the_dataset_is_the_same(
    catalog: Catalog, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figures_dataset, "_BATCH", 3)
    monkeypatch.setattr(figures_dataset, "_ROWS_WAITING", 5)
    monkeypatch.setattr(figures_dataset, "_GROUPS_OF_A_FILE", 2)
    figures_dataset.write(figures_dataset.batches(catalog), tmp_path / "few")
    assert _rows(tmp_path / "few") == _rows(folder)
    # What waited was written when it was too much, not at the end, and no file has many groups to remember.
    groups = [pq.ParquetFile(path).num_row_groups for path in _files(tmp_path / "few")]
    assert max(groups) == 2
    assert sum(groups) > len(groups)
    assert len(groups) > len(list(_files(folder)))
    assert {pq.ParquetFile(path).num_row_groups for path in _files(folder)} == {1}


def test_it_is_published_only_where_there_are_many(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not list(figures_dataset.files(catalog, 0))
    monkeypatch.setattr(figures_dataset, "FEWEST_ROWS", 0)
    paths = [path for path, _ in figures_dataset.files(catalog, 0)]
    assert paths == sorted(set(paths))
    assert {kind_of(path)[0].media_type for path in paths} == {"application/vnd.apache.parquet"}


def test_spark_reads_every_figure(catalog: Catalog, folder: Path) -> None:
    if importlib.util.find_spec("pyspark") is None or shutil.which("java") is None:
        pytest.skip("pyspark (430 MB) or java is not installed")
    from pyspark.sql import SparkSession  # type: ignore[import-not-found]

    spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        read = spark.read.parquet(folder.as_posix())
        assert read.count() == len(catalog.observations)
        assert set(read.columns) == {*figures_table().header, *PARTS}
    finally:
        spark.stop()


def _rows(folder: Path) -> list[dict[str, object]]:
    rows = [row for path in _files(folder) for row in pq.read_table(path, use_threads=False).to_pylist()]
    return sorted(rows, key=lambda row: str(row["row_id"]))


def _bytes(folder: Path) -> list[tuple[str, bytes]]:
    return [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in _files(folder)]


def _files(folder: Path) -> Iterator[Path]:
    return iter(sorted(folder.rglob("*.parquet")))


def test_a_region_is_that_of_the_area_and_unknown_without_one(catalog: Catalog) -> None:
    regions = [figures_dataset._region(catalog, area_id) for area_id in ("dong-lau", "viet-nam", "nowhere")]
    assert regions == ["trung-du-mien-nui-phia-bac", figures_dataset.UNKNOWN, figures_dataset.UNKNOWN]
