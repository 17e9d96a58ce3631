"""The download page: files of the whole, files of each table, files about the data."""

from collections.abc import Sequence
from dataclasses import dataclass

from hoctap.exports.kinds import Listed
from hoctap.model import figures
from hoctap.model.catalog import Catalog
from hoctap.model.descriptor import Resource


@dataclass(frozen=True, slots=True)
class TableFiles:
    """One table with its number of rows and every file that holds it, as formats to choose from."""

    resource: Resource
    rows: int
    files: Sequence[Listed]


@dataclass(frozen=True, slots=True)
class Downloads:
    """What the download page lists: `whole` hold everything, `tables` one table each, `topical` the rest of `files`."""

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
