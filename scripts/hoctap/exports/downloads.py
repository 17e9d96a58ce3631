"""The download page: files of the whole, files of each table, files about the data."""

from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.exports.kinds import Listed
from hoctap.model import figures
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Resource


@dataclass(frozen=True, slots=True)
class TableFiles:
    resource: Resource
    rows: int
    files: Sequence[Listed]


@dataclass(frozen=True, slots=True)
class Downloads:
    """`files` are all; `whole`, `tables` and `about` share them out."""

    whole: Sequence[Listed]
    tables: Sequence[TableFiles]
    topical: Sequence[Listed]
    files: Sequence[Listed]


def downloads(catalog: Catalog, files: Sequence[Listed]) -> Downloads:
    """Return the published files as the download page shows them."""
    by_table: dict[str, list[Listed]] = {}
    for entry in files:
        if "{table}" in entry.kind.pattern:
            by_table.setdefault(entry.file.path.rpartition("/")[2].partition(".")[0], []).append(entry)
    # One table with everything joined is what most people want, so it comes first.
    whole = sorted(
        (
            entry
            for entry in files
            if entry.file.path.startswith(("hoctap.", figures.NAME)) and "{table}" not in entry.kind.pattern
        ),
        key=lambda entry: not entry.file.path.startswith(figures.NAME),
    )
    return Downloads(
        whole=whole,
        tables=[
            TableFiles(resource, len(catalog.tables[resource.name].rows), by_table.get(resource.name, ()))
            for resource in catalog.resources()
        ],
        topical=[entry for entry in files if entry not in whole and "{table}" not in entry.kind.pattern],
        files=files,
    )
