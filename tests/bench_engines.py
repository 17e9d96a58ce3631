"""One question to the partitioned dataset of figures: `python bench_engines.py duckdb|pyarrow|pyspark FOLDER`.

How many figures each region has of the last year but one and what they come to: the same answer by each engine.
"""

import sys
from pathlib import Path

YEAR = 2024
MEMORY = "500MB"


def by_duckdb(folder: Path) -> dict[str, int]:
    """Ask DuckDB, which may use so much memory."""
    import duckdb

    duckdb.sql(f"SET memory_limit='{MEMORY}'")
    read = f"read_parquet('{folder}/**/*.parquet', hive_partitioning = true)"
    return dict(duckdb.sql(f"SELECT region, count(value) FROM {read} WHERE year = {YEAR} GROUP BY region").fetchall())


def by_pyarrow(folder: Path) -> dict[str, int]:
    """Ask pyarrow."""
    import pyarrow.dataset as ds

    dataset = ds.dataset(folder, partitioning="hive")
    table = dataset.to_table(columns=["region", "value"], filter=ds.field("year") == YEAR)
    found = table.group_by("region").aggregate([("value", "count")]).to_pylist()
    return {row["region"]: row["value_count"] for row in found}


def by_pyspark(folder: Path) -> dict[str, int]:
    """Ask Spark on this machine alone."""
    from pyspark import SparkContext  # type: ignore[import-not-found]
    from pyspark.sql import SparkSession  # type: ignore[import-not-found]

    spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    rows = spark.read.parquet(str(folder)).where(f"year = {YEAR}").groupBy("region").agg({"value": "count"}).collect()
    spark.stop()
    # It works in a process of its own, which the system tells of only when somebody has waited for its end.
    gateway = SparkContext._gateway
    gateway.shutdown()
    gateway.proc.stdin.close()
    gateway.proc.wait()
    return {row["region"]: row["count(value)"] for row in rows}


ENGINES = {"duckdb": by_duckdb, "pyarrow": by_pyarrow, "pyspark": by_pyspark}

if __name__ == "__main__":
    for region, count in sorted(ENGINES[sys.argv[1]](Path(sys.argv[2])).items()):
        print(region, count)  # noqa: T201 - a program to be run by hand
